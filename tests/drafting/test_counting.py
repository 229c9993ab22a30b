"""Numbers and the nouns behind them, in three languages; sums with their currency in words."""

from __future__ import annotations

import pytest

from workbench.agreement.text import Mark, Placeholder, PlaceholderType, Text
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Provision, new_id
from workbench.drafting.counting import agreeing, counted
from workbench.drafting.placeholders import fill, unfill


@pytest.mark.parametrize(
    ("language", "before", "noun", "forms"),
    [
        ("en", "within ", "days", {1: "day", 2: "days", 21: "days", 101: "days"}),
        ("lv", "", "dienu", {1: "dienas", 21: "dienas", 11: "dienu", 30: "dienu"}),
        ("lv", "pirms ", "dienām", {21: "dienas", 31: "dienas", 30: "dienām"}),
        ("lv", "vēlāk kā ", "dienas", {21: "dienu", 5: "dienas"}),
        ("lv", "", "mēnešu", {1: "mēneša", 6: "mēnešu", 21: "mēneša"}),
        ("lv", "uz ", "gadiem", {5: "gadiem", 1: "gadam"}),
        ("uk", "за ", "днів", {1: "день", 21: "день", 22: "дні", 25: "днів", 12: "днів", 111: "днів"}),
        ("uk", "протягом ", "днів", {1: "дня", 21: "дня", 22: "днів", 30: "днів", 31: "дня"}),
        ("uk", "протягом ", "місяців", {1: "місяця", 3: "місяців"}),
        ("uk", "на ", "років", {1: "рік", 2: "роки", 5: "років", 21: "рік"}),
        ("uk", "у ", "примірниках", {2: "примірниках", 1: "примірнику"}),
    ],
)
def test_the_noun_agrees(language: str, before: str, noun: str, forms: dict[int, str]) -> None:
    for count, wanted in forms.items():
        found = agreeing(count, (before, f" {noun} x"), language)
        assert (found[2] if found else noun) == wanted, count


@pytest.mark.parametrize(
    ("language", "noun", "forms"),
    [
        ("uk", "день", {1: "день", 21: "день", 22: "дні", 25: "днів", 11: "днів"}),
        ("uk", "долар", {1: "долар", 4: "долари", 14: "доларів", 1000000: "доларів"}),
        ("lv", "diena", {1: "diena", 21: "diena", 5: "dienas", 10: "dienu"}),
        ("en", "day", {1: "day", 31: "days"}),
    ],
)
def test_counted_alone(language: str, noun: str, forms: dict[int, str]) -> None:
    assert {count: counted(count, noun, language) for count in forms} == forms


def draft(language: str, before: str, default: str, after: str, kind: PlaceholderType) -> Draft:
    words = f"[{default}]"
    place = Placeholder("x", "x", kind, default=default)
    text = Text(before + words + after, (Mark(len(before), len(before) + len(words), place),))
    unit = Provision(id=new_id(), kind=Kind.PARAGRAPH, text=text)
    return Draft(Agreement(id=AgreementId(new_id()), language=language, body=(unit,)))


def said(made: Draft) -> str:
    return made.agreement.body[0].text.plain


@pytest.mark.parametrize(
    ("language", "around", "default", "value", "wanted"),
    [
        ("en", ("within ", " days of"), "thirty (30)", "1", "within one (1) day of"),
        ("lv", ("", " dienu laikā"), "trīsdesmit (30)", "21", "divdesmit vienas (21) dienas laikā"),
        ("lv", ("pirms ", " dienām"), "trīsdesmit (30)", "31", "pirms trīsdesmit vienas (31) dienas"),
        ("uk", ("протягом ", " днів"), "тридцяти (30)", "21", "протягом двадцяти одного (21) дня"),
    ],
)
def test_filling_a_number_carries_the_noun_along(
    language: str, around: tuple[str, str], default: str, value: str, wanted: str
) -> None:
    before, after = around
    open_one = draft(language, before, default, after, PlaceholderType.NUMBER)
    filled = fill(open_one, "x", value)
    assert said(filled) == wanted
    assert said(fill(fill(filled, "x", "30"), "x", value)) == wanted
    assert said(unfill(filled, "x")) == said(open_one)


@pytest.mark.parametrize(
    ("language", "default", "value", "wanted"),
    [
        ("en", "1 million euros", "EUR 2500000", "2,500,000 euros"),
        ("en", "5 million US dollars", "USD 1", "1 US dollar"),
        ("lv", "5 miljoni ASV dolāru", "USD 21", "21 ASV dolārs"),
        ("lv", "5 miljoni euro", "EUR 5000000", "5\u00a0000\u00a0000 euro"),
        ("uk", "5 мільйонів доларів США", "USD 22", "22 долари США"),
        ("uk", "100 гривень", "UAH 1500", "1\u00a0500 гривень"),
        ("uk", "", "UAH 1500", "1\u00a0500\u00a0UAH"),
    ],
)
def test_sums_in_the_words_of_their_model(language: str, default: str, value: str, wanted: str) -> None:
    assert said(fill(draft(language, "", default, "", PlaceholderType.MONEY), "x", value)) == wanted


def test_a_value_in_a_title_of_capitals_is_set_in_capitals() -> None:
    made = fill(
        draft("en", "PROTOCOL ON THE ", "subject", "", PlaceholderType.TEXT), "x", "Agreement on Training"
    )
    assert said(made) == "PROTOCOL ON THE AGREEMENT ON TRAINING"
