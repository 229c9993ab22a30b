"""Adaptation: a table of expected forms, and names in the case their sentence wants."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.drafting.precedents import STATES, TABLE, adapted, agreement, paragraph, words
from workbench.agreement.declension import Case, Forms, GrammaticalNumber
from workbench.agreement.findings import Severity
from workbench.checks.residue import residue
from workbench.drafting.adaptation import adapt


@pytest.mark.parametrize("number", range(len(TABLE["set"])))
def test_the_table_of_expected_forms(number: int) -> None:
    row = TABLE["set"][number]
    origin = TABLE["source"][row["language"]]
    source = agreement(
        row["language"],
        *origin["parties"],
        wording=tuple(paragraph(sentence) for sentence in origin["wording"]),
        own=origin["own_name"],
        collective=origin["collective_name"],
    )
    target = agreement(
        row["language"], *row["parties"], own=row["own_name"], collective=row["collective_name"]
    )
    result = adapt(source.body, source=source, target=target, states=STATES)
    assert words(result) == row["expected"]
    assert sorted({finding.code for finding in result.findings}) == row["findings"]
    left = residue(replace(target, body=result.clauses), foreign=set(origin["parties"]), states=STATES)
    flagged = {finding.quote for finding in result.findings if finding.severity is Severity.ERROR}
    assert {finding.quote for finding in left} <= flagged


def test_the_table_holds_twenty_sets_over_three_languages() -> None:
    assert len(TABLE["set"]) >= 20
    assert {row["language"] for row in TABLE["set"]} == {"en", "lv", "uk"}


# What governs a case for certain, and the case; {} is the name.
_SLOTS = {
    "lv": [
        ("Sūtījumi no {} ir atbrīvoti.", Case.GEN),
        ("Prasības pret {} neceļ.", Case.ACC),
        ("Ceļš līdz {} ir brīvs.", Case.DAT),
        ("Tas notiek {} teritorijā.", Case.GEN),
        ("{} ir Puse.", Case.NOM),
    ],
    "uk": [
        ("Поставки до {} звільнено від мита.", Case.GEN),
        ("Це стало можливим завдяки {}.", Case.DAT),
        ("Зустріч представників між {} відбулася.", Case.INS),
        ("Йдеться про {}.", Case.ACC),
        ("Представництво при {} діє.", Case.LOC),
        ("{} є Стороною.", Case.NOM),
    ],
}


def _form(forms: Forms, case: Case, plural: bool, language: str, *, preposition: bool) -> str:
    """Latvian prepositions govern the dative in the plural."""
    if language == "lv" and plural and preposition:
        return forms.dat
    return forms[case]


@settings(max_examples=300, deadline=None)
@given(
    language=st.sampled_from(sorted(_SLOTS)),
    old=st.sampled_from(STATES.codes),
    new=st.sampled_from(STATES.codes),
    data=st.data(),
)
def test_a_governed_name_keeps_its_case(language: str, old: str, new: str, data: st.DataObject) -> None:
    before, after = STATES.forms(old, language), STATES.forms(new, language)
    if old == new or before.formal.nom == before.short.nom or "EU" in (old, new):
        return
    sentence, case = data.draw(st.sampled_from(_SLOTS[language]))
    preposition = not sentence.startswith("{") and "teritorijā" not in sentence

    def filled(names: Any) -> str:
        plural = names.gender[1] is GrammaticalNumber.PLURAL
        form = _form(names.formal, case, plural, language, preposition=preposition)
        return sentence.format(form)

    third = next(code for code in ("IS", "MT", "ME") if code not in (old, new))
    result = adapted(language, (old, third), (new, third), filled(before))
    assert words(result) == [filled(after)]


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_the_same_parties_and_designations_change_nothing(language: str) -> None:
    origin = TABLE["source"][language]
    source = agreement(
        language,
        *origin["parties"],
        wording=tuple(paragraph(sentence) for sentence in origin["wording"]),
        own=origin["own_name"],
        collective=origin["collective_name"],
    )
    result = adapt(source.body, source=source, target=source, states=STATES)
    assert result.clauses == source.body
    assert result.changes == ()
