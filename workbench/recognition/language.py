"""Which language a text is in: by its commonest words, by treaty words, by letters only some languages have.

The languages agreements in this part of the world come in; a text with no known words is English to us, the
language in which most drafts circulate, with a confidence that says so. The beginning counts most: an annex
in another language, however long, does not change what language an agreement is in, and no more does a cover.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict

_WORDS = {
    "en": "the of and to in for by this that with shall will be on or as any its which their from is "
    "are each other not have has done between under it at an no such",
    "lv": "un par ar ir no uz kas lai vai tiek kā pie šī šis šo tai arī to starp pēc ja ka līdz savu šā "
    "šajā katra tās viņu bez saskaņā",
    "uk": "та і в на що до із для від про або за його цієї цього які між у й як є щодо який відповідно "
    "не ця цей їх її з зі чи при під після",
    "lt": "ir dėl su į iš kad arba šio šis šią šalių jų bei pagal kuris yra tarp ar už bus būti nuo "
    "šalys kiekviena kita ne ši jos",
    "et": "ja on või ning mis käesoleva kui selle oma ei et nende pärast vahel poolte kes see riigi "
    "tema kohta teise kumbki vastavalt mille",
    "pl": "i w z na do oraz się niniejszej niniejszego przez lub o dla umowy stron nie jest od że "
    "zgodnie każda są we ich jej",
    "de": "der die das und in den von zu des für mit dieses dieser im oder auf werden ist eine einer "
    "nach dem sind sich nicht durch zwischen an bei jede wird",
    "fr": "le la les de des du et à en un une par pour dans au aux que ou ce présent présente sur qui "
    "est sont entre chaque leur leurs son sa il se",
    "nl": "de het van een en in te dat voor met is op deze door aan of bij worden dit zijn tot die "
    "tussen niet wordt elke naar als",
    "es": "el la los las de del y en que para por con se una un presente al su o lo entre sus este cada "
    "son es no como esta",
    "ru": "и в на с по что для от об или за не его настоящего которые между к о как из сторон "
    "соглашения настоящее каждая они это при во их её",
    "sv": "och att i för av som den det till på med en är eller skall om denna detta skola parterna",
    "cs": "a v na se z o do podle nebo této tato smlouvy stran pro být že je mezi ve za od",
    "it": "il di e la che in per un della del le dei con al da presente nel o alla parti gli",
    "pt": "o de a e do da em que para os dos das com por ao no na presente uma ou as pela",
}
# How the words begin that every agreement has, and hardly any other language.
_STEMS = {
    "en": "agreement article parties party shall government republic hereinafter signat cooperat",
    "lv": "puse puš līgum vienoš vienoj pants pantā pantu republik valdīb valst spēkā stāj sadarb "
    "dalībniek parakst",
    "uk": "сторони угод статт договір договор домовил республіка держав урядом чинност набув співроб "
    "підпис україн учасник",
    "lt": "šaly šalis susitar sutart straipsn respublik vyriausyb valstyb įsigalioj bendradarb pasiraš galio",
    "et": "pool leping lepi artikkel artikli vabari valitsus riik jõust koostö allkirj kokku",
    "pl": "stron umow umaw artykuł rzeczypospol rzeczpospol rząd państw wejdz wchodz uzgodni współprac "
    "podpis",
    "de": "vertrag abkommen partei artikel republik regierung vereinbar tritt zusammenarb unterzeich "
    "übereink",
    "fr": "parties accord traité république gouvernement convien convenu vigueur coopérat signatur",
    "nl": "partij verdrag overeen artikel koninkrij regering werking treedt samenwerk onderteken",
    "es": "partes acuerd artículo república gobierno convien vigor cooperaci firma tratado",
    "ru": "стороны соглашен стать договариваю договорил государств правительств вступ сотруднич подпис "
    "россий",
    "sv": "parterna avtal artikel republik regering träder samarbet",
    "cs": "smluvní smlouv dohod článek republik vlád vstup spoluprác",
    "it": "parti accordo articolo repubblica governo vigore cooperazione conven",
    "pt": "partes acordo artigo república governo vigor cooperação",
}
# Letters that settle a doubt between neighbours.
_LETTERS = {
    "lv": "āēīģķļņ",
    "uk": "іїєґ",
    "lt": "ąęėįųū",
    "et": "õäöü",
    "pl": "łąęśćźżń",
    "ru": "ыэъё",
    "de": "ßäöü",
    "fr": "éèêàçùœ",
    "es": "ñóáíú",
    "sv": "åäö",
    "cs": "řěůčž",
    "pt": "ãõç",
}
_CYRILLIC = frozenset(("uk", "ru"))
_WORD = re.compile(r"[^\W\d_]+")
_PORTION = 150  # words that are read as one
_PORTIONS = 16
_FADING = 0.8  # what a portion counts beside the one before it
_LEAST = 0.02
_SHORTEST, _LONGEST = 3, 12  # letters of a stem


def detect(text: str) -> tuple[str, float]:
    """The ISO 639-1 code of a text's language, and how sure that is (0 to 1)."""
    words = _beginning(text)
    votes: defaultdict[str, float] = defaultdict(float)
    whole = 0.0
    for turn, start in enumerate(range(0, len(words), _PORTION)):
        weight = _FADING**turn * min(len(words) - start, _PORTION) / _PORTION
        whole += weight
        for code, score in _scores(words[start : start + _PORTION]).items():
            votes[code] += weight * score
    if not words:
        return "en", 0.1
    best, second = sorted(votes, key=votes.__getitem__, reverse=True)[:2]
    if votes[best] < _LEAST * whole:
        return ("uk" if best in _CYRILLIC else "en"), 0.1
    lead = (votes[best] - max(votes[second], 0.0)) / votes[best]
    return best, min(1.0, lead + min(0.5, len(words) / 400))


def _beginning(text: str) -> list[str]:
    """The first words of a text, no more than count."""
    words: list[str] = []
    for found in _WORD.finditer(text.lower()):
        words.append(found.group())
        if len(words) >= _PORTION * _PORTIONS:
            break
    return words


def _scores(words: list[str]) -> dict[str, float]:
    counts = Counter(words)
    letters = Counter("".join(words))
    total, signs = max(1, len(words)), max(1, sum(letters.values()))
    begins: Counter[str] = Counter()
    for word, count in counts.items():
        for length in range(_SHORTEST, min(len(word), _LONGEST) + 1):
            for code in _BY_STEM.get(word[:length], ()):
                begins[code] += count
    cyrillic = sum(count for letter, count in letters.items() if "Ѐ" <= letter <= "ӿ") > signs / 2
    scores = {}
    for code, small in _SMALL.items():
        if (code in _CYRILLIC) is not cyrillic:
            continue
        scores[code] = (
            sum(counts[word] for word in small) / total
            + 1.5 * sum(letters[letter] for letter in _LETTERS.get(code, "")) / signs
            + 0.7 * begins[code] / total
        )
    return scores


_SMALL = {code: tuple(dict.fromkeys(words.split())) for code, words in _WORDS.items()}
_BY_STEM: dict[str, list[str]] = {}
for _code, _stems in _STEMS.items():
    for _stem in _stems.split():
        _BY_STEM.setdefault(_stem, []).append(_code)
