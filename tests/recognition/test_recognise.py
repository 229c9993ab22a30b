"""What holds for every text: no refusal, whole words, stable ids; and what is no agreement."""

from __future__ import annotations

import re
from pathlib import Path

import msgspec
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.recognition.conftest import Recogniser
from workbench.agreement import record
from workbench.agreement.source import Alignment, Layout, SourceBlock, SourceDocument
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind
from workbench.formats.text.reader import from_bytes
from workbench.recognition import recognise

PIECES = (
    "Article 1", "ARTICLE II", "Article 3 Scope", "5. pants", "Стаття 5", "§ 3", "Annex I", "ANNEX", "PREAMBLE",
    "(a) water;", "(i) oil;", "1. The Parties shall meet.", "2.", "1.1 Rules", "– item", "The Parties shall:",
    "IN WITNESS WHEREOF the undersigned have signed.", "Done at Riga on 3 May 2020 in two originals.",
    "For Latvia: ____", "Have agreed as follows:", "Latvia and Estonia (hereinafter “Parties”),", "",
    "[LV: shall][EE: will]", "[date]", "[bookmark: _x1]", "\f", "Heading", "a sentence that goes on",
    "31 June 2021", "Article 99999999", "Part IV. Reforms", "I. Scope", "[[[", "]]", "(", "“", "3",
)  # fmt: skip
SIGNS = st.characters(exclude_categories=("Cc", "Cf", "Cs"))
LINES = st.lists(st.sampled_from(PIECES) | st.text(SIGNS, max_size=60), max_size=40)
ANY_LINES = st.lists(st.sampled_from(PIECES) | st.text(max_size=60), max_size=40)


def _document(lines: list[str], layout: Layout, numbers: list[str | None]) -> SourceDocument:
    blocks = tuple(
        SourceBlock(
            Text(line),
            line=turn + 1,
            number=numbers[turn % len(numbers)] if numbers and layout is Layout.PARAGRAPHS else None,
            bold=turn % 5 == 0,
            alignment=Alignment.CENTRE if turn % 7 == 0 else None,
        )
        for turn, line in enumerate(lines)
    )
    return SourceDocument("x.txt", "ab" * 32, "txt", layout, blocks, "text/1")


@given(
    ANY_LINES,
    st.sampled_from(list(Layout)),
    st.lists(st.sampled_from([None, "1.", "(a)", "I.", "•"]), max_size=4),
)
@settings(max_examples=120, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_any_text_becomes_a_tree(lines: list[str], layout: Layout, numbers: list[str | None]) -> None:
    found = recognise(_document(lines, layout, numbers))
    assert record.decode(record.encode(found.agreement)) == found.agreement
    ids = [unit.id for unit in found.agreement.walk()]
    assert len(ids) == len(set(ids))
    assert set(ids) == set(found.origins)
    for finding in found.findings:
        assert finding.message


@given(LINES)
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_no_word_of_a_text_is_lost(lines: list[str]) -> None:
    """Every word is in the tree, in a label, or in a finding that says it was left out."""
    found = recognise(_document(lines, Layout.PARAGRAPHS, []))
    kept = " ".join(
        f"{unit.printed or ''} {unit.heading.plain} {unit.text.plain} {unit.wrap_up.plain}"
        for unit in found.agreement.walk()
    )
    kept += " ".join(finding.quote for finding in found.findings)
    have = re.findall(r"\w+", kept)
    for line in lines:
        for word in re.findall(r"\w+", line):
            assert word in have


def test_a_report_about_an_agreement_is_none(fixture: Recogniser) -> None:
    found = fixture("news_en.txt")
    assert not found.is_agreement
    assert {unit.kind for unit in found.agreement.walk()} == {Kind.TITLE_LINE, Kind.PARAGRAPH}
    assert "recognition.no-agreement" in [finding.code for finding in found.findings]


def test_an_empty_source_is_an_empty_tree() -> None:
    found = recognise(_document([], Layout.LINES, []))
    assert not found.is_agreement
    assert not list(found.agreement.walk())


def test_ids_come_from_the_file(text: Recogniser) -> None:
    words = "AGREEMENT\n\nArticle 1\n\nOne thing.\n\nArticle 2\n\nAnother thing.\n"
    first, again, other = text(words), text(words), text(words + " ")
    assert first.agreement.id == again.agreement.id != other.agreement.id
    assert list(first.origins) == list(again.origins)


def test_the_seed_agreements(seeds: Path) -> None:
    english, latvian, *news = (
        recognise(from_bytes(path.read_bytes(), path.name)) for path in sorted(seeds.glob("*.txt"))
    )
    body = english.agreement.body
    assert len(english.agreement.title) == 4
    recitals = english.agreement.of_kind(Kind.RECITAL)
    assert [len(recital.children) for recital in recitals] == [0] * 8 + [6]
    assert [sum(c.kind is Kind.PARAGRAPH for c in unit.children) for unit in body] == [2, 23, 4, 1, 1, 8]
    assert [len(c.children) for c in body[1].children if c.children] == [5]
    assert len(english.agreement.of_kind(Kind.SIGNATORY)) == 2
    sections = latvian.agreement.body
    counts = [sum(c.kind is Kind.PARAGRAPH for c in unit.children) for unit in sections]
    assert all(abs(a - b) <= 2 for a, b in zip(counts, [6, 33, 52, 3, 5, 7], strict=True))
    assert [sum(c.kind is Kind.CROSSHEADING for c in unit.children) for unit in sections] == [
        0,
        7,
        21,
        0,
        0,
        0,
    ]
    assert len(latvian.agreement.of_kind(Kind.RECITAL)) == 7
    assert not latvian.agreement.of_kind(Kind.SIGNATORY)
    assert [found.is_agreement for found in news] == [False] * 3


@pytest.mark.parametrize("keep", [1, 5, 40])
def test_a_cut_off_text_is_still_read(fixtures: Path, keep: int) -> None:
    whole = (fixtures / "recognition" / "treaty_en.txt").read_bytes().strip()
    found = recognise(from_bytes(whole[: len(whole) * keep // 50], "cut.txt"))
    assert msgspec.json.encode(found.agreement)
