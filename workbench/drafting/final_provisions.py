"""The final block: the articles at the end of a body that say how long and how the agreement lives.

Drafts have it as one article (*Final provisions*) or as several (*Settlement of disputes*, *Amendments*).
It is the unbroken run of final articles at the end of the body, told by clause types and, without them,
by headings.
"""

from __future__ import annotations

from workbench.agreement.tree import BASIC, GROUPING, Agreement, Kind, Provision, ProvisionId
from workbench.checks.clause_gaps import FINAL_TYPES

_HEADINGS = (
    "final provision",
    "final clause",
    "nobeiguma noteikum",
    "noslēguma noteikum",
    "прикінцеві положення",
    "заключні положення",
)


def basic_units(agreement: Agreement) -> tuple[Provision, ...]:
    """The articles or sections of the body in order, those inside chapters and parts included."""
    return tuple(unit for top in agreement.body for unit in _basic(top))


def is_final(unit: Provision) -> bool:
    """Whether an article belongs to the final block."""
    heading = unit.heading.plain.casefold()
    if any(words in heading for words in _HEADINGS):
        return True
    paragraphs = [child for child in unit.children if child.kind is Kind.PARAGRAPH and child.types]
    if paragraphs:
        final = sum(child.types[0] in FINAL_TYPES for child in paragraphs)
        return 2 * final > len(paragraphs)
    return bool(unit.types) and unit.types[0] in FINAL_TYPES


def final_block(agreement: Agreement) -> tuple[ProvisionId, ...]:
    """The ids of the final articles, in order; empty where the agreement ends without any."""
    block: list[ProvisionId] = []
    for unit in reversed(basic_units(agreement)):
        if not is_final(unit):
            break
        block.append(unit.id)
    return tuple(reversed(block))


def _basic(unit: Provision) -> tuple[Provision, ...]:
    if unit.kind in BASIC:
        return (unit,)
    if unit.kind in GROUPING:
        return tuple(inner for child in unit.children for inner in _basic(child))
    return ()
