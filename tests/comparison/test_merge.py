"""What comes of a text that two delegations changed."""

from __future__ import annotations

from uuid import UUID

import pytest
from msgspec.structs import replace

from tests.comparison.edited import forgotten
from tests.comparison.test_compare import BASE, build, paragraph
from workbench.agreement import edits
from workbench.agreement.errors import Cancelled
from workbench.agreement.text import Alternative, CrossReference, Text
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId
from workbench.comparison import LanguagesDifferError
from workbench.comparison.merging import Delegations, Merged, merge

NAMES = Delegations("Ruritania", "Syldavia")


def born(number: int, text: str, kind: Kind = Kind.PARAGRAPH, heading: str = "") -> Provision:
    return Provision(ProvisionId(UUID(int=number)), kind, Text(text), Text(heading))


def said(unit: Provision, old: str, new: str) -> str:
    assert old in unit.text.plain
    return unit.text.plain.replace(old, new)


def change(base: Agreement, unit: Provision, old: str, new: str) -> Agreement:
    return edits.set_text(base, unit.id, said(base.find(unit.id) or unit, old, new))


def merged(ours: Agreement, theirs: Agreement) -> Merged:
    """The merge, with and without shared identities: the same words either way."""
    result = merge(BASE, ours, theirs, NAMES)
    read = merge(BASE, forgotten(ours, 3), forgotten(theirs, 4), NAMES)
    assert words(read.agreement) == words(result.agreement)
    assert told(read) == told(result)
    return result


def told(result: Merged) -> list[tuple[str, str, str]]:
    return [(conflict.label, conflict.ours, conflict.theirs) for conflict in result.conflicts]


def words(agreement: Agreement) -> list[str]:
    return [line for unit in agreement.units() for line in unit.words.split("\n")]


def test_edits_in_different_places_are_both_made() -> None:
    ours = change(BASE, paragraph(2, 1), "three months", "six weeks")
    theirs = change(BASE, paragraph(2, 1), "larger", "joint")
    result = merged(ours, theirs)
    assert result.agreement.body[1].children[0].text.plain == (
        "Each Party invites observers to its joint exercises. It does so six weeks ahead."
    )
    assert (result.clean, result.conflicts) == (2, ())


def test_edits_of_the_same_words_become_alternatives_of_both() -> None:
    ours = change(BASE, paragraph(2, 1), "three months", "six weeks")
    theirs = change(BASE, paragraph(2, 1), "three months", "a year")
    result = merged(ours, theirs)
    text = result.agreement.body[1].children[0].text
    assert "It does so [six weeks][a year] ahead." in text.plain
    first, second = text.of(Alternative)
    assert text.plain[first[0] : first[1]] == "[six weeks]"
    assert (first[2].delegation, second[2].delegation) == ("Ruritania", "Syldavia")
    assert first[2].group == second[2].group
    assert told(result) == [("Article 2(1)", "six weeks", "a year")]


def test_the_same_edit_by_both_is_one() -> None:
    ours = change(change(BASE, paragraph(2, 1), "three", "six"), paragraph(3, 2), "thirty", "sixty")
    theirs = change(change(BASE, paragraph(2, 1), "three", "six"), paragraph(4, 2), "at once", "within a day")
    result = merged(ours, theirs)
    assert result.conflicts == ()
    assert result.clean == 3


def test_words_side_by_side_are_no_clean_edit() -> None:
    ours = change(BASE, paragraph(2, 1), "three months", "six months")
    theirs = change(BASE, paragraph(2, 1), "three months", "three weeks")
    result = merged(ours, theirs)
    assert told(result) == [("Article 2(1)", "six months", "three weeks")]


def test_words_one_took_out_and_the_other_changed() -> None:
    ours = change(BASE, paragraph(2, 2), " for up to five persons at a time", "")
    theirs = change(BASE, paragraph(2, 2), "five", "nine")
    result = merged(ours, theirs)
    (conflict,) = result.conflicts
    assert conflict.ours == ""
    assert "nine" in conflict.theirs
    assert "[][" in result.agreement.body[1].children[1].text.plain


def test_articles_inserted_in_one_place_both_stand() -> None:
    after = BASE.body[1].id
    ours = edits.insert_after(BASE, after, born(701, "", Kind.ARTICLE, "Insurance"))
    theirs = edits.insert_after(BASE, after, born(702, "", Kind.ARTICLE, "Customs"))
    result = merged(ours, theirs)
    assert [unit.heading.plain for unit in result.agreement.body][1:5] == [
        "Visits", "Insurance", "Customs", "Costs",
    ]  # fmt: skip
    assert (result.clean, result.conflicts) == (2, ())


def test_two_wordings_of_one_new_article_are_alternatives() -> None:
    def article(number: int, text: str) -> Provision:
        return replace(born(number, "", Kind.ARTICLE, "Insurance"), children=(born(number + 1, text),))

    ours = edits.insert_after(BASE, BASE.body[1].id, article(701, "Each Party insures its own people."))
    theirs = edits.insert_after(BASE, BASE.body[1].id, article(711, "The host insures all guests."))
    result = merged(ours, theirs)
    first, second = result.agreement.body[2:4]
    assert first.choice == second.choice != ""
    assert first.children[0].text.plain == "[Each Party insures its own people.]"
    assert second.children[0].text.plain == "[The host insures all guests.]"
    (conflict,) = result.conflicts
    assert conflict.label == "Article 3"
    assert "guests" in conflict.theirs


def test_one_new_article_of_both_stands_once() -> None:
    ours = edits.insert_after(BASE, BASE.body[1].id, born(701, "", Kind.ARTICLE, "Customs"))
    theirs = edits.insert_after(BASE, BASE.body[1].id, born(702, "", Kind.ARTICLE, "Customs"))
    theirs = change(theirs, paragraph(3, 2), "thirty", "sixty")
    result = merged(ours, theirs)
    assert [unit.heading.plain for unit in result.agreement.body].count("Customs") == 1
    assert result.conflicts == ()


def test_what_one_took_out_and_the_other_left_alone_is_gone() -> None:
    ours = edits.delete(BASE, BASE.body[2].id)
    theirs = change(BASE, paragraph(2, 1), "three", "six")
    result = merged(ours, theirs)
    assert [unit.heading.plain for unit in result.agreement.body] == ["Purpose", "Visits", "Secrets", "End"]
    assert (result.clean, result.conflicts) == (4, ()) or result.conflicts == ()


def test_an_article_one_took_out_and_the_other_edited_stands_in_brackets() -> None:
    ours = edits.delete(BASE, BASE.body[2].id)
    theirs = change(BASE, paragraph(3, 2), "thirty", "sixty")
    result = merged(ours, theirs)
    article = result.agreement.body[2]
    assert article.heading.plain == "[Costs]"
    assert article.children[1].text.plain == "[Invoices fall due sixty days after receipt.]"
    assert {v.delegation for _, _, v in article.children[0].text.of(Alternative)} == {"Syldavia"}
    (conflict,) = result.conflicts
    assert (conflict.label, conflict.ours) == ("Article 3", "")
    assert "sixty" in conflict.theirs


def test_a_paragraph_put_into_an_article_the_other_took_out_is_not_lost() -> None:
    ours = edits.delete(BASE, BASE.body[2].id)
    theirs = edits.insert_after(BASE, paragraph(3, 1).id, born(703, "Late sums bear interest."))
    result = merged(ours, theirs)
    assert "Late sums bear interest." in " ".join(words(result.agreement))
    assert len(result.conflicts) == 1


def test_a_move_and_an_edit_combine() -> None:
    ours = edits.move(BASE, BASE.body[2].id, after=BASE.body[4].id)
    theirs = change(BASE, paragraph(3, 2), "thirty", "sixty")
    result = merged(ours, theirs)
    last = result.agreement.body[4]
    assert last.heading.plain == "Costs"
    assert last.children[1].text.plain == "Invoices fall due sixty days after receipt."
    assert result.conflicts == ()


def test_one_article_moved_by_both_to_different_places_stands_in_both() -> None:
    ours = edits.move(BASE, BASE.body[2].id, after=BASE.body[4].id)
    theirs = edits.move(BASE, BASE.body[2].id, after=BASE.body[0].id)
    result = merge(BASE, ours, theirs, NAMES)
    assert [unit.heading.plain for unit in result.agreement.body] == [
        "Purpose", "[Costs]", "Visits", "Secrets", "End", "[Costs]",
    ]  # fmt: skip
    who = [unit.heading.of(Alternative)[0][2].delegation for unit in result.agreement.of_kind(Kind.ARTICLE)
           if unit.heading.of(Alternative)]  # fmt: skip
    assert who == ["Syldavia", "Ruritania"]
    (conflict,) = result.conflicts
    assert conflict.places == ("Article 5", "Article 2")
    ids = [unit.id for unit in result.agreement.walk()]
    assert len(set(ids)) == len(ids)


def test_the_same_move_by_both_is_one() -> None:
    moved = edits.move(BASE, BASE.body[2].id, after=BASE.body[4].id)
    theirs = change(moved, paragraph(2, 1), "three", "six")
    ours = change(moved, paragraph(4, 2), "at once", "within a day")
    result = merged(ours, theirs)
    assert [u.heading.plain for u in result.agreement.body] == [
        "Purpose",
        "Visits",
        "Secrets",
        "End",
        "Costs",
    ]
    assert result.conflicts == ()


def test_a_divided_paragraph_keeps_the_other_sides_edits() -> None:
    ours, _ = edits.split(BASE, paragraph(2, 1).id, paragraph(2, 1).text.plain.index("It does"))
    theirs = change(BASE, paragraph(2, 1), "three months", "six weeks")
    result = merged(ours, theirs)
    assert [unit.text.plain for unit in result.agreement.body[1].children][:2] == [
        "Each Party invites observers to its larger exercises.",
        "It does so six weeks ahead.",
    ]
    assert result.conflicts == ()


def test_joined_paragraphs_keep_the_other_sides_edits() -> None:
    ours = edits.merge_with_previous(BASE, paragraph(2, 2).id)
    theirs = change(BASE, paragraph(2, 2), "five", "nine")
    result = merged(ours, theirs)
    assert len(result.agreement.body[1].children) == 2
    assert result.agreement.body[1].children[0].text.plain.endswith("for up to nine persons at a time.")
    assert result.conflicts == ()


def test_a_chapter_dissolved_keeps_the_articles_and_what_the_other_put_in() -> None:
    around = Provision(
        ProvisionId(UUID(int=778)), Kind.CHAPTER, heading=Text("Basics"), children=BASE.body[:3]
    )
    base = replace(BASE, body=(around, *BASE.body[3:]))
    theirs = edits.insert_after(base, BASE.body[1].id, born(704, "", Kind.ARTICLE, "Customs"))
    result = merge(base, BASE, theirs, NAMES)
    assert [unit.heading.plain for unit in result.agreement.body] == [
        "Purpose", "Visits", "Customs", "Costs", "Secrets", "End",
    ]  # fmt: skip
    assert result.conflicts == ()


def test_references_follow_what_was_read_from_two_files() -> None:
    target = BASE.body[3].id
    text = paragraph(2, 3).text.replace(0, 8, "Subject to Article 4, visitors")
    ours = edits.set_text(BASE, paragraph(2, 3).id, text.marked(11, 20, CrossReference(target)))
    theirs = change(BASE, paragraph(4, 2), "at once", "within a day")
    found = merge(BASE, ours, forgotten(theirs, 9), NAMES).agreement
    ((_, _, reference),) = found.body[1].children[2].text.of(CrossReference)
    assert found.find(ProvisionId(reference.target)) is not None  # type: ignore[arg-type]  # a target is set


def test_a_reference_nobody_touched_points_to_what_its_words_say() -> None:
    said = "Papers stay sealed as Article 4 demands."

    def referring(agreement: Agreement, target: Provision) -> Agreement:
        text = Text(said).marked(22, 31, CrossReference(target.id))
        return edits.set_text(agreement, paragraph(1, 2).id, text)

    # Ours strikes Article 3 out and forgets the reference, which a reader then takes to mean another article.
    base = referring(BASE, BASE.body[3])
    ours = referring(edits.delete(BASE, BASE.body[2].id), BASE.body[4])
    theirs = change(base, paragraph(3, 2), "thirty", "sixty")
    found = merge(base, ours, forgotten(theirs, 9), NAMES).agreement
    ((_, _, reference),) = found.body[0].children[1].text.of(CrossReference)
    target = found.find(ProvisionId(reference.target))  # type: ignore[arg-type]  # a target is set
    assert target is not None
    assert (target.heading.plain, found.body.index(target)) == ("Secrets", 3)


def test_different_rows_added_to_a_table_both_stand() -> None:
    def row(number: int, *cells: str) -> Provision:
        made = (born(number + at, text, Kind.CELL) for at, text in enumerate(cells, start=1))
        return replace(born(number, "", Kind.ROW), children=tuple(made))

    table = replace(born(800, "", Kind.TABLE), children=(row(810, "Swift", "Klow", "six sailors"),))
    base = replace(BASE, annexes=(replace(born(790, "", Kind.ANNEX), children=(table,)),))
    ours = edits.insert_after(base, table.children[0].id, row(820, "Skua", "Niedzdrow", "ten men"))
    theirs = edits.insert_after(base, table.children[0].id, row(830, "Loon", "Dbrnouk", "one sailor"))
    result = merge(base, ours, theirs, NAMES)
    rows = result.agreement.annexes[0].children[0].children
    assert [unit.children[0].text.plain for unit in rows] == ["Swift", "Skua", "Loon"]
    assert (result.clean, result.conflicts) == (2, ())


def test_a_paragraph_one_divided_and_the_other_took_out_is_one_dispute() -> None:
    ours, _ = edits.split(BASE, paragraph(2, 1).id, paragraph(2, 1).text.plain.index("It does"))
    theirs = edits.delete(BASE, paragraph(2, 1).id)
    result = merged(ours, theirs)
    assert [unit.text.plain for unit in result.agreement.body[1].children][:2] == [
        "[Each Party invites observers to its larger exercises.]",
        "[It does so three months ahead.]",
    ]
    (conflict,) = result.conflicts
    assert (conflict.ours.count("\n"), conflict.theirs) == (1, "")


def test_what_was_put_into_an_article_the_other_took_out_is_in_dispute_with_it() -> None:
    ours = edits.delete(BASE, BASE.body[2].id)
    theirs = edits.insert_after(BASE, paragraph(3, 1).id, born(703, "Late sums bear interest."))
    result = merged(ours, theirs)
    assert result.agreement.body[2].children[1].text.plain == "[Late sums bear interest.]"
    assert (result.clean, len(result.conflicts)) == (0, 1)


def test_two_articles_put_into_one_another_stand_as_either_side_has_them() -> None:
    def put(which: int, into: int) -> Agreement:
        inner, outer = BASE.body[which], BASE.body[into]
        return edits.insert_child(edits.delete(BASE, inner.id), outer.id, 0, inner)

    result = merge(BASE, put(1, 2), put(2, 1), NAMES)
    (conflict,) = result.conflicts
    ours, theirs = (unit for unit in result.agreement.body if unit.choice == conflict.group)
    outer = {name: unit.heading.plain for name, unit in (("ours", ours), ("theirs", theirs))}
    inner = {name: unit.children[0].heading.plain for name, unit in (("ours", ours), ("theirs", theirs))}
    assert sorted([(outer[name], inner[name]) for name in outer]) == [
        ("[Costs]", "[Visits]"),
        ("[Visits]", "[Costs]"),
    ]


def printed(agreement: Agreement) -> Agreement:
    body = tuple(replace(unit, printed=f"Article {n}") for n, unit in enumerate(agreement.body, start=1))
    return replace(agreement, body=body, numbering=replace(agreement.numbering, as_printed=True))


def test_printed_numbers_count_on() -> None:
    base = printed(BASE)
    ours = printed(edits.insert_after(BASE, BASE.body[0].id, born(701, "", Kind.ARTICLE, "Insurance")))
    theirs = printed(edits.insert_after(BASE, BASE.body[2].id, born(702, "", Kind.ARTICLE, "Customs")))
    found = merge(base, ours, theirs).agreement
    assert [(u.printed, u.heading.plain) for u in found.body] == [
        ("Article 1", "Purpose"), ("Article 2", "Insurance"), ("Article 3", "Visits"), ("Article 4", "Costs"),
        ("Article 5", "Customs"), ("Article 6", "Secrets"), ("Article 7", "End"),
    ]  # fmt: skip


def test_a_gap_that_one_side_left_in_printed_numbers_stays() -> None:
    base = printed(BASE)
    ours = edits.delete(base, BASE.body[1].id)
    theirs = change(base, paragraph(4, 2), "at once", "within a day")
    found = merge(base, forgotten(ours, 3), forgotten(theirs, 4)).agreement
    assert [unit.printed for unit in found.body] == ["Article 1", "Article 3", "Article 4", "Article 5"]


def test_languages_must_agree() -> None:
    with pytest.raises(LanguagesDifferError):
        merge(BASE, BASE, build(language="lv"))


def test_a_merge_can_be_cancelled() -> None:
    class Impatient:
        def advance(self, done: int, total: int, what: str = "") -> None:
            """Nobody listens."""

        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        merge(BASE, BASE, BASE, progress=Impatient())
