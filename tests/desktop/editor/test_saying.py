"""What the editor says: counts in the right number without a translation, titles as a sentence has them."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.desktop.editor.conftest import unit
from workbench.agreement.text import PartyName, Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Party
from workbench.desktop.editor.saying import counted, said_title


@pytest.mark.parametrize(("count", "said"), [(0, "0 articles"), (1, "1 article"), (14, "14 articles")])
def test_a_count_has_its_number_where_no_translation_is_loaded(count: int, said: str) -> None:
    assert counted(f"{count} article(s)", count) == said


def test_a_translated_count_stays_as_it_is() -> None:
    assert counted("14 pantu", 14) == "14 pantu"


def titled(*lines: Text) -> Agreement:
    return Agreement(
        id=AgreementId(UUID(int=1)),
        language="en",
        parties=(Party("LV", "Republic of Latvia", "Latvia"), Party("EE", "Republic of Estonia", "Estonia")),
        title=tuple(unit(n, Kind.TITLE_LINE, line) for n, line in enumerate(lines, 2)),
    )


def test_capitals_become_a_sentence_and_names_keep_theirs() -> None:
    agreement = titled(Text("AGREEMENT ON RESCUE BETWEEN THE REPUBLIC OF LATVIA AND THE REPUBLIC OF ESTONIA"))
    assert said_title(agreement) == (
        "Agreement on rescue between the Republic of Latvia and the Republic of Estonia"
    )


def test_a_line_of_party_names_is_left_to_the_line_below() -> None:
    between = Text("BETWEEN THE REPUBLIC OF LATVIA AND THE REPUBLIC OF ESTONIA")
    agreement = titled(
        Text("AGREEMENT"), between.marked(12, 30, PartyName("LV")), Text("ON COOPERATION IN RESCUE")
    )
    assert said_title(agreement) == "Agreement on cooperation in rescue"


def test_a_title_in_ordinary_letters_stays() -> None:
    assert said_title(titled(Text("Agreement on Civil Protection"))) == "Agreement on Civil Protection"
    assert said_title(titled()) == ""
