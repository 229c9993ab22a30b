"""Headings that promise a clause: *Duration and termination* over an article that says nothing of an end.

A final article is found by its heading, and a missing sentence in it is overlooked for that very reason: the
gap analysis counts the clause as there. Each subject of a heading is held against the words below it. Only
the subjects of final provisions are known, and only where the heading consists of them (*Duration of visits*
is another matter).
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Wording
from workbench.agreement.tree import BASIC, Kind, Provision
from workbench.checks.matter import OfProvision, Passage, Setting
from workbench.checks.wording import sentences

UNKEPT = FindingKind(
    "checks.heading-without-clause",
    Severity.WARNING,
    "the heading “{quote}” names {subject}, but nothing below it provides for that",
)


@dataclass(frozen=True, slots=True)
class _Subject:
    """One subject: how a heading names it, and what one sentence below must hold (all patterns)."""

    name: str
    heading: re.Pattern[str]
    said: tuple[re.Pattern[str], ...]


def _subject(name: str, heading: str, *said: str) -> _Subject:
    return _Subject(
        name,
        re.compile(heading, re.IGNORECASE),
        tuple(re.compile(pattern, re.IGNORECASE) for pattern in said),
    )


_EN_ITSELF = r"(?: of (?:this|the|the present) \w+)?$"
_LV_ITSELF = r"^(?:(?:šī|šīs|šā|šo)\s+)?(?:vienošanās|līguma|nolīguma|memoranda|protokola)?\s*"
_UK_ITSELF = r"(?:\s+(?:цієї|цього|дії)?\s*(?:угоди|договору|протоколу|меморандуму)?)?$"
_SUBJECTS: Mapping[str, tuple[_Subject, ...]] = {
    "en": (
        _subject(
            "termination",
            rf"^(?:termination|denunciation|withdrawal){_EN_ITSELF}",
            r"\bterminat|\bdenounc|\bdenunc|\bwithdraw|\bwithdrew|\bcease\b|\bto an end\b|\bdiscontinu",
            r"\bmay\b|\bcan\b|\bright\b|\bnoti|\bwritten|\bwriting|\bby (?:either|any|one|mutual|each)\b"
            r"|\bconsent|\bwish|\bdesire|\bintention|\bintends?\b|\bevent\b|\bif\b|\bdays\b|\bmonths?\b",
        ),
        _subject(
            "the duration",
            rf"^(?:duration|term|validity|period of validity){_EN_ITSELF}",
            r"\bremain|\bcontinu|\bin (?:force|effect)\b|\bvalid|\bindefinite|\bunlimited|\bexpir|\buntil\b"
            r"|\bconcluded for\b"
            r"|\bfor (?:a|an|the|\w+|\w+ \(\d+\)) (?:\w+ )?(?:period|term|duration|years?|months?)\b",
        ),
        _subject(
            "entry into force",
            rf"^(?:entry|entering|coming) into (?:force|effect|operation){_EN_ITSELF}",
            r"\b(?:enter|entry|com|tak|becom|be|giv)\w* (?:\w+ )?(?:in)?(?:to )?(?:force|effect)"
            r"|\beffective\b|\bsignature\b|\bsigned\b|\bapply (?:from|as)\b|\bcommence|\boperative"
            r"|\bapplied\b",
        ),
        _subject(
            "amendment",
            r"^(?:amendments?|modifications?|revision)(?: (?:of|to) (?:this|the|the present) \w+)?$",
            r"\bamend|\bmodif|\bchang|\brevis|\bsupplement|\balter|\badjust|\breview",
        ),
        _subject(
            "disputes",
            r"^(?:(?:settlement|resolution) of (?:disputes?|differences)|disputes"
            r"|dispute (?:settlement|resolution))$",
            r"\bdisput|\bdifferen|\bdisagree|\bsettle|\bconsult|\bnegotiat|\bcontrovers|\bresol|\bdiverg",
        ),
    ),
    "lv": (
        _subject(
            "termination",
            rf"{_LV_ITSELF}(?:darbības )?(?:izbeigšana|denonsēšana|uzteikšana|izstāšanās)$",
            r"izbei[gd]|denons|uztei[kc]|izstā|zaudē spēku|pārtrau[kc]",
            r"\bvar\b|\bdrīkst|tiesīb|paziņo|rakst|vienojoties|vienošan|mēneš|dien\w*\b|\bja\b|gadījum",
        ),
        _subject(
            "the duration",
            rf"{_LV_ITSELF}(?:(?:darbības|spēkā esamības) )?(?:termiņš|ilgums|laiks)$",
            r"\b(?:ir|paliek|būs|esoš\w*|esam\w*) (?:\w+ )?spēkā|spēkā (?:ir|paliek|līdz|esam|esoš)|beztermiņ"
            r"|nenoteikt|noslēgt\w* uz|slēdz uz|darbojas|darbīb\w+|zaudē spēku"
            r"|\buz (?:\w+ |\w+ \(\d+\) |\d+ )?(?:gad|mēneš|laik)|termiņ|\blīdz \d",
        ),
        _subject(
            "entry into force",
            rf"{_LV_ITSELF}(?:stāšanās spēkā|spēkā stāšanās)$",
            r"stā[jst]\w* (?:\w+ )?spēkā|spēkā (?:stā|no|ar)|piemēro|parakstīšan|ir spēkā",
        ),
        _subject(
            "amendment",
            rf"{_LV_ITSELF}(?:grozījumi|grozīšana|izmaiņas)$",
            r"groz[īi]|mainī|maiņ|papildin|pārskat",
        ),
        _subject(
            "disputes",
            r"^(?:strīdu|domstarpību) (?:\w+ )?(?:izšķiršana|risināšana|atrisināšana|noregulēšana)$",
            r"strīd|domstarp|konsult|sarun|pārrun|nesaskaņ|risin",
        ),
    ),
    "uk": (
        _subject(
            "termination",
            rf"^(?:припинення|денонсація|вихід|розірвання){_UK_ITSELF}",
            r"припин|денонс|вихід|вийти|розір|втра[чт]",
            r"мож|право|повідом|письм|згод|шляхом|намір|міся|дн[іяі]|якщо|раз[іу]",
        ),
        _subject(
            "the duration",
            rf"^(?:строк|термін|тривалість|строк дії|термін дії|строк чинності){_UK_ITSELF}",
            r"(?:залиша|зберіга|\bє|бу[дт])\w*\s+(?:\w+\s+){0,2}чинн|чинн\w+\s+(?:протягом|до|упродовж)|безстроков"
            r"|невизначен|\bдіє|\bдіят|укла\w+\s+(?:строком|терміном)?\s*на|втра[чт]|строк|термін"
            r"|\b(?:протягом|упродовж|на) (?:\w+ |\w+ \(\d+\) |\d+ )?(?:рок|рік)",
        ),
        _subject(
            "entry into force",
            rf"^(?:набрання|набуття|вступ)\s+(?:чинності|в силу|у силу){_UK_ITSELF}",
            r"набира|набер|набува|набрання|набуття|вступа|чинн\w+ з|підписан|застосову",
        ),
        _subject(
            "amendment",
            r"^(?:внесення )?(?:зміни?|змін|поправки|доповнення|змін і доповнень|змін та доповнень)"
            r"(?: до \w+ \w+)?$",
            r"змін|доповн|поправ|перегля",
        ),
        _subject(
            "disputes",
            r"^(?:(?:вирішення|врегулювання|розв.язання)\s+(?:спорів|розбіжностей|суперечок)|спори)$",
            r"спор|спір|розбіжн|консульт|перегов|супереч|вирішу|врегул",
        ),
    ),
}
_BETWEEN = {
    "en": re.compile(r"\s*(?:,\s*and\s+|,|;|/|\s+and\s+|\s+or\s+)\s*"),
    "lv": re.compile(r"\s*(?:,|;|/|\s+un\s+|\s+vai\s+)\s*"),
    "uk": re.compile(r"\s*(?:,|;|/|\s+та\s+|\s+і\s+|\s+й\s+|\s+або\s+)\s*"),
}
_PROVIDING = (*BASIC, Kind.PARAGRAPH)


def _unkept(unit: Provision, setting: Setting) -> Iterator[Finding]:
    subjects = _SUBJECTS.get(setting.language)
    if subjects is None or unit.kind not in _PROVIDING or not unit.heading.plain:
        return
    heading = unit.heading.plain.strip(" .:")
    promised = [_named(part, subjects) for part in _BETWEEN[setting.language].split(heading)]
    if None in promised:
        return
    below = [words for one in unit.walk() for text in _texts(one, unit) for words in sentences(text)]
    for subject in dict.fromkeys(promised):
        if subject is not None and below and not any(_provides(words, subject) for words in below):
            yield Passage(unit, Wording.HEADING, unit.heading).finding(
                UNKEPT, 0, len(unit.heading.plain), quote=heading, subject=subject.name
            )


HEADINGS = OfProvision(_unkept)
"""Headings of final provisions that name a subject which the article does not provide for."""


def _named(part: str, subjects: tuple[_Subject, ...]) -> _Subject | None:
    return next((one for one in subjects if one.heading.search(part.strip())), None)


def _provides(words: str, subject: _Subject) -> bool:
    return all(pattern.search(words) for pattern in subject.said)


def _texts(one: Provision, top: Provision) -> tuple[str, ...]:
    found = (
        (one.text.plain, one.wrap_up.plain)
        if one is top
        else (one.heading.plain, one.text.plain, one.wrap_up.plain)
    )
    return tuple(filter(None, found))
