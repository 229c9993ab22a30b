"""Findings: what the workbench noticed and a lawyer should decide.

A finding is a *code* and *values*. Each rule declares its `FindingKind` beside its own code, with the
English sentence in which the values appear; `Finding.message` renders it, the desktop looks up the
translation of the same template by code.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

import msgspec

from workbench.agreement.tree import ProvisionId


class Severity(StrEnum):
    """How much a finding matters: an error blocks signing, a warning asks, information tells."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"


class Finding(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One observation about one place.

    `locator` is how a person finds the place ("Article 6(2)", "page 1, line 19"); `quote` the words
    concerned; `provision` the tree node when there is one; `template` the English sentence with fields.
    """

    code: str
    severity: Severity
    template: str
    locator: str = ""
    quote: str = ""
    values: dict[str, str] = {}
    provision: ProvisionId | None = None

    @property
    def message(self) -> str:
        """The finding as an English sentence."""
        return self.template.format_map({"locator": self.locator, "quote": self.quote, **self.values})


@dataclass(frozen=True, slots=True)
class FindingKind:
    """The declaration of a rule: its code, its usual severity and its sentence."""

    code: str
    severity: Severity
    template: str

    def at(
        self,
        locator: str = "",
        *,
        quote: str = "",
        provision: ProvisionId | None = None,
        severity: Severity | None = None,
        **values: object,
    ) -> Finding:
        """Make a finding of this kind for one place."""
        return Finding(
            code=self.code,
            severity=severity or self.severity,
            template=self.template,
            locator=locator,
            quote=quote,
            values={name: str(value) for name, value in values.items()},
            provision=provision,
        )
