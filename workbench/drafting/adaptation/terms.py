"""The names an agreement gives itself (*Līgums*, *Угода*) and its parties (*Puses*, *Сторони*).

Each is declined by rule. The words that must agree with them (*šī*, *jebkurš*, *кожна*) are declined here
too, so that a change of gender can be carried through.
"""

from __future__ import annotations

from functools import cache

import msgspec

from workbench.agreement.declension import (
    Case,
    Forms,
    Gender,
    GrammaticalNumber,
    joined,
    latvian,
    ukrainian,
    unchanging,
)

M, F = Gender.MASCULINE, Gender.FEMININE
SG, PL = GrammaticalNumber.SINGULAR, GrammaticalNumber.PLURAL
COLLECTIVE, OWN = "collective-name", "own-name"
"""The two designations, under the names by which a change gives its reason."""


class Term(msgspec.Struct, frozen=True):
    """A noun in both numbers; `lacking` are cases the language has no form for."""

    gender: Gender
    singular: Forms
    plural: Forms
    lacking: tuple[Case, ...] = ()

    def readings(self, form: str) -> tuple[tuple[Case, GrammaticalNumber], ...]:
        """The cases and numbers a form may stand for."""
        singular = tuple((case, SG) for case in self.singular.cases_of(form) if case not in self.lacking)
        return singular + tuple((case, PL) for case in self.plural.cases_of(form) if case not in self.lacking)

    def form(self, case: Case, number: GrammaticalNumber) -> str:
        """One form."""
        return (self.plural if number is PL else self.singular)[case]

    @property
    def forms(self) -> frozenset[str]:
        """Every form there is."""
        return frozenset(form for forms in (self.singular, self.plural) for _, form in forms.items())


def _english(one: str, many: str) -> Term:
    return Term(M, unchanging(one), unchanging(many))


def _latvian(one: str, many: str, lacking: tuple[Case, ...] = ()) -> Term:
    return Term(latvian.gender_of(one)[0], latvian.decline(one), latvian.decline(many, number=PL), lacking)


def _ukrainian(one: str, many: str, gen_many: str, *, stem: str | None = None, animate: bool = False) -> Term:
    # What a rule cannot know: persons take -а and the genitive for the accusative, a vowel may alternate.
    singular = ukrainian.decline(one, stem=stem, genitive=f"{one}а" if animate else None)
    plural = ukrainian.decline(many, number=PL, genitive=gen_many)
    if animate:
        singular = singular.corrected({Case.ACC: singular.gen})
        plural = plural.corrected({Case.ACC: plural.gen})
    return Term(ukrainian.gender_of(one)[0], singular, plural)


_DEFECTIVE = (Case.DAT, Case.LOC)


@cache
def own_names(language: str) -> tuple[Term, ...]:
    """What agreements call themselves, longest names first."""
    if language == "lv":
        return (
            _latvian("Saprašanās memorands", "Saprašanās memorandi"),
            _latvian("Vienošanās", "Vienošanās", _DEFECTIVE),
            *(_latvian(stem + "s", stem + "i") for stem in ("Līgum", "Nolīgum", "Memorand", "Protokol")),
            *(_latvian(stem + "a", stem + "as") for stem in ("Konvencij", "Deklarācij")),
        )
    if language == "uk":
        return (
            _ukrainian("Угода", "Угоди", "Угод"),
            _ukrainian("Договір", "Договори", "Договорів", stem="Договор"),
            _ukrainian("Меморандум", "Меморандуми", "Меморандумів"),
            _ukrainian("Протокол", "Протоколи", "Протоколів"),
            _ukrainian("Конвенція", "Конвенції", "Конвенцій"),
            _ukrainian("Декларація", "Декларації", "Декларацій"),
            _ukrainian("Домовленість", "Домовленості", "Домовленостей"),
        )
    return tuple(
        _english(one, many)
        for one, many in (
            ("Memorandum of Understanding", "Memoranda of Understanding"),
            ("Implementing Arrangement", "Implementing Arrangements"),
            ("Technical Arrangement", "Technical Arrangements"),
            ("Agreement", "Agreements"),
            ("Arrangement", "Arrangements"),
            ("Memorandum", "Memoranda"),
            ("Treaty", "Treaties"),
            ("Protocol", "Protocols"),
            ("Convention", "Conventions"),
            ("Declaration", "Declarations"),
        )
    )


@cache
def collective_names(language: str) -> tuple[Term, ...]:
    """What agreements call their parties, longest names first."""
    if language == "lv":
        side = _latvian("Puse", "Puses")
        contracting = Term(
            F,
            joined([latvian.decline("Līgumslēdzēja"), side.singular]),
            joined([latvian.decline("Līgumslēdzējas", number=PL), side.plural]),
        )
        return contracting, side, _latvian("Dalībnieks", "Dalībnieki")
    if language == "uk":
        side = _ukrainian("Сторона", "Сторони", "Сторін")
        contracting = Term(
            F,
            joined([ukrainian.adjective_in("Договірна", F, SG), side.singular]),
            joined([ukrainian.adjective_in("Договірні", F, PL), side.plural]),
        )
        return contracting, side, _ukrainian("Учасник", "Учасники", "Учасників", animate=True)
    return (
        _english("Contracting Party", "Contracting Parties"),
        _english("Party", "Parties"),
        _english("Participant", "Participants"),
        _english("Signatory", "Signatories"),
        _english("Side", "Sides"),
    )


def named(name: str, terms: tuple[Term, ...]) -> Term | None:
    """The term a name in any form stands for, articles and demonstratives aside."""
    words = name.strip(' “”"«»„').casefold()
    for determiner in ("the ", "this ", "šī ", "šis ", "ця ", "цей "):
        words = words.removeprefix(determiner)
    return next((t for t in terms if any(words == form.casefold() for form in t.forms)), None)


@cache
def determiners(language: str) -> tuple[dict[tuple[Gender, GrammaticalNumber], Forms], ...]:
    """Words that stand before a term and agree with it, each in every gender, number and case."""
    if language == "lv":
        return (*(_latvian_determiner(stem) for stem in ("katr", "otr", "vien", "nevien", "cit")),
                _latvian_determiner("jebkur", "š"), _latvian_determiner("kur", "š"), _LATVIAN_THIS,
                {(M, PL): Forms("abi", "abu", "abiem", "abus", "abiem", "abos", "abi"),
                 (F, PL): Forms("abas", "abu", "abām", "abas", "abām", "abās", "abas")})  # fmt: skip
    if language == "uk":
        words = ("кожний", "інший", "будь-який", "жодний", "договірний")
        return (
            _ukrainian_determiner("кожний", nominative="кожен"),
            _ukrainian_determiner("жодний", nominative="жоден"),
            *(_ukrainian_determiner(word) for word in words),
            _UKRAINIAN_THIS,
            {
                (M, PL): Forms("обидва", "обох", "обом", "обидва", "обома", "обох", "обидва"),
                (F, PL): Forms("обидві", "обох", "обом", "обидві", "обома", "обох", "обидві"),
            },
        )
    return ()


def _latvian_determiner(stem: str, ending: str = "s") -> dict[tuple[Gender, GrammaticalNumber], Forms]:
    tables = {
        (gender, number): latvian.indefinite_adjective(stem, gender, number)
        for gender in (M, F)
        for number in (SG, PL)
    }
    tables[M, SG] = tables[M, SG].corrected({Case.NOM: stem + ending, Case.VOC: stem + ending})
    return tables


def _ukrainian_determiner(
    masculine: str, *, nominative: str | None = None
) -> dict[tuple[Gender, GrammaticalNumber], Forms]:
    tables = ukrainian.adjective(masculine)
    first = tables[M, SG].corrected({Case.NOM: nominative or masculine, Case.ACC: tables[M, SG].gen})
    return {(M, SG): first, (F, SG): tables[F, SG], (M, PL): tables[None, PL], (F, PL): tables[None, PL]}


_LATVIAN_THIS = {
    (M, SG): Forms("šis", "šā", "šim", "šo", "šo", "šajā", "šis"),
    (F, SG): Forms("šī", "šīs", "šai", "šo", "šo", "šajā", "šī"),
    (M, PL): Forms("šie", "šo", "šiem", "šos", "šiem", "šajos", "šie"),
    (F, PL): Forms("šīs", "šo", "šīm", "šīs", "šīm", "šajās", "šīs"),
}
_UKRAINIAN_THIS = {
    (M, SG): Forms("цей", "цього", "цьому", "цей", "цим", "цьому", "цей"),
    (F, SG): Forms("ця", "цієї", "цій", "цю", "цією", "цій", "ця"),
    (M, PL): Forms("ці", "цих", "цим", "ці", "цими", "цих", "ці"),
    (F, PL): Forms("ці", "цих", "цим", "ці", "цими", "цих", "ці"),
}
