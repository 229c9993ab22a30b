"""An English treaty as it comes out of a Word file: the whole anatomy."""

from __future__ import annotations

from datetime import date

from tests.recognition.conftest import Recogniser
from workbench.agreement.source import Recognised
from workbench.agreement.text import CitedInstrument, CrossReference, DefinedTerm, PartyName
from workbench.agreement.tree import Kind, PartyKind, Provision, Register


def _kinds(units: tuple[Provision, ...]) -> list[Kind]:
    return [unit.kind for unit in units]


def test_the_title_keeps_its_lines(fixture: Recogniser) -> None:
    title = fixture("treaty_en.txt").agreement.title
    assert [line.text.plain.split()[0] for line in title] == ["AGREEMENT", "BETWEEN", "AND", "ON"]


def test_the_preamble_has_its_parts_in_order(fixture: Recogniser) -> None:
    preamble = fixture("treaty_en.txt").agreement.preamble
    assert _kinds(preamble) == [
        Kind.CROSSHEADING,
        Kind.PARTIES_CLAUSE,
        Kind.RECITAL,
        Kind.RECITAL,
        Kind.RECITAL,
        Kind.AGREEING_FORMULA,
    ]


def test_instruments_listed_under_a_recital_are_its_citations(fixture: Recogniser) -> None:
    citations = fixture("treaty_en.txt").agreement.of_kind(Kind.CITATION)
    cited = [citation.text.of(CitedInstrument)[0][2] for citation in citations]
    assert [(one.place, one.day) for one in cited] == [
        ("Tallinn", date(1997, 3, 4)),
        ("Geneva", date(2001, 5, 12)),
    ]


def test_articles_have_headings_and_paragraphs(fixture: Recogniser) -> None:
    body = fixture("treaty_en.txt").agreement.body
    assert [unit.printed for unit in body] == ["Article 1", "Article 2", "Article 3", "Article 4"]
    assert [unit.heading.plain for unit in body] == ["Purpose", "Requests", "Equipment", "Final provisions"]
    paragraphs = [sum(child.kind is Kind.PARAGRAPH for child in unit.children) for unit in body]
    assert paragraphs == [2, 3, 2, 3]


def test_points_nest_and_the_words_after_them_stay_with_the_paragraph(fixture: Recogniser) -> None:
    third = fixture("treaty_en.txt").agreement.body[1].children[2]
    assert [child.printed for child in third.children] == ["(a)", "(b)", "(c)", None]
    assert [point.printed for point in third.children[1].children] == ["(i)", "(ii)"]
    assert third.children[3].text.plain == "Each of them returns home afterwards."


def test_a_list_inside_a_line_stays_whole(fixture: Recogniser) -> None:
    second = fixture("treaty_en.txt").agreement.body[1].children[1]
    assert second.text.plain.endswith("the place; the kind of fire; the help that is needed.")
    assert not second.children


def test_members_of_an_announced_list_are_points_until_a_sentence_comes(fixture: Recogniser) -> None:
    article = fixture("treaty_en.txt").agreement.body[2]
    assert _kinds(article.children) == [Kind.PARAGRAPH, Kind.PARAGRAPH]
    assert _kinds(article.children[0].children) == [Kind.POINT] * 3
    assert article.children[1].text.plain == "They shall return it within a month."


def test_the_closing_names_place_day_languages_and_the_text_that_prevails(fixture: Recogniser) -> None:
    agreement = fixture("treaty_en.txt").agreement
    assert _kinds(agreement.closing) == [Kind.TESTIMONIUM, Kind.DONE_AT, Kind.SIGNATURE_BLOCK]
    said = agreement.authenticity
    assert (said.place, said.day, said.originals) == ("Chișinău", "2021-06-09", 2)
    assert said.languages == ("et", "ro", "en")
    assert said.prevailing == "en"


def test_two_signatories_on_one_line_are_two(fixture: Recogniser) -> None:
    block = fixture("treaty_en.txt").agreement.closing[-1]
    assert [line.text.of(PartyName)[0][2].party for line in block.children] == ["EE", "MD"]


def test_parties_stand_in_the_order_of_the_parties_clause(fixture: Recogniser) -> None:
    agreement = fixture("treaty_en.txt").agreement
    assert [(party.key, party.kind) for party in agreement.parties] == [
        ("EE", PartyKind.GOVERNMENT),
        ("MD", PartyKind.GOVERNMENT),
    ]
    assert agreement.parties[0].name == "Government of the Republic of Estonia"
    assert agreement.collective_name == "Parties"
    assert agreement.own_name == "Agreement"
    assert agreement.register is Register.TREATY


def test_what_is_no_text_is_left_out_and_said(fixture: Recogniser) -> None:
    found = fixture("treaty_en.txt")
    codes = [finding.code for finding in found.findings]
    assert codes.count("recognition.bookmark-residue") == 1
    assert codes.count("recognition.page-number") == 1
    words = "\n".join(unit.words for unit in found.agreement.units())
    assert "bookmark" not in words
    assert not words.endswith("\n3")


def test_references_point_at_provisions_and_not_into_other_treaties(fixture: Recogniser) -> None:
    agreement = fixture("treaty_en.txt").agreement
    reference = agreement.body[0].children[1].text.of(CrossReference)
    assert [mark[2].target for mark in reference] == [agreement.body[1].children[1].id]
    of_the_charter = agreement.body[1].children[0].text
    assert of_the_charter.of(CrossReference) == ()
    thereof = agreement.preamble[3].text
    assert thereof.of(CrossReference) == ()


def test_the_collective_name_is_defined_once_and_used(fixture: Recogniser) -> None:
    found = fixture("treaty_en.txt")
    marks = [mark for unit in found.agreement.walk() for mark in unit.text.of(DefinedTerm)]
    assert [mark[2].defines for mark in marks].count(True) == 1
    assert {mark[2].term for mark in marks} == {"Parties"}


def test_final_clauses_have_their_types(fixture: Recogniser) -> None:
    final = fixture("treaty_en.txt").agreement.body[3]
    assert [child.types[0] for child in final.children] == [
        "entry_into_force",
        "termination",
        "dispute_settlement",
    ]


def test_every_provision_tells_the_blocks_it_was_made_from(fixture: Recogniser) -> None:
    found = fixture("treaty_en.txt")
    ids = [unit.id for unit in found.agreement.walk()]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(found.origins)
    for first, last in found.origins.values():
        assert 0 <= first <= last


def test_reading_again_gives_the_same_ids(fixture: Recogniser) -> None:
    first: Recognised = fixture("treaty_en.txt")
    assert fixture("treaty_en.txt") == first
