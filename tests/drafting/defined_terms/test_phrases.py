"""Every form of a term, in three languages; where no rule is certain there is none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from workbench.agreement.declension import Case, GrammaticalNumber
from workbench.drafting.defined_terms.phrases import CASES, PL, SG, phrase_of

TABLE = tomllib.loads(Path(__file__).with_suffix(".toml").read_text(encoding="utf-8"))
DECLINED = [
    (language, GrammaticalNumber(number), term, forms)
    for language in ("lv", "uk")
    for number, terms in TABLE[language].items()
    for term, forms in terms.items()
]


@pytest.mark.parametrize(("language", "number", "term", "forms"), DECLINED)
def test_every_case(language: str, number: GrammaticalNumber, term: str, forms: list[str]) -> None:
    phrase = phrase_of(term, language)
    assert [phrase.form((case, number)) or "" for case in CASES] == forms


@pytest.mark.parametrize(("term", "forms"), TABLE["en"].items())
def test_english_numbers(term: str, forms: list[list[str]]) -> None:
    phrase = phrase_of(term, "en")
    assert [[phrase.form((Case.NOM, number)) or ""] for number in (SG, PL)] == forms


@pytest.mark.parametrize(("language", "number", "term", "forms"), DECLINED)
def test_a_form_is_read_in_the_slots_it_has(
    language: str, number: GrammaticalNumber, term: str, forms: list[str]
) -> None:
    phrase = phrase_of(term, language)
    for case, form in zip(CASES, forms, strict=True):
        if form:
            words = form.replace("-", " ").split() if "-" in phrase.gaps else form.split()
            assert (case, number) in phrase.readings(words)


def test_a_language_without_grammar_changes_nothing() -> None:
    phrase = phrase_of("Geheime Information", "de")
    assert set(phrase.forms().values()) == {"Geheime Information"}
