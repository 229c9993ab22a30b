"""What the specifications of adaptation share: small agreements, and sentences of them worded anew."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any
from uuid import uuid4

from workbench.agreement.source import SourceDocument
from workbench.agreement.states import States
from workbench.agreement.text import Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Kind,
    Party,
    Provision,
    new_id,
)
from workbench.drafting.adaptation import Adapted, adapt
from workbench.formats.reading import read
from workbench.recognition import recognise

STATES = States.load()
TABLE: dict[str, Any] = tomllib.loads(
    Path(__file__).with_name("test_adaptation_forms.toml").read_text(encoding="utf-8")
)


def paragraph(text: Text | str, **fields: Any) -> Provision:
    return Provision(
        id=new_id(), kind=Kind.PARAGRAPH, text=text if isinstance(text, Text) else Text(text), **fields
    )


def agreement(
    language: str,
    *parties: str | Party,
    wording: tuple[Provision, ...] = (),
    own: str = "",
    collective: str = "",
) -> Agreement:
    return Agreement(
        id=AgreementId(uuid4()),
        language=language,
        parties=tuple(p if isinstance(p, Party) else STATES.party(p, language) for p in parties),
        body=wording,
        own_name=own,
        collective_name=collective,
    )


def adapted(
    language: str, old: tuple[str, str], new: tuple[str, str], *wording: str, **names: str
) -> Adapted:
    """Sentences of an agreement between `old` in a draft between `new`; names: own, collective, new_own, …"""
    source = agreement(
        language,
        *old,
        wording=tuple(paragraph(words) for words in wording),
        own=names.get("own", ""),
        collective=names.get("collective", ""),
    )
    target = agreement(
        language, *new, own=names.get("new_own", ""), collective=names.get("new_collective", "")
    )
    return adapt(source.body, source=source, target=target, states=STATES)


def recognised(path: Path) -> Agreement:
    source = read(path)
    assert isinstance(source, SourceDocument)
    return recognise(source).agreement


def words(result: Adapted) -> list[str]:
    return [clause.text.plain for clause in result.clauses]
