"""The page in front of a Word redline, when asked for: the changes by kind, and those of each article.

It is plain text and no revision, so it stays when all revisions are accepted: it is for those who read the
redline, and goes before the text is signed.
"""

from __future__ import annotations

from lxml import etree

from workbench.agreement.text import Text
from workbench.comparison.redline import Redline
from workbench.formats import changes
from workbench.formats.docx.markup import TEXT_WIDTH, Bit, Body
from workbench.formats.docx.package import W
from workbench.formats.docx.reports import bold, heading, line, table

_COUNT_WIDTH = 700  # twentieths of a point, at least; what is left of the line is the article's
_LETTER_WIDTH = 88  # of a heading in bold at its size
_CELL_MARGINS = 220


def write(body: Body, redline: Redline, *, author: str, date: str) -> None:
    """Write the page, with the break behind it."""
    said = changes.words(redline.new.language)
    heading(body, f"{said['summary']}: {redline.new.title_text}".rstrip(": "))
    signed = changes.signature(author, date)
    if signed:
        line(body, signed)
    counted = [f"{word}: {count}" for word, count in changes.counts(redline) if count]
    line(body, "; ".join(counted) + "." if redline.revisions else said["none"])
    rows = _table(redline)
    if len(rows) > 1:
        heads = [len(bits[0].text) for bits in rows[0][1:]]
        counts = [max(_COUNT_WIDTH, letters * _LETTER_WIDTH + _CELL_MARGINS) for letters in heads]
        widths = (TEXT_WIDTH - sum(counts), *counts)
        table(body, rows, widths, counts=True)
    line(body, "")
    run = etree.SubElement(body.root[-1], f"{W}r")
    etree.SubElement(run, f"{W}br").set(f"{W}type", "page")


def _table(redline: Redline) -> list[list[list[Bit]]]:
    """A heading and a row for each article; kinds of change that do not occur have no column."""
    said = changes.words(redline.new.language)
    articles = changes.by_article(redline)
    kinds = changes.occurring(articles)
    rows = [[[Bit(bold(said["provision"]))], *([Bit(bold(said[kind.value]))] for kind in kinds)]]
    for article in articles:
        counts = [[Bit(Text(str(article.counts[kind] or "–")))] for kind in kinds]
        rows.append([[Bit(Text(article.name))], *counts])
    return rows
