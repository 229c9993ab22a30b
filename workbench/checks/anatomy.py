"""The anatomy of an agreement: a text that has none of it is none, and every other rule would be silent."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import BASIC, Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Setting

NOT_AN_AGREEMENT = FindingKind(
    "checks.not-an-agreement",
    Severity.WARNING,
    "this does not read as an international agreement: it has no {lacks}; "
    "only its spelling and punctuation were checked",
)
NO_PROVISIONS = FindingKind(
    "checks.no-provisions",
    Severity.WARNING,
    "the text has no provisions: nothing is agreed between its beginning and its end",
)
UNFRAMED = FindingKind(
    "checks.provisions-alone",
    Severity.WARNING,
    "the text has {units}, but no {lacks}; an international agreement has them",
)


def _kind(unit: Provision, _setting: Setting) -> Iterator[Kind]:
    yield unit.kind


def _judge(kinds: Sequence[Kind], matter: Matter) -> Iterator[Finding]:
    # Here, because recognition takes a while to load and the window lists the rules without reading anything.
    from workbench.recognition.kind import is_bare, lacking

    agreement = matter.agreement
    first = matter.units[0].id if matter.units else None
    lacks = lacking(set(kinds), parties=bool(agreement.parties))
    if not agreement.parties and is_bare(set(kinds)):
        yield NOT_AN_AGREEMENT.at(provision=first, lacks=", no ".join(lacks))
    elif not any(top.words.strip() for top in agreement.body):
        yield NO_PROVISIONS.at(provision=first)
    elif matter.setting.imported and not agreement.parties and is_bare(set(kinds) - {*BASIC}):
        units = "articles" if Kind.ARTICLE in kinds else "sections"
        yield UNFRAMED.at(provision=first, units=units, lacks=", no ".join(lacks))


ANATOMY = OfAgreement(_kind, _judge)
"""A text that is no agreement at all, one without provisions, and provisions without anyone who agrees."""
