"""The parties by their right names: in title, parties clause and signatures, and nobody else beside them."""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.state_names import FormKind, NameOccurrence
from workbench.agreement.text import CitedInstrument
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import OfProvision, Passage, Setting, passages

MISNAMED = FindingKind(
    "checks.party-misnamed", Severity.WARNING, "“{quote}”: the formal name of this party is “{name}”"
)
NO_PARTY_SIGNS = FindingKind(
    "checks.signature-of-no-party",
    Severity.WARNING,
    "“{quote}” signs for {state}, which is no party to this agreement",
)
_FORM = {
    "en": (
        re.compile(
            r"\b(?:Republic|Kingdom|State|Federation|Principality|Commonwealth|Union)\s+of\s+(?:the\s+)?$"
        ),
        re.compile(r"\s+(?:Republic|Kingdom|Federation)\b"),
    ),
    "lv": (re.compile(r"(?!)"), re.compile(r"\s+(?:Republik|Karalist|Federācij)\w+")),
    "uk": (
        re.compile(r"\b(?:Республік|Королівств|Федераці)\w+\s+$"),
        re.compile(r"\s+(?:Республік|Королівств|Федераці)\w+"),
    ),
}
"""What makes a short name look like a formal one: before it, and behind it."""
_FORM_WORD = re.compile(
    r"Republic|Kingdom|State of|Federation|Principality|Commonwealth|Union of|Republik|Karalist|Federācij|"
    r"Республік|Королівств|Федераці"
)


def _names(unit: Provision, setting: Setting) -> Iterator[Finding]:
    if setting.language not in _FORM:
        return
    before, behind = _FORM[setting.language]
    for passage in passages(unit):
        if unit.kind is not Kind.SIGNATORY and not _FORM_WORD.search(passage.plain):
            continue
        cited = [(start, end) for start, end, _ in passage.text.of(CitedInstrument)]
        for found in setting.states.find_names(passage.plain, setting.language):
            if found.code not in setting.own_states:
                if unit.kind is Kind.SIGNATORY and found.form in (FormKind.FORMAL, FormKind.SHORT):
                    yield from _stranger(passage, found, setting)
                continue
            if found.form not in (FormKind.SHORT, FormKind.ADJECTIVE):
                continue
            if any(start <= found.start and found.end <= end for start, end in cited):
                continue  # an instrument keeps the names it was concluded under
            ahead = before.search(passage.plain, 0, found.start)
            after = behind.match(passage.plain, found.end)
            if ahead is None and after is None:
                continue
            start = ahead.start() if ahead else found.start
            end = after.end() if after else found.end
            yield passage.finding(
                MISNAMED,
                start,
                end,
                fixes=_fixes(passage, start, end, setting, found),
                name=_formal(setting, found),
            )


PARTY_NAMES = OfProvision(_names)
"""A party under a formal name it does not have, and a signature for a State that is no party."""


def _stranger(passage: Passage, found: NameOccurrence, setting: Setting) -> Iterator[Finding]:
    if setting.own_states and not setting.own_states & {found.code, *found.others}:
        state = setting.states.forms(found.code, "en").short_with_article
        yield passage.finding(NO_PARTY_SIGNS, found.start, found.end, quote=passage.plain[:80], state=state)


def _formal(setting: Setting, found: NameOccurrence) -> str:
    return setting.states.forms(found.code, setting.language).formal.nom


def _fixes(
    passage: Passage, start: int, end: int, setting: Setting, found: NameOccurrence
) -> tuple[Fix, ...]:
    """The formal name in its place; only where it does not decline is that certain."""
    if setting.language != "en" or found.form is not FormKind.SHORT:
        return ()
    return (passage.write(start, end, _formal(setting, found)),)
