"""The outline pane: the tree of the agreement beside the page, in step with the caret.

Rows are dragged to move provisions; everything after a move is numbered anew. The model is rebuilt from
each new root, keeping what is open and what is current by the identity of provisions.
"""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import (
    QAbstractItemModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    QSortFilterProxyModel,
    Qt,
    QTimer,
    Signal,
)
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from workbench.agreement.findings import Severity
from workbench.agreement.tree import Agreement, ProvisionId
from workbench.desktop.editor.outline_items import (
    Item,
    Severities,
    Tallies,
    Words,
    article_count,
    items,
    open_brackets,
)
from workbench.desktop.editor.session import Numbers
from workbench.desktop.kit import Frame, Icon, Label, LineEdit, ToolButton, focus_ring, row
from workbench.desktop.theme import Theme

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-treaty-provision"
_ROW = 28
_NOWHERE = QModelIndex()


class OutlineModel(QAbstractItemModel):
    """The rows of an agreement. `move_asked` carries (provision, target, after the target or before it)."""

    move_asked = Signal(object, object, bool)

    def __init__(self, words: Words) -> None:
        super().__init__()
        self._words = words
        self.tallies = Tallies()
        self._top: list[Item] = []
        self._by_provision: dict[ProvisionId, Item] = {}

    def show(self, agreement: Agreement, numbered: Numbers, severities: Severities) -> None:
        """Show another root."""
        self.beginResetModel()
        self._top = items(agreement, numbered, severities, self._words, self.tallies)
        self._by_provision = {}
        for top in self._top:
            for item in reversed(list(top.walk())):
                for held in item.holds:
                    self._by_provision.setdefault(held, item)
        self.endResetModel()

    def index_of(self, provision: ProvisionId) -> QModelIndex:
        """The row nearest to a provision: its own, else that of the paragraph or article it belongs to."""
        item = self._by_provision.get(provision)
        return self.createIndex(item.row, 0, item) if item is not None else QModelIndex()

    def item(self, index: Index) -> Item | None:
        """The item of an index."""
        found = index.internalPointer() if index.isValid() else None
        return found if isinstance(found, Item) else None

    def index(self, row: int, column: int, parent: Index = _NOWHERE) -> QModelIndex:
        """The index of a row below `parent`."""
        above = self.item(parent)
        siblings = above.children if above is not None else self._top
        if column or not 0 <= row < len(siblings):
            return QModelIndex()
        return self.createIndex(row, 0, siblings[row])

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """The index above."""
        item = self.item(index)
        if item is None or item.parent is None:
            return QModelIndex()
        return self.createIndex(item.parent.row, 0, item.parent)

    def rowCount(self, parent: Index = _NOWHERE) -> int:
        """Rows below."""
        item = self.item(parent)
        return len(item.children) if item is not None else len(self._top)

    def columnCount(self, parent: Index = _NOWHERE) -> int:
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The name, what a screen reader says, or the item itself."""
        item = self.item(index)
        if item is None:
            return None
        if role == Qt.ItemDataRole.DisplayRole:
            return f"{item.number} {item.name}".strip()
        if role == Qt.ItemDataRole.ToolTipRole:
            return f"{item.label}  {item.name}" if item.label != item.name else item.name
        if role == Qt.ItemDataRole.AccessibleTextRole:
            return self._spoken(item)
        return item if role == ITEM else None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """What can be dragged and dropped upon."""
        item = self.item(index)
        made = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if item is None:
            return Qt.ItemFlag.ItemIsDropEnabled
        if item.moves:
            made |= Qt.ItemFlag.ItemIsDragEnabled | Qt.ItemFlag.ItemIsDropEnabled
        return made

    def supportedDropActions(self) -> Qt.DropAction:
        """Rows are moved."""
        return Qt.DropAction.MoveAction

    def mimeTypes(self) -> list[str]:
        """Provisions of this outline."""
        return [MIME]

    def mimeData(self, indexes: Any) -> QMimeData:
        """The dragged provision."""
        made = QMimeData()
        item = self.item(indexes[0]) if indexes else None
        if item is not None and item.provision is not None:
            made.setData(MIME, str(item.provision).encode())
        return made

    def dropMimeData(
        self, data: QMimeData, action: Qt.DropAction, row: int, column: int, parent: Index
    ) -> bool:
        """Ask for the move; the tree is not changed here, so Qt must not remove the row either."""
        moved = bytes(data.data(MIME).data()).decode()
        host = self.item(parent)
        siblings = host.children if host is not None else self._top
        source = next((p for p in self._by_provision if str(p) == moved), None)
        if source is None:
            return False
        if row < 0:
            target, after = host, True
        elif row < len(siblings):
            target, after = siblings[row], False
        else:
            target, after = (siblings[-1] if siblings else host), True
        if target is not None and target.provision is not None and target.provision != source:
            self.move_asked.emit(source, target.provision, after)
        return False

    def _spoken(self, item: Item) -> str:
        said = [f"{item.label}, {item.name}" if item.label != item.name else item.name]
        if item.brackets:
            said.append(self.tr("%n open bracket(s)", "", item.brackets))
        if item.severity is Severity.ERROR:
            said.append(self.tr("has errors"))
        elif item.severity is Severity.WARNING:
            said.append(self.tr("has warnings"))
        return ", ".join(said)


class OutlineDelegate(QStyledItemDelegate):
    """Draws a row: caret, number, name, brackets, one sign."""

    def __init__(self, theme: Theme, view: QTreeView) -> None:
        super().__init__(view)
        self._theme, self._view = theme, view

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:
        """Rows are 28 high."""
        return QSize(120, _ROW)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw it."""
        item = index.data(ITEM)
        if not isinstance(item, Item):
            return
        theme = self._theme
        where = QRectF(option.rect)
        state = option.state
        on = bool(state & QStyle.StateFlag.State_Selected)
        opened = bool(state & QStyle.StateFlag.State_Open)
        level = 0
        above = item.parent
        while above is not None:
            level, above = level + 1, above.parent
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        box = QRectF(8, where.top(), self._view.viewport().width() - 16, where.height())
        if on or state & QStyle.StateFlag.State_MouseOver:
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(theme.colour("accent_tint" if on else "sunken"))
            painter.drawRoundedRect(box, 6, 6)
        if on and self._view.hasFocus():
            focus_ring(painter, theme, box)
        x, y = 14.0 + level * 16, where.top()
        if index.model().hasChildren(index):
            caret = theme.pixmap("caret-down" if opened else "caret-right", "ink3", 12, "bold")
            painter.drawPixmap(QPointF(x, y + 8), caret)
        x += 18
        vertical = Qt.AlignmentFlag.AlignVCenter
        if item.number:
            painter.setFont(theme.font(14, 600))
            painter.setPen(theme.colour("accent" if on else "ink3"))
            wide = max(
                24.0 if level == 0 else 22.0, painter.fontMetrics().horizontalAdvance(item.number) + 8.0
            )
            painter.drawText(QRectF(x, y - 0.5, wide, _ROW), vertical, item.number)
            x += wide
        right = self._signs(painter, item, box.right() - 8, y)
        strong = on or (opened and level == 0 and bool(item.number))
        font = theme.font(14, 600 if strong else 400)
        painter.setFont(font)
        painter.setPen(theme.colour("ink" if item.number or on else "ink2"))
        name = QFontMetricsF(font).elidedText(item.name, Qt.TextElideMode.ElideRight, right - x)
        painter.drawText(QRectF(x, y - 0.5, right - x, _ROW), vertical, name)
        painter.restore()

    def _signs(self, painter: QPainter, item: Item, right: float, y: float) -> float:
        theme = self._theme
        sign = None
        if item.severity is Severity.ERROR:
            sign = theme.pixmap("x-circle", "red", 16, "fill")
        elif item.severity is Severity.WARNING:
            sign = theme.pixmap("warning", "brass_line", 16, "fill")
        elif item.comments:
            sign = theme.pixmap("chat-text", "accent", 16)
        if sign is not None:
            right -= 16
            painter.drawPixmap(QPointF(right, y + 6), sign)
            right -= 6
        if item.brackets:
            words = f"[{item.brackets}]"
            painter.setFont(theme.font(13, 600))
            wide = QFontMetricsF(painter.font()).horizontalAdvance(words)
            right -= wide
            painter.setPen(theme.colour("ink2"))
            painter.drawText(QRectF(right, y - 0.5, wide + 2, _ROW), Qt.AlignmentFlag.AlignVCenter, words)
            right -= 6
        return right


class OutlineView(QTreeView):
    """The tree; Enter goes into the text, Ctrl+Shift and the arrows move the provision."""

    entered_text = Signal()
    shift_asked = Signal(object, int)

    def __init__(self, theme: Theme, name: str) -> None:
        super().__init__()
        self._theme = theme
        self.setAccessibleName(name)
        self.setHeaderHidden(True)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(True)
        self.setMouseTracking(True)
        self.setExpandsOnDoubleClick(False)
        self.setItemDelegate(OutlineDelegate(theme, self))
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setDragDropMode(QAbstractItemView.DragDropMode.InternalMove)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        theme.changed.connect(self.viewport().update)

    def mousePressEvent(self, event: Any) -> None:
        """A click on the caret opens or closes the row."""
        index = self.indexAt(event.position().toPoint())
        item = index.data(ITEM)
        if isinstance(item, Item) and self.model().hasChildren(index):
            level = 0
            above = item.parent
            while above is not None:
                level, above = level + 1, above.parent
            if event.position().x() < 32 + level * 16:
                self.setExpanded(index, not self.isExpanded(index))
                return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes into the text, the arrows with Ctrl and Shift move."""
        held = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        item = self.currentIndex().data(ITEM)
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.entered_text.emit()
            return
        moving = event.modifiers() & held == held and isinstance(item, Item) and item.moves
        if moving and event.key() in (Qt.Key.Key_Up, Qt.Key.Key_Down):
            self.shift_asked.emit(item.provision, -1 if event.key() == Qt.Key.Key_Up else 1)
            return
        super().keyPressEvent(event)

    def drawBranches(self, painter: QPainter, rect: Any, index: Index) -> None:
        """Carets are drawn by the delegate."""


class OutlinePane(Frame):
    """Head with count and filter, the tree, and at the foot the brackets."""

    chosen = Signal(object)
    entered_text = Signal()
    move_asked = Signal(object, object, bool)
    shift_asked = Signal(object, int)
    add_asked = Signal()
    bracket_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("pane-left", width=273)
        words = Words(
            self.tr("Title and parties"), self.tr("Preamble"), self.tr("Testimonium and signatures")
        )
        self.model = OutlineModel(words)
        self._filtered = QSortFilterProxyModel(self)
        self._filtered.setRecursiveFilteringEnabled(True)
        self._filtered.setAutoAcceptChildRows(True)
        self._filtered.setFilterCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        self._filtered.setSourceModel(self.model)
        self.view = OutlineView(theme, self.tr("Outline of the agreement"))
        self.view.setModel(self._filtered)
        self._count = Label(theme, "", 13, tone="ink3")
        self._brackets = Label(theme, "", 13, tone="ink2")
        self.filter = LineEdit(theme, self.tr("Find in the outline"))
        self.filter.hide()
        self.filter.textChanged.connect(self._filter)
        self._funnel = ToolButton(theme, "funnel-simple", self.tr("Filter the outline"), checkable=True)
        self._funnel.toggled.connect(self._toggle_filter)
        add = ToolButton(theme, "plus", self.tr("Add an article"), run=self.add_asked.emit)
        head = Frame(
            "bar",
            row(
                Label(theme, self.tr("Outline"), 14, 600),
                self._count,
                None,
                self._funnel,
                add,
                gap=6,
                margins=(16, 0, 8, 0),
            ),
            height=45,
        )
        next_bracket = ToolButton(theme, "caret-right", self.tr("Next open bracket"), size=14)
        next_bracket.clicked.connect(self.bracket_asked)
        foot = Frame("foot", height=41)
        foot_row = QHBoxLayout(foot)
        foot_row.setContentsMargins(16, 0, 8, 0)
        foot_row.addWidget(Icon(theme, "brackets-square", "ink2", 18))
        foot_row.addWidget(self._brackets)
        foot_row.addStretch(1)
        foot_row.addWidget(next_bracket)
        self._filter_holder = QWidget()
        holder = QVBoxLayout(self._filter_holder)
        holder.setContentsMargins(12, 8, 12, 0)
        holder.addWidget(self.filter)
        self._filter_holder.hide()
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 1, 0)
        layout.setSpacing(0)
        layout.addWidget(head)
        layout.addWidget(self._filter_holder)
        layout.addSpacing(8)
        layout.addWidget(self.view, 1)
        layout.addWidget(foot)
        self._state: tuple[Agreement, Numbers, Severities] | None = None
        self._current: ProvisionId | None = None
        self._later = QTimer(self)
        self._later.setSingleShot(True)
        self._later.timeout.connect(self._show)
        self.model.move_asked.connect(self.move_asked)
        self.view.shift_asked.connect(self.shift_asked)
        self.view.entered_text.connect(self.entered_text)
        self.view.clicked.connect(self._clicked)
        self.view.selectionModel().currentChanged.connect(self._current_changed)
        self._following = False
        self._opened: list[QPersistentModelIndex] = []

    def open_brackets(self, agreement: Agreement) -> int:
        """How many brackets are open in an agreement."""
        return open_brackets(self.model.tallies.together(agreement.units()))

    def show_agreement(
        self, agreement: Agreement, numbered: Numbers, severities: Severities, *, delay: int = 0
    ) -> None:
        """Show another root, now or after so many milliseconds; of several only the last is shown."""
        self._state = (agreement, numbered, severities)
        if delay:
            self._later.start(delay)
        else:
            self._later.stop()
            self._show()

    def follow(self, provision: ProvisionId | None) -> None:
        """Make the row of a provision the current one, without opening what the user has closed."""
        self._current = provision
        if provision is None:
            return
        index = self._filtered.mapFromSource(self.model.index_of(provision))
        if not index.isValid():
            return
        shown = index
        above = index.parent()
        while above.isValid():
            if not self.view.isExpanded(above):
                shown = above
            above = above.parent()
        top = index
        while top.parent().isValid():
            top = top.parent()
        if top != index and not self.view.isExpanded(top):
            self._fold_others(top)
            self.view.expand(top)
            shown = index
        if self.view.currentIndex() == shown:
            return
        self._following = True
        self.view.setCurrentIndex(shown)
        self.view.scrollTo(shown, QAbstractItemView.ScrollHint.EnsureVisible)
        self._following = False

    def _fold_others(self, kept: QModelIndex) -> None:
        """Of the articles opened by following the caret only the present one stays open."""
        for index in [i for i in self._opened if i.isValid() and i != kept]:
            self.view.collapse(index)
        self._opened = [QPersistentModelIndex(kept)]

    def _show(self) -> None:
        if self._state is None:
            return
        agreement, numbered, severities = self._state
        opened = self._open_rows()
        scroll = self.view.verticalScrollBar().value()
        self._following = True
        self.model.show(agreement, numbered, severities)
        for provision in opened:
            self.view.expand(self._filtered.mapFromSource(self.model.index_of(provision)))
        self._following = False
        self.view.verticalScrollBar().setValue(scroll)
        self._opened = []
        self._count.set(self.tr("%n article(s)", "", article_count(agreement)))
        self._brackets.set(self.tr("%n bracket(s) open", "", self.open_brackets(agreement)))
        self.follow(self._current)

    def _open_rows(self) -> list[ProvisionId]:
        found = []
        for position in range(self._filtered.rowCount()):
            index = self._filtered.index(position, 0)
            found.extend(self._open_below(index))
        return found

    def _open_below(self, index: QModelIndex) -> list[ProvisionId]:
        if not self.view.isExpanded(index):
            return []
        item = index.data(ITEM)
        own = [item.provision] if isinstance(item, Item) and item.provision is not None else []
        for position in range(self._filtered.rowCount(index)):
            own.extend(self._open_below(self._filtered.index(position, 0, index)))
        return own

    def _clicked(self, index: QModelIndex) -> None:
        item = index.data(ITEM)
        if isinstance(item, Item) and item.provision is not None:
            self.chosen.emit(item.provision)

    def _current_changed(self, index: QModelIndex, _before: QModelIndex) -> None:
        if not self._following and self.view.hasFocus():
            self._clicked(index)

    def _toggle_filter(self, on: bool) -> None:
        self._filter_holder.setVisible(on)
        self.filter.setVisible(on)
        if on:
            self.filter.setFocus()
        else:
            self.filter.clear()

    def _filter(self, words: str) -> None:
        self._filtered.setFilterFixedString(words)
        if words:
            self.view.expandAll()
