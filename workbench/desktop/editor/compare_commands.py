"""The commands of comparing and merging: what with, the walk through the changes, what comes of them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.desktop.commands import Command

if TYPE_CHECKING:
    from workbench.desktop.editor.draft_page import DraftPage


def compare_commands(page: DraftPage) -> tuple[Command, ...]:
    """The letters A and R of the faces are no shortcuts of the window: elsewhere they are letters."""
    draft = QCoreApplication.translate("Desk", "Draft")
    view = QCoreApplication.translate("Desk", "View")
    return (
        Command(
            "draft.compare",
            QCoreApplication.translate("DraftCommands", "Compare with a file…"),
            page.ask_compare,
            "git-diff",
            "Ctrl+Shift+C",
            page.isVisible,
            draft,
            "file",
        ),
        Command(
            "draft.merge",
            QCoreApplication.translate("DraftCommands", "Merge with their text…"),
            page.ask_merge,
            "git-branch",
            "",
            page.isVisible,
            draft,
            "file",
        ),
        Command(
            "compare.next",
            QCoreApplication.translate("DraftCommands", "Next change"),
            lambda: page.walk_changes(1),
            "caret-down",
            "F7",
            lambda: page.comparing,
            view,
            "changes",
        ),
        Command(
            "compare.previous",
            QCoreApplication.translate("DraftCommands", "Previous change"),
            lambda: page.walk_changes(-1),
            "caret-up",
            "Shift+F7",
            lambda: page.comparing,
            view,
            "changes",
        ),
        Command(
            "compare.layout",
            QCoreApplication.translate("DraftCommands", "Inline or side by side"),
            page.compare.turn_layout,
            "arrows-left-right",
            "Ctrl+Shift+B",
            lambda: page.deciding,
            view,
            "changes",
        ),
        Command(
            "compare.take",
            QCoreApplication.translate("DraftCommands", "Take the decisions into the draft"),
            page.compare.take,
            "check",
            "",
            lambda: page.deciding,
            draft,
            "changes",
        ),
        Command(
            "compare.export",
            QCoreApplication.translate("DraftCommands", "Export the redline…"),
            page.compare.ask_export,
            "export",
            "Ctrl+Shift+E",
            lambda: page.deciding,
            draft,
            "changes",
        ),
    )
