"""Residue: what a precedent has left in a draft that is none of its business.

Names of a foreign party (in every case form, with adjective, people, capital and institutions), other words
of the same stem, and days that came along with inserted wording. Which States are foreign is told by the
caller, or by the provenance of the inserted provisions, whose agreements name their parties in their
titles. In a draft any other State that is neither a party nor cited with an instrument is asked about.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator
from itertools import takewhile

import msgspec

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.states import FormKind, Names, States, declined
from workbench.agreement.text import CitedInstrument, Date, Text
from workbench.agreement.tree import Agreement, Kind, Provision
from workbench.checks.matter import Matter, Passage

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
    "“{quote}” came along from {precedent}; confirm that the day belongs in this agreement",
)

_NAMES = (FormKind.FORMAL, FormKind.SHORT)
_SHORTEST_STEM = 5
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
    matter = Matter(agreement, states=states or States.load())
    return tuple(_found(matter, foreign, known))


def leftovers(matter: Matter) -> Iterator[Finding]:
    """The same as a rule among the checks."""
    yield from _found(matter, None, ())


def _found(matter: Matter, foreign: Collection[str] | None, known: Collection[Finding]) -> Iterator[Finding]:
    own = {party.state for party in matter.agreement.parties if party.state}
    wanted = _precedents(matter) if foreign is None else set(foreign)
    looked_for = _looked_for(matter, wanted - own)
    ask = foreign is None and _is_draft(matter.agreement)
    flagged = [finding for finding in known if finding.code == _KEPT]
    for passage in matter.passages:
        for finding, start, end in _in_passage(matter, passage, looked_for, own, ask=ask):
            if not _flagged(passage, start, end, flagged):
                yield finding


def _in_passage(
    matter: Matter, passage: Passage, looked_for: _Foreign, own: set[str], *, ask: bool
) -> Iterator[tuple[Finding, int, int]]:
    plain = passage.plain
    seen: list[tuple[int, int]] = []
    for found in matter.states.find_names(plain, matter.language):
        codes = {found.code, *found.others}
        span = found.start, found.end
        seen.append(span)
        if codes & own:
            continue
        foreign = codes & looked_for.codes
        if foreign:
            state = matter.states.forms(min(foreign), matter.language).short.nom
            yield matter.at(FOREIGN, passage.unit, quote=plain[slice(*span)], state=state), *span
        elif ask and _asks(found.form, found.code, passage, span):
            state = matter.states.forms(found.code, matter.language).short.nom
            yield matter.at(THIRD_STATE, passage.unit, quote=plain[slice(*span)], state=state), *span
    for name, pattern in looked_for.patterns:
        for match in pattern.finditer(plain):
            if not any(start <= match.start() < end for start, end in seen):
                yield matter.at(FOREIGN, passage.unit, quote=match.group(), state=name), *match.span()
    if passage.unit.provenance is not None and looked_for.codes:
        precedent = passage.unit.provenance.agreement
        for start, end, _ in passage.text.of(Date):
            if not _cited(passage.text, start, end):
                finding = matter.at(DATE, passage.unit, quote=plain[start:end], precedent=precedent)
                yield finding, start, end


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
    words = " ".join(passage.plain.split())
    inside = " ".join(passage.plain[start:end].split())
    return any(
        finding.quote in words and inside in finding.quote
        for finding in known
        if finding.provision in (None, passage.unit.id)
    )


def _precedents(matter: Matter) -> set[str]:
    """The States that the titles of the precedents name."""
    titles = {unit.provenance.agreement for unit in matter.agreement.walk() if unit.provenance is not None}
    return {
        found.code
        for title in titles
        for found in matter.states.find_names(title, matter.language)
        if found.form in (*_NAMES, FormKind.INSTITUTION)
    }


def _is_draft(agreement: Agreement) -> bool:
    """A draft knows its template or where its wording came from."""
    return bool(agreement.template) or any(unit.provenance is not None for unit in _paragraphs(agreement))


def _paragraphs(agreement: Agreement) -> Iterator[Provision]:
    for unit in agreement.body:
        yield from unit.walk()


def _looked_for(matter: Matter, wanted: set[str]) -> _Foreign:
    codes = frozenset(code for code in wanted if matter.states.by_code(code) is not None)
    patterns: list[tuple[str, re.Pattern[str]]] = []
    for code in sorted(codes):
        names = matter.states.forms(code, matter.language)
        stem = _stem(names)
        if len(stem) >= _SHORTEST_STEM:
            patterns.append((names.short.nom, re.compile(rf"(?<!\w){re.escape(stem)}\w*", re.IGNORECASE)))
    for name in sorted(wanted - codes):
        forms = sorted({form for _, form in declined(name, matter.language).items()}, key=len, reverse=True)
        words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in forms)
        patterns.append((name, re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)))
    return _Foreign(codes, tuple(patterns))


def _stem(names: Names) -> str:
    """What the short name, its cases and its adjective have in common ("Ukrain")."""
    words = [form for _, form in names.short.items()]
    words.extend(forms.nom for forms in names.adjective.values())
    letters = zip(*(word.casefold() for word in words), strict=False)
    return "".join(row[0] for row in takewhile(lambda row: len(set(row)) == 1, letters))
