"""The parties: named in one order, each of them signing, in a place that lies in one of their States."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix, Wording
from workbench.agreement.state_names import FormKind
from workbench.agreement.text import PartyName
from workbench.agreement.tree import Kind, Party, Provision
from workbench.checks.matter import Matter, OfAgreement, OfProvision, Passage, Setting, at

ORDER = FindingKind(
    "checks.party-order",
    Severity.WARNING,
    "the title names {title} first, the parties clause {clause}; one original names its parties in one order",
)
SIGNATURE_ORDER = FindingKind(
    "checks.signature-order",
    Severity.INFO,
    "the title names {title} first, the signature block {signature}; they usually follow one order",
)
UNSIGNED = FindingKind(
    "checks.party-without-signature", Severity.WARNING, "{party} is a party, but nobody signs for it"
)
THIRD_STATE = FindingKind(
    "checks.place-in-third-state",
    Severity.INFO,
    "{quote}, the place of signature, lies in {state}, which is not a party; confirm that this is meant",
)
_NAMING = (Kind.TITLE_LINE, Kind.PARTIES_CLAUSE, Kind.SIGNATORY)
_AND = {"en": r",?\s+and\s+(?:the\s+)?", "lv": r",?\s+un\s+", "uk": r",?\s+(?:та|і|й)\s+"}


@dataclass(frozen=True, slots=True)
class _Naming:
    """A line that names parties: keys and places, by their place."""

    unit: Provision
    named: tuple[tuple[str, int, int], ...]


def _named(unit: Provision, setting: Setting) -> Iterator[_Naming]:
    if unit.kind in _NAMING:
        yield _Naming(unit, _in_order(unit, setting))


def _judge_order(notes: Sequence[_Naming], matter: Matter) -> Iterator[Finding]:
    title = _order_in(note for note in notes if note.unit.kind is Kind.TITLE_LINE)
    names = {party.key: party.name for party in matter.setting.parties}
    if len(title) < 2:
        return
    for clause in [note for note in notes if note.unit.kind is Kind.PARTIES_CLAUSE][:1]:
        found = [key for key, _, _ in clause.named]
        if len(found) > 1 and found[0] != title[0]:
            fixes = _turned(clause, matter) if len(found) == 2 else ()
            start, end = clause.named[0][1], clause.named[-1][2]
            yield Passage(clause.unit, Wording.TEXT, clause.unit.text).finding(
                ORDER,
                start,
                end,
                quote=clause.unit.text.plain[:80],
                fixes=fixes,
                title=names[title[0]],
                clause=names[found[0]],
            )
    signing = [note for note in notes if note.unit.kind is Kind.SIGNATORY]
    signed = _order_in(signing)
    if len(signed) > 1 and signed[0] != title[0]:
        yield at(
            SIGNATURE_ORDER,
            signing[0].unit,
            quote=signing[0].unit.text.plain[:80],
            title=names[title[0]],
            signature=names[signed[0]],
        )


PARTY_ORDER = OfAgreement(_named, _judge_order)
"""The order of the parties in the title against the parties clause and the signatures."""


def _judge_signatures(notes: Sequence[_Naming], matter: Matter) -> Iterator[Finding]:
    signing = [note for note in notes if note.unit.kind is Kind.SIGNATORY]
    if not signing or (len(signing) == 1 and matter.agreement.authenticity.originals in (None, 1)):
        return  # none printed yet, or a note that one side issues
    keys = set(_order_in(signing))
    if not keys:
        return  # the lines name persons only
    for party in matter.setting.parties:
        if party.key not in keys:
            yield at(UNSIGNED, signing[0].unit, party=party.name)


SIGNATURES = OfAgreement(_named, _judge_signatures)
"""A party for which nobody signs, in a text that has signatures at all."""


def _place(unit: Provision, setting: Setting) -> Iterator[Finding]:
    own = setting.own_states
    if unit.kind is not Kind.DONE_AT or not own:
        return
    passage = Passage(unit, Wording.TEXT, unit.text)
    for found in setting.states.find_names(passage.plain, setting.language):
        if found.form is not FormKind.CAPITAL or found.code in own or own & set(found.others):
            continue
        state = setting.states.forms(found.code, "en").short_with_article
        yield passage.finding(THIRD_STATE, found.start, found.end, state=state)


PLACE = OfProvision(_place)
"""A place of signature in a State that is no party; only capitals are known."""


def _turned(clause: _Naming, matter: Matter) -> tuple[Fix, ...]:
    """The two names exchanged, where nothing but *and* stands between them; both stand in one case."""
    plain = clause.unit.text.plain
    (_, first, middle), (_, again, last) = clause.named
    joint = _AND.get(matter.language)
    if joint is None or not re.fullmatch(joint, plain[middle:again]):
        return ()
    one, two = plain[first:middle], plain[again:last]
    if matter.language == "en":
        if article := re.search(r"\bthe\s+$", plain[:first], re.IGNORECASE):
            first = article.start()
            one = f"the {one}"
        if re.search(r"\bthe\s+$", plain[middle:again], re.IGNORECASE):
            two = f"the {two}"
    conjunction = re.sub(r"\bthe\s+$", "", plain[middle:again], flags=re.IGNORECASE)
    turned = f"{two}{conjunction}{one}"
    if plain[first].isupper():
        turned = turned[0].upper() + turned[1:]
    passage = Passage(clause.unit, Wording.TEXT, clause.unit.text)
    return (passage.write(first, last, turned),)


def _order_in(notes: Iterable[_Naming]) -> list[str]:
    """The keys of the parties in the order in which the lines first name them."""
    return list(dict.fromkeys(key for note in notes for key, _, _ in note.named))


def _in_order(unit: Provision, setting: Setting) -> tuple[tuple[str, int, int], ...]:
    found = [(party.key, *place) for party in setting.parties if (place := _first(unit, party, setting))]
    return tuple(sorted(found, key=lambda row: row[1]))


def _first(unit: Provision, party: Party, setting: Setting) -> tuple[int, int] | None:
    """Where a text first names a party."""
    marked = [(start, end) for start, end, name in unit.text.of(PartyName) if name.party == party.key]
    if marked:
        return min(marked)
    plain = unit.text.plain
    if party.state:
        for occurrence in setting.states.find_names(plain, setting.language):
            if occurrence.code == party.state and occurrence.form is not FormKind.CAPITAL:
                return occurrence.start, occurrence.end
    found = re.search(rf"\b{re.escape(party.name)}", plain, re.IGNORECASE)
    return found.span() if found else None
