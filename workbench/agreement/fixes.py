"""Fixes: what would put a finding right, as a value that can be shown, sent and applied, or left alone.

A fix is a sentence and the rewordings it is made of. It is made where the finding is made, applied only when
somebody asks, and refused where the words it would replace no longer stand.
"""

from __future__ import annotations

from collections import defaultdict
from enum import StrEnum

import msgspec
from msgspec.structs import replace

from workbench.agreement.edits import EditError, update
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Provision, ProvisionId


class Wording(StrEnum):
    """Which wording of a provision is meant; each is a field of `Provision`."""

    HEADING = "heading"
    TEXT = "text"
    WRAP_UP = "wrap_up"

    def of(self, unit: Provision) -> Text:
        """That wording of a provision."""
        text: Text = getattr(unit, self.value)
        return text


class Extent(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The characters [start, end) of one wording of a provision."""

    part: Wording
    start: int
    end: int


class Rewording(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Put `new` in the place of `old`, which stands at `extent` of a provision."""

    provision: ProvisionId
    extent: Extent
    old: str
    new: str


class Fix(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A sentence that says what would be done ("write “{new}”"), its values, and the rewordings."""

    template: str
    values: dict[str, str]
    rewordings: tuple[Rewording, ...]

    @property
    def sentence(self) -> str:
        """What the fix does, in English."""
        return self.template.format_map(self.values)


class OutdatedFixError(EditError):
    """The words a fix would replace are no longer there."""

    code = "edit.outdated-fix"
    message = "“{old}” no longer stands there; check again"


def apply(agreement: Agreement, fix: Fix) -> Agreement:
    """The agreement with a fix applied; raises `OutdatedFixError` and `NoSuchProvisionError`."""
    by_provision: dict[ProvisionId, list[Rewording]] = defaultdict(list)
    for rewording in fix.rewordings:
        by_provision[rewording.provision].append(rewording)
    for provision, rewordings in by_provision.items():
        agreement = update(agreement, provision, lambda unit, r=rewordings: (_reworded(unit, r),))  # type: ignore[misc]  # mypy infers no lambda with a default
    return agreement


def _reworded(unit: Provision, rewordings: list[Rewording]) -> Provision:
    """A provision with other words, the last place first so that the earlier ones stay where they are."""
    for rewording in sorted(rewordings, key=lambda r: r.extent.start, reverse=True):
        at, text = rewording.extent, rewording.extent.part.of(unit)
        if text.plain[at.start : at.end] != rewording.old:
            raise OutdatedFixError(old=rewording.old)
        unit = replace(unit, **{at.part.value: text.replace(at.start, at.end, rewording.new)})
    return unit
