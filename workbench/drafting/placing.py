"""Where wording from another agreement goes: the level it takes and the provision it follows.

An article stands among articles, a paragraph inside one, a recital in the preamble: whatever the precedent
called them. A numbered section becomes an article in a draft that has articles, and the other way round.
"""

from __future__ import annotations

from msgspec.structs import replace

from workbench.agreement.edits import (
    EditError,
    NoSuchProvisionError,
    append_to_zone,
    insert_after,
    insert_before,
    insert_child,
    parent_of,
)
from workbench.agreement.text import Text
from workbench.agreement.tree import (
    BASIC,
    CLOSING_KINDS,
    GROUPING,
    Agreement,
    Kind,
    Provision,
    ProvisionId,
    Zone,
    new_id,
)
from workbench.drafting.final_provisions import basic_units

_INNER = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)
_IN_PREAMBLE = (Kind.RECITAL, Kind.CITATION)
_LEAVES = (Kind.CROSSHEADING, Kind.TABLE)


def basic_kind(agreement: Agreement) -> Kind:
    """Whether the body of an agreement is made of articles or of sections; articles where it is empty."""
    units = basic_units(agreement)
    sections = sum(unit.kind is Kind.SECTION for unit in units)
    return Kind.SECTION if 2 * sections > len(units) else Kind.ARTICLE


def at_level_of(unit: Provision, agreement: Agreement) -> Provision:
    """A clause as a unit of another agreement: sections and articles take the name in use there."""
    if unit.kind in BASIC:
        return replace(unit, kind=basic_kind(agreement))
    return unit


def place(agreement: Agreement, clauses: tuple[Provision, ...], after: ProvisionId | None) -> Agreement:
    """Put clauses behind a provision, or at the end of what they belong to.

    Each clause finds the level it fits: asked to stand behind a paragraph, an article stands behind that
    paragraph's article. Clauses of one kind keep their order. Raises `NoSuchProvisionError`, `EditError`.
    """
    for clause in clauses:
        if after is not None and agreement.find(after) is None:
            raise NoSuchProvisionError(provision=after)
        agreement = _place_one(agreement, clause, after)
        after = clause.id
    return agreement


def wrapped(paragraphs: tuple[Provision, ...], agreement: Agreement, heading: Text) -> Provision:
    """Paragraphs that have no article to go to, as an article of their own."""
    return Provision(id=new_id(), kind=basic_kind(agreement), heading=heading, children=paragraphs)


def _place_one(agreement: Agreement, clause: Provision, after: ProvisionId | None) -> Agreement:
    if clause.kind in BASIC or clause.kind in GROUPING:
        return _among_articles(agreement, clause, after)
    if clause.kind in _IN_PREAMBLE:
        return _in_preamble(agreement, clause, after)
    if clause.kind in _INNER or clause.kind in _LEAVES:
        return _inside_article(agreement, clause, after)
    if clause.kind in CLOSING_KINDS:
        return _same_zone(agreement, clause, after, Zone.CLOSING)
    if clause.kind is Kind.ANNEX:
        return _same_zone(agreement, clause, after, Zone.ANNEXES)
    raise EditError(reason=f"a {clause.kind.value.replace('_', ' ')} is written, not inserted")


def _among_articles(agreement: Agreement, clause: Provision, after: ProvisionId | None) -> Agreement:
    holder = _holder(agreement, after, BASIC if clause.kind in BASIC else GROUPING)
    if holder is not None:
        return insert_after(agreement, holder, clause)
    if after is not None and _zone_of(agreement, after) in (Zone.TITLE, Zone.PREAMBLE):
        return replace(agreement, body=(clause, *agreement.body))
    units = basic_units(agreement)
    if clause.kind in BASIC and units:
        return insert_after(agreement, units[-1].id, clause)
    return append_to_zone(agreement, Zone.BODY, clause)


def _in_preamble(agreement: Agreement, clause: Provision, after: ProvisionId | None) -> Agreement:
    same = _holder(agreement, after, (clause.kind,))
    if same is not None:
        return insert_after(agreement, same, clause)
    raised = replace(clause, kind=Kind.RECITAL)
    recitals = [unit for unit in agreement.preamble if unit.kind is Kind.RECITAL]
    if recitals:
        return insert_after(agreement, recitals[-1].id, raised)
    formula = next((u for u in agreement.preamble if u.kind is Kind.AGREEING_FORMULA), None)
    if formula is not None:
        return insert_before(agreement, formula.id, raised)
    return append_to_zone(agreement, Zone.PREAMBLE, raised)


def _inside_article(agreement: Agreement, clause: Provision, after: ProvisionId | None) -> Agreement:
    if after is None:
        units = basic_units(agreement)
        if not units:
            return append_to_zone(agreement, Zone.BODY, wrapped((clause,), agreement, Text()))
        return _as_last_child(agreement, units[-1].id, clause)
    anchor = agreement.find(after)
    assert anchor is not None  # `place` has looked it up
    if anchor.kind in BASIC:
        return _as_last_child(agreement, anchor.id, _as_paragraph(clause))
    if anchor.kind in (*_INNER, *_LEAVES):
        if clause.kind in _INNER and anchor.kind in _INNER:
            if _INNER.index(clause.kind) > _INNER.index(anchor.kind):  # a point behind its paragraph joins it
                return _as_last_child(agreement, anchor.id, clause)
            level = _holder(agreement, after, (clause.kind,))
            return insert_after(agreement, level or anchor.id, clause)
        return insert_after(agreement, anchor.id, _as_paragraph(clause))
    raise EditError(
        reason="a paragraph goes into an article; choose an article or a paragraph to put it after"
    )


def _same_zone(agreement: Agreement, clause: Provision, after: ProvisionId | None, zone: Zone) -> Agreement:
    if after is not None and _zone_of(agreement, after) is zone:
        return insert_after(agreement, after, clause)
    return append_to_zone(agreement, zone, clause)


def _as_paragraph(clause: Provision) -> Provision:
    return replace(clause, kind=Kind.PARAGRAPH) if clause.kind in _INNER else clause


def _as_last_child(agreement: Agreement, parent: ProvisionId, clause: Provision) -> Agreement:
    unit = agreement.find(parent)
    assert unit is not None  # ids come from the tree itself
    return insert_child(agreement, parent, len(unit.children), clause)


def _holder(
    agreement: Agreement, provision: ProvisionId | None, kinds: tuple[Kind, ...]
) -> ProvisionId | None:
    """The provision itself or the nearest one above it of these kinds."""
    if provision is None:
        return None
    unit = agreement.find(provision)
    while unit is not None and unit.kind not in kinds:
        unit = parent_of(agreement, unit.id)
    return unit.id if unit is not None else None


def _zone_of(agreement: Agreement, provision: ProvisionId) -> Zone:
    for zone in Zone:
        if any(inner.id == provision for unit in agreement.zone(zone) for inner in unit.walk()):
            return zone
    raise NoSuchProvisionError(provision=provision)
