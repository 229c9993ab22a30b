"""Redline -> PDF, typeset by typst: for reading and for print, also in grey.

The layout is `resources/typst/redline.typ`; here the rows of the redline become the data it prints.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from workbench.agreement.tree import BASIC, GROUPING, Kind
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Pieces, RevisionKind, Row
from workbench.formats import changes
from workbench.formats.lines import runs
from workbench.formats.pdf.writer import typeset

_MOVED = {Fate.MOVED_AWAY: "away", Fate.MOVED_HERE: "here"}
_OPS = {Op.EQUAL: "", Op.INSERT: "insert", Op.DELETE: "delete"}
_ROLES = {Kind.TITLE_LINE: "title", Kind.CROSSHEADING: "crossheading"}
_WHOLE = {**_MOVED, Fate.INSERTED: "insert", Fate.DELETED: "delete"}


def to_bytes(redline: Redline, *, summary: bool = False) -> bytes:
    """The redline as PDF (A4); with `summary` a table of changes by article stands in front.

    The same redline gives the same bytes. Raises `NotTypesetError`.
    """
    said = changes.words(redline.new.language)
    articles = changes.by_article(redline) if summary else []
    kinds = changes.occurring(articles)
    language = redline.new.language
    page: dict[str, object] = {
        "title": f"{said['title']}: {redline.new.title_text}",
        "heading": said["title"],
        "language": language if len(language) in (2, 3) else "en",
        "signed": changes.signed(redline),
        "counts": [[word, count] for word, count in changes.counts(redline) if count],
        "provision": said["provision"],
        "kinds": [said[kind.value] for kind in kinds],
        "changes": list(_table(articles, kinds)),
        "rows": list(_rows(redline)),
    }
    return typeset("redline.typ", "redline", page)


def _table(articles: list[changes.ArticleChanges], kinds: list[RevisionKind]) -> Iterator[list[str]]:
    for article in articles:
        yield [article.name, *(str(article.counts[kind] or "–") for kind in kinds)]


def _rows(redline: Redline) -> Iterator[dict[str, object]]:
    waiting: list[list[Row]] = []
    for row in redline.rows:
        if row.kind is Kind.ROW:
            waiting.append([row])
            continue
        if row.kind is Kind.CELL and waiting:
            waiting[-1].append(row)
            continue
        if waiting:
            yield _grid(waiting)
            waiting = []
        made = _row(redline, row)
        if any(made[name] for name in ("heading", "text", "number", "note")):
            yield made
    if waiting:
        yield _grid(waiting)


def _row(redline: Redline, row: Row) -> dict[str, object]:
    headed = row.kind in (*BASIC, *GROUPING, Kind.ANNEX) and not row.wrap_up
    shown = row.old_number if row.fate is Fate.MOVED_AWAY else row.new_number or row.old_number
    printed = "" if row.wrap_up or row.joined or shown is None else shown.printed
    return {
        "role": _ROLES.get(row.kind, "headed" if headed else "clause"),
        "fate": _WHOLE.get(row.fate, ""),
        "number": printed,
        "heading": list(_pieces(row.heading_pieces, row.fate)),
        "text": list(_pieces(row.text_pieces, row.fate)),
        "depth": max(0, row.depth - 1),
        "note": changes.note(redline, row),
        "changed": row.changed,
    }


def _grid(rows: list[list[Row]]) -> dict[str, object]:
    """Rows of a table; a short one is filled up."""
    cells = [[_cell(row) for row in (line[1:] or line)] for line in rows]
    columns = max(len(line) for line in cells)
    filled: Iterable[list[dict[str, object]]] = (
        cell for line in cells for cell in [*line, *([[]] * (columns - len(line)))]
    )
    return {"role": "table", "columns": columns, "cells": list(filled)}


def _cell(row: Row) -> list[dict[str, object]]:
    return [*_pieces(row.heading_pieces, row.fate), *_pieces(row.text_pieces, row.fate)]


def _pieces(pieces: Pieces, fate: Fate) -> Iterator[dict[str, object]]:
    """Runs of one look and one fate; at its old place moved wording is as it was."""
    away = fate is Fate.MOVED_AWAY
    for piece in pieces:
        if away and piece.op is Op.INSERT:
            continue
        shown = _OPS[piece.op] or _WHOLE.get(fate, "")
        for run in runs(piece.old if away else piece.text):
            if run.note is not None:
                yield {"note": run.note, "fate": shown}
            else:
                styles = [style.value for style in run.styles]
                yield {"words": run.words, "styles": styles, "fate": shown}
