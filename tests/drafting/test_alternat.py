"""The alternat: each party's original names it first, in every language's grammar, and changes nothing else."""

from __future__ import annotations

import re
from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.agreement.source import SourceDocument
from workbench.agreement.text import CitedInstrument, Mark, PartyName, Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Party, Provision, new_id
from workbench.drafting.alternat import NoSuchPartyError, order_left, original_of
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


class Joint(NamedTuple):
    """Words of two parties side by side, and how the other party's original says them."""

    language: str
    own: str
    words: str
    said: str


PAIRED = {
    "en": (Party("LV", "Republic of Latvia", state="LV"), Party("UA", "Ukraine", state="UA")),
    "lv": (Party("LV", "Latvijas Republika", state="LV"), Party("EE", "Igaunijas Republika", state="EE")),
    "uk": (Party("UA", "Україна", state="UA"), Party("LV", "Латвійська Республіка", state="LV")),
}
JOINT = (
    Joint("en", "UA", "the Latvian-Ukrainian Commission", "the Ukrainian-Latvian Commission"),
    Joint("en", "UA", "The Latvian–Ukrainian Group meets.", "The Ukrainian–Latvian Group meets."),
    Joint("en", "UA", "Latvian and Ukrainian pilots", "Ukrainian and Latvian pilots"),
    Joint("en", "UA", "the Latvia-Ukraine Council", "the Ukraine-Latvia Council"),
    Joint("lv", "EE", "Latvijas–Igaunijas komisijas sēde", "Igaunijas–Latvijas komisijas sēde"),
    Joint("lv", "EE", "Latviešu-igauņu vārdnīca", "Igauņu-latviešu vārdnīca"),
    Joint("lv", "EE", "Latvijas un Igaunijas mežziņiem", "Igaunijas un Latvijas mežziņiem"),
    Joint("uk", "LV", "Українсько-латвійська комісія", "Латвійсько-українська комісія"),
    Joint("uk", "LV", "членам українсько-латвійської групи", "членам латвійсько-української групи"),
    Joint("uk", "LV", "українським і латвійським лісникам", "латвійським і українським лісникам"),
)
LEFT = (
    Joint(
        "en", "UA", "Latvian and Ukrainian pilots pay 40 and 60 euros respectively.", "Latvian and Ukrainian"
    ),
    Joint("en", "UA", "They hold “Latvian-Ukrainian Days of Song”.", "Latvian-Ukrainian"),
    Joint("lv", "EE", "Latvijas un Igaunijas puse attiecīgi sedz 40 un 60 daļas.", "Latvijas un Igaunijas"),
    Joint(
        "uk",
        "LV",
        "Українські та латвійські лісники дають відповідно 40 і 60 саджанців.",
        "Українські та латвійські",
    ),
)


def joined(case: Joint) -> Agreement:
    return Agreement(
        AgreementId(new_id()),
        case.language,
        parties=PAIRED[case.language],
        body=(Provision(new_id(), Kind.PARAGRAPH, Text(case.words)),),
    )


@pytest.mark.parametrize("case", JOINT, ids=lambda case: case.words)
def test_words_of_both_parties_change_places_too(case: Joint) -> None:
    agreement = joined(case)
    made = original_of(agreement, case.own)
    assert made.body[0].text.plain == case.said
    assert not order_left(made)
    assert original_of(made, agreement.parties[0].key).body[0].text.plain == case.words


@pytest.mark.parametrize("case", LEFT, ids=lambda case: case.words)
def test_an_order_that_may_be_meant_is_left_and_told(case: Joint) -> None:
    agreement = joined(case)
    made = original_of(agreement, case.own)
    assert made.body[0].text.plain == case.words
    [told] = order_left(made)
    assert told.quote == case.said
    assert not order_left(original_of(agreement, agreement.parties[0].key))


def test_the_article_goes_with_the_word_behind_it() -> None:
    parties = (Party("EE", "Republic of Estonia", state="EE"), Party("LV", "Republic of Latvia", state="LV"))
    text = Text("They set up an Estonian-Latvian board.")
    assert turned(text, "LV", *parties) == "They set up a Latvian-Estonian board."


def test_names_dealt_out_in_order_stay_and_are_told() -> None:
    plain = "Latvia and Ukraine pay 40 and 60 euros respectively. Latvia and Ukraine meet in May."
    text = Text(
        plain,
        tuple(
            Mark(found.start(), found.end(), PartyName(key))
            for found, key in (
                (found, "LV" if found.group() == "Latvia" else "UA")
                for found in re.finditer("Latvia|Ukraine", plain)
            )
        ),
    )
    made = original_of(one_clause(text, LATVIA, UKRAINE), "UA")
    assert made.preamble[0].text.plain.endswith("respectively. Ukraine and Latvia meet in May.")
    assert [finding.quote for finding in order_left(made)] == ["Latvia and Ukraine"]


@pytest.mark.parametrize("slug", [info.slug for info in available() if not info.problem])
def test_every_template_yields_an_original_for_each_of_its_parties(slug: str) -> None:
    for language in next(info.languages for info in available() if info.slug == slug):
        agreement = load(slug, language).agreement
        for party in agreement.parties:
            made = original_of(agreement, party.key)
            assert len(list(made.walk())) == len(list(agreement.walk()))
