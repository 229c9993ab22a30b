"""The checks as one writes: found a moment later, marked in the text, walked, put right, set aside, switched."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication
from PySide6.QtTest import QTest

from tests.desktop.editor.conftest import identity, unit
from workbench.actions import drafting
from workbench.agreement import edits
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Register, new_id
from workbench.checks import RULES, checker
from workbench.desktop.editor.check_names import check_names
from workbench.desktop.editor.checking import Answer, Desk, Wanted
from workbench.desktop.editor.checks_dialog import ChecksDialog
from workbench.desktop.editor.draft_page import DraftPage
from workbench.desktop.editor.lines import Part, Place
from workbench.desktop.editor.live_findings import dismissal_key
from workbench.desktop.editor.runs import Deco
from workbench.desktop.jobs import Jobs
from workbench.desktop.theme import Theme

MISMATCH = "checks.number-and-word"


def small() -> Agreement:
    rows = (
        unit(11, Kind.PARAGRAPH, "The Parties shall meet for ten (12) days and shall eat  well."),
        unit(12, Kind.PARAGRAPH, "Each Party pays for its own guests within six (6) weeks."),
    )
    return Agreement(
        AgreementId(new_id()), "en", body=(unit(10, Kind.ARTICLE, "", *rows, heading="Meetings"),)
    )


def until(true: Callable[[], bool], seconds: float = 30.0) -> None:
    """Let the window work until something holds."""
    end = time.monotonic() + seconds
    while not true():
        assert time.monotonic() < end, "it did not happen in time"
        QCoreApplication.processEvents()
        time.sleep(0.01)


@pytest.fixture
def page(theme: Theme, jobs: Jobs) -> Iterator[DraftPage]:
    made = DraftPage(theme, jobs, Draft(small()), author="A. Ozola")
    made.resize(1300, 800)
    made.show()
    until(lambda: bool(made.findings.all))
    yield made
    made.close_draft()
    made.close()
    made.deleteLater()


@pytest.fixture
def still(theme: Theme, jobs: Jobs) -> Iterator[DraftPage]:
    """The same with findings that nobody keeps up to date: nothing to wait for."""
    made = DraftPage(theme, jobs, Draft(small()), author="A. Ozola")
    made.findings.stop()
    made.findings.all = checker().check(made.session.agreement)
    made.findings.checked = made.session.agreement
    made.resize(1300, 800)
    made.show()
    made.findings.changed.emit()
    yield made
    made.findings.stop()
    made.close_draft()
    made.close()
    made.deleteLater()


def codes(page: DraftPage) -> list[str]:
    return [finding.code for finding in page.findings.shown]


def marked(page: DraftPage, number: int) -> list[tuple[str, str]]:
    """The underlined words of a line of the page, with their severity."""
    paper = page.face.page
    block = paper.document().findBlockByNumber(number)
    shapes = paper.shapes_of(block, paper.draft_sheet.entries[number])
    text = block.text()
    return [(text[shape.start : shape.end], shape.slot) for shape in shapes if shape.deco is Deco.QUERY]


def test_the_window_says_what_the_checks_say_and_follows_the_typing(page: DraftPage) -> None:
    assert page.findings.all == checker().check(page.session.agreement)
    assert marked(page, 1) == [("ten (12", "error"), ("  ", "info")]
    page.face.page.go(Place(page.session.agreement.body[0].children[0].id, Part.TEXT, 0))
    QTest.keyClicks(page.face.page, "Now ")
    assert marked(page, 1) == [("ten (12", "error"), ("  ", "info")], "marks move with their words at once"
    until(lambda: page.findings.checked is page.session.agreement)
    assert page.findings.all == checker().check(page.session.agreement)
    assert marked(page, 1) == [("ten (12", "error"), ("  ", "info")]


def test_f8_walks_the_findings_and_selects_their_words(still: DraftPage) -> None:
    paper = still.face.page
    paper.go(Place(still.session.agreement.body[0].id, Part.HEADING, 0))
    still.face.walking.finding()
    assert paper.textCursor().selectedText() == "ten (12"
    still.face.walking.finding()
    assert paper.textCursor().selectedText() == "  "
    still.face.walking.finding(back=True)
    assert paper.textCursor().selectedText() == "ten (12"


def test_a_fix_is_one_step_and_only_on_request(page: DraftPage) -> None:
    before = page.session.agreement
    finding = next(f for f in page.findings.shown if f.code == MISMATCH)
    page.face.settling.put_right(finding.fixes[0])
    assert "twelve (12) days" in page.session.agreement.body[0].words
    until(lambda: MISMATCH not in codes(page))
    page.session.undo_stack.undo()
    assert page.session.agreement == before
    until(lambda: MISMATCH in codes(page))


def test_a_fix_whose_words_are_gone_says_so(still: DraftPage) -> None:
    finding = next(f for f in still.findings.shown if f.code == MISMATCH)
    first = still.session.agreement.body[0].children[0].id
    still.session.apply("typing", edits.set_text(still.session.agreement, first, "Other words."))
    said: list[str] = []
    still.face.refused.connect(said.append)
    still.face.settling.put_right(finding.fixes[0])
    assert len(said) == 1
    assert still.session.agreement.body[0].children[0].text.plain == "Other words."


def test_set_aside_with_a_reason_kept_in_the_file_and_taken_back(still: DraftPage, tmp_path: Path) -> None:
    finding = next(f for f in still.findings.shown if f.code == MISMATCH)
    still.face.settling.ask_reason(finding)
    assert still.face.question.isVisible()
    QTest.keyClicks(still.face.question.field, "twelve with the day of travel")
    still.face.question.field.returnPressed.emit()
    assert MISMATCH not in codes(still)
    assert [reason for _, reason in still.findings.set_aside] == ["twelve with the day of travel"]
    assert marked(still, 1) == [("  ", "info")]
    path = tmp_path / "draft.xml"
    drafting.save_draft(still.session.draft, path)
    assert drafting.open_draft(path).dismissed == still.session.draft.dismissed
    still.face.settling.take_back(finding)
    assert MISMATCH in codes(still)
    still.session.undo_stack.undo()
    assert MISMATCH not in codes(still)


def test_other_words_are_asked_about_again(page: DraftPage) -> None:
    finding = next(f for f in page.findings.shown if f.code == MISMATCH)
    page.face.settling.set_aside(finding, "agreed")
    first = page.session.agreement.body[0].children[0]
    at = first.text.plain.index("ten")
    changed = edits.set_text(page.session.agreement, first.id, first.text.replace(at, at + 3, "nine"))
    page.session.apply("typing", changed)
    until(lambda: MISMATCH in codes(page))


def test_checks_are_switched_and_a_profile_chosen(page: DraftPage) -> None:
    page.face.settling.switch("spaces", False)
    until(lambda: "checks.double-space" not in codes(page))
    page.face.settling.switch("spaces", True)
    until(lambda: "checks.double-space" in codes(page))
    page.face.settling.choose_profile(Register.MOU)
    until(lambda: "checks.off-profile" in codes(page))
    page.session.undo_stack.undo()
    until(lambda: "checks.off-profile" not in codes(page))


def test_the_list_beside_the_draft(still: DraftPage) -> None:
    still.beside.show_checks()
    dialog = still.findChild(ChecksDialog)
    assert dialog is not None
    finding = next(f for f in still.findings.shown if f.code == MISMATCH)
    dialog.finding_chosen.emit(finding)
    assert still.face.page.textCursor().selectedText() == "ten (12"
    still.face.settling.set_aside(finding, "agreed")
    dialog.refresh()
    dialog.views.choose(1)
    dialog._boxes["spaces"].click()
    assert still.session.draft.unasked == ("spaces",)
    still.session.undo_stack.undo()
    dialog.refresh()
    assert dialog._boxes["spaces"].isChecked()
    dialog.close()


def test_a_missing_clause_is_looked_for_in_the_library(still: DraftPage) -> None:
    finding = next(f for f in still.findings.shown if f.code == "checks.usual-clause-missing")
    still.beside.show_checks()
    dialog = still.findChild(ChecksDialog)
    assert dialog is not None
    asked: list[str] = []
    still.clause_search_asked.connect(asked.append)
    dialog._look(finding)
    assert asked == [finding.values["type"]]
    place = still.face.page.place_of_caret
    assert place is not None
    assert place.provision == finding.provision
    dialog.close()


def test_every_rule_has_a_name_in_the_window() -> None:
    assert list(check_names()) == list(RULES)


def test_the_process_asks_for_the_whole_where_it_does_not_know_the_base() -> None:
    from workbench.agreement.patches import difference

    old = small()
    new = edits.set_heading(old, old.body[0].id, "Visits  and calls")
    desk = Desk()
    assert desk.check(Wanted(2, 1, difference(old, new))) is Answer.WHOLE
    whole = desk.check(Wanted(1, 0, old))
    assert whole == checker().check(old)
    assert desk.check(Wanted(2, 1, difference(old, new))) == checker().check(new)
    assert desk.check(Wanted(5, 1, difference(old, new))) is Answer.WHOLE
    same = edits.set_heading(new, new.body[0].id, "Visits  and talks")
    assert desk.check(Wanted(3, 2, difference(new, same))) is Answer.SAME


def test_what_is_remembered_is_what_the_rules_call_the_same() -> None:
    from workbench.checks import fingerprint

    assert all(dismissal_key(found) == fingerprint(found) for found in checker().check(small()))


def test_a_provision_may_be_queried_as_a_whole_and_in_its_words(agreement: Agreement) -> None:
    from workbench.agreement.findings import FindingKind, Severity
    from workbench.agreement.fixes import Extent, Wording
    from workbench.desktop.editor.lines import lines
    from workbench.desktop.editor.queries import Queries

    kind = FindingKind("tests.query", Severity.INFO, "look at this")
    whole = kind.at(provision=identity(33))
    words = kind.at(provision=identity(33), extent=Extent(Wording.TEXT, 0, 11))
    queries = Queries()
    queries.set((whole, words), agreement)
    line = next(line for line in lines(agreement) if line.provision.id == identity(33))
    assert [query.finding for query in queries.of(line)] == [words]
