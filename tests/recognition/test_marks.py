"""What a text names, as marks with values: references, terms, instruments, places to fill. A table of phrasings."""

from __future__ import annotations

import re

import pytest

from tests.recognition.conftest import Recogniser
from workbench.agreement.text import CitedInstrument, CrossReference, DefinedTerm, Placeholder
from workbench.agreement.tree import Agreement, Provision
from workbench.recognition import instruments

FRONT = {
    "en": "AGREEMENT ON A BRIDGE\n\nThe Republic of Latvia and Ukraine, hereinafter “the Parties”,\n\nhave agreed as follows:",
    "lv": "LĪGUMS PAR TILTU\n\nLatvijas Republika un Ukraina, turpmāk – Puses,\n\nir vienojušās par turpmāko:",
    "uk": "УГОДА ПРО МІСТ\n\nЛатвійська Республіка та Україна, далі – Сторони,\n\nдомовилися про таке:",
}
NUMBER = {"en": "Article {}", "lv": "{}. pants", "uk": "Стаття {}"}
FILLER = {
    "en": "The Parties build a bridge together and shall look after it.",
    "lv": "Puses kopīgi ceļ tiltu un rūpējas par to.",
    "uk": "Сторони разом будують міст і дбають про нього.",
}
OTHER = {"en": "The bridge", "lv": "Tilts", "uk": "Міст"}
POINTS = {
    "en": "(a) by day;\n\n(b) by night.",
    "lv": "a) dienā;\n\nb) naktī.",
    "uk": "а) удень;\n\nб) уночі.",
}


def marked(text: Recogniser, language: str, sentence: str, heading: str = "") -> tuple[Agreement, Provision]:
    """An agreement whose Article 4 has a sentence as its second paragraph, and that paragraph."""
    filler = FILLER[language]
    blocks = [FRONT[language]]
    for number in range(1, 10):
        blocks.append(NUMBER[language].format(number))
        if heading:
            blocks.append(heading if number == 4 else OTHER[language])
        second = (
            sentence if number == 4 else filler[:-1] + ":\n\n" + POINTS[language] if number == 7 else filler
        )
        blocks.extend([f"1. {filler}", f"2. {second}"])
    agreement = text("\n\n".join(blocks)).agreement
    found = [unit for unit in agreement.walk() if sentence[:24] in unit.text.plain]
    assert len(found) == 1
    return agreement, found[0]


def path(agreement: Agreement, target: object) -> str:
    """A provision as the numbers that lead to it: "7.2.a"."""

    def within(unit: Provision, above: str) -> str:
        shown = re.search(r"\d+|\b\w\b", unit.printed or "")
        own = f"{above}.{shown.group() if shown else ''}".strip(".")
        return (
            own if unit.id == target else next(filter(None, (within(one, own) for one in unit.children)), "")
        )

    return next(filter(None, (within(unit, "") for unit in agreement.body)), "")


REFERENCES = [
    ("en", "As laid down in Articles 3 to 5, costs are shared.", ["3", "5"]),
    ("en", "As laid down in Articles 3, 5 and 7, costs are shared.", ["3", "5", "7"]),
    ("en", "Subject to paragraph 2 of Article 7, costs are shared.", ["7.2"]),
    ("en", "Subject to Article 7(2)(a), costs are shared.", ["7.2.a"]),
    ("en", "Subject to Article 7 (2), point (b), costs are shared.", ["7.2.b"]),
    ("en", "Subject to sub-paragraph (a) of paragraph 2 of Article 7, costs are shared.", ["7.2.a"]),
    ("en", "Costs under the preceding paragraph are shared.", ["4.1"]),
    ("en", "Subject to Article 7.2, costs are shared.", ["7.2"]),
    ("en", "Costs under paragraph 1 are shared.", ["4.1"]),
    ("en", "Costs under the preceding Article are shared.", ["3"]),
    ("en", "Under Article 42(7) of the Treaty on European Union and Article 3 of this Agreement, costs are shared.", ["3"]),
    ("en", "In accordance with Article 5 of the Charter of the United Nations, costs are shared.", []),
    ("en", "In accordance with Articles 3 and 5 of the North Atlantic Treaty, costs are shared.", []),
    ("en", "Under Article VII of the NATO SOFA, costs are shared.", []),
    ("lv", "Saskaņā ar 7. panta 2. punktu izmaksas dala.", ["7.2"]),
    ("lv", "Saskaņā ar 7. panta 2. punkta a) apakšpunktu izmaksas dala.", ["7.2.a"]),
    ("lv", "Saskaņā ar šā Līguma 3.–5. pantu izmaksas dala.", ["3", "5"]),
    ("lv", "Saskaņā ar 3., 5. un 7. pantu izmaksas dala.", ["3", "5", "7"]),
    ("lv", "Saskaņā ar iepriekšējo punktu izmaksas dala.", ["4.1"]),
    ("lv", "Saskaņā ar šā panta 1. punktu izmaksas dala.", ["4.1"]),
    ("lv", "Saskaņā ar Apvienoto Nāciju Organizācijas Statūtu 5. pantu izmaksas dala.", []),
    ("lv", "Saskaņā ar Apvienoto Nāciju Organizācijas Statūtu 3. un 5. pantu izmaksas dala.", []),
    ("uk", "Відповідно до пункту 2 статті 7 витрати діляться.", ["7.2"]),
    ("uk", "Відповідно до підпункту «а» пункту 2 статті 7 цієї Угоди витрати діляться.", ["7.2.а"]),
    ("uk", "Відповідно до статей 3–5 цієї Угоди витрати діляться.", ["3", "5"]),
    ("uk", "Відповідно до статей 3, 5 та 7 цієї Угоди витрати діляться.", ["3", "5", "7"]),
    ("uk", "Відповідно до пункту 1 цієї статті витрати діляться.", ["4.1"]),
    ("uk", "Відповідно до попереднього пункту витрати діляться.", ["4.1"]),
    ("uk", "Відповідно до статті 5 Статуту Організації Об’єднаних Націй витрати діляться.", []),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "wanted"), REFERENCES)
def test_what_a_reference_points_at(
    text: Recogniser, language: str, sentence: str, wanted: list[str]
) -> None:
    agreement, unit = marked(text, language, sentence)
    assert [path(agreement, value.target) for _, _, value in unit.text.of(CrossReference)] == wanted


TERMS = [
    ("en", "For this Agreement, “Contractor” means any person who builds.", ["Contractor"]),
    ("en", "The term “bridge” shall mean a road over water, and “ferry” means a boat.", ["bridge", "ferry"]),
    ("en", "The Joint Bridge Committee (hereinafter “JBC” or “the Committee”) meets yearly.", ["JBC", "Committee"]),
    ("en", "The Joint Committee (“the Committee”) meets yearly.", ["Committee"]),
    ("en", "“Classified Information” is information of any form.", ["Classified Information"]),
    ("lv", "Tiltu apvienotā komiteja (turpmāk – Komiteja) tiekas reizi gadā.", ["Komiteja"]),
    ("lv", "Jēdziens “būvnieks” nozīmē personu, kas būvē.", ["būvnieks"]),
    ("lv", "“Būvnieks” ir persona, kas būvē.", ["Būvnieks"]),
    ("uk", "Спільний комітет (далі – Комітет) збирається щороку.", ["Комітет"]),
    ("uk", "Термін «підрядник» означає особу, яка будує.", ["підрядник"]),
    ("uk", "«Підрядник» – особа, яка будує міст.", ["Підрядник"]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "wanted"), TERMS)
def test_terms_a_sentence_defines(text: Recogniser, language: str, sentence: str, wanted: list[str]) -> None:
    _, unit = marked(text, language, sentence)
    assert [value.term for _, _, value in unit.text.of(DefinedTerm) if value.defines] == wanted


@pytest.mark.parametrize(
    ("language", "heading", "sentence", "wanted"),
    [
        ("en", "Definitions", "Contractor means a person who builds a bridge.", ["Contractor"]),
        ("en", "Costs", "Every contractor means well and builds a bridge.", []),
        ("lv", "Definīcijas", "Būvnieks – persona, kas būvē tiltu.", ["Būvnieks"]),
        ("uk", "Визначення термінів", "Підрядник – особа, яка будує міст.", ["Підрядник"]),
    ],
)
def test_terms_without_quotation_marks_in_an_article_of_definitions(
    text: Recogniser, language: str, heading: str, sentence: str, wanted: list[str]
) -> None:
    _, unit = marked(text, language, sentence, heading)
    assert [value.term for _, _, value in unit.text.of(DefinedTerm) if value.defines] == wanted


INSTRUMENTS = [
    ("en", "The Agreement between Utopia and Ruritania on Ferries, done at London on 19 June 1951, applies.",
     [("Agreement between Utopia and Ruritania on Ferries", "1951-06-19", "London")]),
    ("en", "The Memorandum of Understanding between the Ministry of A and the Ministry of B, signed in Riga on 3 May 2010, applies.",
     [("Memorandum of Understanding between the Ministry of A and the Ministry of B", "2010-05-03", "Riga")]),
    ("en", "Pursuant to Directive 2009/81/EC and Regulation (EU) 2016/679 data are protected.",
     [("Directive 2009/81/EC", "None", ""), ("Regulation (EU) 2016/679", "None", "")]),
    ("lv", "Piemēro 2010. gada 3. maijā Rīgā parakstīto Latvijas Republikas valdības un Ukrainas Ministru kabineta vienošanos par tiltiem.",
     [("Latvijas Republikas valdības un Ukrainas Ministru kabineta vienošanos par tiltiem", "2010-05-03", "Rīgā")]),
    ("lv", "Latvijas Republikas un Ukrainas līgumu par tiltiem, kas noslēgts Kijivā 2010. gada 3. maijā, piemēro.",
     [("Latvijas Republikas un Ukrainas līgumu par tiltiem", "2010-05-03", "Kijivā")]),
    ("uk", "Застосовується Угода між Урядом Латвійської Республіки та Кабінетом Міністрів України про мости, підписана у Ризі 3 травня 2010 року.",
     [("Угода між Урядом Латвійської Республіки та Кабінетом Міністрів України про мости", "2010-05-03", "Ризі")]),
    ("uk", "Застосовується Угода між Сторонами про мости від 3 травня 2010 року, вчинена в місті Києві.",
     [("Угода між Сторонами про мости", "2010-05-03", "Києві")]),
    ("uk", "Застосовується Регламент (ЄС) 2016/679.", [("Регламент (ЄС) 2016/679", "None", "")]),
]  # fmt: skip


@pytest.mark.parametrize(("language", "sentence", "wanted"), INSTRUMENTS)
def test_instruments_with_day_and_place(
    text: Recogniser, language: str, sentence: str, wanted: list[tuple[str, str, str]]
) -> None:
    _, unit = marked(text, language, sentence)
    found = [(value.title, str(value.day), value.place) for _, _, value in unit.text.of(CitedInstrument)]
    assert found == wanted


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("The fee is [●] euros, paid by [date] at ____ to […].", ["text", "date", "text", "text"]),
        ("The fee of EUR XX,XXX is paid by [insert date].", ["text", "date"]),
        ("The fee is paid within XX days, or by 3 May 20XX.", ["text", "text"]),
        ("The fee under Article XX of the Treaty of Utopia is paid.", []),
    ],
)
def test_places_to_fill(text: Recogniser, sentence: str, wanted: list[str]) -> None:
    _, unit = marked(text, "en", sentence)
    assert [value.type.value for _, _, value in unit.text.of(Placeholder)] == wanted


@pytest.mark.parametrize(
    ("language", "text", "form", "parties"),
    [
        (
            "en",
            "the Agreement between the Republic of Latvia and Ukraine on Ferries, done at Riga on 5 May 2004;",
            "agreement",
            ("LV", "UA"),
        ),
        (
            "en",
            "the Protocol between Estonia and Lithuania on Buoys, signed at Tallinn on 2 June 2011;",
            "protocol",
            ("EE", "LT"),
        ),
        ("en", "in accordance with the Charter of the United Nations,", "charter", ()),
        (
            "lv",
            "2004. gada 5. maijā Rīgā noslēgto Latvijas Republikas un Igaunijas Republikas līgumu par prāmjiem;",
            "treaty",
            ("LV", "EE"),
        ),
        (
            "uk",
            "Угода між Україною та Республікою Польща про пороми від 5 травня 2004 року;",
            "agreement",
            ("UA", "PL"),
        ),
    ],
)
def test_a_cited_instrument_tells_its_form_and_parties(
    language: str, text: str, form: str, parties: tuple[str, ...]
) -> None:
    values = [mark.value for mark in instruments.find(text, language)]
    assert [(v.form, v.parties) for v in values if isinstance(v, CitedInstrument)] == [(form, parties)]
