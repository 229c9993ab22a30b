"""Columns that came or went: their cells are marked, all other words stay unmarked."""

from __future__ import annotations

import pytest

from tests.formats.docx_compare.test_word_comparing import END, compared, decided, marks, row, xml
from tests.formats.word_files import paragraph, word_file
from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions import decide

GOODS = [["wheat", "ten tonnes"], ["barley", "six tonnes"], ["salt", "two barrels"]]
DUTIES = ["free of duty", "taxed in spring", "by the barrel"]


def goods(rows: list[list[str]], width: int = 1000) -> bytes:
    """A table with its grid and the widths of its cells."""
    grid = f"<w:gridCol w:w='{width}'/>" * len(rows[0])
    sized = f"<w:tc><w:tcPr><w:tcW w:w='{width}' w:type='dxa'/></w:tcPr>"
    made = "".join(row(*cells) for cells in rows).replace("<w:tc>", sized)
    return word_file(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{made}</w:tbl>{END}")


def xml_of(data: bytes) -> str:
    document = Package(data, name="x").bytes_of("word/document.xml").decode()
    return document.partition("<w:body>")[2].partition("</w:body>")[0]


def wider(place: int) -> list[list[str]]:
    return [[*cells[:place], duty, *cells[place:]] for cells, duty in zip(GOODS, DUTIES, strict=True)]


@pytest.mark.parametrize("place", [0, 1, 2])
def test_a_column_that_came_or_went(place: int) -> None:
    few, many = goods(GOODS, 1500), goods(wider(place))
    for old, new, mark, kind in ((few, many, "cellIns", "inserted"), (many, few, "cellDel", "deleted")):
        found = compared(old, new)
        root = xml(found)
        assert len(list(root.iter(f"{W}{mark}"))) == 3
        assert root.find(f".//{W}trPr") is None
        assert [text for _, text in marks(found) if text in DUTIES] == DUTIES
        assert {change.old or change.new for change in found.changes} == {"\n".join(DUTIES)}
        assert [change.kind.value for change in found.changes] == [kind]
        for accept, as_was in ((True, new), (False, old)):
            decided = Package(decide(found.data, accept=accept, name="x").data, name="x").document()
            wanted = Package(as_was, name="x").document()
            for tag in ("gridCol", "tcW"):
                assert [e.get(f"{W}w") for e in decided.iter(f"{W}{tag}")] == [
                    e.get(f"{W}w") for e in wanted.iter(f"{W}{tag}")
                ]


def test_a_row_that_came_with_the_column() -> None:
    more = [*wider(2)[:1], ["rye", "nine sacks", "without duty"], *wider(2)[1:]]
    root = xml(compared(goods(GOODS), goods(more)))
    assert len(list(root.iter(f"{W}cellIns"))) == 3
    assert len(list(root.iter(f"{W}trPr"))) == 1


def test_merged_cells_and_other_tables_have_no_columns_that_could_be_told_apart() -> None:
    body = xml_of(goods(wider(1)))
    spanning = word_file(body.replace("w:type='dxa'/>", "w:type='dxa'/><w:gridSpan w:val='2'/>", 1))
    other = goods([["a", "b", "c"]] * 3)
    for new in (spanning, other):
        assert xml(compared(goods(GOODS), new)).find(f".//{W}cellIns") is None


def spread(*spans: tuple[int, ...]) -> bytes:
    """A table of so many columns a cell, "c0" and so on in each row."""
    rows = "".join(
        "<w:tr>"
        + "".join(
            f"<w:tc><w:tcPr><w:tcW w:w='{900 * n}' w:type='dxa'/><w:gridSpan w:val='{n}'/></w:tcPr>{paragraph(f'c{i}')}</w:tc>"
            for i, n in enumerate(row)
        )
        + "</w:tr>"
        for row in spans
    )
    grid = "<w:gridCol w:w='900'/>" * sum(spans[0])
    return word_file(f"<w:tbl><w:tblPr/><w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>{END}")


def test_cells_that_spread_over_other_columns_take_back_what_they_covered() -> None:
    old, new = spread((1, 1, 1), (2, 1)), spread((2, 1, 1), (1, 3))
    found = compared(old, new)
    assert marks(found) == []
    assert [(c.kind.value, c.new) for c in found.changes] == [
        ("formatted", "c0\nc1\nc2"),
        ("formatted", "c0\nc1"),
    ]
    for accept, text in ((True, new), (False, old)):
        left = Package(decided(found.data, accept=accept), name="x").document()
        there = Package(text, name="x").document()
        assert [e.get(f"{W}val") for e in left.iter(f"{W}gridSpan")] == [
            e.get(f"{W}val") for e in there.iter(f"{W}gridSpan")
        ]
        assert len(list(left.iter(f"{W}gridCol"))) == len(list(there.iter(f"{W}gridCol")))
    assert compared(old, old).changes == ()
