"""The real agreements, imported as a user imports them: the right clauses are found with their source."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.actions.importing import import_files
from workbench.library import Library, Query


@pytest.fixture(scope="module")
def imported(seeds: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("seeds") / "library.sqlite"
    with Library.open(place) as library:
        import_files(library, sorted(seeds.glob("*.txt")))
    return place


def test_termination_is_article_6_3_and_its_article(imported: Path) -> None:
    with Library.open(imported) as library:
        result = library.search("termination")
        assert result.hits[0].label == "Article 6(3)"
        assert "Article 6" in [hit.label for hit in result.hits]
        (start, end) = result.hits[0].matches[0]
        assert result.hits[0].text[start:end] == "terminate"
        assert result.hits[0].provenance.file.endswith(".txt")
        assert len(result.hits[0].provenance.sha256) == 64


def test_izbeigt_is_the_two_paragraphs_of_section_6(imported: Path) -> None:
    with Library.open(imported) as library:
        hits = [hit for hit in library.search("izbeigt").hits if hit.unit == "paragraph"]
        assert len(hits) == 2
        assert all("izbeig" in hit.text for hit in hits)
        assert all(hit.label.startswith("6. ") for hit in hits)


def test_vienosanas_finds_clauses_and_the_background_is_found_too(imported: Path) -> None:
    with Library.open(imported) as library:
        result = library.search("vienošanās")
        assert result.total > 10
        assert {hit.language for hit in result.hits} == {"lv"}
        info = library.info()
        assert (info.agreements, info.background) == (2, 3)
        news = library.search(Query("Lithuania defence industry", kind="background"))
        assert news.total >= 1
        assert not news.relaxed
        assert library.verify().sound
