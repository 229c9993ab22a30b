"""One agreement in every format, each compared with every other; and the same after a few known edits."""

from __future__ import annotations

from collections import Counter
from itertools import permutations, product
from pathlib import Path
from random import Random

import pytest
from msgspec.structs import replace

from tests.comparison.planted import (
    Field,
    marked,
    paragraph_in,
    paragraph_moved,
    paragraph_out,
    told,
    word,
    words_added,
)
from workbench.actions.comparing import Ignored, compare_files, options_of, untold
from workbench.actions.exporting import export_bytes
from workbench.actions.reading import read_file
from workbench.agreement.tree import Agreement, Kind
from workbench.comparison import LanguagesDifferError, RevisionKind, compare
from workbench.settings import data

FORMATS = (".docx", ".pdf", ".txt", ".html", ".xml")
LANGUAGES = ("en", "lv", "uk")
EDITS = (word, words_added, paragraph_moved, paragraph_out, paragraph_in)


def template(language: str) -> Agreement:
    """A template without its signatures: a PDF breaks their blanks into lines and columns."""
    agreement = read_file(data("templates", "classified-information", f"{language}.xml")).agreement
    closing = tuple(unit for unit in agreement.closing if unit.kind is not Kind.SIGNATURE_BLOCK)
    return replace(agreement, closing=closing)


def written(agreement: Agreement, folder: Path) -> dict[Path, Agreement]:
    """The agreement in every format, as it is read back."""
    folder.mkdir()
    found = {}
    for suffix in FORMATS:
        path = folder / f"text{suffix}"
        path.write_bytes(export_bytes(agreement, suffix))
        found[path] = read_file(path).agreement
    return found


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_same_text_in_two_formats_differs_in_nothing(language: str, tmp_path: Path) -> None:
    files = written(template(language), tmp_path / "old")
    for (path, agreement), (other, read) in permutations(files.items(), 2):
        found = compare(agreement, read, options_of(untold(path, other)))
        assert [(r.kind, r.label, r.old, r.new) for r in found.revisions] == [], f"{path.name} {other.name}"


@pytest.mark.parametrize("language", LANGUAGES)
def test_known_edits_are_told_whatever_the_formats(language: str, tmp_path: Path) -> None:
    old = template(language)
    foreign = (
        "Guards keep every visitor away from rooms where crates of apples ripen in silence all winter long.",
    )
    here, expected, words = Field(old, Random(7), foreign), Counter[RevisionKind](), 0
    for edit in EDITS:
        planted = edit(here)
        assert planted is not None
        here.agreement = planted.new
        expected.update(planted.expected)
        words += planted.words
    before, after = written(old, tmp_path / "old"), written(here.agreement, tmp_path / "new")
    for (path, agreement), (other, read) in product(before.items(), after.items()):
        found = compare(agreement, read, options_of(untold(path, other)))
        assert told(found) == expected, f"{path.name} {other.name}"
        assert marked(found) <= 1.05 * words, f"{path.name} {other.name}"


def test_what_a_format_cannot_tell_is_no_difference(tmp_path: Path) -> None:
    assert untold(Path("a.docx"), Path("b.xml")) == frozenset()
    assert untold(Path("a.docx"), Path("b.PDF")) == {Ignored.FORMATTING, Ignored.SPACES}
    assert untold(Path("a.txt"), Path("b.htm")) == {Ignored.FORMATTING, Ignored.SPACES}
    said = "AGREEMENT\n\nArticle 1\n\nThe Parties meet{}once a year in either capital.\n"
    plain, page = tmp_path / "old.txt", tmp_path / "new.html"
    plain.write_text(said.format("  "), encoding="utf-8")
    paragraphs = said.format(" ").split("\n\n")
    page.write_text("".join(f"<p>{words}</p>" for words in paragraphs), encoding="utf-8")
    assert compare_files(plain, page).revisions == ()
    other = tmp_path / "new.txt"
    other.write_text(said.format(" "), encoding="utf-8")
    assert len(compare_files(plain, other).revisions) == 1
    assert compare_files(plain, other, ignored=frozenset({Ignored.SPACES})).revisions == ()


def test_two_languages_are_refused_with_the_way_to_lay_them_side_by_side(tmp_path: Path) -> None:
    paths = []
    for language, suffix in (("en", ".txt"), ("uk", ".docx")):
        paths.append(tmp_path / f"{language}{suffix}")
        paths[-1].write_bytes(export_bytes(template(language), suffix))
    with pytest.raises(LanguagesDifferError, match="workbench concordance"):
        compare_files(*paths)
