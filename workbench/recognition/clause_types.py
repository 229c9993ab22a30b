"""What a clause is about: its types, best first, from heading, wording, position and neighbours.

`resources/clause_types.json` holds for each type its headings and cues in English, Latvian and Ukrainian.
A cue alone says little: "enter into force" in the middle of a text is seldom the clause on entry into force,
and disputes between businesses are no clause on disputes. So the final provisions are believed near the end,
a heading weighs more than a cue, and a cue in the first words more than one further on.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from functools import cache

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId
from workbench.settings import data

_STRUCTURE = {
    Kind.TITLE_LINE: "title",
    Kind.PARTIES_CLAUSE: "parties",
    Kind.RECITAL: "recital",
    Kind.CITATION: "recital_citation",
    Kind.AGREEING_FORMULA: "enacting_formula",
    Kind.TESTIMONIUM: "testimonium",
    Kind.DONE_AT: "done_at",
    Kind.SIGNATURE_BLOCK: "signature_block",
}
_TYPED = (Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH, Kind.PART, Kind.CHAPTER, Kind.TITLE)
_FINAL = ("final", "closing")
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
_LONG = 8000  # signs of a body in which final provisions stand apart from the rest
_ENOUGH = 1.15
_MOST = 4
_GROUP = re.compile(r"\([^()]*\)")
_SPECIAL = re.compile(r"\\\w[+*?]?|\[[^\]]*\][+*?]?|\0[?*+]?|\{[^}]*\}|.[?*]|[.^$+\\]")
_ESCAPED = re.compile(r"\\[A-Z]|[A-ZĀ-ŽА-ЯІЇЄҐ]")


_Row = tuple[int, int, re.Pattern[str]]


@dataclass(frozen=True, slots=True)
class Evidence:
    """Why a clause was given a type: the score, and the words that spoke for it (heading or cue)."""

    type: str
    score: float
    words: str


@dataclass(frozen=True, slots=True)
class Cue:
    """A pattern of wording; every match holds one of `literals`, so that most texts need no matching."""

    pattern: re.Pattern[str]
    literals: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class ClauseType:
    """One type as the table describes it; patterns are matched on small letters."""

    key: str
    group: str
    headings: tuple[str, ...]
    cues: tuple[Cue, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a clause stands: `position` from 0 to 1 in the body, the types of what is around it.

    `long` says that the body is long enough for its final provisions to stand apart.
    """

    position: float = 0.5
    above: tuple[str, ...] = ()
    final_beside: bool = False
    long: bool = True


@cache
def table(language: str) -> tuple[ClauseType, ...]:
    """The clause types with the headings and cues of one language (English where it has none)."""
    rows = json.loads(data("resources", "clause_types.json").read_text(encoding="utf-8"))
    spoken = language if language in ("en", "lv", "uk") else "en"
    return tuple(
        ClauseType(
            row["key"],
            row["group"],
            tuple(heading.casefold() for heading in row["headings"].get(spoken, ())),
            tuple(_cue(_small(cue)) for cue in row["cues"].get(spoken, ())),
        )
        for row in rows
    )


def _small(pattern: str) -> str:
    """A pattern in small letters; what is escaped (\\W, \\S) keeps its meaning."""
    return _ESCAPED.sub(lambda m: m.group() if m.group().startswith("\\") else m.group().lower(), pattern)


def _cue(pattern: str) -> Cue:
    return Cue(re.compile(pattern, re.MULTILINE), _literals(pattern))


def _literals(pattern: str) -> tuple[str, ...]:
    """Plain words of which every match holds one: the surest way to pass over a text without matching."""
    branches = _split(pattern)
    if len(branches) > 1:
        found = [_literals(branch) for branch in branches]
        return tuple(dict.fromkeys(literal for literals in found for literal in literals))
    choices = [(_literal(pattern),), *(_literals(group) for group in _required_groups(pattern))]
    return max(choices, key=lambda literals: min(len(literal) for literal in literals))


def _required_groups(pattern: str) -> list[str]:
    """What stands in the outermost groups of a pattern that are not optional."""
    groups, depth, start = [], 0, 0
    for at, sign in enumerate(pattern):
        if sign not in "()" or pattern[at - 1 : at] == "\\":
            continue
        if sign == "(":
            start = at + 1 if not depth else start
            depth += 1
        else:
            depth -= 1
            if not depth and pattern[at + 1 : at + 2] not in ("?", "*", "{") and pattern[start] != "?":
                groups.append(pattern[start:at])
    return groups


def _split(pattern: str) -> list[str]:
    """The branches of a pattern that are parted by | outside any group."""
    branches, depth, start = [], 0, 0
    for at, sign in enumerate(pattern):
        if sign in "()" and pattern[at - 1 : at] != "\\":
            depth += 1 if sign == "(" else -1
        elif sign == "|" and not depth:
            branches.append(pattern[start:at])
            start = at + 1
    return [*branches, pattern[start:]]


def _literal(pattern: str) -> str:
    """The longest run of plain letters that stands outside any group and is not optional."""
    flat = pattern
    while _GROUP.search(flat):
        flat = _GROUP.sub("\0", flat)
    flat = _SPECIAL.sub("\0", flat)
    return max(flat.split("\0"), key=len, default="")


def types_of(heading: str, text: str, language: str, place: Place | None = None) -> tuple[Evidence, ...]:
    """The types of one clause by its heading, its wording and its place, best first."""
    where = place or Place()
    title = heading.casefold().strip(" .:")
    whole = f"{text}\n{heading}".lower()
    kinds, cues = _flat(language)
    hits: dict[int, list[tuple[int, re.Match[str]]]] = {}
    possible = {cue: None for literal, rows in cues if literal in whole for cue in rows}
    for turn, rank, pattern in possible:
        match = pattern.search(whole)
        if match is not None:
            hits.setdefault(turn, []).append((rank, match))
    titled = {turn for turn, kind in enumerate(kinds) if title and any(h in title for h in kind.headings)}
    found = [
        evidence
        for turn in sorted(titled | hits.keys())
        for evidence in [_weigh(kinds[turn], title, hits.get(turn, []), len(text), where)]
        if evidence.score >= _ENOUGH
    ]
    spoken = {kinds[turn].key: rows for turn, rows in hits.items()}
    found = _in_order(_without_company(found, spoken, title), spoken)
    found.sort(key=lambda evidence: -evidence.score)
    return tuple(found[:_MOST])


def _without_company(
    found: list[Evidence], hits: dict[str, list[tuple[int, re.Match[str]]]], title: str
) -> list[Evidence]:
    """Amendments, withdrawals and accessions also say when they take effect: that is not what they are about.

    Where another clause type is spoken of first, those that go along with it lose weight.
    """
    if title or not any(item.type in _COMPANY for item in found):
        return found
    first = {item.type: min((m.start() for _, m in hits.get(item.type, [])), default=0) for item in found}
    leader = min(
        (first[item.type] for item in found if item.type in _LEADERS and item.score >= _ENOUGH), default=None
    )
    if leader is None:
        return found
    return [
        replace_score(item, item.score - 1.8) if item.type in _COMPANY and first[item.type] > leader else item
        for item in found
    ]


def _in_order(found: list[Evidence], hits: dict[str, list[tuple[int, re.Match[str]]]]) -> list[Evidence]:
    """Of a period and its renewal in one clause, that which is spoken of first leads."""
    score = {item.type: item.score for item in found}
    first = {key: min(match.start() for _, match in rows) for key, rows in hits.items()}
    for one, other in _PAIRS:
        if one in score and other in score and one in first and other in first:
            ahead, behind = (one, other) if first[one] <= first[other] else (other, one)
            if score[ahead] <= score[behind]:
                high = score[behind] + 0.05
                found = [replace_score(item, high) if item.type == ahead else item for item in found]
    return found


def replace_score(item: Evidence, score: float) -> Evidence:
    """The same evidence with another weight."""
    return Evidence(item.type, round(score, 2), item.words)


@cache
def _flat(language: str) -> tuple[tuple[ClauseType, ...], tuple[tuple[str, tuple[_Row, ...]], ...]]:
    """The types of clauses (not of structure), and all their cues by the literals that announce them."""
    kinds = tuple(kind for kind in table(language) if kind.group != "structure")
    announced: dict[str, list[_Row]] = {}
    for turn, kind in enumerate(kinds):
        for rank, cue in enumerate(kind.cues):
            for literal in cue.literals:
                announced.setdefault(literal, []).append((turn, rank, cue.pattern))
    return kinds, tuple((literal, tuple(rows)) for literal, rows in announced.items())


def _weigh(
    kind: ClauseType, title: str, matches: list[tuple[int, re.Match[str]]], length: int, place: Place
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
    if kind.group in _FINAL and score:
        if place.position > 0.8:
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


def classify(agreement: Agreement) -> Agreement:
    """The agreement with the types of every clause set anew; what it had before is replaced."""
    found = evidence(agreement)
    structure = {unit.id: (_STRUCTURE[unit.kind],) for unit in agreement.walk() if unit.kind in _STRUCTURE}

    def change(unit: Provision) -> Provision:
        types = structure.get(unit.id) or tuple(item.type for item in found.get(unit.id, ()))
        return replace(unit, types=types) if types != unit.types else unit

    return map_provisions(agreement, change)


def evidence(agreement: Agreement) -> dict[ProvisionId, tuple[Evidence, ...]]:
    """For every clause of the body and the annexes its types with the words that spoke for them."""
    reader = _Reader(agreement.language, max(1, sum(len(unit.words) for unit in agreement.body)))
    for unit in agreement.body:
        reader.visit(unit, ())
    for annex in agreement.annexes:
        reader.passed, reader.total = 0, 2 * max(1, len(annex.words))  # an annex has no final provisions
        for unit in annex.children:
            reader.visit(unit, ())
    return reader.found


class _Reader:
    """Goes through the clauses in order and knows how far along the body each one stands.

    `headed` is the type that the heading over a clause names, "" where there is none.
    """

    def __init__(self, language: str, total: int) -> None:
        self.language = language
        self.total = total
        self.passed = 0
        self.groups = {kind.key: kind.group for kind in table(language)}
        self.found: dict[ProvisionId, tuple[Evidence, ...]] = {}

    def visit(self, unit: Provision, above: tuple[str, ...], headed: str = "") -> None:
        """Type what is below a unit, then the unit; an unnumbered subheading speaks for what follows it."""
        if unit.kind not in _TYPED:
            self.passed += len(unit.words)
            return
        start, size = self.passed, len(unit.words)
        position = min(1.0, (start + size / 2) / self.total)
        late = (start + size) / self.total > 0.97
        beside = any(self.groups.get(key) in _FINAL for key in above)
        place = Place(max(position, 0.95 if late else 0.0), above, beside, self.total > _LONG)
        leaf = not any(child.kind in _TYPED for child in unit.children)
        own = types_of(unit.heading.plain, unit.words if leaf else unit.text.plain, self.language, place)
        inner = tuple(item.type for item in own) or above
        if _FINAL_HEADING.search(unit.heading.plain):
            inner = (*inner, "entry_into_force")  # stands for the whole group: "Final provisions"
        named = own[0].type if own and unit.heading else headed
        below = [] if leaf else self._children(unit, inner, place, named)
        self.passed = start + size
        types = own if leaf else _with_paragraphs(own, below)
        if not types and unit.kind is Kind.PARAGRAPH and self.groups.get(headed) in _FINAL:
            types = (Evidence(headed, _ENOUGH, ""),)  # a paragraph that goes on about what the heading names
        if types:
            self.found[unit.id] = types

    def _children(
        self, unit: Provision, inner: tuple[str, ...], place: Place, headed: str
    ) -> list[tuple[Evidence, ...]]:
        under = inner
        below = []
        for child in unit.children:
            if child.kind is Kind.CROSSHEADING:
                titled = types_of(child.text.plain, "", self.language, place)
                under = tuple(item.type for item in titled) or inner
                headed = titled[0].type if titled else ""
            self.visit(child, under, headed)
            if child.id in self.found:
                below.append(self.found[child.id])
        return below


def _with_paragraphs(own: tuple[Evidence, ...], below: list[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    """The types of an article: what its heading says, then what its paragraphs speak of, the first most."""
    best = {item.type: item for item in own}
    gathered: dict[str, list[Evidence]] = {}
    for turn, items in enumerate(below):
        for rank, item in enumerate(items):
            weight = 0.8 * item.score + (0.6 if turn == 0 and rank == 0 else 0.0)
            gathered.setdefault(item.type, []).append(Evidence(item.type, weight, item.words))
    for key, spoken in gathered.items():
        top = max(spoken, key=lambda item: item.score)
        score = round(
            top.score + 0.3 * (len(spoken) - 1) + (best[key].score * 0.5 if key in best else 0.0), 2
        )
        if key not in best or score > best[key].score:
            best[key] = Evidence(key, score, top.words)
    # Where the article has a heading, its word goes before what a paragraph happens to speak of.
    headed = {item.type for item in own}
    ranked = sorted(best.values(), key=lambda item: (item.type not in headed, -item.score))
    return tuple(item for item in ranked if item.score >= _ENOUGH)[:_MOST]


_FINAL_HEADING = re.compile(
    r"final|concluding|closing|nobeigum|noslēgum|прикінцев|заключн|baigiamo|lõppsätt|końcow|schluss",
    re.IGNORECASE,
)
