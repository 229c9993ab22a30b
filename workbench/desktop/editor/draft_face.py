"""The draft face: outline, page and inspector side by side, kept in step, with the tools above the page."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QVBoxLayout, QWidget

from workbench.agreement.findings import Severity
from workbench.agreement.text import Mark
from workbench.agreement.tree import Draft, Kind, ProvisionId
from workbench.desktop.editor.bars import FindBar, Question, Toolbar
from workbench.desktop.editor.defined_terms import DefinedTerms
from workbench.desktop.editor.inspector import Inspector
from workbench.desktop.editor.lines import Place, retouched
from workbench.desktop.editor.live_findings import LiveFindings
from workbench.desktop.editor.outline import OutlinePane
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.pieces import Pieces
from workbench.desktop.editor.search import Search
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.settling import Settling
from workbench.desktop.editor.shaping import Shaping
from workbench.desktop.editor.tools import Tools
from workbench.desktop.editor.walking import Walking
from workbench.desktop.kit import Banners, Frame, Label, ToolButton, row
from workbench.desktop.theme import Theme

if TYPE_CHECKING:
    pass

_NARROW = 1180
"""Below this width the inspector folds by itself."""
_RESHAPED, _REWORDED = 30, 150
"""Milliseconds until the outline follows a change of shape, and one of words."""


class DraftFace(QWidget):
    """Where a draft is written."""

    place_changed = Signal(object)
    clause_search_asked = Signal(str)
    """The clause search, for clauses of a type ("": of any)."""
    clause_dropped = Signal(str)
    refused = Signal(str)

    def __init__(
        self,
        theme: Theme,
        session: Session,
        findings: LiveFindings,
        *,
        author: str,
        type_name: Callable[[str], str],
    ) -> None:
        super().__init__()
        self.session, self.findings, self._type_name = session, findings, type_name
        self.outline = OutlinePane(theme)
        self.toolbar = Toolbar(theme)
        self.question = Question(theme)
        self.find_bar = FindBar(theme)
        self.banners = Banners(theme)
        self.banners.setContentsMargins(16, 8, 16, 8)
        self.page = Page(theme, session)
        self.inspector = Inspector(theme, type_name)
        self._wanted, self._insisted = True, False
        self._drawer = 0
        self.tools = Tools(self.page, self.question, session, author)
        self.pieces = Pieces(theme, self.page, self.question, session)
        self.terms = DefinedTerms(theme, self.page, self.question, session)
        self.settling = Settling(session, self.page, self.question)
        self.search = Search(self.page, self.find_bar, session)
        self.walking = Walking(self.page, findings)
        self.shaping = Shaping(self.page, session)
        self._searching = self._search_bar(theme)
        self._unfold = ToolButton(
            theme, "sidebar-simple", self.tr("Show the inspector"), run=self.toggle_inspector
        )
        self._unfold.hide()
        bar = QHBoxLayout()
        bar.setSpacing(0)
        bar.addWidget(self.toolbar, 1)
        unfold = Frame("bar", row(self._unfold, margins=(0, 0, 8, 0)), height=45)
        unfold.hide()
        self._unfold_bar = unfold
        bar.addWidget(unfold)
        middle = QVBoxLayout()
        middle.setSpacing(0)
        middle.addLayout(bar)
        for part in (self._searching, self.question, self.find_bar, self.banners):
            middle.addWidget(part)
        middle.addWidget(self.page, 1)
        self._room_for_drawer = QWidget()
        self._room_for_drawer.setFixedWidth(0)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        layout.addWidget(self.outline)
        layout.addLayout(middle, 1)
        layout.addWidget(self.inspector)
        layout.addWidget(self._room_for_drawer)
        self._connect()
        self._show_all()
        self._moved(self.page.place_of_caret)

    # -- what others ask for -----------------------------------------------------------------------------

    @property
    def label(self) -> str:
        """How the provision at the caret is cited."""
        place = self.page.place_of_caret
        number = self.session.numbers.get(place.provision) if place is not None else None
        return number.label if number is not None else ""

    @property
    def searching(self) -> bool:
        """Whether the clause search covers the right side."""
        return self._drawer > 0

    def show_provision(self, provision: ProvisionId) -> None:
        """Go to a provision."""
        self.page.show_provision(provision)
        self.page.setFocus()

    def open_drawer(self, width: int, words: str) -> None:
        """Make room for the clause drawer: outline and inspector fold, the insertion line shows."""
        self._drawer = width
        self._room_for_drawer.setFixedWidth(width)
        self._arrange()
        self.page.insertion.show(words)
        # The page has its new width only when the layout has run.
        QTimer.singleShot(0, self.page, self.page.insertion.reveal)

    def shut_drawer(self) -> None:
        """Everything as it was before."""
        self._drawer = 0
        self._room_for_drawer.setFixedWidth(0)
        self.page.insertion.show("")
        self._arrange()

    def toggle_inspector(self) -> None:
        """Fold the inspector away, or bring it back."""
        shown = not self.inspector.isVisible()
        self._wanted = self._insisted = shown
        self._arrange()

    def open_find(self) -> None:
        """Open the find bar, with the selected words if they are on one line."""
        words = self.page.textCursor().selectedText()
        self.find_bar.begin("" if "\u2029" in words or len(words) > 80 else words)

    def tool(self, verb: str) -> None:
        """Do what a tool of the bar says."""
        deeds: dict[str, Callable[[], None]] = {
            "out": self.page.level_up,
            "in": self.page.level_down,
            "up": lambda: self.page.move_provision(-1),
            "down": lambda: self.page.move_provision(1),
            "bracket": self.tools.bracket,
            "alternative": self.tools.alternative,
            "placeholder": self.tools.ask_placeholder,
            "reference": self.tools.ask_reference,
            "comment": self.tools.ask_comment,
            "types": lambda: self.tools.ask_types(self._type_name),
            "clause": lambda: self.clause_search_asked.emit(""),
        }
        deeds[verb]()

    # -- Qt ----------------------------------------------------------------------------------------------

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fold where it is narrow."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Small windows fold, they do not grow."""
        return QSize(640, 300)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape leaves the bars."""
        if event.key() == Qt.Key.Key_Escape and (self.find_bar.isVisible() or self.question.isVisible()):
            self.find_bar.leave() if self.find_bar.isVisible() else self.question.leave()
            return
        super().keyPressEvent(event)

    # -- within ------------------------------------------------------------------------------------------

    def _connect(self) -> None:
        page, outline = self.page, self.outline
        self.session.changed.connect(self._changed)
        self.findings.changed.connect(self._found)
        page.place_changed.connect(self._moved)
        page.refused.connect(self.refused)
        page.clause_dropped.connect(self.clause_dropped)
        page.placeholder_clicked.connect(self._to_field)
        page.placeholder_written.connect(self.tools.ask_value)
        page.menu_actions = self._fill_menu
        self.tools.asked.connect(self.tool)
        self.tools.refused.connect(self.refused)
        self.pieces.refused.connect(self.refused)
        self.terms.refused.connect(self.refused)
        self.walking.refused.connect(self.refused)
        self.shaping.refused.connect(self.refused)
        page.table_opened.connect(lambda: self.pieces.open_table(self))
        self.inspector.footnote_asked.connect(self._footnote)
        outline.chosen.connect(page.show_provision)
        outline.entered_text.connect(page.setFocus)
        outline.add_asked.connect(self.shaping.add_article)
        outline.bracket_asked.connect(self.walking.bracket)
        outline.move_asked.connect(self.shaping.move)
        outline.shift_asked.connect(self.shaping.shift)
        self.toolbar.asked.connect(self.tool)
        self.toolbar.kind_chosen.connect(self._set_kind)
        self.question.left.connect(page.setFocus)
        # The bar takes room from the page: what it asks about stays in sight.
        self.question.opened.connect(lambda: QTimer.singleShot(0, page, page.ensureCursorVisible))
        self.inspector.types_asked.connect(lambda: self.tool("types"))
        self.settling.refused.connect(self.refused)
        self.inspector.fix_asked.connect(self.settling.put_right)
        self.inspector.dismissed.connect(self.settling.ask_reason)
        self.inspector.clause_asked.connect(self.clause_search_asked)
        self.settling.clause_wanted.connect(self.clause_search_asked)
        self.inspector.taken_back.connect(self.settling.take_back)
        self.inspector.folded.connect(self.toggle_inspector)
        self.inspector.fill_in.filled.connect(self._filled)
        self.inspector.comment_removed.connect(self.tools.remove_comment)

    def _fill_menu(self, menu: QMenu) -> None:
        self.terms.fill_menu(menu)
        self.tools.fill_menu(menu)

    def _changed(self, old: Draft, new: Draft) -> None:
        reshaped = retouched(old.agreement, new.agreement) is None
        self._show_outline(delay=_RESHAPED if reshaped else _REWORDED)
        self.search.renew()

    def _show_outline(self, *, delay: int) -> None:
        severities: dict[ProvisionId, Severity] = {}
        order = list(Severity)
        for found in self.findings.shown:
            if found.provision is not None:
                known = severities.get(found.provision)
                if known is None or order.index(found.severity) < order.index(known):
                    severities[found.provision] = found.severity
        self.outline.show_agreement(self.session.agreement, self.session.numbers, severities, delay=delay)

    def _show_all(self) -> None:
        self._show_outline(delay=0)
        self._mark_findings()

    def _mark_findings(self) -> None:
        shown = self.findings.shown
        self.page.draft_sheet.set_findings(shown)
        self.page.queries.set(shown, self.findings.checked)

    def _found(self) -> None:
        self._mark_findings()
        self.page.viewport().update()
        self._show_outline(delay=_REWORDED)
        self._inspect()

    def _moved(self, place: Place | None) -> None:
        line = self.page.line
        self.toolbar.show_line(line)
        self.outline.follow(place.provision if place is not None else None)
        self._inspect()
        self._where.set(self.label)
        self.place_changed.emit(place)

    def _inspect(self) -> None:
        place = self.page.place_of_caret
        provision = place.provision if place is not None else None
        self.inspector.show_provision(lambda: self.session.draft, provision, self.label, self.findings.all)

    def _footnote(self, note: Mark, remove: bool) -> None:
        line, notes = self.pieces.notes_here()
        if line is not None and note in notes:
            deed = self.pieces.remove_footnote if remove else self.pieces.change_footnote
            deed(line, note)

    def _set_kind(self, kind: Kind) -> None:
        self.page.set_kind(kind)
        self.toolbar.show_line(self.page.line)
        self.page.setFocus()

    def _filled(self, draft: Draft, label: str) -> None:
        self.session.apply_draft(
            self.tr("Fill in %1").replace("%1", label),
            draft,
            before=self.page.place_of_caret,
            after=self.page.place_of_caret,
        )

    def _to_field(self, key: str) -> None:
        if self.inspector.isVisible():
            self.inspector.refresh()

    # -- room --------------------------------------------------------------------------------------------

    def _arrange(self) -> None:
        searching = self._drawer > 0
        shown = self._wanted and not searching and (self.width() >= _NARROW or self._insisted)
        self.outline.setVisible(not searching)
        self.toolbar.setVisible(not searching)
        self._searching.setVisible(searching)
        if self.inspector.isVisibleTo(self) != shown:
            self.inspector.setVisible(shown)
            if shown:
                self.inspector.refresh()
        self._unfold.setVisible(not shown and not searching)
        self._unfold_bar.setVisible(not shown and not searching)

    def _search_bar(self, theme: Theme) -> Frame:
        self._where = Label(theme, "", 13, 600, "ink2")
        made = Frame(
            "bar",
            row(
                Label(theme, self.tr("Outline folded while you search"), 13, tone="ink2"),
                None,
                self._where,
                gap=6,
                margins=(16, 0, 16, 0),
            ),
            height=45,
        )
        made.hide()
        return made
