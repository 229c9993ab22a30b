"""The law of amending: what a protocol is written from is what carrying it out brings."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.drafting.amending.revisions import versions
from workbench.agreement.states import States
from workbench.drafting.amending import amend, consolidate, same_text

STATES = States.load()
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]
LAW = settings(max_examples=25, deadline=None, derandomize=True, suppress_health_check=SLOW)
LONG = settings(max_examples=600, deadline=None, suppress_health_check=SLOW)


def hold(language: str, data: st.DataObject) -> None:
    """The law for one pair of versions."""
    old, new = data.draw(versions(language))
    assume(not same_text(old, new))
    amended = amend(old, new, states=STATES)
    assert amended.findings == ()
    result = consolidate(old, amended.draft.agreement)
    assert result.findings == ()
    assert result.applied == len(amended.instructions)
    assert same_text(result.agreement, new)


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
@LAW
@given(data=st.data())
def test_carrying_out_brings_the_new_text(language: str, data: st.DataObject) -> None:
    hold(language, data)


@pytest.mark.nightly
@pytest.mark.parametrize("language", ["en", "lv", "uk"])
@LONG
@given(data=st.data())
def test_it_does_for_many_more(language: str, data: st.DataObject) -> None:
    hold(language, data)
