"""What the clauses of an agreement are about: every provision with its types, best first.

    clause_table (headings, cues) + clause_senses (words) -> clause_evidence (one clause) -> here (the whole)

An article without a heading of its own speaks of what its paragraphs speak of, the first of them foremost; a
paragraph under a heading goes on about what the heading names.
"""

from __future__ import annotations

import re
from collections import Counter

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId
from workbench.recognition.clause_evidence import ENOUGH, FINAL, MOST, Evidence, Place, types_of
from workbench.recognition.clause_table import Cues, occurring, table

_STRUCTURE = {
    Kind.TITLE_LINE: "title",
    Kind.PARTIES_CLAUSE: "parties",
    Kind.RECITAL: "recital",
    Kind.CITATION: "recital_citation",
    Kind.AGREEING_FORMULA: "enacting_formula",
    Kind.TESTIMONIUM: "testimonium",
    Kind.DONE_AT: "done_at",
    Kind.SIGNATURE_BLOCK: "signature_block",
}
_TYPED = (Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH, Kind.PART, Kind.CHAPTER, Kind.TITLE)
_MOSTLY = 0.6
_LONG = 8000  # signs of a body in which final provisions stand apart from the rest
_FINAL_HEADING = re.compile(
    r"final|concluding|closing|nobeigum|noslēgum|прикінцев|заключн|baigiamo|lõppsätt|końcow|schluss",
    re.IGNORECASE,
)


def classify(agreement: Agreement) -> Agreement:
    """The agreement with the types of every clause set anew; what it had before is replaced."""
    found = evidence(agreement)
    structure = {unit.id: (_STRUCTURE[unit.kind],) for unit in agreement.walk() if unit.kind in _STRUCTURE}

    def change(unit: Provision) -> Provision:
        types = structure.get(unit.id) or tuple(item.type for item in found.get(unit.id, ()))
        return replace(unit, types=types) if types != unit.types else unit

    return map_provisions(agreement, change)


def evidence(agreement: Agreement) -> dict[ProvisionId, tuple[Evidence, ...]]:
    """For every clause of the body and the annexes its types with the words that spoke for them."""
    texts = [unit.words for unit in (*agreement.body, *agreement.annexes)]
    cues = occurring(agreement.language, "\n".join(texts).lower())
    reader = _Reader(agreement.language, max(1, sum(map(len, texts[: len(agreement.body)]))), cues)
    for unit in agreement.body:
        reader.visit(unit, ())
    for annex in agreement.annexes:
        reader.passed, reader.total = 0, 2 * max(1, len(annex.words))  # an annex has no final provisions
        for unit in annex.children:
            reader.visit(unit, ())
    return reader.found


class _Reader:
    """Goes through the clauses in order and knows how far along the body each one stands.

    `headed` is the type that the heading over a clause names, "" where there is none.
    """

    def __init__(self, language: str, total: int, cues: Cues) -> None:
        self.language = language
        self.cues = cues
        self.total = total
        self.passed = 0
        self.groups = {kind.key: kind.group for kind in table(language)}
        self.found: dict[ProvisionId, tuple[Evidence, ...]] = {}

    def visit(self, unit: Provision, above: tuple[str, ...], headed: str = "") -> None:
        """Type what is below a unit, then the unit; an unnumbered subheading speaks for what follows it."""
        if unit.kind not in _TYPED:
            self.passed += len(unit.words)
            return
        start, size = self.passed, len(unit.words)
        position = min(1.0, (start + size / 2) / self.total)
        late = (start + size) / self.total > 0.97
        beside = any(self.groups.get(key) in FINAL for key in above)
        place = Place(max(position, 0.95 if late else 0.0), above, beside, self.total > _LONG)
        leaf = not any(child.kind in _TYPED for child in unit.children)
        words = unit.words if leaf else unit.text.plain
        own = types_of(unit.heading.plain, words, self.language, place, self.cues)
        inner = tuple(item.type for item in own) or above
        if _FINAL_HEADING.search(unit.heading.plain):
            inner = (*inner, "entry_into_force")  # stands for the whole group: "Final provisions"
        named = own[0].type if own and unit.heading else headed
        below = [] if leaf else self._children(unit, inner, place, named)
        self.passed = start + size
        types = own if leaf else _with_paragraphs(own, below)
        if not types and unit.kind is Kind.PARAGRAPH and self.groups.get(headed) in FINAL:
            types = (Evidence(headed, ENOUGH, ""),)  # a paragraph that goes on about what the heading names
        if types:
            self.found[unit.id] = types

    def _children(
        self, unit: Provision, inner: tuple[str, ...], place: Place, headed: str
    ) -> list[tuple[Evidence, ...]]:
        under = inner
        below = []
        for child in unit.children:
            if child.kind is Kind.CROSSHEADING:
                titled = types_of(child.text.plain, "", self.language, place, self.cues)
                under = tuple(item.type for item in titled) or inner
                headed = titled[0].type if titled else ""
            self.visit(child, under, headed)
            if child.id in self.found:
                below.append(self.found[child.id])
        return below


def _with_paragraphs(own: tuple[Evidence, ...], below: list[tuple[Evidence, ...]]) -> tuple[Evidence, ...]:
    """The types of an article: what its heading says, then what its paragraphs speak of, the first most."""
    best = {item.type: item for item in own}
    gathered: dict[str, list[Evidence]] = {}
    for turn, items in enumerate(below):
        for rank, item in enumerate(items):
            weight = 0.8 * item.score + (0.6 if turn == 0 and rank == 0 else 0.0)
            gathered.setdefault(item.type, []).append(Evidence(item.type, weight, item.words))
    for key, spoken in gathered.items():
        top = max(spoken, key=lambda item: item.score)
        score = round(
            top.score + 0.3 * (len(spoken) - 1) + (best[key].score * 0.5 if key in best else 0.0), 2
        )
        if key not in best or score > best[key].score:
            best[key] = Evidence(key, score, top.words)
    # Where the article has a heading, its word goes before what a paragraph happens to speak of.
    headed = {item.type for item in own}
    leads = "" if headed else _leader(below)
    ranked = sorted(
        best.values(), key=lambda item: (item.type not in headed, item.type != leads, -item.score)
    )
    return tuple(item for item in ranked if item.score >= ENOUGH)[:MOST]


def _leader(below: list[tuple[Evidence, ...]]) -> str:
    """The type that leads an article without heading: that of most of its paragraphs, else of the first."""
    tops = [items[0].type for items in below if items]
    if not tops:
        return ""
    common, count = Counter(tops).most_common(1)[0]
    return common if count > 1 and count >= _MOSTLY * len(below) else tops[0]
