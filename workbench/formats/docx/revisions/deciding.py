"""Accepting and rejecting tracked changes in a Word file, all or some; parts without any stay byte for byte.

After ISO 29500-1, 17.13.5. Deletions and the old places of moves go when accepted, insertions and the new
places when rejected; what stays loses its mark. A paragraph whose break goes runs on into the next one, if
there is one to run into. A row, cell or table that loses all it holds goes with it. A changed property keeps
what is said now when accepted and gets back what was said before when rejected.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass

from lxml import etree

from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions import comment_ranges
from workbench.formats.docx.revisions.following import (
    CONTENT,
    CONTROLS,
    MARKERS,
    RANGES,
    following_paragraph,
    is_tracked,
)
from workbench.formats.docx.revisions.listing import KINDS, Selection, text_parts

_ALL = Selection()
_GOES = {
    True: (f"{W}del", f"{W}moveFrom", f"{W}cellDel"),
    False: (f"{W}ins", f"{W}moveTo", f"{W}cellIns"),
}
_CHANGES = tuple(tag for tag in KINDS if tag.endswith("Change"))
_SAME_NAME = {f"{W}delText": f"{W}t", f"{W}delInstrText": f"{W}instrText"}
_CELL_MARKS = (f"{W}cellIns", f"{W}cellDel", f"{W}cellMerge")
_NOT_REMEMBERED = tuple(
    f"{W}{name}"
    for name in ("rPr", "sectPr", "ins", "del", "moveFrom", "moveTo", "headerReference", "footerReference")
)
_WORDS_OR_PLACES = (f"{W}ins", f"{W}del", f"{W}moveFrom", f"{W}moveTo")
_BLOCKS = (f"{W}p", f"{W}tbl", f"{W}sdt", f"{W}customXml")
_AROUND_RUNS = (*_WORDS_OR_PLACES, *(f"{W}{name}" for name in ("hyperlink", "smartTag", "bdo", "dir")))
_WRAPPINGS = (*_AROUND_RUNS, f"{W}sdt", CONTENT, f"{W}customXml")
_AROUND_PROPERTIES = tuple(f"{W}{name}Pr" for name in ("smartTag", "customXml", "sdt", "sdtEnd"))
_MARKS_ALONE = (*MARKERS, *RANGES, *CONTROLS)
_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'


@dataclass(frozen=True, slots=True)
class Decided:
    """The file as decided, and how many revisions were."""

    data: bytes
    count: int


def decide(data: bytes, *, accept: bool, name: str, selection: Selection = _ALL) -> Decided:
    """Accept or reject the revisions of a .docx that the selection takes.

    Raises the errors of `Package` for what is no sound Word file; `name` is the file's in them.
    """
    package = Package(data, name=name)
    return decide_parts(data, package, lambda root: decide_tree(root, accept=accept, selection=selection))


def decide_parts(data: bytes, package: Package, decide: Callable[[etree._Element], int]) -> Decided:
    """The file after `decide` has gone over every part that holds text; it returns how many it decided."""
    changed: dict[str, bytes] = {}
    count = 0
    for part in text_parts(package.names):
        root = package.part(part)
        if root is None:
            continue
        decided = decide(root)
        if decided:
            changed[part] = _XML + etree.tostring(root, encoding="UTF-8")
            count += decided
    return Decided(_repacked(data, changed) if changed else data, count)


def decide_tree(root: etree._Element, *, accept: bool, selection: Selection = _ALL) -> int:
    """The same on one part; returns how many revisions were decided."""
    chosen = [element for element in root.iter(*KINDS) if selection.takes(element)]
    if not chosen:
        return 0
    torn = comment_ranges.torn(root)
    paragraphs: list[etree._Element] = []
    columns = _columns_that_go(chosen, accept)
    for element in chosen:
        if element.tag in _CHANGES:
            _decide_properties(element, accept)
        else:
            _decide(element, accept, paragraphs)
    for paragraph in reversed(paragraphs):  # forwards, a long run would carry its words along each time
        _run_on(paragraph)
    _sweep(root)
    comment_ranges.mend(root, torn)
    for column in columns:
        _drop(column)
    return len(chosen)


def _columns_that_go(chosen: list[etree._Element], accept: bool) -> list[etree._Element]:
    """The columns of tables' grids of which every row loses its cell."""
    going: dict[etree._Element, dict[etree._Element, set[int]]] = {}
    places: dict[etree._Element, dict[etree._Element, int]] = {}
    for element in chosen:
        cell = next(element.iterancestors(f"{W}tc"), None) if element.tag in _CELL_MARKS else None
        row = None if cell is None else cell.getparent()
        table = None if row is None else row.getparent()
        if element.tag in _GOES[accept] and cell is not None and row is not None and table is not None:
            if row not in places:
                places[row] = {c: at for at, c in enumerate(row.iterchildren(f"{W}tc"))}
            going.setdefault(table, {}).setdefault(row, set()).add(places[row][cell])
    found: list[etree._Element] = []
    for table, rows in going.items():
        grid = table.findall(f"{W}tblGrid/{W}gridCol")
        widths = {sum(1 for _ in row.iterchildren(f"{W}tc")) for row in rows}
        if len(rows) == len(table.findall(f"{W}tr")) and widths == {len(grid)}:
            found.extend(grid[at] for at in sorted(set.intersection(*rows.values())))
    return found


def _decide(element: etree._Element, accept: bool, paragraphs: list[etree._Element]) -> None:
    parent = element.getparent()
    if parent is None:  # it went with something around it
        return
    goes = element.tag in _GOES[accept]
    owner = parent.getparent()
    if element.tag in _CELL_MARKS or parent.tag == f"{W}trPr":
        parent.remove(element)
        if goes and owner is not None:
            _drop(owner)
    elif parent.tag == f"{W}rPr" and owner is not None and owner.tag == f"{W}pPr":
        parent.remove(element)
        if not len(parent):
            owner.remove(parent)
        paragraph = owner.getparent()
        if goes and paragraph is not None:
            paragraphs.append(paragraph)
    elif parent.tag.endswith("rPr") or not len(element):
        # On the properties of a formula or number there is nothing to keep or to drop but the mark.
        parent.remove(element)
    elif goes:
        _drop(element)
        _drop_empty_around(parent)
    else:
        for inner in element.iter(*_SAME_NAME):
            if next(inner.iterancestors(f"{W}del"), None) is element:
                inner.tag = _SAME_NAME[str(inner.tag)]
        _unwrap(element)


def _decide_properties(change: etree._Element, accept: bool) -> None:
    """Drop the memory of earlier properties, or bring them back."""
    properties = change.getparent()
    if properties is None:
        return
    properties.remove(change)
    if accept or not len(change):
        return
    earlier = change[0]
    # What the memory does not hold stays: the mark of a paragraph, a section, revisions of cells and rows.
    kept = [child for child in properties if child.tag in (*_NOT_REMEMBERED, *_CELL_MARKS, *_CHANGES)]
    before = [child for child in kept if child.tag in (f"{W}headerReference", f"{W}footerReference")]
    if properties.tag == f"{W}rPr":  # CT_ParaRPr: the marks stand first
        before = [child for child in kept if child.tag not in _CHANGES]
    after = [child for child in kept if child not in before]
    for child in list(properties):
        properties.remove(child)
    for child in (*before, *list(earlier), *after):
        properties.append(child)


def _run_on(paragraph: etree._Element) -> None:
    """Let a paragraph without break run on into the next one, whose properties then hold for both."""
    parent = paragraph.getparent()
    if parent is None:
        return
    properties = paragraph.find(f"{W}pPr")
    content = [child for child in paragraph if child is not properties]
    is_last = next(paragraph.itersiblings(*_BLOCKS), None) is None
    is_only = is_last and next(paragraph.itersiblings(*_BLOCKS, preceding=True), None) is None
    said = any(map(_says, content))
    control = _around(parent) if is_only else None
    following = following_paragraph(paragraph)
    if following is not None:
        first = next(iter(following), None)  # of many that run on in a row this one gets long
        at = 1 if first is not None and first.tag == f"{W}pPr" else 0
        for offset, child in enumerate(content):
            following.insert(at + offset, child)
        if control is not None:
            _drop_control(control)
        else:
            parent.remove(paragraph)
        return
    if control is not None and not said:
        if control is parent or is_tracked(control):
            _drop_control(control)
        return
    ends_cell = parent.tag == f"{W}tc" and is_last
    if not said and not is_only and not ends_cell:
        for child in content:
            if child.tag in _MARKS_ALONE:
                paragraph.addprevious(child)
        parent.remove(paragraph)


def _says(element: etree._Element) -> bool:
    """Whether something in a paragraph is more than a mark or an empty wrapping."""
    if element.tag in _WRAPPINGS:
        return any(_says(child) for child in element if child.tag not in _AROUND_PROPERTIES)
    return element.tag not in _MARKS_ALONE


def _around(parent: etree._Element) -> etree._Element | None:
    """The content control or custom element whose blocks these are."""
    return parent if parent.tag == f"{W}customXml" else parent.getparent() if parent.tag == CONTENT else None


def _drop_control(control: etree._Element) -> None:
    """Take a content control away with the ranges that told it was tracked."""
    for beside in (control.getprevious(), control.getnext()):
        if beside is not None and beside.tag in CONTROLS:
            _drop(beside)
    _drop(control)


def _sweep(root: etree._Element) -> None:
    """Take away what is empty now and what belonged to moves that are decided."""
    if next(root.iter(f"{W}moveFrom", f"{W}moveTo"), None) is None:
        for marker in list(root.iter(*RANGES)):
            _drop(marker)
    if next(root.iter(*_WORDS_OR_PLACES), None) is None:
        for marker in list(root.iter(*CONTROLS)):
            _drop(marker)
    _drop_empty_tables(root)
    for cell in root.iter(f"{W}tc"):
        blocks = [child for child in cell if child.tag in _BLOCKS]
        if not blocks or blocks[-1].tag == f"{W}tbl":
            etree.SubElement(cell, f"{W}p")


def _drop_empty_tables(root: etree._Element) -> None:
    """Take away rows without cells and tables without rows, with the content controls around them."""
    for holder, held in ((f"{W}tr", f"{W}tc"), (f"{W}tbl", f"{W}tr")):
        for element in list(root.iter(holder)):
            if element.find(f".//{held}") is None:
                _drop_with_controls(element)


def _drop_with_controls(element: etree._Element) -> None:
    """Take an element away, and with it each content control that would be left without any."""
    parent = element.getparent()
    _drop(element)
    while parent is not None and parent.tag == CONTENT and all(c.tag in _MARKS_ALONE for c in parent):
        control = parent.getparent()
        assert control is not None  # what is in a control stands in a part
        parent = control.getparent()
        _drop_control(control)


def _unwrap(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None  # the root of a part is no revision
    for child in list(element):
        element.addprevious(child)
    parent.remove(element)


def _drop_empty_around(element: etree._Element) -> None:
    """A link, tag, tracked content control or revision that holds nothing any more goes with what it held."""
    while True:
        parent = element.getparent()
        if element.tag in _AROUND_RUNS and all(child.tag in _AROUND_PROPERTIES for child in element):
            _drop(element)
        elif element.tag == CONTENT and is_tracked(parent) and all(c.tag in _MARKS_ALONE for c in element):
            assert parent is not None  # it is tracked
            element, parent = parent, parent.getparent()
            _drop_control(element)
        else:
            return
        if parent is None:
            return
        element = parent


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _repacked(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The same zip with some parts replaced: order, names and times of the entries stay."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for entry in source.infolist():
            if source.getinfo(entry.filename) is not entry:
                continue  # a second part of the name stands further on, and that one counts
            content = changed.get(entry.filename)
            target.writestr(entry, source.read(entry) if content is None else content)
    return stream.getvalue()
