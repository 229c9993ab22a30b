"""The marks of a text: names, days, terms, instruments, references, brackets and places to fill."""

from __future__ import annotations

from collections.abc import Iterator

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.state_names import FormKind
from workbench.agreement.states import LANGUAGES
from workbench.agreement.text import CrossReference, Date, DefinedTerm, Mark, PartyName, Text
from workbench.agreement.tree import Kind, Party
from workbench.recognition import brackets, dates, instruments, references, terms
from workbench.recognition.nodes import Node
from workbench.recognition.parties import known_states
from workbench.recognition.spans import Spans
from workbench.recognition.structure import Skeleton

TOO_LONG = FindingKind(
    "recognition.paragraph-too-long",
    Severity.WARNING,
    "this paragraph has {length} characters, which no provision has; names, dates and references are marked "
    "in its first {limit} only",
)
_LONGEST = 200_000  # signs: the longest paragraphs of real agreements have some 10 000
_UNMARKED = (Kind.TITLE_LINE, Kind.SIGNATORY)
_NAMES = (FormKind.FORMAL, FormKind.SHORT, FormKind.INSTITUTION)


def _spans(skeleton: Skeleton) -> dict[int, list[Mark]]:
    """The brackets that reach over several texts, by the identity of each text.

    A bracket may open before the number of a provision ("[LV: Article 5"), so numbers count among the texts.
    """
    texts = [text for zone in skeleton.zones for top in zone for text in _texts(top)]
    found = brackets.spanning([text.plain for text in texts])
    return {id(texts[turn]): marks for turn, marks in found.items()}


def _texts(unit: Node) -> Iterator[Text]:
    """The texts of a unit and all below it in the order in which they are read."""
    yield Text(unit.printed or "")
    yield unit.heading
    yield unit.text
    for child in unit.children:
        yield from _texts(child)
    yield unit.wrap_up


class Marker:
    """Puts the marks on every text of one agreement."""

    def __init__(
        self, skeleton: Skeleton, language: str, parties: tuple[Party, ...], collective: str, own_name: str
    ) -> None:
        self.language = language
        self.own_name = own_name
        self.codes = {party.state: party.key for party in parties if party.state}
        self.others = [(party.name, party.key) for party in parties if not party.state]
        self.index = references.Index(skeleton.body, skeleton.annexes)
        self.findings: list[Finding] = []
        self.defined: dict[int, list[tuple[int, int, str]]] = {}
        names = {collective} if collective else set()
        for zone in skeleton.zones[1:]:
            for top in zone:
                listed = terms.lists_terms(top.heading.plain)
                for unit in top.walk():
                    found = terms.definitions(unit.plain[:_LONGEST], listed=listed)
                    if found:
                        self.defined[id(unit)] = found
                        names.update(term for _, _, term in found)
        self.spans = _spans(skeleton)
        self.uses = terms.Uses({name for name in names if name}, language)

    def mark(self, unit: Node, text: Text) -> Text:
        """A text of a unit with all its marks; those the source had (emphasis, notes) stay."""
        plain = text.plain
        if not plain:
            return text
        if len(plain) > _LONGEST:
            self.findings.append(
                TOO_LONG.at(unit.place.locator, length=len(plain), limit=_LONGEST, provision=unit.id)
            )
            plain = plain[:_LONGEST]
        made: list[Mark] = []
        if unit.kind is not Kind.SIGNATORY and unit.id is not None:
            made.extend(brackets.find(plain, unit.id, self._is_name))
            made.extend(self.spans.get(id(text), ()))
        made.extend(self._names(plain))
        if unit.kind not in _UNMARKED:
            made.extend(self._meaning(unit, plain, text is unit.text))
        if not made:
            return text
        marks = [*text.marks, *made]
        return Text(text.plain, tuple(sorted(marks, key=lambda mark: (mark.start, -mark.end))))

    def _is_name(self, words: str) -> bool:
        """Whether words are the name of a State, or a party of this agreement."""
        known = known_states().by_name(words, self.language if self.language in LANGUAGES else None)
        return known is not None or any(words.strip() == name for name, _ in self.others)

    def _meaning(self, unit: Node, plain: str, is_text: bool) -> list[Mark]:
        made = [Mark(start, end, Date(day)) for start, end, day in dates.find(plain)]
        cited = instruments.find(plain, self.language)
        if unit.kind is Kind.CITATION and not cited:
            day = next((mark.value.day for mark in made if isinstance(mark.value, Date)), None)
            cited = [
                Mark(
                    0,
                    len(plain.rstrip(" ;.,")),
                    instruments.instrument(plain.rstrip(" ;.,"), self.language, day),
                )
            ]
        made.extend(cited)
        defined = self.defined.get(id(unit), []) if is_text else []
        made.extend(Mark(start, end, DefinedTerm(term, defines=True)) for start, end, term in defined)
        named = Spans((mark.start, mark.end) for mark in cited)
        places = Spans((start, end) for start, end, _ in defined)
        for start, end, term in self.uses.find(plain):
            if not named.overlap(start, end) and not places.overlap(start, end):
                made.append(Mark(start, end, DefinedTerm(term)))
        for found in references.find(plain, unit, self.language, self.index, self.own_name):
            if named.cover(found.start, found.end):
                continue
            made.append(Mark(found.start, found.end, CrossReference(found.target)))
            if found.target is None:
                self.findings.append(
                    references.DANGLING.at(
                        unit.place.locator, quote=plain[found.start : found.end], provision=unit.id
                    )
                )
        return made

    def _names(self, plain: str) -> list[Mark]:
        made: list[Mark] = []
        if self.codes:
            for name in known_states().find_names(plain, self.language):
                if name.code in self.codes and name.form in _NAMES:
                    made.append(Mark(name.start, name.end, PartyName(self.codes[name.code])))
        for name_of, key in self.others:
            at = plain.find(name_of)
            while at >= 0:
                made.append(Mark(at, at + len(name_of), PartyName(key)))
                at = plain.find(name_of, at + 1)
        return made
