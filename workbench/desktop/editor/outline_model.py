"""The outline as a model: rows of the tree for the view, dragged rows as moves of provisions."""

from __future__ import annotations

from typing import Any

from PySide6.QtCore import QAbstractItemModel, QMimeData, QModelIndex, QPersistentModelIndex, Qt, Signal

from workbench.agreement.findings import Severity
from workbench.agreement.tree import Agreement, ProvisionId
from workbench.desktop.editor.outline_items import Item, Severities, Tallies, Words, items
from workbench.desktop.editor.saying import counted
from workbench.desktop.editor.session import Numbers

Index = QModelIndex | QPersistentModelIndex
ITEM = Qt.ItemDataRole.UserRole + 1
MIME = "application/x-treaty-provision"
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

    def parent(self, index: Index = _NOWHERE) -> QModelIndex:  # type: ignore[override]  # Qt has two methods of this name
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
            said.append(counted(self.tr("%n open bracket(s)", "", item.brackets), item.brackets))
        if item.severity is Severity.ERROR:
            said.append(self.tr("has errors"))
        elif item.severity is Severity.WARNING:
            said.append(self.tr("has warnings"))
        return ", ".join(said)
