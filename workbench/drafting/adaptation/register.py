"""Register: treaty wording in a text that binds nobody, and the other way round, where it is asked for.

Never by itself: `adapt(register=…)` asks for it. Only phrases with one plain counterpart are exchanged
(*shall* and *will*, *enter into force* and *come into effect*); the names of the parties follow by grammar,
as designations do. What has no plain counterpart is left to the checks of the draft's profile.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.agreement.tree import Register
from workbench.drafting.adaptation.wording import Edit, in_the_manner_of

REGISTER = "register"

COLLECTIVE = {
    Register.TREATY: {"en": "Parties", "lv": "Puses", "uk": "Сторони"},
    Register.POLITICAL: {"en": "Participants", "lv": "Dalībnieki", "uk": "Учасники"},
    Register.MOU: {"en": "Participants", "lv": "Dalībnieki", "uk": "Учасники"},
}
"""What a text of a register usually calls its parties."""

# Treaty wording, and what a text that is no treaty says.
_PHRASES: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("shall", "will"),
        ("enters into force", "comes into effect"),
        ("enter into force", "come into effect"),
        ("entered into force", "came into effect"),
        ("entering into force", "coming into effect"),
        ("entry into force", "coming into effect"),
        ("remains in force", "remains in effect"),
        ("remain in force", "remain in effect"),
        ("agrees", "decides"),
        ("agree", "decide"),
        ("agreed", "decided"),
        ("have agreed as follows", "have reached the following understanding"),
    ),
    "lv": (
        ("stājas spēkā", "sāk darboties"),
        ("stāsies spēkā", "sāks darboties"),
        ("stāšanās spēkā", "darbības sākšana"),
        ("ir spēkā", "darbojas"),
        ("apņemas", "plāno"),
        ("vienojas", "lemj"),
        ("ir vienojušās par turpmāko", "ir panākušas šādu sapratni"),
    ),
    "uk": (
        ("набирає чинності", "починає застосовуватися"),
        ("набере чинності", "почне застосовуватися"),
        ("набрання чинності", "початку застосування"),
        ("є чинною", "застосовується"),
        ("є чинним", "застосовується"),
        ("зобов’язуються", "мають намір"),
        ("зобов’язується", "має намір"),
        ("домовилися про таке", "дійшли такого розуміння"),
    ),
}
_UNTOUCHED = re.compile(
    r"(?i)\bgood ?will\b|\bat will\b|\bwill of\b|\bmutually agreed\b|\bunless otherwise agreed\b"
)


def edits(plain: str, language: str, wanted: Register) -> Iterator[Edit]:
    """The phrases of the other register, longest first, each with its counterpart."""
    pairs = _PHRASES.get(language, ())
    if wanted is Register.TREATY:
        pairs = tuple((other, treaty) for treaty, other in reversed(pairs))
    kept = [match.span() for match in _UNTOUCHED.finditer(plain)]
    taken: list[tuple[int, int]] = []
    for old, new in sorted(pairs, key=lambda pair: -len(pair[0])):
        for match in re.finditer(rf"(?<!\w){re.escape(old)}(?!\w)", plain, re.IGNORECASE):
            start, end = match.span()
            if any(start < b and a < end for a, b in (*kept, *taken)):
                continue
            taken.append((start, end))
            yield Edit(start, end, in_the_manner_of(match[0], new), REGISTER)
