"""What the library knows of a file before it is kept: the very file, an earlier text of it, or nothing.

Asked off the window's thread as soon as a file is read, so that nobody reviews what is there already.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.actions.reading import ReadFile
    from workbench.agreement.tree import Agreement
    from workbench.library import AgreementInfo

_WORDS = re.compile(r"\w+")
_ALIKE = 0.8
"""Share of the words two titles have in common when they name one agreement between the same parties."""


class Known(Enum):
    """How a file stands to the library."""

    NEW = "new"
    SAME_FILE = "same file"
    OTHER_TEXT = "other text"


@dataclass(frozen=True, slots=True)
class Acquaintance:
    """What the library knows: `agreement` is the id of what it holds, `title` and `file` say which it is."""

    known: Known = Known.NEW
    agreement: str = ""
    title: str = ""
    file: str = ""


def acquaintance(read: ReadFile, held: Iterable[AgreementInfo]) -> Acquaintance:
    """Compare a file with what is held: first by its bytes, then by parties, language and title."""
    lines = list(held)
    agreement = read.agreement
    for line in lines:
        if line.sha256 == read.sha256 and line.language == agreement.language:
            return Acquaintance(Known.SAME_FILE, line.id, line.title, line.file)
    if not read.recognised.is_agreement:
        return Acquaintance()
    for line in lines:
        if line.kind != "background" and line.language == agreement.language and _same(agreement, line):
            return Acquaintance(Known.OTHER_TEXT, line.id, line.title, line.file)
    return Acquaintance()


def _same(agreement: Agreement, line: AgreementInfo) -> bool:
    own, other = _words(agreement.title_text), _words(line.title)
    if not own or not other or len(own & other) / len(own | other) < _ALIKE:
        return False
    states = {party.state for party in agreement.parties if party.state}
    if states and line.states:
        return states == set(line.states)
    names = {party.short or party.name for party in agreement.parties}
    return names == set(line.parties) if names and line.parties else own == other


def _words(title: str) -> set[str]:
    return set(_WORDS.findall(title.casefold()))
