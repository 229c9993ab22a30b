"""Which encoding a text is in: said by a mark, proved by UTF-8, or told by what the bytes spell.

Read in a wrong code page the same bytes are signs, letters no language puts there, capitals inside of words.
So the right one is where most bytes above 127 become letters of one language in places where letters stand.
"""

from __future__ import annotations

import codecs
from collections import Counter

import charset_normalizer

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The letters of each language beyond ASCII; for Cyrillic the common, the less common and the rare ones.
_LATIN = {
    "lv": "āčēģīķļņšūž",
    "lt": "ąčęėįšųūž",
    "et": "õäöüšž",
    "pl": "ąćęłńóśźż",
    "cs": "áčďéěíňóřšťúůýž",
    "de": "äöüß",
    "fr": "àâçéèêëîïôùûœ",
    "es": "áéíñóúü",
    "sv": "åäöé",
    "da": "æøåé",
    "pt": "áâãàçéêíóôõú",
}
_CYRILLIC = {
    "uk": ("оаинітервс", "лкудмпзягьчбхцюїйж", "єфшщґ"),
    "ru": ("оеаинтсрвл", "кмдпуяыьгзбчйхж", "шюцщэфъё"),
}
# The likelier first: where two spell the same, the first is taken.
_CODE_PAGES = {
    "windows-1251": ("uk", "ru"),
    "windows-1257": ("lv", "lt", "et", "pl"),
    "windows-1252": ("de", "fr", "es", "sv", "da", "pt", "et"),
    "windows-1250": ("pl", "cs", "de"),
    "koi8-u": ("uk", "ru"),
    "iso8859-5": ("uk", "ru"),
    "cp1125": ("uk", "ru"),
    "mac-cyrillic": ("uk", "ru"),
    "iso8859-15": ("fr", "et", "de"),
    "iso8859-2": ("pl", "cs"),
    "iso8859-4": ("lv", "lt", "et"),
    "cp775": ("lv", "lt", "et"),
    "cp437": ("de", "fr", "es"),
}
_SIGNS = frozenset("“”„«»’‘‚–—…§№°•\xa0\xad¿¡€")
_INSIDE_WORDS = frozenset("’‘–—…\xad\xa0”»“")
_SAMPLE = 6000  # signs near those above 127
_LEAST = 0.5
_WEIGHTS = (1.0, 0.75, 0.3)


def encoding_of(data: bytes) -> tuple[str, bool]:
    """The encoding of a text, and whether it is certain (a byte order mark, or valid UTF-8)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, True
    wide = _wide(data)
    if wide:
        return wide, True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)
    return "utf-8", True


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: Latin and Cyrillic text has the same high byte in every other place."""
    sample = data[: 4096 - len(data) % 2]
    if len(data) % 2 or len(sample) < 8:
        return None
    even, odd = sample[0::2], sample[1::2]
    few = len(even) * 0.75
    if sum(b in (0, 4, 1, 32) for b in odd) > few and b"\0" in odd and even.count(0) < len(even) / 20:
        return "utf-16-le"
    if sum(b in (0, 4, 1, 32) for b in even) > few and b"\0" in even and odd.count(0) < len(odd) / 20:
        return "utf-16-be"
    return None


def _eight_bit(data: bytes) -> tuple[str, bool]:
    """Nearly UTF-8 with a few bytes spoilt, or the code page whose letters the bytes spell."""
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    whole = sum(ord(c) > 127 for c in repaired) - broken
    if whole > 4 * broken:
        return "utf-8", False
    sample = _telling(data)
    best, score = "", 0.0
    for encoding, languages in _CODE_PAGES.items():
        value = _spelling(sample.decode(encoding, errors="replace"), languages)
        if value > score + 0.001:
            best, score = encoding, value
    if score > _LEAST:
        return best, False
    guess = charset_normalizer.from_bytes(data[:65536]).best()
    return (guess.encoding if guess else "windows-1252"), False


def _telling(data: bytes) -> bytes:
    """The lines that hold bytes above 127, as many as tell enough."""
    found: list[bytes] = []
    size = 0
    for line in data.splitlines():
        if not line.isascii():
            found.append(line[:_SAMPLE])
            size += len(found[-1])
            if size > _SAMPLE:
                break
    return b"\n".join(found)


def _spelling(text: str, languages: tuple[str, ...]) -> float:
    """The share of characters above ASCII that are letters of one of the languages where letters belong."""
    letters: Counter[str] = Counter()
    total = signs = misplaced = 0
    before, earlier = " ", " "
    for sign in text:
        if sign > "\x7f":
            total += 1
            if sign.isalpha():
                letters[sign.lower()] += 1
                cyrillic = "Ѐ" <= sign <= "ӿ"
                misplaced += (
                    (sign.isupper() and before.islower())
                    or (cyrillic and before < "\x7f" and before.isalpha())
                    or (not cyrillic and before > "\x7f" and earlier > "\x7f" and before.isalpha())
                )
            elif sign in _SIGNS:
                signs += 1 if not before.isalpha() or sign in _INSIDE_WORDS else 0
        elif sign.isalpha() and before > "\x7f" and "Ѐ" <= before <= "ӿ":
            misplaced += 1
        earlier, before = before, sign
    if not total:
        return 0.0
    best = max(_weight(letters, language) for language in languages)
    return (best + signs - 2 * misplaced) / total


def _weight(letters: Counter[str], language: str) -> float:
    if language in _LATIN:
        return float(sum(letters[letter] for letter in _LATIN[language]))
    return sum(
        weight * sum(letters[letter] for letter in group)
        for weight, group in zip(_WEIGHTS, _CYRILLIC[language], strict=True)
    )
