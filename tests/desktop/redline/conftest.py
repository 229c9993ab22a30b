"""The same theme, jobs and draft as for the page."""

from tests.desktop.editor.conftest import agreement, jobs, session, theme

__all__ = ["agreement", "jobs", "session", "theme"]
