"""A text printed in two languages side by side is one agreement in two trees that share their identities."""

from __future__ import annotations

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
