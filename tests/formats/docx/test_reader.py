"""Word as printed: what the reader of the page sees, and nothing a program hides from her."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest

from tests.formats.word_files import numbered, paragraph, word_file
from workbench.agreement.source import Alignment, SourceDocument
from workbench.agreement.text import Comment, Emphasis, Footnote, Style
from workbench.formats.docx.package import Package
from workbench.formats.docx.reader import read, read_package
from workbench.formats.errors import (
    DamagedFileError,
    EmptyFileError,
    EncryptedFileError,
    FormatError,
    MissingFileError,
    NoTextError,
)


def source(body: str, **parts: str) -> SourceDocument:
    return read_package(Package(word_file(body, **parts), name="draft.docx"))


def texts(body: str, **parts: str) -> list[str]:
    return [block.text.plain for block in source(body, **parts).blocks]


def abstract(*levels: str, key: int = 0) -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{"".join(levels)}</w:abstractNum>'


def level(n: int, form: str, text: str, start: int = 1, extra: str = "") -> str:
    return f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}<w:lvlText w:val="{text}"/></w:lvl>'


def instance(n: int, abstract_id: int = 0, override: str = "") -> str:
    return f'<w:num w:numId="{n}"><w:abstractNumId w:val="{abstract_id}"/>{override}</w:num>'


class TestNumbering:
    def numbers(self, body: str, numbering: str) -> list[str | None]:
        return [block.number for block in source(body, numbering=numbering).blocks]

    def test_levels_count_and_lower_ones_restart(self) -> None:
        lists = abstract(
            level(0, "decimal", "Article %1"), level(1, "decimal", "%1.%2"), level(2, "lowerLetter", "(%3)")
        )
        body = "".join(numbered("x", 1, n) for n in (0, 1, 2, 2, 1, 0, 1))
        assert self.numbers(body, lists + instance(1)) == [
            "Article 1", "1.1", "(a)", "(b)", "1.2", "Article 2", "2.1",
        ]  # fmt: skip

    def test_a_restarted_list_counts_from_its_override(self) -> None:
        restart = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="1"/></w:lvlOverride>'
        lists = abstract(level(0, "decimal", "%1.")) + instance(1) + instance(2, override=restart)
        body = numbered("a", 1) + numbered("b", 1) + numbered("c", 2) + numbered("d", 2)
        assert self.numbers(body, lists) == ["1.", "2.", "1.", "2."]

    def test_two_instances_of_one_list_count_on(self) -> None:
        lists = abstract(level(0, "decimal", "%1.")) + instance(1) + instance(2)
        assert self.numbers(numbered("a", 1) + numbered("b", 2), lists) == ["1.", "2."]

    def test_legal_numbering_shows_arabic_figures(self) -> None:
        lists = abstract(
            level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", extra="<w:isLgl/>")
        ) + instance(1)
        assert self.numbers(numbered("a", 1) + numbered("b", 1, 1), lists) == ["I.", "1.1"]

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            ("upperRoman", "IV"),
            ("lowerLetter", "d"),
            ("ukrainianLower", "г"),
            ("decimalZero", "04"),
            ("ordinal", "4th"),
        ],
    )
    def test_number_formats(self, form: str, expected: str) -> None:
        lists = abstract(level(0, form, "%1", start=4)) + instance(1)
        assert self.numbers(numbered("a", 1), lists) == [expected]

    def test_numbers_come_from_the_style_too(self) -> None:
        styles = (
            '<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="Article"/><w:pPr><w:numPr><w:numId w:val="1"/>'
            "</w:numPr></w:pPr></w:style>"
        )
        lists = abstract(level(0, "decimal", "Article %1")) + instance(1)
        read = source(paragraph("Purpose", '<w:pStyle w:val="Art"/>'), styles=styles, numbering=lists)
        assert read.blocks[0].number == "Article 1"
        assert read.blocks[0].style == "Article"

    def test_a_list_the_file_does_not_hold_gives_no_number(self) -> None:
        assert self.numbers(numbered("a", 9), abstract() + instance(1)) == [None]


class TestRevisions:
    INS = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'

    def test_text_is_read_as_accepted_and_the_reading_says_so(self) -> None:
        read = source(
            f"<w:p><w:r><w:t>Each Party </w:t></w:r><w:del {self.INS}><w:r><w:delText>will</w:delText></w:r></w:del>"
            f"<w:ins {self.INS}><w:r><w:t>shall</w:t></w:r></w:ins><w:r><w:t> inform</w:t></w:r></w:p>"
        )
        assert read.blocks[0].text.plain == "Each Party shall inform"
        assert [finding.code for finding in read.findings] == ["docx.tracked-changes-accepted"]
        assert read.findings[0].values["count"] == "2"

    def test_a_deleted_paragraph_mark_joins_two_paragraphs(self) -> None:
        body = (
            f"<w:p><w:pPr><w:rPr><w:del {self.INS}/></w:rPr></w:pPr><w:r><w:t>one </w:t></w:r></w:p>"
            "<w:p><w:r><w:t>sentence</w:t></w:r></w:p>"
        )
        assert texts(body) == ["one sentence"]

    def test_moved_text_is_read_where_it_went(self) -> None:
        body = (
            f"<w:p><w:moveFrom {self.INS}><w:r><w:t>gone</w:t></w:r></w:moveFrom><w:r><w:t>left</w:t></w:r></w:p>"
            f"<w:p><w:moveTo {self.INS}><w:r><w:t>here</w:t></w:r></w:moveTo></w:p>"
        )
        assert texts(body) == ["left", "here"]

    def test_a_deleted_row_is_no_row(self) -> None:
        row = "<w:tr>{}<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"
        gone = row.format(f"<w:trPr><w:del {self.INS}/></w:trPr>", "old")
        assert texts(f"<w:tbl>{gone}{row.format('', 'kept')}</w:tbl>") == ["kept"]


def test_fields_show_their_result_and_never_their_code() -> None:
    body = (
        '<w:p><w:r><w:t>see </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r>'
        '<w:r><w:instrText> REF art4 \\h </w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/></w:r>'
        '<w:r><w:t>Article 4</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:t>.</w:t></w:r></w:p>'
    )
    assert texts(body) == ["see Article 4."]


def test_breaks_tabs_and_special_hyphens_are_characters() -> None:
    assert texts(
        "<w:p><w:r><w:t>a</w:t><w:br/><w:t>b</w:t><w:tab/><w:t>c</w:t><w:noBreakHyphen/><w:t>d</w:t></w:r></w:p>"
    ) == ["a\nb\tc\u2011d"]


def test_a_page_break_turns_the_page() -> None:
    body = paragraph("one") + '<w:p><w:r><w:br w:type="page"/><w:t>two</w:t></w:r></w:p>'
    assert [block.page for block in source(body).blocks] == [1, 2]


def test_hidden_text_stays_out_and_is_named() -> None:
    read = source(
        "<w:p><w:r><w:t>seen</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>secret</w:t></w:r></w:p>"
    )
    assert read.blocks[0].text.plain == "seen"
    assert [(f.code, f.quote) for f in read.findings] == [("docx.hidden-text", "secret")]


def test_links_content_controls_and_smart_tags_are_text() -> None:
    body = (
        "<w:sdt><w:sdtContent><w:p><w:hyperlink><w:r><w:t>a</w:t></w:r></w:hyperlink>"
        "<w:smartTag><w:r><w:t>b</w:t></w:r></w:smartTag><w:sdt><w:sdtContent><w:r><w:t>c</w:t></w:r></w:sdtContent>"
        "</w:sdt></w:p></w:sdtContent></w:sdt>"
    )
    assert texts(body) == ["abc"]


def test_footnotes_and_comments_become_marks() -> None:
    body = (
        '<w:p><w:r><w:t>The Parties</w:t></w:r><w:r><w:footnoteReference w:id="2"/></w:r>'
        '<w:commentRangeStart w:id="0"/><w:r><w:t> agree</w:t></w:r><w:commentRangeEnd w:id="0"/></w:p>'
    )
    read = source(
        body,
        footnotes='<w:footnote w:id="2"><w:p><w:r><w:t>Both of them.</w:t></w:r></w:p></w:footnote>',
        comments='<w:comment w:id="0" w:author="M. Tamm"><w:p><w:r><w:t>shall?</w:t></w:r></w:p></w:comment>',
    )
    text = read.blocks[0].text
    assert text.of(Footnote) == ((11, 11, Footnote("Both of them.")),)
    assert text.of(Comment) == ((11, 17, Comment("M. Tamm", "shall?", None)),)


def test_typography_comes_from_the_run_the_style_and_its_ancestors() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/><w:rPr><w:b/><w:sz w:val="28"/></w:rPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 2"/><w:basedOn w:val="Base"/>'
        '<w:pPr><w:jc w:val="center"/><w:outlineLvl w:val="1"/></w:pPr></w:style>'
    )
    block = source(paragraph("Purpose", '<w:pStyle w:val="H"/>'), styles=styles).blocks[0]
    assert (block.bold, block.size, block.alignment, block.outline) == (True, 14.0, Alignment.CENTRE, 2)
    plain = source(
        "<w:p><w:r><w:t>a </w:t></w:r><w:r><w:rPr><w:i/></w:rPr><w:t>inter alia</w:t></w:r></w:p>"
    ).blocks[0]
    assert not plain.bold
    assert plain.text.of(Emphasis) == ((2, 12, Emphasis(Style.ITALIC)),)


def test_tables_keep_their_places() -> None:
    cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
    table = f"<w:tbl><w:tr>{cell.format('a')}{cell.format('b')}</w:tr><w:tr>{cell.format('c')}{cell.format('d')}</w:tr></w:tbl>"
    assert [(b.text.plain, b.cell) for b in source(table).blocks] == [
        ("a", (0, 0, 0)), ("b", (0, 0, 1)), ("c", (0, 1, 0)), ("d", (0, 1, 1)),
    ]  # fmt: skip


def test_deeply_nested_revisions_are_read() -> None:
    nested = '<w:ins w:id="1">' * 200 + "<w:r><w:t>deep</w:t></w:r>" + "</w:ins>" * 200
    assert texts(f"<w:p>{nested}</w:p>") == ["deep"]


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", EmptyFileError),
        (b"hello, I am no zip", DamagedFileError),
        (word_file(paragraph("x"))[:-200], DamagedFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), EncryptedFileError),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1 old Word", DamagedFileError),
        (word_file("<w:p/>"), NoTextError),
        (word_file("<w:p><w:r>"), DamagedFileError),
    ],
)
def test_a_bad_file_is_one_clear_line(tmp_path: Path, data: bytes, error: type[FormatError]) -> None:
    path = tmp_path / "bad.docx"
    path.write_bytes(data)
    with pytest.raises(error) as raised:
        read(path)
    assert str(raised.value).count("\n") == 0
    assert "bad.docx" in str(raised.value)


def test_a_missing_file_is_named(tmp_path: Path) -> None:
    with pytest.raises(MissingFileError, match=r"gone\.docx"):
        read(tmp_path / "gone.docx")


def test_entities_are_refused() -> None:
    data = word_file("<w:p/>")
    evil = (
        '<!DOCTYPE d [<!ENTITY x SYSTEM "file:///etc/hostname">]><w:document xmlns:w='
        '"http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body><w:p><w:r><w:t>&x;</w:t></w:r></w:p>'
        "</w:body></w:document>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, evil if name == "word/document.xml" else old.read(name))
    with pytest.raises(DamagedFileError, match="entities"):
        read_package(Package(buffer.getvalue(), name="evil.docx"))
