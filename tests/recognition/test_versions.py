"""A text printed in two languages side by side is one agreement in two trees that share their identities."""

from __future__ import annotations

import pytest

from workbench.agreement.source import Layout, Recognised, SourceBlock, SourceDocument
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind
from workbench.recognition import recognise

ENGLISH = """AGREEMENT BETWEEN THE REPUBLIC OF LATVIA AND THE REPUBLIC OF ESTONIA ON FERRIES
The Republic of Latvia and the Republic of Estonia, hereinafter “the Parties”,
desiring to keep the crossings open,
have agreed as follows:
Article 1
Purpose
1. The Parties shall keep the ferries in service.
2. The Parties shall share the cost of the piers.
Article 2
Entry into force
This Agreement shall enter into force on the date of its signature.
Done at Riga on 3 May 2021 in two originals, each in the English and Latvian languages."""
LATVIAN = """LATVIJAS REPUBLIKAS UN IGAUNIJAS REPUBLIKAS LĪGUMS PAR PRĀMJIEM
Latvijas Republika un Igaunijas Republika, turpmāk – “Puses”,
vēlēdamās uzturēt pārceltuves,
ir vienojušās par turpmāko.
1. pants
Mērķis
1. Puses uztur prāmju satiksmi.
2. Puses kopīgi sedz piestātņu izmaksas.
2. pants
Stāšanās spēkā
Šis Līgums stājas spēkā tā parakstīšanas dienā.
Parakstīts Rīgā 2021. gada 3. maijā divos eksemplāros, katrs angļu un latviešu valodā."""


def beside(left: list[str], right: list[str]) -> Recognised:
    """Two texts as the columns of one table."""
    blocks = [
        SourceBlock(Text(words), cell=(0, row, column))
        for row, pair in enumerate(zip(left, right, strict=True))
        for column, words in enumerate(pair)
    ]
    return recognise(
        SourceDocument("two.docx", "ab" * 32, "docx", Layout.PARAGRAPHS, tuple(blocks), "docx/1")
    )


def test_each_column_is_a_language_version() -> None:
    found = beside(ENGLISH.split("\n"), LATVIAN.split("\n"))
    (latvian,) = found.versions
    assert (found.agreement.language, latvian.language) == ("en", "lv")
    assert [party.name for party in latvian.parties] == ["Latvijas Republika", "Igaunijas Republika"]
    assert [article.printed for article in latvian.of_kind(Kind.ARTICLE)] == ["1. pants", "2. pants"]


def test_units_that_correspond_share_their_identity() -> None:
    found = beside(ENGLISH.split("\n"), LATVIAN.split("\n"))
    (latvian,) = found.versions
    assert [unit.id for unit in latvian.walk()] == [unit.id for unit in found.agreement.walk()]
    assert latvian.id != found.agreement.id


def test_a_unit_without_counterpart_keeps_an_identity_of_its_own() -> None:
    left, right = ENGLISH.split("\n"), LATVIAN.split("\n")
    left[7], right[7] = "", "2. Puses kopīgi sedz piestātņu izmaksas."
    found = beside(left, right)
    (latvian,) = found.versions
    ids = {unit.id for unit in found.agreement.walk()}
    own = [unit.text.plain for unit in latvian.walk() if unit.id not in ids]
    assert own == ["Puses kopīgi sedz piestātņu izmaksas."]


def test_a_text_in_one_language_has_no_versions() -> None:
    words = ENGLISH.split("\n")
    blocks = tuple(SourceBlock(Text(line)) for line in words)
    source = SourceDocument("one.docx", "ab" * 32, "docx", Layout.PARAGRAPHS, blocks, "docx/1")
    assert recognise(source).versions == ()


def tables(*texts: list[str], pages: int = 1, gutter: bool = False) -> Recognised:
    """Texts as the columns of a table that begins anew on every page, perhaps with an empty column between."""
    rows = list(zip(*texts, strict=True))
    size = -(-len(rows) // pages)
    blocks = []
    for number, words in enumerate(rows):
        for column, cell in enumerate(words):
            place = (number // size, number % size, column * (2 if gutter else 1))
            blocks.append(SourceBlock(Text(cell), cell=place))
            if gutter and column < len(words) - 1:
                blocks.append(SourceBlock(Text(""), cell=(*place[:2], place[2] + 1)))
    return recognise(SourceDocument("t.docx", "ef" * 32, "docx", Layout.PARAGRAPHS, tuple(blocks), "docx/1"))


UKRAINIAN = """УГОДА МІЖ ЛАТВІЙСЬКОЮ РЕСПУБЛІКОЮ ТА ЕСТОНСЬКОЮ РЕСПУБЛІКОЮ ПРО ПОРОМИ
Латвійська Республіка та Естонська Республіка, далі – «Сторони»,
бажаючи зберегти переправи,
домовилися про таке:
Стаття 1
Мета
1. Сторони утримують пороми в роботі.
2. Сторони разом сплачують за причали.
Стаття 2
Набуття чинності
Ця Угода набуває чинності в день її підписання.
Учинено в Ризі 3 травня 2021 року у двох примірниках, кожний англійською та українською мовами."""


def test_a_table_on_every_page_is_one_text_in_two_languages() -> None:
    found = tables(ENGLISH.split("\n"), LATVIAN.split("\n"), pages=3)
    (latvian,) = found.versions
    assert [unit.printed for unit in found.agreement.of_kind(Kind.ARTICLE)] == ["Article 1", "Article 2"]
    assert [unit.printed for unit in latvian.of_kind(Kind.ARTICLE)] == ["1. pants", "2. pants"]
    assert not found.agreement.of_kind(Kind.TABLE)


def test_an_empty_column_between_two_languages_is_no_language() -> None:
    found = tables(ENGLISH.split("\n"), LATVIAN.split("\n"), gutter=True)
    assert [version.language for version in found.versions] == ["lv"]


def test_three_languages_side_by_side_are_three_versions() -> None:
    found = tables(LATVIAN.split("\n"), UKRAINIAN.split("\n"), ENGLISH.split("\n"))
    assert found.agreement.language == "lv"
    assert [version.language for version in found.versions] == ["uk", "en"]
    assert [len(version.of_kind(Kind.ARTICLE)) for version in found.versions] == [2, 2]


def test_a_glossary_of_two_languages_in_a_text_is_a_table() -> None:
    words = ENGLISH.split("\n")
    glossary = [("ferry and its crew", "prāmis un tā apkalpe"), ("pier", "piestātne"), ("", "krasts un upe")]
    blocks = [SourceBlock(Text(line)) for line in words[:8]]
    blocks += [
        SourceBlock(Text(cell), cell=(0, row, column))
        for row, pair in enumerate(glossary)
        for column, cell in enumerate(pair)
    ]
    blocks += [SourceBlock(Text(line)) for line in words[8:]]
    found = recognise(SourceDocument("g.docx", "ab" * 32, "docx", Layout.PARAGRAPHS, tuple(blocks), "docx/1"))
    assert found.versions == ()
    (table,) = found.agreement.of_kind(Kind.TABLE)
    assert [[cell.text.plain for cell in row.children] for row in table.children] == [
        list(row) for row in glossary
    ]


@pytest.mark.parametrize("layout", [Layout.PARAGRAPHS, Layout.LINES])
def test_two_texts_one_behind_the_other_are_two_versions(layout: Layout) -> None:
    signatures = ["For the Republic of Latvia", "____________", "For the Republic of Estonia", "____________"]
    left, right = ENGLISH.split("\n"), LATVIAN.split("\n")
    left.insert(8, "3. The Parties shall tell each other in good time of repairs to the piers.")
    right.insert(8, "3. Puses savlaikus informē viena otru par piestātņu remontu.")
    words = [*left, *signatures, *right, "Latvijas Republikas vārdā", "____________"]
    blocks = tuple(SourceBlock(Text(line), line=at, gap=1.0) for at, line in enumerate(words, start=1))
    found = recognise(SourceDocument("two.docx", "ab" * 32, "docx", layout, blocks, "docx/1"))
    (latvian,) = found.versions
    assert (found.agreement.language, latvian.language) == ("en", "lv")
    assert [unit.printed for unit in found.agreement.of_kind(Kind.ARTICLE)] == ["Article 1", "Article 2"]
    assert [unit.printed for unit in latvian.of_kind(Kind.ARTICLE)] == ["1. pants", "2. pants"]
    assert latvian.title_text.startswith("LATVIJAS")
    assert [a.id for a in latvian.of_kind(Kind.ARTICLE)] == [
        a.id for a in found.agreement.of_kind(Kind.ARTICLE)
    ]


def test_a_foreign_annex_is_no_version() -> None:
    annex = ["ANNEX", *LATVIAN.split("\n")[7:8] * 4, *LATVIAN.split("\n")[1:3] * 3]
    blocks = tuple(SourceBlock(Text(line)) for line in (*ENGLISH.split("\n"), *annex))
    found = recognise(SourceDocument("a.docx", "ab" * 32, "docx", Layout.PARAGRAPHS, blocks, "docx/1"))
    assert found.versions == ()
    assert found.agreement.language == "en"
