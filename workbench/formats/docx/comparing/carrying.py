"""Bringing what only the old file holds into the new one: pictures, links, notes, styles, lists.

A deleted picture still has to be in the redline, or rejecting the deletion would bring back an empty frame.
"""

from __future__ import annotations

import hashlib
import posixpath
from copy import deepcopy
from functools import cached_property

from lxml import etree

from workbench.formats.docx.comparing.lists import PART as NUMBERING
from workbench.formats.docx.comparing.lists import bring, lists
from workbench.formats.docx.comparing.things import NOTES, SPACE, Digest, copied_tag, highest_id
from workbench.formats.docx.package import DOCUMENT, RELATIONSHIPS, Package, W

_PR = "{http://schemas.openxmlformats.org/package/2006/relationships}"
_CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
_TYPES = "[Content_Types].xml"
_PART_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml.{}+xml"
_NOT_CARRIED = tuple(
    f"{W}{name}"
    for name in (
        "bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd", "commentReference",
        "proofErr", "lastRenderedPageBreak", "permStart", "permEnd", "rPrChange", "pPrChange",
        "tblPrChange", "trPrChange", "tcPrChange", "tblGridChange", "tblPrExChange", "numberingChange",
        "sectPrChange",
    )
)  # fmt: skip
# Of other attributes (ids of paragraphs, say) the new file may not tell that they can be ignored.
_UNDERSTOOD = (
    "{http://schemas.openxmlformats.org/",
    "{http://purl.oclc.org/ooxml/",
    "{urn:schemas-microsoft-com:",
    SPACE,
)
_STYLES = (f"{W}pStyle", f"{W}rStyle", f"{W}tblStyle")
_ASKED_FOR = frozenset((*_NOT_CARRIED, *_STYLES, f"{W}numPr"))


class Carrier:
    """Copies elements of the old file so that they hold in the new one. Collects the parts it must add."""

    def __init__(self, old: Package, new: Package) -> None:
        self.old, self.new = old, new
        self.added: dict[str, bytes] = {}
        self.changed: dict[str, etree._Element] = {}
        self.new_notes: list[tuple[str, etree._Element]] = []
        self._styles = _ids(new, "word/styles.xml", f"{W}style", f"{W}styleId")
        self._relations: dict[tuple[str, str, str], str] = {}
        self._copied: dict[str, str] = {}
        self._last_note: dict[str, int] = {}
        self._notes: dict[str, dict[str, etree._Element]] = {}
        self._brought: set[str] = set()

    def copy(self, element: etree._Element, source: str, target: str) -> etree._Element:
        """A copy of an element of the part `source` for the part `target`."""
        made = deepcopy(element)
        made.tail = None
        for child in list(made.iter(etree.Element)):
            if child.tag not in _ASKED_FOR or child is made or self.holds_there(child):
                continue
            if child.tag != f"{W}numPr" or not self._brings_list(child):
                _take_out(child)
        for child in made.iter(etree.Element):
            for key, value in child.attrib.items():
                if str(key).startswith(W):
                    continue
                if str(key).startswith("{") and not str(key).startswith(_UNDERSTOOD):
                    del child.attrib[key]
                elif str(key).startswith(RELATIONSHIPS) and value:
                    child.set(key, self._relation(source, target, str(value)))
            if child.tag in NOTES:
                self._bring_note(child)
        return made

    def add_story(self, kind: str, root: etree._Element, *, like: str = "") -> str:
        """Give the new file a part of a kind ("header"), which refers to what part `like` does; its name."""
        number = 1
        while (name := f"word/{kind}{number}.xml") in self.new.names or name in self.changed:
            number += 1
        self.changed[name] = root
        relations = self.new.part(_relations_of(like)) if like else None
        if relations is not None:
            self.changed[_relations_of(name)] = deepcopy(relations)
        self._add_to_document(name, kind)
        return name

    def relation_to(self, name: str) -> str:
        """The id by which the document refers to a part that it referred to before, or that was added."""
        relations = self._part(_relations_of(DOCUMENT), f"{_PR}Relationships")
        return next(r.get("Id", "") for r in relations if _resolved(DOCUMENT, r) == name)

    def holds_there(self, child: etree._Element) -> bool:
        """Whether a style or list means the same in the new file; nothing else that is asked for does."""
        if child.tag in _STYLES:
            return child.get(f"{W}val") in self._styles
        return child.tag == f"{W}numPr" and self._is_known_list(child)

    def digest_of(self, package: Package, part: str) -> Digest:
        """Tells the content of pictures and objects an element refers to."""
        targets: dict[str, str] = {}
        name = _relations_of(part)
        relations = self.changed.get(name) if package is self.new else None
        relations = package.part(name) if relations is None else relations
        for relation in () if relations is None else relations.iter(f"{_PR}Relationship"):
            name = _resolved(part, relation)
            outside = relation.get("TargetMode") == "External"
            targets[relation.get("Id", "")] = relation.get("Target", "") if outside else name
        known: dict[str, str] = {}

        def content(identity: str) -> str:
            if identity not in known:
                name = targets.get(identity, "")
                inside = name in package.names
                known[identity] = hashlib.sha256(package.bytes_of(name)).hexdigest() if inside else name
            return known[identity]

        def digest(element: etree._Element) -> str:
            found = []
            for child in element.iter(etree.Element):
                for key, value in child.attrib.items():
                    if str(key).startswith(RELATIONSHIPS) and str(value):
                        found.append(content(str(value)))
            return " ".join(found)

        return digest

    def _is_known_list(self, properties: etree._Element) -> bool:
        number = properties.find(f"{W}numId")
        return number is not None and number.get(f"{W}val", "") in self._same_lists

    def _brings_list(self, properties: etree._Element) -> bool:
        """Whether the list of a deleted paragraph can go along with it, so that it keeps its number."""
        number = properties.find(f"{W}numId")
        name = "" if number is None else number.get(f"{W}val", "")
        if name in self._brought or name not in self._old_lists or self.new.part(NUMBERING) is None:
            return name in self._brought
        if bring(name, self.old, self._part(NUMBERING, f"{W}numbering")):
            self._brought.add(name)
        return name in self._brought

    @cached_property
    def _same_lists(self) -> frozenset[str]:
        """The lists that are numbered alike in both files."""
        mine, yours = self._old_lists, lists(self.new)
        return frozenset({"0"} | {number for number, said in mine.items() if yours.get(number) == said})

    @cached_property
    def _old_lists(self) -> dict[str, str]:
        return lists(self.old)

    def _relation(self, source: str, target: str, identity: str) -> str:
        key = (source, target, identity)
        if key not in self._relations:
            self._relations[key] = self._new_relation(source, target, identity)
        return self._relations[key]

    def _new_relation(self, source: str, target: str, identity: str) -> str:
        theirs = self.old.part(_relations_of(source))
        relation = None if theirs is None else theirs.find(f"{_PR}Relationship[@Id='{identity}']")
        if relation is None:
            return identity
        name = _relations_of(target)
        mine = self._part(name, f"{_PR}Relationships")
        made = copied_tag(relation)
        mine.append(made)
        if relation.get("TargetMode") != "External":
            made.set("Target", "/" + self._bring_part(_resolved(source, relation)))
        taken = {other.get("Id") for other in mine if other is not made}
        number = 1
        while f"rIdOld{number}" in taken:
            number += 1
        made.set("Id", f"rIdOld{number}")
        return f"rIdOld{number}"

    def _bring_part(self, name: str) -> str:
        """Copy a part with all it refers to; one that is in the new file already is used as it is."""
        if name in self._copied or name not in self.old.names:
            return self._copied.get(name, name)
        content = self.old.bytes_of(name)
        relations = self.old.part(_relations_of(name))
        if relations is None and name in self.new.names and self.new.bytes_of(name) == content:
            self._copied[name] = name
            return name
        folder, _, file = name.rpartition("/")
        made, number = name, 0
        while made in self.new.names or made in self.added:
            number += 1
            made = f"{folder}/old{number}-{file}"
        self._copied[name] = made
        self.added[made] = content
        self._declare(name, made)
        if relations is not None:
            copied = deepcopy(relations)
            for relation in copied.iter(f"{_PR}Relationship"):
                if relation.get("TargetMode") != "External":
                    relation.set("Target", "/" + self._bring_part(_resolved(name, relation)))
            self.added[_relations_of(made)] = etree.tostring(copied, xml_declaration=True, encoding="UTF-8")
        return made

    def _declare(self, name: str, made: str) -> None:
        """Tell the package of what type a part is."""
        types, theirs = self._part(_TYPES, f"{_CT}Types"), self.old.part(_TYPES)
        ending = name.rpartition(".")[2].casefold()
        if theirs is None:
            return
        override = next((o for o in theirs.iter(f"{_CT}Override") if o.get("PartName") == f"/{name}"), None)
        default = next(
            (d for d in theirs.iter(f"{_CT}Default") if d.get("Extension", "").casefold() == ending), None
        )
        if override is not None:
            copy = copied_tag(override)
            copy.set("PartName", f"/{made}")
            types.append(copy)
        elif default is not None:
            known = {d.get("Extension", "").casefold() for d in types.iter(f"{_CT}Default")}
            if ending not in known:
                types.insert(0, deepcopy(default))

    def _part(self, name: str, root: str) -> etree._Element:
        """A part of the new file that is going to be changed; an empty one where it has none."""
        if name not in self.changed:
            known = self.new.part(name)
            if known is None:
                plain = etree.QName(root)
                known = etree.fromstring(f'<{plain.localname} xmlns="{plain.namespace}"/>')
            self.changed[name] = known
        return self.changed[name]

    def _bring_note(self, reference: etree._Element) -> None:
        kind = etree.QName(reference).localname.removesuffix("Reference")
        identity = reference.get(f"{W}id", "")
        part = f"word/{kind}s.xml"
        theirs = self.old.part(part)
        if part not in self._notes and theirs is not None:
            notes = theirs.findall(f"{W}{kind}")
            self._notes[part] = {note.get(f"{W}id", ""): note for note in reversed(notes)}
        note = self._notes.get(part, {}).get(identity)
        if note is None or theirs is None:
            return
        mine = self.changed.get(part)
        if mine is None:
            mine = self.new.part(part)
            if mine is None:
                mine = self._notes_part(kind, theirs)
            self.changed[part] = mine
        if part not in self._last_note:
            self._last_note[part] = highest_id(mine.iter(f"{W}{kind}"))
        self._last_note[part] += 1
        number = str(self._last_note[part])
        reference.set(f"{W}id", number)
        made = etree.SubElement(mine, note.tag, {f"{W}id": number})
        made.extend([self.copy(child, part, part) for child in note])
        self.new_notes.append((part, made))

    def _notes_part(self, kind: str, theirs: etree._Element) -> etree._Element:
        """An empty part for notes, with the lines that separate them from the text."""
        part = f"word/{kind}s.xml"
        made = deepcopy(theirs)
        made[:] = [note for note in made if note.get(f"{W}type")]
        self._add_to_document(part, f"{kind}s")
        return made

    def _add_to_document(self, name: str, kind: str) -> None:
        """Let the document refer to a new part, and tell the package of what type it is."""
        relations = self._part(_relations_of(DOCUMENT), f"{_PR}Relationships")
        types = {relation.get("Type", "").rpartition("/")[0] for relation in relations}
        place = next((n[1:-1] for n in RELATIONSHIPS if n[1:-1] in types), RELATIONSHIPS[0][1:-1])
        taken = {relation.get("Id") for relation in relations}
        identity, number = f"rIdOld{kind}", 0
        while identity in taken:
            number += 1
            identity = f"rIdOld{kind}{number}"
        relation = {"Id": identity, "Type": f"{place}/{kind}", "Target": f"/{name}"}
        etree.SubElement(relations, f"{_PR}Relationship", relation)
        declared = {"PartName": f"/{name}", "ContentType": _PART_TYPE.format(kind)}
        etree.SubElement(self._part(_TYPES, f"{_CT}Types"), f"{_CT}Override", declared)


def _take_out(element: etree._Element) -> None:
    parent = element.getparent()
    if parent is not None:
        parent.remove(element)


def _relations_of(part: str) -> str:
    folder, _, file = part.rpartition("/")
    return f"{folder}/_rels/{file}.rels"


def _resolved(part: str, relation: etree._Element) -> str:
    target = relation.get("Target", "")
    if target.startswith("/"):
        return target[1:]
    return posixpath.normpath(posixpath.join(posixpath.dirname(part), target))


def _ids(package: Package, part: str, tag: str, key: str) -> frozenset[str]:
    root = package.part(part)
    return frozenset() if root is None else frozenset(e.get(key, "") for e in root.iter(tag))
