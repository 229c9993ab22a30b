"""Constructs that real files hold seldom, each of which once broke a redline: one trap a test."""

from __future__ import annotations

import pytest

from tests.formats.docx_compare.test_word_comparing import (
    END,
    compared,
    field,
    noted,
    row,
    said,
    table,
    with_field,
    xml,
)
from tests.formats.word_files import paragraph, word_file
from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions import decide

ONE, TWO = paragraph("The Parties meet every spring in Strelsau."), paragraph("The depositary keeps it.")


def control(*blocks: str) -> str:
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(blocks)}</w:sdtContent></w:sdt>"


def test_an_inserted_content_control_goes_with_what_it_holds() -> None:
    novel = control(paragraph("Wholly new words about herrings."), paragraph("And about reeds."))
    for new in (ONE + novel + TWO, novel + ONE + TWO, ONE + TWO + novel, ONE + control("<w:p/>") + TWO):
        found = compared(word_file(ONE + TWO), word_file(new))
        compared(word_file(new), word_file(ONE + TWO))
        if not new.endswith(novel):  # at the end it takes over the break of what stands before it
            rejected = decide(found.data, accept=False, name="x").data
            left = Package(rejected, name="x").document()
            assert left.find(f".//{W}sdt") is None
            assert left.find(f".//{W}customXmlInsRangeStart") is None


def test_an_element_of_custom_xml_goes_with_the_paragraph_in_it() -> None:
    custom = f"<w:customXml w:uri='u' w:element='e'>{paragraph('Novel words about salt.')}</w:customXml>"
    compared(word_file(ONE + TWO), word_file(ONE + custom + TWO))
    compared(word_file(ONE + custom + TWO), word_file(ONE + TWO))


def test_a_control_put_around_words_that_stayed_is_no_difference() -> None:
    assert not compared(word_file(ONE + TWO), word_file(ONE + control(TWO))).changes


def test_notes_brought_over_take_no_number_of_the_lines_above_them() -> None:
    """Word numbers the line "continued" like a note; two of one number make a file it will not open."""
    line = "<w:footnote w:type='continuationNotice' w:id='{}'><w:p/></w:footnote>"

    def with_line(data: bytes, number: int) -> bytes:
        notes = Package(data, name="x").bytes_of("word/footnotes.xml").decode()
        body = Package(data, name="x").bytes_of("word/document.xml").decode()
        for old in (2, 1):  # make room for the line
            notes = notes.replace(f"w:id='{old}'", f"w:id='{old + number}'")
            body = body.replace(f"w:id='{old}'", f"w:id='{old + number}'")
        inside = notes[notes.index(">") + 1 : notes.rindex("</")]
        start, end = body.index("<w:body>") + 8, body.index("</w:body>")
        return word_file(body[start:end], footnotes=line.format(number) + inside)

    one = with_line(noted("As surveyed in 1901."), 1)
    both = with_line(noted("As surveyed in 1901.", "Map B."), 1)
    for old, new in ((one, both), (both, one)):
        root = Package(compared(old, new).data, name="x").part("word/footnotes.xml")
        assert root is not None
        ids = [note.get(f"{W}id") for note in root]
        assert len(ids) == len(set(ids))


def test_words_under_a_phonetic_guide_are_deleted_by_their_own_name() -> None:
    guide = "<w:r><w:ruby><w:rt><w:r><w:t>to</w:t></w:r></w:rt><w:rubyBase><w:r><w:t>higashi</w:t></w:r></w:rubyBase></w:ruby></w:r>"
    found = compared(with_field("The seat is ", guide, " now."), with_field("The seat is ", "", " now."))
    said = [part for part in xml(found).iter(f"{W}t", f"{W}delText") if part.text in ("to", "higashi")]
    assert [part.tag for part in said] == [f"{W}delText"] * 2


def test_a_moved_paragraph_with_a_field_ends_in_a_mark_that_libreoffice_follows() -> None:
    moved = (
        f"<w:p><w:r><w:t xml:space='preserve'>Subject to Article </w:t></w:r>{field('REF _Ref1', '4')}"
        "<w:r><w:t xml:space='preserve'> the host bears all costs of the meeting.</w:t></w:r></w:p>"
    )
    found = compared(word_file(moved + ONE + TWO + END), word_file(ONE + TWO + moved + END))
    assert [change.kind.value for change in found.changes] == ["moved"]
    marks = [m.tag for p in xml(found).iter(f"{W}p") for m in p.findall(f"{W}pPr/{W}rPr/*")]
    assert marks == [f"{W}del", f"{W}ins"]


def their_table(mark: str, words: str = "oats") -> str:
    by = "w:author='Syldavia' w:date='2025-01-01T00:00:00Z'"
    rows = f"<w:tr><w:trPr><w:{mark} w:id='4' {by}/></w:trPr><w:tc>{paragraph(words)}</w:tc></w:tr>"
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{rows}</w:tbl>"


def ended(words: str, mark: str) -> str:
    """A paragraph whose break they inserted or deleted."""
    by = "w:author='Syldavia' w:date='2025-01-01T00:00:00Z'"
    return paragraph(words, f"<w:rPr><w:{mark} w:id='5' {by}/></w:rPr>")


EMPTY = "<w:p/>"


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(ONE, ONE + their_table("ins") + EMPTY, id="one paragraph on either side of it"),
        pytest.param(
            ONE + EMPTY + TWO, ended("The Parties meet every spring in Strelsau.", "ins")
            + their_table("ins") + TWO, id="we take one away behind a break of theirs",
        ),
        pytest.param(
            ONE + EMPTY + table(row("hay")) + EMPTY,
            ended("The Parties meet every spring in Strelsau.", "ins") + their_table("ins") + paragraph("_"),
            id="we take a table away as well",
        ),
    ],
)  # fmt: skip
def test_words_in_front_of_a_table_of_theirs_that_goes_stay_a_paragraph(old: str, new: str) -> None:
    found = compared(word_file(old), word_file(new))
    assert said(decide(found.data, accept=False, name="x").data) == said(word_file(old))


def test_a_paragraph_they_join_to_the_next_stays_beside_it_where_we_take_a_table_away() -> None:
    new = ended("The Parties meet every spring in Strelsau.", "del") + TWO
    found = compared(word_file(ONE + table(row("hay")) + TWO), word_file(new))
    assert said(decide(found.data, accept=False, name="x").data) == said(
        word_file(ONE + table(row("hay")) + TWO)
    )


def test_controls_among_inserted_words_in_front_of_a_table_go_with_them() -> None:
    inside = "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>2019</w:t></w:r></w:sdtContent></w:sdt>"
    dated = f"<w:p><w:r><w:t xml:space='preserve'>Invoice of </w:t></w:r>{inside}</w:p>"
    goods = table(row("wheat", "ten tonnes"))
    wrapped = goods.replace("<w:tr>", "<w:sdt><w:sdtPr/><w:sdtContent><w:tr>").replace(
        "</w:tr>", "</w:tr></w:sdtContent></w:sdt>"
    )
    for novel in (dated + goods, dated + wrapped, control(dated) + control(wrapped)):
        found = compared(word_file(TWO), word_file(novel + TWO))
        rejected = decide(found.data, accept=False, name="x").data
        assert Package(rejected, name="x").document().find(f".//{W}sdt") is None
        compared(word_file(novel + TWO), word_file(TWO))


def test_a_paragraph_before_a_new_table_gives_its_words_back_once() -> None:
    """What came and went before the table could share a break, and so could what stands at the end."""
    old = paragraph("Protocol, seal, timber, annex and salt go by river.") + paragraph("Lighthouses.")
    new = paragraph("Annex, timber, protocol.") + table(row("")) + EMPTY
    compared(word_file(old), word_file(new))
    compared(word_file(new), word_file(old))


def test_new_ids_are_none_of_moves() -> None:
    """Ranges of moves and of controls have ids too, and a file may number them highest."""
    by = "w:author='Syldavia' w:date='2025-01-01T00:00:00Z'"
    away = f"<w:p><w:moveFromRangeStart w:id='3' w:name='m' {by}/><w:moveFrom w:id='1' {by}><w:r><w:t>Far.</w:t></w:r></w:moveFrom><w:moveFromRangeEnd w:id='3'/></w:p>"
    here = f"<w:p><w:moveToRangeStart w:id='4' w:name='m' {by}/><w:moveTo w:id='2' {by}><w:r><w:t>Far.</w:t></w:r></w:moveTo><w:moveToRangeEnd w:id='4'/></w:p>"
    root = xml(
        compared(
            word_file(ONE + paragraph("Far.") + TWO),
            word_file(away + ONE + here + paragraph("New words in it.") + TWO),
        )
    )
    ids = [e.get(f"{W}id") for e in root.iter() if e.get(f"{W}author")]
    assert len(ids) == len(set(ids))


def contents(*entries: str) -> str:
    """A table of contents: a field over several paragraphs, with a field in each."""
    begin, end = field("TOC", "|").split("<w:r><w:t>|</w:t></w:r>")
    lines = [f"<w:r><w:t>{entry}</w:t></w:r>{field('PAGEREF _Toc1', '4')}" for entry in entries]
    return f"<w:p>{begin}" + "</w:p><w:p>".join(lines) + f"</w:p><w:p>{end}</w:p>"


def test_a_table_of_contents_comes_and_goes_with_its_frame() -> None:
    without, with_it = word_file(ONE + TWO), word_file(ONE + contents("Herrings", "Reeds and salt") + TWO)
    for old, new in ((without, with_it), (with_it, without)):
        found = compared(old, new)
        for accept, text in ((True, new), (False, old)):
            left = Package(decide(found.data, accept=accept, name="x").data, name="x").document()
            there = Package(text, name="x").document()
            for tag in ("fldChar", "instrText", "delInstrText"):
                assert len(list(left.iter(f"{W}{tag}"))) == len(list(there.iter(f"{W}{tag}")))


def test_the_frame_of_contents_stays_where_entries_come_and_go() -> None:
    few = word_file(ONE + contents("Herrings", "Reeds and salt") + TWO)
    for entries in (("Wool", "Herrings", "Reeds and salt"), ("Herrings",), ("Reeds and salt",)):
        many = word_file(ONE + contents(*entries) + TWO)
        for old, new in ((few, many), (many, few)):
            left = Package(decide(compared(old, new).data, accept=False, name="x").data, name="x").document()
            signs = [sign.get(f"{W}fldCharType") for sign in left.iter(f"{W}fldChar")]
            assert signs.count("begin") == signs.count("end") == signs.count("separate")


def test_contents_made_of_a_paragraph_that_was_there_take_their_frame_back() -> None:
    """The sign that ends them would stay in an empty paragraph, in front of the table that came."""
    for old_table in (table(row("")), ""):
        old = word_file(paragraph("Herrings") + old_table + TWO)
        new = word_file(contents("Herrings") + ONE + table(row("", "")) + TWO)
        left = Package(decide(compared(old, new).data, accept=False, name="x").data, name="x")
        assert not [*left.document().iter(f"{W}fldChar")]


def test_contents_that_moved_in_front_of_a_table_leave_nothing_there_when_taken_back() -> None:
    whole, line = contents("") + ONE, paragraph("Herrings")
    compared(
        word_file(table(row("")) + line + whole + TWO), word_file(whole + table(row("")) + line * 2 + TWO)
    )


def test_a_break_of_pages_is_another_thing_than_one_of_lines() -> None:
    broken = "<w:p><w:r><w:t>Done at Klow.</w:t><w:br{}/><w:t>For Syldavia</w:t></w:r></w:p>"
    line, page, column = (
        word_file(broken.format(kind)) for kind in ("", " w:type='page'", " w:type='column'")
    )
    for old, new in ((line, page), (page, line), (page, column)):
        found = compared(old, new)
        assert [(c.old, c.new) for c in found.changes] == [("\n", "\n")]
        left = Package(decide(found.data, accept=False, name="x").data, name="x").document()
        there = Package(old, name="x").document()
        assert [b.attrib for b in left.iter(f"{W}br")] == [b.attrib for b in there.iter(f"{W}br")]
    assert compared(line, word_file(broken.format(" w:type='textWrapping'"))).changes == ()


def test_runs_without_words_in_front_of_a_new_table_go_with_their_paragraph() -> None:
    by = "w:id='4' w:author='Syldavia' w:date='2025-01-01T00:00:00Z'"
    for silent in (
        "<w:r/>",
        "<w:r><w:t></w:t></w:r>",
        "<w:hyperlink w:anchor='a'><w:r><w:t/></w:r></w:hyperlink>",
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:lastRenderedPageBreak/></w:r></w:sdtContent></w:sdt>",
        f"<w:del {by}><w:r><w:delText></w:delText></w:r></w:del>",
        "<w:smartTag w:uri='u' w:element='e'/>",
    ):
        new = f"{ONE}<w:p>{silent}</w:p>{table(row('hay'))}{TWO}"
        found = compared(word_file(ONE + TWO), word_file(new))
        assert said(decide(found.data, accept=False, name="x").data) == said(word_file(ONE + TWO))
