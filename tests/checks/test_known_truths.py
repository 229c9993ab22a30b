"""What a careful reader found in two real agreements, and what is no fault there."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from workbench.agreement.findings import Finding
from workbench.agreement.source import SourceDocument
from workbench.agreement.tree import Agreement
from workbench.checks import check
from workbench.formats import akn, read
from workbench.recognition import recognise
from workbench.settings import data

ENGLISH = "000_18a1356845d804e3.txt"
LATVIAN = "001_ca71e34cc132b70a.txt"


@cache
def recognised(path: Path) -> Agreement:
    source = read(path)
    assert isinstance(source, SourceDocument)
    return recognise(source).agreement


@pytest.fixture(scope="module")
def english(seeds: Path) -> tuple[Finding, ...]:
    return check(recognised(seeds / ENGLISH), against=recognised(seeds / LATVIAN))


@pytest.fixture(scope="module")
def latvian(seeds: Path) -> tuple[Finding, ...]:
    return check(recognised(seeds / LATVIAN))


def told(findings: tuple[Finding, ...], code: str) -> list[Finding]:
    return [finding for finding in findings if finding.code == f"checks.{code}"]


def test_party_order_in_title_and_clause(english: tuple[Finding, ...]) -> None:
    [finding] = told(english, "party-order")
    assert (finding.values["title"], finding.values["clause"]) == ("Republic of Latvia", "Ukraine")


def test_agreement_of_2003_in_both_party_orders(english: tuple[Finding, ...]) -> None:
    [finding] = told(english, "instrument-cited-differently")
    assert finding.values["day"] == "2003-11-07"
    assert finding.locator == "Article 4(1)"


def test_order_of_dates(english: tuple[Finding, ...]) -> None:
    [finding] = told(english, "instruments-not-by-date")
    assert (finding.values["earlier"], finding.values["later"]) == ("2003-11-07", "2004-10-05")


def test_done_at_and_done_in_brussels(english: tuple[Finding, ...]) -> None:
    [finding] = told(english, "done-at-or-in")
    assert {finding.quote, finding.values["otherwise"]} == {"done at Brussels", "done in Brussels"}


def test_recitals_that_end_in_full_stops(english: tuple[Finding, ...]) -> None:
    assert [f.locator for f in told(english, "recital-punctuation")] == ["Recital 7", "Recital 8"]


def test_this_agreement_written_small(english: tuple[Finding, ...]) -> None:
    assert ["this agreement" in f.quote for f in told(english, "own-name-small")] == [True]


def test_mixed_register(english: tuple[Finding, ...]) -> None:
    [finding] = told(english, "mixed-register")
    assert "articles" in finding.values["treaty"]
    assert "no shall" in finding.values["treaty"]
    assert "38 will" in finding.values["political"]
    assert "registration" in finding.values["political"]


def test_survival_and_authentic_texts_missing(english: tuple[Finding, ...]) -> None:
    missing = {f.values["type"] for f in told(english, "clause-missing")}
    assert {"survival", "authentic_texts"} <= missing
    assert not {"entry_into_force", "termination", "amendment", "dispute_settlement"} & missing


def test_tallinn_lies_in_a_third_state(english: tuple[Finding, ...]) -> None:
    [finding] = told(english, "place-in-third-state")
    assert (finding.quote, finding.values["state"]) == ("Tallinn", "Estonia")


def test_matching_numbers_and_words_are_no_fault(
    english: tuple[Finding, ...], latvian: tuple[Finding, ...]
) -> None:
    assert not told(english, "number-and-word")
    assert not told(latvian, "number-and-word")


def test_other_names_in_the_survival_clause(latvian: tuple[Finding, ...]) -> None:
    assert {f.locator for f in told(latvian, "other-own-name")} == {"6. sadaļa 7. punkts"}
    small = [f.quote for f in told(latvian, "collective-name-small")]
    assert any("ja vien dalībnieki" in quote for quote in small)


def test_a_generic_participant_is_no_fault(latvian: tuple[Finding, ...]) -> None:
    assert not any("nevalstisk" in f.quote for f in latvian)


def test_an_article_among_sections(latvian: tuple[Finding, ...]) -> None:
    [finding] = told(latvian, "wrong-unit")
    assert "6. pantam" in finding.quote
    assert finding.values["suggestion"] == "sadaļai"


def test_abbreviation_defined_and_never_used(latvian: tuple[Finding, ...]) -> None:
    assert "WPS" in {f.values["term"] for f in told(latvian, "abbreviation-not-used")}


def test_hyphen_behind_turpmak(latvian: tuple[Finding, ...]) -> None:
    assert any("turpmāk - ANO" in f.quote for f in told(latvian, "hyphen-as-dash"))


def test_two_originals_for_three_languages(latvian: tuple[Finding, ...]) -> None:
    [finding] = told(latvian, "originals-and-languages")
    assert (finding.values["originals"], finding.values["languages"]) == ("2", "3")


def test_near_duplicate_paragraphs(latvian: tuple[Finding, ...]) -> None:
    assert any("lēmumus" in f.quote for f in told(latvian, "duplicated-wording"))


def test_no_shower_of_warnings(english: tuple[Finding, ...], latvian: tuple[Finding, ...]) -> None:
    """A reader who is told everything reads nothing."""
    assert sum(f.severity == "warning" for f in english) <= 12
    assert sum(f.severity == "warning" for f in latvian) <= 12
    assert not [f for f in (*english, *latvian) if f.severity == "error"]


@pytest.mark.parametrize("path", sorted(data("db", "starter").glob("*.xml")), ids=lambda path: path.stem)
def test_the_starter_library_has_no_faults(path: Path) -> None:
    agreement = akn.from_bytes(path.read_bytes(), name=path.name).draft.agreement
    assert not [f.message for f in check(agreement)]
