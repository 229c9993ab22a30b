"""The two full-text engines behind one question: which clauses hold these terms, and how well.

SQLite's FTS5 ranks by BM25 over heading, types, wording and forms; PostgreSQL ranks its tsvector by cover
density with the same weights. Both are given stems of ours and match the same clauses.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    ColumnElement,
    Float,
    Integer,
    Select,
    func,
    literal,
    literal_column,
    select,
    table,
    text,
)

from workbench.library.models import Clause, ClauseStems
from workbench.library.words import Term

WEIGHTS = {"heading": 5.0, "types": 2.0, "body": 1.0, "forms": 0.2}
"""What a match in each column counts. A match in `forms` is the very form that was typed."""

_FTS = table("clause_search")
_ROWID: ColumnElement[int] = literal_column("clause_search.rowid", Integer)
# The plus keeps SQLite from looking up clause by clause what the full text answers at once.
_ROWID_TO_TEST: ColumnElement[int] = literal_column("+clause_search.rowid", Integer)
_BM25: ColumnElement[float] = literal_column(
    f"-bm25(clause_search, {', '.join(str(weight) for weight in WEIGHTS.values())})", Float
)


def matching(
    dialect: str, terms: tuple[Term, ...], *, any_term: bool, scored: bool
) -> tuple[Select[int, float], ColumnElement[int]]:
    """A select of (key, score) for the clauses that hold the terms, and the key for further conditions.

    Without terms: every clause, score 0. Without `scored` the score is 0, which spares the ranking.
    """
    nothing: ColumnElement[float] = literal(0.0, Float)
    if not terms:
        return select(Clause.key.label("key"), nothing.label("score")), Clause.key.expression
    if dialect == "sqlite":
        expression = fts5(terms, any_term=any_term)
        score = _BM25 if scored else nothing
        chosen = select(_ROWID.label("key"), score.label("score")).select_from(_FTS)
        return chosen.where(text("clause_search MATCH :fts").bindparams(fts=expression)), _ROWID_TO_TEST
    query = text("CAST(:fts AS tsquery)").bindparams(fts=tsquery(terms, any_term=any_term))
    vector: ColumnElement[Any] = literal_column("clause_stems.search")
    rank = (
        func.ts_rank_cd(literal_column("'{0.04, 0.2, 0.4, 1.0}'::real[]"), vector, query, 1, type_=Float)
        if scored
        else nothing
    )
    chosen = select(ClauseStems.key.label("key"), rank.label("score"))
    return chosen.where(vector.op("@@")(query)), ClauseStems.key.expression


def fts5(terms: tuple[Term, ...], *, any_term: bool) -> str:
    """The terms as an FTS5 expression. Stems hold letters and digits only, so quoting them is enough."""

    def alternatives(term: Term) -> str:
        parts = [f'"{" ".join(reading.tokens)}"' for reading in term.readings]
        if term.is_phrase:
            parts = [f"{{heading body}} : {part}" for part in parts]
        if term.beginning:
            parts.append(f'forms : "{term.beginning}" *')
        return f"({' OR '.join(parts)})"

    return (" OR " if any_term else " AND ").join(alternatives(term) for term in terms)


def tsquery(terms: tuple[Term, ...], *, any_term: bool) -> str:
    """The terms as a tsquery of PostgreSQL."""

    def alternatives(term: Term) -> str:
        if term.is_phrase:
            rows = ((f"'{token}':AC" for token in reading.tokens) for reading in term.readings)
            parts = [f"({' <-> '.join(row)})" for row in rows]
        else:
            parts = [f"'{token}'" for reading in term.readings for token in reading.tokens]
        if term.beginning:
            parts.append(f"'{term.beginning}':*D")
        return f"({' | '.join(parts)})"

    return (" | " if any_term else " & ").join(alternatives(term) for term in terms)
