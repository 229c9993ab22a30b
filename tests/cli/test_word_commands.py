"""Word files on the command line: compared as they are, their tracked changes accepted and rejected."""

from __future__ import annotations

import json
import zipfile
from pathlib import Path
from typing import Any

import pytest

from tests.formats.word_files import paragraph, word_file
from workbench import cli
from workbench.formats.docx.package import Package, W

BY = 'w:id="{}" w:author="Syldavia" w:date="2026-05-01T10:00:00Z"'
ANSWER = (
    "<w:p><w:r><w:t xml:space='preserve'>The fee is </w:t></w:r>"
    f"<w:del {BY.format(1)}><w:r><w:delText>ten</w:delText></w:r></w:del>"
    f"<w:ins {BY.format(2)}><w:r><w:t>twelve</w:t></w:r></w:ins>"
    "<w:r><w:t xml:space='preserve'> crowns a month.</w:t></w:r></w:p>"
)
END = paragraph("The end.")


class Desk:
    """A folder of Word files and a command line."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder, self.capsys = folder, capsys

    def file(self, name: str, body: str) -> Path:
        path = self.folder / name
        path.write_bytes(word_file(body + END))
        return path

    def run(self, *words: object) -> tuple[int, str, str]:
        self.capsys.readouterr()
        code = cli.run([str(word) for word in words])
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def json(self, *words: object) -> Any:
        code, out, err = self.run(*words, "--json")
        assert code == 0, err
        return json.loads(out)


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


def words(path: Path) -> str:
    root = Package(path.read_bytes(), name=path.name).document()
    return next("".join(t.text or "" for t in p.iter(f"{W}t")) for p in root.iter(f"{W}p"))


def test_two_word_files_give_the_new_one_with_revisions(desk: Desk) -> None:
    old = desk.file("old.docx", paragraph("The seat of the commission is Strelsau."))
    new = desk.file("new.docx", paragraph("The seat of the commission is Klow.", "<w:keepNext/>"))
    out = desk.folder / "redline.docx"
    shape = desk.json("compare", old, new, "-o", out, "--author", "RU", "--date", "2031-01-01")
    assert shape["revisions"] == [
        {"kind": "replaced", "old": "Strelsau", "new": "Klow", "label": "paragraph 1"}
    ]
    assert (shape["summary"]["replaced"], shape["summary"]["unchanged"]) == (1, 1)
    root = Package(out.read_bytes(), name="x").document()
    assert root.find(f".//{W}keepNext") is not None, "it is the new file, not one written anew"
    made = root.find(f".//{W}ins")
    assert made is not None
    assert (made.get(f"{W}author"), made.get(f"{W}date")) == ("RU", "2031-01-01T00:00:00Z")
    for verb, result in (("accept", new), ("reject", old)):
        decided = desk.folder / f"{verb}.docx"
        assert desk.json(verb, out, "-o", decided) == {"decided": 2, "written": [str(decided)]}
        assert words(decided) == words(result)


def test_only_what_matches_is_decided(desk: Desk) -> None:
    answer, out = desk.file("answer.docx", ANSWER), desk.folder / "out.docx"
    for choice, count, left in (
        (("--by", "Syldavia"), 2, "The fee is twelve crowns a month."),
        (("--kind", "deleted"), 1, "The fee is twelve crowns a month."),
        (("--by", "Syldavia", "--kind", "moved"), 0, "The fee is twelve crowns a month."),
        (("--since", "2026-05-02"), 0, "The fee is twelve crowns a month."),
    ):
        assert desk.json("accept", answer, "-o", out, *choice)["decided"] == count
        assert words(out) == left
    assert desk.json("reject", answer, "-o", out, "--kind", "inserted")["decided"] == 1
    assert words(out) == "The fee is  crowns a month."


@pytest.mark.parametrize(
    ("since", "count"),
    [
        ("2026-05-01", 2),
        ("2026-05-01T10:00", 2),
        ("2026-05-01T10:00:01Z", 0),
        ("2026-05-01T13:00+03:00", 2),
        ("2026-05-01T12:00+01:00", 0),
        ("2026-05-01T05:59-05:00", 0),
        ("2026-05-01T05:00-05:00", 2),
    ],
)
def test_a_time_is_meant_in_its_zone(desk: Desk, since: str, count: int) -> None:
    answer, out = desk.file("answer.docx", ANSWER), desk.folder / "out.docx"
    assert desk.json("accept", answer, "-o", out, "--since", since)["decided"] == count
    local = desk.file("local.docx", ANSWER.replace("10:00:00Z", "12:00:00+02:00"))
    assert desk.json("accept", local, "-o", out, "--since", since)["decided"] == count


def test_a_change_dated_by_the_day_counts_on_all_of_it(desk: Desk) -> None:
    answer, out = desk.file("answer.docx", ANSWER.replace("T10:00:00Z", "")), desk.folder / "out.docx"
    for since, count in (("2026-05-01T18:00", 2), ("2026-05-02", 0)):
        assert desk.json("accept", answer, "-o", out, "--since", since)["decided"] == count


def test_an_author_nobody_knows_is_an_error_that_names_those_there(desk: Desk) -> None:
    other = ANSWER.replace('"Syldavia"', '"Borduria"', 1)
    answer, out = desk.file("answer.docx", other), desk.folder / "out.docx"
    code, _, err = desk.run("accept", answer, "-o", out, "--by", "syldavia")
    assert code == 1
    assert err == (
        f"workbench: {answer}: no tracked change in this file is by syldavia; "
        "the authors here are: Borduria, Syldavia\n"
    )
    assert not out.exists()
    clean = desk.file("clean.docx", paragraph("Nothing was changed."))
    code, _, err = desk.run("reject", clean, "-o", out, "--by", "Syldavia")
    assert (code, "holds no tracked changes" in err, out.exists()) == (1, True, False)
    assert desk.json("reject", clean, "-o", out)["decided"] == 0
    assert out.read_bytes() == clean.read_bytes()


def test_parts_that_hold_no_change_stay_byte_for_byte(desk: Desk) -> None:
    answer, out = desk.file("answer.docx", ANSWER), desk.folder / "out.docx"
    desk.json("accept", answer, "-o", out, "--kind", "deleted")
    before, after = zipfile.ZipFile(answer), zipfile.ZipFile(out)
    assert before.namelist() == after.namelist()
    different = [name for name in before.namelist() if before.read(name) != after.read(name)]
    assert different == ["word/document.xml"]
    desk.json("accept", answer, "-o", out, "--kind", "moved")
    assert out.read_bytes() == answer.read_bytes()


def test_what_came_back_changed_without_a_mark_is_told(desk: Desk) -> None:
    sent = desk.file("sent.docx", paragraph("The fee is ten crowns a year."))
    answer = desk.file("answer.docx", ANSWER)
    shape = desk.json("compare", sent, answer, "--sent", sent, "-o", desk.folder / "r.docx")
    assert [(c["kind"], c["old"], c["new"]) for c in shape["silent"]] == [("replaced", "year", "month")]
    honest = desk.file("honest.docx", ANSWER.replace("month", "year"))
    assert desk.json("compare", sent, honest, "--sent", sent)["silent"] == []
    _, out, _ = desk.run("compare", sent, honest, "--sent", sent)
    assert "nothing was changed without a mark" in out
    twice = desk.json("compare", answer, answer, "--sent", answer)
    assert twice["silent"] == [], "a mark that was sent is not theirs"


def test_what_goes_wrong_names_the_file(desk: Desk) -> None:
    good, bad = desk.file("good.docx", ANSWER), desk.folder / "bad.docx"
    bad.write_bytes(b"PK\x03\x04 cut off")
    text = desk.folder / "note.txt"
    text.write_text("The fee is twelve crowns.")
    whole = good.read_bytes()
    out = desk.folder / "out.docx"
    for named, command in (
        (bad, ("accept", bad, "-o", out)),
        (desk.folder / "no.docx", ("reject", desk.folder / "no.docx", "-o", out)),
        (desk.folder / "out.txt", ("accept", good, "-o", desk.folder / "out.txt")),
        (good, ("accept", good, "-o", good)),
        (desk.folder / "no" / "out.docx", ("accept", good, "-o", desk.folder / "no" / "out.docx")),
        (text, ("reject", text, "-o", out)),
        (bad, ("compare", good, bad, "-o", out)),
        (desk.folder / "out.odt", ("compare", good, good, "-o", desk.folder / "out.odt")),
        (desk.folder / "t.html", ("compare", good, good, "--as", "table", "-o", desk.folder / "t.html")),
        (desk.folder / "s.xml", ("compare", good, good, "--summary", "-o", desk.folder / "s.xml")),
        (bad, ("compare", good, good, "--sent", bad, "-o", out)),
    ):
        code, _, err = desk.run(*command)
        assert (code, err.count("\n")) == (1, 1), err
        assert err.startswith(f"workbench: {named}: "), err
    assert good.read_bytes() == whole
    assert not out.exists()


def test_without_a_target_two_word_files_are_told_apart_in_the_same_way(desk: Desk) -> None:
    old = desk.file("old.docx", paragraph("The seat of the commission is Strelsau."))
    new = desk.file("new.docx", paragraph("The seat of the commission is Klow."))
    shown = desk.json("compare", old, new)
    assert shown == desk.json("compare", old, new, "-o", desk.folder / "redline.docx")
    assert shown["revisions"][0]["new"] == "Klow"


def test_an_answer_to_a_draft_that_was_sent_is_read_without_its_tracked_changes(desk: Desk) -> None:
    head = "".join(
        paragraph(words)
        for words in (
            "AGREEMENT BETWEEN RURITANIA AND SYLDAVIA",
            "Have agreed as follows:",
            "Article 1",
            "Fees",
        )
    )
    sent, draft = (
        desk.file("sent.docx", head + paragraph("The fee is ten crowns a month.")),
        desk.folder / "s.xml",
    )
    assert desk.run("export", sent, "-o", draft)[0] == 0
    honest = desk.file("honest.docx", head + ANSWER)
    assert desk.json("compare", draft, honest, "--sent", draft)["silent"] == []
    sly = desk.file("sly.docx", head + ANSWER.replace("month", "week"))
    silent = desk.json("compare", draft, sly, "--sent", draft)["silent"]
    assert [(change["old"], change["new"]) for change in silent] == [("month", "week")]
