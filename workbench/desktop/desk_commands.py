"""The commands of the window itself; the draft on the desk adds its own when it comes."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.desktop.commands import Command

if TYPE_CHECKING:
    from workbench.desktop.desk import Desk


def desk_commands(desk: Desk) -> tuple[Command, ...]:
    """Going from room to room, beginning, importing, searching."""
    return (*_begin(desk), *_edit(desk), *_go(desk), *_library(desk), *_help(desk))


def _begin(desk: Desk) -> tuple[Command, ...]:
    translate, menu, group = QCoreApplication.translate, desk.menus["draft"], "begin"
    new = translate("DeskCommands", "New agreement…")
    opening = translate("DeskCommands", "Open a draft…")
    back = translate("DeskCommands", "Go to the open draft")
    leave = translate("DeskCommands", "Quit")
    amend = translate("DeskCommands", "Amending protocol from two versions…")
    whole = translate("DeskCommands", "Consolidate an agreement…")
    return (
        Command("draft.new", new, desk.beginning.begin, "file-plus", "Ctrl+N", menu=menu, group=group),
        Command("draft.open", opening, desk.ask_draft, "folder-open", "Ctrl+O", menu=menu, group=group),
        Command(
            "draft.back",
            back,
            desk.drafts.show,
            "note-pencil",
            "Ctrl+Shift+D",
            lambda: desk.drafts.page is not None,
            menu,
            group,
        ),
        Command("draft.amend", amend, desk.amending.ask_amend, "git-diff", menu=menu, group="amend"),
        Command("draft.consolidate", whole, desk.amending.ask_consolidate, "files", menu=menu, group="amend"),
        Command("window.quit", leave, desk.window.close, "sign-out", "Ctrl+Q", menu=menu, group="leave"),
    )


def _edit(desk: Desk) -> tuple[Command, ...]:
    translate, menu = QCoreApplication.translate, desk.menus["edit"]
    undo, redo, back = translate("DeskCommands", "Undo"), translate("DeskCommands", "Redo"), desk.undoing
    return (
        Command("edit.undo", undo, back.undo, "arrow-u-up-left", "Ctrl+Z", back.can_undo, menu, "undo"),
        Command(
            "edit.redo", redo, back.redo, "arrow-u-up-right", "Ctrl+Shift+Z", back.can_redo, menu, "undo"
        ),
    )


def _go(desk: Desk) -> tuple[Command, ...]:
    translate, menu, window = QCoreApplication.translate, desk.menus["view"], desk.window
    rooms = (
        ("drafts", translate("DeskCommands", "Drafts"), "files", "Alt+1"),
        ("library", translate("DeskCommands", "Library"), "books", "Alt+2"),
        ("templates", translate("DeskCommands", "Templates"), "layout", "Alt+3"),
        ("review", translate("DeskCommands", "Import review"), "list-checks", "Alt+4"),
        ("settings", translate("DeskCommands", "Settings"), "gear-six", "Ctrl+,"),
    )
    return tuple(
        Command(
            f"go.{room}",
            words,
            partial(window.go, room),
            icon,
            shortcut,
            menu=menu,
            group="rooms",
        )
        for room, words, icon, shortcut in rooms
    )


def _library(desk: Desk) -> tuple[Command, ...]:
    translate, menu = QCoreApplication.translate, desk.menus["library"]

    def reviewing() -> bool:
        return desk.window.room == "review" and desk.review.can_edit() and not desk.drawer_open()

    # The review is made when it is first gone to, so the commands may not hold on to it.
    def keep_file() -> None:
        desk.review.keep()

    def skip_file() -> None:
        desk.review.skip()

    def keep_all() -> None:
        desk.review.keep_all()

    search = translate("DeskCommands", "Search clauses")
    bring = translate("DeskCommands", "Import agreements…")
    keep = translate("DeskCommands", "Keep this file")
    all_ = translate("DeskCommands", "Keep all without doubtful places")
    skip = translate("DeskCommands", "Skip this file")
    starter = translate("DeskCommands", "Add the starter library")
    return (
        Command(
            "library.search", search, desk.search_clauses, "magnifying-glass", "Ctrl+L", menu=menu, group="a"
        ),
        Command(
            "library.import", bring, desk.ask_files, "file-arrow-down", "Ctrl+Shift+I", menu=menu, group="b"
        ),
        Command("review.keep", keep, keep_file, "check", "Ctrl+Return", reviewing, menu, "c"),
        Command("review.skip", skip, skip_file, "arrow-right", "", reviewing, menu, "c"),
        Command("review.keep-all", all_, keep_all, "list-checks", "", menu=menu, group="c"),
        Command("library.starter", starter, desk.keeper.install_starter, "books", "", menu=menu, group="d"),
    )


def _help(desk: Desk) -> tuple[Command, ...]:
    translate, menu = QCoreApplication.translate, desk.menus["help"]
    palette = translate("DeskCommands", "Search actions, drafts and clauses")
    keys = translate("DeskCommands", "Keyboard shortcuts")
    return (
        Command(
            "help.palette", palette, desk.open_palette, "magnifying-glass", "Ctrl+K", menu=menu, listed=False
        ),
        Command("help.keys", keys, desk.show_shortcuts, "keyboard", "F1", menu=menu),
    )
