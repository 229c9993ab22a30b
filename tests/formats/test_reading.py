"""Any file a user may pick: the right reader, or one clear line."""

from __future__ import annotations

import io
import shutil
import subprocess
import sys
import time
import zipfile
from pathlib import Path

import pytest
import typst
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.word_files import numbered, paragraph, word_file
from workbench import formats
from workbench.agreement.source import SourceDocument
from workbench.formats.errors import DamagedFileError, FormatError, UnknownFormatError
from workbench.formats.office import NoLibreOfficeError
from workbench.recognition import recognise
from workbench.settings import data

WORDS = "Article 1\n\n1. The Parties shall inform each other.\n\n2. Latvija un Igaunija; Україна.\n"


def odt() -> bytes:
    names = "urn:oasis:names:tc:opendocument:xmlns:"
    content = (
        f'<o:document-content xmlns:o="{names}office:1.0" xmlns:t="{names}text:1.0"><o:body><o:text>'
        "<t:h t:outline-level='1'>Article 1</t:h><t:p>The Parties agree.</t:p></o:text></o:body></o:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", content)
        package.writestr("styles.xml", f'<o:document-styles xmlns:o="{names}office:1.0"/>')
        package.writestr("META-INF/manifest.xml", "<m/>")
    return buffer.getvalue()


def akoma_ntoso() -> bytes:
    return data("templates", "defence-cooperation", "en.xml").read_bytes()


@pytest.fixture(scope="module")
def samples() -> dict[str, bytes]:
    numbering = '<w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
    body = (
        paragraph("AGREEMENT between Latvia and Estonia")
        + paragraph("Article 1")
        + numbered("The Parties agree.", 1)
    )
    return {
        ".docx": word_file(body, numbering=numbering),
        ".pdf": typst.compile(WORDS.encode()),
        ".txt": WORDS.encode(),
        ".html": f"<html><body><h2>Article 1</h2><p>{WORDS}</p><table><tr><td>a<td>b</table></body></html>".encode(),
        ".odt": odt(),
        ".xml": akoma_ntoso(),
    }


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".txt", ".html", ".odt"])
def test_each_format_has_its_reader(tmp_path: Path, samples: dict[str, bytes], suffix: str) -> None:
    path = tmp_path / f"treaty{suffix.upper()}"
    path.write_bytes(samples[suffix])
    source = formats.read(path)
    assert isinstance(source, SourceDocument)
    assert source.format == suffix[1:]
    assert source.name == path.name
    assert "Article 1" in source.plain


@pytest.mark.parametrize("suffix", [".docx", ".pdf", ".odt"])
def test_a_wrong_name_is_one_line(tmp_path: Path, suffix: str) -> None:
    path = tmp_path / f"x{suffix}"
    path.write_bytes(b"these are plain words")
    with pytest.raises(DamagedFileError, match=rf"^x\{suffix}: [^\n]+$"):
        formats.read(path)


def test_an_unknown_ending_names_what_is_known(tmp_path: Path) -> None:
    path = tmp_path / "slides.pptx"
    path.write_bytes(b"PK\x03\x04")
    with pytest.raises(UnknownFormatError, match=r"\.docx"):
        formats.read(path)


def test_an_xml_file_that_is_no_akoma_ntoso_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "feed.xml"
    path.write_bytes(b"<rss version='2.0'/>")
    with pytest.raises(DamagedFileError, match="no Akoma Ntoso"):
        formats.read(path)


def test_old_word_goes_through_libreoffice_where_it_is_installed(tmp_path: Path) -> None:
    path = tmp_path / "old.rtf"
    path.write_text(r"{\rtf1\ansi Article 1\par The Parties agree.\par}", encoding="ascii")
    if shutil.which("soffice") is None:
        with pytest.raises(NoLibreOfficeError, match=r"save it as \.docx"):
            formats.read(path)
        pytest.skip("LibreOffice is not installed, so only the refusal was tried")
    source = formats.read(path)
    assert isinstance(source, SourceDocument)
    assert [block.text.plain for block in source.blocks] == ["Article 1", "The Parties agree."]
    assert source.format == "rtf"


def ends_well(path: Path, *, seconds: float = 10) -> None:
    """Reading ends in a document or a clear error, quickly; what could be read is recognised without complaint."""
    since = time.process_time()
    complaint = f"{path.name}: a sentence"
    try:
        source = formats.read(path)
        if isinstance(source, SourceDocument):
            recognise(source)
    except FormatError as error:
        complaint = str(error)
    assert complaint.startswith(f"{path.name}: ")
    assert complaint.count("\n") == 0
    assert time.process_time() - since < seconds, path.name


mutations = st.lists(
    st.tuples(
        st.integers(0, 10**6),
        st.sampled_from(["flip", "cut", "repeat", "insert"]),
        st.binary(min_size=1, max_size=8),
    ),
    min_size=1,
    max_size=6,
)


def mutated(data: bytes, changes: list[tuple[int, str, bytes]]) -> bytes:
    for place, deed, new in changes:
        at = place % max(len(data), 1)
        if deed == "flip":
            data = data[:at] + new + data[at + len(new) :]
        elif deed == "cut":
            data = data[:at] + data[at + len(new) * 20 :]
        elif deed == "repeat":
            data = data[:at] + data[at : at + 200] * 3 + data[at:]
        else:
            data = data[:at] + new + data[at:]
    return data


def in_package(data: bytes, part: str, changes: list[tuple[int, str, bytes]]) -> bytes:
    """The package with one part mutated and the checksums right, so that the XML itself is tried."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, mutated(old.read(name), changes) if name == part else old.read(name))
    return buffer.getvalue()


WHOLE: list[tuple[str, str | None]] = [
    (".docx", None),
    (".pdf", None),
    (".txt", None),
    (".html", None),
    (".odt", None),
    (".xml", None),
]
PARTS: list[tuple[str, str | None]] = [
    (".docx", "word/document.xml"),
    (".docx", "word/numbering.xml"),
    (".odt", "content.xml"),
]


def fuzz(tmp_path: Path, sound: bytes, suffix: str, part: str | None, runs: int) -> None:
    @settings(max_examples=runs, deadline=None, suppress_health_check=list(HealthCheck))
    @given(mutations)
    def attempt(changes: list[tuple[int, str, bytes]]) -> None:
        path = tmp_path / f"mutated{suffix}"
        path.write_bytes(in_package(sound, part, changes) if part else mutated(sound, changes))
        ends_well(path)

    attempt()


@pytest.mark.parametrize(("suffix", "part"), WHOLE + PARTS)
def test_a_mutated_file_ends_in_a_document_or_a_clear_error(
    tmp_path: Path, samples: dict[str, bytes], suffix: str, part: str | None
) -> None:
    fuzz(tmp_path, samples[suffix], suffix, part, runs=70)


def test_hostile_word_files_are_answered_in_time(tmp_path: Path, corpus: Path) -> None:
    script = corpus / "hostile" / "make_hostile.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    files = sorted(tmp_path.glob("*.docx"))
    assert len(files) >= 20
    for path in files:
        ends_well(path, seconds=20)
