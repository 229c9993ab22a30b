"""A long redline: its beginning at once, the rest in spare time, and far places as soon as they are set."""

from __future__ import annotations

from collections.abc import Iterator
from uuid import UUID

import pytest
from msgspec.structs import replace
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, ProvisionId
from workbench.comparison import Redline, compare
from workbench.desktop.redline.redline_views import RedlineViews
from workbench.desktop.theme import Theme

_ARTICLES = 250


def _long(word: str) -> Agreement:
    def article(number: int) -> Provision:
        said = (
            f"The {word} of ferry {number} sails on day {number} from either shore."
            if number % 40 == 39
            else ""
        )
        words = said or f"Ferry {number} sails on day {number} from either shore and returns at night."
        child = Provision(ProvisionId(UUID(int=2 * number + 2)), Kind.PARAGRAPH, Text(words))
        return Provision(ProvisionId(UUID(int=2 * number + 1)), Kind.ARTICLE, children=(child,))

    return Agreement(AgreementId(UUID(int=9)), "en", body=tuple(article(n) for n in range(_ARTICLES)))


@pytest.fixture
def redline() -> Redline:
    return compare(_long("master"), replace(_long("captain"), id=AgreementId(UUID(int=8))))


@pytest.fixture
def views(theme: Theme, qtbot: QtBot) -> Iterator[RedlineViews]:
    made = RedlineViews(theme, nothing=QWidget(), waiting=QWidget())
    made.resize(700, 600)
    made.show()
    yield made
    made.close()


def test_the_beginning_is_set_at_once_and_the_rest_follows(
    views: RedlineViews, redline: Redline, qtbot: QtBot
) -> None:
    views.show_redline(redline)
    first = len(views.inline.shown)
    assert 20 < first < _ARTICLES
    assert views._in_line.share < 0.5
    qtbot.waitUntil(lambda: views._in_line.complete, timeout=20_000)
    assert [made.row for made in views.inline.shown] == list(range(len(redline.rows)))
    assert views.inline.document().blockCount() == len(redline.rows)
    qtbot.waitUntil(
        lambda: len({top for top, _, _, _ in views.map._marks}) == len(redline.revisions), timeout=20_000
    )


def test_a_far_change_is_gone_to_when_it_is_set(views: RedlineViews, redline: Redline, qtbot: QtBot) -> None:
    views.show_redline(redline)
    last = redline.revisions[-1].number
    views.show_change(last)
    assert views.inline.highlighted == -1, "not set yet: the window does not wait for it"
    qtbot.waitUntil(lambda: views.inline.highlighted >= 0, timeout=20_000)
    shown = views.inline.shown[views.inline.highlighted]
    assert last in shown.revisions


def test_a_click_on_the_map_goes_where_nothing_was_set(views: RedlineViews, redline: Redline) -> None:
    views.show_redline(redline)
    views.map.asked.emit(0.9)
    assert len(views.inline.shown) > 0.9 * len(redline.rows)


def test_side_by_side_every_portion_stands_level(views: RedlineViews, redline: Redline, qtbot: QtBot) -> None:
    views.show_redline(redline)
    views.show_layout(side_by_side=True)
    assert not views.left.document().isEmpty()
    qtbot.waitUntil(lambda: views._sides.complete, timeout=20_000)
    views._sides.level()
    left, right = (
        paper.document().documentLayout().documentSize().height() for paper in (views.left, views.right)
    )
    assert left == pytest.approx(right, abs=2)
    assert len(views.left.shown) == len(views.right.shown) == len(redline.rows)


def test_another_redline_takes_the_place_of_one_half_set(
    views: RedlineViews, redline: Redline, qtbot: QtBot
) -> None:
    views.show_redline(redline)
    other = compare(_long("master"), replace(_long("pilot"), id=AgreementId(UUID(int=7))))
    views.show_redline(other)
    qtbot.waitUntil(lambda: views._in_line.complete, timeout=20_000)
    text = views.inline.toPlainText()
    assert "pilot" in text
    assert "captain" not in text
