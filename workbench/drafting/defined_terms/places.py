"""One place of a renaming: what stands there, what would, and why somebody has to look."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from workbench.agreement.findings import FindingKind, Severity
from workbench.agreement.fixes import Wording
from workbench.agreement.tree import ProvisionId
from workbench.drafting.adaptation.wording import Edit

FORM_UNKNOWN = FindingKind(
    "terms.form-unknown", Severity.WARNING, "the form of “{new}” that belongs here is not certain"
)
CASE_UNSURE = FindingKind(
    "terms.case-unsure", Severity.WARNING, "the case of “{quote}” could not be told from the sentence"
)
AGREEMENT = FindingKind(
    "terms.agreement",
    Severity.WARNING,
    "words that agree with “{quote}” would have to change too; check the sentence",
)
COUNTING = FindingKind(
    "terms.counting",
    Severity.WARNING,
    "“{new}” is not counted as “{quote}” is; check the article and the number",
)
GENERIC = FindingKind(
    "terms.generic",
    Severity.WARNING,
    "“{quote}” is written otherwise than the term and may be meant generally",
)
PART_OF_NAME = FindingKind(
    "terms.part-of-name", Severity.WARNING, "“{quote}” is part of a longer name or term here"
)
QUOTED = FindingKind(
    "terms.quoted", Severity.WARNING, "“{quote}” stands in a quotation or in the title of another instrument"
)
MARKED = FindingKind(
    "terms.marked-inside", Severity.WARNING, "a mark begins or ends within “{quote}”; it would be lost"
)


class Sort(StrEnum):
    """What stands at a place."""

    DEFINITION = "definition"
    USE = "use"
    SHORT_FORM = "short-form"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the term: `old` stands there and `new` would, "" where no form is known.

    `edits` are all changes of wording that belong to it, articles and words that agree included, on the
    wording of that part, or of the footnote at `note` where that is not None. `key` is the term that its mark
    would name, None where there is no mark. A place with a `doubt` stays as it is unless it is chosen.
    """

    provision: ProvisionId
    label: str
    part: Wording
    note: int | None
    start: int
    end: int
    old: str
    new: str
    plain: str
    sort: Sort
    edits: tuple[Edit, ...]
    key: str | None = None
    doubt: FindingKind | None = None

    @property
    def reason(self) -> str:
        """Why it is kept, "" where it is not."""
        return self.doubt.template.format(quote=self.old, new=self.new) if self.doubt else ""

    @property
    def possible(self) -> bool:
        """Whether there is anything to write here."""
        return bool(self.new)
