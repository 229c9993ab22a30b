"""Plain text -> lines: any common encoding, blank lines counted as gaps, form feeds as pages.

Most old agreements reach a ministry's folder as text pasted from Word or from a PDF, saved by a Windows
editor in the code page of the day. Line numbers count through the whole file, as an editor shows them.
"""

from __future__ import annotations

import hashlib
import re
from pathlib import Path

from workbench.agreement.findings import FindingKind, Severity
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Text
from workbench.formats.errors import BinaryFileError, EmptyFileError
from workbench.formats.files import read_bytes
from workbench.formats.text.encodings import encoding_of

READER = "text/1"

ENCODING_GUESSED = FindingKind(
    "text.encoding-guessed", Severity.INFO, "the file does not name its encoding; it was read as {encoding}"
)
BYTES_LOST = FindingKind(
    "text.bytes-lost",
    Severity.WARNING,
    "{count} bytes are no {encoding} and were replaced by a question mark",
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
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1f\x7f]")
# "\r\r\n" is what a second conversion makes of a line end, "\x0b" the soft break of a text pasted from Word.
_NEWLINES = re.compile(r"\r+\n|\r|\n|\x0b|\u2028|\u2029|\x85")


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
