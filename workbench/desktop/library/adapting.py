"""How a clause is taken over, chosen piece by piece before it is inserted.

What adaptation changes can be switched off by its reason; who becomes whom, the register, dates and sums as
placeholders, and where it goes are chosen beside it.

The pane shows what a `Preview` found and says `changed` with every switch; the redline follows.
"""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QCoreApplication, QSignalBlocker, Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut

from workbench.desktop.kit import (
    Chip,
    ComboBox,
    Flow,
    Frame,
    Label,
    Segmented,
    clear,
    column,
    holder,
    row,
    with_shortcut,
)
from workbench.desktop.library.clauses import Choices, Preview
from workbench.desktop.theme import Theme

_REGISTER, _BLANKS = "register", "blanks"
_MOST_KEYS = 9


def reason_name(reason: str) -> str:
    """What a reason of change is called."""
    translate = QCoreApplication.translate
    return {
        "party": translate("Adaptation", "Party names"),
        "adjective": translate("Adaptation", "Adjectives"),
        "capital": translate("Adaptation", "Capitals"),
        "institution": translate("Adaptation", "Institutions"),
        "collective-name": translate("Adaptation", "Parties or Participants"),
        "own-name": translate("Adaptation", "Name of the agreement"),
        "register": translate("Adaptation", "Register of the draft"),
    }.get(reason, reason)


class AdaptationPane(Frame):
    """The switches for the clause that is chosen; `choices` is what they say."""

    changed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__("foot")
        self._theme = theme
        self.choices = Choices()
        self._preview = Preview("")
        self._chips: list[tuple[str, Chip]] = []
        self.where = Segmented(
            theme, [self.tr("At the cursor"), self.tr("As final provisions")], self.tr("Where to insert")
        )
        self.where.setToolTip(with_shortcut(self.tr("Insert as final provisions"), "Ctrl+Shift+Return"))
        self.where.chosen.connect(lambda index: self._choose(replace(self.choices, final=index == 1)))
        self.ways = ComboBox(theme, name=self.tr("Which party becomes which"))
        self.ways.activated.connect(self._way_chosen)
        self._flow = Flow(gap=6)
        self._none = Label(theme, self.tr("Nothing in this clause depends on the parties."), 13, tone="ink3")
        self._switches = holder(self._flow)
        head = row(self.where, None, (self.ways, 1), gap=12)
        self.setLayout(column(head, self._none, self._switches, gap=8, margins=(20, 10, 20, 10)))
        self._keys = [
            QShortcut(QKeySequence(f"Ctrl+Alt+{number}"), self, context=Qt.ShortcutContext.WindowShortcut)
            for number in range(1, _MOST_KEYS + 1)
        ]
        for index, key in enumerate(self._keys):
            key.activated.connect(lambda at=index: self._press(at))
        self.show_preview(self._preview)

    def begin(self) -> None:
        """Another clause: what was left alone and who became whom belonged to the one before."""
        self.choices = replace(self.choices, without=frozenset(), mapping=())
        self._preview = Preview("")
        self.setEnabled(False)

    def show_preview(self, preview: Preview) -> None:
        """Show what there is to choose from."""
        self._preview = preview
        self.setEnabled(True)
        with QSignalBlocker(self.ways):
            self.ways.clear()
            for way in preview.ways:
                self.ways.addItem(way.words)
            chosen = [way.mapping for way in preview.ways]
            at = chosen.index(self.choices.mapping) if self.choices.mapping in chosen else 0
            self.ways.setCurrentIndex(at)
        self.ways.setVisible(len(preview.ways) > 1)
        self.where.choose(1 if self.choices.final else 0)
        wanted = [(reason, str(count)) for reason, count in preview.reasons]
        if preview.blanks:
            wanted.append((_BLANKS, str(preview.blanks)))
        self._show_chips(wanted)

    def _show_chips(self, wanted: list[tuple[str, str]]) -> None:
        focused = next((key for key, chip in self._chips if chip.hasFocus()), "")
        if [(key, chip.property("count")) for key, chip in self._chips] != wanted:
            clear(self._flow)
            self._chips = []
            for index, (key, count) in enumerate(wanted):
                words = self.tr("Dates and sums as placeholders") if key == _BLANKS else reason_name(key)
                name = self.tr("{what}, {count} places").format(what=words, count=count)
                shortcut = f"Ctrl+Alt+{index + 1}" if index < _MOST_KEYS else ""
                chip = Chip(self._theme, words, count=count, name=name, tip=with_shortcut(words, shortcut))
                chip.setProperty("count", count)
                chip.clicked.connect(lambda on, which=key: self._switch(which, on))
                self._chips.append((key, chip))
                self._flow.addWidget(chip)
                if key == focused:
                    chip.setFocus(Qt.FocusReason.OtherFocusReason)
        for key, chip in self._chips:
            chip.setChecked(self._is_on(key))
        self._none.setVisible(not wanted)
        self._switches.setVisible(bool(wanted))
        self.updateGeometry()

    def _is_on(self, key: str) -> bool:
        if key == _BLANKS:
            return self.choices.blanks
        return self.choices.register if key == _REGISTER else key not in self.choices.without

    def _switch(self, key: str, on: bool) -> None:
        if key == _BLANKS:
            self._choose(replace(self.choices, blanks=on))
        elif key == _REGISTER:
            self._choose(replace(self.choices, register=on))
        else:
            without = self.choices.without - {key} if on else self.choices.without | {key}
            self._choose(replace(self.choices, without=without))

    def _press(self, index: int) -> None:
        if index < len(self._chips):
            self._chips[index][1].click()

    def _way_chosen(self, index: int) -> None:
        mapping = self._preview.ways[index].mapping if index else ()
        self._choose(replace(self.choices, mapping=mapping))

    def _choose(self, choices: Choices) -> None:
        if choices != self.choices:
            self.choices = choices
            self.changed.emit()
