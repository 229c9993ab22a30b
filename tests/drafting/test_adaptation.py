"""Adaptation: clauses of a precedent in the words of a draft between other parties."""

from __future__ import annotations

import tomllib
from datetime import date
from pathlib import Path
from typing import Any
from uuid import uuid4

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from workbench.agreement.declension import Case, Forms, GrammaticalNumber
from workbench.agreement.findings import Severity
from workbench.agreement.source import SourceDocument
from workbench.agreement.states import States
from workbench.agreement.text import CrossReference, Date, Emphasis, Mark, PartyName, Style, Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Kind,
    Party,
    PartyKind,
    Provenance,
    Provision,
    new_id,
)
from workbench.checks.residue import residue
from workbench.drafting.adaptation import Adapted, UnknownPartyError, adapt
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


@pytest.mark.parametrize("number", range(len(TABLE["set"])))
def test_the_table_of_expected_forms(number: int) -> None:
    row = TABLE["set"][number]
    origin = TABLE["source"][row["language"]]
    source = agreement(
        row["language"],
        *origin["parties"],
        wording=tuple(paragraph(sentence) for sentence in origin["wording"]),
        own=origin["own_name"],
        collective=origin["collective_name"],
    )
    target = agreement(
        row["language"], *row["parties"], own=row["own_name"], collective=row["collective_name"]
    )
    result = adapt(source.body, source=source, target=target, states=STATES)
    assert words(result) == row["expected"]
    assert sorted({finding.code for finding in result.findings}) == row["findings"]
    left = residue(replace(target, body=result.clauses), foreign=set(origin["parties"]), states=STATES)
    flagged = {finding.quote for finding in result.findings if finding.severity is Severity.ERROR}
    assert {finding.quote for finding in left} <= flagged


def test_the_table_holds_twenty_sets_over_three_languages() -> None:
    assert len(TABLE["set"]) >= 20
    assert {row["language"] for row in TABLE["set"]} == {"en", "lv", "uk"}


# What governs a case for certain, and the case; {} is the name.
_SLOTS = {
    "lv": [
        ("Sūtījumi no {} ir atbrīvoti.", Case.GEN),
        ("Prasības pret {} neceļ.", Case.ACC),
        ("Ceļš līdz {} ir brīvs.", Case.DAT),
        ("Tas notiek {} teritorijā.", Case.GEN),
        ("{} ir Puse.", Case.NOM),
    ],
    "uk": [
        ("Поставки до {} звільнено від мита.", Case.GEN),
        ("Це стало можливим завдяки {}.", Case.DAT),
        ("Зустріч представників між {} відбулася.", Case.INS),
        ("Йдеться про {}.", Case.ACC),
        ("Представництво при {} діє.", Case.LOC),
        ("{} є Стороною.", Case.NOM),
    ],
}


def _form(forms: Forms, case: Case, plural: bool, language: str, *, preposition: bool) -> str:
    """Latvian prepositions govern the dative in the plural."""
    if language == "lv" and plural and preposition:
        return forms.dat
    return forms[case]


@settings(max_examples=300, deadline=None)
@given(
    language=st.sampled_from(sorted(_SLOTS)),
    old=st.sampled_from(STATES.codes),
    new=st.sampled_from(STATES.codes),
    data=st.data(),
)
def test_a_governed_name_keeps_its_case(language: str, old: str, new: str, data: st.DataObject) -> None:
    before, after = STATES.forms(old, language), STATES.forms(new, language)
    if old == new or before.formal.nom == before.short.nom or "EU" in (old, new):
        return
    sentence, case = data.draw(st.sampled_from(_SLOTS[language]))
    preposition = not sentence.startswith("{") and "teritorijā" not in sentence

    def filled(names: Any) -> str:
        plural = names.gender[1] is GrammaticalNumber.PLURAL
        form = _form(names.formal, case, plural, language, preposition=preposition)
        return sentence.format(form)

    third = next(code for code in ("IS", "MT", "ME") if code not in (old, new))
    result = adapted(language, (old, third), (new, third), filled(before))
    assert words(result) == [filled(after)]


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_the_same_parties_and_designations_change_nothing(language: str) -> None:
    origin = TABLE["source"][language]
    source = agreement(
        language,
        *origin["parties"],
        wording=tuple(paragraph(sentence) for sentence in origin["wording"]),
        own=origin["own_name"],
        collective=origin["collective_name"],
    )
    result = adapt(source.body, source=source, target=source, states=STATES)
    assert result.clauses == source.body
    assert result.changes == ()


class TestEnglish:
    def test_articles_capitals_and_possessives(self) -> None:
        result = adapted(
            "en",
            ("NL", "LV"),
            ("UA", "LV"),
            "The Kingdom of the Netherlands shall inform Latvia.",
            "Latvia shall consult the Kingdom of the Netherlands, and the Netherlands’ authorities shall help.",
        )
        assert words(result) == [
            "Ukraine shall inform Latvia.",
            "Latvia shall consult Ukraine, and Ukraine’s authorities shall help.",
        ]

    def test_a_state_with_one_name_follows_its_neighbours(self) -> None:
        result = adapted(
            "en",
            ("UA", "LV"),
            ("EE", "LV"),
            "The pact between Ukraine and Latvia.",
            "The pact between Ukraine and the Republic of Latvia.",
        )
        assert words(result) == [
            "The pact between Estonia and Latvia.",
            "The pact between the Republic of Estonia and the Republic of Latvia.",
        ]

    def test_a_noun_used_as_adjective_takes_no_second_article(self) -> None:
        result = adapted(
            "en", ("UA", "LV"), ("US", "LV"), "It informs the Ukraine side and the Latvian side."
        )
        assert words(result) == ["It informs the United States side and the Latvian side."]

    def test_the_own_name_follows_but_a_cited_one_stays(self) -> None:
        result = adapted(
            "en",
            ("LV", "EE"),
            ("LV", "EE"),
            "This Agreement amends the Agreement between the armies; the Agreement ends. An agreement may follow.",
            own="Agreement",
            new_own="Memorandum",
        )
        assert words(result) == [
            "This Memorandum amends the Agreement between the armies; the Memorandum ends. An agreement may follow."
        ]

    def test_parties_become_participants(self) -> None:
        result = adapted(
            "en",
            ("LV", "EE"),
            ("LV", "EE"),
            "Either Party may inform the other Party; the Parties’ costs are theirs. An art. A Party pays.",
            collective="Parties",
            new_collective="Participants",
        )
        assert words(result) == [
            "Either Participant may inform the other Participant; the Participants’ costs are theirs. An art. "
            "A Participant pays."
        ]


class TestParticular:
    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("en", "The Parties support the accession of Ukraine to NATO."),
            ("en", "When Ukraine joins the European Union, the Parties shall consult."),
            ("en", "Ukraine suffered from the war and its reconstruction goes on."),
            ("en", "Ukraine shall pay EUR 5 million into the fund."),
            ("en", "The protocol Ukraine signed on 3 May 2010 remains in force."),
            ("en", "The Ukraine Facility shall finance the work."),
            ("lv", "Ja Ukraina pievienojas NATO, Puses apspriežas."),
            ("lv", "Puses atbalsta Ukrainas integrāciju Eiropas Savienībā."),
            ("lv", "Ukraina iemaksā fondā 5 miljonus eiro."),
            ("lv", "Palīdzību sniedz NATO-Ukrainas padome."),
            ("uk", "Сторони підтримують вступ України до НАТО."),
            ("uk", "Україна сплачує 5 мільйонів євро."),
            ("uk", "Збитки України від війни відшкодовуються."),
        ],
    )
    def test_it_is_kept_as_printed_and_flagged(self, language: str, sentence: str) -> None:
        result = adapted(language, ("UA", "LV"), ("EE", "LV"), sentence)
        assert words(result) == [sentence]
        (finding,) = result.findings
        assert (finding.code, finding.severity) == ("adaptation.particular-to-party", Severity.ERROR)
        assert finding.provision == result.clauses[0].id
        assert finding.quote == sentence

    def test_only_its_own_sentence_is_kept(self) -> None:
        result = adapted(
            "en", ("UA", "LV"), ("EE", "LV"), "Ukraine informs Latvia. Ukraine’s accession to NATO goes on."
        )
        assert words(result) == ["Estonia informs Latvia. Ukraine’s accession to NATO goes on."]

    def test_what_is_said_of_the_party_that_stays_only_asks(self) -> None:
        result = adapted(
            "en",
            ("UA", "LV"),
            ("EE", "LV"),
            "Ukrainian and Latvian laws apply and, as for Latvia, the duties of its membership of the European Union.",
        )
        assert words(result) == [
            "Estonian and Latvian laws apply and, as for Latvia, the duties of its membership of the European Union."
        ]
        assert [finding.severity for finding in result.findings] == [Severity.WARNING]

    def test_residue_does_not_report_it_again(self) -> None:
        result = adapted("lv", ("UA", "LV"), ("EE", "LV"), "Ja Ukraina pievienojas NATO, Puses apspriežas.")
        draft = agreement("lv", "EE", "LV", wording=result.clauses)
        assert len(residue(draft, foreign={"UA"}, states=STATES)) == 1
        assert residue(draft, foreign={"UA"}, states=STATES, known=result.findings) == ()


class TestParties:
    def test_the_shared_party_stays_whatever_the_order(self) -> None:
        result = adapted("en", ("UA", "LV"), ("LV", "EE"), "Ukraine and Latvia agree.")
        assert words(result) == ["Estonia and Latvia agree."]

    def test_a_mapping_by_name_or_code(self) -> None:
        source = agreement("en", "UA", "LV", wording=(paragraph("Ukraine informs Latvia."),))
        target = agreement("en", "FI", "SE")
        by_order = adapt(source.body, source=source, target=target, states=STATES)
        mapped = adapt(
            source.body,
            source=source,
            target=target,
            mapping={"Ukraine": "SE", "LV": "the Republic of Finland"},
            states=STATES,
        )
        assert words(by_order) == ["Finland informs Sweden."]
        assert words(mapped) == ["Sweden informs Finland."]

    def test_parties_may_change_places(self) -> None:
        source = agreement("en", "UA", "LV", wording=(paragraph("Ukraine informs Latvia in Riga."),))
        target = agreement("en", "UA", "LV")
        swapped = adapt(
            source.body, source=source, target=target, mapping={"UA": "LV", "LV": "UA"}, states=STATES
        )
        assert words(swapped) == ["Latvia informs Ukraine in Kyiv."]

    def test_a_mapping_that_names_no_party(self) -> None:
        source = agreement("en", "UA", "LV")
        with pytest.raises(UnknownPartyError, match="Norway"):
            adapt((), source=source, target=source, mapping={"Norway": "LV"}, states=STATES)

    def test_a_party_without_counterpart_is_an_error(self) -> None:
        source = agreement("en", "UA", "LV", "EE", wording=(paragraph("Estonia pays."),))
        result = adapt(source.body, source=source, target=agreement("en", "UA", "LV"), states=STATES)
        assert words(result) == ["Estonia pays."]
        assert "adaptation.no-counterpart" in {finding.code for finding in result.findings}

    def test_governments(self) -> None:
        source = agreement(
            "en",
            STATES.party("UA", "en", PartyKind.GOVERNMENT),
            STATES.party("LV", "en", PartyKind.GOVERNMENT),
            wording=(
                paragraph(
                    "The Cabinet of Ministers of Ukraine shall inform the Government of the Republic of Latvia."
                ),
            ),
        )
        target = agreement(
            "en",
            STATES.party("EE", "en", PartyKind.GOVERNMENT),
            STATES.party("LV", "en", PartyKind.GOVERNMENT),
        )
        result = adapt(source.body, source=source, target=target, states=STATES)
        assert words(result) == [
            "The Government of the Republic of Estonia shall inform the Government of the Republic of Latvia."
        ]

    def test_parties_that_are_no_states(self) -> None:
        source = agreement(
            "lv",
            Party(key="vik", name="Valsts ieroču komisija", kind=PartyKind.ORGANISATION),
            "LV",
            wording=(
                paragraph(
                    "Latvija maksā Valsts ieroču komisijai; Valsts ieroču komisijas atbilde ir galīga."
                ),
            ),
        )
        target = agreement(
            "lv",
            Party(
                key="jp", name="Jūras pārvalde", kind=PartyKind.ORGANISATION, forms={"dat": "Jūras pārvaldei"}
            ),
            "LV",
        )
        result = adapt(source.body, source=source, target=target, states=STATES)
        assert words(result) == ["Latvija maksā Jūras pārvaldei; Jūras pārvaldes atbilde ir galīga."]

    def test_another_language_is_kept_and_flagged(self) -> None:
        source = agreement("lv", "UA", "LV", wording=(paragraph("Ukraina maksā."),))
        result = adapt(source.body, source=source, target=agreement("en", "EE", "LV"), states=STATES)
        assert result.clauses == source.body
        assert [f.code for f in result.findings] == ["adaptation.other-language"]


class TestMarksAndRecord:
    def test_marks_follow(self) -> None:
        target = new_id()
        plain = "Under Article 2 Ukraine shall inform Latvia from 1 May."
        text = Text(
            plain,
            (
                Mark(6, 15, CrossReference(target)),
                Mark(16, 23, PartyName("UA")),
                Mark(16, 23, Emphasis(Style.BOLD)),
                Mark(37, 43, PartyName("LV")),
                Mark(49, 54, Date(date(2020, 5, 1))),
            ),
        )
        source = agreement("en", "UA", "LV", wording=(paragraph(text),))
        result = adapt(source.body, source=source, target=agreement("en", "LV", "EE"), states=STATES)
        new = result.clauses[0].text
        assert new.plain == "Under Article 2 Estonia shall inform Latvia from 1 May."
        assert {(new.plain[m.start : m.end], type(m.value).__name__) for m in new.marks} == {
            ("Article 2", "CrossReference"),
            ("Estonia", "PartyName"),
            ("Estonia", "Emphasis"),
            ("Latvia", "PartyName"),
            ("1 May", "Date"),
        }
        assert {v.party for _, _, v in new.of(PartyName)} == {"EE", "LV"}

    def test_ids_stay_and_each_provision_remembers_its_changes(self) -> None:
        provenance = Provenance(
            "a.docx", "0" * 64, "Pact", AgreementId(uuid4()), new_id(), "Article 1", "docx"
        )
        child = paragraph("Ukrainian law applies.", provenance=provenance)
        article = Provision(
            id=new_id(), kind=Kind.ARTICLE, heading=Text("Duties of Ukraine"), children=(child,)
        )
        source = agreement("en", "UA", "LV", wording=(article,))
        result = adapt((article,), source=source, target=agreement("en", "EE", "LV"), states=STATES)
        (new,) = result.clauses
        assert [unit.id for unit in new.walk()] == [unit.id for unit in article.walk()]
        assert new.heading.plain == "Duties of the Republic of Estonia"
        kept = new.children[0].provenance
        assert kept is not None
        assert [(c.reason, c.old, c.new) for c in kept.changes] == [("adjective", "Ukrainian", "Estonian")]
        assert result.by_provision[child.id] == kept.changes
        assert [c.reason for c in result.changes] == ["party", "adjective"]

    def test_a_reason_can_be_switched_off(self) -> None:
        source = agreement("en", "UA", "LV", wording=(paragraph("Ukraine applies Ukrainian law in Kyiv."),))
        target = agreement("en", "EE", "LV")
        result = adapt(
            source.body, source=source, target=target, without={"adjective", "capital"}, states=STATES
        )
        assert words(result) == ["The Republic of Estonia applies Ukrainian law in Kyiv."]


class TestGrammar:
    def test_latvian_gender_is_carried_through(self) -> None:
        result = adapted(
            "lv",
            ("LV", "EE"),
            ("LV", "EE"),
            "Jebkurš Dalībnieks var izbeigt šo Vienošanos, informējot otru Dalībnieku.",
            "Vienošanās tiek noslēgta uz tās termiņu; šīs Vienošanās pielikumi ir tās daļa.",
            "Nevalstisko dalībnieku tiesības un lēmums, kas ir pieņemts pirms Vienošanās beigām, paliek.",
            collective="Dalībnieki",
            own="Vienošanās",
            new_collective="Puses",
            new_own="Līgums",
        )
        assert words(result) == [
            "Jebkura Puse var izbeigt šo Līgumu, informējot otru Pusi.",
            "Līgums tiek noslēgts uz tā termiņu; šā Līguma pielikumi ir tās daļa.",
            "Nevalstisko dalībnieku tiesības un lēmums, kas ir pieņemts pirms Līguma beigām, paliek.",
        ]

    def test_and_back(self) -> None:
        result = adapted(
            "lv",
            ("LV", "EE"),
            ("LV", "EE"),
            "Katra Puse izbeidz šo Līgumu, informējot otru Pusi; Puses informē viena otru.",
            "Līgums tiek noslēgts uz desmit gadiem.",
            collective="Puses",
            own="Līgums",
            new_collective="Dalībnieki",
            new_own="Vienošanās",
        )
        assert words(result) == [
            "Katrs Dalībnieks izbeidz šo Vienošanos, informējot otru Dalībnieku; Dalībnieki informē viens otru.",
            "Vienošanās tiek noslēgta uz desmit gadiem.",
        ]

    def test_ukrainian_gender_is_carried_through(self) -> None:
        result = adapted(
            "uk",
            ("LV", "UA"),
            ("EE", "UA"),
            "Ця Угода набирає чинності з дня її підписання; кожна Сторона може припинити дію цієї Угоди, "
            "повідомивши іншу Сторону.",
            "Сторони повідомляють одна одну.",
            collective="Сторони",
            own="Угода",
            new_collective="Учасники",
            new_own="Меморандум",
        )
        assert words(result) == [
            "Цей Меморандум набирає чинності з дня його підписання; кожен Учасник може припинити дію цього "
            "Меморандуму, повідомивши іншого Учасника.",
            "Учасники повідомляють один одного.",
        ]

    def test_a_plural_state_takes_plural_verbs(self) -> None:
        result = adapted(
            "uk",
            ("IT", "UA"),
            ("US", "UA"),
            "Італія також надаватиме та оновлюватиме допомогу.",
            "Італія готова сприяти Україні.",
            "Італія та Україна надають допомогу.",
        )
        assert words(result) == [
            "Сполучені Штати також надаватимуть та оновлюватимуть допомогу.",
            "Сполучені Штати готові сприяти Україні.",
            "Сполучені Штати та Україна надають допомогу.",
        ]
        latvian = adapted(
            "lv", ("IT", "LV"), ("US", "LV"), "Itālija ir apņēmusies palīdzēt un tiek informēta."
        )
        assert words(latvian) == ["Amerikas Savienotās Valstis ir apņēmušās palīdzēt un tiek informētas."]

    def test_pronouns_of_others_stay(self) -> None:
        result = adapted(
            "uk",
            ("IT", "UA"),
            ("IT", "UA"),
            "Ця Угода залишалася чинною. Служба посилює її реагування; Україна планує її дії.",
            own="Угода",
            new_own="Меморандум",
        )
        assert words(result) == [
            "Цей Меморандум залишався чинним. Служба посилює її реагування; Україна планує її дії."
        ]


class TestSeeds:
    def test_the_english_final_provisions_forget_ukraine(self, seeds: Path) -> None:
        source = recognised(next(seeds.glob("000_*.txt")))
        target = agreement("en", "LV", "EE", own="Agreement", collective="Parties")
        result = adapt(source.body[-1:], source=source, target=target, states=STATES)
        text = "\n".join(clause.words for clause in result.clauses)
        assert "Ukrain" not in text
        assert "the Estonian and Latvian legislations" in text
        assert "between the Republic of Estonia and the Republic of Latvia" in text
        assert all(finding.severity is not Severity.ERROR for finding in result.findings)
        assert residue(replace(target, body=result.clauses), foreign={"UA"}, states=STATES) == ()

    def test_the_latvian_ones_keep_two_paragraphs(self, seeds: Path) -> None:
        source = recognised(next(seeds.glob("001_*.txt")))
        target = agreement("lv", "LV", "EE", own="Līgums", collective="Puses")
        result = adapt(source.body[-1:], source=source, target=target, states=STATES)
        (section,) = result.clauses
        old = source.body[-1].children
        errors = [finding for finding in result.findings if finding.severity is Severity.ERROR]
        assert {finding.code for finding in errors} == {"adaptation.particular-to-party"}
        flagged = {finding.provision for finding in errors}
        assert len(flagged) == 2
        for before, after in zip(old, section.children, strict=True):
            if after.id in flagged:
                assert after.text == before.text
            else:
                assert "Ukrain" not in after.words
                assert "Dalībniek" not in after.words
        assert section.children[0].text.plain.startswith("Līgums stājas spēkā tā parakstīšanas")
