"""Dates and sums of a precedent as placeholders: found with their type, taken when asked for, filled in form."""

from __future__ import annotations

import pytest

from workbench.agreement.text import CitedInstrument, Mark, PlaceholderType, Text
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Provision, new_id
from workbench.drafting.offers import offers, take
from workbench.drafting.placeholders import fill, unfilled

DATE, MONEY = PlaceholderType.DATE, PlaceholderType.MONEY


def draft(language: str, *wording: Text | str) -> Draft:
    body = tuple(
        Provision(id=new_id(), kind=Kind.PARAGRAPH, text=words if isinstance(words, Text) else Text(words))
        for words in wording
    )
    return Draft(Agreement(id=AgreementId(new_id()), language=language, body=body))


def found(made: Draft) -> list[tuple[str, PlaceholderType]]:
    return [(one.words, one.type) for one in offers(made, {unit.id for unit in made.agreement.body})]


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        (
            "en",
            "Support of EUR 50 million shall be given until 31 December 2030.",
            [("EUR 50 million", MONEY), ("31 December 2030", DATE)],
        ),
        ("en", "It contributes 1,500,000 US dollars a year.", [("1,500,000 US dollars", MONEY)]),
        (
            "lv",
            "Līdz 2030. gada 31. decembrim piešķir 5 miljonus eiro un 300 000 ASV dolāru.",
            [("2030. gada 31. decembrim", DATE), ("5 miljonus eiro", MONEY), ("300 000 ASV dolāru", MONEY)],
        ),
        (
            "uk",
            "До 31 грудня 2030 року надається 5 млн євро та 100 000 гривень.",
            [("31 грудня 2030 року", DATE), ("5 млн євро", MONEY), ("100 000 гривень", MONEY)],
        ),
        ("en", "Article 5 applies to 12 members in 2030.", []),
    ],
)
def test_what_is_offered(language: str, words: str, expected: list[tuple[str, PlaceholderType]]) -> None:
    assert found(draft(language, words)) == expected


def test_the_date_of_a_cited_instrument_is_not_offered() -> None:
    words = "under the Agreement on Transit signed on 5 May 2010, until 1 June 2031"
    cited = Mark(10, 53, CitedInstrument("Agreement on Transit"))
    assert found(draft("en", Text(words, (cited,)))) == [("1 June 2031", DATE)]


def test_only_wording_of_precedents_is_looked_at_unasked() -> None:
    assert offers(draft("en", "until 31 December 2030")) == ()


@pytest.mark.parametrize(
    ("language", "words", "wanted"),
    [
        ("en", "until 31 December 2030", "until 15 March 2035"),
        ("lv", "līdz 2030. gada 31. decembrim", "līdz 2035. gada 15. martam"),
        ("uk", "до 31 грудня 2030 року", "до 15 березня 2035 року"),
    ],
)
def test_taken_and_filled_in_the_form_of_its_place(language: str, words: str, wanted: str) -> None:
    made = draft(language, words)
    taken = take(made, offers(made, {unit.id for unit in made.agreement.body}))
    (blank,) = unfilled(taken)
    assert blank.default is not None
    assert taken.agreement.body[0].text.plain == words.replace(blank.default, f"[{blank.default}]")
    assert fill(taken, blank.key, "2035-03-15").agreement.body[0].text.plain == wanted


def test_equal_words_have_one_value_everywhere() -> None:
    made = draft("en", "from EUR 10,000 to USD 5,000", "again EUR 10,000")
    taken = take(made, offers(made, {unit.id for unit in made.agreement.body}))
    assert len(unfilled(taken)) == 2
    key = next(blank.key for blank in unfilled(taken) if len(blank.occurrences) == 2)
    filled = fill(taken, key, "EUR 20000")
    said = [unit.text.plain for unit in filled.agreement.body]
    assert said == ["from EUR 20,000 to [USD 5,000]", "again EUR 20,000"]
