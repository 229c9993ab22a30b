"""Whether words speak of another text than this: *Article 51 of the Charter*, *Konvencijas 3. pants*."""

from __future__ import annotations

import re
from functools import cache

_INSTRUMENT = (
    r"(?:Charter|Convention|Treaty|Agreement|Protocol|Covenant|Statute|Constitution|Regulation|Directive|"
    r"Act|Law|Code|Rules|Declaration|Memorandum|Arrangement|SOFA|TEU|TFEU|Decision|Resolution)\b"
)
_BEHIND = {
    # "… of the Convention", also behind further paragraphs and points of the same article.
    "en": re.compile(
        r"(?:\s*\([^)]{0,12}\)|,?\s+(?:and|or|to)?\s*(?:paragraphs?|sub-?paragraphs?|points?|items?|Articles?)?"
        r"\s*\(?[\divxlca-z]{1,4}\)?(?=[\s,.;)(]))*"
        r",?\s*(?:thereof\b|(?:of|to|in|under|from)\s+(?!this\b|the present\b)"
        rf"(?:[\w’'-]+\s+){{0,8}}?{_INSTRUMENT})"
    ),
    "uk": re.compile(
        r"(?:\s*(?:,|та|і|й|або|до|[–-])\s*\d{1,3})*\s+"
        r"(?:(?!(?:[Цц]ієї|[Цц]ього|[Цц]ій|[Цц]ьому|[Дд]ано))\w+\s+){0,3}"
        r"(?:Статут|Конвенці|Догов|Угод|Протокол|Конституці|Закон|Хартії|Регламент|Директив|Меморандум)\w*"
    ),
}
_AHEAD = {
    # The instrument stands before: "Regulation (EU) 2021/697, Annex II", in Latvian always in the genitive.
    "en": re.compile(rf"{_INSTRUMENT}[^.;]{{0,40}}$"),
    "lv": re.compile(
        r"(?:\w*(?:statūt|konvencij|līgum|protokol|satversm|likum|regul|direktīv|vienošan|hart|memorand)\w*)"
        r"(?:[^.;]|(?<=\d)\.){0,60}$",
        re.IGNORECASE,
    ),
    "uk": re.compile(r"(?:Регламент|Директив|Статут|Конвенці)\w*[^.;]{0,40}$"),
}
_THIS = {
    "en": r"\b(?:this|the present)\s+$",
    "lv": r"\b(?:šis|šī|šā|šīs|šim|šai|šo|šajā)\s+$",
    "uk": r"\b(?:цей|ця|цього|цієї|цьому|цій|цю|цим)\s+$",
}


def names_another_text(plain: str, start: int, end: int, language: str, own_name: str = "") -> bool:
    """Whether the unit cited at [start, end) is said to be another text's."""
    behind = _BEHIND.get(language)
    if behind is not None and behind.match(plain, end):
        return True
    ahead = _AHEAD.get(language)
    named = ahead.search(plain, max(0, start - 120), start) if ahead is not None else None
    if named is None:
        return False
    if re.search(_THIS[language], plain[max(0, named.start() - 20) : named.start()], re.IGNORECASE):
        return False
    # A Latvian agreement names itself without "this": "Vienošanās 5. pants".
    itself = language == "lv" and own_name and _stem(own_name) in named.group().casefold()
    return not itself


@cache
def _stem(name: str) -> str:
    return name.casefold().split()[-1][:5]
