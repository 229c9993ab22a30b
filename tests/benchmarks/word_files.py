"""How long comparing Word files takes and how much it marks: `python tests/benchmarks/word_files.py [PYTHON]`.

The pair is made for it: 195 pages of 400 words, with edits that are recorded, both seeded. With the path of
a Python that has `python-redlines[all]` installed its engines are measured on the same pair in the same run.
"""

from __future__ import annotations

import io
import re
import subprocess
import sys
import tempfile
import zipfile
from pathlib import Path
from random import Random
from resource import RUSAGE_CHILDREN, getrusage
from time import perf_counter

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.formats.word_files import paragraph, word_file
from workbench.formats.docx.comparing import compare
from workbench.formats.docx.package import W

ROOT = Path(__file__).resolve().parents[2]
PAGES, PAGE, EDITS = 195, 400, 300
SYLLABLES = "ba de fi go ku la me ni po ru sa te vi zo".split()
DATE = "2026-01-01T00:00:00Z"
_PEER = """
import sys, time, warnings
warnings.simplefilter("ignore")
import python_redlines
engine = getattr(python_redlines, sys.argv[1])()
old, new = (open(path, "rb").read() for path in sys.argv[2:4])
start = time.perf_counter()
data = engine.run_redline("A", old, new)[0]
print(time.perf_counter() - start)
open(sys.argv[4], "wb").write(data)
"""


def text(seed: int) -> list[list[str]]:
    """Paragraphs as words."""
    random = Random(seed)
    vocabulary = ["".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(3000)]
    left, made = PAGES * PAGE, []
    while left > 0:
        made.append(random.choices(vocabulary, k=random.randint(20, 90)))
        left -= len(made[-1])
    return made


def edited(lines: list[list[str]], seed: int) -> tuple[list[list[str]], int]:
    """The text after the edits, and how many words they deleted and inserted."""
    random = Random(seed)
    made = [list(line) for line in lines]
    count = 0
    for number, at in enumerate(sorted(random.sample(range(len(made)), EDITS), reverse=True)):
        line = made[at]
        place = random.randrange(len(line) - 2)
        match number % 10:
            case 0:
                count += len(line)
                del made[at]
            case 1:
                made.insert(at, [f"{word}q" for word in line[:15]])
                count += 15
            case 2 | 3 | 4:
                line[place:place] = ["wholly", "new"]
                count += 2
            case 5 | 6:
                del line[place : place + 2]
                count += 2
            case _:
                line[place : place + 1] = ["amended"]
                count += 2
    return made, count


def file_of(lines: list[list[str]]) -> bytes:
    """A Word file of these paragraphs."""
    return word_file("".join(paragraph(" ".join(line) + ".") for line in lines))


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


def report(name: str, seconds: float, data: bytes, edited_words: int) -> None:
    """One line of figures."""
    if not zipfile.is_zipfile(io.BytesIO(data)):
        print(f"{name:28} {seconds:7.2f} s  no Word file came of it")
        return
    words = marked(data)
    share = words / edited_words
    print(f"{name:28} {seconds:7.2f} s  {words:6} words marked, {share:5.2f} x those edited")


def main() -> None:
    """Print the figures."""
    lines = text(1)
    changed, words = edited(lines, 2)
    old, new = file_of(lines), file_of(changed)
    times = []
    for _ in range(5):
        start = perf_counter()
        found = compare(old, new, author="A", date=DATE)
        times.append(perf_counter() - start)
    report("workbench, warm", min(times), found.data, words)
    start = perf_counter()
    compare(old, file_of(text(3)), author="A", date=DATE)
    print(f"{'workbench, unrelated texts':28} {perf_counter() - start:7.2f} s")
    with tempfile.TemporaryDirectory() as folder:
        before, after, out = (Path(folder) / name for name in ("old.docx", "new.docx", "out.docx"))
        before.write_bytes(old)
        after.write_bytes(new)
        command = [sys.executable, "-m", "workbench", "compare", str(before), str(after)]
        command += ["-o", str(out), "--json"]
        start = perf_counter()
        subprocess.run(command, check=True, stdout=subprocess.DEVNULL, cwd=ROOT)
        report("workbench, command line", perf_counter() - start, out.read_bytes(), words)
        memory = getrusage(RUSAGE_CHILDREN).ru_maxrss / 1024
        print(f"{'workbench, memory':28} {memory:7.0f} MB")
        for engine in ("DocxodusEngine", "XmlPowerToolsEngine") if len(sys.argv) > 1 else ():
            told = subprocess.run(
                [sys.argv[1], "-c", _PEER, engine, before, after, out],
                check=True,
                capture_output=True,
                text=True,
            )
            report(engine, float(told.stdout.split()[-1]), out.read_bytes(), words)


if __name__ == "__main__":
    main()
