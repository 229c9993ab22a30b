"""Reading a protocol: the instructions in it, whoever drafted it, in the usual words of three languages.

`Items` are the paragraphs of the protocol as they come. An instruction begins in one of them; new wording
that is quoted may run on through those that follow. A paragraph that leads a list (*Article 3 shall be
amended as follows:*) lends its place to the members of the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numbering import bare, numbers
from workbench.agreement.quoting import in_short
from workbench.agreement.text import Quoted, Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId
from workbench.drafting.amending.annexed import Annexed, OwnAnnexes, annexed
from workbench.drafting.amending.blocks import HEADS
from workbench.drafting.amending.citations import places
from workbench.drafting.amending.clauses import Above
from workbench.drafting.amending.counting import following
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation
from workbench.drafting.amending.quotations import is_open, taken_out
from workbench.drafting.amending.understanding import Understanding

NOT_UNDERSTOOD = FindingKind(
    "amending.not-understood",
    Severity.ERROR,
    "{label}: it seems to amend the agreement, but was not understood and not carried out: “{quote}”",
)
_LABEL = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]|\(\w{1,4}\)|[^\W\d_]{1,2}\)|[–—-])\s+")
# A number that recognition took for that of the paragraph, while it is that of the provision cited.
_NUMBERED_NOUN = re.compile(r"(?i)^\d+[.)]\s+(?:pant|punkt|apakšpunkt|sadaļ|nodaļ|pielikum|daļ)")
_SHOWN = 160
_BRINGS_ANOTHER = re.compile(r":\s*[“„«‟]|:\s*$|[“„«‟][^“”„«»]*[”“»][^“”„«»]*[“„«‟]")
_CLOSING = frozenset('”“»"')
_MOST_QUOTED = 400
"""Paragraphs within which a quotation is looked to its end."""
_BRINGS = re.compile(r":\s*⟦\d+⟧\W*$")


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of a protocol: its words, how deep it stands, what it is called there.

    `printed` is the number in front of the words. `whole` says that a quotation cannot run on beyond the
    paragraph, because it holds all blocks. `head` is the first line of an article or annex, `closing` what
    stands behind the last article; `unit` is where the words stand in the protocol.
    """

    text: Text
    depth: int
    label: str
    printed: str = ""
    whole: bool = False
    head: bool = False
    closing: bool = False
    unit: ProvisionId | None = None


def items(protocol: Agreement) -> tuple[Item, ...]:
    """The paragraphs of a protocol in document order, numbers as printed in front."""
    labels = numbers(protocol)
    found: list[Item] = []

    def add(units: Sequence[Provision], depth: int, closing: bool) -> None:
        for unit in units:
            label, front = labels[unit.id].label, f"{unit.printed} " if unit.printed else ""
            inner = depth
            if unit.kind in HEADS:
                if front or unit.heading:
                    words = Text(front) + unit.heading
                    found.append(Item(words, depth, label, front, head=True, closing=closing, unit=unit.id))
                front, inner = "", depth + 1
            elif unit.heading:
                front += unit.heading.plain + " "
            if unit.text:
                # Of a protocol of ours; recognition may have taken a quotation apart.
                whole = "\n\n" in unit.text.plain and not protocol.numbering.as_printed
                words = Text(front) + unit.text
                found.append(Item(words, inner, label, front, whole, closing=closing, unit=unit.id))
            add(unit.children, depth + 1, closing)
            if unit.wrap_up:
                found.append(Item(unit.wrap_up, depth + 1, label, closing=closing, unit=unit.id))

    for zone in (protocol.body, protocol.closing, protocol.annexes):
        add(zone, 0, zone is protocol.closing)
    return tuple(found)


def instructions(
    row: Sequence[Item], agreement: Agreement, own_annexes: OwnAnnexes
) -> tuple[tuple[Instruction, ...], tuple[Finding, ...]]:
    """The instructions in the paragraphs of a protocol on `agreement`, and what was not understood."""
    reader = _Reader(row, agreement, own_annexes)
    reader.read()
    return tuple(reader.found), tuple(reader.findings)


class _Reader:
    def __init__(self, row: Sequence[Item], agreement: Agreement, own_annexes: OwnAnnexes) -> None:
        self.row = row
        self.own_annexes = own_annexes
        self.understanding = Understanding(agreement)
        self.cues = self.understanding.cues
        self.context: list[tuple[int, Address]] = []
        self.recent = Address()  # of the last list, whose members recognition may have set level with it
        self.next: tuple[str, ...] = ()  # what the next article of the protocol may be numbered
        self.found: list[Instruction] = []
        self.findings: list[Finding] = []

    def read(self) -> None:
        position = 0
        while position < len(self.row):
            position = self._item(position)

    def _item(self, position: int) -> int:
        """Read what begins at a paragraph; the position behind it."""
        item = self.row[position]
        if self.own_annexes.is_taken(item.unit):
            return position + 1  # new wording of the agreement, whatever it says
        words = item.text
        if item.printed and not _NUMBERED_NOUN.match(words.plain):
            words = words.slice(len(item.printed), len(words))
        while self.context and self.context[-1][0] >= item.depth:
            self.context.pop()
        if item.head:
            self.next = following(bare(item.printed) or "", self.understanding.language)
        told = words.plain.split("\n\n", 1)[0] if item.whole else words.plain
        sentence, quoted = taken_out(words.slice(0, len(told)))
        brought = annexed(sentence, self.understanding.language, self.cues) if not quoted else None
        if brought is not None:
            self._annexed(item, words, brought)
            return position + 1
        if not self.cues.amends.search(sentence):
            if (self.cues.leads.search(sentence) or self.cues.titled.search(sentence)) and not quoted:
                self._lead(item, sentence)
            elif self._brings(position, sentence):
                self._missed(item, words)
                return self._quotation(position, words)[0]
            return position + 1
        named = places(sentence, self.understanding.language)[0].address
        own = self.cues.own.search(sentence) and not named.steps
        if own and not quoted and not sentence.rstrip().endswith(":"):
            return position + 1
        end, content = self._quotation(position, words)
        if self.cues.leads.search(sentence) and not quoted and not content:
            self._lead(item, sentence)
            return position + 1
        plain = Instruction(Deed.DELETE, said=item.text.plain, label=item.label)
        above = Above(self.context[-1][1] if self.context else Address(), self.recent)
        made, understood = self.understanding.told(sentence, quoted, content, plain=plain, above=above)
        self.found.extend(made)
        if not understood and (quoted or content or named.steps or self.cues.surely.search(sentence)):
            self._missed(item, words)
        return end

    def _brings(self, position: int, sentence: str) -> bool:
        """Whether new wording is quoted for a place of the agreement, in words that we do not know."""
        behind = self.row[position + 1].text.plain if position + 1 < len(self.row) else ""
        quotes = _BRINGS.search(sentence) or (sentence.endswith(":") and _begins(behind))
        return bool(quotes and places(sentence, self.understanding.language)[0].address.steps)

    def _annexed(self, item: Item, words: Text, brought: Annexed) -> None:
        """An annex of the protocol that comes into the agreement."""
        units = self.own_annexes.take(brought.number)
        if not units:
            self._missed(item, words)
            return
        deed = Deed.INSERT if brought.is_new else Deed.REPLACE
        self.found.append(
            Instruction(
                deed,
                Address() if brought.is_new else brought.place,
                relation=Relation.WITHIN,
                units=units,
                added=brought.place.steps[-1:],
                said=item.text.plain,
                label=item.label,
            )
        )

    def _missed(self, item: Item, words: Text) -> None:
        self.findings.append(
            NOT_UNDERSTOOD.at(item.label, quote=in_short(words.plain, _SHOWN), label=item.label or "–")
        )

    def _lead(self, item: Item, sentence: str) -> None:
        address = places(sentence, self.understanding.language)[0].address
        if address.steps:
            around = self.context[-1][1] if self.context else Address()
            self.recent = address.within(Above(around, self.recent).of(address))
            self.context.append((item.depth, self.recent))

    def _quotation(self, position: int, words: Text) -> tuple[int, list[Text]]:
        """The blocks quoted behind the colon of an instruction, and the position behind them."""
        item = self.row[position]
        colon = re.search(r":\s*(?=[“„«‟\"]|$)", words.plain)
        if colon is None:
            return position + 1, []
        rest = words.slice(colon.end(), len(words))
        if item.whole:
            return position + 1, _opened(rest)
        behind = position + 1
        gathered = [rest] if rest.plain.strip() else []
        if not gathered:
            if behind >= len(self.row) or not _begins(self.row[behind].text.plain):
                return self._unquoted(behind, item)
            gathered.append(self.row[behind].text)
            behind += 1
        closes = self._closes_at(gathered, behind)
        while behind < len(self.row) and is_open("\n".join(part.plain for part in gathered)):
            if behind > closes and self._ends_before(behind):
                break
            gathered.append(self.row[behind].text)
            behind += 1
        joined: Text = Text()
        for index, part in enumerate(gathered):
            joined = joined + ("\n\n" if index else "") + part
        return behind, _opened(joined)

    def _closes_at(self, gathered: Sequence[Text], behind: int) -> int:
        """The paragraph that closes an open quotation before another one is brought; -1 where none does.

        New wording may itself read like an instruction (*a bridge that shall be deleted from the map*).
        """
        words = "\n".join(part.plain for part in gathered)
        for position in range(behind, min(len(self.row), behind + _MOST_QUOTED)):
            plain = self.row[position].text.plain
            words += "\n" + plain
            if _BRINGS_ANOTHER.search(plain):
                return -1
            if not _CLOSING.isdisjoint(plain) and not is_open(words):
                return position
        return -1

    def _ends_before(self, position: int) -> bool:
        """Whether the next instruction begins, so that the quotation was never closed."""
        item = self.row[position]
        words = _LABEL.sub("", item.text.plain)
        return not _begins(words) and bool(self.cues.begins.search(words))

    def _unquoted(self, position: int, item: Item) -> tuple[int, list[Text]]:
        """New wording that follows without signs, as far as the next instruction or the protocol itself."""
        found: list[Text] = []
        language = self.understanding.language
        own = following(bare(item.printed) or "", language)
        announced = {step.number for step in places(item.text.plain, language)[0].address.steps}
        while position < len(self.row):
            other = self.row[position]
            words = _LABEL.sub("", other.text.plain)
            if other.closing or self.cues.begins.search(words) or self.cues.own.search(words):
                break
            number = bare(other.printed) or "-"
            if not found and other.head and number in self.next and number not in announced:
                break
            if found and other.depth <= item.depth and number in (*own, *self.next):
                break
            found.append(other.text)
            position += 1
        return position, found


def _opened(rest: Text) -> list[Text]:
    """The blocks of a quotation without its signs and the full stop behind it."""
    text = rest.stripped()
    if text.plain[:1] in '“„«‟"':
        text = text.slice(1, len(text))
        tail = re.search(r"[”“»\"]\s*[.;,]?\s*(?:(?:and|un|та|і)\s*)?$", text.plain)
        if tail:
            text = text.slice(0, tail.start())
    return _blocks(text)


def _blocks(text: Text) -> list[Text]:
    """The lines of a quotation; one whose marks tell its units needs no cutting."""
    if text.of(Quoted):
        return [text]
    found, start = [], 0
    for cut in re.finditer(r"\n\n", text.plain):
        found.append(text.slice(start, cut.start()))
        start = cut.end()
    found.append(text.slice(start, len(text)))
    return [block for block in found if block.plain.strip()]


def _begins(plain: str) -> bool:
    return plain.lstrip()[:1] in tuple('“„«‟"')
