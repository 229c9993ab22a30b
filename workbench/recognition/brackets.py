"""Square brackets: text not agreed, who proposed it, and what in brackets is something else.

`[LV: shall][UA: will]` are alternatives of two delegations, `[text]` is text not agreed; `[date]`, `[●]`
and `___` are places to be filled, `[…]` an omission, `[1]` a note. Brackets may stand inside words, one in
another, or round several provisions (`spanning`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from uuid import UUID, uuid5

from workbench.agreement.text import Alternative, AnyValue, Bracket, Mark, Placeholder, PlaceholderType
from workbench.recognition.evidence import finite
from workbench.recognition.spans import Spans

_FILL = re.compile(
    r"(?<!_)_{3,}(?!_)|\[\s*[●•▪_.…-]+\s*\]|\[[●•]\]|<<[^<>\n]{1,60}>>|\.{6,}|…{2,}"
    r"|(?<![\w,.])(?:X{1,3}(?:[,.]X{3})+|X{4,}|20XX|(?<=EUR )X+|(?<=USD )X+|(?<=€)X+|(?<=\$)X+|"
    r"XXX?(?= (?:days|months|years|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|dien|mēne|gad|дн|місяц|рок)))(?!\w)"
)
_CROSSES = re.compile(r"XX|X[,.]X")
_ORDER = re.compile(
    r"(?:insert|specify|enter|ierakstīt|norādīt|ievietot|вказати|зазначити|вставити)\s+(?:the\s+|a\s+)?",
    re.IGNORECASE,
)
_DELEGATION = re.compile(
    r"\s*(?P<who>[A-ZА-ЯІЇЄ]{2,12}(?:[/,+ ]{1,2}[A-ZА-ЯІЇЄ]{2,12}){0,4}|[A-Z][a-z]+(?: proposal)?|"
    r"Option [A-Z0-9]|Alt(?:ernative)?\.? ?[A-Z0-9])\s?:\s*"
)
_LABELS = {
    PlaceholderType.DATE: r"date|day|year|datums|diena|gads|дата|день|рік|dd|mm|yyyy",
    PlaceholderType.PLACE: r"place|city|capital|vieta|pilsēta|місце|місто",
    PlaceholderType.NUMBER: r"number|no\.?|nr\.?|numurs|skaits|номер|число",
    PlaceholderType.MONEY: r"amount|sum|summa|сума",
    PlaceholderType.PERSON: r"name|title|signature|vārds|uzvārds|amats|ім['’]я|прізвище|посада|підпис",
    PlaceholderType.TEXT: (
        r"insert|specify|tbd|tbc|to be (?:determined|confirmed|agreed|inserted)|description|subject|"
        r"party|country|state|institution|authority|language|nosaukums|puse|valsts|назва|сторона|"
        r"країна"
    ),
}
_LABEL_PATTERNS = {
    kind: re.compile(rf"(?:{words})\b.{{0,50}}$", re.IGNORECASE | re.DOTALL)
    for kind, words in _LABELS.items()
}
_REACH = 60
_NOT_DISAGREED = re.compile(r"\s*(?:…|\.\.\.|sic!?|\d{1,3}|[a-z]|emphasis added|[ivx]+)\s*$", re.IGNORECASE)


def find(text: str, group_space: UUID, is_name: Callable[[str], bool] | None = None) -> list[Mark]:
    """The marks of all brackets and places to fill; `group_space` makes the groups of alternatives unique.

    `is_name` tells whether words are somebody's name ("State of Kuwait"), which is no place to fill.
    """
    if (
        "[" not in text
        and "_" not in text
        and "<<" not in text
        and "..." not in text
        and "……" not in text
        and not _CROSSES.search(text)
    ):
        return []
    marks = [_fill(match) for match in _FILL.finditer(text)]
    taken = Spans((mark.start, mark.end) for mark in marks)
    pairs = [(start, end) for start, end in _pairs(text) if not taken.cover(start, end)]
    rows = _rows(pairs, text)
    for start, end in pairs:
        inner = text[start + 1 : end - 1]
        if _NOT_DISAGREED.match(inner):
            continue
        placeholder = _placeholder(inner)
        if placeholder is not None and not (is_name is not None and is_name(inner)):
            marks.append(Mark(start, end, placeholder))
            continue
        who = _DELEGATION.match(inner)
        delegation = who["who"] if who else ""
        value: AnyValue = Bracket(delegation)
        if (start, end) in rows and len(rows[start, end]) > 1:
            first = rows[start, end][0][0]
            value = Alternative(uuid5(group_space, str(first)).hex[:12], delegation)
        marks.append(Mark(start, end, value))
    return marks


def spanning(texts: Sequence[str]) -> dict[int, list[Mark]]:
    """Brackets opened in one text and closed in a later one, as marks on each text they reach over.

    `texts` stand in document order. A bracket without its partner within `_REACH` texts is left alone.
    """
    marks: dict[int, list[Mark]] = {}
    opened: list[tuple[int, int]] = []
    for turn, text in enumerate(texts):
        if "[" not in text and "]" not in text:
            continue
        opens, closes = _unmatched(text)
        for close in closes:
            if not opened:
                continue
            first, start = opened.pop()
            who = _DELEGATION.match(texts[first], start + 1)
            value = Bracket(who["who"] if who else "")
            marks.setdefault(first, []).append(Mark(start, len(texts[first]), value))
            for between in range(first + 1, turn):
                if texts[between]:
                    marks.setdefault(between, []).append(Mark(0, len(texts[between]), value))
            marks.setdefault(turn, []).append(Mark(0, close + 1, value))
        opened = [(index, at) for index, at in opened if turn - index < _REACH]
        opened.extend((turn, at) for at in opens)
    return marks


def _unmatched(text: str) -> tuple[list[int], list[int]]:
    """Where brackets open and close that have no partner in the same text."""
    opens: list[int] = []
    closes: list[int] = []
    for at, sign in enumerate(text):
        if sign == "[":
            opens.append(at)
        elif sign == "]":
            if opens:
                opens.pop()
            else:
                closes.append(at)
    return opens, closes


def _fill(match: re.Match[str]) -> Mark:
    words = match.group()
    label = words.strip("<>") if words.startswith("<<") else ""
    kind = _type(label) or PlaceholderType.TEXT
    key = re.sub(r"\W+", "-", label.casefold()).strip("-") or "blank"
    return Mark(match.start(), match.end(), Placeholder(key, label or "…", kind))


def _placeholder(inner: str) -> Placeholder | None:
    words = inner.strip()
    kind = _type(words)
    if kind is None or len(words) > 60 or ":" in words or finite(words):
        return None
    return Placeholder(re.sub(r"\W+", "-", words.casefold()).strip("-"), words, kind)


def _type(words: str) -> PlaceholderType | None:
    ordered = _ORDER.match(words)
    wanted = words[ordered.end() :] if ordered else words
    kind = next((kind for kind, pattern in _LABEL_PATTERNS.items() if pattern.match(wanted)), None)
    return PlaceholderType.TEXT if kind is None and ordered else kind


def _pairs(text: str) -> list[tuple[int, int]]:
    """Matching brackets as [start, end), outer before inner; one without its partner is left alone."""
    opened: list[int] = []
    pairs: list[tuple[int, int]] = []
    for at, sign in enumerate(text):
        if sign == "[":
            opened.append(at)
        elif sign == "]" and opened:
            pairs.append((opened.pop(), at + 1))
    return sorted(pairs)


def _rows(pairs: list[tuple[int, int]], text: str) -> dict[tuple[int, int], list[tuple[int, int]]]:
    """Brackets that follow each other with nothing or a slash between: alternatives of one place."""
    rows: dict[tuple[int, int], list[tuple[int, int]]] = {}
    by_end: dict[int, list[tuple[int, int]]] = {}
    for pair in pairs:
        edge = pair[0]
        while edge > 0 and text[edge - 1] in " /":
            edge -= 1
        row = by_end.get(edge, [])
        row.append(pair)
        rows[pair] = by_end[pair[1]] = row
    return rows
