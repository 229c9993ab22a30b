"""The laws of our AKN files: nothing is lost, the bytes are stable, every file is valid, clean means clean."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings

from tests.agreement.strategies import drafts
from workbench.agreement.clean import clean
from workbench.agreement.tree import Draft
from workbench.formats import akn

HEALTH = [HealthCheck.too_slow, HealthCheck.data_too_large]
LAWFUL = settings(max_examples=40, deadline=None, suppress_health_check=HEALTH)
THOROUGH = settings(max_examples=1500, deadline=None, suppress_health_check=HEALTH)


def holds(draft: Draft) -> None:
    data = akn.to_bytes(draft)
    assert akn.validate(data) == []
    back = akn.from_bytes(data, name="draft.xml")
    assert back.draft == draft
    assert akn.to_bytes(back.draft) == data
    assert not [
        f for f in back.findings if f.code in ("akn.not-valid", "akn.record-damaged", "akn.unknown-markup")
    ]


@LAWFUL
@given(drafts())
def test_a_draft_survives_its_file_whole_and_the_file_is_valid(draft: Draft) -> None:
    holds(draft)


@pytest.mark.nightly
@THOROUGH
@given(drafts())
def test_many_drafts_survive_their_files(draft: Draft) -> None:
    holds(draft)


@LAWFUL
@given(drafts())
def test_every_provision_has_an_eid_of_its_own(draft: Draft) -> None:
    names = akn.eids(draft.agreement)
    assert set(names) == {unit.id for unit in draft.agreement.walk()}
    assert len(set(names.values())) == len(names)


@settings(max_examples=15, deadline=None, suppress_health_check=HEALTH)
@given(drafts())
def test_a_clean_file_is_valid_and_holds_the_clean_agreement(draft: Draft) -> None:
    data = akn.to_bytes(draft, clean=True)
    assert akn.validate(data) == []
    assert akn.from_bytes(data, name="clean.xml").draft == Draft(
        clean(draft.agreement), first_ids=draft.first_ids
    )
