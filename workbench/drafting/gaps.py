"""Closing gaps: what a precedent, a template or the usual set regulates and the draft does not.

The comparison itself is the checks room's (`workbench.checks.gaps`); here each gap learns where its clause
would go: behind the provision of the draft that stands in for the clause's neighbour in the precedent.
`analyse` tells what is missing, extra and different; `against_template`, `against_usual` take a template of
the program for the precedent, in the names of the draft's parties.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from workbench.agreement.numbering import numbers
from workbench.agreement.states import States
from workbench.agreement.tree import (
    BASIC,
    CLOSING_KINDS,
    Agreement,
    Kind,
    Provision,
    ProvisionId,
    Register,
)
from workbench.checks import gaps
from workbench.checks.clause_gaps import USUAL, clause_types
from workbench.drafting import templates
from workbench.drafting.final_provisions import basic_units
from workbench.drafting.party_names import with_parties


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause the draft lacks: its type, the precedent's provision and its label there.

    `after` is the provision of the draft behind which it fits, None where the draft has no articles.
    """

    type: str
    clause: Provision
    label: str
    after: ProvisionId | None


@dataclass(frozen=True, slots=True)
class Difference:
    """A matter both texts regulate, each with its provision; `alike` is the share of common words, 0 to 1."""

    type: str
    own: Provision
    other: Provision
    alike: float


@dataclass(frozen=True, slots=True)
class Analysis:
    """A draft against another agreement, by clause types. `source` is what gaps are inserted from."""

    source: Agreement
    missing: tuple[Gap, ...]
    extra: tuple[tuple[str, Provision], ...]
    different: tuple[Difference, ...]


def analyse(draft: Agreement, precedent: Agreement) -> Analysis:
    """What a draft lacks, has besides and words otherwise than a precedent; least alike first."""
    found = gaps(draft, precedent)
    differences = [
        Difference(key, own, other, _alike(own.words, other.words)) for key, own, other in found.shared
    ]
    different = sorted((one for one in differences if one.alike < 1.0), key=lambda one: one.alike)
    return Analysis(precedent, missing(draft, precedent), found.extra, tuple(different))


def against_template(
    draft: Agreement, slug: str, *, states: States | None = None, where: Sequence[Path] | None = None
) -> Analysis:
    """The same against a template in the draft's language. Raises the errors of `templates.load`."""
    template = templates.load(slug, draft.language, where).agreement
    parties = dict(zip((p.key for p in template.parties), draft.parties, strict=False))
    return analyse(draft, with_parties(template, parties, states or States.load()))


def against_usual(
    draft: Agreement, *, states: States | None = None, where: Sequence[Path] | None = None
) -> Analysis:
    """What a text of its register usually regulates and the draft does not, with clauses to insert.

    Of each group of clause types one will do; nothing is extra or different against the usual set.
    """
    slug = "defence-cooperation" if draft.register is Register.TREATY else "memorandum"
    whole = against_template(draft, slug, states=states, where=where)
    present = clause_types(draft).keys()
    lacking = {key for group in USUAL[draft.register] if not present & set(group) for key in group}
    wanted = tuple(
        gap
        for gap in whole.missing
        if lacking & ({gap.type} | {key for unit in gap.clause.walk() for key in unit.types})
    )
    return Analysis(whole.source, wanted, (), ())


def missing(draft: Agreement, precedent: Agreement) -> tuple[Gap, ...]:
    """The gaps of a draft against a precedent, in the precedent's order, whole articles where one is new.

    Clauses of the closing (authentic texts) are left out: they are worded in the done-at clause.
    """
    own = clause_types(draft)
    labels = {key: number.label for key, number in numbers(precedent).items()}
    position = {unit.id: index for index, unit in enumerate(precedent.walk())}
    found: dict[ProvisionId, Gap] = {}
    for key, provision in gaps(draft, precedent).missing:
        if provision.kind in CLOSING_KINDS:
            continue
        clause = _whole(provision, precedent, own)
        if clause.id not in found:
            after = _place(clause, precedent, own, draft)
            found[clause.id] = Gap(key, clause, labels[clause.id], after)
    return tuple(sorted(found.values(), key=lambda gap: position[gap.clause.id]))


def _alike(one: str, other: str) -> float:
    own, others = Counter(one.casefold().split()), Counter(other.casefold().split())
    total = own.total() + others.total()
    return 2 * (own & others).total() / total if total else 1.0


def _whole(provision: Provision, precedent: Agreement, own: dict[str, Provision]) -> Provision:
    """The article a clause stands in, when nothing in it is known to the draft; else the clause alone."""
    for article in basic_units(precedent):
        units = tuple(article.walk())
        if any(unit.id == provision.id for unit in units):
            types = {key for unit in units for key in unit.types}
            return article if not types & own.keys() else provision
    return provision


def _place(
    clause: Provision, precedent: Agreement, own: dict[str, Provision], draft: Agreement
) -> ProvisionId | None:
    """Behind what the draft has of the clauses that stand before this one in the precedent."""
    wanted = BASIC if clause.kind in BASIC else (Kind.PARAGRAPH,)
    before: list[Provision] = []
    for unit in precedent.walk():
        if unit.id == clause.id:
            break
        before.append(unit)
    for unit in reversed(before):
        for key in unit.types:
            if key in own and (own[key].kind in wanted or clause.kind in BASIC):
                return own[key].id
    articles = basic_units(draft)
    return articles[-1].id if articles else None
