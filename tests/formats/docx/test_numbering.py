"""Automatic numbers as Word displays them: what is counted, what restarts, how a number looks."""

from __future__ import annotations

import pytest

from tests.formats.word_files import numbered, paragraph, word_file
from workbench.agreement.source import SourceBlock
from workbench.formats.docx.package import Package
from workbench.formats.docx.reader import read_package

GONE = '<w:del w:id="1" w:author="A"/>'


def level(n: int, form: str, text: str, start: int = 1, extra: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{n}"><w:start w:val="{start}"/><w:numFmt w:val="{form}"/>{extra}'
        f'<w:lvlText w:val="{text}"/></w:lvl>'
    )


def abstract(*levels: str, key: int = 0, extra: str = "") -> str:
    return f'<w:abstractNum w:abstractNumId="{key}">{extra}{"".join(levels)}</w:abstractNum>'


def instance(n: int, abstract_id: int = 0, override: str = "") -> str:
    return f'<w:num w:numId="{n}"><w:abstractNumId w:val="{abstract_id}"/>{override}</w:num>'


def override(n: int, inside: str) -> str:
    return f'<w:lvlOverride w:ilvl="{n}">{inside}</w:lvlOverride>'


def start_again(n: int, at: int = 1) -> str:
    return override(n, f'<w:startOverride w:val="{at}"/>')


def blocks(body: str, numbering: str, styles: str = "") -> tuple[SourceBlock, ...]:
    return read_package(Package(word_file(body, numbering=numbering, styles=styles), name="n.docx")).blocks


def shown(body: str, numbering: str, styles: str = "") -> list[str | None]:
    return [block.number for block in blocks(body, numbering, styles)]


def counted(*levels: int, instance: int = 1) -> str:
    return "".join(numbered("x", instance, n) for n in levels)


def test_an_outline_of_an_agreement() -> None:
    lists = abstract(
        level(0, "upperRoman", "Chapter %1"),
        level(1, "decimal", "Article %2"),
        level(2, "decimal", "%2.%3."),
        level(3, "lowerLetter", "(%4)"),
        level(4, "lowerRoman", "(%5)"),
    )
    assert shown(counted(0, 1, 2, 3, 4, 4, 3, 2, 1, 2, 0, 1), lists + instance(1)) == [
        "Chapter I", "Article 1", "1.1.", "(a)", "(i)", "(ii)", "(b)", "1.2.", "Article 2", "2.1.", "Chapter II", "Article 1",
    ]  # fmt: skip


def test_articles_count_on_through_the_chapters_where_the_list_says_so() -> None:
    through = '<w:lvlRestart w:val="0"/>'
    lists = abstract(level(0, "upperRoman", "%1"), level(1, "decimal", "Article %2", extra=through))
    assert shown(counted(0, 1, 1, 0, 1), lists + instance(1)) == [
        "I", "Article 1", "Article 2", "II", "Article 3",
    ]  # fmt: skip


def test_a_level_may_restart_only_after_a_certain_one() -> None:
    after_the_first = '<w:lvlRestart w:val="1"/>'
    lists = abstract(
        level(0, "decimal", "%1"),
        level(1, "decimal", "%2"),
        level(2, "lowerLetter", "%3", extra=after_the_first),
    )
    assert shown(counted(0, 1, 2, 1, 2, 0, 1, 2), lists + instance(1)) == [
        "1", "1", "a", "2", "b", "2", "1", "a",
    ]  # fmt: skip


def test_an_override_restarts_once_and_is_where_the_level_begins_again() -> None:
    lists = abstract(level(0, "decimal", "%1."), level(1, "decimal", "%1.%2"))
    lists += instance(1) + instance(2, override=start_again(0, 5) + start_again(1, 3))
    body = counted(0, 1) + counted(0, 1, 1, 0, 1, instance=2)
    assert shown(body, lists) == ["1.", "1.1", "5.", "5.3", "5.4", "6.", "6.3"]


def test_an_override_may_give_a_level_another_look() -> None:
    lists = abstract(level(0, "decimal", "%1.")) + instance(1)
    lists += instance(2, override=override(0, level(0, "upperLetter", "Annex %1")))
    assert shown(counted(0) + counted(0, instance=2), lists) == ["1.", "Annex B"]


def test_legal_numbering_can_be_switched_off_again() -> None:
    off = '<w:isLgl w:val="0"/>'
    lists = abstract(level(0, "upperRoman", "%1."), level(1, "decimal", "%1.%2", extra=off))
    assert shown(counted(0, 1), lists + instance(1)) == ["I.", "I.1"]


@pytest.mark.parametrize(
    ("form", "first", "thirtieth"),
    [
        ("russianLower", "а", "бб"),
        ("russianUpper", "А", "ББ"),
        ("lowerLetter", "a", "dd"),
        ("upperLetter", "A", "DD"),
        ("lowerRoman", "i", "xxx"),
        ("cardinalText", "One", "Thirty"),
        ("ordinal", "1st", "30th"),
        ("numberInDash", "- 1 -", "- 30 -"),
        ("decimalEnclosedParen", "(1)", "(30)"),
        ("none", None, None),
    ],
)
def test_how_numbers_look(form: str, first: str | None, thirtieth: str | None) -> None:
    lists = abstract(level(0, form, "%1")) + instance(1)
    numbers = shown(counted(*[0] * 30), lists)
    assert (numbers[0], numbers[29]) == (first, thirtieth)


def test_cyrillic_lists_leave_out_the_letters_no_list_has() -> None:
    lists = abstract(level(0, "russianLower", "%1)")) + instance(1)
    assert "".join(str(number)[0] for number in shown(counted(*[0] * 29), lists)) == (
        "абвгдежзиклмнопрстуфхцчшщэюя" + "а"
    )


def test_a_padded_format_is_an_example_of_itself() -> None:
    custom = (
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><mc:AlternateContent xmlns:mc="http://schemas.openxmlformats.org/'
        'markup-compatibility/2006"><mc:Choice Requires="w14"><w:numFmt w:val="custom" w:format="001, 002, 003, ..."/>'
        '</mc:Choice><mc:Fallback><w:numFmt w:val="decimal"/></mc:Fallback></mc:AlternateContent>'
        '<w:lvlText w:val="No. %1"/></w:lvl>'
    )
    assert shown(counted(0, 0), abstract(custom) + instance(1)) == ["No. 001", "No. 002"]


def test_a_level_without_number_shows_its_words() -> None:
    lists = abstract(level(0, "none", "Preamble"), level(1, "decimal", "%1%2.")) + instance(1)
    assert shown(counted(0, 1), lists) == ["Preamble", "1."]


def test_a_dash_of_a_list_is_a_dash_and_any_other_bullet_a_bullet() -> None:
    lists = abstract(level(0, "bullet", "–"), level(1, "bullet", "\uf0a7")) + instance(1)
    assert shown(counted(0, 1), lists) == ["–", "•"]


STYLES = (
    '<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="Article"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr>'
    '</w:pPr></w:style><w:style w:type="paragraph" w:styleId="Par"><w:name w:val="Clause"/><w:pPr><w:numPr>'
    '<w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="Own"><w:name w:val="Own"/>'
    '<w:basedOn w:val="Par"/></w:style>'
)
LINKED = abstract(
    level(0, "decimal", "Article %1", extra='<w:pStyle w:val="Art"/>'),
    level(1, "decimal", "%1.%2", extra='<w:pStyle w:val="Par"/>'),
) + instance(1)


def styled(key: str, more: str = "") -> str:
    return paragraph("x", f'<w:pStyle w:val="{key}"/>{more}')


def test_the_level_of_a_style_is_the_one_that_names_it() -> None:
    body = styled("Art") + styled("Par") + styled("Own") + styled("Art") + styled("Par")
    assert shown(body, LINKED, STYLES) == ["Article 1", "1.1", "1.2", "Article 2", "2.1"]


def test_a_paragraph_steps_out_of_the_list_of_its_style() -> None:
    out = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>'
    read = blocks(styled("Art") + styled("Art", out) + styled("Art"), LINKED, STYLES)
    assert [block.number for block in read] == ["Article 1", None, "Article 2"]
    assert read[1].list_level is None


def test_a_list_style_lends_its_levels() -> None:
    lent = abstract(level(0, "decimal", "§ %1"), key=1, extra='<w:styleLink w:val="Legal"/>')
    borrowing = abstract(key=0, extra='<w:numStyleLink w:val="Legal"/>')
    assert shown(counted(0, 0), borrowing + lent + instance(1, 0) + instance(2, 1)) == ["§ 1", "§ 2"]
    unnamed = abstract(level(0, "decimal", "§ %1"), key=1)
    style = (
        '<w:style w:type="numbering" w:styleId="Legal"><w:name w:val="Legal"/><w:pPr><w:numPr><w:numId w:val="2"/>'
        "</w:numPr></w:pPr></w:style>"
    )
    assert shown(counted(0), borrowing + unnamed + instance(1, 0) + instance(2, 1), style) == ["§ 1"]


ONE = abstract(level(0, "decimal", "%1.")) + instance(1)


def test_an_empty_paragraph_counts_and_has_nothing_to_cite() -> None:
    body = numbered("first", 1) + numbered("", 1) + numbered("third", 1)
    assert shown(body, ONE) == ["1.", None, "3."]


def test_a_deleted_paragraph_does_not_count() -> None:
    gone = (
        f'<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="1"/></w:numPr><w:rPr>{GONE}</w:rPr></w:pPr>'
        '<w:del w:id="2" w:author="A"><w:r><w:delText>old</w:delText></w:r></w:del></w:p>'
    )
    assert shown(numbered("a", 1) + gone + numbered("b", 1), ONE) == ["1.", "2."]


def test_lists_count_through_tables_and_text_boxes() -> None:
    table = f"<w:tbl><w:tr><w:tc>{numbered('in a cell', 1)}</w:tc></w:tr></w:tbl>"
    box = f"<w:p><w:r><w:t>frame</w:t><w:pict><w:txbxContent>{numbered('boxed', 1)}</w:txbxContent></w:pict></w:r></w:p>"
    assert shown(numbered("a", 1) + table + box + numbered("b", 1), ONE) == ["1.", "2.", None, "3.", "4."]
