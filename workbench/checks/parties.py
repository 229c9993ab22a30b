"""The parties: named in one order, each of them signing, in a place that lies in one of their States."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.state_names import FormKind
from workbench.agreement.text import PartyName, Text
from workbench.agreement.tree import Kind, Party
from workbench.checks.matter import Matter

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


def order(matter: Matter) -> Iterator[Finding]:
    """The order of the parties in the title against the parties clause and the signatures."""
    title = _order_in([line.text for line in matter.agreement.title], matter)
    clauses = matter.of_kind(Kind.PARTIES_CLAUSE)
    if len(title) < 2:
        return
    for clause in clauses[:1]:
        found = _order_in([clause.text], matter)
        if len(found) > 1 and found[0].key != title[0].key:
            quote = clause.text.plain[:80]
            yield matter.at(ORDER, clause, quote=quote, title=title[0].name, clause=found[0].name)
    signatories = matter.of_kind(Kind.SIGNATORY)
    signed = _order_in([unit.text for unit in signatories], matter)
    if len(signed) > 1 and signed[0].key != title[0].key:
        yield matter.at(
            SIGNATURE_ORDER,
            signatories[0],
            quote=signatories[0].text.plain[:80],
            title=title[0].name,
            signature=signed[0].name,
        )


def signatures(matter: Matter) -> Iterator[Finding]:
    """A party for which nobody signs, in a text that has signatures at all."""
    signatories = matter.of_kind(Kind.SIGNATORY)
    if len(signatories) < 2:
        return  # none printed yet, or a note that one side issues
    signing = {party.key for party in _order_in([unit.text for unit in signatories], matter)}
    if not signing:
        return  # the lines name persons only
    for party in matter.agreement.parties:
        if party.key not in signing:
            yield matter.at(UNSIGNED, signatories[0], party=party.name)


def place(matter: Matter) -> Iterator[Finding]:
    """A place of signature in a State that is no party; only capitals are known."""
    own = {party.state for party in matter.agreement.parties if party.state}
    if not own:
        return
    for unit in matter.of_kind(Kind.DONE_AT):
        for found in matter.states.find_names(unit.text.plain, matter.language):
            if found.form is not FormKind.CAPITAL or found.code in own or own & set(found.others):
                continue
            words = unit.text.plain[found.start : found.end]
            state = matter.states.forms(found.code, "en").short_with_article
            yield matter.at(THIRD_STATE, unit, quote=words, state=state)


def _order_in(texts: list[Text], matter: Matter) -> list[Party]:
    """The parties in the order in which the texts first name them."""
    found: list[Party] = []
    for text in texts:
        here = sorted((_first(text, party, matter), party.key) for party in matter.agreement.parties)
        for position, key in here:
            party = matter.agreement.party(key)
            if position >= 0 and party is not None and party not in found:
                found.append(party)
    return found


def _first(text: Text, party: Party, matter: Matter) -> int:
    """Where a text first names a party, -1 if nowhere."""
    marked = [start for start, _, name in text.of(PartyName) if name.party == party.key]
    if marked:
        return min(marked)
    if party.state:
        for occurrence in matter.states.find_names(text.plain, matter.language):
            if occurrence.code == party.state and occurrence.form is not FormKind.CAPITAL:
                return occurrence.start
    found = re.search(rf"\b{re.escape(party.name)}", text.plain, re.IGNORECASE)
    return found.start() if found else -1
