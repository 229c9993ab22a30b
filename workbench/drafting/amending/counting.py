"""Counting on: the number that follows another in the manner of it, in figures, letters or Roman numerals."""

from __future__ import annotations

from itertools import pairwise

from workbench.agreement.languages import language
from workbench.agreement.numbering import roman

_ROMAN = {roman(value).lower(): value for value in range(1, 100)}


def following(number: str, code: str) -> tuple[str, ...]:
    """What may follow a number: of *(i)* both *(ii)* and *(j)*; nothing for a number with an addition."""
    if number.isdecimal():
        return (str(int(number) + 1),)
    found: list[str] = []
    value = _ROMAN.get(number.lower())
    if value is not None:
        found.append(roman(value + 1) if number.isupper() else roman(value + 1).lower())
    letters = language(code).letters
    if len(number) == 1 and number.lower() in letters[:-1]:
        letter = letters[letters.index(number.lower()) + 1]
        found.append(letter.upper() if number.isupper() else letter)
    return tuple(found)


def in_step(row: list[str], code: str) -> bool:
    """Whether the numbers of a row follow each other without a gap."""
    return all(other in following(one, code) for one, other in pairwise(row))


def counted(first: str, count: int, code: str, last: str = "") -> tuple[str, ...]:
    """So many numbers from the first on; `last` tells letters from Roman numerals.

    The first alone where it cannot be counted on from.
    """
    for choice in (0, -1):
        row = [first]
        while len(row) < count and (more := following(row[-1], code)):
            row.append(more[choice])
        if len(row) == count and last in ("", row[-1]):
            return tuple(row)
    return (first,)


def counted_from(number: str) -> str:
    """The number a row in the manner of this one begins with."""
    if number[:1].isdecimal():
        return "1"
    if number.lower() in _ROMAN and number.lower() not in ("c", "d", "l", "m"):
        return "I" if number.isupper() else "i"
    first = "а" if number.lower() > "z" else "a"
    return first.upper() if number.isupper() else first
