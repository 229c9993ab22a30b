"""Tracked changes of a Word file as it came: listed, accepted, rejected; the rest of the file stays."""

from workbench.formats.docx.revisions.deciding import Decided, decide
from workbench.formats.docx.revisions.listing import Kind, Selection, TrackedChange, tracked_changes

__all__ = ["Decided", "Kind", "Selection", "TrackedChange", "decide", "tracked_changes"]
