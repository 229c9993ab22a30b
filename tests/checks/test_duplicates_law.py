"""The law by which duplicated wording is found quickly: no two sentences alike can miss each other."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from workbench.checks.duplicates import _ALIKE, _telling
from workbench.checks.wording import likeness

SENTENCES = st.lists(
    st.frozensets(st.integers(0, 24).map(lambda number: f"word{number:02}"), min_size=9, max_size=24),
    min_size=2,
    max_size=6,
)


@given(SENTENCES)
def test_sentences_alike_share_a_telling_word(told: list[frozenset[str]]) -> None:
    frequency = Counter(stem for stems in told for stem in stems)
    for first in told:
        for second in told:
            if likeness(first, second) >= _ALIKE:
                assert set(_telling(first, frequency)) & set(_telling(second, frequency))
