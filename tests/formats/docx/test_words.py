"""What Word shows and what it hides: text boxes, fields, controls, symbols, embedded files, revisions."""

from __future__ import annotations

import io
import zipfile

import pytest

from tests.formats.word_files import paragraph, word_file
from workbench.agreement.source import SourceDocument
from workbench.agreement.text import Comment, Emphasis, Footnote, Style
from workbench.formats.docx.package import Package
from workbench.formats.docx.reader import read_package

BY = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'


def source(body: str, **parts: str) -> SourceDocument:
    return read_package(Package(word_file(body, **parts), name="draft.docx"))


def texts(body: str, **parts: str) -> list[str]:
    return [block.text.plain for block in source(body, **parts).blocks]


def run(words: str, look: str = "") -> str:
    return f'<w:r>{f"<w:rPr>{look}</w:rPr>" if look else ""}<w:t xml:space="preserve">{words}</w:t></w:r>'


def char(kind: str, inside: str = "") -> str:
    return f'<w:r><w:fldChar w:fldCharType="{kind}">{inside}</w:fldChar></w:r>'


def code(words: str) -> str:
    return f"<w:r><w:instrText>{words}</w:instrText></w:r>"


def repacked(data: bytes, **changed: bytes) -> bytes:
    """The package with parts renamed or added: names with `__` for `/`."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
        for name in old.namelist():
            new.writestr(name, old.read(name))
        for name, content in changed.items():
            new.writestr(name.replace("__", "/"), content)
    return buffer.getvalue()


def relationships(*rows: tuple[str, str, str]) -> bytes:
    kind = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    inside = "".join(f'<Relationship Id="{i}" Type="{kind}{t}" Target="{to}"/>' for i, t, to in rows)
    names = "http://schemas.openxmlformats.org/package/2006/relationships"
    return f'<Relationships xmlns="{names}">{inside}</Relationships>'.encode()


class TestTextBoxes:
    BOX = "<w:txbxContent><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:txbxContent>"

    def test_the_two_drawings_of_one_box_are_read_once(self) -> None:
        box = self.BOX.format("Official seal")
        body = (
            f"<w:p>{run('Above')}<w:r><mc:AlternateContent {MC}><mc:Choice Requires='wps'><w:drawing>{box}</w:drawing>"
            f"</mc:Choice><mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>"
        )
        assert texts(body) == ["Above", "Official seal"]

    def test_alternatives_among_runs_are_read_once(self) -> None:
        both = (
            f"<mc:AlternateContent {MC}><mc:Choice Requires='x'>{run('new')}</mc:Choice><mc:Fallback>{run('old')}"
            "</mc:Fallback></mc:AlternateContent>"
        )
        assert texts(f"<w:p>{run('a ')}{both}</w:p>") == ["a new"]

    def test_a_box_inside_a_box_is_read_after_it(self) -> None:
        inner = f"<w:r><w:pict>{self.BOX.format('inner')}</w:pict></w:r>"
        outer = f"<w:txbxContent><w:p>{run('outer')}{inner}</w:p></w:txbxContent>"
        assert texts(f"<w:p>{run('text')}<w:r><w:pict>{outer}</w:pict></w:r></w:p>") == [
            "text",
            "outer",
            "inner",
        ]


class TestFields:
    def test_a_simple_field_shows_its_result(self) -> None:
        assert texts(
            f'<w:p>{run("page ")}<w:fldSimple w:instr="PAGEREF x">{run("7")}</w:fldSimple></w:p>'
        ) == ["page 7"]

    def test_a_field_in_the_code_of_another_stays_hidden(self) -> None:
        inner = char("begin") + code("REF a") + char("separate") + run("hidden") + char("end")
        body = (
            char("begin")
            + code("IF ")
            + inner
            + code(' = "x"')
            + char("separate")
            + run("shown")
            + char("end")
        )
        assert texts(f"<w:p>{body}</w:p>") == ["shown"]

    def test_a_table_of_contents_is_told_from_the_text(self) -> None:
        first = f"<w:p>{char('begin')}{code(' TOC 1-3 ')}{char('separate')}{run('Article 1 Purpose')}</w:p>"
        last = f"<w:p>{run('Article 2 Costs')}{char('end')}</w:p>"
        blocks = source(first + last + paragraph("Article 1")).blocks
        assert [block.style for block in blocks] == ["toc", "toc", ""]

    def test_the_paragraph_where_the_contents_end_is_text(self) -> None:
        first = f"<w:p>{char('begin')}{code('TOC')}{char('separate')}{run('Article 1')}</w:p>"
        assert [b.style for b in source(first + f"<w:p>{char('end')}{run('Article 1')}</w:p>").blocks] == [
            "toc",
            "",
        ]

    def test_a_button_shows_its_label(self) -> None:
        body = char("begin") + code("MACROBUTTON NoMacro [name of the Party]") + char("end")
        assert texts(f"<w:p>{run('between ')}{body}</w:p>") == ["between [name of the Party]"]

    @pytest.mark.parametrize(("state", "shown"), [("<w:checked/>", "☒"), ('<w:default w:val="0"/>', "☐")])
    def test_a_check_box_is_a_box(self, state: str, shown: str) -> None:
        box = f"<w:ffData><w:checkBox>{state}</w:checkBox></w:ffData>"
        body = char("begin", box) + code("FORMCHECKBOX") + char("separate") + char("end")
        assert texts(f"<w:p>{body}{run(' yes')}</w:p>") == [f"{shown} yes"]

    def test_a_drop_down_shows_what_was_chosen(self) -> None:
        entries = '<w:ffData><w:ddList><w:result w:val="1"/><w:listEntry w:val="Riga"/><w:listEntry w:val="Tartu"/></w:ddList></w:ffData>'
        assert texts(
            f"<w:p>{run('at ')}{char('begin', entries)}{code('FORMDROPDOWN')}{char('end')}</w:p>"
        ) == ["at Tartu"]

    def counting(self, *codes: str) -> list[str]:
        return texts(
            "".join(f"<w:p>{char('begin')}{code(one)}{char('end')}{run(' x')}</w:p>" for one in codes)
        )

    def test_fields_that_count_show_their_numbers(self) -> None:
        assert self.counting("AUTONUM", "AUTONUM ") == ["1. x", "2. x"]
        assert self.counting("LISTNUM", "LISTNUM  NumberDefault \\l 2", "LISTNUM \\l 2 ", "LISTNUM") == [
            "1) x", "a) x", "b) x", "2) x",
        ]  # fmt: skip
        assert self.counting("LISTNUM LegalDefault \\s 4", "LISTNUM LegalDefault \\l 2") == ["4. x", "4.1. x"]

    def test_numbers_by_heading_level_follow_the_headings(self) -> None:
        styles = "".join(
            f'<w:style w:type="paragraph" w:styleId="H{n}"><w:name w:val="heading {n}"/><w:pPr>'
            f'<w:outlineLvl w:val="{n - 1}"/></w:pPr></w:style>'
            for n in (1, 2)
        )
        body = "".join(
            f"<w:p><w:pPr><w:pStyle w:val='H{n}'/></w:pPr>{char('begin')}{code('AUTONUMLGL')}{char('end')}{run(' x')}</w:p>"
            for n in (1, 2, 2, 1)
        )
        assert texts(body, styles=styles) == ["1. x", "1.1. x", "1.2. x", "2. x"]

    def test_a_field_that_never_ends_hides_nothing(self) -> None:
        body = f"<w:p>{char('begin')}{code('REF a')}{run('one')}</w:p>" + paragraph("two")
        assert texts(body) == ["one", "two"]


class TestControls:
    ROW = "<w:tr><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc></w:tr>"

    def test_controls_stand_round_anything(self) -> None:
        around = (
            "<w:sdt><w:sdtPr><w:alias w:val='not text'/></w:sdtPr><w:sdtContent>{}</w:sdtContent></w:sdt>"
        )
        cell = "<w:tc><w:p><w:r><w:t>{}</w:t></w:r></w:p></w:tc>"
        row = f"<w:tr>{cell.format('c')}{around.format(cell.format('d'))}</w:tr>"
        body = (
            around.format(paragraph("block"))
            + f"<w:p>{run('in')}{around.format(run('line'))}</w:p>"
            + f"<w:tbl>{around.format(self.ROW.format('a', 'b'))}{row}</w:tbl>"
        )
        read = source(body).blocks
        assert [(block.text.plain, block.cell) for block in read] == [
            ("block", None), ("inline", None), ("a", (0, 0, 0)), ("b", (0, 0, 1)), ("c", (0, 1, 0)), ("d", (0, 1, 1)),
        ]  # fmt: skip


class TestTables:
    def table(self, *rows: str) -> str:
        return f"<w:tbl>{''.join(f'<w:tr>{row}</w:tr>' for row in rows)}</w:tbl>"

    def cell(self, words: str, properties: str = "", more: str = "") -> str:
        return f"<w:tc><w:tcPr>{properties}</w:tcPr>{paragraph(words)}{more}</w:tc>"

    def places(self, body: str) -> list[tuple[str, tuple[int, int, int] | None]]:
        return [(block.text.plain, block.cell) for block in source(body).blocks]

    def test_cells_merged_across_leave_the_others_in_their_columns(self) -> None:
        wide = self.cell("both", '<w:gridSpan w:val="2"/>')
        assert self.places(self.table(wide + self.cell("c"), self.cell("d") + self.cell("e") + self.cell("f"))) == [
            ("both", (0, 0, 0)), ("c", (0, 0, 2)), ("d", (0, 1, 0)), ("e", (0, 1, 1)), ("f", (0, 1, 2)),
        ]  # fmt: skip

    def test_a_cell_merged_with_the_one_above_has_no_text_of_its_own(self) -> None:
        first = self.cell("a", '<w:vMerge w:val="restart"/>') + self.cell("b")
        assert self.places(self.table(first, self.cell("shadow", "<w:vMerge/>") + self.cell("c"))) == [
            ("a", (0, 0, 0)), ("b", (0, 0, 1)), ("c", (0, 1, 1)),
        ]  # fmt: skip

    def test_fine_grids_do_not_pull_two_columns_apart(self) -> None:
        rows = [
            self.cell("a", f'<w:gridSpan w:val="{left}"/>')
            + self.cell("b", f'<w:gridSpan w:val="{5 - left}"/>')
            for left in (2, 3)
        ]
        assert {cell[2] for _, cell in self.places(self.table(*rows)) if cell} == {0, 1}

    def test_a_table_inside_a_cell_is_part_of_what_the_cell_says(self) -> None:
        inner = self.table(self.cell("x") + self.cell("y"))
        assert self.places(self.table(self.cell("a", more=inner) + self.cell("b"))) == [
            ("a", (0, 0, 0)), ("x", (0, 0, 0)), ("y", (0, 0, 0)), ("b", (0, 0, 1)),
        ]  # fmt: skip

    def test_a_table_inside_a_frame_is_a_table(self) -> None:
        inner = self.table(self.cell("x") + self.cell("y"))
        assert self.places(self.table(self.cell("a", more=inner))) == [
            ("a", (0, 0, 0)), ("x", (1, 0, 0)), ("y", (1, 0, 1)),
        ]  # fmt: skip

    def test_a_hidden_row_is_named(self) -> None:
        body = f"<w:tbl><w:tr><w:trPr><w:hidden/></w:trPr>{self.cell('secret')}</w:tr><w:tr>{self.cell('open')}</w:tr></w:tbl>"
        read = source(body)
        assert [b.text.plain for b in read.blocks] == ["open"]
        assert [finding.quote for finding in read.findings] == ["secret"]


class TestRevisions:
    def test_a_deleted_mark_before_a_table_loses_no_words(self) -> None:
        last = f"<w:p><w:pPr><w:rPr><w:del {BY}/></w:rPr></w:pPr>{run('kept')}</w:p>"
        assert texts(last + f"<w:tbl><w:tr><w:tc>{paragraph('cell')}</w:tc></w:tr></w:tbl>") == [
            "kept",
            "cell",
        ]
        assert texts(f"<w:tbl><w:tr><w:tc>{last}</w:tc></w:tr></w:tbl>" + paragraph("after")) == [
            "kept",
            "after",
        ]
        assert texts(paragraph("one") + last) == ["one", "kept"]

    def test_a_deleted_cell_is_no_cell(self) -> None:
        cells = f"<w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr>{paragraph('old')}</w:tc><w:tc>{paragraph('new')}</w:tc>"
        assert texts(f"<w:tbl><w:tr>{cells}</w:tr></w:tbl>") == ["new"]

    def test_inserted_and_deleted_again_is_nothing(self) -> None:
        both = f"<w:ins {BY}><w:del {BY}><w:r><w:delText>x</w:delText></w:r></w:del></w:ins>"
        assert texts(f"<w:p>{run('a')}{both}</w:p>") == ["a"]


class TestSigns:
    @pytest.mark.parametrize(
        ("font", "glyph", "shown"),
        [("Symbol", "F0B7", "•"), ("Symbol", "F062", "β"), ("Symbol", "00B0", "°"), ("Wingdings", "F0FE", "☑"),
         ("Wingdings", "F0E0", "→"), ("Times New Roman", "00A7", "§")],
    )  # fmt: skip
    def test_symbols(self, font: str, glyph: str, shown: str) -> None:
        assert texts(f'<w:p>{run("a ")}<w:r><w:sym w:font="{font}" w:char="{glyph}"/></w:r></w:p>') == [
            f"a {shown}"
        ]

    def test_words_typed_in_a_symbol_font_are_signs(self) -> None:
        look = '<w:rFonts w:ascii="Symbol" w:hAnsi="Symbol"/>'
        assert texts(f"<w:p>{run('5 ')}{run('m', look)}{run('g')}</w:p>") == ["5 μg"]

    def test_a_formula_is_read(self) -> None:
        maths = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
        assert texts(f"<w:p>{run('where ')}<m:oMath {maths}><m:r><m:t>x=1</m:t></m:r></m:oMath></w:p>") == [
            "where x=1"
        ]

    def test_a_page_break_inside_a_paragraph_parts_words(self) -> None:
        assert texts(f'<w:p>{run("one")}<w:r><w:br w:type="page"/></w:r>{run("two")}</w:p>') == ["one\ntwo"]

    def test_a_page_counts_once_though_it_is_noted_twice(self) -> None:
        body = f'<w:p>{run("one")}<w:r><w:br w:type="page"/></w:r></w:p><w:p><w:r><w:lastRenderedPageBreak/><w:t>two</w:t></w:r></w:p>'
        assert [block.page for block in source(body).blocks] == [2, 2]

    def test_emphasis_runs_on_through_runs(self) -> None:
        both = "<w:b/><w:i/>"
        marks = source(f"<w:p>{run('one ', both)}{run('two', both)}</w:p>").blocks[0].text.of(Emphasis)
        assert {(start, end, value.style) for start, end, value in marks} == {
            (0, 7, Style.BOLD),
            (0, 7, Style.ITALIC),
        }


class TestNotes:
    def test_endnotes_are_notes_too_and_keep_their_tabs(self) -> None:
        body = f'<w:p>{run("x")}<w:r><w:endnoteReference w:id="3"/></w:r></w:p>'
        note = '<w:endnote w:id="3"><w:p><w:r><w:t>See</w:t><w:tab/><w:t>there</w:t></w:r></w:p></w:endnote>'
        assert source(body, endnotes=note).blocks[0].text.of(Footnote) == ((1, 1, Footnote("See\tthere")),)

    def test_what_was_deleted_from_a_note_is_no_note(self) -> None:
        body = f'<w:p>{run("x")}<w:r><w:footnoteReference w:id="3"/></w:r></w:p>'
        note = f'<w:footnote w:id="3"><w:p><w:moveFrom {BY}><w:r><w:t>old</w:t></w:r></w:moveFrom>{run("new")}</w:p></w:footnote>'
        assert source(body, footnotes=note).blocks[0].text.of(Footnote) == ((1, 1, Footnote("new")),)

    def test_a_comment_without_a_range_stands_at_its_reference(self) -> None:
        body = f'<w:p>{run("Parties")}<w:r><w:commentReference w:id="4"/></w:r></w:p>'
        read = source(
            body,
            comments='<w:comment w:id="4" w:author="M. Oja"><w:p><w:r><w:t>who?</w:t></w:r></w:p></w:comment>',
        )
        assert read.blocks[0].text.of(Comment) == ((0, 7, Comment("M. Oja", "who?", None)),)


class TestPackages:
    def test_the_document_is_found_by_its_relationship(self) -> None:
        data = word_file(paragraph("found"))
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
            new.writestr("word/document2.xml", old.read("word/document.xml"))
            new.writestr("_rels/.rels", relationships(("r1", "officeDocument", "/word/document2.xml")))
        assert read_package(Package(buffer.getvalue(), name="o.docx")).plain == "found"

    def test_the_lists_are_found_by_their_relationship(self) -> None:
        body = paragraph("x", '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr>')
        w = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
        lists = (
            f'<w:numbering xmlns:w="{w}"><w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="decimal"/>'
            '<w:lvlText w:val="%1)"/></w:lvl></w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num></w:numbering>'
        )
        data = repacked(
            word_file(body),
            **{
                "word/lists9.xml": lists.encode(),
                "word/_rels/document.xml.rels": relationships(("r1", "numbering", "lists9.xml")),
            },
        )
        assert read_package(Package(data, name="o.docx")).blocks[0].number == "1)"

    def test_a_strict_file_is_read_like_any_other(self) -> None:
        strict = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
        data = word_file(f"<w:p><w:pPr><w:jc w:val='start'/></w:pPr>{run('strict')}</w:p>")
        buffer = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as old, zipfile.ZipFile(buffer, "w") as new:
            for name in old.namelist():
                usual = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"
                new.writestr(name, old.read(name).replace(usual, strict))
        assert read_package(Package(buffer.getvalue(), name="s.docx")).plain == "strict"

    @pytest.mark.parametrize(
        ("name", "content", "expected"),
        [
            (
                "chunk.html",
                b"<html><body><p>Article 9</p><p>By web.</p></body></html>",
                ["a", "Article 9", "By web.", "z"],
            ),
            ("chunk.txt", b"Plain words", ["a", "Plain words", "z"]),
            ("chunk.docx", word_file(paragraph("Word in Word")), ["a", "Word in Word", "z"]),
        ],
    )
    def test_a_file_shown_in_place_is_read_in_place(
        self, name: str, content: bytes, expected: list[str]
    ) -> None:
        body = paragraph("a") + f'<w:altChunk {R} r:id="r9"/>' + paragraph("z")
        parts = {
            f"word/{name}": content,
            "word/_rels/document.xml.rels": relationships(("r9", "aFChunk", name)),
        }
        read = read_package(Package(repacked(word_file(body), **parts), name="c.docx"))
        assert [block.text.plain for block in read.blocks] == expected

    def test_what_cannot_be_read_in_place_is_named(self) -> None:
        body = paragraph("a") + f'<w:altChunk {R} r:id="r9"/>'
        parts = {
            "word/x.rtf": b"{\\rtf1 x}",
            "word/_rels/document.xml.rels": relationships(("r9", "aFChunk", "x.rtf")),
        }
        read = read_package(Package(repacked(word_file(body), **parts), name="c.docx"))
        assert [finding.code for finding in read.findings] == ["docx.embedded-left-out"]

    def test_an_embedded_object_is_named(self) -> None:
        office = 'xmlns:o="urn:schemas-microsoft-com:office:office"'
        body = f'<w:p>{run("see")}<w:r><w:object><o:OLEObject {office} ProgID="Excel.Sheet.12"/></w:object></w:r></w:p>'
        assert [finding.values["what"] for finding in source(body).findings] == ["Excel.Sheet.12"]
