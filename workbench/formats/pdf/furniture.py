"""What stands on a page without being part of the text: running headers, footers, page numbers.

A line at the top or the foot of a page is furniture when it is a page number that counts with the pages, when
it returns at the same height on most pages (numbers aside), or when every page has a line at that height, set
further from the text than paragraphs are from each other: a header that names the present article.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from itertools import pairwise
from statistics import median

from workbench.formats.pdf.page import Line

_WORD = r"(?:page|lpp\.?|стор\.?|с\.|p\.)?"
_NUMBER = re.compile(
    rf"^\W*{_WORD}\W*(\d{{1,4}})\W*(?:(?:of|no|з|/)\W*\d{{1,4}}\W*)?(?:lpp\.?)?$", re.IGNORECASE
)
_EDGE_LINES = 4
_SAME_HEIGHT = 4.0  # points by which a header may wander
_MOST = 0.7  # of the pages


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without headers, footers and page numbers, and the lines that were left out."""
    gone: list[set[int]] = [set() for _ in pages]
    for foot in (False, True):
        repeated = _repeated(pages, foot=foot)
        offsets = _numbering_offsets(pages, foot=foot)
        for index, page in enumerate(pages):
            for position in _edge(page, foot=foot):
                line = page[position]
                if _returns(line, repeated) or _is_page_number(line.text, index, offsets):
                    gone[index].add(position)
    return _without(pages, gone)


def without_changing_headers(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without the headers that differ from page to page, and the lines that were left out.

    Notes at the foot must be gone already: they too stand apart, page after page.
    """
    gone: list[set[int]] = [set() for _ in pages]
    for foot in (False, True):
        _peel(pages, gone, foot=foot)
    return _without(pages, gone)


def _without(pages: list[list[Line]], gone: list[set[int]]) -> tuple[list[list[Line]], list[str]]:
    dropped = [page[position].text for page, out in zip(pages, gone, strict=True) for position in sorted(out)]
    kept = [
        [line for position, line in enumerate(page) if position not in out]
        for page, out in zip(pages, gone, strict=True)
    ]
    return kept, dropped


def _edge(page: list[Line], *, foot: bool) -> list[int]:
    """The outermost lines of a page, from the edge inwards, by where they stand."""
    by_height = sorted(range(len(page)), key=lambda position: page[position].foot, reverse=foot)
    return by_height[:_EDGE_LINES]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).strip().casefold()


def _repeated(pages: list[list[Line]], *, foot: bool) -> dict[str, list[float]]:
    """Lines that stand at one height at the edge of most pages, and at which heights."""
    heights: dict[str, list[float]] = {}
    for page in pages:
        found = {_key(page[position].text): page[position].foot for position in _edge(page, foot=foot)}
        for key, height in found.items():
            heights.setdefault(key, []).append(height)
    # Headers may differ on left and right pages, so a third of the pages is enough in long documents.
    needed = max(3, len(pages) // 3 if len(pages) > 8 else len(pages) // 2 + 1)
    usual = {
        key: [height for height in places if _near(height, places) >= needed]
        for key, places in heights.items()
        if _furnishes(key)
    }
    return {key: places for key, places in usual.items() if places}


def _near(height: float, places: Iterable[float]) -> int:
    return sum(abs(height - other) < _SAME_HEIGHT for other in places)


def _returns(line: Line, repeated: dict[str, list[float]]) -> bool:
    return bool(_near(line.foot, repeated.get(_key(line.text), ())))


def _furnishes(key: str) -> bool:
    """Whether a repeated line can be a header: an article label or list number returns on many pages too."""
    return (
        len(key) > 1
        and not re.fullmatch(r"(\W|#)*", key)
        and not re.match(r"(article|стаття|#\. pants)\b", key)
    )


def _peel(pages: list[list[Line]], gone: list[set[int]], *, foot: bool) -> None:
    """Add the lines that most pages have at one height, well apart from the text."""
    if len(pages) < 3:
        return
    usual = _usual_gap(pages)
    for _ in range(2):
        outermost: dict[int, tuple[int, float, float]] = {}
        for index, page in enumerate(pages):
            left = [position for position in range(len(page)) if position not in gone[index]]
            rows = sorted(left, key=lambda position: page[position].foot, reverse=foot)
            if len(rows) > 2:
                inner = next((r for r in rows if abs(page[r].foot - page[rows[0]].foot) > 2), rows[0])
                apart = abs(page[inner].foot - page[rows[0]].foot)
                outermost[index] = rows[0], page[rows[0]].foot, apart
        if len(outermost) < 3:
            return
        height = median(place for _, place, _ in outermost.values())
        level = [i for i, (_, place, _) in outermost.items() if abs(place - height) < _SAME_HEIGHT]
        set_off = [i for i in level if outermost[i][2] > 1.25 * usual]
        if len(level) < _MOST * (len(outermost) - 1) or len(set_off) < 0.8 * len(level):
            return
        for index in set_off:
            edge = outermost[index][0]
            line = pages[index][edge]
            gone[index].update(
                position for position, other in enumerate(pages[index]) if abs(other.foot - line.foot) <= 2
            )


def _usual_gap(pages: list[list[Line]]) -> float:
    """The distance that hardly any two lines of the text exceed, the edges of the pages aside."""
    gaps: list[float] = []
    for page in pages:
        feet = sorted(line.foot for line in page)[2:-2]
        gaps += [below - above for above, below in pairwise(feet) if below - above > 2]
    return sorted(gaps)[int(0.9 * len(gaps))] if gaps else 0.0


def _numbering_offsets(pages: list[list[Line]], *, foot: bool) -> frozenset[int]:
    """By how much printed page numbers run ahead of the sheets, where two sheets agree (or there is one)."""
    offsets: Counter[int] = Counter()
    for index, page in enumerate(pages):
        edge = [page[position].text for position in _edge(page, foot=foot)[:3]]
        offsets.update({int(match.group(1)) - index for text in edge if (match := _NUMBER.match(text))})
    needed = 2 if len(pages) > 2 else 1
    return frozenset(offset for offset, count in offsets.items() if count >= needed)


def _is_page_number(text: str, index: int, offsets: frozenset[int]) -> bool:
    match = _NUMBER.match(text)
    return match is not None and int(match.group(1)) - index in offsets
