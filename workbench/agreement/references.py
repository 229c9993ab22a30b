"""Cross-references follow their target: when numbers change, the words of a reference change with them.

A `CrossReference` names a provision, never a number; the number in its words is a courtesy to the reader.
`follow` rewrites that courtesy after an edit that moved, added or removed provisions. Words that do not
hold the old number in an order it understands are left as the drafter wrote them.
"""

from __future__ import annotations

import re
from collections.abc import Mapping

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.numbering import Number
from workbench.agreement.text import CrossReference, Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId

Numbers = Mapping[ProvisionId, Number]
_TOKEN = re.compile(r"\d+(?:\.\d+)*|(?<=\()\w{1,4}(?=\))|\b[IVXLC]+\b|(?<=«)\w(?=»)|(?<=“)\w(?=”)")


def follow(old: Agreement, old_numbers: Numbers, new: Agreement, new_numbers: Numbers) -> Agreement:
    """`new` with every reference whose target is cited differently than in `old` written anew."""
    changed = {
        key for key, number in new_numbers.items() if key in old_numbers and old_numbers[key].label != number.label
    }
    if not changed:
        return new
    before, after = _chains(old, old_numbers, changed), _chains(new, new_numbers, changed)

    def rewrite(text: Text) -> Text:
        for mark in reversed(text.marks):
            if not isinstance(mark.value, CrossReference) or mark.value.target is None:
                continue
            target = ProvisionId(mark.value.target)
            if target not in changed:
                continue
            words = text.plain[mark.start : mark.end]
            if words == old_numbers[target].label:
                now = new_numbers[target].label
            else:
                now = renumbered(words, before[target], after[target])
            if now != words:
                text = _rewritten(text, mark.start, mark.end, now)
        return text

    def change(unit: Provision) -> Provision:
        heading, body, wrap_up = rewrite(unit.heading), rewrite(unit.text), rewrite(unit.wrap_up)
        if heading is unit.heading and body is unit.text and wrap_up is unit.wrap_up:
            return unit
        return replace(unit, heading=heading, text=body, wrap_up=wrap_up)

    return map_provisions(new, change)


def renumbered(words: str, before: tuple[str, ...], after: tuple[str, ...]) -> str:
    """The words of a reference with one chain of numbers (outermost first) put for another.

    "paragraph 2 of Article 6" with ("6", "2") -> ("7", "3") gives "paragraph 3 of Article 7".
    """
    found = list(_TOKEN.finditer(words))
    tokens = tuple(token.group() for token in found)
    count = len(tokens)
    if not count or count > len(before) or count > len(after):
        return words
    if tokens == before[-count:]:
        numbers = after[-count:]
    elif tokens == before[: -count - 1 : -1]:
        numbers = after[: -count - 1 : -1]
    else:
        return words
    for token, number in reversed(list(zip(found, numbers, strict=True))):
        words = words[: token.start()] + number + words[token.end() :]
    return words


def _rewritten(text: Text, start: int, end: int, words: str) -> Text:
    # Replacing inside the mark (all but its first character, then that) keeps the mark itself alive.
    marks = tuple(m for m in text.marks if isinstance(m.value, CrossReference) and (m.start, m.end) == (start, end))
    bare = text.map_marks(lambda m: None if m in marks else m).replace(start, end, words)
    for mark in marks:
        bare = bare.marked(start, start + len(words), mark.value)
    return bare


def _chains(agreement: Agreement, known: Numbers, wanted: set[ProvisionId]) -> dict[ProvisionId, tuple[str, ...]]:
    made: dict[ProvisionId, tuple[str, ...]] = {}

    def visit(unit: Provision, above: tuple[str, ...]) -> None:
        number = known[unit.id].number
        here = (*above, number) if number else above
        if unit.id in wanted:
            made[unit.id] = here
        for child in unit.children:
            visit(child, here)

    for unit in agreement.units():
        visit(unit, ())
    return made
