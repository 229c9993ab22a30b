"""Plain text in any common encoding, with its lines, gaps and pages; and what is no text."""

from __future__ import annotations

import codecs
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from workbench.agreement.source import Layout
from workbench.formats.errors import (
    BinaryFileError,
    EmptyFileError,
    FolderError,
    FormatError,
    MissingFileError,
)
from workbench.formats.text.encodings import encoding_of
from workbench.formats.text.reader import from_bytes, read

LATVIAN = "Dalībnieki ņem vērā Ukrainas reformu plānu un ļoti daudzus citus šķēršļus ceļā."
LITHUANIAN = "Šalys, siekdamos plėtoti bendradarbiavimą, atsižvelgdamos į žmonių poreikius, susitarė."
ESTONIAN = "Lepingupooled, lähtudes õigusriigi põhimõtetest ja soovides tõhustada ühistööd, lepivad kokku."
UKRAINIAN = (
    "Україна та Естонська Республіка, далі разом «Сторони», бажаючи поглибити співробітництво, домовилися."
)
POLISH = "Rzeczpospolita Polska i Ukraina, pragnąc rozwijać współpracę, uwzględniając źródła, uzgodniły."
FRENCH = "La République française, désireuse de coopérer, est convenue des dispositions ci-après à l'été."


@pytest.mark.parametrize(
    ("words", "encoding"),
    [
        (LATVIAN, "windows-1257"),
        (LITHUANIAN, "windows-1257"),
        (ESTONIAN, "windows-1257"),
        (UKRAINIAN, "windows-1251"),
        (POLISH, "windows-1250"),
        (FRENCH, "windows-1252"),
        (LATVIAN, "utf-8"),
        (UKRAINIAN, "utf-8-sig"),
        (LATVIAN, "utf-16"),
        (UKRAINIAN, "utf-16-le"),
        (LATVIAN, "utf-16-be"),
        (LATVIAN, "utf-32"),
    ],
)
def test_the_encoding_is_found_by_what_the_bytes_spell(words: str, encoding: str) -> None:
    document = from_bytes((words + "\n" + words).encode(encoding), "a.txt")
    assert [block.text.plain for block in document.blocks] == [words, words]


RUSSIAN = "Стороны, желая развивать сотрудничество в области судоходства, согласились о нижеследующем."
GERMAN = (
    "Die Vertragsparteien, in dem Wunsch, den Schutz der Flüsse für alle Völker zu stärken, schließen ab."
)
SPANISH = "Las Partes acordaron la cooperación técnica durante cinco años, según el anexo señalado."
CAPITALS = "УГОДА МІЖ ДВОМА ДЕРЖАВАМИ ПРО РІЧКОВІ ПЕРЕПРАВИ"


@pytest.mark.parametrize(
    ("words", "encodings"),
    [
        (LATVIAN, ("windows-1257", "iso8859-13", "iso8859-4", "cp775")),
        (LITHUANIAN, ("windows-1257", "iso8859-13", "iso8859-4")),
        (ESTONIAN, ("windows-1252", "iso8859-15", "iso8859-4")),
        (UKRAINIAN.replace("«", '"').replace("»", '"'), ("windows-1251", "koi8-u", "iso8859-5", "cp1125")),
        (RUSSIAN, ("windows-1251", "koi8-r", "iso8859-5", "cp866", "mac-cyrillic")),
        (CAPITALS, ("windows-1251", "koi8-u", "iso8859-5")),
        (POLISH, ("windows-1250", "iso8859-2")),
        (GERMAN, ("windows-1252", "iso8859-1", "iso8859-15")),
        (FRENCH, ("windows-1252", "iso8859-1", "iso8859-15")),
        (SPANISH, ("windows-1252", "iso8859-1")),
    ],
)
def test_what_the_bytes_spell_decides_among_all_the_code_pages(
    words: str, encodings: tuple[str, ...]
) -> None:
    for encoding in encodings:
        assert words.encode(encoding).decode(encoding_of(words.encode(encoding))[0]) == words, encoding


def test_one_foreign_name_in_a_long_text_is_spelt_right() -> None:
    words = (
        "The Agreement between the Parties was signed at Jūrmala.\n"
        + "It has been in force since then.\n" * 50
    )
    assert from_bytes(words.encode("windows-1257"), "a.txt").blocks[0].text.plain.endswith("Jūrmala.")


def test_line_ends_of_every_kind_end_a_line_once() -> None:
    data = "One\r\r\nTwo\x0bThree\u2028Four\nFive".encode()
    assert [(b.text.plain, b.gap) for b in from_bytes(data, "a.txt").blocks] == [
        ("One", 0.0), ("Two", 0.0), ("Three", 0.0), ("Four", 0.0), ("Five", 0.0),
    ]  # fmt: skip


def test_a_guess_is_said(tmp_path: Path) -> None:
    path = tmp_path / "vecs.txt"
    path.write_bytes(LATVIAN.encode("windows-1257"))
    assert [finding.values["encoding"] for finding in read(path).findings] == ["windows-1257"]


def test_a_few_spoilt_bytes_do_not_spoil_the_text() -> None:
    data = (LATVIAN * 4).encode() + b"\xff\n"
    assert encoding_of(data) == ("utf-8", False)
    document = from_bytes(data, "a.txt")
    assert {finding.code for finding in document.findings} == {"text.encoding-guessed", "text.bytes-lost"}


def test_lines_count_as_in_an_editor_and_blank_ones_are_gaps() -> None:
    document = from_bytes(b"One\n\n\nTwo\r\nThree\rFour\n", "a.txt")
    assert document.layout is Layout.LINES
    assert [(b.text.plain, b.line, b.gap) for b in document.blocks] == [
        ("One", 1, 0.0),
        ("Two", 4, 2.0),
        ("Three", 5, 0.0),
        ("Four", 6, 0.0),
    ]


def test_a_form_feed_turns_the_page() -> None:
    document = from_bytes(b"One\n\fTwo\nThree\f\nFour\n", "a.txt")
    assert [(b.text.plain, b.page) for b in document.blocks] == [
        ("One", 1),
        ("Two", 2),
        ("Three", 2),
        ("Four", 3),
    ]


def test_indents_are_kept_for_recognition() -> None:
    document = from_bytes(b"Left\n    In\n\tTab\n", "a.txt")
    assert [block.indent for block in document.blocks] == [0.0, 24.0, 48.0]


@pytest.mark.parametrize("data", [b"", b" \n\t\r\n", codecs.BOM_UTF8, codecs.BOM_UTF16_LE, b"\x0c\n"])
def test_an_empty_file_is_refused(data: bytes) -> None:
    with pytest.raises(EmptyFileError, match=r"^a\.txt: the file is empty"):
        from_bytes(data, "a.txt")


@pytest.mark.parametrize(
    "data", [b"PK\x03\x04abc", b"%PDF-1.7\n", b"\xd0\xcf\x11\xe0\xa1", b"\x7fELF\x02", bytes(range(256)) * 20]
)
def test_what_is_no_text_is_refused(data: bytes) -> None:
    with pytest.raises(BinaryFileError):
        from_bytes(data, "a.txt")


def test_a_missing_file_and_a_folder_are_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"nothing\.txt: there is no such file"):
        read(tmp_path / "nothing.txt")
    with pytest.raises(FolderError):
        read(tmp_path)


@settings(deadline=None)
@given(st.binary(max_size=400))
def test_any_bytes_end_in_lines_or_a_clear_error(data: bytes) -> None:
    try:
        read_lines = bool(from_bytes(data, "a.txt").blocks)
    except FormatError as error:
        read_lines = "\n" not in str(error)
    assert read_lines


@settings(deadline=None)
@given(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zl", "Zp")), min_size=1, max_size=200))
def test_utf8_is_read_as_written(words: str) -> None:
    if words.strip(" \ufeff") and words.strip():
        blocks = from_bytes(words.encode(), "a.txt").blocks
        assert "".join(block.text.plain for block in blocks) == words.lstrip("\ufeff")
