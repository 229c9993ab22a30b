"""Find and replace on the page: what was found is marked, one of it selected, some or all replaced."""

from __future__ import annotations

from PySide6.QtCore import QObject

from workbench.desktop.editor import finding, keystrokes
from workbench.desktop.editor.bars import FindBar
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session


class Search(QObject):
    """Answers the find bar."""

    def __init__(self, page: Page, bar: FindBar, session: Session) -> None:
        super().__init__(page)
        self._page, self._bar, self._session = page, bar, session
        self.matches: list[finding.Match] = []
        bar.searched.connect(self._search)
        bar.step_asked.connect(self._step)
        bar.replace_asked.connect(self._replace)
        bar.replace_all_asked.connect(self._replace_all)
        bar.left.connect(self._over)

    def renew(self) -> None:
        """The text has changed: look again."""
        if self._bar.isVisible():
            self.matches = finding.matches(self._page.draft_sheet.lines, self._bar.words.text())
            self._mark_found()

    def _search(self, words: str) -> None:
        self.matches = finding.matches(self._page.draft_sheet.lines, words)
        self._mark_found()
        here = self._page.span()
        following = next((m for m in self.matches if (m.line, m.start) >= (here.first, here.start)), None)
        if following is not None:
            self._select(following)
        self._tell()

    def _mark_found(self) -> None:
        found: dict[int, tuple[tuple[int, int], ...]] = {}
        for match in self.matches:
            found[match.line] = (*found.get(match.line, ()), (match.start, match.end))
        self._page.found = found
        self._page.viewport().update()

    def _step(self, by: int) -> None:
        if not self.matches:
            return
        here = self._page.span()
        if by > 0:
            following = next(
                (m for m in self.matches if (m.line, m.start) > (here.first, here.start)), self.matches[0]
            )
        else:
            following = next(
                (m for m in reversed(self.matches) if (m.line, m.start) < (here.first, here.start)),
                self.matches[-1],
            )
        self._select(following)
        self._tell()

    def _select(self, match: finding.Match) -> None:
        lines = self._page.draft_sheet.lines
        self._page.go(match.place(lines), select=match.end - match.start)
        self._page.scroll_to(self._page.document().findBlockByNumber(match.line), share=0.4)

    def _current(self) -> finding.Match | None:
        span = self._page.span()
        return next(
            (m for m in self.matches if (m.line, m.start, m.end) == (span.first, span.start, span.end)), None
        )

    def _tell(self) -> None:
        current = self._current()
        self._bar.tell(self.matches.index(current) + 1 if current else 0, len(self.matches))

    def _replace(self, words: str) -> None:
        current = self._current()
        if current is None:
            self._step(1)
            return
        self._replace_these([current], words)
        self._step(1)

    def _replace_all(self, words: str) -> None:
        if self.matches:
            self._replace_these(self.matches, words)
            self._tell()

    def _replace_these(self, these: list[finding.Match], words: str) -> None:
        lines = self._page.draft_sheet.lines
        last = these[0].place(lines)
        agreement = finding.replaced(self._session.agreement, lines, these, words)
        after = keystrokes.replace_offset(last, last.offset + len(words))
        self._session.apply(self.tr("Replacing"), agreement, before=last, after=after)

    def _over(self) -> None:
        self.matches = []
        self._mark_found()
        self._page.setFocus()
