"""A patch carries one root to the next, whatever lies between them, and no more than was changed."""

from __future__ import annotations

import pickle

from hypothesis import HealthCheck, given, settings

from tests.agreement.strategies import agreements
from workbench.agreement import edits
from workbench.agreement.patches import Row, difference, patched
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, Zone, new_id

_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=40, deadline=None, suppress_health_check=_SLOW)
@given(old=agreements(), new=agreements())
def test_any_root_can_follow_any_other(old: Agreement, new: Agreement) -> None:
    assert patched(old, difference(old, new)) == new


@settings(max_examples=40, deadline=None, suppress_health_check=_SLOW)
@given(agreement=agreements())
def test_every_single_edit_is_carried_over(agreement: Agreement) -> None:
    here = there = agreement
    for unit in list(agreement.walk())[:12]:
        if here.find(unit.id) is None:
            continue
        for following in (edits.set_text(here, unit.id, "other words"), edits.delete(here, unit.id)):
            patch = pickle.loads(pickle.dumps(difference(here, following)))
            there, here = patched(there, patch), following
            assert there == here


def test_a_key_press_sends_one_paragraph_and_shares_the_rest() -> None:
    def article() -> Provision:
        rows = tuple(
            Provision(new_id(), Kind.PARAGRAPH, Text("The Parties shall meet. " * 9)) for _ in "abcd"
        )
        return Provision(new_id(), Kind.ARTICLE, heading=Text("Meetings"), children=rows)

    old = Agreement(AgreementId(new_id()), "en", body=tuple(article() for _ in range(200)))
    changed = edits.set_text(old, old.body[120].children[2].id, "The Parties shall not meet.")
    patch = difference(old, changed)
    assert len(pickle.dumps(patch)) < 4000
    assert patch.zones[Zone.TITLE] == Row(0, 0, ())
    followed = patched(old, patch)
    assert followed.body[119] is old.body[119]
    assert followed.body[120].children[1] is old.body[120].children[1]
