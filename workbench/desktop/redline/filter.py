"""Which changes are listed and walked: by kind, by author, or only those that are set apart."""

from __future__ import annotations

from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QWidget

from workbench.comparison.redline import Redline
from workbench.comparison.revision import Revision, RevisionKind

_LISTED = frozenset(RevisionKind) - {RevisionKind.RENUMBERED}


@dataclass(frozen=True, slots=True)
class Filter:
    """What is to be listed. `hidden_authors` are left out; renumberings are listed only when asked for.

    Set apart are, in a file that came back, the changes without a mark; in a merge, the conflicts.
    """

    kinds: frozenset[RevisionKind] = _LISTED
    hidden_authors: frozenset[str] = frozenset()
    set_apart_only: bool = False

    def passes(self, revision: Revision, set_apart: Collection[int]) -> bool:
        """Whether a change is listed."""
        if revision.kind not in self.kinds or revision.author in self.hidden_authors:
            return False
        return not self.set_apart_only or revision.number in set_apart

    def with_kind(self, kind: RevisionKind, on: bool) -> Filter:
        """List a kind, or leave it out."""
        return replace(self, kinds=self.kinds | {kind} if on else self.kinds - {kind})

    def with_author(self, author: str, on: bool) -> Filter:
        """List the changes of an author, or leave them out."""
        hidden = self.hidden_authors - {author} if on else self.hidden_authors | {author}
        return replace(self, hidden_authors=hidden)

    def for_another(self) -> Filter:
        """The same for another redline, whose authors are others."""
        return Filter(self.kinds)


def authors_of(redline: Redline) -> list[str]:
    """Who made the changes, in the order of their first one; "" where a change carries no name."""
    return list(dict.fromkeys(r.author for r in redline.revisions if r.kind is not RevisionKind.RENUMBERED))


class FilterMenu(QMenu):
    """Asks what is to be listed; every tick is told at once to `changed`.

    `set_apart` names the changes set apart, "" where there are none.
    """

    def __init__(
        self,
        parent: QWidget,
        present: Filter,
        kinds: Sequence[tuple[RevisionKind, str]],
        authors: Sequence[str],
        changed: Callable[[Filter], None],
        *,
        set_apart: str = "",
    ) -> None:
        super().__init__(parent)
        self._present, self._changed = present, changed
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for kind, name in kinds:
            self._tick(name, kind in present.kinds, partial(_with_kind, kind))
        if any(authors):
            self.addSection(self.tr("Authors"))
            for author in authors:
                shown = author not in present.hidden_authors
                self._tick(author or self.tr("No name"), shown, partial(_with_author, author))
        if set_apart:
            self.addSeparator()
            self._tick(set_apart, present.set_apart_only, _with_set_apart_only)

    def _tick(self, words: str, on: bool, made: Callable[[Filter, bool], Filter]) -> None:
        action = self.addAction(words)
        action.setCheckable(True)
        action.setChecked(on)

        def toggled(now_on: bool) -> None:
            self._present = made(self._present, now_on)
            self._changed(self._present)

        action.toggled.connect(toggled)


def _with_kind(kind: RevisionKind, present: Filter, on: bool) -> Filter:
    return present.with_kind(kind, on)


def _with_author(author: str, present: Filter, on: bool) -> Filter:
    return present.with_author(author, on)


def _with_set_apart_only(present: Filter, on: bool) -> Filter:
    return replace(present, set_apart_only=on)
