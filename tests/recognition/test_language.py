"""Languages told apart: short and long, mixed, with an annex or a cover in another."""

from __future__ import annotations

import pytest

from workbench.recognition.language import detect

TEXTS = {
    "en": (
        "The Parties shall keep the ferry in service.",
        "Done at Ventspils in two originals.",
        "Each Party may withdraw from this Agreement by written notice to the other Party.",
    ),
    "lv": (
        "Puses vienojas par prāmja uzturēšanu.",
        "Līgums stājas spēkā tā parakstīšanas dienā.",
        "Katra Puse var izstāties no šī Līguma, par to rakstiski paziņojot otrai Pusei.",
        "3. pants. Izmaksas",
        "Latvijas Republikas valdība",
    ),
    "uk": (
        "Сторони домовилися про утримання порома.",
        "Ця Угода набуває чинності в день її підписання.",
        "УГОДА МІЖ УРЯДОМ УКРАЇНИ ТА УРЯДОМ ЕСТОНСЬКОЇ РЕСПУБЛІКИ",
        "Сторони співпрацюють.",
    ),
    "lt": (
        "Šalys susitarė išlaikyti keltą.",
        "Ši sutartis įsigalioja jos pasirašymo dieną.",
        "Kiekviena Šalis gali nutraukti šią Sutartį raštu pranešdama kitai Šaliai.",
        "Lietuvos Respublikos Vyriausybė",
    ),
    "et": (
        "Pooled lepivad kokku praami käigus hoidmises.",
        "Leping jõustub allakirjutamise päeval.",
        "Kumbki pool võib lepingu lõpetada, teatades sellest teisele poolele kirjalikult.",
        "Eesti Vabariigi valitsus",
    ),
    "pl": (
        "Strony uzgodniły utrzymanie promu.",
        "Umowa wchodzi w życie w dniu jej podpisania.",
        "Każda ze Stron może wypowiedzieć niniejszą Umowę w drodze pisemnej notyfikacji.",
        "Rząd Rzeczypospolitej Polskiej",
    ),
    "de": (
        "Die Vertragsparteien vereinbaren den Betrieb der Fähre.",
        "Dieses Abkommen tritt am Tag seiner Unterzeichnung in Kraft.",
        "Jede Partei kann schriftlich kündigen.",
    ),
    "fr": (
        "Les Parties conviennent de maintenir le bac en service.",
        "Le présent Accord entre en vigueur à la date de sa signature.",
        "Chaque Partie peut dénoncer le présent Accord par écrit.",
    ),
    "nl": (
        "De Partijen komen overeen de veerboot in de vaart te houden.",
        "Dit Verdrag treedt in werking op de datum van ondertekening.",
        "Elke Partij kan het schriftelijk opzeggen.",
    ),
    "es": (
        "Las Partes acuerdan mantener el transbordador en servicio.",
        "El presente Acuerdo entrará en vigor en la fecha de su firma.",
        "Cada Parte podrá denunciarlo por escrito.",
    ),
    "ru": (
        "Стороны договорились о содержании парома.",
        "Настоящее Соглашение вступает в силу в день его подписания.",
        "СОГЛАШЕНИЕ МЕЖДУ ПРАВИТЕЛЬСТВАМИ О ПЕРЕПРАВАХ",
        "Каждая из Сторон может прекратить его письменно.",
    ),
}


@pytest.mark.parametrize(("language", "words"), [(code, one) for code, all_ in TEXTS.items() for one in all_])
def test_one_sentence_is_enough(language: str, words: str) -> None:
    assert detect(words)[0] == language


@pytest.mark.parametrize("language", TEXTS)
def test_a_longer_text_is_sure(language: str) -> None:
    found, sure = detect("\n".join(TEXTS[language] * 12))
    assert found == language
    assert sure > 0.6


@pytest.mark.parametrize("language", ["lv", "uk", "lt", "et", "pl", "de", "fr"])
def test_a_long_annex_in_another_language_does_not_outvote_the_agreement(language: str) -> None:
    other = "ru" if language == "uk" else "en"
    text = "\n".join(TEXTS[language] * 40) + "\n" + "\n".join(TEXTS[other] * 900)
    assert detect(text)[0] == language


@pytest.mark.parametrize("language", ["lv", "uk", "es", "pl"])
def test_a_cover_page_in_another_language_is_but_a_cover(language: str) -> None:
    cover = (
        "United Nations Treaty Series. Registered with the Secretariat by the Government of the Republic.\n"
        * 8
    )
    assert detect(cover + "\n".join(TEXTS[language] * 60))[0] == language


def test_names_and_quotations_of_other_languages_change_nothing() -> None:
    words = (
        "Puses sadarbojas ar “Ferry Agency of the Republic of Estonia” un “Шляхи України” šī Līguma izpildē, "
        "un par to paziņo “The Joint River Commission”, kas lemj par izmaksām un kuģu satiksmi."
    )
    assert detect(words)[0] == "lv"


@pytest.mark.parametrize("text", ["", "12345 67.8", "…", "xyzzy plugh"])
def test_what_has_no_known_words_is_a_guess_and_says_so(text: str) -> None:
    assert detect(text) == ("en", 0.1)
