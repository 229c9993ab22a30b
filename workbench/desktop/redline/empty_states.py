"""What the faces of a redline say while there is no redline to show, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable

from workbench.desktop.kit import EmptyState
from workbench.desktop.theme import Theme

Deed = Callable[[], object]


class SameTexts(EmptyState):
    """Two texts were compared and nothing differs."""

    def __init__(self, theme: Theme, *, ask_file: Deed) -> None:
        super().__init__(
            theme,
            "git-diff",
            self.tr("No differences"),
            self.tr("The two texts read the same. Choose others above."),
            [(self.tr("Compare with a file…"), ask_file)],
            primary=False,
        )


class Comparing(EmptyState):
    """Two texts are being compared."""

    def __init__(self, theme: Theme, *, cancel: Deed) -> None:
        super().__init__(
            theme,
            "git-diff",
            self.tr("Comparing"),
            self.tr("This takes a moment."),
            [(self.tr("Cancel"), cancel)],
            primary=False,
        )


class NotCompared(EmptyState):
    """Two texts could not be compared, or it was stopped."""

    def __init__(self, theme: Theme, *, again: Deed, ask_file: Deed) -> None:
        super().__init__(
            theme,
            "git-diff",
            self.tr("Not compared"),
            self.tr("Choose other texts above, or try once more."),
            [(self.tr("Try again"), again), (self.tr("Compare with a file…"), ask_file)],
            primary=False,
        )


class NothingToMerge(EmptyState):
    """Three texts were merged and neither side has changed anything."""

    def __init__(self, theme: Theme) -> None:
        super().__init__(
            theme,
            "git-branch",
            self.tr("Nothing to merge"),
            self.tr("Neither side has changed what was sent. Choose other texts above."),
        )


class MergeInvitation(EmptyState):
    """Nothing is merged yet."""

    def __init__(self, theme: Theme, *, ask_file: Deed) -> None:
        super().__init__(
            theme,
            "git-branch",
            self.tr("Bring both sides together"),
            self.tr(
                "Choose the text that came back. Its changes and yours go into one text; what both changed "
                "stands there in both wordings, for you to settle."
            ),
            [(self.tr("Choose their text…"), ask_file)],
            primary=False,
        )
