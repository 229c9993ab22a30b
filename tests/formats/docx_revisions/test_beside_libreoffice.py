"""Every tracked file of the corpus decided as LibreOffice decides it, and each disagreement explained by name."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.office import read_by_office
from workbench.formats.docx.revisions import decide

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


@pytest.mark.nightly
@pytest.mark.parametrize("accept", [True, False])
def test_every_file_is_decided_as_libreoffice_does(corpus: Path, tmp_path: Path, accept: bool) -> None:
    paths = sorted((corpus / "word_tracked" / "files").glob("*.docx"))
    files: dict[str, tuple[str, bytes]] = {}
    for path in paths:
        data = path.read_bytes()
        files[f"{path.stem} theirs"] = ("accept" if accept else "reject", data)
        files[f"{path.stem} ours"] = ("plain", decide(data, accept=accept, name=path.name).data)
    texts = read_by_office(files, tmp_path)  # some it cannot read at all
    judged = [p.stem for p in paths if f"{p.stem} theirs" in texts and f"{p.stem} ours" in texts]
    differing = {name for name in judged if texts[f"{name} theirs"] != texts[f"{name} ours"]}
    assert len(judged) > 0.9 * len(paths)
    assert differing <= set(EXPLAINED)
