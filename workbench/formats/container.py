"""The zip container of a Word or OpenDocument file: opened safely, part by part.

Hostile input is refused here, before any reader sees it: bombs, encrypted containers, files that are no zip.
XML is parsed without entities, network or external files.
"""

from __future__ import annotations

import io
import zipfile
import zlib

from lxml import etree

from workbench.formats.errors import DamagedFileError, EmptyFileError, EncryptedFileError, TooLargeFileError

LARGEST_PART = 100_000_000  # bytes of one part once unpacked; a 2,000-page agreement stays under 40 MB
_DAMAGE = (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, ValueError, KeyError)


class Container:
    """The parts of one file. `kind` names the format in errors ("Word file")."""

    def __init__(self, data: bytes, *, name: str, kind: str) -> None:
        self.name = name
        if not data:
            raise EmptyFileError(file=name)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
            self.names = frozenset(self._zip.namelist())
        except _DAMAGE as damage:
            raise DamagedFileError(file=name, reason=f"it is no {kind}, or it was cut off") from damage

    def bytes_of(self, part: str) -> bytes:
        """A part as stored, unpacked."""
        try:
            if self._zip.getinfo(part).file_size > LARGEST_PART:
                raise TooLargeFileError(file=self.name, size=f"{LARGEST_PART // 1_000_000} MB")
            return self._zip.read(part)
        except RuntimeError as locked:  # zipfile's word for a password
            raise EncryptedFileError(file=self.name) from locked
        except _DAMAGE as damage:
            raise DamagedFileError(file=self.name, reason=f"its part {part} is damaged") from damage

    def parse(self, part: str, data: bytes | None = None) -> etree._Element:
        """The root element of an XML part; a part that is not well-formed is never guessed at."""
        parser = etree.XMLParser(
            resolve_entities=False, no_network=True, load_dtd=False, remove_comments=True, remove_pis=True
        )
        try:
            root = etree.fromstring(self.bytes_of(part) if data is None else data, parser)
        except (etree.XMLSyntaxError, ValueError) as damage:
            reason = f"its part {part} is not well-formed: {damage}"
            raise DamagedFileError(file=self.name, reason=reason) from damage
        if root.getroottree().docinfo.internalDTD is not None:
            raise DamagedFileError(file=self.name, reason="it declares entities, which such files never do")
        return root
