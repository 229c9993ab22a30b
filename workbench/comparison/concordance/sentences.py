"""Sentences that one language has and the other has not, judged by number and length.

A translator may join or divide sentences; one that is missing leaves its whole length behind.
"""

from __future__ import annotations

import re
from math import log

_END = re.compile(r"(?<=\w[.!?;])[”»\"')\]]*\s+(?=[“«\"'(\[]?[^\W\d_a-zа-яіїєґāčēģīķļņšūž])|\n+")
LEAST = 25
"""A sentence of fewer letters may be an abbreviation or the end of a list."""
MISSING = 0.35
"""How far lengths must be out of step (natural logarithm) before a sentence counts as missing."""


def sentences(plain: str) -> list[str]:
    """The sentences of a wording."""
    return [part.strip() for part in _END.split(plain) if part and part.strip()]


def missing_sentences(first: str, second: str, ratio: float) -> list[tuple[str, str]]:
    """Pairs of (sentence of the first, ""), or ("", sentence of the second) for what the other lacks."""
    mine, yours = sentences(first), sentences(second)
    if len(mine) == len(yours) or not mine or not yours:
        return []
    out_of_step = log((len(second) + 20) / (len(first) * ratio + 20))
    if abs(out_of_step) < MISSING * min(1.0, 3 / max(len(mine), len(yours))):
        return []
    longer, shorter = (mine, yours) if len(mine) > len(yours) else (yours, mine)
    if (len(mine) > len(yours)) != (out_of_step < 0):
        return []
    scale = ratio if longer is yours else 1 / ratio
    lacking = _without_partner([len(s) for s in shorter], [len(s) for s in longer], scale)
    found = [longer[index] for index in lacking if len(longer[index]) >= LEAST]
    return [(words, "") if longer is mine else ("", words) for words in found]


def _without_partner(shorter: list[int], longer: list[int], scale: float) -> list[int]:
    """Indices of the longer row to leave out so that the lengths of the rest answer the shorter row."""
    best: list[list[float]] = [[float("inf")] * (len(longer) + 1) for _ in range(len(shorter) + 1)]
    step = [[0] * (len(longer) + 1) for _ in range(len(shorter) + 1)]
    best[0][0] = 0.0
    for i in range(len(shorter) + 1):
        for j in range(1, len(longer) + 1):
            options = [(best[i][j - 1] + 0.5, 0)]
            if i:
                options.append((best[i - 1][j - 1] + _far(shorter[i - 1] * scale, longer[j - 1]), 1))
            if i and j > 1:
                both = longer[j - 1] + longer[j - 2]
                options.append((best[i - 1][j - 2] + 0.3 + _far(shorter[i - 1] * scale, both), 2))
            best[i][j], step[i][j] = min(options)
    lacking = []
    i, j = len(shorter), len(longer)
    while j:
        taken = step[i][j]
        if taken == 0:
            lacking.append(j - 1)
            j -= 1
        else:
            i, j = i - 1, j - taken
    return lacking[::-1]


def _far(one: float, other: float) -> float:
    return abs(log((other + 10) / (one + 10)))
