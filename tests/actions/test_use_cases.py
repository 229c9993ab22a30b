"""The use cases as the window and the command line call them: real library, real files, no Qt."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from workbench.actions.comparing import compare_files
from workbench.actions.drafting import (
    NoSuchPlaceError,
    NotADraftError,
    new_draft,
    open_draft,
    place,
    save_draft,
)
from workbench.actions.exporting import export
from workbench.actions.importing import ImportedFile, Outcome, import_files, install_starter, keep
from workbench.actions.keeping import TargetNeededError, look_after
from workbench.actions.reading import as_precedent, read_file
from workbench.actions.workbench import Workbench
from workbench.agreement.edits import set_text
from workbench.agreement.errors import Cancelled
from workbench.agreement.numbering import label
from workbench.agreement.text import Emphasis
from workbench.library import Library
from workbench.settings import SettingsFile


@pytest.fixture
def library(tmp_path: Path) -> Iterator[Library]:
    with Library.open(tmp_path / "library.sqlite") as opened:
        yield opened


class Impatient:
    """A user who cancels while the second file is under way."""

    def __init__(self) -> None:
        self.seen: list[str] = []

    def advance(self, done: int, total: int, what: str = "") -> None:
        assert 0 <= done <= total
        self.seen.append(what)

    def cancelled(self) -> bool:
        return "second.txt" in self.seen


def test_cancelling_an_import_keeps_what_was_finished_and_nothing_half(
    library: Library, tmp_path: Path, fixtures: Path
) -> None:
    text = (fixtures / "flood_warning_lt_lv.txt").read_text(encoding="utf-8")
    paths = [tmp_path / name for name in ("first.txt", "second.txt", "third.txt")]
    for number, path in enumerate(paths):
        path.write_text(text.replace("ten (10) days", f"{number + 2} days"), encoding="utf-8")
    heard: list[ImportedFile] = []
    with pytest.raises(Cancelled):
        import_files(library, paths, progress=Impatient(), each=heard.append)
    assert [Path(file.file).name for file in heard] == ["first.txt"]
    assert library.info().agreements == 1
    assert library.verify().sound


def test_the_starter_library_is_kept_once(library: Library) -> None:
    first, again = install_starter(library), install_starter(library)
    assert {file.outcome for file in first} == {Outcome.KEPT}
    assert {file.outcome for file in again} == {Outcome.KNOWN}
    assert library.info().agreements == len(first) >= 5
    assert set(library.info().languages) == {"en", "lv", "uk"}


def test_a_draft_imported_as_precedent_gets_identities_of_its_file(library: Library, tmp_path: Path) -> None:
    draft = new_draft("defence-cooperation", parties=("Latvia", "Estonia"))
    path = tmp_path / "draft.xml"
    save_draft(draft, path)
    read = read_file(path)
    assert read.agreement == draft.agreement
    precedent = as_precedent(read)
    assert {p.id for p in precedent.agreement.walk()}.isdisjoint({p.id for p in draft.agreement.walk()})
    assert as_precedent(read_file(path)).agreement == precedent.agreement
    assert keep(library, read).outcome is Outcome.KEPT


def test_opening_and_saving_a_draft_loses_nothing(tmp_path: Path, fixtures: Path) -> None:
    draft = new_draft(
        "defence-cooperation", parties=("Latvija", "Igaunija"), language="lv", values={"place": "Valkā"}
    )
    path = tmp_path / "draft.xml"
    save_draft(draft, path)
    assert open_draft(path).agreement == draft.agreement
    assert open_draft(path).values == draft.values
    with pytest.raises(NotADraftError, match=r"flood_warning_lt_lv\.txt"):
        open_draft(fixtures / "flood_warning_lt_lv.txt")


@pytest.mark.parametrize(
    ("named", "cited"),
    [
        ("Article 3", "Article 3"),
        ("article 3(1)", "Article 3(1)"),
        ("art_3", "Article 3"),
        ("art_3__para_1", "Article 3(1)"),
    ],
)
def test_places_are_named_by_label_or_eid(named: str, cited: str) -> None:
    agreement = new_draft("defence-cooperation", parties=("Latvia", "Estonia")).agreement
    assert label(agreement, place(agreement, named)) == cited


def test_a_latvian_place_is_named_in_latvian() -> None:
    agreement = new_draft("defence-cooperation", parties=("Latvija", "Igaunija"), language="lv").agreement
    assert label(agreement, place(agreement, "3. pants")) == "3. pants"
    with pytest.raises(NoSuchPlaceError, match=r"1\. pants"):
        place(agreement, "Article 3")


def test_italics_are_a_difference_only_where_both_files_can_hold_them(tmp_path: Path) -> None:
    draft = new_draft("defence-cooperation", parties=["Latvia", "Estonia"]).agreement
    recital = next(unit for unit in draft.preamble if unit.text.of(Emphasis))
    upright = set_text(draft, recital.id, recital.text.unmarked(Emphasis))
    for agreement, name in ((draft, "old.xml"), (upright, "new.xml"), (upright, "new.txt")):
        export(agreement, tmp_path / name)
    changed = {
        name: {row.label for row in compare_files(tmp_path / "old.xml", tmp_path / name).revisions}
        for name in ("new.xml", "new.txt")
    }
    cited = label(draft, recital.id)
    assert changed["new.xml"] == {cited}
    assert cited not in changed["new.txt"]


def test_the_workbench_opens_its_library_late_and_remembers_another(tmp_path: Path) -> None:
    file = SettingsFile(tmp_path / "settings.json")
    workbench = Workbench(str(tmp_path / "one.sqlite"), file=file)
    assert not (tmp_path / "one.sqlite").exists()
    assert workbench.library.info().agreements == 0
    workbench.use_library(str(tmp_path / "two.sqlite"))
    workbench.close()
    again = Workbench(file=file)
    assert again.location == str(tmp_path / "two.sqlite")
    again.close()


def test_looking_after_the_library(tmp_path: Path) -> None:
    place_of_library, backup = str(tmp_path / "l.sqlite"), tmp_path / "backup.sqlite"
    with Library.open(place_of_library) as library:
        install_starter(library)
        before = library.info().clauses
    assert look_after(place_of_library, "info", None).shape["clauses"] == before
    assert look_after(place_of_library, "verify", None).sound
    look_after(place_of_library, "backup", str(backup))
    with Library.open(place_of_library) as library:
        library.remove(library.agreements()[0].id)
    assert look_after(place_of_library, "info", None).shape["clauses"] < before
    look_after(place_of_library, "restore", str(backup))
    assert look_after(place_of_library, "info", None).shape["clauses"] == before
    look_after(place_of_library, "copy", str(tmp_path / "copy.sqlite"))
    assert look_after(str(tmp_path / "copy.sqlite"), "info", None).shape["clauses"] == before
    with pytest.raises(TargetNeededError, match="backup"):
        look_after(place_of_library, "backup", None)
