"""Where the State is meant and not its Government: its territory, its law, an attack on it.

An agreement between Governments or ministries still says *in the territory of Ukraine*; the Cabinet of
Ministers has none.
"""

from __future__ import annotations

import re

from workbench.agreement.states import States
from workbench.agreement.tree import Party, PartyKind

_BEFORE = {
    "en": re.compile(
        r"\b(?:territory|law|laws|legislation|borders?|reconstruction|airspace|aspirations?)\s+of\s+(?:the\s+)?$|"
        r"\battack against\s+(?:the\s+)?$",
        re.IGNORECASE,
    ),
    "lv": re.compile(r"\b(?:uzbrukums|uzbrukuma)\s+$", re.IGNORECASE),
    "uk": re.compile(
        r"\b(?:територі|законодавств|кордон|відбудов|прагненн|нападу? на\b|просто)\w*\s+$", re.IGNORECASE
    ),
}
_AFTER = {
    "lv": re.compile(
        r"\s+(?:teritorij|normatīv|tiesību akt|likum|robež|atjaunošan|rekonstrukcij|centien|gaisa telp)\w*",
        re.IGNORECASE,
    ),
}


def state_is_meant(plain: str, extent: tuple[int, int], language: str) -> bool:
    """Whether what stands with a party's name is the State's, whoever concludes the agreement for it."""
    start, end = extent
    before, after = _BEFORE.get(language), _AFTER.get(language)
    return bool((before and before.search(plain[:start])) or (after and after.match(plain, end)))


def state_behind(party: Party, language: str, states: States) -> Party:
    """The State for which a Government or ministry acts, under the party's key; any other party itself."""
    if party.state is None or party.kind not in (PartyKind.GOVERNMENT, PartyKind.MINISTRY):
        return party
    state = states.party(party.state, language)
    return Party(key=party.key, name=state.name, short=state.short, kind=state.kind, state=state.state)
