"""How quick the library is: keeping, opening, searching and comparing wording, on 50 000 made-up clauses.

    python tests/benchmarks/library.py [CLAUSES]

The agreements are put together from a vocabulary with the frequencies of natural language (Zipf), seeded, so
that every run measures the same library. Times are in milliseconds: the median and the slowest of the runs, and the
median of the processor's time, which other work on the machine does not lengthen.
"""

from __future__ import annotations

import random
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path
from uuid import UUID

from workbench.agreement.text import Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Authenticity,
    Kind,
    Party,
    Provision,
    ProvisionId,
)
from workbench.library import Library, Query, SourceFile

CLAUSES = 50_000
ARTICLES, PARAGRAPHS = 20, 4
TYPES = ("termination", "amendment", "dispute_settlement", "entry_into_force", "duration", "definitions")
STATES = (("LV", "Latvia"), ("EE", "Estonia"), ("LT", "Lithuania"), ("UA", "Ukraine"), ("PL", "Poland"))
COMMON = (
    "the of and to in this agreement party parties shall be by for or with any other which their under as "
    "cooperation defence information security between article accordance national authorities support "
    "terminate termination notification written diplomatic channels months date force amend amendment dispute "
    "settled consultations negotiations classified protection exchange training procurement"
).split()


def agreements(clauses: int) -> list[Agreement]:
    """Agreements of 100 clauses each, the same in every run."""
    chance = random.Random(20)
    syllables = [a + b for a in "bcdfglmnprstv" for b in ("a", "e", "i", "o", "u", "an", "er", "is")]
    rare = ["".join(chance.choice(syllables) for _ in range(chance.randint(2, 4))) for _ in range(20_000)]
    vocabulary = COMMON + rare
    weights = [1 / (rank + 3) for rank in range(len(vocabulary))]

    def identity() -> UUID:
        return UUID(int=chance.getrandbits(128), version=4)

    def sentence() -> str:
        return " ".join(chance.choices(vocabulary, weights, k=chance.randint(30, 90))).capitalize() + "."

    def paragraph() -> Provision:
        types = (chance.choice(TYPES),) if chance.random() < 0.5 else ()
        return Provision(ProvisionId(identity()), Kind.PARAGRAPH, text=Text(sentence()), types=types)

    def article() -> Provision:
        heading = " ".join(chance.choices(vocabulary, weights, k=3)).capitalize()
        paragraphs = tuple(paragraph() for _ in range(PARAGRAPHS))
        return Provision(ProvisionId(identity()), Kind.ARTICLE, heading=Text(heading), children=paragraphs)

    made = []
    for number in range(clauses // (ARTICLES * (PARAGRAPHS + 1))):
        one, other = chance.sample(STATES, 2)
        made.append(
            Agreement(
                AgreementId(identity()),
                "en",
                parties=tuple(Party(code, name, name, state=code) for code, name in (one, other)),
                title=(
                    Provision(ProvisionId(identity()), Kind.TITLE_LINE, text=Text(f"Agreement {number}")),
                ),
                body=tuple(article() for _ in range(ARTICLES)),
                authenticity=Authenticity(day=f"{1990 + number % 36}-05-01"),
            )
        )
    return made


def measure(name: str, action: Callable[[], object], *, runs: int = 9) -> None:
    """Print the times of an action."""
    times, worked = [], []
    for _ in range(runs):
        start, begun = time.perf_counter(), time.process_time()
        action()
        times.append((time.perf_counter() - start) * 1000)
        worked.append((time.process_time() - begun) * 1000)
    print(f"{name:<52} {statistics.median(times):9.1f} {max(times):9.1f} {statistics.median(worked):9.1f}")


def main(clauses: int) -> None:
    """Run everything."""
    made = agreements(clauses)
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder) / "library.sqlite"
        print(f"{'':<52} {'median':>9} {'slowest':>9} {'processor':>9}")
        with Library.open(place) as library:
            start = time.perf_counter()
            for number, agreement in enumerate(made):
                library.add(agreement, file=SourceFile(f"{number}.txt", f"{number:064d}"))
            each = (time.perf_counter() - start) * 1000 / len(made)
            print(f"{'keep an agreement of 100 clauses':<52} {each:9.1f}")
            first = library.search(Query("termination", limit=1)).hits[0]
            for text in ("termination", "agreement", "the parties shall", "dispute settlement", "bacade"):
                measure(f"search {text!r}", partial(library.search, text))
            measure("search '\"written notification\"'", lambda: library.search('"written notification"'))
            measure("type ahead 'ter'", lambda: library.search(Query("ter", type_ahead=True)))
            measure("type ahead 'a'", lambda: library.search(Query("a", type_ahead=True)))
            measure(
                "search 'information', type, State and year",
                lambda: library.search(Query("information", type="amendment", state="LV", year=2001)),
            )
            measure("browse a type", lambda: library.search(Query(type="termination")))
            measure("similar to a clause", lambda: library.similar(clause=first.id))
            measure("show a clause", lambda: library.clause(first.id))
        measure("open again", lambda: Library.open(place).close())
        measure("open in a fresh program, imports included", lambda: _fresh(place), runs=3)
        print(f"{'size of the file, MB':<52} {place.stat().st_size / 1e6:9.1f}")


def _fresh(place: Path) -> None:
    code = f"from workbench.library import Library; Library.open({str(place)!r}).close()"
    subprocess.run([sys.executable, "-c", code], check=True)


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else CLAUSES)
