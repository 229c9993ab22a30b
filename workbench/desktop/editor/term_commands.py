"""The commands for the defined term at the caret."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.desktop.commands import Command

if TYPE_CHECKING:
    from workbench.desktop.editor.draft_page import DraftPage


def term_commands(page: DraftPage) -> tuple[Command, ...]:
    """Rename a term, go to its definition, list its uses."""
    menu = QCoreApplication.translate("Desk", "Provision")
    terms = page.face.terms
    return (
        Command(
            "term.rename",
            QCoreApplication.translate("DraftCommands", "Rename defined term…"),
            terms.rename,
            "",
            "F2",
            lambda: page.writing,
            menu,
            "terms",
        ),
        Command(
            "term.definition",
            QCoreApplication.translate("DraftCommands", "Go to definition"),
            terms.go_to_definition,
            "",
            "F12",
            lambda: page.writing,
            menu,
            "terms",
        ),
        Command(
            "term.uses",
            QCoreApplication.translate("DraftCommands", "Uses of the term…"),
            terms.show_uses,
            "",
            "Shift+F12",
            lambda: page.writing,
            menu,
            "terms",
        ),
    )
