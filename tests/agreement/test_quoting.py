"""Words in one line: nothing of their white space left, and never longer than asked for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.quoting import in_short, on_one_line


def test_breaks_and_runs_of_spaces_become_one_space() -> None:
    assert (
        on_one_line("  Protection of \n classified\u00a0 \tinformation ")
        == "Protection of classified information"
    )


@pytest.mark.parametrize(
    ("words", "most", "shown"),
    [
        ("The Parties shall consult.", 40, "The Parties shall consult."),
        ("The Parties shall consult each other.", 20, "The Parties shall…"),
        ("Puses, savstarpēji vienojoties, var", 16, "Puses…"),
        ("Взаємовизначеність", 8, "Взаємов…"),
    ],
)
def test_what_is_left_out_is_left_out_behind_a_whole_word(words: str, most: int, shown: str) -> None:
    assert in_short(words, most) == shown


@given(st.text(), st.integers(min_value=1, max_value=60))
def test_short_words_are_never_longer_than_asked_for(words: str, most: int) -> None:
    shown = in_short(words, most)

    assert len(shown) <= most
    assert shown == on_one_line(shown)
    assert shown == on_one_line(words) or shown.endswith("…")
