"""The checks: what a careful reader would query before anyone signs.

    check(agreement, profile=..., against=...) -> findings

One rule per kind of query, each a function from a `Matter` to findings, with the `FindingKind` declared
beside it; `rules.RULES` lists them. A rule speaks only where it is sure enough to be worth a lawyer's look,
and never changes anything. `gaps` compares a text with a precedent clause by clause.
"""

from workbench.checks.clause_gaps import Gaps, gaps
from workbench.checks.matter import Matter
from workbench.checks.rules import RULES, check, fingerprint, kinds

__all__ = ["RULES", "Gaps", "Matter", "check", "fingerprint", "gaps", "kinds"]
