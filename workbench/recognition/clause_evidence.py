"""What speaks for the types of one clause: its heading, its wording, its place, and what stands around it.

A cue alone says little: "enter into force" in the middle of a text is seldom the clause on entry into force,
and disputes between businesses are no clause on disputes. So the final provisions are believed near the end,
a heading weighs more than a cue, and a cue in the first words more than one further on.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.recognition.clause_senses import OTHER, Likely, languages, senses, weights
from workbench.recognition.clause_table import ClauseType, Cues, announced, headings, named_by

FINAL = ("final", "closing")
ENOUGH = 1.15
MOST = 4
_COMPANY = (
    "entry_into_force",
    "depositary",
    "consent_to_be_bound",
    "notices_language",
    "international_organisations",
    "relation_to_other_agreements",
)
_LEADERS = (
    "survival",
    "relation_to_other_agreements",
    "amendment",
    "termination",
    "accession_new_parties",
    "reservations",
    "provisional_application",
    "dispute_settlement",
    "tacit_renewal",
    "suspension",
    "territorial_application",
)
_PAIRS = (("duration", "tacit_renewal"), ("entry_into_force", "duration"), ("amendment", "review_event"))
_SELDOM_EARLY = (
    "entry_into_force",
    "duration",
    "tacit_renewal",
    "termination",
    "amendment",
    "dispute_settlement",
    "depositary",
    "notices_language",
    "consent_to_be_bound",
)
_WEIGHED_FROM = 0.5
_LATE = 0.8
_FEWER = 0.75  # share of the clauses of no type that is not to be expected near the end
_WEIGHED = 3.2  # what a clause weighs that is of a type for certain, by its words
_NEAR = 1.5  # scores nearer than this leave it to the order
_NAMED = 3.2  # what a heading weighs that names a type by one of its words
_MOMENT = "entry_into_force"
_WHEN = re.compile(  # a clause that begins with the moment from which something else may happen
    r"(?:(?:\S+ ){0,3}after|until|pending|once|upon|as soon as|(?:as )?from the (?:day|date)|ar|pēc|"
    r"līdz|kopš|(?:\S+ ){0,3}після|до|через|(?:з|від) дня|"
    r"з моменту|у день|dienā)\b.{0,50}(?:force|effect|spēkā|чинності|чинністю)"
)
_Hits = list[tuple[int, re.Match[str]]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a clause was given a type: the score, and the words that spoke for it (heading or cue)."""

    type: str
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: `position` from 0 to 1 in the body, the types of what is around it.

    `long` says that the body is long enough for its final provisions to stand apart.
    """

    position: float = 0.5
    above: tuple[str, ...] = ()
    final_beside: bool = False
    long: bool = True


def types_of(
    heading: str, text: str, language: str, place: Place | None = None, cues: Cues | None = None
) -> tuple[Evidence, ...]:
    """The types of one clause by its heading, its wording and its place, best first.

    `cues` are those of the language that can occur at all, where a caller has looked through the whole text.
    """
    where = place or Place()
    title = heading.casefold().strip(" .:")
    small = text.lower()
    whole = f"{small}\n{heading.lower()}"
    kinds, known = announced(language)
    hits: dict[int, _Hits] = {}
    # By place and rank, not by pattern: hashing a compiled pattern reads the whole of it.
    possible = {row[:2]: row[2] for literal, rows in cues or known if literal in whole for row in rows}
    for (turn, rank), pattern in possible.items():
        match = pattern.search(whole)
        if match is not None:
            hits.setdefault(turn, []).append((rank, match))
    late = not where.long or where.position >= _WEIGHED_FROM
    weighed = weights().likely(small, senses(language)) if late and language in languages() else ()
    met = _among_final(weighed, where)
    named = named_by(title, language) if title else {}
    titled = {turn for heading, turn in headings(language) if heading in title} if title else set()
    titled |= {turn for turn, kind in enumerate(kinds) if kind.key in named} if named else set()
    signed = {turn for turn, kind in enumerate(kinds) if kind.key in met} if met else set()
    found = []
    first: dict[str, int] = {}
    for turn in sorted(titled | hits.keys() | signed):
        kind, rows = kinds[turn], hits.get(turn, [])
        evidence = _weigh(kind, title, rows, len(text), place=where, likely=met.get(kind.key))
        if kind.key in named and evidence.score < _NAMED:
            word, start = named[kind.key]
            score = _NAMED + 0.2 * evidence.score - 0.5 * start / len(title)  # the first thing named leads
            evidence = Evidence(kind.key, round(score, 2), word)
        if evidence.score >= ENOUGH:
            spoke = evidence.words or weights().spoke(kind.key, small, senses(language))
            found.append(Evidence(kind.key, evidence.score, spoke))
        if rows:
            first[kind.key] = min(match.start() for _, match in rows)
    if not title and len(found) > 1 and _WHEN.match(small):
        found = [replace_score(item, item.score - 1.0) if item.type == _MOMENT else item for item in found]
    found = _in_order(_without_company(found, first, title), first)
    found.sort(key=lambda evidence: -evidence.score)
    return tuple(found[:MOST])


def _among_final(weighed: tuple[Likely, ...], place: Place) -> dict[str, Likely]:
    """What the words make likely, seen from where the clause stands: near the end few are of no type."""
    others = sum(item.probability for item in weighed if item.type == OTHER)
    scale = 1 / (1 - others * _FEWER) if place.position > _LATE or place.final_beside else 1.0
    return {item.type: Likely(item.type, item.probability * scale) for item in weighed if item.type != OTHER}


def _without_company(found: list[Evidence], first: dict[str, int], title: str) -> list[Evidence]:
    """Amendments, withdrawals and accessions also say when they take effect: that is not what they are about.

    Where another clause type is spoken of first, those that go along with it lose weight. `first` is where
    each type is first spoken of.
    """
    if title or not any(item.type in _COMPANY for item in found):
        return found
    leader = min((first.get(item.type, 0) for item in found if item.type in _LEADERS), default=None)
    if leader is None:
        return found
    return [
        replace_score(item, item.score - 1.8)
        if item.type in _COMPANY and first.get(item.type, 0) > leader
        else item
        for item in found
    ]


def _in_order(found: list[Evidence], first: dict[str, int]) -> list[Evidence]:
    """Of a period and its renewal in one clause, that which is spoken of first leads."""
    score = {item.type: item.score for item in found}
    for one, other in _PAIRS:
        if one in score and other in score and one in first and other in first:
            ahead, behind = (one, other) if first[one] <= first[other] else (other, one)
            if score[behind] - _NEAR < score[ahead] <= score[behind]:
                high = score[behind] + 0.05
                found = [replace_score(item, high) if item.type == ahead else item for item in found]
    return found


def replace_score(item: Evidence, score: float) -> Evidence:
    """The same evidence with another weight."""
    return Evidence(item.type, round(score, 2), item.words)


def _weigh(
    kind: ClauseType, title: str, matches: _Hits, length: int, *, place: Place, likely: Likely | None
) -> Evidence:
    score = 0.0
    why = ""
    for heading in kind.headings if title else ():
        if title == heading:
            score, why = max(score, 5.0), heading
        elif heading in title and len(heading) > 4:
            score, why = max(score, 2.0 + 1.5 * len(heading) / len(title)), heading
    for turn, (rank, match) in enumerate(matches):
        # The table names the surest cue of a type first; what a clause is about it says at its beginning.
        weight = max(0.75, 1.2 - 0.08 * rank) + 0.6 * max(0.0, 1 - match.start() / max(200, length))
        score += weight if turn == 0 else 0.5
        why = why or match.group()[:80]
    if likely is not None:
        score += _WEIGHED * likely.probability
    if kind.group in FINAL and score:
        if place.position > _LATE:
            score += 0.6
        elif place.position < 0.6 and not title and place.long:
            score -= 0.9 if kind.key in _SELDOM_EARLY else 0.3
        if place.final_beside:
            score += 0.4
    elif place.position > 0.9 and place.final_beside:
        score -= 0.3
    if kind.key in place.above:
        score += 0.8
    return Evidence(kind.key, round(score, 2), why)
