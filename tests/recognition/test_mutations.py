"""Whatever happens to a file, it ends in a tree or in a clear error, and soon."""

from __future__ import annotations

import random
import time
from pathlib import Path

import pytest

from workbench.agreement import record
from workbench.formats.errors import FormatError
from workbench.formats.text.reader import from_bytes
from workbench.recognition import recognise

PIECES = (
    b"Article 1\n", b"\nARTICLE", b"(a) ", b"\n\x0c\n", b"\n\n\n", b"[LV: a][EE: b]", b"____", b"[date]", b"\xff\xfe",
    b"IN WITNESS WHEREOF", b"\nANNEX\n", b"\n5. pants\n", "Стаття 5".encode(), "“".encode(), b"(hereinafter", b"\x00",
    b"Article 99999999999", b"\n1.1.1 ", b"[bookmark: x", b"[[[[", b"31 February 2024", b"For Latvia:", b"\t\t", b"\r",
)  # fmt: skip


def _mutated(data: bytes, chance: random.Random) -> bytes:
    start = chance.randrange(len(data))
    data = data[start : start + chance.choice((80, 400, 2000))]
    for _ in range(chance.randrange(10)):
        at = chance.randrange(len(data) + 1)
        match chance.randrange(4):
            case 0:
                data = data[:at] + chance.choice(PIECES) + data[at:]
            case 1:
                data = data[:at] + data[at + chance.randrange(40) :]
            case 2:
                lines = data.split(b"\n")
                chance.shuffle(lines)
                data = b"\n".join(lines)
            case _:
                data = data[:at] + bytes([chance.randrange(256)]) + data[at:]
    return data


def _survive(fixtures: Path, count: int) -> None:
    sources = [path.read_bytes() for path in sorted((fixtures / "recognition").glob("*.txt"))]
    chance = random.Random(count)
    for turn in range(count):
        data = _mutated(chance.choice(sources), chance)
        start = time.process_time()
        try:
            found = recognise(from_bytes(data, "mutated.txt"))
        except FormatError as error:
            assert "\n" not in str(error), turn  # noqa: PT017 - a reader may refuse, and says so in one line
            continue
        assert record.decode(record.encode(found.agreement)) == found.agreement, turn
        assert time.process_time() - start < 10, turn


def test_mutated_texts(fixtures: Path) -> None:
    _survive(fixtures, 300)


@pytest.mark.nightly
def test_many_mutated_texts(fixtures: Path) -> None:
    _survive(fixtures, 10_000)
