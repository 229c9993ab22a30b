"""Clauses of a precedent in a draft: adapted, at their level, with provenance, with nothing lost on the way."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.agreement.edits import NoSuchProvisionError, insert_child
from workbench.agreement.numbering import numbers
from workbench.agreement.source import SourceDocument
from workbench.agreement.text import CrossReference, Placeholder
from workbench.agreement.tree import Agreement, Draft, Kind, Provision, new_id
from workbench.drafting.assembly import new_draft
from workbench.drafting.final_provisions import basic_units, final_block
from workbench.drafting.insertion import (
    Inserted,
    NoArticleError,
    NothingToInsertError,
    Origin,
    insert,
)
from workbench.drafting.placeholders import fill, placeholders
from workbench.drafting.references import cite
from workbench.formats import akn, read
from workbench.recognition import recognise
from workbench.settings import data

ORIGIN = Origin(file="model.xml", sha256="ab" * 32, reader="akn 1")
INDUSTRY = "model-defence-industry"
CYBER = "model-cyber-defence"


@cache
def starter(name: str) -> Agreement:
    path = data("db", "starter", f"{name}.xml")
    return akn.from_bytes(path.read_bytes(), name=path.name).draft.agreement


@cache
def draft(language: str = "en", *parties: str) -> Draft:
    return new_draft("defence-cooperation", parties=parties or ("LV", "EE"), language=language)


def of_type(agreement: Agreement, key: str, kind: Kind = Kind.PARAGRAPH) -> Provision:
    return next(unit for unit in agreement.walk() if unit.kind is kind and key in unit.types)


def final(name: str) -> tuple[Agreement, Provision]:
    agreement = starter(name)
    return agreement, agreement.body[-1]


def put(target: Draft, source: Agreement, *clauses: Provision, **how: object) -> Inserted:
    return insert(target, clauses, source=source, origin=ORIGIN, **how)  # type: ignore[arg-type]  # a test passes on what it is given


def test_final_provisions_replace_the_final_block() -> None:
    source, article = final(INDUSTRY)
    target = draft()
    gone = final_block(target.agreement)
    assert len(gone) == 3
    inserted = put(target, source, article, as_final_provisions=True)
    after = inserted.draft.agreement
    assert not any(after.find(key) for key in gone)
    last = after.body[-1]
    assert last.id == inserted.provisions[0]
    assert last.heading.plain == "Final provisions"
    assert [unit.types for unit in last.children] == [unit.types for unit in article.children]
    assert after.closing == target.agreement.closing
    assert after.preamble == target.agreement.preamble
    assert "drafting.final-provisions-replaced" in {f.code for f in inserted.findings}


def test_given_a_paragraph_the_whole_article_comes() -> None:
    source, article = final(INDUSTRY)
    whole = put(draft(), source, article, as_final_provisions=True).draft.agreement
    part = put(draft(), source, article.children[2], article.children[3], as_final_provisions=True)
    assert [u.words for u in part.draft.agreement.body] == [u.words for u in whole.body]


def test_parties_are_adapted_and_the_change_recorded() -> None:
    source, article = final(INDUSTRY)
    inserted = put(draft(), source, article, as_final_provisions=True)
    words = inserted.draft.agreement.body[-1].words
    assert "Denmark" not in words
    assert "Portug" not in words
    origins = [u.provenance for u in inserted.draft.agreement.body[-1].walk() if u.provenance is not None]
    assert any("Denmark" in change.old for origin in origins for change in origin.changes)
    assert inserted.changes


def test_every_inserted_provision_knows_where_it_came_from() -> None:
    source, article = final(INDUSTRY)
    labels = numbers(source)
    inserted = put(draft(), source, article, as_final_provisions=True)
    last = inserted.draft.agreement.body[-1]
    for new, old in zip(last.walk(), article.walk(), strict=True):
        assert new.provenance is not None
        assert new.provenance.provision == old.id
        assert new.provenance.locator == labels[old.id].label
        assert (new.provenance.file, new.provenance.sha256) == (ORIGIN.file, ORIGIN.sha256)
        assert new.provenance.agreement == source.title_text
        assert new.provenance.agreement_id == source.id
        assert new.id != old.id


def test_references_inside_go_along_and_others_are_flagged() -> None:
    source, article = final(INDUSTRY)
    inserted = put(draft(), source, article, as_final_provisions=True)
    last = inserted.draft.agreement.body[-1]
    amendment = next(unit for unit in last.children if unit.types == ("amendment",))
    entry = next(unit for unit in last.children if unit.types == ("entry_into_force",))
    assert [r.target for _, _, r in amendment.text.of(CrossReference)] == [entry.id]
    assert "as provided in paragraph 1 of this Article" in amendment.text.plain
    survival = next(unit for unit in last.children if unit.types == ("survival",))
    assert [r.target for _, _, r in survival.text.of(CrossReference)] == [None]
    lost = [f for f in inserted.findings if f.code == "drafting.reference-lost-its-target"]
    assert {f.provision for f in lost} >= {survival.id}
    assert lost[0].locator == "Article 14(2)"


def test_references_of_the_draft_to_what_was_replaced_follow() -> None:
    target = draft()
    source = starter("model-classified-information")
    old_final = target.agreement.body[-1]
    entry = next(u for u in old_final.children if u.types == ("entry_into_force",))
    note = Provision(new_id(), Kind.PARAGRAPH, cite(target.agreement, entry.id))
    cited = Draft(insert_child(target.agreement, target.agreement.body[0].id, 0, note))
    inserted = put(cited, source, source.body[-1], as_final_provisions=True).draft.agreement
    reference = inserted.find(note.id)
    assert reference is not None
    new_entry = next(u for u in inserted.body[-1].children if u.types == ("entry_into_force",))
    assert reference.text.of(CrossReference)[0][2].target == new_entry.id
    assert reference.text.plain == "Article 14(1)"


def test_a_section_becomes_an_article_where_there_are_articles() -> None:
    source, section = final("model-training-memorandum")
    assert section.kind is Kind.SECTION
    inserted = put(draft(), source, section, as_final_provisions=True)
    assert inserted.draft.agreement.body[-1].kind is Kind.ARTICLE


def test_an_article_goes_behind_an_article_wherever_one_points() -> None:
    source = starter(INDUSTRY)
    article = of_type(source, "quality_assurance", Kind.ARTICLE)
    target = draft()
    fourth = target.agreement.body[3]
    for anchor in (fourth.id, fourth.children[1].id, fourth.children[0].children[0].id):
        after = put(target, source, article, after=anchor).draft.agreement
        assert after.body[4].heading.plain == "Government quality assurance"
        assert numbers(after)[after.body[5].id].printed == "Article 6"


def test_a_paragraph_goes_into_the_article_one_points_at() -> None:
    source = starter(INDUSTRY)
    paragraph = of_type(source, "quality_assurance")
    target = draft()
    fourth = target.agreement.body[3]
    at_end = put(target, source, paragraph, after=fourth.id).draft.agreement.body[3]
    assert at_end.children[-1].words == paragraph.words
    behind = put(target, source, paragraph, after=fourth.children[0].id).draft.agreement.body[3]
    assert [len(unit.children) for unit in behind.children] == [7, 0, 0]
    behind_point = put(target, source, paragraph, after=fourth.children[0].children[3].id)
    assert behind_point.draft.agreement.body[3].children[1].words == paragraph.words


def test_a_loose_paragraph_becomes_an_article_under_its_old_heading() -> None:
    source = starter(INDUSTRY)
    target = draft()
    after = put(target, source, of_type(source, "quality_assurance")).draft.agreement
    assert len(basic_units(after)) == len(basic_units(target.agreement)) + 1
    assert after.body[-1].heading.plain == "Government quality assurance"


def test_a_recital_goes_to_the_recitals() -> None:
    source = starter(INDUSTRY)
    recital = source.of_kind(Kind.RECITAL)[0]
    after = put(draft(), source, recital).draft.agreement
    kinds = [unit.kind for unit in after.preamble]
    assert kinds.count(Kind.RECITAL) == 6
    assert kinds[-1] is Kind.AGREEING_FORMULA


def test_several_clauses_keep_their_order() -> None:
    source = starter(INDUSTRY)
    chosen = source.body[7:10]
    after = put(draft(), source, *chosen, after=draft().agreement.body[0].id).draft.agreement
    assert [u.heading.plain for u in after.body[1:4]] == [u.heading.plain for u in chosen]


def test_placeholders_stay_placeholders() -> None:
    source = new_draft("long-term-support", parties=["NO", "UA"]).agreement
    inserted = put(draft(), source, source.body[-1], as_final_provisions=True).draft
    assert "renewal-notice" in {blank.key for blank in placeholders(inserted)}
    assert "twelve (12) months" in fill(inserted, "notice", "12").agreement.body[-1].words


def test_a_value_the_draft_has_fills_what_comes_along() -> None:
    source = new_draft("long-term-support", parties=["NO", "UA"]).agreement
    target = fill(draft(), "notice", "12")
    last = put(target, source, source.body[-1], as_final_provisions=True).draft.agreement.body[-1]
    assert "twelve (12) months after" in last.words
    assert "[six (6)] months before" in last.words


def test_decisions_of_another_template_do_not_come_along() -> None:
    source = new_draft("long-term-support", parties=["NO", "UA"]).agreement
    placed = put(draft(), source, *source.body[-1].children, after=draft().agreement.body[-1].id)
    final = placed.draft.agreement.body[-1]
    labels = numbers(placed.draft.agreement)
    shown = [labels[unit.id].number for unit in final.children]
    assert shown == [str(n) for n in range(1, len(final.children) + 1)]


def test_without_clauses_or_articles_there_is_a_clear_error() -> None:
    source = starter(INDUSTRY)
    with pytest.raises(NothingToInsertError):
        insert(draft(), (), source=source, origin=ORIGIN)
    with pytest.raises(NoArticleError):
        put(draft(), source, source.of_kind(Kind.RECITAL)[0], as_final_provisions=True)
    with pytest.raises(NoSuchProvisionError):
        put(draft(), source, source.body[0], after=new_id())


def test_latvian_final_provisions_are_declined() -> None:
    source, article = final(CYBER)
    target = draft("lv", "Igaunijas Republika", "Ukraina")
    inserted = put(target, source, article, as_final_provisions=True)
    words = inserted.draft.agreement.body[-1].words
    assert "Līgums stājas spēkā" in words
    assert "Vienošan" not in words
    assert "šā panta 1. punktā" in words


def test_a_draft_with_inserted_clauses_is_written_and_read_without_loss() -> None:
    source, article = final(INDUSTRY)
    inserted = put(draft(), source, article, as_final_provisions=True).draft
    assert akn.from_bytes(akn.to_bytes(inserted), name="d.xml").draft.agreement == inserted.agreement
    assert not akn.validate(akn.to_bytes(inserted))


CLAUSES = [
    (name, unit.id)
    for name in (INDUSTRY, "model-classified-information", "model-training-memorandum")
    for unit in starter(name).walk()
    if unit.kind in (Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH, Kind.POINT, Kind.RECITAL)
]
ANCHORS = [
    unit.id for unit in draft().agreement.walk() if unit.kind in (Kind.ARTICLE, Kind.PARAGRAPH, Kind.POINT)
]


@settings(max_examples=60, deadline=None)
@given(which=st.sampled_from(CLAUSES), after=st.sampled_from(ANCHORS))
def test_anything_can_be_put_anywhere(which: tuple[str, object], after: object) -> None:
    source = starter(which[0])
    clause = next(unit for unit in source.walk() if unit.id == which[1])
    target = draft()
    inserted = put(target, source, clause, after=after)
    agreement = inserted.draft.agreement
    ids = [unit.id for unit in agreement.walk()]
    assert len(ids) == len(set(ids))
    assert len(ids) == len(list(target.agreement.walk())) + len(list(clause.walk()))
    assert agreement.find(inserted.provisions[0]) is not None
    assert not set(ids) & {unit.id for unit in source.walk()}
    assert [u.id for u in agreement.walk() if u.provenance is None] == [u.id for u in target.agreement.walk()]
    for unit in agreement.walk():
        for _, _, reference in unit.text.of(CrossReference):
            assert reference.target is None or reference.target in set(ids)


def recognised(path: Path) -> Agreement:
    source = read(path)
    assert isinstance(source, SourceDocument)
    return recognise(source).agreement


def test_the_real_english_final_provisions(seeds: Path) -> None:
    source = recognised(seeds / "000_18a1356845d804e3.txt")
    article = source.body[-1]
    inserted = put(draft(), source, article.children[3], as_final_provisions=True)
    last = inserted.draft.agreement.body[-1]
    assert len(last.children) == 8
    assert "Ukrain" not in last.words
    assert "the Estonian and Latvian legislations" in last.words
    assert last.provenance is not None
    assert last.provenance.locator == "Article 6"


def test_the_real_latvian_final_provisions(seeds: Path) -> None:
    source = recognised(seeds / "001_ca71e34cc132b70a.txt")
    target = draft("lv", "Latvijas Republika", "Igaunijas Republika")
    inserted = put(target, source, source.body[-1], as_final_provisions=True)
    last = inserted.draft.agreement.body[-1]
    assert last.kind is Kind.ARTICLE
    particular = [f for f in inserted.findings if f.severity == "error"]
    assert len({f.provision for f in particular}) == 2
    for unit in last.children:
        if "Ukrain" in unit.words:
            assert unit.id in {f.provision for f in particular}
    assert not any(Placeholder in {type(m.value) for m in u.text.marks} for u in last.walk())
