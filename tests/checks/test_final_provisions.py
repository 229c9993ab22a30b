"""The done-at clause, and clauses against a precedent."""

from __future__ import annotations

import pytest

from tests.checks.texts import LATVIA, NORWAY, agreement, found, unit
from workbench.agreement.findings import Severity
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Authenticity, Kind, Provision, new_id
from workbench.checks import check


@pytest.mark.parametrize(
    ("words", "originals", "languages", "code"),
    [
        ("Done at Riga in two originals in English and Latvian.", 2, ("en", "lv"), "authentic-texts"),
        ("Done in three originals in English.", 3, ("en",), "number-of-originals"),
        (
            "Done in two originals in English, Latvian and Norwegian; all texts are authentic.",
            2,
            ("en", "lv", "no"),
            "originals-and-languages",
        ),
        (
            "Done in two originals, each in English, Latvian and Norwegian, all being authentic.",
            2,
            ("en", "lv", "no"),
            None,
        ),
    ],
)
def test_done_at_clause(words: str, originals: int, languages: tuple[str, ...], code: str | None) -> None:
    where = agreement(
        parties=(LATVIA, NORWAY),
        closing=(unit(Kind.DONE_AT, words),),
        authenticity=Authenticity(originals=originals, languages=languages),
    )
    told = {f.code for f in check(where)} & {
        "checks.authentic-texts",
        "checks.number-of-originals",
        "checks.originals-and-languages",
    }
    assert told == ({f"checks.{code}"} if code else set())


def test_clauses_a_precedent_has_and_the_text_has_not() -> None:
    def with_types(*types: str) -> Agreement:
        paragraphs = tuple(unit(Kind.PARAGRAPH, f"On {key}.", types=(key,)) for key in types)
        return agreement(Provision(new_id(), Kind.ARTICLE, heading=Text("Final"), children=paragraphs))

    precedent = with_types("entry_into_force", "survival", "cyber")
    text = with_types("entry_into_force", "termination")
    missing = found(text, "clause-missing", against=precedent)
    assert {f.values["type"]: f.severity for f in missing} == {
        "survival": Severity.WARNING,
        "cyber": Severity.INFO,
    }
    assert missing[0].values["where"] == "Article 1(2)"
    usual = found(text, "usual-clause-missing")
    assert {f.values["type"] for f in usual} == {"amendment", "dispute_settlement"}


@pytest.mark.parametrize(
    ("language", "own", "theirs", "told"),
    [
        ("en", "remains in force for five (5) years", "remains in force for ten (10) years", 1),
        ("en", "remains in force for ten years", "shall remain in force for a period of 10 (ten) years", 0),
        ("lv", "ir spēkā piecus (5) gadus", "ir spēkā desmit (10) gadus", 1),
        ("uk", "діє протягом п’яти (5) років", "діє протягом десяти (10) років", 1),
        ("uk", "діє протягом десяти років", "діє протягом десяти (10) років", 0),
    ],
)
def test_a_term_that_is_not_the_precedents(language: str, own: str, theirs: str, told: int) -> None:
    def with_term(words: str) -> Agreement:
        row = unit(Kind.PARAGRAPH, words, types=("duration",))
        last = Provision(new_id(), Kind.ARTICLE, heading=Text("x"), children=(row,))
        return agreement(last, language=language)

    assert len(found(with_term(own), "clause-differs", against=with_term(theirs))) == told
