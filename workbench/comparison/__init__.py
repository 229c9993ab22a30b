"""Comparison: what differs between two agreements, as a negotiator would mark it.

The way of a comparison: `units` lays both trees out, `alignment` makes `pairs` of their provisions (by
`likeness` where nothing surer tells, in `tables` row by row), `divisions` finds what was split and merged,
`flow` what stayed in its order, `weaving` weaves both trees into one, `words` compares inside a pair
(`tokens` cut, `blocks` compared), `ledger` numbers the revisions, `rows` shows them, and `redline` holds the
result, from which `decisions` builds any mixture. `weighing` says which changes to look at first.

Rooms: `merging` (two sides' changes to one base) and `concordance` (two language versions side by side).
"""

from workbench.comparison.comparing import compare
from workbench.comparison.options import ComparisonError, Granularity, LanguagesDifferError, Options
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, Op, Piece, Revision, RevisionKind, Row, Summary

__all__ = [
    "ComparisonError",
    "Fate",
    "Granularity",
    "LanguagesDifferError",
    "Op",
    "Options",
    "Piece",
    "Redline",
    "Revision",
    "RevisionKind",
    "Row",
    "Summary",
    "compare",
]
