"""The status bar: language, register and place, findings by severity, running work, what is saved.

A page says what it has to say with a `Status`; the bar asks nobody. Running work appears after 300 ms, so
that what is quick does not flicker.
"""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QWidget

from workbench.agreement.severity import Severity
from workbench.desktop.jobs import Job, Jobs
from workbench.desktop.kit import Bar, Button, Frame, Icon, Label, focus_ring, holder, row, upright
from workbench.desktop.theme import Theme

_QUIET = 300  # milliseconds

_SEVERITIES = {
    Severity.ERROR: ("x-circle", "red", QT_TRANSLATE_NOOP("StatusBar", "%n error(s)")),
    Severity.WARNING: ("warning", "brass_line", QT_TRANSLATE_NOOP("StatusBar", "%n warning(s)")),
    Severity.INFO: ("info", "accent", QT_TRANSLATE_NOOP("StatusBar", "%n remark(s)")),
}


@dataclass(frozen=True, slots=True)
class Status:
    """What a page wants at the foot of the window; what is empty is not shown.

    `words` stand at the left in this order (language, register, place); `findings` are counts by severity,
    None where the page has no findings at all; `saved` and `zoom` stand at the right.
    """

    words: tuple[str, ...] = ()
    findings: dict[Severity, int] | None = None
    saved: str = ""
    saving: bool = False
    zoom: str = ""


class StatusBar(Frame):
    """The foot of the window. `walk` asks for the next finding of a severity."""

    walk = Signal(object)

    def __init__(self, theme: Theme, jobs: Jobs) -> None:
        super().__init__("status", height=29)
        self._theme = theme
        self._globe = Icon(theme, "globe-simple", "ink3", 16)
        self._words = [Label(theme, "", 13, tone="ink2") for _ in range(3)]
        self._rules = [upright(14) for _ in range(3)]
        self._counts = {
            severity: _Count(theme, icon, tone, str(text))
            for severity, (icon, tone, text) in _SEVERITIES.items()
        }
        for severity, count in self._counts.items():
            count.clicked.connect(lambda _checked, s=severity: self.walk.emit(s))
        self._findings = holder(
            row(*self._counts.values(), Label(theme, self.tr("findings"), 13, tone="ink2"), gap=8)
        )
        self._saved_icon = Icon(theme, "check-circle", "green", 16, "fill")
        self._saved = Label(theme, "", 13, tone="ink2")
        self._zoom = Label(theme, "", 13, tone="ink2")
        self._zoom_rule = upright(14)
        self._job = _JobDisplay(theme, jobs)
        left: list[QWidget] = [self._globe]
        for index, word in enumerate(self._words):
            left += [word, self._rules[index]]
        self.setLayout(
            row(
                *left,
                self._findings,
                None,
                self._job,
                self._saved_icon,
                self._saved,
                self._zoom_rule,
                self._zoom,
                gap=10,
                margins=(16, 0, 16, 1),
            )
        )
        self.show_status(Status())

    def show_status(self, status: Status) -> None:
        """Show what a page says."""
        words = (*status.words, "", "", "")[:3]
        found = any((status.findings or {}).values())
        for index, word in enumerate(words):
            self._words[index].set(word)
            self._words[index].setVisible(bool(word))
            following = found or any(words[index + 1 :])
            self._rules[index].setVisible(bool(word) and following)
        self._globe.setVisible(bool(words[0]))
        self._findings.setVisible(found)
        for severity, count in self._counts.items():
            count.set((status.findings or {}).get(severity, 0))
        self._saved.set(status.saved)
        self._saved.setVisible(bool(status.saved))
        self._saved_icon.setVisible(bool(status.saved))
        self._saved_icon.set(
            "clock" if status.saving else "check-circle", "ink3" if status.saving else "green", "fill"
        )
        self._zoom.set(status.zoom)
        self._zoom.setVisible(bool(status.zoom))
        self._zoom_rule.setVisible(bool(status.zoom and status.saved))


class _Count(QAbstractButton):
    """How many findings of one severity; a click goes to the next."""

    def __init__(self, theme: Theme, icon: str, tone: str, words: str) -> None:
        super().__init__()
        self._theme, self._what, self._words = theme, (icon, tone), words
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        theme.changed.connect(self.update)

    def set(self, count: int) -> None:
        self.setText(str(count))
        said = QCoreApplication.translate("StatusBar", self._words, None, count)
        self.setAccessibleName(said)
        self.setToolTip(said)
        self.setVisible(count > 0)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        words = QFontMetricsF(self._theme.font(13, 600)).horizontalAdvance(self.text())
        return QSize(round(words) + 26, 24)

    def paintEvent(self, event: QPaintEvent) -> None:
        painter = QPainter(self)
        icon, tone = self._what
        painter.drawPixmap(2, 4, self._theme.pixmap(icon, tone, 16, "fill"))
        painter.setFont(self._theme.font(13, 600))
        painter.setPen(self._theme.colour("ink2"))
        painter.drawText(QRectF(22, -0.5, self.width(), 24), Qt.AlignmentFlag.AlignVCenter, self.text())
        if self.hasFocus():
            focus_ring(painter, self._theme, QRectF(self.rect()), 4)
        painter.end()


class _JobDisplay(QWidget):
    """The oldest running job: what it does, how far it is, and a way to stop it."""

    def __init__(self, theme: Theme, jobs: Jobs) -> None:
        super().__init__()
        self._jobs = jobs
        self._shown: Job | None = None
        self._what = Label(theme, "", 13, tone="ink2")
        self._bar = Bar(theme)
        self._cancel = Button(theme, self.tr("Cancel"), "link", run=self._stop)
        self.setLayout(row(self._what, self._bar, self._cancel, upright(14), gap=10))
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_QUIET)
        self._timer.timeout.connect(self._choose)
        jobs.started.connect(self._timer_start)
        jobs.ended.connect(self._ended)
        self.hide()

    def _timer_start(self) -> None:
        if not self._timer.isActive():
            self._timer.start()

    def _ended(self, job: Job) -> None:
        if job is self._shown:
            self._shown = None
            self._choose()

    def _choose(self) -> None:
        running = [job for job in self._jobs.running() if job.shown]
        if self._shown is None and running:
            self._shown = running[0]
            self._what.set(self._shown.title)
            self._bar.set(0.0)
            self._shown.progressed.connect(self._progressed)
        self.setVisible(self._shown is not None)

    def _progressed(self, done: int, total: int, what: str) -> None:
        if self.sender() is not self._shown or self._shown is None:
            return
        self._what.set(f"{self._shown.title}: {what}" if what else self._shown.title)
        self._bar.set(done / total if total else 0.0)

    def _stop(self) -> None:
        if self._shown is not None:
            self._shown.cancel()
