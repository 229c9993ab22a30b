"""Dates and sums of a precedent, offered as placeholders.

A day or an amount in wording that came from a precedent is seldom that of the new agreement. `offers` finds
each, typed; `take` makes it an open placeholder that shows what the precedent had, until a value is given.
The dates of cited instruments stay: they name the instrument.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from workbench.agreement.edits import update
from workbench.agreement.text import CitedInstrument, Date, Placeholder, PlaceholderType, Text
from workbench.agreement.tree import Draft, Provision, ProvisionId
from workbench.drafting.placeholders import placeholders, shown_open

_FIGURES = r"\d{1,3}(?:[.,\s\u00a0\u202f]\d{3})+(?:[.,]\d{1,2})?|\d+(?:[.,]\d{1,2})?"
_SCALE = (
    r"(?:[\s\u00a0]?(?:thousand|million|billion|tūksto\w+|miljon\w+|miljard\w+|milj\.|mljrd\.|тис\.|тисяч\w*"
    r"|мільйон\w*|мільярд\w*|млн\.?|млрд\.?))?"
)
_CURRENCY = (
    r"(?:EUR|USD|UAH|GBP|€|\$|£|euros?\b|(?:US[\s\u00a0])?dollars?\b|hryvnias?\b|pounds? sterling"
    r"|eiro\b|ASV[\s\u00a0]dolār\w+|dolār\w+|(?:Ukrainas[\s\u00a0])?grivn\w+"
    r"|євро\b|долар\w*(?:[\s\u00a0]США)?|грив\w+|грн\b)"
)
_SUM = re.compile(
    rf"(?<![\w.,])(?:(?:EUR|USD|UAH|GBP|€|\$|£)[\s\u00a0]?(?:{_FIGURES}){_SCALE}|(?:{_FIGURES}){_SCALE}[\s\u00a0]?"
    rf"{_CURRENCY})",
    re.IGNORECASE,
)
_LABELS = {
    PlaceholderType.DATE: {"en": "date", "lv": "datums", "uk": "дата"},
    PlaceholderType.MONEY: {"en": "amount", "lv": "summa", "uk": "сума"},
}


@dataclass(frozen=True, slots=True)
class Offer:
    """Words of a provision that could become a placeholder: `part` is heading, text or wrap_up."""

    provision: ProvisionId
    part: str
    start: int
    end: int
    words: str
    type: PlaceholderType


def offers(draft: Draft, provisions: Collection[ProvisionId] | None = None) -> tuple[Offer, ...]:
    """The dates and sums in these provisions and below, or in all that came from precedents."""
    found: list[Offer] = []
    for unit in draft.agreement.walk():
        inserted = unit.id in provisions if provisions is not None else unit.provenance is not None
        if inserted:
            for inner in unit.walk() if provisions is not None else (unit,):
                found.extend(_in_unit(inner))
    return tuple(found)


def take(draft: Draft, offered: Sequence[Offer]) -> Draft:
    """The draft with these words as open placeholders; equal words of one type share one key.

    Words that have changed since they were offered are left alone.
    """
    keys = {blank.key for blank in placeholders(draft)}
    known: dict[tuple[PlaceholderType, str], str] = {}
    for offer in sorted(offered, key=lambda one: -one.start):
        key = known.get((offer.type, offer.words))
        if key is None:
            key = _free_key(offer.type.value, keys)
            keys.add(key)
            known[offer.type, offer.words] = key
        draft = _taken(draft, offer, key)
    return draft


def _in_unit(unit: Provision) -> list[Offer]:
    found: list[Offer] = []
    for part in ("heading", "text", "wrap_up"):
        text: Text = getattr(unit, part)
        if not text.plain:
            continue
        kept = [(a, b) for kind in (CitedInstrument, Placeholder) for a, b, _ in text.of(kind)]
        taken: list[tuple[int, int]] = []
        for start, end, kind in _places(text):
            if any(start < b and a < end for a, b in (*kept, *taken)):
                continue
            taken.append((start, end))
            found.append(Offer(unit.id, part, start, end, text.plain[start:end], kind))
    return found


def _places(text: Text) -> list[tuple[int, int, PlaceholderType]]:
    from workbench.recognition.dates import find

    days = [(start, end) for start, end, _ in text.of(Date)] or [(a, b) for a, b, _ in find(text.plain)]
    sums = [match.span() for match in _SUM.finditer(text.plain)]
    return sorted(
        [
            *((a, b, PlaceholderType.DATE) for a, b in days),
            *((a, b, PlaceholderType.MONEY) for a, b in sums),
        ]
    )


def _taken(draft: Draft, offer: Offer, key: str) -> Draft:
    label = _LABELS[offer.type]
    language = draft.agreement.language
    place = Placeholder(key, label.get(language, label["en"]), offer.type, default=offer.words)

    def change(unit: Provision) -> tuple[Provision, ...]:
        text: Text = getattr(unit, offer.part)
        if text.plain[offer.start : offer.end] != offer.words:
            return (unit,)
        words = shown_open(place)
        bare = text.map_marks(
            lambda m: (
                None if isinstance(m.value, Date) and (m.start, m.end) == (offer.start, offer.end) else m
            )
        )
        new = bare.replace(offer.start, offer.end, words).marked(offer.start, offer.start + len(words), place)
        return (replace(unit, **{offer.part: new}),)

    return replace(draft, agreement=update(draft.agreement, offer.provision, change))


def _free_key(stem: str, taken: Collection[str]) -> str:
    number = 1
    while f"precedent-{stem}-{number}" in taken:
        number += 1
    return f"precedent-{stem}-{number}"
