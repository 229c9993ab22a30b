"""Whether a text is an agreement at all, or something written about one.

News pieces and explainers use the same words; what they lack is the anatomy: nobody agrees, nothing is
numbered, nobody signs. Each part of the anatomy that was found counts.
"""

from __future__ import annotations

import re
from collections.abc import Collection

from workbench.agreement.tree import BASIC, CLOSING_KINDS, PREAMBLE_KINDS, Kind, Party
from workbench.recognition.openings import opens_done_at, opens_testimonium
from workbench.recognition.structure import Skeleton

_TITLE = re.compile(
    r"\b(?:agreement|treaty|convention|protocol|memorandum|arrangement|declaration|charter|covenant|"
    r"accord|commitments|compact|pact|statute|exchange of (?:notes|letters)"
    r"|vienošan\w+|līgum\w+|nolīgum\w+|memorand\w+|protokol\w+|konvencij\w+|deklarācij\w+|угод\w+|"
    r"догов\w+|меморандум\w*|протокол\w*|конвенці\w+|деклараці\w+"
    r"|соглашени\w+|договор\w*|sutart\w+|susitarim\w+|leping\w*|kokkulep\w+|umow\w+|porozumieni\w+|"
    r"abkommen|vertrag|übereinkommen|accord|traité|verdrag|overeenkomst|acuerdo|tratado|convenio)\b",
    re.IGNORECASE,
)
_REPORTED = re.compile(
    r"\b(?:(?:have|has|had|were|was) signed|signed (?:the|a|an) |said|announced|told|reported|"
    r"according to|"
    r"source:|tags:|related news|read more|share this|by \w+ \w+ \w+$|parakstīja|paziņoja|підписали|"
    r"повідомив|заявив)\b",
    re.IGNORECASE | re.MULTILINE,
)
_MOST_OFF = 2.5  # what the signs of a report weigh at most
_LOOKED_AT = 40_000  # signs; a report says what it is long before

_PARTS = (
    ("agreeing formula", {Kind.AGREEING_FORMULA}),
    ("articles or sections", set(BASIC)),
    ("clause on place and day", {Kind.DONE_AT}),
    ("signatures", {Kind.SIGNATURE_BLOCK, Kind.SIGNATORY}),
)


def lacking(kinds: Collection[Kind], *, parties: bool) -> tuple[str, ...]:
    """The parts of an agreement's anatomy that are not among these kinds of provision, by name."""
    absent = [name for name, some in _PARTS if some.isdisjoint(kinds)]
    return tuple(absent if parties else ["parties", *absent])


def is_bare(kinds: Collection[Kind]) -> bool:
    """Whether nothing but paragraphs is there: neither articles nor what stands before and behind them."""
    return not {*BASIC, *PREAMBLE_KINDS, *CLOSING_KINDS}.intersection(kinds)


def weigh(skeleton: Skeleton, parties: tuple[Party, ...], collective: str, text: str) -> tuple[bool, float]:
    """Whether the text is an agreement, and how sure that is (0 to 1)."""
    kinds = {unit.kind for zone in skeleton.zones for top in zone for unit in top.walk()}
    score = -2.5 + (2.7 if skeleton.note else 0.0)
    if Kind.AGREEING_FORMULA in kinds:
        score += 2.0
    closing = [unit.plain for unit in skeleton.closing]
    if any(opens_testimonium(line) for line in closing):
        score += 1.5
    if any(opens_done_at(line) for line in closing):
        score += 1.0
    if Kind.SIGNATURE_BLOCK in kinds:
        score += 0.5
    if skeleton.heads >= 2:
        score += 1.5 + min(1.0, skeleton.heads / 10)
    if Kind.ARTICLE in kinds:
        score += 0.7
    if _TITLE.search(" ".join(unit.plain for unit in skeleton.title)):
        score += 0.7
    if Kind.PARTIES_CLAUSE in kinds and parties:
        score += 0.7
    if collective:
        uses = text.count(collective[:-1])
        score += min(1.5, uses / 8)
    if score < 2 * _MOST_OFF:  # else no sign of a report could change the answer, nor how sure it is
        opening = text[:_LOOKED_AT]
        words = max(1, len(opening.split()))
        score -= min(_MOST_OFF, 120 * max(0, len(_REPORTED.findall(opening)) - 1) / words)
    return score > 0, min(1.0, 0.5 + abs(score) / 5)
