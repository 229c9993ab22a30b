"""Clause types: heading, wording, position; and the shortcut over cues changes nothing."""

from __future__ import annotations

import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recognition.conftest import Recogniser
from workbench.recognition.clause_evidence import Place, types_of
from workbench.recognition.clause_table import table
from workbench.recognition.clause_types import classify, evidence

LATE = Place(position=0.95)


@pytest.mark.parametrize(
    ("words", "language", "expected"),
    [
        ("This Agreement shall enter into force on the day of its signature.", "en", "entry_into_force"),
        ("Any amendment shall enter into force thirty days after its adoption.", "en", "amendment"),
        ("Either Party may terminate this Agreement by notice in writing.", "en", "termination"),
        ("It is automatically extended for successive periods of five years.", "en", "tacit_renewal"),
        (
            "Any dispute on its interpretation or application shall be settled by talks.",
            "en",
            "dispute_settlement",
        ),
        ("No reservations may be made to this Convention.", "en", "reservations"),
        ("This Treaty shall be open for accession by other States.", "en", "accession_new_parties"),
        ("The Annexes form an integral part of this Agreement.", "en", "annex_status"),
        ("Vienošanās stājas spēkā tās parakstīšanas dienā.", "lv", "entry_into_force"),
        ("Puses var grozīt šo līgumu. Grozījumi stājas spēkā vēlāk.", "lv", "amendment"),
        ("Visi strīdi tiek risināti sarunu ceļā.", "lv", "dispute_settlement"),
        ("Katra Puse var izbeigt šo līgumu, par to paziņojot.", "lv", "termination"),
        ("Ця Угода набирає чинності з дати підписання.", "uk", "entry_into_force"),
        ("До цієї Угоди можуть бути внесені зміни та доповнення.", "uk", "amendment"),
        ("Будь-які спори вирішуються шляхом переговорів.", "uk", "dispute_settlement"),
        ("Ця Угода укладається строком на п’ять років.", "uk", "duration"),
        ("Кожна Сторона може денонсувати цю Угоду.", "uk", "termination"),
    ],
)
def test_final_clauses_by_their_wording(words: str, language: str, expected: str) -> None:
    assert types_of("", words, language, LATE)[0].type == expected


def test_a_heading_weighs_more_than_a_cue() -> None:
    words = "The instruments shall be deposited after the entry into force of this Treaty."
    assert types_of("Depositary", words, "en", LATE)[0].type == "depositary"


def test_a_dispute_of_businesses_in_the_middle_is_no_clause_on_disputes() -> None:
    words = "The Participants support courts that deal with disputes between enterprises."
    types = [item.type for item in types_of("", words, "en", Place(position=0.3))]
    assert "dispute_settlement" not in types


def test_the_words_that_spoke_are_shown() -> None:
    found = types_of("", "Either Party may terminate this Agreement.", "en", LATE)
    assert "terminate" in found[0].words


def test_classifying_again_changes_nothing(fixture: Recogniser) -> None:
    agreement = fixture("treaty_en.txt").agreement
    assert classify(agreement) == agreement
    for key, items in evidence(agreement).items():
        unit = agreement.find(key)
        assert unit is not None
        assert unit.types == tuple(item.type for item in items)


def test_types_are_those_of_the_table(fixture: Recogniser) -> None:
    known = {kind.key for kind in table("en")}
    for name in ("treaty_en.txt", "political_lv.txt", "treaty_uk.txt"):
        for unit in fixture(name).agreement.walk():
            assert set(unit.types) <= known


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_every_match_of_a_cue_holds_one_of_its_literals(language: str) -> None:
    @settings(deadline=None)
    @given(st.data())
    def check(data: st.DataObject) -> None:
        kind = data.draw(st.sampled_from(table(language)))
        if not kind.cues:
            return
        cue = data.draw(st.sampled_from(kind.cues))
        text = data.draw(st.from_regex(cue.pattern))
        if re.search(cue.pattern, text):
            assert any(literal in text for literal in cue.literals)

    check()


@pytest.mark.parametrize(
    ("language", "words", "kind"),
    [
        ("en", "The Accord has been made for seven years and is valid during that time for seven years.", "duration"),
        ("en", "Who keeps the key may denounce this Compact by a letter to the others.", "termination"),
        ("en", "Talks between the Parties resolve every difference over the application of this Pact.", "dispute_settlement"),
        ("lv", "Šo nolīgumu slēdz uz septiņiem gadiem.", "duration"),
        ("lv", "Ar abu Pušu piekrišanu nolīgumu drīkst papildināt.", "amendment"),
        ("uk", "Цю Домовленість укладено на сім років.", "duration"),
        ("uk", "До Домовленості за запрошенням може приєднатися інша держава.", "accession_new_parties"),
    ],
)  # fmt: skip
def test_words_that_stand_together_tell_a_type_nobody_phrased_so_before(
    language: str, words: str, kind: str
) -> None:
    found = types_of("", words, language, Place(position=0.9))
    assert found[0].type == kind
    assert found[0].words, "the review shows what spoke for the type"


@pytest.mark.parametrize(
    ("heading", "kind"),
    [("Denunciation by Letter", "termination"), ("Provisional Effect", "provisional_application")],
)
def test_one_word_of_a_heading_names_the_type(heading: str, kind: str) -> None:
    assert types_of(heading, "The keeper of the key sees to it.", "en", Place(position=0.9))[0].type == kind


def test_of_several_things_a_heading_names_the_first_leads() -> None:
    found = types_of(
        "Amendments and Withdrawal", "The keeper of the key sees to it.", "en", Place(position=0.9)
    )
    assert [item.type for item in found[:2]] == ["amendment", "termination"]


def test_what_speaks_against_a_type_counts_too() -> None:
    words = "The Treaty of Friendship signed at Ankara on 5 May 1931 is abrogated by the present one."
    assert types_of("", words, "en", LATE)[0].type == "relation_to_other_agreements"


@pytest.mark.parametrize(
    ("language", "words", "kind"),
    [
        ("de", "Dieses Abkommen wird auf unbestimmte Zeit geschlossen.", "duration"),
        (
            "fr",
            "Chacune des Parties peut dénoncer l'Accord par écrit avec un préavis de six mois.",
            "termination",
        ),
        ("pl", "Załączniki stanowią integralną część Umowy.", "annex_status"),
        ("ru", "По взаимному согласию Сторон в Соглашение могут вноситься изменения.", "amendment"),
    ],
)
def test_what_was_learnt_holds_for_languages_nobody_learnt_from(language: str, words: str, kind: str) -> None:
    assert types_of("", words, language, LATE)[0].type == kind


def test_in_a_language_without_treaty_words_only_cues_speak() -> None:
    assert types_of("", "Konvencija se sklapa na tri godine.", "hr", LATE) == ()
