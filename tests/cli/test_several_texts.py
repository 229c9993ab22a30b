"""The verbs that lay several texts side by side, as a user types them."""

from __future__ import annotations

from pathlib import Path

import docx

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

ARTICLES = (
    "Purpose\n\n1. The Parties keep the ferry running through the winter.\n2. Both harbours stay open.\n",
    "Timetable\n\n1. The timetable is published early.\n2. Changes are told to the pilots at once.\n",
    "Costs\n\n1. Each Party pays half of the fuel.\n2. Invoices fall due thirty days after receipt.\n",
    "Crew\n\n1. Every crew holds a licence of its own State.\n2. Sailors speak the tongue of either port.\n",
    "End\n\n1. This Agreement ends six months after written notice.\n2. Debts are paid all the same.\n",
)


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

    def test_an_article_that_both_moved_stands_at_both_places(self, line: Line) -> None:
        def in_order(name: str, *order: int) -> Path:
            articles = (f"Article {n}\n{ARTICLES[at]}\n" for n, at in enumerate(order, start=1))
            path = line.folder / name
            path.write_text("AGREEMENT\n\n" + "\n".join(articles), encoding="utf-8")
            return path

        base, out = in_order("base.txt", 0, 1, 2, 3, 4), line.folder / "out.xml"
        ours, theirs = in_order("ours.txt", 0, 1, 3, 4, 2), in_order("theirs.txt", 2, 0, 1, 3, 4)
        command = ("merge", base, ours, theirs, "-o", out)
        code, said, _ = line(*command)
        assert code == 1
        assert "stands as Article 5 (ours), Article 1 (theirs)" in said
        (conflict,) = line.json(*command)["conflicts"]
        assert (conflict["label"], conflict["places"]) == ("Article 1", ["Article 5", "Article 1"])
        assert conflict["ours"] == conflict["theirs"]

    def test_three_formats_merge_as_one(self, line: Line) -> None:
        base = written(line.folder, "base.txt")
        ours = written(line.folder, "ours.txt", ("three months", "six weeks"))
        theirs = written(line.folder, "theirs.txt", ("three months", "a year"), ("thirty days", "sixty days"))
        found = [line.json("merge", base, ours, theirs, "-o", line.folder / "out.xml")]
        for endings in (("docx", "txt", "xml"), ("xml", "docx", "txt"), ("txt", "xml", "docx")):
            files = []
            for source, ending in zip((base, ours, theirs), endings, strict=True):
                files.append(source.with_suffix(f".{ending}"))
                if ending != "txt":
                    assert line("export", source, "-o", files[-1], "--draft")[0] == 0
            found.append(line.json("merge", *files, "-o", line.folder / "out.xml"))
        assert all(one == found[0] for one in found)
        assert found[0] == {
            "clean": 1,
            "conflicts": [{"label": "Article 1(2)", "ours": "six weeks", "theirs": "a year"}],
        }

    def test_the_word_file_of_a_merge_shows_both_wordings(self, line: Line) -> None:
        base = written(line.folder, "base.txt")
        ours = written(line.folder, "ours.txt", ("three months", "six weeks"))
        theirs = written(line.folder, "theirs.txt", ("three months", "a year"))
        out, word = line.folder / "out.xml", line.folder / "out.docx"
        assert line("merge", base, ours, theirs, "-o", out)[0] == 1
        assert line("export", out, "-o", word, "--draft")[0] == 0
        said = [paragraph.text for paragraph in docx.Document(str(word)).paragraphs]
        assert any("published [six weeks][a year] ahead." in text for text in said)

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


class TestConcordance:
    LATVIAN = """LĪGUMS

1. pants
Mērķis

1. Puses uztur prāmja satiksmi visu ziemu.
2. Kustības sarakstu publicē 90 dienas iepriekš.

2. pants
Izmaksas

1. Katra Puse sedz pusi degvielas izmaksu.
"""
    UKRAINIAN = """УГОДА

Стаття 1
Мета

1. Сторони підтримують поромне сполучення протягом усієї зими.
2. Розклад руху оприлюднюють за 60 днів.

Стаття 2
Витрати

1. Кожна Сторона сплачує половину вартості пального.
"""

    def files(self, folder: Path) -> tuple[Path, Path]:
        first, second = folder / "lv.txt", folder / "uk.txt"
        first.write_text(self.LATVIAN, encoding="utf-8")
        second.write_text(self.UKRAINIAN, encoding="utf-8")
        return first, second

    def test_what_answers_what_and_what_differs(self, line: Line) -> None:
        shape = line.json("concordance", *self.files(line.folder))
        pairs = {pair["a"]: pair for pair in shape["pairs"]}
        assert pairs["2. pants"]["b"] == "Стаття 2"
        assert pairs["1. pants 2. punkts"]["differences"] == [{"kind": "number", "a": "90", "b": "60"}]
        assert sum(len(pair["differences"]) for pair in shape["pairs"]) == 1

    def test_it_is_written_as_word_and_as_a_page(self, line: Line) -> None:
        files = self.files(line.folder)
        for name in ("out.docx", "out.html"):
            code, said, _ = line("concordance", *files, "-o", line.folder / name)
            assert code == 0
            assert "1 difference" in said
        page = (line.folder / "out.html").read_text(encoding="utf-8")
        assert "поромне сполучення" in page
        assert "skaitlis</b>: 90 | 60" in page
        document = docx.Document(str(line.folder / "out.docx"))
        rows = [[cell.text for cell in row.cells] for row in document.tables[0].rows]
        assert rows[0] == ["Latviešu", "Українська", "Atšķirības"]
        assert any("skaitlis: 90 | 60" in row[2] for row in rows)
        properties = document.tables[0].rows[0]._tr.trPr
        assert properties is not None
        assert "tblHeader" in str(properties.xml)

    def test_what_cannot_be_laid_side_by_side_is_said_in_one_line(self, line: Line) -> None:
        first, second = self.files(line.folder)
        for command, words in (
            (("concordance", first, first), "use `workbench compare`"),
            (("concordance", first, second, "-o", line.folder / "o.pdf"), "use .docx or .html"),
            (("concordance", first, line.folder / "missing.txt"), "no such file"),
            (("compare", first, second), "use `workbench concordance`"),
        ):
            code, _, err = line(*command)
            assert (code, err.count("\n")) == (1, 1)
            assert words in err


class TestRedlinesInOtherFormats:
    def files(self, folder: Path) -> tuple[Path, Path]:
        return written(folder, "old.txt"), written(folder, "new.txt", ("thirty days", "sixty days"))

    def test_pdf_and_akoma_ntoso(self, line: Line) -> None:
        files = self.files(line.folder)
        for name in ("r.pdf", "r.xml", "s.pdf"):
            extra = ("--summary",) if name == "s.pdf" else ()
            out = line.folder / name
            command = ("compare", *files, "-o", out, "--author", "Norway", "--date", "2026-11-22", *extra)
            assert line(*command)[0] == 0
            once = out.read_bytes()
            assert line(*command)[0] == 0
            assert out.read_bytes() == once, "the same input gives the same bytes"
        assert b"<ins" in (line.folder / "r.xml").read_bytes()
        text = line.folder / "s.txt"
        assert line("export", line.folder / "r.xml", "-o", text)[0] == 0
        assert "sixty days" in text.read_text(encoding="utf-8")
        assert "thirty" not in text.read_text(encoding="utf-8")

    def test_a_page_of_changes_is_refused_for_files_kept_as_they_are(self, line: Line) -> None:
        paths = []
        for name, source in zip(("old.docx", "new.docx"), self.files(line.folder), strict=True):
            paths.append(line.folder / name)
            assert line("export", source, "-o", paths[-1])[0] == 0
        code, _, err = line("compare", *paths, "-o", line.folder / "r.docx", "--summary")
        assert code == 1
        assert "leave out --summary" in err

    def test_letters_are_marked_on_request(self, line: Line) -> None:
        old = written(line.folder, "old.txt")
        new = written(line.folder, "new.txt", ("ferry", "ferries"))
        words = line.json("compare", old, new)["revisions"]
        letters = line.json("compare", old, new, "--granularity", "character")["revisions"]
        assert [(r["old"], r["new"]) for r in words] == [("ferry", "ferries")]
        assert [(r["old"], r["new"]) for r in letters] == [("y", "ies")]
