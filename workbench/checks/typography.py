"""Small print: spaces, dashes, quotation marks, spelling used in two ways."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.checks.matter import Matter, Passage, around

DOUBLE_SPACE = FindingKind("checks.double-space", Severity.INFO, "two spaces in “{quote}”")
HYPHEN_AS_DASH = FindingKind(
    "checks.hyphen-as-dash", Severity.INFO, "a hyphen stands for a dash in “{quote}”; elsewhere it is “–”"
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
MIXED_SPELLING = FindingKind(
    "checks.mixed-spelling",
    Severity.INFO,
    "the text spells -ise ({ise}) and -ize ({ize}); keep to one",
)
_TWO_SPACES = re.compile(r"\S(?: {2,}|\u00a0 | \u00a0)\S")
_HYPHEN = re.compile(r"(?<=\S) - (?=\S)")
_PAIRS = {"(": ")", "[": "]", "“": "”", "«": "»"}
_IZE = re.compile(r"\b\w{3,}?(?P<how>i[sz])(?:e|es|ed|ing|ation|ations|ational)\b", re.IGNORECASE)
# Words that are written with -ise in either spelling, or that only look alike.
_ALWAYS_S = re.compile(
    r"^(?:exerc|adv|superv|comprom|surpr|enterpr|prem|prom|rev|dev|ar|ra|pra|prec|conc|cru|disgu|franch|improv|"
    r"merchand|otherw|likew|expert|telev|no|no|w|r)is",
    re.IGNORECASE,
)


def spaces(matter: Matter) -> Iterator[Finding]:
    """Two spaces where one belongs."""
    for passage in matter.passages:
        found = _TWO_SPACES.search(passage.plain)
        if found:
            yield matter.at(DOUBLE_SPACE, passage.unit, quote=_raw(passage, found))


def dashes(matter: Matter) -> Iterator[Finding]:
    """A hyphen between spaces in a text that has dashes."""
    if not any(" – " in passage.plain or " — " in passage.plain for passage in matter.passages):
        return
    for passage in matter.passages:
        for found in _HYPHEN.finditer(passage.plain):
            yield matter.at(
                HYPHEN_AS_DASH, passage.unit, quote=around(passage.plain, *found.span(), margin=15)
            )


def hyphens(matter: Matter) -> Iterator[Finding]:
    """Non-breaking hyphens, which copying from Word leaves behind."""
    holding = [passage for passage in matter.passages if "\u2011" in passage.plain]
    if holding:
        count = sum(passage.plain.count("\u2011") for passage in holding)
        at = holding[0].plain.index("\u2011")
        quote = around(holding[0].plain, at, at + 1, margin=15)
        yield matter.at(HARD_HYPHEN, holding[0].unit, quote=quote, count=count)


def pairs(matter: Matter) -> Iterator[Finding]:
    """Brackets and quotation marks that open without closing, or close without opening."""
    for passage in matter.passages:
        sign = _unpaired(passage.plain)
        if sign:
            at = passage.plain.index(sign)
            quote = around(passage.plain, at, at + 1, margin=20)
            yield matter.at(UNPAIRED, passage.unit, quote=quote, sign=sign)


def quotation(matter: Matter) -> Iterator[Finding]:
    """Straight quotation marks in a text of typographic ones."""
    if not any(sign in passage.plain for passage in matter.passages for sign in "“„«"):
        return
    for passage in matter.passages:
        at = passage.plain.find('"')
        if at >= 0:
            yield matter.at(MIXED_QUOTES, passage.unit, quote=around(passage.plain, at, at + 1, margin=20))


def spelling(matter: Matter) -> Iterator[Finding]:
    """-ise beside -ize, told once, with examples."""
    if matter.language != "en":
        return
    words: dict[str, dict[str, Passage]] = defaultdict(dict)
    for passage in matter.passages:
        for found in _IZE.finditer(passage.plain):
            word = found.group()
            if word.istitle() and found.start() > 0:
                continue  # part of a name, such as that of an organisation
            if not _ALWAYS_S.match(word):
                words[found["how"].casefold()].setdefault(word.casefold(), passage)
    if words["is"] and words["iz"]:
        rarer = min(words.values(), key=len)
        first = next(iter(rarer.values()))
        ise, ize = (", ".join(list(words[how])[:4]) for how in ("is", "iz"))
        yield matter.at(MIXED_SPELLING, first.unit, quote=next(iter(rarer)), ise=ise, ize=ize)


def _raw(passage: Passage, found: re.Match[str]) -> str:
    """The place as it stands, spaces kept."""
    start, end = found.span()
    left = passage.plain.rfind(" ", 0, start) + 1
    right = passage.plain.find(" ", end)
    return passage.plain[left : right if right >= 0 else len(passage.plain)]


def _stands_alone(sign: str, before: str) -> bool:
    """Whether a closing mark needs no opening one: "a)" counts an item, „ opens what ” closes."""
    if sign == ")":
        return bool(re.search(r"(?:^|[\s(])\w{1,4}$", before))
    return sign == "”" and "„" in before


def _unpaired(text: str) -> str:
    """The first sign without its counterpart; ")" of "a)" and the like is no closing bracket."""
    closing = {close: opening for opening, close in _PAIRS.items()}
    stack: list[str] = []
    for at, sign in enumerate(text):
        if sign in _PAIRS:
            stack.append(sign)
        elif sign in closing:
            if stack and stack[-1] == closing[sign]:
                stack.pop()
            elif not _stands_alone(sign, text[:at]):
                return sign
    return stack[0] if stack else ""
