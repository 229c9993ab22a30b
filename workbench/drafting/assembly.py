"""Assembly: a new draft from a template and the parties.

`new_draft` names the parties in the template's places, settles each choice between alternative provisions,
fills what values are given for and gives every provision an identity of the new draft. The other half of
assembly, taking clauses from precedents, is `insertion`.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from uuid import UUID, uuid4, uuid5

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions, update
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.identity import retargeted, under_new_ids
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, AgreementId, Draft, Party, Provision, ProvisionId
from workbench.drafting import templates
from workbench.drafting.insertion import Inserted, Origin, insert
from workbench.drafting.party_names import parties_named, with_parties
from workbench.drafting.placeholders import NoSuchPlaceholderError, fill, placeholders
from workbench.drafting.references import refresh, retarget

__all__ = [
    "Choice",
    "Inserted",
    "NoSuchAlternativeError",
    "NumberOfPartiesError",
    "Origin",
    "choices",
    "choose",
    "decide",
    "insert",
    "new_draft",
]


class NumberOfPartiesError(WorkbenchError):
    """A template was given more or fewer parties than it has places for."""

    code = "drafting.number-of-parties"
    message = "this template is for {wanted} parties and {given} named; name each with --party"


class NoSuchAlternativeError(WorkbenchError):
    """A choice was answered with an alternative it does not have."""

    code = "drafting.no-such-alternative"
    message = "the choice “{choice}” has {count} alternatives; answer it with a number from 1 to {count}"


@dataclass(frozen=True, slots=True)
class Choice:
    """Alternative provisions of a template, one of which stands in the draft; `chosen` counts from 1."""

    key: str
    alternatives: tuple[Provision, ...]
    chosen: int


def new_draft(
    slug: str,
    *,
    parties: Sequence[str | Party] | None,
    language: str = "en",
    values: Mapping[str, str] | None = None,
    states: States | None = None,
    agreement_id: AgreementId | None = None,
    where: Sequence[Path] | None = None,
) -> Draft:
    """A draft from a template, between these parties, with these values.

    `parties` are names or codes of States, any other names, or parties known already; None leaves the model
    parties of the template standing. `values` fill placeholders and answer choices
    (choice -> number of the alternative, from 1; the first stands otherwise). Drafts made in several
    languages with the same `agreement_id` share the identities of their provisions.
    Raises the errors of `templates.load`, `NumberOfPartiesError`, `SamePartyTwiceError`,
    `NoSuchPlaceholderError`, `PlaceholderValueError`, `NoSuchAlternativeError`.
    """
    template = templates.load(slug, language, where)
    places = template.agreement.parties
    known = states or States.load()
    if parties is None:
        parties = places
    if len(parties) != len(places):
        given = "only one is" if len(parties) == 1 else f"{len(parties) or 'none'} are"
        raise NumberOfPartiesError(wanted=len(places), given=given)
    named = parties_named(parties, language, known)
    values = dict(values or {})
    agreement = with_parties(
        template.agreement, {place.key: party for place, party in zip(places, named, strict=True)}, known
    )
    for choice in _choices_in(agreement):
        picked = _alternative(choice, values.get(choice.key, "1"))
        agreement = _settle(agreement, choice, picked)
    agreement = with_identity(agreement, agreement_id or AgreementId(uuid4()))
    draft = Draft(refresh(replace(agreement, template=slug)))
    answered = {choice.key for choice in _choices_in(template.agreement)}
    keys = {blank.key for blank in placeholders(template)}
    for key, value in values.items():
        if key in answered:
            draft = replace(draft, values={**draft.values, key: value})
        elif key not in keys:
            raise NoSuchPlaceholderError(key=key, known=", ".join(sorted(keys | answered)))
        elif any(blank.key == key for blank in placeholders(draft)):
            draft = fill(draft, key, value)  # a placeholder may stand only in an alternative not chosen
    return draft


def choices(
    draft: Draft, *, states: States | None = None, where: Sequence[Path] | None = None
) -> tuple[Choice, ...]:
    """The choices of the draft's template that are still to be seen in the draft, in its parties' names."""
    if not draft.agreement.template:
        return ()
    template = templates.load(draft.agreement.template, draft.agreement.language, where).agreement
    parties = dict(zip((p.key for p in template.parties), draft.agreement.parties, strict=False))
    template = with_parties(template, parties, states or States.load())
    standing = {unit.choice: unit for unit in draft.agreement.walk() if unit.choice}
    found = []
    for choice in _choices_in(template):
        if choice.key in standing:
            chosen = _standing(draft.agreement.id, choice, standing[choice.key])
            found.append(Choice(choice.key, choice.alternatives, chosen))
    return tuple(found)


def choose(
    draft: Draft,
    key: str,
    number: int,
    *,
    states: States | None = None,
    where: Sequence[Path] | None = None,
) -> Draft:
    """The draft with another alternative of a choice in place of the one that stands there."""
    choice = next((c for c in choices(draft, states=states, where=where) if c.key == key), None)
    if choice is None:
        raise NoSuchAlternativeError(choice=key, count=0)
    picked = _alternative(choice, str(number))
    old = next(unit for unit in draft.agreement.walk() if unit.choice == key)
    template = templates.load(draft.agreement.template, draft.agreement.language, where).agreement
    minted = _minted(template, draft.agreement.id)
    new = retarget(_identified(picked, draft.agreement.id), dict(minted))
    agreement = update(draft.agreement, old.id, lambda _: (new,))
    agreement = _retargeted(agreement, {old.id: new.id})
    chosen = replace(draft, agreement=refresh(agreement), values={**draft.values, key: str(number)})
    for name, value in draft.values.items():
        if any(blank.key == name for blank in placeholders(chosen)):
            chosen = fill(chosen, name, value)
    return chosen


def decide(draft: Draft, provision: ProvisionId, *, keep: bool) -> Draft:
    """Settle an optional provision: it stays for good, or goes with everything below it."""
    kept = (lambda unit: (replace(unit, optional=False),)) if keep else (lambda _: ())
    return replace(draft, agreement=refresh(update(draft.agreement, provision, kept)))


def with_identity(agreement: Agreement, identity: AgreementId) -> Agreement:
    """A copy whose provisions have identities of their own, derived from the new agreement's."""
    return replace(under_new_ids(agreement, _minted(agreement, identity)), id=identity)


def _minted(agreement: Agreement, identity: AgreementId) -> dict[UUID, UUID]:
    return {unit.id: uuid5(identity, str(unit.id)) for unit in agreement.walk()}


def _identified(unit: Provision, identity: AgreementId) -> Provision:
    children = tuple(_identified(child, identity) for child in unit.children)
    return replace(unit, id=ProvisionId(uuid5(identity, str(unit.id))), children=children)


def _choices_in(agreement: Agreement) -> tuple[Choice, ...]:
    found: dict[str, list[Provision]] = {}
    for unit in agreement.walk():
        if unit.choice:
            found.setdefault(unit.choice, []).append(unit)
    return tuple(Choice(key, tuple(units), 1) for key, units in found.items())


def _alternative(choice: Choice, number: str) -> Provision:
    count = len(choice.alternatives)
    if not number.isdecimal() or not 1 <= int(number) <= count:
        raise NoSuchAlternativeError(choice=choice.key, count=count)
    return choice.alternatives[int(number) - 1]


def _settle(agreement: Agreement, choice: Choice, picked: Provision) -> Agreement:
    """Leave only the picked alternative; references to the others point to it."""
    dropped = [unit.id for unit in choice.alternatives if unit.id != picked.id]
    for provision in dropped:
        agreement = update(agreement, provision, lambda _: ())
    return _retargeted(agreement, dict.fromkeys(dropped, picked.id))


def _retargeted(agreement: Agreement, moved: Mapping[ProvisionId, ProvisionId]) -> Agreement:
    targets: dict[UUID, UUID] = {unit.id: unit.id for unit in agreement.walk()}
    targets.update(moved.items())
    return map_provisions(agreement, lambda unit: retargeted(unit, targets))


def _standing(identity: AgreementId, choice: Choice, unit: Provision) -> int:
    for number, alternative in enumerate(choice.alternatives, start=1):
        if uuid5(identity, str(alternative.id)) == unit.id:
            return number
    return 1
