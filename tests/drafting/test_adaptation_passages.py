"""Adaptation: a table of passages with their forms between other parties, and templates as a second witness."""

from __future__ import annotations

import random
import tomllib
from pathlib import Path
from typing import Any

import pytest

from tests.drafting.precedents import STATES, agreement, paragraph, words
from workbench.agreement.findings import Severity
from workbench.agreement.tree import Agreement
from workbench.drafting.adaptation import adapt
from workbench.drafting.assembly import new_draft
from workbench.drafting.party_names import party_named

PASSAGES: list[dict[str, Any]] = tomllib.loads(
    Path(__file__).with_suffix(".toml").read_text(encoding="utf-8")
)["passage"]

# The template of long-term support holds sentences that are one party's alone; they are flagged, not renamed.
SLUGS = (
    "defence-cooperation",
    "defence-industry",
    "classified-information",
    "memorandum",
    "implementing-arrangement",
    "amending-protocol",
    "termination-note",
)


def _between(language: str, parties: list[str], *wording: str) -> Agreement:
    named = [party_named(name, language, STATES) for name in parties]
    return agreement(language, *named, wording=tuple(paragraph(own) for own in wording))


@pytest.mark.parametrize("number", range(len(PASSAGES)))
def test_a_passage_between_other_parties(number: int) -> None:
    row = PASSAGES[number]
    source = _between(row["language"], row["parties"], row["words"])
    for other in row["between"]:
        result = adapt(
            source.body, source=source, target=_between(row["language"], other["parties"]), states=STATES
        )
        errors = {finding.code for finding in result.findings if finding.severity is Severity.ERROR}
        assert words(result) == [other.get("becomes", row["words"])], other["parties"]
        assert bool(errors) == other.get("flagged", False), errors


def test_the_table_covers_three_languages_and_many_pairs() -> None:
    pairs = {(row["language"], *other["parties"]) for row in PASSAGES for other in row["between"]}
    assert len(pairs) > 60
    assert {language for language, *_ in pairs} == {"en", "lv", "uk"}


def _wording(draft: Agreement) -> list[str]:
    return [unit.words for unit in draft.units()]


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
@pytest.mark.parametrize("slug", SLUGS)
def test_a_template_adapted_is_the_template_filled(slug: str, language: str) -> None:
    """Two ways to one text: filling a template with parties, and adapting it from another pair."""
    chance = random.Random(f"{slug}/{language}")
    codes = [code for code in STATES.codes if code not in ("EU", "VC")]
    for _ in range(3):
        a, b, c, d = chance.sample(codes, 4)
        precedent = new_draft(slug, parties=(a, b), language=language, states=STATES).agreement
        wanted = new_draft(slug, parties=(c, d), language=language, states=STATES).agreement
        result = adapt(precedent.units(), source=precedent, target=wanted, states=STATES)
        assert [unit.words for unit in result.clauses] == _wording(wanted), (a, b, c, d)


@pytest.mark.parametrize(
    ("language", "parties", "sentences"),
    [
        (
            "lv",
            ("AE", "OM"),
            (
                "atgādinot par atbalstu, ko Apvienotie Arābu Emirāti jau ir snieguši Omānas Sultanātam;",
                "Omānas Sultanāts dalās ar Apvienotajiem Arābu Emirātiem savu drošības",
            ),
        ),
        (
            "uk",
            ("DK", "US"),
            (
                "про які повідомляють Сполучені Штати Америки, і планується спільно",
                "Сполучені Штати Америки використовують підтримку лише за її призначенням і відповідно до "
                "міжнародного права, запобігають її нецільовому використанню та не передають її",
                "Сполучені Штати Америки діляться з Королівством Данія досвідом",
            ),
        ),
    ],
)
def test_a_template_agrees_with_its_parties(
    language: str, parties: tuple[str, str], sentences: tuple[str, ...]
) -> None:
    draft = new_draft("long-term-support", parties=parties, language=language, states=STATES).agreement
    text = "\n".join(_wording(draft))
    for sentence in sentences:
        assert sentence in text


@pytest.mark.parametrize(
    ("language", "parties", "of_state", "of_government"),
    [
        (
            "en",
            ("EU", "the Cabinet of Ministers of Ukraine"),
            "in the territory of Ukraine by",
            "For the Cabinet of",
        ),
        (
            "lv",
            ("EU", "Ukrainas Ministru kabinets"),
            "atmīnēšanu Ukrainas teritorijā",
            "Ministru kabineta vārdā",
        ),
        ("uk", ("EU", "Кабінет Міністрів України"), "нападу на Україну або", "За Кабінет Міністрів України"),
    ],
)
def test_a_government_has_no_territory_but_its_state_has(
    language: str, parties: tuple[str, str], of_state: str, of_government: str
) -> None:
    draft = new_draft("long-term-support", parties=parties, language=language, states=STATES).agreement
    text = "\n".join(_wording(draft))
    assert of_state in text
    assert of_government in text
