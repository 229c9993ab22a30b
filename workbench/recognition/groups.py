"""Groups and sections: parts, titles and chapters over the articles, and the heads of texts without articles.

Beside `heads`, which finds the articles themselves. Groups have a word ("CHAPTER II"); sections of political
texts often have a number and a heading only ("1. Scope", "IV. Reforms").
"""

from __future__ import annotations

from workbench.agreement.tree import Kind
from workbench.recognition import labels
from workbench.recognition.evidence import heading_like
from workbench.recognition.heads import RANK, Head, heaviest_row, stands_alone
from workbench.recognition.labels import Label
from workbench.recognition.lines import Passage


def find_groups(passages: list[Passage], labelled: list[Label | None], start: int, end: int) -> list[Head]:
    """Parts, titles, chapters and sections with a word ("CHAPTER II") between two passages."""
    found: list[Head] = []
    for index in range(start, end):
        label = labelled[index]
        if label is None or label.kind not in (Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION):
            continue
        passage = passages[index]
        rest = passage.plain[label.end :]
        if len(passage.plain) > 220 or not stands_alone(passage, label):
            continue
        if rest and heading_like(passage, rest) < 0.5:
            continue
        found.append(Head(index, label.kind, label, 1.5, rest))
    return _without_stray(found)


def _without_stray(found: list[Head]) -> list[Head]:
    """Only kinds whose numbers begin at one and rise; each may run on or begin anew inside a higher unit."""
    kept: list[Head] = []
    last: dict[Kind, int] = {}
    inside: dict[Kind, int] = {}
    suffixes: dict[Kind, str] = {}
    for head in found:
        value, suffix = (head.label.value, head.label.suffix) if head.label else (0, "")
        befores = (last.get(head.kind, 0), inside.get(head.kind, 0))
        added = value == befores[0] and bool(suffix) and suffix != suffixes.get(head.kind, "")
        if value == 1 or added or any(before < value <= before + 2 for before in befores):
            kept.append(head)
            last[head.kind] = inside[head.kind] = value
            suffixes[head.kind] = suffix
            for kind in last:
                if RANK[kind] > RANK[head.kind]:
                    inside[kind] = 0
    return kept


def find_sections(passages: list[Passage], labelled: list[Label | None], start: int, end: int) -> list[Head]:
    """Numbered headings of a text without articles ("1. Scope", "IV. Reforms"), each style a row."""
    rows: dict[str, list[Head]] = {}
    for index in range(start, end):
        label = labelled[index]
        if (
            label is None
            or label.kind is not None
            or label.style in ("–", "(1)", "(a)", "(i)", "a)", "a.", "i.")
        ):
            continue
        passage = passages[index]
        for reading in _readings(label):
            rest = passage.plain[reading.end :]
            weight = heading_like(passage, rest)
            if label.style.startswith("legal"):
                weight -= 1.0
            after = passages[index + 1] if index + 1 < len(passages) else None
            if after is not None and (labelled[index + 1] is None or heading_like(after) < 1.5):
                weight += 0.4
            if passage.gap >= 1:
                weight += 0.3
            if passage.number and not passage.bold and passage.outline is None:
                weight -= 1.0
            if weight > 1.2:
                rows.setdefault(reading.style, []).append(Head(index, Kind.SECTION, reading, weight, rest))
    chosen: list[Head] = []
    for row in rows.values():
        counted = [
            head
            for head in row
            if (passages[head.index].number or passages[head.index].outline is not None) and head.weight > 2.5
        ]
        if len(counted) > 1 and len(counted) >= 0.8 * len(row):
            chosen.extend(counted)  # Word's automatic numbers, which may restart at every heading
            continue
        kept = heaviest_row(row, []) if len(row) > 1 else []
        first = kept[0].label if kept else None
        if len(kept) >= 2 and first is not None and first.value <= 1:
            chosen.extend(_restarting(row, kept))
    chosen.sort(key=lambda head: (head.index, -head.weight))
    return [head for turn, head in enumerate(chosen) if not turn or chosen[turn - 1].index != head.index]


def _restarting(row: list[Head], kept: list[Head]) -> list[Head]:
    """A lower row ("A.", "B." inside each part) begins anew: take every head that continues or restarts."""
    taken: list[Head] = []
    last = 0
    for head in row:
        value = head.label.value if head.label else 0
        if value == last + 1 or value == 1 or head in kept:
            taken.append(head)
            last = value
    return taken


def _readings(label: Label) -> list[Label]:
    return [labels.as_roman(label), label] if label.roman else [label]
