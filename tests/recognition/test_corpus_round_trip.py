"""Real agreements written by our own Word writer read back as they were: nothing of their structure is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from workbench import formats
from workbench.agreement.source import SourceDocument
from workbench.agreement.tree import Agreement, Kind
from workbench.formats.docx import writer
from workbench.recognition import recognise

FILES = (
    "corpus/treaties/phypnm_1979a.txt",
    "corpus/multilingual/bwbv0001057_nl.txt",
    "corpus/security_agreements/france.docx",
    "corpus/multilingual/italy_ukraine_uk.docx",
    pytest.param("corpus/security_agreements/spain.docx", marks=pytest.mark.nightly),
    pytest.param("corpus/versions/climate_draft_3.txt", marks=pytest.mark.nightly),
)


def _shape(agreement: Agreement) -> list[tuple[Kind, str | None, str, str]]:
    return [(unit.kind, unit.printed, unit.heading.plain, unit.text.plain) for unit in agreement.walk()]


def _read(path: Path) -> Agreement:
    source = formats.read(path)
    assert isinstance(source, SourceDocument)
    return recognise(source).agreement


@pytest.mark.parametrize("name", FILES)
def test_a_real_agreement_reads_back_from_our_word_file(name: str, corpus: Path, tmp_path: Path) -> None:
    made = _read(corpus.parent / name)
    path = tmp_path / "again.docx"
    path.write_bytes(writer.to_bytes(made))
    assert _shape(_read(path)) == _shape(made)
