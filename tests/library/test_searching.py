"""Search: word families, phrases, type-ahead, filters, facets, matches; whatever a person types."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.library.conftest import background, english, keep, latvian, ukrainian
from workbench.agreement.tree import AgreementId, new_id
from workbench.library import Library, Query, SearchResult


def labels(result: SearchResult) -> list[str]:
    return [hit.label for hit in result.hits]


def matched(result: SearchResult) -> list[list[str]]:
    return [[hit.text[start:end] for start, end in hit.matches] for hit in result.hits]


def test_a_word_finds_its_family_the_paragraph_before_its_article(standing: Library) -> None:
    result = standing.search(Query("termination", language="en", kind="clause"))
    assert labels(result) == ["Article 3(2)", "Article 3"]
    assert matched(result) == [["terminate"], ["terminate"]]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("izbeigt", {"2. pants 1. punkts", "2. pants 2. punkts", "2. pants"}),
        ("IZBEIGŠANA", {"2. pants 1. punkts", "2. pants 2. punkts", "2. pants"}),
        ("izbeigsana", {"2. pants 1. punkts", "2. pants 2. punkts", "2. pants"}),
        ("vienošanās", {"1. pants 2. punkts", "1. pants", "2. pants 1. punkts", "2. pants"}),
        ("припинити", {"Стаття 1, пункт 1", "Стаття 1, пункт 2", "Стаття 1"}),
        ("об'єкт", {"Стаття 1, пункт 2", "Стаття 1"}),
        ("trains", {"Article 1", "Article 1(1)", "Article 1(2)"}),
        ("consultation disputes", {"Article 3", "Article 3(3)"}),
    ],
)
def test_every_form_finds_every_form(standing: Library, text: str, wanted: set[str]) -> None:
    assert set(labels(standing.search(text))) == wanted


def test_a_clause_type_is_found_by_its_name_in_any_language(standing: Library) -> None:
    result = standing.search(Query("termination", kind="clause"))
    assert {hit.language for hit in result.hits} == {"en", "lv", "uk"}
    assert result.hits[0].label == "Article 3(2)"


def test_a_stem_of_one_language_is_no_word_of_another(standing: Library) -> None:
    """*termin* is the stem of termination, and a deadline in Latvian."""
    assert "1. pants 2. punkts" not in labels(standing.search("termination"))
    assert "1. pants 2. punkts" in labels(standing.search("termiņš"))


def test_a_phrase_wants_its_words_in_a_row(standing: Library) -> None:
    assert "Article 3(2)" in labels(standing.search('"terminate this agreement"'))
    assert standing.search('"agreement terminate"').total == 0
    assert labels(standing.search("“enter into force” signature")) == ["Article 3(1)", "Article 3"]
    assert matched(standing.search('"border guards"'))[0] == ["border guards"]


def test_all_words_are_wanted_or_it_says_so(standing: Library) -> None:
    assert not standing.search("terminate notification").relaxed
    loose = standing.search("terminate zyzzyva")
    assert loose.relaxed
    assert "Article 3(2)" in labels(loose)
    assert standing.search("zyzzyva").total == 0


def test_function_words_neither_help_nor_hinder(standing: Library) -> None:
    wanted = standing.search("classified information")
    assert labels(standing.search("the classified information of a")) == labels(wanted)
    assert standing.search("the").total > 0


@pytest.mark.parametrize("typed", ["t", "ter", "termi", "terminat", "terminati", "terminatio"])
def test_type_ahead_takes_the_last_word_for_a_beginning(standing: Library, typed: str) -> None:
    assert "Article 3(2)" in labels(standing.search(Query(f"party {typed}", type_ahead=True)))


def test_type_ahead_shows_what_has_begun_to_match(standing: Library) -> None:
    result = standing.search(Query("termi", type_ahead=True, language="en"))
    assert ["terminate"] in matched(result)
    assert standing.search(Query("termi ", type_ahead=True)).total == 0


def test_without_words_the_filters_choose_in_document_order(standing: Library) -> None:
    assert labels(standing.search(Query(language="lv"))) == [
        "1. pants", "1. pants 1. punkts", "1. pants 2. punkts",
        "2. pants", "2. pants 1. punkts", "2. pants 2. punkts",
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("query", "agreements"),
    [
        (Query(language="uk"), {"uk"}),
        (Query(party="estonia", kind="clause"), {"en", "lv"}),
        (Query(party="Igaunijas"), {"en", "lv"}),
        (Query(party="igaunij"), {"lv"}),
        (Query(party="молд"), {"uk"}),
        (Query(party="Latvia"), {"en", "lv"}),
        (Query(party="100%_"), set()),
        (Query(state="LV"), {"en", "lv"}),
        (Query(state="md"), {"uk"}),
        (Query(state="Moldova"), {"uk"}),
        (Query(state="XX"), set()),
        (Query(year=2019), {"en"}),
        (Query(type="termination"), {"en", "lv", "uk"}),
        (Query(type="termination", year=2020), {"lv"}),
        (Query(type="nothing"), set()),
        (Query(kind="clause", agreement_id=str(ukrainian().id)), {"uk"}),
        (Query(curation="approved"), set()),
    ],
)
def test_filters(standing: Library, query: Query, agreements: set[str]) -> None:
    result = standing.search(replace(query, limit=100))
    assert {hit.language for hit in result.hits} == agreements
    assert result.total == len(result.hits)


def test_curation_and_tags_filter(filled: Library) -> None:
    clause = filled.search("guards").hits[0].id
    everything = filled.search("").total
    filled.set_curation(clause, "approved")
    filled.set_tags(clause, ["training"])
    assert [hit.id for hit in filled.search(Query(curation="approved")).hits] == [clause]
    assert [hit.id for hit in filled.search(Query(tag="training")).hits] == [clause]
    assert filled.search(Query(curation="as_imported")).total == everything - 1
    assert filled.search("guards").facets.curation == {"approved": 1, "as_imported": 1}


def test_facets_count_every_match_not_the_page(standing: Library) -> None:
    facets = standing.search(Query(limit=1)).facets
    assert facets.languages == {"en": 10, "lv": 6, "uk": 3}
    assert facets.kinds == {"clause": 18, "background": 1}
    assert facets.types["termination"] == 3
    assert facets.states == {"EE": 15, "LV": 15, "MD": 3, "UA": 3}
    assert facets.parties["Estonia"] == 9
    assert facets.years == {"2019": 9, "2020": 6, "2021": 3}
    assert facets.agreements[str(latvian().id)] == 6


def test_pages_follow_one_another(standing: Library) -> None:
    whole = standing.search(Query("agreement", limit=100))
    pages = [standing.search(Query("agreement", limit=2, offset=at)).hits for at in range(0, whole.total, 2)]
    assert [hit.id for page in pages for hit in page] == [hit.id for hit in whole.hits]
    assert standing.search(Query("agreement", limit=0)).hits == ()


def test_without_facets_the_total_is_the_same(standing: Library) -> None:
    whole = standing.search("agreement")
    bare = standing.search(Query("agreement", facets=False))
    assert (bare.total, bare.hits) == (whole.total, whole.hits)
    assert bare.facets.languages == {}


def test_the_same_wording_is_counted_over_agreements(library: Library) -> None:
    keep(library, english())
    twin = replace(english(), id=AgreementId(new_id()), title=latvian().title)
    keep(library, twin, name="twin.docx")
    assert {hit.same_in for hit in library.search("guards").hits} == {2}


def test_a_background_document_is_found(standing: Library) -> None:
    (hit,) = standing.search(Query("termination", kind="background")).hits
    assert hit.kind == "background"
    assert [hit.text[start:end] for start, end in hit.matches] == ["termination"]


def test_a_long_text_is_shown_around_its_matches(library: Library) -> None:
    news = background()
    words = " ".join(f"word{number}" for number in range(300))
    long = replace(news.body[0], text=replace(news.body[0].text, plain=f"{words} termination {words}"))
    keep(library, replace(news, body=(long,)), is_agreement=False)
    (hit,) = library.search("terminate").hits
    ((start, end),) = hit.matches
    assert hit.text[start:end] == "termination"
    assert hit.text[hit.snippet_start :].startswith(hit.snippet)
    assert hit.snippet_start <= start
    assert end <= hit.snippet_start + len(hit.snippet)
    assert len(hit.snippet) < 300


HOSTILE = [
    '"', '""', "'", "''; DROP TABLE clause; --", "AND", "OR NOT", "NEAR(a b)", "a* b^ -c +d", "{heading}: x",
    "heading:terminate", "(((((", "\\", "%", "_", "\x00", "\ud800", "🤝 🇱🇻", "ﷺ", "ı İ ẞ ŉ", "а" * 10_000,
    "terminate " * 2_000, '"terminate ' * 2_000, "-", "«»", "„", "terminate:*", "termin & !agree | (x", "$1 %s {x}",
]  # fmt: skip


def test_whatever_is_typed_is_a_query(standing: Library) -> None:
    for text in HOSTILE:
        for query in (
            Query(text),
            Query(text, type_ahead=True),
            Query("", party=text, state=text, type=text, tag=text),
            Query("termination", language=text, curation=text, agreement_id=text, kind=text),
        ):
            result = standing.search(query)
            assert result.total >= len(result.hits)
        standing.similar(text)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    text=st.text(max_size=60)
    | st.lists(st.sampled_from(['"', "terminate", "*", "AND", "(", "Угоду", "ā", "'", ":", "-"])).map(
        " ".join
    ),
    type_ahead=st.booleans(),
)
def test_search_never_raises_and_marks_what_it_found(standing: Library, text: str, type_ahead: bool) -> None:
    result = standing.search(Query(text, type_ahead=type_ahead))
    assert result.total >= len(result.hits)
    for hit in result.hits:
        assert hit.text[hit.snippet_start : hit.snippet_start + len(hit.snippet)] == hit.snippet
        assert all(0 <= start < end <= len(hit.text) for start, end in hit.matches)
        assert list(hit.matches) == sorted(hit.matches)
