"""Adaptation: clauses of one agreement worded for the parties of another. It is grammar, not replacement.

`adapt` takes provisions as they stand in a precedent and gives them back in the words of the draft: parties
in the case and with the article the sentence wants, adjectives and peoples, capitals and institutions, the
collective name (*Parties*, *Puses*), the agreement's own name (*this Agreement*, *Līgums*), with everything
that must agree with them. Each change is recorded. A sentence whose sense hangs on the old party is kept
as printed and flagged.
"""

from workbench.drafting.adaptation.adapting import REASONS, Adapted, adapt
from workbench.drafting.adaptation.parties import UnknownPartyError, counterparts

__all__ = ["REASONS", "Adapted", "UnknownPartyError", "adapt", "counterparts"]
