"""Small print: spaces, dashes and quotation marks used in two ways."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.tree import Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages

DOUBLE_SPACE = FindingKind("checks.double-space", Severity.INFO, "two spaces in “{quote}”")
SPACES_BEHIND = FindingKind(
    "checks.double-space-behind-sentences",
    Severity.INFO,
    "two spaces stand behind a sentence {count} times, first in “{quote}”",
)
HYPHEN_AS_DASH = FindingKind(
    "checks.hyphen-as-dash",
    Severity.INFO,
    "a hyphen stands for a dash in “{quote}”; elsewhere it is “{dash}”",
)
HARD_HYPHEN = FindingKind(
    "checks.non-breaking-hyphen",
    Severity.INFO,
    "{count} non-breaking hyphens, the first in “{quote}”: search does not find such words",
)
UNPAIRED = FindingKind("checks.unpaired-mark", Severity.INFO, "“{sign}” has no counterpart in this passage")
MIXED_QUOTES = FindingKind(
    "checks.mixed-quotation-marks",
    Severity.INFO,
    "straight quotation marks here, typographic ones elsewhere: “{quote}”",
)
_HABIT = 3
"""Double spaces behind sentences above which they are how the text was typed."""
_TWO_SPACES = re.compile(r"(?<=\S)(?: {2,}|\u00a0 | \u00a0)(?=\S)")
_HYPHEN = re.compile(r"(?<=\S) - (?=\S)")
_DASH = re.compile(r" ([–—]) ")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_TYPOGRAPHIC = (("„", "“"), ("„", "”"), ("“", "”"), ("«", "»"))


def _spaces(unit: Provision, _setting: Setting) -> Iterator[tuple[Passage, tuple[tuple[int, int], ...]]]:
    for passage in passages(unit):
        found = tuple(place.span() for place in _TWO_SPACES.finditer(passage.plain))
        if found:
            yield passage, found


def _judge_spaces(
    notes: Sequence[tuple[Passage, tuple[tuple[int, int], ...]]], _matter: Matter
) -> Iterator[Finding]:
    behind = [
        (passage, span) for passage, found in notes for span in found if passage.plain[span[0] - 1] in ".:;?!"
    ]
    habit = len(behind) > _HABIT
    if habit:
        passage, (start, end) = behind[0]
        rewordings = tuple(one.rewording(*span, " ") for one, span in behind)
        fix = Fix("leave one space throughout ({count})", {"count": str(len(behind))}, rewordings)
        quote = _raw(passage.plain, start, end)
        yield passage.finding(SPACES_BEHIND, start, end, quote=quote, fixes=(fix,), count=len(behind))
    for passage, found in notes:
        left = [span for span in found if not (habit and passage.plain[span[0] - 1] in ".:;?!")]
        if left:
            fix = Fix("leave one space", {}, tuple(passage.rewording(*span, " ") for span in left))
            quote = _raw(passage.plain, *left[0])
            yield passage.finding(DOUBLE_SPACE, *left[0], quote=quote, fixes=(fix,))


SPACES = OfAgreement(_spaces, _judge_spaces)
"""Two spaces where one belongs; where that is a typist's habit behind sentences, once for the text."""


def _dash(unit: Provision, _setting: Setting) -> Iterator[tuple[Passage, str, int, int]]:
    for passage in passages(unit):
        if " – " in passage.plain or " — " in passage.plain or " - " in passage.plain:
            for found in _DASH.finditer(passage.plain):
                yield passage, found[1], *found.span()
            for found in _HYPHEN.finditer(passage.plain):
                yield passage, "-", *found.span()


def _judge_dashes(notes: Sequence[tuple[Passage, str, int, int]], _matter: Matter) -> Iterator[Finding]:
    dashes = [sign for _, sign, _, _ in notes if sign != "-"]
    if not dashes:
        return
    dash = max(("–", "—"), key=dashes.count)
    for passage, sign, start, end in notes:
        if sign == "-":
            fixes = (passage.write(start, end, f" {dash} "),)
            yield passage.finding(HYPHEN_AS_DASH, start, end, margin=15, fixes=fixes, dash=dash)


DASHES = OfAgreement(_dash, _judge_dashes)
"""A hyphen between spaces in a text that has dashes."""


def _hard(unit: Provision, _setting: Setting) -> Iterator[Passage]:
    for passage in passages(unit):
        if "\u2011" in passage.plain:
            yield passage


def _judge_hard(notes: Sequence[Passage], _matter: Matter) -> Iterator[Finding]:
    if not notes:
        return
    places = [(passage, found.start()) for passage in notes for found in re.finditer("\u2011", passage.plain)]
    passage, start = places[0]
    rewordings = tuple(own.rewording(place, place + 1, "-") for own, place in places)
    fix = Fix("write ordinary hyphens ({count})", {"count": str(len(places))}, rewordings)
    yield passage.finding(HARD_HYPHEN, start, start + 1, margin=15, fixes=(fix,), count=len(places))


HYPHENS = OfAgreement(_hard, _judge_hard)
"""Non-breaking hyphens, which copying from Word leaves behind."""


def _pairs(unit: Provision, _setting: Setting) -> Iterator[tuple[Passage, int]]:
    for passage in passages(unit):
        start = _unpaired(passage.plain)
        if start >= 0:
            yield passage, start


def _judge_pairs(notes: Sequence[tuple[Passage, int]], _matter: Matter) -> Iterator[Finding]:
    opened: list[tuple[Passage, int]] = []
    alone: list[tuple[Passage, int]] = []
    for passage, start in notes:
        sign = passage.plain[start]
        if sign == "[":
            opened.append((passage, start))
        elif sign == "]" and opened:
            opened.pop()  # brackets of disagreement round several provisions
        else:
            alone.append((passage, start))
    for passage, start in (*opened, *alone):
        yield passage.finding(UNPAIRED, start, start + 1, margin=20, sign=passage.plain[start])


PAIRS = OfAgreement(_pairs, _judge_pairs)
"""Brackets and quotation marks that open without closing, or close without opening.

Square brackets may stand round several provisions.
"""


def _quotes(unit: Provision, _setting: Setting) -> Iterator[tuple[Passage, str]]:
    for passage in passages(unit):
        signs = "".join(sign for sign in '“„«"”»' if sign in passage.plain)
        if signs:
            yield passage, signs


def _judge_quotes(notes: Sequence[tuple[Passage, str]], _matter: Matter) -> Iterator[Finding]:
    used = {sign for _, signs in notes for sign in signs}
    if not used & set("“„«"):
        return
    pair = next((pair for pair in _TYPOGRAPHIC if used.issuperset(pair)), None)
    for passage, signs in notes:
        if '"' in signs:
            start = passage.plain.index('"')
            fixes = _in_pairs(passage, pair) if pair else ()
            yield passage.finding(MIXED_QUOTES, start, start + 1, margin=20, fixes=fixes)


QUOTATION = OfAgreement(_quotes, _judge_quotes)
"""Straight quotation marks in a text of typographic ones."""


def _in_pairs(passage: Passage, pair: tuple[str, str]) -> tuple[Fix, ...]:
    """Opening and closing marks in turn, where straight ones come in pairs."""
    places = [found.start() for found in re.finditer('"', passage.plain)]
    if len(places) % 2:
        return ()
    rewordings = tuple(passage.rewording(at, at + 1, pair[turn % 2]) for turn, at in enumerate(places))
    return (Fix("write {opening}…{closing}", {"opening": pair[0], "closing": pair[1]}, rewordings),)


def _raw(plain: str, start: int, end: int) -> str:
    """The place with the words on both sides as it stands, spaces kept."""
    left = plain.rfind(" ", 0, start) + 1
    right = plain.find(" ", end)
    return plain[left : right if right >= 0 else len(plain)]


def _stands_alone(sign: str, before: str) -> bool:
    """Whether a closing mark needs no opening one: "a)" counts an item, „ opens what ” closes."""
    if sign == ")":
        return bool(re.search(r"(?:^|[\s(])\w{1,4}$", before))
    return sign == "”" and "„" in before


_SIGNS = re.compile("[()\\[\\]“”«»]")


def _unpaired(text: str) -> int:
    """Where the first sign without its counterpart stands, -1 for none; ")" of "a)" is no closing bracket."""
    closing = {close: opening for opening, close in _PAIRS.items()}
    stack: list[tuple[str, int]] = []
    for found in _SIGNS.finditer(text):
        sign, at = found.group(), found.start()
        if sign in _PAIRS and not (sign == "“" and text.rfind("„", 0, at) > text.rfind("“", 0, at)):
            stack.append((sign, at))
        elif sign in closing:
            if stack and stack[-1][0] == closing[sign]:
                stack.pop()
            elif not _stands_alone(sign, text[:at]):
                return at
    return stack[0][1] if stack else -1
