"""A Word file as a package of parts: opened safely, each part parsed at most once.

Hostile input is refused here, before any reader sees it: bombs, encrypted containers, files that are no zip,
documents without a body. XML is parsed without entities, network or external files.
"""

from __future__ import annotations

import hashlib
import io
import zipfile
import zlib
from pathlib import Path

from lxml import etree

from workbench.formats.errors import DamagedFileError, EncryptedFileError, TooLargeFileError
from workbench.formats.files import read_bytes

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
PACKAGE_RELATIONSHIPS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
DOCUMENT = "word/document.xml"

# ISO 29500 strict files name the same vocabulary in another namespace.
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_TRANSITIONAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"

_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
LARGEST_PART = 100_000_000  # bytes of one part once unpacked; a 2,000-page agreement stays under 40 MB
LARGEST_TEXT = 10_000_000  # characters libxml2 takes in one text node without its "huge" option


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
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError) as damage:
            raise DamagedFileError(file=name, reason="it is not a Word file, or it was cut off") from damage
        self._parts: dict[str, etree._Element | None] = {}
        self.names = frozenset(self._zip.namelist())
        if DOCUMENT not in self.names:
            raise DamagedFileError(file=name, reason="the package holds no Word document")

    @classmethod
    def open(cls, path: Path) -> Package:
        """The package of a file; errors name the file."""
        return cls(read_bytes(path), name=path.name)

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

    def bytes_of(self, name: str) -> bytes:
        """A part as stored, unpacked."""
        try:
            if self._zip.getinfo(name).file_size > LARGEST_PART:
                raise TooLargeFileError(file=self.name, size=f"{LARGEST_PART // 1_000_000} MB")
            return self._zip.read(name)
        except RuntimeError as locked:  # zipfile's word for a password
            raise EncryptedFileError(file=self.name) from locked
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError) as damage:
            raise DamagedFileError(file=self.name, reason=f"its part {name} is damaged") from damage

    def _parse(self, name: str) -> etree._Element:
        data = self.bytes_of(name)
        if _STRICT in data[:4000]:
            data = data.replace(_STRICT, _TRANSITIONAL)
        # A deep or long part may stop the parser; it recovers nothing by guessing, so that a truncated
        # document is an error and never half an agreement.
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(data, parser)
        except etree.XMLSyntaxError as damage:
            reason = f"its part {name} is not well-formed ({damage.msg})"
            raise DamagedFileError(file=self.name, reason=reason) from damage
        if root.getroottree().docinfo.internalDTD is not None:
            raise DamagedFileError(file=self.name, reason="it declares entities, which Word files never do")
        return root
