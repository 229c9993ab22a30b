"""How long it takes to assemble an agreement from precedents: `python tests/benchmarks/assembly.py [--json]`.

A new draft between two States takes 40 articles, one after the other, from the shipped templates worn by another
pair of States as precedents: each is adapted, numbered, its references led and its dates and sums offered. Times
are of the process, once the names of States are loaded, best and 95th percentile of several runs.
"""

from __future__ import annotations

import argparse
import json
import statistics
import time
from pathlib import Path

from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Draft, Kind, Provision
from workbench.drafting.assembly import new_draft
from workbench.drafting.insertion import Origin, insert

ARTICLES = 40
RUNS = 20
SLUGS = ("defence-cooperation", "long-term-support", "defence-industry")
OLD, NEW = ("UA", "LV"), ("EE", "FR")
ORIGIN = Origin(file="precedent.docx", sha256="0" * 64)


def precedents(language: str, states: States) -> list[tuple[Agreement, Provision]]:
    """Articles of precedents between `OLD`, with the agreement each stands in."""
    found: list[tuple[Agreement, Provision]] = []
    for slug in SLUGS:
        agreement = new_draft(slug, parties=OLD, language=language, states=states).agreement
        found += [(agreement, unit) for unit in agreement.body if unit.kind is Kind.ARTICLE]
    return found[:ARTICLES]


def assembled(language: str, states: States, articles: list[tuple[Agreement, Provision]]) -> Draft:
    """A draft between `NEW` with all articles in it, in place of the template's own."""
    draft = new_draft("defence-cooperation", parties=NEW, language=language, states=states)
    after = None
    for source, article in articles:
        made = insert(draft, (article,), source=source, origin=ORIGIN, after=after, states=states)
        draft, after = made.draft, made.provisions[-1]
    return draft


def run() -> dict[str, dict[str, float]]:
    """Milliseconds by language."""
    states = States.load()
    figures: dict[str, dict[str, float]] = {}
    for language in ("en", "lv", "uk"):
        articles = precedents(language, states)
        assembled(language, states, articles)  # names and grammar are loaded once
        times = []
        for _ in range(RUNS):
            start = time.process_time()
            assembled(language, states, articles)
            times.append((time.process_time() - start) * 1000)
        figures[language] = {
            "articles": float(len(articles)),
            "best_ms": round(min(times), 1),
            "median_ms": round(statistics.median(times), 1),
            "p95_ms": round(statistics.quantiles(times, n=20)[-1], 1),
        }
    return figures


def main() -> None:
    """Print the figures."""
    parser = argparse.ArgumentParser(description=Path(__file__).stem)
    parser.add_argument("--json", action="store_true")
    options = parser.parse_args()
    figures = run()
    if options.json:
        print(json.dumps(figures, indent=2))
        return
    for language, row in figures.items():
        print(
            f"{language}: {row['articles']:.0f} articles assembled in {row['best_ms']} ms at best, "
            f"{row['median_ms']} ms usually, {row['p95_ms']} ms at worst (p95)"
        )


if __name__ == "__main__":
    main()
