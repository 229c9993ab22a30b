"""Comparing files that hold revisions already: all of them together reject to the old text, accept to the new."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.formats.docx_compare.test_word_comparing import decided, said
from tests.formats.word_files import paragraph, word_file
from workbench.formats.docx.comparing import compare
from workbench.formats.docx.package import Package, W

EXPLAINED = {
    "atomizer_redline": "page numbers of a contents page are computed anew and are no difference",
}
BY = "w:author='Syldavia' w:date='2025-01-01T00:00:00Z'"


def exact(old: bytes, new: bytes) -> bool:
    found = compare(old, new, author="Ruritania", date="2026-02-03T04:05:06Z").data
    accepted = said(decided(found, accept=True)) == said(decided(new, accept=True))
    return accepted and said(decided(found, accept=False)) == said(decided(old, accept=True))


def test_a_paragraph_they_divided_and_we_compare_with_the_whole() -> None:
    mark = f"<w:pPr><w:rPr><w:ins w:id='4' {BY}/></w:rPr></w:pPr>"
    first = f"<w:p>{mark}<w:r><w:t>The seat is Klow.</w:t></w:r></w:p>"
    new = word_file(first + paragraph(" It may be moved each spring.") + paragraph("The end."))
    for old in ("The seat is Klow. It may be moved each spring.", "The seat was Klow. It may be moved."):
        assert exact(word_file(paragraph(old) + paragraph("The end.")), new)


def test_their_inserted_words_and_our_old_ones() -> None:
    new = word_file(
        f"<w:p><w:r><w:t xml:space='preserve'>The fee is </w:t></w:r><w:ins w:id='3' {BY}><w:r>"
        "<w:t>twelve</w:t></w:r></w:ins><w:r><w:t xml:space='preserve'> crowns.</w:t></w:r></w:p>"
    )
    old = word_file(paragraph("The fee is twelve crowns."))
    assert exact(old, new), (
        "their insertion is none in the old text: rejecting all has to give the words back"
    )
    root = Package(compare(old, new, author="R", date="").data, name="x").document()
    assert "Syldavia" in [e.get(f"{W}author") for e in root.iter(f"{W}ins")]


@pytest.mark.nightly
@pytest.mark.parametrize("accept", [True, False])
def test_tracked_files_of_the_corpus(corpus: Path, accept: bool) -> None:
    files = sorted((corpus / "word_tracked" / "files").glob("*.docx"))
    wrong = set()
    for path in files:
        new = path.read_bytes()
        if not exact(decided(new, accept=accept), new):
            wrong.add(path.stem)
    assert len(files) > 100
    assert wrong <= set(EXPLAINED)
