"""Quotations inside an instruction: where each begins and ends, those inside another left to it."""

from __future__ import annotations

from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import Quoted, Text

OPENING = "“„«‟"
_CLOSING = {"“": "”“", "„": "”“", "«": "»", "‟": "”", '"': '"'}
TOKEN = "⟦{}⟧"


def quotations(plain: str) -> list[tuple[int, int]]:
    """The extents of the outermost quotations, signs included; one left open runs to the end."""
    found: list[tuple[int, int]] = []
    stack: list[tuple[str, int]] = []
    for index, sign in enumerate(plain):
        if stack and sign in _CLOSING[stack[-1][0]] and not _opens(plain, index, sign):
            opened = stack.pop()
            if not stack:
                found.append((opened[1], index + 1))
        elif (sign in OPENING and (sign != "“" or not stack or _opens(plain, index, sign))) or (
            sign == '"' and _opens(plain, index, sign) and (not stack or stack[-1][0] != '"')
        ):
            stack.append((sign, index))
    if stack:
        found.append((stack[0][1], len(plain)))
    return found


def is_open(plain: str) -> bool:
    """Whether a quotation begins here and does not end."""
    row = quotations(plain)
    return bool(row) and row[-1][1] == len(plain) and not _shut(plain, row[-1])


def taken_out(text: Text) -> tuple[str, list[Text]]:
    """The sentence with each quotation exchanged for a numbered token, and what was quoted."""
    plain = text.plain
    quoted: list[Text] = []
    made, position = "", 0
    marked = [(start - 1, end + 1) for start, end, value in text.of(Quoted) if not value.unit]
    for start, end in marked or quotations(plain):
        inner_end = end - 1 if marked or _shut(plain, (start, end)) else end
        made += plain[position:start] + TOKEN.format(len(quoted))
        quoted.append(text.slice(start + 1, inner_end).unmarked(Quoted))
        position = end
    made += plain[position:]
    return on_one_line(made), quoted


def _shut(plain: str, extent: tuple[int, int]) -> bool:
    start, end = extent
    if end - start < 2 or plain[end - 1] not in _CLOSING.get(plain[start], ""):
        return False
    return end < len(plain) or _balanced(plain[start:end])


def _balanced(quoted: str) -> bool:
    """Whether the closing sign at the end answers the opening one at the start."""
    depth = 0
    for index, sign in enumerate(quoted):
        if sign in OPENING and (sign != "“" or _opens(quoted, index, sign)):
            depth += 1
        elif sign in "”»" or (sign == "“" and depth):
            depth -= 1
        elif sign == '"':
            depth += 1 if _opens(quoted, index, sign) else -1
    return depth <= 0


def _opens(plain: str, index: int, sign: str) -> bool:
    """Whether a sign that may open or close stands where one opens: before a word, behind a space."""
    if sign in "»”":
        return False
    before = plain[index - 1] if index else " "
    after = plain[index + 1] if index + 1 < len(plain) else " "
    return (before.isspace() or before in "([–—-" + OPENING) and not after.isspace()
