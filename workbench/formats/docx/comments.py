"""Comments of a draft in its Word redline, where they are asked for: being internal, they stay out otherwise.

A comment stands on the words it was made on (ISO 29500-1, 17.13.4). A redline cuts these words into pieces,
so its range runs from the first to the last of them; what was deleted carries none.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from workbench.agreement.text import Comment, Text
from workbench.formats.docx.package import W


class Edge(NamedTuple):
    """Where in a text a comment begins or ends."""

    at: int
    begins: bool
    comment: Comment


def edges(texts: Sequence[Text]) -> dict[int, list[Edge]]:
    """Where comments begin and end in the texts of one paragraph, by the index of the text and in order."""
    first: dict[Comment, tuple[int, int]] = {}
    last: dict[Comment, tuple[int, int]] = {}
    for index, text in enumerate(texts):
        for start, end, comment in text.of(Comment):
            first.setdefault(comment, (index, start))
            last[comment] = (index, end)
    placed: list[tuple[int, int, int, Edge]] = []
    for comment, (index, at) in first.items():
        ends, end = last[comment]
        on_nothing = (ends, end) == (index, at)
        placed.append((index, at, 1, Edge(at, True, comment)))
        placed.append((ends, end, 2 if on_nothing else 0, Edge(end, False, comment)))
    found: dict[int, list[Edge]] = {}
    for index, _, _, edge in sorted(placed, key=lambda one: one[:3]):
        found.setdefault(index, []).append(edge)
    return found


def write_edge(paragraph: etree._Element, number: int, *, begins: bool) -> None:
    """Write where the comment of this number begins or ends."""
    etree.SubElement(paragraph, f"{W}commentRange{'Start' if begins else 'End'}").set(f"{W}id", str(number))


def write_sign(target: etree._Element, number: int) -> None:
    """Write the sign of the comment: it ties the range to the comment, and goes with the words before it."""
    run = etree.SubElement(target, f"{W}r")
    etree.SubElement(run, f"{W}commentReference").set(f"{W}id", str(number))


def fill(part: etree._Element, comments: Sequence[Comment]) -> None:
    """Write the comments into their part, numbered from 0, each by who made it and on the day."""
    for number, comment in enumerate(comments):
        made = etree.SubElement(part, f"{W}comment")
        made.set(f"{W}id", str(number))
        made.set(f"{W}author", comment.author)
        if comment.day is not None:
            made.set(f"{W}date", f"{comment.day.isoformat()}T00:00:00Z")
        for line in comment.text.split("\n"):
            run = etree.SubElement(etree.SubElement(made, f"{W}p"), f"{W}r")
            words = etree.SubElement(run, f"{W}t")
            words.text = line
            words.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
