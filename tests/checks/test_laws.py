"""Whatever a tree holds, the checks read it: no error, every finding in its place and sayable."""

from __future__ import annotations

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agreement.strategies import agreements
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Register
from workbench.checks import check, fingerprint, gaps


@cache
def states() -> States:
    return States.load()


@settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(agreement=agreements(), profile=st.sampled_from([None, *Register]))
def test_any_agreement_can_be_checked(agreement: Agreement, profile: Register | None) -> None:
    findings = check(agreement, profile=profile, states=states())
    ids = {unit.id for unit in agreement.walk()}
    for finding in findings:
        assert finding.message
        assert finding.provision in ids or not ids
    assert check(agreement, profile=profile, states=states()) == findings
    set_aside = {fingerprint(finding): "seen" for finding in findings}
    assert not check(agreement, profile=profile, states=states(), dismissed=set_aside)


@settings(
    max_examples=6, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)
@given(agreement=agreements(), other=agreements())
def test_gaps_split_the_types_of_two_texts(agreement: Agreement, other: Agreement) -> None:
    found = gaps(agreement, other)
    missing, extra = {key for key, _ in found.missing}, {key for key, _ in found.extra}
    shared = {key for key, _, _ in found.shared}
    assert not missing & extra
    assert not shared & (missing | extra)
    assert {key for key, _ in gaps(other, agreement).missing} == extra
