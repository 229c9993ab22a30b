"""One of a people, in Latvian: *latvietis, latviete* become *igaunis, igauniete*, in their case and number.

The table of States holds the plural (*latvieši*), of which the singular does not follow by rule (*franči*,
*francūzis*). A form that stands for a man and a woman (*latvieti*) is written only where both give one word;
else it is left to the reader, as any name without a counterpart is.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from workbench.agreement.declension import Case, GrammaticalNumber, latvian
from workbench.drafting.adaptation.wording import Edit, in_the_manner_of

_ONE: dict[str, tuple[str, str]] = {
    "AT": ("austrietis", "austriete"), "BE": ("beļģis", "beļģiete"), "BG": ("bulgārs", "bulgāriete"),
    "BY": ("baltkrievs", "baltkrieviete"), "CH": ("šveicietis", "šveiciete"), "CY": ("kiprietis", "kipriete"),
    "CZ": ("čehs", "čehiete"), "DE": ("vācietis", "vāciete"), "DK": ("dānis", "dāniete"),
    "EE": ("igaunis", "igauniete"), "ES": ("spānis", "spāniete"), "FI": ("soms", "somiete"),
    "FR": ("francūzis", "francūziete"), "GB": ("brits", "britiete"), "GR": ("grieķis", "grieķiete"),
    "HR": ("horvāts", "horvātiete"), "HU": ("ungārs", "ungāriete"), "IE": ("īrs", "īriete"),
    "IS": ("islandietis", "islandiete"), "IT": ("itālis", "itāliete"), "LT": ("lietuvietis", "lietuviete"),
    "LU": ("luksemburgietis", "luksemburgiete"), "LV": ("latvietis", "latviete"),
    "MT": ("maltietis", "maltiete"),
    "NL": ("nīderlandietis", "nīderlandiete"), "NO": ("norvēģis", "norvēģiete"), "PL": ("polis", "poliete"),
    "PT": ("portugālis", "portugāliete"), "RO": ("rumānis", "rumāniete"), "SE": ("zviedrs", "zviedriete"),
    "SI": ("slovēnis", "slovēniete"), "SK": ("slovāks", "slovākiete"), "UA": ("ukrainis", "ukrainiete"),
}  # fmt: skip
_OTHER_WORDS = frozenset("soma somā somas somām poli".split())
"""Forms that are a common noun besides: a bag, poles."""
_WORD = re.compile(r"[^\W\d_]+")
_Slot = tuple[bool, Case, GrammaticalNumber]


def written(word: str, old: str, new: str) -> str | None:
    """The word for one of the old people as one of the new, by the codes of their States; None if unsure."""
    small = word.casefold()
    slots = _slots(old).get(small, ()) if small not in _OTHER_WORDS else ()
    found = {form for slot in slots if (form := _forms(new).get(slot)) is not None}
    return in_the_manner_of(word, found.pop()) if len(found) == 1 else None


def edits(plain: str, old: str, new: str, taken: list[tuple[int, int]], reason: str) -> Iterator[Edit]:
    """The changes in a text; `taken` are extents that name a party already."""
    if not _slots(old) or not _forms(new):
        return
    for found in _WORD.finditer(plain):
        word = written(found.group(), old, new)
        if word is not None and not any(start < found.end() and found.start() < end for start, end in taken):
            yield Edit(*found.span(), word, reason)


def unsure(plain: str, old: str, new: str, taken: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    """Where a text speaks of one of the old people and it is not certain how to speak of one of the new."""
    for found in _WORD.finditer(plain) if _slots(old) else ():
        small = found.group().casefold()
        meant = small in _slots(old) and small not in _OTHER_WORDS
        named = any(start < found.end() and found.start() < end for start, end in taken)
        if meant and not named and written(small, old, new) is None:
            yield found.span()


@cache
def _forms(code: str) -> dict[_Slot, str]:
    made: dict[_Slot, str] = {}
    for index, noun in enumerate(_ONE.get(code, ())):
        woman = bool(index)
        for number in (GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL)[: 1 + woman]:
            plural = number is GrammaticalNumber.PLURAL
            forms = latvian.decline(f"{noun}s" if plural else noun, number=number)
            made.update({(woman, case, number): form for case, form in forms.items() if case is not Case.VOC})
    return made


@cache
def _slots(code: str) -> dict[str, tuple[_Slot, ...]]:
    found: dict[str, tuple[_Slot, ...]] = {}
    for slot, form in _forms(code).items():
        found[form] = (*found.get(form, ()), slot)
    return found
