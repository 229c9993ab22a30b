"""Settling conflicts: what is chosen stands, what is not is gone, what is unsettled stays in brackets."""

from __future__ import annotations

import pytest
from hypothesis import given
from msgspec.structs import replace

from tests.comparison.test_compare import BASE, paragraph
from tests.comparison.test_merge import NAMES, born, change, words
from tests.comparison.test_merge_laws import QUICK, Three, threes
from tests.comparison.test_redline_laws import assert_well_formed
from workbench.agreement import edits
from workbench.agreement.text import Alternative
from workbench.agreement.tree import Agreement, Kind
from workbench.comparison.merging import Choice, Delegations, Merged, Settlement, merge, settled
from workbench.comparison.revision import Fate, Op

OURS = change(BASE, paragraph(2, 1), "three months", "six weeks")
THEIRS = change(BASE, paragraph(2, 1), "three months", "a year")


def settle(merged: Merged, choice: Choice, words: str = "") -> Agreement:
    settlements = {conflict.group: Settlement(choice, words) for conflict in merged.conflicts}
    return settled(merged.agreement, NAMES, settlements)


@pytest.mark.parametrize(
    ("choice", "said"),
    [
        (Choice.OURS, "It does so six weeks ahead."),
        (Choice.THEIRS, "It does so a year ahead."),
        (Choice.BOTH, "It does so six weeks a year ahead."),
        (Choice.OTHER, "It does so in good time ahead."),
    ],
)
def test_the_words_chosen_stand_without_brackets(choice: Choice, said: str) -> None:
    found = settle(merge(BASE, OURS, THEIRS, NAMES), choice, "in good time")
    text = found.body[1].children[0].text
    assert text.plain.endswith(said)
    assert not text.of(Alternative)


def test_no_words_chosen_leave_no_double_space() -> None:
    ours = change(BASE, paragraph(2, 1), " three months", "")
    merged = merge(BASE, ours, THEIRS, NAMES)
    assert settle(merged, Choice.OURS).body[1].children[0].text.plain.endswith("It does so ahead.")


def test_an_article_taken_out_by_one_goes_or_stays_whole() -> None:
    ours = edits.delete(BASE, BASE.body[2].id)
    theirs = change(BASE, paragraph(3, 2), "thirty", "sixty")
    merged = merge(BASE, ours, theirs, NAMES)
    headings = [unit.heading.plain for unit in settle(merged, Choice.OURS).body]
    assert headings == ["Purpose", "Visits", "Secrets", "End"]
    kept = settle(merged, Choice.THEIRS).body[2]
    assert (kept.heading.plain, kept.children[1].text.plain) == (
        "Costs",
        "Invoices fall due sixty days after receipt.",
    )
    assert settle(merged, Choice.BOTH) == settle(merged, Choice.THEIRS)


def test_of_two_new_articles_one_or_both_stand() -> None:
    def article(number: int, text: str) -> Agreement:
        made = replace(born(number, "", Kind.ARTICLE, "Insurance"), children=(born(number + 1, text),))
        return edits.insert_after(BASE, BASE.body[1].id, made)

    mine, yours = "Each Party insures its own people.", "The host bears whatever a guest may suffer."
    merged = merge(BASE, article(701, mine), article(711, yours), NAMES)
    for choice, stands in ((Choice.OURS, [mine]), (Choice.THEIRS, [yours]), (Choice.BOTH, [mine, yours])):
        found = settle(merged, choice)
        insured = [unit for unit in found.body if unit.heading.plain == "Insurance"]
        assert [unit.children[0].text.plain for unit in insured] == stands
        assert not any(unit.choice for unit in insured)


def test_an_article_moved_by_both_goes_where_one_has_it() -> None:
    ours = edits.move(BASE, BASE.body[2].id, after=BASE.body[4].id)
    theirs = edits.move(BASE, BASE.body[2].id, after=BASE.body[0].id)
    merged = merge(BASE, ours, theirs, NAMES)
    assert [unit.heading.plain for unit in settle(merged, Choice.OURS).body][-1] == "Costs"
    assert [unit.heading.plain for unit in settle(merged, Choice.THEIRS).body][1] == "Costs"


def test_what_both_wrote_alike_stands_once_and_only_the_rest_is_in_dispute() -> None:
    said = "{} insures the persons it sends against illness and accident for as long as they stay."
    ours = edits.insert_after(BASE, paragraph(2, 1).id, born(701, said.format("Each Party")))
    theirs = edits.insert_after(BASE, paragraph(2, 1).id, born(702, said.format("The sending Party")))
    merged = merge(BASE, ours, theirs, NAMES)
    assert [(c.ours, c.theirs) for c in merged.conflicts] == [("Each", "The sending")]
    assert merged.agreement.body[1].children[1].text.plain == said.format("[Each][The sending] Party")


def test_a_dispute_holds_both_brackets_of_a_pair() -> None:
    base = edits.set_text(BASE, paragraph(2, 1).id, "The guest, hereafter the Visitor, obeys the host.")
    ours = edits.set_text(BASE, paragraph(2, 1).id, "The guest (hereafter the Visitor) obeys the host.")
    theirs = edits.set_text(BASE, paragraph(2, 1).id, "The guest – hereafter the Visitor – obeys the host.")
    merged = merge(base, ours, theirs, NAMES)
    for conflict in merged.conflicts:
        assert conflict.ours.count("(") == conflict.ours.count(")")
    assert "(hereafter the Visitor)" in settle(merged, Choice.OURS).body[1].children[0].text.plain


def test_quotation_marks_and_dashes_alone_dispute_nothing() -> None:
    base = edits.set_text(BASE, paragraph(2, 1).id, 'Costs "of the host" are paid - by each Party.')
    ours = edits.set_text(BASE, paragraph(2, 1).id, "Costs “of the host” are paid – by each Party.")
    theirs = edits.set_text(BASE, paragraph(2, 1).id, 'Costs "of the guest" are paid - by each Party.')
    merged = merge(base, ours, theirs, NAMES)
    assert merged.conflicts == ()
    assert "of the guest" in merged.agreement.body[1].children[0].text.plain
    gone = edits.delete(base, paragraph(2, 1).id)
    assert merge(base, ours, gone, NAMES).conflicts == ()


def test_groups_left_by_an_earlier_merge_are_not_given_again() -> None:
    first = merge(BASE, OURS, THEIRS, NAMES)
    again = merge(BASE, first.agreement, change(BASE, paragraph(3, 2), "thirty", "sixty"), NAMES)
    third = merge(BASE, first.agreement, change(BASE, paragraph(2, 1), "three months", "a day"), NAMES)
    assert again.conflicts == ()
    assert third.conflicts[0].group != first.conflicts[0].group


# Shown as a redline ----------------------------------------------------------------------------------------


def test_every_change_is_signed_by_its_side() -> None:
    from workbench.comparison.merging import Origin, shown

    ours = edits.delete(change(OURS, paragraph(3, 2), "thirty", "sixty"), BASE.body[4].id)
    theirs = edits.insert_after(
        change(THEIRS, paragraph(4, 2), "at once", "within a day"),
        paragraph(1, 1).id,
        born(709, "New words."),
    )
    merged = merge(BASE, ours, theirs, NAMES)
    found = shown(BASE, merged, NAMES)
    told = {
        (found.origins[r.number], r.old, r.new)
        for r in found.redline.revisions
        if r.number not in found.disputed
    }
    assert (Origin.OURS, "thirty", "sixty") in told
    assert (Origin.THEIRS, None, "New words.") in told
    assert any(origin is Origin.OURS and new is None for origin, _, new in told)
    assert list(found.disputed.values()) == [0]
    authors = {found.origins[r.number]: r.author for r in found.redline.revisions}
    assert authors[Origin.THEIRS] == "Syldavia"
    gone = [row for row in found.redline.rows if row.fate is Fate.DELETED]
    assert gone[0].old is BASE.body[4]
    assert gone[0].revisions == gone[-1].revisions


@QUICK
@given(threes())
def test_laws_of_showing_and_settling(three: Three) -> None:
    from workbench.comparison.merging import shown

    base, ours, theirs = three
    names = Delegations("LV", "EE")
    merged = merge(base, ours, theirs, names)
    found = shown(base, merged, names)
    units = [row.new for row in found.redline.rows if row.new is not None and not row.wrap_up]
    assert units == list(merged.agreement.walk()), "every provision has its row, in order"
    assert set(found.disputed.values()) == set(range(len(merged.conflicts))), "every conflict is shown"
    for row in found.redline.rows:
        if row.new is not None and row.fate is Fate.KEPT:
            text = row.new.wrap_up if row.wrap_up else row.new.text
            assert "".join(p.text.plain for p in row.text_pieces if p.op is not Op.DELETE) == text.plain
    groups = {conflict.group for conflict in merged.conflicts}
    for choice in (Choice.OURS, Choice.THEIRS, Choice.BOTH):
        done = settled(merged.agreement, names, dict.fromkeys(groups, Settlement(choice)))
        assert_well_formed(done)
        left = {
            value.group
            for unit in done.walk()
            for text in (unit.heading, unit.text, unit.wrap_up)
            for _, _, value in text.of(Alternative)
        }
        assert not left & groups, "nothing is left in dispute"
    if merged.agreement == ours:
        assert words(settled(merged.agreement, names, {})) == words(ours)


def test_a_bracket_cut_by_a_dispute_leaves_no_half_of_a_mark() -> None:
    from workbench.agreement.text import Bracket, Text

    def bracketed(words: str) -> Agreement:
        text = Text(f"[{words}] and no more.")
        return edits.set_text(BASE, paragraph(2, 1).id, text.marked(0, len(words) + 2, Bracket("LV")))

    base = bracketed("Guests come once in three months with their staff")
    ours = bracketed("Guests come once in six weeks with their staff")
    theirs = edits.set_text(
        BASE, paragraph(2, 1).id, "Guests come once in a year with their staff and no more."
    )
    merged = merge(base, ours, theirs, NAMES)
    for text in (
        merged.agreement.body[1].children[0].text,
        settle(merged, Choice.OURS).body[1].children[0].text,
    ):
        for start, end, _ in text.of(Bracket):
            assert (text.plain[start], text.plain[end - 1]) == ("[", "]")
