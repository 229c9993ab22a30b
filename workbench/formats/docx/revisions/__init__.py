"""Tracked changes of a Word file as it came, listed and decided, all or some; the rest of the file stays."""

from workbench.formats.docx.revisions.deciding import Decided, decide
from workbench.formats.docx.revisions.listing import Kind, Selection, TrackedChange, tracked_changes
from workbench.formats.docx.revisions.one_by_one import PlacedChange, decide_each, placed_changes

__all__ = [
    "Decided",
    "Kind",
    "PlacedChange",
    "Selection",
    "TrackedChange",
    "decide",
    "decide_each",
    "placed_changes",
    "tracked_changes",
]
