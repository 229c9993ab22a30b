"""Comments in the Word redline of a draft: on the words they were made on, and only where asked for."""

from __future__ import annotations

import io
import subprocess
import zipfile
from datetime import date
from pathlib import Path

import pytest
from lxml import etree

from tests.formats.docx_writer.test_word_redline import document, unit
from tests.formats.docx_writer.test_word_writer import born, part, treaty, words
from tests.formats.docx_writer.word_judge import decided
from tests.formats.office import office_python
from workbench.actions import comparing
from workbench.agreement import edits
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.text import Comment, Text
from workbench.agreement.tree import Agreement, Kind
from workbench.comparison import compare
from workbench.formats.docx import reader, redline

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
ASKED = Comment("Anna Liepa", "Who pays?\nAsk the treasury.", date(2031, 4, 2))
URGED = Comment("Rupert", "Without date.")
BARE = treaty()
OLD = edits.set_text(BARE, unit(21), "Each Party pays its own way.")


def commented() -> Agreement:
    """The old text with words changed inside a commented passage, and a new paragraph that bears a comment."""
    plain = "Each Party alone pays its whole way."
    new = edits.set_text(OLD, unit(21), Text(plain).marked(5, len(plain) - 1, ASKED))
    more = born(22, Kind.PARAGRAPH, Text("Fuel is shared.").marked(0, 4, URGED))
    return edits.insert_after(new, unit(21), more)


def marked(form: str = "revisions") -> bytes:
    found = compare(OLD, commented())
    return redline.to_bytes(found, author="A", date="2031-05-01", form=form, comments=True)


def ranges(root: etree._Element) -> dict[str, str]:
    """The words in the range of each comment, deleted ones among them, by its number."""
    said: dict[str, str] = {}
    opened: set[str] = set()
    for element in root.iter(f"{W}*"):
        number = element.get(f"{W}id", "")
        if element.tag == f"{W}commentRangeStart":
            opened.add(number)
            said[number] = ""
        elif element.tag == f"{W}commentRangeEnd":
            opened.discard(number)
        elif element.tag in (f"{W}t", f"{W}delText"):
            for open_one in opened:
                said[open_one] += element.text or ""
    return said


@pytest.mark.parametrize("form", ["revisions", "static"])
def test_a_comment_stands_on_its_words_with_author_and_day(form: str) -> None:
    data = marked(form)
    comments = part(data, "word/comments.xml")
    assert [
        (c.get(f"{W}author"), c.get(f"{W}date"), [words(p) for p in c.iterchildren()]) for c in comments
    ] == [
        ("Anna Liepa", "2031-04-02T00:00:00Z", ["Who pays?", "Ask the treasury."]),
        ("Rupert", None, ["Without date."]),
    ]
    assert ranges(document(data)) == {"0": "Party alone pays its ownwhole way", "1": "Fuel"}
    signs = [sign.get(f"{W}id") for sign in document(data).iter(f"{W}commentReference")]
    assert signs == ["0", "1"]


def test_the_comments_are_read_again() -> None:
    blocks = reader.from_bytes(decided(marked(), "accept"), name="r.docx").blocks
    found = {b.text.plain[s:e]: c for b in blocks for s, e, c in b.text.of(Comment)}
    assert found == {"Party alone pays its whole way": ASKED, "Fuel": URGED}


def test_a_comment_on_what_is_taken_back_goes_with_it() -> None:
    root = document(decided(marked(), "reject"))
    assert [sign.get(f"{W}id") for sign in root.iter(f"{W}commentReference")] == ["0"]


def test_without_being_asked_for_no_comment_leaves() -> None:
    data = redline.to_bytes(compare(OLD, commented()), author="A", date="2031-05-01")
    file = zipfile.ZipFile(io.BytesIO(data))
    everything = b"".join(file.read(name) for name in file.namelist())
    assert "word/comments.xml" not in file.namelist()
    assert b"commentR" not in everything
    assert b"treasury" not in everything


@pytest.mark.parametrize(
    ("name", "form"),
    [("r.html", "revisions"), ("r.pdf", "static"), ("r.xml", "revisions"), ("r.docx", "table")],
)
def test_a_redline_that_holds_no_comments_is_refused(name: str, form: str, tmp_path: Path) -> None:
    found = compare(OLD, commented())
    how = comparing.RedlineForm(form)
    with pytest.raises(WorkbenchError, match="comments"):
        comparing.write_redline(found, tmp_path / name, author="A", date="", form=how, comments=True)
    assert not (tmp_path / name).exists()


def test_libreoffice_opens_it(tmp_path: Path) -> None:
    office_python()
    (tmp_path / "r.docx").write_bytes(marked())
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = ["soffice", profile, "--headless", "--convert-to", "txt:Text", "--outdir", str(tmp_path)]
    subprocess.run([*command, str(tmp_path / "r.docx")], check=True, capture_output=True, timeout=120)
    assert "Fuel is shared." in (tmp_path / "r.txt").read_text("utf-8-sig")
