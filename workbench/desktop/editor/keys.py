"""Which keys do what on the page, beyond what Qt's standard keys tell."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QKeySequence


def redo_too(event: QKeyEvent) -> bool:
    """Ctrl+Y and Ctrl+Shift+Z both redo, whichever the platform names first."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    shift = bool(held & Qt.KeyboardModifier.ShiftModifier)
    return control and (event.key() == Qt.Key.Key_Y or (shift and event.key() == Qt.Key.Key_Z))


def is_command(event: QKeyEvent) -> bool:
    """Whether a key with modifiers is a command: Ctrl, Alt or Meta alone; AltGr (both) types letters."""
    held = event.modifiers()
    control = bool(held & Qt.KeyboardModifier.ControlModifier)
    alt = bool(held & Qt.KeyboardModifier.AltModifier)
    meta = bool(held & Qt.KeyboardModifier.MetaModifier)
    return (control != alt) or meta


_MOVING = (
    QKeySequence.StandardKey.MoveToNextChar, QKeySequence.StandardKey.MoveToPreviousChar,
    QKeySequence.StandardKey.SelectNextChar, QKeySequence.StandardKey.SelectPreviousChar,
    QKeySequence.StandardKey.MoveToNextWord, QKeySequence.StandardKey.MoveToPreviousWord,
    QKeySequence.StandardKey.SelectNextWord, QKeySequence.StandardKey.SelectPreviousWord,
    QKeySequence.StandardKey.MoveToNextLine, QKeySequence.StandardKey.MoveToPreviousLine,
    QKeySequence.StandardKey.SelectNextLine, QKeySequence.StandardKey.SelectPreviousLine,
    QKeySequence.StandardKey.MoveToNextPage, QKeySequence.StandardKey.MoveToPreviousPage,
    QKeySequence.StandardKey.SelectNextPage, QKeySequence.StandardKey.SelectPreviousPage,
    QKeySequence.StandardKey.MoveToStartOfLine, QKeySequence.StandardKey.MoveToEndOfLine,
    QKeySequence.StandardKey.SelectStartOfLine, QKeySequence.StandardKey.SelectEndOfLine,
    QKeySequence.StandardKey.MoveToStartOfBlock, QKeySequence.StandardKey.MoveToEndOfBlock,
    QKeySequence.StandardKey.SelectStartOfBlock, QKeySequence.StandardKey.SelectEndOfBlock,
    QKeySequence.StandardKey.MoveToStartOfDocument, QKeySequence.StandardKey.MoveToEndOfDocument,
    QKeySequence.StandardKey.SelectStartOfDocument, QKeySequence.StandardKey.SelectEndOfDocument,
    QKeySequence.StandardKey.SelectAll,
)  # fmt: skip


def moves(event: QKeyEvent) -> bool:
    """Whether a key only moves the caret or the selection."""
    return any(event.matches(key) for key in _MOVING)
