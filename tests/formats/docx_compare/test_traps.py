"""Every trap: accepting all gives the new file, rejecting all the old one, and the marks are lawful."""

from __future__ import annotations

import pytest

from tests.formats.docx_compare.test_word_comparing import compared
from tests.formats.docx_compare.traps import pairs

PAIRS = pairs()


@pytest.mark.parametrize("name", PAIRS)
def test_a_trap(name: str) -> None:
    compared(*PAIRS[name])
