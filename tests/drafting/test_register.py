"""Register: a clause worded for a treaty or for a text that is none, only where it is asked for."""

from __future__ import annotations

import pytest
from msgspec.structs import replace

from workbench.agreement.states import States
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, AgreementId, Kind, Provision, Register, new_id
from workbench.drafting.adaptation import adapt

STATES = States.load()
TREATY = {
    "en": (
        "This Agreement shall enter into force when the Parties agree. Each Party shall pay its own costs.",
        "This Memorandum will come into effect when the Participants decide. Each Participant will pay its own "
        "costs.",
    ),
    "lv": (
        "Šis Līgums stājas spēkā, kad Puses vienojas. Katra Puse apņemas segt savas izmaksas.",
        "Šis Memorands sāk darboties, kad Dalībnieki lemj. Katrs Dalībnieks plāno segt savas izmaksas.",
    ),
    "uk": (
        "Ця Угода набирає чинності в день підписання. Кожна Сторона зобов’язується нести витрати.",
        "Цей Меморандум починає застосовуватися в день підписання. Кожен Учасник має намір нести витрати.",
    ),
}
NAMES = {
    "en": ("Agreement", "Memorandum", "Parties", "Participants"),
    "lv": ("Līgums", "Memorands", "Puses", "Dalībnieki"),
    "uk": ("Угода", "Меморандум", "Сторони", "Учасники"),
}


def agreement(language: str, parties: str, own: str, collective: str, words: str = "") -> Agreement:
    body = (Provision(id=new_id(), kind=Kind.PARAGRAPH, text=Text(words)),) if words else ()
    return Agreement(
        id=AgreementId(new_id()),
        language=language,
        parties=tuple(STATES.party(code, language) for code in parties.split()),
        body=body,
        own_name=own,
        collective_name=collective,
    )


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_there_and_back(language: str) -> None:
    treaty, political = TREATY[language]
    own, other, parties, participants = NAMES[language]
    source = agreement(language, "UA LV", own, parties, treaty)
    target = agreement(language, "EE LT", other, "")
    there = adapt(source.body, source=source, target=target, states=STATES, register=Register.MOU)
    assert there.clauses[0].text.plain == political
    assert "register" in {change.reason for change in there.changes}
    source = replace(agreement(language, "UA LV", other, participants), body=there.clauses)
    target = agreement(language, "EE LT", own, "")
    back = adapt(source.body, source=source, target=target, states=STATES, register=Register.TREATY)
    assert back.clauses[0].text.plain == treaty


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_never_unasked_and_can_be_switched_off(language: str) -> None:
    words = TREATY[language][0]
    own, _, parties, _ = NAMES[language]
    source = agreement(language, "UA LV", own, parties, words)
    target = agreement(language, "EE LT", own, parties)
    assert adapt(source.body, source=source, target=target, states=STATES).clauses == source.body
    off = adapt(
        source.body,
        source=source,
        target=target,
        states=STATES,
        register=Register.POLITICAL,
        without=("register",),
    )
    assert off.clauses == source.body


def test_words_that_only_look_alike_stay() -> None:
    words = "Both remain at will and act in good will, by the last will of the founder."
    source = agreement("en", "UA LV", "Agreement", "Participants", words)
    target = agreement("en", "EE LT", "Agreement", "Participants")
    made = adapt(source.body, source=source, target=target, states=STATES, register=Register.TREATY)
    assert made.clauses[0].text.plain == words
