"""`check` on files: what a draft has settled about its checks holds."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from msgspec.structs import replace

from workbench.actions import drafting
from workbench.actions.checking import NoSuchRuleError, check_file, noticed
from workbench.actions.importing import import_files
from workbench.actions.reading import read_file
from workbench.agreement.findings import Severity
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Provision, Register, new_id
from workbench.checks import fingerprint
from workbench.cli import run
from workbench.library import Library


@pytest.fixture
def draft() -> Draft:
    rows = tuple(
        Provision(new_id(), Kind.PARAGRAPH, Text(words))
        for words in ("The officers shall pay ten (12) times.", "They  shall count.")
    )
    article = Provision(new_id(), Kind.ARTICLE, heading=Text("Payment"), children=rows)
    return Draft(Agreement(AgreementId(new_id()), "en", body=(article,)))


def codes(path: Path, **how: Any) -> set[str]:
    return {finding.code for finding in check_file(path, **how).findings}


def test_a_finding_set_aside_stays_so_in_the_file_until_its_words_change(
    draft: Draft, tmp_path: Path
) -> None:
    path = tmp_path / "draft.xml"
    drafting.save_draft(draft, path)
    finding = next(f for f in check_file(path).findings if f.code == "checks.number-and-word")
    settled = replace(draft, dismissed={fingerprint(finding): "agreed in the second round"})
    drafting.save_draft(settled, path)
    checked = check_file(path)
    assert [(f.code, reason) for f, reason in checked.dismissed] == [
        ("checks.number-and-word", "agreed in the second round")
    ]
    assert "checks.number-and-word" not in codes(path)

    article = draft.agreement.body[0]
    other = replace(article.children[0], text=Text("The officers shall pay nine (12) times."))
    reworded = replace(draft.agreement, body=(replace(article, children=(other, article.children[1])),))
    drafting.save_draft(replace(settled, agreement=reworded), path)
    assert "checks.number-and-word" in codes(path)


def test_rules_are_switched_off_for_a_draft_or_for_once(draft: Draft, tmp_path: Path) -> None:
    path = tmp_path / "draft.xml"
    drafting.save_draft(draft, path)
    assert "checks.double-space" in codes(path)
    assert "checks.double-space" not in codes(path, without=["spaces"])
    drafting.save_draft(replace(draft, unasked=("spaces",)), path)
    assert "checks.double-space" not in codes(path)
    with pytest.raises(NoSuchRuleError, match="spaces"):
        check_file(path, without=["blanks"])


def test_a_draft_keeps_its_profile(draft: Draft, tmp_path: Path) -> None:
    path = tmp_path / "draft.xml"
    drafting.save_draft(replace(draft, profile=Register.MOU), path)
    assert "checks.off-profile" in codes(path)
    assert "checks.off-profile" not in codes(path, profile="treaty")


SIGNED = """AGREEMENT BETWEEN THE REPUBLIC OF LATVIA AND THE KINGDOM OF NORWAY ON FERRIES

The Kingdom of Norway and the Republic of Latvia, hereinafter referred to as the “Parties”,

Have agreed as follows:

Article 1
Ferries

1. The Parties shall run ferries for ten (12) months and for six (7) weeks.

2. Each  Party pays.

Article 2
Entry into force

This Agreement shall enter into force on signature.

Done at Riga on 4 May 2021 in two originals in the English language.

For the Republic of Latvia                For the Kingdom of Norway
"""


def test_an_imported_text_is_remarked_on_once_a_kind_and_as_information(tmp_path: Path) -> None:
    path = tmp_path / "ferries.txt"
    path.write_text(SIGNED, encoding="utf-8")
    told = noticed(read_file(path)).noticed
    assert {finding.severity for finding in told} == {Severity.INFO}
    codes = [finding.code for finding in told]
    assert len(codes) == len(set(codes)) <= 12
    assert {"checks.number-and-word", "checks.party-order", "checks.double-space"} <= set(codes)
    assert "checks.usual-clause-missing" not in codes
    with Library.open(tmp_path / "library.db") as library:
        [kept] = import_files(library, [path])
    assert {finding.code for finding in kept.findings} >= set(codes)


def test_news_is_not_checked(tmp_path: Path) -> None:
    path = tmp_path / "news.txt"
    path.write_text("Ferry late.\n\nThe ferry was late for ten (12)  hours.\n", encoding="utf-8")
    assert not noticed(read_file(path)).noticed


def test_the_command_line_says_so(draft: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "draft.xml"
    drafting.save_draft(draft, path)
    assert run(["check", str(path), "--json"]) == 1
    assert '"write “twelve”"' in capsys.readouterr().out
    assert run(["check", str(path), "--without", "numbers"]) == 0
    assert run(["check", str(path), "--without", "nothing"]) == 1
