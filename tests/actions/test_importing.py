"""Importing: language versions, files that are known, new texts of known agreements, good and bad together."""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.formats.word_files import paragraph, word_file
from workbench.actions.acquaintance import NEW_VERSION, Known, ask
from workbench.actions.importing import Outcome, import_file, import_files
from workbench.actions.reading import read_file
from workbench.cli import shapes
from workbench.library import Library, LibraryError, Query

ENGLISH = """AGREEMENT BETWEEN THE REPUBLIC OF LATVIA AND THE REPUBLIC OF ESTONIA ON LIGHTHOUSES
The Republic of Latvia and the Republic of Estonia, hereinafter “the Parties”,
desiring to keep the coast lit,
have agreed as follows:
Article 1
Purpose
1. The Parties shall keep the lighthouses of the gulf lit at night.
2. The Parties shall share the cost of the lamps.
Article 2
Keepers
The keepers shall report a dark lighthouse at once.
Article 3
Entry into force
This Agreement shall enter into force on the date of its signature.
Done at Ainaži on 4 June 2022 in two originals, each in the English and Latvian languages."""
LATVIAN = """LATVIJAS REPUBLIKAS UN IGAUNIJAS REPUBLIKAS LĪGUMS PAR BĀKĀM
Latvijas Republika un Igaunijas Republika, turpmāk – “Puses”,
vēlēdamās, lai krasts būtu apgaismots,
ir vienojušās par turpmāko.
1. pants
Mērķis
1. Puses nodrošina, ka līča bākas naktī deg.
2. Puses kopīgi sedz lampu izmaksas.
2. pants
Uzraugi
Uzraugi par tumšu bāku ziņo nekavējoties.
3. pants
Stāšanās spēkā
Šis Līgums stājas spēkā tā parakstīšanas dienā.
Parakstīts Ainažos 2022. gada 4. jūnijā divos eksemplāros, katrs angļu un latviešu valodā."""


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite") as opened:
        yield opened


def bilingual(path: Path, left: str = ENGLISH, right: str = LATVIAN) -> Path:
    """A Word file with the texts in the columns of one table."""
    cell = "<w:tc>{}</w:tc>"
    rows = "".join(
        f"<w:tr>{cell.format(paragraph(a))}{cell.format(paragraph(b))}</w:tr>"
        for a, b in zip(left.split("\n"), right.split("\n"), strict=True)
    )
    path.write_bytes(word_file(f"<w:tbl>{rows}</w:tbl>"))
    return path


def plain(path: Path, words: str) -> Path:
    path.write_text("\n\n".join(words.split("\n")), encoding="utf-8")
    return path


class TestLanguageVersions:
    def test_both_are_kept_from_one_file(self, library: Library, tmp_path: Path) -> None:
        path = bilingual(tmp_path / "bākas.docx")
        imported = import_file(library, path)
        assert (imported.language, [version.language for version in imported.versions]) == ("en", ["lv"])
        digest = hashlib.sha256(path.read_bytes()).hexdigest()
        for words, language in (("lighthouses", "en"), ("bākas", "lv")):
            hits = library.search(Query(words, language=language)).hits
            assert hits
            assert {hit.provenance.sha256 for hit in hits} == {digest}
            assert {hit.id for hit in hits} <= set(imported.clause_ids)
        assert len(set(imported.clause_ids)) == len(imported.clause_ids)
        assert library.verify().sound

    def test_the_library_knows_that_they_are_one(self, library: Library, tmp_path: Path) -> None:
        imported = import_file(library, bilingual(tmp_path / "b.docx"))
        found = {info.language: info for info in library.agreements()}
        assert [one.agreement_id for one in found["en"].versions] == [found["lv"].id]
        assert [one.language for one in found["lv"].versions] == ["en"]
        assert found["en"].id == imported.agreement_id

    @pytest.mark.parametrize(
        ("words", "language", "other"), [("lamps", "en", "lampu"), ("lampu", "lv", "lamps")]
    )
    def test_a_clause_knows_what_says_the_same(
        self, library: Library, tmp_path: Path, words: str, language: str, other: str
    ) -> None:
        import_file(library, bilingual(tmp_path / "b.docx"))
        hit = next(h for h in library.search(Query(words, language=language)).hits if h.unit == "paragraph")
        (same,) = library.clause(hit.id).versions
        counterpart = library.clause(same.clause_id).hit
        assert counterpart.language == same.language != language
        assert other in counterpart.text
        assert shapes.clause(library.clause(hit.id))["versions"] == [
            {"language": same.language, "id": same.clause_id}
        ]

    def test_an_agreement_in_one_language_has_no_versions(self, library: Library, tmp_path: Path) -> None:
        imported = import_file(library, plain(tmp_path / "a.txt", ENGLISH))
        assert imported.versions == ()
        assert library.agreements()[0].versions == ()
        assert library.clause(imported.clause_ids[0]).versions == ()

    def test_the_same_file_again_is_known_in_both(self, library: Library, tmp_path: Path) -> None:
        path = bilingual(tmp_path / "b.docx")
        first, again = import_file(library, path), import_file(library, path)
        assert again.outcome is Outcome.KNOWN
        assert again.clause_ids == first.clause_ids
        assert [f.code for f in again.findings if f.code == NEW_VERSION.code] == []


class TestNewVersions:
    CHANGED = ENGLISH.replace("share the cost of the lamps", "pay for the lamps in equal parts")

    def test_another_text_of_a_known_agreement_is_offered(self, library: Library, tmp_path: Path) -> None:
        first = import_file(library, plain(tmp_path / "first.txt", ENGLISH))
        second = import_file(library, plain(tmp_path / "second.txt", self.CHANGED))
        assert second.outcome is Outcome.KEPT
        assert second.new_version_of == first.agreement_id
        (asked,) = [finding for finding in second.findings if finding.code == NEW_VERSION.code]
        assert asked.values["known"] == "first.txt"
        shape = json.loads(json.dumps(shapes.imported(second)))
        assert shape["new_version_of"] == first.agreement_id
        assert NEW_VERSION.code in {finding["code"] for finding in shape["findings"]}

    def test_the_same_words_under_another_title_are_one_agreement(
        self, library: Library, tmp_path: Path
    ) -> None:
        import_file(library, plain(tmp_path / "first.txt", ENGLISH))
        title = "DRAFT TEXT FOR THE TALKS BETWEEN THE REPUBLIC OF LATVIA AND THE REPUBLIC OF ESTONIA\n"
        read = read_file(plain(tmp_path / "talks.txt", title + ENGLISH.partition("\n")[2]))
        assert ask(read, library).known is Known.OTHER_TEXT

    def test_the_same_model_with_other_parties_is_another_agreement(
        self, library: Library, tmp_path: Path
    ) -> None:
        import_file(library, plain(tmp_path / "first.txt", ENGLISH))
        words = ENGLISH.replace("ESTONIA", "LITHUANIA").replace("Estonia", "Lithuania")
        imported = import_file(library, plain(tmp_path / "lt.txt", words))
        assert imported.new_version_of is None

    def test_a_first_agreement_is_new_to_the_library(self, library: Library, tmp_path: Path) -> None:
        assert import_file(library, plain(tmp_path / "a.txt", ENGLISH)).new_version_of is None


class TestDecisions:
    def test_a_type_set_by_hand_wins_when_the_file_comes_again(
        self, library: Library, tmp_path: Path
    ) -> None:
        path = plain(tmp_path / "a.txt", ENGLISH)
        imported = import_file(library, path)
        clause = next(h.id for h in library.search("lamps").hits if h.unit == "paragraph")
        library.set_types(clause, ("logistics_support",))
        import_file(library, path)
        assert library.clause(clause).hit.types == ("logistics_support",)
        library.remove(str(imported.agreement_id))
        with pytest.raises(LibraryError):
            library.clause(clause)
        import_file(library, path)
        assert library.clause(clause).hit.types == ("logistics_support",)
        assert library.verify().sound


def test_good_and_bad_files_in_one_run(library: Library, tmp_path: Path) -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("word/media/picture.png", "x")
    bad = {
        "empty.txt": b"",
        "cut.docx": word_file(paragraph("x"))[:200],
        "picture.docx": buffer.getvalue(),
        "not.pdf": b"%PDF-1.7 and nothing more",
        "slides.pptx": b"PK\x03\x04",
        "feed.xml": b"<rss/>",
    }
    for name, data in bad.items():
        (tmp_path / name).write_bytes(data)
    good = [plain(tmp_path / "good.txt", ENGLISH), bilingual(tmp_path / "both.docx")]
    paths = [good[0], *(tmp_path / name for name in bad), tmp_path / "gone.docx", tmp_path, good[1]]
    done = import_files(library, paths)
    assert [Path(file.file) for file in done] == paths
    assert [file.outcome for file in (done[0], done[-1])] == [Outcome.KEPT, Outcome.KEPT]
    for file in done[1:-1]:
        assert file.outcome is Outcome.FAILED, file
        assert file.error
        assert "\n" not in file.error
    assert library.info().agreements == 3
    assert library.verify().sound
