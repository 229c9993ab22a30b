"""One PDF page as lines: letters put into order by where they stand, not by when they were drawn."""

from __future__ import annotations

import itertools
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

import pypdfium2 as pdfium
from pypdfium2 import raw

from workbench.formats.pdf.letters import MOST_LETTERS, CrowdedPageError, Letters
from workbench.formats.pdf.letterspacing import closed_up
from workbench.formats.pdf.rules import Rule, banded, rules_of

# PDFium marks the hyphen of a word broken over two lines; as a soft hyphen, joining lines undoes it.
_BROKEN_WORD = ("\x02", "\ufffe")
SOFT_HYPHEN = "\u00ad"
_ENDS_OF_LINES = re.compile(r"[\r\n]+|(?<=[\x02\ufffe])(?=[^\r\n])|$")
_SPACES = re.compile(r"(?<=\S)[ \u00a0]+(?=\S)")
_WIDE_GAP = 2.5  # of the font size; justified lines stretch their spaces to about one
_PARTS_AT = 1.5  # of the font size; where a run of letters may have crossed from one column to the next
_CAPITAL = 0.7  # of the size; how high capitals are
_BETWEEN_RULES = 0.55  # of that, where level rules make the columns of a table likely
_HOLLOW_BULLET = re.compile(r"o\s")  # Word draws the bullet of its second level as an o of Courier
_LIGATURES = re.compile("[\ufb00-\ufb06]")
_OLD_SUPERSCRIPTS = str.maketrans("⁰¹²³⁴⁵⁶⁷⁸⁹", "0123456789")
_MARKS = re.compile(r"(?:\d{1,3}|[*†‡§]{1,3})(?![\w*†‡§])|[⁰¹²³⁴-⁹]{1,3}")
_MARK_ALONE = re.compile(r"\s*(?:\d{1,3}|[*†‡§]{1,3}|[a-z])\s*$")
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a printed table: its row and column from 0, and its words."""

    row: int
    column: int
    text: str


@dataclass(frozen=True, slots=True)
class Table:
    """A printed table: its cells row by row, and where its columns stand."""

    cells: tuple[Cell, ...]
    across: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """One printed line. Coordinates in points from the top left corner of the page.

    `base` is where its letters stand, which hanging letters do not move; `column` 1 or 2 where the page is
    set in two columns, `band` the row of columns on the page. `raised` are the places of figures and signs
    set above the line, as the marks of footnotes are. `words` is where the text behind a leading number
    begins; `notes` are footnotes with their places in the text. A whole `table` stands as one line.
    """

    text: str
    left: float
    right: float
    top: float
    bottom: float
    size: float
    bold: bool
    italic: bool
    base: float = 0.0
    column: int = 0
    band: int = 0
    raised: tuple[Span, ...] = ()
    words: float = 0.0
    notes: tuple[tuple[int, str], ...] = ()
    table: Table | None = None

    @property
    def foot(self) -> float:
        """Where its letters stand, or end where that is not known."""
        return self.base or self.bottom

    @property
    def height(self) -> float:
        """From the top of its letters to their foot."""
        return self.bottom - self.top


@dataclass(frozen=True, slots=True)
class Sheet:
    """One page: the runs of letters on it, in the order they were drawn, how wide it is, and its rules."""

    pieces: list[Line]
    width: float
    rules: tuple[Rule, ...] = ()


def sheet_of(page: pdfium.PdfPage) -> Sheet:
    """The runs of text as PDFium groups them, parted at wide gaps; what runs aslant (a stamp) is left out."""
    if raw.FPDFPage_CountObjects(page) > MOST_LETTERS:
        raise CrowdedPageError  # asking for their text would take minutes
    textpage = page.get_textpage()
    try:
        letters = Letters(page, textpage)
        rules = rules_of(page, letters.placed)
        upright, bands = [rule for rule in rules if not rule.level], banded(rules)
        pieces: list[Line] = []
        start = 0
        for match in _ENDS_OF_LINES.finditer(letters.text):
            for first, last in _parted(letters, start, match.start(), upright, bands):
                pieces.append(_piece(letters, first, last))
            start = match.end()
    finally:
        textpage.close()
    return Sheet(pieces, letters.width, tuple(rules))


def _parted(
    letters: Letters,
    start: int,
    end: int,
    upright: Collection[Rule],
    bands: Collection[tuple[float, float]],
) -> Iterable[Span]:
    """The inked stretches of one run: first and last letter, parted where the gap is wide or ruled."""
    run = letters.text[start:end]
    if not run.strip():
        return
    first = start + len(run) - len(run.lstrip())
    last = start + len(run.rstrip()) - 1
    middle = _inked(letters, first, last)
    if letters.turn_of(middle) != letters.turn:
        return
    wide = _PARTS_AT * max(letters.size(middle), 1.0)
    if bands and any(top < letters.base(middle) < bottom for top, bottom in bands):
        wide *= _BETWEEN_RULES
    for gap in _SPACES.finditer(letters.text, first, last + 1):
        before, after = letters.box(gap.start() - 1), letters.box(gap.end())
        ruled = upright and any(
            before.right - 1 <= rule.at <= after.left + 1 and rule.start <= before.bottom <= rule.end
            for rule in upright
        )
        if ruled or after.left - before.right > wide or after.left < before.left - wide:
            yield first, gap.start() - 1
            first = gap.end()
    yield first, last


def _inked(letters: Letters, first: int, last: int) -> int:
    """A letter near the middle that speaks for the line: spaces may be PDFium's own and have no font."""
    return next(index for index in range((first + last) // 2, last + 1) if not letters.text[index].isspace())


def _piece(letters: Letters, first: int, last: int) -> Line:
    middle = _inked(letters, first, last)
    begin, end, centre = letters.box(first), letters.box(last), letters.box(middle)
    face, base = letters.face(middle), letters.base(middle)
    words = letters.text[first : last + 1]
    raised = _raised(letters, words, first, base, face.size) if _MARKS.search(words) else ()
    if not raised:
        words = closed_up(letters, words, first)
    behind = re.match(r"\d{1,3}\s+(?=\S)", words)
    for sign in _BROKEN_WORD:
        words = words[:-1].rstrip() + SOFT_HYPHEN if words.endswith(sign) else words.replace(sign, "-")
    if raised:
        words = words.translate(_OLD_SUPERSCRIPTS)
    if _HOLLOW_BULLET.match(words) and letters.font(first) != letters.font(middle):
        words = "◦" + words[1:]
    text, raised = _spelt(words.replace("\x00", " "), raised)
    return Line(
        text=text,
        left=begin.left,
        right=max(end.right, begin.left),
        top=min(begin.top, end.top, centre.top),
        bottom=max(begin.bottom, end.bottom, centre.bottom),
        size=face.size,
        bold=face.bold,
        italic=face.italic and all(letters.face(index).italic for index in (first, last)),
        base=base,
        raised=raised,
        words=letters.box(first + behind.end()).left if behind else 0.0,
    )


def _spelt(words: str, raised: tuple[Span, ...]) -> tuple[str, tuple[Span, ...]]:
    """Words with their ligatures spelt out, and where the raised places have moved."""
    for found in reversed(list(_LIGATURES.finditer(words))):
        letters = unicodedata.normalize("NFKC", found.group())
        longer = len(letters) - 1
        words = words[: found.start()] + letters + words[found.end() :]
        raised = tuple((a + longer, b + longer) if a > found.start() else (a, b) for a, b in raised)
    return words, raised


def _raised(letters: Letters, words: str, first: int, base: float, size: float) -> tuple[Span, ...]:
    """Figures and signs in a run that are set above its line, by a smaller size or by a small glyph."""
    found = []
    for match in _MARKS.finditer(words):
        # Of "2.103" only the last figure may be the mark.
        for turn in range(*match.span()):
            if words[turn] in "⁰¹²³⁴⁵⁶⁷⁸⁹" or _is_raised(letters, first + turn, base, size):
                found.append((turn, match.end()))
                break
    return tuple(found)


def _is_raised(letters: Letters, index: int, base: float, size: float) -> bool:
    lifted = base - letters.base(index) > 0.12 * size
    return lifted or letters.box(index).bottom < base - 0.18 * size


def rows(pieces: Iterable[Line]) -> list[Line]:
    """Pieces on one base line become one line, from left to right; a wide gap between them is a tab."""
    return sorted((_joined(row) for row in grouped(pieces)), key=lambda p: p.foot)


def grouped(pieces: Iterable[Line]) -> list[list[Line]]:
    """Pieces on one base line together, from left to right."""
    found: list[list[Line]] = []
    for piece in sorted(pieces, key=lambda p: (p.bottom, p.left)):
        row = next((r for r in reversed(found[-3:]) if any(_same_line(p, piece) for p in r)), None)
        if row is None or any(_overlaps(piece, other) for other in row):
            found.append([piece])
        else:
            row.append(piece)
    return [sorted(row, key=lambda p: p.left) for row in found]


def _same_line(one: Line, other: Line) -> bool:
    overlap = min(one.bottom, other.bottom) - max(one.top, other.top)
    if _overlaps(one, other) or one.table is not None or other.table is not None:
        return False
    mark = min(one, other, key=lambda line: line.size)
    near = max(one.left, other.left) - min(one.right, other.right) < _WIDE_GAP * mark.size
    if mark.size < 0.85 * max(one.size, other.size) and near and _MARK_ALONE.match(mark.text):
        line = other if mark is one else one
        # The mark of a note may hang far above small letters, and reach into the line above that.
        top = min(line.top, line.foot - _CAPITAL * line.size)
        return mark.bottom - top > 0.1 * mark.height and top < mark.foot < line.foot + 0.1 * line.size
    return overlap > 0.5 * min(one.height, other.height)


def _overlaps(one: Line, other: Line) -> bool:
    return other.left < one.right - 1 and other.right > one.left + 1


def _joined(row: list[Line]) -> Line:
    main = max(row, key=lambda piece: len(piece.text))
    line = row[0]
    raised = _lifted(line, main)
    for piece in row[1:]:
        gap = piece.left - line.right
        size = max(line.size, piece.size, 1.0)
        separator = "\t" if gap > _WIDE_GAP * size else " " if gap > 0.1 * size else ""
        shift = len(line.text) + len(separator)
        if piece.text == SOFT_HYPHEN:
            separator, shift = "", len(line.text)
        marks = _lifted(piece, main)
        if marks and not (line.text[-1:].isspace() or separator == "\t"):
            separator, shift = "", len(line.text)
        raised += tuple((start + shift, end + shift) for start, end in marks)
        line = replace(line, text=line.text + separator + piece.text, right=max(line.right, piece.right))
    return replace(
        main,
        text=line.text,
        left=row[0].left,
        right=line.right,
        top=min(piece.top for piece in row),
        bottom=max(piece.bottom for piece in row),
        raised=raised,
        words=row[0].words or (row[1].left if len(row) > 1 else 0.0),
    )


def _lifted(piece: Line, main: Line) -> tuple[Span, ...]:
    """The raised places of a piece, which may be nothing but a mark that stands above the main line."""
    if piece is main or piece.raised or not _MARK_ALONE.match(piece.text):
        return piece.raised
    above = main.foot - piece.foot > 0.12 * main.size and piece.size < 0.85 * main.size
    return ((0, len(piece.text)),) if above else ()


def leading(pages: list[list[Line]]) -> float:
    """The distance from line to line inside paragraphs, in points; 14 where there are too few lines to tell.

    It is the smallest distance that comes often: in a text of short paragraphs the space between them comes
    more often still.
    """
    steps = Counter(
        round(2 * (below.foot - above.foot)) / 2
        for page in pages
        for above, below in itertools.pairwise(page)
        if abs(above.size - below.size) < 0.6 and 0.9 * below.size < below.foot - above.foot < 60
    )
    often = max(3.0, 0.12 * steps.total())
    return min((step for step, count in steps.items() if count >= often), default=14.0)
