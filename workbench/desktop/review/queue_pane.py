"""The left of the import review: the files in the queue, how far it is, stop and go on."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from workbench.desktop.kit import Button, Frame, Label, ToolButton, column, row
from workbench.desktop.review.queue import ImportQueue
from workbench.desktop.review.queue_view import QueueView
from workbench.desktop.review.queued_file import Stage
from workbench.desktop.theme import Theme

_WIDE, _NARROW = 257, 184


class QueuePane(Frame):
    """The queue with its count above and its summary below."""

    add_asked = Signal()

    def __init__(self, theme: Theme, queue: ImportQueue) -> None:
        super().__init__("pane-left", width=_WIDE)
        self._queue = queue
        self.files = QueueView(theme, queue)
        self._count = Label(theme, "", 13, tone="ink3")
        adding = ToolButton(theme, "plus", self.tr("Add files"), run=self._ask)
        title = Label(theme, self.tr("Import queue"), 14, 600)
        head = Frame("bar", row(title, self._count, None, adding, gap=6, margins=(16, 0, 8, 0)), height=45)
        self._summary = Label(theme, "", 13, tone="ink2", elide=True)
        self.stop = Button(theme, self.tr("Stop"), "link", run=queue.stop)
        self.stop.setToolTip(self.tr("Read no more files; those that are read stay"))
        self.resume = Button(theme, self.tr("Read the rest"), "link", run=queue.resume)
        foot = Frame(
            "foot",
            row((self._summary, 1), self.stop, self.resume, gap=8, margins=(16, 0, 12, 0)),
            height=57,
        )
        self.setLayout(column(head, 6, (self.files, 1), foot, gap=0))

    def set_roomy(self, roomy: bool) -> None:
        """Whether the window is wide; in a small one the queue gives way to text and tree."""
        self.setFixedWidth(_WIDE if roomy else _NARROW)
        self._count.setVisible(roomy)

    def say(self) -> None:
        """Say how far the queue is."""
        files = self._queue.files
        self._count.set(self.tr("%n file(s)", None, len(files)))
        stages = [file.stage for file in files]
        kept = sum(stage in (Stage.KEPT, Stage.KNOWN) for stage in stages)
        unread, stopped = self._queue.unread(), self._queue.stopped()
        parts = [self.tr("%n kept", None, kept), self.tr("%n to review", None, self._queue.waiting())]
        if unread:
            parts.insert(0, self.tr("%n to read", None, unread))
        failed = sum(stage is Stage.FAILED for stage in stages)
        if failed:
            parts.append(self.tr("%n failed", None, failed))
        self._summary.set(", ".join(parts))
        for button, shown in ((self.stop, unread > 0), (self.resume, stopped > 0 and not unread)):
            if button.hasFocus() and not shown:
                self.files.setFocus(Qt.FocusReason.OtherFocusReason)  # before it is hidden
            button.setVisible(shown)

    def _ask(self) -> None:
        self.add_asked.emit()
