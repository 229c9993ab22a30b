"""The templates as a list: title, in which languages, how much is to be filled in."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QCoreApplication, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPen, QResizeEvent
from PySide6.QtWidgets import QStyle
from PySide6.QtWidgets import QStyleOptionViewItem as Option

from workbench.desktop.kit import VALUE, Index, RowPainter, Rows, RowView
from workbench.desktop.language_names import language_name
from workbench.desktop.theme import SERIF, Theme
from workbench.drafting.templates import TemplateInfo

_ROW, _LINE = 72, 22
_BESIDE = 78  # pixels of a row that are not title


class TemplateList(RowView):
    """`current_changed` carries the template looked at, `chosen` one to begin with."""

    current_changed = Signal(object)
    chosen = Signal(object)

    def __init__(self, theme: Theme) -> None:
        super().__init__(theme, alike=False)
        self._templates = _Templates(self)
        self.setModel(self._templates)
        self.setAccessibleName(self.tr("Templates"))
        self.setItemDelegate(_TemplatePainter(theme, self, _ROW))
        self.activated.connect(self._choose)

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
            info = index.data(VALUE)
            if isinstance(info, TemplateInfo) and info.slug == slug:
                self.setCurrentIndex(index)

    def current(self) -> TemplateInfo | None:
        """The template looked at."""
        info = self.value()
        return info if isinstance(info, TemplateInfo) else None

    def currentChanged(self, current: Index, previous: Index) -> None:
        """Say what is looked at."""
        super().currentChanged(current, previous)
        self.current_changed.emit(self.current())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """A narrower list breaks its titles elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self, index: Index) -> None:
        info = index.data(VALUE)
        if isinstance(info, TemplateInfo):
            self.chosen.emit(info)


class _Templates(Rows[TemplateInfo]):
    def spoken(self, value: TemplateInfo) -> Iterable[str]:
        return value.title, about(value)


class _TemplatePainter(RowPainter):
    """A card per template; a title that is long takes two lines."""

    def sizeHint(self, option: Option, index: Index) -> QSize:
        return QSize(240, _ROW + _LINE * (self._lines(index.data(VALUE)) - 1))

    def draw(self, painter: QPainter, where: QRectF, index: Index, state: QStyle.StateFlag) -> None:
        info: TemplateInfo = index.data(VALUE)
        theme, box = self.theme, where.adjusted(0, 2, -10, -6)
        selected = bool(state & QStyle.StateFlag.State_Selected)
        over = bool(state & QStyle.StateFlag.State_MouseOver)
        pen = QPen(theme.colour("accent" if selected else "line2" if over else "line"), 2 if selected else 1)
        painter.setPen(pen)
        painter.setBrush(theme.colour("raised"))
        inset = 1 if selected else 0.5
        painter.drawRoundedRect(box.adjusted(inset, inset, -inset, -inset), 8, 8)
        icon = theme.pixmap("layout", "accent" if selected else "ink2", 22)
        painter.drawPixmap(QPointF(box.left() + 16, box.center().y() - 11), icon)
        left, room = box.left() + 52, box.width() - 68
        high = _LINE * self._lines(info)
        painter.setFont(theme.font(16, 600, SERIF))
        painter.setPen(theme.colour("ink"))
        title = QRectF(left, box.top() + 10, room, high)
        painter.drawText(title, int(Qt.AlignmentFlag.AlignVCenter | Qt.TextFlag.TextWordWrap), info.title)
        self.words(painter, QRectF(left, title.bottom() + 1, room, 20), about(info))
        if not selected:
            self.ring(painter, box, state, 8)

    def _lines(self, info: TemplateInfo) -> int:
        view = self.parent()
        room = view.viewport().width() - _BESIDE if isinstance(view, TemplateList) else 240
        wide = QFontMetricsF(self.theme.font(16, 600, SERIF)).horizontalAdvance(info.title)
        return 2 if wide > room else 1


def about(info: TemplateInfo) -> str:
    """Languages, placeholders, whose template: the line under the title."""
    languages = ", ".join(language_name(code) for code in info.languages)
    count = len(info.placeholders)
    places = QCoreApplication.translate("Templates", "%n placeholder(s)", None, count)
    parts = [languages, places]
    if info.own:
        parts.append(QCoreApplication.translate("Templates", "your own"))
    return "  ·  ".join(parts)
