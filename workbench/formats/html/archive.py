"""Pages as bytes: a page saved alone in whatever encoding, or with its pictures in one archive (.mht)."""

from __future__ import annotations

import codecs
import email
import email.policy
import re

from workbench.formats.errors import DamagedFileError
from workbench.formats.text.encodings import encoding_of

_DECLARED = re.compile(rb"(?:charset|encoding)\s*=\s*[\"']?\s*([\w.:-]+)", re.IGNORECASE)
_ARCHIVE = re.compile(rb"(?:[\w-]+:[^\n]*\n(?:[ \t][^\n]*\n)*)*?mime-version\s*:", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]*\?>")
# Browsers read these names as the wider code page of Windows (WHATWG Encoding, 4.2).
_WIDER = {"iso8859-1": "windows-1252", "ascii": "windows-1252", "iso8859-9": "windows-1254"}


def page_of(data: bytes, *, name: str) -> str:
    """The HTML of a file. Raises `DamagedFileError` for an archive without a page."""
    if _ARCHIVE.match(data[:8192].lstrip()):
        message = email.message_from_bytes(data.lstrip(), policy=email.policy.compat32)
        for part in message.walk():
            if part.get_content_type() in ("text/html", "application/xhtml+xml"):
                content = part.get_payload(decode=True)
                if isinstance(content, bytes):
                    return decoded(content, str(part.get_content_charset() or ""))
        raise DamagedFileError(file=name, reason="the archive holds no page")
    return decoded(data, "")


def decoded(data: bytes, named: str) -> str:
    """The text of a page: in the encoding its sender or it itself names, where that is the one it is in."""
    declared = _DECLARED.search(data[:4096])
    names = [named, declared.group(1).decode("ascii", "ignore") if declared else ""]
    if data.startswith((codecs.BOM_UTF8, codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        names = []
    for candidate in filter(None, names):
        encoding = _known(candidate)
        if encoding is None:
            continue
        text = data.decode(encoding, errors="replace")
        if text.count("\ufffd") <= len(text) // 1000 + 2:
            return _DECLARATION.sub("", text, count=1)
    text = data.decode(encoding_of(data)[0], errors="replace")
    return _DECLARATION.sub("", text.lstrip("\ufeff"), count=1)


def _known(named: str) -> str | None:
    try:
        info = codecs.lookup(named)
    except (LookupError, ValueError):
        return None
    # What is no text encoding ("zip", "rot13"), or cannot be what a page says of itself in single bytes.
    if not getattr(info, "_is_text_encoding", True) or info.name.startswith(
        ("utf-16", "utf-32", "utf-7", "idna")
    ):
        return None
    return _WIDER.get(info.name, info.name)
