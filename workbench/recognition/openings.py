"""The words by which a part of an agreement is known at its first line, in the languages we read.

Recitals open with a participle, the agreeing formula with "have agreed", the testimonium with "in witness
whereof", the done-at clause with "done at". Latvian and Ukrainian forms vary in gender and number with the
parties, so the patterns hold stems.
"""

from __future__ import annotations

import re

HEREINAFTER = re.compile(
    r"[(,]?\s*(?:(?:both )?(?:here(?:in)?after|henceforth)|turpmāk|(?:далі|надалі)\b|toliau|edaspidi|"
    r"zwan[ey]\w* dalej|dalej|im folgenden|nachstehend|nachfolgend|ci-après|hierna|en lo sucesivo|"
    r"en adelante|"
    r"далее|в дальнейшем)",
    re.IGNORECASE,
)
_PARTICIPLES = {
    "en": (
        r"(?:also |further(?:more)? |equally |deeply |fully |highly |being |having |moreover,? |"
        r"again |strongly |firmly )*"
        r"(?:recogni[sz](?:ing|ed)|reaffirm(?:ing|ed)|acknowledging|regard(?:ing)? to|having regard|"
        r"consider(?:ing|ed)"
        r"|seeking|noting|noted|desir(?:ing|ous)|wishing|recalling|bearing in mind|convinced|guided|"
        r"taking (?:into|note)"
        r"|expressing|conscious|mindful|determined|emphasi[sz]ing|underlin(?:ing|ed)|underscoring|"
        r"referring|affirming"
        r"|aware|believing|welcoming|stressing|acting|aiming|anxious|appreciating|attaching|"
        r"confirming|concerned"
        r"|condemning|committed|continuing|declaring|deploring|encouraged|endeavou?ring|hoping|inspired|"
        r"intending|in accordance with"
        r"|in conformity with|in pursuance|in view of|in order to|in the (?:interest|light|spirit)|"
        r"keeping in mind|observing|on the basis"
        r"|pursuant to|realizing|realising|reiterating|resolved|respecting|sharing|striving|undertaking|"
        r"united|urging|whereas"
        r"|with a view to|based on|proceeding from|pledging|agreeing|understanding|having in mind|"
        r"having (?:resolved|decided|recognized|considered|examined)|supporting|building (?:up)?on|"
        r"cognizant"
        r"|persuaded|animated|alarmed|disturbed|prompted|motivated|viewing|given|considering that|mindful of|"
        r"commending|highlighting|honou?ring|valuing|deriving|to this end)\b"
    ),
    "lv": (
        r"(?:atkārtoti |vēlreiz |no jauna |arī |tāpat |kā arī |turklāt |jo īpaši |dziļi |pilnībā )*("
        r"?:atzī(?:stot|stami|stamas|dami|damas)|atzinīgi|"
        r"apliecin\w*(?:ot|dami|damas)|ņem(?:ot|dami|damas) vērā"
        r"|vēl(?:oties|ēdamies|ēdamās)|apzin(?:oties|ādamies|ādamās)|patur(?:ot|ēdami|ēdamas) prātā|"
        r"atsau(?:coties|kdamies|kdamās)"
        r"|ievēro(?:jot|dami|damas)|atcer(?:oties|ēdamies|ēdamās)|pauž(?:ot|dami)|izsak(?:ot|ot)|atgādin(?:ot|ādami)|vad(?:oties|"
        r"īdamies|īdamās)|uzsver(?:ot|dami)|pamatoj(?:oties|amies)"
        r"|balst(?:oties|īdamies)|būdam[ia]s?|tiec(?:oties|amies)|cen(?:šoties|zdamies)|apsver(?:ot|dami)|"
        r"pārliecināt[is]|rīko(?:joties|damies)|saskaņā ar|lai |tā kā|apņēm\w+|nolūkā)"
    ),
    "uk": (
        r"(?:також |знову |ще раз |вкотре |особливо |глибоко |повністю |крім того,? )*"
        r"(?:визнаючи|підтверджуючи|враховуючи|ураховуючи|беручи до уваги|керуючись|"
        r"бажаючи|прагнучи|маючи|зважаючи"
        r"|відзначаючи|будучи|нагадуючи|діючи|поважаючи|усвідомлюючи|посилаючись|ґрунтуючись|виходячи|"
        r"вважаючи|висловлюючи|наголошуючи"
        r"|підкреслюючи|сповнені|переконані|відповідно до|з метою|рішуче|вітаючи|пам['’]ятаючи|"
        r"дотримуючись|сприяючи|розуміючи|спираючись|засуджуючи|ставлячи)\b"
    ),
    "lt": (
        r"(?:pripažin|atsižvelg|siek|nor[ėe]d|patvirtin|primin|suvok|įsitikin|vadovaud|remd|pabrėž|"
        r"žinod|laikyd|atkreip|siekd)\w*"
    ),
    "et": (
        r"(?:tunnustades|kinnitades|soovides|arvestades|võttes arvesse|lähtudes|pidades|meenutades|"
        r"olles|tuginedes|rõhutades|märkides|juhindudes|tahtes|püüdes)\b"
    ),
    "pl": (
        r"(?:uznając|potwierdzając|pragnąc|mając na|biorąc pod|kierując|dążąc|przypominając|świadom|"
        r"przekonan|zważywszy|działając|uwzględniając|podkreślając|zauważając|wyrażając)\w*"
    ),
    "de": (
        r"(?:in anerkennung|in dem wunsch|in der erwägung|in anbetracht|unter berücksichtigung|"
        r"eingedenk|gestützt|im hinblick|von dem wunsch|in bekräftigung|überzeugt|entschlossen|"
        r"im bewu|mit dem ziel|geleitet|bestrebt)\w*"
    ),
    "fr": (
        r"(?:reconnaissant|désireu|considérant|rappelant|convaincu|soucieu|ayant|conscient|"
        r"réaffirmant|souhaitant|vu |prenant|tenant compte|affirmant|animé|notant|soulignant|"
        r"se référant|résolu|estimant)\w*"
    ),
    "nl": (
        r"(?:erkennende|overwegende|geleid|wensende|gelet op|herinnerende|overtuigd|verlangende|"
        r"indachtig|zich bewust|bevestigende|rekening houdend|opmerkende|vastbesloten)\w*"
    ),
    "es": (
        r"(?:reconociendo|considerando|deseos|recordando|convencid|teniendo|conscientes|reafirmando|"
        r"tomando|animad|afirmando|destacando|resuelt|guiad|observando)\w*"
    ),
    "ru": (
        r"(?:признавая|подтверждая|учитывая|принимая|руководствуясь|желая|стремясь|имея|отмечая|"
        r"будучи|напоминая|действуя|уважая|сознавая|осознавая|ссылаясь|основываясь|исходя|считая|"
        r"выражая|подчеркивая|подчёркивая|в соответствии)\b"
    ),
}
_FORMULA = (
    r"(?:\W*(?:the )?(?:(?:contracting |states )?parties|participants|signatories|governments?|they|"
    r"and)?,?\s*(?:hereby |therefore )?"
    r"(?:have|has) (?:hereby |jointly |thereto |therefore |today |also |thus |mutually |"
    r"solemnly )*(?:agreed|decided|reached|come|determined|concluded|resolved|adopted|entered|"
    r"accepted)\b"
    r"|\W*(?:agree|decide) (?:as follows|on the following|to the following)|\W*hereby (?:agree|decide|"
    r"declare)|\W*it is (?:hereby )?(?:mutually )?agreed"
    r"|\W*(?:dalībnieki |puses |līgumslēdzējas puses )?(?:ir |šodien )?(?:vienoj\w+|vienoš\w+|"
    r"nolēm\w+|ir panāk\w+)[^.]{0,40}(?:turpm|sekoj|šād|tālāk)"
    r"|\W*(?:\w+\s){0,3}(?:домовил\w+|погодил\w+|дійшли згоди|досягл\w+|уклали)[^.]{0,40}(?:так(?:е|"
    r"ого)|нижченаведен|"
    r"наступн|цю угоду)"
    r"|\W*(?:\w+\s){0,3}(?:дійшли|досягли)\s+(?:так\w+|наступн\w+|нижченаведен\w+)\s+"
    r"(?:взаємо)?(?:порозумінн|розумінн|згод|домовленост)"
    r"|\W*(?:\w+\s){0,3}(?:согласил\w+|договорил\w+)[^.]{0,30}(?:нижеследующ|следующ)"
    r"|\W*susitar\w*|\W*on kokku leppinud|\W*uzgodni\w+,? (?:co nast|następ)|\W*sind (?:wie folgt|"
    r"übereingekommen)|\W*haben folgendes vereinbart|\W*kommen wie folgt|\W*sont convenu|"
    r"\W*zijn (?:het volgende|als volgt)|\W*han convenido|\W*convienen)"
)
_TESTIMONIUM = (
    r"\W*(?:in (?:witness|testimony|faith) (?:w?here|t?here)?of|in witness (?:whereof|thereof)|"
    r"en foi de quoi|zu urkund dessen|ten blijke waarvan|en fe de lo cual|w dowód czego|na dowód czego"
    r"|to apliecin\w+|apliecinot (?:iepriekšminēto|minēto|augstāk)|šo apliecinot|на посвідчення чого|"
    r"на підтвердження чого|на засвідчення чого|в удостоверение чего|в подтверждение чего|"
    r"tai patvirtindami|tai paliudydami|selle tõenduseks|selle kinnituseks|"
    r"the (?:foregoing|above) (?:record|represent|reflect)|"
    r"iepriekš (?:minēt|izklāstīt|norādīt)\w+ (?:atspoguļo|atbilst|ir\b)|"
    r"(?:вищенаведен|вищевикладен|викладен)\w+ (?:вище )?(?:відображ|становит|засвідч|є\b)|"
    r"вышеизложенн\w+ (?:отража|явля|представл))"
)
_DONE = (
    r"\W*(?:(?:this |the )?(?:(?!(?:shall|may|will|must|can|should|to)\b)[\w-]+ ){0,4}?"
    r"(?:was |is |has been )?(?:done|signed|concluded|executed|"
    r"made and signed|made) (?:and \w+ )?(?:at|in|on|this|by)\b"
    r"|(?:\w+\s+){0,4}?(?:ir |tiek )?(?:parakstīt[sai]|noslēgt[sai]|sastādīt[sai]|sagatavot[sai]|"
    r"izdarīt[sai])\s+(?:\S+\s+){0,3}?(?:\d{4}|divos|trijos|trīs|divās|_|\[|20)"
    r"|(?:\w+\s+){0,3}?(?:вчинен\w*|учинен\w*|підписан\w*|укладен\w*|здійснен\w*|складен\w*)\s+(?:у|в|"
    r"[«\"“_\d])"
    r"|(?:совершен\w*|подписан\w*) (?:в|«)|fait (?:à|en)|geschehen zu|gedaan te|hecho en|firmado en|"
    r"sporządzono|priimta|sudaryta|pasirašyta|tehtud|koostatud|alla kirjutatud)"
)
_SIGNATURE = (
    r"\W*(?:signed )?(?:(?:on behalf of|for and on behalf of|for) (?:the )?(?:[A-ZĀ-Ž]|government|"
    r"republic)|(?:[A-ZĀ-Ž][\w’']+\s+){0,5}(?:vārdā|vardu|nimel)\b|за |від імені|w imieniu|für |"
    r"pour |por |voor (?:het |de )?(?=[A-Z]))"
)
_RECITAL = {
    code: re.compile(r"\W*(?:" + pattern + ")", re.IGNORECASE) for code, pattern in _PARTICIPLES.items()
}
_ANY_RECITAL = re.compile(r"\W*(?:" + "|".join(_PARTICIPLES.values()) + ")", re.IGNORECASE)
_FORMULA_RE = re.compile(_FORMULA, re.IGNORECASE)
_TESTIMONIUM_RE = re.compile(_TESTIMONIUM, re.IGNORECASE)
_DONE_RE = re.compile(_DONE, re.IGNORECASE)
_SIGNATURE_RE = re.compile(_SIGNATURE, re.IGNORECASE)
_PREAMBLE_HEADING = re.compile(
    r"\W*(?:preamble|preambula|преамбула|вступ|introduction|ievads|preambulė|preambuła|präambel|"
    r"préambule|preámbulo|preambule|введение)\W*$",
    re.IGNORECASE,
)
_HEREINAFTER = re.compile(
    r"hereinafter|hereafter|turpmāk|(?:далі|надалі)\b|toliau|edaspidi|zwan[ey]|im folgenden|"
    r"nachstehend|ci-après|hierna|en lo sucesivo|далее",
    re.IGNORECASE,
)


def opens_recital(text: str, language: str | None = None) -> bool:
    """Whether a passage begins with the participle of a recital."""
    pattern = _RECITAL.get(language or "", _ANY_RECITAL)
    return bool(pattern.match(text))


def _spaced(text: str) -> str:
    """A text whose first words are parted by plain spaces: Word puts unbreakable ones into set phrases."""
    return text[:400].replace("\xa0", " ") if "\xa0" in text[:400] else text


def is_agreeing_formula(text: str) -> bool:
    """Whether a passage is the formula that ends the preamble."""
    return len(text) < 700 and bool(_FORMULA_RE.match(_spaced(text)))


def opens_testimonium(text: str) -> bool:
    """Whether a passage begins with the testimonium."""
    return bool(_TESTIMONIUM_RE.match(_spaced(text)))


def opens_done_at(text: str) -> bool:
    """Whether a passage begins like a done-at clause."""
    return bool(_DONE_RE.match(_spaced(text)))


def opens_closing(text: str) -> bool:
    """Whether a passage begins with the testimonium or like a done-at clause."""
    return opens_testimonium(text) or opens_done_at(text)


def opens_signature(text: str) -> bool:
    """Whether a passage begins like the line over a signature."""
    return bool(_SIGNATURE_RE.match(_spaced(text)))


def is_preamble_heading(text: str) -> bool:
    """Whether a passage is the word "Preamble" and nothing else."""
    return bool(_PREAMBLE_HEADING.match(text))


def names_hereinafter(text: str) -> bool:
    """Whether a passage gives somebody a short name for the rest of the text."""
    return bool(_HEREINAFTER.search(text))
