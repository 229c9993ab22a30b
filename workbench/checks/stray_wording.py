"""A few words of the other register in a text that is otherwise of one: each told where it stands.

Where both registers stand side by side throughout, `register` tells the mix once. Here one clearly prevails,
and what departs from it is a slip, or wording from another kind of text.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, in_quotes, passages
from workbench.checks.register import POLITICAL, SWAPPED, TREATY

STRAY = FindingKind(
    "checks.stray-wording",
    Severity.INFO,
    "“{quote}” is {actual} wording in a text of {wanted} wording; there one says “{suggestion}”",
)
_CLEARLY = 5
"""So many marks of one register for each of the other make it prevail."""
_MOST = 6
"""More strays than this are no slips."""
_INTENTIONS = ("intends to", "plāno", "centīsies", "має намір")
"""What a treaty may say too: that somebody intends something."""
_BODY = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT, Kind.ARTICLE, Kind.SECTION, Kind.TESTIMONIUM)
_BOUND = re.compile(r"\b(?:Part(?:y|ies)|Participants?|States?|Governments?|Ministr(?:y|ies)|side|sides)\s+$")
"""Behind these *will* is a promise; elsewhere it may only tell what comes."""
_TELLS = re.compile(r"\s+(?:take place|depend|have been|be able|become)\b")


@dataclass(frozen=True, slots=True)
class _Said:
    """A phrase of a register."""

    passage: Passage
    start: int
    end: int
    name: str
    counterpart: str
    treaty: bool


def _note(unit: Provision, setting: Setting) -> Iterator[_Said]:
    if setting.profile is not None or setting.language not in TREATY or unit.kind not in _BODY:
        return
    for passage in passages(unit):
        if passage.text is unit.heading:
            continue
        low = passage.plain.casefold()
        for treaty, signs in ((True, TREATY[setting.language]), (False, POLITICAL[setting.language])):
            for sign in signs:
                for found in sign.places(passage.plain, low):
                    if in_quotes(passage.plain, found.start()):
                        continue
                    if sign.name in _INTENTIONS or (
                        sign.name == "will" and not _promises(passage.plain, found)
                    ):
                        continue
                    yield _Said(passage, *found.span(), sign.name, sign.counterpart, treaty)


def _promises(plain: str, will: re.Match[str]) -> bool:
    return bool(_BOUND.search(plain, 0, will.start())) and not _TELLS.match(plain, will.end())


def _judge(notes: Sequence[_Said], matter: Matter) -> Iterator[Finding]:
    told = [note for note in notes if note.treaty], [note for note in notes if not note.treaty]
    few, many = sorted(told, key=len)
    if not few or len(few) > _MOST or len(many) < _CLEARLY * len(few):
        return
    own = matter.setting.collective_name
    for note in few:
        if note.name == own:
            continue
        fixes = (note.passage.write(note.start, note.end, note.counterpart),) if note.name in SWAPPED else ()
        yield note.passage.finding(
            STRAY,
            note.start,
            note.end,
            margin=20,
            fixes=fixes,
            actual="treaty" if note.treaty else "non-treaty",
            wanted="non-treaty" if note.treaty else "treaty",
            suggestion=note.counterpart,
        )


STRAY_WORDING = OfAgreement(_note, _judge)
"""Single phrases of the register that the text is not written in."""
