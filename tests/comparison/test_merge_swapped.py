"""A merge does not ask who is called ours: the laws on small texts that both sides pull about.

Few provisions and many edits, so that both sides meet: what one moves into what the other moves, divides what
the other takes out, puts in beside what the other puts in.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from uuid import UUID

import pytest

from tests.comparison.edited import forgotten, hung
from tests.comparison.test_merge_laws import disputes, random_id, words
from tests.comparison.test_redline_laws import assert_well_formed
from workbench.agreement import edits
from workbench.agreement.text import Alternative, Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, Zone
from workbench.comparison.merging import Choice, Delegations, Merged, Settlement, merge, settled

THERE, BACK = Delegations("Ruritania", "Syldavia"), Delegations("Syldavia", "Ruritania")
VOCABULARY = [f"{a}{b}" for a in "bdfgklmnprstv" for b in ("a", "en", "ior", "ut", "esk", "all", "om", "id")]
HEADED = (Kind.CHAPTER, Kind.ARTICLE)
EDITS = (
    "word", "word", "insert", "delete", "move", "move", "hang", "hang", "wrap", "split", "merge", "same",
)  # fmt: skip

Tree = Counter[tuple[Kind, tuple[str, str], object]]


def small(random: Random) -> Agreement:
    def article() -> Provision:
        points = (tuple(born(random, Kind.POINT) for _ in range(random.choice((0, 0, 2)))) for _ in range(3))
        row = [born(random, Kind.PARAGRAPH, below) for below in points]
        return born(random, Kind.ARTICLE, tuple(row[: random.randint(0, 3)]))

    def chapter() -> Provision:
        return born(random, Kind.CHAPTER, tuple(article() for _ in range(random.randint(0, 3))))

    body = (chapter() if random.random() < 0.3 else article() for _ in range(random.randint(1, 4)))
    return Agreement(AgreementId(UUID(int=1)), "en", body=tuple(body))


def born(random: Random, kind: Kind, below: tuple[Provision, ...] = ()) -> Provision:
    heading = " ".join(random.choices(VOCABULARY, k=2)) if kind in HEADED else ""
    text = "" if heading else " ".join(random.choices(VOCABULARY, k=random.randint(4, 12))).capitalize() + "."
    return Provision(random_id(random), kind, Text(text), Text(heading), below)


def pulled_about(agreement: Agreement, random: Random) -> Agreement:
    """One edit; the same text where it cannot be made there."""
    units = list(agreement.walk())
    if not units:
        return agreement
    unit, other = random.choice(units), random.choice(units)
    try:
        match random.choice(EDITS):
            case "word":
                row = unit.text.plain.split(" ")
                at = random.randrange(len(row))
                row[at : at + random.randint(0, 2)] = random.choices(VOCABULARY, k=random.randint(0, 2))
                return edits.set_text(agreement, unit.id, " ".join(row))
            case "insert":
                return edits.insert_after(agreement, unit.id, born(random, unit.kind))
            case "same":  # what the other side may put in too
                new = born(Random(len(agreement.body)), unit.kind)
                return edits.insert_after(agreement, unit.id, edits.with_new_ids(new))
            case "delete":
                return edits.delete(agreement, unit.id)
            case "move":
                return edits.move(agreement, unit.id, after=other.id)
            case "hang":
                return hung(agreement, unit, other.id)
            case "wrap":
                heading = Text(random.choice(VOCABULARY))
                around = Provision(random_id(random), Kind.CHAPTER, heading=heading, children=(unit,))
                return edits.update(agreement, unit.id, lambda _: (around,))
            case "split":
                return edits.split(agreement, unit.id, random.randint(0, len(unit.text)))[0]
            case _:
                return edits.merge_with_previous(agreement, unit.id)
    except edits.EditError:
        return agreement


def three(seed: int) -> tuple[Agreement, Agreement, Agreement]:
    random = Random(seed)
    base = small(random)
    sides = []
    for _ in range(2):
        side = base
        for _ in range(random.randint(0, 5)):
            side = pulled_about(side, random)
        sides.append(forgotten(side, random.getrandbits(60)) if random.random() < 0.3 else side)
    return base, sides[0], sides[1]


@pytest.mark.parametrize("seed", range(0, 300, 30))
def test_swapping_the_sides_swaps_the_wordings(seed: int) -> None:
    for one in range(seed, seed + 30):
        check(one)


@pytest.mark.nightly
@pytest.mark.timeout(3600)
@pytest.mark.parametrize("seed", range(1000, 21000, 1000))
def test_the_laws_hold_for_many_small_texts(seed: int) -> None:
    for one in range(seed, seed + 1000):
        check(one)


def check(seed: int) -> None:
    base, ours, theirs = three(seed)
    there, back = merge(base, ours, theirs, THERE), merge(base, theirs, ours, BACK)
    swapped = Counter((before, one, another) for before, another, one in disputes(there).elements())
    assert disputes(back) == swapped, seed
    assert back.clean == there.clean, seed
    assert words(back.agreement) == words(there.agreement), seed
    assert_well_formed(there.agreement)
    assert groups(there.agreement) == {conflict.group for conflict in there.conflicts}, seed
    assert {conflict.unit for conflict in there.conflicts} <= {unit.id for unit in there.agreement.walk()}
    for choice, other in ((Choice.OURS, Choice.THEIRS), (Choice.THEIRS, Choice.OURS)):
        one, another = settle(there, choice, THERE), settle(back, other, BACK)
        assert tree(one) == tree(another), seed
        assert not groups(one), seed
        side, rest = (ours, theirs) if choice is Choice.OURS else (theirs, ours)
        lost = words(side) - words(base) - words(one)
        assert lost <= words(rest), (seed, lost)


def settle(merged: Merged, choice: Choice, delegations: Delegations) -> Agreement:
    settlements = {conflict.group: Settlement(choice) for conflict in merged.conflicts}
    return settled(merged.agreement, delegations, settlements)


def groups(agreement: Agreement) -> set[str]:
    """All groups of alternatives that stand in a text."""
    texts = (text for unit in agreement.walk() for text in (unit.heading, unit.text, unit.wrap_up))
    marked = {value.group for text in texts for _, _, value in text.of(Alternative)}
    return marked | {unit.choice for unit in agreement.walk() if unit.choice}


def tree(agreement: Agreement) -> Tree:
    """Every provision with what it stands under; what both put in one place may stand in either order."""
    found: Tree = Counter()

    def add(row: tuple[Provision, ...], above: object) -> None:
        for unit in row:
            own = unit.heading.plain, unit.text.plain
            found[unit.kind, own, above] += 1
            add(unit.children, own)

    for zone in Zone:
        add(agreement.zone(zone), zone)
    return found
