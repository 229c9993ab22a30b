"""Pairs of blocks made ready for marking: shared last breaks, divided and joined paragraphs, lone rows."""

from __future__ import annotations

from itertools import islice

from workbench.comparison.blocks import blocks_between
from workbench.formats.docx.comparing.blocks import Block, lines_of
from workbench.formats.docx.comparing.lines import tokens_of_pair
from workbench.formats.docx.comparing.pairing import Pair
from workbench.formats.docx.comparing.views import GONE
from workbench.formats.docx.package import W

_FROM_REST = 0.6
"""Share of a paragraph's words that must come from what a changed neighbour lost, to be a part of it."""


def ends_together(old: list[Block], new: list[Block], pairs: list[Pair]) -> list[Pair]:
    """Let the last paragraphs share their break: neither can be deleted nor inserted.

    So it is at the end of a story, and in front of a table, with which no paragraph can be put together: one
    that stays, and one that came or went.
    """
    pairs = _clear_of_tables(old, new, pairs)
    if old and new and old[-1].shape == new[-1].shape == "p":
        pairs = _shared_at_end(old, new, pairs)
    result: list[Pair] = []
    for i, j in [*pairs, (len(old), len(new))]:
        if i < len(old) and old[i].shape == "tbl":
            result = _shared_before(old, new, result, (i, j))
        result = _shared_before_unpaired(old, new, result, (i, j))
        _share_before_forgotten(old, new, result, (i, j))
        if i < len(old):
            result.append((i, j))
    return result


def _clear_of_tables(old: list[Block], new: list[Block], pairs: list[Pair]) -> list[Pair]:
    """Pair no paragraph whose break somebody deleted where a table would stand after it that we delete.

    It has to run on into what follows, and a table that goes is still in between.
    """
    result: list[Pair] = []
    end = len(old)
    for i, j in reversed(pairs):
        if new[j].shape == "p" and any(block.shape == "tbl" for block in old[i + 1 : end]):
            marks = new[j].element.find(f"{W}pPr/{W}rPr")
            if marks is not None and any(mark.tag in GONE for mark in marks):
                continue
        result.append((i, j))
        end = i
    return result[::-1]


def _shared_before(old: list[Block], new: list[Block], pairs: list[Pair], end: Pair) -> list[Pair]:
    i, j = pairs[-1] if pairs else (-1, -1)
    lost, added = old[i + 1 : end[0]], new[j + 1 : end[1]]
    if lost and added and lost[-1].shape == added[-1].shape == "p":
        return [*pairs, (end[0] - 1, end[1] - 1)]
    if (
        (lost or added)
        and pairs
        and all(b.shape == "p" for b in (old[i], *lost, *added))
        and _can_run_on([old[i], *lost], [new[j], *added])
    ):
        old[i].tail = end
    return pairs


def _shared_before_unpaired(old: list[Block], new: list[Block], pairs: list[Pair], end: Pair) -> list[Pair]:
    """The same in front of a table that came or went, which stands after what went and what came."""
    i, j = pairs[-1] if pairs else (-1, -1)
    lost, added = old[i + 1 : end[0]], new[j + 1 : end[1]]
    gone, come = _paragraphs_first(lost), _paragraphs_first(added)
    if gone < len(lost) or (come == 0 and added):  # the table that follows went, or it came at once
        come = 0
    elif come == len(added):
        return pairs
    if gone and come:
        return [*pairs, (i + gone, j + come)]
    if not (gone or come) or not pairs or old[i].shape != "p" or old[i].tail is not None:
        return pairs
    mine, yours = old[i : i + 1 + gone], new[j : j + 1 + come]
    if _run_together(mine) and _run_together(yours) and _can_run_on(mine, yours):
        old[i].tail = (i + 1 + gone, j + 1 + come)
    return pairs


def _share_before_forgotten(old: list[Block], new: list[Block], pairs: list[Pair], end: Pair) -> None:
    """The same after a paragraph of whose break LibreOffice would forget that it came or went."""
    i, j = pairs[-1] if pairs else (-1, -1)
    gone, come = range(i, end[0]), range(j, end[1])
    if not pairs or old[i].tail is not None or (len(gone) == 1) == (len(come) == 1):
        return
    blocks, run = (old, gone) if len(gone) > 1 else (new, come)
    if not _is_forgotten(blocks, run[-1]) or any(_is_forgotten(blocks, k) for k in run[:-1]):
        return
    mine, yours = [old[k] for k in gone], [new[k] for k in come]
    if any(block.shape != "p" or block.move is not None for block in (*mine, *yours)):
        return
    if _run_together(mine) and _run_together(yours) and _can_run_on(mine, yours):
        old[i].tail = end


def _is_forgotten(blocks: list[Block], at: int) -> bool:
    """Whether a paragraph holds a text box, or the first note of its kind in the text.

    LibreOffice reads these before it comes to the break, and gives them the mark that stands on it.
    """
    line = blocks[at].line
    stories = line.stories if line is not None else []
    kinds = {leaf.parts[0].tag for leaf in stories}
    return any(leaf.boxes for leaf in stories) or any(
        all(
            leaf.parts[0].tag != kind
            for block in islice(blocks, at)
            for other in lines_of(block)
            for leaf in other.stories
        )
        for kind in kinds
    )


def _paragraphs_first(blocks: list[Block]) -> int:
    """With how many paragraphs they begin."""
    return next((n for n, block in enumerate(blocks) if block.shape != "p"), len(blocks))


def _run_together(blocks: list[Block]) -> bool:
    """Whether paragraphs can be put together: none ends a section, all stand in one place."""
    parents = {element.getparent() for block in blocks for element in block.elements}
    return len(parents) == 1 and not any(_ends_section(block) for block in blocks)


def _shared_at_end(old: list[Block], new: list[Block], pairs: list[Pair]) -> list[Pair]:
    i, j = pairs[-1] if pairs else (-1, -1)
    tail = old[i].tail if pairs else None
    end = (i + 1, j + 1) if tail is None else tail
    lost, added = len(old) - end[0], len(new) - end[1]
    if lost and added:
        return [*pairs, (len(old) - 1, len(new) - 1)]
    if not lost and not added:
        return pairs
    if pairs and all(b.shape == "p" for b in (*old[i:], *new[j:])) and _can_run_on(old[i:], new[j:]):
        old[i].tail = (len(old), len(new))
        return pairs
    if pairs:
        old[i].tail = None
    return _shared_at_end(old, new, pairs[:-1])


def divisions(old: list[Block], new: list[Block], pairs: list[Pair]) -> list[tuple[list[int], list[int]]]:
    """Pairs with the unpaired neighbours that were divided from them or put together with them."""
    groups: list[tuple[list[int], list[int]]] = []
    for n, (i, j) in enumerate(pairs):
        tail = old[i].tail
        if tail is not None:
            groups.append((list(range(i, tail[0])), list(range(j, tail[1]))))
            if _is_one_divided(old, new, groups[-1]):
                old[i].tail = None
            continue
        olds, news = [i], [j]
        if old[i].shape == "p" and old[i].key != new[j].key:
            next_i, next_j = pairs[n + 1] if n + 1 < len(pairs) else (len(old), len(new))
            first_i, first_j = (groups[-1][0][-1] + 1, groups[-1][1][-1] + 1) if groups else (0, 0)
            news = _parts(old[i], new, j, first_j, next_j)
            if len(news) == 1:
                olds = _parts(new[j], old, i, first_i, next_i)
        mine, yours = [old[k] for k in olds], [new[k] for k in news]
        if any(map(_is_stiff, yours)) or not _can_run_on(mine, yours):
            olds, news = [i], [j]
        end = pairs[n + 1] if n + 1 < len(pairs) else (len(old), len(new))
        if len(olds) == len(news) == 1 and end[0] == i + 1 and _flows_on(old[i], new[j : end[1]]):
            old[i].tail = end
            news = list(range(j, end[1]))
        groups.append((olds, news))
    return groups


def _is_one_divided(old: list[Block], new: list[Block], group: tuple[list[int], list[int]]) -> bool:
    """Whether a paragraph and what came or went after it are one that was divided or put together."""
    (i, *lost), (j, *added) = group
    if bool(lost) == bool(added) or old[i].key == new[j].key:
        return False
    if any(_is_stiff(block) for block in (*(old[k] for k in group[0]), *(new[k] for k in group[1]))):
        return False
    return (
        len(_parts(old[i], new, j, j, j + 1 + len(added))) + len(_parts(new[j], old, i, i, i + 1 + len(lost)))
        > 2
    )


def _flows_on(old: Block, news: list[Block]) -> bool:
    """Whether a paragraph ends with new words and inserted ones follow.

    Such words and paragraphs are marked in one stretch, the break of the last being the old one: LibreOffice
    takes them for one in any case, and would take back a break that was there between them.
    """
    if old.line is None or news[0].line is None or len(news) == 1 or old.key == news[0].key:
        return False
    if any(block.shape != "p" or _is_stiff(block) for block in news) or not _can_run_on([old], news):
        return False
    mine, yours = tokens_of_pair(old.line, news[0].line)
    last = blocks_between([t.key for t in mine], [t.key for t in yours])[-1]
    return not last.equal and last.c < last.d


def _parts(whole: Block, blocks: list[Block], at: int, first: int, last: int) -> list[int]:
    """Indices of the paragraphs around `at` that together hold the words of the whole."""
    rest = whole.bag - blocks[at].bag
    low, high = at, at
    for step, end in ((1, last), (-1, first - 1)):
        k = at + step
        while k != end and blocks[k].shape == "p" and blocks[k].size and blocks[k].move is None:
            taken = sum((blocks[k].bag & rest).values())
            if taken < _FROM_REST * blocks[k].size or blocks[k].size < 2:
                break
            rest = rest - blocks[k].bag
            low, high = min(low, k), max(high, k)
            k += step
    return list(range(low, high + 1))


def _can_run_on(olds: list[Block], news: list[Block]) -> bool:
    """Whether the breaks between some paragraphs can be taken back: none stands in front of a lost table."""
    ends = news if len(olds) > 1 else news[:-1]
    return all(block.fence is None for block in ends)


def _is_stiff(block: Block) -> bool:
    """Whether a paragraph holds what cannot be divided."""
    return _ends_section(block) or any(element.find(f".//{W}sdt") is not None for element in block.elements)


def _ends_section(block: Block) -> bool:
    return any(element.find(f"{W}pPr/{W}sectPr") is not None for element in block.elements)


def with_lone_rows(old: list[Block], new: list[Block], pairs: list[Pair]) -> list[Pair]:
    """Pair rows between pairs one by one where as many stand on either side, all built alike."""
    result: list[Pair] = []
    before = (-1, -1)
    for i, j in [*pairs, (len(old), len(new))]:
        mine, yours = range(before[0] + 1, i), range(before[1] + 1, j)
        if len(mine) == len(yours) and all(
            old[a].shape == new[b].shape for a, b in zip(mine, yours, strict=True)
        ):
            result.extend(zip(mine, yours, strict=True))
        result.append((i, j))
        before = (i, j)
    return result[:-1]
