"""PDF by geometry: reading order, furniture and gaps, on files typeset for the test."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
import typst

from workbench.agreement.source import Alignment, Layout, SourceDocument
from workbench.formats.errors import DamagedFileError, EncryptedFileError, FormatError, NoTextError
from workbench.formats.pdf.reader import from_bytes, read

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
