"""Every tracked file of the corpus decided as LibreOffice decides it, and each disagreement explained by name."""

from __future__ import annotations

import io
import re
import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from workbench.formats.docx.revisions import decide

JUDGE = Path(__file__).parents[1] / "docx_writer" / "office_judge.py"
_FORMULA = "LibreOffice makes an object of a formula and passes over the revisions in it"
_ROWS = "LibreOffice leaves rows, cells or tables standing whose words it has taken away"
_GOLDEN = "the other engine whose results are kept decides as we do"
EXPLAINED = {
    "011-InsertedMathChar": _FORMULA,
    "012-DeletedMathChar": _FORMULA,
    "RP013-Deleted-Math-Control-Char": f"{_FORMULA}; {_GOLDEN}",
    "RP014-Inserted-Math-Control-Char": f"{_FORMULA}; {_GOLDEN}",
    "Comment020": _ROWS,
    "gap1_deleted_row_repro": _ROWS,
    "RP034-Deleted-Cells": f"{_ROWS}; {_GOLDEN}",
    "RA001-Tracked-Revisions-01": _ROWS,
    "RA001-Tracked-Revisions-02": _ROWS,
    "Comment042": "LibreOffice leaves signs of no width where objects were",
    "RP018-MoveFrom-MoveTo-CC": f"LibreOffice keeps both places of a moved content control; {_GOLDEN}",
    "RP049-Deleted-Para-Before-Table": (
        f"LibreOffice cannot take the break of a paragraph in front of a table; {_GOLDEN}"
    ),
    "RP023-NumberingChange": f"LibreOffice puts an earlier list back, but not its level; {_GOLDEN}",
    "RP051-Arabic": f"LibreOffice decides nothing in this file; {_GOLDEN}",
}
_COMMENTS = re.compile(rb"<(?:\w+:)?comment(?:RangeStart|RangeEnd|Reference)\b[^>]*?/>")


def without_comments(data: bytes) -> bytes:
    """The same file without the anchors of comments, over which some LibreOffice stumble when they load it."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for name in dict.fromkeys(source.namelist()):
            content = source.read(name)
            if name.startswith("word/") and name.endswith(".xml"):
                content = _COMMENTS.sub(b"", content)
            target.writestr(name, content)
    return stream.getvalue()


def spoken(path: Path) -> list[str]:
    lines = (line.rstrip() for line in path.read_text("utf-8-sig").splitlines())
    return [line for line in lines if line]


@pytest.mark.nightly
@pytest.mark.parametrize("accept", [True, False])
def test_every_file_is_decided_as_libreoffice_does(corpus: Path, tmp_path: Path, accept: bool) -> None:
    interpreter = next(
        (p for p in ("/usr/bin/python3", "python3") if shutil.which("soffice") and bridge(p)), None
    )
    if interpreter is None:
        pytest.skip("LibreOffice with its Python bridge is not installed")
    files = sorted((corpus / "word_tracked" / "files").glob("*.docx"))
    jobs: list[tuple[str, Path, Path]] = []
    for path in files:
        ours = decide(path.read_bytes(), accept=accept, name=path.name).data
        for side, how, data in (
            ("theirs", "accept" if accept else "reject", path.read_bytes()),
            ("ours", "plain", ours),
        ):
            source = tmp_path / f"{path.stem}.{side}.docx"
            source.write_bytes(without_comments(data))
            jobs.append((how, source, source.with_suffix(".txt")))
    judge(interpreter, jobs)
    differing, judged = set(), 0
    for path in files:
        texts = [tmp_path / f"{path.stem}.{side}.txt" for side in ("theirs", "ours")]
        if all(text.exists() for text in texts):  # else LibreOffice cannot read the file at all
            judged += 1
            if spoken(texts[0]) != spoken(texts[1]):
                differing.add(path.stem)
    assert judged > 0.9 * len(files)
    assert differing <= set(EXPLAINED)


def judge(interpreter: str, jobs: list[tuple[str, Path, Path]]) -> None:
    """Run all jobs; one that stops LibreOffice is left out and the rest taken up again."""
    while jobs:
        words = [str(part) for job in jobs for part in job]
        subprocess.run([interpreter, str(JUDGE), *words], check=False, capture_output=True, timeout=900)
        left = [index for index, (_, _, target) in enumerate(jobs) if not target.exists()]
        jobs = jobs[left[0] + 1 :] if left else []


def bridge(python: str) -> bool:
    return subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode == 0
