"""One text behind the other in two languages or more, in a file that knows nothing of pages.

Word files and pasted texts often hold the versions of an agreement one after the other. A foreign annex is
no such version: the versions are about as long as each other and have as many articles.
"""

from __future__ import annotations

import re
from collections import Counter
from itertools import groupby, pairwise

from workbench.agreement.source import SourceDocument
from workbench.recognition import labels
from workbench.recognition.language import detect

_WORD = re.compile(r"[^\W\d_]{2,}")
_TELLING = 4  # words from which the language of a paragraph or line can be told
_SURE = 0.3
_AROUND = 2  # paragraphs on either side that outvote one in another language (a name, a quotation)
_MOST = 4
_END = 600  # signs at the beginning and at the end
_FEWEST = 3  # telling paragraphs of a version


def parts(source: SourceDocument) -> list[tuple[str, range]]:
    """The languages in their order and the blocks of each; none where they are not one behind another."""
    if _at_the_ends(source):
        return []
    spoken = [(index, _language(block.text.plain)) for index, block in enumerate(source.blocks)]
    telling = [(index, language) for index, language in spoken if language]
    if len({language for _, language in telling}) < 2:
        return []
    voted = [
        (index, Counter(language for _, language in telling[max(0, at - _AROUND) : at + _AROUND + 1]))
        for at, (index, _) in enumerate(telling)
    ]
    settled = [(index, votes.most_common(1)[0][0]) for index, votes in voted]
    runs = [(language, list(run)) for language, run in groupby(settled, key=lambda one: one[1])]
    languages = [language for language, _ in runs]
    if not 2 <= len(runs) <= _MOST or len(set(languages)) < len(runs):
        return []
    if min(len(run) for _, run in runs) < _FEWEST:
        return []
    starts = [0]
    for (_, before), (language, run) in pairwise(runs):
        starts.append(_beginning(source, before[-1][0] + 1, run[0][0], language))
    ranges = [range(a, b) for a, b in zip(starts, [*starts[1:], len(source.blocks)], strict=True)]
    if not _as_many_articles(source, ranges):
        return []
    return list(zip(languages, ranges, strict=True))


def _at_the_ends(source: SourceDocument) -> bool:
    """Whether a source ends in the language it begins in, which is quickly seen of most."""
    spoken = []
    for blocks in (source.blocks, reversed(source.blocks)):
        words: list[str] = []
        length = 0
        for block in blocks:
            words.append(block.text.plain)
            length += len(words[-1])
            if length > _END:
                break
        spoken.append(detect("\n".join(words))[0])
    return spoken[0] == spoken[1]


def _language(text: str) -> str:
    if len(_WORD.findall(text)) < _TELLING:
        return ""
    language, sure = detect(text)
    return language if sure >= _SURE else ""


def _beginning(source: SourceDocument, first: int, last: int, language: str) -> int:
    """Where a version begins between two paragraphs of known language: behind the signatures."""
    begin = last
    for index in range(last - 1, first - 1, -1):
        words = source.blocks[index].text.plain
        if not _WORD.search(words):
            continue
        if detect(words)[0] != language:
            break
        begin = index
    return begin


def _as_many_articles(source: SourceDocument, ranges: list[range]) -> bool:
    counts = []
    for part in ranges:
        found = (labels.read_word(source.blocks[index].text.plain.strip()) for index in part)
        counts.append(len({label.value for label in found if label is not None and label.kind is not None}))
    return max(counts) - min(counts) <= max(1, max(counts) // 5)
