"""`check` on files: what a draft has settled about its checks holds."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from workbench.actions import drafting
from workbench.actions.checking import NoSuchRuleError, check_file
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Provision, Register, new_id
from workbench.checks import fingerprint
from workbench.cli import run


@pytest.fixture
def draft() -> Draft:
    rows = tuple(
        Provision(new_id(), Kind.PARAGRAPH, Text(words))
        for words in ("The officers shall pay ten (12) times.", "They  shall count.")
    )
    article = Provision(new_id(), Kind.ARTICLE, heading=Text("Payment"), children=rows)
    return Draft(Agreement(AgreementId(new_id()), "en", body=(article,)))


def codes(path: Path, **how: object) -> set[str]:
    return {finding.code for finding in check_file(path, **how).findings}  # type: ignore[arg-type]


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


def test_the_command_line_says_so(draft: Draft, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    path = tmp_path / "draft.xml"
    drafting.save_draft(draft, path)
    assert run(["check", str(path), "--json"]) == 1
    assert '"write “twelve”"' in capsys.readouterr().out
    assert run(["check", str(path), "--without", "numbers"]) == 0
    assert run(["check", str(path), "--without", "nothing"]) == 1
