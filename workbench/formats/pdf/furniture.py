"""What stands on a page without being part of the text: running headers, footers, page numbers.

A line is furniture when it stands at the very top or bottom of the page and either is a page number that
counts with the pages, or returns on most pages in the same place (numbers aside).
"""

from __future__ import annotations

import re
from collections import Counter

from workbench.formats.pdf.page import Line

_WORD = r"(?:page|lpp\.?|стор\.?|с\.|p\.)?"
_NUMBER = re.compile(
    rf"^\W*{_WORD}\W*(\d{{1,4}})\W*(?:(?:of|no|з|/)\W*\d{{1,4}}\W*)?(?:lpp\.?)?$", re.IGNORECASE
)
_EDGE_LINES = 3


def without_furniture(pages: list[list[Line]]) -> tuple[list[list[Line]], list[str]]:
    """The pages without headers, footers and page numbers, and the lines that were left out."""
    repeated = _repeated(pages)
    offsets = _numbering_offsets(pages)
    kept_pages: list[list[Line]] = []
    dropped: list[str] = []
    for index, page in enumerate(pages):
        edge = _edges(page)
        gone = {
            position
            for position in edge
            if _key(page[position].text) in repeated or _is_page_number(page[position].text, index, offsets)
        }
        dropped.extend(page[position].text for position in sorted(gone))
        kept_pages.append([line for position, line in enumerate(page) if position not in gone])
    return kept_pages, dropped


def _edges(page: list[Line]) -> list[int]:
    count = len(page)
    return sorted({*range(min(_EDGE_LINES, count)), *range(max(0, count - _EDGE_LINES), count)})


def _key(text: str) -> str:
    return re.sub(r"\d+", "#", re.sub(r"\s+", " ", text)).strip().casefold()


def _repeated(pages: list[list[Line]]) -> frozenset[str]:
    """Lines that stand at the edge of at least three pages and of more than half of them."""
    counts: Counter[str] = Counter()
    for page in pages:
        counts.update({_key(page[position].text) for position in _edges(page)})
    # Headers may differ on left and right pages, so a third of the pages is enough in long documents.
    needed = max(3, len(pages) // 3 if len(pages) > 8 else len(pages) // 2 + 1)
    return frozenset(key for key, count in counts.items() if count >= needed and _furnishes(key))


def _furnishes(key: str) -> bool:
    """Whether a repeated line can be a header: an article label or list number returns on many pages too."""
    return (
        len(key) > 1
        and not re.fullmatch(r"(\W|#)*", key)
        and not re.match(r"(article|стаття|#\. pants)\b", key)
    )


def _numbering_offsets(pages: list[list[Line]]) -> frozenset[int]:
    """By how much printed page numbers run ahead of the sheets, where two sheets agree (or there is one)."""
    offsets: Counter[int] = Counter()
    for index, page in enumerate(pages):
        found = {int(m.group(1)) - index for p in _edges(page) if (m := _NUMBER.match(page[p].text))}
        offsets.update(found)
    needed = 2 if len(pages) > 2 else 1
    return frozenset(offset for offset, count in offsets.items() if count >= needed)


def _is_page_number(text: str, index: int, offsets: frozenset[int]) -> bool:
    match = _NUMBER.match(text)
    return match is not None and int(match.group(1)) - index in offsets
