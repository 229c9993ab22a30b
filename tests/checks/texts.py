"""Short agreements of our own wording, for the tests of one rule at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from workbench.agreement.findings import Finding
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Party, Provision, new_id
from workbench.checks import check

LATVIA = Party("LV", "Republic of Latvia", "Latvia", state="LV")
NORWAY = Party("NO", "Kingdom of Norway", "Norway", state="NO")


def unit(kind: Kind, text: Text | str = "", *children: Provision, **more: Any) -> Provision:
    words = Text(text) if isinstance(text, str) else text
    return Provision(new_id(), kind, words, children=children, **more)


def article(*texts: Text | str, heading: str = "Heading") -> Provision:
    paragraphs = tuple(unit(Kind.PARAGRAPH, text) for text in texts)
    return Provision(new_id(), Kind.ARTICLE, heading=Text(heading), children=paragraphs)


def agreement(*body: Provision, language: str = "en", **more: Any) -> Agreement:
    return Agreement(AgreementId(new_id()), language, body=body, **more)


def found(where: Agreement, code: str, **how: Any) -> list[Finding]:
    return [f for f in check(where, **how) if f.code == f"checks.{code}"]


def quotes(where: Agreement, code: str) -> list[str]:
    return [finding.quote for finding in found(where, code)]


@dataclass(frozen=True)
class Words:
    """One paragraph in a language, and how often a rule speaks of it."""

    language: str
    text: str
    times: int
