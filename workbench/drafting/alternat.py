"""The alternat: each party's own original names that party first and puts its own language first.

Originals are equal but for order: in the title, in the parties clause, wherever the text names the parties
side by side, in the languages of the done-at clause and in the signatures. A name keeps its case when it
changes places with another, because both stand in one row of the sentence: *Latvijas Republikas un
Ukrainas* becomes *Ukrainas un Latvijas Republikas*; so do the words of both in *Latvian-Ukrainian*
(`joint_words`). What another agreement is called stays as it was concluded. Where the order is part of what
is said (*respectively*) it stays too, and is told, for a person to settle.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numbering import numbers
from workbench.agreement.state_names import FormKind
from workbench.agreement.states import States
from workbench.agreement.text import CitedInstrument, PartyName, Text, join
from workbench.agreement.tree import Agreement, Kind, Party, Provision
from workbench.drafting.joint_words import dealt_out, out_of_order, own_first
from workbench.drafting.party_names import party_named

_PAIR = 2
_LINE_END = "\x1e"
"""Parts the lines of a title while they are one text: white space that no wording holds."""
_ARTICLE = re.compile(r"\b(?:the|The|THE)\s+$")
_BETWEEN = {
    "en": r"\s*(?:,\s*(?:and\s+)?|\s+and\s+|\s*&\s*)",
    "lv": r"\s*(?:,\s*(?:un\s+)?|\s+un\s+)",
    "uk": r"\s*(?:,\s*(?:(?:та|і|й)\s+)?|\s+(?:та|і|й)\s+)",
}
"""What stands between the parties named side by side; over a line of the title too."""
_SEPARATE = {
    language: re.compile(rf"(?P<own>\s*\([^()]*\))?(?P<between>{signs})(?:the\s+)?$", re.IGNORECASE)
    for language, signs in _BETWEEN.items()
}
_OWN_BRACKET = re.compile(r"\s*\([^()]*\)")
_SPEAKS = {
    **dict.fromkeys(("AT", "LI"), "DE"),
    **dict.fromkeys(("AR", "CL", "CO", "MX", "PE", "UY"), "ES"),
    "BR": "PT",
    "CY": "GR",
    "MD": "RO",
}
"""States whose language has its name from another one."""
_LANGUAGE_WORDS = (FormKind.ADJECTIVE, FormKind.DEMONYM)

ORDER_LEFT = FindingKind(
    "alternat.order-left",
    Severity.WARNING,
    "“{quote}” still names another party first; settle by hand whether {party} comes first here",
)


class NoSuchPartyError(WorkbenchError):
    """An original is asked for by somebody who is no party."""

    code = "alternat.no-such-party"
    message = "“{party}” is no party to this agreement; its parties are {parties}"


@dataclass(frozen=True, slots=True)
class _Named:
    """A party as a text names it in a row: [start, end) with its article and its own bracket."""

    party: str
    start: int
    end: int


def original_of(agreement: Agreement, party: str, states: States | None = None) -> Agreement:
    """The original that a party keeps; `party` is its key, or a name of it in any language we know.

    Raises `NoSuchPartyError`.
    """
    table = states or States.load()
    own = _party(agreement, party, table)

    def in_order(text: Text) -> Text:
        named = _in_order(text, own.key, agreement.language)
        return (
            own_first(named, own.state, agreement.language, _codes(agreement), table) if own.state else named
        )

    def turned(unit: Provision) -> Provision:
        if unit.kind is Kind.DONE_AT:
            text = _in_order(unit.text, own.key, agreement.language)
            return replace(unit, text=_own_language_first(text, own, agreement, table))
        text, heading, wrap_up = map(in_order, (unit.text, unit.heading, unit.wrap_up))
        children = _signatures(unit.children, own.key)
        return replace(unit, text=text, heading=heading, wrap_up=wrap_up, children=children)

    made = map_provisions(agreement, turned)
    return replace(
        made,
        title=tuple(replace(line, text=in_order(line.text)) for line in _title(agreement, own.key)),
        closing=_signatures(made.closing, own.key),
        parties=(own, *(one for one in agreement.parties if one.key != own.key)),
    )


def order_left(original: Agreement, states: States | None = None) -> tuple[Finding, ...]:
    """Where an original still names another party before its own, in names or in words.

    The first of its parties is the one whose original it is.
    """
    if len(original.parties) < _PAIR:
        return ()
    table, own, language = states or States.load(), original.parties[0], original.language
    labels = numbers(original)
    found: list[Finding] = []
    for unit in original.walk():
        if unit.kind is Kind.DONE_AT:
            continue
        for text in (unit.heading, unit.text, unit.wrap_up):
            rows = [
                text.plain[row[0].start : row[-1].end]
                for row in _rows(text, language)
                if row[0].party != own.key and any(named.party == own.key for named in row)
            ]
            if own.state:
                rows.extend(out_of_order(text, own.state, language, _codes(original), table))
            found.extend(
                ORDER_LEFT.at(
                    labels[unit.id].label, quote=quote, provision=unit.id, party=own.short or own.name
                )
                for quote in dict.fromkeys(rows)
            )
    return tuple(found)


def _codes(agreement: Agreement) -> frozenset[str]:
    return frozenset(party.state for party in agreement.parties if party.state)


def _party(agreement: Agreement, wanted: str, states: States) -> Party:
    asked = wanted.strip().casefold().removeprefix("the ")
    for party in agreement.parties:
        if asked in {party.key.casefold(), party.name.casefold(), party.short.casefold()} - {""}:
            return party
    state = party_named(wanted, agreement.language, states).state
    meant = [party for party in agreement.parties if state is not None and party.state == state]
    if len(meant) == 1:
        return meant[0]
    known = ", ".join(f"{party.name} ({party.key})" for party in agreement.parties) or "not known"
    raise NoSuchPartyError(party=wanted, parties=known)


def _title(agreement: Agreement, own: str) -> tuple[Provision, ...]:
    """The title lines with the parties in order, taken together: names may stand on lines of their own."""
    whole = _in_order(join([line.text for line in agreement.title], _LINE_END), own, agreement.language)
    lines: list[Provision] = []
    start = 0
    for line, words in zip(agreement.title, whole.plain.split(_LINE_END), strict=bool(agreement.title)):
        lines.append(replace(line, text=whole.slice(start, start + len(words))))
        start += len(words) + 1
    return tuple(lines)


def _in_order(text: Text, own: str, language: str) -> Text:
    """A text whose rows of parties begin with one's own; the last row first, so that places stay."""
    for row in reversed(_rows(text, language)):
        keys = [named.party for named in row]
        if own not in keys or keys[0] == own or dealt_out(text.plain, row[0].start, language):
            continue
        order = sorted(row, key=lambda named: named.party != own)
        text = _put(text, row, order)
    return text


def _rows(text: Text, language: str) -> list[list[_Named]]:
    """The parties as they are named side by side, each party once in a row."""
    pattern = _SEPARATE.get(language, _SEPARATE["en"])
    cited = [(start, end) for start, end, _ in text.of(CitedInstrument)]
    rows: list[list[_Named]] = []
    for start, end, name in text.of(PartyName):
        if any(first <= start and end <= last for first, last in cited):
            continue
        article = _ARTICLE.search(text.plain, 0, start)
        begin = article.start() if article else start
        before = rows[-1][-1] if rows else None
        gap = pattern.fullmatch(text.plain, before.end, start) if before is not None else None
        if before is not None and gap is not None and all(name.party != one.party for one in rows[-1]):
            if gap["own"]:
                rows[-1][-1] = _Named(before.party, before.start, gap.end("own"))
            rows[-1].append(_Named(name.party, begin, end))
        else:
            rows.append([_Named(name.party, begin, end)])
    return [_with_last_bracket(row, text.plain) for row in rows if len(row) >= _PAIR]


def _with_last_bracket(row: list[_Named], plain: str) -> list[_Named]:
    """The bracket behind the last party is its own where the others have one too; else it is that of all."""
    last = row[-1]
    bracket = _OWN_BRACKET.match(plain, last.end)
    if bracket is not None and all(plain[one.end - 1] == ")" for one in row[:-1]):
        row[-1] = _Named(last.party, last.start, bracket.end())
    return row


def _put(text: Text, row: Sequence[_Named], order: Sequence[_Named]) -> Text:
    """The parties of a row in another order, what stands between them as it was."""
    made = text.slice(0, row[0].start)
    large = text.plain[row[0].start].isupper()
    for place, (was, now) in enumerate(zip(row, order, strict=True)):
        phrase = text.slice(now.start, now.end)
        if place == 0 and large and phrase.plain.startswith("the "):
            phrase = phrase.replace(0, 1, "T")
        elif place > 0 and phrase.plain.startswith("The "):
            phrase = phrase.replace(0, 1, "t")
        until = row[place + 1].start if place + 1 < len(row) else len(text)
        made = made + phrase + text.slice(was.end, until)
    return made


def _own_language_first(text: Text, own: Party, agreement: Agreement, states: States) -> Text:
    """The languages of the parties in a done-at clause, one's own first; others keep their places."""
    codes = {_SPEAKS.get(party.state, party.state) for party in agreement.parties if party.state}
    spoken = _SPEAKS.get(own.state, own.state) if own.state else None
    places = [
        found
        for found in states.find_names(text.plain, agreement.language)
        if found.form in _LANGUAGE_WORDS and found.code in codes
    ]
    first = {found.code: found for found in reversed(places)}
    once = sorted(first.values(), key=lambda found: found.start)
    order = sorted(once, key=lambda found: found.code != spoken)
    words = [text.plain[found.start : found.end] for found in order]
    for found, word in reversed(list(zip(once, words, strict=True))):
        text = text.replace(found.start, found.end, word)
    return text


def _signatures(units: tuple[Provision, ...], own: str) -> tuple[Provision, ...]:
    """A row of units in which one's own signature stands first among the signatures."""
    signing = [unit for unit in units if unit.kind is Kind.SIGNATORY]
    if len(signing) < _PAIR:
        return units
    ordered = iter(sorted(signing, key=lambda unit: not _signs_for(unit, own)))
    return tuple(next(ordered) if unit.kind is Kind.SIGNATORY else unit for unit in units)


def _signs_for(unit: Provision, party: str) -> bool:
    return any(name.party == party for one in unit.walk() for _, _, name in one.text.of(PartyName))
