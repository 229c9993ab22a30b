"""Clauses: what one clause of an instruction does, where, and with which words.

`Above` is the place that stands above it. Quotations are tokens in the clause (see `cues`).
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from workbench.agreement.text import Text, join
from workbench.agreement.tree import Kind
from workbench.drafting.amending.addresses import INNER
from workbench.drafting.amending.blocks import HEADS
from workbench.drafting.amending.citations import LEVELS, Place, numbers_named, places, sentences_named
from workbench.drafting.amending.cues import CUES, Cues
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step
from workbench.drafting.amending.manner import Reading

TOKEN = re.compile(r"⟦(\d+)⟧")
_ROW_OF_WORDS = re.compile(r"(?i)^[\s,]*(?:(?:and|or|un|vai|та|і|або)\s+(?:the\s+)?(?:\w+\s+)?)?$")
_SO_TOO = re.compile(r"(?i)⟦(?P<old>\d+)⟧,?\s(?:by|with|ar|на|словами?|цифрами?)\s[^⟦]*?⟦(?P<new>\d+)⟧")


_ACCORDINGLY = re.compile(r"(?i)\baccordingly|\battiecīgi|\bвідповідно|\bперенумер|pārnumurē")


class Above:
    """The place that stands above a clause: that of the list around it, or of what was read just before."""

    def __init__(self, around: Address, recent: Address) -> None:
        self.around, self.recent = around, recent

    def of(self, address: Address | None = None) -> Address:
        """What a place has from above; only one inside an article has anything from what stood before."""
        if self.around.steps:
            return self.around
        inner = address is not None and (
            (address.steps and address.steps[0].kind in INNER) or (not address.steps and address.sentences[0])
        )
        return self.recent if inner else Address()

    def after(self, place: Address) -> Above:
        """For the next clause of the same sentence: the article or annex of this one."""
        top = Address(place.steps[:-1] if place.steps[-1:] and len(place.steps) > 1 else place.top)
        return Above(self.around, top if not self.around.steps else self.recent)


class Clause:
    """One clause of a sentence, and what is known about it from elsewhere."""

    def __init__(
        self,
        sentence: str,
        quoted: Sequence[Text],
        content: Sequence[Text],
        *,
        plain: Instruction,
        above: Above,
        language: str,
        reading: Reading,
    ) -> None:
        self.reading, self.language = reading, language
        self.cues: Cues = CUES[language]
        self.sentence, self.above = sentence, above
        self.outside = TOKEN.sub(" ", sentence)
        self.tokens = [int(number) for number in TOKEN.findall(sentence)]
        self.quoted, self.content = quoted, tuple(content)
        self.plain = replace(plain, everywhere=bool(self.cues.everywhere.search(sentence)))

    def told(self) -> list[Instruction]:
        """The instructions of the clause; none where it is not understood."""
        cues = self.cues
        new = self.content or tuple(self.quoted[token] for token in self.tokens)
        if self.tokens and cues.words.search(self.sentence):
            return self._words()
        if cues.move.search(self.sentence):
            return self._move()
        if cues.renumber.search(self.sentence):
            return self._renumber()
        if cues.insert.search(self.sentence):
            if cues.sentence.search(self.sentence):
                return self._sentence(new) if new else []
            put_in = self._insertion(new) if new else None
            return [put_in] if put_in is not None else []
        if cues.replace.search(self.sentence):
            return self._replacement(new) if new else []
        if cues.delete.search(self.sentence) and not new:
            return self._deletion()
        return []

    def _placed(self, address: Address) -> Address:
        return address.within(self.above.of(address))

    def _named(self, phrase: str) -> tuple[Place, ...]:
        return places(phrase, self.language)

    def _words(self) -> list[Instruction]:
        """What becomes of words; nothing where one of the quotations has no part in it."""
        found: list[Instruction] = []
        used: set[int] = set()
        for deed in self.cues.word_deeds:
            match = deed.pattern.search(self.sentence)
            if match is None:
                continue
            named = [(int(match["old"]), None if deed.deed is Deed.DELETE_WORDS else int(match["new"]))]
            if deed.deed is Deed.DELETE_WORDS:
                named += [(token, None) for token in self._row(match)]
            else:
                so_too = _SO_TOO.finditer(self.sentence, match.end())
                named += [(int(more["old"]), int(more["new"])) for more in so_too]
            for old, new in named:
                used |= {old, new if new is not None else old}
                come = self.quoted[new].stripped() if new is not None else Text()
                for place in self._named(self.outside):
                    found.append(
                        replace(
                            self.plain,
                            deed=deed.deed,
                            place=self._words_place(place),
                            relation=deed.relation,
                            old=self.quoted[old].stripped(),
                            new=come,
                        )
                    )
            break
        if len({one.place for one in found}) > 1:  # *in Articles 2 and 4*: in either, as often as it stands
            found = [replace(one, everywhere=True) for one in found]
        return found if used >= set(self.tokens) else []

    def _words_place(self, place: Place) -> Address:
        address = place.address
        if address.steps:
            return self._placed(address)
        if address.zone is not None:
            return address
        above = self.above.of(address)
        return replace(above, heading=address.heading or above.heading, sentences=address.sentences)

    def _row(self, match: re.Match[str]) -> list[int]:
        """The other quotations of a row of which one is deleted: *the words “a”, “b” and “c”*."""
        row: list[int] = []
        tokens = list(TOKEN.finditer(self.sentence))
        at = next(i for i, token in enumerate(tokens) if token[1] == match["old"])
        for step, rest in ((-1, tokens[:at][::-1]), (1, tokens[at + 1 :])):
            end = tokens[at]
            for token in rest:
                first, last = (token, end) if step < 0 else (end, token)
                if not _ROW_OF_WORDS.match(self.sentence[first.end() : last.start()]):
                    break
                row.append(int(token[1]))
                end = token
        return row

    def _move(self) -> list[Instruction]:
        renumber = self.cues.renumber.split(self.sentence, maxsplit=1)
        beside = self.cues.beside.search(renumber[0])
        if beside is None:
            return []
        rest = renumber[0][: beside.start()] + " " + renumber[0][beside.end() :]
        (moved, *_), (anchor, *_) = self._named(rest), self._named(beside["place"])
        if not moved.address.steps or not anchor.address.steps:
            return []
        place = self._placed(moved.address)
        relation = Relation.BEFORE if beside["before"] else Relation.AFTER
        found = [
            replace(
                self.plain,
                deed=Deed.MOVE,
                place=place,
                relation=relation,
                beside=_beside(anchor.address, place),
            )
        ]
        if len(renumber) > 1:
            numbers = numbers_named(renumber[-1], self.language)
            if not numbers[0]:
                return []
            found.append(replace(self.plain, deed=Deed.RENUMBER, place=place, numbers=numbers))
        return found

    def _renumber(self) -> list[Instruction]:
        before, *_, behind = self.cues.renumber.split(self.sentence, maxsplit=1)
        old = self._named(before)
        if not old[0].address.steps:
            kind = self.cues.kind_of(before)
            if kind is None:
                return []
            old = (Place(Address((Step(kind),))),)
        numbers = numbers_named(behind, self.language)
        if not numbers[0] and not _ACCORDINGLY.search(self.sentence):
            return []
        becomes = self._named(behind)[0].address.steps[-1:]
        if becomes and becomes[0].kind is not old[0].address.steps[-1].kind:
            return self._first_paragraph(old, becomes[0])
        return [
            replace(
                self.plain,
                deed=Deed.RENUMBER,
                place=self._placed(place.address),
                last=place.last,
                numbers=numbers if len(old) == 1 else ("", ""),
            )
            for place in old
        ]

    def _first_paragraph(self, old: Sequence[Place], becomes: Step) -> list[Instruction]:
        """*The text of Article 3 shall become paragraph 1*: its only paragraph gets a number."""
        (place, *others) = old
        if others or place.last or place.address.steps[-1].kind not in HEADS or becomes.kind not in INNER:
            return []
        only = Step(becomes.kind, "1", ordinal=True)
        article = self._placed(place.address)
        inside = replace(article, steps=(*article.steps, only))
        number = (becomes.number, becomes.number)
        return [replace(self.plain, deed=Deed.RENUMBER, place=inside, numbers=number)]

    def _deletion(self) -> list[Instruction]:
        named = self._named(self.sentence)
        if not any(says(place.address) for place in named):
            return []
        return [
            replace(self.plain, deed=Deed.DELETE, place=self._placed(place.address), last=place.last)
            for place in named
        ]

    def _replacement(self, new: Sequence[Text]) -> list[Instruction]:
        cues = self.cues
        if not self.content and len(self.tokens) > 1:
            return []
        told = cues.replace.split(self.outside, maxsplit=1)
        (place, *others) = self._named(told[0] if cues.place_first else " ".join(told))
        address = place.address
        if not address.steps and address.zone is None:
            above = self.above.of(address)
            address = replace(above, heading=address.heading or above.heading, sentences=address.sentences)
        address = self._placed(address)
        if others or (not address.steps and address.zone is None and not address.heading):
            return []
        if address.heading or address.sentences[0]:
            return [replace(self.plain, deed=Deed.REPLACE, place=address, new=join(list(new), " "))]
        steps = (address.steps[-1],) if address.steps else ()
        added = self._announced(steps, new)
        return [
            replace(
                self.plain, deed=Deed.REPLACE, place=address, content=tuple(new), added=added, last=place.last
            )
        ]

    def _announced(self, steps: tuple[Step, ...], blocks: Sequence[Text]) -> tuple[Step, ...]:
        """What the new wording of a unit holds: a unit of its kind, under whatever number it bears."""
        if not steps or steps[-1].kind not in HEADS:
            return steps
        head = self.reading.head(blocks[0].plain) if blocks else None
        return (Step(steps[-1].kind if head is None else head[0]),)

    def _sentence(self, new: Sequence[Text]) -> list[Instruction]:
        """New sentences, at the end of a place or next to one of its sentences."""
        beside = self.cues.next.search(self.outside)
        address = self._named(self.outside)[0].address
        relation, which = Relation.AFTER, (0, 0)
        if beside is not None:
            relation = Relation.BEFORE if beside["before"] else Relation.AFTER
            which = sentences_named(beside[0], self.language)
        elif self.cues.first.search(self.outside):
            relation = Relation.BEFORE
        place = self._placed(replace(address, sentences=which))
        if not place.steps and place.zone is None:
            place = replace(self.above.of(Address(sentences=(1, 1))), sentences=which)
        if not place.steps and place.zone is None:
            return []
        words = join([block.stripped() for block in new], " ")
        return [replace(self.plain, deed=Deed.INSERT_WORDS, place=place, relation=relation, new=words)]

    def _insertion(self, content: Sequence[Text]) -> Instruction | None:
        above = self.above.of()
        beside = self.cues.beside.search(self.sentence)
        relation = Relation.WITHIN
        anchor: Address | None = None
        rest = self.sentence
        if beside:
            relation = Relation.BEFORE if beside["before"] else Relation.AFTER
            anchor = self._named(beside["place"])[0].address
            rest = self.sentence[: beside.start()] + " ⟦⟧ " + self.sentence[beside.end() :]
        new = self.cues.added.search(rest)
        named = new["added"] if new else ""
        outer = self._named(rest.replace(named, " ", 1) if named else rest)[0].address
        if anchor is not None and anchor.steps:
            place = anchor.within(self._placed(outer) if outer.steps else self.above.of(anchor))
        else:
            place, relation = self._placed(outer) if outer.steps else above, Relation.WITHIN
        place = replace(place, sentences=(0, 0))
        added = self._added(named, content, place, relation)
        if not place.steps and added and added[0].kind in INNER:
            place = self.above.recent
        if relation is Relation.WITHIN and added and place.steps:
            inner = LEVELS.index(added[0].kind) > LEVELS.index(place.steps[-1].kind)
            relation = Relation.WITHIN if inner else Relation.AFTER
        beside_article = relation is not Relation.WITHIN and place.steps and place.steps[-1].kind in HEADS
        if beside_article and added and added[0].kind in INNER:
            return None  # a paragraph next to an article: the place was not understood
        return replace(
            self.plain, deed=Deed.INSERT, place=place, relation=relation, content=tuple(content), added=added
        )

    def _added(
        self, named: str, content: Sequence[Text], place: Address, relation: Relation
    ) -> tuple[Step, ...]:
        """What an instruction announces as new, by its words or else by the first line quoted."""
        found = self._named(named)
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


def says(address: Address) -> bool:
    """Whether a place is named at all."""
    return bool(address.steps or address.zone or address.sentences[0])


def _beside(anchor: Address, place: Address) -> Address:
    """The unit a moved one stands next to: in the same article, unless it is named in full."""
    return anchor.within(Address(place.steps[:-1])) if anchor.steps[0].kind in INNER else anchor
