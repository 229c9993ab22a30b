"""A redline as entries: both texts are in it, each can be read out of it, moves point at each other."""

from __future__ import annotations

from tests.desktop.editor.conftest import identity
from workbench.agreement import edits
from workbench.agreement.tree import Agreement
from workbench.comparison import compare
from workbench.comparison.revision import RevisionKind
from workbench.desktop.editor.lines import lines
from workbench.desktop.editor.runs import REDLINE, Deco
from workbench.desktop.redline.rows import Column, RedlineEntry, entries, entry_of_revision


def changed(agreement: Agreement) -> Agreement:
    """One insertion, one deletion, one replacement, one move."""
    unit = agreement.find(identity(33))
    assert unit is not None
    text = unit.text.replace(0, len("Information"), "Every piece of information").plain
    agreement = edits.set_text(agreement, identity(33), text)
    agreement = edits.delete(agreement, identity(45))
    return edits.move(agreement, identity(22), after=identity(33))


def words(shown: list[RedlineEntry]) -> list[str]:
    return [made.entry.rendered.text for made in shown if made.entry.rendered.text]


def test_either_column_reads_as_its_text(agreement: Agreement) -> None:
    new = changed(agreement)
    redline = compare(agreement, new)
    old_side, new_side = entries(redline, Column.OLD), entries(redline, Column.NEW)
    assert len(old_side) == len(new_side) == len(entries(redline))
    assert words(old_side) == [line.text.plain for line in lines(agreement) if line.text.plain]
    assert words(new_side) == [line.text.plain for line in lines(new) if line.text.plain]


def test_moved_text_is_marked_at_both_places_and_names_the_other(agreement: Agreement) -> None:
    redline = compare(agreement, changed(agreement))
    moved = next(r for r in redline.revisions if r.kind is RevisionKind.MOVED)
    shown = entries(redline)
    there = [made for made in shown if moved.number in made.revisions and made.entry.flags]
    assert [made.entry.flags[0].icon for made in there] == ["arrow-bend-right-down", "arrow-bend-right-up"]
    decos = [REDLINE & {shape.deco for shape in made.entry.rendered.shapes} for made in there]
    assert decos == [{Deco.MOVED_AWAY}, {Deco.MOVED_HERE}]


def test_every_revision_has_its_place(agreement: Agreement) -> None:
    redline = compare(agreement, changed(agreement))
    shown = entries(redline)
    for revision in redline.revisions:
        if revision.kind is not RevisionKind.RENUMBERED:
            index = entry_of_revision(shown, revision.number)
            assert index is not None
            assert revision.number in shown[index].revisions


def test_a_text_compared_with_itself_has_no_marks(agreement: Agreement) -> None:
    shown = entries(compare(agreement, agreement))
    assert not any(made.entry.flags for made in shown)
    assert not any(shape.deco in REDLINE for made in shown for shape in made.entry.rendered.shapes)
