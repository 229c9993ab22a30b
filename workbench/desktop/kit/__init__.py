"""The kit: the widgets every screen is made of, dressed by the theme that is handed to each of them.

Rooms import from here: `from workbench.desktop.kit import Button, Label, column, row`.
"""

from workbench.desktop.kit.buttons import Button, Segmented, ToolButton, shown_shortcut, with_shortcut
from workbench.desktop.kit.chips import Chip
from workbench.desktop.kit.fields import CheckBox, ComboBox, Field, LineEdit, search_field
from workbench.desktop.kit.flow import Flow
from workbench.desktop.kit.layout import Frame, clear, column, holder, row, rule, set_property, upright
from workbench.desktop.kit.legend import Legend
from workbench.desktop.kit.lists import VALUE, Index, RowPainter, Rows, RowView
from workbench.desktop.kit.notices import Action, Banner, Banners, EmptyState
from workbench.desktop.kit.tags import (
    Bar,
    Key,
    Pill,
    Tag,
    focus_ring,
    paint_badge,
    paint_bar,
    paint_tag,
    tag_size,
)
from workbench.desktop.kit.text import Icon, Label, section_head
from workbench.desktop.kit.worded import Worded
from workbench.desktop.kit.wording import Span, Wording, elided

__all__ = [
    "VALUE",
    "Action",
    "Banner",
    "Banners",
    "Bar",
    "Button",
    "CheckBox",
    "Chip",
    "ComboBox",
    "EmptyState",
    "Field",
    "Flow",
    "Frame",
    "Icon",
    "Index",
    "Key",
    "Label",
    "Legend",
    "LineEdit",
    "Pill",
    "RowPainter",
    "RowView",
    "Rows",
    "Segmented",
    "Span",
    "Tag",
    "ToolButton",
    "Worded",
    "Wording",
    "clear",
    "column",
    "elided",
    "focus_ring",
    "holder",
    "paint_badge",
    "paint_bar",
    "paint_tag",
    "row",
    "rule",
    "search_field",
    "section_head",
    "set_property",
    "shown_shortcut",
    "tag_size",
    "upright",
    "with_shortcut",
]
