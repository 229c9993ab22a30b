"""Accepting and rejecting the tracked changes of a Word file, construct by construct and on real files."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from workbench.formats.docx.package import Package
from workbench.formats.docx.revisions import Kind, Selection, decide, tracked_changes
from workbench.formats.docx.revisions.deciding import decide_tree
from workbench.formats.errors import DamagedFileError

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
NAMES = f'xmlns:w="{W[1:-1]}"'
BY = 'w:id="1" w:author="Ruritania" w:date="2026-03-01T10:00:00Z"'
BY_OTHER = 'w:id="2" w:author="Syldavia" w:date="2026-05-01T10:00:00Z"'


def run(words: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag} xml:space='preserve'>{words}</w:{tag}></w:r>"


def para(*content: str, mark: str = "") -> str:
    properties = f"<w:pPr><w:rPr>{mark}</w:rPr></w:pPr>" if mark else ""
    return f"<w:p>{properties}{''.join(content)}</w:p>"


def body(*blocks: str) -> etree._Element:
    return etree.fromstring(f"<w:document {NAMES}><w:body>{''.join(blocks)}<w:sectPr/></w:body></w:document>")


def lines(root: etree._Element) -> list[str]:
    return ["".join(t.text or "" for t in p.iter(f"{W}t", f"{W}delText")) for p in root.iter(f"{W}p")]


def both(*blocks: str) -> tuple[list[str], list[str]]:
    """The lines after accepting all, and after rejecting all; nothing of a revision may be left."""
    result = []
    for accept in (True, False):
        root = body(*blocks)
        decide_tree(root, accept=accept)
        left = {etree.QName(e).localname for e in root.iter(f"{W}*")}
        assert not left & {
            "ins",
            "del",
            "moveFrom",
            "moveTo",
            "delText",
            "delInstrText",
            "moveFromRangeStart",
        }
        result.append(lines(root))
    return result[0], result[1]


INS, DEL = f"<w:ins {BY}>", f"<w:del {BY}>"
INS_MARK, DEL_MARK = f"<w:ins {BY}/>", f"<w:del {BY}/>"


def test_words() -> None:
    changed = para(
        run("It "), DEL, run("shall", "delText"), "</w:del>", INS, run("will"), "</w:ins>", run(" be.")
    )
    assert both(changed) == (["It will be."], ["It shall be."])


def test_a_deletion_inside_an_insertion_is_gone_either_way() -> None:
    inner = f"<w:del {BY_OTHER}>{run('not ', 'delText')}</w:del>"
    assert both(para(run("do "), INS, inner, run("this"), "</w:ins>")) == (["do this"], ["do "])


def test_paragraph_breaks() -> None:
    split = (para(run("One."), mark=INS_MARK), para(run(" Two.")))
    assert both(*split) == (["One.", " Two."], ["One. Two."])
    joined = (para(run("One."), mark=DEL_MARK), para(run("Two.")))
    assert both(*joined) == (["One.Two."], ["One.", "Two."])
    whole = (para(run("a")), para(INS, run("b"), "</w:ins>", mark=INS_MARK), para(run("c")))
    assert both(*whole) == (["a", "b", "c"], ["a", "c"])


def test_the_next_paragraph_sets_the_look_of_what_runs_on_into_it() -> None:
    first = f"<w:p><w:pPr><w:pStyle w:val='A'/><w:rPr>{DEL_MARK}</w:rPr></w:pPr>{run('x')}</w:p>"
    root = body(first, f"<w:p><w:pPr><w:pStyle w:val='B'/></w:pPr>{run('y')}</w:p>")
    decide_tree(root, accept=True)
    style = root.find(f".//{W}pStyle")
    assert style is not None
    assert style.get(f"{W}val") == "B"


def test_moves() -> None:
    away = (f"<w:moveFromRangeStart {BY} w:name='m1'/><w:moveFrom {BY}>{run('walks')}</w:moveFrom>"
            "<w:moveFromRangeEnd w:id='1'/>")  # fmt: skip
    here = (f"<w:moveToRangeStart {BY} w:name='m1'/><w:moveTo {BY}>{run('walks')}</w:moveTo>"
            "<w:moveToRangeEnd w:id='1'/>")  # fmt: skip
    blocks = (para(away, mark=f"<w:moveFrom {BY}/>"), para(run("stays")),
              para(here, mark=f"<w:moveTo {BY}/>"), para(run("end")))  # fmt: skip
    assert both(*blocks) == (["stays", "walks", "end"], ["walks", "stays", "end"])


def test_rows_cells_and_whole_tables() -> None:
    def row(words: str, mark: str = "") -> str:
        cells = f"<w:tc><w:p>{run(words)}</w:p></w:tc>"
        return f"<w:tr>{f'<w:trPr>{mark}</w:trPr>' if mark else ''}{cells}</w:tr>"

    assert both(f"<w:tbl>{row('a')}{row('b', DEL_MARK)}</w:tbl>", para()) == (["a", ""], ["a", "b", ""])
    assert both(f"<w:tbl>{row('a', INS_MARK)}</w:tbl>", para(run("z"))) == (["a", "z"], ["z"])
    cell = f"<w:tc><w:tcPr><w:cellDel {BY}/></w:tcPr><w:p>{run('gone')}</w:p></w:tc>"
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('stays')}</w:p></w:tc>{cell}</w:tr></w:tbl>"
    assert both(table, para()) == (["stays", ""], ["stays", "gone", ""])


def test_a_paragraph_before_a_table_does_not_run_into_it() -> None:
    table = f"<w:tbl><w:tr><w:tc><w:p>{run('cell')}</w:p></w:tc></w:tr></w:tbl>"
    blocks = (para(DEL, run("title", "delText"), "</w:del>", mark=DEL_MARK), table, para())
    assert both(*blocks) == (["cell", ""], ["title", "cell", ""])


def test_a_cell_keeps_a_paragraph() -> None:
    inside = para(INS, run("new"), "</w:ins>", mark=INS_MARK)
    table = f"<w:tbl><w:tr><w:tc>{inside}</w:tc></w:tr></w:tbl>"
    assert both(table, para()) == (["new", ""], ["", ""])


def test_fields_go_and_come_whole() -> None:
    code = "<w:r><w:fldChar w:fldCharType='begin'/></w:r>" + run(" PAGE ", "delInstrText")
    rest = "<w:r><w:fldChar w:fldCharType='separate'/></w:r>" + run("7", "delText")
    field = f"{DEL}{code}{rest}<w:r><w:fldChar w:fldCharType='end'/></w:r></w:del>"
    assert both(para(field)) == ([""], ["7"])
    root = body(para(field))
    decide_tree(root, accept=False)
    assert [e.text for e in root.iter(f"{W}instrText")] == [" PAGE "]


def test_properties() -> None:
    look = (
        f"<w:r><w:rPr><w:b/><w:rPrChange {BY}><w:rPr><w:i/></w:rPr></w:rPrChange></w:rPr><w:t>x</w:t></w:r>"
    )
    setting = (f"<w:pPr><w:pStyle w:val='New'/><w:rPr>{INS_MARK}</w:rPr>"
               f"<w:pPrChange {BY}><w:pPr><w:pStyle w:val='Old'/></w:pPr></w:pPrChange></w:pPr>")  # fmt: skip
    for accept, style, sign in ((True, "New", "b"), (False, "Old", "i")):
        root = body(f"<w:p>{setting}{look}</w:p>", para(run("y")))
        only_looks = Selection(kind=Kind.FORMATTED)
        assert decide_tree(root, accept=accept, selection=only_looks) == 2
        found = root.find(f".//{W}pStyle")
        assert found is not None
        assert found.get(f"{W}val") == style
        assert root.find(f".//{W}r/{W}rPr/{W}{sign}") is not None
        assert root.find(f".//{W}pPr/{W}rPr/{W}ins") is not None, "the mark is another revision"


def test_a_selection_decides_only_what_it_takes() -> None:
    words = para(INS, run("ours "), "</w:ins>", f"<w:ins {BY_OTHER}>", run("theirs "), "</w:ins>", DEL,
                 run("old", "delText"), "</w:del>")  # fmt: skip
    for selection, accepted, left in (
        (Selection(author="Syldavia"), ["ours old"], 2),
        (Selection(kind=Kind.INSERTED), ["old"], 1),
        (Selection(since="2026-04-01"), ["ours old"], 2),
        (Selection(author="Ruritania", kind=Kind.DELETED), ["ours theirs old"], 2),
    ):
        root = body(words)
        decide_tree(root, accept=False, selection=selection)
        assert lines(root) == accepted
        assert len(list(root.iter(f"{W}ins", f"{W}del"))) == left


def test_a_revision_without_date_is_older_than_any() -> None:
    root = body(para("<w:ins w:id='1' w:author='A'>", run("x"), "</w:ins>"))
    assert decide_tree(root, accept=False, selection=Selection(since="1990-01-01")) == 0


def packed(document: bytes, **others: bytes) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w") as file:
        file.writestr("[Content_Types].xml", b"<Types xmlns='x'/>")
        file.writestr("word/document.xml", document)
        for name, content in others.items():
            file.writestr(f"word/{name}.xml", content)
    return stream.getvalue()


def test_parts_without_revisions_stay_byte_for_byte() -> None:
    document = etree.tostring(body(para(INS, run("new"), "</w:ins>")))
    header = f"<w:hdr {NAMES}>  <w:p/> </w:hdr>".encode()
    notes = f"<w:footnotes {NAMES}><w:footnote w:id='1'>{para(DEL, run('x', 'delText'), '</w:del>')}</w:footnote></w:footnotes>"
    data = packed(document, header1=header, footnotes=notes.encode())
    decided = decide(data, accept=True, name="a.docx")
    assert decided.count == 2
    file = zipfile.ZipFile(io.BytesIO(decided.data))
    assert file.read("word/header1.xml") == header
    assert b"<w:del" not in file.read("word/footnotes.xml")
    assert decide(decided.data, accept=True, name="a.docx").data == decided.data


def test_changes_are_listed_with_their_hands() -> None:
    data = packed(
        etree.tostring(
            body(para(INS, run("new"), "</w:ins>", f"<w:del {BY_OTHER}>", run("old", "delText"), "</w:del>"))
        )
    )
    found = tracked_changes(Package(data, name="a.docx"))
    assert [(c.kind, c.author, c.date[:10], c.text) for c in found] == [
        (Kind.INSERTED, "Ruritania", "2026-03-01", "new"),
        (Kind.DELETED, "Syldavia", "2026-05-01", "old"),
    ]


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(DamagedFileError):
        decide(b"PK\x03\x04 cut off", accept=True, name="a.docx")


def test_files_decided_by_other_programs(corpus: Path) -> None:
    """Every file of the corpus for which another engine's result is kept gives the same words."""
    folder = corpus / "word_tracked" / "files"
    compared = 0
    for original in sorted(folder.glob("*.docx")):
        for accept, ending in ((True, "Accepted"), (False, "Rejected")):
            golden = folder / f"{original.stem}-{ending}.docx"
            if golden.exists():
                decided = decide(original.read_bytes(), accept=accept, name=original.name)
                assert spoken(decided.data) == spoken(golden.read_bytes()), f"{original.name} {ending}"
                compared += 1
    assert compared > 30


def spoken(data: bytes) -> list[str]:
    """The words of a document, paragraph by paragraph, without those that say nothing."""
    root = Package(data, name="x.docx").document()
    math = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
    found = ("".join(t.text or "" for t in p.iter(f"{W}t", math)) for p in root.iter(f"{W}p"))
    return [words for words in found if words.strip()]


def test_every_tracked_file_of_the_corpus_can_be_decided(corpus: Path) -> None:
    for path in sorted((corpus / "word_tracked" / "files").glob("*.docx")):
        for accept in (True, False):
            decided = decide(path.read_bytes(), accept=accept, name=path.name)
            again = tracked_changes(Package(decided.data, name=path.name))
            assert again == (), path.name


def test_an_empty_paragraph_without_break_leaves_no_control_behind() -> None:
    gone = para("<w:bookmarkStart w:id='7' w:name='b'/>", mark=f"<w:del {BY}/>")
    root = body(
        para(run("A")), f"<w:sdt><w:sdtPr/><w:sdtContent>{gone}</w:sdtContent></w:sdt>", para(run("B"))
    )
    decide_tree(root, accept=True)
    assert lines(root) == ["A", "B"]
    assert root.find(f".//{W}sdt") is None
    assert root.find(f".//{W}bookmarkStart") is not None


def test_a_revision_inside_another_leaves_no_empty_one_behind() -> None:
    inside = f"<w:ins {BY_OTHER}><w:ins {BY}><w:r><w:tab/></w:r></w:ins></w:ins>"
    root = body(para(inside, mark=f"<w:ins {BY}/>"), para(run("B")))
    decide_tree(root, accept=False, selection=Selection(author="Ruritania"))
    assert lines(root) == ["B"]
    assert root.find(f".//{W}ins") is None
