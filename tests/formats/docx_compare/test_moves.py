"""Moves, splits and merges: every one of a recorded edit is found, and the file says it as Word does."""

from __future__ import annotations

from collections import Counter

import pytest
from lxml import etree

from tests.benchmarks.word_pair import pair
from tests.formats.docx_compare.test_word_comparing import END, compared, row, table, xml
from tests.formats.word_files import numbered, paragraph, word_file
from workbench.formats.docx.comparing import Change, ChangeKind, compare
from workbench.formats.docx.package import W

FISH = paragraph("The catch of herring is shared in equal parts between the two fleets.")
SALT = paragraph("Salt is bought in Strelsau and carried by river to the northern ports.")
TOLL = paragraph("No toll is asked of any boat that carries less than forty barrels.")
SEAL = paragraph("The seal of the commission is kept by its secretary in an iron chest.")


def kinds(changes: tuple[Change, ...]) -> Counter[str]:
    return Counter(change.kind.value for change in changes)


def ranges(root: etree._Element, side: str) -> list[str]:
    return [start.get(f"{W}name", "") for start in root.iter(f"{W}{side}RangeStart")]


def test_a_moved_paragraph_is_moved_in_the_file_too() -> None:
    old, new = word_file(FISH + SALT + TOLL + END), word_file(SALT + TOLL + FISH + END)
    found = compared(old, new)
    assert kinds(found.changes) == {"moved": 1}
    root = xml(found)
    assert ranges(root, "moveFrom") == ranges(root, "moveTo") == ["move1"]
    assert not list(root.iter(f"{W}delText")), "what is moved away keeps its w:t"
    away = next(e for e in root.iter(f"{W}moveFrom") if len(e)).getparent()
    assert away is not None
    marks = away.find(f"{W}pPr/{W}rPr")
    assert marks is not None
    assert marks[0].tag == f"{W}moveFrom"
    for side in ("moveFrom", "moveTo"):
        starts = [e.get(f"{W}id") for e in root.iter(f"{W}{side}RangeStart")]
        assert starts == [e.get(f"{W}id") for e in root.iter(f"{W}{side}RangeEnd")]


def test_paragraphs_that_moved_side_by_side_are_one_move() -> None:
    found = compared(word_file(FISH + SALT + TOLL + SEAL + END), word_file(TOLL + SEAL + FISH + SALT + END))
    assert kinds(found.changes) == {"moved": 1}
    assert len(ranges(xml(found), "moveFrom")) == 1


def test_a_moved_and_edited_paragraph_marks_only_the_edit_beside_the_move() -> None:
    edited = FISH.replace("equal", "unequal")
    found = compared(word_file(FISH + SALT + TOLL + END), word_file(SALT + TOLL + edited + END))
    root = xml(found)
    said = {
        tag: "".join(t.text or "" for e in root.iter(f"{W}{tag}") for t in e.iter(f"{W}t", f"{W}delText"))
        for tag in ("ins", "del")
    }
    assert said == {"ins": "unequal", "del": "equal"}
    assert kinds(found.changes)["moved"] == 1


@pytest.mark.parametrize("places", [("first", "last"), ("last", "first")])
def test_moves_to_and_from_the_end_of_the_text(places: tuple[str, str]) -> None:
    texts = {"first": FISH + SALT + TOLL, "last": SALT + TOLL + FISH}
    found = compared(*(word_file(texts[place]) for place in places))
    assert kinds(found.changes) == {"moved": 1}


def test_moves_in_front_of_a_table_and_in_cells() -> None:
    goods = table(row("wheat", "ten tonnes"))
    compared(word_file(FISH + SALT + TOLL + goods + END), word_file(SALT + TOLL + FISH + goods + END))
    cell = "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl>" + END
    found = compared(
        word_file(cell.format(FISH + SALT + TOLL + SEAL)), word_file(cell.format(TOLL + SEAL + FISH + SALT))
    )
    assert kinds(found.changes)["moved"] == 1


def test_a_short_line_elsewhere_is_no_move() -> None:
    line = paragraph("No text")
    found = compared(word_file(line + FISH + SALT + END), word_file(FISH + SALT + line + END))
    assert "moved" not in kinds(found.changes)


@pytest.mark.parametrize("seed", [11, 12, 13])
def test_every_recorded_edit_is_found(seed: int) -> None:
    made = pair(40, seed, edits=40, moves=10, divisions=5, rows=3)
    found = compare(made.old, made.new, author="A", date="2026-01-01T00:00:00Z")
    moved = {change.old for change in found.changes if change.kind is ChangeKind.MOVED}
    assert moved == set(made.moved)
    assert kinds(found.changes)["split"] == made.split == 5
    assert kinds(found.changes)["merged"] == made.merged == 5
    for kind, words in ((ChangeKind.INSERTED, made.inserted), (ChangeKind.DELETED, made.deleted)):
        said = [c.new or c.old or "" for c in found.changes if c.kind is kind]
        assert all(any(line in text for text in said) for line in words)
    root = xml(found)
    rows = Counter(etree.QName(mark).localname for p in root.iter(f"{W}trPr") for mark in p)
    assert (rows["ins"], rows["del"]) == (made.rows_inserted, made.rows_deleted)
    marked = sum(
        len((t.text or "").split())
        for tag in ("ins", "del")
        for change in root.iter(f"{W}{tag}")
        for t in change.iter(f"{W}t", f"{W}delText")
    )
    assert marked <= 1.05 * made.edited_words


def test_places_are_cited_as_the_text_cites_them() -> None:
    text = (
        paragraph("Agreement on Salt")
        + paragraph("Article 1")
        + paragraph("Purpose")
        + paragraph("1. The Parties trade in salt.")
        + paragraph("2. The price is {price} crowns.")
        + paragraph("(a) in gold;")
        + paragraph("(b) in {metal}.")
        + paragraph("Article 2 – Seat")
        + paragraph("The seat is {seat}.")
        + END
    )
    old = word_file(text.format(price="ten", metal="silver", seat="Klow"))
    new = word_file(text.format(price="six", metal="copper", seat="Strelsau"))
    assert [c.label for c in compared(old, new).changes] == [
        "Article 1(2)",
        "Article 1(2)(b)",
        "Article 2(1)",
    ]
    latvian = paragraph("5. pants") + paragraph(
        "1. Puses maksā {} kronas par sāli un nodrošina pārvadājumus."
    )
    found = compared(word_file(latvian.format("desmit") + END), word_file(latvian.format("sešas") + END))
    assert [c.label for c in found.changes] == ["5. pants 1. punkts"]


def test_a_numbered_heading_is_a_section_and_subheadings_are_not_counted() -> None:
    styles = (
        "<w:style w:type='paragraph' w:styleId='Head'><w:pPr><w:outlineLvl w:val='0'/></w:pPr></w:style>"
        "<w:style w:type='paragraph' w:styleId='Sub'><w:rPr><w:i/></w:rPr></w:style>"
    )
    text = (
        paragraph("2. Atbalsts", "<w:pStyle w:val='Head'/>")
        + paragraph("Puses viena otrai palīdz ar padomu un kuģiem, kad to lūdz.")
        + paragraph("Kuģi un laivas", "<w:pStyle w:val='Sub'/>")
        + paragraph("Kuģus nosūta {} dienu laikā pēc lūguma saņemšanas ostā.")
        + END
    )
    old, new = (word_file(text.format(days), styles=styles) for days in ("desmit", "sešu"))
    assert [change.label for change in compared(old, new).changes] == ["2. sadaļa 2. punkts"]


LIST = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='1'/><w:numFmt w:val='decimal'/>"
    "<w:lvlText w:val='Article %1'/></w:lvl></w:abstractNum>"
    "<w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)


def test_automatic_numbers_that_change_are_told_and_not_marked() -> None:
    first, second, third = (numbered(f"Rules on {what}", 1) for what in ("herring", "salt", "tolls"))
    old = word_file(first + FISH + third + TOLL + END, numbering=LIST)
    new = word_file(first + FISH + second + SALT + third + TOLL + END, numbering=LIST)
    found = compared(old, new)
    assert [(c.old, c.new) for c in found.changes if c.kind is ChangeKind.RENUMBERED] == [
        ("Article 2", "Article 3")
    ]
    assert kinds(found.changes) == {"inserted": 2, "renumbered": 1}
