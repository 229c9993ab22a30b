"""Search: from a `Query` to ranked hits with their matches, the total and the facets.

Three questions to the database: the best clauses of the page, the counts of everything that matches, the
rows of the page. Filters on the agreement are answered from the key of a clause, which holds its snapshot's.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any

from msgspec.structs import asdict, replace
from sqlalchemy import (
    ColumnElement,
    Integer,
    and_,
    false,
    func,
    literal_column,
    null,
    select,
    true,
    union_all,
)
from sqlalchemy.engine import Connection, Row

from workbench.agreement.lemmas import fold
from workbench.agreement.states import States
from workbench.library.answers import Facets, Hit, Provenance, Query, SearchResult
from workbench.library.derive import storable
from workbench.library.fulltext import matching
from workbench.library.models import (
    Clause,
    ClauseType,
    Decision,
    PartyRow,
    Precedent,
    Snapshot,
    Tag,
)
from workbench.library.snippets import Marker, snippet
from workbench.library.words import Term, terms

_PLACE_BITS: ColumnElement[int] = literal_column("20", Integer)
"""The place of a clause takes the lower bits of its key: see `models.CLAUSES_PER_SNAPSHOT`."""
_MOST_KEYS = 400
_MOST_WORDS = 16

Condition = Callable[[ColumnElement[int]], ColumnElement[bool]]


def search(connection: Connection, query: Query, states: Callable[[], States]) -> SearchResult:
    """The clauses a query asks for, best first; without words, the filtered clauses in document order.

    `states` gives the names of States when a filter names one.
    """
    query = _storable(query)
    languages = _languages(connection) if query.language is None else [query.language]
    wanted = terms(query.text, languages, type_ahead=query.type_ahead)
    if not wanted and query.text.strip():
        return SearchResult(0, ())
    conditions = _conditions(query, states)
    result = _search(connection, query, wanted, conditions, any_term=False)
    if result.total == 0 and wanted and wanted[-1].beginning:
        wanted = (*wanted[:-1], wanted[-1].shortened())
        result = _search(connection, query, wanted, conditions, any_term=False)
    if result.total == 0 and len(wanted) > 1:
        return _search(connection, query, wanted, conditions, any_term=True)
    return result


def hits_of(
    connection: Connection, scores: Sequence[tuple[int, float]], wanted: tuple[Term, ...]
) -> tuple[Hit, ...]:
    """The hits for clause keys and their scores, in the order given."""
    keys = [key for key, _ in scores]
    if not keys:
        return ()
    rows = {row.key: row for row in connection.execute(_details().where(Clause.key.in_(keys)))}
    types: dict[int, list[str]] = {}
    for key, name in connection.execute(
        select(ClauseType.clause_key, ClauseType.type)
        .where(ClauseType.clause_key.in_(keys))
        .order_by(ClauseType.rank)
    ):
        types.setdefault(key, []).append(name)
    snapshots = {row.snapshot_key for row in rows.values()}
    parties: dict[int, list[tuple[str, str | None]]] = {}
    for key, short, name, state in connection.execute(
        select(PartyRow.snapshot_key, PartyRow.short, PartyRow.name, PartyRow.state)
        .where(PartyRow.snapshot_key.in_(snapshots))
        .order_by(PartyRow.snapshot_key, PartyRow.position)
    ):
        parties.setdefault(key, []).append((short or name, state))
    alike = connection.execute(
        select(Clause.wording, func.count(Clause.snapshot_key.distinct()))
        .where(Clause.wording.in_({row.wording for row in rows.values()}))
        .group_by(Clause.wording)
    )
    same = {wording: int(count) for wording, count in alike}
    marker = Marker(wanted)
    return tuple(
        _hit(
            rows[key],
            score,
            types=types.get(key, []),
            parties=parties.get(rows[key].snapshot_key, []),
            same_in=same.get(rows[key].wording, 1),
            marker=marker,
        )
        for key, score in scores
        if key in rows
    )


def _search(
    connection: Connection,
    query: Query,
    wanted: tuple[Term, ...],
    conditions: list[Condition],
    *,
    any_term: bool,
) -> SearchResult:
    dialect = connection.dialect.name
    ranked, key = matching(dialect, wanted, any_term=any_term, scored=True)
    page = (
        ranked.where(*(condition(key) for condition in conditions))
        .order_by(literal_column("score").desc(), literal_column("key"))
        .limit(max(0, query.limit))
        .offset(max(0, query.offset))
    )
    scores = [(int(row.key), float(row.score)) for row in connection.execute(page)]
    everything, key = matching(dialect, wanted, any_term=any_term, scored=False)
    everything = everything.where(*(condition(key) for condition in conditions))
    total, facets = _count(connection, everything, with_facets=query.facets)
    return SearchResult(total, hits_of(connection, scores, wanted), facets, any_term and total > 0)


def _conditions(query: Query, states: Callable[[], States]) -> list[Condition]:
    of_agreement: list[ColumnElement[bool]] = []
    if query.language is not None:
        of_agreement.append(Precedent.language == query.language)
    if query.year is not None:
        of_agreement.append(Precedent.year == query.year)
    if query.kind is not None:
        of_agreement.append(Precedent.is_agreement.is_(query.kind != "background"))
    if query.agreement_id is not None:
        of_agreement.append(Precedent.agreement_id == query.agreement_id)
    if query.party is not None:
        of_agreement.append(_with_party(_named(query.party) | _of_state(_code(query.party, states))))
    if query.state is not None:
        of_agreement.append(_with_party(_of_state(_code(query.state, states) or query.state.strip().upper())))
    conditions: list[Condition] = []
    if of_agreement:
        allowed = select(Precedent.snapshot_key).where(*of_agreement)
        conditions.append(lambda key: key.op(">>")(_PLACE_BITS).in_(allowed))
    if query.type is not None:
        typed = select(ClauseType.clause_key).where(ClauseType.type == query.type)
        conditions.append(lambda key: key.in_(typed))
    if query.tag is not None:
        tagged = (
            select(Clause.key).join(Tag, Tag.provision_id == Clause.provision_id).where(Tag.tag == query.tag)
        )
        conditions.append(lambda key: key.in_(tagged))
    if query.curation is not None:
        curated = select(Clause.key).join(Decision, Decision.provision_id == Clause.provision_id)
        if query.curation == "as_imported":
            others = curated.where(Decision.curation != "as_imported")
            conditions.append(lambda key: key.not_in(others))
        else:
            chosen = curated.where(Decision.curation == query.curation)
            conditions.append(lambda key: key.in_(chosen))
    return conditions


def _storable(query: Query) -> Query:
    """The query with nothing in it that a database refuses."""
    return replace(
        query, **{name: storable(value) for name, value in asdict(query).items() if isinstance(value, str)}
    )


def _with_party(condition: ColumnElement[bool]) -> ColumnElement[bool]:
    return Precedent.snapshot_key.in_(select(PartyRow.snapshot_key).where(condition))


def _named(name: str) -> ColumnElement[bool]:
    parts = list(dict.fromkeys(fold(word) for word in name.split()))[:_MOST_WORDS]
    return and_(true(), *(PartyRow.names.contains(part, autoescape=True) for part in parts))


def _of_state(code: str | None) -> ColumnElement[bool]:
    return false() if code is None else PartyRow.state == code


def _code(name: str, states: Callable[[], States]) -> str | None:
    """The code of the State of a name, so that *Latvia* finds *Latvijas Republika* too."""
    if not name.strip():
        return None
    state = states().by_code(name.strip().upper())
    if state is not None:
        return state.code
    known = states().by_name(name)
    return known.state.code if known else None


def _count(connection: Connection, everything: Any, *, with_facets: bool) -> tuple[int, Facets]:
    if not with_facets:
        hits = everything.subquery("hits")
        return connection.execute(select(func.count()).select_from(hits)).scalar_one(), Facets()
    hits = everything.cte("hits")  # named twice below, so the full text is asked once
    snapshot = hits.c.key.op(">>")(_PLACE_BITS)
    counted = union_all(
        select(snapshot.label("snapshot"), null().label("type"), func.count()).group_by(snapshot),
        select(null(), ClauseType.type, func.count())
        .join(hits, hits.c.key == ClauseType.clause_key)
        .group_by(ClauseType.type),
    )
    by_snapshot: dict[int, int] = {}
    types: Counter[str] = Counter()
    for key, name, count in connection.execute(counted):
        if key is None:
            types[name] = int(count)
        else:
            by_snapshot[int(key)] = int(count)
    total = sum(by_snapshot.values())
    curation = _curation(connection, everything)
    curation["as_imported"] = total - sum(curation.values())
    return total, _agreement_facets(connection, by_snapshot, types, curation)


def _curation(connection: Connection, everything: Any) -> Counter[str]:
    """How many of the matches people have curated: few, so they are looked up one by one."""
    curated = (
        select(Clause.key, Decision.curation)
        .join(Decision, Decision.provision_id == Clause.provision_id)
        .where(Decision.curation != "as_imported")
    )
    anything = select(Decision.provision_id).where(Decision.curation != "as_imported").limit(1)
    if connection.execute(anything).first() is None:
        return Counter()
    states = {int(key): state for key, state in connection.execute(curated)}
    matched = connection.execute(select(everything.subquery("hits").c.key)).scalars()
    return Counter(states[key] for key in matched if key in states)


def _agreement_facets(
    connection: Connection, by_snapshot: dict[int, int], types: Counter[str], curation: Counter[str]
) -> Facets:
    languages: Counter[str] = Counter()
    years: Counter[str] = Counter()
    kinds: Counter[str] = Counter()
    agreements: Counter[str] = Counter()
    parties: Counter[str] = Counter()
    states: Counter[str] = Counter()
    listed = select(
        Precedent.snapshot_key,
        Precedent.agreement_id,
        Precedent.language,
        Precedent.year,
        Precedent.is_agreement,
    )
    named = select(PartyRow.snapshot_key, PartyRow.short, PartyRow.name, PartyRow.state)
    if len(by_snapshot) <= _MOST_KEYS:
        listed = listed.where(Precedent.snapshot_key.in_(by_snapshot))
        named = named.where(PartyRow.snapshot_key.in_(by_snapshot))
    for key, agreement_id, language, year, is_agreement in connection.execute(listed):
        count = by_snapshot.get(key, 0)
        languages[language] += count
        agreements[agreement_id] += count
        kinds["clause" if is_agreement else "background"] += count
        if year is not None:
            years[str(year)] += count
    for key, short, name, state in connection.execute(named):
        count = by_snapshot.get(key, 0)
        parties[short or name] += count
        if state:
            states[state] += count
    return Facets(
        *(
            {value: count for value, count in counter.most_common() if count}
            for counter in (types, languages, parties, states, years, curation, kinds, agreements)
        )
    )


def _languages(connection: Connection) -> list[str]:
    return list(connection.execute(select(Precedent.language).distinct()).scalars())


def _details() -> Any:
    above = Clause.__table__.alias("above")
    parent = select(above.c.provision_id).where(above.c.key == Clause.parent_key)
    return (
        select(
            *Clause.__table__.columns,
            Precedent.title,
            Precedent.agreement_id,
            Precedent.language,
            Precedent.year,
            Snapshot.file,
            Snapshot.sha256,
            Snapshot.reader,
            func.coalesce(Decision.curation, "as_imported").label("curation"),
            parent.scalar_subquery().label("parent_id"),
        )
        .join(Precedent, Precedent.snapshot_key == Clause.snapshot_key)
        .join(Snapshot, Snapshot.key == Clause.snapshot_key)
        .outerjoin(Decision, Decision.provision_id == Clause.provision_id)
    )


def _hit(
    row: Row[Any],
    score: float,
    *,
    types: list[str],
    parties: list[tuple[str, str | None]],
    same_in: int,
    marker: Marker,
) -> Hit:
    spans = marker.spans(row.body, row.language)
    start, shown = snippet(row.body, spans)
    return Hit(
        id=row.provision_id,
        kind=row.kind,
        unit=row.unit,
        agreement=row.title,
        agreement_id=row.agreement_id,
        label=row.label,
        heading=row.heading or None,
        types=tuple(types),
        language=row.language,
        text=row.body,
        snippet=shown,
        snippet_start=start,
        matches=spans,
        heading_matches=marker.spans(row.heading, row.language),
        score=round(score, 6),
        provenance=Provenance(row.file, row.sha256, row.locator, row.reader),
        parties=tuple(name for name, _ in parties),
        states=tuple(state for _, state in parties if state),
        year=row.year,
        curation=row.curation,
        same_in=same_in,
        parent_id=row.parent_id,
        wording=row.wording,
    )
