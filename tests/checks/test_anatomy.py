"""Texts that are no agreement, and agreements in which nothing is agreed: neither passes in silence."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.checks.texts import LATVIA, NORWAY, agreement, article, found, unit
from workbench.actions.drafting import save_draft
from workbench.agreement.findings import Severity
from workbench.agreement.tree import Agreement, Draft, Kind
from workbench.cli import run

_RECIPE = """Rye bread with seeds

Mix the flour with warm water and let it stand for a night. Add salt, honey and the seeds.

1. Heat the oven to 250 degrees.
2. Bake for ten minutes, then lower the heat.
"""
_NEWS = """Rīgā atklāj jaunu tirgu

Otrdien domes priekšsēdētājs atklāja jaunu tirgu pie Daugavas. Viņš paziņoja, ka tirgus strādās katru dienu.

Tirgū varēs iegādāties augļus, dārzeņus un zivis.
"""
_REPORT = """Міністри зустрілися в Таллінні

Сьогодні міністри обговорили лісове господарство. Про це повідомив речник.

За його словами, наступна зустріч відбудеться навесні.
"""
_FRAME = """AGREEMENT
between the Republic of Latvia and Ukraine
on cooperation in forestry

The Republic of Latvia and Ukraine (hereinafter referred to as “the Parties”),

Wishing to work together in their forests,

Have agreed as follows:

Done at Riga on 3 March 2024 in two originals in the English language.

For the Republic of Latvia
For Ukraine
"""
_LAW = """LAW ON HARBOUR DUES

Article 1. Purpose
This Law lays down the dues that vessels pay in harbours.

Article 2. Scope
This Law applies to every vessel of more than 20 metres.

Article 3. Dues
The Minister shall lay down the dues by regulation.

Article 4. Entry into force
This Law shall enter into force on 1 January 2025.
"""


def _checked(path: Path, capsys: pytest.CaptureFixture[str]) -> list[dict[str, str]]:
    assert run(["check", str(path), "--json"]) == 0
    findings: list[dict[str, str]] = json.loads(capsys.readouterr().out)["findings"]
    return findings


@pytest.mark.parametrize("text", [_RECIPE, _NEWS, _REPORT, "Good morning.\n"])
def test_a_text_that_is_no_agreement_is_told_so(
    text: str, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "text.txt"
    path.write_text(text, encoding="utf-8")
    first = _checked(path, capsys)[0]
    assert (first["code"], first["severity"]) == ("checks.not-an-agreement", "warning")
    assert "no agreeing formula, no articles or sections" in first["message"]
    assert run(["outline", str(path), "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["kind"] == "other"


def test_what_is_there_is_not_said_to_be_missing(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "title.txt"
    path.write_text("AGREEMENT BETWEEN THE REPUBLIC OF LATVIA AND UKRAINE ON FORESTRY\n", encoding="utf-8")
    [told] = _checked(path, capsys)
    assert told["code"] == "checks.not-an-agreement"
    assert "no parties" not in told["message"]


def test_a_frame_without_provisions(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "frame.txt"
    path.write_text(_FRAME, encoding="utf-8")
    codes = [one["code"] for one in _checked(path, capsys)]
    assert codes[0] == "checks.no-provisions"
    assert "checks.not-an-agreement" not in codes


def test_a_draft_with_nothing_in_it(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "empty.xml"
    save_draft(Draft(agreement(unit(Kind.PARAGRAPH))), path)
    assert "checks.not-an-agreement" in [one["code"] for one in _checked(path, capsys)]


def test_articles_of_something_else(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "law.txt"
    path.write_text(_LAW, encoding="utf-8")
    told = next(one for one in _checked(path, capsys) if one["code"] == "checks.provisions-alone")
    assert told["severity"] == "warning"
    assert "articles, but no parties, no agreeing formula" in told["message"]


def test_an_agreement_has_its_anatomy() -> None:
    whole = agreement(
        article("The Parties shall meet."),
        parties=(LATVIA, NORWAY),
        preamble=(unit(Kind.AGREEING_FORMULA, "Have agreed as follows:"),),
    )
    for code in ("not-an-agreement", "no-provisions", "provisions-alone"):
        assert not found(whole, code)


def test_the_whole_of_nothing() -> None:
    nothing: Agreement = agreement()
    [told] = found(nothing, "not-an-agreement")
    assert told.severity is Severity.WARNING
