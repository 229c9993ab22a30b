"""What stands over an annex: an only one has no number."""

from __future__ import annotations

import pytest

from workbench.agreement.numbering import numbers
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, new_id


@pytest.mark.parametrize(
    ("language", "only", "first"),
    [
        ("en", "Annex", "Annex 1"),
        ("lv", "Pielikums", "1. pielikums"),
        ("uk", "Додаток", "Додаток 1"),
    ],
)
def test_an_only_annex_has_no_number_and_a_capital(language: str, only: str, first: str) -> None:
    annexes = tuple(Provision(new_id(), Kind.ANNEX) for _ in range(2))
    one = Agreement(AgreementId(new_id()), language, annexes=annexes[:1])
    two = Agreement(AgreementId(new_id()), language, annexes=annexes)
    assert [numbers(one)[annexes[0].id].printed, numbers(two)[annexes[0].id].printed] == [only, first]
