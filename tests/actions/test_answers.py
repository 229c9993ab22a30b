"""A Word file that came back: whose each change is, and which of them carry no mark."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.word_files import paragraph, word_file
from workbench.actions.answers import Answered, compare_answer, decide_answer, read_answer
from workbench.actions.reading import read_file
from workbench.comparison import Options, RevisionKind
from workbench.formats.docx.package import Package
from workbench.formats.docx.revisions import tracked_changes

_AT = 'w:date="2026-05-12T09:00:00Z"'


def _ins(author: str, words: str) -> str:
    run = f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'
    return f'<w:ins w:id="7" w:author="{author}" {_AT}>{run}</w:ins>'


def _del(author: str, words: str) -> str:
    run = f'<w:r><w:delText xml:space="preserve">{words}</w:delText></w:r>'
    return f'<w:del w:id="8" w:author="{author}" {_AT}>{run}</w:del>'


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


_HEAD = (
    paragraph("AGREEMENT BETWEEN RURITANIA AND SYLDAVIA ON FERRIES")
    + paragraph("Ruritania and Syldavia (the “Parties”),")
    + paragraph("Wishing to link their shores,")
    + paragraph("Have agreed as follows:")
    + paragraph("Article 1")
    + paragraph("Service")
)
_SENT = word_file(
    _HEAD
    + paragraph("1. The ferry sails daily from either shore.")
    + paragraph("2. Fares are set by the Joint Committee and published in spring.")
    + paragraph("Article 2")
    + paragraph("Costs")
    + paragraph("1. The requesting Party bears the costs of every crossing it has asked for.")
    + paragraph("2. Crews are exempt from the fees of the harbour in which they rest.")
)
_CAME_BACK = word_file(
    _HEAD
    + f"<w:p>{_run('1. The ferry sails ')}{_del('Kadri', 'daily')}{_ins('Kadri', 'twice a week')}"
    + f"{_run(' from either shore.')}</w:p>"
    + f"<w:p>{_run('2. Fares are set by the Joint Committee and published in ')}{_del('Jānis', 'spring')}"
    + f"{_ins('Jānis', 'autumn')}{_run('.')}</w:p>"
    + paragraph("Article 2")
    + paragraph("Costs")
    + paragraph("1. The sending Party bears the costs of every crossing it has asked for.")
    + paragraph("2. Crews are exempt from the fees of the harbour in which they rest.")
    + f'<w:p><w:pPr><w:rPr><w:ins w:id="9" w:author="Kadri" {_AT}/></w:rPr></w:pPr>'
    + _ins("Kadri", "3. Dogs sail free of charge when they are kept on a lead.")
    + "</w:p>"
)


@pytest.fixture
def answered(tmp_path: Path) -> Answered:
    sent, back = tmp_path / "sent.docx", tmp_path / "back.docx"
    sent.write_bytes(_SENT)
    back.write_bytes(_CAME_BACK)
    answer = read_answer(back)
    assert answer is not None
    return compare_answer(read_file(sent).agreement, answer, Options())


def test_every_change_has_its_author_and_what_was_changed_silently_has_none(answered: Answered) -> None:
    said = {(r.old, r.new): (r.author, r.number in answered.unmarked) for r in answered.redline.revisions}
    assert said == {
        ("daily", "twice a week"): ("Kadri", False),
        ("spring", "autumn"): ("Jānis", False),
        ("requesting", "sending"): ("", True),
        (None, "Dogs sail free of charge when they are kept on a lead."): ("Kadri", False),
    }
    assert {r.date for r in answered.redline.revisions} == {"", "2026-05-12T09:00:00Z"}


def test_without_what_was_sent_only_tracked_changes_show(tmp_path: Path) -> None:
    back = tmp_path / "back.docx"
    back.write_bytes(_CAME_BACK)
    answer = read_answer(back)
    assert answer is not None
    answered = compare_answer(None, answer, Options())
    assert [r.author for r in answered.redline.revisions] == ["Kadri", "Jānis", "Kadri"]
    assert not answered.unmarked


def test_what_is_decided_in_the_redline_is_decided_in_their_file(answered: Answered, tmp_path: Path) -> None:
    back, target = tmp_path / "back.docx", tmp_path / "decided.docx"
    by_words = {r.new: answered.tracked.get(r.number, ()) for r in answered.redline.revisions}
    decide_answer(
        back,
        target,
        accepted=by_words["twice a week"],
        rejected=by_words["Dogs sail free of charge when they are kept on a lead."],
    )
    left = tracked_changes(Package(target.read_bytes(), name="decided.docx"))
    assert [(c.author, c.text) for c in left] == [("Jānis", "spring"), ("Jānis", "autumn")]
    text = read_file(target).agreement
    said = [unit.text.plain for unit in text.walk()]
    assert "The ferry sails twice a week from either shore." in said
    assert not any("Dogs" in words for words in said)


def test_a_file_without_tracked_changes_is_no_answer(tmp_path: Path) -> None:
    for name, data in (("sent.docx", _SENT), ("note.txt", b"Article 1\nThe ferry sails.")):
        path = tmp_path / name
        path.write_bytes(data)
        assert read_answer(path) is None


def test_a_silent_deletion_is_told_from_a_tracked_one(tmp_path: Path) -> None:
    sent, back = tmp_path / "sent.docx", tmp_path / "back.docx"
    sent.write_bytes(_SENT)
    back.write_bytes(
        word_file(
            _HEAD
            + f"<w:p>{_run('1. The ferry sails ')}{_del('Kadri', 'daily')}{_ins('Kadri', 'weekly')}"
            + f"{_run(' from either shore.')}</w:p>"
            + paragraph("2. Fares are set by the Joint Committee and published in spring.")
            + paragraph("Article 2")
            + paragraph("Costs")
            + paragraph("1. The requesting Party bears the costs of every crossing it has asked for.")
        )
    )
    answer = read_answer(back)
    assert answer is not None
    answered = compare_answer(read_file(sent).agreement, answer, Options())
    deleted = [r for r in answered.redline.revisions if r.kind is RevisionKind.DELETED]
    assert [r.number in answered.unmarked for r in deleted] == [True]
