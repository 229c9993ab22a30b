"""The laws of a merge, over arbitrary trees and edits of both sides."""

from __future__ import annotations

import re
from collections import Counter
from random import Random

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.agreement.strategies import agreements
from tests.comparison.edited import edited, forgotten
from tests.comparison.test_redline_laws import assert_well_formed
from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId
from workbench.comparison import compare
from workbench.comparison.merging import Merged, merge

Three = tuple[Agreement, Agreement, Agreement]
QUICK = settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
LONG = settings(QUICK, max_examples=1500)


@st.composite
def threes(draw: st.DrawFn) -> Three:
    """A base and what two sides made of it; often they have lost its identities."""
    base = draw(agreements())
    sides = []
    for _ in range(2):
        side = base
        for _ in range(draw(st.integers(0, 4))):
            side = draw(edited(side))
        if draw(st.booleans()):
            side = forgotten(side, draw(st.integers(0, 2**64)))
        sides.append(side)
    return base, sides[0], sides[1]


@QUICK
@given(threes())
def test_the_laws_hold(three: Three) -> None:
    check(three)


@pytest.mark.nightly
@pytest.mark.timeout(3600)
@LONG
@given(threes())
def test_the_laws_hold_for_many(three: Three) -> None:
    check(three)


def check(three: Three) -> None:
    base, ours, theirs = three
    assert merge(base, base, theirs).agreement == theirs
    assert merge(base, ours, base).agreement == ours
    assert merge(base, ours, ours).agreement == ours
    assert merge(base, base, base).clean == 0
    merged = merge(base, ours, theirs)
    assert_well_formed(merged.agreement)
    assert merge(base, ours, theirs) == merged, "merging twice gives the same"
    other = merge(base, theirs, ours)
    assert disputes(other) == Counter(
        (before, one, another) for before, another, one in disputes(merged).elements()
    )
    assert other.clean == merged.clean
    assert words(other.agreement) == words(merged.agreement), "whoever is called ours"
    have = words(merged.agreement)
    for one, another in ((ours, theirs), (theirs, ours)):
        new = words(one) - words(base)
        if not new <= have:
            # A word both added once each may stand once: both said the same.
            assert new - have <= words(another), sorted((new - have).items())
    # What neither took out is there; of a sentence that stands twice either may take out another copy.
    mine, yours = words(ours) & words(base), words(theirs) & words(base)
    kept = (mine + yours) - words(base)
    assert kept <= have, sorted((kept - have).items())


def disputes(merged: Merged) -> Counter[tuple[str, str, str]]:
    """What stood in each disputed place, and what either side wants there."""
    return Counter((conflict.before, conflict.ours, conflict.theirs) for conflict in merged.conflicts)


def words(agreement: Agreement) -> Counter[str]:
    """Every word of an agreement, counted; brackets are no words."""
    return Counter(word for unit in agreement.units() for word in re.findall(r"[^\W\d_]+|\d+", unit.words))


# The same on texts that look like agreements, where both sides' work can be told apart word by word ---------


def drafted(random: Random) -> Agreement:
    from tests.comparison.test_compare import BASE, build

    vocabulary = [f"{a}{b}" for a in "bdfgklmnprstv" for b in ("a", "en", "ior", "ut", "esk", "all")]
    topics = tuple(
        (f"Topic {n}", *(sentence(random, vocabulary) for _ in range(random.randint(1, 5)))) for n in range(8)
    )
    assert BASE.language == "en"
    return build(topics)


def sentence(random: Random, vocabulary: list[str]) -> str:
    return " ".join(random.choices(vocabulary, k=random.randint(8, 40))).capitalize() + "."


def worked_on(agreement: Agreement, random: Random, side: str, number: int) -> tuple[Agreement, set[str]]:
    """The text after edits of one side, and the words that only this side uses."""
    said: set[str] = set()
    for step in range(number):
        word = f"{side}{step}word"
        paragraphs = [u for u in agreement.walk() if u.kind is Kind.PARAGRAPH]
        articles = [u for u in agreement.walk() if u.kind is Kind.ARTICLE]
        unit, article = random.choice(paragraphs), random.choice(articles)
        match random.choice(("word", "word", "word", "paragraph", "article", "move", "delete", "split")):
            case "word":
                row = unit.text.plain.split(" ")
                row[random.randrange(len(row))] = word
                agreement = edits.set_text(agreement, unit.id, " ".join(row))
                said.add(word)
            case "paragraph":
                new = Provision(ProvisionId(random_id(random)), Kind.PARAGRAPH, Text(f"Here {word} stands."))
                agreement = edits.insert_after(agreement, unit.id, new)
                said.add(word)
            case "article":
                new = Provision(ProvisionId(random_id(random)), Kind.ARTICLE, heading=Text(word))
                agreement = edits.insert_after(agreement, article.id, new)
                said.add(word)
            case "move":
                agreement = edits.move_by(agreement, article.id, random.choice((-2, 2)))
            case "delete":
                agreement = edits.delete(agreement, unit.id)
            case _ if len(unit.text.plain.split()) > 6:
                at = unit.text.plain.index(" ", len(unit.text) // 2)
                agreement = edits.split(agreement, unit.id, at)[0]
    return agreement, said & set(words(agreement))


def random_id(random: Random) -> ProvisionId:
    from uuid import UUID

    return ProvisionId(UUID(int=random.getrandbits(128), version=4))


@pytest.mark.parametrize("seed", range(60))
def test_nothing_of_either_side_is_lost(seed: int) -> None:
    random = Random(seed)
    base = drafted(random)
    ours, mine = worked_on(base, random, "our", random.randint(1, 12))
    theirs, yours = worked_on(base, random, "their", random.randint(1, 12))
    if seed % 2:
        ours, theirs = forgotten(ours, 1), forgotten(theirs, 2)
    merged = merge(base, ours, theirs)
    assert mine | yours <= set(words(merged.agreement))
    assert_well_formed(merged.agreement)
    if not merged.conflicts:
        # Without a dispute the merged text differs from each side by no more than the other side's work.
        theirs_work = compare(base, theirs).summary
        if theirs_work.inserted + theirs_work.deleted + theirs_work.moved == 0:
            assert compare(ours, merged.agreement).summary.moved == 0
