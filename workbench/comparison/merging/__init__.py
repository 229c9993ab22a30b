"""Three-way merge: the base both delegations worked from, our text and theirs.

`sides` lays the three beside one another, `standing` decides what stands and `places` where, `regions`
finds where both changed the words of one provision and `wording` merges them, `building` makes the
provisions, `strands` says whose they are, `printed` numbers what was printed with numbers, `pointing` sees to
the references, `merge` is the whole. `settling` settles what was left in dispute; `shown` shows a merge as a
redline against the base.
"""

from workbench.comparison.merging.merge import Conflict, Delegations, Merged, merge
from workbench.comparison.merging.settling import Choice, Settlement, settled
from workbench.comparison.merging.shown import Shown, as_settled, shown
from workbench.comparison.merging.strands import Origin

__all__ = [
    "Choice",
    "Conflict",
    "Delegations",
    "Merged",
    "Origin",
    "Settlement",
    "Shown",
    "as_settled",
    "merge",
    "settled",
    "shown",
]
