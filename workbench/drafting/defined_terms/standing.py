"""Where a term stands: marked or found, defined or used, and what speaks against touching it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from workbench.agreement.findings import FindingKind
from workbench.agreement.fixes import Wording
from workbench.agreement.text import CitedInstrument, CrossReference, DefinedTerm, Footnote, Placeholder, Text
from workbench.agreement.tree import Provision, ProvisionId
from workbench.checks.matter import in_quotes
from workbench.checks.terms import mentions
from workbench.drafting.defined_terms.glossary import Finder, Found
from workbench.drafting.defined_terms.places import MARKED, PART_OF_NAME, QUOTED

_OPENS = re.compile(r"(?:^|[.;:!?][»”\"’)]*\s+|\n)[\s“„«\"(\[]*$")
_CAPITAL_BEFORE = re.compile(r"(?P<stop>^|[.;:!?…)]\s*|[“„«\"(]\s*)?\b([^\W\d_][\w’'-]*)\s+$")
_CAPITAL_BEHIND = re.compile(r"\s+([^\W\d_][\w’'-]+)")


@dataclass(frozen=True, slots=True)
class Standing:
    """A term in one wording, or in the footnote at `note`: its words and how they were recognised.

    `key` is the term its mark names, None without a mark; `found` are its words by part, None where they are
    none of its forms; `opens` says that they begin a sentence.
    """

    provision: ProvisionId
    part: Wording
    note: int | None
    plain: str = ""
    start: int = 0
    end: int = 0
    defines: bool = False
    key: str | None = None
    found: Found | None = None
    opens: bool = False
    doubt: FindingKind | None = None

    @property
    def words(self) -> str:
        """What stands there."""
        return self.plain[self.start : self.end]


class Survey:
    """Looks for one term in the wording of an agreement.

    `finder` knows the term, `others` every other term; `family` are the names that mean it, in small letters.
    """

    def __init__(self, term: str, finder: Finder, others: Finder, family: set[str]) -> None:
        self._term, self._finder, self._others, self._family = term, finder, others, family

    def of(self, unit: Provision) -> Iterator[Standing]:
        """Every place of the term in one provision, its footnotes included."""
        typed = [m for m in mentions(unit) if m.defines and m.term.casefold() in self._family]
        for part in Wording:
            text = part.of(unit)
            if text:
                own = [(m.start, m.end) for m in typed if m.passage.part is part]
                yield from self._in(Standing(unit.id, part, None), text, own)
                for at, _, note in text.of(Footnote):
                    yield from self._in(Standing(unit.id, part, at), Text(note.text), [])

    def _in(self, where: Standing, text: Text, typed: list[tuple[int, int]]) -> Iterator[Standing]:
        plain = text.plain
        kept = [(a, b) for kind in (Placeholder, CrossReference) for a, b, _ in text.of(kind)]
        longer = [(found.start, found.end) for found in self._others.find(plain)]
        longer.extend(
            (a, b) for a, b, mark in text.of(DefinedTerm) if mark.term.casefold() not in self._family
        )
        spans = sorted(self._spans(where, text, typed), key=lambda one: (one.start, one.end))
        defining = any(one.defines for one in spans)
        for one in spans:
            start, end = one.start, one.end
            if any(a <= start and end <= b for a, b in kept):
                continue
            doubt = None if one.defines else _doubt(text, start, end, longer)
            if one.found is not None and one.found.joined and not one.defines:
                doubt = PART_OF_NAME
            if doubt is QUOTED and defining and _hugged(plain, start, end):
                doubt = None  # *each a “Party” and together the “Parties”*
            if _torn(text, start, end):
                doubt = MARKED
            yield replace(one, opens=bool(_OPENS.search(plain[:start])), doubt=doubt)

    def _spans(self, where: Standing, text: Text, typed: list[tuple[int, int]]) -> list[Standing]:
        """The marked places, the definitions typed by hand, and the uses nobody marked."""
        plain, term, read = text.plain, self._term, self._finder.read
        made: list[Standing] = []
        for start, end, mark in text.of(DefinedTerm):
            if mark.term.casefold() in self._family:
                found = read(term, plain[start:end])
                made.append(
                    replace(
                        where,
                        plain=plain,
                        start=start,
                        end=end,
                        defines=mark.defines,
                        key=mark.term,
                        found=found,
                    )
                )
        for start, end in typed:
            if not _overlap(start, end, [(one.start, one.end) for one in made]):
                found = read(term, plain[start:end])
                made.append(replace(where, plain=plain, start=start, end=end, defines=True, found=found))
        for found in self._finder.find(plain):
            if not _overlap(found.start, found.end, [(one.start, one.end) for one in made]):
                made.append(replace(where, plain=plain, start=found.start, end=found.end, found=found))
        return made


def _doubt(text: Text, start: int, end: int, longer: list[tuple[int, int]]) -> FindingKind | None:
    plain = text.plain
    if any(a <= start and end <= b and (a, b) != (start, end) for a, b in longer):
        return PART_OF_NAME
    cited = [(a, b) for a, b, _ in text.of(CitedInstrument)]
    if _overlap(start, end, cited) or in_quotes(plain, start):
        return QUOTED
    if not plain[start:end].isupper() and plain[start].isupper() and _named(plain, start, end, longer):
        return PART_OF_NAME
    return None


def _named(plain: str, start: int, end: int, longer: list[tuple[int, int]]) -> bool:
    """Whether a word with a capital stands beside, which no other term explains (*Security Council*)."""
    before = _CAPITAL_BEFORE.search(plain[:start])
    if before is not None and before["stop"] is None and _large(before.group(2)):
        at = before.start(2)
        begins = _OPENS.search(plain[:at]) is not None
        if not begins and not _overlap(at, before.end(2), longer):
            return True
    behind = _CAPITAL_BEHIND.match(plain, end)
    return (
        behind is not None
        and _large(behind.group(1))
        and not _overlap(behind.start(1), behind.end(1), longer)
    )


def _large(word: str) -> bool:
    return word[:1].isupper() and not word.endswith(("’s", "'s", "s’", "s'")) and len(word) > 1


def _hugged(plain: str, start: int, end: int) -> bool:
    """Whether quotation marks stand right around the words."""
    return plain[:start].endswith(("“", "«", "„", '"')) and plain[end:].startswith(("”", "»", "“", '"'))


def _torn(text: Text, start: int, end: int) -> bool:
    """Whether a mark begins or ends within the words, and so would not outlast them."""
    return any(
        (start < mark.start < end or start < mark.end < end) and not isinstance(mark.value, DefinedTerm)
        for mark in text.marks
    )


def _overlap(start: int, end: int, spans: list[tuple[int, int]]) -> bool:
    return any(a < end and start < b for a, b in spans)
