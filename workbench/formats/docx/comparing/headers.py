"""Headers and footers of two Word files: each kind of each section compared, whichever file has it.

A section without a header of its own goes on with that of the section before (ISO 29500-1, 17.10.5), so what
is compared is what a reader sees. What only the new file has is inserted; for what only the old one has, the
new file gets a part in which all is deleted. One part that stands against different old ones is copied.
Whether the first page has a header of its own is a setting of the section, and its change is remembered; so
are other paper, columns and page numbers (see `sections`), where both files have as many sections.
"""

from __future__ import annotations

from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from workbench.formats.docx.comparing.changes import ChangeKind
from workbench.formats.docx.comparing.sections import laid_out_alike
from workbench.formats.docx.comparing.stories import Stories
from workbench.formats.docx.package import DOCUMENT, RELATIONSHIPS, Package, W

_KINDS = {f"{W}headerReference": "header", f"{W}footerReference": "footer"}
_FIRST, _EVEN = "first", "even"
_NOT_REMEMBERED = (*_KINDS, f"{W}sectPrChange")
_ROOTS = {"header": f"{W}hdr", "footer": f"{W}ftr"}
_Key = tuple[str, str]
"""The tag of the reference and which pages it is for."""


@dataclass(frozen=True)
class _Section:
    """A section: its settings, and the part each kind of header shows, its own or gone on with."""

    settings: etree._Element
    shown: dict[_Key, str]

    def own(self, key: _Key) -> etree._Element | None:
        """The reference to a header of its own."""
        return next((r for r in self.settings.iterchildren(key[0]) if _pages(r) == key[1]), None)

    @property
    def title_page(self) -> bool:
        """Whether the first page has a header of its own."""
        setting = self.settings.find(f"{W}titlePg")
        return setting is not None and setting.get(f"{W}val", "1") not in ("0", "false", "off")


class Headers:
    """The headers and footers of the sections that two files have when it is made."""

    def __init__(self, stories: Stories) -> None:
        self._stories = stories
        self._mine, self._yours = _sections(stories.old), _sections(stories.new)
        self._made: dict[tuple[str, str], str] = {}
        """The part that holds the differences of an old part from a new one; "" for none."""
        self._marked: set[str] = set()

    def compare(self) -> None:
        """Mark how those of the new file differ, and bring over what only the old one has."""
        self._compare_number()
        shown: dict[_Key, str] = {}
        seen: set[str] = set()
        for index, section in enumerate(self._yours):
            before = self._before(index)
            if before is not None:
                self._remember_settings(before, section, index + 1)
            mine = {} if before is None else before.shown
            for key in sorted({*mine, *section.shown}):
                source, target = mine.get(key, ""), section.shown.get(key, "")
                seen.add(source)
                if target or self._has_place(key, before):
                    self._show(section, key, self._part(key, source, target), shown)
        for before in self._mine:
            for key, source in before.shown.items():
                if source not in seen:
                    seen.add(source)
                    root = self._root(self._stories.old, source)
                    if root is not None:
                        self._stories.tell_lost(root, source, _place(key))

    @property
    def _looks_count(self) -> bool:
        return not self._stories.options.ignore_formatting

    def _compare_number(self) -> None:
        """Note sections that came or went: Word marks them only together with a paragraph of their own."""
        before, after = max(1, len(self._mine)), max(1, len(self._yours))
        if self._looks_count and before != after:
            self._stories.record.place = "Sections"
            self._stories.record.note(ChangeKind.FORMATTED, str(before), str(after))

    def _before(self, index: int) -> _Section | None:
        """The old section of a new one: the last of the last, else that of the same number."""
        if not self._mine or index == len(self._yours) - 1:
            return self._mine[-1] if self._mine else None
        return self._mine[min(index, max(0, len(self._mine) - 2))]

    def _has_place(self, key: _Key, before: _Section | None) -> bool:
        """Whether a header that only the old file has can be shown in the new one."""
        if key[1] == _FIRST:
            return before is not None and before.title_page
        settings = self._stories.new.part("word/settings.xml")
        return key[1] != _EVEN or (
            settings is not None and settings.find(f"{W}evenAndOddHeaders") is not None
        )

    def _part(self, key: _Key, source: str, target: str) -> str:
        """The name of the part with the differences between two, which is marked when first asked for."""
        if (source, target) not in self._made:
            self._made[source, target] = self._compared(key, source, target)
        return self._made[source, target]

    def _compared(self, key: _Key, source: str, target: str) -> str:
        stories = self._stories
        old, new = self._root(stories.old, source), self._root(stories.new, target)
        kind = _KINDS[key[0]]
        if old is None and new is None:
            return target
        if new is None:
            new = _empty(kind)
            target = stories.carrier.add_story(kind, new)
        elif target in self._marked:  # it stands against another old one already
            new = stories.new.reread(target)
            target = stories.carrier.add_story(kind, new, like=target)
        self._marked.add(target)
        stories.compare(_empty(kind) if old is None else old, new, source or target, target, _place(key))
        return target

    def _show(self, section: _Section, key: _Key, part: str, shown: dict[_Key, str]) -> None:
        """Let a section show a part, unless it does: its own, or that of the section before."""
        own = section.own(key)
        if own is None and shown.get(key, "") == part:
            return
        if own is None or section.shown.get(key, "") != part:
            identity = self._stories.carrier.relation_to(part)
            if own is None:
                own = etree.Element(key[0], {f"{W}type": key[1]})
                section.settings.insert(sum(1 for _ in section.settings.iterchildren(*_KINDS)), own)
            own.set(f"{_namespace(section.settings)}id", identity)
        shown[key] = part

    def _remember_settings(self, before: _Section, section: _Section, number: int) -> None:
        laid_out = self._looks_count and len(self._mine) == len(self._yours)
        laid_out = laid_out and not laid_out_alike(before.settings, section.settings)
        if laid_out:
            self._stories.record.place = f"Section {number}"
            self._stories.record.note(ChangeKind.FORMATTED, str(number), str(number))
        if before.title_page == section.title_page and not laid_out:
            return
        if section.settings.find(f"{W}sectPrChange") is not None:
            return
        change = self._stories.pen.revision(f"{W}sectPrChange")
        memory = etree.SubElement(change, f"{W}sectPr")
        memory.extend(deepcopy(c) for c in before.settings if c.tag not in _NOT_REMEMBERED)
        section.settings.append(change)

    @staticmethod
    def _root(package: Package, name: str) -> etree._Element | None:
        return package.part(name) if name.endswith(".xml") else None


def _sections(package: Package) -> list[_Section]:
    targets = package.relationships(DOCUMENT)
    shown: dict[_Key, str] = {}
    found = []
    for settings in package.document().iter(f"{W}sectPr"):
        parent = settings.getparent()
        if parent is None or parent.tag == f"{W}sectPrChange":
            continue
        for reference in settings.iterchildren(*_KINDS):
            identity = next((reference.get(f"{n}id") for n in RELATIONSHIPS if reference.get(f"{n}id")), "")
            if identity in targets:
                shown[str(reference.tag), _pages(reference)] = targets[identity].target
        found.append(_Section(settings, dict(shown)))
    return found


def _pages(reference: etree._Element) -> str:
    return reference.get(f"{W}type", "default")


def _place(key: _Key) -> str:
    return _KINDS[key[0]].capitalize()


def _empty(kind: str) -> etree._Element:
    root = etree.Element(_ROOTS[kind], nsmap={"w": W[1:-1]})
    etree.SubElement(root, f"{W}p")
    return root


def _namespace(element: etree._Element) -> str:
    """The namespace of references to parts, which strict files name otherwise."""
    known = set(element.nsmap.values())
    return next((name for name in RELATIONSHIPS if name[1:-1] in known), RELATIONSHIPS[0])
