"""Same and near wording."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.library.conftest import english, keep, latvian
from workbench.agreement.tree import AgreementId, new_id
from workbench.library import Library
from workbench.library.similarity import _alike

TERMINATION = "A Party may terminate this Agreement by a written notification."


def test_the_same_words_are_wholly_alike_whatever_their_dress(standing: Library) -> None:
    best = standing.similar("A PARTY may terminate this Agreement - by a «written» notification").hits[0]
    assert (best.label, best.similarity) == ("Article 3(2)", 1.0)


def test_near_wording_comes_before_what_only_shares_the_subject(standing: Library) -> None:
    result = standing.similar(
        "Either Party may at any time terminate this Agreement by written notification."
    )
    assert [hit.label for hit in result.hits][:2] == ["Article 3(2)", "Article 3"]
    best = result.hits[0].similarity
    assert best is not None
    assert 0.4 < best < 1.0
    assert all(hit.language == "en" for hit in result.hits)


def test_a_clause_is_compared_with_all_others(library: Library) -> None:
    keep(library, english())
    twin = replace(english(), id=AgreementId(new_id()))
    keep(library, replace(twin, body=tuple(replace(unit, id=new_id()) for unit in twin.body)), name="twin")
    clause = str(english().body[2].id)
    result = library.similar(clause=clause)
    assert result.hits[0].similarity == 1.0
    assert clause not in [hit.id for hit in result.hits if hit.unit == "article"]


def test_latvian_forms_do_not_hide_likeness(standing: Library) -> None:
    best = standing.similar("Vienošanās izbeigšana: Pusei rakstiski jāpaziņo").hits[0]
    assert best.label == "2. pants 1. punkts"


def test_a_language_can_be_chosen(standing: Library) -> None:
    assert standing.similar(TERMINATION, language="lv").total == 0


def test_nothing_is_like_nothing(library: Library) -> None:
    assert library.similar("").total == 0
    assert library.similar(TERMINATION).total == 0
    keep(library, latvian())
    assert library.similar("…").total == 0
    assert library.similar(TERMINATION).total == 0


stem_rows = st.lists(st.sampled_from("abcdef"), max_size=12)


@given(stem_rows, stem_rows)
def test_likeness_is_symmetric_and_bounded(one: list[str], other: list[str]) -> None:
    rarity = {"a": 0.5, "b": 3.0}
    alike = _alike(one, other, rarity, 1.0)
    assert 0 <= alike <= 1.0 + 1e-9
    assert abs(alike - _alike(other, one, rarity, 1.0)) < 1e-9
    if one:
        assert abs(_alike(one, one, rarity, 1.0) - 1.0) < 1e-9
