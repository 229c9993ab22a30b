"""What can be compared: the draft now, as last saved or as kept, a file, a precedent of the library."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QFileInfo, QLocale, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QFileDialog, QMenu, QSizePolicy

from workbench.agreement.quoting import in_short
from workbench.agreement.tree import Agreement
from workbench.desktop.editor.session import Session
from workbench.desktop.kit import focus_ring
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    from workbench.library import Library
    from workbench.library.answers import AgreementInfo

_TITLE = 80


@dataclass(frozen=True, slots=True)
class Source:
    """One of the two texts. `load` may wait for the library and gives a tree, or the file to be read.

    `live` is the draft on the desk; `path` is set where the text is a file.
    """

    title: str
    meta: str
    load: Callable[[], Agreement | Path]
    live: bool = False
    path: Path | None = None

    @property
    def identity(self) -> str:
        """What tells this text from others, today and another day."""
        if self.live:
            return "draft"
        return str(self.path.absolute()) if self.path is not None else f"{self.title} · {self.meta}"


@dataclass(frozen=True, slots=True)
class Pair:
    """The two texts of a comparison."""

    old: Source
    new: Source

    @property
    def live(self) -> tuple[bool, bool]:
        """Which of them is the draft on the desk."""
        return self.old.live, self.new.live

    @property
    def identity(self) -> str:
        """What tells these two from others."""
        return f"{self.old.identity} → {self.new.identity}"


def of_session(session: Session) -> list[Source]:
    """The draft on the desk, as it is and as it was last saved."""
    name = session.path.name if session.path else QCoreApplication.translate("Sources", "not saved yet")
    return [
        Source(
            QCoreApplication.translate("Sources", "The draft now"),
            QCoreApplication.translate("Sources", "on the desk"),
            lambda: session.agreement,
            live=True,
        ),
        Source(
            QCoreApplication.translate("Sources", "As last saved"),
            name,
            lambda: session.saved_draft.agreement,
        ),
    ]


def of_file(path: Path, meta: str) -> Source:
    """A file in any format the workbench reads, with the day on which it was last written."""
    written = QFileInfo(path).lastModified()
    day = QLocale().toString(written.date(), QLocale.FormatType.ShortFormat) if written.isValid() else ""
    return Source(path.name, f"{meta}, {day}" if day else meta, lambda: path, path=path)


class SourcePicker(QAbstractButton):
    """Shows a source and offers others in a menu."""

    picked = Signal(object)

    def __init__(
        self,
        theme: Theme,
        name: str,
        offers: Callable[[], list[Source]],
        library: Library | None,
        *,
        hint: str = "",
    ) -> None:
        """`hint` says what to choose while nothing is chosen."""
        super().__init__()
        self._hint = hint
        self.setAccessibleName(f"{name}: {hint}" if hint else name)
        self._theme, self._name, self._offers, self._library = theme, name, offers, library
        self._source: Source | None = None
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.clicked.connect(self._open)
        theme.changed.connect(self.update)

    @property
    def source(self) -> Source | None:
        """The text chosen."""
        return self._source

    def show_source(self, source: Source) -> None:
        """Show a text as the chosen one."""
        self._source = source
        self.setAccessibleName(f"{self._name}: {source.title}, {source.meta}")
        self.setToolTip(str(source.path) if source.path is not None else source.title)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """As wide as its title, within reason."""
        source = self._source
        title, said = (source.title, self._said(source)) if source else (self._name, self._hint)
        words = QFontMetricsF(self._theme.font(14, 600)).horizontalAdvance(title)
        meta = QFontMetricsF(self._theme.font(13)).horizontalAdvance(said)
        return QSize(round(min(300, max(150, max(words, meta) + 70))), 44)

    def minimumSizeHint(self) -> QSize:
        """Narrower windows elide the title."""
        return QSize(140, 44)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the field."""
        theme, source = self._theme, self._source
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where = QRectF(self.rect())
        painter.setPen(QPen(theme.colour("line2"), 1))
        painter.setBrush(theme.colour("raised" if self.underMouse() else "sunken"))
        painter.drawRoundedRect(where.adjusted(0.5, 0.5, -0.5, -0.5), 6, 6)
        painter.drawPixmap(self.width() - 26, 16, theme.pixmap("caret-down", "ink2", 12, "bold"))
        if source is not None or self._hint:
            icon = "file-plus" if source is None else "note-pencil" if source.live else "file-text"
            painter.drawPixmap(10, 13, theme.pixmap(icon, "ink2", 18))
            room = self.width() - 66
            vertical = Qt.AlignmentFlag.AlignVCenter
            title, meta = (source.title, self._said(source)) if source else (self._name, self._hint)
            for words, y, px, weight, tone in (
                (title, 3, 14, 600, "ink"),
                (meta, 21, 13, 400, "ink2"),
            ):
                font = theme.font(px, weight)
                painter.setFont(font)
                painter.setPen(theme.colour(tone))
                shown = QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideMiddle, room)
                painter.drawText(QRectF(36, y, room, 20), vertical, shown)
        if self.hasFocus():
            focus_ring(painter, theme, where)
        painter.end()

    def _said(self, source: Source) -> str:
        """What is said below the title: which of the texts it is, and what it is."""
        return f"{self._name} · {source.meta}"

    def _open(self) -> None:
        menu = QMenu(self)
        for source in self._offers():
            action = menu.addAction(source.title)
            action.triggered.connect(lambda _c=False, s=source: self._pick(s))
        menu.addSeparator()
        menu.addAction(self.tr("A file…")).triggered.connect(lambda _c=False: self.ask_file())
        precedents = menu.addMenu(self.tr("A precedent"))
        self._offer_precedents(precedents)
        precedents.setEnabled(not precedents.isEmpty())
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(self.mapToGlobal(self.rect().bottomLeft()))

    def _offer_precedents(self, menu: QMenu) -> None:
        """All agreements of the library by their titles; the first letters typed go to one."""
        infos = self._library.agreements() if self._library is not None else ()
        menu.setToolTipsVisible(True)
        for info in sorted(infos, key=lambda info: (info.title.casefold(), info.signed_on)):
            source = self._precedent(info)
            action = menu.addAction(in_short(info.title, _TITLE).replace("&", "&&"))
            action.setToolTip(f"{info.title} ({source.meta})")
            action.triggered.connect(lambda _checked=False, source=source: self._pick(source))

    def _precedent(self, info: AgreementInfo) -> Source:
        library = self._library
        assert library is not None  # it has told of the agreement
        about = (self.tr("Precedent"), info.language, str(info.year or ""), "–".join(info.states))
        return Source(info.title, ", ".join(filter(None, about)), lambda: library.agreement(info.id))

    def ask_file(self) -> None:
        """Ask for a file."""
        chosen, _ = QFileDialog.getOpenFileName(
            self,
            self._name,
            "",
            self.tr("Agreements (*.docx *.pdf *.xml *.txt *.html *.odt *.doc *.rtf);;All files (*)"),
        )
        if chosen:
            self._pick(of_file(Path(chosen), self.tr("File")))

    def _pick(self, source: Source) -> None:
        self.show_source(source)
        self.picked.emit(source)
