"""A new draft: parties in every case and with the right article, nobody of the template left."""

from __future__ import annotations

import re
from functools import cache
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.agreement.numbering import numbers
from workbench.agreement.states import States
from workbench.agreement.text import CrossReference, PartyName
from workbench.agreement.tree import Agreement, AgreementId, Kind
from workbench.drafting.assembly import (
    NoSuchAlternativeError,
    NumberOfPartiesError,
    choices,
    choose,
    decide,
    new_draft,
)
from workbench.drafting.party_names import SamePartyTwiceError
from workbench.drafting.placeholders import NoSuchPlaceholderError, placeholders, unfilled
from workbench.drafting.templates import available
from workbench.settings import data

MODEL = re.compile(
    r"(?i)\b(first|second) (state|authority)\b|\b(pirm|otr)\w* (valst|iestād)|\b(перш|друг)\w+ (держав|орган)"
)


@cache
def states() -> States:
    return States.load()


@cache
def shipped() -> tuple[tuple[str, str], ...]:
    return tuple((i.slug, language) for i in available([data("templates")]) for language in i.languages)


@settings(max_examples=40, deadline=None)
@given(
    which=st.sampled_from(shipped()),
    pair=st.lists(st.sampled_from(states().codes), min_size=2, max_size=2, unique=True),
)
def test_for_any_two_states_no_model_party_is_left(which: tuple[str, str], pair: list[str]) -> None:
    slug, language = which
    draft = new_draft(slug, parties=pair, language=language, states=states())
    agreement = draft.agreement
    text = "\n".join(unit.words for unit in agreement.units())
    assert not MODEL.search(text)
    assert not any(MODEL.search(blank.label) for blank in placeholders(draft))
    assert [party.key for party in agreement.parties] == pair
    for unit in agreement.walk():
        for start, end, named in unit.text.of(PartyName):
            forms = states().forms_of(next(p for p in agreement.parties if p.key == named.party), language)
            words = re.sub(r"(?i)^the ", "", unit.text.plain[start:end])
            assert forms.cases_of(words), f"{words!r} is no form of {named.party}"
    assert not re.search(r"(?i)\bthe the\b", text)


@settings(max_examples=20, deadline=None)
@given(which=st.sampled_from(shipped()))
def test_ids_are_new_and_each_once(which: tuple[str, str]) -> None:
    slug, language = which
    first = new_draft(slug, parties=["LV", "EE"], language=language, states=states()).agreement
    second = new_draft(slug, parties=["LV", "EE"], language=language, states=states()).agreement
    ids = [unit.id for unit in first.walk()]
    assert len(ids) == len(set(ids))
    assert not set(ids) & {unit.id for unit in second.walk()}


@pytest.mark.parametrize(
    ("language", "parties", "title", "clause", "signed"),
    [
        (
            "en",
            ["Republic of Latvia", "Ukraine"],
            "BETWEEN THE REPUBLIC OF LATVIA AND UKRAINE",
            "The Republic of Latvia and Ukraine, hereinafter",
            ["For the Republic of Latvia", "For Ukraine"],
        ),
        (
            "lv",
            ["Ukraina", "Igaunijas Republika"],
            "UKRAINAS UN IGAUNIJAS REPUBLIKAS",
            "Ukraina un Igaunijas Republika, turpmāk",
            ["Ukrainas vārdā", "Igaunijas Republikas vārdā"],
        ),
        (
            "uk",
            ["Латвійська Республіка", "Україна"],
            "МІЖ ЛАТВІЙСЬКОЮ РЕСПУБЛІКОЮ ТА УКРАЇНОЮ",
            "Латвійська Республіка та Україна, далі",
            ["За Латвійську Республіку", "За Україну"],
        ),
        (
            "en",
            ["Government of Norway", "Cabinet of Ministers of Ukraine"],
            "BETWEEN THE GOVERNMENT OF NORWAY AND THE CABINET OF MINISTERS OF UKRAINE",
            "The Government of Norway and the Cabinet of Ministers of Ukraine, hereinafter",
            ["For the Government of Norway", "For the Cabinet of Ministers of Ukraine"],
        ),
    ],
)
def test_names_in_the_case_of_the_sentence(
    language: str, parties: list[str], title: str, clause: str, signed: list[str]
) -> None:
    agreement = new_draft("defence-cooperation", parties=parties, language=language).agreement
    assert title in agreement.title_text
    assert agreement.of_kind(Kind.PARTIES_CLAUSE)[0].text.plain.startswith(clause)
    lines = [unit.text.plain.split("\n")[0] for unit in agreement.of_kind(Kind.SIGNATORY)]
    assert lines == signed


def test_codes_and_short_names_mean_the_state() -> None:
    named = new_draft("defence-cooperation", parties=["lv", "Moldova"]).agreement.parties
    assert [party.name for party in named] == ["Republic of Latvia", "Republic of Moldova"]


def test_unknown_names_are_parties_as_given() -> None:
    agreement = new_draft("defence-cooperation", parties=["the Kingdom of Borealia", "Azuria"]).agreement
    assert "BETWEEN THE KINGDOM OF BOREALIA AND AZURIA" in agreement.title_text
    assert [party.state for party in agreement.parties] == [None, None]


def test_one_party_or_one_party_twice_is_refused() -> None:
    with pytest.raises(NumberOfPartiesError, match="only one"):
        new_draft("defence-cooperation", parties=["LV"])
    with pytest.raises(NumberOfPartiesError, match="3 are"):
        new_draft("defence-cooperation", parties=["LV", "EE", "LT"])
    with pytest.raises(SamePartyTwiceError):
        new_draft("defence-cooperation", parties=["Latvia", "LV"])


def test_values_fill_placeholders_and_an_unknown_key_is_told() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"], values={"place": "Riga", "duration": "7"})
    assert "Done at Riga on" in draft.agreement.of_kind(Kind.DONE_AT)[0].text.plain
    assert draft.agreement.authenticity.place == "Riga"
    assert {"place", "duration"}.isdisjoint(blank.key for blank in unfilled(draft))
    with pytest.raises(NoSuchPlaceholderError, match="place"):
        new_draft("defence-cooperation", parties=["LV", "EE"], values={"plaice": "Riga"})


def test_a_choice_leaves_one_alternative_and_can_be_changed() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"])
    assert {choice.key: choice.chosen for choice in choices(draft)}["entry-into-force"] == 1
    assert "thirtieth day" in _entry(draft.agreement)
    signed = choose(draft, "entry-into-force", 2)
    assert "on the date of its signature" in _entry(signed.agreement)
    assert {choice.key: choice.chosen for choice in choices(signed)}["entry-into-force"] == 2
    assert choose(signed, "entry-into-force", 1).agreement == draft.agreement
    with pytest.raises(NoSuchAlternativeError):
        choose(draft, "entry-into-force", 3)


def test_a_reference_to_an_alternative_follows_the_choice() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"], values={"entry-into-force": "2"})
    final = draft.agreement.body[-1]
    amendment = next(unit for unit in final.children if unit.types == ("amendment",))
    assert "in accordance with paragraph 1 of this Article" in amendment.text.plain
    entry = next(unit for unit in final.children if unit.choice)
    assert entry.id in {reference.target for _, _, reference in amendment.text.of(CrossReference)}


def test_an_optional_provision_stays_or_goes() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"])
    industry = next(unit for unit in draft.agreement.of_kind(Kind.ARTICLE) if unit.optional)
    kept = decide(draft, industry.id, keep=True).agreement.find(industry.id)
    assert kept is not None
    assert not kept.optional
    without = decide(draft, industry.id, keep=False).agreement
    assert without.find(industry.id) is None
    survival = next(unit for unit in without.walk() if unit.types == ("survival",))
    assert "Article 7 and Article 11 shall continue to apply" in survival.text.plain


def test_versions_in_several_languages_share_identities() -> None:
    identity = AgreementId(uuid4())
    versions = [
        new_draft("defence-cooperation", parties=["LV", "UA"], language=language, agreement_id=identity)
        for language in ("en", "lv", "uk")
    ]
    ids = [{unit.id for unit in version.agreement.walk()} for version in versions]
    assert ids[0] == ids[1] == ids[2]


@pytest.mark.parametrize(("slug", "language"), shipped())
def test_numbers_are_a_function_of_the_tree(slug: str, language: str) -> None:
    agreement = new_draft(slug, parties=["LV", "EE"], language=language).agreement
    first, second = numbers(agreement), numbers(agreement)
    assert first == second
    articles = [first[unit.id].number for unit in agreement.of_kind(Kind.ARTICLE)]
    assert articles == [str(n) for n in range(1, len(articles) + 1)]


def _entry(agreement: Agreement) -> str:
    return next(unit for unit in agreement.walk() if unit.choice == "entry-into-force").text.plain
