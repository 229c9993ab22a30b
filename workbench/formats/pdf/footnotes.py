"""Notes at the foot of a page: taken out of the flow of the text and hung on the mark that calls them.

A note is believed when a line near the foot begins with a figure or sign, in smaller print or raised, and the
same sign stands raised in the text above. Its further lines follow below it; where it runs over the page, the
next page's notes begin with the rest of it.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, replace
from itertools import groupby

from workbench.agreement.quoting import on_one_line
from workbench.formats.pdf.page import SOFT_HYPHEN, Line

_OPENS = re.compile(r"(\d{1,3}|[*†‡§]{1,3}|[a-z](?=\s))\s*(?=\S)")
_SMALLER = 0.93  # of the usual size: 11 points has notes of 10 at most
_SHARE_OF_A_PAGE = 0.75  # hardly a page is filled with notes further up


_Place = tuple[int, int, int, int]


@dataclass(slots=True)
class _Note:
    """One note: its words line by line, and where its mark stands in the text (page, line, start, end)."""

    words: list[str]
    called: _Place


def with_footnotes(pages: list[list[Line]]) -> list[list[Line]]:
    """The pages without the notes at their foot; the lines that call them carry them."""
    usual = usual_size(pages)
    kept_pages: list[list[Line]] = []
    found: list[_Note] = []
    for page in pages:
        body: list[Line] = []
        feet: list[tuple[list[Line], int]] = []
        running = found[-1] if found and not _ends(found[-1].words[-1]) else None
        for flow in _flows(page):
            before = kept_pages[-1] if kept_pages else []
            start, rest = _zone(flow, page, before, usual, running=running is not None and not feet)
            body += flow[:start]
            if start < len(flow):
                feet.append((flow[start:], rest))
        kept_pages.append(body)
        for foot, rest in feet:
            if running is not None:
                running.words.extend(line.text for line in foot[:rest])
            for line in foot[rest:]:
                mark = _opening(line, usual)
                place = _call(kept_pages, mark, found) if mark else None
                if place is not None:
                    found.append(_Note([line.text[len(mark) :].strip()], place))
                else:
                    found[-1].words.append(line.text)
    _hang(kept_pages, found)
    return kept_pages


def usual_size(pages: list[list[Line]]) -> float:
    """The size most letters of a text have."""
    sizes: Counter[float] = Counter()
    for page in pages:
        for line in page:
            sizes[round(line.size * 2) / 2] += len(line.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _hang(pages: list[list[Line]], notes: list[_Note]) -> None:
    """Put each note on the line that calls it, in the place of its mark."""
    for note in sorted(notes, key=lambda note: note.called, reverse=True):
        sheet, row, begin, end = note.called
        line = pages[sheet][row]
        moved = tuple((at - (end - begin), words) for at, words in line.notes)
        pages[sheet][row] = replace(
            line,
            text=line.text[:begin] + line.text[end:],
            notes=((begin, _whole(note.words)), *moved),
        )


def _flows(page: list[Line]) -> list[list[Line]]:
    """The lines of a page column by column."""
    return [list(lines) for _, lines in groupby(page, key=lambda line: (line.band, line.column))]


def _zone(
    flow: list[Line], page: list[Line], before: list[Line], usual: float, *, running: bool
) -> tuple[int, int]:
    """Where the notes of a column begin, and how many lines of them go on with a note of the page before."""
    top = min((line.top for line in page), default=0.0)
    bottom = max((line.bottom for line in page), default=0.0)
    highest = bottom - _SHARE_OF_A_PAGE * (bottom - top)
    start = len(flow)
    for turn in range(len(flow) - 1, -1, -1):
        line = flow[turn]
        if line.top < highest:
            break
        mark = _opening(line, usual)
        if mark and _alike(flow[turn:start], line) and _is_called(mark, line, page, before):
            start = turn
        elif line.size >= _SMALLER * usual and (start < len(flow) or not line.raised) and turn + 1 < start:
            break
    rest = 0
    if running:
        while start - rest > 0 and _goes_on(flow, start - rest - 1, usual, highest):
            rest += 1
        rest = rest if start < len(flow) or rest < len(flow) else 0
    return start - rest, rest


def _goes_on(flow: list[Line], turn: int, usual: float, highest: float) -> bool:
    return flow[turn].size < _SMALLER * usual and flow[turn].top >= highest


def _alike(lines: list[Line], first: Line) -> bool:
    """Whether all lines from a note down to the next are set like its first."""
    return all(abs(line.size - first.size) < 0.8 or len(line.text) < 4 for line in lines)


def _is_called(mark: str, note: Line, page: list[Line], before: list[Line]) -> bool:
    """Whether the sign stands raised in the text above a note, or on the page before, which was full."""
    return any(mark in _raised_in(line) for line in before) or any(
        line.text[start:end].strip() == mark
        for line in page
        if line is not note and (line.column != note.column or line.top < note.top)
        for start, end in line.raised
        if start or len(line.text) > end
    )


def _opening(line: Line, usual: float) -> str:
    """The mark a line begins with where it may be a note: raised, or in smaller print."""
    match = _OPENS.match(line.text)
    if match is None:
        return ""
    raised = bool(line.raised) and line.raised[0][0] == 0
    return match.group(1) if raised or line.size < _SMALLER * usual else ""


def _raised_in(line: Line) -> set[str]:
    return {line.text[start:end].strip() for start, end in line.raised if start}


def _call(pages: list[list[Line]], mark: str, found: list[_Note]) -> _Place | None:
    """Where in the text of the last page, or of the one before, a note is called; a mark is used once."""
    used = {note.called for note in found}
    for page in range(len(pages) - 1, max(-1, len(pages) - 3), -1):
        for row, line in enumerate(pages[page]):
            for start, end in line.raised:
                place = (page, row, start, end)
                if line.text[start:end].strip() == mark and place not in used:
                    return place
    return None


def _ends(words: str) -> bool:
    return words.rstrip(" \"”»)'").endswith((".", "!", "?", ";"))


def _whole(words: list[str]) -> str:
    text = ""
    for line in words:
        text = text[:-1] + line if text.endswith(SOFT_HYPHEN) else f"{text} {line}"
    return on_one_line(text)
