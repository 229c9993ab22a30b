"""Pronouns of a party that has become one of another gender or number.

*Ukraina, kura …, ka tā ir gatava* becomes *Apvienotie Arābu Emirāti, kuri …, ka tie ir gatavi*; *Латвія …, що
вона готова виконувати її закони* likewise. A relative pronoun belongs to the name right before it, a personal
one as subject to the last State named as subject, a possessive one before what only a State has (its
territory, laws, procedures) to the last subject too. Where two States could be meant by their grammar and the
nearer one stays, nothing is changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from workbench.agreement.declension import Case, Forms, Gender, GrammaticalNumber, ukrainian
from workbench.drafting.adaptation.cases import governed_by
from workbench.drafting.adaptation.concord import Grammar, predicate
from workbench.drafting.adaptation.mention import Mention
from workbench.drafting.adaptation.wording import Edit, in_the_manner_of, sentences

M, F, N = Gender
SG, PL = GrammaticalNumber

_PERSONAL: dict[str, dict[Grammar, Forms]] = {
    "lv": {
        (M, SG): Forms("tas", "tā", "tam", "to", "to", "tajā", "tas"),
        (F, SG): Forms("tā", "tās", "tai", "to", "to", "tajā", "tā"),
        (M, PL): Forms("tie", "to", "tiem", "tos", "tiem", "tajos", "tie"),
        (F, PL): Forms("tās", "to", "tām", "tās", "tām", "tajās", "tās"),
    },
    "uk": {
        (M, SG): Forms("він", "його", "йому", "його", "ним", "ньому", "він"),
        (F, SG): Forms("вона", "її", "їй", "її", "нею", "ній", "вона"),
        (N, SG): Forms("воно", "його", "йому", "його", "ним", "ньому", "воно"),
        (M, PL): Forms("вони", "їх", "їм", "їх", "ними", "них", "вони"),
    },
}
_LATVIAN_WHICH = {
    (M, SG): Forms("kurš", "kura", "kuram", "kuru", "kuru", "kurā", "kurš"),
    (F, SG): Forms("kura", "kuras", "kurai", "kuru", "kuru", "kurā", "kura"),
    (M, PL): Forms("kuri", "kuru", "kuriem", "kurus", "kuriem", "kuros", "kuri"),
    (F, PL): Forms("kuras", "kuru", "kurām", "kuras", "kurām", "kurās", "kuras"),
}
_RELATIVE: dict[str, re.Pattern[str]] = {
    "lv": re.compile(r"\s*,\s+(?:(\w{2,6})\s+)?(kur(?:š|a|am|u|ā|as|ai|i|iem|us|os|ām|ās))\b"),
    "uk": re.compile(r"\s*,\s+(?:(\w{1,6})\s+)?(як(?:ий|ого|ому|им|а|ої|ій|у|ою|е|і|их|ими))\b"),
}
_SUBJECT = {
    "lv": re.compile(
        r"\b(?:ka|ja|kad|kamēr|bet|jo|lai|tiklīdz|un|līdz)\s+(t[aāi]s?|tie)\b(?!\s+(?:arī\s+)?pat)"
    ),
    "uk": re.compile(r"\b(?:що|якщо|коли|доки|поки|але|бо|щоб|і|й|та|а)\s+(вона|він|воно|вони)\b"),
}
# What only a State has: behind a possessive pronoun it is the State's.
_OF_A_STATE = {
    "lv": r"(?:attiecīg\w+\s+|spēkā\s+esoš\w+\s+|iekšēj\w+\s+|nacionāl\w+\s+|"
    r"kompetent\w+\s+)*(?:teritorij|tiesību akt|likum|"
    r"pilso[nņ]|bruņot|iestād|valdīb|procedūr|konstit|saistīb|pienākum|vārdā|ekspert|personāl|suveren|"
    r"drošīb|aizsardzīb|"
    r"intere|pārstāv|robež|neatkarīb|tiesīb|piekriš|pieprasījum|lūgum|valst|vēstniec|iedzīvotāj|gaisa "
    r"telp|spēk|budžet)\w*",
    "uk": r"(?:внутрішн\w+\s+|внутрішньодержавн\w+\s+|національн\w+\s+|компетентн\w+\s+|чинн\w+\s+|"
    r"відповідн\w+\s+)*(?:процедур|"
    r"територі|законодавств|закон|громадян|збройн|орган|уряд|зобов|безпек|суверенітет|незалежн|кордон|"
    r"персонал|"
    r"представник|конституці|оборон|інтерес|прав|ім[’'ʼ]я|боку|запит|прохан|згод|рішен|столиц|посольств|"
    r"населен|"
    r"повітрян|бюджет|потреб|обов)\w*",
}  # fmt: skip
_POSSESSIVE = {
    language: re.compile(rf"\b({words})(?=\s+{_OF_A_STATE[language]})")
    for language, words in (
        ("lv", "tās|tā|to"),
        ("uk", "її|його|їх|їхн(?:ій|я|є|і|ього|ьої|ьому|іх|ім|ю|іми|ьою)"),
    )
}


def followers(
    plain: str,
    mention: Mention,
    rivals: tuple[Mention, ...],
    becomes: tuple[Grammar, Grammar],
    language: str,
    *,
    reason: str,
    subject: bool,
) -> Iterator[Edit]:
    """The pronouns behind `mention` in its sentence that speak of it, and what agrees with them.

    `becomes` is its gender and number before and after, `rivals` are the other names of the same old gender
    and number, `subject` tells whether the name is the subject of its clause.
    """
    if language not in _PERSONAL:
        return
    stop = next((end for start, end in sentences(plain) if start <= mention.start < end), len(plain))
    found = _RELATIVE[language].match(plain, mention.end, stop)
    if found and (found.group(1) is None or governed_by(found.group(1), language)):
        word = _which(found.group(2), found.group(1) or "", becomes, language)
        if word is not None:
            yield Edit(found.start(2), found.end(2), word, reason)
            if found.group(1) is None:
                yield from predicate(plain, found.end(2), becomes, language, reason)
    if not subject:
        return
    stop = _next_subject(rivals, mention, stop)
    personal = _PERSONAL[language]
    old, new = personal.get(becomes[0]), personal.get(becomes[1])
    if old is None or new is None:
        return
    for match in _SUBJECT[language].finditer(plain, mention.end, stop):
        if match.group(1) == old.nom:
            yield Edit(match.start(1), match.end(1), new.nom, reason)
            yield from predicate(plain, match.end(1), becomes, language, reason)
    between = [own.start for own in rivals if own.start >= mention.end]
    stop = min([stop, *between])  # behind another name that agrees, it may be that one's
    for match in _POSSESSIVE[language].finditer(plain, mention.end, stop):
        word = match.group(1)
        theirs = language == "uk" and word.startswith("їх") and becomes[0][1] is PL
        if (word == old.gen or theirs) and word != new.gen:
            yield Edit(match.start(1), match.end(1), in_the_manner_of(word, new.gen), reason)


def speaks_of(plain: str, mention: Mention, grammar: Grammar, language: str, edits: Collection[Edit]) -> bool:
    """Whether a pronoun of this gender and number follows that none of `edits` has changed."""
    forms = _PERSONAL.get(language, {}).get(grammar)
    if forms is None:
        return False
    stop = next((end for start, end in sentences(plain) if start <= mention.start < end), len(plain))
    words = "|".join(dict.fromkeys((forms.nom, forms.gen, forms.dat)))
    changed = {edit.start for edit in edits}
    return any(
        found.start() not in changed
        for found in re.compile(rf"\b(?:{words})\b").finditer(plain, mention.end, stop)
    )


def _which(word: str, preposition: str, becomes: tuple[Grammar, Grammar], language: str) -> str | None:
    """A relative pronoun in the case of the old one, in the new gender and number; None where it is no "
    "other's."""
    old, new = _relative(becomes[0], language), _relative(becomes[1], language)
    if old is None or new is None or not old.cases_of(word):
        return None
    governed = governed_by(preposition, language)
    cases = old.cases_of(word)
    case = next((own for own in governed if own in cases), cases[0])
    if language == "lv" and governed and becomes[1][1] is PL:
        case = Case.DAT  # whatever a preposition governs in the singular
    return new[case]


def _relative(grammar: Grammar, language: str) -> Forms | None:
    if language == "lv":
        return _LATVIAN_WHICH.get(grammar)
    gender, number = grammar
    return ukrainian.adjective("який").get((None if number is PL else gender, number))


def _next_subject(rivals: tuple[Mention, ...], mention: Mention, stop: int) -> int:
    """Where another State of the same gender and number becomes the subject; pronouns behind it are its "
    "own."""
    later = [
        own.start for own in rivals if own.start >= mention.end and Case.NOM in own.cases and own.start < stop
    ]
    return min(later, default=stop)
