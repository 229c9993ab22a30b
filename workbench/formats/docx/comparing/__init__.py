"""Two Word files compared as they are: the new file with native revisions, styles and all else its own."""

from workbench.formats.docx.comparing.changes import Change, ChangeKind, Compared
from workbench.formats.docx.comparing.comparing import compare
from workbench.formats.docx.comparing.silent import silent_changes

__all__ = ["Change", "ChangeKind", "Compared", "compare", "silent_changes"]
