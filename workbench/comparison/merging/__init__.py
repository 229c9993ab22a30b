"""Three-way merge: the base both delegations worked from, our text and theirs.

`sides` lays each side beside the base, `places` decides what goes where, `wording` merges the words of one
provision, `building` makes the provisions, `printed` numbers what was printed with numbers, `merge` is the
whole.
"""

from workbench.comparison.merging.merge import Conflict, Delegations, Merged, merge

__all__ = ["Conflict", "Delegations", "Merged", "merge"]
