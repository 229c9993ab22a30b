"""The head of a draft: its title, whom it is between, its faces, and what is done with the whole of it."""

from __future__ import annotations

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QUndoGroup, QUndoStack
from PySide6.QtWidgets import QAbstractButton, QButtonGroup, QHBoxLayout, QSizePolicy, QWidget

from workbench.agreement.tree import Agreement
from workbench.desktop.editor.saying import counted, said_title
from workbench.desktop.kit import Button, Frame, Label, ToolButton, column, focus_ring, holder, upright
from workbench.desktop.theme import SERIF, Theme


class Faces(QWidget):
    """The faces of a draft as tabs; the arrow keys go from one to the next."""

    chosen = Signal(int)

    def __init__(self, theme: Theme, faces: list[tuple[str, str, str]]) -> None:
        super().__init__()
        self._group = QButtonGroup(self)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for index, (icon, name, tip) in enumerate(faces):
            face = _Face(theme, icon, name)
            face.setToolTip(tip)
            face.setChecked(index == 0)
            self._group.addButton(face, index)
            layout.addWidget(face)
        self.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Faces of the draft"))
        self._group.idClicked.connect(self.chosen)

    def choose(self, index: int) -> None:
        """Show another face as the current one, without saying `chosen`."""
        self._group.button(index).setChecked(True)


class _Face(QAbstractButton):
    def __init__(self, theme: Theme, icon: str, name: str) -> None:
        super().__init__()
        self._theme, self._icon = theme, icon
        self.setText(name)
        self.setCheckable(True)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        theme.changed.connect(self.update)

    def sizeHint(self) -> QSize:
        wide = QFontMetricsF(self._theme.font(14, 600)).horizontalAdvance(self.text())
        return QSize(round(wide) + 50, 56)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.click()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, on = self._theme, self.isChecked()
        tone = "accent" if on else "ink" if self.underMouse() else "ink2"
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        weight = "fill" if on and self._icon not in ("git-diff", "git-branch") else "regular"
        painter.drawPixmap(12, 19, theme.pixmap(self._icon, tone, 18, weight))
        painter.setFont(theme.font(14, 600 if on else 400))
        painter.setPen(theme.colour(tone))
        where = QRectF(36, 0, self.width() - 36, 56)
        painter.drawText(where, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, self.text())
        if on:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent"))
            painter.drawRoundedRect(QRectF(10, 53, self.width() - 20, 3), 1.5, 1.5)
        if self.hasFocus():
            focus_ring(painter, theme, QRectF(4, 10, self.width() - 8, 36))
        painter.end()


class DraftHeader(Frame):
    """Title and parties at the left, faces in the middle, undo, redo and export at the right."""

    face_chosen = Signal(int)
    export_asked = Signal()

    def __init__(self, theme: Theme, undo_stack: QUndoStack | QUndoGroup) -> None:
        super().__init__("header", height=57)
        self._title = Label(theme, "", 16, 600, family=SERIF, elide=True)
        self._parties = Label(theme, "", 13, tone="ink2", elide=True)
        self.faces = Faces(
            theme,
            [
                ("note-pencil", self.tr("Draft"), self.tr("Write the draft  (Ctrl 1)")),
                ("git-diff", self.tr("Compare"), self.tr("Compare two texts  (Ctrl 2)")),
                ("git-branch", self.tr("Merge"), self.tr("Bring both sides' changes together  (Ctrl 3)")),
            ],
        )
        self.faces.chosen.connect(self.face_chosen)
        self.undo = ToolButton(
            theme, "arrow-u-up-left", self.tr("Undo"), shortcut="Ctrl+Z", run=undo_stack.undo
        )
        self.redo = ToolButton(
            theme, "arrow-u-up-right", self.tr("Redo"), shortcut="Ctrl+Shift+Z", run=undo_stack.redo
        )
        self.export, self._quiet_export = (
            Button(
                theme,
                self.tr("Export"),
                kind,
                icon="export",
                tip=self.tr("Write the draft as Word, PDF, Akoma Ntoso, web page or text"),
                run=self.export_asked.emit,
            )
            for kind in ("primary", "secondary")
        )
        self._quiet_export.hide()
        for button, can, changed in (
            (self.undo, undo_stack.canUndo(), undo_stack.canUndoChanged),
            (self.redo, undo_stack.canRedo(), undo_stack.canRedoChanged),
        ):
            button.setEnabled(can)
            changed.connect(button.setEnabled)
        undo_stack.undoTextChanged.connect(self._name_undo)
        undo_stack.redoTextChanged.connect(self._name_redo)
        words = holder(column(None, self._title, self._parties, None, gap=0))
        layout = QHBoxLayout(self)
        layout.setContentsMargins(20, 0, 16, 0)
        layout.setSpacing(4)
        layout.addWidget(words, 3)
        layout.addWidget(self.faces)
        layout.addStretch(2)
        for part in (self.undo, self.redo):
            layout.addWidget(part)
        layout.addSpacing(4)
        layout.addWidget(upright())
        layout.addSpacing(4)
        layout.addWidget(self.export)
        layout.addWidget(self._quiet_export)

    def show_agreement(self, agreement: Agreement, brackets: int, name: str) -> None:
        """Show what the draft is called, whom it is between, how many brackets are open."""
        self._title.set(said_title(agreement) or name or self.tr("Untitled draft"))
        said = [" – ".join(party.short or party.name for party in agreement.parties)]
        if name and agreement.title_text:
            said.append(name)
        if brackets:
            said.append(counted(self.tr("%n bracket(s) open", "", brackets), brackets))
        words = "  ·  ".join(part for part in said if part)
        self._parties.set(words)
        self._parties.setVisible(bool(words))  # a title alone stands in the middle

    def set_primary(self, primary: bool) -> None:
        """One filled button per screen: another face may have its own."""
        self.export.setVisible(primary)
        self._quiet_export.setVisible(not primary)

    def _name_undo(self, what: str) -> None:
        name = self.tr("Undo: %1").replace("%1", what) if what else self.tr("Undo")
        self.undo.setToolTip(f"{name}  (Ctrl Z)")

    def _name_redo(self, what: str) -> None:
        name = self.tr("Redo: %1").replace("%1", what) if what else self.tr("Redo")
        self.redo.setToolTip(f"{name}  (Ctrl Shift Z)")
