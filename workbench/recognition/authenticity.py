"""What the done-at clause says: place, day, number of originals, languages, and which text prevails."""

from __future__ import annotations

import re

from workbench.agreement.tree import Authenticity
from workbench.recognition import dates

_LANGUAGES = {
    "en": "english|angļu|англійськ|английск|anglų|inglise|angielsk|englisch|anglais|engels|inglés|angol",
    "lv": "latvian|latviešu|латиськ|латвійськ|латышск|latvių|läti|łotewsk|lettisch|letton",
    "uk": "ukrainian|ukraiņu|українськ|украинск|ukrainiečių|ukraina keel|ukraińsk|ukrainisch|ukrainien",
    "lt": "lithuanian|lietuviešu|литовськ|литовск|lietuvių|leedu|litewsk|litauisch|lituanien",
    "et": "estonian|igauņu|естонськ|эстонск|estų|eesti|estońsk|estnisch|estonien",
    "pl": "polish|poļu|польськ|польск|lenkų|poola|polsk|polnisch|polonais",
    "de": "german|vācu|німецьк|немецк|vokiečių|saksa|niemieck|deutsch|allemand|duits|alemán",
    "fr": "french|franču|французьк|французск|prancūzų|prantsuse|francusk|französisch|français|frans|francés",
    "ru": "russian|krievu|російськ|русск|rusų|vene keel|rosyjsk|russisch|russe|ruso",
    "es": "spanish|spāņu|іспанськ|испанск|ispanų|español|spanisch|espagnol",
    "ar": "arabic|arābu|арабськ|арабск|arabe|árabe|arabų|araabia|arabsk|arabisch",
    "zh": "chinese|ķīniešu|китайськ|китайск|chinois|chino|kinų|hiina|chińsk|chinesisch|chinees",
    "nl": "dutch|netherlands language|holandiešu|nīderlandiešu|нідерландськ|nederlands",
    "sv": "swedish|zviedru|шведськ|švedų|rootsi|szwedzk|schwedisch|suédois|zweeds|sueco|шведск",
    "fi": "finnish|somu|фінськ|suomių|soome keel|fińsk|finnisch|finnois|fins|финск",
    "da": "danish|dāņu|данськ|danų|taani|duńsk|dänisch|danois|deens|датск",
    "no": "norwegian|norvēģu|норвезьк|norvegų|norra|norwesk|norwegisch|norvégien|noors|норвежск",
    "cs": "czech|čehu|чеськ|čekų|tšehhi|czesk|tschechisch|tchèque|tsjechisch|checo|чешск",
    "it": "italian|itāļu|італійськ|italų|itaalia|włosk|italienisch|italien|italiaans|italian|итальянск",
    "ro": "romanian|rumāņu|румунськ|rumunų|rumeenia|rumuńsk|rumänisch|roumain|roemeens|румынск",
    "ka": "georgian|gruzīnu|грузинськ|gruzinų|gruusia|gruzińsk|georgisch|géorgien|грузинск",
    "pt": "portuguese|portugāļu|португальськ|portugalų|portugali|portugalsk|portugiesisch|portugais|"
    "portugees|portugese|portugués|португальск",
    "tr": "turkish|turku|турецьк|turkų|türgi|tureck|türkisch|turc|turks|turco|турецк",
    "el": "greek|grieķu|грецьк|graikų|kreeka|greck|griechisch|grec|grieks|griego|греческ",
    "hu": "hungarian|ungāru|угорськ|vengrų|ungari|węgiersk|ungarisch|hongrois|hongaars|венгерск",
    "is": "icelandic|īslandiešu|ісландськ|islandų|islandi|islandzk|isländisch|islandais|исландск",
    "ja": "japanese|japāņu|японськ|japonų|jaapani|japońsk|japanisch|japonais|японск",
}
_COUNTS = {
    "single": 1,
    "one": 1,
    "two": 2,
    "duplicate": 2,
    "three": 3,
    "triplicate": 3,
    "four": 4,
    "quadruplicate": 4,
    "five": 5,
    "six": 6,
    "vienā": 1,
    "divos": 2,
    "divu": 2,
    "trīs": 3,
    "trijos": 3,
    "četros": 4,
    "одному": 1,
    "двох": 2,
    "трьох": 3,
    "чотирьох": 4,
    "двух": 2,
    "трех": 3,
    "одном": 1,
    "dviem": 2,
    "dviejais": 2,
    "trimis": 3,
    "kahes": 2,
    "kolmes": 3,
    "dwóch": 2,
    "trzech": 3,
    "zwei": 2,
    "drei": 3,
    "deux": 2,
    "dos": 2,
    "tres": 3,
    "twee": 2,
    "drie": 3,
    "tweevoud": 2,
    "drievoud": 3,
    "trois": 3,
}
_ORIGINALS = re.compile(
    rf"\b(?P<n>{'|'.join(sorted(_COUNTS, key=len, reverse=True))}|"
    rf"\d{{1,2}})\b(?:\s*\(\w+\))?\s*(?:(?:identical |equally |valid |authentic |original |"
    rf"oriģināl\w* |autentisk\w* |оригінальн\w* |автентичн\w* |ідентичн\w* )*)(?:original|cop(?:y|ies)|"
    rf"eksemplār|oriģināl|примірник|экземпляр|egzempl|eksempl|urschrift|ausfertigung|exemplaire|exempla|ejemplar)",
    re.IGNORECASE,
)
_ORIGINALS_WORD = re.compile(r"\b(duplicate|triplicate|quadruplicate|tweevoud|drievoud)\b", re.IGNORECASE)
_PLACE = re.compile(
    r"\b(?i:(?:done|signed|concluded|executed|made)(?: and signed)?(?:\s+in (?:duplicate|triplicate|"
    r"two \w+|a single \w+),?)?\s+(?:at|in)(?: the cities of)?|"
    r"(?:вчинен|учинен|підписан|укладен|совершен|подписан)\w*\s+(?:у|в)(?:\s+(?:м\.|місті|городе))?|"
    r"parakstīt[sai]|noslēgt[sai]|sastādīt[sai]|fait à|geschehen zu|unterzeichnet (?:zu|in)|gedaan te|"
    r"hecho en|firmado en|sporządzono we?|podpisano we?|sudaryta|pasirašyta|priimta|koostatud|sõlmitud|"
    r"alla kirjutatud)\s+"
    r"(?P<place>[A-ZĀ-ŽА-ЯІЇЄҐ][\w’'.-]+(?:[ -][A-ZĀ-ŽА-ЯІЇЄҐ][\w’'-]+){0,2})",
)
_PREVAILS = re.compile(
    r"(?:prevail|noteicoš|pārsvar|переважн|переваг|преимуществен|маєстат|vadovaujamasi|ülimuslik|"
    r"rozstrzyga|maßgeb|fait foi|fera foi|doorslaggevend|prevalec)",
    re.IGNORECASE,
)
_NO_PLACE = {
    "witness",
    "duplicate",
    "two",
    "three",
    "a",
    "one",
    "the",
    "this",
    "triplicate",
    "divos",
    "single",
}


def read(texts: list[str]) -> Authenticity:
    """What the closing says, from the texts of its testimonium and done-at clause."""
    text = " ".join(texts)
    found = dates.find(text)
    originals = _originals(text)
    split = _PREVAILS.search(text)
    sentence = _sentence_around(text, split.start()) if split else ""
    listing = text.replace(sentence, " ") if sentence else text
    languages = _languages(listing) or _languages(text)
    prevailing = _languages(sentence)
    return Authenticity(
        place=_place(text),
        day=found[0][2].isoformat() if found else "",
        originals=originals,
        languages=tuple(languages),
        prevailing=prevailing[0] if len(prevailing) == 1 else None,
    )


def _place(text: str) -> str:
    for found in _PLACE.finditer(text):
        place = re.split(r"\s(?:on|this|in|at)\b", found["place"])[0].strip(" .,")
        if place.casefold().split()[0] not in _NO_PLACE and place[0].isupper():
            return place.title() if place.isupper() else place
    return ""


def _originals(text: str) -> int | None:
    found = _ORIGINALS.search(text) or _ORIGINALS_WORD.search(text)
    if found is None:
        return None
    word = found.group(1).casefold()
    return int(word) if word.isdigit() else _COUNTS.get(word)


def _sentence_around(text: str, at: int) -> str:
    start = max(text.rfind(mark, 0, at) for mark in (". ", "; ")) + 1
    ends = [end for end in (text.find(mark, at) for mark in (". ", "; ")) if end >= 0]
    return text[start : min(ends) if ends else len(text)]


def _languages(text: str) -> list[str]:
    """Codes of the languages named, in the order of the text."""
    low = text.casefold()
    found: dict[str, int] = {}
    for code, row in _LANGUAGES.items():
        places = [
            match.start()
            for name in row.split("|")
            for match in [re.search(r"\b" + re.escape(name), low)]
            if match
        ]
        if places:
            found[code] = min(places)
    return sorted(found, key=found.__getitem__)
