"""The laws of our AKN files: nothing is lost, the bytes are stable, every file is valid."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.agreement.strategies import drafts
from workbench.agreement.tree import Draft
from workbench.formats import akn

LAWFUL = settings(
    max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@LAWFUL
@given(drafts())
def test_a_draft_survives_its_file_whole_and_the_file_is_valid(draft: Draft) -> None:
    data = akn.to_bytes(draft)
    assert akn.validate(data) == []
    back = akn.from_bytes(data, name="draft.xml")
    assert back.draft == draft
    assert akn.to_bytes(back.draft) == data
