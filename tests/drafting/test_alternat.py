"""The alternat: each party's original names it first, in every language's grammar, and changes nothing else."""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.agreement.source import SourceDocument
from workbench.agreement.text import CitedInstrument, Mark, PartyName, Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Party, Provision, new_id
from workbench.drafting.alternat import NoSuchPartyError, original_of
from workbench.drafting.templates import available, load
from workbench.formats import read
from workbench.recognition import recognise

WHOLE = Path(__file__).parent.parent / "checks" / "whole"


def recognised(language: str) -> Agreement:
    source = read(WHOLE / f"{language}.txt")
    assert isinstance(source, SourceDocument)
    return recognise(source).agreement


def words(agreement: Agreement, *kinds: Kind) -> list[str]:
    return [unit.text.plain for unit in agreement.of_kind(*kinds)]


class Turned(NamedTuple):
    """What an original says where the order of the parties shows."""

    language: str
    own: str
    title: str
    clause: str
    languages: str
    signing: list[str]


@pytest.mark.parametrize(
    "case",
    [
        Turned(
            "en",
            "NO",
            "between the Kingdom of Norway and the Republic of Latvia",
            "The Kingdom of Norway and the Republic of Latvia (hereinafter",
            "each in the Norwegian, Latvian and English languages",
            ["For the Kingdom of Norway", "For the Republic of Latvia"],
        ),
        Turned(
            "lv",
            "MD",
            "MOLDOVAS REPUBLIKAS UN LATVIJAS REPUBLIKAS",
            "Moldovas Republika un Latvijas Republika (turpmāk",
            "katrs rumāņu, latviešu un angļu valodā",
            ["Moldovas Republikas vārdā", "Latvijas Republikas vārdā"],
        ),
        Turned(
            "uk",
            "FI",
            "між Фінляндською Республікою та Україною",
            "Фінляндська Республіка та Україна (далі",
            "кожний фінською, українською та англійською мовами",
            ["За Фінляндську Республіку", "За Україну"],
        ),
    ],
    ids=lambda case: case.language,
)
def test_the_other_party_comes_first(case: Turned) -> None:
    made = original_of(recognised(case.language), case.own)
    assert case.title in words(made, Kind.TITLE_LINE)
    [parties] = words(made, Kind.PARTIES_CLAUSE)
    assert parties.startswith(case.clause)
    [done] = words(made, Kind.DONE_AT)
    assert case.languages in done
    assert words(made, Kind.SIGNATORY) == case.signing
    assert made.parties[0].key == case.own


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_the_first_party_keeps_the_text_as_it_is_and_turning_twice_gives_it_back(language: str) -> None:
    agreement = recognised(language)
    first, second = (party.key for party in agreement.parties)
    assert original_of(agreement, first) == agreement
    assert original_of(original_of(agreement, second), first) == agreement


def test_an_older_agreement_keeps_its_title() -> None:
    turned = words(original_of(recognised("en"), "NO"), Kind.RECITAL)
    assert "the Agreement between the Republic of Latvia and the Kingdom of Norway on Sea Charts" in turned[1]


@pytest.mark.parametrize(
    "wanted", ["no", "Norway", "the Kingdom of Norway", "kingdom of norway", "Norvēģija"]
)
def test_a_party_is_known_by_key_and_names(wanted: str) -> None:
    assert original_of(recognised("en"), wanted).parties[0].key == "NO"


def test_a_stranger_gets_no_original() -> None:
    with pytest.raises(NoSuchPartyError, match="Republic of Latvia"):
        original_of(recognised("en"), "Estonia")


LATVIA, UKRAINE, NORWAY = (
    Party("LV", "Republic of Latvia"),
    Party("UA", "Ukraine"),
    Party("NO", "Kingdom of Norway"),
)


def named(plain: str, *names: tuple[str, str]) -> Text:
    marks = [Mark(plain.index(name), plain.index(name) + len(name), PartyName(key)) for name, key in names]
    return Text(plain, tuple(sorted(marks, key=lambda mark: mark.start)))


def one_clause(text: Text, *parties: Party) -> Agreement:
    return Agreement(
        AgreementId(new_id()),
        "en",
        parties=parties,
        preamble=(Provision(new_id(), Kind.PARTIES_CLAUSE, text),),
    )


def turned(text: Text, own: str, *parties: Party) -> str:
    return original_of(one_clause(text, *parties), own).preamble[0].text.plain


def test_each_party_takes_its_own_bracket_along() -> None:
    text = named(
        "The Republic of Latvia (“Latvia”) and Ukraine (“Kyiv”), together the Parties,",
        ("Republic of Latvia", "LV"),
        ("Ukraine", "UA"),
    )
    said = "Ukraine (“Kyiv”) and the Republic of Latvia (“Latvia”), together the Parties,"
    assert turned(text, "UA", LATVIA, UKRAINE) == said


def test_of_three_one_comes_first_and_the_others_keep_their_order() -> None:
    text = named(
        "the Republic of Latvia, Ukraine and the Kingdom of Norway",
        ("Republic of Latvia", "LV"),
        ("Ukraine", "UA"),
        ("Kingdom of Norway", "NO"),
    )
    said = "the Kingdom of Norway, the Republic of Latvia and Ukraine"
    assert turned(text, "NO", LATVIA, UKRAINE, NORWAY) == said


def test_what_is_cited_is_not_turned() -> None:
    text = named(
        "the Treaty of the Republic of Latvia and Ukraine", ("Republic of Latvia", "LV"), ("Ukraine", "UA")
    )
    cited = text.marked(0, len(text), CitedInstrument(text.plain))
    assert turned(cited, "UA", LATVIA, UKRAINE) == text.plain


@pytest.mark.parametrize("slug", [info.slug for info in available() if not info.problem])
def test_every_template_yields_an_original_for_each_of_its_parties(slug: str) -> None:
    for language in next(info.languages for info in available() if info.slug == slug):
        agreement = load(slug, language).agreement
        for party in agreement.parties:
            made = original_of(agreement, party.key)
            assert len(list(made.walk())) == len(list(agreement.walk()))
