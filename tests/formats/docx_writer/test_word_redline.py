"""The Word redline of a negotiated text: constructs, attribution, and LibreOffice as an independent judge."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path
from uuid import UUID

import docx
import pytest
from lxml import etree
from msgspec.structs import replace

from tests.formats.docx_writer.test_word_writer import born, treaty
from tests.formats.docx_writer.word_judge import decided
from tests.formats.office import read_by_office
from workbench.agreement import edits
from workbench.agreement.tree import Agreement, Kind, NumberingScheme, NumberStyle, ProvisionId, Zone
from workbench.comparison import compare
from workbench.formats.docx import redline, writer
from workbench.formats.docx.package import Package
from workbench.formats.docx.reader import read_package

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
BASE = treaty()
LONG = (
    "Each Party opens its ranges, schools and workshops to the other Party for four weeks a year. "
    "The dates are settled by the staffs."
)


def unit(n: int) -> ProvisionId:
    return ProvisionId(UUID(int=n))


def negotiated() -> tuple[Agreement, Agreement]:
    """A text and what a round of talks made of it: every kind of change at once."""
    old = edits.insert_after(BASE, unit(12), born(15, Kind.PARAGRAPH, LONG), born(16, Kind.PARAGRAPH, "Visits are free."),
                             born(17, Kind.PARAGRAPH, "Visitors are insured by those who send them."))  # fmt: skip
    old = edits.insert_after(
        old,
        unit(20),
        born(23, Kind.ARTICLE, "", "Secrets", born(24, Kind.PARAGRAPH, "Papers stay where they are kept.")),
    )
    old = edits.insert_after(
        old,
        unit(23),
        born(25, Kind.ARTICLE, "", "Talks", born(26, Kind.PARAGRAPH, "Disputes are settled in talks.")),
    )
    new = edits.set_text(old, unit(4), "Ruritania and the Kingdom of Syldavia,")
    new, _ = edits.split(new, unit(15), LONG.index("The dates"))
    new = edits.merge_with_previous(new, unit(17))
    new = edits.move(new, unit(23), after=unit(10))
    new = edits.set_text(new, unit(24), "Papers stay where they are kept and nowhere else.")
    new = edits.delete(new, unit(25))
    new = edits.insert_after(new, unit(21), born(22, Kind.PARAGRAPH, "Fuel is shared by halves."))
    new = edits.set_text(new, unit(62), "14")
    table = born(
        91,
        Kind.TABLE,
        "",
        "",
        born(92, Kind.ROW, "", "", born(93, Kind.CELL, "Tents"), born(94, Kind.CELL, "3")),
    )
    new = edits.append_to_zone(new, Zone.ANNEXES, born(90, Kind.ANNEX, "", "Stores", table))
    return old, new


def marked(form: str = "revisions") -> bytes:
    return redline.to_bytes(compare(*negotiated()), author="Syldavia", date="2026-11-21", form=form)


def document(data: bytes) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read("word/document.xml"))


def lines(data: bytes) -> list[str]:
    return [words(p) for p in document(data).iter(f"{W}p")]


def words(paragraph: etree._Element) -> str:
    return "".join(t.text or "" for t in paragraph.iter(f"{W}t", f"{W}delText"))


def test_accepting_and_rejecting_give_the_two_files() -> None:
    old, new = negotiated()
    assert lines(decided(marked(), "accept")) == lines(writer.to_bytes(new))
    assert lines(decided(marked(), "reject")) == lines(writer.to_bytes(old))


def test_every_revision_is_signed_and_dated_and_has_a_number_of_its_own() -> None:
    names = ("ins", "del", "moveFrom", "moveTo", "moveFromRangeStart", "moveToRangeStart", "pPrChange")
    found = [e for name in names for e in document(marked()).iter(f"{W}{name}")]
    assert {e.get(f"{W}author") for e in found} == {"Syldavia"}
    assert {e.get(f"{W}date") for e in found} == {"2026-11-21T00:00:00Z"}
    ids = [e.get(f"{W}id") for e in found]
    assert len(set(ids)) == len(ids)


def test_moves_are_paired_by_name() -> None:
    root = document(marked())
    away = [e.get(f"{W}name") for e in root.iter(f"{W}moveFromRangeStart")]
    here = [e.get(f"{W}name") for e in root.iter(f"{W}moveToRangeStart")]
    assert len(away) == len(set(away)) == 2  # the heading and the paragraph of the moved article
    assert sorted(away, key=str) == sorted(here, key=str)
    moved = [words(e) for e in root.iter(f"{W}moveTo")]
    assert "Papers stay where they are kept" in "".join(moved)
    assert " and nowhere else" in [words(e) for e in root.iter(f"{W}ins")]


def test_a_split_is_a_break_and_not_a_rewriting() -> None:
    inserted = "".join(words(e) for e in document(marked()).iter(f"{W}ins"))
    assert "The dates are settled" not in inserted
    assert "Visits are free" not in inserted


def test_a_moved_paragraph_that_goes_back_counts_on_where_it_stood() -> None:
    old = edits.insert_after(
        BASE, unit(12), born(15, Kind.PARAGRAPH, LONG), born(16, Kind.PARAGRAPH, "Visits are free.")
    )
    new = edits.move(old, unit(15), after=unit(21))
    data = redline.to_bytes(compare(old, new), author="Syldavia", date="2026-11-21")
    for outcome, text in (("accept", new), ("reject", old)):
        assert numbered(decided(data, outcome)) == numbered(writer.to_bytes(text))


def numbered(data: bytes) -> list[tuple[str | None, str]]:
    return [(block.number, block.text.plain) for block in read_package(Package(data, name="a.docx")).blocks]


def test_the_page_of_changes_stands_in_front_and_tells_them_by_article() -> None:
    data = redline.to_bytes(compare(*negotiated()), author="Syldavia", date="2026-11-21", summary=True)
    document = docx.Document(io.BytesIO(data))
    assert document.paragraphs[0].text.startswith("Summary of changes")
    assert document.paragraphs[1].text == "Syldavia, 2026-11-21"
    rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
    assert rows[0][0] == "Provision"
    moved = next(row for row in rows if "Secrets" in row[0])
    assert moved[rows[0].index("moved")] == "1"
    accepted = numbered(decided(data, "accept"))
    plain = numbered(writer.to_bytes(negotiated()[1]))
    assert accepted[-len(plain) :] == plain


def test_numbers_that_word_counts_are_not_marked() -> None:
    born_paragraph = born(99, Kind.PARAGRAPH, "They begin in spring.")
    new = edits.insert_before(BASE, unit(11), born_paragraph)
    root = document(redline.to_bytes(compare(BASE, new), author="A", date=""))
    assert [words(e) for e in root.iter(f"{W}ins") if len(e)] == ["They begin in spring."]
    assert list(root.iter(f"{W}del")) == []


def test_tracking_is_on_and_deleted_words_are_deleted_words() -> None:
    data = marked()
    settings = zipfile.ZipFile(io.BytesIO(data)).read("word/settings.xml")
    assert b"<w:trackRevisions/>" in settings
    for element in document(data).iter(f"{W}t"):
        assert not any(etree.QName(a).localname == "del" for a in element.iterancestors())


def test_same_input_same_bytes() -> None:
    assert marked() == marked()
    assert marked(form="static") == marked(form="static")
    assert marked(form="table") == marked(form="table")


def test_the_static_form_holds_both_texts_and_no_revision() -> None:
    data = marked(form="static")
    root = document(data)
    assert not [
        e for name in ("ins", "del", "moveFrom", "moveTo", "pPrChange") for e in root.iter(f"{W}{name}")
    ]
    assert b"trackRevisions" not in zipfile.ZipFile(io.BytesIO(data)).read("word/settings.xml")
    struck = "".join(words(r) for r in root.iter(f"{W}r") if r.find(f"{W}rPr/{W}strike") is not None)
    assert "Disputes are settled in talks." in struck


def test_the_table_form_sets_both_texts_side_by_side() -> None:
    table = docx.Document(io.BytesIO(marked(form="table"))).tables[0]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0] == ["Provision", "Old text", "New text", "Note"]
    assert [
        "Parties clause",
        "Ruritania and Syldavia,",
        "Ruritania and the Kingdom of Syldavia,",
        "changed",
    ] in rows
    assert ["Article 3(2)", "", "Fuel is shared by halves.", "inserted"] in rows


def test_an_unknown_form_is_refused() -> None:
    with pytest.raises(ValueError, match="unknown form"):
        marked(form="woodcut")


def test_printed_labels_are_text_and_are_marked() -> None:
    scheme = NumberingScheme(as_printed=True, paragraph=NumberStyle.DECIMAL)
    old = replace(BASE, numbering=scheme)
    old = edits.update(old, unit(11), lambda u: (replace(u, printed="1."),))
    new = edits.update(old, unit(11), lambda u: (replace(u, printed="1a."),))
    data = redline.to_bytes(compare(old, new), author="A", date="2026-11-21T10:00:00")
    assert lines(decided(data, "accept")) == lines(writer.to_bytes(new))
    assert lines(decided(data, "reject")) == lines(writer.to_bytes(old))


def test_libreoffice_agrees(tmp_path: Path) -> None:
    old, new = negotiated()
    files = {
        "old": ("plain", writer.to_bytes(old)),
        "new": ("plain", writer.to_bytes(new)),
        "accepted": ("accept", marked()),
        "rejected": ("reject", marked()),
    }
    text = read_by_office(files, tmp_path)
    assert text["accepted"] == text["new"]
    assert text["rejected"] == text["old"]


def test_libreoffice_counts_a_moved_article_anew_at_either_place(tmp_path: Path) -> None:
    old = edits.insert_after(BASE, unit(11), born(15, Kind.PARAGRAPH, "Visits are free."))
    for place, words_of in ((96, "Guests"), (98, "Stores")):
        old = edits.insert_after(
            old,
            unit(20),
            born(place, Kind.ARTICLE, "", words_of,
                 born(place + 1000, Kind.PARAGRAPH, f"{words_of} are welcome at all times of the year."),
                 born(place + 2000, Kind.PARAGRAPH, f"{words_of} are counted once a year in the spring.")),
        )  # fmt: skip
    new = edits.move(old, unit(10), after=unit(98))
    data = redline.to_bytes(compare(old, new), author="Syldavia", date="2026-11-21")
    files = {
        "old": ("plain", writer.to_bytes(old)),
        "new": ("plain", writer.to_bytes(new)),
        "accepted": ("accept", data),
        "rejected": ("reject", data),
    }
    text = read_by_office(files, tmp_path)
    assert any(line.strip().startswith("2. Visits") for line in text["old"])
    assert text["accepted"] == text["new"]
    assert text["rejected"] == text["old"]
