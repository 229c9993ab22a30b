"""The parties named in one word: *the Latvian-Ukrainian Commission*, *latviešu un ukraiņu eksperti*.

In each party's own original its word comes first (`drafting.alternat`). Words change places where both are
of one kind and, in Latvian and Ukrainian, stand in one case: then each fits where the other stood. The
first part of a Ukrainian compound has an ending of its own (*українсько-латвійської*,
*латвійсько-української*), which the table of States holds. What a sentence deals out in the order of the
parties (*respectively*) and what is called so between quotation marks is not for a program to turn.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.state_names import COMPOUND, FormKind, NameOccurrence
from workbench.agreement.states import States
from workbench.agreement.text import CitedInstrument, Text
from workbench.drafting.adaptation.wording import Edit, indefinite_article, made, sentences

_REASON = "alternat"
_KINDS = {
    FormKind.ADJECTIVE: "adjective",
    FormKind.DEMONYM: "people",
    FormKind.SHORT: "name",
    FormKind.FORMAL: "name",
}
_HYPHEN = r"\s*[-–—‑/]\s*"
_JOINED = {
    "en": re.compile(rf"{_HYPHEN}|\s+and\s+"),
    "lv": re.compile(rf"{_HYPHEN}|\s+un\s+"),
    "uk": re.compile(rf"{_HYPHEN}|\s+(?:та|і|й)\s+"),
}
_DEALT_OUT = {
    "en": re.compile(r"\brespective(?:ly)?\b|\bin that order\b", re.IGNORECASE),
    "lv": re.compile(r"\battiecīgi\b", re.IGNORECASE),
    "uk": re.compile(r"\bвідповідно\b(?!\s+до\b)", re.IGNORECASE),
}
_QUOTED = re.compile(r"“[^“”]*”|„[^„“”]*[“”]|«[^«»]*»|\"[^\"]*\"")


@dataclass(frozen=True, slots=True)
class JointWords:
    """Words of several parties side by side, in the order of the text; `fixed` where the order must stay."""

    words: tuple[NameOccurrence, ...]
    fixed: bool

    @property
    def start(self) -> int:
        """Where the first word begins."""
        return self.words[0].start

    @property
    def end(self) -> int:
        """Where the last word ends."""
        return self.words[-1].end


def dealt_out(plain: str, place: int, language: str) -> bool:
    """Whether the sentence at a place deals something out in the order of the parties: *respectively*."""
    pattern = _DEALT_OUT.get(language)
    if pattern is None or not pattern.search(plain):
        return False
    return any(start <= place < end and pattern.search(plain[start:end]) for start, end in sentences(plain))


def joint_words(text: Text, language: str, codes: Collection[str], states: States) -> tuple[JointWords, ...]:
    """Where a text names States of these codes in words side by side, each once; not in cited titles."""
    joined = _JOINED.get(language)
    if joined is None:
        return ()
    cited = [(start, end) for start, end, _ in text.of(CitedInstrument)]
    rows: list[list[NameOccurrence]] = []
    for found in states.find_names(text.plain, language):
        own = found.code in codes and found.form in _KINDS
        if not own or any(start <= found.start and found.end <= end for start, end in cited):
            continue
        before = rows[-1] if rows else []
        if (
            before
            and _KINDS[before[-1].form] == _KINDS[found.form]
            and (sign := joined.fullmatch(text.plain, before[-1].end, found.start)) is not None
            # English names may have an article, which the marks of parties know of.
            and not (language == "en" and _KINDS[found.form] == "name" and sign.group()[0].isspace())
            and all(found.code != one.code for one in before)
        ):
            before.append(found)
        else:
            rows.append([found])
    quoted = [found.span() for found in _QUOTED.finditer(text.plain)]
    return tuple(
        JointWords(
            tuple(row),
            dealt_out(text.plain, row[0].start, language)
            or any(start <= row[0].start and row[-1].end <= end for start, end in quoted),
        )
        for row in rows
        if len(row) > 1
    )


def own_first(text: Text, own: str, language: str, codes: Collection[str], states: States) -> Text:
    """The text with the word of one State first wherever it is certain how; the rest as it was."""
    edits: list[Edit] = []
    for row in joint_words(text, language, codes, states):
        if row.fixed or row.words[0].code == own or all(word.code != own for word in row.words):
            continue
        edits.extend(_turned(text.plain, row.words, own, language, states) or ())
    return made(text, edits)[0] if edits else text


def _turned(
    plain: str, row: Sequence[NameOccurrence], own: str, language: str, states: States
) -> list[Edit] | None:
    """The words of a row in their new places; None where a form is not known for sure."""
    order = sorted(row, key=lambda word: word.code != own)
    large = plain[row[0].start].isupper() and not plain[row[-1].start].isupper()
    edits: list[Edit] = []
    for place, (was, now) in enumerate(zip(row, order, strict=True)):
        word = _in_its_place(plain, was, now, language, states)
        if word is None:
            return None
        if place == 0 and large:
            word = word[0].upper() + word[1:]
        elif large:
            word = word[0].lower() + word[1:]
        edits.append(Edit(was.start, was.end, word, _REASON))
    if language == "en":
        edits.extend(indefinite_article(plain, row[0].start, edits[0].new, _REASON))
    return edits


def _in_its_place(
    plain: str, was: NameOccurrence, now: NameOccurrence, language: str, states: States
) -> str | None:
    """The word of one State in the form that the word of another has in its place."""
    word = plain[now.start : now.end]
    if language == "en" or (was.key == now.key and set(was.readings) & set(now.readings)):
        return word
    adjective = states.forms(now.code, language).adjective
    if was.form is not FormKind.ADJECTIVE or now.form is not FormKind.ADJECTIVE or "m" not in adjective:
        return None
    if was.key == COMPOUND:
        return f"{adjective['m'].nom[:-2]}о"
    forms = {
        adjective[reading.gender.value if reading.gender is not None else "pl"][reading.case]
        for reading in was.readings
        if (reading.gender.value if reading.gender is not None else "pl") in adjective
    }
    return forms.pop() if len(forms) == 1 else None


def out_of_order(
    text: Text, own: str, language: str, codes: Collection[str], states: States
) -> Iterator[str]:
    """The words in which another State than one's own still comes first."""
    for row in joint_words(text, language, codes, states):
        if row.words[0].code != own and any(word.code == own for word in row.words):
            yield text.plain[row.start : row.end]
