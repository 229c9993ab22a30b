"""PDF by geometry: reading order, furniture and gaps, on files typeset for the test."""

from __future__ import annotations

import contextlib
import io
import shutil
import tempfile
import time
from pathlib import Path

import pypdfium2 as pdfium
import pytest
import typst

from tests.formats.pdf import judging
from tests.formats.pdf.layouts import LAYOUTS
from tests.formats.pdf.layouts import typeset as print_as
from tests.formats.pdf.prints import printed
from workbench.agreement.errors import Cancelled
from workbench.agreement.source import Alignment, Layout, SourceDocument
from workbench.formats.errors import (
    DamagedFileError,
    EncryptedFileError,
    FormatError,
    NoTextError,
    TooLargeFileError,
)
from workbench.formats.pdf.ocr import Tesseract
from workbench.formats.pdf.reader import from_bytes, read
from workbench.recognition import recognise

SENTENCE = "The competent authorities shall inform each other of every change without delay. "


def typeset(markup: str) -> SourceDocument:
    return from_bytes(typst.compile(markup.encode()), name="treaty.pdf")


def lines(source: SourceDocument) -> list[str]:
    return [block.text.plain for block in source.blocks]


def test_lines_come_with_indent_size_weight_and_alignment() -> None:
    source = typeset(
        '#set text(size: 11pt)\n#align(center)[#text(size: 16pt, weight: "bold")[AGREEMENT]]\n\nFirst line.\n\n#pad(left: 36pt)[a point]'
    )
    title, first, point = source.blocks
    assert source.layout is Layout.LINES
    assert (title.alignment, title.bold, title.size) == (Alignment.CENTRE, True, 16.0)
    assert (first.alignment, first.bold, first.size, first.indent) == (None, False, 11.0, 0.0)
    assert point.indent == pytest.approx(36, abs=2)


def test_a_gap_before_a_paragraph_is_measured() -> None:
    source = typeset(f"#set par(spacing: 24pt)\n{SENTENCE * 3}\n\n{SENTENCE * 3}")
    gaps = [block.gap for block in source.blocks]
    starts = [index for index, text in enumerate(lines(source)) if text.startswith("The competent")]
    assert gaps[starts[-1]] > 0.3
    assert all(gap == 0 for index, gap in enumerate(gaps) if index not in starts)


def test_headers_footers_and_page_numbers_are_left_out_and_counted() -> None:
    source = typeset(
        "#set page(header: [Official Journal 2019/4], footer: context align(center)[– #counter(page).display() –])\n"
        + "\n\n".join(f"{number}. {SENTENCE * 6}" for number in range(1, 25))
    )
    assert max(block.page for block in source.blocks) >= 3
    assert not [text for text in lines(source) if "Official Journal" in text or text.startswith("–")]
    assert [finding.code for finding in source.findings] == ["pdf.page-furniture"]
    assert [text.split(".")[0] for text in lines(source) if text[0].isdigit()] == [
        str(n) for n in range(1, 25)
    ]


def test_a_point_at_the_same_place_of_several_pages_is_no_header() -> None:
    point = "b) the lights on the outer wall with their glass and all else that belongs to them and was given"
    pages = [
        f"the masters of the boats of year {n};\n\n{point} {'by them ' * n} and\n\n"
        + "\n\n".join([SENTENCE * (n + 2)] * 3)
        for n in range(1, 6)
    ]
    source = typeset('#set page(numbering: "1")\n' + "\n#pagebreak()\n".join(pages))
    assert sum(text.startswith("b) the lights") for text in lines(source)) == 5


def test_the_mark_of_a_note_stands_with_its_line_however_the_page_is_turned() -> None:
    text = printed("uk", seed=3, notes=True)
    made = pdfium.PdfDocument(print_as(text, LAYOUTS["columns"]))
    for sheet in made:
        sheet.set_rotation(90)
    turned = io.BytesIO()
    made.save(turned)
    read = recognise(from_bytes(turned.getvalue(), name="turned.pdf")).agreement
    assert sorted(judging.notes(read)) == sorted(text.notes.values())
    assert judging.units(text, read).wrong == []


def test_two_columns_are_read_one_after_the_other() -> None:
    left = "\n\n".join(f"Left {n} {SENTENCE}" for n in range(8))
    right = "\n\n".join(f"Right {n} {SENTENCE}" for n in range(8))
    source = typeset(f"#grid(columns: (1fr, 1fr), gutter: 30pt)[{left}][{right}]")
    heads = [text.split()[:2] for text in lines(source) if text.startswith(("Left", "Right"))]
    assert heads == [["Left", str(n)] for n in range(8)] + [["Right", str(n)] for n in range(8)]


def test_signatures_side_by_side_stay_on_one_line() -> None:
    source = typeset(
        f"{SENTENCE * 4}\n\n#grid(columns: (1fr, 1fr))[For the Republic of Latvia][For the Republic of Estonia]"
    )
    assert lines(source)[-1] == "For the Republic of Latvia\tFor the Republic of Estonia"


def test_latvian_and_ukrainian_letters_survive() -> None:
    source = typeset("Vienošanās par šķērsošanu; Угода про співробітництво, ґанок, їжа")
    assert " ".join(lines(source)) == "Vienošanās par šķērsošanu; Угода про співробітництво, ґанок, їжа"


def scan_of(markup: str) -> bytes:
    """A PDF whose pages are pictures of this text."""
    picture = typst.compile(markup.encode(), format="png", ppi=200)
    assert isinstance(picture, bytes)
    folder = Path(tempfile.mkdtemp())
    (folder / "page.png").write_bytes(picture)
    (folder / "scan.typ").write_text(
        '#set page(margin: 0pt)\n#image("page.png", width: 100%)', encoding="utf-8"
    )
    return typst.compile(folder / "scan.typ", root=folder)


def test_a_scan_is_read_by_character_recognition_where_it_is_installed() -> None:
    data = scan_of(f"#set text(size: 14pt)\nArticle 1\n\n{SENTENCE}")
    if shutil.which("tesseract") is None:
        with pytest.raises(NoTextError, match="tesseract"):
            from_bytes(data, name="scan.pdf")
        pytest.skip("tesseract is not installed, so only the refusal was tried")
    source = from_bytes(data, name="scan.pdf")
    assert lines(source)[0] == "Article 1"
    assert "competent authorities shall inform each other" in " ".join(lines(source))
    assert [finding.code for finding in source.findings] == ["pdf.scanned"]


def test_a_scan_laid_askew_is_set_straight_and_read_in_its_own_language() -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")
    if "lav" not in (Tesseract.find() or pytest.fail("no language at all")).languages:
        pytest.skip("tesseract knows no Latvian here")
    text = "Puses nekavējoties paziņo viena otrai par ikvienu pārvietotu uguni. " * 5
    source = from_bytes(
        scan_of(f"#set text(size: 13pt)\n#rotate(1.3deg)[1. pants\n\n{text}\n\n2. pants\n\n{text}]"),
        name="scan.pdf",
    )
    assert "nekavējoties paziņo viena otrai par ikvienu pārvietotu uguni" in " ".join(lines(source))
    assert [line for line in lines(source) if line.endswith("pants")] == ["1. pants", "2. pants"]
    assert max(block.indent or 0 for block in source.blocks) < 10


def test_reading_a_scan_stops_when_asked() -> None:
    if shutil.which("tesseract") is None:
        pytest.skip("tesseract is not installed")

    class Impatient:
        asked = 0

        def advance(self, done: int, total: int, what: str = "") -> None:
            pass

        def cancelled(self) -> bool:
            self.asked += 1
            return self.asked > 3  # during the recognition of the first page

    with pytest.raises(Cancelled):
        from_bytes(scan_of(f"#set text(size: 12pt)\n{SENTENCE * 20}"), name="scan.pdf", progress=Impatient())


def test_a_scan_in_a_language_tesseract_lacks_is_warned_about(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stand_in = tmp_path / "tesseract"
    words = "\\t".join(["5", "1", "1", "1", "1", "1", "100", "100", "300", "40", "88", "Article"])
    stand_in.write_text(
        f"#!/bin/sh\n[ \"$1\" = --list-langs ] && printf 'List:\\neng\\n' || printf '{words}\\n'\n",
        encoding="utf-8",
    )
    stand_in.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:/usr/bin:/bin")
    source = from_bytes(scan_of("Article"), name="scan.pdf")
    assert lines(source) == ["Article"]
    assert [finding.code for finding in source.findings] == ["pdf.scanned", "pdf.scan-languages"]
    assert source.findings[1].values["languages"] == "lav, ukr"


def test_a_scan_without_tesseract_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    data = scan_of("Article 1")
    monkeypatch.setenv("PATH", str(tmp_path))
    with pytest.raises(NoTextError, match="tesseract"):
        from_bytes(data, name="scan.pdf")


def drawn(content: bytes) -> bytes:
    """A PDF of one page with this content and Helvetica, which is not embedded."""
    objects = [
        b"<</Type/Catalog/Pages 2 0 R>>",
        b"<</Type/Pages/Kids[3 0 R]/Count 1>>",
        b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>",
        b"<</Length %d>>stream\n%s\nendstream" % (len(content), content),
        b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
    ]
    data, places = b"%PDF-1.4\n", []
    for number, made in enumerate(objects, start=1):
        places.append(len(data))
        data += b"%d 0 obj\n%s\nendobj\n" % (number, made)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    trailer = b"trailer<</Size 6/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF" % len(data)
    return data + b"xref\n0 6\n0000000000 65535 f \n" + table + trailer


def test_fonts_that_are_not_in_the_file_are_no_hindrance() -> None:
    source = from_bytes(
        drawn(b"BT /F1 12 Tf 72 700 Td (Article 1) Tj 0 -20 Td (The Parties agree.) Tj ET"), name="a.pdf"
    )
    assert lines(source) == ["Article 1", "The Parties agree."]


def test_a_page_crowded_beyond_print_is_refused_in_time() -> None:
    with pytest.raises(TooLargeFileError, match=r"^bomb\.pdf: .*letters on one page"):
        from_bytes(drawn(b"BT /F1 12 Tf 10 10 Td " + b"(A) Tj " * 250_000 + b"ET"), name="bomb.pdf")


@pytest.mark.parametrize(
    "content",
    [
        b"q " * 100_000,
        b"BT /F1 1e38 Tf 1e38 0 0 1e38 1e38 -1e38 Tm (Article 1) Tj ET",
        b"BT /F1 0 Tf 10 10 Td (Article 1) Tj ET",
        b"BT /F1 12 Tf 10 10 Td (Article 1) Tj",
        b"\xff\xfe garbage ( unclosed",
    ],
)
def test_senseless_pages_end_in_a_text_or_a_clear_error(content: bytes) -> None:
    with contextlib.suppress(NoTextError):
        assert from_bytes(drawn(content), name="odd.pdf").blocks


@pytest.mark.nightly
def test_a_thousand_pages_are_read_within_a_minute() -> None:
    long = '#set page(paper: "a4", numbering: "1")\n' + "\n#pagebreak()\n".join(
        f"Article {number}\n\n{SENTENCE * 12}" for number in range(1, 1001)
    )
    began = time.process_time()
    source = typeset(long)
    assert time.process_time() - began < 60
    assert source.blocks[-1].page == 1000
    assert sum(block.text.plain.startswith("Article ") for block in source.blocks) == 1000


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"%PDF-1.7 and then nothing", DamagedFileError),
        (b"no pdf at all", DamagedFileError),
        (typst.compile(b"#rect(width: 3cm, height: 2cm)"), NoTextError),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, data: bytes, error: type[FormatError]) -> None:
    path = tmp_path / "bad.pdf"
    path.write_bytes(data)
    with pytest.raises(error, match=r"^bad\.pdf: "):
        read(path)


def test_a_file_with_a_password_says_so(fixtures: Path) -> None:
    with pytest.raises(EncryptedFileError, match=r"^locked\.pdf: .*password"):
        read(fixtures / "locked" / "locked.pdf")


def test_the_real_agreements_are_read_in_order(corpus: Path) -> None:
    source = read(corpus / "security_agreements" / "sweden.pdf")
    assert lines(source)[:3] == ["AGREEMENT ON SECURITY CO-OPERATION", "BETWEEN", "SWEDEN AND UKRAINE"]
    assert not [text for text in lines(source) if text.strip().isdigit()]
