"""Labels: what stands at the head of a unit and gives its number ("Article 5", "5. pants", "(a)", "–").

A label is only a *possible* number: "12. jūlija" and "Article 5 of the Charter" look the same. `read` tells
what is printed; `structure` decides with the whole sequence before it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from workbench.agreement.languages import UKRAINIAN_LETTERS
from workbench.agreement.tree import Kind

_WORDS = {
    Kind.ARTICLE: (
        "articles?|rticle|artic[1l]e|art[1l]c[1l]e|artide|art|таття|стаття|ст|статья|artikkel|"
        "artikel|artyku[lł]|art[ií]culo|articolo|artigo|artikla|článek|rules?|regulation|правило"
    ),
    Kind.SECTION: (
        "section|sec|розділ|раздел|sekcja|abschnitt|afdeling|secci[oó]n|clause|cl[aá]usula|paragraph|"
        "параграф|paragraf|пункт|jagu|skirsnis"
    ),
    Kind.CHAPTER: "chapter|глава|rozdzia[lł]|kapitel|chapitre|hoofdstuk|cap[ií]tulo|peatükk|skyrius|nodaļa",
    Kind.PART: "part|частина|часть|część|teil|partie|deel|parte|osa|dalis|daļa",
    Kind.TITLE: "title|titre|titel|t[ií]tulo|tytu[lł]|jaotis|sadaļa",
    Kind.ANNEX: (
        "annex|annexe|appendix|schedule|attachment|enclosure|pielikums|додаток|приложение|priedas|"
        "lisa"
        "|załącznik|anhang|anlage|bijlage|anexo|allegato|протокол до"
    ),
}
_POSTFIX = {
    "pants": Kind.ARTICLE,
    "artikkel": Kind.ARTICLE,
    "artikla": Kind.ARTICLE,
    "punkts": Kind.SECTION,
    "straipsnis": Kind.ARTICLE,
    "nodaļa": Kind.CHAPTER,
    "sadaļa": Kind.SECTION,
    "daļa": Kind.PART,
    "pielikums": Kind.ANNEX,
    "skyrius": Kind.CHAPTER,
    "skirsnis": Kind.SECTION,
    "dalis": Kind.PART,
    "antraštinė dalis": Kind.TITLE,
    "priedas": Kind.ANNEX,
    "peatükk": Kind.CHAPTER,
    "jagu": Kind.SECTION,
    "osa": Kind.PART,
    "lisa": Kind.ANNEX,
}
_CARDINALS = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen "
    "seventeen eighteen nineteen"
).split()
_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth "
    "fifteenth sixteenth seventeenth eighteenth nineteenth"
).split()
_TENS = {20: ("twenty", "twentieth"), 30: ("thirty", "thirtieth"), 40: ("forty", "fortieth")}
_LONGEST_LONE = 40  # signs


def _words() -> dict[str, int]:
    """Numbers below fifty in words, as old treaties print them, and what other languages call the first."""
    known = {"premier": 1, "première": 1, "перша": 1, "первая": 1, "друга": 2, "вторая": 2, "третя": 3}
    for row in (_CARDINALS, _ORDINALS):
        known |= {word: value for value, word in enumerate(row, start=1)}
    for ten, (cardinal, ordinal) in _TENS.items():
        known |= {cardinal: ten, ordinal: ten}
        for row in (_CARDINALS, _ORDINALS):
            known |= {f"{cardinal}-{word}": ten + value for value, word in enumerate(row[:9], start=1)}
    return known


_FIRST_WORDS = _words()

_ALL = "|".join(_WORDS.values())
_KIND_OF = [(re.compile(rf"(?:{words})$", re.IGNORECASE), kind) for kind, words in _WORDS.items()]
_LATIN = r"(?:bis|ter|quater|quinquies|sexies)"
# Scanned texts have l or 1 for the Roman I, and º or "er" behind the first.
_NUMBER = (
    rf"\d{{1,3}}(?:\.\d{{1,2}})*(?![IVX])(?:\s?{_LATIN}\b|-?[a-zA-Z](?=[\s.:)–—-]|$)|[¹²³⁴-⁹]+|"
    r"-\d{1,2}(?=[.:]?\s*$|[.:]\s)|(?:er|re|st|nd|rd|th)\b|\.?[º°ª])?"
    rf"|[IVXLCІХ1l|]{{1,7}}(?:\s?{_LATIN})?(?![^\W_])"
)
_WORD_NUMBER = "|".join(sorted(_FIRST_WORDS, key=len, reverse=True)).replace("-", "[- ]")
_PROPOSED = r"(?:\[(?:[A-Z]{2,12}(?:[/,+ ]{1,2}[A-Z]{2,12}){0,4}\s?:\s*)?)?"  # "[LV: Article 5"
_WORD_LABEL = re.compile(
    rf"{_PROPOSED}(?P<word>{_ALL})\b\.?[\s]*(?:(?:No|Nr|№)\.?\s*)?(?P<n>{_NUMBER}|(?:{_WORD_NUMBER})\b|"
    rf"[A-Z]\b)(?P<sep>[*†‡]*(?:\s*[.:)\]–—-])*\s*)",
    re.IGNORECASE,
)
_POSTFIX_LABEL = re.compile(
    rf"(?P<n>\d{{1,3}}(?:\.?(?:\d{{0,2}}|[¹²³⁴-⁹]+))?|[IVXLC]{{1,7}})\.?\s*[-]?(?P<word>{'|'.join(_POSTFIX)})\b(?P<sep>[*†‡]*(?:\s*[.:–—-])*\s*)",
    re.IGNORECASE,
)
_BARE_ANNEX = re.compile(
    rf"(?P<word>{_WORDS[Kind.ANNEX]}|annexes|appendices)(?P<sep>\s*[.:–—-]*\s*)$", re.IGNORECASE
)
_ANNEX_TO = re.compile(
    rf"(?P<word>{_WORDS[Kind.ANNEX]}|appendices)\s+(?:to|of)\s+(?:the|this)\b", re.IGNORECASE
)
_SECTION_SIGN = re.compile(
    rf"(?P<n>\d{{1,3}})?\s?§\s?(?P<m>\d{{1,3}})?(?P<more>[a-zA-Z]\b|\s?{_LATIN}\b)?(?P<sep>[*†‡]*\s*[.:–—-]*\s*)"
)
_LEGAL = re.compile(r"(?P<n>\d{1,3}(?:\.\d{1,3}){1,3})\.?(?P<sep>\s+|\)\s*|$)")
_DECIMAL = re.compile(r"(?P<n>\d{1,3})\s?\.(?P<sep>\s*)(?![\d])")
_LOOSE = re.compile(r"(?P<n>\d{1,2})(?P<sep>\t\s*|\s{2,})(?=\S)")
_PARENTHESES = re.compile(
    r"[(\[](?P<n>\d{1,3}|[a-z]{1,2}|[ivxl]{1,6}|[A-Z]|[IVX]{1,5}|[а-яіїєґ])[)\]](?P<sep>\s*)"
)
_HALF = re.compile(r"(?P<n>\d{1,3}|[a-z]|[ivx]{1,5}|[A-Z]|[а-яіїєґ])\)(?P<sep>\s*)")
_ROMAN_DOT = re.compile(r"(?P<n>[IVXLCІХ]{1,6})\.(?P<sep>\s+|$)")
_LETTER_DOT = re.compile(r"(?P<n>[A-Za-zА-ЯІЇЄ])\.(?P<sep>\s+|$|(?<=[a-z]\.)(?=[a-zA-Z]{2}))(?![A-Z]\.)")
_DASH = re.compile(r"(?P<n>[–—•●▪■◦‣·∙\uf0b7*]|[-−\ufffd](?=\s|$))(?P<sep>\s*)(?=[^\s–—\d_-]|$)")


@dataclass(frozen=True, slots=True)
class Label:
    """One label: `kind` when a word names the unit, `style` how it is printed, `value` its place in a row.

    `printed` is what stands in the text, without the point or dash that parts it from what follows; `end`
    where the rest begins; `sep` what parted them. `roman` is the other reading of a letter that may be one.
    """

    kind: Kind | None
    style: str
    value: int
    printed: str
    end: int
    sep: str = ""
    suffix: str = ""
    roman: int = 0
    path: tuple[int, ...] = ()


@lru_cache(maxsize=8192)  # several passes over a text ask for the label of each line
def read(text: str) -> Label | None:
    """The label at the head of `text`, or None."""
    first = text[:1]
    plain_word = first.islower() and text[1:2] not in ".)" and text[2:3] not in ".)"
    if not first or (plain_word and not _WORD_LABEL.match(text)):
        return None
    return read_word(text) or read_bare(text)


def read_word(text: str) -> Label | None:
    """A label with a word that names the unit: "Article 5", "5. pants", "ANNEX"."""
    found = _WORD_LABEL.match(text)
    if found:
        word = found["word"]
        kind = next(kind for pattern, kind in _KIND_OF if pattern.match(word))
        value, suffix = number(found["n"])
        if value:
            printed = text[: found.end("n")] + ("]" if text.startswith("[") and "]" in found["sep"] else "")
            return Label(kind, word.casefold(), value, printed, found.end(), found["sep"], suffix)
    found = _POSTFIX_LABEL.match(text)
    if found:
        value, suffix = number(found["n"])
        printed = text[: found.end("word")]
        word = found["word"].casefold()
        return Label(_POSTFIX[word], word, value, printed, found.end(), found["sep"], suffix)
    found = _BARE_ANNEX.match(text)
    if found:
        return Label(Kind.ANNEX, "annex", 0, found["word"], found.end(), found["sep"])
    found = _ANNEX_TO.match(text) if len(text) < 200 else None
    if found:
        return Label(Kind.ANNEX, "annex", 0, found["word"], found.end("word"), " ")
    found = _SECTION_SIGN.match(text)
    if found and (found["n"] or found["m"]):
        value = int(found["n"] or found["m"])
        return Label(
            Kind.ARTICLE,
            "§",
            value,
            text[: found.start("sep")].rstrip(),
            found.end(),
            found["sep"],
            (found["more"] or "").strip().lower(),
        )
    return None


def is_lone(text: str) -> bool:
    """Whether a line is nothing but a label with its word: "Article 5", "6. pants"."""
    if len(text) > _LONGEST_LONE:
        return False
    label = read_word(text)
    return label is not None and label.end >= len(text)


def read_bare(text: str) -> Label | None:
    """A label without a word: "1.", "(a)", "1.2", "IV.", "–"."""
    sign = text[:1]
    if sign.isdigit():
        row = _DIGIT_FIRST
    elif sign in "([":
        row = _BRACKET_FIRST
    elif sign.isalpha():
        row = _LETTER_FIRST
    else:
        row = _SIGN_FIRST
    for pattern, shape in row:
        found = pattern.match(text)
        if found:
            label = _bare(found, shape, text)
            if label:
                return label
    return None


_Shapes = tuple[tuple[re.Pattern[str], str], ...]
_DIGIT_FIRST: _Shapes = ((_LEGAL, "{}."), (_DECIMAL, "{}."), (_HALF, "{})"), (_LOOSE, "{}"))
_BRACKET_FIRST: _Shapes = ((_PARENTHESES, "({})"),)
_LETTER_FIRST: _Shapes = ((_HALF, "{})"), (_ROMAN_DOT, "{}."), (_LETTER_DOT, "{}."))
_SIGN_FIRST: _Shapes = ((_DASH, "–"),)


def _bare(found: re.Match[str], shape: str, text: str) -> Label | None:
    n = found["n"]
    printed = text[: found.start("sep")].rstrip()
    end = found.end()
    sep = found["sep"]
    if shape == "–":
        return Label(None, "–", 0, n, end, sep)
    if n[0].isdigit():
        path = tuple(int(part) for part in n.split("."))
        if len(path) > 1:
            return Label(None, f"legal{len(path)}", path[-1], printed, end, sep, path=path)
        return Label(None, shape.format("1"), path[0], printed, end, sep, path=path)
    roman = _roman(n)
    case = "I" if n.isupper() else "i"
    letter = _letter(n)
    if letter and not (roman and len(n) > 1):
        return Label(None, shape.format("A" if n.isupper() else "a"), letter, printed, end, sep, roman=roman)
    if roman:
        return Label(None, shape.format(case), roman, printed, end, sep)
    return None


def as_roman(label: Label) -> Label:
    """The same label read as a Roman numeral: "(i)" as 1, not as the ninth letter."""
    style = label.style.replace("A", "I").replace("a", "i")
    return Label(label.kind, style, label.roman, label.printed, label.end, label.sep, label.suffix)


def number(printed: str) -> tuple[int, str]:
    """The value of "5", "V", "Five", "12 bis" and what is added to it; 0 when it is no number."""
    word = _FIRST_WORDS.get(printed.casefold().replace(" ", "-"))
    if word:
        return word, ""
    digits = re.match(r"\d+", printed)
    if digits and not re.match(r"1+[IVX]", printed):
        added = _ORDINAL_SIGN.sub("", printed[digits.end() :]).strip(" .-").lower()
        if added in ("l", "o"):  # a scanned 11 or 10
            return int(digits.group() + {"l": "1", "o": "0"}[added]), ""
        return int(digits.group()), added
    stem = _LATIN_END.sub("", printed)
    added = printed[len(stem) :].strip().lower()
    if stem in "ABCDEFGHJKL" and len(stem) == 1:
        return ord(stem) - ord("A") + 1, ""  # "Part C": a letter, for nobody counts to a hundred
    mixed = _SCANNED_I.search(stem) and not stem.islower()
    readings = (_SCANNED_I.sub("I", stem), stem) if mixed else (stem, _SCANNED_I.sub("I", stem))
    for reading in readings:
        value = _roman(reading) if reading.isupper() or len(reading) > 1 else 0
        if value and not stem.isdigit():
            return value, added
    return (ord(printed) - ord("A") + 1, "") if len(printed) == 1 and "A" <= printed <= "Z" else (0, "")


_ORDINAL_SIGN = re.compile(r"^(?:er|re|st|nd|rd|th)\b|[º°ª]")
_LATIN_END = re.compile(rf"\s?{_LATIN}$", re.IGNORECASE)
_SCANNED_I = re.compile(r"[l1|]")


def _letter(n: str) -> int:
    low = n.lower()
    if len(low) == 2 and low[0] == low[1]:
        return 26 + ord(low[0]) - ord("a") + 1 if low[0].isascii() else 0
    if len(low) != 1:
        return 0
    if low.isascii():
        return ord(low) - ord("a") + 1
    return UKRAINIAN_LETTERS.find(low) + 1


_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "І": 1, "Х": 10}
_ROMAN = re.compile(r"(?=.)C{0,3}(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})$")


def _roman(n: str) -> int:
    """The value of a Roman numeral; Ukrainian typists use the Cyrillic letters that look the same."""
    upper = n.upper().replace("І", "I").replace("Х", "X")
    if not _ROMAN.match(upper):
        return 0
    total = 0
    for sign, after in zip(upper, upper[1:] + " ", strict=True):
        value = _ROMAN_VALUES[sign]
        total += -value if value < _ROMAN_VALUES.get(after, 0) else value
    return total
