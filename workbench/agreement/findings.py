"""Findings: what the workbench noticed and a lawyer should decide.

A finding is a *code* and *values*. Each rule declares its `FindingKind` beside its own code, with the
English sentence in which the values appear; `Finding.message` renders it, the desktop looks up the
translation of the same template by code.
"""

from __future__ import annotations

from dataclasses import dataclass

import msgspec

from workbench.agreement.fixes import Extent, Fix
from workbench.agreement.severity import Severity
from workbench.agreement.tree import ProvisionId

__all__ = ["Finding", "FindingKind", "Severity"]


class Finding(msgspec.Struct, frozen=True, forbid_unknown_fields=True, omit_defaults=True):
    """One observation about one place.

    `locator` is how a person finds the place ("Article 6(2)", "page 1, line 19"); `quote` the words
    concerned; `provision` the tree node when there is one, `extent` the words in it; `template` the English
    sentence with fields. `fixes` would put it right, where that is certain; of several each would do.
    """

    code: str
    severity: Severity
    template: str
    locator: str = ""
    quote: str = ""
    values: dict[str, str] = {}
    provision: ProvisionId | None = None
    extent: Extent | None = None
    fixes: tuple[Fix, ...] = ()

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
        extent: Extent | None = None,
        fixes: tuple[Fix, ...] = (),
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
            extent=extent,
            fixes=fixes,
        )
