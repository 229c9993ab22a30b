"""Our own judge of a Word redline: accepts or rejects every revision of a file, as Word defines it.

ISO 29500-1, 17.13.5: a run inside `ins` or `moveTo` goes when rejected, one inside `del` or `moveFrom` when
accepted; a paragraph whose mark goes runs on into the next one, whose properties prevail; a row goes with
its mark; a property change keeps the earlier properties.
"""

from __future__ import annotations

import io
import zipfile

from lxml import etree

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_GOES = {"accept": ("del", "moveFrom"), "reject": ("ins", "moveTo")}
_STAYS = {"accept": ("ins", "moveTo"), "reject": ("del", "moveFrom")}
_RANGES = [f"move{way}Range{end}" for way in ("From", "To") for end in ("Start", "End")]


def decided(data: bytes, how: str) -> bytes:
    """The file with every revision accepted or rejected."""
    source = zipfile.ZipFile(io.BytesIO(data))
    result = io.BytesIO()
    with zipfile.ZipFile(result, "w") as target:
        for name in source.namelist():
            content = source.read(name)
            if name == "word/document.xml":
                root = etree.fromstring(content)
                decide(root, how)
                content = etree.tostring(root)
            target.writestr(name, content)
    return result.getvalue()


def decide(root: etree._Element, how: str) -> None:
    for row in list(root.iter(f"{W}tr")):
        if any(row.find(f"{W}trPr/{W}{kind}") is not None for kind in _GOES[how]):
            _drop(row)
        for kind in _STAYS[how]:
            for mark in row.findall(f"{W}trPr/{W}{kind}"):
                _drop(mark)
    for table in list(root.iter(f"{W}tbl")):
        if table.find(f"{W}tr") is None:
            _drop(table)
    for paragraph in list(root.iter(f"{W}p")):
        _content(paragraph, how)
    for paragraph in list(root.iter(f"{W}p")):
        _break(paragraph, how)
    for change in list(root.iter(f"{W}pPrChange")):
        properties = change.getparent()
        owner = properties.getparent() if properties is not None else None
        assert properties is not None
        assert owner is not None
        if how == "reject":
            owner.replace(properties, change[0])
        else:
            properties.remove(change)
    for element in list(root.iter(f"{W}delText")):
        element.tag = f"{W}t"


def _content(holder: etree._Element, how: str) -> None:
    """Decide what stands in a paragraph or in a link; a link that is left without words goes."""
    for child in list(holder):
        name = etree.QName(child).localname
        if name == "hyperlink":
            _content(child, how)
            if not len(child):
                holder.remove(child)
        elif name in _GOES[how] or name in _RANGES:
            holder.remove(child)
        elif name in _STAYS[how]:
            place = holder.index(child)
            for offset, run in enumerate(list(child)):
                holder.insert(place + offset, run)
            holder.remove(child)


def _break(paragraph: etree._Element, how: str) -> None:
    properties = paragraph.find(f"{W}pPr")
    marks = properties.find(f"{W}rPr") if properties is not None else None
    if properties is None or marks is None:
        return
    goes = any(marks.find(f"{W}{kind}") is not None for kind in _GOES[how])
    properties.remove(marks)
    if not goes:
        return
    runs = [child for child in paragraph if child is not properties]
    following = paragraph.getnext()
    assert following is not None, "the last paragraph cannot lose its mark"
    if following.tag != f"{W}p":
        assert not runs, "a paragraph cannot run on into a table"
    for offset, run in enumerate(runs):
        following.insert(1 + offset, run)
    _drop(paragraph)


def _drop(element: etree._Element) -> None:
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
