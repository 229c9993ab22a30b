"""States that a source names in passing though they are no party: what an older text may have left behind.

A text that somebody adapted by hand still carries *the Estonian side* or *Ukrainas puse* of its model. In a
source nothing tells where wording came from, so this asks only of a State that the title and the preamble
leave out, that no citation names, and that the text mentions once or twice: one that it speaks of at length
is its subject, and a text that names many speaks of the world. What a party has (a side, a territory, laws)
weighs more. The languages of the done-at clause are those of the parties, or spoken by many.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.state_names import FormKind
from workbench.agreement.text import CitedInstrument
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages

IN_PASSING = FindingKind(
    "checks.state-in-passing",
    Severity.WARNING,
    "“{quote}” speaks of {state}, which is no party and which the preamble leaves out: left over?",
)
LANGUAGE_OF_NONE = FindingKind(
    "checks.language-of-no-party",
    Severity.WARNING,
    "“{quote}” is a language of {state}, which is no party; confirm that the text is done in it",
)
_FEW = 2
_FEW_STATES = 2
_AT_WAR = re.compile(
    r"\b(?:war|aggress|invasion|occupi)|\bkar[aš]|agresij|iebrukum|\bвійн|агресі|вторгнен|окупа",
    re.IGNORECASE,
)
_OF_A_PARTY = {
    "en": (
        re.compile(
            r"\b(?:territory|Government|Ministry|laws?|legislation|authorities|side|behalf|nationals|citizens|"
            r"Parliament|armed forces)\s+of\s+(?:the\s+)?$",
            re.IGNORECASE,
        ),
        re.compile(
            r"(?:[’']s)?\s+(?:side|party|participant|territory|laws?|legislation|authorities|armed forces|"
            r"ministry|government|citizens|nationals)\b",
            re.IGNORECASE,
        ),
    ),
    "lv": (
        re.compile(r"(?!)"),
        re.compile(
            r"\s+(?:puse|dalībniek|teritorij|likum|normatīv|tiesību|iestād|bruņot|ministr|valdīb|pilson)",
            re.IGNORECASE,
        ),
    ),
    "uk": (
        re.compile(
            r"(?:територі|уряд|міністерств|законодавств|громадян|органів|сторон)\w*\s+$", re.IGNORECASE
        ),
        re.compile(
            r"\s+(?:сторон|територі|законодавств|орган|збройн|міністерств|уряд|громадян)", re.IGNORECASE
        ),
    ),
}
"""What only a party has in an agreement: before the name of its State, and behind it."""
_EVENT = re.compile(r"[^.;]{0,25}\b(?:\d{4}|summit|conference)", re.IGNORECASE)
_CAPITAL = "A-ZĀČĒĢĪĶĻŅŠŪŽА-ЩЬЮЯІЇЄҐ"
_IN_A_ROW_AHEAD = re.compile(
    rf"(?:[{_CAPITAL}][^\W\d_]+,?\s+(?:and|or|un|vai|та|і|й)|[{_CAPITAL}][^\W\d_]+,)\s+(?:the\s+)?$"
    r"|\b(?:Latin|North|South|Central)\s+$"
)
_IN_A_ROW = re.compile(
    rf",?\s+(?:and|or|un|vai|та|і|й)\s+(?:the\s+)?[{_CAPITAL}]|,\s+(?:the\s+)?[{_CAPITAL}][^\W\d_]+,?\s+(?:and|un|та|і|й)\s"
    r"|-(?:led|hosted|based|born)\b"
)
"""Behind or before a name of which the State is one of several; what a State leads."""
_PLACED = re.compile(r"\([^()]{2,30},\s+$|\b(?:19|20)\d\d\s+(?:in|at|у|в)\s+(?:the\s+)?$")
"""Where the State only says where something lies, or took place in a year."""
_MOST_PARTIES = 3
"""A treaty of many speaks of States that are no party of the file."""
_BEFORE = (Kind.TITLE_LINE, Kind.PARTIES_CLAUSE, Kind.RECITAL, Kind.CITATION, Kind.AGREEING_FORMULA)
_SHARED = frozenset(
    "GB US FR DE AT CH BE ES PT BR RU CN SA AE EG IT NL RO MD SE FI GR CY TR RS HR BA ME EU".split()
)
"""States whose language is spoken officially in others too, or that treaties are done in by custom."""


@dataclass(frozen=True, slots=True)
class _Named:
    """A State named somewhere: where, how, and whether the place makes it part of the matter.

    `aside`: one of several, or named for what it leads or where something lies; by itself that tells nothing.
    """

    passage: Passage
    start: int
    end: int
    codes: frozenset[str]
    form: FormKind
    accounted: bool
    of_a_party: bool
    aside: bool


def _note(unit: Provision, setting: Setting) -> Iterator[_Named]:
    if not setting.imported or not 2 <= len(setting.own_states) <= _MOST_PARTIES:
        return
    for passage in passages(unit):
        cited = [(start, end) for start, end, _ in passage.text.of(CitedInstrument)]
        for found in setting.states.find_names(passage.plain, setting.language):
            codes = frozenset({found.code, *found.others})
            if codes & setting.own_states or "EU" in codes:
                continue
            accounted = unit.kind in _BEFORE or any(s <= found.start and found.end <= e for s, e in cited)
            before, behind = _OF_A_PARTY.get(setting.language, _OF_A_PARTY["en"])
            role = bool(
                before.search(passage.plain, 0, found.start) or behind.match(passage.plain, found.end)
            )
            if not role and _speaks_of_the_world(passage.plain, found.start, found.end, found.form):
                accounted = True
            aside = _one_of_several(passage.plain, found.start, found.end)
            yield _Named(passage, found.start, found.end, codes, found.form, accounted, role, aside)


def _judge(notes: Sequence[_Named], matter: Matter) -> Iterator[Finding]:
    accounted = {code for note in notes if note.accounted for code in note.codes}
    annexed = {unit.id for top in matter.agreement.annexes for unit in top.walk()}
    mentions: dict[frozenset[str], list[_Named]] = {}
    for note in notes:
        kind = note.passage.unit.kind
        if kind is Kind.DONE_AT:
            if note.form is FormKind.ADJECTIVE and not note.codes & _SHARED:
                yield _told(LANGUAGE_OF_NONE, note, matter)
        elif kind is not Kind.SIGNATORY and note.passage.unit.id not in annexed:
            mentions.setdefault(note.codes, []).append(note)
    strangers = {codes: found for codes, found in mentions.items() if not codes & accounted}
    for found in strangers.values():
        leaving = next((note for note in found if note.of_a_party), None)
        passing = None if any(note.aside for note in found) else found[0]
        if len(found) > _FEW:
            continue
        told = leaving or (passing if len(strangers) <= _FEW_STATES else None)
        if told is not None:
            yield _told(IN_PASSING, told, matter)


BYSTANDERS = OfAgreement(_note, _judge)
"""States left over in a source, and languages of no party."""


def _speaks_of_the_world(plain: str, start: int, end: int, form: FormKind) -> bool:
    """Whether a State is named for a war, or a capital for what took place there."""
    if form is FormKind.CAPITAL and (
        _EVENT.match(plain, end) or _EVENT.search(plain, max(0, start - 40), start)
    ):
        return True
    return bool(_AT_WAR.search(plain, max(0, start - 80), end + 60))


def _one_of_several(plain: str, start: int, end: int) -> bool:
    """Whether a State stands in a row with others, leads something, or says where something is."""
    if _IN_A_ROW_AHEAD.search(plain, max(0, start - 40), start) or _IN_A_ROW.match(plain, end):
        return True
    return bool(_PLACED.search(plain, max(0, start - 40), start))


def _told(kind: FindingKind, note: _Named, matter: Matter) -> Finding:
    state = matter.setting.states.forms(min(note.codes), "en").short_with_article
    severity = None if note.of_a_party or kind is LANGUAGE_OF_NONE else Severity.INFO
    margin = 25 if kind is IN_PASSING else 0
    return note.passage.finding(kind, note.start, note.end, margin=margin, severity=severity, state=state)
