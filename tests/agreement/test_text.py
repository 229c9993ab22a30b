"""Text and its marks: editing words never leaves a mark on words it did not mean."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.text import AnyValue, Bracket, Footnote, Mark, PartyName, Text, join

LATVIA = PartyName("LV")
words = st.text(alphabet="ab ņЯ", max_size=12)


@st.composite
def texts(draw: st.DrawFn) -> Text:
    plain = draw(words)
    ends = st.integers(0, len(plain))
    marks = []
    for start, end in draw(st.lists(st.tuples(ends, ends), max_size=4)):
        low, high = sorted((start, end))
        value: AnyValue = Footnote("n")
        if low < high:
            value = LATVIA if draw(st.booleans()) else Bracket("UA")
        marks.append(Mark(low, high, value))
    return Text(plain, tuple(sorted(marks, key=lambda m: (m.start, -m.end))))


@given(texts(), st.data())
def test_replacing_changes_the_string_as_slicing_would(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    new = data.draw(words)
    replaced = text.replace(start, end, new)
    assert replaced.plain == text.plain[:start] + new + text.plain[end:]
    assert all(0 <= m.start <= m.end <= len(replaced) for m in replaced.marks)
    assert list(replaced.marks) == sorted(replaced.marks, key=lambda m: (m.start, -m.end))


@given(texts(), st.data())
def test_marks_cover_only_words_they_covered_before(text: Text, data: st.DataObject) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    kept = text.replace(start, end, "")
    before = {text.plain[m.start : m.end] for m in text.marks}
    for mark in kept.marks:
        covered = kept.plain[mark.start : mark.end]
        assert any(_subsequence(covered, words_) for words_ in before)


@given(texts(), st.data())
def test_cutting_and_joining_gives_the_text_back(text: Text, data: st.DataObject) -> None:
    cut = data.draw(st.integers(0, len(text)))
    left, right = text.slice(0, cut), text.slice(cut, len(text))
    assert left.plain + right.plain == text.plain
    assert (left + right).plain == text.plain


def _subsequence(part: str, whole: str) -> bool:
    letters = iter(whole)
    return all(letter in letters for letter in part)


def test_a_mark_round_the_place_grows_with_it() -> None:
    text = Text("the Republic of Latvia", (Mark(4, 22, LATVIA),))
    assert text.replace(4 + 8, 4 + 8, "n").marks == (Mark(4, 23, LATVIA),)


def test_words_replaced_at_the_edge_of_a_mark_stay_inside_it() -> None:
    text = Text("[ten] days of notice", (Mark(0, 10, Bracket("UA")),))
    assert text.replace(0, 5, "thirty").marks == (Mark(0, 11, Bracket("UA")),)
    assert text.replace(6, 10, "months").marks == (Mark(0, 12, Bracket("UA")),)


def test_what_is_typed_at_the_edge_of_a_mark_stays_outside_it() -> None:
    text = Text("Latvia", (Mark(0, 6, LATVIA),))
    assert text.replace(6, 6, "n").marks == (Mark(0, 6, LATVIA),)
    assert text.replace(0, 0, "in ").marks == (Mark(3, 9, LATVIA),)


def test_a_mark_whose_words_are_gone_is_gone() -> None:
    text = Text("of Latvia and", (Mark(3, 9, LATVIA),))
    assert text.replace(3, 9, "Estonia").marks == ()
    assert text.replace(0, 13, "").marks == ()


def test_a_footnote_stays_at_its_word() -> None:
    text = Text("the Parties agree", (Mark(11, 11, Footnote("both")),))
    assert text.replace(0, 3, "All").marks == (Mark(11, 11, Footnote("both")),)
    assert text.replace(0, 4, "").marks == (Mark(7, 7, Footnote("both")),)
    assert text.replace(4, 17, "").marks == ()
    assert text.slice(0, 11).marks == (Mark(11, 11, Footnote("both")),)


def test_joining_shifts_the_marks() -> None:
    joined = join([Text("one"), Text("Latvia", (Mark(0, 6, LATVIA),))], ", ")
    assert joined == Text("one, Latvia", (Mark(5, 11, LATVIA),))


def test_stripping_keeps_marks_on_their_words() -> None:
    assert Text("  Latvia ", (Mark(2, 8, LATVIA),)).stripped() == Text("Latvia", (Mark(0, 6, LATVIA),))
