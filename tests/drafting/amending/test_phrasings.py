"""Protocols worded in the manners of other offices: each instruction is carried out, and nothing else happens."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.drafting.amending.phrasings import AGREEMENT, CASES, FRAME, NOT_TO_BE_DONE, Case
from workbench.actions.reading import read_file
from workbench.agreement.findings import Severity
from workbench.agreement.tree import Agreement
from workbench.drafting.amending import Consolidated, consolidate

ALL = [
    pytest.param(language, case, id=f"{language}-{number}")
    for language, cases in CASES.items()
    for number, case in enumerate(cases, start=1)
]


def written(folder: Path, name: str, lines: str) -> Path:
    path = folder / f"{name}.txt"
    path.write_text(lines.replace("|", "\n\n"), encoding="utf-8")
    return path


def carried_out(language: str, said: str, folder: Path) -> tuple[str, Consolidated]:
    """The wording of the agreement before, and what a protocol that says this makes of it."""
    agreement = read_file(written(folder, "agreement", AGREEMENT[language])).agreement
    opening, end = FRAME[language]
    protocol = read_file(written(folder, "protocol", f"{opening}|{said}|{end}")).agreement
    return worded(agreement), consolidate(agreement, protocol)


def worded(agreement: Agreement) -> str:
    return "\n".join(unit.words for unit in agreement.units())


@pytest.mark.parametrize(("language", "case"), ALL)
def test_it_is_carried_out(language: str, case: Case, tmp_path: Path) -> None:
    said, present, absent = case
    _, made = carried_out(language, said, tmp_path)
    assert [finding for finding in made.findings if finding.severity is Severity.ERROR] == []
    assert made.applied > 0
    text = worded(made.agreement)
    assert [words for words in present if words not in text] == []
    assert [words for words in absent if words in text] == []


@pytest.mark.parametrize(
    ("language", "said", "left"),
    [
        ("lv", "Visā Līguma tekstā vārdu “Komisija” aizstāt ar vārdu “Padome”.", "“Komisijā”"),
        ("uk", "По всьому тексту Угоди слово «Комісія» замінити словом «Рада».", "“Комісії”"),
    ],
)
def test_other_case_forms_are_left_to_the_lawyer_and_named(
    language: str, said: str, left: str, tmp_path: Path
) -> None:
    _, made = carried_out(language, said, tmp_path)
    (finding,) = [found for found in made.findings if found.severity is Severity.ERROR]
    assert finding.code == "amending.other-forms"
    assert left in finding.message


@pytest.mark.parametrize(
    ("language", "said"), [(language, said) for language, row in NOT_TO_BE_DONE.items() for said in row]
)
def test_what_cannot_be_done_is_an_error_and_changes_nothing(
    language: str, said: str, tmp_path: Path
) -> None:
    before, made = carried_out(language, said, tmp_path)
    errors = [finding for finding in made.findings if finding.severity is Severity.ERROR]
    assert errors
    assert any(said[:20] in finding.quote for finding in errors)
    assert worded(made.agreement) == before
