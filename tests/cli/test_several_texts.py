"""The verbs that lay several texts side by side, as a user types them."""

from __future__ import annotations

from pathlib import Path

from tests.cli.test_commands import Line, line

__all__ = ["line"]

BASE = """AGREEMENT

Article 1
Purpose

1. The Parties keep the ferry running through the winter.
2. The timetable is published three months ahead.

Article 2
Costs

1. Each Party pays half of the fuel.
2. Invoices fall due thirty days after receipt.

Article 3
End

1. This Agreement ends six months after written notice.
"""


def written(folder: Path, name: str, *changes: tuple[str, str]) -> Path:
    text = BASE
    for old, new in changes:
        assert old in text
        text = text.replace(old, new)
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


class TestMerge:
    def test_clean_edits_of_both_go_into_a_draft(self, line: Line) -> None:
        base = written(line.folder, "base.txt")
        ours = written(line.folder, "ours.txt", ("three months", "six weeks"))
        theirs = written(line.folder, "theirs.txt", ("thirty days", "sixty days"))
        out = line.folder / "out.xml"
        code, said, _ = line("merge", base, ours, theirs, "-o", out)
        assert code == 0
        assert "2 changes merged, 0 conflicts" in said
        clean = line.folder / "out.txt"
        assert line("export", out, "-o", clean)[0] == 0
        words = clean.read_text(encoding="utf-8")
        assert "six weeks ahead" in words
        assert "sixty days" in words

    def test_a_conflict_is_named_and_ends_in_one(self, line: Line) -> None:
        base = written(line.folder, "base.txt")
        ours = written(line.folder, "ours.txt", ("six months", "a year"))
        theirs = written(line.folder, "theirs.txt", ("six months", "ninety days"))
        out = line.folder / "out.xml"
        command = ("merge", base, ours, theirs, "-o", out, "--names", "Latvia", "Norway")
        code, said, _ = line(*command)
        assert code == 1
        assert "Latvia: “a year”" in said
        shape = line.json(*command)
        assert shape == {
            "clean": 0,
            "conflicts": [{"label": "Article 3(1)", "ours": "a year", "theirs": "ninety days"}],
        }
        assert b"[ninety days]" in out.read_bytes()

    def test_what_cannot_be_merged_is_said_in_one_line(self, line: Line) -> None:
        base = written(line.folder, "base.txt")
        missing = line.folder / "missing.txt"
        for command, words in (
            (("merge", base, missing, base, "-o", line.folder / "o.xml"), "missing.txt"),
            (("merge", base, base, base, "-o", line.folder / "o.docx"), "saved as .xml"),
            (
                ("merge", base, base, base, "-o", line.folder / "o.xml", "--names", "A", "A"),
                "name of its own",
            ),
        ):
            code, _, err = line(*command)
            assert code == 1
            assert words in err
            assert err.count("\n") == 1
            assert not (line.folder / "o.xml").exists()
