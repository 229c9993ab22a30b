"""Amending: from two versions of an agreement to the protocol between them, and back.

    amend(old, new)                     a protocol whose instructions lead from one version to the other
    consolidate(agreement, protocol)    the agreement with somebody's protocol carried out

`deriving` makes instructions of a comparison, with `rows` and `words`; `english`, `latvian` and `ukrainian`
put them into words, `blocks` and `zones` quote what is new; `protocol` is the whole, both ways, and
`exactness` what it is held to.

`reading` finds instructions in a protocol, sentence by sentence (`understanding`, `clauses`, by the table of
`cues`; `quotations`, `citations`), and `manner` makes units of quoted lines that nobody marked.

`applying` carries instructions out, with `addresses` for places, `rewording` and `sentences` for words,
`renumbering` and `counting` for numbers. `instruction` says what an instruction is.
"""

from workbench.drafting.amending.exactness import same_text
from workbench.drafting.amending.instruction import Address, Deed, Instruction, Relation, Step
from workbench.drafting.amending.protocol import (
    Amended,
    AmendingLanguageError,
    Consolidated,
    NoInstructionsError,
    NothingToAmendError,
    amend,
    consolidate,
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
