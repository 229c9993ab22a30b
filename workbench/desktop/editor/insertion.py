"""Where a clause of the library would go, and how it would read there."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace as changed
from itertools import permutations
from typing import TYPE_CHECKING

from msgspec.structs import replace
from PySide6.QtCore import QCoreApplication

from workbench.actions import drafting
from workbench.agreement import edits
from workbench.agreement.states import States
from workbench.agreement.text import CrossReference, PartyName, Text
from workbench.agreement.tree import BASIC, Agreement, Draft, Kind, Provision, ProvisionId, Zone
from workbench.comparison.options import Options
from workbench.comparison.revision import Op
from workbench.comparison.words import compare_words
from workbench.desktop.editor.lines import Place
from workbench.desktop.editor.outline_items import zone_of
from workbench.desktop.editor.saying import counted, said_finding
from workbench.desktop.kit import Span
from workbench.desktop.library.clauses import Choices, Preview, Way, joined
from workbench.drafting.adaptation import REASONS, counterparts
from workbench.drafting.adaptation.names import ADJECTIVE, CAPITAL, INSTITUTION, PARTY

if TYPE_CHECKING:
    from workbench.drafting.insertion import Inserted
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


def take_over(
    draft: Draft, library: Library, clause: str, *, after: ProvisionId | None, choices: Choices
) -> Inserted:
    """Put a clause into the draft as it was chosen."""
    made = drafting.insert_clause(
        draft,
        library,
        clause,
        after=None if choices.final else after,
        as_final_provisions=choices.final,
        mapping=dict(choices.mapping),
        without=choices.without if choices.adapted else REASONS,
        register=draft.agreement.register if choices.adapted and choices.register else None,
    )
    if not choices.adapted:
        return changed(made, draft=as_printed(made, _source(library, clause)))
    return changed(made, draft=drafting.take_offers(made)) if choices.blanks else made


def as_printed(inserted: Inserted, source: Agreement) -> Draft:
    """The insertion with the wording exactly as the source has it, and no record of changes."""

    def back(unit: Provision) -> Provision:
        where = unit.provenance
        old = source.find(where.provision) if where is not None else None
        children = tuple(back(child) for child in unit.children)
        if old is None or where is None:
            return replace(unit, children=children)
        return replace(
            unit,
            text=_unbound(old.text),
            heading=_unbound(old.heading),
            wrap_up=_unbound(old.wrap_up),
            provenance=replace(where, changes=()),
            children=children,
        )

    agreement = inserted.draft.agreement
    for provision in inserted.provisions:
        agreement = edits.update(agreement, provision, lambda unit: (back(unit),))
    return replace(inserted.draft, agreement=agreement)


def adapted_preview(
    draft: Draft, library: Library, clause: str, after: ProvisionId | None, choices: Choices
) -> Preview:
    """The clause as chosen: what changes as a redline, what stays as printed, and what there is to choose."""
    source = _source(library, clause)
    made = take_over(draft, library, clause, after=after, choices=choices)
    everything = changed(choices, without=frozenset(), register=True)
    whole = (
        made if everything == choices else take_over(draft, library, clause, after=after, choices=everything)
    )
    text, spans = redlined(made, source)
    counts = Counter(change.reason for change in whole.changes)
    done = len(made.changes)
    return Preview(
        text,
        spans,
        counted(QCoreApplication.translate("Adaptation", "%n change(s)", None, done), done) if done else "",
        tuple(dict.fromkeys(said_finding(finding) for finding in made.findings)),
        reasons=tuple((reason, counts[reason]) for reason in REASONS if counts[reason]),
        blanks=len(whole.offers),
        ways=_ways(source, draft.agreement, library.clause(clause).provision, counts),
    )


def redlined(made: Inserted, source: Agreement) -> tuple[str, tuple[Span, ...]]:
    """The clauses put in, with what adaptation changed in them and what it kept as printed set off."""
    pieces: list[tuple[str, str]] = []
    for provision in made.provisions:
        unit = made.draft.agreement.find(provision)
        for new in unit.walk() if unit is not None else ():
            old = source.find(new.provenance.provision) if new.provenance is not None else None
            if pieces:
                pieces.append(("equal", "\n"))
            pieces.extend(
                (_LOOKS[piece.op], piece.text.plain)
                for piece in compare_words(Text(_said(old)), Text(_said(new)), Options())
            )
    text, spans = joined(pieces)
    return text, tuple(sorted((*spans, *_doubtful(text, spans, made))))


def _source(library: Library, clause: str) -> Agreement:
    hit = library.clause(clause).hit
    return library.agreement(hit.agreement_id, language=hit.language)


def _said(unit: Provision | None) -> str:
    parts = (unit.heading.plain, unit.text.plain, unit.wrap_up.plain) if unit is not None else ()
    return "\n".join(part for part in parts if part)


def _doubtful(text: str, spans: tuple[Span, ...], made: Inserted) -> list[Span]:
    """The sentences a finding quotes, where nothing in them changes: they are kept as printed."""
    found: list[Span] = []
    flat = text.replace("\n", " ")
    for finding in made.findings:
        start = flat.find(finding.quote) if finding.quote else -1
        end = start + len(finding.quote)
        taken = any(first < end and start < last for first, last, _ in (*spans, *found))
        if start >= 0 and not taken:
            found.append((start, end, "brass"))
    return found


def _ways(
    source: Agreement, target: Agreement, clause: Provision | None, counts: Counter[str]
) -> tuple[Way, ...]:
    """Every way of pairing the parties of two agreements of the same few; none where no name is at stake."""
    old, new = source.parties, target.parties
    named = clause is not None and any(unit.text.of(PartyName) for unit in clause.walk())
    if source.language != target.language or not 2 <= len(old) <= len(new) <= 3:
        return ()
    if not named and not counts.keys() & {PARTY, ADJECTIVE, CAPITAL, INSTITUTION}:
        return ()
    usual = counterparts(source, target, {}, States.load())
    made = [
        Way(
            tuple((one.key, other.key) for one, other in zip(old, order, strict=True)),
            ", ".join(
                f"{one.short or one.name} → {other.short or other.name}"
                for one, other in zip(old, order, strict=True)
            ),
        )
        for order in permutations(new, len(old))
    ]
    first = tuple((key, party.key) for key, party in usual.items() if party is not None)
    return tuple(
        Way((), way.words) if way.mapping == first else way
        for way in sorted(made, key=lambda way: way.mapping != first)
    )


def _unbound(text: Text) -> Text:
    # A reference of the source names a provision of the source; here it would point at nothing.
    return text.unmarked(CrossReference)
