"""Word families: the form of a word under which search, checks and comparison meet its other forms.

`stems(text, language)` turns wording into stems in order, `words(text)` says where each word stands in the
original string, so that a match can be shown. A stem is for matching only, it is no word to be read.

The choice, per language:

- English and every language that Snowball covers: the Snowball algorithm. British and American spellings are
  brought together first (*recognise/recognize*, *defence/defense*, *centre/center*).
- Latvian and Ukrainian: rules of our own, below. A lemmatiser (simplemma was tried) keeps a verb and the noun
  made of it apart (*izbeigt* and *izbeigšana*, *припинити* and *припинення*), which to a lawyer are the same
  clause, does not know a good part of treaty vocabulary, and must load a table; rules need none.
  `tests/agreement/test_lemmas.py` holds the word families that decided, and what must stay apart.
- Stems carry no diacritics, so that a word typed on a foreign keyboard (*vienosanas*) is found too. For
  Latvian this also undoes the softening of consonants (*brālis/brāļa*).

A `Stemmer` remembers the words it has met and belongs to one thread; the functions make a fresh one per call.
"""

from __future__ import annotations

import re
import threading
import unicodedata
from collections.abc import Callable, Iterator

_MARKS = "\u0300-\u036f"
_JOINERS = "'’ʼ`´\u00ad\u200b\u200c\u200d\u2060"
_WORD = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|[{_JOINERS}](?=[^\W_]))*")
_INSIDE = re.compile(rf"[{_MARKS}{_JOINERS}]")
_UNFOLDED = str.maketrans({"ł": "l", "đ": "d", "ø": "o", "ß": "ss", "æ": "ae", "œ": "oe", "ı": "i", "ґ": "г"})

SNOWBALL = {
    "en": "english", "lt": "lithuanian", "et": "estonian", "pl": "polish", "de": "german", "fr": "french",
    "nl": "dutch", "es": "spanish", "ru": "russian", "fi": "finnish", "sv": "swedish", "da": "danish",
    "it": "italian", "pt": "portuguese", "ro": "romanian", "cs": "czech", "hu": "hungarian",
    "no": "norwegian", "nb": "norwegian", "el": "greek", "tr": "turkish", "ga": "irish",
}  # fmt: skip
"""Languages (ISO 639-1) with a Snowball algorithm, and its name."""

_BRITISH = (
    (re.compile(r"([iy])s(e|ed|es|er|ers|ing|ation|ations|ational)$"), r"\1z\2"),
    (re.compile(r"ens(e|es|eless)$"), r"enc\1"),
    (re.compile(r"(?<=...)our(s|ed|ing|able)?$"), r"or\1"),
    (re.compile(r"programme(s?)$"), r"program\1"),
    (re.compile(r"([bt])re(s?)$"), r"\1er\2"),
    (re.compile(r"ll(ed|ing|er|ers)$"), r"l\1"),
)

_EN_LEFT = re.compile(r"(if|tl)(?:i|ement)$")
"""What Snowball leaves apart: *notify* (notifi) and *notification* (notif), *settle* and *settlement*."""

FUNCTION_WORDS = {
    "en": frozenset(
        "a an and any are as at be been by for from has have in into is it its no not of on or such that the "
        "their them they this those to under was were which will with shall may".split()
    ),
    "lv": frozenset(
        "ar arī bez bet būs gan ir ja jo ka kā kas kur lai līdz ne nav no par pie pēc pret pirms šī šis šo "
        "tā tai tas tiek to uz un vai var viņu".split()
    ),
    "uk": frozenset(
        "а або але без в від для до є з за зі і із й їх їхніх на не над ні о об по при про та так такі те ті "
        "то у це ця цей цього цієї через що щоб як які який яка".split()
    ),
}
"""Words too common to search by, as written in lower case."""


def fold(word: str) -> str:
    """A word without case, diacritics of the Latin script, apostrophes and invisible characters.

    Cyrillic letters that are letters of their own (*й*, *ї*) stay.
    """
    if word.isascii() and word.isalnum():
        return word.lower()
    plain = _INSIDE.sub("", unicodedata.normalize("NFC", word).casefold())
    return "".join(_letter(character) for character in plain.translate(_UNFOLDED))


def words(text: str) -> Iterator[tuple[int, int, str]]:
    """Every word of a text as (start, end, word as written)."""
    for found in _WORD.finditer(text):
        yield found.start(), found.end(), found.group()


def stem(word: str, language: str) -> str:
    """The stem of one word in a language (ISO 639-1)."""
    return Stemmer(language).stem(word)


def stems(text: str, language: str) -> list[str]:
    """The stems of a text in the order of its words."""
    return Stemmer(language).stems(text)


class Stemmer:
    """The stems of one language, remembered as they are met. For one thread at a time."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._rule = _rule(language)
        self._known: dict[str, str] = {}
        self._last: tuple[str, list[str]] = ("", [])

    def stem(self, word: str) -> str:
        """The stem of one word; "" only for a word without letters or digits."""
        known = self._known.get(word)
        if known is None:
            known = self._known[word] = self._rule(word)
        return known

    @property
    def remembered(self) -> int:
        """How many words it has met."""
        return len(self._known)

    def stems(self, text: str) -> list[str]:
        """The stems of a text in the order of its words; the last text is remembered: many ask in turn."""
        if self._last[0] != text:
            self._last = text, [found for _, _, word in words(text) if (found := self.stem(word))]
        return list(self._last[1])


class _Kept(threading.local):
    """The stemmers of one thread: the rules of Snowball work on one word at a time."""

    def __init__(self) -> None:
        self.by_language: dict[str, Stemmer] = {}


_KEPT = _Kept()
_MOST = 60_000
"""Words a kept stemmer remembers, some ten long agreements in three languages; then it begins anew."""


def kept_stemmer(language: str) -> Stemmer:
    """The stemmer of a language that this thread goes on using, for agreements share most of their words."""
    known = _KEPT.by_language.get(language)
    if known is None or known.remembered > _MOST:
        known = _KEPT.by_language[language] = Stemmer(language)
    return known


def _letter(character: str) -> str:
    if character < "\u0250" or "\u1e00" <= character <= "\u1eff":
        character = unicodedata.normalize("NFD", character)[0]
    return character if character.isalnum() else ""


def _rule(language: str) -> Callable[[str], str]:
    if language == "lv":
        return lambda word: _latvian(fold(word))
    if language == "uk":
        return lambda word: _ukrainian(fold(word))
    if language not in SNOWBALL:
        return fold
    import snowballstemmer  # here, because it loads every language, and a Latvian desk need not wait for it

    algorithm = snowballstemmer.stemmer(SNOWBALL[language])

    def snowball(word: str) -> str:
        if word.isascii() and word.isalnum():
            plain = word.lower()
        else:
            plain = _INSIDE.sub("", _possessive(unicodedata.normalize("NFC", word).casefold()))
        if language == "en":
            for british, american in _BRITISH:
                plain = british.sub(american, plain)
        found = fold(algorithm.stemWord(plain))
        return _EN_LEFT.sub(r"\1", found) if language == "en" else found

    return snowball


def _possessive(word: str) -> str:
    return re.sub(r"['’ʼ]s?$", "", word)


# Latvian: all rules work on folded words; ā is a, š is s, ļ is l.

_LV_UNCHANGED = frozenset(("piemeram", "pusgads"))
"""*piemēram* (for example) is no form of *piemērot* (apply)."""

_LV_PARTICIPLE = re.compile(
    r"(?:dam(?:s|a|i|as|ies)|us(?:i|ies|as|os|am|iem|ais|aja|ajam|ajai|ajas|ajos|ajiem|u|a|ie|o|is))$"
)
_LV_ENDINGS = tuple(
    sorted(
        (
            "ajiem ajam ajai ajos ajas ajas amies aties aities iem ies ais aja ajo ais "
            "am ai ei ij as at em es et im is ie os om um us a e i o u s m"
        ).split(),
        key=len,
        reverse=True,
    )
)
_LV_SUFFIXES = (
    ("san", 3),
    ("acij", 4),
    ("jum", 4),
    ("um", 5),
    ("ib", 5),
    ("os", 5),
    ("am", 5),
    ("ak", 5),
)
"""What makes another word of a verb or adjective, and how many letters must be left before it."""
_DEEP = 4


def _latvian(word: str) -> str:
    if len(word) < _DEEP or word in _LV_UNCHANGED or not word.isalpha():
        return word
    base = _lv_ending(word)
    for suffix, least in _LV_SUFFIXES:
        if base.endswith(suffix) and len(base) - len(suffix) >= least:
            base = base[: -len(suffix)]
            break
    base = _lv_verb(base)
    if base.endswith("dz"):
        return base[:-2] + "g"
    if base.endswith("c"):
        return base[:-1] + "k"
    return base


def _lv_ending(word: str) -> str:
    """Without the ending of case, person or participle."""
    found = _LV_PARTICIPLE.search(word)
    if found and found.start() >= _DEEP:
        base = word[: found.start()]
        return base[:-1] if base.endswith(("aj", "ej", "ij")) else base
    for reflexive in ("ties", "sies"):
        if word.endswith(reflexive) and len(word) - len(reflexive) >= 3 and not word.endswith("joties"):
            return word[: -len(reflexive)]
    for gerund in ("oties", "ot"):
        if word.endswith(gerund) and (len(word) - len(gerund) > _DEEP):
            return word[: -len(gerund)]
    if word.endswith("t"):
        return word[:-1]
    for ending in _LV_ENDINGS:
        base = word.removesuffix(ending)
        if base != word and len(base) >= 3:
            return base
    return word


def _lv_verb(base: str) -> str:
    """Without what a verb puts between its root and its endings (*īsten-o-t*, *groz-ī-t*, *pagarin-ā-t*)."""
    if base.endswith("oj"):
        base = base[:-1]
    if base.endswith("t") and len(base) > _DEEP:
        base = base[:-1]
    if base[-1] in "aei" and len(base) > _DEEP:
        base = base[:-1]
    if base.endswith("o") and len(base) > _DEEP + 1:
        base = base[:-1]
    if base.endswith("t") and len(base) > _DEEP:
        base = base[:-1]
    return base


# Ukrainian.

_UK_ENDINGS = tuple(
    sorted(
        (
            "ого ього ому ьому ими іми ої ьої ою ьою ею єю ий ій ій им ім их іх ая яя "
            "ами ями ові еві єві ам ям ах ях ом ем єм ів їв ей "
            "ють уть ять ать ить їть ємо емо имо йте ючи учи ячи ачи вши ть ла ло ли ши "
            "єть еть а я о е є и і ї у ю й ь"
        ).split(),
        key=len,
        reverse=True,
    )
)
_UK_SUFFIXES = tuple(
    sorted(
        (
            "овуванн юванн уванн ованн енн анн янн інн єнн "
            "овуван юван уван ован ен ан ян єн "
            "овува ува юва ова ову ую "
            "ост іст аці яці иці "
            "ат ет ит іт у ю а я и і є е"
        ).split(),
        key=len,
        reverse=True,
    )
)
_UK_VOWELS = "аеєиіїоуюя"
_UK_FLEETING = re.compile(rf"([^{_UK_VOWELS}])(?:о(к)|е(ц)ь)$")
_UK_SOFTENED = re.compile(r"(?<=..)([бвмпф])л$|(?<=..)([тлдсцчз])\2$")
_UK_INFINITIVE = re.compile(r"(?<=...)[аяиіїеє]ти$")
_UK_LAST_I = re.compile(rf"і([^{_UK_VOWELS}]{{1,2}})$")


def _ukrainian(word: str) -> str:
    if len(word) < _DEEP or not word.isalpha():
        return word
    base = word
    if base.endswith(("ся", "сь")) and len(base) > 5:
        base = base[:-2]
    if base.endswith("ість"):
        base = base[:-4] + "ост"
    elif _UK_INFINITIVE.search(base):
        base = base[:-2]
    else:
        base = _without(_UK_FLEETING.sub(r"\1\2\3", base), _UK_ENDINGS, 3)
    base = _without(base, _UK_SUFFIXES, 4).rstrip("ьй")
    base = _UK_FLEETING.sub(r"\1\2\3", base)
    base = _UK_SOFTENED.sub(r"\1\2", base)
    if base[-1] == "ц":  # безпека, безпеці
        base = base[:-1] + "к"
    # о and і change places as the syllable closes: сторона, сторін; договору, договір
    return _UK_LAST_I.sub(r"о\1", base)


def _without(word: str, endings: tuple[str, ...], least: int) -> str:
    for ending in endings:
        if word.endswith(ending) and len(word) - len(ending) >= least:
            return word[: -len(ending)]
    return word
