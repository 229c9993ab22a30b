"""English names in a sentence: before a noun, in the possessive, at the beginning."""

from __future__ import annotations

import re

# Nouns a State's name stands before as an adjective would: *UK forces*, *the Netherlands Minister*.
_NOUNS = re.compile(
    r"\s+(?:(?:armed|military|naval|air|defen[cs]e|security|civilian|national|competent|land)\s+)?"
    r"(?:forces?|staff|personnel|nationals?|citizens?|authorit(?:y|ies)|officials?|officers?|laws?|legislation|"
    r"territory|contributions?|representatives?|delegations?|experts?|soldiers?|troops|contingents?|units?|"
    r"vessels?|aircraft|vehicles?|compan(?:y|ies)|courts?|assistance|industry|visas?|airspace|ports?|members?|"
    r"embass(?:y|ies)|governments?|ministr(?:y|ies)|ministers?|parliament|side|part(?:y|ies)|airports?)\b",
    re.IGNORECASE,
)
_PREPOSITION = re.compile(
    r"\b(?:in|to|from|of|by|with|for|between|and|or|within|into|against|towards|through)\s+$"
)


def stands_before_noun(plain: str, extent: tuple[int, int], *, settled: bool) -> bool:
    """Whether a short name stands before a noun that it describes.

    Behind a preposition it may be a place instead (*in Latvia personnel shall*), unless an article or an
    abbreviation settles it.
    """
    start, end = extent
    return bool(_NOUNS.match(plain, end)) and (settled or not _PREPOSITION.search(plain[:start]))


def possessive_of(name: str, old: str, *, plural: bool, capitals: bool) -> str:
    """The possessive ending of a name, with the apostrophe of `old`: *Latvia’s*, *the Netherlands’*."""
    return old[0] + ("" if plural and name.casefold().endswith("s") else "S" if capitals else "s")


def opens_sentence(plain: str, start: int) -> bool:
    """Whether words at `start` begin a sentence."""
    before = plain[:start].rstrip(' \u00a0«“„"(')
    return not before or before.endswith((".", "!", "?", "\n"))
