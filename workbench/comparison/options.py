"""What a comparison takes for a difference, and what it refuses."""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum

import msgspec

from workbench.agreement.errors import WorkbenchError

_SIGNS = str.maketrans(
    {
        **dict.fromkeys("“”„‟«»″", '"'),
        **dict.fromkeys("‘’‚‛′ʼ", "'"),
        **dict.fromkeys("–—‐‑‒―−", "-"),
        **dict.fromkeys("\u00ad\u200b\u2060\ufeff"),
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

    `fold_signs` takes curly and straight quotes, all dashes and all spaces for the same, and passes over
    what is not seen (the soft hyphen); `fold_spaces` takes any run of spaces and line breaks for one space,
    and no more. An accent and its letter are one character or two: that never counts.
    """

    fold_signs: bool = False
    ignore_case: bool = False
    ignore_formatting: bool = False
    granularity: Granularity = Granularity.WORD
    fold_spaces: bool = False

    @property
    def folds(self) -> bool:
        """Whether texts must be folded before they are compared."""
        return self.fold_signs or self.fold_spaces or self.ignore_case

    def folded(self, words: str) -> str:
        """The words as they are compared."""
        if self.fold_signs:
            words = words.translate(_SIGNS)
        if self.fold_signs or self.fold_spaces:
            words = _SPACES.sub(" ", words)
        return words.casefold() if self.ignore_case else words


def is_composed(words: str) -> bool:
    """Whether each accent is one character with its letter, as most programs write them."""
    return unicodedata.is_normalized("NFC", words)


def composed(words: str) -> str:
    """The words with each accent in one character with its letter."""
    return words if is_composed(words) else unicodedata.normalize("NFC", words)


PLAIN = Options()
"""Every difference counts; whole words are marked."""
FOLDED = Options(fold_signs=True)
"""What differs by quotation marks, dashes or spaces alone says the same."""
