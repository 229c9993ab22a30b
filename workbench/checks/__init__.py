"""The checks: what a careful reader would query before anyone signs.

    check(agreement, profile=..., against=...) -> findings

One rule per kind of query: an `OfProvision` or an `OfAgreement` (`matter.py` says what each may look at),
with the `FindingKind` declared beside it; `rules.RULES` lists them. A rule speaks only where it is sure
enough to be worth a lawyer's look, offers a fix where one is certain, and never changes anything.
`checker()` gives what checks a draft again and again while it is written. `gaps` compares a text with a
precedent by clauses.
"""

from workbench.checks.checker import Checker
from workbench.checks.clause_gaps import Gaps, gaps
from workbench.checks.rules import RULES, check, checker, fingerprint, kinds

__all__ = ["RULES", "Checker", "Gaps", "check", "checker", "fingerprint", "gaps", "kinds"]
