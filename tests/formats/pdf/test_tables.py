"""Printed tables: by their rules, by their columns alone, over pages, and what only looks like a table."""

from __future__ import annotations

import time

import pytest

from tests.formats.pdf.layouts import compiled
from tests.formats.pdf.test_reader import drawn
from workbench.agreement.source import SourceDocument
from workbench.agreement.tree import Agreement, Kind
from workbench.formats.pdf.reader import from_bytes
from workbench.recognition import recognise

SHEET = '#set page(paper: "a4", numbering: "1")\n#set text(font: "Liberation Serif", size: 11pt)\n'
SENTENCE = "The keepers shall report to the harbour master before the boats put out. "
HEAD = "Agreement between the Republic of Latvia and Iceland on Pilot Boats\n\n" + "".join(
    f"Article {number}\n\n{SENTENCE * 3}\n\n" for number in range(1, 6)
)
ROWS = [["No", "Boat", "Berth, EUR"], ["1", "Zibsnis", "1 200"], ["2", "Kaija", "900"], ["3", "Sula", "75"]]


def printed(body: str) -> SourceDocument:
    return from_bytes(compiled(SHEET + body), name="boats.pdf")


def cells(rows: list[list[str]]) -> str:
    return ", ".join(f"[{words}]" for row in rows for words in row)


def tables(agreement: Agreement) -> list[list[list[str]]]:
    return [
        [[cell.text.plain for cell in row.children] for row in unit.children]
        for unit in agreement.walk()
        if unit.kind is Kind.TABLE
    ]


@pytest.mark.parametrize(
    "made",
    [
        f"#table(columns: 3, {cells(ROWS)})",
        f"#table(columns: 3, stroke: (x: none, y: 0.5pt), {cells(ROWS)})",
        f"#table(columns: (3cm, 4cm, 3cm), align: (left, left, right), stroke: none, {cells(ROWS)})",
        f"#grid(columns: (2cm, 5cm, 3cm), row-gutter: 7pt, {cells(ROWS)})",
    ],
    ids=["framed", "level rules", "no rules, figures at the right", "no rules"],
)
def test_a_printed_table_is_a_table_of_the_tree(made: str) -> None:
    body = f"{HEAD}Article 6\n\nThe berths cost:\n\n{made}\n\n{SENTENCE * 3}\n\nArticle 7\n\n{SENTENCE}"
    agreement = recognise(printed(body)).agreement
    assert tables(agreement) == [ROWS]
    assert [unit.printed for unit in agreement.of_kind(Kind.ARTICLE)] == [f"Article {n}" for n in range(1, 8)]


def test_a_cell_of_several_lines_is_one_and_words_broken_in_it_are_whole() -> None:
    long = "Zibsnis of the harbour of Kolka, built of oak and larch in the yard of Engure"
    rows = [ROWS[0], ["1", long, "1 200"], *ROWS[2:]]
    made = f'#set text(hyphenate: true, lang: "en")\n#table(columns: (1cm, 3cm, 3cm), {cells(rows)})'
    assert tables(recognise(printed(f"{HEAD}{made}")).agreement) == [rows]


def test_cells_that_no_rule_parts_are_one() -> None:
    made = f"#table(columns: 3, {cells(ROWS)}, table.cell(colspan: 2)[Both Parties together], [2 175])"
    assert tables(recognise(printed(HEAD + made)).agreement)[0][-1] == ["Both Parties together", "", "2 175"]


def test_a_table_goes_on_over_the_page_and_its_head_is_told_once() -> None:
    rows = [[str(n), f"Boat of the {n}th year", str(n * 10)] for n in range(1, 91)]
    made = f"#table(columns: 3, table.header({cells(ROWS[:1])}), {cells(rows)})"
    source = printed(f"{HEAD}{made}")
    assert max(block.page for block in source.blocks) >= 3
    assert tables(recognise(source).agreement) == [[ROWS[0], *rows]]


def test_two_columns_between_level_rules_are_a_table() -> None:
    rows = [["Boat", "Berth, EUR"], ["Zibsnis", "1 200"], ["Kaija", "900"]]
    made = f"#table(columns: 2, stroke: (x: none, y: 0.5pt), {cells(rows)})"
    assert tables(recognise(printed(f"{HEAD}{made}\n\n{SENTENCE}")).agreement) == [rows]


def test_line_numbers_beside_a_table_are_no_column_of_it() -> None:
    rows = [[str(n), f"Boat {n}", str(n * 10)] for n in range(1, 13)]
    body = f'#set par.line(numbering: "1")\n{HEAD}\n#table(columns: 3, {cells(ROWS[:1] + rows)})\n\n{SENTENCE * 3}'
    assert tables(recognise(printed(body)).agreement) == [[ROWS[0], *rows]]


@pytest.mark.parametrize(
    "made",
    [
        f"#rect(width: 100%)[{HEAD}]",
        "".join(f"Article {n} The boats of harbour {n} #h(1fr) {n}\\\n" for n in range(1, 9)),
        "#grid(columns: (1fr, 1fr), row-gutter: 9pt, [For Latvia], [For Iceland], [Anna], [Jón], [Envoy], [Envoy])",
        "#columns(3)[" + SENTENCE * 25 + "]",
    ],
    ids=["a frame", "a contents page", "signatures", "columns of text"],
)
def test_what_only_looks_like_a_table_stays_text(made: str) -> None:
    assert not [block for block in printed(f"{HEAD}\n{made}").blocks if block.cell is not None]


def test_two_languages_in_a_framed_table_are_two_versions() -> None:
    other = "Bāku uzraugi ziņo ostas kapteinim, pirms laivas iziet jūrā, un pēc atgriešanās ostā. "
    rows = [[f"Article {n}\n\n{SENTENCE * 3}", f"{n}. pants\n\n{other * 3}"] for n in range(1, 7)]
    found = recognise(printed(f"#table(columns: (1fr, 1fr), {cells(rows)})"))
    assert [version.language for version in (found.agreement, *found.versions)] == ["en", "lv"]
    assert not tables(found.agreement)
    assert [len(v.of_kind(Kind.ARTICLE)) for v in (found.agreement, *found.versions)] == [6, 6]


def test_a_framed_table_of_two_languages_may_break_over_the_page_anywhere() -> None:
    other = "Bāku uzraugi ziņo ostas kapteinim, pirms laivas iziet jūrā. "
    for lines in (3, 4, 5, 6):
        rows = [
            row
            for n in range(1, 16)
            for row in ([f"Article {n}", f"{n}. pants"], [SENTENCE * lines, other * lines])
        ]
        found = recognise(printed(f"#table(columns: (1fr, 1fr), {cells(rows)})"))
        assert [len(v.of_kind(Kind.ARTICLE)) for v in (found.agreement, *found.versions)] == [15, 15]


def test_a_table_turned_sideways_with_its_page_is_read_upright() -> None:
    made = f"#page(width: 21cm, height: 29.7cm)[#rotate(90deg, reflow: true)[#block(width: 24cm)[#table(columns: 3, {cells(ROWS)})]]]"
    assert tables(recognise(printed(HEAD + made)).agreement) == [ROWS]


def test_a_map_of_many_lines_is_read_in_time() -> None:
    mesh = b"".join(
        b"%d 10 m %d 800 l S 10 %d m 580 %d l S " % (n % 580, n % 580, n % 800, n % 800)
        for n in range(30_000)
    )
    began = time.process_time()
    source = from_bytes(drawn(mesh + b"BT /F1 12 Tf 72 700 Td (Article 1) Tj ET"), name="map.pdf")
    assert [block.text.plain for block in source.blocks] == ["Article 1"]
    assert time.process_time() - began < 5
