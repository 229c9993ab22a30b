"""Gaps against a precedent, each with its place, and closed by inserting."""

from __future__ import annotations

from functools import cache

from workbench.actions.gaps import analyse_gaps, close_gap
from workbench.agreement.edits import delete
from workbench.agreement.tree import Agreement, Draft, Kind
from workbench.checks.clause_gaps import clause_types, gaps
from workbench.drafting.assembly import new_draft
from workbench.drafting.gaps import against_template, against_usual, analyse, missing
from workbench.drafting.insertion import Origin, insert
from workbench.formats import akn
from workbench.settings import data


@cache
def starter(name: str) -> Agreement:
    path = data("db", "starter", f"{name}.xml")
    return akn.from_bytes(path.read_bytes(), name=path.name).draft.agreement


def test_what_the_draft_lacks_in_the_order_of_the_precedent() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"]).agreement
    found = missing(draft, starter("model-defence-industry"))
    types = [gap.type for gap in found]
    assert {"procurement", "quality_assurance", "taxes_customs"} <= set(types)
    assert "entry_into_force" not in types
    assert [gap.label for gap in found][:1] == ["Article 1(2)"]
    labels = [gap.label for gap in found if gap.clause.kind is Kind.ARTICLE]
    assert labels == sorted(labels, key=lambda label: int(label.split()[1]))


def test_inserting_every_gap_closes_them_all() -> None:
    source = starter("model-defence-industry")
    draft = new_draft("defence-cooperation", parties=["LV", "EE"])
    for gap in missing(draft.agreement, source):
        origin = Origin(file="model.xml", sha256="0" * 64)
        draft = insert(draft, (gap.clause,), source=source, origin=origin, after=gap.after).draft
    assert not missing(draft.agreement, source)
    assert not gaps(draft.agreement, source).missing


def test_a_deleted_clause_is_offered_where_it_stood() -> None:
    whole = new_draft("defence-cooperation", parties=["LV", "EE"])
    final = whole.agreement.body[-1]
    survival = next(unit for unit in final.children if unit.types == ("survival",))
    without = Draft(delete(whole.agreement, survival.id))
    [gap] = missing(without.agreement, whole.agreement)
    assert gap.type == "survival"
    assert gap.after == final.children[final.children.index(survival) - 1].id
    assert "survival" not in clause_types(without.agreement)


def test_nothing_is_missing_against_itself() -> None:
    source = starter("model-cyber-defence")
    assert not missing(source, source)
    assert not gaps(source, source).extra


def test_missing_extra_and_different_at_once() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"]).agreement
    found = analyse(draft, starter("model-defence-industry"))
    assert found.missing == missing(draft, starter("model-defence-industry"))
    assert "status_of_forces" in {key for key, _ in found.extra}
    assert {one.type for one in found.different} >= {"dispute_settlement", "termination"}
    shares = [one.alike for one in found.different]
    assert shares == sorted(shares)
    assert all(0 <= share < 1 for share in shares)


def test_a_draft_has_no_gap_against_its_own_template() -> None:
    draft = new_draft("defence-cooperation", parties=["LV", "EE"], language="lv").agreement
    found = against_template(draft, "defence-cooperation")
    assert found.missing == ()
    assert found.extra == ()


def test_the_usual_set_is_put_back_in_the_names_of_the_parties() -> None:
    for language in ("en", "lv", "uk"):
        draft = new_draft("defence-cooperation", parties=["LV", "EE"], language=language)
        disputes = next(unit for unit in draft.agreement.body if "dispute_settlement" in unit.types)
        without = Draft(delete(draft.agreement, disputes.id))
        (gap,) = against_usual(without.agreement).missing
        assert gap.type == "dispute_settlement"
        analysis = analyse_gaps(without.agreement)
        closed = close_gap(without, gap, analysis)
        assert against_usual(closed.draft.agreement).missing == ()
        headings = [unit.heading.plain for unit in closed.draft.agreement.body]
        assert headings == [unit.heading.plain for unit in draft.agreement.body]
