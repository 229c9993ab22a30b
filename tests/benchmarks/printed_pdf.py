"""Texts whose articles are known, typeset as PDF in the layouts treaties are printed in, and read again.

    python tests/benchmarks/printed_pdf.py [--corpus DIR]

The treaties of the corpus are set by typst in a plain layout, ragged with indents, with running headers and
footers, in two columns and with a contents page. Printed: article boundaries and paragraphs per article.
"""

from __future__ import annotations

import argparse
import re
import sys
import tempfile
from collections import Counter
from pathlib import Path

import typst

from workbench.agreement.tree import Agreement, Kind, Provision
from workbench.formats.pdf.reader import from_bytes as read_pdf
from workbench.formats.text.reader import read as read_text
from workbench.recognition import recognise

LAYOUTS = {
    "plain": '#set page(paper: "a4", numbering: "1")\n#set par(justify: true)',
    "ragged": '#set page(paper: "a5", footer: context align(right)[– #counter(page).display() –])\n'
    "#set par(justify: false, first-line-indent: 1.2em, spacing: 0.65em)",
    "series": '#set page(paper: "a4", header: context [Treaty Series #h(1fr) 1991], '
    "footer: context [#counter(page).display() #h(1fr) Vol. 1234])\n#set par(justify: true)",
    "columns": '#set page(paper: "a4", columns: 2, numbering: "1")\n#set par(justify: true)\n'
    "#set text(size: 9pt)",
    "contents": '#set page(paper: "a4", numbering: "1")\n#set par(justify: true)',
}
_SPECIAL = re.compile(r"([\\#$*_`<>@~=\[\]\-+/'\"])")


def escaped(words: str) -> str:
    """Words as typst markup that prints them as they are."""
    return _SPECIAL.sub(r"\\\1", words)


def typeset(title: str, articles: list[tuple[str, str, list[str]]], layout: str) -> bytes:
    """The PDF of articles (label, heading, paragraphs) in one of the layouts."""
    parts = [LAYOUTS[layout], f"#align(center, text(size: 15pt)[*{escaped(title)}*])"]
    if layout == "contents":
        rows = [
            f"{escaped(label)} {escaped(heading)} #box(width: 1fr, repeat[.]) {turn // 4 + 2}"
            for turn, (label, heading, _) in enumerate(articles)
        ]
        parts += ["#align(center)[Contents]", *rows, "#pagebreak()"]
    for label, heading, paragraphs in articles:
        parts.append(f"#align(center)[{escaped(label)}]")
        if heading:
            parts.append(f"#align(center)[*{escaped(heading)}*]")
        parts.extend(escaped(words) for words in paragraphs)
    with tempfile.TemporaryDirectory() as folder:
        page = Path(folder) / "page.typ"
        page.write_text("\n\n".join(parts), encoding="utf-8")
        made = typst.compile(page, format="pdf")
    assert isinstance(made, bytes)
    return made


def articles_of(agreement: Agreement) -> list[Provision]:
    """The articles of the body in order."""
    return [unit for top in agreement.body for unit in top.walk() if unit.kind is Kind.ARTICLE]


def printable(article: Provision) -> tuple[str, str, list[str]]:
    """The label, heading and paragraphs of an article as a printer gets them."""
    paragraphs = []
    for child in article.children:
        for unit in child.walk():
            words = " ".join(unit.text.plain.split())
            if words:
                number = f"{unit.printed} " if unit.printed and unit.printed != "–" else ""
                paragraphs.append(number + words)
    return article.printed or "", " ".join(article.heading.plain.split()), paragraphs


def shapes(articles: list[Provision]) -> Counter[str]:
    """The printed numbers of the articles."""
    return Counter((article.printed or "").casefold() for article in articles)


def paragraphs_of(article: Provision) -> int:
    """How many paragraphs an article has."""
    return sum(child.kind is Kind.PARAGRAPH for child in article.children)


def main() -> int:
    """Typeset the treaties in every layout, read them again and print how much came back."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    parser.add_argument("--corpus", type=Path, default=default)
    corpus: Path = parser.parse_args().corpus
    counts: Counter[tuple[str, str]] = Counter()
    for path in sorted((corpus / "treaties").glob("*.txt")):
        treaty = recognise(read_text(path)).agreement
        articles = articles_of(treaty)
        for layout in LAYOUTS:
            data = typeset(treaty.title_text or "Treaty", [printable(unit) for unit in articles], layout)
            found = articles_of(recognise(read_pdf(data, name=f"{path.stem}-{layout}.pdf")).agreement)
            counts[layout, "printed"] += len(articles)
            counts[layout, "read"] += len(found)
            counts[layout, "right"] += (shapes(articles) & shapes(found)).total()
            paragraphs = {(unit.printed or "").casefold(): paragraphs_of(unit) for unit in found}
            counts[layout, "paragraphs"] += sum(
                paragraphs.get((unit.printed or "").casefold()) == paragraphs_of(unit) for unit in articles
            )
    sys.stdout.write(f"{'layout':<10} {'precision':>10} {'recall':>10} {'paragraphs':>11}   >= 0.97 wanted\n")
    for layout in LAYOUTS:
        right, printed = counts[layout, "right"], max(1, counts[layout, "printed"])
        precision = right / max(1, counts[layout, "read"])
        share = counts[layout, "paragraphs"] / printed
        sys.stdout.write(f"{layout:<10} {precision:>10.3f} {right / printed:>10.3f} {share:>11.3f}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
