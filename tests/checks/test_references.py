"""Cross-references: to somewhere, and by the right name."""

from __future__ import annotations

import pytest

from tests.checks.texts import Words, agreement, article, found, unit
from workbench.agreement.findings import Severity
from workbench.agreement.fixes import apply
from workbench.agreement.text import CrossReference, Mark, Text
from workbench.agreement.tree import Kind, Provision, new_id


def test_dangling_reference() -> None:
    text = Text("Subject to Article 9, the", (Mark(11, 20, CrossReference(None)),))
    [finding] = found(agreement(article(text)), "dangling-reference")
    assert finding.severity is Severity.ERROR
    assert finding.quote == "Article 9"
    target = article("x")
    good = Text("Subject to Article 2, the", (Mark(11, 20, CrossReference(target.id)),))
    assert not found(agreement(article(good), target), "dangling-reference")


@pytest.mark.parametrize(
    ("language", "words", "kind", "times"),
    [
        ("lv", "2. pantam", Kind.SECTION, 1),
        ("lv", "2. sadaļai", Kind.SECTION, 0),
        ("lv", "2. pantam", Kind.ARTICLE, 0),
        ("en", "Article 2", Kind.SECTION, 1),
        ("en", "Section 2", Kind.ARTICLE, 1),
        ("uk", "статтею 2", Kind.SECTION, 1),
    ],
)
def test_reference_that_misnames_its_unit(language: str, words: str, kind: Kind, times: int) -> None:
    target = Provision(new_id(), kind, heading=Text("Second"))
    text = Text(f"x {words} y", (Mark(2, 2 + len(words), CrossReference(target.id)),))
    first = Provision(new_id(), kind, heading=Text("First"), children=(unit(Kind.PARAGRAPH, text),))
    assert len(found(agreement(first, target, language=language), "wrong-unit")) == times


def test_a_unit_misnamed_is_renamed_in_its_case() -> None:
    target = Provision(new_id(), Kind.SECTION, heading=Text("Otrā"))
    text = Text("saskaņā ar 2. pantam minēto", (Mark(11, 20, CrossReference(target.id)),))
    first = Provision(new_id(), Kind.SECTION, heading=Text("Pirmā"), children=(unit(Kind.PARAGRAPH, text),))
    where = agreement(first, target, language="lv")
    [finding] = found(where, "wrong-unit")
    mended = apply(where, finding.fixes[0])
    assert mended.body[0].children[0].text.plain == "saskaņā ar 2. sadaļai minēto"


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "in accordance with Article 9 the Parties", 1),
        Words("en", "in accordance with Article 1 the Parties", 0),
        Words("en", "in accordance with Article 9(2) of this Agreement", 1),
        Words("en", "in accordance with Article 102 of the Charter of the United Nations", 0),
        Words("en", "under Article 51(1) of that Convention", 0),
        Words("lv", "saskaņā ar 9. pantu Puses", 1),
        Words("lv", "saskaņā ar 1. pantu Puses", 0),
        Words("lv", "saskaņā ar Apvienoto Nāciju Organizācijas Statūtu 102. pantu", 0),
        Words("uk", "відповідно до статті 9 Сторони", 0),
        Words("uk", "відповідно до статті 9 сторони", 1),
        Words("en", "Article 19 shall read as follows: “Article 19 Under Article 20 the Parties”", 1),
        Words("en", "Articles 14 to 16 of the Agreement shall be renumbered as Articles 13 to 15.", 0),
        Words("lv", "Līdzšinējo Pamatlīguma 14.–16. pantu uzskatīt attiecīgi par 13.–15. pantu.", 0),
        Words("uk", "Статті 14–16 Основної угоди вважати відповідно статтями 13–15.", 0),
        Words("uk", "відповідно до статті 102 Статуту Організації Об’єднаних Націй", 0),
    ],
    ids=lambda case: case.text,
)
def test_references_in_plain_words_beyond_the_last_article(case: Words) -> None:
    where = agreement(article(case.text), language=case.language, template="defence-cooperation")
    assert len(found(where, "reference-beyond-the-last")) == case.times
    source = agreement(article(case.text), language=case.language)
    assert not found(source, "reference-beyond-the-last")
