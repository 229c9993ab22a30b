"""The pairs of agreements over which the laws of a written redline are tried, whatever the format.

A few in every run and a thousand at night: both tests of a format are made of one check.
"""

from __future__ import annotations

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.comparison.edited import pairs, strangers
from workbench.agreement.tree import Agreement

Check = Callable[[tuple[Agreement, Agreement]], None]
ANY_PAIR = st.one_of(pairs(), pairs(), strangers())
QUICK = settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
_LONG = settings(QUICK, max_examples=1000)


def for_some_pairs(check: Check) -> Callable[[], None]:
    """A test that holds a check to a few pairs."""
    return QUICK(given(ANY_PAIR)(check))


def for_many_pairs(check: Check) -> Callable[[], None]:
    """A test of the night that holds a check to very many."""
    night: Callable[[], None] = pytest.mark.nightly(pytest.mark.timeout(3600)(_LONG(given(ANY_PAIR)(check))))
    return night
