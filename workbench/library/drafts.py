"""What the library remembers of drafts: which were open, their unsaved state, their kept versions.

A draft itself is a file. `draft` names it here: its path, or an id while it has never been saved.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import delete, func, insert, select, update
from sqlalchemy.engine import Connection

from workbench.agreement import record
from workbench.agreement.tree import Draft
from workbench.library.answers import RecentDraft, Recovery, Version, VersionInfo
from workbench.library.derive import storable
from workbench.library.errors import NoSuchVersionError
from workbench.library.models import Autosave, DraftVersion, Recent
from workbench.library.shelf import hashed, now

Opening = Callable[[], AbstractContextManager[Connection]]


class Drafts:
    """`Library.drafts`."""

    def __init__(self, reading: Opening, writing: Opening) -> None:
        self._reading = reading
        self._writing = writing

    # Recently open.

    def opened(self, path: str, *, title: str = "", parties: Sequence[str] = (), state: str = "") -> None:
        """Remember that a draft was opened or saved just now; `state` is a word shown beside it."""
        values = {
            "title": storable(title),
            "parties": json.dumps([storable(party) for party in parties]),
            "state": storable(state),
            "opened_at": now(),
        }
        path = storable(path)
        with self._writing() as connection:
            connection.execute(delete(Recent).where(Recent.path == path))
            connection.execute(insert(Recent).values(path=path, **values))

    def recent(self, limit: int = 12) -> tuple[RecentDraft, ...]:
        """The drafts open lately, the last one first."""
        with self._reading() as connection:
            rows = connection.execute(
                select(*Recent.__table__.columns).order_by(Recent.opened_at.desc(), Recent.path).limit(limit)
            )
            return tuple(
                RecentDraft(row.path, row.title, tuple(json.loads(row.parties)), row.state, row.opened_at)
                for row in rows
            )

    def forget(self, path: str) -> None:
        """Take a draft off the list of recent ones."""
        with self._writing() as connection:
            connection.execute(delete(Recent).where(Recent.path == storable(path)))

    # Autosave.

    def autosave(self, draft: str, content: Draft, *, path: str = "") -> None:
        """Put the unsaved state of a draft in safety, in one transaction; replaces the one before.

        `path` is the file the draft would be saved to, "" while it has none.
        """
        values = {
            "path": storable(path),
            "title": storable(content.agreement.title_text),
            "record": record.encode_draft(content),
            "saved_at": now(),
        }
        draft = storable(draft)
        with self._writing() as connection:
            changed = connection.execute(
                update(Autosave).where(Autosave.draft == draft).values(values)
            ).rowcount
            if not changed:
                connection.execute(insert(Autosave).values(draft=draft, **values))

    def saved(self, draft: str) -> None:
        """Drop the autosaved state: the draft was saved to its file, or its changes were given up."""
        with self._writing() as connection:
            connection.execute(delete(Autosave).where(Autosave.draft == storable(draft)))

    def recoveries(self) -> tuple[Recovery, ...]:
        """Autosaved states worth offering: newer than their file, or of a draft without one."""
        with self._reading() as connection:
            rows = connection.execute(
                select(Autosave.draft, Autosave.path, Autosave.title, Autosave.saved_at).order_by(
                    Autosave.saved_at.desc()
                )
            ).all()
        return tuple(Recovery(*row) for row in rows if _is_newer(row.saved_at, row.path))

    def recover(self, draft: str) -> Draft | None:
        """The autosaved state of a draft, or None. Raises `RecordError` when it is damaged."""
        with self._reading() as connection:
            encoded = connection.execute(
                select(Autosave.record).where(Autosave.draft == storable(draft))
            ).scalar()
        return None if encoded is None else record.decode_draft(encoded)

    # Versions.

    def keep_version(self, draft: str, content: Draft, *, label: str) -> VersionInfo:
        """Keep the present state of a draft for good under a label."""
        encoded = record.encode_draft(content)
        draft = storable(draft)
        with self._writing() as connection:
            last = connection.execute(
                select(func.max(DraftVersion.number)).where(DraftVersion.draft == draft)
            ).scalar()
            info = VersionInfo(draft, (last or 0) + 1, storable(label), now())
            connection.execute(
                insert(DraftVersion).values(
                    draft=info.draft,
                    number=info.number,
                    label=info.label,
                    kept_at=info.kept_at,
                    record=encoded,
                    record_sha256=hashed(encoded),
                )
            )
        return info

    def versions(self, draft: str) -> tuple[VersionInfo, ...]:
        """The kept versions of a draft, the last one first."""
        with self._reading() as connection:
            rows = connection.execute(
                select(DraftVersion.draft, DraftVersion.number, DraftVersion.label, DraftVersion.kept_at)
                .where(DraftVersion.draft == storable(draft))
                .order_by(DraftVersion.number.desc())
            )
            return tuple(VersionInfo(*row) for row in rows)

    def version(self, draft: str, number: int) -> Version:
        """One kept version. Raises `NoSuchVersionError`, or `RecordError` when it is damaged."""
        with self._reading() as connection:
            row = connection.execute(
                select(*DraftVersion.__table__.columns).where(
                    DraftVersion.draft == storable(draft), DraftVersion.number == number
                )
            ).first()
        if row is None:
            raise NoSuchVersionError(number=number)
        info = VersionInfo(row.draft, row.number, row.label, row.kept_at)
        return Version(info, record.decode_draft(row.record))

    def rename(self, old: str, new: str) -> None:
        """Follow a draft to its new name, with its versions and unsaved state ("save as", first save)."""
        old, new = storable(old), storable(new)
        if old == new:
            return
        with self._writing() as connection:
            last = connection.execute(
                select(func.max(DraftVersion.number)).where(DraftVersion.draft == new)
            ).scalar()
            connection.execute(
                update(DraftVersion)
                .where(DraftVersion.draft == old)
                .values(draft=new, number=DraftVersion.number + (last or 0))
            )
            if connection.execute(select(Autosave.draft).where(Autosave.draft == old)).first():
                connection.execute(delete(Autosave).where(Autosave.draft == new))
                connection.execute(update(Autosave).where(Autosave.draft == old).values(draft=new))


def _is_newer(saved_at: str, path: str) -> bool:
    if not path:
        return True
    try:
        written = datetime.fromtimestamp(Path(path).stat().st_mtime, UTC)
    except OSError:
        return True  # the file is gone or out of reach: the autosave is all there is
    return datetime.fromisoformat(saved_at) > written
