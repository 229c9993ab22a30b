"""OpenDocument text: numbers as displayed, styles through their parents."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from workbench.agreement.source import SourceDocument
from workbench.agreement.text import Comment, Footnote
from workbench.formats.errors import EncryptedFileError, FormatError
from workbench.formats.odt.reader import from_bytes

_NAMES = (
    " ".join(
        f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
        for short, long in (
            ("office", "office"),
            ("text", "text"),
            ("style", "style"),
            ("table", "table"),
            ("fo", "xsl-fo-compatible"),
            ("draw", "drawing"),
            ("svg", "svg-compatible"),
            ("meta", "meta"),
        )
    )
    + ' xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"'
)


def odt(body: str, styles: str = "", manifest: str = "<m/>") -> bytes:
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", content)
        package.writestr("styles.xml", f"<office:document-styles {_NAMES}/>")
        package.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def source(body: str, styles: str = "") -> SourceDocument:
    return from_bytes(odt(body, styles), name="draft.odt")


def test_nested_lists_are_numbered_as_displayed() -> None:
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    )
    inner = "<text:list><text:list-item><text:p>x</text:p></text:list-item><text:list-item><text:p>y</text:p></text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="L"><text:list-item><text:p>one</text:p>{inner}</text:list-item>'
        "<text:list-item><text:p>two</text:p></text:list-item></text:list>"
    )
    assert [(b.number, b.text.plain, b.list_level) for b in source(body, styles).blocks] == [
        ("1.", "one", 0), ("(a)", "x", 1), ("(b)", "y", 1), ("2.", "two", 0),
    ]  # fmt: skip


def test_spaces_tabs_breaks_notes_and_deleted_text() -> None:
    read = source(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Why.</text:p></text:note-body></text:note></text:p>"
    )
    assert [b.text.plain for b in read.blocks] == ["a  b\tc\nd"]
    assert read.blocks[0].text.of(Footnote) == ((8, 8, Footnote("Why.")),)
    assert [f.code for f in read.findings] == ["docx.tracked-changes-accepted"]


def test_bold_comes_through_the_parent_style() -> None:
    styles = (
        '<style:style style:name="Strong"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="P1" style:parent-style-name="Strong"/>'
    )
    block = source('<text:p text:style-name="P1">Purpose</text:p>', styles).blocks[0]
    assert (block.bold, block.style) == (True, "Strong")


def test_headings_carry_their_level() -> None:
    assert source('<text:h text:outline-level="2">Costs</text:h>').blocks[0].outline == 2


@pytest.mark.parametrize(
    "data", [b"", b"no zip", odt("<text:p>x</text:p>")[:-60], odt("<text:p/>"), odt("<text:p>")]
)
def test_a_bad_file_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"^bad\.odt: "):
        from_bytes(data, name="bad.odt")


def test_an_encrypted_file_says_so() -> None:
    with pytest.raises(EncryptedFileError):
        from_bytes(odt("<text:p>x</text:p>", manifest="<encryption-data/>"), name="locked.odt")


def number(level: int, form: str, more: str = "") -> str:
    return f'<text:list-level-style-number text:level="{level}" style:num-format="{form}" {more}/>'


def list_style(*levels: str, name: str = "L") -> str:
    return f'<text:list-style style:name="{name}">{"".join(levels)}</text:list-style>'


def items(*words: str, more: str = 'text:style-name="L"', inside: str = "") -> str:
    rows = "".join(f"<text:list-item><text:p>{one}</text:p></text:list-item>" for one in words)
    return f"<text:list {more}>{inside}{rows}</text:list>"


def shown(body: str, styles: str = "") -> list[str | None]:
    return [block.number for block in source(body, styles).blocks]


SIMPLE = list_style(number(1, "1", 'style:num-suffix="."'), number(2, "1", 'text:display-levels="2"'))


class TestLists:
    def test_a_list_begins_anew_unless_it_continues_another(self) -> None:
        again = items("c") + items("d", more='text:style-name="L" text:continue-numbering="true"')
        assert shown(items("a", "b") + again, SIMPLE) == ["1.", "2.", "1.", "2."]

    def test_a_list_counts_on_where_the_one_it_names_stopped(self) -> None:
        first = items("a", more='xml:id="one" text:style-name="L"')
        between = items("x", "y")
        back = items("b", more='text:continue-list="one" text:style-name="L"')
        assert shown(first + between + back, SIMPLE) == ["1.", "1.", "2.", "2."]

    def test_going_on_at_a_lower_level_counts_no_upper_one(self) -> None:
        first = items("a", more='xml:id="one" text:style-name="L"')
        below = f"<text:list-item>{items('p', 'q', more='')}</text:list-item>"
        back = f'<text:list text:continue-list="one" text:style-name="L">{below}</text:list>'
        assert shown(first + "<text:p>between</text:p>" + back, SIMPLE) == ["1.", None, "1.1", "1.2"]

    def test_lists_start_where_their_style_or_item_says(self) -> None:
        from_four = list_style(number(1, "a", 'style:num-suffix=")" text:start-value="4"'))
        assert shown(items("x", "y"), from_four) == ["d)", "e)"]
        item = '<text:list-item text:start-value="9"><text:p>x</text:p></text:list-item>'
        assert shown(f'<text:list text:style-name="L">{item}</text:list>', SIMPLE) == ["9."]

    def test_only_the_first_paragraph_of_an_item_is_numbered(self) -> None:
        header = "<text:list-header><text:p>head</text:p></text:list-header>"
        more = "<text:list-item><text:p>a</text:p><text:p>b</text:p></text:list-item>"
        assert shown(f'<text:list text:style-name="L">{header}{more}</text:list>', SIMPLE) == [
            None,
            "1.",
            None,
        ]

    @pytest.mark.parametrize(
        ("form", "expected"),
        [
            ("I", "III"),
            ("A", "C"),
            ("а, б, .., аа, бб, ... (uk)", "в"),
            ("А, Б, .., Аа, Аб, ... (ru)", "В"),
            ("", None),
        ],
    )
    def test_number_formats(self, form: str, expected: str | None) -> None:
        assert shown(items("x", "y", "z"), list_style(number(1, form)))[2] == expected

    def test_the_whole_pattern_goes_before_its_parts(self) -> None:
        pattern = 'loext:num-list-format="Article %1%" style:num-prefix="Art "'
        assert shown(items("x"), list_style(number(1, "1", pattern))) == ["Article 1"]

    def test_the_style_of_the_paragraph_lends_its_list(self) -> None:
        style = '<style:style style:name="P1" style:list-style-name="L"/>'
        item = '<text:list-item><text:p text:style-name="P1">x</text:p></text:list-item>'
        assert shown(f"<text:list>{item}</text:list>", SIMPLE + style) == ["1."]

    def test_headings_are_counted_by_the_outline(self) -> None:
        outline = (
            '<text:outline-style style:name="Outline"><text:outline-level-style text:level="1" style:num-format="1" '
            'style:num-prefix="Article "/><text:outline-level-style text:level="2" style:num-format=""/></text:outline-style>'
            '<style:style style:name="Plain" style:list-style-name=""/>'
        )
        body = (
            '<text:h text:outline-level="1">Purpose</text:h><text:h text:outline-level="2">Aside</text:h>'
            '<text:h text:outline-level="1" text:style-name="Plain">Unnumbered</text:h>'
            '<text:h text:outline-level="1">Costs</text:h>'
        )
        assert shown(body, outline) == ["Article 1", None, None, "Article 2"]


class TestText:
    def test_markup_space_is_one_space_and_written_space_stays(self) -> None:
        assert source(
            "<text:p>\n  The\n  Parties <text:span> agree</text:span><text:s/> so.</text:p>"
        ).plain == ("The Parties agree  so.")

    def test_a_box_is_read_after_its_paragraph_and_a_picture_says_nothing(self) -> None:
        box = "<draw:frame><draw:text-box><text:p>in the box</text:p></draw:text-box><svg:title>a seal</svg:title></draw:frame>"
        assert [b.text.plain for b in source(f"<text:p>above{box} goes on</text:p>").blocks] == [
            "above goes on", "in the box",
        ]  # fmt: skip

    def test_hidden_words_paragraphs_and_sections_are_named(self) -> None:
        style = '<style:style style:name="H"><style:text-properties text:display="none"/></style:style>'
        read = source(
            "<text:p>seen<text:span text:style-name='H'>one</text:span></text:p><text:p text:style-name='H'>two</text:p>"
            "<text:section text:display='none'><text:p>three</text:p></text:section><text:section><text:p>open</text:p>"
            "</text:section>",
            style,
        )
        assert [block.text.plain for block in read.blocks] == ["seen", "open"]
        assert [finding.quote for finding in read.findings] == ["one", "two", "three"]

    def test_comments_and_notes_are_marks(self) -> None:
        comment = (
            "<office:annotation office:name='c'><dc:creator>A. Kask</dc:creator><dc:date>2026-03-04T10:00:00</dc:date>"
            "<text:p>why?</text:p></office:annotation>"
        )
        note = "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>a</text:p><text:p>b</text:p></text:note-body></text:note>"
        text = (
            source(
                f"<text:p>The {comment}Parties<office:annotation-end office:name='c'/>{note} agree</text:p>"
            )
            .blocks[0]
            .text
        )
        assert text.plain == "The Parties agree"
        assert text.of(Comment) == ((4, 11, Comment("A. Kask", "why?", date(2026, 3, 4))),)
        assert text.of(Footnote) == ((11, 11, Footnote("a\nb")),)

    def test_contents_are_told_from_the_text(self) -> None:
        index = (
            "<text:table-of-content><text:table-of-content-source><text:index-title-template>T</text:index-title-template>"
            "</text:table-of-content-source><text:index-body><text:p>Article 1</text:p></text:index-body></text:table-of-content>"
        )
        assert [(b.text.plain, b.style) for b in source(index + "<text:h>Article 1</text:h>").blocks] == [
            ("Article 1", "toc"), ("Article 1", ""),
        ]  # fmt: skip

    def test_pages_turn_where_the_file_remembers(self) -> None:
        body = "<text:p>a</text:p><text:soft-page-break/><text:p>b<text:soft-page-break/>c</text:p>"
        assert [block.page for block in source(body).blocks] == [1, 3]

    def test_indents_and_sizes_are_in_points(self) -> None:
        style = (
            '<style:style style:name="P"><style:paragraph-properties fo:margin-left="1in" fo:text-indent="-0.5in"/>'
            '<style:text-properties fo:font-size="11pt"/></style:style>'
        )
        block = source("<text:p text:style-name='P'>x</text:p>", style).blocks[0]
        assert (block.indent, block.size) == (36.0, 11.0)


class TestTables:
    CELL = "<table:table-cell {}><text:p>{}</text:p></table:table-cell>"

    def test_merged_cells_and_headers_keep_the_columns(self) -> None:
        head = f"<table:table-header-rows><table:table-row>{self.CELL.format('', 'h')}<table:covered-table-cell/>{self.CELL.format('', 'i')}</table:table-row></table:table-header-rows>"
        row = f"<table:table-row>{self.CELL.format('', 'a')}{self.CELL.format('', 'b')}{self.CELL.format('', 'c')}</table:table-row>"
        assert [(b.text.plain, b.cell) for b in source(f"<table:table>{head}{row}</table:table>").blocks] == [
            ("h", (0, 0, 0)), ("i", (0, 0, 2)), ("a", (0, 1, 0)), ("b", (0, 1, 1)), ("c", (0, 1, 2)),
        ]  # fmt: skip

    def test_a_table_in_a_cell_belongs_to_the_cell(self) -> None:
        inner = f"<table:table><table:table-row>{self.CELL.format('', 'x')}{self.CELL.format('', 'y')}</table:table-row></table:table>"
        row = f"<table:table-row><table:table-cell><text:p>a</text:p>{inner}</table:table-cell>{self.CELL.format('', 'b')}</table:table-row>"
        assert [(b.text.plain, b.cell) for b in source(f"<table:table>{row}</table:table><text:p>z</text:p>").blocks] == [
            ("a", (0, 0, 0)), ("x", (0, 0, 0)), ("y", (0, 0, 0)), ("b", (0, 0, 1)), ("z", None),
        ]  # fmt: skip


def test_absurd_counts_are_no_bomb() -> None:
    absurd = "<text:p>a<text:s text:c='999999999'/>b<text:s text:c='many'/>c</text:p>"
    assert len(source(absurd).blocks[0].text) < 1000
    item = '<text:list-item text:start-value="999999999"><text:p>x</text:p></text:list-item>'
    numbers = shown(f'<text:list text:style-name="L">{item}</text:list>', list_style(number(1, "i")))
    assert len(numbers[0] or "") < 20


def test_styles_that_stand_on_each_other_are_no_endless_way() -> None:
    ring = '<style:style style:name="A" style:parent-style-name="B"/><style:style style:name="B" style:parent-style-name="A"/>'
    assert source("<text:p text:style-name='A'>x</text:p>", ring).plain == "x"
