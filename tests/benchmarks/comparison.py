"""How long comparing takes, on texts made for it: `python tests/benchmarks/comparison.py`.

A page is 400 words. The generator and its edits are seeded, so that every run measures the same texts.
"""

from __future__ import annotations

import sys
from pathlib import Path
from random import Random
from time import perf_counter
from uuid import UUID, uuid5

from msgspec.structs import replace

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, ProvisionId
from workbench.comparison import compare
from workbench.formats.docx import redline

PAGE = 400
RUNS = 5
SYLLABLES = "ba de fi go ku la me ni po ru sa te vi zo".split()


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
    random = Random(seed)
    for _ in range(number):
        unit = random.choice([u for u in agreement.walk() if u.text])
        words = unit.text.plain.split(" ")
        at = random.randrange(len(words) - 2)
        words[at : at + random.randint(1, 2)] = ["amended"]
        agreement = edits.set_text(agreement, unit.id, " ".join(words))
    return agreement


def as_read(agreement: Agreement) -> Agreement:
    """The same text without shared identities, as if read from another file."""

    def renamed(unit: Provision) -> Provision:
        return replace(
            unit,
            id=ProvisionId(uuid5(unit.id, "read")),
            children=tuple(renamed(child) for child in unit.children),
        )

    return replace(agreement, body=tuple(renamed(unit) for unit in agreement.body))


def main() -> None:
    """Print the best of several runs for each case."""
    for pages in (50, 100, 200):
        old = text(pages, 1)
        new = edited(old, 2, pages // 2)
        cases = {
            "nothing changed": (old, old),
            "edited draft": (old, new),
            "edited, read from another file": (old, as_read(new)),
            "unrelated text": (old, as_read(text(pages, 3))),
        }
        for name, (before, after) in cases.items():
            spent, written = [], []
            for _ in range(RUNS):
                start = perf_counter()
                found = compare(before, after)
                spent.append(perf_counter() - start)
                start = perf_counter()
                redline.to_bytes(found, author="A", date="2026-01-01")
                written.append(perf_counter() - start)
            print(
                f"{pages:4} pages  {name:32} compare {min(spent) * 1000:6.0f} ms  "
                f"write Word {min(written) * 1000:6.0f} ms  {len(found.revisions)} revisions"
            )


if __name__ == "__main__":
    main()
