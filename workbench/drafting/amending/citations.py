"""Citations of places in the words of an instruction: *Article 3, paragraph 2*, *3. panta 2. punktā*.

The order of the parts does not matter (*пункт 2 статті 3*): each noun with its number is one level, and the
levels are put in order. A row of numbers (*Articles 5 to 7*, *5. un 6. pantu*) gives the first and the last,
or several places where it has gaps.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise

import msgspec

from workbench.agreement.tree import BASIC, GROUPING, Kind, Zone
from workbench.drafting.amending.instruction import Address, Step

LEVELS = (Kind.ANNEX, Kind.PART, Kind.TITLE, Kind.CHAPTER, Kind.SECTION, Kind.ARTICLE, Kind.RECITAL,
          Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)  # fmt: skip

_NOUNS: dict[str, tuple[tuple[str, Kind], ...]] = {
    "en": (("articles?|arts?\\.", Kind.ARTICLE), ("sections?", Kind.SECTION), ("chapters?", Kind.CHAPTER),
           ("parts?", Kind.PART), ("annex(?:es)?|appendi(?:x|ces)", Kind.ANNEX),
           ("sub-?paragraphs?", Kind.SUBPARAGRAPH), ("paragraphs?|paras?\\.?", Kind.PARAGRAPH),
           ("points?|items?|letters?|indents?", Kind.POINT),
           ("recitals?|preambular paragraphs?", Kind.RECITAL)),
    "lv": (("pant(?:s|a|am|u|ā|i|iem|us|os)", Kind.ARTICLE), ("sadaļ\\w*", Kind.SECTION),
           ("nodaļ\\w*", Kind.CHAPTER), ("daļ\\w*", Kind.PART), ("pielikum\\w*", Kind.ANNEX),
           ("apakšpunkt\\w*", Kind.SUBPARAGRAPH), ("punkt\\w*", Kind.PARAGRAPH),
           ("rindkop\\w*", Kind.PARAGRAPH), ("apsvērum\\w*", Kind.RECITAL)),
    "uk": (("статт\\w*|ст\\.", Kind.ARTICLE), ("розділ\\w*", Kind.SECTION), ("глав\\w*", Kind.CHAPTER),
           ("частин\\w*", Kind.PART), ("додат\\w*", Kind.ANNEX), ("підпункт\\w*", Kind.SUBPARAGRAPH),
           ("пункт\\w*", Kind.PARAGRAPH), ("абзац\\w*", Kind.PARAGRAPH)),
}  # fmt: skip
_ORDINALS = {
    "en": "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split(),
    "lv": "pirm otr treš ceturt piekt sest septīt astot devīt desmit".split(),
    "uk": "перш друг трет четверт п’ят шост сьом восьм дев’ят десят".split(),
}
_MANNERS = (
    r"\d+(?:[.-]\d+|[¹²³⁴⁵⁶⁷⁸⁹⁰]+)*(?:\s?(?:bis|ter|quater|quinquies|sexies)\b)?[a-z]?",
    r"(?<!\w)[IVXLC]+(?:\s(?:bis|ter|quater)\b)?(?!\w)",
    r"\(\w{1,5}\)",
    r"(?<!\w)[^\W\d_](?!\w)",
)
"""Figures, Roman numerals, anything in brackets, letters: a row of numbers keeps to one of them."""
_ONE = f"(?:{'|'.join(_MANNERS)})"
_AND = {"en": "and|to|or|through", "lv": "un|līdz", "uk": "та|і|й|до"}
_RANGE = re.compile(r"(?i)^\s*(?:to|through|līdz|до|[–—-])\s*$")
_HEADING = re.compile(
    r"(?i)\bheading|\bvirsrakst|\bназв[аиіуою]+ (?:статт|розділ|глав)|\bзаголов|\btitle of (?:art|sec)"
)
_ZONES = (
    (Zone.TITLE, re.compile(r"(?i)\bthe title\b|nosaukum|\bназв[аиіуою]+")),
    (Zone.PREAMBLE, re.compile(r"(?i)\bpreamble|preambul|преамбул")),
    (Zone.CLOSING, re.compile(r"(?i)\bconcluding part|noslēguma daļ|заключн\w+ частин")),
    (Zone.BODY, re.compile(r"(?i)\boperative part|pamatdaļ|основн\w+ частин")),
)
_LAST = {"en": "last|final", "lv": r"pēdēj\w+", "uk": r"останн\w+"}
_SENTENCES = {"en": r"sentences?", "lv": r"teikum\w*", "uk": r"реченн\w+"}
_MANY = ("two", "three", "four")


class Place(msgspec.Struct, frozen=True):
    """One place cited, or a row of them: `last` is the number of the last unit of the row."""

    address: Address
    last: str = ""


def places(phrase: str, language: str) -> tuple[Place, ...]:
    """The places a phrase cites; several only where a row of numbers has gaps."""
    steps: list[tuple[Step, list[str], bool]] = []
    bare = phrase
    for found in _pattern(language).finditer(phrase):
        kind = _kind(found["noun"] or found["noun2"] or found["noun3"], language)
        if found["ordinal"] or found["ordinal2"]:
            number = _ordinal(found["ordinal"] or found["ordinal2"], language)
            steps.append((Step(kind, number, ordinal=True), [number], False))
        else:
            row, ranged = _row(found["numbers"] or found["numbers2"] or "", language)
            steps.append((Step(kind, row[0] if row else ""), row, ranged))
            inner = [Step(Kind.POINT, n) for n in re.findall(r"\((\w{1,4})\)", found["brackets"] or "")]
            if inner and kind in BASIC:
                inner[0] = Step(Kind.PARAGRAPH, inner[0].number)
            steps.extend((step, [step.number], False) for step in inner)
        bare = bare.replace(found[0], " ", 1)
    steps = _settled(steps, phrase)
    heading = bool(_HEADING.search(phrase))
    sentence = sentences_named(phrase, language)
    if not steps:
        zone = next((zone for zone, cue in _ZONES if cue.search(phrase)), None)
        return (Place(Address(zone=zone, sentences=sentence)),)
    *outer, (last, row, ranged) = steps
    above = tuple(step for step, _, _ in outer)
    if len(row) < 2:
        return (Place(Address((*above, last), heading=heading, sentences=sentence)),)
    if ranged or _in_step(row):
        return (Place(Address((*above, last), heading=heading), row[-1]),)
    return tuple(Place(Address((*above, Step(last.kind, n)), heading=heading)) for n in row)


def _settled(steps: list[tuple[Step, list[str], bool]], phrase: str) -> list[tuple[Step, list[str], bool]]:
    """In order of level, each once; a *daļa* or *частина* of an article is a paragraph of it."""
    kinds = {step.kind for step, _, _ in steps}
    if Kind.ARTICLE in kinds:
        lines = Kind.PART in kinds
        steps = [(_in_article(step, lines=lines), row, to) for step, row, to in steps]
        steps = [entry for entry in steps if entry[0].kind not in GROUPING]
    if re.search(r"(?i)преамбул|\bpreamble|preambul", phrase):
        steps = [
            (
                msgspec.structs.replace(step, kind=Kind.RECITAL) if step.kind is Kind.PARAGRAPH else step,
                row,
                to,
            )
            for step, row, to in steps
        ]
    found: dict[tuple[Kind, int], tuple[Step, list[str], bool]] = {}
    points = sections = 0
    numbered = any(step.kind is Kind.PARAGRAPH and not step.ordinal for step, _, _ in steps)
    for entry in steps:
        kind = entry[0].kind
        points += kind is Kind.POINT
        sections += kind is Kind.SECTION
        # The second line of a numbered paragraph: “абзац другий пункту 3”.
        line = kind is Kind.PARAGRAPH and entry[0].ordinal and numbered
        nested = points if kind is Kind.POINT else sections if kind is Kind.SECTION else int(line)
        found.setdefault((kind, nested), entry)
    return [found[key] for key in sorted(found, key=lambda key: (LEVELS.index(key[0]), key[1]))]


def _in_article(step: Step, *, lines: bool) -> Step:
    """A *частина* of an article is a paragraph of it, and an *абзац* beside it a line of that."""
    if step.kind is Kind.PART:
        return msgspec.structs.replace(step, kind=Kind.PARAGRAPH, ordinal=False)
    return msgspec.structs.replace(step, ordinal=True) if lines and step.kind is Kind.PARAGRAPH else step


def numbers_named(phrase: str, language: str) -> tuple[str, str]:
    """The first and the last of the numbers a phrase gives, with or without their noun; empty for none."""
    found = places(phrase, language)[0]
    if found.address.steps:
        first = found.address.steps[-1].number
        return (first, found.last or first)
    row, _ = _row(phrase, language)
    return (row[0], row[-1]) if row else ("", "")


def sentences_named(phrase: str, language: str) -> tuple[int, int]:
    """The first and the last of the sentences a phrase names (`Address.sentences`); (0, 0) for none."""
    found = _sentence_pattern(language).search(phrase)
    if found is None:
        return (0, 0)
    start = _sentence_number(found["first"] or found["behind"], language)
    if found["many"]:
        return (start, start + _MANY.index(found["many"].lower()) + 1) if start > 0 else (-2, -1)
    return (start, _sentence_number(found["last"], language) if found["last"] else start)


@cache
def _sentence_pattern(language: str) -> re.Pattern[str]:
    words, last = "|".join(_ORDINALS[language]).replace("’", "[’']"), _LAST[language]
    ending = "" if language == "en" else r"\w*"
    one = rf"(?:(?:{words}){ending}|{last}|\d+(?:st|nd|rd|th|\.)?)"
    noun = _SENTENCES[language]
    behind = rf"|\b{noun} (?P<behind>{one})" if language == "uk" else "|(?P<behind>(?!))"
    and_more = rf"(?:\s*(?:,|\b(?:{_AND[language]})\b)\s*(?:the )?(?P<last>{one}))*"
    many = rf"(?: (?P<many>{'|'.join(_MANY)}))?"
    return re.compile(rf"(?i)\b(?P<first>{one}){and_more}{many} {noun}(?!\w){behind}")


def _sentence_number(word: str, language: str) -> int:
    return -1 if re.fullmatch(f"(?i){_LAST[language]}", word) else int(_ordinal(word, language))


@cache
def _pattern(language: str) -> re.Pattern[str]:
    nouns = "|".join(noun for noun, _ in _NOUNS[language])
    ordinals = "|".join(re.escape(word).replace("’", "[’']") for word in _ORDINALS[language])
    between = rf"\s*(?:,|[–—]|-(?=\d)|\b(?:{_AND[language]})\b)(?:\s*\b(?:{_AND[language]})\b)?\s*"
    manners = [*_MANNERS[:-1], _MANNERS[-1] + (r"\)" if language == "uk" else "")]
    row = "|".join(rf"{one}(?:{between}{one})*" for one in manners)
    if language == "lv":
        dotted = rf"{_ONE}[.)]*(?:\s*(?:,|[–—]|\b(?:{_AND['lv']})\b)\s*{_ONE}[.)]*)*"
        return re.compile(
            rf"(?i)\b(?:(?P<numbers>{dotted})\s+(?P<noun>{nouns})|(?P<ordinal>{ordinals})\w*\s+(?P<noun2>{nouns})"
            rf"|(?P<noun3>pielikum\w*))(?P<brackets>)(?P<ordinal2>)(?P<numbers2>)(?!\w)"
        )
    brackets = r"(?P<brackets>(?:\s?\(\w{1,4}\))*)"
    counted = rf"(?:{ordinals}){'' if language == 'en' else chr(92) + 'w*'}"
    if language == "en":
        counted += r"|1st|2nd|3rd|\d+th"
    alone = "annex|appendix" if language == "en" else r"додат\w+"
    return re.compile(
        rf"(?i)\b(?:(?P<ordinal>{counted})\s+(?P<noun>{nouns})"
        rf"|(?P<noun2>{nouns})\s+(?:(?P<ordinal2>(?:{ordinals})\w+)|(?P<numbers>{row})\)?){brackets}"
        rf"|(?P<noun3>{alone}))(?P<numbers2>)(?!\w)"
    )


def _kind(noun: str, language: str) -> Kind:
    return next(kind for words, kind in _NOUNS[language] if re.fullmatch(f"(?i){words}", noun))


def _ordinal(word: str, language: str) -> str:
    figures = re.match(r"\d+", word)
    if figures:
        return figures[0]
    plain = word.casefold().replace("'", "’")
    return str(next(i for i, stem in enumerate(_ORDINALS[language], start=1) if plain.startswith(stem)))


def _row(numbers: str, language: str) -> tuple[list[str], bool]:
    """The numbers of a row, and whether it runs from the first to the last."""
    ranged = any(_RANGE.match(words.strip(" .)")) for words in re.split(_ONE, numbers)[1:-1])
    apart = re.sub(rf"(?i)\b(?:{_AND[language]})\b", ",", numbers)
    return [number.strip("() .") for number in re.findall(_ONE, apart)], ranged


def _in_step(row: list[str]) -> bool:
    """Whether the numbers follow each other without a gap."""
    if all(number.isdecimal() for number in row):
        values = [int(number) for number in row]
    elif all(len(number) == 1 for number in row):
        values = [ord(number) for number in row]
    else:
        return False
    return all(b == a + 1 for a, b in pairwise(values))
