"""Errors as *code + values*: the desktop translates them, the command line prints one line.

Every room that can fail derives its own small hierarchy from `WorkbenchError` and gives each class a
`code` and a `message` template whose fields are the error's values. A message says what is wrong and
what to do about it; the file it concerns stands apart, in `file`, so that it can be printed in front.
"""

from __future__ import annotations

from typing import ClassVar

from workbench.agreement.quoting import on_one_line


class WorkbenchError(Exception):
    """Base of every error the workbench raises on purpose.

    Raise as `SomeError(file="a.docx", pages=3)`; `values` fill the fields of `message`.
    """

    code: ClassVar[str] = "workbench.error"
    message: ClassVar[str] = "something went wrong"

    def __init__(self, *, file: str | None = None, **values: object) -> None:
        self.file = file
        # An error is one line wherever it is shown; what other programs report often is not.
        self.values = {name: on_one_line(str(value)) for name, value in values.items()}
        super().__init__(self.sentence)

    @property
    def sentence(self) -> str:
        """What is wrong and what to do, in English, without the file name."""
        return self.message.format_map(self.values)

    def __str__(self) -> str:
        return f"{self.file}: {self.sentence}" if self.file else self.sentence


class Cancelled(WorkbenchError):  # noqa: N818 - not an error to the user, who asked for it
    """Raised by long work when the user has asked to stop."""

    code = "workbench.cancelled"
    message = "stopped, as you asked; nothing was changed"


class RecordError(WorkbenchError):
    """A canonical record could not be decoded."""

    code = "record.unreadable"
    message = "the stored record of this agreement is damaged ({reason}); restore it from a backup"


class RecordTooNewError(RecordError):
    """A record written by a later version of the workbench."""

    code = "record.too-new"
    message = (
        "this record was written by a newer workbench (format {version}); update the workbench to open it"
    )
