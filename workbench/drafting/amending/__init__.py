"""Amending: from two versions of an agreement to the protocol between them, and back.

    amend(old, new)                     a protocol whose instructions lead from one version to the other
    consolidate(agreement, protocol)    the agreement with somebody's protocol carried out

`deriving` makes instructions of a comparison, `english`, `latvian` and `ukrainian` put them into words,
`reading` finds them in a protocol (`cues`, `quotations`), `applying` carries them out; `protocol` is the
whole, both ways. `instruction` says what one is, `addresses` and `citations` speak of places, `blocks`,
`zones` and `words` of wording.
"""

from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step
from workbench.drafting.amending.protocol import (
    Amended,
    AmendingLanguageError,
    Consolidated,
    NoInstructionsError,
    NothingToAmendError,
    amend,
    consolidate,
    same_text,
)

__all__ = [
    "Address",
    "Amended",
    "AmendingLanguageError",
    "Consolidated",
    "Deed",
    "Instruction",
    "NoInstructionsError",
    "NothingToAmendError",
    "Relation",
    "Step",
    "amend",
    "consolidate",
    "same_text",
]
