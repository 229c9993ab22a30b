"""The Word file of an agreement: what a ministry gets to sign, and what it does not tell."""

from __future__ import annotations

import io
import zipfile
from uuid import UUID

import docx
import pytest
from lxml import etree

from workbench.agreement.text import Comment, Emphasis, Footnote, Placeholder, Style, Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Kind,
    NumberingScheme,
    NumberStyle,
    Provision,
    ProvisionId,
)
from workbench.formats.docx import writer
from workbench.formats.docx.package import Package
from workbench.formats.docx.reader import read_package

SCHEME = NumberingScheme()
W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def born(n: int, kind: Kind, text: Text | str = "", heading: str = "", *children: Provision) -> Provision:
    words = Text(text) if isinstance(text, str) else text
    return Provision(ProvisionId(UUID(int=n)), kind, words, Text(heading), tuple(children))


def treaty(language: str = "en", *, numbering: NumberingScheme = SCHEME, marking: str = "") -> Agreement:
    note = Text("The Parties train together.").marked(11, 11, Footnote("Subject to funds."))
    look = Text("Guided by law;").marked(0, 6, Emphasis(Style.ITALIC))
    open_place = Text("Done at [place].").marked(8, 15, Placeholder("place", "place"))
    internal = Text("Each Party pays its own way.").marked(0, 4, Comment("Desk", "our red line"))
    return Agreement(
        AgreementId(UUID(int=1)),
        language,
        title=(born(2, Kind.TITLE_LINE, "AGREEMENT"), born(3, Kind.TITLE_LINE, "BETWEEN RURITANIA AND SYLDAVIA")),
        preamble=(
            born(4, Kind.PARTIES_CLAUSE, "Ruritania and Syldavia,"),
            born(5, Kind.RECITAL, look, "", born(6, Kind.CITATION, "the Pact of Strelsau;")),
            born(7, Kind.AGREEING_FORMULA, "have agreed as follows:"),
        ),
        body=(
            born(
                10, Kind.ARTICLE, "", "Training",
                born(11, Kind.PARAGRAPH, note),
                born(12, Kind.PARAGRAPH, "They use:", "", born(13, Kind.POINT, "ranges;"), born(14, Kind.POINT, "schools.")),
            ),
            born(20, Kind.ARTICLE, "", "Costs", born(21, Kind.PARAGRAPH, internal)),
        ),
        closing=(
            born(30, Kind.TESTIMONIUM, "In witness whereof, the undersigned have signed."),
            born(31, Kind.DONE_AT, open_place),
            born(32, Kind.SIGNATURE_BLOCK, "", "", born(33, Kind.SIGNATORY, "For Ruritania\nRupert"), born(34, Kind.SIGNATORY, "For Syldavia")),
        ),
        annexes=(
            born(
                40, Kind.ANNEX, "", "Prices",
                born(41, Kind.TABLE, "", "", *(
                    born(50 + 10 * n, Kind.ROW, "", "", *(born(51 + 10 * n + k, Kind.CELL, w) for k, w in enumerate(row)))
                    for n, row in enumerate((("Item", "Price"), ("Boots", "12")))
                )),
            ),
        ),
        numbering=numbering,
        marking=marking,
    )  # fmt: skip


def part(data: bytes, name: str) -> etree._Element:
    return etree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def words(element: etree._Element) -> str:
    return "".join(str(piece) for piece in element.itertext()).strip()


def shown(data: bytes) -> list[tuple[str, str | None, str]]:
    blocks = read_package(Package(data, name="treaty.docx")).blocks
    return [(b.style, b.number, b.text.plain) for b in blocks if b.text.plain]


def test_every_unit_has_its_style_and_every_number_survives_reading() -> None:
    assert shown(writer.to_bytes(treaty())) == [
        ("Treaty title", None, "AGREEMENT"),
        ("Treaty title", None, "BETWEEN RURITANIA AND SYLDAVIA"),
        ("Preamble", None, "Ruritania and Syldavia,"),
        ("Preamble", None, "Guided by law;"),
        ("Citation", None, "the Pact of Strelsau;"),
        ("Preamble", None, "have agreed as follows:"),
        ("Article number", None, "Article 1"),
        ("Article heading", None, "Training"),
        ("Paragraph", "1.", "The Parties train together."),
        ("Paragraph", "2.", "They use:"),
        ("Point", "(a)", "ranges;"),
        ("Point", "(b)", "schools."),
        ("Article number", None, "Article 2"),
        ("Article heading", None, "Costs"),
        ("Paragraph", None, "Each Party pays its own way."),
        ("Testimonium", None, "In witness whereof, the undersigned have signed."),
        ("Done at", None, "Done at [place]."),
        ("Signature", None, "For Ruritania"),
        ("Signature name", None, "Rupert"),
        ("Signature", None, "For Syldavia"),
        ("Annex number", None, "Annex"),
        ("Annex heading", None, "Prices"),
        ("Table text", None, "Item"),
        ("Table text", None, "Price"),
        ("Table text", None, "Boots"),
        ("Table text", None, "12"),
    ]


def test_numbers_word_cannot_count_are_text() -> None:
    scheme = NumberingScheme(point=NumberStyle.LETTERS_HALF)
    lines = [(number, text) for _, number, text in shown(writer.to_bytes(treaty("uk", numbering=scheme)))]
    assert (None, "а)\tranges;") in lines
    assert (None, "б)\tschools.") in lines
    assert ("1.", "The Parties train together.") in lines
    legal = NumberingScheme(paragraph=NumberStyle.LEGAL)
    assert (None, "1.2.\tThey use:") in [
        (n, t) for _, n, t in shown(writer.to_bytes(treaty(numbering=legal)))
    ]


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("lv", "lv-LV"), ("uk", "uk-UA")])
def test_the_language_is_tagged(language: str, tag: str) -> None:
    styles = part(writer.to_bytes(treaty(language)), "word/styles.xml")
    lang = styles.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr/{W}lang")
    assert lang is not None
    assert lang.get(f"{W}val") == tag


def test_paper_page_number_and_marking() -> None:
    data = writer.to_bytes(treaty(marking="RESTRICTED"))
    section = docx.Document(io.BytesIO(data)).sections[0]
    assert section.page_width is not None
    assert section.page_height is not None
    assert (round(section.page_width.mm), round(section.page_height.mm)) == (210, 297)
    assert section.header.paragraphs[0].text == "RESTRICTED"
    field = part(data, "word/footer1.xml").find(f".//{W}fldSimple")
    assert field is not None
    assert field.get(f"{W}instr") == " PAGE "


def test_signatures_stand_side_by_side_without_lines() -> None:
    tables = docx.Document(io.BytesIO(writer.to_bytes(treaty()))).tables
    assert [cell.text for cell in tables[0].rows[0].cells] == ["For Ruritania\nRupert", "For Syldavia"]
    assert tables[0]._tbl.find(f"{W}tblPr/{W}tblBorders") is None
    assert tables[1]._tbl.find(f"{W}tblPr/{W}tblBorders") is not None


def test_an_annex_begins_a_page() -> None:
    document = docx.Document(io.BytesIO(writer.to_bytes(treaty())))
    first = [p.text for p in document.paragraphs if p.paragraph_format.page_break_before]
    assert first == ["Annex"]


def test_notes_stand_at_the_foot_and_open_places_are_seen() -> None:
    data = writer.to_bytes(treaty())
    notes = [words(note) for note in part(data, "word/footnotes.xml")]
    assert notes == ["", "", "Subject to funds."]
    body = part(data, "word/document.xml")
    shaded = [
        r for r in body.iter(f"{W}r") if r.find(f"{W}rPr/{W}rStyle[@{W}val='Openplaceholder']") is not None
    ]
    assert [words(run) for run in shaded] == ["[place]"]


def test_nothing_internal_or_personal_is_in_the_file() -> None:
    data = writer.to_bytes(treaty())
    file = zipfile.ZipFile(io.BytesIO(data))
    everything = b"".join(file.read(name) for name in file.namelist())
    assert b"our red line" not in everything
    assert b"Desk" not in everything
    assert b"python-docx" not in everything
    properties = docx.Document(io.BytesIO(data)).core_properties
    assert (properties.author, properties.last_modified_by) == ("", "")
    assert {entry.date_time for entry in file.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_same_agreement_gives_the_same_bytes() -> None:
    assert writer.to_bytes(treaty()) == writer.to_bytes(treaty())
