"""Numbering shapes, contents pages, headers, quotations, annexes, tables: what is a head and what is not."""

from __future__ import annotations

from typing import Any

import pytest

from tests.recognition.conftest import Recogniser
from workbench.agreement.source import Layout, Recognised, SourceBlock, SourceDocument
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Provision
from workbench.recognition import recognise

SENTENCES = (
    "The Parties shall build a bridge over the river and keep it in good repair at all times.",
    "Each Party shall bear the costs of its own half of the bridge, lamps and paint included.",
    "This Agreement shall enter into force on the day on which the bridge is opened to traffic.",
)


def _blocks(*blocks: SourceBlock) -> Recognised:
    numbered = tuple(blocks)
    return recognise(SourceDocument("x.docx", "cd" * 32, "docx", Layout.PARAGRAPHS, numbered, "docx/1"))


def _block(words: str, **typography: Any) -> SourceBlock:
    return SourceBlock(Text(words), **typography)


def _labels(units: tuple[Provision, ...]) -> list[str | None]:
    return [unit.printed for unit in units]


@pytest.mark.parametrize(
    "labels",
    [
        ("Article 1", "Article 2", "Article 3"),
        ("ARTICLE I", "ARTICLE II", "ARTICLE III"),
        ("ARTICLE ONE", "ARTICLE TWO", "ARTICLE THREE"),
        ("Art. 1", "Art. 2", "Art. 3"),
        ("1. pants", "2. pants", "3. pants"),
        ("Стаття 1", "Стаття 2", "Стаття 3"),
        ("Статья 1", "Статья 2", "Статья 3"),
        ("1 straipsnis", "2 straipsnis", "3 straipsnis"),
        ("Artikkel 1", "Artikkel 2", "Artikkel 3"),
        ("Artykuł 1", "Artykuł 2", "Artykuł 3"),
        ("Artikel 1", "Artikel 2", "Artikel 3"),
        ("Artículo 1", "Artículo 2", "Artículo 3"),
        ("§ 1", "§ 2", "§ 3"),
    ],
)
@pytest.mark.parametrize("heading", ["none", "same line", "next line"])
def test_articles_in_every_shape(text: Recogniser, labels: tuple[str, ...], heading: str) -> None:
    headings = ("The bridge", "Costs", "Entry into force")
    lines = ["AGREEMENT ON A BRIDGE", "", "The Parties have agreed as follows:", ""]
    for label, title, sentence in zip(labels, headings, SENTENCES, strict=True):
        lines.append(f"{label}. {title}" if heading == "same line" else label)
        if heading == "next line":
            lines.append(title)
        lines.extend(["", sentence, ""])
    body = text("\n".join(lines)).agreement.body
    assert [unit.kind for unit in body] == [Kind.ARTICLE] * 3
    assert _labels(body) == list(labels)
    assert [unit.heading.plain for unit in body] == (["", "", ""] if heading == "none" else list(headings))
    assert [child.text.plain for unit in body for child in unit.children] == list(SENTENCES)


def test_text_on_the_line_of_its_label(text: Recogniser) -> None:
    words = "\n".join(f"Article {n}. {sentence}" for n, sentence in enumerate(SENTENCES, start=1))
    body = text(f"AGREEMENT\n\nThe Parties have agreed as follows:\n\n{words}\n").agreement.body
    assert [unit.heading.plain for unit in body] == ["", "", ""]
    assert [unit.children[0].text.plain for unit in body] == list(SENTENCES)


def test_a_reference_cut_by_the_line_break_is_no_head(text: Recogniser) -> None:
    words = (
        "AGREEMENT ON A BRIDGE\n\nArticle 1\nThe Parties shall build a bridge over the river in accordance with\n"
        "Article 3 of this Agreement and with all the plans that were drawn for this\n"
        "purpose by the engineers of both Parties in the last ten years of their work.\n"
        "Article 2\nEach Party shall bear the costs of its own half of the bridge, which shall\n"
        "be measured from the middle of the river under\nArticle 1, lamps and paint included.\n"
        "Article 3\nThis Agreement shall enter into force on the day on which the bridge is open.\n"
    )
    assert _labels(text(words).agreement.body) == ["Article 1", "Article 2", "Article 3"]


def test_a_table_of_contents_is_left_out(text: Recogniser) -> None:
    contents = "\n".join(f"Article {n} Heading of {n} .......... {n + 2}" for n in range(1, 7))
    articles = "\n\n".join(f"Article {n}\nHeading of {n}\n\n{SENTENCES[n % 3]}" for n in range(1, 7))
    found = text(
        f"AGREEMENT\n\nCONTENTS\n\n{contents}\n\nThe Parties have agreed as follows:\n\n{articles}\n"
    )
    assert len(found.agreement.body) == 6
    assert "recognition.contents-page" in [finding.code for finding in found.findings]
    assert "......" not in "\n".join(unit.words for unit in found.agreement.units())


def test_running_headers_and_page_numbers_do_not_cut_sentences(text: Recogniser) -> None:
    pages = []
    for page in range(1, 5):
        lines = [f"Article {page}"]
        for turn in range(14):
            lines.append(f"The Parties shall paint the rail number {turn} of the bridge every year and each")
            lines.append("of them shall pay for one half of the paint that is used for the said rail.")
        lamp = ("red", "blue", "green", "white")[page - 1]
        lines.append(f"The {lamp} lamps shall be lit every evening from the hour at which the sun goes down")
        pages.append(
            "\n".join(lines)
            + f"\n{page}\n\f\nAGREEMENT ON A BRIDGE\nuntil the {lamp} hour at which it rises again."
        )
    found = text("AGREEMENT ON A BRIDGE\n\nThe Parties have agreed as follows:\n" + "\n".join(pages))
    words = "\n".join(unit.words for unit in found.agreement.body)
    assert words.count("sun goes down until the ") == 4
    assert "AGREEMENT ON A BRIDGE" not in words
    codes = {finding.code for finding in found.findings}
    assert {"recognition.running-header", "recognition.page-number"} <= codes


def test_the_quoted_article_of_another_treaty_is_no_head(text: Recogniser) -> None:
    words = (
        "PROTOCOL AMENDING THE AGREEMENT ON A BRIDGE\n\nThe Parties have agreed as follows:\n\n"
        "Article 1\n\nArticle 7 of the Agreement is replaced by this text:\n\n“Article 7\n\nToll\n\n"
        "No toll shall be paid on the bridge by anybody who crosses it on foot.\n\nArticle 2\n\n"
        "Carts pay a penny.”\n\nArticle 2\n\nThis Protocol shall enter into force on the day of its signature.\n"
    )
    body = text(words).agreement.body
    assert _labels(body) == ["Article 1", "Article 2"]
    assert body[1].children[0].text.plain.startswith("This Protocol shall enter into force")


def test_annexes_are_trees_of_their_own(text: Recogniser) -> None:
    articles = "\n\n".join(f"Article {n}\n\n{SENTENCES[n % 3]}" for n in range(1, 5))
    annex = "\n\n".join(
        f"Article {n}\n\nThe lamp number {n} shall be green and made of glass." for n in (1, 2, 3)
    )
    words = (
        f"AGREEMENT\n\nThe Parties have agreed as follows:\n\n{articles}\n\nDone at Riga on 3 May 2020 in two "
        f"originals.\n\nFor Latvia: ____   For Estonia: ____\n\nANNEX I\nLAMPS\n\n{annex}\n\nANNEX II\nPAINT\n\n"
        "The paint shall be blue and shall not fade in the sun.\n"
    )
    agreement = text(words).agreement
    assert len(agreement.body) == 4
    assert _labels(agreement.annexes) == ["ANNEX I", "ANNEX II"]
    assert [unit.heading.plain for unit in agreement.annexes] == ["LAMPS", "PAINT"]
    assert _labels(agreement.annexes[0].children) == ["Article 1", "Article 2", "Article 3"]


def test_chapters_hold_articles_that_run_on(text: Recogniser) -> None:
    words = (
        "CONVENTION ON BRIDGES\n\nThe Parties have agreed as follows:\n\nCHAPTER I\nBuilding\n\nArticle 1\n\n"
        f"{SENTENCES[0]}\n\nArticle 2\n\n{SENTENCES[1]}\n\nCHAPTER II\nUse\n\nArticle 3\n\n{SENTENCES[2]}\n"
    )
    body = text(words).agreement.body
    assert [(unit.kind, unit.heading.plain) for unit in body] == [
        (Kind.CHAPTER, "Building"),
        (Kind.CHAPTER, "Use"),
    ]
    assert [_labels(unit.children) for unit in body] == [["Article 1", "Article 2"], ["Article 3"]]


def test_words_before_numbered_paragraphs_belong_to_the_article(text: Recogniser) -> None:
    words = (
        "AGREEMENT\n\nArticle 1\n\nTo reach this end the Parties shall:\n\n1. build the bridge;\n\n2. paint it.\n\n"
        f"Article 2\n\n{SENTENCES[2]}\n"
    )
    first = text(words).agreement.body[0]
    assert first.text.plain == "To reach this end the Parties shall:"
    assert _labels(first.children) == ["1.", "2."]


def test_a_missing_article_is_a_finding(text: Recogniser) -> None:
    numbers = (1, 2, 3, 5, 6)
    words = "\n\n".join(f"Article {n}\n\n{SENTENCES[n % 3]}" for n in numbers)
    found = text(f"AGREEMENT\n\n{words}\n")
    gaps = [finding for finding in found.findings if finding.code == "recognition.gap-in-numbers"]
    assert [finding.quote for finding in gaps] == ["Article 5"]


def test_word_headings_with_numbers_that_restart(text: Recogniser) -> None:
    found = _blocks(
        _block("Agreement on bridges between Latvia and Estonia", bold=True),
        _block("Latvia and Estonia (hereinafter “the Participants”) have decided the following:"),
        _block("SCOPE", number="I.", bold=True),
        _block("The Participants will build bridges wherever there is a river.", number="1."),
        _block("The Participants will paint them.", number="2."),
        _block("COSTS", number="I.", bold=True),
        _block("Lamps", bold=True),
        _block("Each Participant will pay for one half of every bridge it wants.", number="1."),
    )
    body = found.agreement.body
    assert [(unit.kind, unit.heading.plain) for unit in body] == [
        (Kind.SECTION, "SCOPE"),
        (Kind.SECTION, "COSTS"),
    ]
    assert _labels(body[0].children) == ["1.", "2."]
    assert [child.kind for child in body[1].children] == [Kind.CROSSHEADING, Kind.PARAGRAPH]


def test_a_table_in_an_article_stays_a_table() -> None:
    cells = [
        _block(words, cell=(0, row, column))
        for row, line in enumerate((("River", "Length"), ("Gauja", "460 km")))
        for column, words in enumerate(line)
    ]
    found = _blocks(
        _block("AGREEMENT"),
        _block("Article 1"),
        _block(SENTENCES[0]),
        *cells,
        _block("Article 2"),
        _block(SENTENCES[1]),
    )
    table = found.agreement.body[0].children[1]
    assert table.kind is Kind.TABLE
    assert [[cell.text.plain for cell in row.children] for row in table.children] == [
        ["River", "Length"],
        ["Gauja", "460 km"],
    ]
    assert len(found.agreement.body) == 2


def test_a_table_right_under_the_head_of_an_annex_is_no_part_of_its_heading() -> None:
    table = [_block(words, cell=(0, 0, column)) for column, words in enumerate(("Boat", "Home Port", "Crew"))]
    table += [_block(words, cell=(0, 1, column)) for column, words in enumerate(("Lapwing", "Riga", "4"))]
    found = _blocks(
        _block("AGREEMENT"),
        _block("Article 1"),
        _block(SENTENCES[0]),
        _block("Article 2"),
        _block(SENTENCES[1]),
        _block("Done at Riga on 3 May 2020 in two originals in the English language."),
        _block("Annex"),
        _block("Boats"),
        *table,
    )
    (annex,) = found.agreement.annexes
    assert annex.heading.plain == "Boats"
    assert [cell.text.plain for cell in annex.children[0].children[0].children] == [
        "Boat",
        "Home Port",
        "Crew",
    ]


def test_a_column_left_empty_is_kept_but_a_signature_beside_nothing_is_no_table() -> None:
    def rows(*lines: tuple[str, ...]) -> list[SourceBlock]:
        return [
            _block(words, cell=(0, row, column))
            for row, line in enumerate(lines)
            for column, words in enumerate(line)
        ]

    before = (_block("AGREEMENT"), _block("Article 1"), _block(SENTENCES[0]))
    for lines in (
        (("Goods", ""), ("Helmets", ""), ("Boots", "")),
        (("Goods", "", "Price"), ("Helmets", "", "30"), ("Boots", "", "20")),
    ):
        found = _blocks(*before, *rows(*lines), _block("Article 2"), _block(SENTENCES[1]))
        table = next(unit for unit in found.agreement.body[0].children if unit.kind is Kind.TABLE)
        assert [tuple(cell.text.plain for cell in row.children) for row in table.children] == list(lines)
    signed = rows(("For the Government of Ruritania:", ""), ("John Doe", ""))
    found = _blocks(*before, *signed)
    assert not [u for u in (*found.agreement.body, *found.agreement.closing) if u.kind is Kind.TABLE]


def test_signatures_side_by_side_in_a_table_are_signatories() -> None:
    cells = [
        _block(words, cell=(0, row, column))
        for row, line in enumerate((("For Latvia", "For Estonia"), ("A. Bērziņa", "J. Tamm")))
        for column, words in enumerate(line)
    ]
    found = _blocks(
        _block("AGREEMENT"),
        _block("Article 1"),
        _block(SENTENCES[0]),
        _block("Article 2"),
        _block(SENTENCES[2]),
        _block("Done at Riga on 3 May 2020 in two originals."),
        *cells,
    )
    signatories = found.agreement.of_kind(Kind.SIGNATORY)
    assert [unit.text.plain for unit in signatories] == ["For Latvia\nA. Bērziņa", "For Estonia\nJ. Tamm"]


def _agreement(*units: str) -> str:
    return "AGREEMENT ON A BRIDGE\n\nThe Parties have agreed as follows:\n\n" + "\n\n".join(units) + "\n"


def test_headings_over_the_numbers(text: Recogniser) -> None:
    titles = ("The bridge", "Costs", "Entry into force")
    units = [
        f"{t}\n\nArticle {n}\n\n{s}" for n, (t, s) in enumerate(zip(titles, SENTENCES, strict=True), start=1)
    ]
    body = text(_agreement(*units)).agreement.body
    assert [unit.heading.plain for unit in body] == list(titles)
    assert [len(unit.children) for unit in body] == [1, 1, 1]


def test_headings_in_parentheses_and_headings_with_a_point(text: Recogniser) -> None:
    titles = ("(The bridge)", "(Costs)", "(Entry into force)")
    for shown in (titles, [title.strip("()") + "." for title in titles]):
        units = [
            f"Article {n}\n{t}\n\n{s}" for n, (t, s) in enumerate(zip(shown, SENTENCES, strict=True), start=1)
        ]
        assert [unit.heading.plain for unit in text(_agreement(*units)).agreement.body] == list(shown)


def test_a_heading_that_runs_into_the_text(text: Recogniser) -> None:
    units = [f"Article {n}. Costs of it. {sentence}" for n, sentence in enumerate(SENTENCES, start=1)]
    body = text(_agreement(*units)).agreement.body
    assert [unit.heading.plain for unit in body] == ["Costs of it."] * 3
    assert [unit.children[0].text.plain for unit in body] == list(SENTENCES)


def test_an_annex_with_more_articles_than_the_body_stays_an_annex(text: Recogniser) -> None:
    articles = [f"Article {n}\n\n{SENTENCES[n - 1]}" for n in (1, 2, 3)]
    rules = [f"Article {n}\n\nThe lamp number {n} shall be green and made of glass." for n in range(1, 15)]
    signed = "In witness whereof the undersigned have signed this Agreement.\n\nDone at Riga on 3 May 2020."
    agreement = text(_agreement(*articles, signed, "ANNEX\n\nLAMPS", *rules)).agreement
    assert _labels(agreement.body) == ["Article 1", "Article 2", "Article 3"]
    assert len(agreement.annexes[0].children) == 14


def test_rules_behind_a_body_of_articles_are_no_articles(text: Recogniser) -> None:
    articles = [f"Article {n}\n\n{SENTENCES[n - 1]}" for n in (1, 2, 3)]
    rules = [f"Rule {n}\n\nThe lamp number {n} shall be green and made of glass." for n in range(4, 12)]
    agreement = text(_agreement(*articles, *rules)).agreement
    assert _labels(agreement.body)[:3] == ["Article 1", "Article 2", "Article 3"]
    assert not [
        unit for unit in agreement.body if unit.kind is Kind.ARTICLE and "Rule" in (unit.printed or "")
    ]


def test_articles_that_lost_their_line_breaks(text: Recogniser) -> None:
    words = " ".join(f"Article {n}. 1. {SENTENCES[0]} 2. {SENTENCES[1]}" for n in range(1, 5))
    body = text(f"AGREEMENT ON A BRIDGE\n\nThe Parties have agreed as follows:\n\n{words}\n").agreement.body
    assert _labels(body) == ["Article 1", "Article 2", "Article 3", "Article 4"]
    assert [_labels(unit.children) for unit in body] == [["1.", "2."]] * 4


def test_numerals_as_a_scanner_reads_them(text: Recogniser) -> None:
    heads = ("ARTICLE l", "ARTICLE Il", "ARTICLE IIl")
    units = [f"{head}\n\n{sentence}" for head, sentence in zip(heads, SENTENCES, strict=True)]
    assert _labels(text(_agreement(*units)).agreement.body) == list(heads)


def test_links_of_a_web_page_are_left_out(text: Recogniser) -> None:
    units = [f"Article {n}\n\n{s}\n\n[Back to top]" for n, s in enumerate(SENTENCES, start=1)]
    found = text(_agreement(*units))
    assert [len(unit.children) for unit in found.agreement.body] == [1, 1, 1]
    assert "recognition.web-leftover" in [finding.code for finding in found.findings]
