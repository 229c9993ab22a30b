"""Sentences that are particular to a party: true of it alone, so that no other name may stand there.

*Ukraine's accession to NATO*, damage a war did to it, a sum it pays, a day on which it did something, an
instrument it concluded, a body or plan named after it: such a sentence is kept as printed and flagged. To
whom a word like *membership* belongs is told by the party named next to it.
"""

from __future__ import annotations

import re

import msgspec

from workbench.agreement.findings import FindingKind, Severity
from workbench.agreement.states import FormKind
from workbench.drafting.adaptation.mention import Mention
from workbench.drafting.adaptation.named_after import HEAD_OF_STATE, bears_its_name, head_of_state
from workbench.drafting.adaptation.particular_words import (
    ACCESSION,
    MEMBERS,
    RULES,
    SUM,
    WAR,
    speaks_of_members,
    speaks_of_money,
)

PARTICULAR = FindingKind(
    "adaptation.particular-to-party",
    Severity.ERROR,
    "this sentence is particular to {party} ({why}) and was kept as printed; reword or delete it: “{quote}”",
)
ONE_PARTY = FindingKind(
    "adaptation.one-party-only",
    Severity.WARNING,
    "this speaks of one party alone ({party}: {why}) and was agreed with another counterpart; "
    "check that it still fits",
)
CIRCUMSTANCES = FindingKind(
    "adaptation.circumstances",
    Severity.WARNING,
    "this sentence speaks of circumstances of the precedent ({why}); check that it fits the new parties",
)


class Verdict(msgspec.Struct, frozen=True):
    """What is to be said of a sentence."""

    kind: FindingKind
    why: str
    party: str | None


class Foreigners(msgspec.Struct, frozen=True):
    """What is to be known of the parties that do not come along.

    `money` is key -> currency; `crowned` are those whose counterpart has a king for a president, or the other
    way round.
    """

    money: dict[str, str]
    crowned: frozenset[str]


def judge(
    plain: str,
    extent: tuple[int, int],
    mentions: tuple[Mention, ...],
    language: str,
    foreigners: Foreigners,
    *,
    title: bool = False,
) -> Verdict | None:
    """Whether the sentence of an extent is particular to a party that does not come along."""
    start, end = extent
    here = tuple(m for m in mentions if start <= m.start < end)
    foreign = [m for m in here if m.foreign]
    sentence = plain[start:end]
    if foreign:
        whose, why = _why(sentence, start, here, foreign, language)
        if why is not None:
            return Verdict(PARTICULAR, why, whose)
        for mention in foreign if not (title or sentence.isupper()) else ():
            reason = _its_own(plain, mention, here, language, foreigners)
            if reason is not None:
                return Verdict(PARTICULAR, reason, mention.party)
    for key, currency in foreigners.money.items():
        if speaks_of_money(sentence, currency):
            return Verdict(PARTICULAR, "its money", key)
    for rule in RULES.get(language, ()):
        found = rule.words.search(sentence)
        if found is None or (rule.needs and not rule.needs.search(sentence)):
            continue
        own = [m for m in here if m.party and not m.foreign and m.form in (FormKind.FORMAL, FormKind.SHORT)]
        parties = {m.party for m in own}
        if len(parties) == 1 and rule.why in (ACCESSION, SUM):
            return Verdict(ONE_PARTY, rule.why, own[0].party)
        if rule.why == WAR:
            return Verdict(CIRCUMSTANCES, rule.why, None)
    return None


def _its_own(
    plain: str, mention: Mention, here: tuple[Mention, ...], language: str, foreigners: Foreigners
) -> str | None:
    if mention.party in foreigners.crowned and head_of_state(plain, mention, language):
        return HEAD_OF_STATE
    if mention.code == "EU" and mention.form in (FormKind.FORMAL, FormKind.SHORT):
        return MEMBERS if speaks_of_members(plain, mention.start, mention.end, language) else None
    return bears_its_name(plain, mention, here, language)


def _why(
    sentence: str, start: int, here: tuple[Mention, ...], foreign: list[Mention], language: str
) -> tuple[str | None, str | None]:
    """The party a sentence is particular to, and why; the reason is None where it is not."""
    first = foreign[0].party
    third = [
        m for m in here
        if m.party is None and m.code != "EU" and m.form not in (FormKind.CAPITAL, FormKind.INSTITUTION)
    ]  # fmt: skip
    for rule in RULES.get(language, ()):
        if rule.needs and not rule.needs.search(sentence):
            continue
        for found in rule.words.finditer(sentence):
            if any(m.start <= start + found.start() < m.end for m in here):
                continue  # Northern Ireland in the name of the United Kingdom
            if not rule.attributed:
                return first, rule.why
            holder = _holder(start + found.start(), start + found.end(), sentence, start, here)
            if holder is not None and holder.foreign:
                return holder.party, rule.why
    return first, "a third State" if third else None


def _holder(at: int, after: int, sentence: str, start: int, here: tuple[Mention, ...]) -> Mention | None:
    """The party a word belongs to: named right behind it, else the nearest before it, else the next one."""
    parties = [m for m in here if m.party]
    behind = next((m for m in parties if m.start >= after), None)
    before = [m for m in parties if m.end <= at]
    if behind is not None:
        between = sentence[after - start : behind.start - start]
        if re.fullmatch(r"\s+(?:of|by|for)?\s*(?:the\s+)?|\s+", between):
            return behind
    if before:
        near = before[-1]
        pair = [m for m in before if m.foreign and _joined(sentence[m.end - start : near.start - start])]
        return pair[0] if pair and not near.foreign else near
    return behind


def _joined(between: str) -> bool:
    return bool(re.fullmatch(r"\s*(?:and|or|un|vai|та|і|й)\s+(?:the\s+)?", between))
