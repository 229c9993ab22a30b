"""What goes through a whole text is told once, and what only resembles a slip not at all."""

from __future__ import annotations

import pytest

from tests.checks.texts import LATVIA, NORWAY, agreement, article, found, unit
from workbench.agreement.fixes import apply
from workbench.agreement.text import Bracket, Mark, Text
from workbench.agreement.tree import Agreement, Kind, NumberingScheme, Provision, new_id


def disputed(plain: str, *words: str) -> Text:
    marks = tuple(Mark(plain.index(word), plain.index(word) + len(word), Bracket()) for word in words)
    return Text(plain, marks)


def test_brackets_are_told_once_for_each_provision() -> None:
    first = disputed("The Parties [shall][should] meet [twice] a year.", "[shall]", "[should]", "[twice]")
    where = agreement(article(first, disputed("They [may] vote.", "[may]"), "They sit in Riga."))
    told = found(where, "brackets-open")
    assert [finding.quote for finding in told] == ["[shall]", "[may]"]
    assert "2 more places" in told[0].message
    assert "more" not in told[1].message


def test_the_sign_of_a_note_is_no_disputed_wording() -> None:
    assert not found(agreement(article(disputed("It was signed [*] in Riga.", "[*]"))), "brackets-open")


def test_square_brackets_round_several_provisions() -> None:
    where = agreement(article("[The Parties shall meet.", "They shall vote.]", "They sit in Riga."))
    assert not found(where, "unpaired-mark")
    assert len(found(agreement(article("[The Parties meet.", "They vote.")), "unpaired-mark")) == 1
    assert len(found(agreement(article("The Parties meet.]", "[They vote.")), "unpaired-mark")) == 2


def test_a_typists_two_spaces_are_told_and_mended_once() -> None:
    rows = tuple(f"They meet in room {n}.  They vote there." for n in range(5))
    where = agreement(article(*rows, "They  sit."))
    [habit] = found(where, "double-space-behind-sentences")
    [slip] = found(where, "double-space")
    assert "5 times" in habit.message
    assert slip.quote == "They  sit."
    mended = apply(apply(where, habit.fixes[0]), slip.fixes[0])
    assert not found(mended, "double-space-behind-sentences") + found(mended, "double-space")


def test_many_unused_abbreviations_are_told_in_one() -> None:
    names = ("Joint Ice Group (JIG)", "Harbour Pilot List (HPL)", "Sea Rescue Plan (SRP)", "Buoy Fund (BUF)")
    where = agreement(article(*(f"The Parties know the {name}." for name in names)))
    [told] = found(where, "abbreviations-not-used")
    assert told.values["term"] == "JIG, HPL, SRP, BUF"
    assert apply(where, told.fixes[0]).body[0].children[3].text.plain == "The Parties know the Buoy Fund."
    few = agreement(article(*(f"The Parties know the {name}." for name in names[:2])))
    assert len(found(few, "abbreviation-not-used")) == 2


def test_two_articles_side_by_side_are_told_once() -> None:
    rows = (
        "Each visiting pilot shall carry a card with a photograph, a name and the seal of the harbour office.",
        "The harbour office shall keep a register of all cards that it has given out in the last ten years.",
    )
    told = found(agreement(article(*rows), article(*rows)), "duplicated-wording")
    assert len(told) == 1
    assert "1 more sentence" in told[0].message


def test_annexes_may_say_the_same() -> None:
    formula = (
        "This list may be changed by the harbour offices of both Parties in the first month of any year."
    )
    annexes = tuple(
        Provision(new_id(), Kind.ANNEX, heading=Text(name), children=(unit(Kind.PARAGRAPH, formula),))
        for name in ("Harbours", "Ships")
    )
    assert not found(agreement(article("Lists are annexed."), annexes=annexes), "duplicated-wording")
    assert found(agreement(article(formula), annexes=annexes[:1]), "duplicated-wording")


@pytest.mark.parametrize(
    ("first", "second"),
    [
        (
            "The Parties shall not export charts of the inner harbours without a written permit of the office.",
            "The Parties shall export charts of the inner harbours without a written permit of the office.",
        ),
        ("Towards this end, each Party shall meet:", "Towards this end, each Party shall meet yearly:"),
        (
            "Fees of the pilots are paid under Article 3 of this list.",
            "Fees of the pilots are paid under Article 4.",
        ),
    ],
)
def test_opposites_and_openings_are_no_duplicates(first: str, second: str) -> None:
    assert not found(agreement(article(first), article(second)), "duplicated-wording")


def test_a_list_ends_where_unnumbered_words_go_on() -> None:
    items = {"(a)": "tugs;", "(b)": "buoys;", "(c)": "a pier."}
    rows = [unit(Kind.POINT, words, printed=label) for label, words in items.items()]
    rest = unit(Kind.SUBPARAGRAPH, "All of these are free of charge in summer.")
    paragraph = unit(Kind.PARAGRAPH, "The Parties share:", *rows, rest)
    where = agreement(Provision(new_id(), Kind.ARTICLE, children=(paragraph,)))
    assert not found(where, "list-punctuation")


@pytest.mark.parametrize(
    "words",
    [
        "They work with Estonia, Finland and Sweden.",
        "They join the Estonia-led drill.",
        "They met in 2019 in Estonia.",
        "They visit the ice school (Kotka, Estonia).",
    ],
)
def test_a_state_of_the_world_is_no_left_over(words: str) -> None:
    def source(said: str) -> Agreement:
        printed = NumberingScheme(as_printed=True)
        return agreement(article(said), parties=(LATVIA, NORWAY), numbering=printed)

    assert not found(source(words), "state-in-passing")
    assert found(source("The Estonian side pays."), "state-in-passing")


def test_parties_to_a_dispute_are_written_small() -> None:
    words = "A dispute goes to the tribunal where both parties agree, and the parties concerned pay."
    assert not found(agreement(article(words), collective_name="Parties"), "collective-name-small")
    plain = "Charts are free where both parties agree."
    assert found(agreement(article(plain), collective_name="Parties"), "collective-name-small")


def test_verbs_of_a_resolution_are_no_abbreviations() -> None:
    where = agreement(article("URGES all harbours to meet;", "URGES all pilots to rest."))
    assert not found(where, "abbreviation-not-explained")
