"""What a rule looks at: one agreement, laid out once for all rules.

A rule is a function from a `Matter` to findings. It takes wording passage by passage, each with the
provision it stands in, and makes findings with `at`, which supplies the locator.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.lemmas import Stemmer
from workbench.agreement.states import States
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, Provision, Register
from workbench.checks.places import Places


@dataclass(frozen=True, slots=True)
class Passage:
    """One piece of wording: a provision's heading, text or wrap-up."""

    unit: Provision
    text: Text

    @property
    def plain(self) -> str:
        """The words."""
        return self.text.plain


class Matter:
    """An agreement under examination.

    `profile` is the register asked for, None to take the agreement as it presents itself; `against` a
    precedent to measure it by.
    """

    def __init__(
        self,
        agreement: Agreement,
        *,
        states: States,
        profile: Register | None = None,
        against: Agreement | None = None,
    ) -> None:
        self.agreement = agreement
        self.language = agreement.language
        self.states = states
        self.profile = profile
        self.against = against

    @cached_property
    def places(self) -> Places:
        """Numbers and ancestors of the provisions."""
        return Places(self.agreement)

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """All wording in document order."""
        return tuple(
            Passage(unit, text)
            for unit in self.agreement.walk()
            for text in (unit.heading, unit.text, unit.wrap_up)
            if text
        )

    @cached_property
    def stemmer(self) -> Stemmer:
        """The stemmer of the language; shared, because it remembers the words it has met."""
        return Stemmer(self.language)

    @cached_property
    def imported(self) -> bool:
        """Whether the agreement shows printed numbers, as an imported source does."""
        return self.agreement.numbering.as_printed

    def of_kind(self, *kinds: Kind) -> tuple[Provision, ...]:
        """Every provision of these kinds."""
        return self.agreement.of_kind(*kinds)

    def at(
        self,
        kind: FindingKind,
        unit: Provision,
        *,
        quote: str = "",
        severity: Severity | None = None,
        **values: object,
    ) -> Finding:
        """A finding in a provision."""
        return kind.at(
            self.places.label(unit.id), quote=quote, provision=unit.id, severity=severity, **values
        )


Rule = Callable[[Matter], Iterator[Finding]]


def around(text: str, start: int, end: int, margin: int = 30) -> str:
    """The words at [start, end) with some of their neighbours, cut at word boundaries, for a quote."""
    left = max(0, start - margin)
    right = min(len(text), end + margin)
    while left > 0 and left < start and not text[left - 1].isspace():
        left += 1
    while right < len(text) and right > end and not text[right].isspace():
        right -= 1
    return " ".join(text[left:right].split())
