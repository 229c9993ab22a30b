"""Square brackets of disagreement, alternatives, places to fill, and what is none of these."""

from __future__ import annotations

from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.recognition.conftest import Recogniser
from workbench.agreement.text import Alternative, Bracket, Mark, Placeholder, PlaceholderType
from workbench.recognition.brackets import find, spanning

SPACE = UUID(int=7)


def _values(text: str) -> list[tuple[str, object]]:
    return [(text[mark.start : mark.end], mark.value) for mark in find(text, SPACE)]


def test_two_delegations_in_one_place_are_alternatives_of_one_group() -> None:
    found = _values("The Parties [LV: shall][UA: will] meet.")
    values = [value for _, value in found if isinstance(value, Alternative)]
    assert [value.delegation for value in values] == ["LV", "UA"]
    assert values[0].group == values[1].group


def test_alternatives_in_different_places_are_different_groups() -> None:
    found = _values("They [LV: shall][UA: will] meet [LV: once][UA: twice] a year.")
    groups = [value.group for _, value in found if isinstance(value, Alternative)]
    assert groups[0] == groups[1] != groups[2] == groups[3]


def test_a_bracket_alone_is_text_not_agreed() -> None:
    assert _values("They meet [in Riga].") == [("[in Riga]", Bracket())]
    assert _values("They meet [EE: in Tartu].") == [("[EE: in Tartu]", Bracket("EE"))]


def test_brackets_stand_in_words_and_in_each_other() -> None:
    found = _values("a[n] [ambitious [and fair]] plan")
    assert [words for words, _ in found] == ["[ambitious [and fair]]", "[and fair]"]


@pytest.mark.parametrize(
    ("words", "kind"),
    [
        ("[date]", PlaceholderType.DATE),
        ("[place of signature]", PlaceholderType.PLACE),
        ("[number]", PlaceholderType.NUMBER),
        ("[дата]", PlaceholderType.DATE),
        ("[datums]", PlaceholderType.DATE),
        ("[●]", PlaceholderType.TEXT),
        ("_____", PlaceholderType.TEXT),
        ("<<ministry>>", PlaceholderType.TEXT),
    ],
)
def test_places_to_fill(words: str, kind: PlaceholderType) -> None:
    found = _values(f"Done on {words} in two originals.")
    assert [shown for shown, _ in found] == [words]
    value = found[0][1]
    assert isinstance(value, Placeholder)
    assert value.type is kind


@pytest.mark.parametrize("words", ["[…]", "[...]", "[sic]", "[1]"])
def test_omissions_and_notes_are_no_disagreement(words: str) -> None:
    assert not [value for _, value in _values(f"They met {words} again.") if isinstance(value, Bracket)]


@given(st.text(alphabet="[]ab: LVUA/_.", max_size=60))
@settings(deadline=None)
def test_marks_lie_in_the_text_and_hold_whole_brackets(text: str) -> None:
    for mark in find(text, SPACE):
        assert isinstance(mark, Mark)
        assert 0 <= mark.start < mark.end <= len(text)
        if isinstance(mark.value, Bracket | Alternative):
            assert text[mark.start] == "["
            assert text[mark.end - 1] == "]"


def test_a_bracket_reaches_over_several_texts() -> None:
    found = spanning(
        ["They meet [LV: in Riga;", "and in Jelgava;", "", "or in Cēsis] once a year.", "They talk."]
    )
    assert {turn: [(mark.start, mark.end) for mark in marks] for turn, marks in found.items()} == {
        0: [(10, 23)],
        1: [(0, 15)],
        3: [(0, 12)],
    }
    assert {mark.value for marks in found.values() for mark in marks} == {Bracket("LV")}


def test_a_bracket_without_its_partner_is_left_alone() -> None:
    assert spanning(["They meet [in Riga.", "They talk."]) == {}
    assert spanning(["They meet in Riga].", "[They talk."]) == {}


def test_a_bracket_round_a_whole_article_is_kept(text: Recogniser) -> None:
    words = (
        "AGREEMENT\n\nLatvia and Estonia have agreed as follows:\n\nArticle 1\n\nThe Parties shall build a bridge.\n\n"
        "[EE: Article 2\n\n1. The bridge shall be blue.\n\n2. It shall be lit at night.]\n\nArticle 3\n\nThis Agreement shall "
        "enter into force on the day of its signature.\n"
    )
    body = text(words).agreement.body
    assert [unit.printed for unit in body] == ["Article 1", "[EE: Article 2", "Article 3"]
    marked = [value for unit in body[1].children for _, _, value in unit.text.of(Bracket)]
    assert marked == [Bracket("EE"), Bracket("EE")]


def test_the_name_of_a_state_in_brackets_is_no_place_to_fill(text: Recogniser) -> None:
    words = (
        "AGREEMENT\n\nLatvia and Kuwait have agreed as follows:\n\nArticle 1\n\nThey meet in the [State of Kuwait] or in "
        "[place].\n\nArticle 2\n\nThis Agreement shall enter into force on the day of its signature.\n"
    )
    sentence = text(words).agreement.body[0].children[0].text
    assert [sentence.plain[start:end] for start, end, _ in sentence.of(Bracket)] == ["[State of Kuwait]"]
    assert [sentence.plain[start:end] for start, end, _ in sentence.of(Placeholder)] == ["[place]"]
