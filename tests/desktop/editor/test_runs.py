"""Wording as runs, and places of the wording as places of the document."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from tests.desktop.editor.conftest import marked
from workbench.agreement.text import (
    Alternative,
    AnyValue,
    Bracket,
    Emphasis,
    Footnote,
    Mark,
    Placeholder,
    Style,
    Text,
)
from workbench.desktop.editor.runs import Deco, delegation_slots, render, utf16

SLOTS = delegation_slots(("LV", "EE"))


@st.composite
def texts(draw: st.DrawFn) -> Text:
    plain = draw(st.text(alphabet="ab [š]𝔸\n", max_size=30))
    marks = []
    values: list[AnyValue] = [
        Bracket("EE"), Alternative("g", "LV"), Placeholder("k", "l"), Emphasis(Style.BOLD)
    ]  # fmt: skip
    for value in draw(st.lists(st.sampled_from(values), max_size=4)):
        start = draw(st.integers(0, len(plain)))
        end = draw(st.integers(start, len(plain)))
        if end > start:
            marks.append(Mark(start, end, value))
    if draw(st.booleans()):
        place = draw(st.integers(0, len(plain)))
        marks.append(Mark(place, place, Footnote("note")))
    return Text(plain, tuple(sorted(marks, key=lambda m: (m.start, -m.end))))


@given(text=texts())
def test_every_place_of_the_wording_is_found_again(text: Text) -> None:
    rendered = render(text, SLOTS)
    assert "".join(r.text for r in rendered.runs if r.size) == text.plain.replace("\n", "\u2028")
    for offset in range(len(text.plain) + 1):
        assert rendered.to_wording(rendered.to_document(offset)) == offset
    for position in range(utf16(rendered.text) + 1):
        assert 0 <= rendered.to_wording(position) <= len(text.plain)


def test_brackets_in_the_wording_carry_the_initials() -> None:
    text = marked(
        "[shall][will] act", ("[shall]", Alternative("g", "LV")), ("[will]", Alternative("g", "EE"))
    )
    runs = render(text, SLOTS).runs
    assert [(r.text, r.look.chip, r.look.slot) for r in runs if r.look.slot] == [
        ("[", "LV", "a"),
        ("]", "", "a"),
        ("[", "EE", "b"),
        ("]", "", "b"),
    ]


def test_brackets_that_are_not_in_the_wording_are_shown_but_stand_for_nothing() -> None:
    rendered = render(marked("they will act", ("will", Bracket("PL"))), SLOTS)
    assert rendered.text == "they [will] act"
    assert sum(run.size for run in rendered.runs) == len("they will act")
    assert rendered.runs[1].look.slot == "c"


def test_an_open_placeholder_hides_its_brackets_and_a_filled_one_has_none() -> None:
    text = marked("within [number] days", ("[number]", Placeholder("n", "number")))
    rendered = render(text, SLOTS)
    assert [r.text for r in rendered.runs if r.look.hidden] == ["[", "]"]
    assert rendered.shapes[0].deco is Deco.PLACEHOLDER
    filled = marked("within ten days", ("ten", Placeholder("n", "number", filled=True)))
    assert render(filled, SLOTS).shapes[0].deco is Deco.FILLED


def test_footnotes_are_numbered_from_those_before() -> None:
    text = Text("A word.").marked(6, 6, Footnote("x"))
    assert render(text, SLOTS, notes_before=2).text == "A word3."
