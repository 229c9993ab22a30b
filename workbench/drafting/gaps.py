"""Closing gaps: what a precedent or a template regulates and the draft does not, ready to be inserted.

The comparison itself is the checks room's (`workbench.checks.gaps`); here each gap learns where its clause
would go: behind the provision of the draft that stands in for the clause's neighbour in the precedent.
"""

from __future__ import annotations

from dataclasses import dataclass

from workbench.agreement.numbering import numbers
from workbench.agreement.tree import BASIC, CLOSING_KINDS, Agreement, Kind, Provision, ProvisionId
from workbench.checks import gaps
from workbench.checks.clause_gaps import clause_types
from workbench.drafting.final_provisions import basic_units


@dataclass(frozen=True, slots=True)
class Gap:
    """A clause the draft lacks: its type, the precedent's provision and its label there.

    `after` is the provision of the draft behind which it fits, None where the draft has no articles.
    """

    type: str
    clause: Provision
    label: str
    after: ProvisionId | None


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
