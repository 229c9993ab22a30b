"""Inside an article or section: paragraphs, points and their points, lists without numbers, subheadings.

A label is believed when it begins a row (1, a, i) or continues one that is open; so a date, a quoted number
or "(a)" in the wrong place stays text. What has no label belongs where the neighbours put it: a paragraph of
its own among unnumbered ones, the end of a sentence after a list, or a member of a list after a colon.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.agreement.text import Text
from workbench.agreement.tree import Kind
from workbench.recognition import labels, tables
from workbench.recognition.evidence import finite, heading_like
from workbench.recognition.heads import label_of
from workbench.recognition.labels import Label
from workbench.recognition.lines import Passage
from workbench.recognition.nodes import Node, node

_DECIMALS = ("1.", "(1)", "1)", "1")
_LIST_LIMIT = 400
_GOES_ON = re.compile(r"[;,]\s*(?:and|or|and/or|un|vai|та|і|або|и|или|ir|ja|oraz|lub|und|oder|et|ou)?$")


@dataclass(slots=True)
class _Open:
    """One row of numbered units that is still open."""

    unit: Node
    style: str
    value: int


class Builder:
    """Fills one article, section or annex with the passages between its head and the next."""

    def __init__(self, parent: Node, running: dict[str, int]) -> None:
        self.parent = parent
        self.running = running
        self.rows: list[_Open] = []
        self.numbered = False
        self.announced: Node | None = None

    def fill(self, passages: list[Passage], *, subheadings: bool = True) -> None:
        """Add all passages in order."""
        index = 0
        while index < len(passages):
            passage = passages[index]
            table = tables.take(passages, index)
            if table:
                self.parent.add(tables.build(table))
                index += len(table)
                continue
            label = self._believed(label_of(passage), passages, index)
            if label is not None:
                self._labelled(passage, label)
            elif subheadings and self._is_subheading(passages, index):
                heading = self.parent.add(node(Kind.CROSSHEADING, passage))
                heading.confidence = min(heading.confidence, 0.3 + 0.2 * heading_like(passage))
                self.rows.clear()
                self.announced = None
            else:
                taken = self._list_without_numbers(passages, index)
                if taken:
                    index += taken
                    continue
                self._unlabelled(passages, index)
            index += 1

    # -- labels ------------------------------------------------------------------------------------------

    def _believed(self, label: Label | None, passages: list[Passage], index: int) -> Label | None:
        if label is None or label.kind is not None:
            return None
        passage = passages[index]
        rest = passage.plain[label.end :]
        if label.style == "–":
            return label
        for reading in [label, *([labels.as_roman(label)] if label.roman else [])]:
            if self._continues(reading):
                return reading
        if label.roman == 1:
            return labels.as_roman(label)
        if label.value == 1 and (not label.path or label.path[-1] == 1):
            return label
        if passage.number:
            return label
        if label.style in _DECIMALS or label.style.startswith("legal"):
            if label.style == "1." and rest[:1].islower():
                return None
            if self.running.get(label.style) == label.value - 1:
                return label
            following = (label_of(after) for after in passages[index + 1 : index + 12])
            if any(
                f is not None and f.style == label.style and f.value == label.value + 1 for f in following
            ):
                return label
            if label.style.startswith("legal") and rest:
                return label
        elif (label.value <= 3 and self.rows) or self.running.get(label.style) == label.value - 1:
            return label
        return None

    def _continues(self, label: Label) -> bool:
        return any(row.style == label.style and row.value == label.value - 1 for row in self.rows)

    def _labelled(self, passage: Passage, label: Label) -> None:
        depth = next(
            (
                turn
                for turn in range(len(self.rows) - 1, -1, -1)
                if self.rows[turn].style == _row_style(label)
                and (label.style == "–" or self.rows[turn].value < label.value or passage.number)
            ),
            None,
        )
        if depth is not None:
            del self.rows[depth:]
        elif label.style in _DECIMALS and self._top_row_is(label.style):
            self.rows.clear()
        text = passage.text.slice(label.end, len(passage.text)).stripped() if label.end else passage.text
        above = self._above(label)
        kind = self._kind(label, above)
        unit = above.add(node(kind, passage, text, printed=label.printed))
        self.rows.append(_Open(unit, _row_style(label), label.value))
        self.running[label.style] = label.value
        self.numbered |= kind is Kind.PARAGRAPH
        if kind is Kind.PARAGRAPH:
            self.announced = None
        inner = (
            self._believed(labels.read_bare(text.plain), [passage], 0) if text.plain[:1] in "(ai1" else None
        )
        if inner is not None and inner.value == 1 and inner.style != label.style and not passage.number:
            unit.text = Text()
            below = node(
                Kind.POINT, passage, text.slice(inner.end, len(text)).stripped(), printed=inner.printed
            )
            unit.add(below)
            self.rows.append(_Open(below, inner.style, inner.value))

    def _top_row_is(self, style: str) -> bool:
        return bool(self.rows) and self.rows[0].style == style

    def _above(self, label: Label) -> Node:
        """The unit a labelled one goes under."""
        if self.rows:
            return self.rows[-1].unit
        if self.announced is not None and not (
            label.style in _DECIMALS and not self.announced.plain.endswith(":")
        ):
            return self.announced
        if label.style not in _DECIMALS and not label.style.startswith("legal"):
            last = self.parent.children[-1] if self.parent.children else None
            if last is not None and last.kind is Kind.PARAGRAPH and not last.printed:
                return last
        return self.parent

    def _kind(self, label: Label, above: Node) -> Kind:
        if above is self.parent:
            return Kind.PARAGRAPH
        if label.style in ("1.", "(1)", "1") or label.style.startswith("legal"):
            return Kind.SUBPARAGRAPH
        return Kind.POINT

    # -- what has no label -------------------------------------------------------------------------------

    def _unlabelled(self, passages: list[Passage], index: int) -> None:
        passage = passages[index]
        text = passage.plain
        if self.rows and text[:1].islower():
            holder = self._holder_of_list()
            holder.wrap_up = passage.text if not holder.wrap_up else holder.wrap_up + " " + passage.text
            holder.last = passage.last
            return
        if self.numbered:
            top = self.parent.children[-1] if self.parent.children else None
            if top is not None and top.kind is Kind.PARAGRAPH and not top.children and not _closed(top.plain):
                top.text = top.text + " " + passage.text
                top.last = passage.last
                return
            if top is not None and top.kind is Kind.PARAGRAPH:
                del self.rows[1:]
                top.add(node(Kind.SUBPARAGRAPH, passage))
                return
        self.rows.clear()
        if self._is_chapeau(passages, index):
            self.parent.text = passage.text
            self.parent.last = passage.last
            return
        unit = self.parent.add(node(Kind.PARAGRAPH, passage))
        self.announced = unit if text.rstrip().endswith((":", "–", "—")) else None

    def _is_chapeau(self, passages: list[Passage], index: int) -> bool:
        """Words that the numbered paragraphs of an article go on from: they belong to the article itself."""
        if (
            self.parent.children
            or self.parent.kind not in (Kind.ARTICLE, Kind.SECTION)
            or index + 1 >= len(passages)
        ):
            return False
        after = label_of(passages[index + 1])
        if (
            after is None
            or after.value != 1
            or (after.style not in _DECIMALS and not after.style.startswith("legal"))
        ):
            return False
        return not passages[index].plain.rstrip().endswith((".", ";")) and len(passages[index].plain) < 600

    def _holder_of_list(self) -> Node:
        """The unit whose list the open row is: the end of the sentence goes there."""
        return self.rows[-2].unit if len(self.rows) > 1 else self.announced or self.rows[-1].unit

    def _is_subheading(self, passages: list[Passage], index: int) -> bool:
        passage = passages[index]
        text = passage.plain
        if passage.styled is not None:
            return passage.styled
        if index + 1 >= len(passages) or text[-1] in ".;:,":
            return False
        following = label_of(passages[index + 1])
        if following is not None and following.style not in _DECIMALS and self._continues(following):
            return False  # between two members of a list; numbered paragraphs run on under subheadings
        if self.announced is not None and index and passages[index - 1].plain.endswith(":"):
            return False
        if heading_like(passage) < 2.0 or len(text) > 140:
            return False
        after = passages[index + 1]
        if index and not passages[index - 1].ends_sentence and heading_like(passages[index - 1]) < 2:
            set_off = passage.gap >= 1 or passage.bold or passage.outline is not None
            return set_off and passages[index - 1].plain[-1] not in ",;"
        return len(after.plain) > len(text) or heading_like(after) > 2 or label_of(after) is not None

    def _list_without_numbers(self, passages: list[Passage], index: int) -> int:
        """A paragraph that ends in a colon and the unnumbered members of its list; how many were taken."""
        passage = passages[index]
        if not passage.plain.endswith(":") or index + 2 >= len(passages):
            return 0
        members: list[Passage] = []
        for after in passages[index + 1 :]:
            text = after.plain
            if after.cell or label_of(after) is not None or len(text) > _LIST_LIMIT or text.endswith(":"):
                break
            chained = bool(members) and bool(_GOES_ON.search(members[-1].plain))
            if not chained and members and members[-1].plain.endswith(".") and _semicolons(members):
                break
            if not chained and not text.endswith((";", ",")) and finite(text):
                break
            members.append(after)
        if len(members) < 2:
            return 0
        self._unlabelled(passages, index)
        holder = self.parent.children[-1]
        holder = holder.children[-1] if holder.children else holder
        for member in members:
            holder.add(node(Kind.POINT, member))
        self.announced = None
        return 1 + len(members)


def _row_style(label: Label) -> str:
    """The row a label belongs to: hollow bullets make a row of their own below full ones."""
    return "◦" if label.printed == "◦" else label.style


def _semicolons(members: list[Passage]) -> bool:
    return any(member.plain.endswith(";") for member in members)


def _closed(text: str) -> bool:
    return text.rstrip('”"“»)’ ').endswith((".", ";", ":", "!", "?"))
