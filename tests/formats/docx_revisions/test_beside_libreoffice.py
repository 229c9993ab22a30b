"""Every tracked file of the corpus decided as LibreOffice decides it, and each disagreement explained by name.

What LibreOffice does not track is proved by small files beside the tests of comparing; where the results of a
third engine are kept, it decides as we do.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.docx_compare.libreoffice_limits import BOTH, BOX, CELLS, FIRST, FORMULA, ROW
from tests.formats.office import read_by_office
from workbench.formats.docx.revisions import decide

_GOLDEN = "the third engine decides as we do"
_FLOATING = "keeps a floating table whose rows went, and counts one that stays to other words"
EXPLAINED = {
    "011-InsertedMathChar": FORMULA,
    "012-DeletedMathChar": FORMULA,
    "RP013-Deleted-Math-Control-Char": f"{FORMULA}; {_GOLDEN}",
    "RP014-Inserted-Math-Control-Char": f"{FORMULA}; {_GOLDEN}",
    "Comment020": BOTH,
    "Comment042": BOX,
    "gap1_deleted_row_repro": ROW,
    "RP034-Deleted-Cells": f"{CELLS}; {_GOLDEN}",
    "RA001-Tracked-Revisions-01": f"{_FLOATING}; {ROW}; {FIRST}",
    "RA001-Tracked-Revisions-02": f"{_FLOATING}; {ROW}; {FIRST}",
    "RP018-MoveFrom-MoveTo-CC": f"keeps both places of a moved content control; {_GOLDEN}",
    "RP049-Deleted-Para-Before-Table": f"{FIRST}; {_GOLDEN}",
    "RP023-NumberingChange": f"puts an earlier list back, but not its level; {_GOLDEN}",
    "RP051-Arabic": f"decides nothing in this file; {_GOLDEN}",
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
    texts = read_by_office(files, tmp_path, empty=True)  # some it cannot read at all
    judged = [p.stem for p in paths if f"{p.stem} theirs" in texts and f"{p.stem} ours" in texts]
    differing = {name for name in judged if texts[f"{name} theirs"] != texts[f"{name} ours"]}
    assert len(judged) > 0.9 * len(paths)
    assert differing <= set(EXPLAINED)
