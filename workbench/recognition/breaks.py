"""Line ends: whether a new paragraph begins there, weighed from all that is seen at the break.

Blank lines, how full the line is beside its neighbours, the punctuation before, the capital or label after,
indents. A page gap in mid-sentence is thus no break, and a date at the start of a line no label.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from workbench.agreement.source import Alignment, SourceBlock
from workbench.recognition import habits, labels
from workbench.recognition.habits import LOOSE, NEAR, UNWRAPPED, first_word
from workbench.recognition.lines import ends
from workbench.recognition.openings import is_agreeing_formula, opens_closing, opens_recital

_HANGING = frozenset(
    "and or of the to in by for with a an that as on from un vai ar par no uz kas та і або з на до".split()
)
_LONE_ARTICLE = re.compile(
    r"(?:article|стаття|статья|artikkel|artikel|art[ií]culo|artykuł|section|chapter|part)\.?$", re.IGNORECASE
)
_TITLE_GOES_ON = re.compile(
    r"(?:between|on|concerning|regarding|for|and|among|starp|par|un|між|про|щодо|та|между|о|об|и|tarp|"
    r"dėl|ir|zwischen|über|und|entre|et|sur)\b",
    re.IGNORECASE,
)
_OPENS_CLAUSE = re.compile(r"(?:The|Die|Das|Der|La|Le|El|Het|De) [A-ZÀ-Þ]")
_BULLETS = "•●▪■◦‣∙\uf0b7"  # never stand inside a sentence, as dashes do
_MEMBER_ENDS = re.compile(r"[;,]\s+(?:and|un|та|і|и|ir|ja|oraz|und|et)$")
_COLUMNS = re.compile(r"\S(?:\t+|\s{5,})\S")
_REFERENCE_GOES_ON = re.compile(r"(?:of|to|and|or|in|shall|may|paragraph|the)\b|[,;)(]")
_SHORT = 4.0  # signs left free on a line that is not full
_AT_MARGIN = 0.4  # signs; the last line of a paragraph ends so near to it by chance alone


class Setting:
    """How a text is set: what is usual in it, against which each line end is judged.

    `blocks` are its lines without blank ones and without what belongs to its pages.
    """

    def __init__(self, blocks: Sequence[SourceBlock]) -> None:
        self.blocks = blocks
        self.texts = [block.text.plain.strip() for block in blocks]
        self.rooms = [block.room for block in blocks]
        self.widths = habits.widths([len(text) for text in self.texts])
        gaps = [block.gap for block in blocks]
        usual = habits.gap_inside_sentences(self.texts, gaps)
        self.gaps = [gap - usual for gap in gaps]
        self.justified, self.filled = habits.how_filled(self.texts, blocks)
        self.parted = habits.parts_by_gaps(self.texts, self.gaps, self.rooms)
        self.spaces = [len(block.text.plain) - len(block.text.plain.rstrip()) for block in blocks]
        self.usual_space = max(1.0, habits.usual([float(space) for space in self.spaces]))
        self.front = habits.front(self.texts)
        self.opening = habits.opening_indent(self.texts, blocks)
        self.hanging = habits.hangs_too(self.texts, blocks, self.opening)
        self.full_ends = self._full_ends()

    def score(self, turn: int, *, lines: int) -> float:
        """How much speaks for a new paragraph at line `turn` (positive) or against it (negative).

        `lines` is how many lines the paragraph before it has so far.
        """
        before, after = self.texts[turn - 1], self.texts[turn]
        score = self._fullness(turn, lines=lines)
        score += self._words(turn, lines=lines)
        if ends(before) and not ends(after) and self._before_head(turn):
            score += 4.0  # no sentence ends without a point before a new article: a heading over its number
        label = labels.read(after)
        ended = ends(before)
        letter = next((sign for sign in after if sign.isalpha()), "")
        if label is not None:
            score += _label_evidence(label, before, after, ended)
            if label.kind is not None and label.end >= len(after) and self._counts_anew(turn + 1):
                score += 3.0  # the number of an article over its first paragraph
            if label.value == 1 and not ended and self._under_head(turn, lines=lines):
                score += 4.0
        elif after[0].islower():
            score -= 3.0
        elif letter.isupper() and after[0].isupper():
            score += 0.7
        if self.rooms[turn - 1] is not None:
            gap = self.gaps[turn]
            above, block = self.blocks[turn - 1], self.blocks[turn]
            score += _break_in_print(above, block, gap, parted=self.parted, opening=self.opening)
            score += self._opening(above, block, label)
            if label is None and self._falls_short(turn):
                score += 5.0
            elif label is None and ended and after[0].isupper() and _turns_over(above, block):
                numbered = labels.read_bare(self.texts[turn - lines]) is not None  # the next has one too
                at_margin = self.justified and (above.room or 0.0) < _AT_MARGIN
                score += 0.0 if numbered or at_margin else self.full_ends
        return score

    def _opening(self, before: SourceBlock, after: SourceBlock, label: labels.Label | None) -> float:
        """What the indent says where the first line of every paragraph has one."""
        centred = Alignment.CENTRE in (before.alignment, after.alignment)
        if not self.opening or centred or (label is not None and label.kind is not None):
            return 0.0
        above, here = before.indent or 0.0, after.indent or 0.0
        opens, follows = abs(here - self.opening) < NEAR, abs(above - self.opening) < NEAR
        listed = labels.read(before.text.plain.lstrip()) is not None
        if opens and follows:
            full = (before.room or 0.0) <= _SHORT
            return 0.0 if self.hanging or (listed and label is None and full) else 7.0
        if opens and above < NEAR:
            return 0.0 if self.hanging and listed else 7.0
        if here < NEAR and label is None and (above < NEAR or follows) and after.bold == before.bold:
            return -3.0
        return 0.0

    def _falls_short(self, turn: int) -> bool:
        """Whether the line before ends where no line of a paragraph would: the next word had gone on it.

        A paragraph set in from the right leaves the same room line after line.
        """
        above, block, room = self.blocks[turn - 1], self.blocks[turn], self.rooms[turn - 1]
        if not self.filled or room is None or above.bold or self.texts[turn - 1].isupper():
            return False
        if Alignment.CENTRE in (above.alignment, block.alignment) or Alignment.RIGHT in (
            above.alignment,
            block.alignment,
        ):
            return False
        beside = self.rooms[turn], self.rooms[turn - 2] if turn > 1 else None
        if any(other is not None and abs(other - room) < LOOSE for other in beside):
            return False
        return room > (LOOSE if self.justified else 2 * LOOSE + first_word(self.texts[turn]))

    def _full_ends(self) -> float:
        """What a sentence that ends with a full line says, by the habit of the text within its pages.

        From nothing where most such lines are followed by more of the paragraph, to 4 where space follows.
        """
        if not self.parted:
            return 0.0
        parted = [
            self.gaps[turn] >= 0.2
            for turn in range(1, len(self.texts))
            if ends(self.texts[turn - 1])
            and self.texts[turn][0].isupper()
            and not _turns_over(self.blocks[turn - 1], self.blocks[turn])
            and not self._falls_short(turn)
        ]
        return 4.0 if 2 * sum(parted) + 1 > len(parted) else 0.0

    def _under_head(self, turn: int, *, lines: int) -> bool:
        """Whether the line before is the number of an article, or the heading under one."""
        if labels.read_word(self.texts[turn - 1]) is not None:
            return True
        over, here = labels.read_bare(self.texts[turn - 1]), labels.read_bare(self.texts[turn])
        if over is not None and here is not None and len(here.path) == 2 and over.value == here.path[0]:
            return True  # "2. Costs" over "2.1 Each Party"
        return lines == 1 and turn > 1 and labels.is_lone(self.texts[turn - 2])

    def _counts_anew(self, turn: int) -> bool:
        """Whether a line begins with the first number of a row."""
        label = labels.read_bare(self.texts[turn]) if turn < len(self.texts) else None
        return label is not None and label.value == 1

    def _before_head(self, turn: int) -> bool:
        """Whether the next line is the number of an article and nothing else."""
        return turn + 1 < len(self.texts) and labels.is_lone(self.texts[turn + 1])

    def _fullness(self, turn: int, *, lines: int) -> float:
        """What the space above the line, the room left on the one before and the indent say."""
        before, after = self.texts[turn - 1], self.texts[turn]
        above, block = self.blocks[turn - 1], self.blocks[turn]
        room, gap = self.rooms[turn - 1], self.gaps[turn]
        width = self.widths[turn - 1] if room is None else max(1.0, len(before) + room)
        slack = width - (len(before) + 1 + len(after.split(None, 1)[0]))
        ended = ends(before)
        score = 0.0
        if gap >= 1:
            score += 3.0 if gap < 3 and block.page == above.page else 2.0
            if turn < self.front and after[0].isupper():
                score += 2.0  # titles and clauses of the front end without a point
        if ended:
            score += 1.0
        else:
            short = turn < self.front and slack > 0.2 * width != UNWRAPPED
            hanging = (before[-1] == "," and not short) or before.rsplit(None, 1)[-1].lower() in _HANGING
            unended = 2.5 if width != UNWRAPPED else 1.5
            score -= 4.5 if hanging and not _MEMBER_ENDS.search(before) else unended
        if slack > 0.2 * width or width == UNWRAPPED:
            score += 3.5
        elif room is not None and (self.justified or above.alignment is Alignment.CENTRE) and slack > 1.5:
            score += 3.0 if ended else 2.5  # all other lines reach the margin
        elif slack > 7:
            score += 2.5 if ended else 1.0
            if lines == 1 and self.gaps[turn - 1] >= 1 and not ended and after[0].isupper():
                score += 1.5  # the first line after a blank one, short and without a point: a heading
        elif slack > 2:
            score += 0.3 if ended else 0.0
        else:
            score -= 2.0
        if ended and self.spaces[turn - 1] > self.usual_space:
            score += 1.5
        if ended and _indent(above, block) >= 12:
            score += 1.5
        return score

    def _words(self, turn: int, *, lines: int) -> float:
        """What the words on both sides say, labels aside."""
        before, after = self.texts[turn - 1], self.texts[turn]
        ended = ends(before)
        in_front = turn < self.front
        score = 5.0 if _LONE_ARTICLE.match(after) and after[0].isupper() else 0.0
        if lines == 1 and not ended and not _REFERENCE_GOES_ON.match(after) and labels.is_lone(before):
            score += 5.0
        spaced = ("\t" in before or "     " in before) and ("\t" in after or "     " in after)
        if spaced and _COLUMNS.search(before) and _COLUMNS.search(after):
            score += 12.0  # signatures side by side: each line is a row
        if _MEMBER_ENDS.search(before) and opens_recital(after):
            score += 8.0
        elif (ended or before[-1] == ",") and opens_recital(after):
            set_apart = 0.2 if self.rooms[turn - 1] is not None else 1.0
            score += 7.5 if self.gaps[turn] >= set_apart else 3.5
        if (ended or before[-1] == "," or self.gaps[turn] >= 1) and is_agreeing_formula(after):
            # Further down "The Parties have decided …" is a sentence like others.
            score += 8.0 if in_front else 6.0 if after[-1] == ":" or not self.front else 0.0
        if turn < 14 and not ended and len(before) < 100:
            score += 2.8 if _TITLE_GOES_ON.match(after) else 2.5 if _OPENS_CLAUSE.match(after) else 0.0
        if after[0].isupper() and opens_closing(after):
            score += 4.0 if ended else 2.0
        if before.isupper() != after.isupper() and (before.isupper() or after.isupper()) and len(before) > 3:
            score += 1.0
        return score


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
    if label.style == "–" and (label.printed in _BULLETS or _MEMBER_ENDS.search(before)):
        return 5.0
    if label.style == "–":
        return 1.0 if ended or before.endswith(",") else 0.0
    return 2.6 if ended or before.endswith((",", " and", " or")) else 0.3


def _indent(before: SourceBlock, after: SourceBlock) -> float:
    """How much further in a line begins; on a printed page the words behind a number hang, which is none."""
    deeper = (after.indent or 0.0) - (before.indent or 0.0)
    if before.room is None or not 0 < deeper < 60:
        return deeper
    return 0.0 if labels.read(before.text.plain.lstrip()) is not None else deeper


def _break_in_print(
    before: SourceBlock, after: SourceBlock, gap: float, *, parted: bool, opening: float
) -> float:
    """What the measures of a printed page add: space before the line, another size, weight or place."""
    score = 0.0
    # A subheading in italics; inside a paragraph a line of italics is full.
    words, room = before.text.plain, before.room or 0.0
    phrase = before.italic and room > _SHORT and not ends(words) and after.text.plain[:1].isupper()
    leaned = before.italic != after.italic and (phrase or room > 0.25 * len(words))
    if leaned:
        score += 2.5
    if after.page == before.page and after.column == before.column:  # space tells nothing where a column ends
        hangs = not opening and _hangs_on(before, after)
        if 0.2 <= gap < 1:
            score += 4.0 if parted else 2.5
        elif gap < 0.2 and (parted or hangs) and after.alignment is not Alignment.CENTRE and not leaned:
            score -= 4.0 if parted and hangs else 2.0
    if abs((after.size or 0.0) - (before.size or 0.0)) > 1:
        score += 2.5
    if after.bold != before.bold:
        score += 1.0
    if (after.alignment is Alignment.CENTRE) != (before.alignment is Alignment.CENTRE):
        score += 1.0
    return score


def _hangs_on(before: SourceBlock, after: SourceBlock) -> bool:
    """Whether a line stands under the words of a numbered line, or of one that hangs so itself."""
    if labels.read(after.text.plain) is not None or not after.indent:
        return False
    deeper = after.indent - (before.indent or 0.0)
    return (0 < deeper < 60 and labels.read(before.text.plain) is not None) or abs(deeper) < 1.5


def _turns_over(before: SourceBlock, after: SourceBlock) -> bool:
    """Whether a column or page ends between two lines, so that no space tells of a paragraph."""
    return (before.page, before.column) != (after.page, after.column)
