"""Small agreements around one term."""

from __future__ import annotations

from uuid import UUID

from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, ProvisionId


def agreement(language: str, *paragraphs: str | Text) -> Agreement:
    """An article of definitions with these paragraphs."""
    units = tuple(
        Provision(
            ProvisionId(UUID(int=10 + index)),
            Kind.PARAGRAPH,
            words if isinstance(words, Text) else Text(words),
        )
        for index, words in enumerate(paragraphs)
    )
    article = Provision(ProvisionId(UUID(int=2)), Kind.ARTICLE, heading=Text("I"), children=units)
    return Agreement(AgreementId(UUID(int=1)), language, body=(article,))


def words(made: Agreement) -> list[str]:
    """The paragraphs of such an agreement."""
    return [unit.text.plain for unit in made.walk() if unit.text.plain]
