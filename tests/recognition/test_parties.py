"""Who concludes the agreement: States, Governments, ministries, organisations, and names no table holds."""

from __future__ import annotations

import pytest

from tests.benchmarks.invented_words import LANGUAGES
from tests.recognition.conftest import Recogniser
from workbench.agreement.tree import Kind, PartyKind

BODY = (
    "have agreed as follows:\n\nArticle 1\n\nThe Parties shall build a bridge together.\n\nArticle 2\n\n"
    "This Agreement shall enter into force on the day of its signature.\n"
)


@pytest.mark.parametrize(
    ("clause", "parties"),
    [
        ("Ukraine and the Republic of Latvia (hereinafter “the Parties”),", [("UA", PartyKind.STATE), ("LV", PartyKind.STATE)]),
        (
            "The Cabinet of Ministers of Ukraine and the Government of the Republic of Latvia, hereinafter the Parties,",
            [("UA", PartyKind.GOVERNMENT), ("LV", PartyKind.GOVERNMENT)],
        ),
        (
            "The Ministry of Defence of the Republic of Lithuania and the Ministry of Defence of the Kingdom of "
            "Norway, hereinafter referred to as the “Parties”,",
            [("LT", PartyKind.MINISTRY), ("NO", PartyKind.MINISTRY)],
        ),
        (
            "The European Union, of the one part, and Ukraine, of the other part, hereinafter “the Parties”,",
            [("EU", PartyKind.ORGANISATION), ("UA", PartyKind.STATE)],
        ),
    ],
)  # fmt: skip
def test_parties_of_the_clause(text: Recogniser, clause: str, parties: list[tuple[str, PartyKind]]) -> None:
    agreement = text(f"AGREEMENT ON A BRIDGE\n\n{clause}\n\n{BODY}").agreement
    assert [(party.key, party.kind) for party in agreement.parties] == parties


def test_a_treaty_of_whoever_joins_says_so(text: Recogniser) -> None:
    found = text(f"CONVENTION ON BRIDGES\n\nThe States Parties to this Convention,\n\n{BODY}")
    assert found.agreement.parties == ()
    codes = [finding.code for finding in found.findings]
    assert "recognition.parties-unclear" not in codes
    assert "recognition.parties-open" in codes


def test_a_treaty_of_many_has_the_parties_that_signed_it(text: Recogniser) -> None:
    signed = "Done at Riga on 3 May 2020 in one original.\n\nFor Latvia: A. B.\n\nFor Estonia: C. D.\n\nFor Finland: E. F.\n"
    found = text(f"CONVENTION ON BRIDGES\n\nThe States Parties to this Convention,\n\n{BODY}\n{signed}")
    assert [party.key for party in found.agreement.parties] == ["LV", "EE", "FI"]


def test_parties_no_table_holds_have_a_key_of_their_own(text: Recogniser) -> None:
    clause = (
        "The Northern Bridge Company and The Southern Ferry Trust, hereinafter referred to as the “Parties”,"
    )
    agreement = text(f"AGREEMENT ON A BRIDGE\n\n{clause}\n\n{BODY}").agreement
    assert [party.key for party in agreement.parties] == ["northern-bridge-company", "southern-ferry-trust"]
    assert {party.kind for party in agreement.parties} == {PartyKind.OTHER}


def test_the_title_names_them_where_the_clause_does_not(text: Recogniser) -> None:
    title = "AGREEMENT BETWEEN THE REPUBLIC OF ESTONIA AND THE REPUBLIC OF FINLAND ON A BRIDGE"
    agreement = text(f"{title}\n\nThe Parties,\n\nwishing to meet more often,\n\n{BODY}").agreement
    assert [party.key for party in agreement.parties] == ["EE", "FI"]


def roles(text: Recogniser, clause: str) -> list[tuple[str, str]]:
    """The parties of a clause with what it calls each of them."""
    agreement = text(f"AGREEMENT ON A BRIDGE\n\n{clause}\n\n{BODY}").agreement
    return [(party.key, party.role) for party in agreement.parties]


@pytest.mark.parametrize(
    ("clause", "wanted"),
    [
        (
            "The Republic of Latvia (hereinafter referred to as the “Seller”) and the Republic of Estonia (hereinafter "
            "referred to as the “Buyer”), jointly referred to as the Parties,",
            [("LV", "Seller"), ("EE", "Buyer")],
        ),
        (
            "The Government of the Republic of Latvia, hereinafter the Originating Party, and the Government of Ukraine, "
            "hereinafter the Recipient Party,",
            [("LV", "Originating Party"), ("UA", "Recipient Party")],
        ),
        ("Ukraine and the Kingdom of Norway (hereinafter the “Parties”),", [("UA", ""), ("NO", "")]),
    ],
)  # fmt: skip
def test_what_the_clause_calls_each_party(
    text: Recogniser, clause: str, wanted: list[tuple[str, str]]
) -> None:
    assert roles(text, clause) == wanted


def test_roles_in_latvian_and_ukrainian(text: Recogniser) -> None:
    latvian = text(
        "LĪGUMS PAR TILTU\n\nLatvijas Republikas Aizsardzības ministrija, turpmāk – Saņēmēja Puse, un Ukrainas Aizsardzības "
        "ministrija, turpmāk – Sūtītāja Puse, turpmāk kopā – Puses,\n\nir vienojušās par turpmāko:\n\n1. pants\n\nPuses kopā "
        "ceļ tiltu.\n\n2. pants\n\nLīgums stājas spēkā parakstīšanas dienā.\n"
    ).agreement
    assert [(p.key, p.role) for p in latvian.parties] == [("LV", "Saņēmēja Puse"), ("UA", "Sūtītāja Puse")]
    assert latvian.collective_name == "Puses"
    ukrainian = text(
        "УГОДА ПРО МІСТ\n\nКабінет Міністрів України (далі – Продавець) та Уряд Латвійської Республіки (далі – Покупець), далі "
        "разом – Сторони,\n\nдомовилися про таке:\n\nСтаття 1\n\nСторони разом будують міст.\n\nСтаття 2\n\nЦя Угода набирає "
        "чинності з дати підписання.\n"
    ).agreement
    assert [(p.key, p.role) for p in ukrainian.parties] == [("UA", "Продавець"), ("LV", "Покупець")]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_parties_are_named_in_every_language_read(text: Recogniser, language: str) -> None:
    words = LANGUAGES[language]
    heads = [words.numbers[0].format(n=n) for n in (1, 2)]
    sentences = [f"{words.subjects[0]} {words.predicates[n]}." for n in (0, 1)]
    body = [part for pair in zip(heads, sentences, strict=True) for part in pair]
    blocks = [
        words.title,
        words.parties,
        *words.recitals,
        words.formula,
        *body,
        words.testimonium,
        words.done,
    ]
    agreement = text("\n\n".join([*blocks, *words.signatures])).agreement
    assert len(agreement.parties) == 2
    assert all(party.name in words.parties for party in agreement.parties)
    assert {party.kind for party in agreement.parties} == {PartyKind.STATE}
    assert agreement.authenticity.day == "2011-05-04"
    assert len(agreement.of_kind(Kind.SIGNATORY)) == 2


def test_heads_of_states_in_an_old_treaty(text: Recogniser) -> None:
    clause = (
        "The President of the German Reich, His Majesty the King of the Belgians, the President of the French Republic and "
        "the President of the Republic of Poland,"
    )
    agreement = text(f"TREATY ON A BRIDGE\n\n{clause}\n\n{BODY}").agreement
    assert [party.key for party in agreement.parties] == ["german-reich", "BE", "FR", "PL"]


def test_a_state_and_an_organisation(text: Recogniser) -> None:
    clause = "The European Space Agency (hereinafter “the Agency”) and the Republic of Latvia (hereinafter “Latvia”),"
    agreement = text(f"AGREEMENT ON A BRIDGE\n\n{clause}\n\n{BODY}").agreement
    assert [(party.key, party.kind) for party in agreement.parties] == [
        ("european-space-agency", PartyKind.ORGANISATION),
        ("LV", PartyKind.STATE),
    ]


@pytest.mark.parametrize("language", sorted(LANGUAGES))
@pytest.mark.parametrize("capitals", [False, True])
def test_a_title_that_runs_into_the_clause_is_parted_from_it(
    text: Recogniser, language: str, capitals: bool
) -> None:
    words = LANGUAGES[language]
    title = words.title.upper() if capitals else words.title
    heads = [words.numbers[0].format(n=n) for n in (1, 2)]
    sentences = [f"{words.subjects[0]} {words.predicates[n]}." for n in (0, 1)]
    body = [part for pair in zip(heads, sentences, strict=True) for part in pair]
    agreement = text(
        "\n\n".join([f"{title} {words.parties}", *words.recitals, words.formula, *body])
    ).agreement
    assert agreement.title_text == title
    clauses = [unit.text.plain for unit in agreement.preamble if unit.kind is Kind.PARTIES_CLAUSE]
    assert clauses == [words.parties]
    assert len(agreement.parties) == 2
    assert all(party.name in words.parties for party in agreement.parties)


def test_a_recital_that_names_both_again_is_not_parted(text: Recogniser) -> None:
    recital = (
        "Recalling the long friendship of Latvia and Ukraine and the bridges Latvia and Ukraine have built,"
    )
    agreement = text(f"AGREEMENT ON A BRIDGE\n\nLatvia and Ukraine,\n\n{recital}\n\n{BODY}").agreement
    assert recital in [unit.text.plain for unit in agreement.preamble]


def test_a_foreword_is_no_party(text: Recogniser) -> None:
    words = LANGUAGES["fr"]
    foreword = f"{words.subjects[0]} {words.predicates[0]}. {words.subjects[1]} {words.predicates[1]}."
    body = f"Article 1\n\n{words.subjects[0]} {words.predicates[0]}.\n\nArticle 2\n\n{words.subjects[0]} {words.predicates[1]}."
    blocks = [words.title, foreword, f"{foreword} {words.parties}", *words.recitals, words.formula, body]
    agreement = text("\n\n".join(blocks)).agreement
    assert [party.name for party in agreement.parties] == ["République française", "République portugaise"]


def test_a_list_in_a_foreword_gives_a_treaty_of_many_no_parties(text: Recogniser) -> None:
    foreword = (
        "The core duties of the Convention are contained in articles 6-14:",
        "Fares that keep ferries from being overloaded, and",
        "Other measures that keep ferries from being overloaded, namely:",
        "Drills of the crew; and,",
        "Sales to and by yards; and, Help for ports that live by ferries.",
    )
    words = text(
        "\n\n".join(
            (
                "CONVENTION ON SAFE FERRIES",
                "FOREWORD",
                *foreword,
                "Preamble",
                "The Parties to this Convention,",
                "Determined to let every passenger arrive,",
                BODY[0].upper() + BODY[1:],
            )
        )
    )
    assert words.agreement.parties == ()
    assert "recognition.parties-open" in [finding.code for finding in words.findings]


@pytest.mark.parametrize(
    ("words", "names"),
    [
        (
            "Eesti Vabariigi valitsus ja Läti Vabariigi valitsus, edaspidi lepingupooled,\n\non kokku leppinud "
            "järgmises:\n\nArtikkel 1\nPooled teevad koostööd.\n\nArtikkel 2\nPooled vahetavad teavet.",
            ["Eesti Vabariigi valitsus", "Läti Vabariigi valitsus"],
        ),
        (
            "Lietuvos Respublikos Vyriausybė ir Latvijos Respublikos Vyriausybė, toliau vadinamos Šalimis,\n\n"
            "susitarė:\n\n1 straipsnis\nŠalys bendradarbiauja.\n\n2 straipsnis\nŠalys keičiasi žiniomis.",
            ["Lietuvos Respublikos Vyriausybė", "Latvijos Respublikos Vyriausybė"],
        ),
    ],
)
def test_names_that_repeat_a_word_are_not_cut_in_two(text: Recogniser, words: str, names: list[str]) -> None:
    assert [party.name for party in text(words).agreement.parties] == names


def test_the_parties_of_a_latvian_text_do_not_name_it(text: Recogniser) -> None:
    """*Līgumslēdzēja Puse* is a party and *nolīgums* no *līgums*, though the words stand in one another."""
    found = text(
        "LATVIJAS REPUBLIKAS UN LIETUVAS REPUBLIKAS\nNOLĪGUMS\npar ostu loču apmaiņu\n\n"
        "Latvijas Republika un Lietuvas Republika (turpmāk – Līgumslēdzējas Puses),\n\n"
        "atzīstot drošu ostu vērtību,\n\nir vienojušās par turpmāko.\n\n"
        "1. pants\nMērķis\n\nŠī Līgumslēdzēja Puse un šīs Līgumslēdzējas Puses apmainās ar ločiem.\n\n"
        "2. pants\nStāšanās spēkā\n\nNolīgums stājas spēkā tā parakstīšanas dienā.\n"
    )
    assert found.agreement.own_name == "Nolīgums"
