"""A file on its way from the process that reads to the review: compact bytes, unpacked when it is looked at.

A tree of 300 pages is forty thousand objects. As one record of bytes it crosses between processes without
holding up the window, a queue of a hundred files costs little memory, and nothing has to look through it for
waste. No Qt here: the reading process imports this.
"""

from __future__ import annotations

from typing import NamedTuple

import msgspec

from workbench.actions.reading import ReadFile
from workbench.agreement import record as canonical
from workbench.agreement.numbering import Number, numbers
from workbench.agreement.severity import Severity
from workbench.agreement.tree import ProvisionId

DOUBTFUL = 0.75
"""Below this confidence a person should look."""

Cues = dict[ProvisionId, tuple[tuple[str, str], ...]]
"""For a clause: (clause type, the words of heading or text that spoke for it), best first."""


class Reviewed(NamedTuple):
    """What the reading process answers; `record` holds the rest."""

    record: bytes
    is_agreement: bool
    languages: tuple[str, ...]
    asking: int
    """How many places ask for a decision."""


class Unpacked(NamedTuple):
    """A record unpacked, with what is worth computing beside the window.

    That is the number of every provision, and the blocks of the source that go on with the one before
    (`hard_wrapped.joined`).
    """

    read: ReadFile
    cues: Cues
    numbers: dict[ProvisionId, Number]
    joined: frozenset[int] = frozenset()


class _Record(msgspec.Struct, frozen=True):
    read: ReadFile
    cues: Cues


# Made while the module is imported, which one thread does: msgspec looks a type up when it first needs it,
# and two threads that do so at once end the program. The canonical record knows the tree already.
assert canonical.FORMAT
_DECODER = msgspec.msgpack.Decoder(_Record)


def packed(read: ReadFile, cues: Cues) -> Reviewed:
    """A file as it travels."""
    recognised = read.recognised
    return Reviewed(
        msgspec.msgpack.encode(_Record(read, cues)),
        recognised.is_agreement,
        tuple(tree.language for tree in (recognised.agreement, *recognised.versions)),
        asking(read),
    )


def unpacked(record: bytes) -> Unpacked:
    """What was packed."""
    from workbench.desktop.review.hard_wrapped import joined

    found = _DECODER.decode(record)
    source, recognised = found.read.source, found.read.recognised
    lines = joined(source, recognised.origins) if source is not None else frozenset()
    return Unpacked(found.read, found.cues, numbers(recognised.agreement), lines)


def file_of(record: bytes) -> ReadFile:
    """Only the file, as it was read."""
    return _DECODER.decode(record).read


def asking(read: ReadFile) -> int:
    """How many places of a file ask for a decision: findings that warn, and units nobody is sure of."""
    findings = read.findings
    spoken_for = {finding.provision for finding in findings}
    unsure = sum(
        unit.confidence < DOUBTFUL and unit.id not in spoken_for
        for tree in (read.agreement, *read.recognised.versions)
        for unit in tree.walk()
    )
    return unsure + sum(finding.severity is not Severity.INFO for finding in findings)
