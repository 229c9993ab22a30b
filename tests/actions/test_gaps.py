"""What a draft can be held against: a file of any format, a template, an agreement of the library."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench.actions import drafting
from workbench.actions.exporting import export
from workbench.actions.gaps import NoAgreementError, PrecedentLanguageError, precedent_named, read_precedent
from workbench.actions.importing import import_files
from workbench.actions.reading import read_file
from workbench.agreement.tree import Agreement, Draft
from workbench.cli import run
from workbench.drafting.assembly import new_draft
from workbench.library import Library


@pytest.fixture
def draft() -> Agreement:
    return new_draft("memorandum", parties=["LV", "EE"], language="en").agreement


@pytest.fixture
def precedent(tmp_path: Path) -> Path:
    path = tmp_path / "precedent.docx"
    export(new_draft("classified-information", parties=["LT", "PL"], language="en").agreement, path)
    return path


def test_a_file_says_where_its_clauses_come_from(precedent: Path) -> None:
    found = read_precedent(precedent, wanted="en")
    assert found.origin.file == "precedent.docx"
    assert found.origin.sha256 == read_file(precedent).sha256
    assert any("classified_information" in unit.types for unit in found.agreement.walk())


def test_a_name_is_a_file_a_template_or_an_agreement(
    draft: Agreement, precedent: Path, tmp_path: Path
) -> None:
    assert precedent_named(str(precedent), draft).file == "precedent.docx"
    assert precedent_named("long-term-support", draft).agreement.template == "long-term-support"
    with Library.open(tmp_path / "library.db") as library:
        [kept] = import_files(library, [precedent])
        assert kept.agreement_id is not None
        named = precedent_named(str(kept.agreement_id), draft, library=lambda: library)
    assert named.file == "precedent.docx"
    assert named.agreement.title_text == read_file(precedent).agreement.title_text


def test_what_cannot_be_held_against_is_refused_by_name(draft: Agreement, tmp_path: Path) -> None:
    news = tmp_path / "news.txt"
    news.write_text("Ferries were late again.", encoding="utf-8")
    with pytest.raises(NoAgreementError, match=r"news\.txt"):
        precedent_named(str(news), draft)
    latvian = tmp_path / "latvian.txt"
    export(new_draft("memorandum", parties=["LV", "EE"], language="lv").agreement, latvian)
    with pytest.raises(PrecedentLanguageError, match="in Latvian and the draft in English"):
        precedent_named(str(latvian), draft)


def test_the_command_line_takes_each_of_them(
    draft: Agreement, precedent: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "draft.xml"
    drafting.save_draft(Draft(draft), path)
    library = str(tmp_path / "library.db")
    with Library.open(library) as kept:
        [imported] = import_files(kept, [precedent])
    for against in (str(precedent), "classified-information", str(imported.agreement_id)):
        run(["check", str(path), "--against", against, "--library", library, "--json"])
        assert "checks.clause-missing" in capsys.readouterr().out, against
    assert run(["check", str(path), "--against", "no-such-thing", "--library", library]) == 1
    assert "no file, no template and no agreement" in capsys.readouterr().err
