"""Headers and footers that only one file has, or that sections share: accepted the new ones, rejected the old."""

from __future__ import annotations

from tests.formats.docx_compare.test_word_comparing import added, words
from tests.formats.word_files import paragraph, word_file
from workbench.comparison import Options
from workbench.formats.docx.comparing import Compared, compare
from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions import decide

_PLACE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
ONE, TWO = paragraph("The Parties meet every spring."), paragraph("The depositary keeps the original.")


def with_headers(
    *sections: dict[str, str], body: tuple[str, ...] = (ONE, TWO), title_page: bool = False
) -> bytes:
    """A file with a section for each dict (pages -> words of the header); the last one ends the body."""
    parts: dict[str, bytes] = {}
    relations = ""
    ends = []
    for section in sections:
        references = ""
        for pages, said in section.items():
            name = f"header{len(parts) + 1}"
            parts[f"word/{name}.xml"] = f"<w:hdr xmlns:w='{W[1:-1]}'>{paragraph(said)}</w:hdr>".encode()
            relations += f"<Relationship Id='{name}' Type='{_PLACE}/header' Target='{name}.xml'/>"
            references += f"<w:headerReference xmlns:r='{_PLACE}' w:type='{pages}' r:id='{name}'/>"
        ends.append(f"<w:sectPr>{references}{'<w:titlePg/>' if title_page else ''}</w:sectPr>")
    made = "".join(
        text + (f"<w:p><w:pPr>{ends[at]}</w:pPr></w:p>" if at < len(ends) - 1 else "")
        for at, text in enumerate(body)
    )
    parts["word/_rels/document.xml.rels"] = (
        f"<Relationships xmlns='{_PLACE.replace('officeDocument', 'package')}'>{relations}</Relationships>".encode()
    )
    return added(word_file(made + ends[-1]), parts)


def shown(data: bytes) -> list[dict[str, str]]:
    """What the header of each section says, on which pages; empty ones are left out."""
    package = Package(data, name="x")
    targets = package.relationships("word/document.xml")
    seen: dict[str, str] = {}
    found = []
    for settings in package.document().iter(f"{W}sectPr"):
        for reference in settings.iterchildren(f"{W}headerReference"):
            root = package.part(targets[reference.get(f"{{{_PLACE}}}id", "")].target)
            assert root is not None
            seen[reference.get(f"{W}type", "")] = "\n".join(words(p) for p in root.iter(f"{W}p"))
        found.append({pages: said for pages, said in seen.items() if said})
    return found


def compared(old: bytes, new: bytes) -> Compared:
    found = compare(old, new, author="Ruritania", date="2026-02-03T04:05:06Z")
    assert shown(decide(found.data, accept=True, name="x").data) == shown(new)
    assert shown(decide(found.data, accept=False, name="x").data) == shown(old)
    return found


def test_a_header_that_only_one_file_has() -> None:
    none, some = with_headers({}), with_headers({"default": "Draft of the Ruritanian side"})
    assert [(c.kind.value, c.old, c.label) for c in compared(some, none).changes] == [
        ("deleted", "Draft of the Ruritanian side", "Header")
    ]
    assert [(c.kind.value, c.new, c.label) for c in compared(none, some).changes] == [
        ("inserted", "Draft of the Ruritanian side", "Header")
    ]


def test_a_section_that_goes_on_with_the_header_before_and_one_with_its_own() -> None:
    shared = with_headers({"default": "Part one"}, {})
    own = with_headers({"default": "Part one"}, {"default": "Part two"})
    compared(shared, own)
    compared(own, shared)
    compared(with_headers({}, {"default": "Part two"}), shared)


def test_a_first_page_of_its_own() -> None:
    plain = with_headers({"default": "Running head"})
    titled = with_headers({"default": "Running head", "first": "Only once"}, title_page=True)
    for old, new, before in ((plain, titled, False), (titled, plain, True)):
        rejected = decide(compared(old, new).data, accept=False, name="x").data
        settings = Package(rejected, name="x").document().find(f".//{W}sectPr")
        assert settings is not None
        assert (settings.find(f"{W}titlePg") is not None) is before


def test_a_section_that_went_comes_back_with_its_header() -> None:
    two = with_headers({"default": "Annex A"}, {"default": "Running head"})
    one = with_headers({"default": "Running head"}, body=(ONE + TWO,))
    compared(two, one)
    compared(one, two)


def laid_out(settings: str, *before: str) -> bytes:
    """A text whose only or last section is laid out so, after other sections."""
    ends = "".join(paragraph("A part.", f"<w:sectPr>{one}</w:sectPr>") for one in before)
    return word_file(f"{ends}{paragraph('The last part.')}<w:sectPr>{settings}</w:sectPr>")


A4 = "<w:pgSz w:w='11906' w:h='16838'/>"


def test_a_section_laid_out_anew_remembers_how_it_was() -> None:
    upright, wide = laid_out(A4), laid_out("<w:pgSz w:w='16838' w:h='11906' w:orient='landscape'/>")
    columns = laid_out(A4 + "<w:cols w:num='2'/>")
    for old, new in ((upright, wide), (wide, upright), (columns, upright), (upright, columns)):
        found = compared(old, new)
        assert [(c.kind.value, c.label) for c in found.changes] == [("formatted", "Section 1")]
        for accept, text in ((True, new), (False, old)):
            left = decide(found.data, accept=accept, name="x").data
            sections = [Package(data, name="x").document().find(f".//{W}sectPr") for data in (left, text)]
            said = [[(e.tag, dict(e.attrib)) for e in s] for s in sections if s is not None]
            assert said[0] == said[1]
        assert not compare(old, new, author="A", date="", options=Options(ignore_formatting=True)).changes


def test_measures_of_another_programs_reckoning_and_usual_settings_are_no_difference() -> None:
    other = "<w:type w:val='nextPage'/><w:pgSz w:w='11900' w:h='16840' w:code='9'/><w:cols w:space='708'/>"
    assert compared(laid_out(A4), laid_out(other)).changes == ()


def test_sections_that_came_or_went_are_told() -> None:
    one, two = laid_out(A4, A4), word_file(paragraph("A part.") + paragraph("The last part.") + "<w:sectPr/>")
    for old, new in ((one, two), (two, one)):
        assert [c.label for c in compare(old, new, author="A", date="").changes] == ["Sections"]
