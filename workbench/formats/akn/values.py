"""What an attribute says: a day, an id, a kind; or nothing, where it says no such thing.

Other publishers fill attributes as they please, and a file may have been edited by hand, so whoever reads one
has to say what stands in for a value that is none.
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from workbench.agreement.tree import Kind
from workbench.formats.akn.vocabulary import GUID_PREFIX


def day_of(written: str | None) -> date | None:
    """The day of an ISO 8601 date, with or without a time behind it."""
    try:
        return date.fromisoformat((written or "")[:10])
    except ValueError:
        return None


def id_of(written: str | None) -> UUID | None:
    """The id that stands in a GUID or in an attribute of our own."""
    try:
        return UUID((written or "").removeprefix(GUID_PREFIX))
    except ValueError:
        return None


def kind_of(written: str | None) -> Kind | None:
    """The kind of provision of this name."""
    try:
        return Kind(written or "")
    except ValueError:
        return None
