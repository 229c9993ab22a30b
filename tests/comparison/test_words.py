"""What is marked inside a changed provision."""

from __future__ import annotations

from datetime import date
from itertools import pairwise
from time import perf_counter
from unicodedata import normalize
from uuid import UUID

import pytest
from hypothesis import given, settings

from tests.agreement.strategies import texts
from workbench.agreement.text import CrossReference, Date, Emphasis, Footnote, Placeholder, Style, Text
from workbench.comparison import Granularity, Op, Options
from workbench.comparison.options import PLAIN
from workbench.comparison.words import compare_parts, compare_words


def marked(old: str | Text, new: str | Text, options: Options = PLAIN) -> str:
    """The pieces in one line: [-gone-] and {+come+}."""
    old = Text(old) if isinstance(old, str) else old
    new = Text(new) if isinstance(new, str) else new
    signs = {Op.EQUAL: "{}", Op.DELETE: "[-{}-]", Op.INSERT: "{{+{}+}}"}
    return "".join(signs[p.op].format(p.text.plain) for p in compare_words(old, new, options))


@pytest.mark.parametrize(
    ("old", "new", "shown"),
    [
        ("The Parties shall meet.", "The Parties will meet.", "The Parties [-shall-]{+will+} meet."),
        (
            "Each Party shall inform the other Party.",
            "Each Party shall promptly inform the other Party.",
            "Each Party shall {+promptly +}inform the other Party.",
        ),
        (
            "It ends three months after notice.",
            "It ends six weeks after notice.",
            "It ends [-three months-]{+six weeks+} after notice.",
        ),
        (
            "costs of EUR 1,250,000 in all",
            "costs of EUR 1,350,000 in all",
            "costs of EUR [-1,250,000-]{+1,350,000+} in all",
        ),
        (
            "done on 5 March 2026 in two copies",
            "done on 6 March 2026 in two copies",
            "done on [-5 March 2026-]{+6 March 2026+} in two copies",
        ),
        (
            "parakstīts 2026. gada 5. martā divos eksemplāros",
            "parakstīts 2026. gada 6. martā divos eksemplāros",
            "parakstīts [-2026. gada 5. martā-]{+2026. gada 6. martā+} divos eksemplāros",
        ),
        (
            "the well-known Party's forces",
            "the little-known Party's forces",
            "the [-well-known-]{+little-known+} Party's forces",
        ),
        (
            "under Article 5(2)(a) hereof",
            "under Article 5(3) hereof",
            "under Article [-5(2)(a)-]{+5(3)+} hereof",
        ),
        ("visits; and", "visits, and", "visits[-;-]{+,+} and"),
        (
            "the Parties agree to exchange experts in all fields of common interest",
            "the Parties agree, where needed, to exchange experts in all fields of common interest",
            "the Parties agree{+, where needed,+} to exchange experts in all fields of common interest",
        ),
    ],
)
def test_whole_words_are_marked_and_no_more(old: str, new: str, shown: str) -> None:
    assert marked(old, new) == shown


def test_a_short_word_between_two_changes_goes_with_them() -> None:
    old = "supply of ammunition, subject to the consent of the supplier, and training of crews"
    new = "transfer of equipment, subject to the consent of the supplier, and training of crews"
    assert marked(old, new).startswith("[-supply of ammunition-]{+transfer of equipment+}, subject")


def test_a_short_word_between_two_long_insertions_goes_with_them_and_between_short_ones_not() -> None:
    old = "For Ruritania levels of ozone protect public health with an adequate margin."
    new = (
        "For Ruritania levels set in the form of primary and secondary air standards for ozone protect public "
        "health with an adequate margin."
    )
    assert marked(old, new).startswith(
        "For Ruritania levels [-of-]{+set in the form of primary and secondary air standards for+} ozone"
    )
    assert marked("a list of goods is kept", "a full list of all goods is kept") == (
        "a {+full +}list of {+all +}goods is kept"
    )


def test_a_text_with_little_in_common_is_replaced_whole() -> None:
    old = "Each Party bears the costs of its own personnel."
    new = "Disputes on the reading of this text are settled in talks."
    assert marked(old, new) == f"[-{old}-]{{+{new}+}}"


def test_what_is_only_added_to_is_not_replaced() -> None:
    old = "Visits are planned a year ahead."
    new = old + " " + " ".join(f"word{n}" for n in range(60)) + "."
    assert marked(old, new).count("[-") == 0


def test_placeholders_references_and_dates_change_whole() -> None:
    place = Placeholder("place", "place of signature")
    old = Text("Done at [place of signature] today").marked(8, 28, place)
    new = Text("Done at [place of exchange] today").marked(8, 27, place)
    assert marked(old, new) == "Done at [-[place of signature]-]{+[place of exchange]+} today"
    target = CrossReference(UUID(int=1))
    old = Text("see Article 5, paragraph 2, below").marked(4, 26, target)
    new = Text("see Article 5, paragraph 3, below").marked(4, 26, target)
    assert marked(old, new) == "see [-Article 5, paragraph 2-]{+Article 5, paragraph 3+}, below"
    old = Text("on the fifth of May").marked(3, 19, Date(date(2026, 5, 5)))
    new = Text("on the sixth of May").marked(3, 19, Date(date(2026, 5, 6)))
    assert marked(old, new) == "on [-the fifth of May-]{+the sixth of May+}"


def test_a_footnote_belongs_to_its_word() -> None:
    plain = Text("The Parties agree.")
    noted = plain.marked(11, 11, Footnote("Reservation of one Party."))
    assert marked(plain, noted) == "The [-Parties-]{+Parties+} agree."
    pieces = compare_words(plain, noted, PLAIN)
    assert [p.text.of(Footnote) != () for p in pieces] == [False, False, True, False]


def test_options_say_what_counts() -> None:
    fold = Options(fold_signs=True)
    assert marked("the “Parties” – both", 'the "Parties" - both', fold) == 'the "Parties" - both'
    assert "[-" in marked("the “Parties”", 'the "Parties"')
    assert marked(
        "the parties\u00a0agree", "the Parties agree", Options(fold_signs=True, ignore_case=True)
    ) == ("the Parties agree")
    bold = Text("the Parties").marked(4, 11, Emphasis(Style.BOLD))
    assert marked("the Parties", bold) == "the [-Parties-]{+Parties+}"
    assert marked("the Parties", bold, Options(ignore_formatting=True)) == "the Parties"
    letters = Options(granularity=Granularity.CHARACTER)
    assert marked("the Party concerned", "the Parties concerned", letters) == "the Part[-y-]{+ies+} concerned"


def test_spaces_alone_can_be_folded() -> None:
    fold = Options(fold_spaces=True)
    assert marked("name of\nthe  signatory\u00a0here", "name of the signatory here", fold) == (
        "name of the signatory here"
    )
    assert marked("the “signatory”", 'the "signatory"', fold) == 'the [-“-]{+"+}signatory[-”-]{+"+}'


def test_an_accent_is_the_same_in_one_character_or_two() -> None:
    said = "Rīgā šķērsoja ēku; їхній підпис"
    apart = normalize("NFD", said)
    for options in (PLAIN, Options(granularity=Granularity.CHARACTER)):
        assert marked(said, apart, options) == apart
        assert marked(apart, said, options) == said
    assert marked(apart, normalize("NFD", said.replace("šķērsoja", "šķērsos"))) == normalize(
        "NFD", said.replace("šķērsoja", "[-šķērsoja-]{+šķērsos+}")
    )


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("„Puses“ – abas", '"Puses" - abas'),
        ("«Сторони» — обидві", "„Сторони“ - обидві"),
        ("об’єднують зусилля", "об'єднують зусилля"),
        ("EUR 1\u00a0000\u202f000", "EUR 1 000 000"),
        ("a long\u2011term aim", "a long-term aim"),
        ("pro\u00adto\u00adcol and\u200b annex", "protocol and annex"),
        ("2024\u20132026. gadam", "2024-2026. gadam"),
    ],
)
def test_signs_that_look_alike_can_be_folded(old: str, new: str) -> None:
    assert marked(old, new, Options(fold_signs=True)) == new
    assert marked(new, old, Options(fold_signs=True)) == old
    assert marked(old, new) != new


def test_an_amount_written_with_spaces_changes_whole() -> None:
    assert marked("par 1 250 000 eiro kopā", "par 1 350 000 eiro kopā") == (
        "par [-1 250 000-]{+1 350 000+} eiro kopā"
    )
    assert marked("2026 100 осіб", "2026 200 осіб") == "2026 [-100-]{+200+} осіб"


def test_divided_text_loses_its_space_and_joined_text_gains_one() -> None:
    whole, parts = Text("One thing. Another thing."), (Text("One thing."), Text("Another thing."))
    rows = compare_parts([whole], parts, PLAIN)
    assert [[(p.op, p.text.plain) for p in row] for row in rows] == [
        [(Op.EQUAL, "One thing."), (Op.DELETE, " ")],
        [(Op.EQUAL, "Another thing.")],
    ]
    rows = compare_parts(parts, [whole], PLAIN)
    assert [[(p.op, p.text.plain) for p in row] for row in rows] == [
        [(Op.EQUAL, "One thing."), (Op.INSERT, " ")],
        [(Op.EQUAL, "Another thing.")],
    ]


def test_no_words_are_lost_where_a_part_is_empty() -> None:
    rows = compare_parts([Text("One thing.")], (Text(""), Text("One thing.")), PLAIN)
    assert ["".join(p.new.plain for p in row) for row in rows] == ["", "One thing."]
    rows = compare_parts((Text(""), Text(""), Text("One thing.")), [Text("One thing.")], PLAIN)
    assert ["".join(p.old.plain for p in row) for row in rows] == ["", "", "One thing."]


@settings(max_examples=200, deadline=None)
@given(texts(), texts())
def test_pieces_hold_both_texts(old: Text, new: Text) -> None:
    for options in (PLAIN, Options(True, True, True, Granularity.CHARACTER)):
        pieces = compare_words(old, new, options)
        assert "".join(p.old.plain for p in pieces) == old.plain
        assert "".join(p.new.plain for p in pieces) == new.plain
        ops = [p.op for p in pieces]
        assert (Op.INSERT, Op.DELETE) not in set(pairwise(ops)), "deletion comes first"


def test_a_paragraph_of_megabytes_is_compared_without_a_clock() -> None:
    old = " ".join(f"w{n % 977}" for n in range(100_000))
    new = " ".join(f"v{n % 983}" for n in range(100_000))
    start = perf_counter()
    pieces = compare_words(Text(old), Text(new), PLAIN)
    assert perf_counter() - start < 20
    assert "".join(p.new.plain for p in pieces) == new


def test_words_that_carry_a_mark_in_one_text_only_are_the_same_words() -> None:
    blank = "[name of the harbour master of Ruritania]"
    plain = f"Notice goes to {blank}, see paragraph 1 of this Article."
    at = plain.index("paragraph 1 of this Article")
    with_marks = (
        Text(plain)
        .marked(15, 15 + len(blank), Placeholder("harbour-master", blank[1:-1]))
        .marked(at, at + 27, CrossReference(UUID(int=1)))
    )
    assert marked(with_marks, plain) == plain
    assert marked(plain, with_marks) == plain
    changed = plain.replace("Notice", "Word").replace("this", "that")
    assert marked(with_marks, changed) == (
        f"[-Notice-]{{+Word+}} goes to {blank}, see "
        "[-paragraph 1 of this Article-]{+paragraph 1 of that Article+}."
    )
