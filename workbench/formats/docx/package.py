"""A Word file as a package of parts, each parsed at most once."""

from __future__ import annotations

import hashlib
from pathlib import Path

from lxml import etree

from workbench.formats.container import Container
from workbench.formats.errors import DamagedFileError, EncryptedFileError
from workbench.formats.files import read_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
DOCUMENT = "word/document.xml"

# ISO 29500 strict files name the same vocabulary in another namespace.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


class Package:
    """The parts of one .docx. `sha256` is that of the file."""

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
        if DOCUMENT not in self._container.names:
            raise DamagedFileError(file=name, reason="the package holds no Word document")

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

    def document(self) -> etree._Element:
        """The root of the main document part."""
        root = self.part(DOCUMENT)
        if root is None or root.find(f"{W}body") is None:
            raise DamagedFileError(file=self.name, reason="the document has no body")
        return root

    def _parse(self, name: str) -> etree._Element:
        data = self.bytes_of(name)
        if _STRICT in data[:4000]:
            data = data.replace(_STRICT, _TRANSITIONAL)
        return self._container.parse(name, data)
