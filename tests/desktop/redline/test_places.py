"""Places in few letters, as the list and the margin print them."""

from __future__ import annotations

import pytest

from workbench.desktop.redline.places import below, compact


@pytest.mark.parametrize(
    ("label", "short"),
    [
        ("Article 6(3)", "6(3)"),
        ("Article 6(3)(a)", "6(3)(a)"),
        ("Article 6", "6"),
        ("6. pants 3. punkts", "6(3)"),
        ("6. pants 3. punkts a) apakšpunkts", "6(3)(a)"),
        ("Стаття 6, пункт 3", "6(3)"),
        ("Стаття 6, пункт 3, підпункт а)", "6(3)(а)"),
        ("Section 12(iv)", "12(iv)"),
        ("Preamble", "Preamble"),
    ],
)
def test_a_place_is_its_numbers(label: str, short: str) -> None:
    assert compact(label) == short


@pytest.mark.parametrize(
    ("label", "title", "short"),
    [
        ("Article 5(2)", "Article 5", "5(2)"),
        ("Article 5", "Article 5", "5"),
        ("11. pants 3. punkts", "11. pants", "3. punkts"),
        ("Стаття 1, пункт 4", "Стаття 1", "пункт 4"),
        ("Preamble, recital 2", "", "Preamble, recital 2"),
    ],
)
def test_what_stands_above_is_not_said_again(label: str, title: str, short: str) -> None:
    assert below(label, title) == short
