"""What stands on a page without being part of the text: running headers, footers, page numbers.

A line at the top or the foot of a page is furniture when it is a page number that counts with the pages, when
it returns at the same height on most pages (numbers aside), or when every page has a line at that height, set
further from the text than paragraphs are from each other: a header that names the present article.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median

from workbench.formats.pdf.page import Line

_WORD = r"(?:page|lpp\.?|стор\.?|с\.|p\.)?"
_NUMBER = re.compile(
    rf"^\W*{_WORD}\W*(\d{{1,4}})\W*(?:(?:of|no|з|/)\W*\d{{1,4}}\W*)?(?:lpp\.?)?$", re.IGNORECASE
)
_ROMAN = re.compile(r"^(?:[–—-] ?([ivxlc]+|[IVXLC]+) ?[–—-]|([ivxlc]+))$")
_ROMAN_VALUES = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100}
_HEAD = re.compile(
    r"(?:article|section|chapter|part|annex|appendix|paragraph|стаття|розділ|глава|частина|додаток|пункт)\b"
    r"|#\.? ?(?:pants|nodaļa|daļa|pielikums|punkts|sadaļa)\b"
)
_LISTED = re.compile(r"#[.)]\s|\(?(?:#|\w{1,4})\)\s|[–—•]\s")
_EDGE_ROWS = 4
_ONE_HEIGHT = 2.0  # points by which the parts of a row may differ
_LONGEST_HEADER = 90  # signs
_SAME_HEIGHT = 4.0  # points by which a header may wander
_OWN_HEADS = 0.3  # of the lines at the top; a header repeats what stands below
_MOST = 0.7  # of the pages


@dataclass(frozen=True, slots=True)
class _Row:
    """All that stands at one height of a page: the parts of a header belong together.

    `noted` where it begins with a raised sign, as a footnote does.
    """

    text: str
    foot: float
    places: tuple[int, ...]
    noted: bool


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without headers, footers and page numbers, and the lines that were left out."""
    gone: list[set[int]] = [set() for _ in pages]
    for foot in (False, True):
        edges = [_edge(page, foot=foot) for page in pages]
        repeated = _repeated(edges)
        offsets = _numbering_offsets(edges)
        counting = _counting(edges)
        paging = _paging(edges)
        for index, edge in enumerate(edges):
            for turn, row in enumerate(edge):
                if not row.noted and (
                    _is_page_number(row.text, index, offsets)
                    or any(pair in counting for pair in _counts(row.text, index))
                    or _is_near(row.foot, repeated.get(_key(row.text), ()))
                    or (turn == 0 and paging & _outer_numbers(row.text, index))
                ):
                    gone[index].update(row.places)
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


def _rows(page: list[Line], without: Collection[int] = (), *, foot: bool) -> list[_Row]:
    """The rows of a page from one edge inwards."""
    order = [position for position in range(len(page)) if position not in without]
    order.sort(key=lambda position: page[position].foot, reverse=foot)
    grouped: list[list[int]] = []
    for position in order:
        if grouped and abs(page[grouped[-1][0]].foot - page[position].foot) <= _ONE_HEIGHT:
            grouped[-1].append(position)
        else:
            grouped.append([position])
    return [
        _Row(
            " ".join(page[position].text for position in sorted(group, key=lambda p: page[p].left)),
            page[group[0]].foot,
            tuple(group),
            any(start == 0 for position in group for start, _ in page[position].raised[:1]),
        )
        for group in grouped
    ]


def _edge(page: list[Line], *, foot: bool) -> list[_Row]:
    return _rows(page, foot=foot)[:_EDGE_ROWS]


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).strip().casefold()


def _repeated(edges: list[list[_Row]]) -> dict[str, list[float]]:
    """Lines that stand at one height at the edge of most pages, and at which heights."""
    heights: dict[str, list[float]] = {}
    for edge in edges:
        for key, height in {_key(row.text): row.foot for row in edge}.items():
            heights.setdefault(key, []).append(height)
    # Headers may differ on left and right pages, so a third of the pages is enough in long documents.
    needed = max(min(3, len(edges)), len(edges) // 3 if len(edges) > 8 else len(edges) // 2 + 1, 2)
    usual = {
        key: _crowded(places, needed)
        for key, places in heights.items()
        if len(places) >= needed and _furnishes(key)
    }
    return {key: places for key, places in usual.items() if places}


def _crowded(places: list[float], needed: int) -> list[float]:
    """The heights near which there are enough others, one of each."""
    places = sorted(places)
    return [
        height
        for height in dict.fromkeys(round(place, 1) for place in places)
        if bisect(places, height + _SAME_HEIGHT) - bisect(places, height - _SAME_HEIGHT) >= needed
    ]


def _is_near(height: float, places: Iterable[float]) -> bool:
    return any(abs(height - other) < _SAME_HEIGHT for other in places)


def _furnishes(key: str) -> bool:
    """Whether a repeated line can be a header: an article label or list number returns on many pages too."""
    return (
        len(key) > 1
        and key[-1] not in ":;,\u00ad"  # nor does it break in the middle of a word
        and not re.fullmatch(r"(\W|#)*", key)
        and not _HEAD.match(key)
        and not _LISTED.match(key)
    )


def _counts(text: str, index: int) -> list[tuple[str, int, int]]:
    """A line with each of its numbers told as the distance to the page it stands on."""
    if len(text) > _LONGEST_HEADER or not _furnishes(_key(text)):
        return []
    numbers = [int(found) for found in re.findall(r"\d{1,5}", text)]
    return [(_key(text), turn, number - index) for turn, number in enumerate(numbers)]


def _counting(edges: list[list[_Row]]) -> frozenset[tuple[str, int, int]]:
    """Lines at the edge that differ by a number alone, and that number counts with the pages."""
    counts: Counter[tuple[str, int, int]] = Counter()
    for index, edge in enumerate(edges):
        counts.update({pair for row in edge for pair in _counts(row.text, index)})
    return frozenset(pair for pair, count in counts.items() if count >= 2)


def _outer_numbers(text: str, index: int) -> set[int]:
    """How far the number at either end of a line runs ahead of the sheet: "116  Treaties  1998"."""
    if len(text) > _LONGEST_HEADER or _HEAD.match(_key(text)) or _LISTED.match(_key(text)):
        return set()
    return {int(found) - index for found in re.findall(r"^\d{1,4}(?=\s)|(?<=\s)\d{1,4}$", text.strip())}


def _paging(edges: list[list[_Row]]) -> frozenset[int]:
    """The distances between page number and sheet that the outermost lines of most pages agree on."""
    counts: Counter[int] = Counter()
    for index, edge in enumerate(edges):
        counts.update(_outer_numbers(edge[0].text, index) if edge else ())
    return frozenset(offset for offset, count in counts.items() if count >= max(2, _MOST * (len(edges) - 1)))


def _peel(pages: list[list[Line]], gone: list[set[int]], *, foot: bool) -> None:
    """Add the lines that most pages have at one height, well apart from the text."""
    if len(pages) < 3:
        return
    usual = _usual_gap(pages)
    heads = Counter(_label(line.text) for page in pages for line in page if _HEAD.match(_key(line.text)))
    for _ in range(2):
        outermost: dict[int, tuple[_Row, float]] = {}
        for index, page in enumerate(pages):
            rows = _rows(page, gone[index], foot=foot)
            if len(rows) > 2:
                outermost[index] = rows[0], abs(rows[1].foot - rows[0].foot)
        if len(outermost) < 3:
            return
        height = median(row.foot for row, _ in outermost.values())
        level = {i: found for i, found in outermost.items() if abs(found[0].foot - height) < _SAME_HEIGHT}
        set_off = {i: row for i, (row, apart) in level.items() if apart > 1.25 * usual}
        if len(level) < _MOST * (len(outermost) - 1) or len(set_off) < 0.8 * len(level):
            return
        if sum(heads[_label(row.text)] == 1 for row in set_off.values()) > _OWN_HEADS * len(set_off):
            return  # every page begins with an article of its own
        for index, row in set_off.items():
            gone[index].update(row.places)


def _label(text: str) -> str:
    """The word and number a head begins with: "article 5" of "Article 5 – Costs"."""
    return " ".join(text.casefold().split()[:2])


def _usual_gap(pages: list[list[Line]]) -> float:
    """The distance that hardly any two lines of the text exceed, the edges of the pages aside."""
    gaps: list[float] = []
    for page in pages:
        feet = sorted(line.foot for line in page)[2:-2]
        gaps += [below - above for above, below in pairwise(feet) if below - above > _ONE_HEIGHT]
    return sorted(gaps)[int(0.9 * len(gaps))] if gaps else 0.0


def _numbering_offsets(edges: list[list[_Row]]) -> frozenset[int]:
    """By how much printed page numbers run ahead of the sheets, where two sheets agree (or there is one)."""
    offsets: Counter[int] = Counter()
    for index, edge in enumerate(edges):
        for text in {row.text for row in edge}:
            if number := _page_number(text):
                # A lone "i" may be a point; two that count with the pages are none.
                offsets[number - index] += 2 if len(edges) <= 2 and _NUMBER.match(text) else 1
    return frozenset(offset for offset, count in offsets.items() if count >= 2)


def _is_page_number(text: str, index: int, offsets: frozenset[int]) -> bool:
    number = _page_number(text)
    return number > 0 and number - index in offsets


def _page_number(text: str) -> int:
    """The number of a page that a line is, in figures or Roman; 0 where it is none."""
    if match := _NUMBER.match(text):
        return int(match.group(1))
    roman = _ROMAN.match(text)
    if roman is None:
        return 0
    values = [_ROMAN_VALUES[sign] for sign in (roman.group(1) or roman.group(2)).lower()]
    return sum(
        -value if value < below else value for value, below in zip(values, [*values[1:], 0], strict=True)
    )
