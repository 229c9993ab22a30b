"""Annexes of a protocol that take the place of an annex of the agreement, or are added to it.

*The Annex to the Agreement shall be replaced by the Annex to this Protocol*: the new wording is not quoted
but annexed, and so comes as the units it is. Such an annex brings text of the agreement and no
instructions.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from workbench.agreement.numbering import Number, bare
from workbench.agreement.text import CrossReference, Quoted
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId, new_id
from workbench.drafting.amending.citations import places
from workbench.drafting.amending.cues import Cues
from workbench.drafting.amending.instruction import Address

_NUMBER = r"(?:[IVX]+|\d{1,2}|[A-Z]|[А-Г])"
_OWN = {
    "en": re.compile(
        rf"\b(?:Annex|Appendix|Schedule)(?: (?P<n>{_NUMBER})\b)?(?:,? (?:which is )?attached| annexed)?"
        r" (?:to|of) (?:this|the present)(?: \w+)? Protocol\b|\bAnnex(?: (?P<m>\w+))? hereto\b",
        re.IGNORECASE,
    ),
    "lv": re.compile(
        rf"\b(?:šī|šā|šim)\s+protokola(?:m)?\s+(?:(?P<n>{_NUMBER})\.\s*)?pielikum\w+"
        rf"|(?:\b(?P<m>{_NUMBER})\.\s*)?\bpielikum\w+\s+(?:pie\s+)?šim\s+protokolam\b",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        rf"\bдодат\w+(?:\s+(?:№\s*)?(?P<n>{_NUMBER}))?\s+до\s+(?:цього|даного)\s+протоколу|(?P<m>(?!))",
        re.IGNORECASE,
    ),
}
_ADDS = {
    "en": re.compile(r"\b(?:added|inserted|supplemented|become|becomes|annexed|attached)\b", re.IGNORECASE),
    "lv": re.compile(r"\b(?:papildin|pievieno|iekļau|uzskat\w+ par|kļūst par)", re.IGNORECASE),
    "uk": re.compile(r"\b(?:допов|дода(?:ти|ється)|стає|вважати)", re.IGNORECASE),
}
_REPLACES = {
    "en": re.compile(
        r"\b(?:replac|substitut|supersed)|\bshall (?:now )?read\b|\bamended\b|\breworded\b", re.IGNORECASE
    ),
    "lv": re.compile(r"\b(?:aizstā|izteik|izsak|groz)", re.IGNORECASE),
    "uk": re.compile(r"\b(?:замін|викла)", re.IGNORECASE),
}
_ROMAN = re.compile(r"^[IVX]+$")


@dataclass(frozen=True, slots=True)
class Annexed:
    """What becomes of an annex of the protocol: its number there, where it goes, whether it is new."""

    number: str
    place: Address
    is_new: bool


def annexed(sentence: str, language: str, cues: Cues) -> Annexed | None:
    """What a sentence does with an annex of the protocol; None where it does nothing with one."""
    own = _OWN[language].search(sentence) if language in _OWN else None
    if own is None:
        return None
    rest = f"{sentence[: own.start()]} {sentence[own.end() :]}"
    replaces, adds = _REPLACES[language].search(rest), _ADDS[language].search(rest)
    if cues.words.search(sentence) or not (replaces or adds):
        return None
    named = [place for place in places(rest, language) if place.address.steps]
    kinds = [place.address.steps[-1].kind for place in named]
    if kinds not in ([Kind.ANNEX], []) or any(place.last for place in named):
        return None
    if not named and not adds:
        return None
    place = named[0].address if named else Address()
    return Annexed(own["n"] or own["m"] or "", place, is_new=not replaces)


class OwnAnnexes:
    """The annexes of a protocol, as they may come into the agreement."""

    def __init__(self, protocol: Agreement, labels: Mapping[ProvisionId, Number]) -> None:
        self._annexes = protocol.annexes
        self._labels = labels
        self._taken: set[ProvisionId] = set()

    def take(self, number: str) -> tuple[Provision, ...]:
        """The annex of this number, or the only one, as a unit of the agreement; none where there is none."""
        rows = [annex for annex in self._annexes if number and _same(self._label(annex), number)]
        if not rows and len(self._annexes) == 1:
            rows = list(self._annexes)
        if len(rows) != 1:
            return ()
        self._taken.update(unit.id for unit in rows[0].walk())
        return (self._brought(rows[0]),)

    def is_taken(self, unit: ProvisionId | None) -> bool:
        """Whether a unit of the protocol is in an annex that was taken."""
        return unit in self._taken

    def _brought(self, unit: Provision) -> Provision:
        return by_itself(unit, self._label)

    def _label(self, unit: Provision) -> str:
        return unit.printed or self._labels[unit.id].printed


def by_itself(unit: Provision, label: Callable[[Provision], str]) -> Provision:
    """A unit with the numbers it is printed with, without references, under identities of its own."""
    heading, text, wrap_up = (
        part.unmarked(CrossReference, Quoted) for part in (unit.heading, unit.text, unit.wrap_up)
    )
    return Provision(
        new_id(),
        unit.kind,
        text,
        heading=heading,
        children=tuple(by_itself(child, label) for child in unit.children),
        wrap_up=wrap_up,
        printed=label(unit) or None,
    )


def called(new: Provision, number: str, beside: Sequence[str], language: str) -> str:
    """What a new annex is printed as: under the number it is to bear, in the manner of those beside it."""
    own = new.printed or ""
    if not number or _same(own, number):
        return own
    like = next((label for label in beside if bare(label)), "")
    if like:
        return re.sub(rf"(?<!\w){_NUMBER}(?!\w)", number, like, count=1)
    word = re.sub(rf"[\d.]|(?<!\w){_NUMBER}(?!\w)", "", own).strip() or {
        "lv": "pielikums",
        "uk": "Додаток",
    }.get(language, "Annex")
    return f"{number}. {word.lower()}" if language == "lv" else f"{word} {number}"


def _same(label: str, number: str) -> bool:
    numbers = re.findall(rf"(?<!\w){_NUMBER}(?!\w)", label)
    return number in numbers or (bool(numbers) and _value(numbers[0]) == _value(number))


def _value(number: str) -> str:
    if not _ROMAN.match(number):
        return number
    values = [{"I": 1, "V": 5, "X": 10}[sign] for sign in number]
    return str(sum(-a if a < b else a for a, b in zip(values, [*values[1:], 0], strict=True)))
