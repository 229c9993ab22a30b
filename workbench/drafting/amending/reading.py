"""Reading a protocol: the instructions in it, whoever drafted it, in the usual words of three languages.

`Items` are the paragraphs of the protocol as they come. An instruction begins in one of them; new wording
that is quoted may run on through those that follow. A paragraph that leads a list (*Article 3 shall be
amended as follows:*) lends its place to the members of the list.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

import msgspec

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numbering import numbers
from workbench.agreement.quoting import in_short
from workbench.agreement.text import Quoted, Text
from workbench.agreement.tree import Agreement, Kind, Provision
from workbench.drafting.amending.addresses import INNER
from workbench.drafting.amending.blocks import HEADS
from workbench.drafting.amending.citations import LEVELS, SENTENCE, Place, places
from workbench.drafting.amending.cues import CUES, Cues
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step
from workbench.drafting.amending.manner import Reading
from workbench.drafting.amending.quotations import is_open, taken_out

NOT_UNDERSTOOD = FindingKind(
    "amending.not-understood",
    Severity.ERROR,
    "{label}: it seems to amend the agreement, but was not understood and not carried out: “{quote}”",
)
_LABEL = re.compile(r"^\s*(?:\d+(?:\.\d+)*[.)]|\(\w{1,4}\)|[^\W\d_]{1,2}\)|[–—-])\s+")
# A number that recognition took for that of the paragraph, while it is that of the provision cited.
_NUMBERED_NOUN = re.compile(r"(?i)^\d+[.)]\s+(?:pant|punkt|apakšpunkt|sadaļ|nodaļ|pielikum|daļ)")
_TOKEN = re.compile(r"⟦(\d+)⟧")


@dataclass(frozen=True, slots=True)
class Item:
    """One paragraph of a protocol: its words, how deep it stands, what it is called there.

    `printed` is the number in front of the words. `whole` says that a quotation cannot run on beyond the
    paragraph, because it holds all blocks.
    """

    text: Text
    depth: int
    label: str
    printed: str = ""
    whole: bool = False


def items(protocol: Agreement) -> tuple[Item, ...]:
    """The paragraphs of a protocol in document order, numbers as printed in front."""
    labels = numbers(protocol)
    found: list[Item] = []

    def add(units: Sequence[Provision], depth: int) -> None:
        for unit in units:
            label, front = labels[unit.id].label, f"{unit.printed} " if unit.printed else ""
            inner = depth
            if unit.kind in HEADS:
                if front or unit.heading:
                    found.append(Item(Text(front) + unit.heading, depth, label, front))
                front, inner = "", depth + 1
            elif unit.heading:
                front += unit.heading.plain + " "
            if unit.text:
                # Of a protocol of ours; recognition may have taken a quotation apart.
                whole = "\n\n" in unit.text.plain and not protocol.numbering.as_printed
                found.append(Item(Text(front) + unit.text, inner, label, front, whole))
            add(unit.children, depth + 1)
            if unit.wrap_up:
                found.append(Item(unit.wrap_up, depth + 1, label))

    for zone in (protocol.body, protocol.closing, protocol.annexes):
        add(zone, 0)
    return tuple(found)


def instructions(
    row: Sequence[Item], agreement: Agreement
) -> tuple[tuple[Instruction, ...], tuple[Finding, ...]]:
    """The instructions in the paragraphs of a protocol on `agreement`, and what was not understood."""
    reader = _Reader(row, agreement)
    reader.read()
    return tuple(reader.found), tuple(reader.findings)


class _Reader:
    def __init__(self, row: Sequence[Item], agreement: Agreement) -> None:
        self.row = row
        self.language = agreement.language if agreement.language in CUES else "en"
        self.cues: Cues = CUES[self.language]
        self.reading = Reading(agreement)
        self.context: list[tuple[int, Address]] = []
        self.recent = Address()  # of the last list, whose members recognition may have set level with it
        self.found: list[Instruction] = []
        self.findings: list[Finding] = []

    def read(self) -> None:
        position = 0
        while position < len(self.row):
            position = self._item(position)

    def _item(self, position: int) -> int:
        """Read what begins at a paragraph; the position behind it."""
        item = self.row[position]
        words = item.text
        if item.printed and not _NUMBERED_NOUN.match(words.plain):
            words = words.slice(len(item.printed), len(words))
        while self.context and self.context[-1][0] >= item.depth:
            self.context.pop()
        told = words.plain.split("\n\n", 1)[0] if item.whole else words.plain
        sentence, quoted = taken_out(words.slice(0, len(told)))
        if not self.cues.amends.search(sentence):
            lead = self.cues.leads.search(sentence)
            if lead and not quoted:
                self._lead(item, sentence)
            return position + 1
        end, content = self._quotation(position, words)
        before = len(self.found)
        if self.cues.leads.search(sentence) and not quoted and not content:
            self._lead(item, sentence)
            return position + 1
        self._sentence(sentence, quoted, content, item)
        if len(self.found) == before and (quoted or content or self.cues.surely.search(sentence)):
            self.findings.append(
                NOT_UNDERSTOOD.at(item.label, quote=in_short(words.plain, 160), label=item.label or "–")
            )
        return end

    def _lead(self, item: Item, sentence: str) -> None:
        named = places(sentence, self.language)
        address = named[0].address
        if address.steps:
            self.recent = address.within(self._above())
            self.context.append((item.depth, self.recent))

    def _above(self, address: Address | None = None) -> Address:
        """The place a list lends its members; that of the list just read for a place inside an article."""
        if self.context:
            return self.context[-1][1]
        inner = address is not None and address.steps and address.steps[0].kind in INNER
        return self.recent if inner else Address()

    def _placed(self, address: Address) -> Address:
        return address.within(self._above(address))

    def _quotation(self, position: int, words: Text) -> tuple[int, list[Text]]:
        """The blocks quoted behind the colon of an instruction, and the position behind them."""
        item = self.row[position]
        colon = re.search(r":\s*(?=[“„«‟\"]|$)", words.plain)
        if colon is None:
            return position + 1, []
        rest = words.slice(colon.end(), len(words))
        if item.whole:
            return position + 1, _opened(rest)
        following = position + 1
        gathered = [rest] if rest.plain.strip() else []
        if not gathered:
            if following >= len(self.row) or not _begins(self.row[following].text.plain):
                return following, self._unquoted(following)[1]
            gathered.append(self.row[following].text)
            following += 1
        while following < len(self.row) and is_open("\n".join(part.plain for part in gathered)):
            if self._ends_before(following):
                break
            gathered.append(self.row[following].text)
            following += 1
        joined: Text = Text()
        for index, part in enumerate(gathered):
            joined = joined + ("\n\n" if index else "") + part
        return following, _opened(joined)

    def _ends_before(self, position: int) -> bool:
        """Whether the next instruction begins, so that the quotation was never closed."""
        item = self.row[position]
        words = _LABEL.sub("", item.text.plain)
        return not _begins(words) and bool(self.cues.begins.search(words))

    def _unquoted(self, position: int) -> tuple[int, list[Text]]:
        return position, []

    def _sentence(self, sentence: str, quoted: list[Text], content: list[Text], item: Item) -> None:
        """The instructions of one sentence; several where its places have gaps."""
        plain = Instruction(Deed.DELETE, said=item.text.plain, label=item.label)
        for made in self._told(sentence, quoted, content, plain):
            self.found.append(made)

    def _told(
        self, sentence: str, quoted: list[Text], content: list[Text], plain: Instruction
    ) -> list[Instruction]:
        cues = self.cues
        if SENTENCE.search(_TOKEN.sub("", sentence)) and not cues.words.search(sentence):
            return []
        change = msgspec.structs.replace
        words = cues.words.search(sentence)
        if words and quoted:
            return self._words(sentence, quoted, plain)
        if cues.renumber.search(sentence):
            split = cues.renumber.split(sentence, maxsplit=1)
            old = places(split[0], self.language)
            new = places(split[-1], self.language)
            if not old[0].address.steps or not new[0].address.steps:
                return []
            first = new[0].address.steps[-1].number
            return [
                change(
                    plain,
                    deed=Deed.RENUMBER,
                    place=self._placed(old[0].address),
                    last=old[0].last,
                    numbers=(first, new[0].last or first),
                )
            ]
        insertion = cues.insert.search(sentence)
        if insertion and content:
            return [self._insertion(sentence, content, plain)]
        if cues.replace.search(sentence) and (content or quoted):
            return self._replacement(sentence, quoted, content, plain)
        if cues.delete.search(sentence) and not quoted:
            named = places(sentence, self.language)
            if not any(place.address.steps or place.address.zone for place in named):
                return []
            return [
                change(plain, deed=Deed.DELETE, place=self._placed(place.address), last=place.last)
                for place in named
            ]
        return []

    def _replacement(
        self, sentence: str, quoted: list[Text], content: list[Text], plain: Instruction
    ) -> list[Instruction]:
        above = self._above()
        told = self.cues.replace.split(_TOKEN.sub("", sentence), maxsplit=1)
        named = places(told[0] if self.cues.place_first else " ".join(told), self.language)
        place = named[0] if named[0].address.steps or named[0].address.zone else Place(above)
        address = self._placed(place.address) if place.address is not above else above
        if not address.steps and address.zone is None and not address.heading:
            return []
        if address.heading:
            return [
                msgspec.structs.replace(plain, deed=Deed.REPLACE, place=address, new=_one(content or quoted))
            ]
        blocks = content or [block for text in quoted for block in _blocks(text)]
        steps = (address.steps[-1],) if address.steps else ()
        return [
            msgspec.structs.replace(
                plain,
                deed=Deed.REPLACE,
                place=address,
                content=tuple(blocks),
                added=self._announced(steps, blocks),
                last=place.last,
            )
        ]

    def _announced(self, steps: tuple[Step, ...], blocks: list[Text]) -> tuple[Step, ...]:
        """What the new wording of a unit holds: a unit of its kind, under whatever number it bears."""
        if not steps or steps[-1].kind not in HEADS:
            return steps
        head = self.reading.head(blocks[0].plain) if blocks else None
        return (Step(steps[-1].kind if head is None else head[0]),)

    def _insertion(self, sentence: str, content: list[Text], plain: Instruction) -> Instruction:
        above = self._above()
        beside = self.cues.beside.search(sentence)
        relation = Relation.WITHIN
        anchor: Address | None = None
        rest = sentence
        if beside:
            relation = Relation.BEFORE if beside["before"] else Relation.AFTER
            anchor = places(beside["place"], self.language)[0].address
            rest = sentence[: beside.start()] + " ⟦⟧ " + sentence[beside.end() :]
        new = self.cues.added.search(rest)
        named = new["added"] if new else ""
        outer = places(rest.replace(named, " ", 1) if named else rest, self.language)[0].address
        if anchor is not None and anchor.steps:
            place = anchor.within(self._placed(outer) if outer.steps else self._above(anchor))
        else:
            place, relation = self._placed(outer) if outer.steps else above, Relation.WITHIN
        added = self._added(named, content, place, relation)
        if not place.steps and added and added[0].kind in INNER:
            place = self.recent
        if relation is Relation.WITHIN and added and place.steps:
            inner = LEVELS.index(added[0].kind) > LEVELS.index(place.steps[-1].kind)
            relation = Relation.WITHIN if inner else Relation.AFTER
        return msgspec.structs.replace(
            plain, deed=Deed.INSERT, place=place, relation=relation, content=tuple(content), added=added
        )

    def _added(self, named: str, content: list[Text], place: Address, relation: Relation) -> tuple[Step, ...]:
        """What an instruction announces as new, by its words or else by the first line quoted."""
        found = places(named, self.language)
        steps = found[0].address.steps[-1:] if found[0].address.steps else ()
        if steps and found[0].last and steps[0].number.isdecimal() and found[0].last.isdecimal():
            row = range(int(steps[0].number), int(found[0].last) + 1)
            return tuple(Step(steps[0].kind, str(number)) for number in row)
        if len(found) > 1:
            return tuple(place.address.steps[-1] for place in found)
        if steps:
            return (Step(steps[0].kind, "" if steps[0].ordinal else steps[0].number),)
        head = self.reading.head(content[0].plain) if content else None
        if head is not None:
            return (Step(head[0]),)
        noun = self.cues.kind_of(named)
        if noun is not None:
            several = max(1, len(content)) if self.cues.several.search(named) else 1
            return tuple(Step(noun) for _ in range(several))
        if relation is not Relation.WITHIN and place.steps:
            return (Step(place.steps[-1].kind),)
        return (Step(Kind.PARAGRAPH),) if place.steps and place.steps[-1].kind in HEADS else ()

    def _words(self, sentence: str, quoted: list[Text], plain: Instruction) -> list[Instruction]:
        cues, above = self.cues, self._above()
        outside = _TOKEN.sub(" ", sentence)
        told = []
        for found in cues.word_deeds:
            match = found.pattern.search(sentence)
            if match is None:
                continue
            old = quoted[int(match["old"])]
            new = quoted[int(match["new"])] if found.deed is not Deed.DELETE_WORDS else Text()
            for place in places(outside, self.language):
                told.append(
                    msgspec.structs.replace(
                        plain,
                        deed=found.deed,
                        place=self._placed(place.address) if place.address.steps else _or(place, above),
                        relation=found.relation,
                        old=old.stripped(),
                        new=new.stripped(),
                    )
                )
            return told
        return told


def _or(place: Place, above: Address) -> Address:
    if place.address.zone is not None:
        return place.address
    return msgspec.structs.replace(above, heading=place.address.heading or above.heading)


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


def _one(parts: Sequence[Text]) -> Text:
    whole = Text()
    for index, part in enumerate(parts):
        whole = whole + (" " if index else "") + part
    return whole


def _begins(plain: str) -> bool:
    return plain.lstrip()[:1] in tuple('“„«‟"')
