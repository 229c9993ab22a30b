"""How much a finding matters. It stands apart from findings: the window needs it before it needs a tree."""

from __future__ import annotations

from enum import StrEnum


class Severity(StrEnum):
    """How much a finding matters: an error blocks signing, a warning asks, information tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"
