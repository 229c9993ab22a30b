"""The style sheet and the palette, both made of one token table.

Widgets say what they are with the property `kind` ("primary", "card", "bar"), text says its ink with the
property `tone`; nothing else is styled in place, so that a change of theme reaches everything at once.
"""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtGui import QColor, QPalette

_INKS = ("ink", "ink2", "ink3", "inkoff", "accent", "onaccent", "brass", "red", "green",
         "insertion", "deletion", "move")  # fmt: skip


def palette(tokens: Mapping[str, str]) -> QPalette:
    """The palette for what Qt paints itself: dialogs, menus, selections."""
    made = QPalette()
    roles = {
        QPalette.ColorRole.Window: "surface",
        QPalette.ColorRole.WindowText: "ink",
        QPalette.ColorRole.Base: "raised",
        QPalette.ColorRole.AlternateBase: "sunken",
        QPalette.ColorRole.Text: "ink",
        QPalette.ColorRole.Button: "surface",
        QPalette.ColorRole.ButtonText: "ink",
        QPalette.ColorRole.BrightText: "red",
        QPalette.ColorRole.Highlight: "accent_line",
        QPalette.ColorRole.HighlightedText: "ink",
        QPalette.ColorRole.PlaceholderText: "ink3",
        QPalette.ColorRole.Link: "accent",
        QPalette.ColorRole.LinkVisited: "accent",
        QPalette.ColorRole.ToolTipBase: "ink",
        QPalette.ColorRole.ToolTipText: "surface",
        QPalette.ColorRole.Light: "raised",
        QPalette.ColorRole.Midlight: "sunken",
        QPalette.ColorRole.Mid: "line2",
        QPalette.ColorRole.Dark: "edge",
        QPalette.ColorRole.Shadow: "shadow",
        QPalette.ColorRole.Accent: "accent",
    }
    for role, token in roles.items():
        made.setColor(role, QColor(tokens[token]))
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.ButtonText, QPalette.ColorRole.WindowText):
        made.setColor(QPalette.ColorGroup.Disabled, role, QColor(tokens["inkoff"]))
    return made


def style_sheet(t: Mapping[str, str]) -> str:
    """The application's QSS for a token table."""
    inks = "\n".join(f'QLabel[tone="{ink}"] {{ color:{t[ink]}; }}' for ink in _INKS)
    return f"{inks}\n{_frames(t)}\n{_buttons(t)}\n{_fields(t)}\n{_menus(t)}\n{_lists(t)}"


def _frames(t: Mapping[str, str]) -> str:
    line = f"1px solid {t['line']}"
    return f"""
QToolTip {{ background:{t["ink"]}; color:{t["surface"]}; border:0; padding:4px 8px; }}
QMainWindow, QWidget[kind="desk"] {{ background:{t["desk"]}; }}
QDialog, QWidget[kind="surface"] {{ background:{t["surface"]}; }}
QFrame[kind="menurow"] {{ background:{t["frame"]}; border:0; border-bottom:{line}; }}
QFrame[kind="rail"] {{ background:{t["frame"]}; border:0; border-right:{line}; }}
QFrame[kind="status"] {{ background:{t["frame"]}; border:0; border-top:{line}; }}
QFrame[kind="header"], QFrame[kind="bar"] {{ background:{t["surface"]}; border:0; border-bottom:{line}; }}
QFrame[kind="foot"] {{ background:{t["surface"]}; border:0; border-top:{line}; }}
QFrame[kind="pane-left"] {{ background:{t["surface"]}; border:0; border-right:{line}; }}
QFrame[kind="pane-right"] {{ background:{t["surface"]}; border:0; border-left:{line}; }}
QFrame[kind="card"] {{ background:{t["raised"]}; border:{line}; border-radius:8px; }}
QFrame[kind="card"][selected="true"] {{ border:2px solid {t["accent"]}; }}
QFrame[kind="well"] {{ background:{t["surface"]}; border:{line}; border-radius:6px; }}
QFrame[kind="sunken"] {{ background:{t["sunken"]}; border:{line}; border-radius:6px; }}
QFrame[kind="panel"] {{ background:{t["surface"]}; border:1px solid {t["line2"]}; border-radius:12px; }}
QFrame[kind="banner"] {{ border-radius:6px; border:1px solid {t["accent_line"]};
  background:{t["accent_tint"]}; }}
QFrame[kind="banner"][severity="warning"] {{ background:{t["brass_tint"]}; border-color:{t["brass_line"]}; }}
QFrame[kind="banner"][severity="error"] {{ background:{t["red_tint"]}; border-color:{t["red_line"]}; }}
QFrame[kind="banner"][severity="success"] {{ background:{t["green_tint"]}; border-color:{t["green_line"]}; }}
QFrame[kind="rule"] {{ background:{t["line"]}; border:0; min-height:1px; max-height:1px; }}
QFrame[kind="vrule"] {{ background:{t["line"]}; border:0; min-width:1px; max-width:1px; }}
QSplitter::handle {{ background:{t["line"]}; }}
QScrollArea {{ background:transparent; border:0; }}
QScrollArea > QWidget > QWidget {{ background:transparent; }}
QScrollBar:vertical {{ background:transparent; width:12px; margin:0; }}
QScrollBar:horizontal {{ background:transparent; height:12px; margin:0; }}
QScrollBar::handle:vertical {{ background:{t["line2"]}; border-radius:3px; min-height:40px; margin:2px 3px; }}
QScrollBar::handle:horizontal {{ background:{t["line2"]}; border-radius:3px; min-width:40px;
  margin:3px 2px; }}
QScrollBar::handle:hover {{ background:{t["edge"]}; }}
QScrollBar::add-line, QScrollBar::sub-line {{ height:0; width:0; }}
QScrollBar::add-page, QScrollBar::sub-page {{ background:transparent; }}
"""


def _buttons(t: Mapping[str, str]) -> str:
    focus = f"border:2px solid {t['focus']};"
    return f"""
QPushButton {{ min-height:30px; max-height:30px; padding:0 12px; border-radius:6px;
  background:{t["raised"]}; color:{t["ink"]}; border:1px solid {t["line2"]}; }}
QPushButton:hover {{ background:{t["sunken"]}; }}
QPushButton:pressed {{ background:{t["line"]}; }}
QPushButton:focus {{ {focus} padding:0 11px; min-height:28px; max-height:28px; }}
QPushButton:disabled {{ color:{t["inkoff"]}; border-color:{t["line"]}; background:{t["surface"]}; }}
QPushButton[kind="primary"] {{ background:{t["accent"]}; color:{t["onaccent"]}; border-color:{t["accent"]}; }}
QPushButton[kind="primary"]:hover {{ background:{t["accent_hover"]}; }}
QPushButton[kind="primary"]:disabled {{ background:{t["line"]}; color:{t["inkoff"]};
  border-color:{t["line"]}; }}
QPushButton[kind="primary"]:focus {{ {focus} }}
QPushButton[kind="ghost"] {{ background:transparent; color:{t["ink2"]}; border-color:transparent;
  padding:0 8px; }}
QPushButton[kind="ghost"]:hover {{ background:{t["sunken"]}; }}
QPushButton[kind="ghost"]:focus {{ {focus} padding:0 7px; }}
QPushButton[kind="ghost"]:disabled {{ color:{t["inkoff"]}; }}
QPushButton[kind="link"] {{ background:transparent; color:{t["accent"]}; border:1px solid transparent;
  padding:0 3px; min-height:20px; max-height:20px; border-radius:4px; }}
QPushButton[kind="link"]:hover {{ color:{t["accent_hover"]}; background:{t["accent_tint"]}; }}
QPushButton[kind="link"]:focus {{ {focus} padding:0 2px; min-height:18px; max-height:18px; }}
QPushButton[kind="link"]:disabled {{ color:{t["inkoff"]}; }}
QPushButton[small="true"] {{ min-height:24px; max-height:24px; padding:0 8px; border-radius:4px; }}
QPushButton[small="true"]:focus {{ padding:0 7px; min-height:22px; max-height:22px; }}
QToolButton {{ border:1px solid transparent; border-radius:4px; background:transparent; padding:0;
  min-width:30px; min-height:30px; color:{t["ink2"]}; }}
QToolButton:hover {{ background:{t["sunken"]}; }}
QToolButton:pressed {{ background:{t["line"]}; }}
QToolButton:checked {{ background:{t["accent_tint"]}; color:{t["accent"]}; }}
QToolButton:focus {{ {focus} }}
QToolButton:disabled {{ color:{t["inkoff"]}; }}
QToolButton::menu-indicator {{ image:none; }}
QToolButton[words="true"] {{ padding:0 8px 0 6px; }}
"""


def _fields(t: Mapping[str, str]) -> str:
    return f"""
QLineEdit, QComboBox, QDateEdit, QSpinBox, QPlainTextEdit[kind="field"] {{ background:{t["raised"]};
  color:{t["ink"]}; border:1px solid {t["edge"]}; border-radius:6px; padding:0 8px; min-height:30px;
  selection-background-color:{t["accent_line"]}; selection-color:{t["ink"]}; }}
QPlainTextEdit[kind="field"] {{ padding:4px; }}
QLineEdit:focus, QComboBox:focus, QDateEdit:focus, QSpinBox:focus, QPlainTextEdit[kind="field"]:focus {{
  border:2px solid {t["focus"]}; padding:0 7px; min-height:28px; }}
QLineEdit[error="true"], QComboBox[error="true"] {{ border:2px solid {t["red"]}; padding:0 7px;
  min-height:28px; }}
QLineEdit:disabled, QComboBox:disabled {{ color:{t["inkoff"]}; border-color:{t["line2"]}; }}
QLineEdit[kind="large"] {{ min-height:40px; border-radius:8px; padding:0 72px 0 38px; }}
QLineEdit[kind="large"]:focus {{ min-height:40px; padding:0 71px 0 37px; border:2px solid {t["focus"]}; }}
QLineEdit[kind="bare"], QLineEdit[kind="bare"]:focus {{ border:0; background:transparent; padding:0;
  min-height:0; }}
QComboBox::drop-down {{ border:0; width:28px; }}
QComboBox::down-arrow {{ image:none; }}
QComboBox QAbstractItemView {{ background:{t["raised"]}; color:{t["ink"]}; border:1px solid {t["line2"]};
  outline:0; padding:4px; selection-background-color:{t["accent_tint"]}; selection-color:{t["ink"]}; }}
QCheckBox, QRadioButton {{ color:{t["ink"]}; spacing:8px; min-height:24px; border:2px solid transparent;
  border-radius:4px; padding:0 2px; }}
QCheckBox:focus, QRadioButton:focus {{ border-color:{t["focus"]}; }}
QTextEdit, QTextBrowser, QPlainTextEdit {{ background:transparent; border:0; color:{t["ink"]};
  selection-background-color:{t["accent_line"]}; selection-color:{t["ink"]}; }}
"""


def _menus(t: Mapping[str, str]) -> str:
    return f"""
QMenuBar {{ background:transparent; color:{t["ink2"]}; border:0; padding:0; }}
QMenuBar::item {{ padding:10px; background:transparent; border-radius:4px; }}
QMenuBar::item:selected {{ background:{t["sunken"]}; color:{t["ink"]}; }}
QMenu {{ background:{t["raised"]}; color:{t["ink"]}; border:1px solid {t["line2"]}; padding:4px; }}
QMenu::item {{ padding:6px 28px 6px 12px; border-radius:4px; }}
QMenu::icon {{ padding-left:8px; }}
QMenu::item:selected {{ background:{t["accent_tint"]}; color:{t["ink"]}; }}
QMenu::item:disabled {{ color:{t["inkoff"]}; }}
QMenu::separator {{ height:1px; background:{t["line"]}; margin:4px 8px; }}
"""


def _lists(t: Mapping[str, str]) -> str:
    return f"""
QTreeView, QListView, QTableView {{ background:transparent; border:0; outline:0; color:{t["ink"]}; }}
QListView[kind="popup"] {{ background:{t["raised"]}; border:1px solid {t["line2"]}; padding:4px; }}
QListView[kind="popup"]::item {{ min-height:28px; padding:0 8px; border-radius:4px; }}
QListView[kind="popup"]::item:selected {{ background:{t["accent_tint"]}; color:{t["ink"]}; }}
QHeaderView {{ background:transparent; border:0; }}
QHeaderView::section {{ background:{t["surface"]}; color:{t["ink2"]}; border:0;
  border-bottom:1px solid {t["line2"]}; padding:0 12px; min-height:36px; }}
"""
