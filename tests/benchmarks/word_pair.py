"""Pairs of Word files made for measuring: a text, and what became of it, with every edit on record.

Both are seeded. Words are made of syllables, so that no two paragraphs are alike by chance more than in prose.
"""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass, field
from random import Random
from typing import TypeGuard

import docx

from tests.formats.word_files import paragraph

PAGE = 400
"""Words."""
SYLLABLES = "ba de fi go ku la me ni po ru sa te vi zo".split()
Words = list[str]
Table = list[list[Words]]
Unit = Words | Table
"""A paragraph, or a table as rows of cells."""


@dataclass
class Pair:
    """The files, and what was done: `moved` holds each moved run of paragraphs as one text."""

    old: bytes
    new: bytes
    edited_words: int = 0
    moved: list[str] = field(default_factory=list)
    split: int = 0
    merged: int = 0
    inserted: list[str] = field(default_factory=list)
    deleted: list[str] = field(default_factory=list)
    rows_inserted: int = 0
    rows_deleted: int = 0
    replaced: int = 0


def units(pages: int, seed: int, *, tables: bool = True) -> list[Unit]:
    """Paragraphs of 20 to 90 words and, now and then, a table."""
    random = Random(seed)
    vocabulary = ["".join(random.choices(SYLLABLES, k=random.randint(1, 4))) for _ in range(3000)]
    left, made = pages * PAGE, list[Unit]()
    while left > 0:
        line = random.choices(vocabulary, k=random.randint(20, 90))
        made.append(line)
        left -= len(line)
        if tables and len(made) % 60 == 0:
            made.append([[random.choices(vocabulary, k=6) for _ in range(3)] for _ in range(6)])
            left -= 108
    return made


def file_of(made: list[Unit]) -> bytes:
    """A Word file of these paragraphs and tables, with the styles and settings that every program expects."""
    body = "".join(_xml(unit) for unit in made) + paragraph("Done in two originals.")
    blank, filled = io.BytesIO(), io.BytesIO()
    docx.Document().save(blank)
    with zipfile.ZipFile(blank) as parts, zipfile.ZipFile(filled, "w", zipfile.ZIP_DEFLATED) as package:
        for name in parts.namelist():
            part = parts.read(name)
            if name == "word/document.xml":
                part = part.replace(b"<w:body>", b"<w:body>" + body.encode())
            package.writestr(name, part)
    return filled.getvalue()


def _xml(unit: Unit) -> str:
    if _is_table(unit):
        rows = (
            "<w:tr>"
            + "".join(f"<w:tc><w:tcPr/>{paragraph(' '.join(cell))}</w:tc>" for cell in row)
            + "</w:tr>"
            for row in unit
        )
        return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"
    return paragraph(said(unit))


def _is_table(unit: Unit) -> TypeGuard[Table]:
    return isinstance(unit[0], list)


def _line(unit: Unit) -> Words:
    return [str(word) for word in unit]


def said(unit: Unit) -> str:
    """The words of a paragraph as a sentence."""
    return " ".join(_line(unit)) + "."


def pair(pages: int, seed: int, *, edits: int, moves: int = 0, divisions: int = 0, rows: int = 0) -> Pair:
    """A text and what became of it after so many edits of words and paragraphs, moves, splits and merges."""
    old = units(pages, seed)
    random = Random(seed + 1)
    made = Pair(file_of(old), b"")
    new: list[Unit] = [[*unit] for unit in old]
    # Every edit has paragraphs of its own, and one beside it that stays.
    places = [i for i in range(1, len(new) - 4, 3) if not any(_is_table(u) for u in new[i : i + 4])]
    random.shuffle(places)
    operations: list[tuple[int, str]] = []
    for kind, count in (("move", moves), ("split", divisions), ("merge", divisions), ("edit", edits)):
        operations.extend((places.pop(), kind) for _ in range(count))
    taken: list[tuple[list[Unit], bool]] = []
    for at, kind in sorted(operations, reverse=True):
        line = _line(new[at])
        if kind == "edit":
            _edit(made, new, at, random)
        elif kind == "split":
            half = len(line) // 2
            new[at : at + 1] = [line[:half], line[half:]]
            made.split += 1
        elif kind == "merge":
            new[at : at + 2] = [[*line, *_line(new[at + 1])]]
            made.merged += 1
        else:
            length = random.randint(1, 2)
            taken.append((new[at : at + length], random.random() < 0.3))
            del new[at : at + length]
    _put_elsewhere(made, new, taken, random)
    _edit_rows(made, new, rows, random)
    made.new = file_of(new)
    return made


def _edit(made: Pair, new: list[Unit], at: int, random: Random) -> None:
    line = _line(new[at])
    new[at] = line
    place = random.randrange(len(line) - 2)
    match random.randrange(10):
        case 0:
            made.edited_words += len(line)
            made.deleted.append(said(line))
            del new[at]
        case 1:
            fresh = [f"{word}q" for word in line[:15]]
            new.insert(at, fresh)
            made.inserted.append(said(fresh))
            made.edited_words += 15
        case 2 | 3 | 4:
            line[place:place] = ["wholly", "new"]
            made.edited_words += 2
        case 5 | 6:
            del line[place : place + 2]
            made.edited_words += 2
        case _:
            line[place : place + 1] = ["amended"]
            made.edited_words += 2
    made.replaced += 1


def _put_elsewhere(made: Pair, new: list[Unit], taken: list[tuple[list[Unit], bool]], random: Random) -> None:
    """Put moved paragraphs back far from where they stood, some of them edited."""
    for run, changed in taken:
        made.moved.append("\n".join(said(unit) for unit in run))
        if changed:
            line = run[0] = _line(run[0])
            at = len(line) // 2
            line[at : at + 1] = ["amended"]
            made.edited_words += 2
    step = max(1, len(new) // (len(taken) + 1))
    for index, (run, _) in enumerate(reversed(taken)):
        at = ((index * step) + len(new) // 2 + 1) % (len(new) - 1)
        new[at:at] = run


def _edit_rows(made: Pair, new: list[Unit], rows: int, random: Random) -> None:
    tables = [unit for unit in new if _is_table(unit)]
    for number, table in enumerate(tables[:rows]):
        at = random.randrange(1, len(table) - 1)
        if number % 2:
            del table[at]
            made.rows_deleted += 1
        else:
            table.insert(at, [["fresh", f"cell{number}", f"column{n}"] for n in range(3)])
            made.rows_inserted += 1
        made.edited_words += 18 if number % 2 else 9
