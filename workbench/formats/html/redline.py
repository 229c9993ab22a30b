"""Redline -> HTML: one page that any browser shows and prints, readable in grey and without colour vision.

Insertions are underlined, deletions struck, moved wording doubly underlined with links both ways. The page
holds its own style and asks for nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from workbench.agreement.text import Emphasis, Footnote, Style, Text
from workbench.agreement.tree import BASIC, GROUPING, Kind
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Pieces, Row
from workbench.formats import changes

_STYLE = """
body { font: 12pt/1.5 "Source Serif 4", "Times New Roman", serif; max-width: 46rem; margin: 2rem auto;
  padding: 0 1rem; color: #1c1b19; background: #fff; }
.summary { font: 10pt/1.4 "Source Sans 3", Arial, sans-serif; border: 1px solid #cfcac0;
  padding: .6rem 1rem; }
.summary b { margin-right: .2rem; } .summary span { margin-right: 1.2rem; }
p, h1, h2, h3 { margin: .5rem 0; } h1, h2 { text-align: center; } h1 { font-size: 1.3em; }
h2 { font-size: 1em; }
.number { display: block; } .label { margin-right: .5em; }
ins { color: #1f4e9e; text-decoration: underline; } del { color: #b3261e; text-decoration: line-through; }
.moved-here { color: #2e6b3e; text-decoration: underline double; }
.moved-away { color: #2e6b3e; text-decoration: line-through double; }
.changed { border-left: 3px solid #cfcac0; padding-left: .6rem; margin-left: -.8rem; }
.note { font: 9pt "Source Sans 3", Arial, sans-serif; color: #5b564c; } .note a { color: inherit; }
td { border: 1px solid #cfcac0; padding: .2rem .5rem; vertical-align: top; }
"""
_TAGS = {
    Style.BOLD: "b",
    Style.ITALIC: "i",
    Style.UNDERLINE: "u",
    Style.SUPERSCRIPT: "sup",
    Style.SUBSCRIPT: "sub",
    Style.SMALL_CAPS: "small",
}
_ABSENT = {Fate.MOVED_AWAY: Op.INSERT, Fate.MOVED_HERE: None}


def to_bytes(redline: Redline) -> bytes:
    """The redline as one HTML page in UTF-8. The same redline gives the same bytes."""
    return "\n".join(_Page(redline).lines()).encode()


class _Page:
    def __init__(self, redline: Redline) -> None:
        self.redline = redline
        self.named: set[str] = set()
        self.words = changes.words(redline.new.language)

    def lines(self) -> Iterator[str]:
        title = escape(f"{self.words['title']}: {self.redline.new.title_text}")
        language = escape(self.redline.new.language)
        yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head><meta charset="utf-8">'
        yield f"<title>{title}</title>\n<style>{_STYLE}</style></head>\n<body>"
        yield self.summary()
        open_table = False
        for row in self.redline.rows:
            in_table = row.kind in (Kind.ROW, Kind.CELL)
            if in_table != open_table:
                yield "<table><tbody>" if in_table else "</tbody></table>"
                open_table = in_table
            yield from self.table_row(row) if in_table else self.row(row)
        yield f"{'</tbody></table>' if open_table else ''}</body>\n</html>"

    def summary(self) -> str:
        shown = "".join(
            f"<span><b>{count}</b>{escape(name)}</span>" for name, count in changes.counts(self.redline)
        )
        signed = self.redline.revisions[0] if self.redline.revisions else None
        hand = f"<div>{escape(signed.author)} {escape(signed.date)}</div>" if signed and signed.author else ""
        return f'<div class="summary">{shown}{hand}</div>'

    def table_row(self, row: Row) -> Iterator[str]:
        """A row opens itself; the browser closes it where the next one opens, as HTML lets it."""
        words = self.pieces(row.heading_pieces, row.fate) + self.pieces(row.text_pieces, row.fate)
        if row.kind is Kind.ROW:
            yield f"<tr>{f'<td>{words}</td>' if words else ''}"
        else:
            yield f"<td>{words}</td>"

    def row(self, row: Row) -> Iterator[str]:
        heading = self.pieces(row.heading_pieces, row.fate)
        text = self.pieces(row.text_pieces, row.fate)
        label = self.number(row)
        note = self.note(row)
        if not (heading or text or label or note):
            return
        classes = ["changed"] if row.changed else []
        anchors = self.anchors(row)
        indent = f' style="margin-left:{max(0, row.depth - 1) * 1.5:g}rem"' if row.depth > 1 else ""
        shown = f' class="{" ".join(classes)}"' if classes else ""
        if row.kind in (*BASIC, *GROUPING, Kind.ANNEX) and not row.wrap_up:
            yield f'<h2{shown}>{anchors}<span class="number">{label}</span>{heading}</h2>'
            if text:
                yield f"<p{shown}>{text}</p>"
        elif row.kind is Kind.TITLE_LINE:
            yield f"<h1{shown}>{anchors}{heading}{text}</h1>"
        else:
            if heading:
                yield f"<h3{shown}>{heading}</h3>"
            printed = f'<span class="label">{label}</span>' if label else ""
            yield f"<p{shown}{indent}>{anchors}{printed}{text}</p>"
        if note:
            yield f'<p class="note"{indent}>{note}</p>'

    def anchors(self, row: Row) -> str:
        """Where links to a revision lead: its first row, and for a move the first row on either side."""
        side = "a" if row.fate is Fate.MOVED_AWAY else ""
        names = [name for name in (f"r{side}{number}" for number in row.revisions) if name not in self.named]
        self.named.update(names)
        return "".join(f'<a id="{name}"></a>' for name in names)

    def number(self, row: Row) -> str:
        """A computed number that changed is shown as it is now; a note says what it was."""
        if row.wrap_up or row.joined:
            return ""
        shown = row.old_number if row.fate is Fate.MOVED_AWAY else row.new_number or row.old_number
        if shown is None or not shown.printed:
            return ""
        return self.wrapped(escape(shown.printed), row.fate, None)

    def note(self, row: Row) -> str:
        said = escape(changes.note(self.redline, row))
        if not said or row.fate not in (Fate.MOVED_AWAY, Fate.MOVED_HERE):
            return said
        side = "" if row.fate is Fate.MOVED_AWAY else "a"
        return f'<a href="#r{side}{row.revisions[0]}">{said}</a>'

    def pieces(self, pieces: Pieces, fate: Fate) -> str:
        absent = _ABSENT.get(fate)
        return "".join(
            self.wrapped(_words(piece.old if fate is Fate.MOVED_AWAY else piece.text), fate, piece.op)
            for piece in pieces
            if piece.op is not absent
        )

    def wrapped(self, words: str, fate: Fate, op: Op | None) -> str:
        if not words:
            return ""
        if op is Op.INSERT or (op is None and fate is Fate.INSERTED):
            return f"<ins>{words}</ins>"
        if op is Op.DELETE or (op is None and fate is Fate.DELETED):
            return f"<del>{words}</del>"
        if fate in (Fate.MOVED_AWAY, Fate.MOVED_HERE):
            return f'<span class="{fate.value}">{words}</span>'
        return words


def _words(text: Text) -> str:
    """Words with their emphasis; a note stands in brackets where its sign stands."""
    notes = text.of(Footnote)
    edges = sorted({0, len(text), *(m.start for m in text.marks), *(m.end for m in text.marks)})
    result: list[str] = []
    for start, end in zip(edges, [*edges[1:], len(text)], strict=True):
        result.extend(f"<sup>[{escape(value.text)}]</sup>" for at, _, value in notes if at == start)
        words = escape(text.plain[start:end], quote=False).replace("\n", "<br>")
        looks = [v.style for s, e, v in text.of(Emphasis) if s <= start and e >= end and words]
        for style in dict.fromkeys(looks):
            words = f"<{_TAGS[style]}>{words}</{_TAGS[style]}>"
        result.append(words)
    return "".join(result)
