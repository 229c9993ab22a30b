"""Numbers beside words, recitals that end otherwise, promises made twice."""

from __future__ import annotations

import pytest

from tests.checks.texts import Words, agreement, article, found, unit
from workbench.agreement.findings import Severity
from workbench.agreement.fixes import apply
from workbench.agreement.tree import Agreement, Kind


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "for a period of ten (10) years", 0),
        Words("en", "for a period of ten (12) years", 1),
        Words("en", "within twenty-one (21) days", 0),
        Words("en", "within 30 (thirteen) days", 1),
        Words("en", "the Committee (2) of the Council", 0),
        Words("lv", "ne vēlāk kā 6 (sešus) mēnešus", 0),
        Words("lv", "ne vēlāk kā 6 (piecus) mēnešus", 1),
        Words("uk", "протягом десяти (10) років", 0),
        Words("uk", "протягом десяти (20) років", 1),
        Words("uk", "за п'ять (5) днів", 0),
    ],
    ids=lambda case: case.text,
)
def test_numbers_and_words(case: Words) -> None:
    findings = found(agreement(article(case.text), language=case.language), "number-and-word")
    assert len(findings) == case.times
    assert all(f.severity is Severity.ERROR for f in findings)


def test_recital_that_ends_otherwise() -> None:
    def preamble(*ends: str) -> Agreement:
        return agreement(preamble=tuple(unit(Kind.RECITAL, f"Noting a thing{end}") for end in ends))

    assert len(found(preamble(";", ".", ";", ";", ","), "recital-punctuation")) == 1
    assert not found(preamble(";", ";", ";", ","), "recital-punctuation")
    assert not found(preamble(".", ".", ".", "."), "recital-punctuation")
    assert len(found(preamble(".", ","), "recital-punctuation")) == 1, (
        "behind a full stop no sentence goes on"
    )
    assert not found(preamble(";", ","), "recital-punctuation")


LONG = (
    "The Parties shall promote joint ventures, licensed production and joint research of their undertakings "
    "in order to strengthen industrial capacity, supply chains and technological cooperation in aviation."
)


def test_near_duplicates_of_one_promise() -> None:
    varied = LONG.replace("promote", "encourage").replace("strengthen", "increase")
    assert len(found(agreement(article(LONG, "x"), article(varied)), "duplicated-wording")) == 1
    other = "Each Party shall bear the costs that it incurs in carrying out the visits of its own inspectors."
    assert not found(agreement(article(LONG), article(other)), "duplicated-wording")


def test_either_the_words_or_the_figures_give_way() -> None:
    where = agreement(article("for a period of ten (12) years"))
    [finding] = found(where, "number-and-word")
    mended = [apply(where, fix).body[0].children[0].text.plain for fix in finding.fixes]
    assert mended == ["for a period of twelve (12) years", "for a period of ten (10) years"]


@pytest.mark.parametrize(
    ("language", "words"),
    [("en", "Noting a thing"), ("lv", "ņemot vērā kādu lietu"), ("uk", "беручи до уваги річ")],
)
def test_a_recital_gets_the_sign_of_the_others(language: str, words: str) -> None:
    rows = tuple(unit(Kind.RECITAL, f"{words}{end}") for end in ";.;;,")
    where = agreement(preamble=rows, language=language)
    [finding] = found(where, "recital-punctuation")
    mended = apply(where, finding.fixes[0])
    assert mended.preamble[1].text.plain == f"{words};"
    assert not found(mended, "recital-punctuation")


@pytest.mark.parametrize(
    "words",
    [
        "Puses veicina kopuzņēmumu izveidi, licencētu ražošanu un kopīgus pētījumus, lai stiprinātu rūpniecības jaudu, "
        "piegādes ķēdes un tehnoloģisko sadarbību aviācijas nozarē.",
        "Сторони сприяють створенню спільних підприємств, ліцензійному виробництву та спільним дослідженням для "
        "зміцнення промислових потужностей, ланцюгів постачання і технологічної співпраці в авіації.",
    ],
)
def test_near_duplicates_in_inflected_languages(words: str) -> None:
    language = "lv" if words.startswith("Puses") else "uk"
    varied = words.replace("kopīgus", "dažus").replace("зміцнення", "посилення")
    assert (
        len(found(agreement(article(words), article(varied), language=language), "duplicated-wording")) == 1
    )
