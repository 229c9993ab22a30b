"""The facets beside the results: type, language, partner, year, each value with how many clauses have it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from workbench.desktop.kit import Button, Label, clear
from workbench.desktop.kit.fields import CheckBox
from workbench.desktop.library.clauses import FACETS, ClauseQuery, FacetValue, Found
from workbench.desktop.theme import Theme

_FEW = 4


class FacetPane(QScrollArea):
    """`toggled` carries the facet and the value that was ticked, or None when it was unticked."""

    toggled = Signal(str, object)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._unfolded: set[str] = set()
        self._found, self._query = Found(), ClauseQuery()
        self._titles = {
            "type": self.tr("Clause type"),
            "language": self.tr("Language"),
            "state": self.tr("Partner"),
            "year": self.tr("Year"),
            "curation": self.tr("Curation"),
        }
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFixedWidth(236)
        self.setAccessibleName(self.tr("Filters"))
        content = QWidget()
        self._column = QVBoxLayout(content)
        self._column.setContentsMargins(20, 12, 12, 12)
        self._column.setSpacing(2)
        self.setWidget(content)

    def show_facets(self, found: Found, query: ClauseQuery) -> None:
        """Show the values that the found clauses have, and which are asked for."""
        self._found, self._query = found, query
        focused = self._focused_name()
        clear(self._column)
        for facet in FACETS:
            values = found.facets.get(facet, ())
            if values:
                self._add(facet, values, query.value(facet))
        self._column.addStretch(1)
        self._focus_again(focused)

    def _add(self, facet: str, values: tuple[FacetValue, ...], chosen: str | None) -> None:
        self._column.addWidget(Label(self._theme, self._titles[facet], 13, 600, "ink2"))
        ordered = sorted(values, key=lambda value: value.value != chosen)
        unfolded = facet in self._unfolded
        for value in ordered if unfolded else ordered[:_FEW]:
            box = CheckBox(
                self._theme,
                value.words,
                count=str(value.count),
                name=self.tr("{facet}: {value}, {count} clauses").format(
                    facet=self._titles[facet], value=value.words, count=value.count
                ),
            )
            box.setChecked(value.value == chosen)
            box.setToolTip(value.words)
            box.clicked.connect(lambda on, f=facet, v=value.value: self.toggled.emit(f, v if on else None))
            self._column.addWidget(box)
        if len(ordered) > _FEW:
            words = self.tr("fewer") if unfolded else self.tr("%n more", None, len(ordered) - _FEW)
            self._column.addWidget(
                Button(self._theme, words, "link", run=lambda: self._unfold(facet)),
                alignment=Qt.AlignmentFlag.AlignLeft,
            )
        self._column.addSpacing(8)

    def _unfold(self, facet: str) -> None:
        self._unfolded ^= {facet}
        self.show_facets(self._found, self._query)

    def _focused_name(self) -> str:
        focused = self.focusWidget()
        return focused.accessibleName() if isinstance(focused, CheckBox) and focused.hasFocus() else ""

    def _focus_again(self, name: str) -> None:
        if not name:
            return
        for box in self.findChildren(CheckBox):
            if box.accessibleName().split(",")[0] == name.split(",", maxsplit=1)[0]:
                box.setFocus(Qt.FocusReason.OtherFocusReason)
                return
