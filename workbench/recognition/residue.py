"""What a text carries along that is no part of it: Word's bookmarks, page numbers, running headers.

All of it is left out, and every kind is a finding, because the lawyer must be able to see what went.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import pairwise

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.recognition.lines import Passage

BOOKMARK = FindingKind(
    "recognition.bookmark-residue", Severity.INFO, "left out the Word bookmark {quote}, which is no text"
)
PAGE_NUMBER = FindingKind("recognition.page-number", Severity.INFO, "left out the page number {quote}")
RUNNING_HEADER = FindingKind(
    "recognition.running-header", Severity.INFO, "left out the line {quote}, printed on {count} pages"
)

_BOOKMARK = re.compile(r"\[bookmark:\s*[^\]\n]*\]\s?", re.IGNORECASE)
_PAGE_NUMBER = re.compile(
    r"(?:page|lpp\.?|стор\.?|с\.)?\s*[-–—]?\s*(\d{1,3})\s*[-–—]?\s*(?:\s?(?:of|/|no)\s?\d{1,3}|lpp\.?)?$",
    re.IGNORECASE,
)


def without_residue(passages: list[Passage]) -> tuple[list[Passage], list[Finding]]:
    """The passages that are text, and what was left out."""
    findings: list[Finding] = []
    headers = _running_headers(passages)
    numbers = _page_numbers(passages)
    kept: list[Passage] = []
    for index, passage in enumerate(passages):
        if index in numbers:
            findings.append(PAGE_NUMBER.at(passage.locator, quote=passage.plain))
            continue
        if passage.plain in headers:
            if headers[passage.plain] > 0:
                findings.append(
                    RUNNING_HEADER.at(passage.locator, quote=passage.plain, count=headers[passage.plain])
                )
                headers[passage.plain] = 0
            continue
        for found in reversed(list(_BOOKMARK.finditer(passage.plain))):
            findings.append(BOOKMARK.at(passage.locator, quote=found.group().strip()))
            passage.text = passage.text.replace(found.start(), found.end(), "").stripped()
        if passage.plain:
            kept.append(passage)
    return kept, findings


def _page_numbers(passages: list[Passage]) -> set[int]:
    """Lone numbers that rise through the text, or one at the very end."""
    lone = [
        (index, int(found.group(1)))
        for index, passage in enumerate(passages)
        if len(passage.plain) < 16 and not passage.number
        for found in [_PAGE_NUMBER.match(passage.plain)]
        if found
    ]
    if len(lone) == 1:
        return {lone[0][0]} if lone[0][0] == len(passages) - 1 else set()
    rising = sum(a[1] < b[1] <= a[1] + 2 for a, b in pairwise(lone))
    if lone and rising >= 0.7 * (len(lone) - 1):
        return {index for index, _ in lone}
    return {index for index, _ in lone if index == len(passages) - 1}


def _running_headers(passages: list[Passage]) -> dict[str, int]:
    """Lines printed on page after page; only where the source has pages."""
    pages = passages[-1].page if passages else 1
    if pages < 3:
        return {}
    edges = Counter(
        passage.plain
        for before, passage, after in zip(
            [None, *passages[:-1]], passages, [*passages[1:], None], strict=True
        )
        if len(passage.plain) < 120
        and (before is None or before.page != passage.page or after is None or after.page != passage.page)
    )
    return {text: count for text, count in edges.items() if count >= max(3, pages * 0.4)}
