"""A Word file as a package of parts, each parsed at most once.

Which part is the document, and which holds its styles, lists and notes, is said by relationships
(ISO 29500-2, 9.3); the customary names are only what most programs happen to use.
"""

from __future__ import annotations

import hashlib
import posixpath
from dataclasses import dataclass
from pathlib import Path

from lxml import etree

from workbench.formats.container import Container
from workbench.formats.errors import DamagedFileError, EncryptedFileError
from workbench.formats.files import read_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
RELATIONSHIPS = (
    "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}",
    "{http://purl.oclc.org/ooxml/officeDocument/relationships}",
)
"""The namespaces of `r:id`, in transitional and in strict files."""
DOCUMENT = "word/document.xml"

# ISO 29500 strict files name the same vocabulary in another namespace.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@dataclass(frozen=True, slots=True)
class Relationship:
    """What a part refers to: the last word of the type ("numbering"), and the name of the part."""

    kind: str
    target: str


class Package:
    """The parts of one .docx. `sha256` is that of the file, `main` the name of the document part."""

    def __init__(self, data: bytes, *, name: str) -> None:
        self.name = name
        self.sha256 = hashlib.sha256(data).hexdigest()
        if data.startswith(_OLE):
            # Word encrypts by wrapping the package in an OLE container; an old .doc looks the same outside.
            if "EncryptedPackage".encode("utf-16-le") in data:
                raise EncryptedFileError(file=name)
            raise DamagedFileError(
                file=name, reason="it is an old .doc file under another name; save it as .docx"
            )
        self._container = Container(data, name=name, kind="Word file")
        self._parts: dict[str, etree._Element | None] = {}
        self._relationships: dict[str, dict[str, Relationship]] = {}
        self.main = self._main()

    @classmethod
    def open(cls, path: Path) -> Package:
        """The package of a file; errors name the file."""
        return cls(read_bytes(path), name=path.name)

    @property
    def names(self) -> frozenset[str]:
        """The names of all parts."""
        return self._container.names

    def bytes_of(self, name: str) -> bytes:
        """A part as stored, unpacked."""
        return self._container.bytes_of(name)

    def part(self, name: str) -> etree._Element | None:
        """The root element of an XML part, None where the package has no such part."""
        if name not in self._parts:
            self._parts[name] = self._parse(name) if name in self.names else None
        return self._parts[name]

    def reread(self, name: str) -> etree._Element:
        """The root of a part as stored, a second one beside that which `part` gives."""
        return self._parse(name)

    def related(self, kind: str) -> etree._Element | None:
        """The root of the part the document is tied to by a relationship of this kind ("styles").

        A file whose relationships are lost is read by the customary names.
        """
        for relationship in self.relationships(self.main).values():
            if relationship.kind == kind and relationship.target in self.names:
                return self.part(relationship.target)
        return self.part(f"word/{kind}.xml")

    def relationships(self, part: str) -> dict[str, Relationship]:
        """What a part refers to inside the package, by relationship id; "" for the package itself."""
        if part not in self._relationships:
            folder, name = posixpath.split(part)
            root = self.part(posixpath.join(folder, "_rels", f"{name}.rels"))
            self._relationships[part] = {
                element.get("Id", ""): Relationship(
                    element.get("Type", "").rpartition("/")[2],
                    posixpath.normpath(posixpath.join("/", folder, element.get("Target", ""))).lstrip("/"),
                )
                for element in (root if root is not None else ())
                if element.get("TargetMode") != "External"
            }
        return self._relationships[part]

    def document(self) -> etree._Element:
        """The root of the main document part."""
        root = self.part(self.main)
        if root is None or root.find(f"{W}body") is None:
            raise DamagedFileError(file=self.name, reason="the document has no body")
        return root

    def _main(self) -> str:
        if DOCUMENT in self.names:
            return DOCUMENT
        for relationship in self.relationships("").values():
            if relationship.kind == "officeDocument" and relationship.target in self.names:
                return relationship.target
        raise DamagedFileError(file=self.name, reason="the package holds no Word document")

    def _parse(self, name: str) -> etree._Element:
        data = self.bytes_of(name)
        if _STRICT in data[:4000]:
            data = data.replace(_STRICT, _TRANSITIONAL)
        return self._container.parse(name, data)
