"""What the clause search shows, as plain values: cards, facets, the question that is asked.

The widgets of this room know these and nothing of the store; `lookup` makes them of what the library finds.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from typing import Protocol

from workbench.desktop.kit import Span

FACETS = ("type", "language", "state", "year", "curation")
"""The facets in the order they are shown."""

CLAUSE_MIME = "application/x-treaty-clause"
"""What is dragged from here into a draft: the clause id as UTF-8."""


@dataclass(frozen=True, slots=True)
class ClauseCard:
    """One clause found. `spans` mark the words asked for; `source` says where it stands."""

    id: str
    title: str
    text: str
    spans: tuple[Span, ...] = ()
    source: str = ""
    year: str = ""
    language: str = ""
    types: tuple[str, ...] = ()
    same_in: int = 0
    curation: tuple[str, str, str] | None = None
    background: bool = False


@dataclass(frozen=True, slots=True)
class FacetValue:
    """One value of a facet: what is asked for, what is shown, how many clauses have it."""

    value: str
    words: str
    count: int


@dataclass(frozen=True, slots=True)
class Found:
    """What a search found."""

    total: int = 0
    cards: tuple[ClauseCard, ...] = ()
    facets: dict[str, tuple[FacetValue, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class ClauseQuery:
    """What is asked: words, and at most one value for each facet; or `only` the clause with this id."""

    text: str = ""
    facets: tuple[tuple[str, str], ...] = ()
    only: str = ""

    def value(self, facet: str) -> str | None:
        """The value asked for, or None."""
        return dict(self.facets).get(facet)

    def with_value(self, facet: str, value: str | None) -> ClauseQuery:
        """The same question with one facet set or, for None, left out."""
        kept = tuple((name, old) for name, old in self.facets if name != facet)
        return replace(self, facets=kept if value is None else (*kept, (facet, value)))


@dataclass(frozen=True, slots=True)
class Choices:
    """How a clause is to be taken over.

    `without` are reasons of change to leave alone, `register` asks for the wording of the draft's register,
    `blanks` makes placeholders of dates and sums, `mapping` says which old party becomes which new one (keys;
    empty: the usual way), `final` puts its article in the place of the draft's final provisions.
    """

    adapted: bool = True
    without: frozenset[str] = frozenset()
    register: bool = False
    blanks: bool = False
    mapping: tuple[tuple[str, str], ...] = ()
    final: bool = False


@dataclass(frozen=True, slots=True)
class Way:
    """One way of saying who becomes whom: the pairs (old key, new key), and as it is shown."""

    mapping: tuple[tuple[str, str], ...]
    words: str


@dataclass(frozen=True, slots=True)
class Preview:
    """What adaptation would change in a clause: the wording with its spans, a summary, and what stays.

    `reasons` are the reasons of change there are, with how many changes each makes when it is on; `blanks`
    counts dates and sums that could become placeholders; `ways` are the ways of pairing the parties, the
    usual one first, none where there is no choice.
    """

    text: str
    spans: tuple[Span, ...] = ()
    summary: str = ""
    warnings: tuple[str, ...] = ()
    reasons: tuple[tuple[str, int], ...] = ()
    blanks: int = 0
    ways: tuple[Way, ...] = ()


class Previewer(Protocol):
    """What the draft on the desk offers the drawer."""

    def __call__(self, clause: str, choices: Choices) -> Preview | None:
        """How the clause would read in the draft; None while that is being found out."""


def joined(pieces: Sequence[tuple[str, str]]) -> tuple[str, tuple[Span, ...]]:
    """Text and spans of (operation, words) pieces; "equal" pieces have no span."""
    text, spans = "", []
    for operation, words in pieces:
        if operation != "equal":
            spans.append((len(text), len(text) + len(words), operation))
        text += words
    return text, tuple(spans)
