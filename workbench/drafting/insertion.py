"""Insertion: clauses of a precedent become provisions of a draft.

The wording is adapted to the draft's parties, gets new identities, and remembers where it came from: each
paragraph carries its provenance with what adaptation changed. Cross-references inside the inserted wording
go along; one that pointed elsewhere in the precedent is left open and flagged.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from contextlib import suppress
from dataclasses import dataclass
from uuid import UUID

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions, parent_of, update, with_new_ids
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.identity import retargeted
from workbench.agreement.numbering import numbers
from workbench.agreement.states import States
from workbench.agreement.text import Comment, CrossReference, Text
from workbench.agreement.tree import (
    BASIC,
    Agreement,
    Change,
    Draft,
    Kind,
    Provenance,
    Provision,
    ProvisionId,
    Register,
)
from workbench.drafting.adaptation import adapt
from workbench.drafting.final_provisions import basic_units, final_block
from workbench.drafting.offers import Offer, offers
from workbench.drafting.placeholders import PlaceholderValueError, fill, unfilled
from workbench.drafting.placing import at_level_of, place, wrapped
from workbench.drafting.references import refresh, retarget

LOST_TARGET = FindingKind(
    "drafting.reference-lost-its-target",
    Severity.WARNING,
    "“{quote}” pointed to a provision of the precedent that was not taken over; point it anew or reword",
)
REPLACED = FindingKind(
    "drafting.final-provisions-replaced",
    Severity.INFO,
    "the final provisions that stood here ({labels}) gave way to those inserted",
)


class NothingToInsertError(WorkbenchError):
    """No clause was named."""

    code = "drafting.nothing-to-insert"
    message = "no clause was chosen; name at least one"


class NoArticleError(WorkbenchError):
    """A clause asked for as final provisions does not stand in an article."""

    code = "drafting.no-article"
    message = "the clause does not stand in an article or section, so it cannot serve as final provisions"


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """The file a precedent was read from."""

    file: str
    sha256: str
    reader: str = ""


@dataclass(frozen=True, slots=True)
class Inserted:
    """The draft after an insertion, the ids of what is new, what adaptation changed, what to look at.

    `offers` are dates and sums of the precedent that could become placeholders.
    """

    draft: Draft
    provisions: tuple[ProvisionId, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    offers: tuple[Offer, ...] = ()


def insert(
    draft: Draft,
    clauses: tuple[Provision, ...],
    *,
    source: Agreement,
    origin: Origin,
    after: ProvisionId | None = None,
    as_final_provisions: bool = False,
    mapping: Mapping[str, str] | None = None,
    without: Collection[str] = (),
    register: Register | None = None,
    states: States | None = None,
) -> Inserted:
    """Put clauses of `source` into the draft, adapted to its parties.

    With `as_final_provisions` the articles the clauses stand in replace the draft's final block, or end its
    body where it has none. Otherwise they go behind `after`, at the level that fits them, or to the end.
    `mapping` names which party becomes which (old name or code -> new) where order is not the answer;
    `without` and `register` are those of `adapt`.
    """
    if not clauses:
        raise NothingToInsertError
    if as_final_provisions:
        clauses = _whole_articles(clauses, source)
    adapted = adapt(
        clauses,
        source=source,
        target=draft.agreement,
        mapping=mapping or {},
        without=without,
        register=register,
        states=states,
    )
    label = _labels(source, clauses)
    prepared: list[Provision] = []
    targets: dict[UUID, UUID] = {}
    for old, unit in zip(clauses, adapted.clauses, strict=True):
        sourced = _with_provenance(_clean(unit), source, origin, label, adapted.by_provision)
        new = with_new_ids(at_level_of(sourced, draft.agreement))
        for before, now in zip(old.walk(), new.walk(), strict=True):
            targets[before.id] = now.id
        prepared.append(new)
    ready = tuple(retarget(unit, targets) for unit in prepared)
    if as_final_provisions:
        agreement, replaced = _replace_final_block(draft.agreement, ready)
    else:
        agreement, replaced = _placed(draft.agreement, ready, source, clauses, after), []
    agreement = refresh(agreement)
    lost: list[Finding] = []
    adaptations = list(adapted.findings)
    if adapted.findings or any(_loses_a_target(unit) for unit in ready):
        present = {key: number.label for key, number in numbers(agreement).items()}
        lost = [finding for unit in ready for finding in _lost_references(unit, present)]
        adaptations = [_relocated(finding, targets, present) for finding in adapted.findings]
    made = _with_known_values(replace(draft, agreement=agreement))
    new_ids = tuple(unit.id for unit in ready)
    return Inserted(
        draft=made,
        provisions=new_ids,
        changes=adapted.changes,
        findings=(*adaptations, *lost, *replaced),
        offers=offers(made, new_ids),
    )


def _labels(source: Agreement, clauses: tuple[Provision, ...]) -> dict[ProvisionId, str]:
    """How the source cites the clauses and what is below them."""
    wanted = {unit.id for clause in clauses for unit in clause.walk()}
    if any(unit.kind is Kind.TABLE for clause in clauses for unit in clause.walk()):
        return {key: number.label for key, number in numbers(source).items()}  # tables run on through all
    for clause in clauses:
        above = parent_of(source, clause.id) if clause.kind not in BASIC else None
        while above is not None:
            wanted.add(above.id)
            above = parent_of(source, above.id)
    return {key: number.label for key, number in numbers(source, within=wanted).items()}


def _with_known_values(draft: Draft) -> Draft:
    """Placeholders that came along take the value their key already has in the draft."""
    for blank in unfilled(draft) if draft.values else ():
        if blank.key in draft.values:
            # A key of the same name may want another kind of value; it stays open, and the checks tell it.
            with suppress(PlaceholderValueError):
                draft = fill(draft, blank.key, draft.values[blank.key])
    return draft


def _whole_articles(clauses: tuple[Provision, ...], source: Agreement) -> tuple[Provision, ...]:
    """The articles the clauses are or stand in, each once, in the order of the clauses."""
    found: dict[ProvisionId, Provision] = {}
    for clause in clauses:
        unit: Provision | None = clause
        while unit is not None and unit.kind not in BASIC:
            unit = parent_of(source, unit.id)
        if unit is None:
            raise NoArticleError
        found.setdefault(unit.id, unit)
    return tuple(found.values())


def _clean(unit: Provision) -> Provision:
    """Without what belongs to the source alone: printed number, doubts, remarks, decisions still to take."""
    return replace(
        unit,
        printed=None,
        confidence=1.0,
        note="",
        optional=False,
        choice="",
        needs=(),
        text=unit.text.unmarked(Comment),
        heading=unit.heading.unmarked(Comment),
        wrap_up=unit.wrap_up.unmarked(Comment),
        children=tuple(_clean(child) for child in unit.children),
    )


def _with_provenance(
    unit: Provision,
    source: Agreement,
    origin: Origin,
    label: Mapping[ProvisionId, str],
    changes: Mapping[ProvisionId, tuple[Change, ...]],
) -> Provision:
    """The provision and everything below it, each knowing where it came from."""
    own = Provenance(
        file=origin.file,
        sha256=origin.sha256,
        agreement=source.title_text,
        agreement_id=source.id,
        provision=unit.id,
        locator=label[unit.id],
        reader=origin.reader,
        changes=changes.get(unit.id, ()),
    )
    children = tuple(_with_provenance(child, source, origin, label, changes) for child in unit.children)
    return replace(unit, provenance=own, children=children)


def _loses_a_target(unit: Provision) -> bool:
    return any(
        reference.target is None
        for inner in unit.walk()
        for text in (inner.heading, inner.text, inner.wrap_up)
        for _, _, reference in text.of(CrossReference)
    )


def _lost_references(unit: Provision, label: Mapping[ProvisionId, str]) -> list[Finding]:
    """A finding for each reference of inserted wording whose target stayed behind."""
    return [
        LOST_TARGET.at(label[inner.id], quote=text.plain[start:end], provision=inner.id)
        for inner in unit.walk()
        for text in (inner.heading, inner.text, inner.wrap_up)
        for start, end, reference in text.of(CrossReference)
        if reference.target is None
    ]


def _relocated(finding: Finding, targets: Mapping[UUID, UUID], label: Mapping[ProvisionId, str]) -> Finding:
    """What adaptation found in the precedent, as found in the draft."""
    if finding.provision is None or finding.provision not in targets:
        return finding
    now = ProvisionId(targets[finding.provision])
    return replace(finding, provision=now, locator=label.get(now, finding.locator))


def _replace_final_block(
    agreement: Agreement, articles: tuple[Provision, ...]
) -> tuple[Agreement, list[Finding]]:
    """Put articles in the place of the final block, or at the end of the body where there is none.

    A reference to a final provision that goes is led to the new provision of the same clause type.
    """
    block = final_block(agreement)
    if not block:
        units = basic_units(agreement)
        return place(agreement, articles, units[-1].id if units else None), []
    labels = numbers(agreement)
    gone = [unit for key in block for unit in (agreement.find(key),) if unit is not None]
    before = place(agreement, articles, block[-1])
    for key in block:
        before = update(before, key, lambda _: ())
    heirs = _heirs(gone, articles)
    targets: dict[UUID, UUID] = {unit.id: unit.id for unit in before.walk()}
    targets.update(heirs)
    led = _led(before, targets)
    replaced = REPLACED.at(
        labels[block[0]].label,
        provision=articles[0].id,
        labels=", ".join(labels[key].label for key in block),
    )
    return led, [replaced]


def _heirs(gone: list[Provision], new: tuple[Provision, ...]) -> dict[UUID, UUID]:
    """For each provision that goes, the new one that regulates the same matter."""
    by_type: dict[str, UUID] = {}
    for article in new:
        for unit in article.walk():
            if unit.types and unit.kind is not Kind.ARTICLE:
                by_type.setdefault(unit.types[0], unit.id)
    heirs: dict[UUID, UUID] = {}
    for article in gone:
        heirs[article.id] = new[0].id
        for unit in article.walk():
            heir = next((by_type[t] for t in unit.types if t in by_type), None)
            if heir is not None and unit.kind not in BASIC:
                heirs[unit.id] = heir
    return heirs


def _led(agreement: Agreement, targets: dict[UUID, UUID]) -> Agreement:
    return map_provisions(agreement, lambda unit: retargeted(unit, targets))


def _placed(
    agreement: Agreement,
    clauses: tuple[Provision, ...],
    source: Agreement,
    originals: tuple[Provision, ...],
    after: ProvisionId | None,
) -> Agreement:
    """Clauses at their level; paragraphs with no place named become an article under their old heading."""
    loose = after is None and all(clause.kind is Kind.PARAGRAPH for clause in clauses)
    if loose:
        above = parent_of(source, originals[0].id)
        heading = above.heading.unmarked() if above is not None else Text()
        return place(agreement, (wrapped(clauses, agreement, heading),), None)
    return place(agreement, clauses, after)
