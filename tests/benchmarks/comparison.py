"""How long comparing takes and how much it marks: `python tests/benchmarks/comparison.py`.

A page is 400 words. The generator and its edits are seeded, so that every run measures the same texts, and
every edit is recorded, so that what is marked can be held against what was changed. Times are processor time,
the best of several runs, because other work on the machine is no property of the program.
"""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Callable, Sequence
from math import log
from pathlib import Path
from random import Random
from statistics import linear_regression
from time import process_time
from uuid import UUID, uuid5

from msgspec import Struct
from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.comparison.planted import marked
from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, ProvisionId
from workbench.comparison import RevisionKind, compare
from workbench.comparison.concordance import concord
from workbench.comparison.merging import merge
from workbench.formats.docx import redline

PAGE = 400
RUNS = 9
SYLLABLES = "ba de fi go ku la me ni po ru sa te vi zo".split()


class Edit(Struct, frozen=True):
    """One recorded edit: its kind, and how many words it took out and put in."""

    kind: str
    deleted: int = 0
    inserted: int = 0


def text(pages: int, seed: int) -> Agreement:
    """An agreement of so many pages; texts of different seeds share no words but by chance."""
    random = Random(seed)
    vocabulary = ["".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(3000)]
    count = 0

    def born() -> ProvisionId:
        nonlocal count
        count += 1
        return ProvisionId(UUID(int=(seed << 64) + count))

    def words(number: int) -> Text:
        return Text(" ".join(random.choices(vocabulary, k=number)) + ".")

    left, body = pages * PAGE, []
    while left > 0:
        sizes = [random.randint(20, 90) for _ in range(random.randint(2, 8))]
        left -= sum(sizes)
        paragraphs = tuple(Provision(born(), Kind.PARAGRAPH, words(size)) for size in sizes)
        body.append(Provision(born(), Kind.ARTICLE, heading=words(3), children=paragraphs))
    return Agreement(AgreementId(UUID(int=seed)), "en", body=tuple(body))


def edited(agreement: Agreement, seed: int, number: int) -> Agreement:
    """The same text after so many edits of one or two words."""
    return recorded(agreement, seed, {"words": number})[0]


def recorded(agreement: Agreement, seed: int, wanted: dict[str, int]) -> tuple[Agreement, list[Edit]]:
    """The text after so many edits of each kind, each in a paragraph of its own, and the record of them.

    Kinds: words (one or two replaced), insert, delete, move (a paragraph into another article), article (an
    article moved), split, join.
    """
    random = Random(seed)
    articles = list(agreement.body)
    free = [unit for article in articles[1:-1] for unit in article.children]
    random.shuffle(free)
    record: list[Edit] = []

    def taken() -> Provision:
        return free.pop()

    for kind in (kind for kind, count in wanted.items() for _ in range(count)):
        unit = taken() if kind != "article" else random.choice(articles[2:-2])
        words = unit.text.plain.split(" ")
        match kind:
            case "words":
                at, size = random.randrange(3, len(words) - 5), random.randint(1, 2)
                words[at : at + size] = [f"amended{len(record)}"]
                agreement = edits.set_text(agreement, unit.id, " ".join(words))
                record.append(Edit(kind, size, 1))
            case "insert":
                new = Provision(
                    ProvisionId(uuid5(unit.id, "new")),
                    Kind.PARAGRAPH,
                    Text(" ".join(f"added{len(record)}x{n}" for n in range(30)) + "."),
                )
                agreement = edits.insert_after(agreement, unit.id, new)
                record.append(Edit(kind, 0, 30))
            case "delete":
                agreement = edits.delete(agreement, unit.id)
                record.append(Edit(kind, len(words), 0))
            case "move":
                agreement = edits.move(agreement, unit.id, after=taken().id)
                record.append(Edit(kind))
            case "article":
                agreement = edits.move_by(agreement, unit.id, random.choice((-2, 2)))
                articles.remove(unit)
                record.append(Edit(kind))
            case "split":
                at = unit.text.plain.index(" ", len(unit.text) // 2)
                agreement = edits.split(agreement, unit.id, at)[0]
                record.append(Edit(kind))
            case "join":
                siblings, index = edits.siblings_of(agreement, unit.id)
                if index and siblings[index - 1] in free:
                    free.remove(siblings[index - 1])
                    agreement = edits.merge_with_previous(agreement, unit.id)
                    record.append(Edit(kind))
    return agreement, record


def as_read(agreement: Agreement) -> Agreement:
    """The same text without shared identities, as if read from another file."""

    def renamed(unit: Provision) -> Provision:
        return replace(
            unit,
            id=ProvisionId(uuid5(unit.id, "read")),
            children=tuple(renamed(child) for child in unit.children),
        )

    return replace(agreement, body=tuple(renamed(unit) for unit in agreement.body))


def best(work: Callable[[], object], runs: int = RUNS) -> float:
    """The shortest of several runs in milliseconds of processor time."""
    spent = []
    for _ in range(runs):
        start = process_time()
        work()
        spent.append(process_time() - start)
    return min(spent) * 1000


PAGES = (25, 50, 100, 200, 400, 800)
EDITS = {"words": 0.5, "insert": 0.04, "delete": 0.04, "move": 0.04, "split": 0.03, "join": 0.03}
"""Edits to the page of a text that has been negotiated."""


def speed() -> None:
    """Time by length of the text, and how it grows."""
    print("Trees (milliseconds)")
    print(
        f"{'pages':>6} {'same':>8} {'edited':>8} {'read':>8} {'rework':>8} {'reread':>8} {'unrelated':>10} "
        f"{'merge':>8} {'Word file':>10}"
    )
    columns: list[list[float]] = []
    for pages in PAGES:
        old = text(pages, 1)
        new = edited(old, 2, pages // 2)
        reworked = recorded(old, 2, {kind: max(1, int(share * pages)) for kind, share in EDITS.items()})[0]
        read, reread, other = as_read(new), as_read(reworked), as_read(text(pages, 3))
        third = edited(old, 4, pages // 2)
        found = compare(old, new)
        cells = (
            best(lambda: compare(old, old)),  # noqa: B023 - called at once
            best(lambda: compare(old, new)),  # noqa: B023 - called at once
            best(lambda: compare(old, read)),  # noqa: B023 - called at once
            best(lambda: compare(old, reworked)),  # noqa: B023 - called at once
            best(lambda: compare(old, reread)),  # noqa: B023 - called at once
            best(lambda: compare(old, other), 2),  # noqa: B023 - called at once
            best(lambda: merge(old, new, third), 3),  # noqa: B023 - called at once
            best(lambda: redline.to_bytes(found, author="A", date="2026-01-01"), 2),  # noqa: B023 - called at once
        )
        columns.append([*cells])
        print(
            f"{pages:6} "
            + " ".join(f"{cell:{w}.0f}" for cell, w in zip(cells, (8, 8, 8, 8, 8, 10, 8, 10), strict=True))
        )
    print("\nGrowth (1.00: as n log n; the slope of time over n log n, both as logarithms)")
    names = ("same", "edited", "read", "rework", "reread", "unrelated", "merge", "Word file")
    for name, times in zip(names, zip(*columns, strict=True), strict=True):
        print(f"{name:>10} {growth(PAGES, times):.2f}")


def growth(sizes: Sequence[int], times: Sequence[float]) -> float:
    """The exponent k for which time grows as (n log n)^k: least squares on the logarithms of both."""
    x = [log(size * log(size)) for size in sizes]
    y = [log(spent) for spent in times]
    return linear_regression(x, y).slope


def marks() -> None:
    """What is marked against what was changed, on recorded edits."""
    wanted = {"words": 60, "insert": 8, "delete": 8, "move": 8, "article": 2, "split": 6, "join": 6}
    print("\nMarks on recorded edits (words inserted and deleted)")
    for seed in (2, 3, 4):
        old = text(100, seed + 10)
        new, record = recorded(old, seed, wanted)
        changed = sum(edit.deleted + edit.inserted for edit in record)
        made = Counter(edit.kind for edit in record)
        for name, side in (("shared identities", new), ("read from another file", as_read(new))):
            found = compare(old, side)
            counts = Counter(r.kind for r in found.revisions)
            print(
                f"seed {seed}, {name:22}: {marked(found)} marked for {changed} changed "
                f"({marked(found) / changed:.3f}); moves {counts[RevisionKind.MOVED]} of "
                f"{made['move'] + made['article']}, splits {counts[RevisionKind.SPLIT]} of {made['split']}, "
                f"joins {counts[RevisionKind.MERGED]} of {made['join']}"
            )


def versions() -> None:
    """Two language versions side by side: the same text under another language, one article gone."""
    print("\nConcordance (milliseconds)")
    for pages in (50, 100, 200):
        first = text(pages, 1)
        second = replace(edits.delete(as_read(first), as_read(first).body[5].id), language="lv")
        found = concord(first, second)
        alone = sum(match.b is None for match in found.matches)
        print(f"{pages:6} {best(lambda: concord(first, second), 2):8.0f}  {alone} provision alone")  # noqa: B023 - called at once


def main() -> None:
    """Print everything."""
    speed()
    marks()
    versions()


if __name__ == "__main__":
    main()
