"""How much memory and time importing many files in one run takes.

    python tests/benchmarks/import_memory.py [--corpus DIR] [--files 100]

The files of the corpus are imported into a fresh library until the number is reached; texts differ by
a last line, so that none is known already; Word and PDF files that come again are read and found known. Printed: the peak of the process and the time per file.
"""

from __future__ import annotations

import argparse
import resource
import sys
import tempfile
import time
from itertools import cycle, islice
from pathlib import Path

from workbench.actions.importing import Outcome, import_files
from workbench.library import Library


def main() -> int:
    """Import and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    default = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--files", type=int, default=100)
    chosen = parser.parse_args()
    known = sorted(path for path in chosen.corpus.glob("*/*") if path.suffix in (".txt", ".docx", ".pdf"))
    with tempfile.TemporaryDirectory() as folder:
        paths = []
        for turn, path in enumerate(islice(cycle(known), chosen.files)):
            copy = Path(folder) / f"{turn:03}-{path.name}"
            data = path.read_bytes()
            copy.write_bytes(data + f"\n{turn}\n".encode() if path.suffix == ".txt" else data)
            paths.append(copy)
        start = time.perf_counter()
        with Library.open(Path(folder) / "library") as library:
            done = import_files(library, paths)
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    failed = sum(one.outcome is Outcome.FAILED for one in done)
    sys.stdout.write(
        f"{len(done)} files ({failed} failed): peak {peak:.0f} MB (< 600 wanted), "
        f"{seconds / max(1, len(done)):.2f} s a file\n"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
