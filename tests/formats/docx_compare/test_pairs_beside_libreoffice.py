"""Redlines of the pairs of the corpus decided by LibreOffice, each disagreement explained by name."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.formats.office import read_by_office
from workbench.formats.docx.comparing import compare

SIDES = ("accepted", "new", "rejected", "old")
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
    folder = corpus / "word_pairs"
    with (folder / "pairs.tsv").open(encoding="utf-8") as table:
        pairs = list(csv.DictReader(table, delimiter="\t"))
    files: dict[str, tuple[str, bytes]] = {}
    for pair in pairs:
        old, new = ((folder / pair[side]).read_bytes() for side in ("before", "after"))
        redline = compare(old, new, author="A", date="2026-01-01T00:00:00Z").data
        files[f"{pair['id']} accepted"], files[f"{pair['id']} new"] = ("accept", redline), ("accept", new)
        files[f"{pair['id']} rejected"], files[f"{pair['id']} old"] = ("reject", redline), ("accept", old)
    texts = read_by_office(files, tmp_path)
    judged = [pair["id"] for pair in pairs if all(f"{pair['id']} {n}" in texts for n in SIDES)]
    differing = {
        name
        for name in judged
        if texts[f"{name} accepted"] != texts[f"{name} new"]
        or texts[f"{name} rejected"] != texts[f"{name} old"]
    }
    assert len(judged) > 0.9 * len(pairs)
    assert differing <= set(EXPLAINED)
