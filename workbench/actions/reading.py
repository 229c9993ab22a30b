"""Reading a file: whatever its format, the agreement in it and what was noticed on the way."""

from __future__ import annotations

import hashlib
from pathlib import Path

import msgspec

from workbench.agreement.findings import Finding
from workbench.agreement.identity import with_source_ids
from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.source import Recognised, SourceDocument
from workbench.agreement.tree import Agreement, Draft, Kind
from workbench.formats.errors import FormatError
from workbench.formats.files import read_bytes


class ReadFile(msgspec.Struct, frozen=True):
    """A file as read and recognised.

    `source` is None for Akoma Ntoso, which holds a tree already; `draft` is None for every other format.
    `sha256` is that of the file, `reader` the reader's name and version; `noticed` what the checks remarked
    on (`checking.noticed`), where somebody had them look.
    """

    name: str
    sha256: str
    format: str
    reader: str
    recognised: Recognised
    source: SourceDocument | None = None
    draft: Draft | None = None
    noticed: tuple[Finding, ...] = ()

    @property
    def agreement(self) -> Agreement:
        """The agreement recognised in the file."""
        return self.recognised.agreement

    @property
    def findings(self) -> tuple[Finding, ...]:
        """What the reader noticed, then what recognition noticed."""
        return self.recognised.findings


def read_file(path: Path, *, progress: Progress = SILENT) -> ReadFile:
    """Read and recognise one file. Raises a `FormatError` that names it when it cannot be read."""
    try:
        return _read(path, progress)
    except FormatError as error:
        error.file = str(path)  # a reader knows the name, the user typed a path
        raise


def _read(path: Path, progress: Progress) -> ReadFile:
    from workbench import formats
    from workbench.recognition import recognise

    content = formats.read(path, progress)
    if isinstance(content, SourceDocument):
        return ReadFile(
            name=content.name,
            sha256=content.sha256,
            format=content.format,
            reader=content.reader,
            recognised=recognise(content, progress),
            source=content,
        )
    sha256 = hashlib.sha256(read_bytes(path)).hexdigest()
    agreement = content.draft.agreement
    articles = any(unit.kind in (Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH) for unit in agreement.walk())
    return ReadFile(
        name=path.name,
        sha256=sha256,
        format="akn",
        reader="akn/1",
        recognised=Recognised(agreement, is_agreement=articles, confidence=1.0, findings=content.findings),
        draft=content.draft,
    )


def as_precedent(read: ReadFile) -> ReadFile:
    """The file as the library keeps it: identities that follow from the file, clause types recognised.

    A draft keeps its own identities while it is edited; two versions of it in one library must not share
    them.
    """
    if read.draft is None:
        return read
    from workbench.recognition.clause_types import classify

    agreement = classify(with_source_ids(read.agreement, read.sha256))
    recognised = msgspec.structs.replace(read.recognised, agreement=agreement)
    return msgspec.structs.replace(read, recognised=recognised)
