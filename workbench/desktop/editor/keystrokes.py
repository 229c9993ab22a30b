"""What a key press does to the tree: functions from an agreement and a place to the next agreement and place.

They know neither keys nor widgets. A selection is given as two (line index, offset) pairs of the lines the
page shows; wording that a deletion leaves without its unit goes to the unit before it, never away.
"""

from __future__ import annotations

from dataclasses import dataclass

from msgspec.structs import replace

from workbench.agreement import edits
from workbench.agreement.edits import EditError
from workbench.agreement.text import Text, as_text
from workbench.agreement.tree import (
    BASIC,
    CLOSING_KINDS,
    GROUPING,
    PREAMBLE_KINDS,
    Agreement,
    Kind,
    Provision,
    ProvisionId,
    Zone,
    new_id,
)
from workbench.desktop.editor.lines import HEADED, Line, Part, Place, wording
from workbench.desktop.editor.removal import RANK, Remover


@dataclass(frozen=True, slots=True)
class Stroke:
    """What came of it: the agreement, and where the caret stands now."""

    agreement: Agreement
    caret: Place


@dataclass(frozen=True, slots=True)
class Span:
    """From an offset in one line up to an offset in another (or the same)."""

    first: int
    start: int
    last: int
    end: int


def put(agreement: Agreement, provision: ProvisionId, part: Part, text: Text) -> Agreement:
    """Give one part of a provision new wording."""
    field = {Part.HEADING: "heading", Part.TEXT: "text", Part.WRAP_UP: "wrap_up"}.get(part)
    if field is None:
        raise EditError(reason="a table is changed in a window of its own; double-click it")
    return edits.update(agreement, provision, lambda unit: (replace(unit, **{field: text}),))


def overwrite(agreement: Agreement, lines: list[Line], span: Span, new: Text | str = "") -> Stroke:
    """Put `new` in the place of a span; across lines, what remains of the last joins the first."""
    added = as_text(new)
    head, tail = lines[span.first], lines[span.last]
    if head.part is Part.TABLE:
        if span.first == span.last and span.end > span.start and not added:
            return _without(agreement, lines, span.first)
        raise EditError(reason="a table is changed in a window of its own; double-click it")
    at = Place(head.provision.id, head.part, span.start + len(added))
    if span.first == span.last:
        text = head.text.replace(span.start, span.end, added)
        return Stroke(put(agreement, at.provision, at.part, text), at)
    if tail.part is Part.TABLE and span.end == 0:
        before = span.last - 1
        return overwrite(
            agreement, lines, Span(span.first, span.start, before, len(lines[before].text)), added
        )
    joined = head.text.slice(0, span.start) + added + tail.text.slice(span.end, len(tail.text))
    cleared = Remover(lines, span.first, span.last).remove_from(agreement)
    return Stroke(put(cleared, at.provision, at.part, joined), at)


def paste(agreement: Agreement, lines: list[Line], span: Span, paragraphs: list[Text]) -> Stroke:
    """Put several paragraphs in the place of a span: each becomes a provision like the one it lands in."""
    if len(paragraphs) < 2:
        return overwrite(agreement, lines, span, paragraphs[0] if paragraphs else "")
    stroke = overwrite(agreement, lines, span)
    for index, words in enumerate(paragraphs):
        if index:
            stroke = enter(stroke.agreement, stroke.caret)
        unit = _found(stroke.agreement, stroke.caret.provision)
        text = wording(unit, stroke.caret.part).replace(stroke.caret.offset, stroke.caret.offset, words)
        caret = replace_offset(stroke.caret, stroke.caret.offset + len(words))
        stroke = Stroke(put(stroke.agreement, caret.provision, caret.part, text), caret)
    return stroke


def replace_offset(place: Place, offset: int) -> Place:
    """The same place at another offset."""
    return Place(place.provision, place.part, offset)


def enter(agreement: Agreement, caret: Place) -> Stroke:
    """Begin a new provision at the caret."""
    unit = _found(agreement, caret.provision)
    if caret.part is Part.HEADING:
        return _enter_heading(agreement, unit, caret.offset)
    if caret.part is Part.WRAP_UP:
        rest = unit.wrap_up.slice(caret.offset, len(unit.wrap_up)).stripped()
        born = Provision(new_id(), unit.kind, rest)
        shortened = replace(unit, wrap_up=unit.wrap_up.slice(0, caret.offset).stripped())
        return Stroke(
            edits.update(agreement, unit.id, lambda _: (shortened, born)), Place(born.id, Part.TEXT, 0)
        )
    if caret.part is Part.TABLE:
        born = Provision(new_id(), Kind.PARAGRAPH)
        return Stroke(edits.insert_after(agreement, unit.id, born), Place(born.id, Part.TEXT, 0))
    if not unit.text and unit.kind in (Kind.POINT, Kind.SUBPARAGRAPH) and not unit.children:
        return Stroke(edits.promote(agreement, unit.id), caret)
    if unit.kind in HEADED:
        return _enter_headed(agreement, unit, caret.offset)
    if caret.offset == 0 and unit.text:
        born = Provision(new_id(), unit.kind)
        return Stroke(edits.insert_before(agreement, unit.id, born), caret)
    if caret.offset >= len(unit.text) and unit.children:
        born = Provision(new_id(), unit.children[0].kind)
        return Stroke(edits.insert_child(agreement, unit.id, 0, born), Place(born.id, Part.TEXT, 0))
    if caret.offset >= len(unit.text):
        born = Provision(new_id(), FOLLOWER.get(unit.kind, unit.kind))
        return Stroke(edits.insert_after(agreement, unit.id, born), Place(born.id, Part.TEXT, 0))
    divided, tail = edits.split(agreement, unit.id, caret.offset)
    return Stroke(divided, Place(tail, Part.TEXT, 0))


FOLLOWER = {
    Kind.PARTIES_CLAUSE: Kind.RECITAL,
    Kind.CROSSHEADING: Kind.PARAGRAPH,
    Kind.TESTIMONIUM: Kind.DONE_AT,
    Kind.SIGNATURE_BLOCK: Kind.SIGNATORY,
}
"""What usually follows a unit of a kind, where it is not another of the same kind."""


def join_back(agreement: Agreement, lines: list[Line], index: int) -> Stroke:
    """Backspace at the start of a line: its wording goes to the end of the line before it."""
    if index == 0:
        raise EditError(reason="nothing stands before it to be joined with")
    before, line = lines[index - 1], lines[index]
    if before.zone is not line.zone and line.text:
        raise EditError(reason="what stands before it belongs to another part of the agreement")
    if before.part is Part.TABLE:
        raise EditError(reason="a table stands before it")
    lone = not line.text and line.part is Part.TEXT and not line.provision.children
    if lone and line.provision.kind not in HEADED and not line.provision.wrap_up:
        return _without(agreement, lines, index)
    if Part.HEADING in (before.part, line.part) and before.text and line.text:
        raise EditError(reason="a heading and a paragraph cannot be joined")
    if line.part is Part.HEADING and before.text and line.provision.children and before.zone is Zone.TITLE:
        raise EditError(reason="nothing stands before it to belong to")
    if not before.text and before.provision.kind is line.provision.kind and before.part is line.part:
        return (
            Stroke(edits.delete(agreement, before.provision.id), _start(line))
            if not (before.provision.children)
            else _joined(agreement, lines, index)
        )
    return _joined(agreement, lines, index)


def deepen(agreement: Agreement, provision: ProvisionId) -> Agreement:
    """Tab: one level down."""
    return edits.demote(agreement, provision)


def raise_level(agreement: Agreement, provision: ProvisionId) -> Agreement:
    """Shift+Tab: one level up."""
    return edits.promote(agreement, provision)


def shift(agreement: Agreement, provision: ProvisionId, steps: int) -> Agreement:
    """Move a provision among its siblings; at the edge of an article, into the neighbouring one."""
    moved = edits.move_by(agreement, provision, steps)
    if moved is not agreement:
        return moved
    parent = edits.parent_of(agreement, provision)
    if parent is None:
        raise EditError(reason="it already stands at the edge")
    row, index = edits.siblings_of(agreement, parent.id)
    target = index + (1 if steps > 0 else -1)
    if not 0 <= target < len(row) or row[target].kind is not parent.kind:
        raise EditError(reason="it already stands at the edge")
    unit = _found(agreement, provision)
    host = row[target]
    without = edits.delete(agreement, provision)
    return edits.insert_child(without, host.id, 0 if steps > 0 else len(host.children), unit)


def move_to(agreement: Agreement, provision: ProvisionId, target: ProvisionId, *, after: bool) -> Agreement:
    """Take a provision before or after another one, as the outline's drag does.

    Among units of another kind it goes where its own kind lives: dropped on an article, a paragraph becomes
    its first paragraph.
    """
    unit, host = _found(agreement, provision), _found(agreement, target)
    if any(inner.id == target for inner in unit.walk()):
        raise EditError(reason="a provision cannot be moved into itself")
    if _zone(agreement, provision) is not _zone(agreement, target):
        raise EditError(reason="it belongs to another part of the agreement")
    low, high = RANK.get(unit.kind, 9), RANK.get(host.kind, 9)
    without = edits.delete(agreement, provision)
    if low > high and host.kind in HEADED:
        return edits.insert_child(without, target, 0, unit)
    if low < high:
        raise EditError(reason="it cannot stand inside what it was dropped on")
    if unit.kind is not host.kind and {unit.kind, host.kind} <= {
        Kind.PARAGRAPH,
        Kind.SUBPARAGRAPH,
        Kind.POINT,
    }:
        unit = replace(unit, kind=host.kind)
    return edits.insert_after(without, target, unit) if after else edits.insert_before(without, target, unit)


def become(agreement: Agreement, provision: ProvisionId, kind: Kind) -> Agreement:
    """Make a provision something else, moving it where such a thing can stand."""
    unit = _found(agreement, provision)
    if unit.kind is kind:
        return agreement
    if kind in BASIC and unit.kind not in (*BASIC, *GROUPING):
        return _to_article(agreement, unit, kind)
    if unit.kind in BASIC and kind in RANK and RANK[kind] > RANK[unit.kind]:
        return _from_article(agreement, unit, kind)
    if kind is Kind.POINT and unit.kind is Kind.PARAGRAPH:
        return edits.demote(agreement, provision)
    if kind is Kind.PARAGRAPH and unit.kind in (Kind.POINT, Kind.SUBPARAGRAPH):
        return edits.promote(agreement, provision)
    if kind is Kind.CROSSHEADING and unit.children:
        raise EditError(reason="a subheading holds nothing below it")
    return edits.set_kind(agreement, provision, kind)


def kinds_for(line: Line) -> tuple[Kind, ...]:
    """What the unit of a line may be made into by hand."""
    if line.zone is Zone.BODY or line.zone is Zone.ANNEXES:
        if line.provision.kind in (Kind.TABLE, Kind.ANNEX):
            return (line.provision.kind,)
        return (Kind.CHAPTER, Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH, Kind.POINT, Kind.CROSSHEADING)
    if line.zone is Zone.PREAMBLE:
        return (*PREAMBLE_KINDS, Kind.CROSSHEADING)
    if line.zone is Zone.CLOSING:
        return CLOSING_KINDS
    return (Kind.TITLE_LINE,)


def _enter_heading(agreement: Agreement, unit: Provision, offset: int) -> Stroke:
    if offset == 0 and unit.heading:
        born = Provision(new_id(), unit.kind)
        return Stroke(edits.insert_before(agreement, unit.id, born), Place(born.id, Part.HEADING, 0))
    head, rest = unit.heading.slice(0, offset), unit.heading.slice(offset, len(unit.heading))
    below = Kind.ARTICLE if unit.kind in GROUPING else Kind.PARAGRAPH
    if below is Kind.ARTICLE:
        first = Provision(new_id(), below, heading=rest.stripped())
        place = Place(first.id, Part.HEADING, 0)
    else:
        first = Provision(new_id(), below, text=rest.stripped())
        place = Place(first.id, Part.TEXT, 0)
    children = unit.children
    if unit.text and below is not Kind.ARTICLE:
        children = (Provision(new_id(), Kind.PARAGRAPH, unit.text), *children)
    text = Text() if below is not Kind.ARTICLE else unit.text
    changed = replace(unit, heading=head.stripped(), text=text, children=(first, *children))
    return Stroke(edits.update(agreement, unit.id, lambda _: (changed,)), place)


def _enter_headed(agreement: Agreement, unit: Provision, offset: int) -> Stroke:
    """An article that holds its wording itself gets paragraphs."""
    head = Provision(new_id(), Kind.PARAGRAPH, unit.text.slice(0, offset).stripped())
    tail = Provision(new_id(), Kind.PARAGRAPH, unit.text.slice(offset, len(unit.text)).stripped())
    points = unit.children and unit.children[0].kind in (Kind.POINT, Kind.SUBPARAGRAPH)
    rest = () if points else unit.children
    if points:
        tail = replace(tail, children=unit.children)
    changed = replace(unit, text=Text(), children=(head, tail, *rest))
    return Stroke(edits.update(agreement, unit.id, lambda _: (changed,)), Place(tail.id, Part.TEXT, 0))


def _joined(agreement: Agreement, lines: list[Line], index: int) -> Stroke:
    before = lines[index - 1]
    gap = " " if before.text and lines[index].text and not before.text.plain.endswith((" ", "\n")) else ""
    stroke = overwrite(agreement, lines, Span(index - 1, len(before.text), index, 0), gap)
    return Stroke(stroke.agreement, Place(before.provision.id, before.part, len(before.text)))


def _without(agreement: Agreement, lines: list[Line], index: int) -> Stroke:
    """Take a childless unit out; the caret goes to the end of the line before it, else to the one after."""
    if len(lines) == 1:
        raise EditError(reason="it is all there is")
    near = lines[index - 1] if index else lines[1]
    caret = Place(near.provision.id, near.part, len(near.text) if index else 0)
    return Stroke(edits.delete(agreement, lines[index].provision.id), caret)


def _to_article(agreement: Agreement, unit: Provision, kind: Kind) -> Agreement:
    parent = edits.parent_of(agreement, unit.id)
    if parent is None or parent.kind in GROUPING or parent.kind is Kind.ANNEX:
        return edits.set_kind(agreement, unit.id, kind)
    if parent.kind not in BASIC:
        raise EditError(reason="first bring it to the level of a paragraph")
    index = next(i for i, child in enumerate(parent.children) if child.id == unit.id)
    article = replace(
        unit,
        kind=kind,
        heading=unit.heading or unit.text,
        text=unit.text if unit.heading else Text(),
        children=(*unit.children, *parent.children[index + 1 :]),
    )
    kept = replace(parent, children=parent.children[:index])
    return edits.update(agreement, parent.id, lambda _: (kept, article))


def _from_article(agreement: Agreement, unit: Provision, kind: Kind) -> Agreement:
    row, index = edits.siblings_of(agreement, unit.id)
    if index == 0 or row[index - 1].kind not in BASIC:
        raise EditError(reason="no article stands before it to take it up")
    host = row[index - 1]
    words = unit.heading + (" " if unit.heading and unit.text else "") + unit.text
    lowered = replace(
        unit, kind=Kind.PARAGRAPH if kind is Kind.POINT else kind, heading=Text(), text=words, children=()
    )
    grown = replace(host, children=(*host.children, lowered, *unit.children))
    return edits.update(edits.delete(agreement, unit.id), host.id, lambda _: (grown,))


def _zone(agreement: Agreement, provision: ProvisionId) -> Zone | None:
    return next(
        (z for z in Zone if any(u.id == provision for top in agreement.zone(z) for u in top.walk())), None
    )


def _start(line: Line) -> Place:
    return Place(line.provision.id, line.part, 0)


def _found(agreement: Agreement, provision: ProvisionId) -> Provision:
    unit = agreement.find(provision)
    if unit is None:
        raise edits.NoSuchProvisionError(provision=provision)
    return unit
