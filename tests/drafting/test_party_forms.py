"""Names of parties that no table holds: derived in every case, shown, and corrected everywhere at once."""

from __future__ import annotations

import pytest

from workbench.actions.drafting import correct_party, party_forms
from workbench.drafting.assembly import new_draft
from workbench.drafting.party_names import NoSuchPartyError


@pytest.mark.parametrize(
    ("language", "name", "forms"),
    [
        (
            "lv",
            "Valsts drošības dienests",
            {
                "nom": "Valsts drošības dienests",
                "gen": "Valsts drošības dienesta",
                "dat": "Valsts drošības dienestam",
            },
        ),
        (
            "lv",
            "Aizsardzības ministrija",
            {"gen": "Aizsardzības ministrijas", "acc": "Aizsardzības ministriju"},
        ),
        (
            "uk",
            "Міністерство оборони України",
            {"gen": "Міністерства оборони України", "ins": "Міністерством оборони України"},
        ),
        ("uk", "Служба безпеки України", {"acc": "Службу безпеки України", "loc": "Службі безпеки України"}),
        ("uk", "Кабінет Міністрів України", {"gen": "Кабінету Міністрів України"}),
        ("en", "Nordic Defence Fund", {"gen": "Nordic Defence Fund"}),
    ],
)
def test_forms_are_derived(language: str, name: str, forms: dict[str, str]) -> None:
    party = new_draft("memorandum", parties=[name, "EE"], language=language).agreement.parties[0]
    derived = party_forms(party, language)
    assert len(derived) == 7
    assert {case: derived[case] for case in forms} == forms


def test_a_correction_reaches_every_place() -> None:
    draft = new_draft("memorandum", parties=["Atašejs Nord", "LT"], language="lv")
    key = draft.agreement.parties[0].key
    corrected = correct_party(draft, key, {"gen": "Ataseja Nord"})
    text = "\n".join(unit.words for unit in corrected.agreement.units())
    assert "ATASEJA NORD UN LIETUVAS REPUBLIKAS" in text
    assert "Ataseja Nord vārdā" in text
    assert "Atašejs Nord un Lietuvas Republika, turpmāk" in text
    assert party_forms(corrected.agreement.parties[0], "lv")["gen"] == "Ataseja Nord"
    assert correct_party(corrected, key, {"gen": "Ataseja Nord"}) == corrected


def test_an_unknown_party_is_named() -> None:
    draft = new_draft("memorandum", parties=["LV", "LT"])
    with pytest.raises(NoSuchPartyError, match="LV, LT"):
        correct_party(draft, "EE", {})
