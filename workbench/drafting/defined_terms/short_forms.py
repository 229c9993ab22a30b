"""The abbreviation that a term brings with it: *the Joint Committee (JC)* renamed takes its letters along.

Only letters that are the initials of the term follow by rule. Any other short form is a term of its own.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.agreement.fixes import Wording
from workbench.agreement.text import DefinedTerm
from workbench.agreement.tree import Agreement, ProvisionId
from workbench.checks.matter import Passage, passages
from workbench.drafting.adaptation.wording import Edit, indefinite_article
from workbench.drafting.defined_terms.fitting import TERM
from workbench.drafting.defined_terms.phrases import Phrase
from workbench.drafting.defined_terms.places import FORM_UNKNOWN, MARKED, Place, Sort
from workbench.drafting.defined_terms.standing import Standing

_BEHIND = re.compile(r"[”»\"’]?\s*\((?:[^()]{0,40}?[\s“„«\"])?(?P<short>[^\W\d_]{2,8})[”»\"]?\)")
_SMALL = frozenset(
    "of for and the to with on in un vai ar no par і та й з у в на до для від про або or".split()
)


@dataclass(frozen=True, slots=True)
class ShortForm:
    """The letters of the old term, and those of the new one, "" where it has none or they are taken."""

    old: str
    new: str

    def places(self, agreement: Agreement, labels: dict[ProvisionId, str]) -> list[Place]:
        """Every place of the abbreviation."""
        pattern = re.compile(rf"(?<![\w-]){re.escape(self.old)}(?![\w-])")
        return [
            self._place(passage, labels[unit.id], match)
            for unit in agreement.walk()
            for passage in passages(unit)
            for match in pattern.finditer(passage.plain)
        ]

    def _place(self, passage: Passage, label: str, match: re.Match[str]) -> Place:
        text, (start, end) = passage.text, match.span()
        torn = any(start < m.start < end or start < m.end < end for m in text.marks)
        doubt = MARKED if torn else None if self.new else FORM_UNKNOWN
        edits: tuple[Edit, ...] = ()
        if self.new:
            article = indefinite_article(text.plain, start, self.new, TERM)
            edits = (*article, Edit(start, end, self.new, TERM))
        marked = any((a, b) == match.span() and m.term == self.old for a, b, m in text.of(DefinedTerm))
        return Place(
            passage.unit.id, label, passage.part, None, start, end, self.old, self.new, text.plain,
            Sort.SHORT_FORM, edits, self.new if marked else None, doubt,
        )  # fmt: skip


def short_form(agreement: Agreement, standings: Sequence[Standing], new: Phrase) -> ShortForm | None:
    """The abbreviation in brackets behind the term, if its letters are the term's initials."""
    for one in standings:
        found = _BEHIND.match(one.plain, one.end)
        if found is None or not found["short"].isupper() or found["short"] != initials(one.words):
            continue
        letters = initials(new.words)
        taken = len(letters) < 2 or (letters != found["short"] and _stands(agreement, letters))
        return ShortForm(found["short"], "" if taken else letters)
    return None


def initials(words: str) -> str:
    """The first letters of the words that count, in capitals."""
    return "".join(word[0].upper() for word in re.split(r"[\s-]+", words) if word and word not in _SMALL)


def _stands(agreement: Agreement, letters: str) -> bool:
    pattern = re.compile(rf"(?<!\w){letters}(?!\w)")
    return any(pattern.search(part.of(unit).plain) for unit in agreement.walk() for part in Wording)
