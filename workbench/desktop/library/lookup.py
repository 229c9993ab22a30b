"""From the library's answers to what the screen shows. Asked off the window's thread."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.agreement.quoting import in_short
from workbench.desktop.clause_type_names import named
from workbench.desktop.kit import Span
from workbench.desktop.library.clauses import ClauseCard, ClauseQuery, FacetValue, Found

if TYPE_CHECKING:
    from workbench.library import Hit, Library

_LIMIT = 60
_TITLE = 64


def find(
    library: Library,
    asked: ClauseQuery,
    language_name: Callable[[str], str],
    state_name: Callable[[str], str],
) -> Found:
    """Search the library; the last word counts as the beginning of a word.

    Partners are offered by State and not by name, which every language writes in its own way.
    """
    from workbench.library import Query

    if asked.only:
        return Found(1, (card(library.clause(asked.only).hit),))
    year = asked.value("year")
    result = library.search(
        Query(
            text=asked.text,
            type=asked.value("type"),
            language=asked.value("language"),
            state=asked.value("state"),
            year=int(year) if year else None,
            curation=asked.value("curation"),
            limit=_LIMIT,
            type_ahead=True,
        )
    )
    facets = {
        "type": _values(result.facets.types, named),
        "language": _values(result.facets.languages, language_name),
        "state": _values(result.facets.states, state_name),
        "year": tuple(sorted(_values(result.facets.years, str), key=lambda v: v.value, reverse=True)),
        "curation": _values(result.facets.curation, curation_name),
    }
    return Found(result.total, tuple(card(hit) for hit in result.hits), facets)


def card(hit: Hit) -> ClauseCard:
    """One hit as a card."""
    text, spans = _shown(hit)
    return ClauseCard(
        id=hit.id,
        title=_title(hit),
        text=text,
        spans=spans,
        source=", ".join(part for part in (_between(hit), hit.label or hit.provenance.locator) if part),
        year=str(hit.year or ""),
        language=hit.language,
        types=tuple(named(key) for key in hit.types),
        same_in=hit.same_in,
        curation=curation_tag(hit.curation),
        background=hit.kind == "background",
    )


def curation_name(state: str) -> str:
    """What a state of curation is called."""
    translate = QCoreApplication.translate
    return {
        "as_imported": translate("Curation", "As imported"),
        "reviewed": translate("Curation", "Reviewed"),
        "approved": translate("Curation", "Approved"),
    }.get(state, state)


def curation_tag(state: str) -> tuple[str, str, str] | None:
    """The tag of a clause somebody has looked at: words, tone, icon; None while it is as imported."""
    looks = {"approved": ("green", "seal-check"), "reviewed": ("brass", "eye")}
    look = looks.get(state)
    return (curation_name(state), *look) if look is not None else None


def _title(hit: Hit) -> str:
    if hit.heading:
        return hit.heading
    short = in_short(hit.text, _TITLE)
    return f"{named(hit.types[0])}: {short}" if hit.types else short


def _between(hit: Hit) -> str:
    return " – ".join(hit.parties) if hit.parties else hit.agreement


def _shown(hit: Hit) -> tuple[str, tuple[Span, ...]]:
    """The snippet with the places of the matches in it, and an ellipsis where text was left out before."""
    start = hit.snippet_start
    lead = "…" if start else ""
    shift = len(lead) - start
    end = start + len(hit.snippet)
    spans = tuple(
        (first + shift, min(last, end) + shift, "hit") for first, last in hit.matches if start <= first < end
    )
    stop = " " if hit.snippet.endswith((".", ";", ":")) else ""
    tail = f"{stop}…" if end < len(hit.text) else ""
    return lead + hit.snippet + tail, spans


def _values(counts: Mapping[str, int], name: Callable[[str], str]) -> tuple[FacetValue, ...]:
    return tuple(FacetValue(value, name(value), count) for value, count in counts.items())
