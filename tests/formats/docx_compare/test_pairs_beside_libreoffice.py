"""Redlines of the pairs of the corpus decided by LibreOffice, each disagreement explained by name."""

from __future__ import annotations

import csv
import shutil
from pathlib import Path

import pytest

from tests.formats.docx_revisions.test_beside_libreoffice import bridge, judge, spoken, without_comments
from workbench.formats.docx.comparing import compare

_FORMULA = "LibreOffice makes an object of a formula and passes over the revisions around it"
_DUMMY = "LibreOffice puts a joiner of no width into the empty cells of a row that came or went"
_FIRST = "LibreOffice leaves an empty paragraph where a table stood first in the text"
_REFERENCES = "LibreOffice shows cross-references as it works them out, not as the file says"
EXPLAINED = {
    "SD-NVCA": _REFERENCES,
    "WC-1190": _DUMMY,
    "WC-1210": f"{_DUMMY}; {_FIRST}",
    "WC-1230": _FORMULA,
    "WC-1420": _FORMULA,
    "WC-1430": _FORMULA,
    "WC-1440": _FORMULA,
    "WC-1540": _FIRST,
}


@pytest.mark.nightly
def test_every_pair_gives_both_texts_in_libreoffice(corpus: Path, tmp_path: Path) -> None:
    interpreter = next(
        (p for p in ("/usr/bin/python3", "python3") if shutil.which("soffice") and bridge(p)), None
    )
    if interpreter is None:
        pytest.skip("LibreOffice with its Python bridge is not installed")
    folder = corpus / "word_pairs"
    with (folder / "pairs.tsv").open(encoding="utf-8") as table:
        pairs = list(csv.DictReader(table, delimiter="\t"))
    jobs: list[tuple[str, Path, Path]] = []
    for pair in pairs:
        old, new = ((folder / pair[side]).read_bytes() for side in ("before", "after"))
        redline = compare(old, new, author="A", date="2026-01-01T00:00:00Z").data
        for how, name, data in (
            ("accept", "accepted", redline),
            ("accept", "new", new),
            ("reject", "rejected", redline),
            ("accept", "old", old),
        ):
            source = tmp_path / f"{pair['id']}.{name}.docx"
            source.write_bytes(without_comments(data))
            jobs.append((how, source, source.with_suffix(".txt")))
    judge(interpreter, jobs)
    differing, judged = set(), 0
    for pair in pairs:
        texts = [tmp_path / f"{pair['id']}.{n}.txt" for n in ("accepted", "new", "rejected", "old")]
        if all(text.exists() for text in texts):
            judged += 1
            accepted, new_text, rejected, old_text = map(spoken, texts)
            if accepted != new_text or rejected != old_text:
                differing.add(pair["id"])
    assert judged > 0.9 * len(pairs)
    assert differing <= set(EXPLAINED)
