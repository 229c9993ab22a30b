"""Character recognition for scanned pages, through the `tesseract` program where it is installed.

A page is drawn at 300 dots per inch and handed over as a grey picture; what comes back is lines with their
places, just as PDFium gives them for a page with a text layer.
"""

from __future__ import annotations

import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from statistics import mean

import pypdfium2 as pdfium

from workbench.formats.pdf.page import Line

DPI = 300  # what tesseract's models are trained for
SECONDS = 120  # for one page; a full page of small print takes about five
_LANGUAGES = ("eng", "lav", "ukr")  # more at once make it slower and less sure


@dataclass(frozen=True, slots=True)
class Scanned:
    """The lines of one scanned page and how sure the recognition was, from 0 to 100."""

    lines: list[Line]
    confidence: float


class Tesseract:
    """The installed program with the languages it knows."""

    def __init__(self, program: str, languages: tuple[str, ...]) -> None:
        self.program = program
        self.languages = languages

    @classmethod
    def find(cls) -> Tesseract | None:
        """The program on this machine, or None."""
        program = shutil.which("tesseract")
        if program is None:
            return None
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
        known = set(listed.stdout.split())
        chosen = tuple(code for code in _LANGUAGES if code in known)
        return cls(program, chosen) if chosen else None

    def read(self, page: pdfium.PdfPage) -> Scanned:
        """The lines of one page; none when the page is blank or takes too long."""
        with tempfile.TemporaryDirectory() as folder:
            picture = Path(folder) / "page.pgm"
            picture.write_bytes(_picture(page))
            command = [
                self.program,
                str(picture),
                "-",
                "-l",
                "+".join(self.languages),
                "--dpi",
                str(DPI),
                "tsv",
            ]
            try:
                done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=False)
            except subprocess.TimeoutExpired:
                return Scanned([], 0.0)
        return _lines(done.stdout.decode("utf-8", "replace").splitlines())


def _picture(page: pdfium.PdfPage) -> bytes:
    """The page as a portable grey map, the simplest picture tesseract reads."""
    bitmap = page.render(scale=DPI / 72, grayscale=True)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    buffer = bytes(bitmap.buffer)
    rows = b"".join(buffer[row * stride : row * stride + width] for row in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows


def _lines(table: Iterable[str]) -> Scanned:
    """Words of tesseract's table, put together line by line; places in points."""
    rows: dict[tuple[str, ...], list[tuple[float, float, float, float, float, str]]] = {}
    for row in table:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = (float(cell) * 72 / DPI for cell in cells[6:10])
        key = tuple(cells[1:5])
        rows.setdefault(key, []).append((left, top, width, height, float(cells[10]), cells[11]))
    lines = [_line(words) for words in rows.values()]
    sure = [word[4] for words in rows.values() for word in words]
    return Scanned(sorted(lines, key=lambda line: (line.top, line.left)), mean(sure) if sure else 0.0)


def _line(words: list[tuple[float, float, float, float, float, str]]) -> Line:
    top, bottom = min(w[1] for w in words), max(w[1] + w[3] for w in words)
    return Line(
        text=" ".join(w[5] for w in words),
        left=min(w[0] for w in words),
        right=max(w[0] + w[2] for w in words),
        top=top,
        bottom=bottom,
        size=bottom - top,
        bold=False,
        italic=False,
    )
