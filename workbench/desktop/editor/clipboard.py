"""Copying out of the page and pasting into it: plain text and HTML, paragraphs and their marks.

What is copied pastes into Word as paragraphs with their numbers in front, since a number is not text here.
What is pasted keeps italics and bold; its paragraphs become provisions.
"""

from __future__ import annotations

from html import escape
from itertools import pairwise

from PySide6.QtCore import QMimeData
from PySide6.QtGui import QFont, QGuiApplication, QTextDocument

from workbench.agreement.text import Emphasis, Style, Text
from workbench.desktop.editor.keystrokes import Span
from workbench.desktop.editor.lines import Line, Part

_TAGS = {
    Style.BOLD: "b",
    Style.ITALIC: "i",
    Style.UNDERLINE: "u",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
}


def put(content: QMimeData) -> None:
    """Put something on the system's clipboard."""
    QGuiApplication.clipboard().setMimeData(content)


def content() -> QMimeData:
    """What is on the system's clipboard."""
    return QGuiApplication.clipboard().mimeData()


def dressed(lines: list[Line], span: Span) -> QMimeData:
    """A selection for other programs; inside one line without its number."""
    plain: list[str] = []
    rich: list[str] = []
    for index in range(span.first, span.last + 1):
        line = lines[index]
        start = span.start if index == span.first else 0
        end = span.end if index == span.last else len(line.text)
        if line.part is Part.TABLE:
            plain.extend("\t".join(cell.words for cell in row.children) for row in line.provision.children)
            rich.append(_table(line))
            continue
        part = line.text.slice(start, end)
        number = line.number if start == 0 and span.first != span.last else ""
        gap = "\n" if line.part is Part.HEADING else "\t"
        plain.append(f"{number}{gap if number else ''}{part.plain}")
        rich.append(_paragraph(line, number, part))
    made = QMimeData()
    made.setText("\n".join(plain))
    made.setHtml("<html><body>" + "".join(rich) + "</body></html>")
    return made


def paragraphs(source: QMimeData) -> list[Text]:
    """The paragraphs of something to be pasted, empty ones left out, with their bold and italic words."""
    if source.hasHtml():
        document = QTextDocument()
        document.setHtml(source.html())
        found = _of_document(document)
        if found:
            return found
    words = source.text().replace("\r\n", "\n").replace("\r", "\n")
    kept = [line.strip("\n") for line in words.split("\n")]
    if len(kept) == 1:
        return [Text(kept[0])] if kept[0] else []
    return [Text(line.strip()) for line in kept if line.strip()]


def _of_document(document: QTextDocument) -> list[Text]:
    found: list[Text] = []
    block = document.begin()
    while block.isValid():
        text = Text(block.text().replace("\u2028", "\n").replace("\ufffc", ""))
        if "\ufffc" not in block.text():
            for span in block.textFormats():
                font = span.format.font()
                for on, style in (
                    (font.weight() >= QFont.Weight.DemiBold.value, Style.BOLD),
                    (font.italic(), Style.ITALIC),
                ):
                    if on and span.length:
                        text = text.marked(span.start, span.start + span.length, Emphasis(style))
        if text.plain.strip():
            found.append(
                text if block == document.begin() and not block.next().isValid() else text.stripped()
            )
        block = block.next()
    return found


def _paragraph(line: Line, number: str, text: Text) -> str:
    inside = _marked(text)
    head = f"{escape(number)} " if number else ""
    if line.part is Part.HEADING:
        above = f"<p align='center'>{escape(number)}</p>" if number else ""
        return f"{above}<p align='center'><b>{inside}</b></p>"
    return f"<p style='margin-left:{36 * line.depth}px'>{head}{inside}</p>"


def _marked(text: Text) -> str:
    edges = sorted({0, len(text), *(m.start for m in text.marks), *(m.end for m in text.marks)})
    made = []
    for start, end in pairwise(edges):
        words = escape(text.plain[start:end]).replace("\n", "<br>")
        for mark in text.marks:
            if isinstance(mark.value, Emphasis) and mark.start <= start and mark.end >= end:
                tag = _TAGS.get(mark.value.style)
                words = f"<{tag}>{words}</{tag}>" if tag else words
        made.append(words)
    return "".join(made)


def _table(line: Line) -> str:
    rows = "".join(
        "<tr>" + "".join(f"<td>{escape(cell.words)}</td>" for cell in row.children) + "</tr>"
        for row in line.provision.children
    )
    return f"<table border='1' cellspacing='0'>{rows}</table>"
