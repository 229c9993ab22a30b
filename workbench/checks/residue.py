"""Residue: what a precedent has left in a draft that is none of its business.

Names of a foreign party (in every case form, with adjective, people, capital and institutions), other words
of the same stem, and days that came along with inserted wording. Which States are foreign is told by the
caller, or by the provenance of the inserted provisions, whose agreements name their parties in their
titles. In a draft any other State that is neither a party nor cited with an instrument is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from itertools import takewhile

import msgspec
from msgspec.structs import replace

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numbering import numbers
from workbench.agreement.quoting import on_one_line
from workbench.agreement.states import FormKind, Names, States, declined
from workbench.agreement.text import CitedInstrument, Date, Text
from workbench.agreement.tree import Agreement, Kind, Provision
from workbench.checks.matter import OfProvision, Passage, Setting, passages

FOREIGN = FindingKind(
    "residue.foreign-party",
    Severity.ERROR,
    "“{quote}” speaks of {state}, which is no party to this agreement: it was left over from a precedent",
)
THIRD_STATE = FindingKind(
    "residue.third-state",
    Severity.WARNING,
    "“{quote}” speaks of {state}, which is no party to this agreement; confirm that this is meant",
)
DATE = FindingKind(
    "residue.date",
    Severity.WARNING,
    "“{quote}” came along from {precedent}; confirm that this date belongs in the agreement",
)

_NAMES = (FormKind.FORMAL, FormKind.SHORT)
SHORTEST_STEM = 5
_KEPT = "adaptation.particular-to-party"


class _Foreign(msgspec.Struct, frozen=True):
    """What to look for: codes of States, and patterns for other parties and for words of a State's stem."""

    codes: frozenset[str]
    patterns: tuple[tuple[str, re.Pattern[str]], ...]


def residue(
    agreement: Agreement,
    *,
    foreign: Collection[str] | None = None,
    states: States | None = None,
    known: Collection[Finding] = (),
) -> tuple[Finding, ...]:
    """What is left in `agreement` of parties that are not its own.

    `foreign` are codes of States ("UA") or names of other parties; None takes the parties of the precedents
    that the provenance names. `known` are findings made before: a sentence that adaptation kept as printed
    and flagged is not reported again.
    """
    table = states or States.load()
    own = frozenset(party.state for party in agreement.parties if party.state)
    wanted = precedent_states(agreement.walk(), agreement, table) if foreign is None else frozenset(foreign)
    look = _looked_for(wanted - own, agreement.language, table)
    ask = foreign is None and is_drafted(agreement)
    flagged = [finding for finding in known if finding.code == _KEPT]
    labels = numbers(agreement)
    return tuple(
        replace(finding, locator=labels[passage.unit.id].label)
        for unit in agreement.walk()
        for passage in passages(unit)
        for finding, start, end in _in_passage(passage, look, own, agreement.language, table, ask=ask)
        if not _flagged(passage, start, end, flagged)
    )


def _leftovers(unit: Provision, setting: Setting) -> Iterator[Finding]:
    own, table = setting.own_states, setting.states
    look = _looked_for(setting.precedents - own, setting.language, table)
    for passage in passages(unit):
        for finding, _, _ in _in_passage(passage, look, own, setting.language, table, ask=setting.drafted):
            yield finding


RESIDUE = OfProvision(_leftovers)
"""What the precedents named by the provenance have left behind."""


def precedent_states(units: Iterable[Provision], agreement: Agreement, states: States) -> frozenset[str]:
    """The codes of the States that the titles of the precedents name."""
    titles = {unit.provenance.agreement for unit in units if unit.provenance is not None}
    return frozenset(
        found.code
        for title in titles
        for found in states.find_names(title, agreement.language)
        if found.form in (*_NAMES, FormKind.INSTITUTION)
    )


def is_drafted(agreement: Agreement) -> bool:
    """Whether this is a draft: one knows its template or where its wording came from."""
    return bool(agreement.template) or any(
        unit.provenance is not None for top in agreement.body for unit in top.walk()
    )


def _in_passage(
    passage: Passage, look: _Foreign, own: Collection[str], language: str, states: States, *, ask: bool
) -> Iterator[tuple[Finding, int, int]]:
    if not look.codes and not look.patterns and not ask:
        return
    plain = passage.plain
    seen: list[tuple[int, int]] = []
    for found in states.find_names(plain, language):
        codes = {found.code, *found.others}
        span = found.start, found.end
        seen.append(span)
        if not codes.isdisjoint(own):
            continue
        foreign = codes & look.codes
        if foreign:
            state = states.forms(min(foreign), language).short.nom
            yield passage.finding(FOREIGN, *span, state=state), *span
        elif ask and _asks(found.form, found.code, passage, span):
            state = states.forms(found.code, language).short.nom
            yield passage.finding(THIRD_STATE, *span, state=state), *span
    for name, pattern in look.patterns:
        for match in pattern.finditer(plain):
            if not any(start <= match.start() < end for start, end in seen):
                yield passage.finding(FOREIGN, *match.span(), state=name), *match.span()
    if passage.unit.provenance is not None and look.codes:
        precedent = passage.unit.provenance.agreement
        for start, end, _ in passage.text.of(Date):
            if not _cited(passage.text, start, end):
                yield passage.finding(DATE, start, end, precedent=precedent), start, end


def _asks(form: FormKind, code: str, passage: Passage, span: tuple[int, int]) -> bool:
    """Whether a State that is no party is worth a question: named itself, outside a cited instrument.

    The European Union is spoken of as an organisation, capitals as places where something was done.
    """
    if code == "EU" or form not in _NAMES:
        return False
    return not _cited(passage.text, *span) and passage.unit.kind is not Kind.CITATION


def _cited(text: Text, start: int, end: int) -> bool:
    return any(s <= start and end <= e for s, e, _ in text.of(CitedInstrument))


def _flagged(passage: Passage, start: int, end: int, known: list[Finding]) -> bool:
    """Whether the place lies in a sentence that is flagged already."""
    words = on_one_line(passage.plain)
    inside = on_one_line(passage.plain[start:end])
    return any(
        finding.quote in words and inside in finding.quote
        for finding in known
        if finding.provision in (None, passage.unit.id)
    )


def _looked_for(wanted: frozenset[str], language: str, states: States) -> _Foreign:
    codes = frozenset(code for code in wanted if states.by_code(code) is not None)
    patterns: list[tuple[str, re.Pattern[str]]] = []
    for code in sorted(codes):
        names = states.forms(code, language)
        stem = stem_of(names)
        if len(stem) >= SHORTEST_STEM:
            patterns.append((names.short.nom, re.compile(rf"(?<!\w){re.escape(stem)}\w*", re.IGNORECASE)))
    for name in sorted(wanted - codes):
        forms = sorted({form for _, form in declined(name, language).items()}, key=len, reverse=True)
        words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        patterns.append((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)))
    return _Foreign(codes, tuple(patterns))


def stem_of(names: Names) -> str:
    """What the short name, its cases and its adjective have in common ("Ukrain")."""
    words = [form for _, form in names.short.items()]
    words.extend(forms.nom for forms in names.adjective.values())
    letters = zip(*(word.casefold() for word in words), strict=False)
    return "".join(row[0] for row in takewhile(lambda row: len(set(row)) == 1, letters))
