"""How long reading a Word file takes beside python-docx opening it and reading every paragraph's text.

    python tests/benchmarks/word_reading.py [--corpus DIR] [--turns 7]

One line a file: the best of several turns of either, in processor time, and their ratio. Ours counts numbers,
resolves styles, reads tables, notes and text boxes on the way; python-docx reads the text of paragraphs only.
"""

from __future__ import annotations

import argparse
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

import docx

from workbench.formats.docx.reader import read

WANTED = 1.8


def best(turns: int, work: Callable[[], object]) -> float:
    """The shortest processor time of several turns, in seconds."""
    work()
    times = []
    for _ in range(turns):
        start = time.process_time()
        work()
        times.append(time.process_time() - start)
    return min(times)


def texts(path: Path) -> list[str]:
    """What python-docx is asked for."""
    return [paragraph.text for paragraph in docx.Document(str(path)).paragraphs]


def main() -> int:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--turns", type=int, default=7)
    chosen = parser.parse_args()
    paths = sorted(
        path
        for folder in ("security_agreements", "multilingual")
        for path in (chosen.corpus / folder).glob("*.docx")
    )
    if not paths:
        sys.stderr.write(f"there are no Word files in {chosen.corpus}; name the corpus with --corpus\n")
        return 1
    worst = 0.0
    for path in paths:
        ours = best(chosen.turns, partial(read, path))
        peer = best(chosen.turns, partial(texts, path))
        worst = max(worst, ours / peer)
        sys.stdout.write(
            f"{path.name:<32} {ours * 1000:6.1f} ms   python-docx {peer * 1000:6.1f} ms   {ours / peer:.2f}x\n"
        )
    sys.stdout.write(f"{'the slowest':<32} {worst:.2f}x   (<= {WANTED}x wanted)\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
