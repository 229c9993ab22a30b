"""The words that show a sentence to be particular to one party, in the three languages.

What a party alone acceded to, suffered, paid or did on a day; its own money; the parts of the world that are
its own; the member States of the European Union.
"""

from __future__ import annotations

import re

import msgspec


class Rule(msgspec.Struct, frozen=True):
    """A reason and the words that show it; `attributed` ones count for the party they belong to."""

    why: str
    words: re.Pattern[str]
    needs: re.Pattern[str] | None = None
    attributed: bool = False


def _words(text: str, *patterns: str) -> re.Pattern[str]:
    """A pattern for any of the words or stems of a text; an open end is written *, a space within one _."""
    stems = [re.sub(r"\*", r"\\w*", word.replace("_", " ")) for word in text.split()]
    return re.compile("|".join((rf"\b(?:{'|'.join(stems)})\b", *patterns)), re.IGNORECASE)


ACCESSION, WAR, SUM, _DATE = "accession or membership", "war or its damage", "a sum", "a date or year"
MEMBERS = "its member States"
_AMOUNT = r"[€$£]\s?\d"
_NUMBER = r"\b\d[\d.,  ]*\s?"
_MONTH = {
    "en": "(?:January|February|March|April|May|June|July|August|September|October|November|December)",
    "uk": "(?:січня|лютого|березня|квітня|травня|червня|липня|серпня|вересня|жовтня|листопада|грудня)",
}
_ORGANISATIONS = {
    "en": _words(
        "NATO EU UN OECD WTO OSCE European_Union Euro-?Atlantic North_Atlantic Alliance Council_of_Europe "
        "United_Nations International_Criminal_Court organi[sz]ation community union council league court "
        "convention pact Schengen euro_?(?:zone|area)"
    ),
    "lv": _words(
        "NATO ES ANO ESAO EDSO Eiropas_Savienīb* Eiropas_Padom* eiroatlantisk* Ziemeļatlantijas alians* "
        "organizācij* kopien* Apvienoto_Nāciju savienīb* padom* konvencij* Šengen* eirozon*"
    ),
    "uk": _words(
        "НАТО ЄС ООН ОЕСР ОБСЄ СОТ Європейськ*_Союз* Рад*_Європи євроатлантичн* Північноатлантичн* альянс* "
        "організаці* спільнот* союз* конвенці* Шенген* єврозон*"
    ),
}
_ACCEDING = {
    "en": _words(
        "accession acced* candidate membership member_state path enlargement join(?:s|ed|ing)? integrat* "
        "aspiration*"
    ),
    "lv": _words(
        "(?:ne)?pievieno* iestāj* iestāšan* virzīb* dalīb(?:a|as|ai|u|ā) integrāc* kandidāt* centien* "
        "dalībvalst*"
    ),
    "uk": _words("приєднан* приєдна* вступ(?:у|ом|і|ить|ає)? членств* інтеграці* кандидат* прагнен*"),
}
_WARLIKE = {
    "en": _words(
        "war wartime post-war rebuil* liberated aggression hostilit* invasion invaded occupied "
        "occupation reconstruct* reparation* "
        "post-conflict demining prisoners_of_war deport* martial_law"
    ),
    "lv": _words(
        "kar(?:š|a|am|u|ā) karadarbīb* agresij* agresor* iebruk* okup* atjaunošan* rekonstrukc* atmīnēšan* "
        "mīnēt* reparācij* deportē* uzbruk*"
    ),
    "uk": _words(
        "війн* воєнн*_стан* агресі* агресор* вторгнен* окуп* відбудов* розмінуван* репараці* депорт* "
        "збройн*_напад* бойов*_ді*"
    ),
}
_SUMS = {
    "en": _words(
        "EUR USD GBP euros? dollars?", _AMOUNT, rf"{_NUMBER}(?:%|per cent|percent|million|billion|thousand)"
    ),
    "lv": _words("EUR USD eiro dolār*", _AMOUNT, rf"{_NUMBER}(?:%|procent|miljon|miljard|tūkstoš)"),
    "uk": _words(
        "євро долар* грив* EUR USD", _AMOUNT, rf"{_NUMBER}(?:%|відсотк|мільйон|мільярд|тисяч|млн|млрд)"
    ),
}
_DATES = {
    "en": re.compile(
        rf"\b\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTH['en']}\s+\d{{4}}\b|\b{_MONTH['en']}\s+\d{{1,2}},\s+\d{{4}}\b|"
        r"\b(?:since|in|from|by|until|for|during|of)\s+(?:the year\s+)?(?:19|20)\d\d\b",
        re.IGNORECASE,
    ),
    "lv": re.compile(r"\b(?:19|20)\d\d\.\s*(?:gad\w+|un\b|,|–|-)", re.IGNORECASE),
    "uk": re.compile(
        rf"\b\d{{1,2}}\s+{_MONTH['uk']}\s+\d{{4}}|\b(?:19|20)\d\d\s*(?:рок\w*|р\.)", re.IGNORECASE
    ),
}
_PLACES = {
    "en": _words(
        "Crimea* Sevastopol Donbas* Donetsk Luhansk Black_Sea Sea_of_Azov Baltic_Sea Svalbard Jan_Mayen "
        "Greenland "
        "Faroe* Åland Gibraltar Channel_Islands Isle_of_Man Crown_Dependenc* Overseas_Territor* "
        "(?:European|Caribbean)_part Aruba Curaçao Sint_Maarten overseas_(?:departments|territories|"
        "collectivities) "
        "Transnistria* Abkhazia* South_Ossetia* Nagorno-Karabakh Azores Madeira Canary_Islands Ceuta "
        "Puerto_Rico "
        "Chernobyl Chornobyl Hong_Kong Macao Northern_Ireland Zapor* Kherson Tokelau Sovereign_Base_Area*"
    ),
    "lv": _words(
        "Krim* Sevastopol* Donbas* Doņeck* Luhansk* Melnaj*_jūr* Azovas_jūr* Baltijas_jūr* Svalbār* "
        "Grenland* "
        "Fēru_sal* Olandes_sal* Gibraltār* Normandijas_sal* Menas_sal* Karību_daļ* Eiropas_daļ* "
        "aizjūras_teritorij* "
        "Arub* Kirasao Piedņestr* Abhāzij* Dienvidosetij* Azoru_sal* Madeir* Kanāriju_sal* Seut* "
        "Puertoriko Čornobiļ* "
        "Černobiļ* Honkong* Makao"
    ),
    "uk": _words(
        "Крим* Севастопол* Донбас* Донецьк* Луганськ* Чорн*_мор* Азовськ*_мор* Балтійськ*_мор* "
        "Свальбард* Шпіцберген* "
        "Гренланді* Фарерськ* Аландськ* Гібралтар* Нормандськ*_остров* острів_Мен карибськ*_частин* "
        "європейськ*_частин* заморськ*_територі* Аруб* Кюрасао Придністров* Абхазі* Південн*_Осеті* "
        "Азорськ* Мадейр* "
        "Канарськ* Сеут* Пуерто-Рико Чорнобил* Гонконг* Макао"
    ),
}
_BORDERS = {
    "en": _words("territorial_integrity internationally_recogni[sz]ed_borders"),
    "lv": _words("teritoriāl*_integritāt* teritoriāl*_nedalāmīb* starptautiski_atzīt*_robež*"),
    "uk": _words("територіальн*_цілісн* міжнародно_визнан*_кордон*"),
}
# The money of one country by the stem of its name in the three languages, under its ISO 4217 code.
_MONEY = {
    "UAH": "hryvn|grivn|гривн|гривен",
    "PLN": "zlot|złot|злот",
    "CZK": "czech koruna|čehijas kron|чеськ\\w+ крон",
    "SEK": "swedish kron|zviedru kron|zviedrijas kron|шведськ\\w+ крон",
    "NOK": "norwegian kron|norvēģu kron|norvēģijas kron|норвезьк\\w+ крон",
    "DKK": "danish kron|dāņu kron|dānijas kron|данськ\\w+ крон",
    "ISK": "icelandic kr[oó]n|islandes kron|ісландськ\\w+ крон",
    "HUF": "forint|форинт",
    "RON": "romanian le[ui]|rumānijas lej|румунськ\\w+ ле[йїюя]",
    "MDL": "moldovan le[ui]|moldovas lej|молдовськ\\w+ ле[йїюя]",
    "GEL": "georgian lari|gruzijas lari|грузинськ\\w+ ларі",
    "TRY": "turkish lira|turcijas lir|турецьк\\w+ лір",
    "GBP": "sterling|sterliņ|стерлінг",
    "CHF": "swiss franc|šveices frank|швейцарськ\\w+ франк",
    "USD": "(?:us|u\\.s\\.|united states) dollar|asv dolār|долар\\w+ сша",
    "JPY": "japanese yen|japānas jen|японськ\\w+ [єі]н",
    "CAD": "canadian dollar|kanādas dolār|канадськ\\w+ долар",
    "AMD": "armenian dram|armēnijas dram|вірменськ\\w+ драм",
    "AUD": "australian dollar|austrālijas dolār|австралійськ\\w+ долар",
    "KZT": "tenge|теньге|тенге",
    "ILS": "shekel|šekel|шекел",
    "AED": "dirham|dirhēm|дирхам",
    "KRW": "korean won|korejas von|корейськ\\w+ вон",
}
_MONEY_WORDS = {code: re.compile(rf"(?<!\w)(?:{stems})", re.IGNORECASE) for code, stems in _MONEY.items()}


def speaks_of_money(sentence: str, currency: str) -> bool:
    """Whether a sentence names a currency, by its code or its name."""
    if not currency:
        return False
    named = _MONEY_WORDS.get(currency)
    return bool(re.search(rf"\b{currency}\b", sentence) or (named and named.search(sentence)))


RULES = {
    language: (
        Rule(ACCESSION, _ACCEDING[language], _ORGANISATIONS[language], attributed=True),
        Rule(WAR, _WARLIKE[language]),
        Rule(SUM, _SUMS[language]),
        Rule(_DATE, _DATES[language]),
        Rule("a place of its own", _PLACES[language]),
        Rule("its borders", _BORDERS[language], attributed=True),
    )
    for language in ("en", "lv", "uk")
}


_MEMBERS = {
    "en": (r"\bmember states?\s+of\s+(?:the\s+)?$", r"\s+member states?\b"),
    "lv": (r"$^", r"\s+dalībvalst\w*"),
    "uk": (r"\bдержав\w*[-‑–]?\s?(?:членів|члени|членами|членам|члена|член)\s+$", r"$^"),
}


def speaks_of_members(plain: str, start: int, end: int, language: str) -> bool:
    """Whether the name of the European Union at an extent stands with its member States."""
    before, after = _MEMBERS[language]
    return bool(
        re.search(before, plain[:start], re.IGNORECASE) or re.match(after, plain[end:], re.IGNORECASE)
    )
