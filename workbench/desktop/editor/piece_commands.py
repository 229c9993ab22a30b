"""The commands for what is put into an agreement besides provisions."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.desktop.commands import Command

if TYPE_CHECKING:
    from workbench.desktop.editor.draft_page import DraftPage


def piece_commands(page: DraftPage) -> tuple[Command, ...]:
    """Footnotes, tables, annexes, subheadings, and the walk through what is to be filled in."""
    menu = QCoreApplication.translate("Desk", "Provision")
    pieces = page.face.pieces
    return (
        Command(
            "draft.template",
            QCoreApplication.translate("DraftCommands", "Save as template…"),
            page.template.ask,
            "layout",
            "",
            lambda: page.writing,
            QCoreApplication.translate("Desk", "Draft"),
            "file",
        ),
        Command(
            "draft.version",
            QCoreApplication.translate("DraftCommands", "Keep this version…"),
            page.versions.ask,
            "clock-counter-clockwise",
            "Ctrl+Shift+L",
            lambda: page.writing and page.versions.possible,
            QCoreApplication.translate("Desk", "Draft"),
            "file",
        ),
        Command(
            "draft.parties",
            QCoreApplication.translate("DraftCommands", "Names of the parties…"),
            page.beside.ask_parties,
            "",
            "",
            lambda: page.writing,
            QCoreApplication.translate("Desk", "Draft"),
            "file",
        ),
        Command(
            "provision.subheading",
            QCoreApplication.translate("DraftCommands", "Insert subheading"),
            pieces.add_crossheading,
            "",
            "Ctrl+Shift+H",
            lambda: page.writing,
            menu,
            "pieces",
        ),
        Command(
            "provision.footnote",
            QCoreApplication.translate("DraftCommands", "Insert footnote…"),
            pieces.ask_footnote,
            "",
            "Ctrl+Shift+F",
            lambda: page.writing,
            menu,
            "pieces",
        ),
        Command(
            "provision.table",
            QCoreApplication.translate("DraftCommands", "Insert or edit table…"),
            lambda: pieces.open_table(page),
            "table",
            "Ctrl+Shift+J",
            lambda: page.writing,
            menu,
            "pieces",
        ),
        Command(
            "provision.annex",
            QCoreApplication.translate("DraftCommands", "Add annex"),
            pieces.add_annex,
            "",
            "Ctrl+Shift+X",
            lambda: page.writing,
            menu,
            "pieces",
        ),
        Command(
            "provision.next-blank",
            QCoreApplication.translate("DraftCommands", "Next to fill in"),
            page.face.walking.blank,
            "textbox",
            "F6",
            lambda: page.writing,
            menu,
            "walk",
        ),
        Command(
            "provision.previous-blank",
            QCoreApplication.translate("DraftCommands", "Previous to fill in"),
            lambda: page.face.walking.blank(back=True),
            "",
            "Shift+F6",
            lambda: page.writing,
            menu,
            "walk",
        ),
    )
