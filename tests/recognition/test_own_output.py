"""What the program exports it must read again: every template, in every language and every format."""

from __future__ import annotations

import shutil
import subprocess
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from workbench import formats
from workbench.agreement.source import SourceDocument
from workbench.agreement.tree import Agreement, Kind
from workbench.drafting import assembly, templates
from workbench.formats.docx import writer as docx
from workbench.formats.html import writer as html
from workbench.formats.pdf import writer as pdf
from workbench.formats.text import writer as text
from workbench.recognition import recognise

PARTIES = {
    "en": ("Republic of Latvia", "Republic of Estonia"),
    "lv": ("Latvijas Republika", "Igaunijas Republika"),
    "uk": ("Латвійська Республіка", "Естонська Республіка"),
}
WRITERS: dict[str, Callable[[Agreement], bytes]] = {
    "docx": docx.to_bytes,
    "html": html.to_bytes,
    "txt": text.to_bytes,
    "pdf": pdf.to_bytes,
}
COUNTED = (
    Kind.TITLE_LINE,
    Kind.PARTIES_CLAUSE,
    Kind.RECITAL,
    Kind.CITATION,
    Kind.AGREEING_FORMULA,
    Kind.ARTICLE,
    Kind.SECTION,
    Kind.CROSSHEADING,
    Kind.PARAGRAPH,
    Kind.SUBPARAGRAPH,
    Kind.POINT,
    Kind.TESTIMONIUM,
    Kind.DONE_AT,
    Kind.SIGNATORY,
    Kind.ANNEX,
)
SLUGS = [info.slug for info in templates.available()]


def counts(agreement: Agreement) -> dict[str, int]:
    """How many units of each kind there are."""
    found = Counter(unit.kind for unit in agreement.walk())
    return {kind.value: found[kind] for kind in COUNTED}


def draft(slug: str, language: str) -> Agreement:
    """A new agreement from a template."""
    return assembly.new_draft(slug, parties=PARTIES[language], language=language).agreement


def check(made: Agreement, path: Path) -> None:
    """The file holds the agreement that was written."""
    source = formats.read(path)
    assert isinstance(source, SourceDocument)
    found = recognise(source)
    assert found.is_agreement
    assert counts(found.agreement) == counts(made)
    assert found.agreement.language == made.language
    assert [party.key for party in found.agreement.parties] == [party.key for party in made.parties]


@pytest.mark.parametrize("language", PARTIES)
@pytest.mark.parametrize("slug", SLUGS)
def test_every_export_reads_back(slug: str, language: str, tmp_path: Path) -> None:
    made = draft(slug, language)
    for suffix, to_bytes in WRITERS.items():
        path = tmp_path / f"{slug}.{suffix}"
        path.write_bytes(to_bytes(made))
        check(made, path)


@pytest.mark.nightly
def test_open_document_files_read_back(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    made = {f"{slug}-{language}": draft(slug, language) for slug in SLUGS for language in PARTIES}
    for name, agreement in made.items():
        (tmp_path / f"{name}.docx").write_bytes(docx.to_bytes(agreement))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    files = [str(tmp_path / f"{name}.docx") for name in made]
    subprocess.run(
        [office, profile, "--headless", "--convert-to", "odt", "--outdir", str(tmp_path), *files],
        check=True,
        capture_output=True,
        timeout=300,
    )
    for name, agreement in made.items():
        check(agreement, tmp_path / f"{name}.odt")
