"""Terms: defined, used, once, and one for each thing."""

from __future__ import annotations

import pytest

from tests.checks.texts import Words, agreement, article, found, quotes
from workbench.agreement.findings import Severity
from workbench.agreement.fixes import apply
from workbench.agreement.text import DefinedTerm, Mark, Text


def test_terms_and_abbreviations_introduced_in_vain() -> None:
    term = Text("“Materiel” means weapons;", (Mark(1, 9, DefinedTerm("Materiel", defines=True)),))
    assert quotes(agreement(article(term)), "term-not-used") == ["Materiel"]
    assert not found(agreement(article(term, "Materiel shall be marked.")), "term-not-used")
    short = "women, peace and security (WPS) and small enterprises (SME)"
    where = agreement(article(short, "Each SME may apply."))
    assert [f.values["term"] for f in found(where, "abbreviation-not-used")] == ["WPS"]


def test_term_defined_twice() -> None:
    term = Text("“Host” means one thing; Host", (Mark(1, 5, DefinedTerm("Host", defines=True)),))
    [finding] = found(agreement(article(term), article(term)), "term-defined-twice")
    assert finding.values["other"] == "Article 1(1)"


DEFINED = {
    "en": ("“Data” means records;", "Data"),
    "lv": ("“Dati” nozīmē ierakstus;", "Dati"),
    "uk": ("«Дані» означає записи;", "Дані"),
}


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "The Host Party informs the other. Costs lie with the Host Party.", 1),
        Words("en", "The staff of the Recipient keeps the keys of the Recipient.", 1),
        Words("en", "Subject to the Charter, members of the Security Council meet the Security Council.", 0),
        Words("en", "Each Contracting Party informs the other Contracting Party.", 0),
        Words("en", "They shall establish a Joint Committee. Rules are made by the Joint Committee.", 0),
        Words("en", "the Azure Coalition and the Azure Coalition", 0),
        Words("lv", "Izmaksas sedz Uzņēmēja Puse, un par to atbild Uzņēmēja Puse.", 1),
        Words("lv", "Izmaksas sedz abas Puses, un par to atbild Latvijas Republika.", 0),
        Words("lv", "Lēmumu pieņem Eiropas Savienība, un to īsteno Eiropas Savienība.", 0),
        Words("uk", "Витрати несе Приймаюча Сторона, про що повідомляє Приймаюча Сторона.", 1),
        Words("uk", "Витрати несуть обидві Сторони, а рішення ухвалює Європейський Союз.", 0),
    ],
    ids=lambda case: case.text,
)
def test_terms_used_and_never_defined(case: Words) -> None:
    plain, term = DEFINED[case.language]
    definition = Text(plain, (Mark(1, 1 + len(term), DefinedTerm(term, defines=True)),))
    names = {"en": "Parties", "lv": "Puses", "uk": "Сторони"}
    where = agreement(
        article(definition, case.text), language=case.language, collective_name=names[case.language]
    )
    assert len(found(where, "term-not-defined")) == case.times


def test_a_definition_or_a_heading_introduces_a_term() -> None:
    uses = "The Host Party informs the other. Costs lie with the Host Party."
    term = Text(
        "“Host Party” means the Party that receives;", (Mark(1, 11, DefinedTerm("Host Party", True)),)
    )
    assert not found(agreement(article(term, uses)), "term-not-defined")
    assert not found(agreement(article(uses, heading="The Host Party")), "term-not-defined")
    [finding] = found(agreement(article(uses)), "term-not-defined")
    assert finding.severity is Severity.INFO, "a text without definitions is only asked"


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "The Joint Committee meets. The joint commission reports.", 1),
        Words("en", "The Joint Committee meets. The mixed commission reports.", 0),
        Words("en", "The receiving Party pays; the host Party is told.", 1),
        Words("en", "Classified information is kept; protected information is too.", 1),
        Words("en", "Classified information is kept; protected forests are too.", 0),
        Words("lv", "Kopējā komiteja lemj. Kopējās komisijas sēdes ir slēgtas.", 1),
        Words("lv", "Klasificētu informāciju glabā; slepenās informācijas nesējus iznīcina.", 1),
        Words("lv", "Klasificētu informāciju glabā; slepenus ceļus slēdz.", 0),
        Words("uk", "Спільний комітет збирається. Засідання Спільної комісії закриті.", 1),
        Words("uk", "Спільний комітет збирається. Засідання комісії закриті.", 0),
    ],
    ids=lambda case: case.text,
)
def test_one_term_for_one_thing(case: Words) -> None:
    assert (
        len(found(agreement(article(case.text), language=case.language), "one-thing-two-terms")) == case.times
    )


def test_one_abbreviation_for_two_things() -> None:
    text = "the Armed Forces Board (AFB) and the Air Freight Bureau (AFB); the AFB and the AFB"
    [finding] = found(agreement(article(text)), "abbreviation-of-two-things")
    assert (finding.quote, finding.values["otherwise"]) == ("Air Freight Bureau", "Armed Forces Board")
    assert not found(
        agreement(article("the Armed Forces Board (AFB); the AFB")), "abbreviation-of-two-things"
    )


@pytest.mark.parametrize(
    ("language", "words", "mended"),
    [
        ("en", "women, peace and security (WPS) in exercises", "women, peace and security in exercises"),
        ("lv", "Nacionālie bruņotie spēki (NBS) un citi", "Nacionālie bruņotie spēki un citi"),
        ("uk", "Збройні сили України (ЗСУ) та інші", "Збройні сили України та інші"),
    ],
)
def test_an_idle_abbreviation_can_be_taken_out(language: str, words: str, mended: str) -> None:
    where = agreement(article(words), language=language)
    [finding] = found(where, "abbreviation-not-used")
    assert apply(where, finding.fixes[0]).body[0].children[0].text.plain == mended


@pytest.mark.parametrize(
    ("language", "words", "term"),
    [
        ("en", "“Host Party” means the Party that receives visitors;", "Host Party"),
        ("lv", "“Uzņēmēja Puse” nozīmē Pusi, kas uzņem viesus;", "Uzņēmēja Puse"),
        ("uk", "«Приймаюча Сторона» означає Сторону, яка приймає гостей;", "Приймаюча Сторона"),
    ],
)
def test_a_definition_typed_by_hand_counts(language: str, words: str, term: str) -> None:
    alone = agreement(article(words), language=language)
    assert quotes(alone, "term-not-used") == [term]
    used = agreement(article(words, f"x {term} y {term}"), language=language)
    assert not found(used, "term-not-used")
    assert not found(used, "term-not-defined")


def test_a_term_used_although_nothing_defines_it_any_more() -> None:
    used = Text("The Depot opens.").marked(4, 9, DefinedTerm("Depot"))
    defined = Text("“Depot” means a store.").marked(1, 6, DefinedTerm("Depot", defines=True))
    assert quotes(agreement(article(used)), "term-without-definition") == ["Depot"]
    assert not found(agreement(article(defined, used)), "term-without-definition")
