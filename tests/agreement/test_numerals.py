"""Number words in three languages: what is written is read back."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.declension import Case
from workbench.agreement.numerals import CASES, LARGEST, Form, form_of, read, words


@given(
    value=st.integers(min_value=0, max_value=LARGEST),
    language=st.sampled_from(["en", "lv", "uk"]),
    case=st.sampled_from(CASES),
    feminine=st.booleans(),
)
def test_every_form_is_read_back(value: int, language: str, case: Case, feminine: bool) -> None:
    assert read(words(value, language, Form(case, feminine)), language) == value


@pytest.mark.parametrize(
    ("value", "language", "form", "expected"),
    [
        (1, "lv", Form(Case.GEN), "viena"),
        (2, "lv", Form(Case.LOC), "divos"),
        (3, "lv", Form(Case.DAT), "trim"),
        (21, "lv", Form(Case.ACC), "divdesmit vienu"),
        (6, "lv", Form(Case.ACC, feminine=True), "sešas"),
        (100, "lv", Form(), "simts"),
        (115, "lv", Form(), "simt piecpadsmit"),
        (365, "lv", Form(), "trīssimt sešdesmit pieci"),
        (2, "uk", Form(feminine=True), "дві"),
        (2, "uk", Form(Case.LOC), "двох"),
        (5, "uk", Form(Case.GEN), "п’яти"),
        (40, "uk", Form(Case.GEN), "сорока"),
        (55, "uk", Form(Case.GEN), "п’ятдесяти п’яти"),
        (90, "uk", Form(), "дев’яносто"),
        (21, "en", Form(), "twenty-one"),
        (365, "en", Form(), "three hundred and sixty-five"),
    ],
)
def test_written(value: int, language: str, form: Form, expected: str) -> None:
    assert words(value, language, form) == expected


def test_read_in_any_spelling() -> None:
    assert read("Twenty one", "en") == 21
    assert read("п'яти", "uk") == read("п’яти", "uk") == 5
    assert read("SEŠIEM", "lv") == 6
    assert read("several", "en") is None


def test_the_form_of_words() -> None:
    assert form_of("sešus", "lv") == Form(Case.ACC)
    assert form_of("десяти", "uk") == Form(Case.GEN)
    assert form_of("ten", "en") == Form()


def test_beyond_words_stand_figures() -> None:
    assert words(1500, "en") == "1500"
    assert words(7, "fr") == "7"
    assert read("sept", "fr") is None
