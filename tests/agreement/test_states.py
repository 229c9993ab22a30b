"""The table of States: names, cases, and finding them in a text."""

from __future__ import annotations

import time
import tomllib

import pytest

from workbench.agreement.declension import Case, GrammaticalNumber
from workbench.agreement.states import FormKind, States, UnknownStateError
from workbench.agreement.tree import Party, PartyKind
from workbench.settings import data

PARTNERS = "GB DE FR DK CA IT NL FI LV ES BE PT SE IS NO JP US EE LT PL LU RO CZ SI IE GR AL EU UA".split()


@pytest.fixture(scope="module")
def states() -> States:
    return States.load()


def test_the_file_is_toml_and_every_state_has_all_three_languages() -> None:
    table = tomllib.loads(data("resources", "states.toml").read_text(encoding="utf-8"))
    for code, row in table.items():
        assert {"iso3", "checked", "en", "lv", "uk"} <= row.keys(), code
        for language in ("lv", "uk"):
            for key in ("short", "formal", "capital"):
                assert row[language][key].count(" | ") == 6, (code, language, key)


def test_the_partners_are_checked(states: States) -> None:
    assert all(states[code].checked for code in PARTNERS)


def test_loading_is_quick() -> None:
    start = time.process_time()
    States.load().forms("LV", "lv")
    assert time.process_time() - start < 0.1


@pytest.mark.parametrize(
    ("code", "language", "form", "expected"),
    [
        (
            "LV",
            "lv",
            "formal",
            "Latvijas Republika | Latvijas Republikas | Latvijas Republikai | Latvijas Republiku | "
            "Latvijas Republiku | Latvijas Republikā | Latvijas Republika",
        ),
        (
            "GB",
            "lv",
            "short",
            "Apvienotā Karaliste | Apvienotās Karalistes | Apvienotajai Karalistei | Apvienoto Karalisti | "
            "Apvienoto Karalisti | Apvienotajā Karalistē | Apvienotā Karaliste",
        ),
        (
            "US",
            "lv",
            "formal",
            "Amerikas Savienotās Valstis | Amerikas Savienoto Valstu | Amerikas Savienotajām Valstīm | "
            "Amerikas Savienotās Valstis | Amerikas Savienotajām Valstīm | Amerikas Savienotajās Valstīs | "
            "Amerikas Savienotās Valstis",
        ),
        (
            "LV",
            "uk",
            "formal",
            "Латвійська Республіка | Латвійської Республіки | Латвійській Республіці | Латвійську Республіку | "
            "Латвійською Республікою | Латвійській Республіці | Латвійська Республіко",
        ),
        (
            "PL",
            "uk",
            "formal",
            "Республіка Польща | Республіки Польща | Республіці Польща | Республіку Польща | "
            "Республікою Польща | Республіці Польща | Республіко Польща",
        ),
        (
            "NL",
            "uk",
            "short",
            "Нідерланди | Нідерландів | Нідерландам | Нідерланди | Нідерландами | Нідерландах | Нідерланди",
        ),
        ("UA", "uk", "capital", "Київ | Києва | Києву | Київ | Києвом | Києві | Києве"),
        ("LV", "uk", "capital", "Рига | Риги | Ризі | Ригу | Ригою | Ризі | Риго"),
        ("MD", "uk", "capital", "Кишинів | Кишинева | Кишиневу | Кишинів | Кишиневом | Кишиневі | Кишиневе"),
    ],
)
def test_case_forms(states: States, code: str, language: str, form: str, expected: str) -> None:
    forms = getattr(states.forms(code, language), form)
    assert " | ".join(own for _, own in forms.items()) == expected


def test_articles_in_english(states: States) -> None:
    assert states.forms("NL", "en").short_with_article == "the Netherlands"


@pytest.mark.parametrize(
    ("code", "named"),
    [
        ("LV", ("Latvian", "latviešu", "латиський")),
        ("DE", ("German", "vācu", "німецький")),
        ("AT", ("German", "vācu", "німецький")),
        ("US", ("English", "angļu", "англійський")),
        ("FI", ("Finnish", "somu", "фінський")),
        ("CH", ("", "", "")),
    ],
)
def test_the_official_language(states: States, code: str, named: tuple[str, ...]) -> None:
    assert tuple(states.forms(code, language).language for language in ("en", "lv", "uk")) == named


def test_heads_of_state_and_currencies(states: States) -> None:
    assert states["NL"].monarchy
    assert states["JP"].monarchy
    assert not states["LV"].monarchy
    assert [states[code].currency for code in ("UA", "PL", "LV", "EU")] == ["UAH", "PLN", "", ""]


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("U.S. forces and UK forces", ["U.S.", "UK"]),
        ("the laws of the U.S.", ["U.S"]),
        ("Let us inform the US.", ["US"]),
        ("five million US dollars", []),
    ],
)
def test_abbreviations(states: States, text: str, found: list[str]) -> None:
    assert [text[own.start : own.end] for own in states.find_names(text, "en")] == found


def test_a_currency_of_many_names_no_state(states: States) -> None:
    assert states.find_names("piecu miljonu ASV dolāru apmērā", "lv") == ()
    assert states.find_names("п’ять мільйонів доларів США", "uk") == ()


def test_a_second_formal_name_is_formal(states: States) -> None:
    assert states.find_names("Королівство Нідерланди", "uk")[0].form is FormKind.FORMAL


@pytest.mark.parametrize(
    ("name", "language", "code", "kind"),
    [
        ("the Republic of Latvia", "en", "LV", PartyKind.STATE),
        ("REPUBLIC OF LATVIA", "en", "LV", PartyKind.STATE),
        ("Ukraine", None, "UA", PartyKind.STATE),
        ("Latvijas Republikai", "lv", "LV", PartyKind.STATE),
        ("Естонською Республікою", "uk", "EE", PartyKind.STATE),
        ("Government of the Republic of Latvia", "en", "LV", PartyKind.GOVERNMENT),
        ("the Government of Latvia", "en", "LV", PartyKind.GOVERNMENT),
        ("the Cabinet of Ministers of Ukraine", "en", "UA", PartyKind.GOVERNMENT),
        ("Кабінетом Міністрів України", "uk", "UA", PartyKind.GOVERNMENT),
        ("Latvijas Republikas valdība", "lv", "LV", PartyKind.GOVERNMENT),
        ("Ministry of Foreign Affairs of the Republic of Estonia", "en", "EE", PartyKind.MINISTRY),
        ("Latvijas Republikas Aizsardzības ministrija", "lv", "LV", PartyKind.MINISTRY),
        ("Міністерство закордонних справ України", "uk", "UA", PartyKind.MINISTRY),
        ("Great Britain", "en", "GB", PartyKind.STATE),
        ("Republic of Turkey", "en", "TR", PartyKind.STATE),
        ("Lielbritāniju", "lv", "GB", PartyKind.STATE),
        ("США", "uk", "US", PartyKind.STATE),
    ],
)
def test_by_name(states: States, name: str, language: str | None, code: str, kind: PartyKind) -> None:
    known = states.by_name(name, language)
    assert known is not None
    assert (known.state.code, known.kind) == (code, kind)


@pytest.mark.parametrize("name", ["", "Freedonia", "the Parties", "National Armed Forces of Latvia"])
def test_what_is_no_state_is_none(states: States, name: str) -> None:
    assert states.by_name(name, "en") is None


def test_unknown_codes(states: States) -> None:
    assert states.by_code("ZZ") is None
    with pytest.raises(UnknownStateError, match="ZZ"):
        states.forms("ZZ", "en")


def test_every_form_of_every_state_is_found_again(states: States) -> None:
    for language in ("en", "lv", "uk"):
        for state in states:
            names = states.forms(state.code, language)
            for kind, forms in ((FormKind.FORMAL, names.formal), (FormKind.SHORT, names.short)):
                for case, form in forms.items():
                    found = states.find_names(f"x {form}, y", language)
                    assert [(o.start, o.end) for o in found] == [(2, 2 + len(form))], (form, found)
                    assert found[0].code == state.code or state.code in found[0].others, form
                    assert case in found[0].cases, form
                    same = names.short.nom == names.formal.nom
                    assert same or found[0].form in (kind, FormKind.CAPITAL) or found[0].others, form


def test_names_in_a_text(states: States) -> None:
    text = "THE REPUBLIC OF LATVIA and Ukraine’s Government, the Ukrainian side in Kyiv; polish the text."
    found = [(text[o.start : o.end], o.code, o.form) for o in states.find_names(text, "en")]
    assert found == [
        ("REPUBLIC OF LATVIA", "LV", FormKind.FORMAL),
        ("Ukraine", "UA", FormKind.FORMAL),
        ("Ukrainian", "UA", FormKind.ADJECTIVE),
        ("Kyiv", "UA", FormKind.CAPITAL),
    ]


def test_a_name_broken_over_lines_is_found(states: States) -> None:
    found = states.find_names("starp Latvijas\nRepubliku un Ukrainu", "lv")
    assert [(o.code, o.cases) for o in found] == [
        ("LV", (Case.ACC, Case.INS)),
        ("UA", (Case.ACC, Case.INS)),
    ]


def test_ukrainian_adjectives_tell_gender_and_case(states: States) -> None:
    (found,) = states.find_names("для українських підприємств", "uk")
    assert found.form is FormKind.ADJECTIVE
    assert {(r.case, r.number, r.gender) for r in found.readings} == {
        (Case.GEN, GrammaticalNumber.PLURAL, None),
        (Case.LOC, GrammaticalNumber.PLURAL, None),
    }


def test_a_long_text_takes_a_moment(states: States) -> None:
    text = "The Government of the Republic of Latvia will inform Ukraine of the measures taken. " * 1200
    states.find_names("Latvia", "en")

    def once() -> float:
        start = time.process_time()
        assert len(states.find_names(text, "en")) == 2400
        return time.process_time() - start

    assert min(once() for _ in range(3)) < 0.25  # the best, as other tests leave garbage to be collected


def test_a_party_and_its_forms(states: States) -> None:
    party = states.party("UA", "uk", PartyKind.GOVERNMENT)
    assert (party.key, party.name, party.state) == ("UA", "Кабінет Міністрів України", "UA")
    assert states.forms_of(party, "uk").ins == "Кабінетом Міністрів України"
    ministry = Party(key="x", name="Latvijas Republikas Aizsardzības ministrija", forms={"voc": "ministrij"})
    assert states.forms_of(ministry, "lv").dat == "Latvijas Republikas Aizsardzības ministrijai"
    assert states.forms_of(ministry, "lv").voc == "ministrij"


def test_both_halves_of_a_compound_name_decline(states: States) -> None:
    assert states.forms("GW", "uk").short.gen == "Гвінеї-Бісау"
    assert states.forms("GW", "lv").short.loc == "Gvinejā-Bisavā"
    assert [own.code for own in states.find_names("угода з Гвінеєю-Бісау", "uk")] == ["GW"]
    assert states.forms("BF", "uk").short.gen == "Буркіна-Фасо"
