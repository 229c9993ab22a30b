"""What LibreOffice 7.4 does not track, each with the smallest file that shows it.

A redline that meets one of these is right, and LibreOffice still makes another text of it: there is no other
lawful way to write the change, or none that marks no more words.
"""

from __future__ import annotations

from itertools import count

from tests.formats.docx_compare.traps.making import (
    ENDS,
    MEETS,
    SEAT,
    Made,
    box,
    cell,
    control,
    formula,
    note,
    notes,
    par,
    row,
    table,
    text,
)

_IDS = count(200)


def marked(kind: str, inside: str = "") -> str:
    """A revision around something, or an empty one as it stands in properties."""
    made = f'w:{kind} w:id="{next(_IDS)}" w:author="Ruritania" w:date="2026-01-01T00:00:00Z"'
    return f"<{made}>{inside}</w:{kind}>" if inside else f"<{made}/>"


def ended(*kinds: str, section: str = "") -> str:
    """The settings of a paragraph whose break came or went."""
    return f"<w:rPr>{''.join(marked(kind) for kind in kinds)}</w:rPr>{section}"


def _gone(words: str) -> str:
    return marked("del", text(words).replace("w:t", "w:delText"))


def _row_that(kind: str, *cells: str) -> str:
    return row(*cells).replace("<w:tr>", f"<w:tr><w:trPr>{marked(kind)}</w:trPr>")


def _cell_that(kind: str, words: str) -> str:
    run = marked("ins", text(words)) if kind == "ins" else _gone(words)
    return cell(par(run, settings=ended(kind)) if words else par("", settings=ended(kind)))


_START, _END = par(SEAT), par(ENDS)
_NEW_TABLE = table(_row_that("ins", _cell_that("ins", "Port"), _cell_that("ins", "Fee")))

FORMULA = "makes an object of a formula and passes over the revisions around it and in it"
EMPTY_ROW = "puts a joiner of no width into a row that came or went and says nothing"
FIRST = "cannot take the break of a paragraph in front of a table, with no paragraph before it to run on from"
BOX = "gives the mark on the break of a paragraph to the text box in it"
FIRST_NOTE = "gives the mark on the break of a paragraph to the first note of the text, if it is in it"
CELLS = "lets cells stand that came or went without their row"
CONTROL = "passes over the revisions in a content control around whole paragraphs"
SECTION = "passes over a paragraph without words that ends a section"
BOTH = "knows of a break or row that somebody inserted and somebody deleted only the one or the other"
ROW = "lets a row stand whose words are not marked as well"
ACROSS = "takes words inserted at the end of a paragraph and at the start of the next for one, with the break between"

LIMITS: dict[str, Made] = {
    FORMULA: Made(_START + par("The fee is ", marked("ins", formula("a", "b")), " crowns.") + _END),
    EMPTY_ROW: Made(
        _START + table(("a", "b"), _row_that("ins", _cell_that("ins", ""), _cell_that("ins", ""))) + _END
    ),
    FIRST: Made(par(marked("ins", text(MEETS)), settings=ended("ins")) + _NEW_TABLE + _END),
    BOX: Made(_START + par(marked("ins", box(par("Sealed."))), settings=ended("ins")) + _END),
    FIRST_NOTE: Made(
        _START + par(marked("ins", text(MEETS) + note(1)), settings=ended("ins")) + _END, notes("Map A.")
    ),
    CELLS: Made(
        _START
        + table(
            row(
                cell("Port"),
                cell(
                    par(marked("ins", text("Fee")), settings=ended("ins")),
                    settings=marked("cellIns"),
                ),
            )
        )
        + _END
    ),
    CONTROL: Made(_START + control(par("Paid in ", _gone("crowns"), "guilders.")) + _END),
    SECTION: Made(
        _START + par(_gone(MEETS), settings='<w:sectPr><w:type w:val="nextPage"/></w:sectPr>') + _END
    ),
    BOTH: Made(_START + par("", settings=ended("ins", "del")) + _END),
    ACROSS: Made(par(SEAT, marked("ins", text("]"))) + par(marked("ins", text("[")), ENDS)),
    ROW: Made(_START + table(("a", "b"), _row_that("del", cell("c"), cell("d"))) + _END),
}
