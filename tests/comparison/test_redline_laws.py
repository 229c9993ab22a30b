"""The laws of a redline, over arbitrary trees and edits."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.comparison.edited import forgotten, pairs, strangers
from workbench.agreement import record
from workbench.agreement.numbering import numbers
from workbench.agreement.tree import Agreement
from workbench.comparison import Fate, Granularity, Options, Redline, RevisionKind, compare

MANY = settings(max_examples=150, deadline=None)

Pair = tuple[Agreement, Agreement]
any_pair = st.one_of(pairs(), pairs(), strangers())
options = st.builds(Options, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(Granularity))


@MANY
@given(any_pair, options)
def test_accepting_all_gives_the_new_and_rejecting_all_the_old_agreement(pair: Pair, chosen: Options) -> None:
    old, new = pair
    redline = compare(old, new, chosen)
    assert redline.accept_all() == new
    assert redline.reject_all() == old


@MANY
@given(any_pair, st.randoms(use_true_random=False))
def test_any_choice_of_revisions_is_a_well_formed_agreement(pair: Pair, random: object) -> None:
    redline = compare(*pair)
    accepted = {r.number for r in redline.revisions if random.random() < 0.5}  # type: ignore[attr-defined]
    mixture = redline.decide(accepted)
    assert_well_formed(mixture)
    assert record.decode(record.encode(mixture)) == mixture


@MANY
@given(any_pair)
def test_each_text_can_be_read_off_the_rows(pair: Pair) -> None:
    """Whatever a redline shows, its old words are the old text and its new words the new one, in order."""
    old, new = pair
    redline = compare(old, new)
    assert shown(redline, old_side=True) == said(old)
    assert shown(redline, old_side=False) == said(new)


@MANY
@given(pairs())
def test_nothing_differs_from_itself(pair: Pair) -> None:
    agreement = pair[1]
    for other in (agreement, forgotten(agreement, 7)):
        assert compare(agreement, other).revisions == ()


@MANY
@given(pairs())
def test_comparing_twice_gives_the_same(pair: Pair) -> None:
    assert compare(*pair) == compare(*pair)


@MANY
@given(any_pair)
def test_revisions_are_numbered_as_met_and_every_one_is_shown(pair: Pair) -> None:
    redline = compare(*pair)
    assert [r.number for r in redline.revisions] == list(range(1, len(redline.revisions) + 1))
    shown_numbers = {number for row in redline.rows for number in row.revisions}
    assert shown_numbers == {r.number for r in redline.revisions}
    for row in redline.rows:
        for piece in (*row.heading_pieces, *row.text_pieces):
            assert piece.revision is None or piece.revision in shown_numbers


def assert_well_formed(agreement: Agreement) -> None:
    units = list(agreement.walk())
    assert len({unit.id for unit in units}) == len(units)
    assert set(numbers(agreement)) == {unit.id for unit in units}
    for unit in units:
        for text in (unit.heading, unit.text, unit.wrap_up):
            for mark in text.marks:
                assert 0 <= mark.start <= mark.end <= len(text.plain)
            assert list(text.marks) == sorted(text.marks, key=lambda m: (m.start, -m.end))


def said(agreement: Agreement) -> list[str]:
    """Every wording in document order."""
    result: list[str] = []

    def visit(unit: object) -> None:
        result.extend(t for t in (unit.heading.plain, unit.text.plain) if t)  # type: ignore[attr-defined]
        for child in unit.children:  # type: ignore[attr-defined]
            visit(child)
        if unit.wrap_up.plain:  # type: ignore[attr-defined]
            result.append(unit.wrap_up.plain)  # type: ignore[attr-defined]

    for unit in agreement.units():
        visit(unit)
    return result


def shown(redline: Redline, *, old_side: bool) -> list[str]:
    absent = (Fate.INSERTED, Fate.MOVED_HERE) if old_side else (Fate.DELETED, Fate.MOVED_AWAY)
    result: list[str] = []
    for row in redline.rows:
        if row.fate in absent:
            continue
        for pieces in (row.heading_pieces, row.text_pieces):
            text = "".join((p.old if old_side else p.new).plain for p in pieces)
            joins = (row.fate is Fate.SPLIT and old_side) or (row.fate is Fate.MERGED and not old_side)
            if row.joined and joins and pieces is row.text_pieces and text:
                result[-1] += text
            elif text:
                result.append(text)
    return result


def test_kinds_are_those_of_the_command_line() -> None:
    assert {kind.value for kind in RevisionKind} == {
        "inserted", "deleted", "replaced", "moved", "split", "merged", "renumbered",
    }  # fmt: skip
