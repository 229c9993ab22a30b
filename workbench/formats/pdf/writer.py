"""PDF, typeset by typst: the agreement as it goes to the table of signature.

The layout is `resources/typst/agreement.typ`; here the agreement becomes the data it prints. The fonts are
those that travel with the program, never the machine's, and no clock is asked: the same agreement gives
the same bytes everywhere.
"""

from __future__ import annotations

import msgspec
import typst

from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement
from workbench.formats.errors import FormatError
from workbench.formats.lines import Line, lines, runs
from workbench.settings import data


class NotTypesetError(FormatError):
    """The typesetter refused; a fault of ours, not of the agreement."""

    code = "pdf.not-typeset"
    message = "cannot be typeset as PDF ({reason}); export it as .docx and report this"


def to_bytes(agreement: Agreement) -> bytes:
    """The agreement as PDF (A4, tagged). Raises `NotTypesetError`."""
    page: dict[str, object] = {
        "title": on_one_line(agreement.title_text),
        "language": agreement.language if len(agreement.language) in (2, 3) else "en",
        "lines": [_line(line) for line in lines(agreement)],
    }
    return typeset("agreement.typ", "agreement", page)


def typeset(layout: str, name: str, page: dict[str, object]) -> bytes:
    """What a layout of ours prints of this data, which it knows by `name`."""
    try:
        made = typst.compile(
            data("resources", "typst", layout),
            root=data("resources", "typst"),
            font_paths=[data("resources", "fonts")],
            ignore_system_fonts=True,
            format="pdf",
            sys_inputs={name: msgspec.json.encode(page).decode()},
        )
    except typst.TypstError as refusal:
        raise NotTypesetError(reason=refusal.message) from refusal
    if not isinstance(made, bytes):
        raise NotTypesetError(reason="no document came out")
    return made


def _line(line: Line) -> dict[str, object]:
    return {
        "role": line.role.value,
        "number": line.number,
        "heading": _runs(line.heading),
        "text": _runs(line.text),
        "depth": line.depth,
        "rows": [[_runs(cell) for cell in row] for row in line.rows],
        "cells": [_signatory(cell) for cell in line.cells],
    }


def _signatory(cell: Text) -> dict[str, object]:
    """The name of the party above the line, whatever the source put below it under the line."""
    lined = "__" in cell.plain  # a source that drew its own line needs no second one
    break_at = cell.plain.find("\n")
    if break_at < 0:
        return {"head": _runs(cell), "foot": [], "lined": lined}
    foot = cell.slice(break_at + 1, len(cell))
    return {"head": _runs(cell.slice(0, break_at)), "foot": _runs(foot), "lined": lined}


def _runs(text: Text) -> list[dict[str, object]]:
    return [
        {"words": run.words, "styles": [style.value for style in run.styles]}
        if run.note is None
        else {"note": run.note}
        for run in runs(text)
    ]
