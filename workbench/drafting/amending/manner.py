"""The manner of an agreement: what quoted lines stand for that nobody marked.

A protocol from another office, or one that has been through Word, quotes new wording as mere lines. What a
number in brackets or a line without a number stands for is learnt from the agreement that is amended.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence

from msgspec.structs import replace

from workbench.agreement.numbering import bare, numbers
from workbench.agreement.text import Text
from workbench.agreement.tree import BASIC, EMPTY, Agreement, Kind, Provision
from workbench.drafting.amending.blocks import HEADS, Node, marked_units
from workbench.drafting.amending.instruction import Step

_RANK = {Kind.ANNEX: 0, Kind.PART: 1, Kind.TITLE: 2, Kind.CHAPTER: 3, Kind.SECTION: 4, Kind.ARTICLE: 5}

_LATER = r"(?:bis|ter|quater|quinquies|sexies)\b"
_NUMBER = rf"(?:\d+(?:[.-]\d+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+|\s?{_LATER}|[a-z]\b)?|[IVXLC]+\b(?:\s{_LATER})?)"
_HEAD_WORDS = {
    "en": {Kind.ARTICLE: "article|art\\.", Kind.SECTION: "section", Kind.CHAPTER: "chapter",
           Kind.PART: "part", Kind.TITLE: "title", Kind.ANNEX: "annex|appendix"},
    "lv": {Kind.ARTICLE: "pants", Kind.SECTION: "sadaļa|iedaļa", Kind.CHAPTER: "nodaļa", Kind.PART: "daļa",
           Kind.ANNEX: "pielikums"},
    "uk": {Kind.ARTICLE: "стаття", Kind.SECTION: "розділ", Kind.CHAPTER: "глава", Kind.PART: "частина",
           Kind.ANNEX: "додаток"},
}  # fmt: skip
_LABEL = re.compile(
    r"(?P<label>\d+(?:\.\d+)+\.?|\d+(?:\s?(?:bis|ter|quater|quinquies))?\.|\d+\)|\(\d+(?:\s?bis)?\)"
    r"|\([^\W\d_]{1,5}\)|[^\W\d_]{1,2}\)|(?:[IVXLC]+|[^\W\d_]{1,2}|[ivxlc]{1,5})(?:\s(?:bis|ter|quater))?\."
    r"|[–—•-])(?:\s+|$)"
)
_LETTERED = ("a.", "A.", "I.")
"""Shapes of numbers that might as well be initials or the end of a word, unless the agreement uses them."""
_ENDS = re.compile(r"[.;:,!?]\W*$")
# A list of points that an unnumbered line follows has ended; the line goes on with what stood before it.
_GOES_ON = re.compile(r"^[\W]*[^\W\d_]")


_ROMAN = re.compile(r"(?i)(?=.)(?:xl|l?x{0,3})(?:ix|iv|v?i{0,3})")


def shape(label: str) -> str:
    """What a number looks like, without its value: "1.", "(a)", "1.1"; "" for none."""
    if not label:
        return ""
    if re.fullmatch(r"\d+(\.\d+)+\.?", label):
        return f"1.1 {label.strip('.').count('.')}"
    if re.fullmatch(r"\W+", label):
        return "–"
    core = label.strip("().").split()[0]  # of “V bis.” the V
    sign = "1" if core[:1].isdigit() else "a"
    if core.isupper():
        sign = "I" if _ROMAN.fullmatch(core) else "A"
    return f"{'(' if label.startswith('(') else ''}{sign}{label[-1] if label[-1] in ').' else ''}"


class Reading:
    """Makes units of quoted blocks in the manner of one agreement."""

    def __init__(self, agreement: Agreement) -> None:
        self.language = agreement.language if agreement.language in _HEAD_WORDS else "en"
        labels = numbers(agreement)
        self.crossheadings = bool(agreement.of_kind(Kind.CROSSHEADING))
        seen: dict[tuple[Kind, str], Counter[Kind]] = {}
        own_text: Counter[tuple[Kind, bool]] = Counter()
        self.shapes = {shape(number.printed) for number in labels.values()}
        for unit in agreement.walk():
            if unit.kind in HEADS:
                own_text[unit.kind, bool(unit.text)] += 1
            for child in unit.children:
                if child.kind not in (Kind.CROSSHEADING, Kind.TABLE):
                    key = unit.kind, shape(labels[child.id].printed)
                    seen.setdefault(key, Counter())[child.kind] += 1
        self.kinds = {key: kinds.most_common(1)[0][0] for key, kinds in seen.items()}
        inner = {key[1] for key, kinds in seen.items() if any(kind not in HEADS for kind in kinds)}
        self.heads = {
            shape(labels[unit.id].printed): unit.kind
            for unit in agreement.walk()
            if unit.kind in HEADS and shape(labels[unit.id].printed) not in inner
        }
        self.own_text = {kind: own_text[kind, True] > own_text[kind, False] for kind, _ in list(own_text)}

    def head(self, line: str) -> tuple[Kind, str, int] | None:
        """Kind, printed number and length of the number a line begins with, if it heads a unit."""
        for kind, words in _HEAD_WORDS[self.language].items():
            if self.language == "lv":
                found = re.match(rf"(?i)({_NUMBER})\.?\s+({words})\b|({words})\b", line)
                if found and not found[1] and kind is not Kind.ANNEX:
                    found = None
            else:
                number = rf"\s+{_NUMBER}"
                found = re.match(rf"(?i)({words}){number}(?!\w)|({words})(?=\s*$|\n)", line)
                if found and found[2] and kind is not Kind.ANNEX:
                    found = None
            if found:
                return kind, found[0], found.end()
        return None

    def label(self, block: Text) -> tuple[str, Text]:
        """The number a line begins with, "" for none, and the words behind it."""
        found = _LABEL.match(block.plain)
        if found is None or (shape(found["label"]) in {*_LETTERED} - self.shapes):
            return "", block
        return found["label"], block.slice(found.end(), len(block))

    def units(
        self, content: Sequence[Text], wanted: Sequence[Step], like: Provision | None = None
    ) -> tuple[Provision, ...]:
        """The units that blocks of text hold.

        `wanted` are those the instruction announces; `like` is the unit they replace, whose manner they
        are taken to keep. Marked blocks say it all by themselves.
        """
        marked = marked_units(content)
        if marked:
            return marked
        made = tuple(node.made() for node in _Builder(self, content, list(wanted), like).nodes())
        return made if like is None or not made else (_like(made, like), *made[1:])


def _like(made: Sequence[Provision], old: Provision) -> Provision:
    """The first unit made, with the number and heading of the one it replaces where none are quoted."""
    first = made[0]
    keeps_heading = old.kind not in BASIC or not first.printed
    if first.printed == "" and len(made) == 1:
        first = replace(first, printed=old.printed)
    if not first.heading and old.heading and keeps_heading:
        first = replace(first, heading=old.heading)
    return first


class _Builder:
    def __init__(
        self, reading: Reading, content: Sequence[Text], wanted: list[Step], like: Provision | None
    ) -> None:
        self.reading = reading
        self.like = like if like is not None and like.kind in HEADS else None
        # Lines the replaced unit has as well stay what they are.
        self.known = {u.text.plain.strip(): u.kind for u in like.walk() if u.text} if like else {}
        self.content = [block.stripped() for block in content if block.plain.strip()]
        self.wanted = wanted
        self.roots: list[Node] = []
        self.heads: list[Node] = []
        self.levels: list[tuple[str, Node]] = []

    def nodes(self) -> list[Node]:
        for index, block in enumerate(self.content):
            self._block(block, index)
        return self.roots

    def _block(self, block: Text, index: int) -> None:
        kind = self.wanted[min(len(self.roots), len(self.wanted) - 1)].kind if self.wanted else None
        head = self.reading.head(block.plain)
        if head is not None and (kind is None or kind in HEADS) and self._may_head(head[0], kind):
            self._head(head[0], head[1], block.slice(head[2], len(block)).stripped())
            return
        label, rest = self.reading.label(block)
        bare = self.reading.heads.get(shape(label)) if label else None
        if kind in BASIC and label and self._begins_wanted(label):
            self._head(kind, label, rest)
        elif kind is None and bare is not None:
            self._head(bare, label, rest)
        elif not self.roots and kind in HEADS and not label and self._short(block, index):
            self._head(kind, "", block)
        elif not self.roots and kind in HEADS:
            self._head(kind, "", EMPTY)
            self._inner(block, label, rest)
        elif self._is_heading(block, label, index):
            self.heads[-1].heading = block
        elif kind is not None and kind not in HEADS and self._begins_root(label):
            self.roots.append(Node(kind, label, text=rest))
            self.levels = [(shape(label), self.roots[-1])]
        else:
            self._inner(block, label, rest)

    def _may_head(self, kind: Kind, wanted: Kind | None) -> bool:
        return wanted is None or not self.roots or _RANK[kind] >= _RANK[wanted]

    def _begins_wanted(self, label: str) -> bool:
        """Whether a bare number is that of the next article or section announced."""
        if len(self.roots) >= len(self.wanted):
            return False
        number = self.wanted[len(self.roots)].number
        if not number and not self.roots and self.like is not None:
            number = bare(self.like.printed or "") or ""
        return label.strip(".() ") == number or shape(label) in self.reading.heads

    def _begins_root(self, label: str) -> bool:
        if not self.roots:
            return True
        return shape(label) == self.levels[0][0] and (bool(label) or len(self.roots) < len(self.wanted))

    def _head(self, kind: Kind, printed: str, heading: Text) -> None:
        heading = heading.slice(len(heading.plain) - len(heading.plain.lstrip(".–—: \n")), len(heading))
        node = Node(kind, printed, heading)
        while self.heads and _RANK[self.heads[-1].kind] >= _RANK[kind]:
            self.heads.pop()
        (self.heads[-1].children if self.heads else self.roots).append(node)
        self.heads.append(node)
        self.levels = []

    def _is_heading(self, block: Text, label: str, index: int) -> bool:
        """A short line behind a bare number, with wording to come."""
        if not self.heads or label or self.levels or self.heads[-1].heading or self.heads[-1].text:
            return False
        if self.heads[-1].children or index + 1 >= len(self.content) or not self.heads[-1].printed:
            return False
        if self.like is not None and len(self.roots) == 1 and not self.like.heading:
            return False
        return self._short(block, index)

    def _short(self, block: Text, index: int) -> bool:
        """A line that no sentence ends with, and that something follows."""
        return len(block) < 120 and index + 1 < len(self.content) and not _ENDS.search(block.plain)

    def _has_own_text(self, kind: Kind) -> bool:
        if self.like is not None and self.like.kind is kind:
            return bool(self.like.text)
        return self.reading.own_text.get(kind, False)

    def _inner(self, block: Text, label: str, rest: Text) -> None:
        if not label and self._wraps_up(block):
            self.levels[-2][1].wrap_up = block
            self.levels.pop()
            return
        own = self._own_shape(label)
        for depth, (known, _) in enumerate(self.levels):
            if known == own:
                del self.levels[depth:]
                break
        else:
            if not label:
                self.levels = []
        above = self.levels[-1][1] if self.levels else (self.heads[-1] if self.heads else None)
        if above is None:
            self.roots.append(Node(Kind.PARAGRAPH, label, text=rest))
            self.levels = [(own, self.roots[-1])]
            return
        if "\t" in block.plain:
            above.children.append(_table(block))
            return
        if above.kind in HEADS and not label:
            if not above.children and not above.text and self._has_own_text(above.kind):
                above.text = block
                return
            kind = self.known.get(block.plain)
            short = self.reading.crossheadings and len(block) < 120 and not _ENDS.search(block.plain)
            if kind is Kind.CROSSHEADING or (kind is None and short):
                above.children.append(Node(Kind.CROSSHEADING, text=block))
                return
        node = Node(self._kind(above.kind, own), label, text=rest)
        above.children.append(node)
        self.levels.append((own, node))

    def _own_shape(self, label: str) -> str:
        """The shape of a number, small Roman numerals inside a list of letters being a list of their own."""
        own = shape(label)
        core = label.strip("().")
        if not _ROMAN.fullmatch(core):
            return own
        nested = own.replace("a", "i")
        last = {known: node.printed.strip("().") for known, node in self.levels}
        if nested in last or (own in last and core.casefold() == "i" and last[own].casefold() != "h"):
            return nested
        return own

    def _wraps_up(self, block: Text) -> bool:
        """Whether a line without a number ends the sentence that a list interrupted."""
        if len(self.levels) < 2 or not _GOES_ON.match(block.plain):
            return False
        first = next(sign for sign in block.plain if sign.isalpha())
        return first.islower() and not self.levels[-2][1].wrap_up

    def _kind(self, above: Kind, own: str) -> Kind:
        known = self.reading.kinds.get((above, own.replace("i", "a")))
        if known is not None:
            return known
        counted = "1" in own or not own
        if above in HEADS:
            return Kind.PARAGRAPH if counted else Kind.POINT
        return Kind.SUBPARAGRAPH if counted and above is Kind.PARAGRAPH else Kind.POINT


def _table(block: Text) -> Node:
    table = Node(Kind.TABLE)
    for line in block.plain.split("\n"):
        cells = [Node(Kind.CELL, text=Text(words)) for words in line.split("\t")]
        table.children.append(Node(Kind.ROW, children=cells))
    return table
