"""The templates as a list: title, in which languages, how much is to be filled in."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import (
    QAbstractListModel,
    QCoreApplication,
    QModelIndex,
    QObject,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QPainter, QPen
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyle, QStyledItemDelegate
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.desktop.kit import elided, focus_ring
from workbench.desktop.language_names import language_name
from workbench.desktop.theme import SERIF, Theme
from workbench.drafting.templates import TemplateInfo

Index = QModelIndex | QPersistentModelIndex
_TEMPLATE = Qt.ItemDataRole.UserRole
_ROW = 72


class TemplateList(QListView):
    """`current_changed` carries the template looked at, `chosen` one to begin with."""

    current_changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._templates = _Templates(self)
        self.setModel(self._templates)
        self.setItemDelegate(_TemplateDelegate(theme, self))
        self.setAccessibleName(self.tr("Templates"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.activated.connect(self._choose)
        theme.changed.connect(self.viewport().update)

    def show_templates(self, templates: Sequence[TemplateInfo]) -> None:
        """Show these and look at the first, or again at the one looked at before."""
        now = self.current()
        self._templates.replace(templates)
        rows = [info.slug for info in templates]
        if rows:
            row = rows.index(now.slug) if now is not None and now.slug in rows else 0
            self.setCurrentIndex(self._templates.index(row, 0))

    def look_at(self, slug: str) -> None:
        """Go to a template."""
        for row in range(self._templates.rowCount()):
            index = self._templates.index(row, 0)
            info = index.data(_TEMPLATE)
            if isinstance(info, TemplateInfo) and info.slug == slug:
                self.setCurrentIndex(index)

    def current(self) -> TemplateInfo | None:
        """The template looked at."""
        info = self.currentIndex().data(_TEMPLATE) if self.currentIndex().isValid() else None
        return info if isinstance(info, TemplateInfo) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what is looked at."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current())

    def _choose(self, index: Index) -> None:
        info = index.data(_TEMPLATE)
        if isinstance(info, TemplateInfo):
            self.chosen.emit(info)


class _Templates(QAbstractListModel):
    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._rows: tuple[TemplateInfo, ...] = ()

    def replace(self, templates: Sequence[TemplateInfo]) -> None:
        self.beginResetModel()
        self._rows = tuple(templates)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent is not None and parent.isValid() else len(self._rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        info = self._rows[index.row()]
        if role == _TEMPLATE:
            return info
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{info.title}, {about(info)}"
        if role == Qt.ItemDataRole.ToolTipRole:
            return info.title
        return None


class _TemplateDelegate(QStyledItemDelegate):
    def __init__(self, theme: Theme, parent: QObject) -> None:
        super().__init__(parent)
        self._theme = theme

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(240, _ROW)

    def paint(self, painter: QPainter, option: Option, index: Index) -> None:
        info: TemplateInfo = index.data(_TEMPLATE)
        theme, state = self._theme, option.state
        box = QRectF(option.rect).adjusted(2, 2, -10, -6)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        pen = QPen(theme.colour("accent" if selected else "line2" if over else "line"), 2 if selected else 1)
        painter.setPen(pen)
        painter.setBrush(theme.colour("raised"))
        inset = 1 if selected else 0.5
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 8, 8)
        icon = theme.pixmap("layout", "accent" if selected else "ink2", 22)
        painter.drawPixmap(QPointF(box.left() + 16, box.center().y() - 11), icon)
        left, room = box.left() + 52, box.width() - 68
        middle = Qt.AlignmentFlag.AlignVCenter
        painter.setFont(theme.font(16, 600, SERIF))
        painter.setPen(theme.colour("ink"))
        title = elided(QFontMetricsF(painter.font()), info.title, room)
        painter.drawText(QRectF(left, box.top() + 9, room, 24), middle, title)
        painter.setFont(theme.font(13))
        painter.setPen(theme.colour("ink2"))
        under = elided(QFontMetricsF(painter.font()), about(info), room)
        painter.drawText(QRectF(left, box.top() + 33, room, 20), middle, under)
        if state & QStyle.StateFlag.State_HasFocus and not selected:
            focus_ring(painter, theme, box, 8)
        painter.restore()


def about(info: TemplateInfo) -> str:
    """Languages, placeholders, whose template: the line under the title."""
    languages = ", ".join(language_name(code) for code in info.languages)
    count = len(info.placeholders)
    places = QCoreApplication.translate("Templates", "%n placeholder(s)", None, count)
    parts = [languages, places]
    if info.own:
        parts.append(QCoreApplication.translate("Templates", "your own"))
    return "  ·  ".join(parts)
