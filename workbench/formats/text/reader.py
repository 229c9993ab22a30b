"""Plain text -> lines: any common encoding, blank lines counted as gaps, form feeds as pages.

Most old agreements reach a ministry's folder as text pasted from Word or from a PDF, saved by a Windows
editor in the code page of the day. Line numbers count through the whole file, as an editor shows them.
"""

from __future__ import annotations

import codecs
import hashlib
import re
from pathlib import Path

import charset_normalizer

from workbench.agreement.findings import FindingKind, Severity
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Text
from workbench.formats.errors import BinaryFileError, EmptyFileError
from workbench.formats.files import read_bytes

READER = "text/1"

ENCODING_GUESSED = FindingKind(
    "text.encoding-guessed", Severity.INFO, "the file does not name its encoding; it was read as {encoding}"
)
BYTES_LOST = FindingKind(
    "text.bytes-lost",
    Severity.WARNING,
    "{count} bytes are no {encoding} and were replaced by a question mark",
)

_MARKS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# How files that are something else begin: zip (Word, ODT), PDF, old Word, images, archives, programs.
_OTHER_FORMATS = (
    b"PK\x03\x04",
    b"%PDF-",
    b"\xd0\xcf\x11\xe0",
    b"\x89PNG",
    b"\xff\xd8\xff",
    b"GIF8",
    b"\x1f\x8b",
    b"7z\xbc\xaf",
    b"MZ\x90",
    b"\x7fELF",
)
# The letters that each Windows code page has for its languages. A wrong code page shows the same bytes as
# signs and foreign letters, so the right one is where most bytes above 127 become letters of one alphabet.
_ALPHABETS = {
    "windows-1251": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґАБВГДЕЖЗИЙКЛМНОПРСТУФХЦЧШЩЬЮЯІЇЄҐ",
    "windows-1257": "āčēģīķļņšūžĀČĒĢĪĶĻŅŠŪŽąęėįųĄĘĖĮŲõäöüÕÄÖÜóźżłćńśÓŹŻŁĆŃŚ",
    "windows-1250": "ąćęłńóśźżĄĆĘŁŃÓŚŹŻáčďéěíňřšťúůýžÁČĎÉĚÍŇŘŠŤÚŮÝŽäöüÄÖÜőűŐŰ",
    "windows-1252": "àâäçéèêëîïôöùûüÿœæñáíóúßÀÂÄÇÉÈÊËÎÏÔÖÙÛÜŒÆÑÁÍÓÚåøÅØ",
    "koi8-u": "абвгдежзийклмнопрстуфхцчшщъыьэюяёіїєґ",
}
_SIGNS = "“”„«»’‘‚–—…§№°•\xa0"
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
_NEWLINES = re.compile(r"\r\n|\r|\n|\u2028|\u2029|\x85")


def read(path: Path, progress: Progress = SILENT) -> SourceDocument:
    """The lines of a text file. Raises `FormatError` when it is missing, empty or no text."""
    step(progress, 0, 1, path.name)
    data = read_bytes(path)
    document = from_bytes(data, name=path.name)
    step(progress, 1, 1, path.name)
    return document


def from_bytes(data: bytes, name: str) -> SourceDocument:
    """The lines of a text held in memory; `name` is the file name without its folder."""
    if not data.strip():
        raise EmptyFileError(file=name)
    if data.startswith(_OTHER_FORMATS):
        raise BinaryFileError(file=name)
    encoding, certain = encoding_of(data)
    text = data.decode(encoding, errors="replace")
    if len(_CONTROL.findall(text)) > max(2, len(text) // 500):
        raise BinaryFileError(file=name)
    text = _CONTROL.sub("", text)
    if not text.replace("\ufeff", "").strip():
        raise EmptyFileError(file=name)
    findings = []
    if not certain:
        findings.append(ENCODING_GUESSED.at("line 1", encoding=encoding))
    lost = 0 if "\ufffd".encode() in data else text.count("\ufffd")
    if lost:
        findings.append(BYTES_LOST.at(_line_of(text, "\ufffd"), count=lost, encoding=encoding))
    return SourceDocument(
        name=name,
        sha256=hashlib.sha256(data).hexdigest(),
        format="txt",
        layout=Layout.LINES,
        blocks=tuple(_lines(text)),
        reader=READER,
        findings=tuple(findings),
    )


def encoding_of(data: bytes) -> tuple[str, bool]:
    """The encoding of a text, and whether it is certain (a byte order mark, or valid UTF-8)."""
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return encoding, True
    wide = _wide(data)
    if wide:
        return wide, True
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return _eight_bit(data)
    return "utf-8", True


def _wide(data: bytes) -> str | None:
    """UTF-16 without its mark: Latin and Cyrillic text has the same high byte in every other place."""
    sample = data[: 4096 - len(data) % 2]
    if len(data) % 2 or len(sample) < 8:
        return None
    even, odd = sample[0::2], sample[1::2]
    few = len(even) * 0.75
    if sum(b in (0, 4, 1, 32) for b in odd) > few and b"\0" in odd and even.count(0) < len(even) / 20:
        return "utf-16-le"
    if sum(b in (0, 4, 1, 32) for b in even) > few and b"\0" in even and odd.count(0) < len(odd) / 20:
        return "utf-16-be"
    return None


def _eight_bit(data: bytes) -> tuple[str, bool]:
    """Nearly UTF-8 with a few bytes spoilt, or the code page whose letters the bytes spell."""
    repaired = data.decode("utf-8", errors="replace")
    broken = repaired.count("\ufffd")
    whole = sum(ord(c) > 127 for c in repaired) - broken
    if whole > 4 * broken:
        return "utf-8", False
    best, score = "", 0.0
    for encoding, alphabet in _ALPHABETS.items():
        value = _spelling(data.decode(encoding, errors="replace"), alphabet)
        if value > score:
            best, score = encoding, value
    if score > 0.5:
        return best, False
    guess = charset_normalizer.from_bytes(data[:65536]).best()
    return (guess.encoding if guess else "windows-1252"), False


def _spelling(text: str, alphabet: str) -> float:
    """The share of characters above ASCII that are letters of `alphabet` where such letters belong.

    The traces of a wrong code page: a capital inside a word of small letters, a Cyrillic letter beside a
    Latin one, a word of nothing but accented letters.
    """
    good = total = 0
    before, earlier = " ", " "
    letters = frozenset(alphabet)
    cyrillic = "а" in letters
    for sign in text:
        if sign > "\x7f":
            total += 1
            if sign in letters:
                misplaced = sign.isupper() and before.islower()
                if cyrillic:
                    misplaced |= before < "\x7f" and before.isalpha()
                else:
                    misplaced |= before in letters and earlier in letters
                good += -1 if misplaced else 1
            elif sign in _SIGNS:
                good += 0 if before.isalpha() and sign not in "’”»–—…\xa0" else 1
        earlier, before = before, sign
    return good / total if total else 0.0


def _lines(text: str) -> list[SourceBlock]:
    blocks: list[SourceBlock] = []
    page, gap, number = 1, 0, 0
    for line in _NEWLINES.split(text.lstrip("\ufeff")):
        number += 1
        for turn, part in enumerate(line.split("\f")):
            if turn:
                page += 1
            if not part.strip():
                gap += not turn
                continue
            indent = len(part.expandtabs(8)) - len(part.expandtabs(8).lstrip())
            blocks.append(
                SourceBlock(
                    Text(part.rstrip("\r\n")),
                    page=page,
                    line=number,
                    gap=float(gap),
                    indent=float(indent) * 6,
                )
            )
            gap = 0
    return blocks


def _line_of(text: str, sign: str) -> str:
    return f"line {text[: text.index(sign)].count(chr(10)) + 1}"
