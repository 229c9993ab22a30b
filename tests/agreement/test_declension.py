"""Declension by rule: Latvian and Ukrainian names in every case."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.declension import (
    Case,
    Forms,
    Gender,
    GrammaticalNumber,
    joined,
    latvian,
    ukrainian,
    unchanging,
)
from workbench.agreement.states import States

PLURAL = GrammaticalNumber.PLURAL
CHECKED = [state for state in States.load() if state.checked]


def written(forms: Forms) -> str:
    return " | ".join(form for _, form in forms.items())


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("līgums", "līgums | līguma | līgumam | līgumu | līgumu | līgumā | līgum"),
        ("ceļš", "ceļš | ceļa | ceļam | ceļu | ceļu | ceļā | ceļ"),
        ("brālis", "brālis | brāļa | brālim | brāli | brāli | brālī | brāli"),
        ("tirgus", "tirgus | tirgus | tirgum | tirgu | tirgu | tirgū | tirgu"),
        ("valdība", "valdība | valdības | valdībai | valdību | valdību | valdībā | valdība"),
        ("puse", "puse | puses | pusei | pusi | pusi | pusē | puse"),
        (
            "lielvalsts",
            "lielvalsts | lielvalsts | lielvalstij | lielvalsti | lielvalsti | lielvalstī | lielvalsts",
        ),
        (
            "vienošanās",
            "vienošanās | vienošanās | vienošanās | vienošanos | vienošanos | vienošanās | vienošanās",
        ),
        (
            "Latvijas Republikas Aizsardzības ministrija",
            "Latvijas Republikas Aizsardzības ministrija | Latvijas Republikas Aizsardzības ministrijas | "
            "Latvijas Republikas Aizsardzības ministrijai | Latvijas Republikas Aizsardzības ministriju | "
            "Latvijas Republikas Aizsardzības ministriju | Latvijas Republikas Aizsardzības ministrijā | "
            "Latvijas Republikas Aizsardzības ministrija",
        ),
        (
            "Nacionālie bruņotie spēki",
            "Nacionālie bruņotie spēki | Nacionālo bruņoto spēku | Nacionālajiem bruņotajiem spēkiem | "
            "Nacionālos bruņotos spēkus | Nacionālajiem bruņotajiem spēkiem | Nacionālajos bruņotajos spēkos | "
            "Nacionālie bruņotie spēki",
        ),
        (
            "Augstākā tiesa",
            "Augstākā tiesa | Augstākās tiesas | Augstākajai tiesai | Augstāko tiesu | Augstāko tiesu | "
            "Augstākajā tiesā | Augstākā tiesa",
        ),
        (
            "Izglītības un zinātnes ministrija",
            "Izglītības un zinātnes ministrija | Izglītības un zinātnes ministrijas | Izglītības un zinātnes "
            "ministrijai | Izglītības un zinātnes ministriju | Izglītības un zinātnes ministriju | Izglītības un "
            "zinātnes ministrijā | Izglītības un zinātnes ministrija",
        ),
        ("Oslo", "Oslo | Oslo | Oslo | Oslo | Oslo | Oslo | Oslo"),
    ],
)
def test_latvian(name: str, expected: str) -> None:
    assert written(latvian.decline(name)) == expected


@pytest.mark.parametrize(
    ("name", "genitive"),
    [
        ("Puses", "Pušu"),
        ("Dalībnieki", "Dalībnieku"),
        ("Savienotās Valstis", "Savienoto Valstu"),
        ("Atēnas", "Atēnu"),
    ],
)
def test_latvian_plurals_soften_where_they_must(name: str, genitive: str) -> None:
    assert latvian.decline(name, number=PLURAL).gen == genitive


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Україна", "Україна | України | Україні | Україну | Україною | Україні | Україно"),
        ("Латвія", "Латвія | Латвії | Латвії | Латвію | Латвією | Латвії | Латвіє"),
        ("Польща", "Польща | Польщі | Польщі | Польщу | Польщею | Польщі | Польще"),
        ("Рига", "Рига | Риги | Ризі | Ригу | Ригою | Ризі | Риго"),
        ("Білорусь", "Білорусь | Білорусі | Білорусі | Білорусь | Білоруссю | Білорусі | Білорусе"),
        ("Співдружність", "Співдружність | Співдружності | Співдружності | Співдружність | Співдружністю | "
         "Співдружності | Співдружносте"),
        ("Люксембург", "Люксембург | Люксембургу | Люксембургу | Люксембург | Люксембургом | Люксембурзі | Люксембурже"),
        ("Ірак", "Ірак | Іраку | Іраку | Ірак | Іраком | Іраку | Іраку"),
        ("Китай", "Китай | Китаю | Китаю | Китай | Китаєм | Китаї | Китаю"),
        ("Князівство", "Князівство | Князівства | Князівству | Князівство | Князівством | Князівстві | Князівство"),
        ("Токіо", "Токіо | Токіо | Токіо | Токіо | Токіо | Токіо | Токіо"),
        ("Шрі-Ланка", "Шрі-Ланка | Шрі-Ланки | Шрі-Ланці | Шрі-Ланку | Шрі-Ланкою | Шрі-Ланці | Шрі-Ланко"),
        (
            "Кабінет Міністрів України",
            "Кабінет Міністрів України | Кабінету Міністрів України | Кабінету Міністрів України | Кабінет "
            "Міністрів України | Кабінетом Міністрів України | Кабінеті Міністрів України | Кабінете Міністрів України",
        ),
        (
            "Федеративна Республіка Німеччина",
            "Федеративна Республіка Німеччина | Федеративної Республіки Німеччина | Федеративній Республіці "
            "Німеччина | Федеративну Республіку Німеччина | Федеративною Республікою Німеччина | Федеративній "
            "Республіці Німеччина | Федеративна Республіко Німеччина",
        ),
        (
            "Міністерство оборони Латвійської Республіки",
            "Міністерство оборони Латвійської Республіки | Міністерства оборони Латвійської Республіки | "
            "Міністерству оборони Латвійської Республіки | Міністерство оборони Латвійської Республіки | "
            "Міністерством оборони Латвійської Республіки | Міністерстві оборони Латвійської Республіки | "
            "Міністерство оборони Латвійської Республіки",
        ),
    ],
)  # fmt: skip
def test_ukrainian(name: str, expected: str) -> None:
    assert written(ukrainian.decline(name)) == expected


def test_ukrainian_adjectives_have_every_gender() -> None:
    forms = ukrainian.adjective("латвійський")
    assert forms[Gender.FEMININE, GrammaticalNumber.SINGULAR].ins == "латвійською"
    assert forms[None, PLURAL].gen == "латвійських"
    assert ukrainian.adjective("середній")[Gender.NEUTER, GrammaticalNumber.SINGULAR].gen == "середнього"


LATVIAN_WORD = st.text(alphabet="abcdeēgikļmnoprstuvzšžāī", min_size=3, max_size=10)
UKRAINIAN_WORD = st.text(alphabet="абвгдежиклмнопрстуіїєя", min_size=3, max_size=10)


@given(st.lists(LATVIAN_WORD, min_size=1, max_size=4))
def test_any_latvian_name_has_seven_forms_and_keeps_its_nominative(parts: list[str]) -> None:
    name = " ".join(parts)
    forms = latvian.decline(name)
    assert forms.nom == name
    assert all(form.count(" ") == name.count(" ") for _, form in forms.items())


@given(st.lists(UKRAINIAN_WORD, min_size=1, max_size=4))
def test_any_ukrainian_name_has_seven_forms_and_keeps_its_nominative(parts: list[str]) -> None:
    name = " ".join(parts)
    forms = ukrainian.decline(name)
    assert forms.nom == name
    assert all(form.count(" ") == name.count(" ") for _, form in forms.items())


@given(st.sampled_from(CHECKED))
def test_a_ministry_declines_as_its_head_does_whatever_its_state(state: object) -> None:
    code = getattr(state, "code", "")
    names = States.load().forms(code, "lv")
    ministry = latvian.decline(f"{names.formal.gen} Aizsardzības ministrija")
    assert written(ministry) == written(
        joined([names.formal.gen, latvian.decline("Aizsardzības ministrija")])
    )
    names = States.load().forms(code, "uk")
    ministry = ukrainian.decline(f"Міністерство оборони {names.formal.gen}")
    assert written(ministry) == written(joined([ukrainian.decline("Міністерство оборони"), names.formal.gen]))


def test_forms_know_their_cases_and_take_corrections() -> None:
    forms = latvian.decline("Ukraina")
    assert forms.cases_of("UKRAINU") == (Case.ACC, Case.INS)
    assert forms.corrected({"voc": "Ukrain"}).voc == "Ukrain"
    assert unchanging("NATO")[Case.LOC] == "NATO"
