"""Placeholders: one value everywhere, in the form and format each place wants.

A placeholder is a mark on words in brackets: *[place of signature]*, or what is offered, *[ten (10)]*. `fill`
writes the value at every occurrence and remembers it as entered in `Draft.values`; `unfill` brings the
brackets back. What goes into the done-at clause is kept in `Agreement.authenticity` as well.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.text import Mark, Placeholder, PlaceholderType, Text
from workbench.agreement.tree import Agreement, Authenticity, Draft, Kind, Provision, ProvisionId
from workbench.drafting.counting import agreeing
from workbench.drafting.wording_of_values import count_of, day_of, written


class NoSuchPlaceholderError(WorkbenchError):
    """A key that no placeholder of the draft has."""

    code = "drafting.no-such-placeholder"
    message = "there is no placeholder “{key}” here; its placeholders are: {known}"


class PlaceholderValueError(WorkbenchError):
    """A value its placeholder cannot hold."""

    code = "drafting.placeholder-value"
    message = "“{value}” does not fit the placeholder “{key}”; {remedy}"


@dataclass(frozen=True, slots=True)
class Blank:
    """One placeholder of a draft and everywhere it stands.

    `value` is what was entered, None while unfilled; `occurrences` are provisions in document order.
    """

    key: str
    label: str
    type: PlaceholderType
    help: str
    default: str | None
    value: str | None
    occurrences: tuple[ProvisionId, ...]


def placeholders(draft: Draft) -> tuple[Blank, ...]:
    """Every placeholder of a draft in the order of its first occurrence."""
    found: dict[str, Placeholder] = {}
    places: dict[str, list[ProvisionId]] = {}
    for unit in draft.agreement.walk():
        for text in (unit.heading, unit.text, unit.wrap_up):
            for _, _, place in text.of(Placeholder):
                found.setdefault(place.key, place)
                places.setdefault(place.key, []).append(unit.id)
    return tuple(
        Blank(
            key=key,
            label=place.label,
            type=place.type,
            help=place.help,
            default=place.default,
            value=draft.values.get(key),
            occurrences=tuple(places[key]),
        )
        for key, place in found.items()
    )


def unfilled(draft: Draft) -> tuple[Blank, ...]:
    """The placeholders that still want a value."""
    open_keys = {
        place.key
        for unit in draft.agreement.walk()
        for text in (unit.heading, unit.text, unit.wrap_up)
        for _, _, place in text.of(Placeholder)
        if not place.filled
    }
    return tuple(blank for blank in placeholders(draft) if blank.key in open_keys)


def fill(draft: Draft, key: str, value: str) -> Draft:
    """The draft with one placeholder filled everywhere.

    `value` is plain: a date as 2027-03-15, a number as 10, a sum as EUR 5000000, else the words themselves.
    Raises `NoSuchPlaceholderError`, or `PlaceholderValueError` for a day or number that is none.
    """
    blank = _known(draft, key)
    _fits(value, blank, draft.agreement.language)

    def write(text: Text, start: int, end: int, place: Placeholder) -> Text:
        language = draft.agreement.language
        now = count_of(draft.values.get(key) if place.filled else place.default, language)
        around = text.plain[:start], text.plain[end:]
        words = written(value, place, language=language, before=around[0], after=around[1], now=now)
        text = _with_agreeing_noun(text, (start, end), place, (value, now), language)
        if place.type is PlaceholderType.TEXT and _in_capitals(text.plain[:start] + text.plain[end:]):
            words = words.upper()
        return put(text, start, end, replace(place, filled=True), words)

    agreement = _everywhere(draft.agreement, key, write)
    agreement = replace(agreement, authenticity=_done_at(agreement, key, value))
    return replace(draft, agreement=agreement, values={**draft.values, key: value})


def unfill(draft: Draft, key: str) -> Draft:
    """The draft with one placeholder open again everywhere."""
    _known(draft, key)

    def write(text: Text, start: int, end: int, place: Placeholder) -> Text:
        language = draft.agreement.language
        now = count_of(draft.values.get(key), language)
        text = _with_agreeing_noun(text, (start, end), place, (place.default, now), language)
        return put(text, start, end, replace(place, filled=False))

    agreement = _everywhere(draft.agreement, key, write)
    agreement = replace(agreement, authenticity=_done_at(agreement, key, ""))
    values = {name: value for name, value in draft.values.items() if name != key}
    return replace(draft, agreement=agreement, values=values)


def shown_open(place: Placeholder) -> str:
    """What an open placeholder shows: what it offers, or what it is about, in brackets."""
    return f"[{place.default or place.label}]"


def put(text: Text, start: int, end: int, place: Placeholder, words: str | None = None) -> Text:
    """The text with the placeholder at [start, end) exchanged for `place`.

    `words` are its new words. Without them an open placeholder shows what it shows, a filled one keeps its
    own. Marks around it stretch along.
    """
    if words is None:
        words = text.plain[start:end] if place.filled else shown_open(place)
    own = next(
        m
        for m in text.marks
        if (m.start, m.end) == (start, end) and isinstance(m.value, Placeholder) and m.value.key == place.key
    )
    others = tuple(mark for mark in text.marks if mark is not own)
    return Text(text.plain, others).replace(start, end, words).marked(start, start + len(words), place)


def placeholder(
    key: str,
    label: str,
    *,
    type: PlaceholderType = PlaceholderType.TEXT,  # noqa: A002 - the field of the mark has this name
    help: str = "",  # noqa: A002 - likewise
    default: str | None = None,
) -> Text:
    """A new open placeholder, to be put into a text."""
    place = Placeholder(key, label, type, help, default)
    words = shown_open(place)
    return Text(words, (Mark(0, len(words), place),))


def _in_capitals(plain: str) -> bool:
    """Whether a line is set in capitals throughout, as titles are."""
    letters = [sign for sign in plain if sign.isalpha()]
    return len(letters) > 3 and all(sign.isupper() for sign in letters)


def _with_agreeing_noun(
    text: Text,
    extent: tuple[int, int],
    place: Placeholder,
    numbers: tuple[str | None, int | None],
    language: str,
) -> Text:
    """The text with the noun behind a number in the form the new number wants; `numbers` are new and old."""
    value, now = numbers
    count = count_of(value, language) if place.type is PlaceholderType.NUMBER else None
    if count is None:
        return text
    start, end = extent
    found = agreeing(count, (text.plain[:start], text.plain[end:]), language, now)
    return text if found is None else text.replace(end + found[0], end + found[1], found[2])


def _known(draft: Draft, key: str) -> Blank:
    blanks = placeholders(draft)
    for blank in blanks:
        if blank.key == key:
            return blank
    raise NoSuchPlaceholderError(key=key, known=", ".join(blank.key for blank in blanks) or "none")


def _fits(value: str, blank: Blank, language: str) -> None:
    if (
        blank.type is PlaceholderType.DATE
        and re.match(r"^\d+[-./]\d+[-./]\d+$", value)
        and day_of(value) is None
    ):
        raise PlaceholderValueError(value=value, key=blank.key, remedy="write the day as 2027-03-15")
    if blank.type is PlaceholderType.NUMBER and count_of(value, language) is None:
        raise PlaceholderValueError(
            value=value, key=blank.key, remedy="write a whole number in figures, as 10"
        )


def _everywhere(
    agreement: Agreement, key: str, write: Callable[[Text, int, int, Placeholder], Text]
) -> Agreement:
    def changed(text: Text) -> Text:
        for start, end, place in reversed(_apart(text, key)):
            text = write(text, start, end, place)
        return text

    def change(unit: Provision) -> Provision:
        if not any(part.of(Placeholder) for part in (unit.heading, unit.text, unit.wrap_up)):
            return unit
        return replace(
            unit, heading=changed(unit.heading), text=changed(unit.text), wrap_up=changed(unit.wrap_up)
        )

    return map_provisions(agreement, change)


def _apart(text: Text, key: str) -> list[tuple[int, int, Placeholder]]:
    """The places of one placeholder in a text; of two that overlap, the outer one stands for both."""
    places: list[tuple[int, int, Placeholder]] = []
    for start, end, place in text.of(Placeholder):
        if place.key == key and (not places or start >= places[-1][1]):
            places.append((start, end, place))
    return places


# The placeholders of a done-at clause by their usual keys; a template that calls them so keeps them together.
def _done_at(agreement: Agreement, key: str, value: str) -> Authenticity:
    known = agreement.authenticity
    match key:
        case "place":
            return replace(known, place=value)
        case "day":
            day = day_of(value)
            return replace(known, day=day.isoformat() if day else "")
        case "originals":
            return replace(known, originals=count_of(value, agreement.language))
        case "languages":
            return replace(known, languages=_said(agreement).languages if value else ())
        case "prevailing":
            return replace(known, prevailing=_said(agreement).prevailing if value else None)
        case _:
            return known


def _said(agreement: Agreement) -> Authenticity:
    """The done-at clause as recognition reads it: it knows the names of languages."""
    from workbench.recognition.authenticity import read as read_closing

    return read_closing([unit.text.plain for unit in agreement.of_kind(Kind.DONE_AT)])
