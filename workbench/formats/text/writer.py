"""Plain text: one paragraph a line, blank lines between, two signatories side by side.

Lines are not wrapped, so that the file flows in any window and reads back as paragraphs.
"""

from __future__ import annotations

from itertools import zip_longest

from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement
from workbench.formats.lines import Line, Role, lines, runs

INDENT = "    "
COLUMN = 44


def to_bytes(agreement: Agreement) -> bytes:
    """The agreement as UTF-8 text with line feeds. The same agreement gives the same bytes."""
    notes: list[str] = []
    page: list[str] = []
    before: Role | None = None
    for line in lines(agreement):
        if page and not (before is Role.TITLE and line.role is Role.TITLE):
            page.append("")
        page.extend(_line(line, notes))
        before = line.role
    if notes:
        page.append("")
        page.extend(f"[{number}] {note}" for number, note in enumerate(notes, start=1))
    return ("\n".join(part.rstrip() for part in page) + "\n").encode() if page else b""


def _line(line: Line, notes: list[str]) -> list[str]:
    indent = INDENT * line.depth
    match line.role:
        case Role.TABLE:
            return [
                indent + " | ".join(_plain(cell, notes).replace("\n", " / ") for cell in row)
                for row in line.rows
            ]
        case Role.SIGNATURES:
            return _signatures([_plain(cell, notes) for cell in line.cells])
        case Role.GROUP | Role.ARTICLE | Role.ANNEX:
            return [part for part in (line.number, _plain(line.heading, notes)) if part]
        case _:
            opening = " ".join(part for part in (line.number, _plain(line.heading, notes)) if part)
            words = _plain(line.text, notes)
            if line.heading and words:
                return [*_indented(opening, indent), *_indented(words, indent)]
            return _indented(" ".join(part for part in (opening, words) if part), indent)


def _indented(words: str, indent: str) -> list[str]:
    return [indent + part for part in words.split("\n")]


def _plain(text: Text, notes: list[str]) -> str:
    """The words, with the number of each footnote in brackets where it stands."""
    made: list[str] = []
    for run in runs(text):
        if run.note is None:
            made.append(run.words)
        else:
            notes.append(run.note)
            made.append(f"[{len(notes)}]")
    return "".join(made)


def _signatures(cells: list[str]) -> list[str]:
    """Two signatories side by side where both are narrow enough, otherwise one below the other."""
    blocks = [cell.split("\n") for cell in cells]
    if len(blocks) == 2 and all(len(part) < COLUMN for block in blocks for part in block):
        return [f"{left:<{COLUMN}}{right}" for left, right in zip_longest(*blocks, fillvalue="")]
    stacked: list[str] = []
    for block in blocks:
        stacked.extend(["", *block] if stacked else block)
    return stacked
