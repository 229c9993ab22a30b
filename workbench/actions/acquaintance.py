"""What the library knows of a file before it is kept: the very file, an earlier text of it, or nothing.

Asked as soon as a file is read, so that nobody reviews what is there already, and told of every import.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.tree import Agreement

if TYPE_CHECKING:
    from workbench.actions.reading import ReadFile
    from workbench.library import AgreementInfo, Library

NEW_VERSION = FindingKind(
    "import.new-version",
    Severity.INFO,
    "is this a new version of “{title}” ({known})? It was kept as an agreement of its own; the import review "
    "can make it the present text of that one",
)
_WORDS = re.compile(r"\w+")
_ALIKE = 0.8
"""Share of the words two titles have in common when they name one agreement between the same parties."""
_SAME_WORDING = 0.5
"""Share of the clauses that two texts of one agreement have word for word, whatever their titles."""


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

    def finding(self) -> Finding | None:
        """What an import says of it."""
        if self.known is not Known.OTHER_TEXT:
            return None
        return NEW_VERSION.at("page 1, line 1", title=self.title, known=self.file)


def ask(read: ReadFile, library: Library) -> Acquaintance:
    """Compare a file with what the library holds."""
    alike: dict[str, float] = {}
    if read.recognised.is_agreement:
        alike = library.same_wordings(read.agreement)
    return acquaintance(read, library.agreements(), alike)


def acquaintance(
    read: ReadFile, held: Iterable[AgreementInfo], alike: dict[str, float] | None = None
) -> Acquaintance:
    """Compare a file with what is held: by its bytes, then by parties and title, or parties and wording.

    `alike` is the share of its clauses that an agreement (by id) has word for word.
    """
    lines = list(held)
    agreement = read.agreement
    for line in lines:
        if line.sha256 == read.sha256 and line.language == agreement.language:
            return Acquaintance(Known.SAME_FILE, line.id, line.title, line.file)
    if not read.recognised.is_agreement:
        return Acquaintance()
    shares = alike or {}
    likely = [
        line
        for line in lines
        if line.kind == "agreement"
        and line.language == agreement.language
        and (_same_title(agreement, line) or shares.get(line.id, 0.0) >= _SAME_WORDING)
        and _same_parties(agreement, line)
    ]
    if not likely:
        return Acquaintance()
    line = max(likely, key=lambda one: shares.get(one.id, 0.0))
    return Acquaintance(Known.OTHER_TEXT, line.id, line.title, line.file)


def _same_title(agreement: Agreement, line: AgreementInfo) -> bool:
    own, other = _words(agreement.title_text), _words(line.title)
    return bool(own and other) and len(own & other) / len(own | other) >= _ALIKE


def _same_parties(agreement: Agreement, line: AgreementInfo) -> bool:
    states = {party.state for party in agreement.parties if party.state}
    if states and line.states:
        return states == set(line.states)
    names = {party.short or party.name for party in agreement.parties}
    if names and line.parties:
        return names == set(line.parties)
    return _words(agreement.title_text) == _words(line.title)


def _words(title: str) -> set[str]:
    return set(_WORDS.findall(title.casefold()))
