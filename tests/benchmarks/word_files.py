"""How long comparing Word files takes and how much it marks, beside other programs that compare them.

    python tests/benchmarks/word_files.py [PYTHON...]

The first pair is made for it: 195 pages of 400 words, with edits that are recorded. Where the corpus lies beside
the checkout, all its pairs follow. Each PYTHON is an interpreter in which peers are installed: python-redlines
(its two engines), docx-scalpel, LibreOffice's `uno`, and pandoc through pypandoc, which judges whether accepting
and rejecting give back the texts. Peers that are in none of them are named.
"""

from __future__ import annotations

import csv
import io
import re
import subprocess
import sys
import tempfile
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.benchmarks.word_pair import file_of, pair, units
from workbench.formats.docx.comparing import compare
from workbench.formats.docx.package import W

ROOT = Path(__file__).resolve().parents[2]
CORPUS = ROOT.parent / "shared" / "corpus" / "word_pairs"
PEERS = Path(__file__).with_name("word_peers.py")
ENGINES = ("DocxodusEngine", "XmlPowerToolsEngine", "docx-scalpel", "LibreOffice")
PAGES, EDITS = 195, 300
DATE = "2026-01-01T00:00:00Z"
US = "workbench"


@dataclass
class Job:
    """One pair of files."""

    name: str
    old: Path
    new: Path


def marked(data: bytes) -> int:
    """How many words stand in insertions and deletions."""
    with zipfile.ZipFile(io.BytesIO(data)) as file:
        root = etree.fromstring(file.read("word/document.xml"))
    count = 0
    for line in root.iter(f"{W}p"):
        for tag in (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo"):
            for change in line.iter(tag):
                said = "".join(part.text or "" for part in change.iter(f"{W}t", f"{W}delText"))
                count += len(re.findall(r"\w+", said))
    return count


def installed(name: str, pythons: Sequence[str]) -> str | None:
    """The first interpreter that has a peer."""
    for python in pythons:
        if subprocess.run([python, PEERS, "has", name], check=False, capture_output=True).returncode == 0:
            return python
    return None


def compared(name: str, python: str | None, jobs: Sequence[Job], folder: Path) -> list[tuple[float, Path]]:
    """The seconds each pair took and the redline; infinite where nothing came of it."""
    outs = [folder / f"{name}-{index}.docx" for index in range(len(jobs))]
    times: list[float] = []
    if python is None:
        for job, out in zip(jobs, outs, strict=True):
            start = perf_counter()
            found = compare(job.old.read_bytes(), job.new.read_bytes(), author="A", date=DATE)
            times.append(perf_counter() - start)
            out.write_bytes(found.data)
    else:
        list_ = folder / f"{name}.tsv"
        list_.write_text("".join(f"{j.old}\t{j.new}\t{o}\n" for j, o in zip(jobs, outs, strict=True)))
        told = subprocess.run(
            [python, PEERS, "run", name, list_], check=False, capture_output=True, text=True, timeout=1800
        )
        lines = told.stdout.splitlines()
        times = [float("inf") if line.startswith("failed") else float(line) for line in lines]
        times += [float("inf")] * (len(jobs) - len(times))
    return [(t if zipfile.is_zipfile(o) else float("inf"), o) for t, o in zip(times, outs, strict=True)]


def judged(python: str | None, jobs: Sequence[Job], outs: Sequence[Path]) -> tuple[int, int] | None:
    """How many redlines pandoc accepts to the new and rejects to the old text."""
    if python is None:
        return None
    there = [(j, o) for j, o in zip(jobs, outs, strict=True) if zipfile.is_zipfile(o)]
    with tempfile.NamedTemporaryFile("w", suffix=".tsv") as list_:
        list_.write("".join(f"{job.old}\t{out}\t{job.new}\n" for job, out in there))
        list_.flush()
        told = subprocess.run(
            [python, PEERS, "judge", list_.name], check=True, capture_output=True, text=True
        )
    answers = [line.split() for line in told.stdout.splitlines()]
    return sum(a == "1" for a, _ in answers), sum(r == "1" for _, r in answers)


def table(title: str, jobs: Sequence[Job], pythons: Sequence[str], folder: Path, edited: int = 0) -> None:
    """Print what every program makes of these pairs."""
    print(f"\n{title}")
    pandoc = installed("pandoc", pythons)
    absent = [] if pandoc else ["pandoc"]
    for name in (US, *ENGINES):
        python = None if name == US else installed(name, pythons)
        if name != US and python is None:
            absent.append(name)
            continue
        found = compared(name, python, jobs, folder)
        sound = [(t, o) for t, o in found if t < float("inf")]
        words = sum(marked(out.read_bytes()) for _, out in sound)
        line = f"{name:22} {sum(t for t, _ in sound):8.2f} s  {words:7} words marked"
        line += f", {words / edited:5.2f} x those edited" if edited else ""
        line += f"  {len(found) - len(sound)} failed" if len(sound) < len(found) else ""
        exact = judged(pandoc, jobs, [out for _, out in found])
        line += "" if exact is None else f"  exact of {len(jobs)}: accepted {exact[0]}, rejected {exact[1]}"
        print(line, flush=True)
    if absent:
        print("not installed:", ", ".join(absent))


def corpus_jobs() -> Iterator[Job]:
    """The pairs of the corpus."""
    with (CORPUS / "pairs.tsv").open(encoding="utf-8") as file:
        for row in csv.DictReader(file, delimiter="\t"):
            yield Job(row["id"], CORPUS / row["before"], CORPUS / row["after"])


def ourselves(folder: Path) -> tuple[Job, int]:
    """Print what the workbench alone needs for the made pair."""
    made = pair(PAGES, 1, edits=EDITS)
    job = Job("made", folder / "old.docx", folder / "new.docx")
    job.old.write_bytes(made.old)
    job.new.write_bytes(made.new)
    times = []
    for _ in range(5):
        start = perf_counter()
        compare(made.old, made.new, author="A", date=DATE)
        times.append(perf_counter() - start)
    print(f"{'warm':22} {min(times):8.2f} s")
    start = perf_counter()
    compare(made.old, file_of(units(PAGES, 3)), author="A", date=DATE)
    print(f"{'unrelated texts':22} {perf_counter() - start:8.2f} s")
    command = [sys.executable, "-m", "workbench", "compare", str(job.old), str(job.new)]
    command += ["-o", str(folder / "out.docx"), "--json"]
    start = perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
    print(f"{'command line':22} {perf_counter() - start:8.2f} s")
    print(f"{'memory':22} {getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024:8.0f} MB")
    moved = pair(PAGES, 2, edits=200, moves=40, divisions=20, rows=8)
    found = compare(moved.old, moved.new, author="A", date=DATE)
    said = {change.old for change in found.changes if change.kind.value == "moved"}
    print(f"{'moves found':22} {len(said & set(moved.moved)):8} of {len(moved.moved)}")
    return job, made.edited_words


def main() -> None:
    """Print the figures."""
    pythons = sys.argv[1:]
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        job, edited = ourselves(folder)
        table(f"{PAGES} pages, {EDITS} edits", [job], pythons, folder, edited)
        if CORPUS.exists():
            jobs = list(corpus_jobs())
            table(f"the {len(jobs)} pairs of the corpus", jobs, pythons, folder)
            longest = max(jobs, key=lambda j: j.new.stat().st_size)
            agreement = [j for j in jobs if j.name == "SD-NVCA"] or [longest]
            table(f"the agreement of 105 pages ({agreement[0].name})", agreement, pythons, folder)


if __name__ == "__main__":
    main()
