"""The command line as a user types it: a real process, a real library, real files."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import pytest

from workbench import cli


class Line:
    """A command line with a library of its own in an empty folder."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.library = folder / "library.sqlite"
        self.capsys = capsys

    def __call__(self, *words: object) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        self.capsys.readouterr()
        try:
            code = cli.run([*map(str, words), "--library", str(self.library)])
        except SystemExit as left:
            code = int(left.code or 0)
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def json(self, *words: object) -> Any:
        code, out, err = self(*words, "--json")
        assert code in (0, 1), err
        return json.loads(out)


@pytest.fixture
def line(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Line:
    return Line(tmp_path, capsys)


@pytest.fixture
def agreement(fixtures: Path) -> Path:
    return fixtures / "flood_warning_lt_lv.txt"


@pytest.fixture
def news(fixtures: Path) -> Path:
    return fixtures / "ferry_news.txt"


def children(shape: Any, kind: str) -> list[Any]:
    return [child for child in shape["children"] if child["kind"] == kind]


class TestOutline:
    def test_the_shape_of_an_agreement(self, line: Line, agreement: Path) -> None:
        shape = line.json("outline", agreement)
        assert set(shape) >= {"title", "language", "parties", "register", "kind", "units", "findings"}
        assert (shape["kind"], shape["language"]) == ("agreement", "en")
        assert sorted(shape["parties"]) == ["Republic of Latvia", "Republic of Lithuania"]
        preamble = shape["units"][0]
        assert [child["kind"] for child in preamble["children"]] == [
            "parties_clause", "recital", "recital", "recital", "agreeing_formula",
        ]  # fmt: skip
        assert len(children(preamble["children"][3], "citation")) == 2
        articles = [unit for unit in shape["units"] if unit["kind"] == "article"]
        assert [len(children(article, "paragraph")) for article in articles] == [1, 4, 7]
        assert len(children(articles[1]["children"][2], "point")) == 3
        assert [unit["kind"] for unit in shape["units"][-3:]] == ["testimonium", "done_at", "signature_block"]
        assert len(shape["units"][-1]["children"]) == 2
        assert not [
            f for f in shape["findings"] if not {"code", "severity", "message", "locator", "quote"} <= set(f)
        ]

    def test_a_news_piece_is_no_agreement(self, line: Line, news: Path) -> None:
        assert line.json("outline", news)["kind"] == "other"

    def test_people_get_a_tree(self, line: Line, agreement: Path) -> None:
        code, out, _ = line("outline", agreement)
        assert code == 0
        assert "article: Article 2  Exchange of warnings" in out


class TestImportAndSearch:
    def test_bad_files_are_named_and_the_others_kept(self, line: Line, agreement: Path, news: Path) -> None:
        empty = line.folder / "empty.docx"
        empty.write_bytes(b"")
        code, out, err = line("import", agreement, empty, news, "--json")
        files = json.loads(out)["files"]
        assert code == 1
        assert [(f["status"], f["kind"]) for f in files] == [
            ("kept", "agreement"),
            ("failed", None),
            ("kept", "other"),
        ]
        assert err.strip().startswith(f"workbench: {empty}: ")
        assert err.strip().count("\n") == 0
        assert files[2]["clause_ids"] == []
        info = line.json("library", "info")
        assert (info["agreements"], info["background"]) == (1, 1)
        assert info["clauses"] == len(files[0]["clause_ids"])

    def test_the_same_file_is_known(self, line: Line, agreement: Path) -> None:
        first = line.json("import", agreement)["files"][0]
        second = line.json("import", agreement)["files"][0]
        assert (first["status"], second["status"]) == ("kept", "known")
        assert first["agreement_id"] == second["agreement_id"]
        assert line.json("library", "info")["agreements"] == 1

    def test_search_finds_word_families_with_their_source(
        self, line: Line, agreement: Path, news: Path
    ) -> None:
        line("import", agreement, news)
        hits = line.json("search", "termination")["hits"]
        assert "terminate this Agreement" in hits[0]["text"]
        assert hits[0]["label"] == "Article 3(3)"
        assert hits[0]["provenance"]["file"] == agreement.name
        assert len(hits[0]["provenance"]["sha256"]) == 64
        assert hits[0]["provenance"]["locator"]
        background = line.json("search", "ferry")["hits"]
        assert [hit["kind"] for hit in background] == ["background"]
        assert line.json("search", "nowheretobefound") == {"total": 0, "hits": []}

    def test_show_and_similar(self, line: Line, agreement: Path) -> None:
        line("import", agreement)
        found = line.json("search", "termination", "--limit", 1)["hits"][0]
        assert line.json("show", found["id"])["text"] == found["text"]
        near = line.json(
            "similar",
            "--text",
            "A Party that wishes to terminate this Agreement will send a note to the other.",
        )
        assert near["hits"][0]["id"] == found["id"]
        assert 0 < near["hits"][0]["similarity"] <= 1
        code, _, err = line("show", "no-such-clause")
        assert code == 1
        assert err.count("\n") == 1


class TestDraft:
    def draft(self, line: Line) -> Path:
        path = line.folder / "draft.xml"
        code, _, err = line(
            "new",
            "defence-cooperation",
            "--party",
            "Republic of Latvia",
            "--party",
            "Republic of Estonia",
            "-o",
            path,
        )
        assert code == 0, err
        return path

    def test_final_provisions_of_a_precedent_are_adapted(self, line: Line, agreement: Path) -> None:
        line("import", agreement)
        clause = line.json("search", "termination", "--limit", 1)["hits"][0]["id"]
        path = self.draft(line)
        before = line.json("outline", path)
        report = line.json("insert", path, clause, "--as-final-provisions")
        after = line.json("outline", path)
        last = [unit for unit in after["units"] if unit["kind"] == "article"][-1]
        assert report["inserted"] == [last["label"]]
        assert [child["number"] for child in children(last, "paragraph")] == [str(n) for n in range(1, 8)]
        words = " ".join(child["text"] for child in last["children"])
        assert "Estonian and Latvian legislations" in words
        particular = [f for f in report["findings"] if f["severity"] == "error"]
        assert len(particular) == 1
        assert "Nordic Hydrological Union" in particular[0]["quote"]
        kept = [child["text"] for child in last["children"] if "Nordic" in child["text"]]
        assert kept == [
            "Nothing in this Agreement stands in the way of the accession of Lithuania to the Nordic Hydrological Union."
        ]
        assert "Lithuania" not in words.replace(kept[0], "")
        assert [u for u in after["units"] if u["kind"] in ("testimonium", "done_at")] == [
            u for u in before["units"] if u["kind"] in ("testimonium", "done_at")
        ]

    def test_insert_after_a_label_and_into_another_file(self, line: Line, agreement: Path) -> None:
        line("import", agreement)
        clause = line.json("search", "exchange warnings without delay", "--limit", 1)["hits"][0]["id"]
        path, other = self.draft(line), line.folder / "other.xml"
        untouched = path.read_bytes()
        report = line.json("insert", path, clause, "--after", "Article 3(1)", "-o", other)
        assert report["inserted"] == ["Article 3(2)"]
        assert path.read_bytes() == untouched
        code, _, err = line("insert", path, clause, "--after", "Article 99")
        assert (code, err.count("\n")) == (1, 1)
        assert "Article 99" in err

    def test_values_are_set_and_wrong_ones_explained(self, line: Line) -> None:
        path = line.folder / "d.xml"
        parties = ("--party", "Latvia", "--party", "Estonia")
        assert line("new", "defence-cooperation", *parties, "--set", "place=Valga", "-o", path)[0] == 0
        assert "Valga" in json.dumps(line.json("outline", path), ensure_ascii=False)
        for words in (("no-such-template", *parties), ("defence-cooperation", "--party", "Latvia")):
            code, _, err = line("new", *words, "-o", path)
            assert (code, err.count("\n")) == (1, 1)

    def test_compare_and_export(self, line: Line) -> None:
        path = self.draft(line)
        changed = line.folder / "changed.xml"
        text = path.read_text(encoding="utf-8")
        changed.write_text(text.replace("without delay", "within six hours", 1), encoding="utf-8")
        redline = line.folder / "redline.docx"
        shape = line.json(
            "compare", path, changed, "-o", redline, "--author", "LV", "--date", "2031-01-01T00:00:00Z"
        )
        assert shape["summary"]["replaced"] == 1
        assert [(r["kind"], r["old"], r["new"]) for r in shape["revisions"]] == [
            ("replaced", "without delay", "within six hours")
        ]
        first = redline.read_bytes()
        line("compare", path, changed, "-o", redline, "--author", "LV", "--date", "2031-01-01T00:00:00Z")
        assert redline.read_bytes() == first
        for suffix in (".docx", ".xml", ".pdf", ".html", ".txt"):
            out = line.folder / f"agreement{suffix}"
            code, _, err = line("export", path, "-o", out)
            assert (code, out.stat().st_size > 1000) == (0, True), err
            assert line.json("outline", out)["kind"] == "agreement"
        code, _, err = line("export", path, "-o", line.folder / "agreement.odp")
        assert (code, err.count("\n")) == (1, 1)

    def test_what_goes_wrong_names_the_file_as_typed(self, line: Line, agreement: Path) -> None:
        path = self.draft(line)
        line("import", agreement)
        clause = line.json("search", "termination", "--limit", 1)["hits"][0]["id"]
        parties = ("--party", "Latvia", "--party", "Estonia")
        for named, words in (
            (path, ("insert", path, clause, "--after", "Article 99")),
            (path, ("insert", path, clause, "--map", "Ruritania=Latvia")),
            (agreement, ("insert", agreement, clause)),
            (
                line.folder / "no" / "d.xml",
                ("new", "memorandum", *parties, "-o", line.folder / "no" / "d.xml"),
            ),
            (line.folder / "d.docx", ("new", "memorandum", *parties, "-o", line.folder / "d.docx")),
            (line.folder / "r.odp", ("compare", path, path, "-o", line.folder / "r.odp")),
            (line.folder / "no" / "r.docx", ("compare", path, path, "-o", line.folder / "no" / "r.docx")),
            (path, ("export", path, "-o", path)),
            (line.folder / "e.odp", ("export", path, "-o", line.folder / "e.odp")),
        ):
            code, _, err = line(*words)
            assert (code, err.count("\n")) == (1, 1), err
            assert err.startswith(f"workbench: {named}: ")

    def test_the_day_of_a_redline_is_written_as_word_writes_it(self, line: Line) -> None:
        path = self.draft(line)
        changed = line.folder / "changed.xml"
        text = path.read_text(encoding="utf-8")
        changed.write_text(text.replace("without delay", "within six hours", 1), encoding="utf-8")
        written = []
        for moment in ("2031-01-01", "2031-01-01T02:00:00+02:00"):
            redline = line.folder / "redline.docx"
            line("compare", path, changed, "-o", redline, "--author", "LV", "--date", moment)
            written.append(redline.read_bytes())
            with ZipFile(redline) as package:
                assert b'w:date="2031-01-01T00:00:00Z"' in package.read("word/document.xml")
        assert written[0] == written[1]

    def test_a_document_that_is_no_draft_is_refused(self, line: Line, agreement: Path) -> None:
        line("import", agreement)
        clause = line.json("search", "termination", "--limit", 1)["hits"][0]["id"]
        code, _, err = line("insert", agreement, clause, "-o", line.folder / "x.xml")
        assert (code, err.count("\n")) == (1, 1)
        assert not (line.folder / "x.xml").exists()


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("gone.txt", None),
        ("empty.txt", b""),
        ("binary.txt", bytes(range(256)) * 20),
        ("nozip.docx", b"hello"),
        ("cut.pdf", b"%PDF-1.7\n1 0 obj"),
        ("picture.png", b"\x89PNG\r\n"),
        ("other.xml", b"<a/>"),
        ("broken.xml", b"<akomaNtoso"),
    ],
)
def test_bad_input_is_one_line_and_leaves_the_library_alone(
    line: Line, agreement: Path, name: str, data: bytes | None
) -> None:
    line("import", agreement)
    path = line.folder / name
    if data is not None:
        path.write_bytes(data)
    for verb in ("outline", "import"):
        code, out, err = line(verb, path)
        assert code == 1
        assert out == ""
        assert err.startswith("workbench: ")
        assert name in err
        assert err.count("\n") == 1
    assert line.json("library", "info")["agreements"] == 1


def test_options_may_stand_before_the_verb(
    tmp_path: Path, agreement: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    place = str(tmp_path / "l.sqlite")
    assert cli.run(["--library", place, "--json", "import", str(agreement)]) == 0
    assert json.loads(capsys.readouterr().out)["files"][0]["status"] == "kept"
    assert cli.run(["--json", f"--library={place}", "search", "flood"]) == 0
    assert json.loads(capsys.readouterr().out)["total"] > 0


@pytest.mark.parametrize(
    "words",
    [
        ["nonsense"],
        ["search"],
        ["compare", "only-one"],
        ["search", "x", "--limit", "0"],
        ["library", "paint"],
        ["library", "backup"],
        ["library", "info", "a-file"],
        ["compare", "a.xml", "b.xml", "--date", "yesterday"],
    ],
)
def test_wrong_use_is_exit_code_two(line: Line, words: list[str]) -> None:
    assert line(*words)[0] == 2


def test_the_command_line_loads_no_qt_and_starts_light() -> None:
    code = (
        "import sys, workbench.cli; workbench.cli.build();"
        "bad = [m for m in ('PySide6', 'sqlalchemy', 'alembic', 'docx', 'lxml', 'pypdfium2', 'typst') if m in sys.modules];"
        "sys.exit(', '.join(bad) or 0)"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr


def test_the_tour_leaves_its_files(line: Line) -> None:
    folder = line.folder / "tour"
    code, out, err = line("tour", folder)
    assert code == 0, err
    told = [told_line.split(": ")[0] for told_line in out.splitlines()]
    assert told == [str(folder / name) for name in (
        "library.sqlite", "1-draft.xml", "2-final-provisions.xml", "3-revised.xml", "4-redline.docx", "4-redline.html",
        "5-agreement.docx", "5-agreement.pdf", "5-agreement.xml", "6-vienosanas.docx",
    )]  # fmt: skip
    assert all(Path(name).stat().st_size > 1000 for name in told)
    again = folder / "4-redline.docx"
    before = again.read_bytes()
    assert line("tour", folder)[0] == 0
    assert again.read_bytes() == before


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ([], cli.Opening()),
        (["--starter"], cli.Opening(starter=True)),
        (["--library", "x.sqlite"], cli.Opening(library="x.sqlite")),
        (["search", "x"], None),
        (["--library", "x", "search", "y"], None),
        (["--help"], None),
        (["no-such-file.xml"], None),
    ],
)
def test_the_door_tells_window_and_command_line_apart(words: list[str], expected: cli.Opening | None) -> None:
    assert cli.parse_opening(words) == expected


def test_a_file_alone_opens_the_window(agreement: Path) -> None:
    assert cli.parse_opening([str(agreement)]) == cli.Opening(files=(agreement,))


def test_every_verb_is_in_the_user_guide() -> None:
    guide = (Path(__file__).parents[2] / "docs" / "user-guide.md").read_text(encoding="utf-8")
    assert [verb for verb in cli.VERBS if f"`workbench {verb}" not in guide] == []
