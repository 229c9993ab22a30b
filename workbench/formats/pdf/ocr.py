"""Character recognition for scanned pages, through the `tesseract` program where it is installed.

A page is drawn at 300 dots per inch and handed over as a grey picture; what comes back is lines with their
places, just as PDFium gives them for a page with a text layer. The first page tells the language, and from
then on tesseract is asked for that language alone: it is faster, and surer of its accents.
"""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import mean, median

import pypdfium2 as pdfium

from workbench.agreement.errors import Cancelled
from workbench.agreement.progress import SILENT, Progress
from workbench.formats.pdf.page import SOFT_HYPHEN, Line
from workbench.recognition.language import detect

DPI = 300  # what tesseract's models are trained for
SECONDS = 120  # for one page; a full page of small print takes about five
_ASK_EVERY = 0.2  # seconds between looking whether the user has cancelled
_LANGUAGES = {"en": "eng", "lv": "lav", "uk": "ukr"}
_DOUBTFUL = 70.0  # below this a page is read again, with all languages or turned upright
_ENOUGH_WORDS = 30  # to tell the language
_ROTATE = re.compile(r"^Rotate: (\d+)$", re.MULTILINE)
_NUMBER_LIKE = re.compile(r"(?<=Стаття )З(?=\W|$)|(?<=статті )З(?=\W|$)|(?<=Розділ )З(?=\W|$)")
_LONG_LINE = 150.0  # points; shorter lines do not tell how far a page is askew
_ENDS_BROKEN = re.compile(r"(?<=[^\W\d_])[-¬]$")


@dataclass(frozen=True, slots=True)
class Scanned:
    """The lines of one scanned page and how sure the recognition was, from 0 to 100."""

    lines: list[Line]
    confidence: float


@dataclass(frozen=True, slots=True)
class _Word:
    left: float
    top: float
    right: float
    bottom: float
    sure: float
    text: str


class Tesseract:
    """The installed program with the languages it knows."""

    def __init__(self, program: str, known: frozenset[str]) -> None:
        self.program = program
        self.languages = tuple(code for code in _LANGUAGES.values() if code in known)
        self.missing = tuple(code for code in _LANGUAGES.values() if code not in known)
        self._tells_rotation = "osd" in known
        self._spoken: tuple[str, ...] = ()

    @classmethod
    def find(cls) -> Tesseract | None:
        """The program on this machine, or None where it or all its languages are missing."""
        program = shutil.which("tesseract")
        if program is None:
            return None
        listed = subprocess.run([program, "--list-langs"], capture_output=True, text=True, check=False)
        made = cls(program, frozenset(listed.stdout.split()))
        return made if made.languages else None

    def read(self, page: pdfium.PdfPage, progress: Progress = SILENT) -> Scanned:
        """The lines of one page; none when it is blank or takes too long. Raises `Cancelled`."""
        with tempfile.TemporaryDirectory() as folder:
            picture = Path(folder) / "page.pgm"
            picture.write_bytes(_picture(page, 0))
            best = self._recognised(picture, self._spoken or self.languages, progress)
            if best.confidence < _DOUBTFUL and self._spoken:
                best = _surer(best, self._recognised(picture, self.languages, progress))
            if best.confidence < _DOUBTFUL:
                turn = self._rotation(picture, progress)
                if turn:
                    picture.write_bytes(_picture(page, turn))
                    best = _surer(best, self._recognised(picture, self.languages, progress))
            spoken = self._language_of(best)
            if spoken and spoken != self._spoken and len(self.languages) > 1:
                best = _surer(best, self._recognised(picture, spoken, progress))
                self._spoken = spoken
        return best

    def _language_of(self, scanned: Scanned) -> tuple[str, ...]:
        words = " ".join(line.text for line in scanned.lines)
        if len(words.split()) < _ENOUGH_WORDS:
            return ()
        code = _LANGUAGES.get(detect(words)[0], "")
        return (code,) if code in self.languages else ()

    def _recognised(self, picture: Path, languages: tuple[str, ...], progress: Progress) -> Scanned:
        command = ["-", "-l", "+".join(languages), "--dpi", str(DPI), "tsv"]
        return _lines(self._said(picture, command, progress).splitlines())

    def _rotation(self, picture: Path, progress: Progress) -> int:
        """By how many degrees the page must be turned to be upright."""
        if not self._tells_rotation:
            return 0
        found = _ROTATE.search(self._said(picture, ["-", "--psm", "0", "--dpi", str(DPI)], progress))
        return int(found.group(1)) if found else 0

    def _said(self, picture: Path, command: list[str], progress: Progress) -> str:
        """What the program answers; nothing when it takes too long."""
        started = subprocess.Popen(
            [self.program, str(picture), *command],
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env={**os.environ, "OMP_THREAD_LIMIT": "1"},  # threads of its own make it slower, not faster
        )
        for _ in range(int(SECONDS / _ASK_EVERY)):
            try:
                answer, _ = started.communicate(timeout=_ASK_EVERY)
            except subprocess.TimeoutExpired:
                if not progress.cancelled():
                    continue
                started.kill()
                started.communicate()
                raise Cancelled from None
            return answer.decode("utf-8", "replace")
        started.kill()
        started.communicate()
        return ""


def _surer(one: Scanned, other: Scanned) -> Scanned:
    """The reading to trust: the later one, unless it is clearly worse."""
    return other if other.confidence >= one.confidence - 3 and other.lines else one


def _picture(page: pdfium.PdfPage, turn: int) -> bytes:
    """The page, turned clockwise by some degrees, as a portable grey map, which tesseract reads."""
    bitmap = page.render(scale=DPI / 72, grayscale=True, rotation=turn)
    width, height, stride = bitmap.width, bitmap.height, bitmap.stride
    buffer = bytes(bitmap.buffer)
    rows = b"".join(buffer[row * stride : row * stride + width] for row in range(height))
    return b"P5 %d %d 255\n" % (width, height) + rows


def _lines(table: Iterable[str]) -> Scanned:
    """Words of tesseract's table, put together line by line; places in points, the page set straight."""
    rows: dict[tuple[str, ...], list[_Word]] = {}
    for row in table:
        cells = row.split("\t")
        if len(cells) < 12 or cells[0] != "5" or not cells[11].strip():
            continue
        left, top, width, height = (float(cell) * 72 / DPI for cell in cells[6:10])
        word = _Word(left, top, left + width, top + height, float(cells[10]), cells[11])
        rows.setdefault(tuple(cells[1:5]), []).append(word)
    if not rows:
        return Scanned([], 0.0)
    slope = _slope(rows.values())
    lines = [_line([_straight(word, slope) for word in words]) for words in rows.values()]
    usual = median(line.size for line in lines)
    lines = [replace(line, size=usual) if 0.7 < line.size / usual < 1.35 else line for line in lines]
    sure = mean(word.sure for words in rows.values() for word in words)
    return Scanned(sorted(lines, key=lambda line: (line.foot, line.left)), sure)


def _slope(rows: Iterable[list[_Word]]) -> float:
    """How far lines fall for every point they run to the right: a page laid askew on the glass."""
    falls = [
        (words[-1].bottom + words[-1].top - words[0].bottom - words[0].top)
        / 2
        / (words[-1].left - words[0].left)
        for words in rows
        if words[-1].left - words[0].left > _LONG_LINE
    ]
    return median(falls) if len(falls) >= 3 else 0.0


def _straight(word: _Word, slope: float) -> _Word:
    across, down = slope * word.top, slope * word.left
    return replace(
        word,
        left=word.left + across,
        right=word.right + across,
        top=word.top - down,
        bottom=word.bottom - down,
    )


def _line(words: list[_Word]) -> Line:
    top, bottom = min(word.top for word in words), max(word.bottom for word in words)
    # A lone bar is how a capital I without serifs is read.
    text = " ".join("I" if word.text == "|" else word.text for word in words)
    text = _NUMBER_LIKE.sub("3", text)
    return Line(
        text=_ENDS_BROKEN.sub(SOFT_HYPHEN, text),
        left=min(word.left for word in words),
        right=max(word.right for word in words),
        top=top,
        bottom=bottom,
        size=bottom - top,
        bold=False,
        italic=False,
        base=median(word.bottom for word in words),
    )
