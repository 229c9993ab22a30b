"""Asking for files: which old agreements to import, which draft to open."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QFileDialog, QWidget


def agreements_to_import(parent: QWidget) -> list[Path]:
    """The files somebody chooses to import; none where she thinks better of it."""
    from workbench.formats import SUFFIXES

    translate = QCoreApplication.translate
    kinds = f"{translate('Desk', 'Agreements')} ({' '.join(f'*{suffix}' for suffix in SUFFIXES)})"
    every, title = translate("Desk", "All files (*)"), translate("Desk", "Import agreements")
    chosen, _ = QFileDialog.getOpenFileNames(parent, title, "", f"{kinds};;{every}")
    return [Path(path) for path in chosen]


def draft_to_open(parent: QWidget) -> Path | None:
    """The draft somebody chooses to open."""
    translate = QCoreApplication.translate
    title, kinds = translate("Desk", "Open a draft"), translate("Desk", "Drafts (*.xml)")
    chosen, _ = QFileDialog.getOpenFileName(parent, title, "", kinds)
    return Path(chosen) if chosen else None
