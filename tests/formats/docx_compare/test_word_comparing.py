"""Comparing Word files as they are, construct by construct and on real pairs, judged by accepting and rejecting."""

from __future__ import annotations

import csv
import io
import zipfile
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.formats.word_files import paragraph, word_file
from workbench.comparison import Options
from workbench.formats.docx.comparing import Compared, compare
from workbench.formats.docx.comparing.things import spoken
from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions import Selection, decide, tracked_changes
from workbench.formats.errors import DamagedFileError

MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}t"
REVISIONS = tuple(f"{W}{name}" for name in ("ins", "del", "moveFrom", "moveTo", "rPrChange", "pPrChange"))
OURS = Selection(author="Ruritania")
END = paragraph("The end.")


def compared(old: bytes, new: bytes) -> Compared:
    """The redline, after every law that holds for all of them has been checked."""
    found = compare(old, new, author="Ruritania", date="2026-02-03T04:05:06Z")
    assert found.data == compare(old, new, author="Ruritania", date="2026-02-03T04:05:06Z").data
    assert said(decided(found.data, accept=True)) == said(decided(new, accept=True))
    before = said(decided(old, accept=True))
    ours = said(decide(found.data, accept=False, name="x", selection=OURS).data)
    assert before in (ours, said(decided(found.data, accept=False)))
    lawful(found.data)
    return found


def decided(data: bytes, *, accept: bool) -> bytes:
    return decide(data, accept=accept, name="x").data


def said(data: bytes) -> list[object]:
    """The words of each paragraph, and after it those of the notes it refers to."""
    package = Package(data, name="x")
    lines: list[object] = []
    for element in package.document().iter(f"{W}p"):
        lines.append(words(element))
        for kind in ("footnote", "endnote"):
            notes = package.part(f"word/{kind}s.xml")
            for reference in element.iter(f"{W}{kind}Reference"):
                assert notes is not None
                note = notes.find(f"{W}{kind}[@{W}id='{reference.get(f'{W}id')}']")
                assert note is not None
                lines.append([text for p in note.iter(f"{W}p") if (text := words(p))])
    return lines


def words(element: etree._Element) -> str:
    signs = {f"{W}tab": "\t", f"{W}br": "\n", f"{W}noBreakHyphen": "\u2011", f"{W}drawing": "\ufffc"}
    return "".join(
        spoken(e) if e.tag == f"{W}t" else e.text or "" if e.tag == MATH else signs[str(e.tag)]
        for e in element.iter(f"{W}t", MATH, *signs)
        if e.tag != f"{W}tab" or next(e.iterancestors(f"{W}pPr"), None) is None
    )


def lawful(data: bytes) -> None:
    """What no schema says: ids once each, deleted words by their own name, a paragraph at a cell's end."""
    package = Package(data, name="x")
    own: list[str] = []
    for part in ("word/document.xml", "word/footnotes.xml", "word/endnotes.xml"):
        root = package.part(part)
        for element in () if root is None else root.iter(etree.Element):
            name = etree.QName(element).localname
            inside = [etree.QName(a).localname for a in element.iterancestors()]
            if element.tag in REVISIONS and element.get(f"{W}author") == "Ruritania":
                own.append(element.get(f"{W}id", ""))
                assert element.get(f"{W}date") == "2026-02-03T04:05:06Z"
            if name == "t" and "txbxContent" not in inside:
                assert element.tag != f"{W}t" or "del" not in inside
            if name == "delText":
                assert "del" in inside
            if name in ("ins", "del"):
                assert not {etree.QName(child).localname for child in element} & {"p", "tbl", "hyperlink"}
            if name == "tc":
                assert element[-1].tag in (f"{W}p", f"{W}sdt")
    assert len(own) == len(set(own))


def xml(found: Compared) -> etree._Element:
    return Package(found.data, name="x").document()


def marks(found: Compared) -> list[tuple[str, str]]:
    return [(c.kind.value, c.text) for c in tracked_changes(Package(found.data, name="x")) if c.text]


def test_words_are_marked_whole_and_deletion_stands_first() -> None:
    found = compared(
        word_file(paragraph("The Parties shall meet every 30 days in Strelsau.")),
        word_file(paragraph("The Parties shall meet every 45 days in Strelsau.")),
    )
    assert marks(found) == [("deleted", "30"), ("inserted", "45")]
    assert [(c.kind.value, c.old, c.new) for c in found.changes] == [("replaced", "30", "45")]


def test_the_same_file_is_given_back() -> None:
    data = word_file(paragraph("One.") + END)
    assert compared(data, data).data == data


def test_formatting_alone_is_marked_as_such_or_not_at_all() -> None:
    bold = "<w:p><w:r><w:t xml:space='preserve'>One </w:t></w:r><w:r><w:rPr><w:b/></w:rPr><w:t>two</w:t></w:r></w:p>"
    plain = word_file(paragraph("One two"))
    found = compared(plain, word_file(bold))
    assert [(c.kind.value, c.new) for c in found.changes] == [("formatted", "two")]
    assert [c.kind.value for c in tracked_changes(Package(found.data, name="x"))] == ["formatted"]
    undone = Package(decided(found.data, accept=False), name="x").document()
    assert undone.find(f".//{W}b") is None
    kept = Package(decided(found.data, accept=True), name="x").document()
    assert kept.find(f".//{W}b") is not None
    ignored = compare(plain, word_file(bold), author="A", date="", options=Options(ignore_formatting=True))
    assert not ignored.changes
    assert ignored.data == word_file(bold)


def test_the_looks_of_the_new_file_stay() -> None:
    new = "<w:p><w:r><w:rPr><w:i/></w:rPr><w:t>The seat is Bergen now.</w:t></w:r></w:p>"
    root = xml(compared(word_file(paragraph("The seat is Strelsau now.")), word_file(new)))
    assert all(
        run.find(f"{W}rPr/{W}i") is not None for run in root.iter(f"{W}r") if run.find(f"{W}t") is not None
    )


def test_paragraphs_come_and_go_with_their_marks() -> None:
    one, two, three = (
        paragraph(f"Paragraph of {w} and no other thing.") for w in ("apples", "reeds", "salt")
    )
    for old, new, tag in ((one + three, one + two + three, "ins"), (one + two + three, one + three, "del")):
        root = xml(compared(word_file(old), word_file(new)))
        mark = root.find(f".//{W}pPr/{W}rPr")
        assert mark is not None
        assert mark[0].tag == f"{W}{tag}"


@pytest.mark.parametrize("extra", [1, 2])
def test_the_last_paragraph_keeps_its_break(extra: int) -> None:
    more = "".join(
        paragraph(f"Wholly new sentence {n} about quite different herrings.") for n in range(extra)
    )
    one = paragraph("The depositary keeps the original.")
    for around in ("{}", "<w:tbl><w:tr><w:tc>{}</w:tc></w:tr></w:tbl><w:p/>"):
        short, long = word_file(around.format(one)), word_file(around.format(one + more))
        compared(short, long)
        compared(long, short)


def test_split_and_merged_paragraphs_change_a_break_only() -> None:
    first, second = "Each Party bears its own costs.", "The host provides the premises."
    whole, parts = paragraph(f"{first} {second}") + END, paragraph(first) + paragraph(second) + END
    split = compared(word_file(whole), word_file(parts))
    assert marks(split) in ([("deleted", " ")], [])
    assert split.changes[0].kind.value == "split"
    merged = compared(word_file(parts), word_file(whole))
    assert marks(merged) in ([("inserted", " ")], [])
    assert merged.changes[0].kind.value == "merged"


def row(*cells: str) -> str:
    return "<w:tr>" + "".join(f"<w:tc>{paragraph(cell)}</w:tc>" for cell in cells) + "</w:tr>"


def table(*rows: str) -> str:
    return f"<w:tbl><w:tblPr/><w:tblGrid/>{''.join(rows)}</w:tbl>"


def test_rows() -> None:
    rows = [row("wheat", "ten tonnes"), row("barley", "six tonnes"), row("salt", "two barrels")]
    full, less = word_file(table(*rows) + END), word_file(table(rows[0], rows[2]) + END)
    for old, new, tag in ((full, less, "del"), (less, full, "ins")):
        root = xml(compared(old, new))
        assert len(list(root.iter(f"{W}trPr"))) == 1
        assert root.find(f".//{W}trPr/{W}{tag}") is not None
    changed = word_file(table(rows[0], row("barley", "seven tonnes"), rows[2]) + END)
    assert marks(compared(full, changed)) == [("deleted", "six"), ("inserted", "seven")]
    wider = word_file(table(row("wheat", "ten tonnes", "free"), *rows[1:]) + END)
    compared(full, wider)
    compared(wider, full)


def test_whole_tables() -> None:
    plain, with_table = word_file(END), word_file(paragraph("Goods:") + table(row("oats"), row("hay")) + END)
    compared(plain, with_table)
    compared(with_table, plain)
    nested = word_file(f"<w:tbl><w:tr><w:tc>{table(row('in'))}<w:p/></w:tc></w:tr></w:tbl>" + END)
    compared(plain, nested)
    compared(nested, plain)


def field(code: str, shown: str) -> str:
    def sign(kind: str) -> str:
        return f"<w:r><w:fldChar w:fldCharType='{kind}'/></w:r>"

    return (
        f"{sign('begin')}<w:r><w:instrText xml:space='preserve'> {code} </w:instrText></w:r>{sign('separate')}"
        f"<w:r><w:t>{shown}</w:t></w:r>{sign('end')}"
    )


def with_field(before: str, inner: str, after: str) -> bytes:
    def run(text: str) -> str:
        return f"<w:r><w:t xml:space='preserve'>{text}</w:t></w:r>"

    return word_file(f"<w:p>{run(before)}{inner}{run(after)}</w:p>" + END)


def test_fields_stay_whole() -> None:
    old = with_field(
        "Subject to Article ", field("REF _Ref1001 \\h", "4"), ", the Parties consult quarterly."
    )
    around = with_field(
        "Subject to Article ", field("REF _Ref2002 \\h", "4"), ", the Parties consult yearly."
    )
    assert marks(compared(old, around)) == [("deleted", "quarterly"), ("inserted", "yearly")]
    other = with_field(
        "Subject to Article ", field("REF _Ref1001 \\h", "5"), ", the Parties consult quarterly."
    )
    root = xml(compared(old, other))
    for tag, name in (("ins", "instrText"), ("del", "delInstrText")):
        wrappers = {around for sign in root.iter(f"{W}fldChar") for around in list(sign.iterancestors())[1:2]}
        held = [around for around in wrappers if around.tag == f"{W}{tag}"]
        assert len(held) == 1
        assert len(list(held[0].iter(f"{W}fldChar"))) == 3
        assert held[0].find(f".//{W}{name}") is not None
    simple = "<w:fldSimple w:instr=' REF _Ref1001 '><w:r><w:t>{}</w:t></w:r></w:fldSimple>"
    assert compared(
        with_field("See Article ", simple.format(7), " as amended."),
        with_field("See Article ", simple.format(8), " as amended."),
    ).changes


def test_links_and_controls_are_looked_through() -> None:
    link = "<w:hyperlink w:anchor='a'><w:r><w:t xml:space='preserve'>{}</w:t></w:r></w:hyperlink>"
    control = (
        "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t xml:space='preserve'>{}</w:t></w:r></w:sdtContent></w:sdt>"
    )
    for frame in (link, control):
        old = with_field("Published in ", frame.format("the Official Gazette of Ruritania"), " each spring.")
        new = with_field("Published in ", frame.format("the State Gazette of Ruritania"), " each spring.")
        found = compared(old, new)
        assert marks(found) == [("deleted", "Official"), ("inserted", "State")]
        inside = next(xml(found).iter(f"{W}ins")).getparent()
        assert inside is not None
        assert inside.tag in (f"{W}hyperlink", f"{W}sdtContent")
        plain = with_field("Published in ", "", " each spring.")
        compared(old, plain)
        compared(plain, new)


def noted(*notes: str, text: str = "The river is the border") -> bytes:
    references = "".join(f"<w:r><w:footnoteReference w:id='{n + 1}'/></w:r>" for n in range(len(notes)))
    content = "".join(
        f"<w:footnote w:id='{n + 1}'>{paragraph(note)}</w:footnote>" for n, note in enumerate(notes)
    )
    body = f"<w:p><w:r><w:t>{text}</w:t></w:r>{references}</w:p>{END}"
    return word_file(body, footnotes=content) if notes else word_file(body)


def test_footnotes() -> None:
    one, other = noted("As surveyed in 1901."), noted("As surveyed in 1911.")
    assert marks(compared(one, other)) == [("deleted", "1901"), ("inserted", "1911")]
    for old, new in ((noted(), one), (one, noted()), (one, noted("As surveyed in 1901.", "Map B."))):
        compared(old, new)
        compared(new, old)


def test_a_deleted_picture_comes_along() -> None:
    names = (
        'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
        'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    )
    drawing = f"<w:p><w:r><w:drawing><a:blip {names} r:embed='rId7'/></w:drawing></w:r></w:p>"
    with_picture = added(
        word_file(paragraph("Map") + drawing + END),
        {
            "word/media/map.png": b"not really a map",
            "word/_rels/document.xml.rels": b'<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/'
            b'relationships"><Relationship Id="rId7" Type="image" Target="media/map.png"/></Relationships>',
        },
    )
    found = compared(with_picture, word_file(paragraph("Map") + END))
    package = Package(found.data, name="x")
    assert package.bytes_of("word/media/map.png") == b"not really a map"
    assert b"/word/media/map.png" in package.bytes_of("word/_rels/document.xml.rels")


def added(data: bytes, parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO(data)
    with zipfile.ZipFile(stream, "a") as file:
        for name, content in parts.items():
            file.writestr(name, content)
    return stream.getvalue()


def test_earlier_revisions_and_comments_stay() -> None:
    by = 'w:id="7" w:author="Syldavia" w:date="2025-01-01T00:00:00Z"'
    theirs = (
        "<w:p><w:commentRangeStart w:id='3'/><w:r><w:t xml:space='preserve'>The fee is </w:t></w:r>"
        f"<w:del {by}><w:r><w:delText>ten</w:delText></w:r></w:del>"
        f"<w:ins {by.replace('7', '8', 1)}><w:r><w:t>twelve</w:t></w:r></w:ins>"
        "<w:r><w:t xml:space='preserve'> crowns a month.</w:t></w:r><w:commentRangeEnd w:id='3'/>"
        "<w:r><w:commentReference w:id='3'/></w:r></w:p>"
    )
    comments = f"<w:comment w:id='3' w:author='Syldavia'>{paragraph('Too much?')}</w:comment>"
    old = word_file(paragraph("The fee is ten crowns a year.") + END)
    found = compared(old, word_file(theirs + END, comments=comments))
    assert marks(found) == [
        ("deleted", "ten"),
        ("inserted", "twelve"),
        ("deleted", "year"),
        ("inserted", "month"),
    ]
    root = xml(found)
    assert [e.get(f"{W}author") for e in root.iter(f"{W}ins", f"{W}del")][:2] == ["Syldavia"] * 2
    assert len(list(root.iter(f"{W}commentReference"))) == 1
    unmarked = word_file(paragraph("The fee is due.") + END)
    compared(unmarked, word_file(theirs + END, comments=comments))


def test_tracking_is_on_and_authors_are_kept() -> None:
    new = word_file(
        paragraph("Old text here.") + END, settings="<w:zoom/><w:removePersonalInformation/><w:compat/>"
    )
    found = compared(word_file(paragraph("Some text here.") + END), new)
    root = Package(found.data, name="x").part("word/settings.xml")
    assert root is not None
    assert [etree.QName(child).localname for child in root] == ["zoom", "trackRevisions", "compat"]


def test_a_damaged_file_is_refused() -> None:
    with pytest.raises(DamagedFileError):
        compare(b"PK\x03\x04 cut off", word_file(END), author="A", date="2026-01-01T00:00:00Z")


SENTENCES = st.lists(
    st.lists(st.sampled_from("the party shall pay ten crowns to its host on 3 May".split()), max_size=7).map(
        " ".join
    ),
    max_size=4,
)
BODIES = st.lists(st.one_of(SENTENCES, st.lists(SENTENCES, min_size=1, max_size=3)), min_size=1, max_size=5)


def body_of(parts: list[list[str] | list[list[str]]]) -> bytes:
    made = []
    for part in parts:
        if part and isinstance(part[0], list):
            made.append(
                table(*(row(*(cells or [""])) for cells in part if isinstance(cells, list))) + "<w:p/>"
            )
        else:
            made.extend(paragraph(str(line)) if line else "<w:p/>" for line in part)
    return word_file("".join(made) + "<w:p/>")


@settings(max_examples=150, deadline=None)
@given(BODIES, BODIES)
def test_accepting_gives_the_new_text_and_rejecting_the_old(
    old: list[list[str] | list[list[str]]], new: list[list[str] | list[list[str]]]
) -> None:
    compared(body_of(old), body_of(new))


def test_pairs_of_real_files(corpus: Path) -> None:
    folder = corpus / "word_pairs"
    with (folder / "pairs.tsv").open(encoding="utf-8") as file:
        pairs = list(csv.DictReader(file, delimiter="\t"))
    assert len(pairs) > 50
    for pair in pairs:
        compared((folder / pair["before"]).read_bytes(), (folder / pair["after"]).read_bytes())


def test_a_strict_file_stays_strict() -> None:
    def strict(data: bytes) -> bytes:
        result = io.BytesIO()
        with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(result, "w") as target:
            for entry in source.infolist():
                content = source.read(entry).replace(
                    W[1:-1].encode(), b"http://purl.oclc.org/ooxml/wordprocessingml/main"
                )
                target.writestr(entry, content)
        return result.getvalue()

    old, new = (strict(word_file(paragraph(f"The fee is {n} crowns.") + END)) for n in ("ten", "six"))
    found = compared(old, new)
    document = Package(found.data, name="x").bytes_of("word/document.xml")
    assert b"purl.oclc.org" in document
    assert W[1:-1].encode() not in document


def test_a_deleted_link_leaves_nothing_behind() -> None:
    link = (
        "<w:p><w:hyperlink w:anchor='a'><w:r><w:t>See the annex on herrings</w:t></w:r></w:hyperlink></w:p>"
    )
    for following in (END, table(row("herring"), row("cod")) + END):
        compared(word_file(link + following), word_file(following))


def test_spaces_that_word_passes_over_stay_for_others() -> None:
    """Without `xml:space` Word shows no space at the edges; cut runs keep them as they were."""
    run = "<w:p><w:r><w:t> The {} meet. </w:t></w:r><w:r><w:t>Often.</w:t></w:r></w:p>"
    found = compared(word_file(run.format("Parties")), word_file(run.format("Participants")))
    made = xml(found).iter(f"{W}t")
    assert "".join(part.text or "" for part in made) == " The Participants meet. Often."
    assert marks(found) == [("deleted", "Parties"), ("inserted", "Participants")]


def test_text_boxes_are_compared_inside() -> None:
    box = "<w:txbxContent><w:p><w:r><w:t>Paid in {}.</w:t></w:r></w:p></w:txbxContent>"
    run = f"<w:p><w:r><w:t>Box:</w:t></w:r><w:r><w:pict>{box}</w:pict></w:r></w:p>"
    found = compared(word_file(run.format("gold")), word_file(run.format("silver")))
    assert marks(found) == [("deleted", "gold"), ("inserted", "silver")]
    assert [(c.old, c.new) for c in found.changes] == [("gold", "silver")]
