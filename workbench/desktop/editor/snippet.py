"""A few words with redline marks, beside other widgets: what adaptation changed."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from PySide6.QtCore import QPointF, QSize, Qt
from PySide6.QtGui import (
    QColor,
    QPainter,
    QPaintEvent,
    QResizeEvent,
    QTextCharFormat,
    QTextCursor,
    QTextDocument,
)
from PySide6.QtWidgets import QSizePolicy, QWidget

from workbench.agreement.tree import Change
from workbench.desktop.editor.runs import Deco
from workbench.desktop.theme import SERIF, Theme

Marked = tuple[str, Deco | None]

_TONES = {
    Deco.INSERTION: "insertion",
    Deco.DELETION: "deletion",
    Deco.MOVED_HERE: "move",
    Deco.MOVED_AWAY: "move",
}


def changes_runs(changes: Iterable[Change]) -> list[Marked]:
    """What adaptation changed, old struck and new underlined, with dots between."""
    made: list[Marked] = []
    for change in changes:
        if made:
            made.append((" · ", None))
        made.append((change.old, Deco.DELETION))
        made.append((" ", None))
        made.append((change.new, Deco.INSERTION))
    return made


def marked_document(
    theme: Theme, runs: Sequence[Marked], *, px: float = 14, ink: str = "ink", slot: str = ""
) -> QTextDocument:
    """A document of marked words, in the colours of the delegation in a slot or in those of a redline.

    Qt's own underline and strike suffice at this size.
    """
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setUseDesignMetrics(True)
    document.setDefaultFont(theme.font(px, 400, SERIF))
    cursor = QTextCursor(document)
    for words, deco in runs:
        made = QTextCharFormat()
        made.setForeground(theme.colour(ink))
        if deco is not None:
            tone = f"delegation_{slot}" if slot else _TONES[deco]
            made.setForeground(theme.colour(tone))
            made.setBackground(QColor(theme.colour(f"{tone}_tint")))
            if deco in (Deco.DELETION, Deco.MOVED_AWAY):
                made.setFontStrikeOut(True)
            elif slot == "b":
                made.setUnderlineStyle(QTextCharFormat.UnderlineStyle.DashUnderline)
            else:
                made.setFontUnderline(True)
        cursor.insertText(words, made)
    return document


class Snippet(QWidget):
    """Marked words, wrapped to the width there is."""

    def __init__(self, theme: Theme, runs: Sequence[Marked], *, px: float = 14, slot: str = "") -> None:
        super().__init__()
        self._theme, self._runs, self._px, self._slot = theme, list(runs), px, slot
        self._document = marked_document(theme, self._runs, px=px, slot=slot)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.setAccessibleName("".join(words for words, _ in runs))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        theme.changed.connect(self._redraw)

    def hasHeightForWidth(self) -> bool:
        """Narrow means high."""
        return True

    def heightForWidth(self, width: int) -> int:
        """As many lines as it takes."""
        self._document.setTextWidth(max(40, width))
        return round(self._document.size().height()) + 2

    def sizeHint(self) -> QSize:
        """A usual pane."""
        return QSize(240, self.heightForWidth(240))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Wrap anew."""
        self._document.setTextWidth(max(40, event.size().width()))

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the words."""
        painter = QPainter(self)
        painter.translate(QPointF(0, 0))
        self._document.drawContents(painter)
        painter.end()

    def _redraw(self) -> None:
        self._document = marked_document(self._theme, self._runs, px=self._px, slot=self._slot)
        self._document.setTextWidth(max(40, self.width()))
        self.update()
