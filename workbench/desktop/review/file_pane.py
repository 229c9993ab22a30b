"""The file looked at: its source with bands beside what was recognised, and what to know before keeping.

Source, tree and doubtful places lead to each other here; what is done to the file is asked of the page.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QSplitter, QWidget

from workbench.agreement.tree import Kind, ProvisionId, Register
from workbench.desktop.kit import Banner, Banners, column, holder
from workbench.desktop.language_names import language_name
from workbench.desktop.review.bands import Bands, Columns, Origins
from workbench.desktop.review.correction import Correction
from workbench.desktop.review.doubts import Doubt, doubts
from workbench.desktop.review.file_notices import FileDeeds, instead, notice
from workbench.desktop.review.panes import RecognisedPane, SourcePane
from workbench.desktop.review.queue_view import sentence
from workbench.desktop.review.queued_file import QueuedFile, Stage
from workbench.desktop.theme import Theme


class FilePane(QWidget):
    """One file of the queue.

    `hiding` says that the tree is about to go, with the keyboard in it; `filled` that another file can be
    corrected now.
    """

    hiding = Signal()
    filled = Signal()

    def __init__(self, theme: Theme, type_names: Mapping[str, str], deeds: FileDeeds) -> None:
        super().__init__()
        self._theme, self._type_names, self._deeds = theme, type_names, deeds
        self.file: QueuedFile | None = None
        self.origins: Origins = {}
        self._shown: Correction | None = None
        self._filled: Correction | None = None
        self._stands_instead: tuple[object, ...] = ()
        self._pages = 1
        self.banners = Banners(theme)
        self.source_pane = SourcePane(theme)
        self.recognised = RecognisedPane(theme)
        self.source, self.tree = self.source_pane.view, self.recognised.tree
        self.doubt_list = self.recognised.doubts
        self._above = holder(column(self.banners, margins=(16, 8, 16, 8)), "surface")
        self._above.hide()
        panes = QSplitter(Qt.Orientation.Horizontal)
        panes.setHandleWidth(1)
        panes.setChildrenCollapsible(False)
        panes.addWidget(holder(column((self.source_pane, 1), gap=0), "surface"))
        panes.addWidget(self.recognised)
        panes.setStretchFactor(0, 6)
        panes.setStretchFactor(1, 5)
        panes.setSizes([593, 502])
        self.setLayout(column(self._above, (panes, 1), gap=0))
        self.source.chosen.connect(self._line_chosen)
        self.source.verticalScrollBar().valueChanged.connect(self._scrolled)
        self.source_pane.step.connect(self.doubt_list.step)
        self.doubt_list.chosen.connect(self._doubt_chosen)
        self.tree.current_changed.connect(self._unit_chosen)
        self.recognised.languages.chosen.connect(self._language_chosen)
        self.recognised.arrangement.chosen.connect(self._arranged)

    @property
    def correction(self) -> Correction | None:
        """What is corrected in the file; None until it is unpacked, and when it is over."""
        return self.file.correction if self.file is not None else None

    def can_edit(self) -> bool:
        """Whether the file is under review, and its tree is there."""
        if self.file is None or self.correction is None or self.correction is not self._filled:
            return False
        return self.file.stage is Stage.REVIEW

    def show_file(self, file: QueuedFile | None) -> None:
        """Show a file, or show it again: only another text is laid out anew.

        What was shown before stays until the new file is unpacked, which takes a moment.
        """
        self.file = file
        if file is not None and file.stage is Stage.REVIEW and file.correction is None:
            return
        correction = self.correction
        if correction is None:
            self._show_instead(file)
        elif correction is not self._shown:
            self._shown, self._stands_instead = correction, ()
            source = correction.read.source
            self._pages = max((block.page for block in source.blocks), default=1) if source is not None else 1
            self.source.show_source(source, correction.joined)
            self.tree.show_agreement(None, {}, {})
            self.source_pane.show_view()
            self.recognised.show()
            # The source is painted before the tree is made: both in one go hold up the window.
            QTimer.singleShot(0, self, self._fill)
        self.say_what_is_known()

    def _fill(self) -> None:
        """Show the tree of another file."""
        if self.correction is None or self.correction is not self._shown:
            return  # somebody has gone on
        self._filled = self.correction
        self.refresh()
        self.say_what_is_known()
        self.filled.emit()
        # Once the source is laid out and scrolled to its beginning.
        QTimer.singleShot(0, self, self._look_again)

    def refresh(self) -> None:
        """Show what was recognised as it is corrected now."""
        correction = self.correction
        if correction is None:
            return
        state, source = correction.state, correction.read.source
        if source is not None:
            names = [language_name(tree.language) for tree in state.trees]
            face = correction.face
            columns = Columns(source, state.origins, names, face) if len(names) > 1 else None
            self.origins = columns.origins(state.origins) if columns is not None else state.origins
            numbers = correction.numbers
            self.source.show_bands(Bands(source, correction.agreement, state.origins, numbers, columns))
        self.source_pane.show_view()
        self.tree.show_agreement(correction.agreement, correction.numbers, self._type_names)
        self.doubt_list.show_doubts(doubts(correction), len(state.settled))
        self.recognised.show_what(self._what(correction))
        self.recognised.show_languages([tree.language for tree in state.trees], correction.face)
        self._say_place()
        unit = self.tree.current()
        self.source.mark(self.origins.get(unit) if unit is not None else None)
        self._say_reason(unit)
        self._arrange()

    def say_what_is_known(self) -> None:
        """A banner for what a person should know before keeping: no agreement, known file, other version."""
        self.banners.clear()
        if self.file is not None and self.can_edit():
            banner = notice(self._theme, self.file, self._deeds)
            if banner is not None:
                self.banners.show_banner(banner)
        self._above.setVisible(self.banners.count() > 0)

    def say(self, said: str) -> None:
        """Say what cannot be done, where the banners are."""
        self.banners.clear()
        banner = Banner(self._theme, sentence(said), severity="warning", close_name=self.tr("Close"))
        banner.closed.connect(self.say_what_is_known)
        self.banners.show_banner(banner)
        self._above.show()

    def cursor_in(self, unit: ProvisionId) -> int | None:
        """Where the cursor in the source stands in the wording of a unit."""
        blocks, correction = self.origins.get(unit), self.correction
        place = self.source.place_in(blocks) if blocks is not None else None
        return correction.place_of(unit, *place) if place is not None and correction is not None else None

    # -- showing -------------------------------------------------------------------------------------------

    def _show_instead(self, file: QueuedFile | None) -> None:
        """Say what has become of a file without a text to look at."""
        said = (file, file.stage, file.note) if file is not None else (None,)
        if said == self._stands_instead:
            return
        self._stands_instead, self._shown, self._filled = said, None, None
        focused = self.focusWidget()
        if focused is not None and self.recognised.isAncestorOf(focused):
            self.hiding.emit()
        self.recognised.hide()
        self.source.show_source(None)
        self.tree.show_agreement(None, {}, {})
        self.doubt_list.show_doubts((), 0)
        self.recognised.show_reason("")
        self.source_pane.show_instead(instead(self._theme, file, self._deeds))

    def _what(self, correction: Correction) -> str:
        """Language and register of the file, and how many units of its own kind it has."""
        agreement = correction.agreement
        words = [language_name(agreement.language)]
        if not correction.state.is_agreement:
            return ", ".join([*words, self.tr("background")])
        articles, sections = agreement.of_kind(Kind.ARTICLE), agreement.of_kind(Kind.SECTION)
        if not articles and not sections:
            words.append(self.tr("%n paragraph(s)", None, len(agreement.of_kind(Kind.PARAGRAPH))))
        elif sections and not articles:
            words.append(self.tr("%n section(s)", None, len(sections)))
        else:
            words.append(self.tr("%n article(s)", None, len(articles)))
        if agreement.register is not Register.TREATY:
            words.append(self.tr("political") if agreement.register is Register.POLITICAL else self.tr("MoU"))
        return ", ".join(words)

    def _say_place(self) -> None:
        source = self.correction.read.source if self.correction is not None else None
        if source is None:
            self.source_pane.show_place("")
            return
        words = self.tr("as printed, page {page} of {pages}")
        self.source_pane.show_place(words.format(page=self.source.page_at_top(), pages=self._pages))

    def _say_reason(self, unit: ProvisionId | None) -> None:
        """Clause types of the unit looked at, each with the words that spoke for it."""
        correction = self.correction
        found = correction.agreement.find(unit) if correction is not None and unit is not None else None
        if correction is None or found is None:
            self.recognised.show_reason("")
            return
        cues = dict(correction.cues.get(found.id, ()))
        said = []
        for key in found.types:
            name, cue = self._type_names.get(key, key), cues.get(key, "")
            said.append(f"{name} (“{cue}”)" if cue else name)
        words = self.tr("Clause type: {types}").format(types=" · ".join(said))
        self.recognised.show_reason(words if said and cues else "")

    def _arrange(self) -> None:
        first = self.recognised.arrangement.current == 0
        self.doubt_list.setVisible(first and self.doubt_list.current() is not None)
        QTimer.singleShot(0, self.recognised, self.recognised.fit_doubts)

    # -- one leads to the other ----------------------------------------------------------------------------

    def _look_again(self) -> None:
        doubt = self.doubt_list.current()
        if doubt is not None:
            self._doubt_chosen(doubt)

    def _language_chosen(self, index: int) -> None:
        if self.correction is not None and index != self.correction.face:
            self.correction.look_at(index)

    def _arranged(self, _index: int) -> None:
        self._arrange()

    def _scrolled(self, _value: int) -> None:
        self._say_place()

    def _line_chosen(self, provision: ProvisionId | None) -> None:
        if provision is not None:
            self.tree.look_at(provision)

    def _unit_chosen(self, provision: ProvisionId | None) -> None:
        if self.correction is None or provision is None:
            return
        self.source.mark(self.origins.get(provision))
        self.doubt_list.look_at_provision(provision)
        self._say_reason(provision)

    def _doubt_chosen(self, doubt: Doubt) -> None:
        if doubt.provision is not None:
            self.tree.look_at(doubt.provision)
            self._unit_chosen(doubt.provision)
