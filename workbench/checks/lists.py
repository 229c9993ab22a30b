"""Lists and the ends of paragraphs: one sign between the items, one *and* or *or* before the last."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix, Wording
from workbench.agreement.text import Bracket, DefinedTerm
from workbench.agreement.tree import Kind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, at

SIGN = FindingKind(
    "checks.list-punctuation",
    Severity.INFO,
    "this item ends in {sign} where the others of its list end in “{usual}”",
)
JOINED = FindingKind(
    "checks.list-and-or",
    Severity.INFO,
    "“{word}” stands behind this item, which is not the last but one: are all of the items meant, or one?",
)
BOTH = FindingKind(
    "checks.list-and-beside-or",
    Severity.WARNING,
    "the items of this list are joined by “{word}” here and by “{otherwise}” elsewhere: all of them, or one?",
)
NOT_JOINED = FindingKind(
    "checks.list-without-and",
    Severity.INFO,
    "neither “and” nor “or” stands before the last item, as it does in the other lists of this text",
)
NO_STOP = FindingKind(
    "checks.no-full-stop", Severity.INFO, "this paragraph ends without a full stop: “{quote}”"
)
_ITEMS = (Kind.POINT, Kind.SUBPARAGRAPH)
_FEWEST = 3
_AND_OR = {
    "en": re.compile(r"[;,]?\s+(?P<word>and/or|and|or)\s*$"),
    "lv": re.compile(r"[;,]?\s+(?P<word>un|vai)\s*$"),
    "uk": re.compile(r"[;,]?\s+(?P<word>та|і|й|або|чи)\s*$"),
}
_SAME = {"та": "і", "й": "і", "чи": "або"}
_SIGN_AT_END = re.compile(r"(?P<sign>[;,.:])[\])”»\"]*\d{0,2}$")
_SENTENCES = re.compile(r"[.;]\s+[A-ZĀ-ŽА-ЯІЇЄҐ]")
_WORDS = re.compile(r"\w+")
_SENTENCE = 6
"""Words from which a paragraph is a sentence rather than a heading or an entry."""


@dataclass(frozen=True, slots=True)
class _List:
    """The items of one list by their ends: sign and joining word."""

    unit: Provision
    items: tuple[Provision, ...]
    ends: tuple[tuple[str, str], ...]


@dataclass(frozen=True, slots=True)
class _End:
    """The end of a paragraph without items: whether it has a sign."""

    unit: Provision
    stopped: bool


def _note(unit: Provision, setting: Setting) -> Iterator[_List | _End]:
    joining = _AND_OR.get(setting.language)
    if joining is None:
        return
    if unit.kind is Kind.PARAGRAPH and not unit.children and not unit.wrap_up:
        plain = unit.text.plain.rstrip()
        if len(_WORDS.findall(plain)) >= _SENTENCE:
            yield _End(unit, not plain[-1].isalpha() or bool(unit.text.of(Bracket)))
    items = _items(unit)
    if len(items) >= _FEWEST and not any(item.children or item.wrap_up or not item.text for item in items):
        yield _List(unit, items, tuple(_end(item.text.plain, joining) for item in items))


def _items(unit: Provision) -> tuple[Provision, ...]:
    """The items below a unit; words without a number behind the last numbered one go on after the list."""
    items = [child for child in unit.children if child.kind in _ITEMS]
    if any(item.printed for item in items):
        while items and not items[-1].printed:
            items.pop()
    return tuple(items)


def _end(plain: str, joining: re.Pattern[str]) -> tuple[str, str]:
    found = joining.search(plain)
    body = plain[: found.start("word")].rstrip() if found else plain.rstrip()
    sign = _SIGN_AT_END.search(body)
    return sign["sign"] if sign else "", found["word"].casefold() if found else ""


def _judge(notes: Sequence[_List | _End], matter: Matter) -> Iterator[Finding]:
    lists = [note for note in notes if isinstance(note, _List)]
    joined = sum(bool(one.ends[-2][1]) for one in lists)
    usual = 0 < joined < len(lists) and (len(lists) - joined == 1 or joined * 5 >= len(lists) * 4)
    for one in lists:
        yield from _signs(one)
        yield from _joining(one, matter.language, usual=usual)
    within = [note for note in notes if isinstance(note, _End) and matter.places.basic(note.unit.id)]
    yield from _stops(within)


LISTS = OfAgreement(_note, _judge)
"""The punctuation of lists, what joins their items, and paragraphs that end without a sign."""


def _signs(one: _List) -> Iterator[Finding]:
    """An item that ends otherwise than all others but the last."""
    body = [sign for sign, _ in one.ends[:-1]]
    usual, most = Counter(body).most_common(1)[0]
    if not usual or usual in ".:" or most < 2 or len(body) - most > 1:
        if not (len(body) == 2 and ";" in body and body[0] != body[1]):
            return
        usual = ";"
    for item, (sign, word) in zip(one.items[:-1], one.ends[:-1], strict=True):
        if sign in (usual, ":") or (word and sign in (",", "")):
            continue
        if _SENTENCES.search(item.text.plain) or not (sign or item.text.plain.rstrip()[-1].isalpha()):
            continue  # an item of several sentences; one that ends in a bracket or a note
        passage = Passage(item, Wording.TEXT, item.text)
        end = len(passage.plain.rstrip()) if not word else passage.plain.rindex(word)
        end = len(passage.plain[:end].rstrip())
        fix = Fix("end it in “{new}”", {"new": usual}, (passage.rewording(end - len(sign), end, usual),))
        told = f"“{sign}”" if sign else "no sign"
        quote = passage.plain[-60:]
        yield passage.finding(SIGN, max(0, end - 1), end, quote=quote, fixes=(fix,), sign=told, usual=usual)


def _joining(one: _List, language: str, *, usual: bool) -> Iterator[Finding]:
    words = [word for _, word in one.ends[:-1]]
    told = [(item, word) for item, word in zip(one.items, words, strict=False) if word]
    kinds = {_SAME.get(word, word) for _, word in told}
    if len(kinds) > 1 and "and/or" not in kinds:
        item, word = told[0]
        yield at(BOTH, item, quote=item.text.plain[-60:], word=word, otherwise=told[-1][1])
    elif told and len(told) < len(words) and not words[-1]:
        item, word = told[-1]
        yield at(JOINED, item, quote=item.text.plain[-60:], word=word)
    elif not told and usual and language == "en" and one.ends[0][0] == ";" and not _defines(one):
        item = one.items[-2]
        yield at(NOT_JOINED, item, quote=item.text.plain[-60:])


def _defines(one: _List) -> bool:
    """Whether the items are definitions, each of which stands by itself."""
    return any(term.defines for item in one.items for _, _, term in item.text.of(DefinedTerm))


def _stops(ends: Sequence[_End]) -> Iterator[Finding]:
    """Paragraphs without a sign at their end, where nearly all others have one."""
    open_ones = [one for one in ends if not one.stopped]
    if not open_ones or len(open_ones) * 10 > len(ends) or len(open_ones) > _FEWEST:
        return  # so many without a stop are a way of printing, or of reading
    for one in open_ones:
        passage = Passage(one.unit, Wording.TEXT, one.unit.text)
        end = len(passage.plain.rstrip())
        fix = Fix("end it in “{new}”", {"new": "."}, (passage.rewording(end, end, "."),))
        yield passage.finding(NO_STOP, end - 1, end, quote=passage.plain[-60:].strip(), fixes=(fix,))
