"""Agreements of our own printed in many layouts: every head, paragraph and note comes back."""

from __future__ import annotations

import pytest

from tests.formats.pdf import judging
from tests.formats.pdf.house_styles import HOUSE_STYLES
from tests.formats.pdf.layouts import LAYOUTS, compiled, facing, one_after_the_other, side_by_side, typeset
from tests.formats.pdf.prints import Print, printed
from workbench.formats.pdf.reader import from_bytes
from workbench.recognition import recognise

TEXTS = {
    "english": printed("en", seed=1),
    "latvian with notes": printed("lv", seed=2, notes=True),
    "ukrainian with annex": printed("uk", seed=3, annex=True),
    "no headings": printed("en", seed=4, headings=False, notes=True, annex=True, label="ARTICLE {}"),
}


def wrong(text: Print, data: bytes) -> list[str]:
    read = recognise(from_bytes(data, name="treaty.pdf")).agreement
    missed = judging.heads(text, read).wrong + judging.units(text, read).wrong
    if sorted(judging.notes(read)) != sorted(text.notes.values()):
        missed.append(f"notes: {judging.notes(read)}")
    return missed


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("text", TEXTS)
def test_every_head_paragraph_and_note_comes_back(name: str, text: str) -> None:
    assert wrong(TEXTS[text], typeset(TEXTS[text], LAYOUTS[name])) == []


@pytest.mark.parametrize("name", HOUSE_STYLES)
def test_what_an_office_prints_round_a_text_is_no_part_of_it(name: str) -> None:
    text = TEXTS["latvian with notes"]
    assert wrong(text, typeset(text, HOUSE_STYLES[name])) == []


@pytest.mark.parametrize("name", ["office", "columns", "draft"])
@pytest.mark.parametrize("seed", [100, 101])
def test_a_paragraph_that_ends_with_its_page_in_a_full_line_does_not_run_on(name: str, seed: int) -> None:
    text = printed("en", seed=seed, numbered=False)
    assert wrong(text, typeset(text, LAYOUTS[name])) == []


@pytest.mark.parametrize("layout", [side_by_side, facing, one_after_the_other])
@pytest.mark.parametrize(("one", "other"), [("en", "lv"), ("uk", "en")])
def test_two_languages_are_two_versions(layout, one: str, other: str) -> None:  # type: ignore[no-untyped-def]  # one of three functions
    texts = [printed(one, seed=7), printed(other, seed=7)]
    found = recognise(from_bytes(layout(*texts), name="treaty.pdf"))
    versions = (found.agreement, *found.versions)
    assert [version.language for version in versions] == [one, other]
    for text, version in zip(texts, versions, strict=True):
        assert judging.heads(text, version).wrong == []
        assert judging.units(text, version).wrong == []
    main = [unit.id for unit in found.agreement.body]
    assert [unit.id for unit in found.versions[0].body] == main
    assert "recognition.several-languages" in {finding.code for finding in found.findings}


def test_a_note_runs_on_over_the_page() -> None:
    long_note = "The list was drawn up with care and is kept by the depositary in both capitals. " * 16
    body = "The Parties shall keep each other informed of every change.\n\n" * 17
    source = from_bytes(
        compiled(
            "#set page(width: 12cm, height: 14cm)\n#set text(size: 11pt)\n"
            f"{body}A sentence that calls it.#footnote[{long_note}]\n\n{body}"
        ),
        name="treaty.pdf",
    )
    noted = [block for block in source.blocks if block.text.marks]
    assert [block.text.plain for block in noted] == ["A sentence that calls it."]
    assert noted[0].text.marks[0].value.text == " ".join(long_note.split())  # type: ignore[union-attr]  # a footnote
    assert not [block for block in source.blocks if "drawn up" in block.text.plain]


def test_a_raised_figure_without_a_note_stays_in_the_text() -> None:
    source = from_bytes(compiled("An area of 40 km#super[2] shall be closed."), name="treaty.pdf")
    assert [block.text.plain for block in source.blocks] == ["An area of 40 km2 shall be closed."]


def test_a_page_drawn_sideways_is_read_upright() -> None:
    turned = (
        "#set page(width: 20cm, height: 20cm)\n#rotate(90deg, reflow: true)[#block(width: 15cm)[Article 1\n\n"
        + "The Parties shall keep each other informed of every change to the lights. " * 6
        + "]]"
    )
    texts = [block.text.plain for block in from_bytes(compiled(turned), name="treaty.pdf").blocks]
    assert texts[0] == "Article 1"
    assert " ".join(texts[1:]).startswith("The Parties shall keep each other informed of every change")
