"""What the start page shows, brought from the library: recent drafts, what can be recovered, the numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QDate, QLocale, QObject, QTime

from workbench.agreement.errors import WorkbenchError
from workbench.desktop.drafts_on_desk import DraftsOnDesk
from workbench.desktop.kit import Banner
from workbench.desktop.library.keeper import Keeper
from workbench.desktop.start.page import StartPage
from workbench.desktop.start.pieces import LibraryNumbers
from workbench.desktop.start.recents import RecentDraft

if TYPE_CHECKING:
    from workbench.agreement.tree import Agreement, Draft
    from workbench.library import Recovery
    from workbench.library.answers import RecentDraft as Remembered


class StartRoom(QObject):
    """Fills the start page whenever the library or the draft on the desk has changed."""

    def __init__(self, page: StartPage, keeper: Keeper, drafts: DraftsOnDesk) -> None:
        super().__init__(page)
        self._page, self._keeper, self._drafts = page, keeper, drafts
        self._numbers = LibraryNumbers()
        self._waiting = 0
        self._remembered: Sequence[Remembered] = ()
        keeper.changed.connect(self.refresh)
        drafts.came.connect(lambda _page: self.refresh())
        drafts.saved.connect(self.refresh)

    def refresh(self) -> None:
        """Ask the library again."""
        job = self._keeper.recent()
        if job is not None:
            job.succeeded.connect(self._show)
        counts = self._keeper.numbers()
        if counts is not None:
            counts.succeeded.connect(self.show_numbers)

    def show_numbers(self, numbers: LibraryNumbers) -> None:
        """Show how the library stands."""
        self._numbers = replace(numbers, waiting=self._waiting)
        self._page.show_library(self._numbers)

    def show_waiting(self, waiting: int) -> None:
        """Show how many files wait for review."""
        if waiting != self._waiting:
            self._waiting = waiting
            self.show_numbers(self._numbers)

    def _show(self, found: tuple[Sequence[Remembered], Sequence[Recovery]]) -> None:
        self._remembered, recoveries = found
        self._page.show_drafts([*self._on_desk(), *self._recent()])
        self._page.banners.clear()
        page = self._drafts.page
        for recovery in recoveries:
            on_desk = page is not None and (not recovery.path or str(page.path) == recovery.path)
            if not on_desk:
                self._offer(recovery)
                return

    def _on_desk(self) -> list[RecentDraft]:
        page = self._drafts.page
        if page is None or page.path is not None:
            return []
        agreement = page.session.agreement
        parties = " – ".join(party.short or party.name for party in agreement.parties)
        state = (self.tr("Not saved"), "brass", "pencil-simple")
        words, settled = brackets(agreement)
        from workbench.drafting.templates import title_of

        title = title_of(agreement) or page.title
        return [RecentDraft("", title, parties, "", words, settled, state, self.tr("on the desk"))]

    def _recent(self) -> list[RecentDraft]:
        page = self._drafts.page
        lines = []
        for known in self._remembered:
            path = Path(known.path)
            words, settled = "", None
            if page is not None and page.path == path:
                words, settled = brackets(page.session.agreement)
            missing = not path.exists()
            state = (self.tr("File not found"), "plain", "question") if missing else None
            lines.append(
                RecentDraft(
                    known.path,
                    known.title or path.stem,
                    " – ".join(known.parties),
                    path.name,
                    words,
                    settled,
                    state,
                    when(known.opened_at),
                    missing,
                )
            )
        return lines

    def _offer(self, recovery: Recovery) -> None:
        title = recovery.title or Path(recovery.path).name or self.tr("Untitled draft")
        banner = Banner(
            self._page.theme,
            self.tr("A newer autosave of “{title}” was found").format(title=title),
            self.tr("from {when}").format(when=when(recovery.saved_at)),
            severity="warning",
            icon="clock-counter-clockwise",
            quiet_first=True,
            actions=(
                (self.tr("Discard"), lambda: self._discard(recovery)),
                (self.tr("Restore"), lambda: self._restore(recovery)),
            ),
        )
        self._page.banners.show_banner(banner)

    def _discard(self, recovery: Recovery) -> None:
        self._page.banners.clear()
        job = self._keeper.forget_recovery(recovery.draft)
        if job is not None:
            job.succeeded.connect(lambda _result: self.refresh())

    def _restore(self, recovery: Recovery) -> None:
        job = self._keeper.recover(recovery.draft)
        if job is not None:
            job.succeeded.connect(lambda draft: self._put_back(recovery, draft))

    def _put_back(self, recovery: Recovery, draft: Draft | None) -> None:
        if draft is None:
            return
        path = Path(recovery.path) if recovery.path else None
        from workbench.actions import drafting

        saved = draft
        if path is not None:
            try:
                saved = drafting.open_draft(path)
            except WorkbenchError:
                path = None  # the file is gone or damaged: the autosave is all there is
        if self._drafts.put(saved, path, recovered=draft if saved is not draft else None):
            self._page.banners.clear()
            if path is None and self._drafts.page is not None:
                self._drafts.page.saving.put_in_safety()
                self._keeper.forget_recovery(recovery.draft)


def brackets(agreement: Agreement) -> tuple[str, float | None]:
    """How many brackets stand open, in words, and the share settled (only what the tree knows)."""
    from workbench.agreement.text import Bracket

    count = sum(
        len(text.of(Bracket)) for unit in agreement.walk() for text in (unit.heading, unit.text, unit.wrap_up)
    )
    if not count:
        return QCoreApplication.translate("StartRoom", "No open brackets"), 1.0
    return QCoreApplication.translate("StartRoom", "%n bracket(s) open", None, count), 0.0


def when(moment: str) -> str:
    """A moment (ISO 8601, UTC) as people say it: "today, 14:32", "yesterday", a date."""
    try:
        local = datetime.fromisoformat(moment).replace(tzinfo=UTC).astimezone()
    except ValueError:
        return ""
    days = (datetime.now().astimezone().date() - local.date()).days
    time = QLocale().toString(QTime(local.hour, local.minute), QLocale.FormatType.ShortFormat)
    if days == 0:
        return QCoreApplication.translate("StartRoom", "today, {time}").format(time=time)
    if days == 1:
        return QCoreApplication.translate("StartRoom", "yesterday, {time}").format(time=time)
    return QLocale().toString(QDate(local.year, local.month, local.day), QLocale.FormatType.ShortFormat)
