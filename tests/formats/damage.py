"""Damage as files meet it, and worse: bytes flipped and cut, elements lost, doubled and swapped, absurd values.

Everything follows from a `random.Random`, so that a case can be made again from its number.
"""

from __future__ import annotations

import io
import random
import zipfile

from lxml import etree

VALUES = (
    "", "0", "-1", "1", "9", "99999999999999999999", "1e9", "NaN", "true", "none", "x", "%1%2%3", "½", "\u200f", "٣",
    "a" * 300, "../../etc/passwd", "#", "  ", "2026-13-45", "bullet", "russianLower", "upperRoman", "cardinalText", "begin", "end",
)  # fmt: skip
PIECES = (
    b"\x00", b"\xff\xfe", b"\xef\xbb\xbf", b"\r", b"\x0c", b"<", b">", b"</", b"&", b"&#0;", b"&#x110000;", b"<![CDATA[", b"-->",
    b"<!DOCTYPE x [<!ENTITY a 'b'>]>", b"<table>" * 30, b"<li>" * 30, b"<b>" * 200, b"\n\n", b"Article 99999999999", b"\n5. pants\n",
    "Стаття 5".encode(), "“".encode(), b"(hereinafter", b"[[[[", b"[LV: a][EE: b]", b"IN WITNESS WHEREOF", b"31 February 2024",
    b"For Latvia:", b"\t\t", b" obj", b"endstream", b"PK\x03\x04", b"%PDF-", b"{\\rtf1 ",
)  # fmt: skip


def bytes_of(data: bytes, chance: random.Random) -> bytes:
    """The file with some of its bytes changed, cut, doubled or mixed with others."""
    for _ in range(chance.randrange(1, 8)):
        at = chance.randrange(len(data) + 1)
        length = chance.choice((1, 2, 8, 64, 512))
        match chance.randrange(6):
            case 0:
                data = (
                    data[:at]
                    + bytes(chance.randrange(256) for _ in range(min(length, 8)))
                    + data[at + min(length, 8) :]
                )
            case 1:
                data = data[:at] + data[at + length :]
            case 2:
                data = data[:at] + data[at : at + length] * 3 + data[at:]
            case 3:
                data = data[:at] + chance.choice(PIECES) + data[at:]
            case 4 if chance.random() < 0.2:
                data = data[:at]
            case _:
                other = chance.randrange(len(data) + 1)
                piece = data[other : other + length]
                data = data[:at] + piece + data[at + len(piece) :]
    return data


def markup_of(data: bytes, chance: random.Random) -> bytes:
    """An XML part that is still well-formed and says something else."""
    root = etree.fromstring(data)
    for _ in range(chance.randrange(1, 8)):
        elements = [element for element in root.iter() if isinstance(element.tag, str)]
        element = chance.choice(elements)
        parent = element.getparent()
        match chance.randrange(7):
            case 0 if parent is not None:
                parent.remove(element)
            case 1 if parent is not None:
                for _ in range(chance.choice((1, 3))):
                    parent.insert(0, etree.fromstring(etree.tostring(element, with_tail=False)))
            case 2:
                other = chance.choice(elements)
                other.append(etree.fromstring(etree.tostring(element, with_tail=False)))
            case 3 if element.attrib:
                element.set(chance.choice(list(element.attrib)), chance.choice(VALUES))
            case 4 if element.attrib:
                del element.attrib[chance.choice(list(element.attrib))]
            case 5:
                element.tag = chance.choice(elements).tag
            case _:
                element.text = chance.choice(VALUES)
    return etree.tostring(root)


def package_of(data: bytes, chance: random.Random) -> bytes:
    """A package with one part damaged, its checksums right, or with a part lost."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        names = old.namelist()
        largest = max(names, key=lambda name: old.getinfo(name).file_size)
        chosen = largest if chance.random() < 0.6 else chance.choice(names)
        for name in names:
            part = old.read(name)
            if name == chosen:
                match chance.randrange(8):
                    case 0:
                        continue
                    case 1 | 2:
                        part = bytes_of(part, chance)
                    case _:
                        part = markup_of(part, chance)
            new.writestr(name, part)
    return buffer.getvalue()


def file_of(data: bytes, suffix: str, chance: random.Random) -> bytes:
    """Any file, damaged in one of the ways its format allows."""
    if suffix in (".docx", ".odt") and chance.random() < 0.85:
        return package_of(data, chance)
    if suffix == ".xml" and chance.random() < 0.6:
        return markup_of(data, chance)
    return bytes_of(data, chance)
