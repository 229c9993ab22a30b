"""Who becomes whom: the parties of a precedent and their counterparts in the draft.

A party that both agreements share stays itself; the others are paired in order, unless the user says which
becomes which.
"""

from __future__ import annotations

from collections.abc import Mapping

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Party


class UnknownPartyError(WorkbenchError):
    """A mapping names a party that the agreement does not have."""

    code = "adaptation.unknown-party"
    message = "“{name}” is no party of this agreement; its parties are {parties}"


def counterparts(
    source: Agreement, target: Agreement, mapping: Mapping[str, str], states: States
) -> dict[str, Party | None]:
    """Key of each party of `source` -> the party of `target` it becomes, None where there is none left.

    `mapping` is old -> new, each by name in any case form or by code. Raises `UnknownPartyError`.
    """
    pairs: dict[str, Party | None] = {}
    for old_name, new_name in mapping.items():
        old = _named(old_name, source, states)
        pairs[old.key] = _named(new_name, target, states)
    free = [party for party in target.parties if party not in pairs.values()]
    for old in source.parties:
        same = next((party for party in free if _same(old, party)), None)
        if old.key not in pairs and same is not None:
            pairs[old.key] = same
            free.remove(same)
    for old in source.parties:
        if old.key not in pairs:
            pairs[old.key] = free.pop(0) if free else None
    return pairs


def _same(one: Party, other: Party) -> bool:
    if one.state or other.state:
        return one.state == other.state
    return one.key == other.key or one.name.casefold() == other.name.casefold()


def _named(name: str, agreement: Agreement, states: States) -> Party:
    wanted = name.strip().casefold()
    known = states.by_name(name)
    for party in agreement.parties:
        forms = states.forms_of(party, agreement.language)
        own = {party.key.casefold(), party.short.casefold(), *(f.casefold() for _, f in forms.items())}
        if wanted in own or wanted.removeprefix("the ") in own:
            return party
        if party.state and (party.state.casefold() == wanted or (known and known.state.code == party.state)):
            return party
    raise UnknownPartyError(name=name, parties=", ".join(party.name for party in agreement.parties))
