"""Short ways to a recognised text."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from workbench.agreement.source import Recognised
from workbench.formats.text.reader import from_bytes, read
from workbench.recognition import recognise

Recogniser = Callable[[str], Recognised]


@pytest.fixture
def text() -> Recogniser:
    """Recognise a text given in a test."""
    return lambda words: recognise(from_bytes(words.encode(), name="test.txt"))


@pytest.fixture
def fixture(fixtures: Path) -> Recogniser:
    """Recognise one of the texts written for the tests."""
    return lambda name: recognise(read(fixtures / "recognition" / name))
