"""The same agreement in other clothes: however its lines are wrapped and its heads printed, it has the same articles.

The corpus is read as it stands; then its paragraphs are printed anew in other layouts and numbering shapes, and
the articles must be the same. What holds for the twelve files in their own layout must not hang on that layout.
"""

from __future__ import annotations

import textwrap
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.benchmarks.invented import printed as printed_as
from workbench import formats
from workbench.agreement.source import Layout, SourceDocument
from workbench.agreement.tree import Kind, Provision
from workbench.formats.text.reader import from_bytes
from workbench.recognition import recognise
from workbench.recognition.joining import passages
from workbench.recognition.labels import read, read_word
from workbench.recognition.residue import contents_page, page_furniture

Rows = list[tuple[str, str]]  # (what it is: head, heading or text; words)


def heads_of(agreement_body: tuple[Provision, ...]) -> list[tuple[int, str]]:
    """The articles of a body as (number, what is added to it)."""
    found = []
    for top in agreement_body:
        for unit in top.walk():
            label = read_word(unit.printed or "") if unit.kind is Kind.ARTICLE else None
            if label is not None:
                found.append((label.value, label.suffix))
    return found


def rows_of(source: SourceDocument) -> tuple[Rows, list[tuple[int, str]]]:
    """The paragraphs of a source, those that are heads of articles apart from their words; and the articles."""
    found = recognise(source)
    furniture, _ = page_furniture(source)
    contents, _ = contents_page(source)
    heads = {
        found.origins[unit.id][0]: unit
        for top in found.agreement.body
        for unit in top.walk()
        if unit.kind is Kind.ARTICLE
    }
    rows: Rows = []
    for passage in passages(source, furniture | contents):
        unit = heads.get(passage.first)
        label = read(passage.plain) if unit is not None else None
        if unit is None or label is None:
            rows.append(("text", " ".join(passage.plain.split())))
            continue
        rest = " ".join(passage.plain[label.end :].split())
        rows.append(("head", label.printed))
        if rest:
            rows.append(("heading" if rest == unit.heading.plain else "text", rest))
    return rows, heads_of(found.agreement.body)


def layout(rows: Rows, *, width: int, blank: int, margin: str = "", pages: bool = False) -> str:
    """The rows wrapped at a width, with blank lines between paragraphs, perhaps with pages."""
    lines: list[str] = []
    for _, words in rows:
        lines.extend([""] * blank)
        lines.extend(margin + line for line in (textwrap.wrap(words, width) if width else [words]))
    if not pages:
        return "\n".join(lines) + "\n"
    sheets = [lines[start : start + 50] for start in range(0, len(lines), 50)]
    return "\n".join("\n".join([*sheet, "", str(turn), "\f"]) for turn, sheet in enumerate(sheets, start=1))


def in_shape(pattern: str) -> Callable[[Rows], Rows]:
    """The rows with every head printed in another shape."""

    def change(rows: Rows) -> Rows:
        made: Rows = []
        for kind, words in rows:
            label = read_word(words) if kind == "head" else None
            if label is not None and not label.suffix and label.value <= 60:
                made.append((kind, printed_as(pattern, label.value)))
            else:
                made.append((kind, words))
        return made

    return change


def without_headings(rows: Rows) -> Rows:
    """The rows without the headings that stood on the line of their number."""
    return [row for row in rows if row[0] != "heading"]


def headings_behind(rows: Rows) -> Rows:
    """The rows with each heading on the line of its number."""
    made: Rows = []
    for kind, words in rows:
        if kind == "heading" and made and made[-1][0] == "head":
            made[-1] = ("head", f"{made[-1][1]}. {words}")
        else:
            made.append((kind, words))
    return made


LAYOUTS = {
    "narrow": {"width": 60, "blank": 0},
    "narrow, spaced": {"width": 60, "blank": 1},
    "usual": {"width": 72, "blank": 0},
    "wide, double space": {"width": 90, "blank": 2},
    "unwrapped": {"width": 0, "blank": 0},
    "unwrapped, spaced": {"width": 0, "blank": 1},
    "indented": {"width": 72, "blank": 0, "margin": "     "},
    "pages": {"width": 72, "blank": 0, "pages": True},
}
SHAPES: dict[str, Callable[[Rows], Rows]] = {
    "ARTICLE I": in_shape("ARTICLE {r}"),
    "Art. 1": in_shape("Art. {n}"),
    "Article 1.": in_shape("Article {n}."),
    "Article 1 -": in_shape("Article {n} -"),
    "(Article 1)": in_shape("[Article {n}]"),
    "§ 1": in_shape("§ {n}"),
    "no headings": without_headings,
    "headings behind": headings_behind,
}
TEXTS = [
    *"eicdgr_1957a lmtlmc_1976a optnrc_2000p rgolos_1975a trtpnw_1968a".split(),
    *(
        pytest.param(name, marks=pytest.mark.nightly)
        for name in "anttep_1991p frmwtc_2003a inpped_2006a phypnm_1979a pieonr_2004p rdtrff_1949a".split()
    ),
]


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_articles_in_every_layout(name: str, corpus: Path) -> None:
    source = formats.read(corpus / "treaties" / f"{name}.txt")
    assert isinstance(source, SourceDocument)
    assert source.layout is Layout.LINES
    rows, wanted = rows_of(source)
    wrong = [
        title
        for title, kwargs in LAYOUTS.items()
        if heads_of(recognise(from_bytes(layout(rows, **kwargs).encode(), "x.txt")).agreement.body) != wanted  # type: ignore[arg-type]  # the table holds whole calls
    ]
    assert not wrong


@pytest.mark.parametrize("name", TEXTS)
def test_the_same_articles_in_every_shape(name: str, corpus: Path) -> None:
    source = formats.read(corpus / "treaties" / f"{name}.txt")
    assert isinstance(source, SourceDocument)
    rows, wanted = rows_of(source)
    wrong = []
    for title, change in SHAPES.items():
        for blank in (0, 1):
            text = layout(change(rows), width=72, blank=blank)
            if heads_of(recognise(from_bytes(text.encode(), "x.txt")).agreement.body) != wanted:
                wrong.append(f"{title}, {blank}")
    assert not wrong
