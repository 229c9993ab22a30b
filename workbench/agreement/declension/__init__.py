"""Declension: the case forms of a name in Latvian and Ukrainian, by rule.

Names of States come declined from `resources/states.toml`, which was built with these rules and corrected
by hand; every other party (a ministry, an organisation) gets its forms here, and `Party.forms` corrects
what a rule cannot know. English has no cases: its forms are all the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import StrEnum

import msgspec
from msgspec.structs import astuple


class Case(StrEnum):
    """The seven cases that Latvian and Ukrainian share, in the order of the tables."""

    NOM = "nom"
    GEN = "gen"
    DAT = "dat"
    ACC = "acc"
    INS = "ins"
    LOC = "loc"
    VOC = "voc"


class Gender(StrEnum):
    """Grammatical gender."""

    MASCULINE = "m"
    FEMININE = "f"
    NEUTER = "n"


class GrammaticalNumber(StrEnum):
    """Singular or plural."""

    SINGULAR = "sg"
    PLURAL = "pl"


class Forms(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One name in all cases."""

    nom: str
    gen: str
    dat: str
    acc: str
    ins: str
    loc: str
    voc: str

    def __getitem__(self, case: Case | str) -> str:
        form: str = getattr(self, Case(case).value)
        return form

    def items(self) -> Iterator[tuple[Case, str]]:
        """The pairs of case and form, nominative first."""
        return zip(Case, astuple(self), strict=True)

    def cases_of(self, form: str) -> tuple[Case, ...]:
        """The cases a form may stand for, capitals or not."""
        wanted = form.casefold()
        return tuple(case for case, own in self.items() if own.casefold() == wanted)

    def corrected(self, forms: Mapping[str, str]) -> Forms:
        """The same with some forms replaced (case -> form)."""
        return Forms(*(forms.get(case.value, own) for case, own in self.items()))


def forms_from(forms: Mapping[Case, str]) -> Forms:
    """`Forms` from a mapping that holds every case."""
    return Forms(*(forms[case] for case in Case))


def unchanging(name: str) -> Forms:
    """The forms of a name that does not change."""
    return Forms(*(name for _ in Case))


def joined(parts: list[Forms | str], separator: str = " ") -> Forms:
    """Several names as one, each part in the case of the whole; a plain string does not change."""
    return Forms(
        *(separator.join(part if isinstance(part, str) else part[case] for part in parts) for case in Case)
    )
