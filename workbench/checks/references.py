"""Cross-references: to a provision that exists, called what it is."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import CrossReference
from workbench.agreement.tree import BASIC, Kind, ProvisionId
from workbench.checks.matter import Matter, Passage, around
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


def references(matter: Matter) -> Iterator[Finding]:
    """References to nowhere, and references that call a section an article or an article a section."""
    for passage in matter.passages:
        for start, end, reference in passage.text.of(CrossReference):
            words = passage.plain[start:end]
            wrong = _wrong_unit(matter, words, reference)
            if wrong is not None:
                yield _misnamed(matter, passage, (start, end), wrong)
            elif reference.target is None or ProvisionId(reference.target) not in matter.places:
                severity = Severity.WARNING if matter.imported else None
                yield matter.at(DANGLING, passage.unit, quote=words, severity=severity)


def _misnamed(matter: Matter, passage: Passage, extent: tuple[int, int], step: Step) -> Finding:
    actual = Kind.SECTION if step.kind is Kind.ARTICLE else Kind.ARTICLE
    right = noun(actual, matter.language, step.case)
    return matter.at(
        WRONG_UNIT,
        passage.unit,
        quote=around(passage.plain, *extent, margin=15),
        named=_NAMES[step.kind],
        actual=_UNITS[actual],
        suggestion=right,
    )


def _wrong_unit(matter: Matter, words: str, reference: CrossReference) -> Step | None:
    """The unit of a reference that this text does not have under that name."""
    steps = [step for step in parse(words, matter.language) if step.kind in BASIC]
    if not steps:
        return None
    kinds = {unit.kind for unit in matter.of_kind(*BASIC)}
    if reference.target is not None and ProvisionId(reference.target) in matter.places:
        basic = matter.places.basic(ProvisionId(reference.target))
        if basic is not None:
            kinds = {basic.kind}
    return next((step for step in steps if len(kinds) == 1 and step.kind not in kinds), None)
