"""The contract of the command line, verb by verb: what is written where, in which shape, with which exit code.

Whatever goes wrong with a file is one line on standard error that names it, and exit code 1; wrong use is 2;
nothing is ever a traceback, and no input is lost.
"""

from __future__ import annotations

import json
import os
import shutil
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from workbench import cli

WHOLE = Path(__file__).parent.parent / "checks" / "whole"


class Desk:
    """A folder with an agreement whose name is in three alphabets, and a library of its own."""

    def __init__(self, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
        self.folder = folder
        self.library = folder / "library.sqlite"
        self.capsys = capsys
        self.good = folder / "līgums Україна treaty.txt"
        shutil.copy(WHOLE / "en.txt", self.good)

    def __call__(self, *words: object) -> tuple[int, str, str]:
        """Exit code, standard output, standard error."""
        self.capsys.readouterr()
        try:
            code = cli.run([*map(str, words), "--library", str(self.library)])
        except SystemExit as left:
            code = int(left.code or 0)
        told = self.capsys.readouterr()
        return code, told.out, told.err

    def bad(self, kind: str) -> Path:
        """A file that cannot be read as an agreement."""
        path = self.folder / f"{kind} файл.docx"
        match kind:
            case "folder":
                path.mkdir(exist_ok=True)
            case "empty":
                path.write_bytes(b"")
            case "binary":
                path.write_bytes(bytes(range(256)) * 40)
        return path


@pytest.fixture
def desk(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> Desk:
    return Desk(tmp_path, capsys)


Words = Callable[[Desk, Path], tuple[object, ...]]
OF_A_FILE: dict[str, Words] = {
    "outline": lambda desk, file: ("outline", file),
    "import": lambda desk, file: ("import", file),
    "check": lambda desk, file: ("check", file),
    "check --against": lambda desk, file: ("check", desk.good, "--against", file),
    "compare OLD": lambda desk, file: ("compare", file, desk.good),
    "compare NEW": lambda desk, file: ("compare", desk.good, file),
    "compare --sent": lambda desk, file: ("compare", desk.good, desk.good, "--sent", file),
    "accept": lambda desk, file: ("accept", file, "-o", desk.folder / "out.docx"),
    "reject": lambda desk, file: ("reject", file, "-o", desk.folder / "out.docx"),
    "merge": lambda desk, file: ("merge", desk.good, file, desk.good, "-o", desk.folder / "out.xml"),
    "concordance": lambda desk, file: ("concordance", desk.good, file),
    "export": lambda desk, file: ("export", file, "-o", desk.folder / "out.pdf"),
    "amend": lambda desk, file: ("amend", desk.good, file, "-o", desk.folder / "out.xml"),
    "consolidate": lambda desk, file: ("consolidate", desk.good, file, "-o", desk.folder / "out.xml"),
    "insert": lambda desk, file: ("insert", file, "00000000-0000-0000-0000-000000000000"),
    "templates --save": lambda desk, file: ("templates", "--save", file, "--as", "mine"),
}


@pytest.mark.parametrize("kind", ["missing", "folder", "empty", "binary"])
@pytest.mark.parametrize("verb", OF_A_FILE)
def test_a_file_that_cannot_be_read_is_one_line_that_names_it(desk: Desk, verb: str, kind: str) -> None:
    path = desk.bad(kind)
    code, out, err = desk(*OF_A_FILE[verb](desk, path))
    assert code == 1
    assert out == ""
    assert err.count("\n") == 1
    assert err.startswith(f"workbench: {path}: ")
    assert not list(desk.folder.glob("out.*"))


OF_AN_OUTPUT: dict[str, Words] = {
    "compare": lambda desk, out: ("compare", desk.good, desk.good, "-o", out.with_suffix(".docx")),
    "export": lambda desk, out: ("export", desk.good, "-o", out.with_suffix(".pdf")),
    "export --alternat": lambda desk, out: (
        *("export", desk.good, "-o", out.with_suffix(".docx")),
        *("--alternat", "Norway"),
    ),
    "merge": lambda desk, out: ("merge", desk.good, desk.good, desk.good, "-o", out.with_suffix(".xml")),
    "new": lambda desk, out: (
        *("new", "memorandum", "--party", "Latvia", "--party", "Estonia"),
        *("-o", out.with_suffix(".xml")),
    ),
}


@pytest.mark.parametrize("verb", OF_AN_OUTPUT)
def test_a_place_that_cannot_be_written_to_is_one_line_that_names_it(desk: Desk, verb: str) -> None:
    code, _, err = desk(*OF_AN_OUTPUT[verb](desk, desk.folder / "no such folder" / "out.x"))
    assert (code, err.count("\n")) == (1, 1)
    assert err.startswith(f"workbench: {desk.folder / 'no such folder' / 'out.'}")


@pytest.mark.parametrize("verb", ["export", "compare"])
def test_no_file_is_written_over_that_was_read(desk: Desk, verb: str) -> None:
    word = desk.folder / "treaty.docx"
    assert desk("export", desk.good, "-o", word)[0] == 0
    before = word.read_bytes()
    words = ("export", word, "-o", word) if verb == "export" else ("compare", word, word, "-o", word)
    code, _, err = desk(*words)
    assert (code, err.count("\n"), word.read_bytes()) == (1, 1, before)
    assert err.startswith(f"workbench: {word}: ")


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("outline",),
        ("check", "a.txt", "--profile", "poem"),
        ("export", "a.txt"),
        ("similar",),
        ("new", "memorandum", "-o", "d.xml"),
        ("search", "x", "--limit", "0"),
        ("compare", "a.txt", "b.txt", "--date", "yesterday"),
        ("insert", "d.xml", "id", "--map", "Latvia"),
        ("library", "backup"),
        ("templates", "--save", "d.xml"),
    ],
    ids=" ".join,
)
def test_wrong_use_is_2(desk: Desk, words: tuple[str, ...]) -> None:
    code, out, err = desk(*words)
    assert (code, out) == (2, "")
    assert "Traceback" not in err


FINDING = {"code", "severity", "message", "locator", "quote"}
NODE = {"kind", "number", "label", "heading", "text", "types", "children"}
SHAPES: dict[str, tuple[Words, set[str]]] = {
    "outline": (
        lambda desk, out: ("outline", desk.good),
        {"title", "language", "parties", "register", "kind", "units", "findings"},
    ),
    "import": (lambda desk, out: ("import", desk.good), {"files"}),
    "search": (lambda desk, out: ("search", "harbour"), {"total", "hits"}),
    "similar": (lambda desk, out: ("similar", "--text", "harbour pilots"), {"total", "hits"}),
    "templates": (lambda desk, out: ("templates",), {"templates"}),
    "check": (lambda desk, out: ("check", desk.good), {"findings"}),
    "compare": (lambda desk, out: ("compare", desk.good, desk.good), {"summary", "revisions"}),
    "merge": (
        lambda desk, out: ("merge", desk.good, desk.good, desk.good, "-o", out / "m.xml"),
        {"clean", "conflicts"},
    ),
    "concordance": (lambda desk, out: ("concordance", desk.good, WHOLE / "lv.txt"), {"pairs"}),
    "export": (lambda desk, out: ("export", desk.good, "-o", out / "e.txt"), {"written"}),
    "library info": (
        lambda desk, out: ("library", "info"),
        {"location", "schema", "agreements", "clauses", "background", "languages"},
    ),
}


@pytest.mark.parametrize("verb", SHAPES)
def test_one_json_document_with_the_keys_of_the_contract(desk: Desk, verb: str) -> None:
    words, keys = SHAPES[verb]
    code, out, _ = desk(*words(desk, desk.folder), "--json")
    assert code in (0, 1)
    shape = json.loads(out)
    assert keys <= shape.keys()


@pytest.mark.parametrize("verb", SHAPES)
def test_the_common_flags_stand_on_either_side_of_the_verb(
    desk: Desk, verb: str, capsys: pytest.CaptureFixture[str]
) -> None:
    words, _ = SHAPES[verb]
    said = [str(word) for word in words(desk, desk.folder)]
    told = []
    for typed in (
        ["--json", "--library", str(desk.library), *said],
        [*said, "--json", f"--library={desk.library}"],
        [f"--library={desk.library}", *said, "--json"],
    ):
        cli.run(typed)
        told.append(json.loads(capsys.readouterr().out))
    if verb == "import":  # what was kept the first time is known the second
        assert [shape["files"][0]["status"] for shape in told] == ["kept", "known", "known"]
    else:
        assert told[0] == told[1] == told[2]


def walk(units: list[Any]) -> list[Any]:
    return [found for unit in units for found in (unit, *walk(unit["children"]))]


def test_the_shapes_within(desk: Desk) -> None:
    outline = json.loads(desk("outline", desk.good, "--json")[1])
    assert all(node.keys() >= NODE for node in walk(outline["units"]))
    broken = desk.folder / "broken.txt"
    broken.write_text(desk.good.read_text(encoding="utf-8").replace("ten (10)", "ten (12)"), encoding="utf-8")
    code, out, _ = desk("check", broken, "--json")
    findings = json.loads(out)["findings"]
    assert code == 1
    assert all(finding.keys() >= FINDING for finding in findings)
    assert [finding["severity"] for finding in findings] == ["error"]
    kept = json.loads(desk("import", desk.good, "--json")[1])["files"][0]
    assert kept.keys() >= {"file", "status", "kind", "agreement_id", "clause_ids", "findings", "error"}
    hit = json.loads(desk("search", "pilots", "--json")[1])["hits"][0]
    within = {"id", "agreement", "label", "heading", "types", "language", "text", "snippet", "score"}
    assert hit.keys() >= within | {"provenance"}
    assert hit["provenance"].keys() >= {"file", "sha256", "locator"}
    shown = json.loads(desk("show", hit["id"], "--json")[1])
    assert shown.keys() >= {"text", "children"}
    alike = json.loads(desk("similar", "--clause", hit["id"], "--json")[1])
    assert all("similarity" in one for one in alike["hits"])
    changes = json.loads(desk("compare", desk.good, broken, "--json")[1])
    counted = {"inserted", "deleted", "replaced", "moved", "split", "merged", "renumbered", "unchanged"}
    assert changes["summary"].keys() >= counted
    assert all(one.keys() >= {"kind", "old", "new", "label"} for one in changes["revisions"])


def test_one_bad_file_among_several_is_named_and_the_others_are_kept(desk: Desk) -> None:
    missing = desk.folder / "missing.txt"
    code, out, err = desk("import", missing, desk.good, "--json")
    assert code == 1
    assert [file["status"] for file in json.loads(out)["files"]] == ["failed", "kept"]
    assert err.count("\n") == 1
    assert err.startswith(f"workbench: {missing}: ")


def test_an_original_for_each_party_beside_each_other(desk: Desk) -> None:
    out = desk.folder / "treaty.docx"
    written = json.loads(desk("export", desk.good, "-o", out, "--alternat", "all", "--json")[1])["written"]
    assert written == [str(desk.folder / "treaty-LV.docx"), str(desk.folder / "treaty-NO.docx")]
    assert not out.exists()
    titles = [json.loads(desk("outline", path, "--json")[1])["title"] for path in written]
    assert [title.index("Latvia") < title.index("Norway") for title in titles] == [True, False]


def test_an_original_for_one_party_goes_where_it_is_told(desk: Desk) -> None:
    out = desk.folder / "ours.txt"
    assert desk("export", desk.good, "-o", out, "--alternat", "Kingdom of Norway")[0] == 0
    assert "between the Kingdom of Norway and the Republic of Latvia" in out.read_text(encoding="utf-8")
    code, _, err = desk("export", desk.good, "-o", desk.folder / "x.txt", "--alternat", "Estonia")
    assert (code, err.count("\n"), (desk.folder / "x.txt").exists()) == (1, 1, False)


@pytest.mark.parametrize("ending", [".docx", ".xml", ".pdf", ".html", ".txt"])
def test_a_draft_says_so_in_every_format(desk: Desk, ending: str) -> None:
    out = desk.folder / f"draft{ending}"
    assert desk("export", desk.good, "-o", out, "--draft")[0] == 0
    if ending == ".docx":
        from zipfile import ZipFile

        with ZipFile(out) as package:
            assert b"DRAFT" in package.read("word/header1.xml")
    elif ending == ".pdf":
        from pypdfium2 import PdfDocument

        pages = PdfDocument(out)
        assert all("DRAFT" in page.get_textpage().get_text_bounded() for page in pages)
        pages.close()
    else:
        assert "DRAFT" in out.read_text(encoding="utf-8")


def command(*words: object) -> list[str]:
    return [sys.executable, "-m", "workbench", *map(str, words)]


@pytest.mark.skipif(os.name != "posix", reason="pipes and signals as a shell has them")
@pytest.mark.parametrize("json_too", [False, True])
def test_a_reader_that_has_had_enough_is_no_fault(desk: Desk, json_too: bool) -> None:
    words = command("outline", desk.good, *(["--json"] if json_too else []))
    with subprocess.Popen(words, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        complaint = process.stderr.read()
        assert process.wait(timeout=60) == 0
    assert complaint == b""


@pytest.mark.skipif(os.name != "posix", reason="signals are sent as a terminal does")
def test_ctrl_c_is_one_line(desk: Desk) -> None:
    long = desk.folder / "long.txt"
    article = "\n\nArticle {n}\nPilots\n\n" + "\n".join(
        f"{turn}. The Parties shall send pilot {turn} of harbour {{n}} abroad in every season of the year."
        for turn in range(1, 60)
    )
    body = "".join(article.replace("{n}", str(turn)) for turn in range(9, 200))
    long.write_text(desk.good.read_text(encoding="utf-8") + body, encoding="utf-8")
    with subprocess.Popen(command("check", long), stdout=subprocess.PIPE, stderr=subprocess.PIPE) as process:
        try:
            process.wait(timeout=2)
        except subprocess.TimeoutExpired:
            process.send_signal(signal.SIGINT)
        _, complaint = process.communicate(timeout=60)
    assert process.returncode == 1
    assert complaint.decode().splitlines() == ["workbench: stopped, as you asked; what was finished is kept"]
