"""The checks run beside the typing: a moment after the last change, in a process of their own.

`find` is what the process runs; it imports no Qt.
"""

from __future__ import annotations

from workbench.agreement.findings import Finding
from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.tree import Agreement


def find(agreement: Agreement, progress: Progress = SILENT) -> tuple[Finding, ...]:
    """Everything a careful reader would query in the agreement."""
    from workbench.checks import check

    if progress.cancelled():
        return ()
    return tuple(check(agreement))
