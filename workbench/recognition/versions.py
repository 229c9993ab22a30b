"""Language versions: a text printed in two languages side by side is one agreement in two trees.

Each column is taken apart by itself, for each has its own words for articles and parties. Then the trees are
laid beside each other: units of one kind at one place are the same provision, and share its identity.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Sequence
from itertools import groupby

from msgspec.structs import replace

from workbench.agreement.edits import map_provisions
from workbench.agreement.source import SourceDocument
from workbench.agreement.tree import Agreement, Provision, ProvisionId, Zone
from workbench.recognition.lines import Passage


def digest(sha256: str, language: str) -> str:
    """The hash that stands for one language version of a file: where identities must differ."""
    return hashlib.sha256(f"{sha256}/{language}".encode()).hexdigest()


def column_as_source(source: SourceDocument, passages: Iterable[Passage], language: str) -> SourceDocument:
    """One column of a table as a source of its own."""
    indices = [index for passage in passages for index in range(passage.first, passage.last + 1)]
    part = part_as_source(source, indices, language)
    return replace(part, blocks=tuple(replace(block, cell=None) for block in part.blocks))


def part_as_source(source: SourceDocument, indices: Iterable[int], language: str) -> SourceDocument:
    """Some blocks of a source as a source of its own; its hash follows from the file and the language."""
    blocks = tuple(replace(source.blocks[index], column=None) for index in indices)
    return replace(source, sha256=digest(source.sha256, language), blocks=blocks, findings=())


def aligned(version: Agreement, main: Agreement) -> Agreement:
    """The version with the identities of the main text wherever a unit of the same kind stands there."""
    same: dict[ProvisionId, ProvisionId] = {}
    for zone in Zone:
        _pair(version.zone(zone), main.zone(zone), same)

    def change(unit: Provision) -> Provision:
        known = same.get(unit.id)
        return replace(unit, id=known) if known is not None else unit

    return map_provisions(version, change)


def _pair(
    units: Sequence[Provision], others: Sequence[Provision], same: dict[ProvisionId, ProvisionId]
) -> None:
    """Pair units in runs of one kind; runs of different lengths pair by their printed numbers."""
    runs = [list(run) for _, run in groupby(units, key=lambda unit: unit.kind)]
    other_runs = [list(run) for _, run in groupby(others, key=lambda unit: unit.kind)]
    for run, other_run in zip(runs, other_runs, strict=False):
        if run[0].kind is not other_run[0].kind:
            return
        if len(run) == len(other_run):
            pairs = list(zip(run, other_run, strict=True))
        else:
            numbered = {_digits(unit.printed): unit for unit in other_run if unit.printed}
            found = [(unit, numbered.pop(_digits(unit.printed), None)) for unit in run if unit.printed]
            pairs = [(unit, other) for unit, other in found if other is not None]
        for unit, other in pairs:
            same[unit.id] = other.id
            _pair(unit.children, other.children, same)


def _digits(printed: str | None) -> str:
    """What two languages print alike in a number: its digits, else its letters as they stand."""
    digits = "".join(sign for sign in printed or "" if sign.isdigit())
    return digits or (printed or "")
