"""Running the rules: what is open, what is set aside, in which order, by which names."""

from __future__ import annotations

from tests.checks.texts import agreement, article, found, unit
from workbench.agreement.text import Mark, Placeholder, Text
from workbench.agreement.tree import Kind, Provision, new_id
from workbench.checks import RULES, check, fingerprint, kinds


def test_what_is_open_in_a_draft() -> None:
    blank = Text("at [place]", (Mark(3, 10, Placeholder("place", "place of signature")),))
    alternatives = (
        unit(Kind.PARAGRAPH, "Either.", choice="entry"),
        unit(Kind.PARAGRAPH, "Or.", choice="entry"),
        unit(Kind.PARAGRAPH, "Perhaps.", optional=True),
        unit(Kind.PARAGRAPH),
    )
    where = agreement(
        Provision(new_id(), Kind.ARTICLE, heading=Text("H"), children=alternatives), article(blank, blank)
    )
    told = [f.code for f in check(where)]
    for code in ("placeholder-unfilled", "choice-open", "optional-undecided", "empty-provision"):
        assert told.count(f"checks.{code}") == 1, code


def test_findings_can_be_dismissed_and_rules_switched_off() -> None:
    where = agreement(article("for ten (12) years"))
    [finding] = found(where, "number-and-word")
    assert not found(where, "number-and-word", dismissed={fingerprint(finding): "agreed so"})
    assert not found(where, "number-and-word", without=["numbers"])


def test_gravest_first_and_in_document_order() -> None:
    where = agreement(article("two  spaces", "for ten (12) years"), article("and six (7) days"))
    told = check(where)
    assert [f.severity for f in told] == sorted(
        (f.severity for f in told), key=["error", "warning", "info"].index
    )
    assert [f.locator for f in told if f.code == "checks.number-and-word"] == ["Article 1(2)", "Article 2(1)"]


def test_every_kind_is_declared_once_and_renders() -> None:
    declared = kinds()
    assert len({kind.code for kind in declared}) == len(declared) > 25
    assert all(kind.code.startswith(("checks.", "residue.")) for kind in declared)
    assert len(RULES) > 20
