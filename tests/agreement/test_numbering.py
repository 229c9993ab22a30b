"""Numbers are a function of the tree: in three languages, over chapters, through annexes and alternatives."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.agreement.strategies import agreements
from workbench.agreement.edits import delete, move
from workbench.agreement.numbering import bare, label, lettered, numbers, roman
from workbench.agreement.text import Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Kind,
    NumberingScheme,
    NumberStyle,
    Provision,
    ProvisionId,
    new_id,
)


def unit(kind: Kind, *children: Provision, printed: str | None = None, choice: str = "") -> Provision:
    return Provision(new_id(), kind, Text("x"), children=children, printed=printed, choice=choice)


def agreement(
    *body: Provision,
    language: str = "en",
    scheme: NumberingScheme | None = None,
    annexes: tuple[Provision, ...] = (),
) -> Agreement:
    return Agreement(
        AgreementId(new_id()), language, body=body, annexes=annexes, numbering=scheme or NumberingScheme()
    )


def labels(tree: Agreement) -> list[str]:
    known = numbers(tree)
    return [known[p.id].label for p in tree.walk()]


def printed(tree: Agreement) -> list[str]:
    known = numbers(tree)
    return [known[p.id].printed for p in tree.walk()]


def article(count: int = 2, points: int = 0) -> Provision:
    paragraphs = [unit(Kind.PARAGRAPH, *(unit(Kind.POINT) for _ in range(points))) for _ in range(count)]
    return unit(Kind.ARTICLE, *paragraphs)


@pytest.mark.parametrize(
    ("language", "expected"),
    [
        ("en", ["Article 1", "Article 1(1)", "Article 1(1)(a)", "Article 1(2)", "Article 1(2)(a)"]),
        (
            "lv",
            [
                "1. pants",
                "1. pants 1. punkts",
                "1. pants 1. punkts a) apakšpunkts",
                "1. pants 2. punkts",
                "1. pants 2. punkts a) apakšpunkts",
            ],
        ),
        (
            "uk",
            [
                "Стаття 1",
                "Стаття 1, пункт 1",
                "Стаття 1, пункт 1, підпункт а)",
                "Стаття 1, пункт 2",
                "Стаття 1, пункт 2, підпункт а)",
            ],
        ),
    ],
)
def test_each_language_cites_in_its_own_way(language: str, expected: list[str]) -> None:
    assert labels(agreement(article(2, 1), language=language)) == expected


def test_articles_run_on_through_chapters_and_restart_in_annexes() -> None:
    tree = agreement(
        unit(Kind.CHAPTER, article(1), article(1)),
        unit(Kind.CHAPTER, article(1)),
        annexes=(unit(Kind.ANNEX, article(1)), unit(Kind.ANNEX, article(1))),
    )
    shown = [text for text in labels(tree) if "(" not in text]
    assert shown == [
        "Chapter I", "Article 1", "Article 2", "Chapter II", "Article 3", "Annex 1", "Article 1", "Annex 2", "Article 1",
    ]  # fmt: skip


def test_a_paragraph_alone_carries_no_number() -> None:
    assert printed(agreement(article(1))) == ["Article 1", ""]
    assert printed(agreement(article(2))) == ["Article 1", "1.", "2."]


def test_schemes_change_what_is_printed() -> None:
    scheme = NumberingScheme(
        article=NumberStyle.ARTICLE_ROMAN, paragraph=NumberStyle.LEGAL, point=NumberStyle.ROMAN
    )
    assert printed(agreement(article(2, 2), scheme=scheme)) == [
        "Article I", "I.1.", "(i)", "(ii)", "I.2.", "(i)", "(ii)",
    ]  # fmt: skip
    dashes = NumberingScheme(point=NumberStyle.DASH, paragraph=NumberStyle.NONE)
    assert printed(agreement(article(2, 1), scheme=dashes)) == ["Article 1", "", "–", "", "–"]


def test_a_source_shows_its_own_numbers_and_cites_unnumbered_paragraphs_by_their_place() -> None:
    section = unit(
        Kind.SECTION, unit(Kind.PARAGRAPH), unit(Kind.CROSSHEADING), unit(Kind.PARAGRAPH), printed="6."
    )
    tree = agreement(section, language="lv", scheme=NumberingScheme(as_printed=True))
    known = numbers(tree)
    assert [(known[p.id].number, known[p.id].label) for p in tree.walk() if p.kind is not Kind.CROSSHEADING] == [
        ("6", "6. sadaļa"), (None, "6. sadaļa 1. punkts"), (None, "6. sadaļa 2. punkts"),
    ]  # fmt: skip


def test_alternatives_of_one_choice_share_a_number() -> None:
    tree = agreement(unit(Kind.ARTICLE, choice="a"), unit(Kind.ARTICLE, choice="a"), unit(Kind.ARTICLE))
    assert labels(tree) == ["Article 1", "Article 1", "Article 2"]


def test_numbers_follow_moving_and_deleting() -> None:
    one, two, three = article(1), article(1), article(1)
    tree = agreement(one, two, three)
    assert label(move(tree, one.id, after=three.id), one.id) == "Article 3"
    assert label(delete(tree, one.id), three.id) == "Article 2"
    assert label(tree, new_id()) == ""


@pytest.mark.parametrize(
    ("text", "number"),
    [("Article 6", "6"), ("6. pants", "6"), ("Стаття 12", "12"), ("(a)", "a"), ("б)", "б"), ("ARTICLE IV", "IV"),
     ("1.1", "1.1"), ("Article 5 bis", "5 bis"), ("–", None), ("§ 3", "3")],
)  # fmt: skip
def test_the_bare_number_of_a_printed_label(text: str, number: str | None) -> None:
    assert bare(text) == number


def test_roman_numbers_and_letters_go_on() -> None:
    assert [roman(n) for n in (1, 4, 9, 14, 40, 1994)] == ["I", "IV", "IX", "XIV", "XL", "MCMXCIV"]
    assert [lettered(n, "abc") for n in (1, 3, 4, 7)] == ["a", "c", "aa", "aaa"]


@settings(max_examples=30, deadline=None)
@given(agreement=agreements(), data=st.data())
def test_numbers_within_a_few_provisions_are_those_of_the_whole(
    agreement: Agreement, data: st.DataObject
) -> None:
    everything = numbers(agreement)
    units = list(agreement.walk())
    wanted = data.draw(st.sampled_from(units)) if units else None
    above = {child.id: unit for unit in units for child in unit.children}
    within: set[ProvisionId] = set()
    while wanted is not None:
        within.add(wanted.id)
        wanted = above.get(wanted.id)
    some = numbers(agreement, within=within)
    assert within <= set(some)
    tables = {unit.id for top in agreement.of_kind(Kind.TABLE) for unit in top.walk()}
    assert all(some[key] == everything[key] for key in some if key not in tables)
