"""Fixtures shared by all rooms: where the real documents lie, when they are there."""

from __future__ import annotations

from pathlib import Path

import pytest

SHARED = Path(__file__).resolve().parents[2] / "shared"


@pytest.fixture(scope="session")
def seeds() -> Path:
    """The five seed documents; a test that needs them skips where they are not beside the project."""
    folder = SHARED / "seeds"
    if not folder.is_dir():
        pytest.skip("the seed documents do not lie beside this checkout (../shared/seeds)")
    return folder


@pytest.fixture(scope="session")
def corpus() -> Path:
    """The corpus of real texts with truth beside them; skipped likewise."""
    folder = SHARED / "corpus"
    if not folder.is_dir():
        pytest.skip("the corpus does not lie beside this checkout (../shared/corpus)")
    return folder


@pytest.fixture(scope="session")
def fixtures() -> Path:
    """Texts written for the tests."""
    return Path(__file__).parent / "fixtures"
