"""A name of a party or a State met in the wording, and what may be doubtful about writing another there."""

from __future__ import annotations

import msgspec

from workbench.agreement.declension import Case
from workbench.agreement.findings import FindingKind, Severity
from workbench.agreement.states import FormKind, NameOccurrence

NO_FORM = FindingKind(
    "adaptation.no-form",
    Severity.ERROR,
    "“{quote}” has no counterpart for {party}: reword it",
)
CASE_UNSURE = FindingKind(
    "adaptation.case-unsure",
    Severity.WARNING,
    "the case of “{quote}” could not be told from the sentence; check “{new}”",
)
AGREEMENT = FindingKind(
    "adaptation.agreement",
    Severity.WARNING,
    "“{new}” differs in number or gender from “{quote}”: check the words that agree with it",
)

LANGUAGE = FindingKind(
    "adaptation.language",
    Severity.WARNING,
    "“{quote}” names a language here; check that “{new}” is the language meant",
)
Doubt = tuple[FindingKind, int, int, dict[str, str]]


class Mention(msgspec.Struct, frozen=True):
    """A name in the text: of a party (`party` is its key) or of a third State (None)."""

    start: int
    end: int
    cases: tuple[Case, ...]
    code: str
    party: str | None
    foreign: bool
    form: FormKind
    occurrence: NameOccurrence | None = None
