"""Texts whose articles are known, typeset as PDF in the layouts treaties are printed in, and read again.

    python tests/benchmarks/printed_pdf.py [--corpus DIR] [--office] [--verbose]

First the treaties of the corpus, set by typst in a plain layout, ragged with indents, with running headers and
footers, in two columns and with a contents page: article boundaries and paragraphs per article. Then agreements
of our own wording in English, Latvian and Ukrainian in every layout of `tests/formats/pdf/layouts.py` and
`house_styles.py`, in two languages side by side, on facing pages and one after the other, and (`--office`) through
LibreOffice: heads, paragraph boundaries and footnotes. Last the published PDFs of the corpus against `printed_pdf.json`, which holds
for each the numbers and kinds of its units and a hash of their first words, checked by eye against the pages.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import re
import shutil
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import typst

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.formats.pdf import judging, office
from tests.formats.pdf.house_styles import HOUSE_STYLES
from tests.formats.pdf.layouts import LAYOUTS as PRINTS
from tests.formats.pdf.layouts import facing, one_after_the_other, side_by_side
from tests.formats.pdf.layouts import typeset as print_as
from tests.formats.pdf.prints import Print, printed
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


VARIANTS = (
    {"language": "en", "seed": 11},
    {"language": "en", "seed": 12, "notes": True, "numbered": False},
    {"language": "en", "seed": 13, "headings": False, "annex": True, "label": "ARTICLE {}"},
    {"language": "lv", "seed": 14, "notes": True},
    {"language": "lv", "seed": 15, "annex": True},
    {"language": "uk", "seed": 16, "notes": True},
    {"language": "uk", "seed": 17, "numbered": False},
)
TRUTH = Path(__file__).with_suffix(".json")


def own_prints() -> Iterator[tuple[str, Print, Agreement]]:
    """The agreements of our own in every layout: its name, what was printed, what was read."""
    for name, layout in {**PRINTS, **HOUSE_STYLES}.items():
        for variant in VARIANTS:
            text = printed(**variant)  # type: ignore[arg-type]  # one table for arguments of several types
            yield name, text, recognise(read_pdf(print_as(text, layout), name="x.pdf")).agreement


def own_versions() -> Iterator[tuple[str, Print, Agreement | None]]:
    """The agreements of our own in two languages; None for a version that was not found."""
    layouts = {"in columns": side_by_side, "facing pages": facing, "one after other": one_after_the_other}
    for layout, made in layouts.items():
        for one, other in (("en", "lv"), ("uk", "en"), ("lv", "uk")):
            texts = [printed(one, seed=21), printed(other, seed=21)]
            found = recognise(read_pdf(made(*texts), name="x.pdf"))
            read = {version.language: version for version in (found.agreement, *found.versions)}
            for text in texts:
                yield layout, text, read.get(text.language)


def own_office() -> Iterator[tuple[str, Print, Agreement]]:
    """The agreements of our own, written as Word files and printed by LibreOffice."""
    for layout, text, data in office.printed_files(VARIANTS):
        yield layout, text, recognise(read_pdf(data, name="x.pdf")).agreement


def judged(rows: Iterator[tuple[str, Print, Agreement | None]], *, verbose: bool) -> None:
    """Print a line for every layout: precision and recall of heads and paragraphs, notes found."""
    counts: dict[str, Counter[str]] = {}
    for layout, text, read in rows:
        count = counts.setdefault(layout, Counter())
        count["texts"] += 1
        count["notes printed"] += len(text.notes)
        count["heads printed"] += len(text.articles) + len(text.annex_articles)
        count["units printed"] += sum(1 for _ in text.units())
        if read is None:
            continue
        for what, found in (("heads", judging.heads(text, read)), ("units", judging.units(text, read))):
            count[f"{what} right"] += found.right
            count[f"{what} read"] += found.read.total()
            if verbose and found.wrong:
                sys.stdout.write(f"    {layout}, {text.language}: {found.wrong}\n")
        count["notes right"] += (Counter(judging.notes(read)) & Counter(text.notes.values())).total()
    whole: Counter[str] = sum(counts.values(), Counter())
    for layout, count in [*counts.items(), ("all", whole)]:
        figures = [
            count[f"{what} right"] / max(1, count[f"{what} {of}"])
            for what in ("heads", "units")
            for of in ("read", "printed")
        ]
        sys.stdout.write(
            f"{layout:<18} {count['texts']:>5} {figures[0]:>10.3f} {figures[1]:>7.3f} {figures[2]:>11.3f} "
            f"{figures[3]:>7.3f}   {count['notes right']}/{count['notes printed']}\n"
        )


def signs(agreement: Agreement) -> list[str]:
    """Each unit of a text as its kind, printed number and a hash of its first words: no word of it."""
    rows = []
    for zone in (agreement.preamble, agreement.body, agreement.closing, agreement.annexes):
        for top in zone:
            for unit in top.walk():
                words = " ".join((unit.heading.plain or unit.text.plain).split()[:4])
                digest = hashlib.sha256(words.casefold().encode()).hexdigest()[:8]
                rows.append(f"{unit.kind.value} {unit.printed or '-'} {digest}")
    return rows


def published(corpus: Path) -> None:
    """Print precision and recall of all units of the published PDFs against what was checked by eye."""
    truth: dict[str, list[str]] = json.loads(TRUTH.read_text(encoding="utf-8"))
    for name, units in truth.items():
        path = corpus / name
        if not path.exists():
            sys.stdout.write(f"{name}: not there\n")
            continue
        agreement = recognise(read_pdf(path.read_bytes(), name=path.name)).agreement
        wanted, got = Counter(units), Counter(signs(agreement))
        right = (wanted & got).total()
        sys.stdout.write(
            f"{path.name:<32} {right / max(1, got.total()):>10.3f} {right / max(1, wanted.total()):>7.3f}   "
            f"{wanted.total()} units\n"
        )


def treaties(corpus: Path) -> None:
    """Typeset the treaties of the corpus in every layout, read them again and print how much came back."""
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
        right, total = counts[layout, "right"], max(1, counts[layout, "printed"])
        precision = right / max(1, counts[layout, "read"])
        share = counts[layout, "paragraphs"] / total
        sys.stdout.write(f"{layout:<10} {precision:>10.3f} {right / total:>10.3f} {share:>11.3f}\n")


def main() -> int:
    """Measure everything and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--office", action="store_true", help="print through LibreOffice too")
    parser.add_argument("--verbose", action="store_true", help="say what is missing and what was invented")
    chosen = parser.parse_args()
    treaties(chosen.corpus)
    sys.stdout.write(f"\n{'':<18} texts   heads: p       r   units: p       r   notes   >= 0.97 wanted\n")
    judged(own_prints(), verbose=chosen.verbose)
    judged(own_versions(), verbose=chosen.verbose)
    if chosen.office and shutil.which("soffice"):
        judged(own_office(), verbose=chosen.verbose)
    sys.stdout.write(f"\n{'published':<32} {'precision':>10} {'recall':>7}   >= 0.97 wanted\n")
    published(chosen.corpus)
    return 0


if __name__ == "__main__":
    sys.exit(main())
