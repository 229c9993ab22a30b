"""Which names of parties an English sentence says *the* before."""

from __future__ import annotations

import re

from workbench.agreement.states import States
from workbench.agreement.tree import Party, PartyKind

_NOUN_NAME = re.compile(
    r"\b(of|Republic|Kingdom|State|States|Union|Federation|Organi[sz]ation|Government|Ministry|Council|Cabinet|"
    r"Commission|Agency|Community|Alliance|Islands)\b"
)


def takes_article(party: Party, states: States) -> bool:
    """Whether an English sentence says *the* before the party's name."""
    if party.state is not None and states.by_code(party.state) is not None:
        names = states.forms(party.state, "en")
        for known, article in ((names.formal, names.formal_article), (names.short, names.short_article)):
            if known.nom.casefold() == party.name.casefold():
                return article
    if party.kind in (PartyKind.GOVERNMENT, PartyKind.MINISTRY):
        return True
    return bool(_NOUN_NAME.search(party.name))
