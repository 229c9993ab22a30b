"""A reference typed by hand is offered as a live one, and made so only when asked."""

from __future__ import annotations

import pytest
from msgspec.structs import replace
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.desktop.editor.conftest import civil_protection, identity
from workbench.agreement.numbering import numbers
from workbench.agreement.text import CrossReference, Text
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.typed_reference import typed

LAST = identity(45)


def offered(words: str, language: str = "en") -> tuple[str, int] | None:
    agreement = replace(civil_protection(), language=language)
    found = typed(Text(words), len(words), LAST, agreement, numbers(agreement))
    return (words[found.start : found.end], found.target.int) if found is not None else None


@pytest.mark.parametrize(
    ("words", "language", "cited", "target"),
    [
        ("as said in Article 2", "en", "Article 2", 20),
        ("under Article 2(2)", "en", "Article 2(2)", 22),
        ("under Article 3(1)(b)", "en", "Article 3(1)(b)", 32),
        ("under paragraph 2 of Article 2", "en", "paragraph 2 of Article 2", 22),
        ("kā noteikts 2. panta 2. punkts", "lv", "2. panta 2. punkts", 22),
        ("saskaņā ar 3. pantu", "lv", "3. pantu", 29),
        ("як визначає пункт 2 статті 2", "uk", "пункт 2 статті 2", 22),
        ("відповідно до статті 3", "uk", "статті 3", 29),
    ],
)
def test_a_reference_is_known_by_its_words(words: str, language: str, cited: str, target: int) -> None:
    assert offered(words, language) == (cited, target)


@pytest.mark.parametrize(
    "words", ["Article 19", "two 2", "Articles", "Article 2 and", "in 2 days", "Article 2(9)"]
)
def test_nothing_is_offered_where_nothing_is_cited(words: str) -> None:
    assert offered(words) is None


def references(session: Session) -> list[int]:
    unit = session.agreement.find(LAST)
    assert unit is not None
    return [reference.target.int for _, _, reference in unit.text.of(CrossReference) if reference.target]


def test_tab_takes_the_offer_and_undo_gives_it_back(page: Page, session: Session) -> None:
    unit = session.agreement.find(LAST)
    assert unit is not None
    page.go(Place(LAST, Part.TEXT, len(unit.text)))
    QTest.keyClicks(page, " See Article 2")
    assert page.offer.isVisible()
    assert page.offer.accessibleName().endswith("Article 2")
    assert references(session) == []
    QTest.keyClicks(page, "(2)")
    QTest.keyClick(page, Qt.Key.Key_Tab)
    assert references(session) == [22]
    assert not page.offer.isVisible()
    page.session.undo_stack.undo()
    assert references(session) == []


def test_escape_leaves_it_and_typing_on_leaves_it(page: Page, session: Session) -> None:
    page.go(Place(LAST, Part.TEXT, 0))
    QTest.keyClicks(page, "Article 2")
    QTest.keyClick(page, Qt.Key.Key_Escape)
    assert not page.offer.isVisible()
    QTest.keyClicks(page, " ")
    page.go(Place(LAST, Part.TEXT, 0))
    QTest.keyClicks(page, "Article 3")
    assert page.offer.isVisible()
    page.go(Place(LAST, Part.TEXT, 2))
    assert not page.offer.isVisible(), "the caret has gone elsewhere"
    assert references(session) == []
