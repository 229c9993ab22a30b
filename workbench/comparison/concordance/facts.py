"""What a provision says alike in every language: numbers, days, amounts, references, blanks, brackets.

A fact carries the figures it is made of, because languages spell the same thing in different ways: a day that
one text writes out another may write in a form nobody recognised, and its day and year then still stand among
the plain numbers.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from uuid import UUID

from workbench.agreement import numerals
from workbench.agreement.text import Alternative, Bracket, CrossReference, Date, Placeholder, Text


class FactKind(StrEnum):
    """The kinds of fact; the values are those of the command line's JSON."""

    NUMBER = "number"
    DATE = "date"
    AMOUNT = "amount"
    REFERENCE = "reference"
    PLACEHOLDER = "placeholder"
    BRACKET = "bracket"


class Sight(StrEnum):
    """Where the same fact would be seen in another language."""

    ALWAYS = "always"
    KNOWN = "in languages whose words we know"
    NEVER = "hardly ever"


@dataclass(frozen=True, slots=True)
class Fact:
    """One fact: its value as compared, the figures in it, and the words it stands in.

    `sight` says in which languages a partner would be seen.
    """

    kind: FactKind
    value: str
    figures: tuple[str, ...]
    words: str
    sight: Sight = Sight.ALWAYS


KNOWN = ("en", "lv", "uk")
"""Languages whose number words and references are known; what others say in words is not seen."""
_CURRENCIES = (
    ("EUR", r"€|EUR\b|euros?\b|eiro\b|євро\b|евро\b"),
    ("USD", r"US\$|\$|USD\b|U\.?S\.? dollars?\b|dollars?\b|ASV dolār\w*|dolār\w*|долар\w*|доллар\w*"),
    ("UAH", r"₴|UAH\b|hryvni\w*|hryvna\w*|grivn\w*|hrivn\w*|гривн\w*|гривень"),
    ("GBP", r"£|GBP\b|pounds? sterling|sterliņu mārciņ\w*|фунт\w* стерлінгів"),
    ("PLN", r"PLN\b|zlot\w*|злот\w*"),
    ("SEK", r"SEK\b|Swedish kron\w*|Zviedrijas kron\w*|шведськ\w* крон\w*"),
)
_SCALES = (
    (
        10**3,
        r"thousand|tūksto\w*|тисяч\w*|тис\.|тысяч\w*|duizend|tausend|mille|tuhat|tuhande\w*|tūkstan\w*|tysi\w*",
    ),
    (10**6, r"million\w*|milj\.|miljon\w*|miljoen\w*|мільйон\w*|млн\.?|миллион\w*|milion\w*|mln\.?"),
    (10**9, r"billion\w*|miljard\w*|milliard\w*|мільярд\w*|млрд\.?|миллиард\w*|mld\.?"),
)
_CURRENCY = "|".join(f"(?P<c{n}>{words})" for n, (_, words) in enumerate(_CURRENCIES))
_SCALE = "|".join(f"(?P<s{n}>{words})" for n, (_, words) in enumerate(_SCALES))
_FIGURE = r"\d+(?:[.,'’\u00a0\u202f ]\d{3})+(?:[.,]\d{1,2})?(?!\d)|\d+(?:[.,]\d+)?"
_NUMBER = re.compile(
    rf"(?<![\w])(?P<figure>{_FIGURE})(?![\d])(?:[\s\u00a0]?(?:{_SCALE})(?!\w))?", re.IGNORECASE
)
_BEFORE = re.compile(rf"(?:{_CURRENCY})[\s\u00a0]?$", re.IGNORECASE)
_AFTER = re.compile(rf"[\s\u00a0]?(?:{_CURRENCY})", re.IGNORECASE)
_WORD = re.compile(r"[^\W\d_]+(?:[-'’ʼ][^\W\d_]+)*")
_LONGEST_NUMBER = 5
# *On the 30th day* is *on the thirtieth day* elsewhere, and ordinals in words are not read.
_ORDINAL = re.compile(
    r"(?:st|nd|rd|th|ste|de|er|e|ème|º)\b|\.\s[^\W\d_a-z]?[a-zāčēģīķļņšūž]|-(?:й|го|му|а|ї|е)\b"
)
_ORDINARY = {False: Sight.ALWAYS, True: Sight.NEVER}


def facts(text: Text, language: str, places: dict[UUID, tuple[str, ...]]) -> list[Fact]:
    """The facts of one wording. `places` gives for each provision the numbers on the way down to it."""
    found: list[Fact] = []
    taken: list[tuple[int, int]] = []
    for mark in text.marks:
        words = text.plain[mark.start : mark.end]
        match mark.value:
            case Date(day=day):
                value = day.isoformat()
                found.append(Fact(FactKind.DATE, value, (str(day.day), str(day.year)), words))
            case CrossReference(target=target) if target is not None and target in places:
                path = places[target]
                figures = tuple(re.findall(r"\d+", words)) or path
                found.append(Fact(FactKind.REFERENCE, "/".join(path), figures, words))
            case Placeholder(key=key, type=kind):
                found.append(Fact(FactKind.PLACEHOLDER, key, (kind.value,), words))
            case Bracket(delegation=who) | Alternative(delegation=who):
                found.append(Fact(FactKind.BRACKET, who, (), words))
                continue
            case _:
                continue
        taken.append((mark.start, mark.end))
    found.extend(_figures(text.plain, taken))
    if language in KNOWN:
        # The word behind the figure in "5 million" is part of that number and no number of its own.
        written = [match.span() for match in _NUMBER.finditer(text.plain)]
        found.extend(_in_words(text.plain, language, [*taken, *written]))
    return found


def _figures(plain: str, taken: list[tuple[int, int]]) -> list[Fact]:
    found = []
    for match in _NUMBER.finditer(plain):
        if _inside(match.start(), taken):
            continue
        value = plain_figure(match["figure"])
        for n, (scale, _) in enumerate(_SCALES):
            if match[f"s{n}"]:
                value = _scaled(value, scale)
        before = _BEFORE.search(plain, max(0, match.start() - 30), match.start())
        after = _AFTER.match(plain, match.end())
        named = before or after
        if named is not None:
            currency = next(code for n, (code, _) in enumerate(_CURRENCIES) if named[f"c{n}"])
            start, end = min(match.start(), named.start()), max(match.end(), named.end())
            words = plain[start:end].strip()
            found.append(Fact(FactKind.AMOUNT, f"{currency} {value}", (value,), words))
        else:
            ordinal = _ORDINAL.match(plain, match.end("figure")) and value.isdigit() and int(value) <= 31
            found.append(Fact(FactKind.NUMBER, value, (value,), match.group(), _ORDINARY[bool(ordinal)]))
    return found


def plain_figure(figure: str) -> str:
    """A figure without the signs that group its digits: 1 250 000, 1,250,000 and 1.250.000 are one number."""
    grouped = re.fullmatch(r"(\d{1,3}(?:[.,'’\u00a0\u202f ]\d{3})+)(?:[.,](\d{1,2}))?", figure)
    if grouped and not (figure.count(".") == 1 and figure.startswith("0")):
        whole = re.sub(r"\D", "", grouped[1])
        return f"{whole}.{grouped[2]}" if grouped[2] else whole
    value = figure.replace(",", ".")
    return value.lstrip("0") or "0" if value.isdigit() else value


def _scaled(value: str, scale: int) -> str:
    number = float(value) * scale
    return str(int(number)) if number == int(number) else str(number)


def _in_words(plain: str, language: str, taken: list[tuple[int, int]]) -> list[Fact]:
    """Numbers in words from three up (*two* is often *both*), but not *ten (10)*, said in figures."""
    words = [match for match in _WORD.finditer(plain) if not _inside(match.start(), taken)]
    found = []
    index = 0
    while index < len(words):
        for length in range(min(_LONGEST_NUMBER, len(words) - index), 0, -1):
            last = words[index + length - 1]
            phrase = plain[words[index].start() : last.end()]
            value = numerals.read(phrase.replace("ʼ", "'"), language)
            if value is not None and value > 2:
                if not re.match(rf"\s?\(\s?{value}\b", plain[last.end() :]) and not re.search(
                    rf"\b{value}\s?\(\s?$", plain[: words[index].start()]
                ):
                    found.append(Fact(FactKind.NUMBER, str(value), (str(value),), phrase, Sight.KNOWN))
                index += length - 1
                break
        index += 1
    return found


def _inside(place: int, taken: list[tuple[int, int]]) -> bool:
    return any(start <= place < end for start, end in taken)


def unmatched(
    first: list[Fact], second: list[Fact], languages: tuple[str, str]
) -> tuple[list[Fact], list[Fact]]:
    """What either wording says that the other does not."""
    left, right = _without_equal(first, second)
    left, right = _without_same_figures(left, right)
    # A day, a reference or an amount that only one text was seen to have may stand in the other's numbers.
    left, right = _without_spelt_out(left, right)
    right, left = _without_spelt_out(right, left)
    known = (languages[0] in KNOWN, languages[1] in KNOWN)
    left = [fact for fact in left if _would_be_seen(fact, known[1], right)]
    return left, [fact for fact in right if _would_be_seen(fact, known[0], left)]


def _would_be_seen(fact: Fact, known: bool, others: list[Fact]) -> bool:
    """Whether a partner of this fact would have been found in the other language, were there one."""
    if fact.sight is Sight.NEVER:
        return False
    if known:
        return True
    if fact.sight is Sight.KNOWN:
        return False
    if fact.kind is FactKind.REFERENCE or (fact.kind is FactKind.NUMBER and len(fact.value) <= 2):
        # It may be said in words there, unless a figure without a partner stands in its place.
        return any(other.kind is FactKind.NUMBER and other.sight is Sight.ALWAYS for other in others)
    return True


def _without_equal(first: list[Fact], second: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    return _left_of(first, second), _left_of(second, first)


def _without_same_figures(first: list[Fact], second: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """The same figures said to be different kinds of thing, or blanks of one type under different names.

    Two days or two amounts that were read as such differ, though their figures be the same.
    """
    left, rest = [], list(second)
    for fact in first:
        twin = next(
            (
                other
                for other in rest
                if _figures_of(other) == _figures_of(fact)
                and not (other.kind is fact.kind and fact.kind in (FactKind.DATE, FactKind.AMOUNT))
            ),
            None,
        )
        if twin is None:
            left.append(fact)
        else:
            rest.remove(twin)
    return left, rest


def _figures_of(fact: Fact) -> tuple[str, ...]:
    if fact.kind in (FactKind.PLACEHOLDER, FactKind.BRACKET):
        return (fact.kind.value, *fact.figures)
    return tuple(sorted(fact.figures))


def _left_of(mine: list[Fact], yours: list[Fact]) -> list[Fact]:
    """What one has more often than the other."""
    counts = Counter((fact.kind, fact.value) for fact in yours)
    left = []
    for fact in mine:
        if counts[fact.kind, fact.value] > 0:
            counts[fact.kind, fact.value] -= 1
        else:
            left.append(fact)
    return left


def _without_spelt_out(first: list[Fact], second: list[Fact]) -> tuple[list[Fact], list[Fact]]:
    """Take out facts of the first whose figures all stand among those of the second, and these."""
    left = []
    rest = list(second)
    for fact in first:
        needed = Counter(fact.figures)
        if fact.kind in (FactKind.PLACEHOLDER, FactKind.BRACKET, FactKind.NUMBER) or not needed:
            left.append(fact)
            continue
        used: list[Fact] = []
        for other in rest:
            if other.kind is FactKind.NUMBER and needed[other.value] > 0:
                needed[other.value] -= 1
                used.append(other)
        # Of a reference some languages say a part in words: *article 6, first paragraph*.
        enough = fact.kind is FactKind.REFERENCE and bool(used)
        if needed.total() and not enough:
            left.append(fact)
        else:
            rest = [other for other in rest if other not in used]
    return left, rest
