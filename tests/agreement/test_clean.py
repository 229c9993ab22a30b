"""What may leave the desk: every word, and nothing that was only meant for it."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.agreement.strategies import agreements
from workbench.agreement.clean import clean
from workbench.agreement.text import Comment, Placeholder
from workbench.agreement.tree import Agreement


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(agreements())
def test_cleaning_changes_no_word_and_leaves_nothing_internal(agreement: Agreement) -> None:
    cleaned = clean(agreement)
    assert clean(cleaned) == cleaned
    before, after = list(agreement.walk()), list(cleaned.walk())
    assert [unit.words for unit in before] == [unit.words for unit in after]
    assert [(unit.id, unit.kind, unit.printed) for unit in before] == [
        (unit.id, unit.kind, unit.printed) for unit in after
    ]
    for unit in after:
        assert not unit.note
        assert unit.provenance is None
        assert unit.confidence == 1.0
        for text in (unit.text, unit.heading, unit.wrap_up):
            assert not text.of(Comment)
            assert not any(value.help or value.default for _, _, value in text.of(Placeholder))
