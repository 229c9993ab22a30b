"""Lines -> passages: the lines of text and PDF files put together to paragraphs.

`breaks` says what speaks for a new paragraph at each line end; here the answers are put to use, hyphens at
line ends undone, and labels that stand on a line of their own given back to what they label. Word and HTML
files give paragraphs, which stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from itertools import pairwise

from workbench.agreement.source import Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Text, join
from workbench.recognition import breaks, labels
from workbench.recognition.lines import Passage, clean, ends
from workbench.recognition.run_together import parted

_LONE_ARTICLE = re.compile(
    r"(?:article|стаття|статья|artikkel|artikel|art[ií]culo|artykuł|section|chapter|part)\.?$", re.IGNORECASE
)
_LONE_NUMBER = re.compile(
    r"(?:\d{1,3}|[IVXLC]{1,6})\s?(?:bis|ter)?\s*(?:[.:–—-]\s*(?=[A-ZĀ-ŽА-ЯІЇЄ])|[.:–—-]?$|[.:–—-]?\s*\n)"
)
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LAST_PART = re.compile(r"[^\W\d_]+$")
_WORD = re.compile(r"[^\W\d_]+")
_LONG_PART = 3  # signs; shorter parts ("re-", "-ed") are words by chance
_FIRST_PART = re.compile(r"[^\W\d_]+")
_FIRST_OF_TWO = frozenset("self full long short non well high low cross anti multi semi mid year".split())


def passages(source: SourceDocument, without: Collection[int] = ()) -> list[Passage]:
    """The paragraphs of a source in reading order, never an empty one; `without` are blocks to leave out."""
    if source.layout is Layout.PARAGRAPHS:
        made = [
            _single(index, block)
            for index, block in enumerate(source.blocks)
            if index not in without and block.text.plain.strip()
        ]
    else:
        made = _joined(source.blocks, without)
    return parted(_with_their_labels(made))


def _with_their_labels(made: list[Passage]) -> list[Passage]:
    """A label that stands on a line of its own ("(a)", "Article" above "5") joined to what it labels."""
    result: list[Passage] = []
    for passage in made:
        before = result[-1] if result else None
        printed = before is not None and before.cell == passage.cell and not passage.number
        if before is not None and printed and _waits(before, passage):
            before.text = join([before.text, passage.text])
            before.last = passage.last
            before.lines += passage.lines
            before.joined = min(before.joined, passage.joined)
        else:
            result.append(passage)
    return result


def _waits(before: Passage, passage: Passage) -> bool:
    text = before.plain
    if len(text) > 14 or before.number:
        return False
    if _LONE_ARTICLE.match(text):
        number = _LONE_NUMBER.match(passage.plain)
        if number is None:
            return False
        return len(passage.plain) < 120 and not ends(passage.plain[len(number.group()) :])
    label = labels.read_bare(text)
    while label is not None and label.end < len(text):  # "5. (a)": one label under another
        text = text[label.end :]
        label = labels.read_bare(text)
    if label is None or label.kind is not None:
        return False
    if label.style in ("1.", "I.", "A.") and passage.plain.isupper():
        return len(passage.plain) < 120
    after = labels.read_bare(passage.plain)
    named = labels.read_word(passage.plain)
    if named is not None:
        return passage.plain[named.end :][:1] in ",;" or passage.plain[named.end :][:1].islower()
    amount = after is not None and len(after.path) > 1 and passage.plain[after.end :][:1].islower()
    return after is None or after.value == 1 or amount


def _single(index: int, block: SourceBlock) -> Passage:
    return Passage(
        clean(block.text), index, index, block.page, block.line, block.gap, block=block, cell=block.cell
    )


def _joined(blocks: tuple[SourceBlock, ...], without: Collection[int]) -> list[Passage]:
    kept = [i for i, block in enumerate(blocks) if i not in without and block.text.plain.strip()]
    setting = breaks.Setting([blocks[index] for index in kept if blocks[index].cell is None])
    compounds = _compounds(setting.texts)
    made: list[Passage] = []
    group: list[int] = []
    doubt = 9.0
    turn = -1
    for index in kept:
        if blocks[index].cell is not None:  # a cell of a table is whole
            if group:
                made.append(_whole(blocks, group, doubt, compounds))
            made.append(_single(index, blocks[index]))
            group, doubt = [], 9.0
            continue
        turn += 1
        if group:
            score = setting.score(turn, lines=len(group))
            if score > 0:
                made.append(_whole(blocks, group, doubt, compounds))
                group, doubt = [], 9.0
            else:
                doubt = min(doubt, -score)
        group.append(index)
    if group:
        made.append(_whole(blocks, group, doubt, compounds))
    return made


def _compounds(texts: list[str]) -> frozenset[str]:
    """The words of a text, those with a hyphen too, where a line break may have left a hyphen in doubt."""
    if not any(text.endswith("\xad") for text in texts):
        return frozenset()
    words = {word.casefold() for text in texts for word in _COMPOUND.findall(text)}
    for before, text in pairwise(["", *texts]):
        plain = text.removesuffix("\xad")
        whole = _WORD.findall(plain)
        # The parts of a broken word are no words.
        whole = whole[1:] if before.endswith("\xad") else whole
        words.update(word.casefold() for word in (whole[:-1] if plain != text else whole))
    return frozenset(words)


def _keeps_hyphen(before: str, after: str, compounds: Collection[str]) -> bool:
    """Whether the hyphen at the end of a line belongs to the word: "full-" and "scale", not "infor-".

    It does where the text writes the word so elsewhere, or knows both parts as words but not the whole.
    """
    head, tail = _LAST_PART.search(before), _FIRST_PART.match(after)
    if head is None or tail is None:
        return False
    word = f"{head.group()}-{tail.group()}".casefold()
    parts = word.split("-")
    whole = word.replace("-", "") in compounds
    if not whole and min(map(len, parts)) >= _LONG_PART and all(part in compounds for part in parts):
        return True
    return tail.group()[0].isupper() or word in compounds or head.group().casefold() in _FIRST_OF_TWO


def _whole(
    blocks: tuple[SourceBlock, ...], group: list[int], doubt: float, compounds: Collection[str]
) -> Passage:
    first, last = blocks[group[0]], group[-1]
    parts = [clean(blocks[index].text) for index in group]
    text = parts[0] if len(parts) == 1 else _line_joined(parts, compounds)
    sure = min(1.0, 0.6 + doubt / 5) if len(group) > 1 else 1.0
    return Passage(text, group[0], last, first.page, first.line, first.gap, len(group), sure, first)


def _line_joined(parts: list[Text], compounds: Collection[str] = ()) -> Text:
    """Lines as one text; a soft hyphen at the end of a line is undone."""
    if not any(part.marks for part in parts) and not any(part.plain.endswith("\xad") for part in parts):
        return Text(" ".join(part.plain for part in parts))
    whole = parts[0]
    for part in parts[1:]:
        if whole.plain.endswith("\xad"):
            kept = whole.slice(0, len(whole) - 1)
            whole = kept + ("-" if _keeps_hyphen(kept.plain, part.plain, compounds) else "") + part
        else:
            whole = join([whole, part])
    return whole
