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

NO_LANGUAGE = FindingKind(
    "adaptation.language",
    Severity.ERROR,
    "“{quote}” names the language of a party of the precedent; {party} has several, or none that is known "
    "here: name the language",
)
SAME_LANGUAGE = FindingKind(
    "adaptation.same-language",
    Severity.ERROR,
    "“{quote}” was left: “{new}”, the language of {party}, is named already; say in which languages the text "
    "is done",
)
Doubt = tuple[FindingKind, int, int, dict[str, str]]


class Mention(msgspec.Struct, frozen=True):
    """A name in the text: of a party (`party` is its key) or of a third State (None).

    `of_language` tells that the words name a language (*the Latvian language*).
    """

    start: int
    end: int
    cases: tuple[Case, ...]
    code: str
    party: str | None
    foreign: bool
    form: FormKind
    occurrence: NameOccurrence | None = None
    of_language: bool = False
