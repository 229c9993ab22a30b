"""Days in every way agreements write them, and what a done-at clause says."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.recognition.authenticity import read
from workbench.recognition.dates import find

DAY = date(2021, 6, 9)


@pytest.mark.parametrize(
    "words",
    [
        "9 June 2021",
        "June 9, 2021",
        "9th day of June 2021",
        "this ninth day of June two thousand and twenty-one",
        "2021. gada 9. jūnijā",
        "9 червня 2021 року",
        "«9» червня 2021 року",
        "9 июня 2021 г.",
        "2021 m. birželio 9 d.",
        "9. juuni 2021",
        "9 czerwca 2021 r.",
        "9. Juni 2021",
        "9 juin 2021",
        "9 juni 2021",
        "9 de junio de 2021",
        "09.06.2021",
    ],
)
def test_a_day_is_found_in_every_language(words: str) -> None:
    text = f"x {words} y"
    found = find(text)
    assert [day for _, _, day in found] == [DAY]
    start, end, _ = found[0]
    assert text[start:end].strip("«» .").startswith(words.strip("«».")[:4])


@pytest.mark.parametrize(
    "words", ["31 June 2021", "version 1.2.2021.4", "in 2021", "Article 9 (2021)", "9 of 2021"]
)
def test_what_is_no_day_is_none(words: str) -> None:
    assert find(words) == []


@given(st.dates(min_value=date(1700, 1, 1), max_value=date(2099, 12, 31)))
def test_days_written_in_english_are_read_back(day: date) -> None:
    assert [found for _, _, found in find(f"on {day.day} {day:%B} {day.year}.")] == [day]


@pytest.mark.parametrize(
    ("clause", "place", "originals", "languages", "prevailing"),
    [
        (
            "Done in duplicate at Vilnius on 9 June 2021, each in the Lithuanian and Ukrainian languages.",
            "Vilnius",
            2,
            ("lt", "uk"),
            None,
        ),
        (
            "SIGNED IN TALLINN on 9 June 2021 in two originals in English and Estonian. In case of divergence in "
            "interpretation the English text shall prevail.",
            "Tallinn",
            2,
            ("en", "et"),
            "en",
        ),
        (
            "Parakstīts Rīgā 2021. gada 9. jūnijā divos eksemplāros latviešu un ukraiņu valodā.",
            "Rīgā",
            2,
            ("lv", "uk"),
            None,
        ),
        (
            "Вчинено у м. Київ 9 червня 2021 року у трьох примірниках українською, латиською та англійською "
            "мовами. У разі розбіжностей переважну силу має текст англійською мовою.",
            "Київ",
            3,
            ("uk", "lv", "en"),
            "en",
        ),
    ],
)
def test_the_done_at_clause(
    clause: str, place: str, originals: int, languages: tuple[str, ...], prevailing: str | None
) -> None:
    said = read([clause])
    assert (said.place, said.day, said.originals) == (place, "2021-06-09", originals)
    assert (said.languages, said.prevailing) == (languages, prevailing)
