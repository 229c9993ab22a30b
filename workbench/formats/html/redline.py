"""Redline -> HTML: one page that any browser shows and prints, readable in grey and without colour vision.

Insertions are underlined, deletions struck, moved wording doubly so at both places, with links both ways; a
bar in the margin tells where anything changed, and programs that read aloud say where a change begins and
ends. The page holds its own style, light or dark as the reader has it, and asks for nothing from elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from html import escape
from itertools import groupby

from workbench.agreement.text import Emphasis, Footnote, Style, Text
from workbench.agreement.tree import BASIC, GROUPING, Kind
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Pieces, Row
from workbench.formats import changes

_STYLE = """
:root { color-scheme: light dark; --ink: #1c1b19; --paper: #fff; --quiet: #5b564c; --line: #b9b3a7;
  --ins: #1f4e9e; --del: #b3261e; --moved: #2e6b3e; }
body { font: 1.0625rem/1.55 "Source Serif 4", Charter, Georgia, "Times New Roman", serif; max-width: 42rem;
  margin: 0 auto; padding: 2rem 2rem 4rem; color: var(--ink); background: var(--paper); }
.summary, .note { font-family: "Source Sans 3", "Segoe UI", Arial, sans-serif; color: var(--quiet); }
.summary { font-size: .9rem; line-height: 1.5; border: 1px solid var(--line); border-radius: 3px;
  padding: .6rem 1rem; margin-bottom: 2.5rem; }
.summary p { display: flex; flex-wrap: wrap; gap: 0 1.2rem; margin: 0; }
.summary strong { color: var(--ink); }
.summary .hand { margin-left: auto; }
.summary table { margin: .6rem 0 .4rem; }
.summary th { border: 1px solid var(--line); padding: .2rem .6rem; font-weight: normal; text-align: left; }
.summary thead th, .summary td { text-align: center; padding: .2rem .6rem; }
.summary thead th:first-child { text-align: left; font-weight: 600; color: var(--ink); }
p, h1, h2, h3 { margin: 0 0 .8rem; position: relative; margin-left: calc(1.5rem * var(--depth, 0)); }
h1, h2 { text-align: center; }
h1 { font-size: 1.35rem; line-height: 1.35; margin-bottom: 2rem; }
h1 span, .number { display: block; }
h1, h2, h3 { break-after: avoid; break-inside: avoid; }
h2, h3 { font-size: 1.0625rem; }
h2 { margin-top: 2rem; }
h3 { font-style: italic; }
.numbered { padding-left: 2rem; text-indent: -2rem; }
.label { display: inline-block; min-width: 2rem; text-indent: 0; }
ins, del { text-decoration-thickness: 1px; }
ins { color: var(--ins); text-decoration-line: underline; text-underline-offset: .15em; }
del { color: var(--del); text-decoration-line: line-through; }
.moved { color: var(--moved); text-decoration-style: double; }
.changed::after { content: ""; position: absolute; inset: 0 auto 0 calc(-1rem - 1.5rem * var(--depth, 0));
  border-left: 3px solid var(--line); }
.note { font-size: .8rem; margin-top: -.5rem; }
.note a { color: inherit; }
h2 + .note { text-align: center; break-after: avoid; }
.numbered + .note { padding-left: 2rem; }
main { padding-right: 1px; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
td { border: 1px solid var(--line); padding: .3rem .6rem; vertical-align: top; }
ins::before, ins::after, del::before, del::after { position: absolute; width: 1px; height: 1px;
  overflow: hidden; clip-path: inset(50%); white-space: nowrap; }
ins::after, del::after { content: "]"; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8e4dc; --paper: #1b1a18; --quiet: #a9a294;
  --line: #5d574c; --ins: #8db4f2; --del: #f2938c; --moved: #8fcf9f; } }
@media print { :root { --ink: #000; --paper: #fff; --quiet: #444; --line: #888; --ins: #1f4e9e;
  --del: #b3261e; --moved: #2e6b3e; }
  body { max-width: none; padding: 0 0 0 1rem; font-size: 11pt; } tr { break-inside: avoid; }
  @page { size: A4; margin: 2.2cm 2.5cm; } }
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


def to_bytes(redline: Redline, *, summary: bool = False) -> bytes:
    """The redline as one HTML page in UTF-8; with `summary` a table of changes by article stands in front.

    The same redline gives the same bytes.
    """
    return "\n".join(_Page(redline, summary).lines()).encode()


class _Page:
    def __init__(self, redline: Redline, summary: bool) -> None:
        self.redline = redline
        self.articles = changes.by_article(redline) if summary else []
        self.named: set[str] = set()
        self.words = changes.words(redline.new.language)

    def lines(self) -> Iterator[str]:
        title = escape(f"{self.words['title']}: {self.redline.new.title_text}".rstrip(": "))
        language = escape(self.redline.new.language)
        yield f'<!DOCTYPE html>\n<html lang="{language}">\n<head>\n<meta charset="utf-8">'
        yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
        yield f"<title>{title}</title>\n<style>{_STYLE}{self.spoken()}</style>\n</head>\n<body>"
        yield from self.summary()
        yield "<main>"
        for kind, rows in groupby(self.redline.rows, _together):
            if kind is Kind.TITLE_LINE:
                yield from self.title(rows)
            elif kind is Kind.TABLE:
                yield from self.table(rows)
            else:
                for row in rows:
                    yield from self.row(row)
        yield "</main>\n</body>\n</html>"

    def spoken(self) -> str:
        """What is read aloud where a change begins."""
        said = (("ins", "inserted"), ("del", "deleted"), ("ins.moved", "moved"), ("del.moved", "moved"))
        return "".join(f'{tag}::before {{ content: "[{self.words[kind]}: "; }}\n' for tag, kind in said)

    def summary(self) -> Iterator[str]:
        counted = [(count, name) for name, count in changes.counts(self.redline) if count]
        shown = "".join(f"<span><strong>{count}</strong> {escape(name)}</span>" for count, name in counted)
        hand = f'<span class="hand">{escape(changes.signed(self.redline))}</span>'
        none = "" if self.redline.revisions else f"<span>{escape(self.words['none'])}</span>"
        head = f"<p><strong>{escape(self.words['title'])}</strong>{hand}</p>"
        yield f'<header class="summary">{head}<p>{none}{shown}</p>'
        if self.articles:
            yield from self.by_article()
        yield "</header>"

    def by_article(self) -> Iterator[str]:
        kinds = changes.occurring(self.articles)
        heads = "".join(
            f'<th scope="col">{escape(self.words[name])}</th>'
            for name in ("provision", *(kind.value for kind in kinds))
        )
        yield f"<table>\n<thead><tr>{heads}</tr></thead>\n<tbody>"
        for article in self.articles:
            counts = "".join(f"<td>{article.counts[kind] or '–'}</td>" for kind in kinds)
            yield f'<tr><th scope="row">{escape(article.name)}</th>{counts}</tr>'
        yield "</tbody>\n</table>"

    def title(self, rows: Iterable[Row]) -> Iterator[str]:
        """The lines of the title, which is one heading."""
        shown = []
        for row in rows:
            words = self.pieces(row.heading_pieces, row.fate) + self.pieces(row.text_pieces, row.fate)
            if words:
                shown.append(f"<span{_class(row)}>{self.anchors(row)}{words}</span>")
        if shown:
            yield f"<h1>{''.join(shown)}</h1>"

    def table(self, rows: Iterable[Row]) -> Iterator[str]:
        yield "<table>\n<tbody>"
        cells: list[str] = []
        for row in rows:
            words = self.pieces(row.heading_pieces, row.fate) + self.pieces(row.text_pieces, row.fate)
            if row.kind is Kind.ROW:
                yield from _table_row(cells)
                cells = []
            if words or row.kind is Kind.CELL:
                cells.append(f"<td>{self.anchors(row)}{words}</td>")
        yield from _table_row(cells)
        yield "</tbody>\n</table>"

    def row(self, row: Row) -> Iterator[str]:
        heading = self.pieces(row.heading_pieces, row.fate)
        text = self.pieces(row.text_pieces, row.fate)
        label = self.number(row)
        note = self.note(row)
        if not (heading or text or label or note):
            return
        anchors = self.anchors(row)
        indent = f' style="--depth: {row.depth - 1}"' if row.depth > 1 else ""
        shown = _class(row)
        if row.kind in (*BASIC, *GROUPING, Kind.ANNEX) and not row.wrap_up:
            number = f'<span class="number">{label}</span>' if label else ""
            if number or heading:
                yield f"<h2{shown}>{anchors}{number}{heading}</h2>"
                anchors = ""
            if text:
                yield f"<p{shown}>{anchors}{text}</p>"
        elif row.kind is Kind.CROSSHEADING:
            printed = " ".join(filter(None, (label, heading, text)))
            yield f"<h3{shown}{indent}>{anchors}{printed}</h3>"
        else:
            if heading:
                yield f"<h3{shown}{indent}>{anchors}{heading}</h3>"
                anchors = ""
            printed = f'<span class="label">{label}</span>' if label else ""
            if printed or text or anchors:
                yield f"<p{_class(row, 'numbered' if label else '')}{indent}>{anchors}{printed}{text}</p>"
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
            tag = "del" if fate is Fate.MOVED_AWAY else "ins"
            return f'<{tag} class="moved">{words}</{tag}>'
        return words


def _together(row: Row) -> Kind | None:
    """Rows that make one heading or one table stand together."""
    if row.kind in (Kind.ROW, Kind.CELL):
        return Kind.TABLE
    return Kind.TITLE_LINE if row.kind is Kind.TITLE_LINE else None


def _class(row: Row, also: str = "") -> str:
    names = " ".join(filter(None, (also, "changed" if row.changed else "")))
    return f' class="{names}"' if names else ""


def _table_row(cells: list[str]) -> Iterator[str]:
    if cells:
        yield f"<tr>{''.join(cells)}</tr>"


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
