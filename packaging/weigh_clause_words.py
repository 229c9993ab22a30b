"""Learn `resources/clause_weights.json`: how much each sense of a treaty word speaks for each clause type.

    python packaging/weigh_clause_words.py [--check]

Learnt from wordings of our own: `clause_wordings/<language>.txt` beside this script, the templates and the
starter library. A line of the former is `type: wording`, where `{a|b}` stands for either; of each line some
are drawn. The method is multinomial logistic regression by stochastic gradient descent, without any library
and in a fixed order, so that the same wordings give the same weights. Nothing in `tests/benchmarks` is
learnt from: there it is measured. `--check` only compares.
"""

from __future__ import annotations

import argparse
import json
import math
import random
import re
import sys
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from workbench.agreement.tree import Kind
from workbench.formats.akn import from_bytes
from workbench.recognition.clause_senses import OTHER, languages, senses

PROJECT = Path(__file__).resolve().parent.parent
WORDINGS = Path(__file__).resolve().parent / "clause_wordings"
TARGET = PROJECT / "resources" / "clause_weights.json"
CLAUSES = (Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH)
DRAWN = 10  # wordings of a line with alternatives
WHOLE = 2.0  # weight of a line without
ROUNDS = 20
LAST = 8
STEP = 0.35
SHRINK = 2e-5
KEPT_BACK = 0.4
SELDOM = 3  # a feature met less often is not learnt
SMALL = 8  # hundredths below which a weight is left out
_CHOICE = re.compile(r"\{([^{}]*)\}")


@dataclass(frozen=True, slots=True)
class Wording:
    """One text to learn from: its language, its type, and how much it counts."""

    language: str
    type: str
    text: str
    weight: float = 1.0


def lines() -> Iterator[tuple[str, str, str]]:
    """The lines of the wordings: language, type, pattern."""
    for path in sorted(WORDINGS.glob("*.txt")):
        for line in path.read_text(encoding="utf-8").splitlines():
            if line and not line.startswith("#"):
                kind, pattern = line.split(": ", 1)
                yield path.stem, kind, pattern


def drawn(pattern: str, source: random.Random) -> str:
    """One wording of a pattern."""
    while choice := _CHOICE.search(pattern):
        pattern = pattern[: choice.start()] + source.choice(choice[1].split("|")) + pattern[choice.end() :]
    return re.sub(r"\s+([,.;])", r"\1", " ".join(pattern.split()))


def wordings() -> list[Wording]:
    """Everything to learn from."""
    source = random.Random(1)
    found = []
    for language, kind, pattern in lines():
        if "{" not in pattern:
            found.append(Wording(language, kind, pattern, WHOLE))
            continue
        texts = sorted({drawn(pattern, source) for _ in range(2 * DRAWN)})
        found.extend(Wording(language, kind, text) for text in texts[:DRAWN])
    known = {wording.type for wording in found}
    for path in (*sorted(PROJECT.glob("templates/*/*.xml")), *sorted(PROJECT.glob("db/starter/*.xml"))):
        agreement = from_bytes(path.read_bytes(), name=path.name).draft.agreement
        for unit in agreement.walk() if agreement.language in languages() else ():
            if unit.kind in CLAUSES and unit.types:
                kind = unit.types[0] if unit.types[0] in known else OTHER
                text = unit.words.removeprefix(unit.heading.plain).strip()
                found.append(Wording(agreement.language, kind, text))
    return found


def learn(texts: list[Wording]) -> dict[str, object]:
    """The weights, in hundredths; for each feature the number of a type and its weight in turn."""
    types = sorted({wording.type for wording in texts})
    place = {kind: turn for turn, kind in enumerate(types)}
    read = [
        (senses(wording.language).features(wording.text.lower()), place[wording.type], wording.weight)
        for wording in texts
    ]
    often = Counter(key for features, _, _ in read for key in features)
    rows = [
        ({key: value for key, value in features.items() if often[key] >= SELDOM}, kind, weight)
        for features, kind, weight in read
    ]
    counts = Counter(kind for _, kind, _ in rows)
    usual = len(rows) / len(types)
    learnt = {key: [0.0] * len(types) for key in sorted(often) if often[key] >= SELDOM}
    settled = {key: [0.0] * len(types) for key in learnt}
    source = random.Random(3)
    for turn in range(ROUNDS):
        source.shuffle(rows)
        for features, kind, weight in rows:
            # Some of a text is kept back each time, so that no single word comes to bear the whole.
            seen = {key: value for key, value in features.items() if source.random() > KEPT_BACK}
            # A type with few wordings counts more, or it would never be thought of.
            step = STEP / (1 + 0.3 * turn) * weight * min(2.0, math.sqrt(usual / counts[kind]))
            _correct(learnt, seen, kind, step)
        if turn >= ROUNDS - LAST:  # the mean of the last rounds hangs least on the order of the texts
            for key, row in learnt.items():
                settled[key] = [mean + each / LAST for mean, each in zip(settled[key], row, strict=True)]
    return {
        "types": types,
        "features": {key: packed for key, row in settled.items() if (packed := _packed(row))},
    }


def _correct(learnt: dict[str, list[float]], features: dict[str, float], kind: int, step: float) -> None:
    """One step towards the right type of one text."""
    sums = [0.0] * len(next(iter(learnt.values())))
    for key, value in features.items():
        for turn, weight in enumerate(learnt[key]):
            sums[turn] += value * weight
    highest = max(sums)
    powers = [math.exp(each - highest) for each in sums]
    total = sum(powers)
    errors = [(turn, power / total - (turn == kind)) for turn, power in enumerate(powers)]
    wrong = [(turn, step * error) for turn, error in errors if abs(error) > 0.01]
    for key, value in features.items():
        row = learnt[key]
        for turn, error in wrong:
            row[turn] -= error * value + SHRINK * row[turn]


def _packed(row: list[float]) -> list[int]:
    rounded = [(turn, round(100 * weight)) for turn, weight in enumerate(row)]
    return [number for turn, weight in rounded if abs(weight) >= SMALL for number in (turn, weight)]


def main() -> int:
    """Write the weights, or say whether they are those of the wordings."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--check", action="store_true", help="compare only")
    chosen = parser.parse_args()
    texts = wordings()
    learnt = learn(texts)
    rows = [json.dumps(learnt["types"])]
    features = learnt["features"]
    assert isinstance(features, dict)
    body = ",\n".join(
        f"{json.dumps(key, ensure_ascii=False)}:{json.dumps(row, separators=(',', ':'))}"
        for key, row in features.items()
    )
    written = f'{{"types":{rows[0]},\n"features":{{\n{body}\n}}}}\n'
    if chosen.check:
        same = TARGET.read_text(encoding="utf-8") == written
        sys.stdout.write(
            "the weights are those of the wordings\n" if same else "the weights are out of date\n"
        )
        return 0 if same else 1
    TARGET.write_text(written, encoding="utf-8")
    sys.stdout.write(f"{len(texts)} wordings, {len(features)} features, {len(written) // 1024} KB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
