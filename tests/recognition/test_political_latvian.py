"""A Latvian political text as it comes out of a PDF: hard-wrapped, sections, subheadings, a story for preamble."""

from __future__ import annotations

from datetime import date

from tests.recognition.conftest import Recogniser
from workbench.agreement.text import CrossReference, Date, DefinedTerm
from workbench.agreement.tree import Kind, Register


def test_a_narrative_preamble_is_recitals(fixture: Recogniser) -> None:
    preamble = fixture("political_lv.txt").agreement.preamble
    assert [unit.kind for unit in preamble] == [Kind.RECITAL] * 3


def test_numbered_headings_make_sections_and_dates_do_not(fixture: Recogniser) -> None:
    body = fixture("political_lv.txt").agreement.body
    assert [(unit.kind, unit.printed) for unit in body] == [(Kind.SECTION, f"{n}.") for n in (1, 2, 3)]
    first = body[0].children[0].text
    assert first.of(Date)[0][2].day == date(2020, 8, 14)


def test_a_page_gap_in_a_sentence_is_no_new_paragraph(fixture: Recogniser) -> None:
    first = fixture("political_lv.txt").agreement.body[0]
    assert len(first.children) == 2
    assert "gan iedzīvotāju vēlmes" in first.children[1].text.plain


def test_subheadings_are_leaves_between_paragraphs(fixture: Recogniser) -> None:
    second = fixture("political_lv.txt").agreement.body[1]
    assert [child.kind for child in second.children] == [
        Kind.PARAGRAPH,
        Kind.CROSSHEADING,
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
        Kind.CROSSHEADING,
        Kind.PARAGRAPH,
    ]


def test_the_done_at_clause_names_languages_and_the_text_that_prevails(fixture: Recogniser) -> None:
    agreement = fixture("political_lv.txt").agreement
    assert [unit.kind for unit in agreement.closing] == [Kind.DONE_AT]
    said = agreement.authenticity
    assert (said.place, said.day, said.originals) == ("Tartu", "2021-04-11", 2)
    assert said.languages == ("et", "ro", "lv")
    assert said.prevailing == "lv"


def test_names_in_any_case_are_the_parties(fixture: Recogniser) -> None:
    agreement = fixture("political_lv.txt").agreement
    assert [(party.key, party.name) for party in agreement.parties] == [
        ("EE", "Igaunijas Republika"),
        ("MD", "Moldovas Republika"),
    ]
    assert agreement.language == "lv"
    assert agreement.register is Register.POLITICAL
    assert agreement.collective_name == "Dalībnieki"
    assert agreement.own_name == "Vienošanās"


def test_a_term_written_small_is_a_generic_use(text: Recogniser, fixture: Recogniser) -> None:
    words = (
        "VIENOŠANĀS PAR OSTĀM\n\nIgaunija un Moldova (turpmāk – Dalībnieki) vienojas.\n\n1. Ostas\n\n"
        "Dalībniekiem ir ostas. Citiem tirgus dalībniekiem ostu nav.\n\n2. Kuģi\n\nKuģi ir Dalībnieku īpašums.\n"
    )
    found = text(words)
    uses = [mark for unit in found.agreement.walk() for mark in unit.text.of(DefinedTerm)]
    assert len(uses) == 3


def test_a_reference_finds_the_section_it_calls_an_article(fixture: Recogniser) -> None:
    agreement = fixture("political_lv.txt").agreement
    marks = agreement.body[2].children[1].text.of(CrossReference)
    assert [mark[2].target for mark in marks] == [agreement.body[1].id]
