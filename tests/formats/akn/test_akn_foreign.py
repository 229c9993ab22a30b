"""Files of other publishers: they read well, nothing is dropped unsaid, and what we read we can write."""

from __future__ import annotations

import contextlib
import copy
import random
import time
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from lxml import etree

from tests.formats.river_ferry import river_ferry
from workbench.agreement import text as marks
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.tree import Kind, Provision
from workbench.formats import akn
from workbench.formats.akn.reader import NotAknError, UnsafeXmlError
from workbench.formats.errors import DamagedFileError, FormatError, TooLargeFileError

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
HERE = Path(__file__).resolve().parents[2] / "fixtures" / "akn"


def read(data: bytes | str, name: str = "x.xml") -> akn.ReadAkn:
    return akn.from_bytes(data.encode() if isinstance(data, str) else data, name=name)


def wrapped(inner: str, *, document: str = "act", body: str = "body", namespace: str = NAMESPACE) -> str:
    return f'<akomaNtoso xmlns="{namespace}"><{document} name="x"><meta/><{body}>{inner}</{body}></{document}></akomaNtoso>'


def shape(unit: Provision) -> object:
    """A provision as (kind, number, wording, children)."""
    return unit.kind.value, unit.printed, unit.text.plain, [shape(child) for child in unit.children]


@pytest.fixture(scope="module")
def treaty() -> akn.ReadAkn:
    return read((HERE / "foreign_treaty.xml").read_bytes())


def test_the_fixture_is_itself_valid() -> None:
    complaints = akn.validate((HERE / "foreign_treaty.xml").read_bytes())
    assert [c.partition(": ")[2] for c in complaints] == ["href=#art_99 leads nowhere"]


def test_title_preamble_and_parties(treaty: akn.ReadAkn) -> None:
    agreement = treaty.draft.agreement
    assert agreement.language == "lv"
    assert [(p.key, p.name) for p in agreement.parties] == [("nor", "Norlande"), ("sud", "Sudmarka")]
    assert [line.text.plain for line in agreement.title] == ["Konvencija par bākām", "Nr. 12"]
    assert [shape(u) for u in agreement.preamble] == [
        ("recital", None, "Šīs Konvencijas Puses,", []),
        ("crossheading", None, "Preambula", []),
        ("recital", "(1)", "atzīstot, ka naktis ir garas;", []),
        (
            "recital",
            "(2)",
            "ņemot vērā:",
            [("citation", "–", "Ostu līgumu,", []), ("citation", "–", "Kuģu līgumu,", [])],
        ),
        ("agreeing_formula", None, "ir vienojušās par turpmāko.", []),
    ]


def test_the_body_keeps_its_structure_and_printed_numbers(treaty: akn.ReadAkn) -> None:
    agreement = treaty.draft.agreement
    assert agreement.numbering.as_printed
    assert [shape(u) for u in agreement.body] == [
        ("title", "I sadaļa", "", [
            ("article", "1. pants", "", [
                ("paragraph", "1.", "“Bāka” ir:", [
                    ("point", "a)", "tornis ar uguni vai", []),
                    ("point", "b)", "kuģis ar uguni.", []),
                    ("subparagraph", None, "Tā nav:", [("point", "a)", "laterna.", [])]),
                ]),
                ("paragraph", "2.", "Puses uztur četras bākas, kā noteikts 2. līdz 3. pantā un Ostu līgumā.", []),
            ]),
            ("article", "2. pants", "", [
                ("paragraph", None, "Pirmā daļa.", []),
                ("paragraph", None, "Otrā daļa, skat. 99. pantu.", []),
            ]),
        ]),
        ("section", "1.", "", [
            ("paragraph", "1.1.", "Vārdi.", [("table", None, "", [
                ("row", None, "", [("cell", None, "Ugunis", []), ("cell", None, "3", [])]),
            ])]),
            ("paragraph", None, "Pielikuma vārdi.", []),
        ]),
        ("article", "3. pants", "Spēkā no 2030. gada 1. janvāra, [vieta].", []),
    ]  # fmt: skip
    table_clause = agreement.body[1].children[0]
    assert table_clause.wrap_up.plain == "Pēc tabulas."


def test_the_wording_says_what_it_is(treaty: akn.ReadAkn) -> None:
    values = {
        type(mark.value): mark.value for unit in treaty.draft.agreement.walk() for mark in unit.text.marks
    }
    assert values[marks.DefinedTerm] == marks.DefinedTerm("bāka", defines=True)
    assert values[marks.Footnote] == marks.Footnote("Sudmarka patur tiesības precizēt.")
    instrument = values[marks.CitedInstrument]
    assert isinstance(instrument, marks.CitedInstrument)
    assert (instrument.title, str(instrument.day)) == ("Ostu līgumā", "1999-05-06")
    assert isinstance(values[marks.Date], marks.Date)


def test_the_closing_and_the_annex(treaty: akn.ReadAkn) -> None:
    agreement = treaty.draft.agreement
    assert [shape(u) for u in agreement.closing] == [
        ("done_at", None, "Parakstīta Vecpilsētā.", []),
        ("signature_block", None, "", [
            ("signatory", None, "Norlandes vārdā: N. Orrs", []),
            ("signatory", None, "Sudmarkas vārdā: ____", []),
        ]),
    ]  # fmt: skip
    (annex,) = agreement.annexes
    assert annex.printed == "Pielikums"
    assert annex.text.plain == "Bāku saraksts."
    assert [point.text.plain for child in annex.children for point in child.children] == [
        "Ziemeļu bāka",
        "Dienvidu bāka",
    ]


def test_what_was_not_understood_or_left_out_is_said(treaty: akn.ReadAkn) -> None:
    said = {finding.code: finding for finding in treaty.findings}
    assert set(said) == {"akn.tracked-change", "akn.range-reference", "akn.dangling-reference"}
    assert said["akn.tracked-change"].quote == "sešas"


def test_reading_again_gives_the_same_ids_and_writing_gives_a_valid_file_that_reads_back(
    treaty: akn.ReadAkn,
) -> None:
    assert read((HERE / "foreign_treaty.xml").read_bytes()).draft == treaty.draft
    data = akn.to_bytes(treaty.draft)
    assert akn.validate(data) == []
    assert read(data).draft == treaty.draft


@pytest.mark.parametrize("version", ["", "/WD17", "/CSD13"])
def test_every_3_0_namespace_is_read(version: str) -> None:
    inner = "<article eId='art_1'><num>Article 1</num><content><p>Words.</p></content></article>"
    agreement = read(wrapped(inner, namespace=NAMESPACE + version)).draft.agreement
    assert [shape(u) for u in agreement.body] == [("article", "Article 1", "Words.", [])]


@pytest.mark.parametrize(
    "namespace", ["", "http://www.akomantoso.org/2.0", "http://docs.oasis-open.org/legaldocml/ns/akn/4.0"]
)
def test_a_file_without_namespace_or_of_another_version_is_read_and_that_is_said(namespace: str) -> None:
    named = f' xmlns="{namespace}"' if namespace else ""
    page = f"""<akomaNtoso{named}><act name="agreement"><meta/><body><article><num>Article 1</num>
        <heading>Wells</heading><content><p>The Parties share the wells.</p></content></article></body></act></akomaNtoso>"""
    read = akn.from_bytes(page.encode(), name="old.xml")
    (article,) = read.draft.agreement.of_kind(Kind.ARTICLE)
    assert (article.printed, article.heading.plain) == ("Article 1", "Wells")
    assert "akn.other-version" in {finding.code for finding in read.findings}


def test_a_statement_with_plain_paragraphs_is_read() -> None:
    inner = "<p>First.</p><p/><blockList><listIntroduction>Such as:</listIntroduction><item><num>a</num><p>A</p></item></blockList>"
    agreement = read(wrapped(inner, document="statement", body="mainBody")).draft.agreement
    assert [shape(u) for u in agreement.body] == [
        ("paragraph", None, "First.", []),
        ("paragraph", None, "Such as:", [("point", "a", "A", [])]),
    ]


def test_a_bill_with_clauses_and_subclauses_is_read() -> None:
    inner = (
        "<part><num>Part 1</num><clause><num>1</num><heading>Scope</heading><subsection><num>(1)</num>"
        "<intro><p>This covers—</p></intro><paragraph><num>(a)</num><content><p>boats</p></content></paragraph>"
        "<wrapUp><p>and nothing else.</p></wrapUp></subsection></clause></part>"
    )
    (part,) = read(wrapped(inner, document="bill")).draft.agreement.body
    assert [u.kind for u in part.walk()] == [Kind.PART, Kind.ARTICLE, Kind.PARAGRAPH, Kind.PARAGRAPH]
    assert part.children[0].children[0].wrap_up.plain == "and nothing else."


def test_unknown_markup_is_kept_as_words_and_said_once() -> None:
    inner = "<article><content><p>The <vx:glow xmlns:vx='urn:v'>bright</vx:glow> <vx:glow xmlns:vx='urn:v'>lamp</vx:glow>.</p></content></article>"
    result = read(wrapped(inner))
    assert result.draft.agreement.body[0].text.plain == "The bright lamp."
    assert [f.code for f in result.findings].count("akn.unknown-markup") == 1
    assert "akn.not-valid" in [f.code for f in result.findings]


def test_another_kind_of_document_is_read_as_paragraphs_and_said() -> None:
    inner = "<p>Spoken words.</p>"
    result = read(wrapped(inner, document="debate", body="debateBody"))
    assert [u.text.plain for u in result.draft.agreement.body] == ["Spoken words."]
    assert "akn.other-document" in [f.code for f in result.findings]


def test_the_worked_example_of_another_program_reads_and_is_written_valid(corpus: Path) -> None:
    example = corpus.parent / "reference" / "akn-example.xml"
    result = read(example.read_bytes())
    kinds = [unit.kind for unit in result.draft.agreement.walk()]
    assert (kinds.count(Kind.ARTICLE), kinds.count(Kind.SIGNATORY), kinds.count(Kind.ANNEX)) == (3, 2, 1)
    data = akn.to_bytes(result.draft)
    assert akn.validate(data) == []
    assert read(data).draft == result.draft


# hostile and broken files

LAUGHS = (
    '<!DOCTYPE x [<!ENTITY a "ha">'
    + "".join(f'<!ENTITY {b} "{f"&{a};" * 10}">' for a, b in zip("abcdefgh", "bcdefghi", strict=True))
    + "]>"
)
OUTSIDE = '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/hostname">]>'


@pytest.mark.parametrize(
    "doctype", [LAUGHS, OUTSIDE, '<!DOCTYPE x [<!ENTITY % p SYSTEM "http://127.0.0.1:9/x"> %p;]>']
)
def test_entities_are_refused_at_once(doctype: str) -> None:
    begun = time.process_time()
    with pytest.raises(UnsafeXmlError) as caught:
        read(doctype + wrapped("<article><content><p>&i;&a;</p></content></article>"), "evil.xml")
    assert str(caught.value).startswith("evil.xml: ")
    assert time.process_time() - begun < 2


@pytest.mark.parametrize(
    ("data", "error"),
    [
        (b"", DamagedFileError),
        (b"\x00\x01\x02", DamagedFileError),
        (b"just words", DamagedFileError),
        (wrapped("<article>").encode()[:90], DamagedFileError),
        (wrapped("&nbsp;").encode(), DamagedFileError),
        (wrapped("a & b").encode(), DamagedFileError),
        (wrapped("<p>" * 400_000 + "</p>" * 400_000).encode(), DamagedFileError),
        (wrapped("x" * 11_000_000).encode(), DamagedFileError),
        (b"<html/>", NotAknError),
        (b"<akomaNtoso/>", NotAknError),
        (b'<akomaNtoso xmlns="http://www.akomantoso.org/2.0"/>', NotAknError),
        (b" " * 50_000_001, TooLargeFileError),
    ],
)
def test_what_cannot_be_read_is_one_line_with_a_remedy(data: bytes, error: type[FormatError]) -> None:
    begun = time.process_time()
    with pytest.raises(error) as caught:
        read(data, "old.xml")
    assert str(caught.value).startswith("old.xml: ")
    assert "\n" not in str(caught.value)
    assert time.process_time() - begun < 3


def test_what_looks_like_akn_is_told_from_its_beginning() -> None:
    assert akn.looks_like_akn((HERE / "foreign_treaty.xml").read_bytes())
    assert akn.looks_like_akn(wrapped("").encode("utf-16"))
    assert not akn.looks_like_akn(b"<html><body>akoma</body></html>")


# anything at all: each file ends in a tree or in a clear error

SOURCES = [akn.to_bytes(river_ferry()), (HERE / "foreign_treaty.xml").read_bytes()]
TAGS = ["article", "p", "list", "table", "tr", "td", "content", "crossHeading", "hcontainer", "ref", "recitals",
        "blockContainer", "formula", "attachment", "doc", "wrapUp", "num", "quotedStructure", "nonsense"]  # fmt: skip


def mutated(data: bytes, seed: int) -> bytes:
    """A file after a few accidents to its elements."""
    chance = random.Random(seed)
    root = etree.fromstring(data)
    for _ in range(chance.randint(1, 6)):
        elements = [e for e in root.iter() if e is not root and isinstance(e.tag, str)]
        if not elements:
            break
        element, other = chance.choice(elements), chance.choice(elements)
        parent = element.getparent()
        assert parent is not None
        match chance.randrange(7):
            case 0:
                parent.remove(element)
            case 1:
                element.tag = f"{{{NAMESPACE}}}{chance.choice(TAGS)}"
            case 2:
                for name in list(element.attrib)[:2]:
                    del element.attrib[name]
            case 3:
                parent.insert(0, copy.deepcopy(element))
            case 4:
                if element not in list(other.iterancestors()) and element is not other:
                    other.append(element)
            case 5:
                element.text = "loose words"
            case _:
                for name in element.attrib:
                    element.set(name, chance.choice(["", "#", "x y", "9999", "#art_1", "\u00a0", "true"]))
    return etree.tostring(root, with_tail=False)


FUZZ = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@FUZZ
@given(st.sampled_from(SOURCES), st.integers(0, 2**32))
def test_a_file_after_accidents_reads_and_what_was_read_is_written_valid(source: bytes, seed: int) -> None:
    result = read(mutated(source, seed))
    data = akn.to_bytes(result.draft)
    assert akn.validate(data) == []
    assert read(data).draft == result.draft


@FUZZ
@given(st.sampled_from(SOURCES), st.data())
def test_damaged_bytes_end_in_a_tree_or_a_clear_error(source: bytes, data: st.DataObject) -> None:
    damaged = bytearray(source)
    for _ in range(data.draw(st.integers(1, 4))):
        damaged[data.draw(st.integers(0, len(damaged) - 1))] = data.draw(st.integers(0, 255))
    cut = data.draw(st.sampled_from([len(damaged), len(damaged) // 2, 1]))
    with contextlib.suppress(WorkbenchError):  # any other exception fails the test
        read(bytes(damaged[:cut]))
