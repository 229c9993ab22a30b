"""Residue: what a precedent has left in a draft."""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from workbench.agreement.findings import Severity
from workbench.agreement.states import States
from workbench.agreement.text import CitedInstrument, Date, Mark, Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provenance, Provision, new_id
from workbench.checks.residue import residue

STATES = States.load()


def draft(language: str, *wording: Text | str, precedent: str = "", **fields: Any) -> Agreement:
    provenance = (
        Provenance("a.docx", "0" * 64, precedent, AgreementId(uuid4()), new_id(), "Article 1", "docx")
        if precedent
        else None
    )
    body = tuple(
        Provision(
            id=new_id(),
            kind=Kind.PARAGRAPH,
            text=words if isinstance(words, Text) else Text(words),
            provenance=provenance,
        )
        for words in wording
    )
    parties = (STATES.party("LV", language), STATES.party("EE", language))
    return Agreement(id=AgreementId(uuid4()), language=language, parties=parties, body=body, **fields)


def quotes(agreement: Agreement, **options: Any) -> list[str]:
    return [finding.quote for finding in residue(agreement, states=STATES, **options)]


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_every_form_of_the_foreign_party_is_found(language: str) -> None:
    names = STATES.forms("UA", language)
    forms = {form for own in (names.short, names.formal, names.capital) for _, form in own.items()}
    forms |= {form for own in names.adjective.values() for _, form in own.items()}
    forms |= {form for own in (names.people, *names.institutions.values()) if own for _, form in own.items()}
    for form in forms:
        (finding,) = residue(draft(language, f"x {form} y"), foreign={"UA"}, states=STATES)
        assert (finding.quote, finding.severity) == (form, Severity.ERROR)


def test_words_of_its_stem_are_found() -> None:
    assert quotes(draft("en", "A Ukrainophone reader"), foreign={"UA"}) == ["Ukrainophone"]
    assert quotes(draft("lv", "Ukrainiskais teksts"), foreign={"UA"}) == ["Ukrainiskais"]
    assert quotes(draft("uk", "україномовний текст"), foreign={"UA"}) == ["україномовний"]


def test_the_parties_are_at_home() -> None:
    text = "The Republic of Latvia and Estonia meet in Riga; Estonians and the Saeima agree."
    assert quotes(draft("en", text), foreign={"UA", "LV"}) == []


def test_headings_and_closings_are_searched() -> None:
    signatory = Provision(id=new_id(), kind=Kind.SIGNATORY, text=Text("For Ukraine"))
    article = Provision(id=new_id(), kind=Kind.ARTICLE, heading=Text("Help for Ukraine"))
    agreement = draft("en")
    agreement = Agreement(
        id=agreement.id, language="en", parties=agreement.parties, body=(article,), closing=(signatory,)
    )
    found = residue(agreement, foreign={"UA"}, states=STATES)
    assert [(finding.locator, finding.quote) for finding in found] == [
        ("Article 1", "Ukraine"),
        ("Signature 1", "Ukraine"),
    ]


def test_the_provenance_tells_who_is_foreign() -> None:
    agreement = draft(
        "en", "Ukrainian law applies.", precedent="AGREEMENT BETWEEN THE REPUBLIC OF LATVIA AND UKRAINE"
    )
    (finding,) = residue(agreement, states=STATES)
    assert (finding.code, finding.quote) == ("residue.foreign-party", "Ukrainian")


def test_days_that_came_along_are_asked_about() -> None:
    text = Text("From 1 May 2020 on.", (Mark(5, 15, Date(date(2020, 5, 1))),))
    agreement = draft("en", text, precedent="AGREEMENT BETWEEN LATVIA AND UKRAINE")
    (finding,) = residue(agreement, states=STATES)
    assert (finding.code, finding.quote) == ("residue.date", "1 May 2020")
    assert quotes(draft("en", text), foreign={"UA"}) == []


def test_third_states_are_asked_about_in_drafts_only() -> None:
    words = "Supplies through Poland and Brussels under the law of the European Union."
    assert quotes(draft("en", words)) == []
    (finding,) = residue(draft("en", words, template="defence-cooperation"), states=STATES)
    assert (finding.code, finding.quote) == ("residue.third-state", "Poland")


def test_a_cited_instrument_may_name_whom_it_likes() -> None:
    plain = "The treaty between Poland and Norway applies."
    text = Text(plain, (Mark(0, 37, CitedInstrument("treaty between Poland and Norway")),))
    assert quotes(draft("en", text, template="x")) == []


def test_parties_that_are_no_states_are_found_by_name() -> None:
    agreement = draft("lv", "Maksā Valsts ieroču komisijai.")
    assert quotes(agreement, foreign={"Valsts ieroču komisija"}) == ["Valsts ieroču komisijai"]
