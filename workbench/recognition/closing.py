"""The end of an agreement: testimonium, done-at clause, signatures."""

from __future__ import annotations

import re

from workbench.agreement.text import Text, join
from workbench.agreement.tree import Kind
from workbench.recognition import tables
from workbench.recognition.evidence import heading_like
from workbench.recognition.lines import Passage
from workbench.recognition.nodes import Node, node
from workbench.recognition.openings import opens_done_at, opens_signature, opens_testimonium

_DONE_INSIDE = re.compile(
    r"(?<=[.;,:])\s+(?=(?:DONE|Done|SIGNED|Signed|Concluded|EXECUTED)\s+(?:at|in|this|on|AT|IN)\b|"
    r"(?:Parakstīt|Noslēgt|Sastādīt)[sa]\s|(?:Вчинен|Учинен|Підписан|ВЧИНЕН|УЧИНЕН)\w*\s)"
)
_BLANK_LINES = re.compile(r"\n\s*\n")
_COLUMNS = re.compile(r"\t+|\s{4,}")
_SIGNATORIES = re.compile(
    r"(?:(?<!\t)\t+|(?<!\s)\s{3,}|(?<=_)\s+)(?=(?:for|on behalf|FOR|For|On behalf|за|За|від|Від|ЗА|"
    r"\w+\s+(?:\w+\s+)?vārdā)\b)"
)
_DATE_OR_COPIES = re.compile(
    r"\d{4}|\bday of\b|\b(?:originals?|duplicate|triplicate|copies|copy|eksemplār|oriģināl|примірник|"
    r"экземпляр|texts?|languages?|valod|мов)",
    re.IGNORECASE,
)


def start_of(passages: list[Passage], first: int, end: int) -> int:
    """Where the closing begins between two passages; `end` when there is none."""
    for index in range(first, end):
        if opens_testimonium(passages[index].plain):
            before = index - 1
            return before if before >= first and opens_done_at(passages[before].plain) else index
    for index in range(end - 1, first - 1, -1):
        text = passages[index].plain
        if opens_done_at(text) and _DATE_OR_COPIES.search(text):
            return index
    for index in range(max(first, end - 8), end):
        if opens_signature(passages[index].plain) and len(passages[index].plain) < 200:
            return index
    return end


def build(passages: list[Passage]) -> tuple[list[Node], int]:
    """The units of the closing, and how many passages they took."""
    units, taken = _units(passages)
    for unit in units:
        for signatory in unit.walk():
            if signatory.kind is Kind.SIGNATORY:
                signatory.text = _without_blank_lines(signatory.text)
    return units, taken


def _without_blank_lines(text: Text) -> Text:
    for found in reversed(list(_BLANK_LINES.finditer(text.plain))):
        text = text.replace(found.start(), found.end(), "\n")
    return text


def _units(passages: list[Passage]) -> tuple[list[Node], int]:
    units: list[Node] = []
    block: Node | None = None
    index = 0
    while index < len(passages):
        passage = passages[index]
        text = passage.plain
        table = tables.take(passages, index)
        if table and (units or opens_signature(text)):
            if block is None:
                block = node(Kind.SIGNATURE_BLOCK, passage, Text())
                units.append(block)
            for column in tables.columns(table):
                signed = block.add(node(Kind.SIGNATORY, column[0], join([p.text for p in column], "\n")))
                signed.last = column[-1].last
            index += len(table)
            continue
        if block is None and opens_testimonium(text):
            units.extend(_testimonium(passage))
        elif block is None and opens_done_at(text):
            units.append(node(Kind.DONE_AT, passage))
        elif block is None and units and _continues(units[-1], passage):
            if units[-1].kind is Kind.DONE_AT or _DATE_OR_COPIES.search(text):
                units.append(node(Kind.DONE_AT, passage))
            else:
                units[-1].text = units[-1].text + " " + passage.text
                units[-1].last = passage.last
        elif (
            len(text) > 240
            or (heading_like(passage) < 0 and len(text) > 160)
            or (passage.gap > 8 and block is not None and not opens_signature(text))
        ):
            break
        else:
            if block is None:
                block = node(Kind.SIGNATURE_BLOCK, passage, passage.text.slice(0, 0))
                units.append(block)
            _sign(block, passage)
        index += 1
    return units, index


def _testimonium(passage: Passage) -> list[Node]:
    """A passage that may hold the done-at clause too."""
    inside = _DONE_INSIDE.search(passage.plain)
    if inside is None:
        return [node(Kind.TESTIMONIUM, passage)]
    head = passage.text.slice(0, inside.start()).stripped()
    tail = passage.text.slice(inside.end(), len(passage.text)).stripped()
    return [node(Kind.TESTIMONIUM, passage, head), node(Kind.DONE_AT, passage, tail)]


def _continues(before: Node, passage: Passage) -> bool:
    text = passage.plain
    if opens_signature(text) or "___" in text or "\t" in text:
        return False
    return len(text) > 60 and (text.endswith(".") or not before.plain.endswith("."))


def _sign(block: Node, passage: Passage) -> None:
    """Add the signatories named in one line; a line that opens none belongs to the one before."""
    columns = _COLUMNS.split(passage.plain)
    if len(columns) > 1 and len(columns) == len(block.children) and not opens_signature(columns[-1]):
        for signatory, words in zip(block.children, columns, strict=True):  # the next line of each column
            signatory.text = signatory.text + "\n" + words.strip()
            signatory.last = passage.last
        return
    parts: list[tuple[int, int]] = []
    at = 0
    for found in _SIGNATORIES.finditer(passage.plain):
        parts.append((at, found.start()))
        at = found.end()
    parts.append((at, len(passage.plain)))
    for start, end in parts:
        text = passage.text.slice(start, end).stripped()
        if not text.plain:
            continue
        if opens_signature(text.plain) or not block.children:
            block.add(node(Kind.SIGNATORY, passage, text))
        else:
            last = block.children[-1]
            last.text = last.text + "\n" + text
            last.last = passage.last
    block.last = passage.last
