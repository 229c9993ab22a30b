"""HTML: one self-contained page, typeset like the printed agreement, readable without a network.

Nothing is loaded from elsewhere and no script runs. Every unit has its eId as anchor, so that
cross-references are links and a passage can be pointed to.
"""

from __future__ import annotations

from html import escape

from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import Style, Text
from workbench.agreement.tree import Agreement, ProvisionId
from workbench.formats.akn.eids import eids
from workbench.formats.lines import Line, Role, Run, lines, runs

_TAGS = {
    Style.ITALIC: ("<em>", "</em>"),
    Style.BOLD: ("<strong>", "</strong>"),
    Style.UNDERLINE: ("<u>", "</u>"),
    Style.SUPERSCRIPT: ("<sup>", "</sup>"),
    Style.SUBSCRIPT: ("<sub>", "</sub>"),
    Style.SMALL_CAPS: ('<span class="small-caps">', "</span>"),
}
_STYLE = """
:root { color-scheme: light dark; }
body { margin: 0 auto; max-width: 42rem; padding: 3rem 1.5rem 5rem; hyphens: auto;
  font: 1.0625rem/1.55 "Source Serif 4", "Source Serif Pro", Charter, Georgia, "Times New Roman", serif; }
.title { font-size: 1.35rem; font-weight: 700; line-height: 1.35; margin: 0 0 2.5rem; }
.title p { text-align: center; margin: 0; }
h2 { font-size: 1.0625rem; text-align: center; margin: 2.2rem 0 .9rem; break-after: avoid; }
h2.group, h2.annex { font-size: 1.15rem; margin-top: 3rem; }
h2.section { text-align: left; }
h2 span { display: block; } h2.section span { display: inline; }
h3 { font-size: 1.0625rem; font-style: italic; font-weight: 600; margin: 1.6rem 0 .6rem; break-after: avoid; }
p { margin: 0 0 .8rem; text-align: justify; }
p.marking { text-align: center; font-style: italic; }
.clause { display: grid; grid-template-columns: auto 1fr; column-gap: .75rem;
  margin-left: calc(2rem * var(--depth)); }
.clause > .num { min-width: 1.6rem; }
.run-in { font-weight: 600; display: block; }
.small-caps { font-variant: small-caps; }
.placeholder { border-bottom: 1px dashed; }
table { border-collapse: collapse; width: 100%; margin: 0 0 1rem; }
td { border: 1px solid; padding: .35rem .6rem; vertical-align: top; }
.signatures { display: grid; grid-template-columns: repeat(auto-fit, minmax(14rem, 1fr)); gap: 3rem;
  margin-top: 3rem; break-inside: avoid; text-align: center; }
.signatures div { padding-bottom: 4rem; border-bottom: 1px solid; }
.signatures .lined { border-bottom: none; }
.notes { border-top: 1px solid; margin-top: 3rem; font-size: .9rem; }
a { color: inherit; text-decoration-thickness: 1px; text-underline-offset: .15em; }
@media print { body { max-width: none; padding: 0; } @page { margin: 2.5cm; } }
""".strip()


def to_bytes(agreement: Agreement) -> bytes:
    """The agreement as one UTF-8 page. The same agreement gives the same bytes."""
    return _Page(agreement).whole().encode()


class _Page:
    def __init__(self, agreement: Agreement) -> None:
        self.agreement = agreement
        self.anchors = eids(agreement)
        self.notes: list[str] = []

    def whole(self) -> str:
        printed = list(lines(self.agreement))
        title = [self._title(line) for line in printed if line.role is Role.TITLE]
        main = [self._line(line) for line in printed if line.role is not Role.TITLE]
        name = escape(on_one_line(self.agreement.title_text) or "—")
        return "\n".join(
            [
                "<!DOCTYPE html>",
                f'<html lang="{escape(self.agreement.language)}">',
                "<head>",
                '<meta charset="utf-8">',
                '<meta name="viewport" content="width=device-width, initial-scale=1">',
                f"<title>{name}</title>",
                f"<style>\n{_STYLE}\n</style>",
                "</head>",
                "<body>",
                "<main>",
                *(['<div class="title" role="heading" aria-level="1">', *title, "</div>"] if title else []),
                *main,
                *self._notes(),
                "</main>",
                "</body>",
                "</html>",
                "",
            ]
        )

    def _title(self, line: Line) -> str:
        return f"<p{self._anchor(line.unit)}>{self._words(line.text)}</p>"

    def _line(self, line: Line) -> str:
        anchor = self._anchor(line.unit)
        match line.role:
            case Role.MARKING:
                return f'<p class="marking">{self._words(line.text)}</p>'
            case Role.GROUP | Role.ARTICLE | Role.SECTION | Role.ANNEX:
                parts = [escape(line.number), self._words(line.heading)]
                spans = " ".join(f"<span>{part}</span>" for part in parts if part)
                return f'<h2 class="{line.role.value}"{anchor}>{spans}</h2>'
            case Role.CROSSHEADING:
                parts = [escape(line.number), self._words(line.heading), self._words(line.text)]
                return f"<h3{anchor}>{' '.join(part for part in parts if part)}</h3>"
            case Role.TABLE:
                return f"<table{anchor}>\n{self._rows(line)}\n</table>"
            case Role.SIGNATURES:
                cells = "\n".join(self._signatory(cell) for cell in line.cells)
                return f'<section class="signatures"{anchor}>\n{cells}\n</section>'
            case _:
                return self._clause(line, anchor)

    def _clause(self, line: Line, anchor: str) -> str:
        words = self._words(line.text)
        if line.heading:
            words = f'<span class="run-in">{self._words(line.heading)}</span>{words}'
        if not line.number and not line.depth:
            return f"<p{anchor}>{words}</p>"
        return (
            f'<div class="clause" style="--depth: {line.depth}"{anchor}>'
            f'<span class="num">{escape(line.number)}</span><p>{words}</p></div>'
        )

    def _signatory(self, cell: Text) -> str:
        """A source that drew its own line for the signature needs no second one."""
        lined = ' class="lined"' if "__" in cell.plain else ""
        return f"<div{lined}>{self._words(cell)}</div>"

    def _rows(self, line: Line) -> str:
        made = ("".join(f"<td>{self._words(cell)}</td>" for cell in row) for row in line.rows)
        return "\n".join(f"<tr>{cells}</tr>" for cells in made)

    def _words(self, text: Text) -> str:
        return "".join(self._run(run) for run in runs(text))

    def _run(self, run: Run) -> str:
        if run.note is not None:
            self.notes.append(run.note)
            number = len(self.notes)
            return f'<sup><a id="note-mark-{number}" href="#note-{number}">{number}</a></sup>'
        words = escape(run.words).replace("\n", "<br>\n")
        for style in run.styles:
            opening, closing = _TAGS[style]
            words = f"{opening}{words}{closing}"
        if run.names:
            words = f'<span class="{" ".join(dict.fromkeys(run.names))}">{words}</span>'
        if run.target in self.anchors:
            words = f'<a href="#{escape(self.anchors[run.target])}">{words}</a>'
        return words

    def _anchor(self, unit: ProvisionId | None) -> str:
        return f' id="{escape(self.anchors[unit])}"' if unit in self.anchors else ""

    def _notes(self) -> list[str]:
        if not self.notes:
            return []
        items = (
            f'<li id="note-{number}">{escape(note)} <a href="#note-mark-{number}">↩</a></li>'
            for number, note in enumerate(self.notes, start=1)
        )
        return ['<ol class="notes">', *items, "</ol>"]
