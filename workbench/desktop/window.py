"""The frame of the window: menu row, rail, the pages and the status bar. It knows no agreement.

Rooms are added to it; the conductor (`workbench.desktop.desk`) decides what they do. What belongs to every
room is here: menus made of the commands, the palette, files dropped anywhere, the drawer that slides over
the right side, the size that is remembered.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QEvent, QObject, QPoint, QRectF, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QPainter,
    QPaintEvent,
    QPen,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractButton, QMainWindow, QMenuBar, QStackedWidget, QWidget

from workbench.desktop.commands import Commands
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Frame, column, focus_ring, holder, row, shown_shortcut
from workbench.desktop.rail import Rail
from workbench.desktop.status_bar import Status, StatusBar
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.desktop.drawer import Drawer

_SMALLEST = QSize(960, 600)
_USUAL = QSize(1440, 900)


class Room(QWidget):
    """A page of the window. It tells the status bar through `status_changed`."""

    status_changed = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self._said = Status()

    def status(self) -> Status:
        """What the status bar shows while this page is in front."""
        return self._said

    def set_status(self, status: Status) -> None:
        """Say something else."""
        self._said = status
        self.status_changed.emit(status)

    def entered(self) -> None:
        """The page has come to the front; the place to load what may have changed."""


class Window(QMainWindow):
    """The one window. `files_dropped` carries the paths let go anywhere over it."""

    files_dropped = Signal(list)
    search_asked = Signal()
    room_changed = Signal(str)

    def __init__(
        self, theme: Theme, jobs: Jobs, commands: Commands, *, menus: list[str], state: Path | None = None
    ) -> None:
        super().__init__()
        self._theme, self._commands, self._menu_titles = theme, commands, menus
        self._state = QSettings(str(state), QSettings.Format.IniFormat) if state else None
        self._rooms: dict[str, QWidget] = {}
        self._makers: dict[str, Callable[[], QWidget]] = {}
        self._places: dict[str, str] = {}
        self._now = ""
        self.may_close: Callable[[], bool] = lambda: True
        self.setAcceptDrops(True)
        self.setMinimumSize(_SMALLEST)
        self._menu_bar = QMenuBar()
        self._menu_bar.setNativeMenuBar(False)
        self._menu_bar.setFont(theme.font(14))
        self._menu_bar.setFixedHeight(40)
        self._search = PaletteField(theme, self.tr("Search actions, drafts and clauses"), "Ctrl+K")
        self._search.clicked.connect(self.search_asked)
        self.rail = Rail(theme)
        self.rail.chosen.connect(self.go)
        self.status_bar = StatusBar(theme, jobs)
        self._stack = QStackedWidget()
        self._area = holder(column(self._stack, gap=0))
        self._area.installEventFilter(self)
        self._drawer: Drawer | None = None
        menu_row = Frame(
            "menurow", row((self._menu_bar, 1), self._search, gap=8, margins=(12, 0, 16, 0)), height=41
        )
        middle = row(self.rail, (self._area, 1), gap=0)
        self.whole = holder(column(menu_row, middle, self.status_bar, gap=0), "desk")
        self.setCentralWidget(self.whole)
        self._menus_later = QTimer(self)
        self._menus_later.setSingleShot(True)
        self._menus_later.setInterval(0)
        self._menus_later.timeout.connect(self._fill_menus)
        commands.changed.connect(self._menus_later.start)
        self._fill_menus()
        self._restore()

    @property
    def area(self) -> QWidget:
        """Where the pages are; overlays are its children."""
        return self._area

    def add_room(
        self,
        room: str,
        make: Callable[[], QWidget],
        *,
        icon: str = "",
        words: str = "",
        below: bool = False,
        under: str = "",
    ) -> None:
        """Add a page, made when it is first gone to.

        With an icon it gets a place in the rail, else it belongs `under` one that has.
        """
        self._makers[room] = make
        self._places[room] = under or room
        if icon:
            self.rail.add(room, icon, words, below=below)

    def remove_room(self, room: str) -> None:
        """Take a page away."""
        del self._makers[room]
        page = self._rooms.pop(room)
        self._stack.removeWidget(page)
        page.hide()
        page.deleteLater()

    @property
    def room(self) -> str:
        """The room in front."""
        return self._now

    def page(self, room: str) -> QWidget:
        """The page of a room."""
        page = self._rooms.get(room)
        if page is None:
            page = self._rooms[room] = self._makers[room]()
            self._stack.addWidget(page)
            if isinstance(page, Room):
                page.status_changed.connect(lambda status: self._status_from(room, status))
        return page

    def go(self, room: str) -> None:
        """Bring a room to the front."""
        page = self.page(room)
        self._now = room
        self._stack.setCurrentWidget(page)
        self.rail.show_room(self._places[room])
        if isinstance(page, Room):
            page.entered()
            self.status_bar.show_status(page.status())
        self._commands.refresh()
        self.room_changed.emit(room)

    def show_status(self, room: str, status: Status) -> None:
        """Show a status that a page told by other means, if the page is in front."""
        self._status_from(room, status)

    def set_drawer(self, drawer: Drawer) -> None:
        """Give the window the drawer that slides over its right side."""
        self._drawer = drawer
        self._place_drawer()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keep the drawer at the right edge."""
        if watched is self._area and event.type() is QEvent.Type.Resize:
            self._place_drawer()
        return False

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take files, nothing else."""
        if any(url.isLocalFile() for url in event.mimeData().urls()):
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        """Hand the files on."""
        paths = [Path(url.toLocalFile()) for url in event.mimeData().urls() if url.isLocalFile()]
        if paths:
            event.acceptProposedAction()
            self.files_dropped.emit(paths)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Ask whether the window may close, then remember how it stood."""
        if not self.may_close():
            event.ignore()
            return
        if self._state is not None:
            self._state.setValue("window/geometry", self.saveGeometry())
            self._state.sync()
        super().closeEvent(event)

    def _status_from(self, room: str, status: Status) -> None:
        if room == self._now:
            self.status_bar.show_status(status)

    def _place_drawer(self) -> None:
        if self._drawer is not None:
            self._drawer.place(self._area.size())

    def _fill_menus(self) -> None:
        self._menu_bar.clear()
        for action in self._commands.actions():
            self.addAction(action)
        for title in self._menu_titles:
            entries = [command for command in self._commands.all() if command.menu == title]
            if not entries:
                continue
            menu = self._menu_bar.addMenu(title)
            menu.aboutToShow.connect(self._commands.refresh)
            group = entries[0].group
            for command in entries:
                if command.group != group:
                    menu.addSeparator()
                    group = command.group
                menu.addAction(self._commands.action(command.id))

    def _restore(self) -> None:
        kept = self._state.value("window/geometry") if self._state is not None else None
        if isinstance(kept, QByteArray) and self.restoreGeometry(kept):
            return
        screen = self.screen().availableSize()
        self.resize(_USUAL.boundedTo(screen))


class PaletteField(QAbstractButton):
    """What looks like a search field in the menu row and opens the palette."""

    def __init__(self, theme: Theme, words: str, shortcut: str) -> None:
        super().__init__()
        self._theme, self._shortcut = theme, shown_shortcut(shortcut)
        self.setText(words)
        self.setAccessibleName(words)
        self.setFixedSize(328, 28)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.IBeamCursor)
        theme.changed.connect(self.update)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Paint again at the new width."""
        self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw field, glass, words and key."""
        theme = self._theme
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        whole = QRectF(self.rect())
        painter.setPen(QPen(theme.colour("edge"), 1))
        painter.setBrush(theme.colour("raised"))
        painter.drawRoundedRect(whole.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.drawPixmap(QPoint(8, 6), theme.pixmap("magnifying-glass", "ink3", 16))
        painter.setFont(theme.font(12, 600))
        wide = painter.fontMetrics().horizontalAdvance(self._shortcut) + 14
        key = QRectF(whole.right() - wide - 6, 5, wide, 18)
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("sunken"))
        painter.drawRoundedRect(key.adjusted(0.5, 0.5, -0.5, -0.5), 4, 4)
        painter.setPen(theme.colour("ink3"))
        painter.drawText(key, Qt.AlignmentFlag.AlignCenter, self._shortcut)
        painter.setFont(theme.font(13))
        room = key.left() - 40
        words = painter.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, round(room))
        painter.drawText(QRectF(32, -0.5, room, 28), Qt.AlignmentFlag.AlignVCenter, words)
        if self.hasFocus():
            focus_ring(painter, theme, whole)
        painter.end()
