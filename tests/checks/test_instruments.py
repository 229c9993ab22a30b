"""Cited instruments: one title, one place word, by date."""

from __future__ import annotations

from datetime import date

import pytest

from tests.checks.texts import agreement, article, found, quotes, unit
from workbench.agreement.fixes import apply
from workbench.agreement.text import CitedInstrument, Mark, Text
from workbench.agreement.tree import Kind


def cited(title: str, day: str, before: str = "the ", after: str = "") -> Text:
    value = CitedInstrument(title, date.fromisoformat(day))
    return Text(before + title + after, (Mark(len(before), len(before) + len(title), value),))


def test_one_instrument_under_two_titles() -> None:
    first = cited("Treaty between Azuria and Borealia on Rivers", "2003-11-07")
    turned = cited("Treaty between Borealia and Azuria on Rivers", "2003-11-07")
    [finding] = found(agreement(article(first, turned)), "instrument-cited-differently")
    assert finding.locator == "Article 1(2)"
    assert finding.values["other"] == "Article 1(1)"
    other = cited("Convention on the Law of Lakes", "2003-11-07")
    shorter = cited("Treaty on Rivers between Azuria and Borealia of old", "2001-11-07")
    assert not found(agreement(article(first, other, shorter, first)), "instrument-cited-differently")


def test_latvian_title_in_another_case_is_the_same_title() -> None:
    where = agreement(
        article(
            cited("vienošanās par upēm", "2003-11-07"),
            cited("vienošanos par upēm", "2003-11-07"),
        ),
        language="lv",
    )
    assert not found(where, "instrument-cited-differently")


def test_done_at_and_done_in() -> None:
    title = "Treaty on Rivers"
    first = cited(title, "1995-06-19", after=", done in Geneva on 19 June 1995")
    second = cited(title, "1995-06-19", after=", done at Geneva on 19 June 1995")
    assert quotes(agreement(article(first, second)), "done-at-or-in") == ["done at Geneva"]
    assert not found(agreement(article(first, first)), "done-at-or-in")


def test_instruments_of_a_list_by_date() -> None:
    days = ["1995-05-23", "2004-10-05", "2003-11-07", "2024-01-11"]
    citations = [unit(Kind.CITATION, cited(f"Treaty {n}", day)) for n, day in enumerate(days)]
    where = agreement(preamble=(unit(Kind.RECITAL, "Having regard to", *citations),))
    [finding] = found(where, "instruments-not-by-date")
    assert (finding.values["earlier"], finding.values["later"]) == ("2003-11-07", "2004-10-05")


def test_the_place_word_is_made_the_same() -> None:
    title = "Treaty on Rivers"
    where = agreement(
        article(
            cited(title, "1995-06-19", after=", done in Geneva on 19 June 1995"),
            cited(title, "1995-06-19", after=", done at Geneva on 19 June 1995"),
        )
    )
    [finding] = found(where, "done-at-or-in")
    mended = apply(where, finding.fixes[0])
    assert mended.body[0].children[1].text.plain.endswith("done in Geneva on 19 June 1995")


@pytest.mark.parametrize(
    ("language", "first", "turned"),
    [
        ("lv", "Azūrijas un Borealijas līgums par upēm", "Borealijas un Azūrijas līgums par upēm"),
        ("uk", "Договір між Азурією та Бореалією про річки", "Договір між Бореалією та Азурією про річки"),
    ],
)
def test_both_party_orders_in_inflected_languages(language: str, first: str, turned: str) -> None:
    where = agreement(article(cited(first, "2003-11-07"), cited(turned, "2003-11-07")), language=language)
    assert len(found(where, "instrument-cited-differently")) == 1
