"""What a comparison takes for a difference, and what it refuses."""

from __future__ import annotations

import re
from enum import StrEnum

import msgspec

from workbench.agreement.errors import WorkbenchError

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("–—‐‑‒―−", "-"),
        "\u00ad": None,
    }
)
_SPACES = re.compile(r"\s+")


class ComparisonError(WorkbenchError):
    """A comparison that cannot be made."""

    code = "comparison.refused"
    message = "these two texts cannot be compared: {reason}"


class LanguagesDifferError(ComparisonError):
    """Two agreements in different languages."""

    code = "comparison.languages-differ"
    message = (
        "the texts are in different languages ({old} and {new}) and a redline needs one language: "
        "use `workbench concordance` to lay two languages side by side"
    )


class Granularity(StrEnum):
    """What is marked inside a changed provision."""

    WORD = "word"
    CHARACTER = "character"


class Options(msgspec.Struct, frozen=True):
    """What does not count as a difference.

    `fold_signs` takes curly and straight quotes, all dashes and all spaces for the same.
    """

    fold_signs: bool = False
    ignore_case: bool = False
    ignore_formatting: bool = False
    granularity: Granularity = Granularity.WORD

    @property
    def folds(self) -> bool:
        """Whether texts must be folded before they are compared."""
        return self.fold_signs or self.ignore_case

    def folded(self, words: str) -> str:
        """The words as they are compared."""
        if self.fold_signs:
            words = _SPACES.sub(" ", words.translate(_SIGNS))
        return words.casefold() if self.ignore_case else words


PLAIN = Options()
"""Every difference counts; whole words are marked."""
FOLDED = Options(fold_signs=True)
"""What differs by quotation marks, dashes or spaces alone says the same."""
