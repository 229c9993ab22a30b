"""Treaty or not: the profile of wording. A mix is told and a wording proposed; the lawyer decides.

Without a profile asked for, the text is measured against itself: it is told when the marks of both registers
stand in it. With one, every phrase of the other register is told with its counterpart.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Kind, Provision, Register
from workbench.checks.matter import Matter, OfAgreement, OfProvision, Setting, at, passages

MIXED = FindingKind(
    "checks.mixed-register",
    Severity.WARNING,
    "the text mixes treaty wording ({treaty}) and non-treaty wording ({political}); decide which is meant",
)
OFF_PROFILE = FindingKind(
    "checks.off-profile",
    Severity.INFO,
    "“{quote}” is {actual} wording in a text to be {wanted}; the usual counterpart is “{suggestion}”",
)


@dataclass(frozen=True, slots=True)
class _Sign:
    """A phrase that belongs to one register, and what the other says."""

    name: str
    pattern: re.Pattern[str]
    counterpart: str
    hint: str

    def places(self, plain: str, low: str) -> tuple[re.Match[str], ...]:
        """Where it stands in a text; `low` is the text in small letters, which is quick to look through."""
        return tuple(self.pattern.finditer(plain)) if self.hint in low else ()


def _sign(
    name: str, pattern: str, counterpart: str, *, cased: bool = False, hint: str | None = None
) -> _Sign:
    """A sign; `hint` are letters without which it cannot stand: its name, unless something else is given."""
    compiled = re.compile(pattern, 0 if cased else re.IGNORECASE)
    return _Sign(name, compiled, counterpart, name.casefold() if hint is None else hint)


TREATY: dict[str, tuple[_Sign, ...]] = {
    "en": (
        _sign("shall", r"\bshall\b", "will"),
        _sign(
            "Parties",
            r"\b(?:[Tt]he|[Bb]oth|[Ee]ither|[Ee]ach|Contracting) Part(?:y|ies)\b",
            "Participants",
            cased=True,
            hint="part",
        ),
        _sign("enter into force", r"\bent(?:er|ers|ry) into force\b", "come into effect", hint="force"),
        _sign("have agreed", r"\bhave agreed\b", "have reached the following understanding"),
        _sign("in witness whereof", r"\bin witness whereof\b", "the foregoing represents the understandings"),
        _sign(
            "registration",
            r"\bshall (?:register|be registered)\b",
            "is not eligible for registration",
            hint="regist",
        ),
    ),
    "lv": (
        _sign("Puses", r"\bPus(?:e|es|ei|ēm|u|ēs)\b", "Dalībnieki", cased=True, hint="pus"),
        _sign("stājas spēkā", r"\bstājas spēkā\b", "uzsāk piemērot"),
        _sign("to apliecinot", r"\bto apliecinot\b", "iepriekš minētais atspoguļo"),
    ),
    "uk": (
        _sign("Сторони", r"\bСтор(?:она|они|ону|оні|ін|онам|онами)\b", "Учасники", cased=True, hint="стор"),
        _sign("набирає чинності", r"\bнабира\w+ чинності\b", "починає застосовуватися", hint="чинності"),
        _sign("на посвідчення чого", r"\bна посвідчення чого\b", "вищенаведене відображає"),
    ),
}
POLITICAL: dict[str, tuple[_Sign, ...]] = {
    "en": (
        _sign("will", r"\bwill\b(?! of\b)", "shall"),
        _sign(
            "Participants",
            r"\b(?:[Tt]he|[Bb]oth|[Ee]ither|[Ee]ach) Participants?\b",
            "Parties",
            cased=True,
            hint="participant",
        ),
        _sign(
            "come into effect",
            r"\b(?:come|comes|coming|enter|enters) into (?:effect|operation)\b",
            "enter into force",
            hint="into",
        ),
        _sign("intends to", r"\bintends? to\b", "shall", hint="intend"),
        _sign(
            "not eligible for registration",
            r"\bnot eligible for registration\b",
            "shall be registered in accordance with Article 102 of the Charter of the United Nations",
        ),
    ),
    "lv": (
        _sign("Dalībnieki", r"\bDalībniek\w+\b", "Puses", cased=True, hint="dalībniek"),
        _sign("plāno", r"\bplāno\b", "apņemas"),
        _sign("centīsies", r"\b(?:centīsies|tieksies)\b", "apņemas", hint=""),
        _sign("nav juridiski saistošs", r"\bnav juridiski saistoš\w+\b", "ir saistošs", hint="juridiski"),
    ),
    "uk": (
        _sign("Учасники", r"\bУчасник\w*\b", "Сторони", cased=True, hint="учасник"),
        _sign("має намір", r"\bма(?:є|ють) намір\b", "зобов’язується", hint="намір"),
        _sign(
            "не є юридично обов’язковим",
            r"\bне є юридично обов.язков\w+\b",
            "є обов’язковою",
            hint="юридично",
        ),
    ),
}
_MODAL = ("will", "intends to", "plāno", "centīsies", "має намір")
SWAPPED = ("shall", "will")
"""Words whose counterpart simply takes their place."""
_HEADS = (Kind.TITLE_LINE, Kind.ARTICLE, Kind.SECTION)
_FEW = 5
"""Fewer of a modal verb than this, or than a quarter of the *shall*, are no register."""


@dataclass(frozen=True, slots=True)
class _Counted:
    """How often the phrases of both registers stand in a provision, by their names."""

    treaty: tuple[tuple[str, int], ...]
    political: tuple[tuple[str, int], ...]


def _count(unit: Provision, setting: Setting) -> Iterator[_Counted]:
    if setting.profile is not None:
        return
    texts = [(passage.plain, passage.plain.casefold()) for passage in passages(unit)]
    treaty, political = (_counts(texts, signs[_spoken(setting)]) for signs in (TREATY, POLITICAL))
    if treaty or political:
        yield _Counted(treaty, political)


def _judge(notes: Sequence[_Counted], matter: Matter) -> Iterator[Finding]:
    if matter.setting.profile is not None:
        return
    language = _spoken(matter.setting)
    treaty = {sign.name: 0 for sign in TREATY[language]}
    political = {sign.name: 0 for sign in POLITICAL[language]}
    for note in notes:
        for name, count in note.treaty:
            treaty[name] += count
        for name, count in note.political:
            political[name] += count
    signs = [_told(name, count) for name, count in treaty.items() if count]
    if matter.of_kind(Kind.ARTICLE):
        signs.insert(0, "articles")
    few = max(_FEW, treaty.get("shall", 0) // 4)
    others = [_told(n, count) for n, count in political.items() if count >= (few if n in _MODAL else 1)]
    if len(signs) < 2 or not others:
        return
    first = [unit for kind in _HEADS for unit in matter.of_kind(kind)[:1]]
    if not first:
        return
    note_on_shall = " and no shall" if language == "en" and not treaty["shall"] and political["will"] else ""
    yield at(
        MIXED,
        first[0],
        quote=matter.agreement.title_text,
        treaty=", ".join(signs) + note_on_shall,
        political=", ".join(others),
    )


REGISTER = OfAgreement(_count, _judge)
"""The mix of registers, told once, where no profile is asked for."""


def _off_profile(unit: Provision, setting: Setting) -> Iterator[Finding]:
    if setting.profile is None:
        return
    treaty = setting.profile is Register.TREATY
    signs = POLITICAL[_spoken(setting)] if treaty else TREATY[_spoken(setting)]
    for passage in passages(unit):
        low = passage.plain.casefold()
        for sign in signs:
            for found in sign.places(passage.plain, low):
                fixes = (passage.write(*found.span(), sign.counterpart),) if sign.name in SWAPPED else ()
                yield passage.finding(
                    OFF_PROFILE,
                    *found.span(),
                    margin=20,
                    fixes=fixes,
                    actual="non-treaty" if treaty else "treaty",
                    wanted="a treaty" if treaty else "no treaty",
                    suggestion=sign.counterpart,
                )


PROFILE = OfProvision(_off_profile)
"""Where a profile is asked for, each phrase that is not of it."""


def _spoken(setting: Setting) -> str:
    return setting.language if setting.language in TREATY else "en"


def _counts(texts: Sequence[tuple[str, str]], signs: Sequence[_Sign]) -> tuple[tuple[str, int], ...]:
    counted = ((sign.name, sum(len(sign.places(*text)) for text in texts)) for sign in signs)
    return tuple((name, count) for name, count in counted if count)


def _told(name: str, count: int) -> str:
    return f"{count} {name}" if count > 1 else name
