"""Cross-references: to a provision that exists, called what it is."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import CrossReference
from workbench.agreement.tree import BASIC, Kind, Provision, ProvisionId
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages
from workbench.checks.reference_words import Step, noun, parse

DANGLING = FindingKind(
    "checks.dangling-reference",
    Severity.ERROR,
    "{quote} refers to a provision that this text does not have; point it anew or reword",
)
WRONG_UNIT = FindingKind(
    "checks.wrong-unit",
    Severity.WARNING,
    "{quote} speaks of {named}, but the units of this text are {actual}",
)
_NAMES = {Kind.ARTICLE: "an article", Kind.SECTION: "a section"}
_UNITS = {Kind.ARTICLE: "articles", Kind.SECTION: "sections"}


@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference, where its words stand, and the articles or sections it names."""

    passage: Passage
    start: int
    end: int
    target: ProvisionId | None
    basic: tuple[Step, ...]


def _note(unit: Provision, setting: Setting) -> Iterator[_Reference]:
    for passage in passages(unit):
        for start, end, reference in passage.text.of(CrossReference):
            named = parse(passage.plain[start:end], setting.language)
            target = ProvisionId(reference.target) if reference.target is not None else None
            basic = tuple(named_step for named_step in named if named_step.kind in BASIC)
            yield _Reference(passage, start, end, target, basic)


def _judge(notes: Sequence[_Reference], matter: Matter) -> Iterator[Finding]:
    kinds = {kind for kind in BASIC if matter.of_kind(kind)}
    for reference in notes:
        wrong = _wrong_unit(reference, kinds, matter)
        if wrong is not None:
            yield _misnamed(reference, wrong, matter.language)
        elif reference.target is None or reference.target not in matter.places:
            severity = Severity.WARNING if matter.setting.imported else None
            yield reference.passage.finding(DANGLING, reference.start, reference.end, severity=severity)


REFERENCES = OfAgreement(_note, _judge)
"""References to nowhere, and references that call a section an article or an article a section."""


def _misnamed(reference: _Reference, wrong: Step, language: str) -> Finding:
    actual = Kind.SECTION if wrong.kind is Kind.ARTICLE else Kind.ARTICLE
    right = noun(actual, language, wrong.case)
    passage, (start, end) = reference.passage, wrong.noun_at
    fixes = (passage.write(reference.start + start, reference.start + end, right),) if right else ()
    return passage.finding(
        WRONG_UNIT,
        reference.start,
        reference.end,
        margin=15,
        fixes=fixes,
        named=_NAMES[wrong.kind],
        actual=_UNITS[actual],
        suggestion=right,
    )


def _wrong_unit(reference: _Reference, kinds: set[Kind], matter: Matter) -> Step | None:
    """The unit of a reference that this text does not have under that name."""
    if not reference.basic:
        return None
    if reference.target is not None and reference.target in matter.places:
        basic = matter.places.basic(reference.target)
        if basic is not None:
            kinds = {basic.kind}
    if len(kinds) != 1:
        return None
    return next((named for named in reference.basic if named.kind not in kinds), None)
