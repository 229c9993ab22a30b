"""Whatever happens to a file, reading it ends in a tree or in one clear line, and soon."""

from __future__ import annotations

import random
import time
from functools import cache
from pathlib import Path

import pytest

from tests.formats import damage, rich_files
from workbench import formats
from workbench.agreement import record
from workbench.agreement.source import SourceDocument
from workbench.formats.errors import FormatError
from workbench.recognition import recognise

ENDINGS = (".docx", ".pdf", ".txt", ".html", ".odt", ".xml")
SECONDS = 10
_sound = cache(rich_files.samples)


@pytest.mark.parametrize("suffix", ENDINGS)
def test_the_sound_files_are_read(tmp_path: Path, fixtures: Path, suffix: str) -> None:
    for data in _sound(fixtures)[suffix]:
        path = tmp_path / f"sound{suffix}"
        path.write_bytes(data)
        assert formats.read(path)


@pytest.mark.parametrize("suffix", ENDINGS)
def test_damaged_files_end_well(tmp_path: Path, fixtures: Path, suffix: str) -> None:
    survive(tmp_path, _sound(fixtures)[suffix], suffix, range(90))


@pytest.mark.nightly
@pytest.mark.timeout(7200)
@pytest.mark.parametrize("suffix", ENDINGS)
def test_ten_thousand_damaged_files_end_well(tmp_path: Path, fixtures: Path, suffix: str) -> None:
    survive(tmp_path, _sound(fixtures)[suffix], suffix, range(1000, 11_000))


def survive(folder: Path, sound: list[bytes], suffix: str, turns: range) -> None:
    """Damage a file for each number, read it and take it apart."""
    path = folder / f"damaged{suffix}"
    for turn in turns:
        chance = random.Random(turn)
        path.write_bytes(damage.file_of(chance.choice(sound), suffix, chance))
        since = time.process_time()
        refusal = f"{path.name}: a sentence"
        try:
            source = formats.read(path)
            tree = (
                recognise(source).agreement if isinstance(source, SourceDocument) else source.draft.agreement
            )
            assert record.decode(record.encode(tree)) == tree, turn
        except FormatError as error:
            refusal = str(error)
        except Exception as crash:
            raise AssertionError(f"file number {turn}") from crash
        assert refusal.startswith(f"{path.name}: "), turn
        assert "\n" not in refusal, turn
        assert time.process_time() - since < SECONDS, turn
