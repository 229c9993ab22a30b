"""The shape of the draft as the outline changes it: new articles, provisions moved to other places."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QObject, Signal

from workbench.agreement import edits
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId, Zone, new_id
from workbench.desktop.editor import keystrokes
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session


class Shaping(QObject):
    """Moves what the outline says; the caret of the page goes along."""

    refused = Signal(str)

    def __init__(self, page: Page, session: Session) -> None:
        super().__init__(page)
        self._page, self._session = page, session

    def add_article(self) -> None:
        """A new article after the one the caret stands in."""
        agreement = self._session.agreement
        place = self._page.place_of_caret
        born = Provision(new_id(), Kind.ARTICLE)
        host = None
        for unit in agreement.body:
            if place is not None and any(inner.id == place.provision for inner in unit.walk()):
                host = next(
                    (
                        inner
                        for inner in unit.walk()
                        if inner.kind in (Kind.ARTICLE, Kind.SECTION)
                        and any(deep.id == place.provision for deep in inner.walk())
                    ),
                    unit,
                )
        if host is not None:
            born = Provision(new_id(), host.kind if host.kind is Kind.SECTION else Kind.ARTICLE)
            changed = edits.insert_after(agreement, host.id, born)
        else:
            changed = edits.append_to_zone(agreement, Zone.BODY, born)
        after = Place(born.id, Part.HEADING, 0)
        self._session.apply(self.tr("New article"), changed, before=place, after=after)
        self._page.setFocus()

    def move(self, provision: ProvisionId, target: ProvisionId, after: bool) -> None:
        """Take a provision before or behind another one."""
        self._structural(
            self.tr("Moving a provision"),
            provision,
            lambda: keystrokes.move_to(self._session.agreement, provision, target, after=after),
        )

    def shift(self, provision: ProvisionId, steps: int) -> None:
        """Up (negative) or down among its neighbours."""
        self._structural(
            self.tr("Moving a provision"),
            provision,
            lambda: keystrokes.shift(self._session.agreement, provision, steps),
        )

    def _structural(self, label: str, provision: ProvisionId, change: Callable[[], Agreement]) -> None:
        try:
            changed = change()
        except edits.EditError as error:
            self.refused.emit(error.sentence)
            return
        index = self._page.draft_sheet.index_of(provision)
        part = self._page.draft_sheet.lines[index].part if index is not None else Part.TEXT
        self._session.apply(
            label,
            changed,
            before=self._page.place_of_caret,
            after=Place(provision, part, 0),
        )
