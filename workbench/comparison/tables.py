"""Inside tables: rows of a paired table in their order, cells of paired rows one by one."""

from __future__ import annotations

from workbench.agreement.tree import Kind
from workbench.comparison.blocks import blocks_between
from workbench.comparison.pairs import Pairs
from workbench.comparison.units import Unit


def inside_tables(pairs: Pairs) -> None:
    """Pair rows of paired tables in order, and cells of paired rows one by one."""
    for unit in pairs.old:
        other = pairs.to_new[unit.index]
        if unit.kind is Kind.TABLE and other >= 0:
            _rows(pairs, unit, pairs.new[other])


def _rows(pairs: Pairs, table: Unit, other: Unit) -> None:
    mine = [_row_key(pairs.old, row) for row in table.children]
    yours = [_row_key(pairs.new, row) for row in other.children]
    for block in blocks_between(mine, yours, tidy=False):
        first, second = table.children[block.a : block.b], other.children[block.c : block.d]
        if block.equal:
            for row, partner in zip(first, second, strict=True):
                _join_row(pairs, row, partner)
            continue
        start = 0
        for row in first:
            for position in range(start, len(second)):
                if _rows_alike(pairs, row, second[position], len(first) == len(second) == 1):
                    _join_row(pairs, row, second[position])
                    start = position + 1
                    break


def _row_key(units: list[Unit], row: int) -> str:
    return f"{len(units[row].children)}\x1f{units[row].provision.words}"


def _rows_alike(pairs: Pairs, old: int, new: int, alone: bool) -> bool:
    mine, yours = pairs.old[old].children, pairs.new[new].children
    if len(mine) != len(yours):
        return False
    equal = sum(pairs.old[a].shape == pairs.new[b].shape for a, b in zip(mine, yours, strict=True))
    return alone or 2 * equal >= len(mine)


def _join_row(pairs: Pairs, old: int, new: int) -> None:
    """Join two units of tables and, where they are built alike, all below them."""
    pairs.join(old, new)
    mine, yours = pairs.old[old].children, pairs.new[new].children
    if [pairs.old[a].kind for a in mine] == [pairs.new[b].kind for b in yours]:
        for a, b in zip(mine, yours, strict=True):
            _join_row(pairs, a, b)
