"""What a key press does to the tree."""

from __future__ import annotations

import pytest

from tests.desktop.editor.conftest import identity, unit
from workbench.agreement.edits import EditError
from workbench.agreement.text import Bracket, CrossReference, Placeholder, Text
from workbench.agreement.tree import Agreement, Kind
from workbench.desktop.editor import keystrokes
from workbench.desktop.editor.keystrokes import Span
from workbench.desktop.editor.lines import Line, Part, Place, lines


def at(shown: list[Line], number: int, part: Part = Part.TEXT) -> int:
    return next(i for i, ln in enumerate(shown) if ln.provision.id == identity(number) and ln.part is part)


def words(agreement: Agreement, number: int) -> str:
    found = agreement.find(identity(number))
    assert found is not None
    return found.text.plain


def test_typing_inside_a_mark_stays_inside_it(agreement: Agreement) -> None:
    shown = lines(agreement)
    line = at(shown, 32)
    stroke = keystrokes.overwrite(agreement, shown, Span(line, 10, line, 10), " at sea")
    text = stroke.agreement.find(identity(32))
    assert text is not None
    assert text.text.plain == "[accidents at sea]."
    assert text.text.of(Bracket) == ((0, 18, Bracket("EE")),)
    assert stroke.caret == Place(identity(32), Part.TEXT, 17)


def test_enter_divides_a_paragraph_and_marks_go_with_their_words(agreement: Agreement) -> None:
    stroke = keystrokes.enter(agreement, Place(identity(22), Part.TEXT, len("This follows ")))
    article = stroke.agreement.body[1]
    assert [child.text.plain for child in article.children][1:] == [
        "This follows",
        "Article 3 in good faith.",
    ]
    assert article.children[2].text.of(CrossReference) == ((0, 9, CrossReference(identity(29))),)
    assert stroke.caret == Place(article.children[2].id, Part.TEXT, 0)


def test_enter_at_the_end_of_an_introduction_begins_its_list(agreement: Agreement) -> None:
    stroke = keystrokes.enter(agreement, Place(identity(30), Part.TEXT, len(words(agreement, 30))))
    introduction = stroke.agreement.find(identity(30))
    assert introduction is not None
    assert [child.kind for child in introduction.children] == [Kind.POINT] * 3
    assert introduction.children[0].id == stroke.caret.provision


def test_enter_on_an_empty_point_ends_the_list(agreement: Agreement) -> None:
    first = keystrokes.enter(agreement, Place(identity(32), Part.TEXT, len(words(agreement, 32))))
    second = keystrokes.enter(first.agreement, first.caret)
    raised = second.agreement.find(first.caret.provision)
    assert raised is not None
    assert raised.kind is Kind.PARAGRAPH


def test_enter_in_a_heading_begins_the_first_paragraph(agreement: Agreement) -> None:
    stroke = keystrokes.enter(agreement, Place(identity(10), Part.HEADING, len("Definitions")))
    article = stroke.agreement.body[0]
    assert article.heading.plain == "Definitions"
    assert len(article.children) == 3
    assert stroke.caret.provision == article.children[0].id


def test_backspace_at_the_start_joins_to_the_paragraph_before(agreement: Agreement) -> None:
    shown = lines(agreement)
    stroke = keystrokes.join_back(agreement, shown, at(shown, 22))
    joined = stroke.agreement.find(identity(21))
    assert joined is not None
    assert joined.text.plain.endswith("[number] days. This follows Article 3 in good faith.")
    assert len(joined.text.of(Placeholder)) == 1
    assert len(joined.text.of(CrossReference)) == 1
    assert stroke.agreement.find(identity(22)) is None


def test_a_heading_and_a_paragraph_are_not_joined(agreement: Agreement) -> None:
    shown = lines(agreement)
    with pytest.raises(EditError):
        keystrokes.join_back(agreement, shown, at(shown, 11))


def test_deleting_over_an_article_gives_its_rest_to_the_one_before(agreement: Agreement) -> None:
    shown = lines(agreement)
    span = Span(at(shown, 12), 8, at(shown, 21), len("Each Party "))
    stroke = keystrokes.overwrite(agreement, shown, span)
    definitions = stroke.agreement.body[0]
    assert len(stroke.agreement.body) == 3
    assert [c.id for c in definitions.children] == [identity(11), identity(12), identity(22)]
    assert definitions.children[1].text.plain.startswith("The list[shall][will] act")


def test_points_left_behind_belong_to_the_paragraph_before(agreement: Agreement) -> None:
    shown = lines(agreement)
    span = Span(at(shown, 22), 4, at(shown, 30), len(words(agreement, 30)))
    stroke = keystrokes.overwrite(agreement, shown, span)
    host = stroke.agreement.find(identity(22))
    assert host is not None
    assert [c.id for c in host.children] == [identity(31), identity(32)]
    assert [c.id for c in stroke.agreement.body[1].children] == [identity(21), identity(22), identity(33)]


def test_moving_past_the_edge_of_an_article_goes_into_the_next(agreement: Agreement) -> None:
    moved = keystrokes.shift(agreement, identity(22), 1)
    assert [c.id for c in moved.body[2].children] == [identity(22), identity(30), identity(33)]
    back = keystrokes.shift(moved, identity(22), -1)
    assert [c.id for c in back.body[1].children] == [identity(21), identity(22)]


def test_a_paragraph_becomes_an_article_with_what_follows_it(agreement: Agreement) -> None:
    changed = keystrokes.become(agreement, identity(30), Kind.ARTICLE)
    article = next(u for u in changed.body if u.id == identity(30))
    assert article.heading.plain == "The authorities inform each other of:"
    assert [c.id for c in article.children] == [identity(31), identity(32), identity(33)]
    assert len(changed.body) == 5


def test_an_article_becomes_a_paragraph_of_the_one_before(agreement: Agreement) -> None:
    changed = keystrokes.become(agreement, identity(20), Kind.PARAGRAPH)
    assert [c.id for c in changed.body[0].children][2:] == [identity(20), identity(21), identity(22)]


def test_a_paragraph_dropped_on_an_article_becomes_its_first(agreement: Agreement) -> None:
    moved = keystrokes.move_to(agreement, identity(11), identity(29), after=True)
    assert moved.body[2].children[0].id == identity(11)


def test_nothing_is_moved_into_itself_or_another_zone(agreement: Agreement) -> None:
    with pytest.raises(EditError):
        keystrokes.move_to(agreement, identity(29), identity(31), after=True)
    with pytest.raises(EditError):
        keystrokes.move_to(agreement, identity(11), identity(60), after=True)


def test_pasting_paragraphs_makes_provisions(agreement: Agreement) -> None:
    shown = lines(agreement)
    line = at(shown, 33)
    end = len(words(agreement, 33))
    made = keystrokes.paste(
        agreement, shown, Span(line, end, line, end), [Text(" One."), Text("Two."), Text("Three.")]
    )
    children = made.agreement.body[2].children
    assert [c.text.plain for c in children][2:] == ["Two.", "Three."]
    assert children[1].text.plain.endswith("days. One.")
    assert made.caret == Place(children[-1].id, Part.TEXT, len("Three."))


def test_a_table_is_taken_out_whole_or_not_at_all(agreement: Agreement) -> None:
    shown = lines(agreement)
    table = at(shown, 41, Part.TABLE)
    with pytest.raises(EditError):
        keystrokes.overwrite(agreement, shown, Span(table, 0, table, 0), "x")
    gone = keystrokes.overwrite(agreement, shown, Span(table, 0, table, 1)).agreement
    assert gone.find(identity(41)) is None
    assert gone.find(identity(45)) is not None


def test_an_article_that_holds_its_wording_itself_gets_paragraphs() -> None:
    from uuid import UUID

    from workbench.agreement.tree import AgreementId

    alone = Agreement(
        id=AgreementId(UUID(int=1)),
        language="en",
        body=(unit(1, Kind.ARTICLE, "First. Second.", heading="Purpose"),),
    )
    stroke = keystrokes.enter(alone, Place(identity(1), Part.TEXT, len("First. ")))
    assert [c.text.plain for c in stroke.agreement.body[0].children] == ["First.", "Second."]
    assert not stroke.agreement.body[0].text


def test_a_table_says_where_it_is_changed(agreement: Agreement) -> None:
    shown = lines(agreement)
    table = at(shown, 41, Part.TABLE)
    with pytest.raises(EditError, match="double-click it"):
        keystrokes.overwrite(agreement, shown, Span(table, 0, table, 0), "x")
