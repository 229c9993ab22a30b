"""Same and near wording: clauses ranked by how much of their wording they share with a text.

The rarest stems of the text find the candidates through the full text; each candidate is then compared in
two ways that correct one another: the cosine of weighted stems (are the same things said?) and the shared
runs of three stems (in the same words?). 1.0 is the same wording but for case and punctuation.
"""

from __future__ import annotations

import json
import math
import statistics
from collections import Counter
from collections.abc import Collection, Iterable

from msgspec.structs import replace
from sqlalchemy import bindparam, func, literal_column, select, text
from sqlalchemy.engine import Connection

from workbench.agreement.lemmas import FUNCTION_WORDS, Stemmer
from workbench.library.answers import SearchResult
from workbench.library.catalogue import clause_key
from workbench.library.derive import storable, tokens, wording_hash
from workbench.library.fulltext import matching
from workbench.library.models import Clause, ClauseStems, Precedent
from workbench.library.searching import hits_of
from workbench.library.words import Reading, Term

CANDIDATES = 150
"""How many clauses the full text proposes for comparison."""
TELLING_STEMS = 16
"""How many of the rarest stems of the text look for them."""
LEAST = 0.1
"""Below this likeness a clause is not shown."""
_MOST_STEMS = 4000

Weights = dict[str, float]


def similar(
    connection: Connection, wording: str, limit: int, *, clause: str | None, language: str | None
) -> SearchResult:
    """Clauses like a text, or like a clause of the library, most alike first; `total` counts all alike."""
    itself: int | None = None
    if clause is not None:
        itself, _ = clause_key(connection, clause, language)
        wording = connection.execute(select(Clause.body).where(Clause.key == itself)).scalar_one()
    total = connection.execute(select(func.count()).select_from(ClauseStems)).scalar_one()
    language = storable(language) if language else None
    kept = select(Precedent.language).distinct()
    languages = [language] if language else list(connection.execute(kept).scalars())
    readings = {code: tokens(code, Stemmer(code).stems(wording)[:_MOST_STEMS]) for code in languages}
    frequencies = _frequencies(connection, {stem for row in readings.values() for stem in row})
    same = wording_hash(wording)
    keys = _candidates(connection, readings, frequencies, total) | _same(connection, same)
    keys.discard(itself or 0)
    if not keys:
        return SearchResult(0, ())
    rows = connection.execute(
        select(Clause.key, Clause.wording, ClauseStems.heading, ClauseStems.body, Precedent.language)
        .join(ClauseStems, ClauseStems.key == Clause.key)
        .join(Precedent, Precedent.snapshot_key == Clause.snapshot_key)
        .where(Clause.key.in_(keys))
    ).all()
    rarity = {stem: math.log(1 + total / (1 + count)) for stem, count in frequencies.items()}
    # How rare a stem is that the text does not hold bears on lengths only, and counting it would cost most.
    usual = statistics.fmean(rarity.values()) if rarity else 1.0
    likeness: list[tuple[int, float]] = []
    for row in rows:
        stems = readings.get(row.language)
        if stems is None:
            continue
        alike = 1.0 if row.wording == same else min(0.999, _alike(stems, row.body.split(), rarity, usual))
        if alike >= LEAST:
            likeness.append((row.key, alike))
    likeness.sort(key=lambda pair: (-pair[1], pair[0]))
    page = likeness[: max(0, limit)]
    hits = hits_of(connection, page, ())
    return SearchResult(len(likeness), tuple(replace(hit, similarity=round(hit.score, 4)) for hit in hits))


def _alike(one: list[str], other: list[str], rarity: Weights, usual: float) -> float:
    """Half the cosine of weighted stems, half the share of common runs of three stems, 0 to 1."""
    return 0.5 * _cosine(_weights(one, rarity, usual), _weights(other, rarity, usual)) + 0.5 * _shared_runs(
        one, other
    )


def _weights(stems: list[str], rarity: Weights, usual: float) -> Weights:
    return {stem: (1 + math.log(n)) * rarity.get(stem, usual) for stem, n in Counter(stems).items()}


def _cosine(one: Weights, other: Weights) -> float:
    lengths = math.sqrt(sum(w * w for w in one.values()) * sum(w * w for w in other.values()))
    if not lengths:
        return 0.0
    return sum(weight * other.get(stem, 0.0) for stem, weight in one.items()) / lengths


def _shared_runs(one: list[str], other: list[str]) -> float:
    """Dice's coefficient of runs of three stems; shorter texts are one run."""
    left, right = set(_runs(one)), set(_runs(other))
    if not left or not right:
        return 0.0
    return 2 * len(left & right) / (len(left) + len(right))


def _runs(stems: list[str]) -> Iterable[tuple[str, ...]]:
    if len(stems) < 3:
        return [tuple(stems)] if stems else []
    return zip(stems, stems[1:], stems[2:], strict=False)


def _same(connection: Connection, wording: str) -> set[int]:
    found = connection.execute(select(Clause.key).where(Clause.wording == wording).limit(CANDIDATES))
    return set(found.scalars())


def _candidates(
    connection: Connection, readings: dict[str, list[str]], frequencies: dict[str, int], total: int
) -> set[int]:
    """The keys of the clauses that share the rarest stems of the text."""
    telling: set[str] = set()
    for language, row in readings.items():
        stemmer = Stemmer(language)
        common = set(tokens(language, map(stemmer.stem, FUNCTION_WORDS.get(language, ()))))
        known = {stem for stem in row if frequencies.get(stem) and stem not in common}
        # What stands in every other clause finds nothing and costs most.
        rare = [stem for stem in known if frequencies[stem] <= max(20, total // 2)] or list(known)
        telling.update(sorted(rare, key=lambda stem: (frequencies[stem], stem))[:TELLING_STEMS])
    if not telling:
        return set()
    asked = tuple(Term((Reading("", (stem,)),)) for stem in sorted(telling))
    found, _ = matching(connection.dialect.name, asked, any_term=True, scored=True)
    best = found.order_by(literal_column("score").desc(), literal_column("key")).limit(CANDIDATES)
    return {int(row.key) for row in connection.execute(best)}


def _frequencies(connection: Connection, stems: set[str]) -> dict[str, int]:
    """In how many clauses each stem stands; a stem that stands in none is left out."""
    if not stems:
        return {}
    if connection.dialect.name == "sqlite":
        query = text("SELECT term, doc FROM clause_words WHERE term IN (SELECT value FROM json_each(:stems))")
        listed = json.dumps(sorted(stems))
        return {row.term: int(row.doc) for row in connection.execute(query, {"stems": listed})}
    asked = text(
        "SELECT stem, (SELECT count(*) FROM clause_stems"
        " WHERE search @@ quote_literal(stem)::tsquery) AS doc FROM unnest(CAST(:stems AS text[])) AS stem"
    ).bindparams(bindparam("stems", sorted(stems)))
    return {row.stem: int(row.doc) for row in connection.execute(asked) if row.doc}


def same_wordings(connection: Connection, wordings: Collection[str]) -> dict[str, float]:
    """By agreement, the share of these clauses (hashes of their wording) that it has word for word.

    Measured against the longer of the two, so that a text of three clauses is like none of thirty.
    """
    asked = set(wordings)
    if not asked:
        return {}
    rows = connection.execute(
        select(Precedent.agreement_id, Precedent.clauses, func.count(Clause.wording.distinct()).label("same"))
        .join(Clause, Clause.snapshot_key == Precedent.snapshot_key)
        .where(Clause.wording.in_(asked), Precedent.is_agreement)
        .group_by(Precedent.agreement_id, Precedent.snapshot_key, Precedent.clauses)
    )
    return {row.agreement_id: row.same / max(len(asked), row.clauses) for row in rows}
