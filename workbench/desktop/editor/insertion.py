"""Where a clause of the library would go, and how it would read there."""

from __future__ import annotations

from typing import TYPE_CHECKING

from msgspec.structs import replace

from workbench.actions import drafting
from workbench.agreement import edits
from workbench.agreement.text import CrossReference, Text
from workbench.agreement.tree import BASIC, Agreement, Draft, Kind, Provision, ProvisionId, Zone
from workbench.comparison.options import Options
from workbench.comparison.revision import Op
from workbench.comparison.words import compare_words
from workbench.desktop.editor.lines import Place
from workbench.desktop.editor.outline_items import zone_of
from workbench.desktop.library.clauses import Preview, joined

if TYPE_CHECKING:
    from workbench.drafting.assembly import Inserted
    from workbench.library import Library

_LOOKS = {Op.EQUAL: "equal", Op.INSERT: "insertion", Op.DELETE: "deletion"}


def target_after(agreement: Agreement, place: Place | None) -> ProvisionId | None:
    """The provision a clause goes behind: the paragraph at the caret, else its article; None for the end."""
    if place is None or zone_of(agreement, place.provision) is not Zone.BODY:
        return None
    unit = agreement.find(place.provision)
    while unit is not None and unit.kind not in (*BASIC, Kind.PARAGRAPH):
        parent = edits.parent_of(agreement, unit.id)
        if parent is None:
            return unit.id
        unit = parent
    return unit.id if unit is not None else None


def unchanged(inserted: Inserted, source: Provision | None) -> Draft:
    """The same insertion with the wording as the source has it: nothing adapted, and no record of changes."""
    if source is None or not inserted.provisions:
        return inserted.draft

    def back(unit: Provision, old: Provision) -> Provision:
        provenance = replace(unit.provenance, changes=()) if unit.provenance is not None else None
        pairs = list(zip(unit.children, old.children, strict=False))
        children = (*(back(new, was) for new, was in pairs), *unit.children[len(pairs) :])
        return replace(
            unit,
            text=_unbound(old.text) if unit.text else unit.text,
            heading=_unbound(old.heading) if unit.heading else unit.heading,
            wrap_up=_unbound(old.wrap_up) if unit.wrap_up else unit.wrap_up,
            provenance=provenance,
            children=children,
        )

    agreement = edits.update(
        inserted.draft.agreement, inserted.provisions[0], lambda unit: (back(unit, source),)
    )
    return replace(inserted.draft, agreement=agreement)


def adapted_preview(draft: Draft, library: Library, clause: str, after: ProvisionId | None) -> Preview:
    """The clause with what adaptation changes as a redline, a summary, and what stays as printed."""
    source = library.clause(clause).provision
    inserted = drafting.insert_clause(draft, library, clause, after=after)
    unit = inserted.draft.agreement.find(inserted.provisions[0]) if inserted.provisions else None
    if source is None or unit is None:
        return Preview("")
    pieces: list[tuple[str, str]] = []
    for index, (old, new) in enumerate(zip(source.walk(), unit.walk(), strict=False)):
        if index and pieces:
            pieces.append(("equal", "\n"))
        words = [part for part in (old.heading.plain, old.text.plain) if part]
        now = [part for part in (new.heading.plain, new.text.plain) if part]
        pieces.extend(
            (_LOOKS[piece.op], piece.text.plain)
            for piece in compare_words(Text("\n".join(words)), Text("\n".join(now)), Options())
        )
    text, spans = joined(pieces)
    reasons: dict[str, int] = {}
    for change in inserted.changes:
        reasons[change.reason] = reasons.get(change.reason, 0) + 1
    summary = ", ".join(f"{count} {reason}" for reason, count in reasons.items())
    return Preview(text, spans, summary, tuple(finding.message for finding in inserted.findings))


def _unbound(text: Text) -> Text:
    # A reference of the source names a provision of the source; here it would point at nothing.
    return text.unmarked(CrossReference)
