"""The form beside the text: what the draft still wants filled in; one value is written everywhere."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.text import Placeholder, PlaceholderType
from workbench.agreement.tree import Draft, ProvisionId
from workbench.desktop.editor.saying import counted
from workbench.desktop.kit import Button, Field, Label, LineEdit, clear, section_head
from workbench.desktop.theme import Theme
from workbench.drafting.placeholders import Blank, fill, placeholders, unfill

_AT_FIRST = 4


class FillIn(QWidget):
    """Fields for placeholders: those of the present provision first, the others on demand."""

    filled = Signal(object, str)
    """(the draft with the value written everywhere, the label of the placeholder)."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._draft: Callable[[], Draft] | None = None
        self._provision: ProvisionId | None = None
        self._all = False
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(16, 12, 16, 12)
        self._layout.setSpacing(8)
        self._fields: dict[str, Field] = {}
        self._left = Label(theme, "", 13, tone="ink3")
        self._shown: tuple[tuple[Blank, ...], int] | None = None
        self._writing = False

    def show_draft(self, draft: Callable[[], Draft], provision: ProvisionId | None) -> None:
        """Show the placeholders of a draft, those standing in a provision first."""
        self._draft, self._provision = draft, provision
        blanks = placeholders(draft())
        here = tuple(b for b in blanks if provision in b.occurrences)
        wanted = (*here, *(b for b in blanks if b not in here)) if self._all or not here else here
        wanted = wanted if self._all else wanted[: max(_AT_FIRST, len(here))]
        if self._shown == (wanted, len(blanks)):
            return
        self._shown = (wanted, len(blanks))
        if [b.key for b in wanted] == list(self._fields):
            self._renew(wanted)
            self._tell_left(blanks)
        else:
            self._build(wanted, blanks)
        self.setVisible(bool(blanks))

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Leaving a field writes its value."""
        if event.type() is QEvent.Type.FocusOut:
            for key, field in self._fields.items():
                if field.field is watched:
                    self._write(key)
                    break
        return False

    def _build(self, wanted: tuple[Blank, ...], blanks: tuple[Blank, ...]) -> None:
        clear(self._layout)
        self._fields = {}
        theme = self._theme
        self._left = Label(theme, "", 13, tone="ink3")
        self._layout.addWidget(section_head(theme, self.tr("To fill in"), self._left))
        self._tell_left(blanks)
        for blank in wanted:
            edit = LineEdit(theme, _hint(blank), name=blank.label)
            help_text = blank.help
            if len(blank.occurrences) > 1:
                count = len(blank.occurrences)
                places = counted(self.tr("Stands in %n place(s).", "", count), count)
                help_text = f"{blank.help} {places}".strip()
            field = Field(theme, blank.label[:1].upper() + blank.label[1:], edit, help_text=help_text)
            edit.setText(blank.value or "")
            edit.returnPressed.connect(lambda key=blank.key: self._enter(key))
            edit.installEventFilter(self)
            self._fields[blank.key] = field
            self._layout.addWidget(field)
        if len(blanks) > len(wanted) or self._all:
            count = len(blanks)
            every = counted(self.tr("All %n placeholder(s)", "", count), count)
            words = self.tr("Fewer") if self._all else every
            self._layout.addWidget(Button(theme, words, "link", run=self._toggle))
        if not blanks:
            self._layout.addWidget(Label(theme, self.tr("Nothing is left open."), 13, tone="ink3"))

    def _tell_left(self, blanks: tuple[Blank, ...]) -> None:
        left = sum(blank.value is None for blank in blanks)
        said = self.tr("%1 of %2 open").replace("%1", str(left)).replace("%2", str(len(blanks)))
        self._left.set(said)

    def _renew(self, wanted: tuple[Blank, ...]) -> None:
        for blank in wanted:
            edit = self._fields[blank.key].field
            if isinstance(edit, LineEdit) and not edit.hasFocus() and edit.text() != (blank.value or ""):
                edit.setText(blank.value or "")

    def _toggle(self) -> None:
        self._all = not self._all
        self._shown = None
        if self._draft is not None:
            self.show_draft(self._draft, self._provision)

    def _enter(self, key: str) -> None:
        if self._write(key):
            keys = list(self._fields)
            following = keys[(keys.index(key) + 1) % len(keys)] if key in keys else ""
            if following:
                self._fields[following].field.setFocus()

    def _write(self, key: str) -> bool:
        """Write a value into the draft; says whether it could be."""
        if self._draft is None or self._writing:
            return False
        field, draft = self._fields[key], self._draft()
        value = field.text
        if value == draft.values.get(key, ""):
            return True
        if not any(
            isinstance(mark.value, Placeholder) and mark.value.key == key
            for unit in draft.agreement.walk()
            for mark in (*unit.heading.marks, *unit.text.marks, *unit.wrap_up.marks)
        ):
            return False
        try:
            changed = fill(draft, key, value) if value else unfill(draft, key)
        except WorkbenchError as error:
            field.set_error(error.sentence)
            return False
        self._writing = True
        self.filled.emit(changed, key)
        self._writing = False
        return True


def _hint(blank: Blank) -> str:
    if blank.default:
        return blank.default
    if blank.type is PlaceholderType.DATE:
        return "2027-03-15"
    if blank.type is PlaceholderType.MONEY:
        return "EUR 5000000"
    return blank.label
