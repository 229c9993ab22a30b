"""Lines -> passages: a passage is one paragraph of the source, whatever lines it was broken into.

Text and PDF files give physical lines. Whether a line ends a paragraph is weighed from all that is seen at
the break: blank lines, how full the line is beside its neighbours, the punctuation before, the capital or
label after, indents. A page gap in mid-sentence is thus no break, and a date at the start of a line no label.
Word and HTML files give paragraphs, which stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass
from enum import Enum

from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Text, join
from workbench.recognition import labels
from workbench.recognition.openings import is_agreeing_formula, opens_closing, opens_recital

ENDS = ".;:!?"
_TRAILING = re.compile(r"[\"”»“'’)\]\s]+$")
_HANGING = frozenset(
    "and or of the to in by for with a an that as on from un vai ar par no uz kas та і або з на до".split()
)
_RESIDUE = re.compile(r"[\u200b\u200c\u200d\u2060\ufeff\x00-\x08\x0b\x0e-\x1f]")
_LONE_ARTICLE = re.compile(
    r"(?:article|стаття|статья|artikkel|artikel|art[ií]culo|artykuł|section|chapter|part)\.?$", re.IGNORECASE
)
_LONE_NUMBER = re.compile(
    r"(?:\d{1,3}|[IVXLC]{1,6})\s?(?:bis|ter)?\s*(?:[.:–—-]\s*(?=[A-ZĀ-ŽА-ЯІЇЄ])|[.:–—-]?$|[.:–—-]?\s*\n)"
)
_TITLE_GOES_ON = re.compile(
    r"(?:between|on|concerning|regarding|for|and|among|starp|par|un|між|про|щодо|та|между|о|об|и|tarp|"
    r"dėl|ir|zwischen|über|und|entre|et|sur)\b",
    re.IGNORECASE,
)
_COLUMNS = re.compile(r"\S(?:\t+|\s{5,})\S")
_REFERENCE_GOES_ON = re.compile(r"(?:of|to|and|or|in|shall|may|paragraph|the)\b|[,;)(]")
_COMPOUND = re.compile(r"[^\W\d_]+-[^\W\d_]+")
_LAST_PART = re.compile(r"[^\W\d_]+$")
_FIRST_PART = re.compile(r"[^\W\d_]+")
_FIRST_OF_TWO = frozenset("self full long short non well high low cross anti multi semi mid year".split())
WINDOW = 12
_WIDE = 110  # signs in a line; few programs wrap beyond
UNWRAPPED = float("inf")


class Unread(Enum):
    """Says that nobody has looked for a label yet."""

    UNREAD = "unread"


UNREAD = Unread.UNREAD


@dataclass(slots=True)
class Passage:
    """One paragraph: its text, the blocks it was made from, and how it is set.

    `gap` is the space before it; `lines` how many physical lines it took; `joined` the doubt in joining them
    (the least certain break inside, 1.0 when there was none).
    """

    text: Text
    first: int
    last: int
    page: int
    line: int
    gap: float = 0.0
    lines: int = 1
    joined: float = 1.0
    block: SourceBlock | None = None
    label: labels.Label | Unread | None = Unread.UNREAD
    cell: tuple[int, int, int] | None = None

    @property
    def plain(self) -> str:
        """The words."""
        return self.text.plain

    @property
    def number(self) -> str | None:
        """The automatic number of a Word paragraph."""
        return self.block.number if self.block else None

    @property
    def bold(self) -> bool:
        """Whether all of it is set in bold."""
        return bool(self.block and self.block.bold)

    @property
    def centred(self) -> bool:
        """Whether it is centred."""
        return bool(self.block and self.block.alignment is Alignment.CENTRE)

    @property
    def outline(self) -> int | None:
        """The heading level its style declares."""
        return self.block.outline if self.block else None

    @property
    def caps(self) -> bool:
        """Whether it is printed in capitals."""
        return self.plain.isupper()

    @property
    def ends_sentence(self) -> bool:
        """Whether its last sign ends a sentence or a member of a list."""
        return ends(self.plain)

    @property
    def locator(self) -> str:
        """Where a person finds it."""
        return f"page {self.page}, line {self.line}"


def ends(text: str) -> bool:
    """Whether the words end a sentence or a member of a list, quotes and brackets aside."""
    stripped = _TRAILING.sub("", text)
    return stripped[-1:] in ENDS and bool(stripped)


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
    return _with_their_labels(made)


def _with_their_labels(made: list[Passage]) -> list[Passage]:
    """A label that stands on a line of its own ("(a)", "Article" above "5") joined to what it labels."""
    result: list[Passage] = []
    for passage in made:
        before = result[-1] if result else None
        if before is not None and not passage.number and _waits(before, passage):
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
    if label is None or label.end < len(text) or label.kind is not None:
        return False
    after = labels.read_bare(passage.plain)
    if label.style in ("1.", "I.", "A.") and passage.plain.isupper():
        return len(passage.plain) < 120
    return (after is None or after.value == 1) and labels.read_word(passage.plain) is None


def _single(index: int, block: SourceBlock) -> Passage:
    return Passage(
        clean(block.text), index, index, block.page, block.line, block.gap, block=block, cell=block.cell
    )


def clean(text: Text) -> Text:
    """Without invisible signs and outer white space."""
    for found in reversed(list(_RESIDUE.finditer(text.plain))):
        text = text.replace(found.start(), found.end(), "")
    return text.stripped() if text.plain != text.plain.strip() else text


def _joined(blocks: tuple[SourceBlock, ...], without: Collection[int]) -> list[Passage]:
    kept = [i for i, block in enumerate(blocks) if i not in without and block.text.plain.strip()]
    texts = [blocks[index].text.plain.strip() for index in kept]
    widths = _widths([len(text) for text in texts])
    gaps = [blocks[index].gap for index in kept]
    usual_gap = _gap_inside_sentences(texts, gaps)
    rooms = [blocks[index].room for index in kept]
    justified = _is_justified(rooms)
    parted = _parts_by_gaps(texts, [gap - usual_gap for gap in gaps], rooms)
    spaces = [len(blocks[index].text.plain) - len(blocks[index].text.plain.rstrip()) for index in kept]
    usual_space = _usual([float(space) for space in spaces])
    front = _front(texts)
    compounds = _compounds(texts)
    made: list[Passage] = []
    group: list[int] = []
    doubt = 9.0
    for turn, index in enumerate(kept):
        block = blocks[index]
        if group:
            above = blocks[kept[turn - 1]]
            room = rooms[turn - 1]
            score = _break_score(
                texts[turn - 1],
                texts[turn],
                gap=block.gap - usual_gap,
                width=widths[turn - 1] if room is None else max(1.0, len(texts[turn - 1]) + room),
                indent=_indent(above, block),
                trailing=spaces[turn - 1] > max(1.0, usual_space),
                page_turn=block.page != above.page,
                first_lines=turn < 14,
                alone=len(group) == 1,
                heads=len(group) == 1 and above.gap - usual_gap >= 1,
                in_front=turn < front,
                sharp=room is not None and (justified or above.alignment is Alignment.CENTRE),
            )
            if room is not None:
                score += _break_in_print(above, block, block.gap - usual_gap, parted=parted)
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
    """The words a text writes with a hyphen, where a line break may have left the hyphen in doubt."""
    if not any(text.endswith("\xad") for text in texts):
        return frozenset()
    return frozenset(word.casefold() for text in texts for word in _COMPOUND.findall(text))


def _keeps_hyphen(before: str, after: str, compounds: Collection[str]) -> bool:
    """Whether the hyphen at the end of a line belongs to the word: "full-" and "scale", not "infor-"."""
    head, tail = _LAST_PART.search(before), _FIRST_PART.match(after)
    if head is None or tail is None:
        return False
    word = f"{head.group()}-{tail.group()}".casefold()
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


def _gap_inside_sentences(texts: list[str], gaps: list[float]) -> float:
    """The blank lines between lines of one sentence: 0, but 1 in a text printed with double spacing."""
    inside = sorted(
        gaps[turn]
        for turn in range(1, len(texts))
        if texts[turn][0].islower() and texts[turn - 1][-1].isalpha()
    )
    return inside[len(inside) // 2] if len(inside) >= 5 else 0.0


def _usual(values: list[float]) -> float:
    """The value most lines have."""
    if not values:
        return 0.0
    values = sorted(values)
    return values[int(len(values) * 0.4)]


def _widths(lengths: list[int]) -> list[float]:
    """How long a full line is around each line; infinite where lines are not wrapped at all."""
    result: list[float] = []
    for index in range(len(lengths)):
        near = sorted(lengths[max(0, index - WINDOW) : index + WINDOW + 1])
        width = near[-3] if len(near) > 4 else near[-1]
        full = sum(1 for length in near if 0.78 * width <= length <= 1.2 * width)
        longer = sum(1 for length in near if length > 1.5 * width)
        # Unwrapped paragraphs of like length look wrapped at a great width; then no line may go beyond it.
        strict = width <= _WIDE or near[-1] <= 1.08 * width
        wrapped = 28 <= width <= 160 and full >= 0.3 * len(near) and longer < 2 and strict
        result.append(float(width) if wrapped else UNWRAPPED)
    return result


def _break_score(
    before: str,
    after: str,
    *,
    gap: float,
    width: float,
    indent: float,
    trailing: bool,
    page_turn: bool,
    alone: bool,
    heads: bool,
    first_lines: bool,
    in_front: bool,
    sharp: bool,
) -> float:
    """How much speaks for a new paragraph between two lines (positive) or against it (negative)."""
    word = after.split(None, 1)[0]
    slack = width - (len(before) + 1 + len(word))
    ended = ends(before)
    label = labels.read(after)
    score = 5.0 if _LONE_ARTICLE.match(after) and after[0].isupper() else 0.0
    if gap >= 1:
        score += 3.0 if gap < 3 and not page_turn else 2.0
    if ended:
        score += 1.0
    else:
        short = in_front and slack > 0.2 * width != UNWRAPPED
        hanging = (before[-1] == "," and not short) or before.rsplit(None, 1)[-1].lower() in _HANGING
        score -= 4.5 if hanging else 2.5
    if slack > 0.2 * width or width == UNWRAPPED:
        score += 3.5
    elif sharp and slack > 1.5:
        score += 3.0 if ended else 2.5  # all other lines reach the margin
    elif slack > 7:
        score += 2.5 if ended else 1.0
        if heads and not ended and after[0].isupper():
            score += 1.5  # the first line after a blank one, short and without a point: a heading
    elif slack > 2:
        score += 0.3 if ended else 0.0
    else:
        score -= 2.0
    if alone and not ended and not _REFERENCE_GOES_ON.match(after) and _is_lone_label(before):
        score += 5.0
    if _COLUMNS.search(before) and _COLUMNS.search(after):
        score += 12.0  # signatures side by side: each line is a row
    if trailing and ended:
        score += 1.5
    if indent >= 12 and ended:
        score += 1.5
    letter = next((sign for sign in after if sign.isalpha()), "")
    if label is not None:
        score += _label_evidence(label, before, after, ended)
        if label.value == 1 and not ended and labels.read_word(before) is not None:
            score += 4.0  # the first paragraph under the line with the article's number and heading
    elif after[0].islower():
        score -= 3.0
    elif letter.isupper() and after[0].isupper():
        score += 0.7
    if (ended or before[-1] == ",") and opens_recital(after):
        score += 7.5 if gap >= 1 else 3.5
    if (ended or before[-1] == "," or gap >= 1) and is_agreeing_formula(after):
        score += 8.0 if in_front else 6.0
    if first_lines and not ended and len(before) < 100 and _TITLE_GOES_ON.match(after):
        score += 2.8
    if after[0].isupper() and opens_closing(after):
        score += 4.0 if ended else 2.0
    if before.isupper() != after.isupper() and (before.isupper() or after.isupper()) and len(before) > 3:
        score += 1.0
    return score


def _indent(before: SourceBlock, after: SourceBlock) -> float:
    """How much further in a line begins; on a printed page the words behind a number hang, which is none."""
    deeper = (after.indent or 0.0) - (before.indent or 0.0)
    if before.room is None or not 0 < deeper < 60:
        return deeper
    return 0.0 if labels.read(before.text.plain.lstrip()) is not None else deeper


def _break_in_print(before: SourceBlock, after: SourceBlock, gap: float, *, parted: bool) -> float:
    """What the measures of a printed page add: space before the line, another size, weight or place."""
    if after.page != before.page:
        return 0.0
    score = 0.0
    if 0.2 <= gap < 1:
        score += 4.0 if parted else 2.5
    elif gap < 0.2 and (parted or _hangs_on(before, after)) and after.alignment is not Alignment.CENTRE:
        score -= 2.0
    if abs((after.size or 0.0) - (before.size or 0.0)) > 1:
        score += 2.5
    if after.bold != before.bold:
        score += 1.0
    if (after.alignment is Alignment.CENTRE) != (before.alignment is Alignment.CENTRE):
        score += 1.0
    return score


def _front(texts: list[str]) -> int:
    """Behind which line the preamble cannot reach: the head of the first article, or the agreeing formula."""
    formula = 0
    for turn, text in enumerate(texts):
        if len(text) < 20 and _is_lone_label(text):
            return turn
        if not formula and is_agreeing_formula(text):
            formula = turn + 1
    return formula


def _hangs_on(before: SourceBlock, after: SourceBlock) -> bool:
    """Whether a line stands under the words of a numbered line, or of one that hangs so itself."""
    if labels.read(after.text.plain) is not None or not after.indent:
        return False
    deeper = after.indent - (before.indent or 0.0)
    return (0 < deeper < 60 and labels.read(before.text.plain) is not None) or abs(deeper) < 1.5


def _is_justified(rooms: list[float | None]) -> bool:
    """Whether most lines of a printed page end at the margin."""
    known = [room for room in rooms if room is not None]
    return len(known) > 10 and sum(abs(room) < 0.6 for room in known) > 0.4 * len(known)


def _parts_by_gaps(texts: list[str], gaps: list[float], rooms: list[float | None]) -> bool:
    """Whether a printed page sets paragraphs apart: most short lines that end a sentence have space below."""
    below = [
        gaps[turn] >= 0.2
        for turn in range(1, len(texts))
        if (rooms[turn - 1] or 0.0) > 12 and ends(texts[turn - 1]) and not texts[turn][0].islower()
    ]
    return len(below) >= 4 and sum(below) > 0.7 * len(below)


def _is_lone_label(text: str) -> bool:
    if len(text) > 40:
        return False
    label = labels.read_word(text)
    return label is not None and label.end >= len(text)


def _label_evidence(label: labels.Label, before: str, after: str, ended: bool) -> float:
    rest = after[label.end :]
    if label.kind is not None:
        named = after[0].isdigit() or after[0] == "§" or after.lstrip("[")[:1].isupper()
        if not rest and label.sep.strip() in ("", "]") and named:
            return 6.5
        if not rest or label.sep.strip():
            return 4.5 if named else 0.0
        return 2.5 if (rest[0].isupper() or rest[0] == "(") and ended else -0.5
    if label.style in ("1.", "A.", "I.") and rest[:1].islower():
        return -2.5  # "12. jūlija": a date, or the end of a sentence that the line break cut
    if label.style == "1.":
        return 2.2 if ended or rest else 1.0
    if label.style.startswith("legal"):
        return 1.5 if ended else -1.0
    if label.style == "–":
        return 1.0 if ended or before.endswith(",") else 0.0
    return 2.6 if ended or before.endswith((",", " and", " or")) else 0.3
