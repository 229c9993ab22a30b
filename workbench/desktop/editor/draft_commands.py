"""The commands of a draft: one list feeds menus, palette, keys and the shortcut list."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.desktop.commands import Command
from workbench.desktop.editor.compare_commands import compare_commands
from workbench.desktop.editor.piece_commands import piece_commands
from workbench.desktop.editor.term_commands import term_commands

if TYPE_CHECKING:
    from workbench.desktop.editor.draft_page import DraftPage

DRAFT, COMPARE, MERGE = 0, 1, 2
"""The faces of a draft, by their place."""


def draft_commands(page: DraftPage) -> tuple[Command, ...]:
    """Everything that can be done with the draft on a page."""
    return (
        *_file(page),
        *_edit(page),
        *_view(page),
        *compare_commands(page),
        *_provision(page),
        *piece_commands(page),
        *term_commands(page),
        *_checks(page),
    )


def _file(page: DraftPage) -> tuple[Command, ...]:
    menu = QCoreApplication.translate("Desk", "Draft")
    return (
        Command(
            "draft.save",
            QCoreApplication.translate("DraftCommands", "Save"),
            page.save,
            "floppy-disk",
            "Ctrl+S",
            page.isVisible,
            menu,
            "file",
        ),
        Command(
            "draft.save-as",
            QCoreApplication.translate("DraftCommands", "Save as…"),
            page.save_as,
            "",
            "Ctrl+Shift+S",
            page.isVisible,
            menu,
            "file",
        ),
        Command(
            "draft.export",
            QCoreApplication.translate("DraftCommands", "Export…"),
            page.beside.export,
            "export",
            "Ctrl+E",
            page.isVisible,
            menu,
            "file",
        ),
    )


def _edit(page: DraftPage) -> tuple[Command, ...]:
    menu = QCoreApplication.translate("Desk", "Edit")
    return (
        Command(
            "edit.undo",
            QCoreApplication.translate("DraftCommands", "Undo"),
            page.session.undo_stack.undo,
            "arrow-u-up-left",
            "Ctrl+Z",
            page.session.undo_stack.canUndo,
            menu,
            "undo",
        ),
        Command(
            "edit.redo",
            QCoreApplication.translate("DraftCommands", "Redo"),
            page.session.undo_stack.redo,
            "arrow-u-up-right",
            "Ctrl+Shift+Z",
            page.session.undo_stack.canRedo,
            menu,
            "undo",
        ),
        Command(
            "edit.find",
            QCoreApplication.translate("DraftCommands", "Find and replace"),
            page.face.open_find,
            "magnifying-glass",
            "Ctrl+F",
            lambda: page.writing,
            menu,
            "find",
        ),
    )


def _view(page: DraftPage) -> tuple[Command, ...]:
    menu = QCoreApplication.translate("Desk", "View")
    return (
        Command(
            "view.draft",
            QCoreApplication.translate("DraftCommands", "Draft face"),
            lambda: page.show_face(DRAFT),
            "note-pencil",
            "Ctrl+1",
            page.isVisible,
            menu,
            "faces",
        ),
        Command(
            "view.compare",
            QCoreApplication.translate("DraftCommands", "Compare face"),
            lambda: page.show_face(COMPARE),
            "git-diff",
            "Ctrl+2",
            page.isVisible,
            menu,
            "faces",
        ),
        Command(
            "view.merge",
            QCoreApplication.translate("DraftCommands", "Merge face"),
            lambda: page.show_face(MERGE),
            "git-branch",
            "Ctrl+3",
            page.isVisible,
            menu,
            "faces",
        ),
        Command(
            "view.larger",
            QCoreApplication.translate("DraftCommands", "Larger text"),
            lambda: page.zoom(1),
            "magnifying-glass-plus",
            "Ctrl++",
            page.isVisible,
            menu,
            "zoom",
        ),
        Command(
            "view.smaller",
            QCoreApplication.translate("DraftCommands", "Smaller text"),
            lambda: page.zoom(-1),
            "magnifying-glass-minus",
            "Ctrl+-",
            page.isVisible,
            menu,
            "zoom",
        ),
        Command(
            "view.normal",
            QCoreApplication.translate("DraftCommands", "Text at 100 %"),
            lambda: page.zoom(0),
            "",
            "Ctrl+0",
            page.isVisible,
            menu,
            "zoom",
        ),
        Command(
            "view.inspector",
            QCoreApplication.translate("DraftCommands", "Inspector"),
            page.face.toggle_inspector,
            "sidebar-simple",
            "Ctrl+I",
            lambda: page.writing,
            menu,
            "panes",
        ),
    )


def _checks(page: DraftPage) -> tuple[Command, ...]:
    menu = QCoreApplication.translate("Desk", "Draft")
    return (
        Command(
            "checks.next",
            QCoreApplication.translate("DraftCommands", "Next finding"),
            page.face.walking.finding,
            "caret-down",
            "F8",
            lambda: page.writing,
            menu,
            "checks",
        ),
        Command(
            "checks.previous",
            QCoreApplication.translate("DraftCommands", "Previous finding"),
            lambda: page.face.walking.finding(back=True),
            "caret-up",
            "Shift+F8",
            lambda: page.writing,
            menu,
            "checks",
        ),
        Command(
            "checks.all",
            QCoreApplication.translate("DraftCommands", "Checks of this draft…"),
            page.beside.show_checks,
            "check-circle",
            "Ctrl+F8",
            page.isVisible,
            menu,
            "checks",
        ),
    )


def _provision(page: DraftPage) -> tuple[Command, ...]:
    menu = QCoreApplication.translate("Desk", "Provision")
    return (
        Command(
            "provision.article",
            QCoreApplication.translate("DraftCommands", "New article"),
            page.face.shaping.add_article,
            "plus",
            "Ctrl+Shift+N",
            lambda: page.writing,
            menu,
            "new",
        ),
        Command(
            "provision.clause",
            QCoreApplication.translate("DraftCommands", "Insert clause"),
            lambda: page.clause_search_asked.emit(""),
            "bookmark-simple",
            "",
            lambda: page.writing,
            menu,
            "new",
        ),
        Command(
            "provision.gaps",
            QCoreApplication.translate("DraftCommands", "Gaps against a precedent…"),
            page.beside.show_gaps,
            "list-checks",
            "Ctrl+Shift+G",
            page.isVisible,
            menu,
            "new",
        ),
        Command(
            "provision.up",
            QCoreApplication.translate("DraftCommands", "Move up"),
            lambda: page.face.page.move_provision(-1),
            "arrow-up",
            "Ctrl+Shift+Up",
            lambda: page.writing,
            menu,
            "move",
        ),
        Command(
            "provision.down",
            QCoreApplication.translate("DraftCommands", "Move down"),
            lambda: page.face.page.move_provision(1),
            "arrow-down",
            "Ctrl+Shift+Down",
            lambda: page.writing,
            menu,
            "move",
        ),
        Command(
            "provision.in",
            QCoreApplication.translate("DraftCommands", "Level down"),
            page.face.page.level_down,
            "text-indent",
            "",
            lambda: page.writing,
            menu,
            "move",
        ),
        Command(
            "provision.out",
            QCoreApplication.translate("DraftCommands", "Level up"),
            page.face.page.level_up,
            "text-outdent",
            "",
            lambda: page.writing,
            menu,
            "move",
        ),
        Command(
            "provision.bracket",
            QCoreApplication.translate("DraftCommands", "Bracket the words"),
            lambda: page.face.tool("bracket"),
            "brackets-square",
            "Ctrl+B",
            lambda: page.writing,
            menu,
            "mark",
        ),
        Command(
            "provision.alternative",
            QCoreApplication.translate("DraftCommands", "Alternatives"),
            lambda: page.face.tool("alternative"),
            "git-branch",
            "Ctrl+Shift+A",
            lambda: page.writing,
            menu,
            "mark",
        ),
        Command(
            "provision.placeholder",
            QCoreApplication.translate("DraftCommands", "Placeholder…"),
            lambda: page.face.tool("placeholder"),
            "textbox",
            "Ctrl+Shift+P",
            lambda: page.writing,
            menu,
            "mark",
        ),
        Command(
            "provision.reference",
            QCoreApplication.translate("DraftCommands", "Cross-reference…"),
            lambda: page.face.tool("reference"),
            "link-simple",
            "Ctrl+Shift+R",
            lambda: page.writing,
            menu,
            "mark",
        ),
        Command(
            "provision.comment",
            QCoreApplication.translate("DraftCommands", "Comment…"),
            lambda: page.face.tool("comment"),
            "chat-text",
            "Ctrl+Shift+M",
            lambda: page.writing,
            menu,
            "mark",
        ),
        Command(
            "provision.types",
            QCoreApplication.translate("DraftCommands", "Clause type…"),
            lambda: page.face.tool("types"),
            "tree-structure",
            "Ctrl+Shift+T",
            lambda: page.writing,
            menu,
            "mark",
        ),
        Command(
            "provision.next-bracket",
            QCoreApplication.translate("DraftCommands", "Next open bracket"),
            page.face.walking.bracket,
            "",
            "Ctrl+Shift+O",
            lambda: page.writing,
            menu,
            "walk",
        ),
    )
