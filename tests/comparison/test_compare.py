"""What a comparison says of the changes a negotiator makes."""

from __future__ import annotations

from collections.abc import Callable
from uuid import UUID

import pytest
from msgspec.structs import replace

from tests.comparison.edited import forgotten
from workbench.agreement import edits
from workbench.agreement.errors import Cancelled
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, ProvisionId, Zone
from workbench.comparison import (
    Fate,
    LanguagesDifferError,
    Op,
    Options,
    Redline,
    Revision,
    RevisionKind,
    Summary,
    compare,
)

TOPICS = (
    ("Purpose", "The Parties build lasting ties between their forces.", "They do so on an equal footing."),
    (
        "Visits",
        "Each Party invites observers to its larger exercises. It does so three months ahead.",
        "The host Party provides lodging free of charge for up to five persons at a time.",
        "Visitors obey the safety rules of the range they are on.",
    ),
    (
        "Costs",
        "Each Party pays what it has ordered, unless both have settled otherwise in writing.",
        "Invoices fall due thirty days after receipt.",
    ),
    (
        "Secrets",
        "Papers marked by either Party are kept as the law of the owner demands.",
        "Loss is reported at once.",
    ),
    (
        "End",
        "This text lapses six months after a written notice reaches the other Party.",
        "Running work is finished.",
    ),
)


def build(topics: tuple[tuple[str, ...], ...] = TOPICS, language: str = "en") -> Agreement:
    count = 0

    def born(
        kind: Kind, text: str = "", heading: str = "", children: tuple[Provision, ...] = ()
    ) -> Provision:
        nonlocal count
        count += 1
        return Provision(ProvisionId(UUID(int=count)), kind, Text(text), Text(heading), children)

    articles = tuple(
        born(Kind.ARTICLE, heading=heading, children=tuple(born(Kind.PARAGRAPH, text) for text in paragraphs))
        for heading, *paragraphs in topics
    )
    return Agreement(
        AgreementId(UUID(int=9999)),
        language,
        title=(born(Kind.TITLE_LINE, "AGREEMENT"),),
        preamble=(
            born(Kind.PARTIES_CLAUSE, "Ruritania and Syldavia,"),
            born(Kind.AGREEING_FORMULA, "agree:"),
        ),
        body=articles,
        closing=(born(Kind.DONE_AT, "Done at Klow."),),
    )


BASE = build()


@pytest.fixture(params=["same identities", "read from two files"])
def against(request: pytest.FixtureRequest) -> Callable[[Agreement], Redline]:
    """Compares the base with a changed text, once with and once without shared identities."""
    lost = request.param == "read from two files"

    def run(changed: Agreement) -> Redline:
        redline = compare(BASE, forgotten(changed, 5) if lost else changed)
        assert redline.accept_all() == redline.new
        assert redline.reject_all() == BASE
        return redline

    return run


def paragraph(article: int, number: int) -> Provision:
    return BASE.body[article - 1].children[number - 1]


def kinds(redline: Redline) -> list[tuple[RevisionKind, str]]:
    return [(r.kind, r.label) for r in redline.revisions if r.kind is not RevisionKind.RENUMBERED]


def only(redline: Redline) -> Revision:
    (revision,) = (r for r in redline.revisions if r.kind is not RevisionKind.RENUMBERED)
    return revision


Against = Callable[[Agreement], Redline]


def test_replaced_words(against: Against) -> None:
    text = paragraph(2, 1).text.plain.replace("three months", "six weeks")
    redline = against(edits.set_text(BASE, paragraph(2, 1).id, text))
    revision = only(redline)
    assert (revision.kind, revision.label) == (RevisionKind.REPLACED, "Article 2(1)")
    assert (revision.old, revision.new) == ("three months", "six weeks")
    assert redline.summary == Summary(replaced=1, unchanged=19)


def test_two_changes_in_one_paragraph_are_decided_apart(against: Against) -> None:
    text = paragraph(2, 1).text.plain.replace("larger", "joint").replace("three", "six")
    redline = against(edits.set_text(BASE, paragraph(2, 1).id, text))
    assert [(r.old, r.new) for r in redline.revisions] == [("larger", "joint"), ("three", "six")]
    assert redline.summary.replaced == 1
    half = redline.decide({2})
    assert "larger exercises" in half.body[1].children[0].text.plain
    assert "six months ahead" in half.body[1].children[0].text.plain


def test_inserted_paragraph_renumbers_without_a_mark(against: Against) -> None:
    born = Provision(ProvisionId(UUID(int=777)), Kind.PARAGRAPH, Text("Guests carry a badge."))
    redline = against(edits.insert_after(BASE, paragraph(2, 1).id, born))
    revision = only(redline)
    assert (revision.kind, revision.label, revision.new) == (
        RevisionKind.INSERTED,
        "Article 2(2)",
        "Guests carry a badge.",
    )
    numbers = [(r.old, r.new) for r in redline.revisions if r.kind is RevisionKind.RENUMBERED]
    assert numbers == [("Article 2(2)", "Article 2(3)"), ("Article 2(3)", "Article 2(4)")]


def test_deleted_article_is_one_revision_with_all_below_it(against: Against) -> None:
    redline = against(edits.delete(BASE, BASE.body[2].id))
    revision = only(redline)
    assert (revision.kind, revision.label, revision.new) == (RevisionKind.DELETED, "Article 3", None)
    assert revision.old is not None
    assert revision.old.startswith("Costs\nEach Party pays")
    assert [row.kind for row in redline.rows if row.fate is Fate.DELETED] == [
        Kind.ARTICLE,
        Kind.PARAGRAPH,
        Kind.PARAGRAPH,
    ]
    assert redline.summary.renumbered == 2


def test_moved_article_is_one_revision_and_names_both_places(against: Against) -> None:
    redline = against(edits.move(BASE, BASE.body[2].id, after=BASE.body[4].id))
    revision = only(redline)
    assert revision.kind is RevisionKind.MOVED
    assert (revision.old_label, revision.new_label) == ("Article 3", "Article 5")
    away = [row for row in redline.rows if row.fate is Fate.MOVED_AWAY]
    here = [row for row in redline.rows if row.fate is Fate.MOVED_HERE]
    assert next(row.moved_to for row in away) == "Article 5"
    assert next(row.moved_from for row in here) == "Article 3"
    assert len(away) == len(here) == 3


def test_moved_and_edited_paragraph(against: Against) -> None:
    moved = edits.move(BASE, paragraph(2, 2).id, after=paragraph(5, 1).id)
    text = paragraph(2, 2).text.plain.replace("five persons", "nine persons")
    redline = against(edits.set_text(moved, paragraph(2, 2).id, text))
    assert kinds(redline) == [(RevisionKind.MOVED, "Article 5(2)"), (RevisionKind.REPLACED, "Article 5(2)")]
    move, words = (r.number for r in redline.revisions if r.kind is not RevisionKind.RENUMBERED)
    assert "nine persons" in redline.decide({words}).body[1].children[1].text.plain
    assert "five persons" in redline.decide({move}).body[4].children[1].text.plain


def test_split_paragraph(against: Against) -> None:
    changed, _ = edits.split(BASE, paragraph(2, 1).id, paragraph(2, 1).text.plain.index("It does"))
    redline = against(changed)
    revision = only(redline)
    assert (revision.kind, revision.label) == (RevisionKind.SPLIT, "Article 2(1)")
    assert (
        revision.new
        == "Each Party invites observers to its larger exercises.\nIt does so three months ahead."
    )
    assert redline.decide(()).body[1].children[0].text == paragraph(2, 1).text


def test_merged_paragraphs(against: Against) -> None:
    redline = against(edits.merge_with_previous(BASE, paragraph(2, 2).id))
    revision = only(redline)
    assert (revision.kind, revision.label) == (RevisionKind.MERGED, "Article 2(1)")
    assert redline.summary == Summary(merged=1, renumbered=1, unchanged=17)


def test_a_preamble_run_together_is_merged_whatever_its_parts_were() -> None:
    changed = replace(
        BASE,
        preamble=(
            replace(BASE.preamble[0], text=Text("Ruritania and Syldavia, wishing to live at peace, agree:")),
        ),
    )
    old = replace(
        BASE,
        preamble=(
            BASE.preamble[0],
            Provision(ProvisionId(UUID(int=780)), Kind.RECITAL, Text("wishing to live at peace,")),
            BASE.preamble[1],
        ),
    )
    for new in (changed, forgotten(changed, 5)):
        assert only(compare(old, new)).kind is RevisionKind.MERGED
        back = compare(new, old)
        assert only(back).kind is RevisionKind.SPLIT
        assert back.accept_all() == old
        assert back.reject_all() == new


def test_a_divided_paragraph_that_lost_its_end_is_split_and_shortened() -> None:
    text = paragraph(2, 3).text.plain + " They leave before dusk."
    old = edits.set_text(BASE, paragraph(2, 3).id, text)
    first, second = "Visitors obey the safety rules", "of the range they are on."
    new = edits.set_text(old, paragraph(2, 3).id, first)
    new = edits.insert_after(
        new, paragraph(2, 3).id, Provision(ProvisionId(UUID(int=781)), Kind.PARAGRAPH, Text(second))
    )
    redline = compare(old, forgotten(new, 5))
    assert only(redline).kind is RevisionKind.SPLIT
    gone = [p.text.plain for row in redline.rows for p in row.text_pieces if p.op is Op.DELETE]
    assert [words.strip() for words in gone] == ["", "They leave before dusk."]


def test_a_long_article_put_past_short_ones_is_the_one_that_moved(against: Against) -> None:
    last = edits.set_text(
        BASE, BASE.body[1].children[0].id, " ".join(f"duty{n} falls on both sides." for n in range(60))
    )
    redline = compare(last, forgotten(edits.move(last, BASE.body[1].id, after=BASE.body[4].id), 5))
    assert (only(redline).kind, only(redline).old_label) == (RevisionKind.MOVED, "Article 2")
    assert redline.summary.moved == 1


def test_a_paragraph_taken_past_the_head_of_the_next_article_is_the_one_that_moved(against: Against) -> None:
    redline = against(edits.move(BASE, paragraph(4, 2).id, after=paragraph(5, 1).id))
    assert kinds(redline) == [(RevisionKind.MOVED, "Article 5(2)")]


def test_chapter_put_around_articles_moves_nothing(against: Against) -> None:
    around = Provision(
        ProvisionId(UUID(int=778)), Kind.CHAPTER, heading=Text("Basics"), children=BASE.body[:2]
    )
    redline = against(replace(BASE, body=(around, *BASE.body[2:])))
    assert only(redline).kind is RevisionKind.INSERTED
    assert {row.fate for row in redline.rows} == {Fate.KEPT, Fate.INSERTED}
    assert redline.decide(()).body == redline.decide(()).body
    assert [unit.kind for unit in redline.decide(()).body] == [Kind.ARTICLE] * 5


def test_changed_level_is_no_move_of_words(against: Against) -> None:
    redline = against(edits.demote(BASE, paragraph(2, 3).id))
    assert {row.fate for row in redline.rows} == {Fate.KEPT}
    assert redline.summary.inserted == redline.summary.deleted == 0


def test_unlike_paragraph_in_the_same_place_is_deleted_and_inserted() -> None:
    changed = forgotten(
        edits.set_text(BASE, paragraph(3, 2).id, "Nobody carries weapons outside of barracks."), 5
    )
    assert [kind for kind, _ in kinds(compare(BASE, changed))] == [
        RevisionKind.DELETED,
        RevisionKind.INSERTED,
    ]


def test_languages_must_agree() -> None:
    with pytest.raises(LanguagesDifferError, match="workbench concordance"):
        compare(BASE, build(language="lv"))


def test_labels_follow_the_language() -> None:
    old = build(language="lv")
    new = edits.set_text(old, old.body[1].children[0].id, "Pavisam citi vārdi šajā vietā.")
    assert compare(old, new).revisions[0].label == "2. pants 1. punkts"


def test_move_into_an_inserted_article_falls_with_it() -> None:
    born = Provision(ProvisionId(UUID(int=779)), Kind.ARTICLE, heading=Text("Guests"))
    changed = edits.insert_after(BASE, BASE.body[0].id, born)
    unit = paragraph(4, 1)
    changed = edits.insert_child(edits.delete(changed, unit.id), born.id, 0, unit)
    redline = compare(BASE, changed)
    inserted, moved = (next(r.number for r in redline.revisions if r.kind is kind)
                       for kind in (RevisionKind.INSERTED, RevisionKind.MOVED))  # fmt: skip
    assert redline.decide({moved}).body == BASE.body
    without_move = redline.decide({inserted})
    assert without_move.body[1].heading.plain == "Guests"
    assert without_move.find(unit.id) is not None


def test_deletion_waits_for_what_is_to_stay_inside() -> None:
    unit = paragraph(4, 1)
    changed = edits.move(BASE, unit.id, after=paragraph(1, 1).id)
    changed = edits.delete(changed, BASE.body[3].id)
    redline = compare(BASE, changed)
    deleted = next(r.number for r in redline.revisions if r.kind is RevisionKind.DELETED)
    assert redline.decide({deleted}).find(unit.id) is not None


def test_tables_are_compared_row_by_row(against: Against) -> None:
    def cell(n: int, words: str) -> Provision:
        return Provision(ProvisionId(UUID(int=n)), Kind.CELL, Text(words))

    def table(rows: tuple[tuple[str, str], ...], start: int) -> Provision:
        made = tuple(
            Provision(ProvisionId(UUID(int=start + 10 * n)), Kind.ROW,
                      children=tuple(cell(start + 10 * n + k + 1, w) for k, w in enumerate(row)))
            for n, row in enumerate(rows)
        )  # fmt: skip
        return Provision(ProvisionId(UUID(int=start + 5)), Kind.TABLE, children=made)

    old = edits.append_to_zone(
        BASE, Zone.BODY, table((("Item", "Price"), ("Boots", "12"), ("Tents", "90")), 5000)
    )
    new = edits.append_to_zone(
        BASE, Zone.BODY, table((("Item", "Price"), ("Boots", "14"), ("Ropes", "3"), ("Tents", "90")), 6000)
    )
    redline = compare(old, new)
    assert kinds(redline) == [
        (RevisionKind.REPLACED, "Table 1, row 2, cell 2"),
        (RevisionKind.INSERTED, "Table 1, row 3"),
    ]


def test_signing_stamps_every_revision() -> None:
    redline = compare(BASE, edits.delete(BASE, BASE.body[0].id)).signed("Ruritania", "2026-11-21")
    assert {(r.author, r.date) for r in redline.revisions} == {("Ruritania", "2026-11-21")}


def test_comparison_can_be_cancelled() -> None:
    class Impatient:
        def advance(self, done: int, total: int, what: str = "") -> None:
            """Nobody listens."""

        def cancelled(self) -> bool:
            return True

    with pytest.raises(Cancelled):
        compare(BASE, BASE, Options(), Impatient())
