"""One value everywhere, in the form and format each place wants."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.declension import Case
from workbench.agreement.text import Placeholder, PlaceholderType, Text
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Provision, new_id
from workbench.drafting.assembly import new_draft
from workbench.drafting.placeholders import (
    NoSuchPlaceholderError,
    PlaceholderValueError,
    fill,
    placeholder,
    placeholders,
    unfill,
    unfilled,
)
from workbench.drafting.wording_of_values import written, written_day


def paragraph(*parts: Text | str, language: str = "en") -> Draft:
    text = Text()
    for part in parts:
        text = text + part
    unit = Provision(new_id(), Kind.PARAGRAPH, text)
    return Draft(Agreement(AgreementId(new_id()), language, body=(unit,)))


def words(draft: Draft) -> str:
    return "\n".join(unit.words for unit in draft.agreement.units())


def number(default: str) -> Text:
    return placeholder("n", "years", type=PlaceholderType.NUMBER, default=default)


def test_one_value_at_every_place() -> None:
    place = placeholder("where", "place of signature", type=PlaceholderType.PLACE)
    draft = paragraph("Done at ", place, ". The archive of ", place, " keeps one original.")
    assert words(draft).count("[place of signature]") == 2
    filled = fill(draft, "where", "Riga")
    assert words(filled) == "Done at Riga. The archive of Riga keeps one original."
    assert filled.values == {"where": "Riga"}
    assert not unfilled(filled)
    assert placeholders(filled)[0].value == "Riga"


def test_refilled_and_unfilled() -> None:
    draft = paragraph("in ", number("ten (10)"), " years")
    assert words(fill(fill(draft, "n", "5"), "n", "12")) == "in twelve (12) years"
    assert unfill(fill(draft, "n", "5"), "n") == draft


@pytest.mark.parametrize(
    ("language", "before", "default", "after", "filled"),
    [
        ("en", "period of ", "ten (10)", " years", ("25", "twenty-five (25)")),
        ("en", "period of ", "10 (ten)", " years", ("25", "25 (twenty-five)")),
        ("en", "in ", "two", " originals", ("3", "three")),
        ("en", "", "10", " days", ("30", "30")),
        ("lv", "ir spēkā ", "desmit (10)", " gadus", ("5", "piecus (5)")),
        ("lv", "pēc ", "desmit (10)", " gadiem", ("6", "sešiem (6)")),
        ("lv", "uz ", "10 (desmit)", " gadiem", ("4", "4 (četriem)")),
        ("lv", "", "divdesmit četru (24)", " stundu laikā", ("48", "četrdesmit astoņu (48)")),
        ("lv", "", "divos", " oriģināleksemplāros", ("3", "trijos")),
        ("uk", "протягом ", "десяти (10)", " років", ("5", "п’яти (5)")),
        ("uk", "за ", "шість (6)", " місяців", ("12", "дванадцять (12)")),
        ("uk", "у ", "двох", " примірниках", ("3", "трьох")),
        ("en", "", "ten (10)", " years", ("1500", "1500")),
    ],
)
def test_numbers_in_the_shape_and_case_of_their_place(
    language: str, before: str, default: str, after: str, filled: tuple[str, str]
) -> None:
    value, expected = filled
    draft = paragraph(before, number(default), after, language=language)
    assert words(fill(draft, "n", value)) == before + expected + after


@pytest.mark.parametrize(
    ("language", "before", "expected"),
    [
        ("en", "on ", "on 9 June 2026"),
        ("lv", "Parakstīts Rīgā ", "Parakstīts Rīgā 2026. gada 9. jūnijā"),
        ("lv", "no ", "no 2026. gada 9. jūnija"),
        ("lv", "līdz ", "līdz 2026. gada 9. jūnijam"),
        ("uk", "Учинено ", "Учинено 9 червня 2026 року"),
    ],
)
def test_dates(language: str, before: str, expected: str) -> None:
    day = placeholder("d", "day", type=PlaceholderType.DATE)
    assert words(fill(paragraph(before, day, language=language), "d", "2026-06-09")) == expected


def test_latvian_months_of_either_declension() -> None:
    assert written_day(date(2026, 3, 1), "lv", case=Case.NOM) == "2026. gada 1. marts"
    assert written_day(date(2026, 8, 31), "lv") == "2026. gada 31. augustā"
    assert written_day(date(2026, 1, 2), "lv", case=Case.DAT) == "2026. gada 2. janvārim"


@pytest.mark.parametrize(
    ("language", "value", "expected"),
    [
        ("en", "EUR 5000000", "EUR 5,000,000"),
        ("en", "5 000 000 EUR", "EUR 5,000,000"),
        ("en", "€1200.50", "EUR 1,200.50"),
        ("lv", "EUR 5000000", "5 000 000 EUR"),
        ("uk", "EUR 1200,50", "1 200,50 EUR"),
        ("en", "to be settled", "to be settled"),
    ],
)
def test_money(language: str, value: str, expected: str) -> None:
    place = Placeholder("sum", "sum", PlaceholderType.MONEY)
    assert written(value, place, language=language).replace("\N{NO-BREAK SPACE}", " ") == expected


def test_values_that_do_not_fit_are_refused() -> None:
    with pytest.raises(PlaceholderValueError, match="2027-03-15"):
        fill(paragraph(placeholder("d", "day", type=PlaceholderType.DATE)), "d", "31-02-2027")
    with pytest.raises(PlaceholderValueError, match="figures"):
        fill(paragraph(number("ten (10)")), "n", "soon")
    with pytest.raises(NoSuchPlaceholderError, match="its placeholders are: n"):
        fill(paragraph(number("ten (10)")), "m", "5")


def test_a_date_in_words_is_written_as_entered() -> None:
    day = placeholder("d", "day", type=PlaceholderType.DATE)
    assert words(fill(paragraph("on ", day), "d", "the ninth of June")) == "on the ninth of June"


def test_the_done_at_clause_is_known_to_the_agreement() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"])
    for key, value in (("place", "Tartu"), ("day", "2027-03-15"), ("originals", "2")):
        draft = fill(draft, key, value)
    said = draft.agreement.authenticity
    assert (said.place, said.day, said.originals) == ("Tartu", "2027-03-15", 2)
    assert unfill(draft, "day").agreement.authenticity.day == ""
    named = fill(draft, "languages", "the Latvian, Estonian and English languages")
    assert named.agreement.authenticity.languages == ("lv", "et", "en")
    assert fill(named, "prevailing", "English").agreement.authenticity.prevailing == "en"
    assert unfill(named, "languages").agreement.authenticity.languages == ()


def test_a_default_can_be_taken_as_it_is() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"], language="lv")
    for blank in placeholders(draft):
        if blank.default is not None:
            draft = fill(draft, blank.key, blank.default)
    assert "spēkā desmit (10) gadus" in draft.agreement.body[-1].words
    assert "turpmākiem pieciem (5) gadiem" in draft.agreement.body[-1].words
    assert "divos oriģināleksemplāros" in draft.agreement.of_kind(Kind.DONE_AT)[0].text.plain


@given(value=st.integers(min_value=2, max_value=999), language=st.sampled_from(["en", "lv", "uk"]))
def test_filling_twice_is_filling_once(value: int, language: str) -> None:
    default = {"en": "ten (10)", "lv": "desmit (10)", "uk": "десяти (10)"}[language]
    draft = paragraph("x ", number(default), " y", language=language)
    once = fill(draft, "n", str(value))
    assert fill(once, "n", str(value)) == once
    assert unfill(once, "n") == draft
