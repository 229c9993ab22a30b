"""Fields: a label above, the field, and under it the sentence that says what is wrong."""

from __future__ import annotations

from math import ceil

from PySide6.QtCore import QPointF, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLineEdit,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from workbench.desktop.kit.layout import holder, row, set_property
from workbench.desktop.kit.tags import focus_ring
from workbench.desktop.kit.text import Icon, Label
from workbench.desktop.theme import Theme


class LineEdit(QLineEdit):
    """A line to type in; "large" for the search field, "bare" inside a frame of its own."""

    def __init__(self, theme: Theme, placeholder: str = "", *, kind: str = "", name: str = "") -> None:
        super().__init__()
        self.setProperty("kind", kind)
        self.setFont(theme.font(18 if kind == "large" else 14))
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(name or placeholder)


class ComboBox(QComboBox):
    """A choice of many; the caret is painted, since the style sheet cannot follow the theme in an image."""

    def __init__(self, theme: Theme, *, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setFont(theme.font(14))
        self.setAccessibleName(name)
        self.view().setAccessibleName(name)
        theme.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, then the caret."""
        super().paintEvent(event)
        painter = QPainter(self)
        tone = "ink2" if self.isEnabled() else "inkoff"
        where = QRect(self.width() - 24, (self.height() - 12) // 2, 12, 12)
        painter.drawPixmap(where.topLeft(), self._theme.pixmap("caret-down", tone, 12, "bold"))
        painter.end()


class Field(QWidget):
    """A labelled field with room for help or an error; `field` is the widget that holds the value."""

    changed = Signal()

    def __init__(
        self, theme: Theme, label: str, field: QWidget | None = None, *, help_text: str = ""
    ) -> None:
        super().__init__()
        self.field = field if field is not None else LineEdit(theme, name=label)
        self._label = Label(theme, label, 13, 600, "ink2", wrap=True)
        self._label.setBuddy(self.field)
        if not self.field.accessibleName():
            self.field.setAccessibleName(label)
        self._help = Label(theme, help_text, 13, tone="ink3", wrap=True)
        if not help_text:
            self._help.hide()  # showing a widget that has no parent yet would open a window
        self._error = Label(theme, "", 13, tone="red", wrap=True)
        self._fault = holder(row(Icon(theme, "x-circle", "red", 16, "fill"), (self._error, 1), gap=6))
        self._fault.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(4)
        for part in (self._label, self.field, self._fault, self._help):
            layout.addWidget(part)
        if isinstance(self.field, QLineEdit):
            self.field.textChanged.connect(lambda _: self._edited())
        elif isinstance(self.field, QComboBox):
            self.field.currentIndexChanged.connect(lambda _: self._edited())

    @property
    def text(self) -> str:
        """The value as text, without white space around it."""
        if isinstance(self.field, QLineEdit):
            return self.field.text().strip()
        if isinstance(self.field, QComboBox):
            return self.field.currentText().strip()
        return ""

    @property
    def error(self) -> str:
        """The sentence shown as wrong, or ""."""
        return self._error.whole

    def set_error(self, sentence: str) -> None:
        """Say what is wrong with the value; "" when nothing is."""
        self._error.set(sentence)
        self._fault.setVisible(bool(sentence))
        set_property(self.field, "error", bool(sentence))
        self.field.setAccessibleDescription(sentence)

    def _edited(self) -> None:
        self.set_error("")
        self.changed.emit()


def search_field(theme: Theme, placeholder: str, name: str) -> LineEdit:
    """The large field of the clause search, with its glass."""
    made = LineEdit(theme, placeholder, kind="large", name=name)
    glass = Icon(theme, "magnifying-glass", "accent", 22)
    glass.setParent(made)
    glass.move(12, 11)
    glass.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    made.setFixedHeight(44)
    return made


class CheckBox(QAbstractButton):
    """A box to tick, painted so that the tick follows the theme; `count` stands at the right."""

    def __init__(self, theme: Theme, text: str, *, count: str = "", name: str = "") -> None:
        super().__init__()
        self._theme, self._count = theme, count
        self.setText(text)
        self.setCheckable(True)
        self.setAccessibleName(name or text)
        self.setFixedHeight(24)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        """Room for the box, the words and the count."""
        words = QFontMetricsF(self._theme.font(14, 600)).horizontalAdvance(self.text())
        count = QFontMetricsF(self._theme.font(13)).horizontalAdvance(self._count)
        return QSize(ceil(words + count) + (44 if self._count else 32), 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the box, the words, the count, and the ring when it has the focus."""
        theme, on = self._theme, self.isChecked()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(2.5, 4.5, 15, 15)
        painter.setPen(QPen(theme.colour("accent" if on else "edge"), 1.2))
        painter.setBrush(theme.colour("accent" if on else "raised"))
        painter.drawRoundedRect(box, 3, 3)
        if on:
            painter.drawPixmap(QPointF(4, 6), theme.pixmap("check", "onaccent", 12, "bold"))
        room = self.width() - 26.0
        if self._count:
            painter.setFont(theme.font(13))
            painter.setPen(theme.colour("ink3"))
            right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
            painter.drawText(QRectF(0, -0.5, self.width() - 4, 24), right, self._count)
            room -= painter.fontMetrics().horizontalAdvance(self._count) + 12
        painter.setFont(theme.font(14, 600 if on else 400))
        painter.setPen(theme.colour("ink" if on else "ink2"))
        shown = QFontMetricsF(painter.font()).elidedText(self.text(), Qt.TextElideMode.ElideRight, room)
        painter.drawText(QRectF(26, -0.5, room, 24), Qt.AlignmentFlag.AlignVCenter, shown)
        if self.hasFocus():
            focus_ring(painter, theme, QRectF(self.rect()), 4)
        painter.end()
