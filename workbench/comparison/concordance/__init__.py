"""Two language versions side by side: what answers what, and where they say different things.

`items` lays either text out, `pairing` matches provisions and passages, `facts` are what both must say alike
(numbers, days, amounts, references, blanks, brackets), `sentences` finds what was left untranslated,
`concordance` is the whole.
"""

from workbench.comparison.concordance.concordance import (
    Concordance,
    Difference,
    DifferenceKind,
    Match,
    SameLanguageError,
    concord,
)

__all__ = ["Concordance", "Difference", "DifferenceKind", "Match", "SameLanguageError", "concord"]
