"""Laws of drafting over arbitrary trees: references settle, values go in and come out, identities are new."""

from __future__ import annotations

from itertools import pairwise
from uuid import uuid4

from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from tests.agreement.strategies import agreements, drafts
from workbench.agreement.text import Placeholder, Text
from workbench.agreement.tree import Agreement, AgreementId, Draft
from workbench.drafting.assembly import with_identity
from workbench.drafting.placeholders import PlaceholderValueError, fill, placeholders, unfilled
from workbench.drafting.references import refresh

LAWS = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


@LAWS
@given(agreement=agreements())
def test_references_settle_at_once(agreement: Agreement) -> None:
    once = refresh(agreement)
    assert refresh(once) == once
    assert [unit.id for unit in once.walk()] == [unit.id for unit in agreement.walk()]


@LAWS
@given(agreement=agreements())
def test_a_copy_has_the_same_words_under_new_identities(agreement: Agreement) -> None:
    copy = with_identity(agreement, AgreementId(uuid4()))
    assert [unit.words for unit in copy.units()] == [unit.words for unit in agreement.units()]
    assert not {unit.id for unit in copy.walk()} & {unit.id for unit in agreement.walk()}


def overlapping(text: Text) -> bool:
    """Whether two placeholders share words, which no template and no editor makes."""
    places = text.of(Placeholder)
    return any(one[1] > other[0] for one, other in pairwise(places))


@LAWS
@given(draft=drafts(), data=st.data())
def test_what_is_filled_is_filled_everywhere(draft: Draft, data: st.DataObject) -> None:
    blanks = placeholders(draft)
    assume(blanks)
    assume(
        not any(
            overlapping(text)
            for unit in draft.agreement.walk()
            for text in (unit.heading, unit.text, unit.wrap_up)
        )
    )
    blank = data.draw(st.sampled_from(blanks))
    try:
        filled = fill(draft, blank.key, "12")
    except PlaceholderValueError:
        return
    assert blank.key not in {open_one.key for open_one in unfilled(filled)}
    assert filled.values[blank.key] == "12"
    assert fill(filled, blank.key, "12") == filled
