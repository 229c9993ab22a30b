"""Heads: the passages at which the parts of the body begin (chapters, articles, sections, annexes).

A label alone proves nothing: a table of contents, a running header and a reference cut by the line break look
like articles too. So every possible head gets a weight from how it stands on the page and what follows it,
and the row of heads is chosen whole: the heaviest one whose numbers run on.
"""

from __future__ import annotations

import re
from bisect import bisect
from collections import Counter
from dataclasses import dataclass, replace

from workbench.agreement.tree import Kind
from workbench.recognition import labels
from workbench.recognition.evidence import heading_like, sentence_like
from workbench.recognition.labels import Label
from workbench.recognition.lines import UNREAD, Passage
from workbench.recognition.openings import opens_testimonium

_LONGEST_QUOTATION = 40
_HEADING_FIRST = re.compile(r"[(\[][^\W\d_][^()\[\]]{3,120}[)\]]\s+[^\W_]")
_IN_PARENTHESES = re.compile(r"\([^()]{3,120}\)$")
_SURE = 1.5
_NEXT = 2.0  # what it is worth that a head follows the one numbered before it
_REACH = 600  # heads looked back at for the one before; more stand between two articles of no real text
_SINGLE = 2.0  # the evidence a single article needs
RANK = {Kind.PART: 0, Kind.TITLE: 1, Kind.CHAPTER: 2, Kind.SECTION: 3, Kind.ARTICLE: 4}


@dataclass(frozen=True, slots=True)
class Head:
    """One head: the passage `index` it stands at, its kind and label (None when it has no number).

    `weight` is the evidence it was chosen by; `rest` the words on the same line; `above` the passage with its
    heading where headings stand over the numbers.
    """

    index: int
    kind: Kind
    label: Label | None
    weight: float
    rest: str = ""
    above: int | None = None

    @property
    def first(self) -> int:
        """The passage at which the unit begins: that of its number, or its heading over it."""
        return self.index if self.above is None else self.above

    @property
    def printed(self) -> str | None:
        """The number as the source prints it."""
        return self.label.printed if self.label else None


def label_of(passage: Passage) -> Label | None:
    """The label of a passage: Word's automatic number where it has one, else what its words begin with."""
    if passage.label is UNREAD:
        passage.label = _read_label(passage)
    return passage.label if isinstance(passage.label, Label) else None


def _read_label(passage: Passage) -> Label | None:
    if passage.number:
        typed = labels.read_bare(passage.plain)
        if typed is not None and typed.style not in ("–", "1"):
            return typed  # somebody typed a number although Word counts too: theirs is the one that was meant
        read = labels.read(passage.number.strip() + " ")
        if read is not None:
            return replace(read, printed=passage.number.strip(), end=0, sep=" ")
    return labels.read(passage.plain)


def find_annexes(passages: list[Passage], labelled: list[Label | None], articles: list[Head]) -> list[Head]:
    """Where annexes begin: an annex label that stands alone, after the last article of the body."""
    found: list[Head] = []
    bare = {head.index for head in articles if not head.rest}
    for index, (passage, label) in enumerate(zip(passages, labelled, strict=True)):
        if label is None or label.kind is not Kind.ANNEX or not stands_alone(passage, label):
            continue
        rest = passage.plain[label.end :]
        if articles and (index < articles[-1].index or (index - 1 in bare and not label.value)):
            continue  # inside the body, or the heading of an article ("Article 13", then "Appendix")
        if len(passage.plain) > 200:
            continue
        found.append(Head(index, Kind.ANNEX, label, 2.0, rest))
    repeated = Counter(passages[head.index].plain.casefold() for head in found)
    seen: set[str] = set()
    unique = []
    for head in found:
        key = passages[head.index].plain.casefold()
        if repeated[key] > 1 and key in seen:
            continue  # a running header
        seen.add(key)
        unique.append(head)
    return unique


def find_articles(passages: list[Passage], labelled: list[Label | None]) -> list[Head]:
    """The basic units of the body in order: its articles, or its sections where it has none."""
    quoted = quotations(passages)
    walls = _annex_starts(passages, labelled)
    articles = _row_of(Kind.ARTICLE, passages, labelled, quoted, walls)
    if len(articles) == 1 and (articles[0].weight <= _SINGLE or not _counts_from_one(articles)):
        articles = []
    if articles and _only_in_annexes(articles[0].index, passages, walls):
        articles = []
    if articles and _counts_from_one(articles) and not walls:
        return articles
    sections = _row_of(Kind.SECTION, passages, labelled, quoted, walls)
    if len(sections) < 2 or not _counts_from_one(sections):
        return articles
    if not articles or _is_body(sections, articles[0].index, passages, walls):
        return sections  # what is called articles or rules behind them belongs to an annex
    return articles


def _only_in_annexes(first: int, passages: list[Passage], walls: list[int]) -> bool:
    """Whether the first article stands in an annex behind the signatures: the body has none then."""
    closed = next((i for i, p in enumerate(passages[:first]) if opens_testimonium(p.plain)), None)
    return closed is not None and any(closed < wall < first for wall in walls)


def _counts_from_one(row: list[Head]) -> bool:
    return row[0].label is not None and row[0].label.value == 1


def _row_of(
    kind: Kind, passages: list[Passage], labelled: list[Label | None], quoted: set[int], walls: list[int]
) -> list[Head]:
    """The heaviest row of units of one kind that stands in the body."""
    candidates = [
        head
        for index, label in enumerate(labelled)
        if label is not None and label.kind is kind and index not in quoted
        for head in [_article(passages, labelled, index, label)]
        if head.weight > -2
    ]
    candidates = _in_usual_shape(candidates)
    row = heaviest_row(candidates, walls)
    while row:
        # An annex may have more articles than the agreement it belongs to: the first whole row is the body.
        before = [head for head in candidates if head.index < row[0].index]
        earlier = heaviest_row(before, walls)
        if not _is_body(earlier, row[0].index, passages, walls) and not _counted_otherwise(earlier, row):
            break
        row = earlier
    return row


def _counted_otherwise(earlier: list[Head], row: list[Head]) -> bool:
    """Whether articles counted from one stand before a row of rules or regulations that is not."""
    if len(earlier) < 2 or earlier[0].label is None or row[0].label is None:
        return False
    other = _family(earlier[0].label) != _family(row[0].label)
    return other and _counts_from_one(earlier) and not _counts_from_one(row)


def _is_body(row: list[Head], end: int, passages: list[Passage], walls: list[int]) -> bool:
    """Whether a row counted from one is closed by signatures or an annex before the passage `end`."""
    if len(row) < 2 or row[0].label is None or row[0].label.value != 1:
        return False
    if sum(head.weight for head in row) < len(row):
        return False  # heads without text: a table of contents
    last = row[-1].index
    return any(last < wall <= end for wall in walls) or any(
        opens_testimonium(passage.plain) for passage in passages[last + 1 : end]
    )


def quotations(passages: list[Passage]) -> set[int]:
    """Passages that stand inside a quotation begun in an earlier one: the article of another treaty.

    A quotation that does not end within `_LONGEST_QUOTATION` passages is taken for a stray sign.
    """
    inside: set[int] = set()
    index = 0
    while index < len(passages):
        end = _end_of_quotation(passages, index)
        inside.update(range(index + 1, end + 1))
        index = end + 1
    return inside


def _end_of_quotation(passages: list[Passage], index: int) -> int:
    """The last passage of a quotation that begins at a passage; the passage itself when there is none."""
    text = passages[index].plain.lstrip()
    if not text or text[0] not in '“„«"' or _opened(text) <= 0:
        return index
    depth = 0
    for turn in range(index, min(len(passages), index + _LONGEST_QUOTATION)):
        depth += _opened(passages[turn].plain)
        if depth <= 0:
            return turn
    return index


def _opened(text: str) -> int:
    """How many quotation marks a passage opens more than it closes; a straight one opens at the start."""
    if '"' in text and not any(sign in text for sign in "“”„«»"):
        return (1 if text.lstrip().startswith('"') else 0) - (1 if text.rstrip(" .;,").endswith('"') else 0)
    closing = text.count("”") + text.count("»")
    opening = text.count("„") + text.count("«")
    left = text.count("“")  # opens in English, closes in German and Latvian after „
    return opening - closing - left if "„" in text else opening + left - closing


def _annex_starts(passages: list[Passage], labelled: list[Label | None]) -> list[int]:
    """Places where the numbering of articles may begin anew, so that the main row must not run across."""
    return [
        index
        for index, label in enumerate(labelled)
        if label is not None
        and label.kind is Kind.ANNEX
        and stands_alone(passages[index], label)
        and len(passages[index].plain) < 160
    ]


def stands_alone(passage: Passage, label: Label) -> bool:
    """Whether a label with what follows it on its line reads as a head and not as the start of a sentence."""
    rest = passage.plain[label.end :]
    if not rest:
        return True
    if (
        label.kind is Kind.ANNEX
        and label.end < len(passage.plain)
        and rest.lower().lstrip().startswith(("to ", "of "))
    ):
        return heading_like(passage) > 1.5 and (passage.caps or passage.gap >= 1 or heading_like(passage) > 3)
    return (bool(label.sep.strip()) or "\n" in label.sep or rest[0].isupper()) and sentence_like(rest) < 1.5


def _article(passages: list[Passage], labelled: list[Label | None], index: int, label: Label) -> Head:
    passage = passages[index]
    rest = passage.plain[label.end :]
    weight = 0.0
    if not rest:
        weight += 2.0
    elif label.sep.strip(" ") or label.style in ("pants", "straipsnis"):
        weight += 1.5
    elif rest[0].isupper() or _IN_PARENTHESES.match(rest):
        weight += 1.0 if heading_like(passage, rest) > 0 else 0.2
    elif _begins_paragraph(rest) or _HEADING_FIRST.match(rest):
        weight += 0.2
    else:
        weight -= 4.0
    if (rest and rest[0] in ",;)") or rest[:3] in ("of ", "to ", "and", "or "):
        weight -= 4.0
    if index and not passages[index - 1].ends_sentence and not _is_title(passages[index - 1]):
        weight -= 0.7
    if passage.bold or passage.centred or passage.outline is not None:
        weight += 1.0
    if passage.gap >= 1:
        weight += 0.3
    body = 0
    for after in range(index + 1, min(index + 6, len(passages))):
        other = labelled[after]
        if other is not None and other.kind is not None:
            break
        body += len(passages[after].plain)
    if body + (len(rest) if rest.endswith(".") else 0) > 60:
        weight += 1.0
    elif body == 0 and rest and rest[-1:].isdigit():
        weight -= 3.0  # a line of a table of contents
    else:
        weight -= 0.6
    return Head(index, label.kind or Kind.ARTICLE, label, weight, rest)


def _begins_paragraph(rest: str) -> bool:
    """Whether words behind the number of an article are its first numbered paragraph: "(1) The Parties"."""
    label = labels.read_bare(rest)
    return label is not None and label.value == 1 and rest[label.end : label.end + 1].isupper()


def _is_title(passage: Passage) -> bool:
    return heading_like(passage) > 1.5


def _in_usual_shape(candidates: list[Head]) -> list[Head]:
    """Articles of one treaty are printed alike; those printed otherwise ("article 5") weigh less."""
    shapes = Counter(_shape(head) for head in candidates)
    if not shapes:
        return []
    usual = shapes.most_common(1)[0][0]
    return [head if _shape(head) == usual else replace(head, weight=head.weight - 1.2) for head in candidates]


def _shape(head: Head) -> tuple[str, bool, bool]:
    printed = head.printed or ""
    word = "".join(sign for sign in printed if sign.isalpha())[:3]
    return word, any(sign.isdigit() for sign in printed), bool(head.rest)


def heaviest_row(candidates: list[Head], walls: list[int]) -> list[Head]:
    """The row of heads with the most weight whose numbers rise; gaps and late starts cost."""
    best: list[float] = []
    previous: list[int] = []
    rooms = [bisect(walls, head.index) for head in candidates]
    firsts = [head for head in candidates if head.label is not None and head.label.value == 1]
    values = [head.label.value if head.label else 0 for head in candidates]
    families = [_family(head.label) if head.label else "" for head in candidates]
    for i, head in enumerate(candidates):
        value, family = values[i], families[i]
        highest = value if head.label is not None and head.label.suffix else value - 1
        score, link = (1.0 if value == 1 else -0.6 * min(value, 6)), -1
        for j in range(i - 1, max(-1, i - 1 - _REACH), -1):
            # Most heads before are passed over by these three: a text may be nothing but heads.
            if best[j] + _NEXT <= score or values[j] > highest or families[j] != family:
                continue
            other = candidates[j]
            step = _step(other, head)
            if step is None:
                continue
            if rooms[j] != rooms[i]:
                cost = _cost_of_restart(firsts, walls, other, head)
                if cost is None:
                    continue
                step -= cost
            if best[j] + step > score:
                score, link = best[j] + step, j
        best.append(score + head.weight)
        previous.append(link)
    if not best:
        return []
    at = max(range(len(best)), key=lambda i: (best[i], i))
    row: list[Head] = []
    while at >= 0:
        row.append(candidates[at])
        at = previous[at]
    return row[::-1]


def _cost_of_restart(firsts: list[Head], walls: list[int], before: Head, after: Head) -> float | None:
    """What it costs that an annex seems to count from one between two heads; None when it surely does."""
    between = [
        first.weight
        for first in firsts
        if before.index < first.index <= after.index
        and any(before.index < wall < first.index for wall in walls)
    ]
    if between and max(between) > _SURE:
        return None
    return 3.0 if between else 0.0


def _step(before: Head, after: Head) -> float | None:
    """What it is worth that one head follows another of its family, at most `_NEXT`; None where it cannot."""
    if before.label is None or after.label is None or before.index == after.index:
        return None
    gap = after.label.value - before.label.value
    if gap == 1:
        return _NEXT
    if gap == 0 and after.label.suffix and after.label.suffix != before.label.suffix:
        return 1.5
    if gap > 1:
        return max(-3.0, 0.8 - 0.8 * (gap - 1))
    return None


def _family(label: Label) -> str:
    """Articles, rules, regulations and § are counted each for themselves, whatever form the word has."""
    style = label.style.rstrip("s")
    return style if style in ("rule", "regulation", "правило", "§") else "article"
