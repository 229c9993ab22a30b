"""Characters that no XML file can hold: refused with the place named, rather than lost without a word.

XML 1.0 forbids control characters other than tab and line breaks, lone surrogates and two non-characters,
even as references. They are never part of wording; they come with text pasted from damaged files.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

import msgspec
from msgspec.structs import replace

from workbench.agreement.numbering import label
from workbench.agreement.tree import Draft
from workbench.formats.errors import FormatError

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class ForbiddenCharacterError(FormatError):
    """The draft holds a character that no XML file can hold."""

    code = "akn.forbidden-character"
    message = "{place} contains the control character {character}, which cannot be saved; delete it there"


def refuse_forbidden(draft: Draft) -> None:
    """Raise `ForbiddenCharacterError` for the first character that XML cannot hold."""
    agreement = draft.agreement
    for unit in agreement.walk():
        character = _first(msgspec.to_builtins(replace(unit, children=())))
        if character:
            raise ForbiddenCharacterError(
                place=label(agreement, unit.id) or unit.kind.value, character=character
            )
    bare = replace(agreement, title=(), preamble=(), body=(), closing=(), annexes=())
    character = _first(msgspec.to_builtins(replace(draft, agreement=bare)))
    if character:
        raise ForbiddenCharacterError(place="what is noted about the agreement", character=character)


def _first(value: object) -> str | None:
    for string in _strings(value):
        found = _FORBIDDEN.search(string)
        if found:
            return f"U+{ord(found.group()):04X}"
    return None


def _strings(value: object) -> Iterator[str]:
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for key, inner in value.items():
            yield from _strings(key)
            yield from _strings(inner)
    elif isinstance(value, (list, tuple)):
        for inner in value:
            yield from _strings(inner)
