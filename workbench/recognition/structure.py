"""The whole skeleton of a text: where front, body, closing and annexes lie, and the units in each."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind
from workbench.recognition import closing, fronts, groups, heads, labels, notes, preamble, tables
from workbench.recognition.evidence import finite, heading_like, sentence_like
from workbench.recognition.heads import RANK, Head, label_of
from workbench.recognition.labels import Label
from workbench.recognition.lines import Passage
from workbench.recognition.nodes import Node, node
from workbench.recognition.openings import is_agreeing_formula, is_preamble_heading, opens_recital
from workbench.recognition.paragraphs import Builder

GAP_IN_NUMBERS = FindingKind(
    "recognition.gap-in-numbers",
    Severity.WARNING,
    "{after} is followed by {quote}: a unit is missing, or one was not recognised",
)
BEHIND_SIGNATURES = FindingKind(
    "recognition.text-behind-signatures",
    Severity.INFO,
    "the text from {quote} stands behind the signatures and is kept as an annex",
)


_RUN_IN_HEADING = re.compile(
    r"(?P<words>[(\[][^()\[\]]{4,120}[)\]]|[^.;:\n]{3,80}\.(?:\s*[–—-])?)\s+(?=[“\"(\[]?(?:[^\W\d_]|\d))"
)
_SAME_SIZE = 0.6  # points
_FORMULA_AT_END = re.compile(r"\b[Hh]ave (?:agreed|decided)\b[^.;]{0,60}:$")


@dataclass(slots=True)
class Skeleton:
    """The five zones of an agreement as nodes, what was noticed, and how many heads were found.

    `note` says that the text is a note verbale.
    """

    title: list[Node] = field(default_factory=list)
    preamble: list[Node] = field(default_factory=list)
    body: list[Node] = field(default_factory=list)
    closing: list[Node] = field(default_factory=list)
    annexes: list[Node] = field(default_factory=list)
    findings: list[Finding] = field(default_factory=list)
    heads: int = 0
    note: bool = False

    @property
    def zones(self) -> list[list[Node]]:
        """All zones in document order."""
        return [self.title, self.preamble, self.body, self.closing, self.annexes]


def build(passages: list[Passage]) -> Skeleton:
    """The skeleton of a text."""
    note = notes.read(passages)
    if note is not None:
        return Skeleton(note.title, note.preamble, note.body, note.closing, note=True)
    skeleton = Skeleton()
    passages = fronts.parted(passages)
    labelled = [None if passage.cell else label_of(passage) for passage in passages]
    articles = heads.find_articles(passages, labelled)
    exchanged = None if articles else notes.letters(passages)
    if exchanged is not None:
        return Skeleton(exchanged.title, exchanged.preamble, exchanged.body, exchanged.closing, note=True)
    annexes = heads.find_annexes(passages, labelled, articles)
    limit = annexes[0].index if annexes else len(passages)
    front = preamble.title_length(passages)
    after = articles[-1].index + 1 if articles else _front_end(passages, front)
    end = closing.start_of(passages, after, limit)
    stop = end
    if articles:
        articles = _with_headings_above(passages, articles)
        row = _merged(articles, groups.find_groups(passages, labelled, front, end))
        formula = _formula(passages, front, articles[0].index)
        if formula is None:
            row = _from_first_group(row, articles[0].index, passages)
        else:
            row = [head for head in row if head.index > formula]
    else:
        row = _sections(passages, labelled, front, end)
    body_from = row[0].first if row else _front_end(passages, front)
    formula = _formula(passages, front, body_from)
    body_from = min(body_from, stop) if formula is None else min(body_from, stop, formula + 1)
    front = min(front, body_from)
    skeleton.title = preamble.title(passages[:front])
    skeleton.preamble = preamble.build(passages[front:body_from])
    skeleton.heads = len(row)
    skeleton.body = _body(passages[:stop], row, body_from, skeleton.findings)
    skeleton.closing, taken = closing.build(passages[end:limit])
    if end + taken < limit:
        skeleton.annexes.append(_leftover(passages[end + taken : limit], skeleton.findings))
    for turn, head in enumerate(annexes):
        until = annexes[turn + 1].index if turn + 1 < len(annexes) else len(passages)
        skeleton.annexes.append(_annex(passages[head.index : until], head))
    return skeleton


def flat(passages: list[Passage]) -> Skeleton:
    """A text that is no agreement: a title and paragraphs."""
    titled = len(passages) > 1 and heading_like(passages[0]) > 0
    body: list[Node] = []
    index = 1 if titled else 0
    while index < len(passages):
        table = tables.take(passages, index)
        body.append(tables.build(table) if table else node(Kind.PARAGRAPH, passages[index]))
        index += len(table) or 1
    return Skeleton(title=[node(Kind.TITLE_LINE, passages[0])] if titled else [], body=body)


def _front_end(passages: list[Passage], front: int) -> int:
    """Where the preamble ends in a text without heads: behind its formula or its last recital."""
    last = front
    for index in range(front, min(len(passages), front + 60)):
        text = passages[index].plain
        if is_agreeing_formula(text):
            return index + 1
        if opens_recital(text) or is_preamble_heading(text):
            last = index + 1
    return last


def _formula(passages: list[Passage], start: int, end: int) -> int | None:
    """The passage with the agreeing formula, where the preamble ends."""
    for index in range(start, min(end, len(passages))):
        text = passages[index].plain
        if is_agreeing_formula(text) or (text.endswith(":") and _FORMULA_AT_END.search(text)):
            return index
        if any(is_agreeing_formula(part.plain) for part in preamble.parted(passages[index])[1:]):
            return index
    return None


def _from_first_group(row: list[Head], first_article: int, passages: list[Passage]) -> list[Head]:
    """Groups before the first article only where nothing but headings stands between."""
    start = next(turn for turn, head in enumerate(row) if head.index == first_article)
    while start > 0:
        before = row[start - 1]
        between = passages[before.index + 1 : row[start].index]
        if any(heading_like(passage) < 0 for passage in between) or len(between) > 3:
            break
        start -= 1
    return row[start:]


def _sections(passages: list[Passage], labelled: list[Label | None], front: int, end: int) -> list[Head]:
    """The heads of a text without articles: words ("Part I"), numbers ("1. Scope"), or only headings."""
    over = groups.find_groups(passages, labelled, front, end)
    numbered = groups.find_sections(passages, labelled, front, end)
    if over:
        first = over[0].index
        inner = [head for head in numbered if head.index > first and all(head.index != g.index for g in over)]
        return sorted([*over, *inner], key=lambda head: head.index)
    return numbered


def _body(passages: list[Passage], row: list[Head], start: int, findings: list[Finding]) -> list[Node]:
    top: list[Node] = []
    stack: list[tuple[int, Node]] = []
    running: dict[str, int] = {}
    if not row:
        if start >= len(passages):
            return []
        holder = Node(Kind.ARTICLE, passages[start])
        Builder(holder, running).fill(passages[start:])
        return holder.children
    if start < row[0].first:
        opening = Node(Kind.ARTICLE, passages[start])
        Builder(opening, running).fill(passages[start : row[0].first])
        top.extend(opening.children)
    headed = _share_with_heading(passages, row)
    ranks = _ranks(row)
    for turn, head in enumerate(row):
        until = row[turn + 1].first if turn + 1 < len(row) else len(passages)
        unit, used, lead = _unit(passages, head, until, headed)
        _note_gap(row, turn, passages, findings)
        rank = ranks[turn]
        while stack and stack[-1][0] >= rank:
            stack.pop()
        (stack[-1][1].children if stack else top).append(unit)
        stack.append((rank, unit))
        content = [*lead, *passages[head.index + used : until]]
        if unit.kind is not Kind.ARTICLE and unit.kind is not Kind.SECTION and turn + 1 < len(row):
            running.clear()
        Builder(unit, {} if unit.kind is Kind.ARTICLE else running).fill(content)
    return top


def _ranks(row: list[Head]) -> list[int]:
    """The depth of each head: by kind, and for bare numbers by the style that came first."""
    styles: list[str] = []
    ranks: list[int] = []
    for head in row:
        if head.label is None or head.label.kind is not None:
            ranks.append(RANK[head.kind])
            continue
        if head.label.style not in styles:
            styles.append(head.label.style)
        ranks.append(RANK[head.kind] + 10 * styles.index(head.label.style))
    return ranks


def _merged(articles: list[Head], over: list[Head]) -> list[Head]:
    """Articles and the parts they stand in as one row."""
    kinds = {head.kind for head in articles}
    taken = {head.index for head in articles}
    row = [*articles, *(group for group in over if group.index not in taken and group.kind not in kinds)]
    return sorted(row, key=lambda head: head.index)


def _with_headings_above(passages: list[Passage], articles: list[Head]) -> list[Head]:
    """The articles of a text that sets each heading over the number; most of them must have one there."""
    bare = [head for head in articles if not head.rest and head.index]
    above = [head for head in bare if _stands_over(passages, head.index)]
    if len(above) < 3 or len(above) < 0.6 * len(articles) or _share_with_heading(passages, articles) > 0.4:
        return articles
    indices = {head.index for head in above}
    return [replace(head, above=head.index - 1) if head.index in indices else head for head in articles]


def _stands_over(passages: list[Passage], index: int) -> bool:
    """Whether the passage before a number can be its heading: short, and behind the end of something."""
    before = passages[index - 1]
    if label_of(before) is not None or not _may_be_heading(before) or len(before.plain) > 120:
        return False
    if index >= 2 and _is_group(passages[index - 2]):
        return False  # the title of a chapter
    if index < 2 or passages[index - 2].ends_sentence or passages[index - 2].plain.isupper():
        return True
    return index > 2 and _is_group(passages[index - 3])


def _is_group(passage: Passage) -> bool:
    """Whether a passage is the number of a part or chapter and nothing else."""
    label = label_of(passage)
    return label is not None and label.kind in RANK and label.end >= len(passage.plain)


def _share_with_heading(passages: list[Passage], row: list[Head]) -> float:
    """How many heads with nothing on their line seem to be followed by a heading."""
    bare = [head for head in row if not head.rest and head.index + 1 < len(passages)]
    if not bare:
        return 0.0
    return sum(_may_be_heading(passages[head.index + 1]) for head in bare) / len(bare)


def _may_be_heading(passage: Passage) -> bool:
    if label_of(passage) is not None or finite(passage.plain):
        return False
    return heading_like(passage) >= 1.5 or _pointed_heading(passage)


def _pointed_heading(passage: Passage) -> bool:
    """Whether a passage is a few words and a point: a heading where the others are such too."""
    words = passage.plain
    few = len(words) < 60 and len(words.split()) <= 6
    return few and words.endswith(".") and heading_like(passage, words.rstrip(". ")) >= 2.2


def _unit(passages: list[Passage], head: Head, until: int, headed: float) -> tuple[Node, int, list[Passage]]:
    """The node of one head with its heading, how many passages these took, and text on the label's line."""
    passage = passages[head.index]
    unit = node(head.kind, passage, Text(), printed=head.printed)
    unit.confidence = min(unit.confidence, max(0.3, min(1.0, 0.62 + head.weight / 6)))
    used = 1
    if head.label is None:
        unit.heading = passage.text
        unit.printed = None
        return unit, used, []
    if head.above is not None:
        unit.heading = passages[head.above].text
        unit.first = passages[head.above].first
        return unit, used, []
    if head.rest:
        rest = passage.text.slice(head.label.end, len(passage.text)).stripped()
        if _is_heading_on_line(passage, rest.plain, alone=head.index + 1 >= until):
            unit.heading = rest
        else:
            cut = _run_in_heading(passage, rest.plain)
            unit.heading = rest.slice(0, cut).stripped()
            return unit, used, [_rest_of(passage, rest.slice(cut, len(rest)).stripped())]
        return unit, used, []
    while head.index + used < until - 1 or (head.index + used < until and head.kind is not Kind.ARTICLE):
        after = passages[head.index + used]
        if used > 3 or label_of(after) is not None:
            break
        likely = heading_like(after) + (1.5 if headed >= 0.6 else -0.5 if headed < 0.2 else 0.0)
        if used == 1 and headed >= 0.6 and _may_be_heading(after):
            likely = max(likely, 2.0)
        if used == 1 and likely < 1.8:
            break
        above = passages[head.index + used - 1]
        alike = unit.heading.plain.isupper() == after.caps and _set_alike(above, after)
        if used > 1 and (likely < 3.0 or after.gap >= 1 or not alike):
            break
        unit.heading = unit.heading + (" " if unit.heading else "") + after.text
        unit.last = after.last
        used += 1
    return unit, used, []


def _set_alike(one: Passage, other: Passage) -> bool:
    """Whether two passages are set in the same type: lines of one heading, not a heading and a subheading."""
    if one.block is None or other.block is None:
        return True
    a, b = one.block, other.block
    same_size = a.size is None or b.size is None or abs(a.size - b.size) < _SAME_SIZE
    return same_size and (a.style, a.outline, a.bold, a.italic) == (b.style, b.outline, b.bold, b.italic)


def _is_heading_on_line(passage: Passage, rest: str, *, alone: bool) -> bool:
    """Whether words behind a label are its heading, or already the text of the unit."""
    if rest[-1] in ":,;" or labels.read_bare(rest) is not None:
        return False
    if alone and (rest.endswith(".") or finite(rest)):
        return False
    return heading_like(passage, rest) >= 0 or (len(rest) < 90 and sentence_like(rest) < 1.5)


def _run_in_heading(passage: Passage, rest: str) -> int:
    """How many signs of what stands behind a number are a heading before the text: "Costs. Each Party …"."""
    found = _RUN_IN_HEADING.match(rest)
    if found is None or len(rest) - found.end() < 40:
        return 0
    words = found["words"].strip(" .–—-")
    likely = heading_like(passage, words) >= 2.2 and sentence_like(words) < 1.0 and len(words.split()) <= 8
    return found.end("words") if likely else 0


def _rest_of(passage: Passage, rest: Text) -> Passage:
    return Passage(
        rest, passage.first, passage.last, passage.page, passage.line, 0.0, passage.lines, passage.joined
    )


def _note_gap(row: list[Head], turn: int, passages: list[Passage], findings: list[Finding]) -> None:
    if not turn or row[turn].kind is not Kind.ARTICLE:
        return
    before = next((head for head in row[turn - 1 :: -1] if head.kind is Kind.ARTICLE), None)
    here = row[turn].label
    if before is None or before.label is None or here is None:
        return
    if here.value > before.label.value + 1:
        passage = passages[row[turn].index]
        findings.append(GAP_IN_NUMBERS.at(passage.locator, quote=here.printed, after=before.label.printed))


def _annex(passages: list[Passage], head: Head) -> Node:
    """An annex is a tree of its own: its articles or sections begin anew."""
    unit = node(Kind.ANNEX, passages[0], Text(), printed=head.printed)
    used = 1
    if head.rest and head.label is not None:
        unit.heading = passages[0].text.slice(head.label.end, len(passages[0].text)).stripped()
    while used < len(passages) and used < 4:
        after = passages[used]
        label = label_of(after)
        in_table = after.cell is not None and passages[0].cell is None
        if label is not None or in_table or heading_like(after) < 2.0:
            break
        unit.heading = unit.heading + (" " if unit.heading else "") + after.text
        used += 1
    rest = passages[used:]
    labelled = [label_of(passage) for passage in rest]
    articles = heads.find_articles(rest, labelled)
    articles = _with_headings_above(rest, articles) if len(articles) > 1 else []
    row = _merged(articles, groups.find_groups(rest, labelled, 0, len(rest)))
    start = row[0].first if row else len(rest)
    Builder(unit, {}).fill(rest[:start])
    if row:
        unit.children.extend(_body(rest, row, start, []))
    return unit


def _leftover(passages: list[Passage], findings: list[Finding]) -> Node:
    unit = node(Kind.ANNEX, passages[0], Text(), confidence=0.4)
    findings.append(BEHIND_SIGNATURES.at(passages[0].locator, quote=passages[0].plain[:60]))
    used = 0
    if heading_like(passages[0]) > 1.5 and len(passages) > 1:
        unit.heading = passages[0].text
        used = 1
    Builder(unit, {}).fill(passages[used:])
    return unit
