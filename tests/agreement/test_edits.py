"""Edits: the tree changes where it was told to, everything else is shared, and nothing is lost."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from workbench.agreement import edits
from workbench.agreement.text import PartyName, Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, Zone, new_id


def paragraph(words: str, *children: Provision) -> Provision:
    return Provision(new_id(), Kind.PARAGRAPH, Text(words), children=children)


def point(words: str) -> Provision:
    return Provision(new_id(), Kind.POINT, Text(words))


@pytest.fixture
def tree() -> Agreement:
    first = Provision(
        new_id(),
        Kind.ARTICLE,
        heading=Text("Purpose"),
        children=(paragraph("One."), paragraph("Two."), paragraph("Three.")),
    )
    second = Provision(
        new_id(),
        Kind.ARTICLE,
        heading=Text("Costs"),
        children=(paragraph("List:", point("a"), point("b"), point("c")),),
    )
    return Agreement(AgreementId(new_id()), "en", body=(first, second))


def words(tree: Agreement) -> list[str]:
    return [p.text.plain or p.heading.plain for p in tree.walk()]


def at(tree: Agreement, text: str) -> Provision:
    return next(p for p in tree.walk() if text in (p.text.plain, p.heading.plain))


def test_an_edit_shares_every_untouched_subtree(tree: Agreement) -> None:
    changed = edits.set_text(tree, at(tree, "Two.").id, "2.")
    assert words(changed) == ["Purpose", "One.", "2.", "Three.", "Costs", "List:", "a", "b", "c"]
    assert changed.body[1] is tree.body[1]
    assert changed.body[0].children[0] is tree.body[0].children[0]
    assert words(tree)[2] == "Two."


def test_splitting_keeps_the_first_identity_and_gives_the_children_to_the_second(tree: Agreement) -> None:
    listed = at(tree, "List:")
    changed, born = edits.split(tree, listed.id, 2)
    first, second = changed.body[1].children
    assert (first.id, first.text.plain, first.children) == (listed.id, "Li", ())
    assert (second.id, second.text.plain, second.children) == (born, "st:", listed.children)


def test_merging_undoes_splitting(tree: Agreement) -> None:
    two = at(tree, "Two.")
    changed, born = edits.split(tree, two.id, 2)
    merged = edits.merge_with_previous(changed, born)
    assert words(merged)[2] == "Tw o."
    assert merged.find(two.id) is not None
    assert merged.find(born) is None


def test_merging_keeps_marks_on_their_words(tree: Agreement) -> None:
    marked = Text("of Latvia").marked(3, 9, PartyName("LV"))
    changed = edits.set_text(tree, at(tree, "Two.").id, marked)
    merged = edits.merge_with_previous(changed, at(changed, "of Latvia").id)
    assert merged.body[0].children[0].text.of(PartyName) == ((8, 14, PartyName("LV")),)


def test_there_is_nothing_before_the_first_to_merge_with(tree: Agreement) -> None:
    with pytest.raises(edits.EditError, match="nothing stands before it"):
        edits.merge_with_previous(tree, at(tree, "One.").id)


def test_demoting_and_promoting_are_inverse(tree: Agreement) -> None:
    lowered = edits.demote(tree, at(tree, "Two.").id)
    assert [p.text.plain for p in lowered.body[0].children] == ["One.", "Three."]
    assert lowered.body[0].children[0].children[0].kind is Kind.POINT
    assert edits.promote(lowered, at(lowered, "Two.").id) == tree


def test_promoting_takes_the_following_points_along(tree: Agreement) -> None:
    raised = edits.promote(tree, at(tree, "b").id)
    first, second = raised.body[1].children
    assert [p.text.plain for p in first.children] == ["a"]
    assert (second.kind, second.text.plain, [p.text.plain for p in second.children]) == (
        Kind.PARAGRAPH,
        "b",
        ["c"],
    )


def test_moving_by_steps_stops_at_the_ends(tree: Agreement) -> None:
    one = at(tree, "One.").id
    assert words(edits.move_by(tree, one, 1))[1:4] == ["Two.", "One.", "Three."]
    assert words(edits.move_by(tree, one, 9))[1:4] == ["Two.", "Three.", "One."]
    assert edits.move_by(tree, one, -1) is tree


def test_moving_elsewhere_keeps_the_identity(tree: Agreement) -> None:
    two = at(tree, "Two.")
    moved = edits.move(tree, two.id, after=at(tree, "List:").id)
    assert words(moved) == ["Purpose", "One.", "Three.", "Costs", "List:", "a", "b", "c", "Two."]
    assert moved.find(two.id) == two
    with pytest.raises(edits.EditError, match="into itself"):
        edits.move(tree, at(tree, "List:").id, after=at(tree, "a").id)


def test_a_paragraph_made_an_article_carries_its_words_as_heading_and_back(tree: Agreement) -> None:
    one = at(tree, "One.").id
    article = edits.set_kind(tree, one, Kind.ARTICLE).find(one)
    assert article is not None
    assert (article.heading.plain, article.text.plain) == ("One.", "")
    back = edits.set_kind(edits.set_kind(tree, one, Kind.ARTICLE), one, Kind.PARAGRAPH)
    assert back == tree


def test_inserting_before_after_and_among_children(tree: Agreement) -> None:
    two = at(tree, "Two.").id
    tree = edits.insert_before(tree, two, paragraph("before"))
    tree = edits.insert_after(tree, two, paragraph("after"))
    tree = edits.insert_child(tree, tree.body[0].id, 0, paragraph("top"))
    assert words(tree)[1:7] == ["top", "One.", "before", "Two.", "after", "Three."]
    annex = Provision(new_id(), Kind.ANNEX)
    assert edits.append_to_zone(tree, Zone.ANNEXES, annex).annexes == (annex,)


def test_an_unknown_provision_is_named() -> None:
    empty = Agreement(AgreementId(new_id()), "en")
    with pytest.raises(edits.NoSuchProvisionError):
        edits.delete(empty, new_id())
    with pytest.raises(edits.NoSuchProvisionError):
        edits.siblings_of(empty, new_id())


def test_a_copy_has_new_identities_throughout(tree: Agreement) -> None:
    copy = edits.with_new_ids(tree.body[1])
    assert {p.id for p in copy.walk()}.isdisjoint({p.id for p in tree.walk()})
    assert copy.words == tree.body[1].words


def test_mapping_shares_what_does_not_change(tree: Agreement) -> None:
    assert all(a is b for a, b in zip(edits.map_provisions(tree, lambda p: p).body, tree.body, strict=True))


def test_mapping_within_reaches_what_is_named_and_nothing_else(tree: Agreement) -> None:
    article = next(unit for unit in tree.body if unit.children)
    changed = edits.map_provisions(tree, lambda unit: replace(unit, note="seen"), within={article.id})
    assert [unit.id for unit in changed.walk() if unit.note == "seen"] == [article.id]
    assert all(new is old for new, old in zip(changed.body, tree.body, strict=True) if old.id != article.id)
