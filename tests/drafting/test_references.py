"""Cross-references follow their targets, in the grammar they stand in."""

from __future__ import annotations

import pytest

from workbench.agreement.declension import Case
from workbench.agreement.edits import delete, insert_before, move_by, set_kind
from workbench.agreement.text import CrossReference, Mark, Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, ProvisionId, new_id
from workbench.drafting.references import cite, refresh, retarget


def article(heading: str, *children: Provision) -> Provision:
    return Provision(new_id(), Kind.ARTICLE, heading=Text(heading), children=children)


def paragraph(text: Text | str, *children: Provision) -> Provision:
    return Provision(
        new_id(), Kind.PARAGRAPH, Text(text) if isinstance(text, str) else text, children=children
    )


def point(text: str) -> Provision:
    return Provision(new_id(), Kind.POINT, Text(text))


def referring(before: str, words: str, target: ProvisionId, after: str = "") -> Text:
    mark = Mark(len(before), len(before) + len(words), CrossReference(target))
    return Text(before + words + after, (mark,))


def build(language: str, words: str, *, same_article: bool = False) -> tuple[Agreement, Provision, Provision]:
    """An agreement of three articles in which one paragraph cites another; returns it, citing, cited."""
    cited = paragraph("The target.", point("first"), point("second"))
    citing = paragraph(referring("See ", words, cited.id, " and act."))
    body: tuple[Provision, ...]
    if same_article:
        body = (article("One"), article("Two", paragraph("x"), cited, citing))
    else:
        body = (article("One", citing), article("Two", paragraph("x"), cited), article("Three"))
    return Agreement(AgreementId(new_id()), language, body=body), citing, cited


def text_of(agreement: Agreement, unit: Provision) -> str:
    found = agreement.find(unit.id)
    assert found is not None
    return found.text.plain


@pytest.mark.parametrize(
    ("language", "words", "after_move"),
    [
        ("en", "Article 2(2)", "See Article 3(2) and act."),
        ("en", "paragraph 2 of Article 2", "See paragraph 2 of Article 3 and act."),
        ("lv", "2. panta 2. punktā", "See 3. panta 2. punktā and act."),
        ("lv", "2. panta 2. punktam", "See 3. panta 2. punktam and act."),
        ("uk", "пункту 2 статті 2", "See пункту 2 статті 3 and act."),
        ("uk", "пунктом 2 статті 2", "See пунктом 2 статті 3 and act."),
    ],
)
def test_follows_a_new_article_before_it(language: str, words: str, after_move: str) -> None:
    agreement, citing, _ = build(language, words)
    assert refresh(agreement) == agreement
    longer = refresh(insert_before(agreement, agreement.body[0].id, article("Nought")))
    assert text_of(longer, citing) == after_move


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "paragraph 2 of this Article", "See paragraph 1 of this Article and act."),
        ("lv", "šā panta 2. punktu", "See šā panta 1. punktu and act."),
        ("uk", "пункту 2 цієї статті", "See пункту 1 цієї статті and act."),
    ],
)
def test_within_its_article(language: str, words: str, expected: str) -> None:
    agreement, citing, cited = build(language, words, same_article=True)
    assert refresh(agreement) == agreement
    assert text_of(refresh(move_by(agreement, cited.id, -1)), citing) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "paragraph 2", "See Article 2(2) and act."),
        ("lv", "2. punktā", "See 2. panta 2. punktā and act."),
        ("uk", "пункті 2", "See пункті 2 статті 2 and act."),
    ],
)
def test_from_another_article_it_names_the_article(language: str, words: str, expected: str) -> None:
    agreement, citing, _ = build(language, words)
    assert text_of(refresh(agreement), citing) == expected


@pytest.mark.parametrize(
    ("language", "words", "expected"),
    [
        ("en", "Article 2", "See Section 2 and act."),
        ("lv", "2. pantam", "See 2. sadaļai and act."),
        ("lv", "2. pantā", "See 2. sadaļā and act."),
        ("uk", "статті 2", "See розділу 2 and act."),
    ],
)
def test_an_article_made_a_section_is_cited_as_one(language: str, words: str, expected: str) -> None:
    agreement, citing, _ = build(language, words)
    target = agreement.body[1].id
    agreement = refresh(retargeted(agreement, citing, target))
    for unit in agreement.body:
        agreement = set_kind(agreement, unit.id, Kind.SECTION)
    assert text_of(refresh(agreement), citing) == expected


def test_a_point_by_its_letter() -> None:
    agreement, citing, cited = build("en", "Article 2(2)(b)")
    agreement = retargeted(agreement, citing, cited.children[1].id)
    assert refresh(agreement) == agreement
    assert text_of(refresh(delete(agreement, cited.children[0].id)), citing) == "See Article 2(2)(a) and act."


def test_words_that_name_no_unit_stay() -> None:
    agreement, citing, _ = build("en", "the preceding clause")
    assert text_of(refresh(agreement), citing) == "See the preceding clause and act."


def test_a_lost_target_leaves_the_words() -> None:
    agreement, citing, cited = build("en", "Article 2(2)")
    assert text_of(refresh(delete(agreement, cited.id)), citing) == "See Article 2(2) and act."


def test_cite_writes_a_reference_in_its_case() -> None:
    agreement, _, cited = build("lv", "x")
    text = cite(agreement, cited.id, case=Case.DAT)
    assert text.plain == "2. panta 2. punktam"
    assert text.of(CrossReference)[0][2].target == cited.id
    ukrainian, _, target = build("uk", "x")
    assert cite(ukrainian, target.id, case=Case.GEN).plain == "пункту 2 статті 2"


def retargeted(agreement: Agreement, citing: Provision, target: ProvisionId) -> Agreement:
    from workbench.agreement.edits import update

    old = citing.text.of(CrossReference)[0][2].target
    assert old is not None
    return update(agreement, citing.id, lambda unit: (retarget(unit, {old: target}),))
