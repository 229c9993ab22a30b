"""What offices put round a text and how they set its heads: more layouts for `layouts.Print`s.

Page numbers of every form, headers of browsers and registries, watermarks, letter-spaced heads and small
capitals, ligatures, lines numbered by fives.
"""

from __future__ import annotations

from tests.formats.pdf.layouts import Layout, capitals, centred, escaped, one_line, together
from tests.formats.pdf.prints import Clause

_A4 = '#set page(paper: "a4", numbering: "1")\n'
_PARTED = "#set par(justify: true, spacing: 1.2em, leading: 0.65em)\n"
_RUN = (
    "#set par(justify: true, spacing: 0.65em, leading: 0.65em, "
    "first-line-indent: (amount: 1.5em, all: true))\n"
)


def small_capitals(clause: Clause) -> list[str]:
    """Small capitals as Word prints them: capitals in a smaller size."""
    return [f"#align(center)[{_small(words)}]" for words in (clause.label, clause.heading) if words]


def letter_spaced(clause: Clause) -> list[str]:
    """So much space between the letters that it looks like the space between words."""
    label = f"#align(center)[#text(tracking: 0.35em)[{escaped(clause.label.upper())}]]"
    heading = f"#align(center)[#text(tracking: 0.3em)[{escaped(clause.heading)}]]"
    return [label, heading] if clause.heading else [label]


def apart(clause: Clause) -> list[str]:
    """The label in bold at the margin, the heading in italics below it."""
    return [f"*{escaped(clause.label)}*", *([f"_{escaped(clause.heading)}_"] if clause.heading else [])]


def _small(words: str) -> str:
    return " ".join(
        f"#text(1em)[{escaped(word[0])}]#text(0.78em)[{escaped(word[1:].upper())}]"
        if word[0].isupper() and len(word) > 1
        else f"#text(0.78em)[{escaped(word.upper())}]"
        for word in words.split()
    )


HOUSE_STYLES = {
    "ligatures": Layout(f'{_A4}#set text(font: "Libertinus Serif", size: 11pt, hyphenate: true)\n{_RUN}'),
    "small capitals": Layout(
        f'{_A4}#set text(font: "Libertinus Serif", size: 11pt)\n{_PARTED}', small_capitals
    ),
    "letter-spaced": Layout(
        f'{_A4}#set text(font: "Liberation Serif", size: 11pt)\n{_PARTED}', letter_spaced
    ),
    "page of pages": Layout(
        '#set page(paper: "a4", footer: context align(right)[Page #counter(page).display() of '
        '#counter(page).final().first()])\n#set text(font: "DejaVu Serif", size: 10pt)\n' + _PARTED,
        apart,
    ),
    "registry": Layout(
        '#set page(paper: "a4", footer: context [RG 5324\\/24 #h(1fr) JK\\/eo #h(1fr) '
        "#counter(page).display() \\ Unit 2 #h(1fr) *LIMITED* #h(1fr) EN])\n"
        '#set text(font: "Liberation Sans", size: 11pt)\n#set par(spacing: 1.2em)\n'
    ),
    "roman pages": Layout(
        '#set page(paper: "a4", numbering: "– i –", header: align(center)[RESTRICTED])\n'
        '#set text(font: "DejaVu Serif", size: 9.5pt)\n' + _RUN,
        capitals,
    ),
    "browser": Layout(
        '#set page(paper: "a4", margin: 1.6cm, header: [#text(7pt)[12\\/03\\/2024, 14:05 #h(1fr) Agreement on '
        "lighthouses | Acts]], footer: context [#text(7pt)[https:\\/\\/acts.example.org\\/id\\/4711 #h(1fr) "
        "#counter(page).display()\\/#counter(page).final().first()]])\n"
        '#set text(font: "DejaVu Sans", size: 10pt)\n#set par(spacing: 1.2em)\n',
        one_line,
    ),
    "gazette page": Layout(
        '#set page(paper: "a4", header: context align(center)[#counter(page).display(). lpp.])\n'
        '#set text(font: "Liberation Sans", size: 10pt, hyphenate: true)\n' + _RUN
    ),
    "level watermark": Layout(
        _A4
        + "#set page(foreground: place(center + horizon, text(110pt, fill: rgb(200, 200, 200, 90))[DRAFT]))\n"
        + f'#set text(font: "Liberation Serif", size: 11pt)\n{_PARTED}'
    ),
    "one and a half": Layout(
        '#set page(paper: "a4", numbering: "1 / 1", margin: (x: 3cm, y: 2.5cm))\n'
        '#set text(font: "Liberation Serif", size: 12pt)\n#set par(justify: true, leading: 1.1em, '
        "spacing: 1.1em, first-line-indent: (amount: 1cm, all: true))\n",
        together,
    ),
    "lines by fives": Layout(
        f"{_A4}#set par.line(numbering: n => if calc.rem(n, 5) == 0 [#n])\n"
        f'#set text(font: "Liberation Serif", size: 11pt)\n{_RUN}',
        centred,
    ),
    "nothing between": Layout(
        f'{_A4}#set text(font: "Liberation Serif", size: 11pt)\n'
        "#set par(justify: true, spacing: 0.65em, leading: 0.65em)\n"
    ),
}
