"""One text printed in two languages or more: in two columns, on facing pages, or one after the other.

Printed pages tell nothing of their languages, so each column and each page is asked for its own. What shows
that it is one text in several languages, and not a text with a foreign annex, is that all are about as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import pairwise

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.source import Layout, SourceDocument
from workbench.recognition import succession
from workbench.recognition.language import detect

SEVERAL_LANGUAGES = FindingKind(
    "recognition.several-languages",
    Severity.INFO,
    "the text is printed in {languages}; each was read as a language version",
)
_WORD = re.compile(r"[^\W\d_]{2,}")
_FEWEST_WORDS = 60  # of a version
_FEWEST_ON_PAGE = 12  # to tell the language of a page
_LIKE_LENGTH = 2.2  # no version is longer than another by more
_ALTERNATES = 0.6  # of the turns of a page change the language where versions face each other


@dataclass(frozen=True, slots=True)
class Version:
    """One language of a source and the blocks that are in it."""

    language: str
    blocks: frozenset[int]


def find(source: SourceDocument) -> tuple[list[Version], list[Finding]]:
    """The versions of a printed source, the first one first; none where it is in one language."""
    if not source.blocks:
        return [], []
    versions = _in_columns(source) or _by_pages(source) if source.layout is Layout.LINES else []
    versions = versions or _behind_each_other(source)
    if not versions:
        return [], []
    named = ", ".join(version.language for version in versions)
    block = source.blocks[min(versions[0].blocks)]
    return versions, [SEVERAL_LANGUAGES.at(f"page {block.page}, line {block.line}", languages=named)]


def _words(source: SourceDocument, blocks: Iterable[int]) -> str:
    return "\n".join(source.blocks[index].text.plain for index in sorted(blocks))


def _in_columns(source: SourceDocument) -> list[Version]:
    """The columns of the pages as versions, where most of the text stands in columns of two languages."""
    sides: dict[int, set[int]] = {0: set(), 1: set()}
    for index, block in enumerate(source.blocks):
        if block.column is not None and block.column[2] in sides:
            sides[block.column[2]].add(index)
    if not sides[0] or not sides[1]:
        return []
    texts = [_words(source, sides[side]) for side in (0, 1)]
    spoken = [detect(text)[0] for text in texts]
    if spoken[0] == spoken[1] or not _alike(texts):
        return []
    if sum(map(len, texts)) < 0.5 * len(source.plain):
        return []
    rest = set(range(len(source.blocks))) - sides[0] - sides[1]
    return [Version(spoken[0], frozenset(sides[0] | rest)), Version(spoken[1], frozenset(sides[1]))]


def _by_pages(source: SourceDocument) -> list[Version]:
    """Whole pages as versions: facing each other, or one text behind the other."""
    pages: dict[int, list[int]] = {}
    for index, block in enumerate(source.blocks):
        pages.setdefault(block.page, []).append(index)
    if len(pages) < 2:
        return []
    spoken = {page: _language(_words(source, blocks)) for page, blocks in pages.items()}
    known = [language for language in spoken.values() if language]
    languages = list(dict.fromkeys(known))
    if len(languages) < 2:
        return []
    turns = sum(a != b for a, b in pairwise(known))
    facing = len(languages) == 2 and len(known) >= 4 and turns >= _ALTERNATES * (len(known) - 1)
    behind = turns == len(languages) - 1
    if not facing and not behind:
        return []
    taken: dict[str, set[int]] = {language: set() for language in languages}
    last = languages[0]
    for page, blocks in pages.items():
        if not spoken[page] and facing:
            last = next(language for language in languages if language != last)
        last = spoken[page] or last
        taken[last].update(blocks)
    if not _alike([_words(source, blocks) for blocks in taken.values()]):
        return []
    return [Version(language, frozenset(blocks)) for language, blocks in taken.items()]


def _behind_each_other(source: SourceDocument) -> list[Version]:
    """Parts of a file without pages as versions, one behind the other."""
    found = succession.parts(source)
    if not found or not _alike([_words(source, part) for _, part in found]):
        return []
    return [Version(language, frozenset(part)) for language, part in found]


def _language(text: str) -> str:
    """The language of a page; "" where there are too few words to tell, or it is not sure."""
    if len(_WORD.findall(text)) < _FEWEST_ON_PAGE:
        return ""
    language, sure = detect(text)
    return language if sure >= 0.25 else ""


def _alike(texts: list[str]) -> bool:
    """Whether texts are long enough, and about as long as each other."""
    counts = [len(_WORD.findall(text)) for text in texts]
    lengths = [len(text) for text in texts]
    return min(counts) >= _FEWEST_WORDS and max(lengths) <= _LIKE_LENGTH * min(lengths)
