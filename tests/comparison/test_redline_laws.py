"""The laws of a redline, over arbitrary trees and edits."""

from __future__ import annotations

from collections.abc import Iterator
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.comparison.edited import forgotten, pairs, strangers
from workbench.agreement import record
from workbench.agreement.numbering import numbers
from workbench.agreement.tree import Agreement, Provision
from workbench.comparison import Fate, Granularity, Options, Redline, RevisionKind, compare

Pair = tuple[Agreement, Agreement]
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(QUICK, max_examples=1500)

any_pair = st.one_of(pairs(), pairs(), strangers())
options = st.builds(
    Options, st.booleans(), st.booleans(), st.booleans(), st.sampled_from(Granularity), st.booleans()
)
randoms = st.randoms(use_true_random=False)


@QUICK
@given(any_pair, options, randoms)
def test_the_laws_hold(pair: Pair, chosen: Options, random: Random) -> None:
    check(pair, chosen, random)


@pytest.mark.nightly
@pytest.mark.timeout(3600)
@LONG
@given(any_pair, options, randoms)
def test_the_laws_hold_for_many(pair: Pair, chosen: Options, random: Random) -> None:
    check(pair, chosen, random)


def check(pair: Pair, chosen: Options, random: Random) -> None:
    """Every law on one pair: generating trees takes far longer than comparing them."""
    old, new = pair
    redline = compare(old, new)
    assert redline.accept_all() == new
    assert redline.reject_all() == old
    with_options = compare(old, new, chosen)
    assert with_options.accept_all() == new
    assert with_options.reject_all() == old
    assert compare(old, new) == redline, "comparing twice gives the same"
    assert_numbered(redline)
    assert said_by(redline, old_side=True) == list(said(old))
    assert said_by(redline, old_side=False) == list(said(new))
    accepted = {r.number for r in redline.revisions if random.random() < 0.5}
    assert_well_formed(redline.decide(accepted))
    assert_well_formed(
        with_options.decide({r.number for r in with_options.revisions if random.random() < 0.5})
    )
    assert redline.decide({r.number for r in redline.revisions}) == new
    assert list(said(redline.decide(()))) == list(said(old)), "what is rejected says what the old text says"
    assert compare(new, new).revisions == ()
    assert compare(new, forgotten(new, 7)).revisions == ()


def assert_numbered(redline: Redline) -> None:
    """Revisions are numbered as they are met, and every one is shown in some row."""
    numbered = [r.number for r in redline.revisions]
    assert numbered == list(range(1, len(numbered) + 1))
    shown = {number for row in redline.rows for number in row.revisions}
    assert shown == set(numbered)
    for row in redline.rows:
        for piece in (*row.heading_pieces, *row.text_pieces):
            assert piece.revision is None or piece.revision in shown


def assert_well_formed(agreement: Agreement) -> None:
    units = list(agreement.walk())
    assert len({unit.id for unit in units}) == len(units)
    assert set(numbers(agreement)) == {unit.id for unit in units}
    assert record.decode(record.encode(agreement)) == agreement
    for unit in units:
        for text in (unit.heading, unit.text, unit.wrap_up):
            assert all(0 <= mark.start <= mark.end <= len(text.plain) for mark in text.marks)
            assert list(text.marks) == sorted(text.marks, key=lambda m: (m.start, -m.end))


def said(agreement: Agreement) -> Iterator[str]:
    """Every wording in document order."""

    def visit(unit: Provision) -> Iterator[str]:
        yield from (text.plain for text in (unit.heading, unit.text) if text.plain)
        for child in unit.children:
            yield from visit(child)
        if unit.wrap_up.plain:
            yield unit.wrap_up.plain

    for unit in agreement.units():
        yield from visit(unit)


def said_by(redline: Redline, *, old_side: bool) -> list[str]:
    """What one side of the rows says, in the order in which they are shown."""
    absent = (Fate.INSERTED, Fate.MOVED_HERE) if old_side else (Fate.DELETED, Fate.MOVED_AWAY)
    whole = Fate.SPLIT if old_side else Fate.MERGED
    result: list[str] = []
    for row in redline.rows:
        if row.fate in absent:
            continue
        for pieces in (row.heading_pieces, row.text_pieces):
            text = "".join((p.old if old_side else p.new).plain for p in pieces)
            if text and row.joined and row.fate is whole:
                result[-1] += text
            elif text:
                result.append(text)
    return result


def test_kinds_are_those_of_the_command_line() -> None:
    assert {kind.value for kind in RevisionKind} == {
        "inserted", "deleted", "replaced", "moved", "split", "merged", "renumbered",
    }  # fmt: skip
