"""Every kind of edit, planted in agreements of three languages: told as what it is, and nothing else marked."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from random import Random

import pytest

from tests.comparison.edited import forgotten
from tests.comparison.planted import PLANTERS, Field, Planter, marked, told
from workbench.actions.reading import read_file
from workbench.agreement.tree import Agreement, Kind
from workbench.comparison import compare
from workbench.settings import data

LANGUAGES = ("en", "lv", "uk")


@cache
def templates(language: str) -> dict[str, Agreement]:
    folder = data("templates")
    return {path.parent.name: read_file(path).agreement for path in sorted(folder.glob(f"*/{language}.xml"))}


def wording(agreements: dict[str, Agreement], but: str) -> tuple[str, ...]:
    """Paragraphs of the other agreements that this one does not hold."""
    own = {unit.text.plain for unit in agreements[but].walk()}
    return tuple(
        unit.text.plain
        for agreement in agreements.values()
        for unit in agreement.of_kind(Kind.PARAGRAPH)
        if 12 <= len(unit.text.plain.split()) <= 60 and not unit.text.marks and unit.text.plain not in own
    )


def assert_told(agreements: dict[str, Agreement], planter: Planter, seed: int) -> int:
    """Plant one edit in each agreement and read the redline, with and without shared identities."""
    planted = 0
    for name, agreement in agreements.items():
        here = Field(agreement, Random(f"{seed} {name}"), wording(agreements, name))
        made = planter(here)
        if made is None:
            continue
        planted += 1
        for new in (made.new, forgotten(made.new, 5)):
            redline = compare(here.agreement, new)
            assert dict(told(redline)) == made.expected, f"{name}: {made.at}"
            assert marked(redline) <= 1.05 * made.words, f"{name}: {made.at}"
    return planted


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.__name__)
def test_each_edit_is_told_as_what_it_is(planter: Planter, language: str) -> None:
    assert_told(templates(language), planter, 1)


@pytest.mark.nightly
@pytest.mark.parametrize("planter", PLANTERS, ids=lambda planter: planter.__name__)
def test_each_edit_is_told_in_real_agreements(planter: Planter, corpus: Path, seeds: Path) -> None:
    planted = 0
    for language, texts in real(corpus, seeds).items():
        for seed in range(2, 5):
            planted += assert_told({**templates(language), **texts}, planter, seed)
    assert planted > 10


@cache
def real(corpus: Path, seeds: Path) -> dict[str, dict[str, Agreement]]:
    """Real agreements by language."""
    found: dict[str, dict[str, Agreement]] = {language: {} for language in LANGUAGES}
    for path in _files(corpus, seeds):
        agreement = read_file(path).agreement
        if agreement.language in found:
            found[agreement.language][path.name] = agreement
    return found


def _files(corpus: Path, seeds: Path) -> Iterator[Path]:
    yield from sorted(seeds.glob("*.txt"))[:2]
    yield from sorted(corpus.glob("treaties/*.txt"))
    yield from sorted(corpus.glob("versions/*.old.txt"))
    yield from sorted(corpus.glob("security_agreements/*.docx"))
    yield from sorted(p for p in corpus.glob("multilingual/*") if p.suffix in (".txt", ".docx"))
