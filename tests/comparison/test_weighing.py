"""Which changes a reader is sent to first, and which are passed over."""

from __future__ import annotations

from uuid import UUID

import pytest

from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, ProvisionId
from workbench.comparison import compare
from workbench.comparison.weighing import Weight, Weighty, weighty


def _agreement(language: str, *sentences: str) -> Agreement:
    def born(number: int) -> ProvisionId:
        return ProvisionId(UUID(int=number))

    paragraphs = tuple(
        Provision(born(n + 1), Kind.PARAGRAPH, Text(sentence)) for n, sentence in enumerate(sentences)
    )
    article = Provision(born(1000), Kind.ARTICLE, heading=Text("Ferries"), children=paragraphs)
    return Agreement(AgreementId(UUID(int=7)), language, body=(article,))


def _weighed(language: str, old: str, new: str) -> tuple[Weighty, ...]:
    return weighty(compare(_agreement(language, old), _agreement(language, new)))


@pytest.mark.parametrize(
    ("language", "old", "new", "weight"),
    [
        (
            "en",
            "It answers without delay and in writing.",
            "It answers within six hours and in writing.",
            Weight.TIME,
        ),
        ("en", "It pays 40 crowns a crossing.", "It pays 400 crowns a crossing.", Weight.FIGURE),
        ("en", "The ferry shall sail every day.", "The ferry may sail every day.", Weight.DUTY),
        ("en", "The fares are published.", "The fares are not published.", Weight.DENIAL),
        ("en", "The requesting Party bears the costs.", "The sending Party bears the costs.", Weight.TURNED),
        ("lv", "Prāmis kursē desmit dienas.", "Prāmis kursē divdesmit dienas.", Weight.TIME),
        ("lv", "Kapteinis var atteikt.", "Kapteinis nevar atteikt.", Weight.DENIAL),
        ("uk", "Сторона може відмовити у рейсі.", "Сторона повинна відмовити у рейсі.", Weight.DUTY),
        ("uk", "Відповідь надається протягом 10 днів.", "Відповідь надається протягом 30 днів.", Weight.TIME),
        ("de", "Die Fähre fährt 3 Mal.", "Die Fähre fährt 5 Mal.", Weight.FIGURE),
    ],
)
def test_what_changes_the_deal_is_picked_out(language: str, old: str, new: str, weight: Weight) -> None:
    assert [found.weight for found in _weighed(language, old, new)] == [weight]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("The ferry sails from the northern quay.", "The ferry sails from the southern quay."),
        ("Each crew wears a blue badge.", "Each crew wears a green badge."),
        ("The ferry sails within ten (10) days of a call.", "The boat sails within ten (10) days of a call."),
    ],
)
def test_other_changes_are_passed_over(old: str, new: str) -> None:
    assert _weighed("en", old, new) == ()


def test_the_same_change_of_words_is_named_once_with_its_count() -> None:
    sentences = [
        f"Ferry {name} shall sail from the quay of that name." for name in ("Alder", "Birch", "Cedar")
    ]
    old = _agreement("en", *sentences)
    new = _agreement("en", *(sentence.replace("shall", "will") for sentence in sentences))
    assert weighty(compare(old, new)) == (Weighty(1, Weight.DUTY, "shall", "will", times=3),)
