"""Redlines decided by LibreOffice, of the pairs of the corpus and of the traps; each disagreement by name."""

from __future__ import annotations

import csv
from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.formats.docx_compare.libreoffice_limits import (
    ACROSS,
    BOX,
    CELLS,
    CONTROL,
    EMPTY_ROW,
    FIRST,
    FIRST_NOTE,
    FORMULA,
    LIMITS,
    SECTION,
)
from tests.formats.docx_compare.traps import pairs
from tests.formats.office import read_by_office
from workbench.formats.docx.comparing import compare
from workbench.formats.docx.revisions import decide

_REFERENCES = "shows cross-references as it works them out, not as the file says"
EXPLAINED = {
    "SD-NVCA": _REFERENCES,
    "WC-1190": EMPTY_ROW,
    "WC-1210": f"{EMPTY_ROW}; {FIRST}",
    "WC-1230": FORMULA,
    "WC-1420": FORMULA,
    "WC-1430": FORMULA,
    "WC-1440": FORMULA,
    "WC-1540": FORMULA,
}
EXPLAINED_TRAPS = {
    "bracketed-paragraphs": ACROSS,
    "box-paragraph-split": BOX,
    "column-deleted": CELLS,
    "column-inserted": CELLS,
    "control-words-changed": CONTROL,
    "endnote-paragraph-moved": FIRST_NOTE,
    "footnote-paragraph-moved": FIRST_NOTE,
    "formula-changed": FORMULA,
    "formula-inserted": FORMULA,
    "formula-moved": FORMULA,
    "nested-table-inserted": FIRST,
    "paragraphs-and-two-tables-inserted": FIRST,
    "row-empty-inserted": EMPTY_ROW,
    "section-last-words-deleted": SECTION,
    "table-deleted-last": FIRST,
    "table-inserted-last": FIRST,
    "two-tables-one-deleted": FIRST,
}


@pytest.mark.nightly
def test_every_pair_gives_both_texts_in_libreoffice(corpus: Path, tmp_path: Path) -> None:
    folder = corpus / "word_pairs"
    with (folder / "pairs.tsv").open(encoding="utf-8") as table:
        listed = list(csv.DictReader(table, delimiter="\t"))
    found = {
        pair["id"]: ((folder / pair["before"]).read_bytes(), (folder / pair["after"]).read_bytes())
        for pair in listed
    }
    assert differing(found, tmp_path) == set(EXPLAINED)


@pytest.mark.nightly
def test_every_trap_gives_both_texts_in_libreoffice(tmp_path: Path) -> None:
    assert differing(pairs(), tmp_path) == set(EXPLAINED_TRAPS)


@pytest.mark.nightly
def test_libreoffice_does_not_track_what_is_said_of_it(tmp_path: Path) -> None:
    """Should it have learnt one of these, the explanations that name it have to go."""
    files: dict[str, tuple[str, bytes]] = {}
    for number, made in enumerate(LIMITS.values()):
        for how, accept in (("accept", True), ("reject", False)):
            files[f"{number} {how} theirs"] = (how, made.data())
            files[f"{number} {how} ours"] = ("plain", decide(made.data(), accept=accept, name="x").data)
    texts = read_by_office(files, tmp_path, empty=True)
    for number, limit in enumerate(LIMITS):
        ours, theirs = (
            [texts[f"{number} {how} {who}"] for how in ("accept", "reject")] for who in ("ours", "theirs")
        )
        assert ours != theirs, f"LibreOffice no longer {limit}"


def differing(found: Mapping[str, tuple[bytes, bytes]], folder: Path) -> set[str]:
    """The pairs of whose redline LibreOffice makes another text than of the files."""
    files: dict[str, tuple[str, bytes]] = {}
    for name, (old, new) in found.items():
        redline = compare(old, new, author="A", date="2026-01-01T00:00:00Z").data
        files[f"{name} accepted"], files[f"{name} new"] = ("accept", redline), ("accept", new)
        files[f"{name} rejected"], files[f"{name} old"] = ("reject", redline), ("accept", old)
    texts = read_by_office(files, folder, empty=True)
    assert len(texts) > 0.9 * len(files)  # some it cannot read at all
    return {
        name
        for name in found
        for made, wanted in (("accepted", "new"), ("rejected", "old"))
        if f"{name} {made}" in texts
        and f"{name} {wanted}" in texts
        and texts[f"{name} {made}"] != texts[f"{name} {wanted}"]
    }
