"""How right and how quick recognition is, measured on the corpus beside the project.

    python tests/benchmarks/recognition.py [--corpus DIR] [--verbose]

Prints one table: article boundaries of the untouched treaty texts (F1, documents exactly right, paragraphs per
article), headings of the Word security agreements (F1), languages and parties, the same for agreements invented
in all numbering shapes, languages and layouts (`invented`), and the time for a text of 16 000 words with its
clause types. A boundary is right when an article with the true number begins within two
lines of the true line; articles whose line the truth does not know are left out.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks import invented
from workbench import formats
from workbench.agreement.source import Recognised, SourceDocument
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Provision
from workbench.recognition import labels, recognise
from workbench.recognition.labels import number, read_word

NEAR = 2
INVENTED = 300


@dataclass(slots=True)
class Score:
    """Hits, misses and inventions, and what went wrong."""

    hits: int = 0
    missed: int = 0
    invented: int = 0
    exact: int = 0
    documents: int = 0
    notes: list[str] = field(default_factory=list)

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = 2 * self.hits + self.missed + self.invented
        return 2 * self.hits / total if total else 1.0

    @property
    def share(self) -> float:
        """The share of documents without any mistake."""
        return self.exact / self.documents if self.documents else 1.0


def read(path: Path) -> tuple[SourceDocument, Recognised]:
    """A source and what recognition makes of it."""
    source = formats.read(path)
    if not isinstance(source, SourceDocument):
        raise SystemExit(f"{path.name} is a draft, not a source")
    return source, recognise(source)


def body_articles(found: Recognised) -> list[Provision]:
    """The articles of the body, not of annexes."""
    units = (unit for top in found.agreement.body for unit in top.walk())
    return [unit for unit in units if unit.kind is Kind.ARTICLE]


def _value(printed: str | None) -> str:
    label = read_word(printed or "")
    if label is not None:
        return f"{label.value}{label.suffix}"
    return str(number(printed or "")[0])


def articles(folder: Path) -> tuple[Score, Score]:
    """Article boundaries, and paragraphs per article where the truth counts them."""
    score, paragraphs = Score(), Score()
    for truth_file in sorted(folder.glob("*.articles.json")):
        truth = json.loads(truth_file.read_text(encoding="utf-8"))["articles"]
        pair = read(folder / truth_file.name.replace(".articles.json", ".txt"))
        _compare_articles(truth_file.stem, truth, pair, score, paragraphs)
    return score, paragraphs


def _compare_articles(
    name: str,
    truth: list[dict[str, Any]],
    pair: tuple[SourceDocument, Recognised],
    score: Score,
    paragraphs: Score,
) -> None:
    source, found = pair
    known = [row for row in truth if row["line_no"]]
    unknown = {_value(f"Article {row['number']}") for row in truth if not row["line_no"]}
    left = [
        (_value(unit.printed), source.blocks[found.origins[unit.id][0]].line, unit)
        for unit in body_articles(found)
    ]
    wrong = len(score.notes)
    for row in known:
        value = _value(f"Article {row['number']}")
        match = next(
            (item for item in left if item[0] == value and abs(item[1] - row["line_no"]) <= NEAR), None
        )
        if match is None:
            score.missed += 1
            score.notes.append(f"{name}: missed article {row['number']} at line {row['line_no']}")
            continue
        left.remove(match)
        score.hits += 1
        _compare_paragraphs(name, row, match[2], paragraphs)
    for value, line, _ in left:
        if value not in unknown:
            score.invented += 1
            score.notes.append(f"{name}: invented article {value} at line {line}")
    score.documents += 1
    score.exact += len(score.notes) == wrong


def _compare_paragraphs(name: str, row: dict[str, Any], unit: Provision, paragraphs: Score) -> None:
    expected = row.get("paragraph_count")
    if expected is None:
        return
    count = sum(child.kind is Kind.PARAGRAPH for child in unit.children)
    if count == expected:
        paragraphs.hits += 1
    else:
        paragraphs.missed += 1
        paragraphs.notes.append(f"{name}: article {row['number']} has {expected} paragraphs, found {count}")


def plain(text: str) -> str:
    """A heading for comparing: letters and digits only, without its number."""
    text = text.replace("І", "I").replace("і", "i")  # Ukrainian typists' Roman numerals
    without = re.sub(
        r"^\s*(?:(?:part|section|chapter)\s+)?[\dIVXLC]{1,5}[.):]*\s+|^\s*[A-Z][.)]\s+", "", text, flags=re.I
    )
    return re.sub(r"[\W_]+", "", without).casefold()


def headings(found: Recognised) -> set[str]:
    """The headings of preamble, body and annexes."""
    result: set[str] = set()
    for unit in found.agreement.walk():
        if unit.heading:
            result.add(plain(unit.heading.plain))
        elif unit.kind is Kind.CROSSHEADING:
            result.add(plain(unit.text.plain))
    return result - {""}


def word_headings(folder: Path) -> tuple[Score, list[tuple[str, Recognised]]]:
    """Headings of the Word files against the eyeballed truth."""
    score = Score()
    all_found: list[tuple[str, Recognised]] = []
    for truth_file in sorted(folder.glob("*.headings.json")):
        truth = json.loads(truth_file.read_text(encoding="utf-8"))["headings"]
        _, found = read(folder / truth_file.name.replace(".headings.json", ".docx"))
        all_found.append((truth_file.name.split(".")[0], found))
        wanted = {plain(row["text"]) for row in truth if row["kind"] in ("h1", "h2")} - {""}
        got = headings(found)
        score.hits += len(wanted & got)
        score.missed += len(wanted - got)
        score.invented += len(got - wanted)
        score.documents += 1
        score.exact += wanted == got
        name = truth_file.stem
        score.notes.extend(f"{name}: missed {text}" for text in sorted(wanted - got))
        score.notes.extend(f"{name}: invented {text}" for text in sorted(got - wanted))
    return score, all_found


def multilingual(folder: Path) -> tuple[Score, Score]:
    """The declaration in three languages and the aligned treaties: boundaries and paragraphs."""
    score, paragraphs = Score(), Score()
    for path in sorted(folder.glob("udhr_*.json")):
        truth = json.loads(path.read_text(encoding="utf-8"))
        _compare_articles(path.stem, truth, read(path.with_suffix(".txt")), score, paragraphs)
    for path in sorted(folder.glob("*.align.json")):
        rows = json.loads(path.read_text(encoding="utf-8"))
        for language in rows["languages"]:
            name = path.name.replace(".align.json", f"_{language}.txt")
            truth = [
                {"number": row["number"], **row[language]} for row in rows["articles"] if row.get(language)
            ]
            _compare_articles(name, truth, read(path.with_name(name)), score, paragraphs)
    return score, paragraphs


def speed(folder: Path, words: int = 16_000) -> float:
    """Seconds for a text of so many words, made of whole treaties, after a first run."""
    blocks: list[Any] = []
    count = 0
    sources = [formats.read(path) for path in sorted(folder.glob("*.txt"))]
    first = next(source for source in sources if isinstance(source, SourceDocument))
    while count < words:
        for source in sources:
            if not isinstance(source, SourceDocument):
                continue
            for block in source.blocks:
                blocks.append(block)
                count += len(block.text.plain.split())
                if count >= words:
                    break
            if count >= words:
                break
    document = SourceDocument(
        name="speed.txt",
        sha256="0" * 64,
        format="txt",
        layout=first.layout,
        blocks=(*blocks, first.blocks[0].__class__(Text("End."))),
        reader=first.reader,
    )
    recognise(document)
    best = float("inf")
    for _ in range(5):
        labels.read.cache_clear()  # each run as if the text were new
        start = time.process_time()
        recognise(document)
        best = min(best, time.process_time() - start)
    return best


def table(rows: Iterable[tuple[str, str, str]]) -> None:
    """Print the figures with what is wanted beside them."""
    for name, value, wanted in rows:
        sys.stdout.write(f"{name:<44} {value:>22}   {wanted}\n")


def main() -> int:
    """Measure everything and print it."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--verbose", action="store_true")
    chosen = parser.parse_args()
    corpus: Path = chosen.corpus
    if not corpus.is_dir():
        sys.stderr.write(f"there is no corpus at {corpus}; name its folder with --corpus\n")
        return 1
    treaties, paragraphs = articles(corpus / "treaties")
    word, documents = word_headings(corpus / "security_agreements")
    others, other_paragraphs = multilingual(corpus / "multilingual")
    named = sum(len(found.agreement.parties) >= 2 for _, found in documents)
    english = sum(found.agreement.language == "en" for _, found in documents)
    made = invented.summary([invented.judge(invented.make(seed)) for seed in range(INVENTED)])
    seconds = speed(corpus / "treaties")
    paragraph_total = max(1, paragraphs.hits + paragraphs.missed)
    other_total = max(1, other_paragraphs.hits + other_paragraphs.missed)
    table(
        [
            ("treaties: article boundaries, F1", f"{treaties.f1:.4f}", ">= 0.99"),
            (
                "treaties: exactly right",
                f"{treaties.exact}/{treaties.documents} = {treaties.share:.2f}",
                ">= 0.80",
            ),
            (
                "treaties: paragraphs per article",
                f"{paragraphs.hits / paragraph_total:.3f}",
                ">= 0.95 (silver truth)",
            ),
            ("other languages: article boundaries, F1", f"{others.f1:.4f}", ""),
            ("other languages: exactly right", f"{others.exact}/{others.documents}", ""),
            (
                "other languages: paragraphs per article",
                f"{other_paragraphs.hits / other_total:.3f}",
                "(silver truth)",
            ),
            ("Word security agreements: headings, F1", f"{word.f1:.4f}", ">= 0.95"),
            ("Word security agreements: two parties named", f"{named}/{len(documents)}", "all"),
            ("Word security agreements: language", f"{english}/{len(documents)}", "all"),
            *((f"invented agreements: {name}", f"{value:.4f}", "") for name, value in made.items()),
            ("16 000 words of text with clause types", f"{seconds * 1000:.0f} ms", "<= 200 ms"),
        ]
    )
    if chosen.verbose:
        for note in (*treaties.notes, *paragraphs.notes, *others.notes, *other_paragraphs.notes, *word.notes):
            sys.stdout.write(f"  {note}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
