"""Agreements invented in every numbering shape, language and layout: their articles are found, all of them."""

from __future__ import annotations

import pytest

from tests.benchmarks import invented
from tests.benchmarks.invented_words import LANGUAGES


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_invented_agreements_are_taken_apart_rightly(language: str) -> None:
    outcomes = [invented.judge(invented.make(seed, language)) for seed in range(7_000, 7_005)]
    wrong = [
        f"{outcome.made.shape}: missed {outcome.missed}, invented {outcome.invented}"
        for outcome in outcomes
        if (outcome.missed or outcome.invented) and not outcome.made.shape.run_together
    ]
    assert not wrong
    found = invented.summary(outcomes)
    assert found["language"] == 1
    assert found["headings"] > 0.95
    assert found["paragraphs per article"] > 0.85  # unwrapped lines of one length leave some in doubt


@pytest.mark.nightly
def test_many_invented_agreements() -> None:
    found = invented.summary([invented.judge(invented.make(seed)) for seed in range(20_000, 20_600)])
    assert found["boundaries, F1"] > 0.99
    assert found["exactly right"] > 0.97


def test_the_same_seed_invents_the_same_agreement() -> None:
    assert invented.make(3).text == invented.make(3).text
