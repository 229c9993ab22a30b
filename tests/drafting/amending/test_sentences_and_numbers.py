"""Where sentences end, how numbers go on, and what the marks of a quotation keep."""

from __future__ import annotations

import pytest

from workbench.agreement.numbering import numbers
from workbench.agreement.text import Quoted, Text
from workbench.agreement.tree import Kind, Provision, new_id
from workbench.drafting.amending.blocks import blocks, marked_units
from workbench.drafting.amending.counting import counted, following, in_step
from workbench.drafting.amending.sentences import extents, without
from workbench.drafting.assembly import new_draft


@pytest.mark.parametrize(
    ("plain", "count"),
    [
        ("The Parties meet. They report.", 2),
        ("See Art. 5 of the Treaty. It applies.", 2),
        ("Signed in 2024. It applies.", 2),
        ("Līgums stājas spēkā 2024. gada 5. maijā. To pagarina.", 2),
        ("Відповідно до п. 3 ст. 5 Угоди. Її дія триває.", 2),
        ("5. Each Party pays.", 1),
        ("He asked “Why?” and left.", 1),
        ("No full stop at the end", 1),
        ("", 0),
    ],
)
def test_sentences_end_where_a_reader_ends_them(plain: str, count: int) -> None:
    found = extents(plain)
    assert len(found) == count
    assert "".join(plain[start:end] for start, end in found).replace(" ", "") == plain.replace(" ", "")


def test_a_sentence_leaves_no_gap() -> None:
    text = Text("One here. Two here. Three here.")
    assert without(text, 10, 19).plain == "One here. Three here."
    assert without(text, 0, 9).plain == "Two here. Three here."
    assert without(text, 20, 31).plain == "One here. Two here."


def test_numbers_go_on_in_their_manner() -> None:
    assert following("9", "en") == ("10",)
    assert "j" in following("i", "en")
    assert "ii" in following("i", "en")
    assert following("в", "uk") == ("г",)
    assert following("5 bis", "en") == ()
    assert counted("i", 4, "en", "iv") == ("i", "ii", "iii", "iv")
    assert counted("h", 3, "en", "j") == ("h", "i", "j")
    assert counted("III", 2, "en") == ("III", "IV")
    assert in_step(["b", "c", "d"], "en")
    assert not in_step(["b", "d"], "en")


def test_marked_quotations_keep_every_unit() -> None:
    agreement = new_draft("classified-information", parties=["LV", "EE"], language="en").agreement
    labels = numbers(agreement)
    for unit in agreement.units():
        (again,) = marked_units(blocks(unit, labels))
        before = [(one.kind, one.heading.plain, one.text.plain, one.wrap_up.plain) for one in unit.walk()]
        after = [(one.kind, one.heading.plain, one.text.plain, one.wrap_up.plain) for one in again.walk()]
        assert after == before
        assert [one.printed for one in again.walk()] == [labels[one.id].printed for one in unit.walk()]


def test_tables_and_empty_units_are_kept_as_they_are() -> None:
    def unit(kind: Kind, words: str = "", *children: Provision) -> Provision:
        return Provision(new_id(), kind, Text(words), children=children)

    rows = (
        unit(Kind.ROW, "", unit(Kind.CELL, "a"), unit(Kind.CELL), unit(Kind.CELL, "c")),
        unit(Kind.ROW, "", unit(Kind.CELL), unit(Kind.CELL, "two\nlines")),
    )
    whole = unit(Kind.PARAGRAPH, "", unit(Kind.TABLE, "", *rows), unit(Kind.PARAGRAPH), unit(Kind.POINT, "x"))
    agreement = new_draft("memorandum", parties=["LV", "EE"], language="en").agreement
    labels = {one.id: numbers(agreement)[agreement.body[0].children[0].id] for one in whole.walk()}
    (again,) = marked_units(blocks(whole, labels))
    assert [(one.kind, one.text.plain) for one in again.walk()] == [
        (one.kind, one.text.plain) for one in whole.walk()
    ]


def test_words_written_into_a_quotation_by_hand_end_the_trust_in_its_marks() -> None:
    agreement = new_draft("memorandum", parties=["LV", "EE"], language="en").agreement
    content = blocks(agreement.body[0], numbers(agreement))
    assert marked_units(content)
    assert all(block.of(Quoted) for block in content)
    assert marked_units((*content, Text("A line of my own."))) == ()
