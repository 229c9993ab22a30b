"""The layouts treaties are printed in, as typst markup: one `Print` in, one PDF out."""

from __future__ import annotations

import re
import tempfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import typst

from tests.formats.pdf.prints import Clause, Print

_SPECIAL = re.compile(r"([\\#$*_`<>@~=\[\]\-+/'\"])")


def escaped(words: str) -> str:
    """Words as typst markup that prints them as they are."""
    return re.sub(r"^(\d+)\.", r"\1\\.", _SPECIAL.sub(r"\\\1", words))


def hanging(words: str) -> str:
    """A numbered paragraph whose lines hang behind its number."""
    number, dot, rest = words.partition(". ")
    return f"{number}. {escaped(rest)}" if dot and number.isdigit() else escaped(words)


def compiled(markup: str) -> bytes:
    """The PDF of typst markup."""
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.typ"
        page.write_text(markup, encoding="utf-8")
        made = typst.compile(page, format="pdf")
    assert isinstance(made, bytes)
    return made


Head = Callable[[Clause], list[str]]


def centred(clause: Clause) -> list[str]:
    """The label centred, the heading in bold below it."""
    heading = [f"#align(center)[*{escaped(clause.heading)}*]"] if clause.heading else []
    return [f"#align(center)[{escaped(clause.label)}]", *heading]


def one_line(clause: Clause) -> list[str]:
    """Label and heading on one line at the margin, in bold."""
    return [f"*{escaped(' – '.join(filter(None, (clause.label, clause.heading))))}*"]


def italic(clause: Clause) -> list[str]:
    """As the United Nations print: the label in italics, the heading below, both in the middle."""
    heading = [f"#align(center)[#smallcaps[{escaped(clause.heading)}]]"] if clause.heading else []
    return [f"#align(center)[_{escaped(clause.label)}_]", *heading]


def capitals(clause: Clause) -> list[str]:
    """Label and heading in capitals, on two lines at the margin."""
    heading = [f"*{escaped(clause.heading.upper())}*"] if clause.heading else []
    return [f"*{escaped(clause.label.upper())}*", *heading]


def together(clause: Clause) -> list[str]:
    """Label and heading centred as two lines of one paragraph."""
    return [f"#align(center)[*{escaped(clause.label)} \\ {escaped(clause.heading)}*]"]


def spaced(clause: Clause) -> list[str]:
    """The label letter-spaced, as old printers did."""
    heading = [f"#align(center)[_{escaped(clause.heading)}_]"] if clause.heading else []
    return [f"#align(center)[#text(tracking: 0.12em)[{escaped(clause.label.upper())}]]", *heading]


@dataclass(frozen=True)
class Layout:
    """How a text is set: the preamble of the markup, its heads, and whether a contents page stands before."""

    setting: str
    head: Head = centred
    contents: bool = False
    points_hang: bool = True
    numbers_hang: bool = False
    headers_change: bool = False


_A4 = '#set page(paper: "a4", numbering: "1")\n'
_SMALL = "#set page(width: 152mm, height: 229mm, margin: (x: 18mm, y: 20mm), {})\n"
_BLOCKS = "#set par(spacing: 1.2em, leading: 0.65em)\n"
_RUN = "#set par(spacing: 0.65em, leading: 0.65em, first-line-indent: (amount: 1.5em, all: true))\n"
LAYOUTS = {
    "office": Layout(
        f'{_A4}#set text(font: "Liberation Sans", size: 11pt)\n#set par(justify: true)\n{_BLOCKS}'
    ),
    "times": Layout(
        f'{_A4}#set text(font: "Liberation Serif", size: 12pt)\n#set par(justify: true)\n{_BLOCKS}',
        one_line,
        numbers_hang=True,
    ),
    "ragged": Layout(
        f'{_A4}#set text(font: "DejaVu Serif", size: 10pt)\n{_BLOCKS}', capitals, numbers_hang=True
    ),
    "double": Layout(
        '#set page(paper: "us-letter", numbering: "1 / 1")\n#set text(font: "Liberation Serif", size: 12pt)\n'
        "#set par(leading: 1.6em, spacing: 1.6em, first-line-indent: (amount: 36pt, all: true))\n",
        centred,
    ),
    "numbered-lines": Layout(
        f'{_A4}#set par.line(numbering: "1")\n#set text(font: "Liberation Serif", size: 11pt)\n{_BLOCKS}',
        one_line,
    ),
    "draft": Layout(
        '#set page(paper: "a4", numbering: "1", header: [DRAFT of 4 May — not for distribution], '
        "foreground: rotate(-50deg, text(90pt, fill: rgb(200, 200, 200, 90))[DRAFT]))\n"
        f'#set text(font: "Liberation Sans", size: 10.5pt)\n#set par(justify: true)\n{_BLOCKS}',
        together,
    ),
    "series": Layout(
        _SMALL.format(
            "header: context if calc.odd(counter(page).get().first()) [Vol. 2207, I-39210 #h(1fr) "
            "#counter(page).display()] else [#counter(page).display() #h(1fr) _Collected Treaties — Recueil_ "
            "#h(1fr) 2019]"
        )
        + '#counter(page).update(114)\n#set text(font: "Liberation Serif", size: 9.5pt, hyphenate: true)\n'
        f"#set par(justify: true)\n{_RUN}",
        italic,
    ),
    "changing-headers": Layout(
        _A4
        + "#set page(header: context { let past = query(selector(<head>).before(here())); if past.len() > 0 "
        "[#past.last().value #h(1fr) Gazette No 12] })\n"
        f'#set text(font: "DejaVu Serif", size: 10pt)\n#set par(justify: true)\n{_BLOCKS}',
        centred,
        headers_change=True,
    ),
    "columns": Layout(
        '#set page(paper: "a4", columns: 2, numbering: "1")\n'
        f'#set text(font: "Liberation Serif", size: 9pt, hyphenate: true)\n#set par(justify: true)\n{_BLOCKS}',
        centred,
    ),
    "gazette": Layout(
        '#set page(paper: "a4", columns: 2, header: [Official Gazette #h(1fr) C 114/#context counter(page).display()])\n'
        f'#set text(font: "Liberation Sans", size: 8.5pt, hyphenate: true)\n#set par(justify: true)\n{_RUN}',
        together,
    ),
    "contents": Layout(
        f'{_A4}#set text(font: "Liberation Serif", size: 11pt)\n#set par(justify: true)\n{_BLOCKS}',
        one_line,
        contents=True,
    ),
    "spaced": Layout(
        f'{_A4}#set text(font: "Liberation Serif", size: 11pt)\n#set par(justify: true)\n{_RUN}', spaced
    ),
    "flat-points": Layout(
        f'{_A4}#set text(font: "Liberation Serif", size: 11pt)\n#set par(justify: true)\n{_BLOCKS}',
        centred,
        points_hang=False,
    ),
}


def markup(print_: Print, layout: Layout) -> str:
    """The typst source of an agreement in a layout."""
    parts = [
        layout.setting + f'#set text(lang: "{print_.language}")',
        f"#align(center, text(size: 1.3em)[*{escaped(print_.title)}*])",
    ]
    if layout.contents:
        parts += _contents(print_)
    parts += [
        escaped(print_.parties),
        *(escaped(words) for words in print_.recitals),
        escaped(print_.formula),
    ]
    for turn, clause in enumerate(print_.articles):
        parts += _article(
            clause, layout, {place: note for (at, place), note in print_.notes.items() if at == turn}
        )
    parts += [escaped(print_.testimonium), escaped(print_.done), _signatures(print_)]
    if print_.annex:
        parts += ["#pagebreak()", f"#align(center)[*{escaped(print_.annex)}*]"]
        for clause in print_.annex_articles:
            parts += _article(clause, layout, {})
    return "\n\n".join(parts)


def typeset(print_: Print, layout: Layout) -> bytes:
    """The PDF of an agreement in a layout."""
    return compiled(markup(print_, layout))


def side_by_side(one: Print, other: Print) -> bytes:
    """Two languages in two columns, article beside article."""
    plain = Layout("", centred)
    rows = [(_opening(one), _opening(other))]
    rows += [
        ("\n\n".join(_article(a, plain, {})), "\n\n".join(_article(b, plain, {})))
        for a, b in zip(one.articles, other.articles, strict=True)
    ]
    rows.append((_ending(one), _ending(other)))
    cells = "\n".join(f"[{a}], [{b}]," for a, b in rows)
    return compiled(
        '#set page(paper: "a4", numbering: "1", margin: 2cm)\n#set text(font: "Liberation Serif", size: 9.5pt)\n'
        f"#set par(justify: true)\n{_BLOCKS}#grid(columns: (1fr, 1fr), column-gutter: 22pt, row-gutter: 1.2em,\n"
        f"{cells})"
    )


def facing(one: Print, other: Print) -> bytes:
    """Two languages on facing pages: each article on a page of its own, left one language, right the other."""
    plain = Layout("", centred)
    sheets = []
    for number in range(0, len(one.articles), 3):
        for text in (one, other):
            clauses = text.articles[number : number + 3]
            parts = [_opening(text)] if number == 0 else []
            parts += ["\n\n".join(_article(clause, plain, {})) for clause in clauses]
            parts += [_ending(text)] if number + 3 >= len(text.articles) else []
            sheets.append("\n\n".join(parts))
    return compiled(
        '#set page(width: 152mm, height: 260mm, numbering: "1", margin: 16mm)\n'
        f'#set text(font: "Liberation Serif", size: 8.5pt)\n#set par(justify: true)\n{_BLOCKS}'
        + "\n#pagebreak()\n".join(sheets)
    )


def one_after_the_other(one: Print, other: Print) -> bytes:
    """Two languages in one file: first the whole text in one, then in the other from a new page."""
    first, second = (markup(text, LAYOUTS["office"]) for text in (one, other))
    return compiled(f"{first}\n\n#pagebreak()\n\n{second}")


def _opening(text: Print) -> str:
    return "\n\n".join(
        [
            f"#align(center)[*{escaped(text.title)}*]",
            escaped(text.parties),
            *(escaped(words) for words in text.recitals),
            escaped(text.formula),
        ]
    )


def _ending(text: Print) -> str:
    signatures = "\n\n".join(escaped(words) for words in text.signatures)
    return f"{escaped(text.testimonium)}\n\n{escaped(text.done)}\n\n{signatures}"


def _contents(print_: Print) -> list[str]:
    rows = [
        f"{escaped(f'{clause.label} {clause.heading}')} #box(width: 1fr, repeat[.]) {turn // 4 + 2}"
        for turn, clause in enumerate(print_.articles)
    ]
    word = {"en": "Contents", "lv": "Saturs", "uk": "Зміст"}[print_.language]
    return [f"#align(center)[{word}]", *rows, "#pagebreak()"]


def _article(clause: Clause, layout: Layout, notes: dict[int, str]) -> list[str]:
    parts = layout.head(clause)
    if layout.headers_change:
        parts[0] += f' #metadata("{clause.label}") <head>'
    for place, (words, points) in enumerate(clause.paragraphs):
        note = f"#footnote[{escaped(notes[place])}]" if place in notes else ""
        parts.append((hanging(words) if layout.numbers_hang else escaped(words)) + note)
        if layout.points_hang:
            parts += [f"#pad(left: 24pt)[#par(first-line-indent: 0pt)[{escaped(p)}]]" for p in points]
        else:
            parts += [escaped(p) for p in points]
    return parts


def _signatures(print_: Print) -> str:
    one, other = (escaped(words) for words in print_.signatures)
    return f"#v(2em)\n#grid(columns: (1fr, 1fr), gutter: 1em)[{one}][{other}]"
