"""Automatic lists of two files: which list of the old one is which of the new one, whatever its number.

A list (`w:num`) is known by a number that programs give out anew at every saving. So before anything is
compared, each list of the old file is called what the list is called that has its paragraphs in the new file.
One without such a heir gets a number that the new file does not use, under which it can be brought along.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from copy import deepcopy

from lxml import etree

from workbench.formats.docx.package import Package, W

PART = "word/numbering.xml"
_NUMBER, _ABSTRACT, _INSTANCE, _VAL = f"{W}numId", f"{W}abstractNum", f"{W}num", f"{W}val"
_OWN = tuple(f"{W}{name}" for name in ("nsid", "tmpl", "name", "styleLink", "numStyleLink"))
_UNUSED = "0"
"""The number that says a paragraph is in no list."""


def lists(package: Package) -> dict[str, str]:
    """The lists of a file by number, each with all that tells how it counts and looks."""
    root = package.part(PART)
    if root is None:
        return {}
    abstract = {
        a.get(f"{W}abstractNumId"): "".join(
            etree.tostring(level, encoding="unicode") for level in a.iter(f"{W}lvl")
        )
        for a in root.iter(_ABSTRACT)
    }
    found = {}
    for number in root.iter(_INSTANCE):
        link = number.find(f"{W}abstractNumId")
        own = "".join(etree.tostring(o, encoding="unicode") for o in number.iter(f"{W}lvlOverride"))
        found[number.get(_NUMBER, "")] = own + abstract.get(None if link is None else link.get(_VAL), "")
    return found


def call_alike(old: Package, new: Package, olds: Iterable[etree._Element]) -> None:
    """Call the lists of the old file as the new file calls them, in its parts `olds` and where they are told.

    A file without lists, or whose lists are called as in the other one already, stays as it is.
    """
    mine, yours = lists(old), lists(new)
    names = _names(mine, yours, _shared(old, new)) if mine and yours else {}
    if all(before == after for before, after in names.items()):
        return
    numbering, styles = old.part(PART), old.part("word/styles.xml")
    for root in (*olds, *([] if styles is None else [styles])):
        for reference in root.iter(_NUMBER):
            reference.set(_VAL, names.get(reference.get(_VAL, ""), reference.get(_VAL, "")))
    for number in () if numbering is None else numbering.iter(_INSTANCE):
        number.set(_NUMBER, names[number.get(_NUMBER, "")])


def bring(number: str, old: Package, numbering: etree._Element) -> bool:
    """Add a list of the old file to the numbering part of the new one; False where the old file has none."""
    theirs = old.part(PART)
    instance = None if theirs is None else theirs.find(f"{_INSTANCE}[@{_NUMBER}='{number}']")
    link = None if instance is None else instance.find(f"{W}abstractNumId")
    if theirs is None or instance is None or link is None:
        return False
    abstract = theirs.find(f"{_ABSTRACT}[@{W}abstractNumId='{link.get(_VAL, '')}']")
    if abstract is None or abstract.find(f"{W}lvl") is None:
        return False
    made, counted = deepcopy(abstract), deepcopy(instance)
    for child in [*made.iterchildren(*_OWN), *made.iter(f"{W}pStyle")]:
        above = child.getparent()
        if above is not None:
            above.remove(child)
    here = numbering.findall(_ABSTRACT)
    identity = str(1 + max((_whole(a.get(f"{W}abstractNumId")) for a in here), default=-1))
    made.set(f"{W}abstractNumId", identity)
    counted.find(f"{W}abstractNumId").set(_VAL, identity)  # type: ignore[union-attr]  # copied with it
    if here:
        here[-1].addnext(made)
    else:
        numbering.insert(0, made)
    last = numbering.findall(_INSTANCE)
    (last[-1] if last else made).addnext(counted)
    return True


def _names(mine: dict[str, str], yours: dict[str, str], shared: Counter[tuple[str, str]]) -> dict[str, str]:
    """What each list of the old file is to be called: as its heir, or as nothing in the new file is."""
    names = {_UNUSED: _UNUSED}
    taken = {_UNUSED}
    for (before, after), _ in shared.most_common():
        if before not in names and after not in taken and mine.get(before) == yours.get(after) is not None:
            names[before] = after
            taken.add(after)
    free = 1 + max(_whole(number) for number in (*mine, *yours))
    for number, said in mine.items():
        if number in names:
            continue
        if number not in taken and yours.get(number, said) == said:
            names[number] = number
        else:
            names[number], free = str(free), free + 1
        taken.add(names[number])
    return names


def _shared(old: Package, new: Package) -> Counter[tuple[str, str]]:
    """How many paragraphs of the same words two lists share."""
    before, after = _listed(old), _listed(new)
    return Counter(
        pair
        for words, numbers in before.items()
        if len(numbers) == len(after.get(words, ()))
        for pair in zip(numbers, after[words], strict=True)
    )


def _listed(package: Package) -> dict[str, list[str]]:
    """The words of the paragraphs in lists, each with the lists of those who say so."""
    found: dict[str, list[str]] = {}
    for number, paragraph in _members(package.document()):
        words = "".join(part.text or "" for part in paragraph.iter(f"{W}t"))
        if words.strip():
            found.setdefault(words, []).append(number)
    return found


def _members(root: etree._Element) -> Iterator[tuple[str, etree._Element]]:
    for reference in root.iter(_NUMBER):
        properties = reference.getparent()
        settings = None if properties is None else properties.getparent()
        paragraph = None if settings is None else settings.getparent()
        if paragraph is not None and paragraph.tag == f"{W}p":
            yield reference.get(_VAL, ""), paragraph


def _whole(number: str | None) -> int:
    return int(number) if number is not None and number.isdecimal() else 0
