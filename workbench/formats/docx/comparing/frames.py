"""The frames of fields that run over several paragraphs: a table of contents, an included text.

What such a field shows is compared as the paragraphs it is. Its signs and its instruction stay as the new
file has them where any paragraph with one of them was framed before; where none was, the frame came with
the new text, or there would be an empty field left where the old file has none. It goes where all of its
paragraphs went.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, field

from lxml import etree

from workbench.formats.docx.comparing.blocks import Block
from workbench.formats.docx.package import W


@dataclass
class _Frame:
    """Signs and instructions of one field, and the blocks in which they stand."""

    parts: list[etree._Element] = field(default_factory=list)
    blocks: set[Block] = field(default_factory=set)
    shows: bool = False
    """Whether its instruction is over."""


def frames_within(blocks: Collection[Block], chosen: Collection[Block]) -> set[etree._Element]:
    """The parts of those frames in a story that stand in none but the chosen of its blocks."""
    found: set[etree._Element] = set()
    open_: list[_Frame] = []
    for block in blocks:
        for part in block.line.frame if block.line is not None else ():
            kind = part.get(f"{W}fldCharType")
            if kind == "begin":
                open_.append(_Frame())
            if not open_ or (kind is None and open_[-1].shows):
                continue
            open_[-1].parts.append(part)
            open_[-1].blocks.add(block)
            if kind == "separate":
                open_[-1].shows = True
            elif kind == "end":
                frame = open_.pop()
                if frame.blocks <= set(chosen):
                    found.update(frame.parts)
    return found
