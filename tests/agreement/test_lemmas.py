"""Which forms must meet under one stem, and which must not: the tables that decided how we stem."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from workbench.agreement.lemmas import SNOWBALL, Stemmer, fold, stem, stems, words

LATVIAN = """
vienošanās vienošanos vienojas vienojās vienojušies vienojušās vienoties vienosies vienojoties
izbeigt izbeidz izbeidza izbeigs izbeigšana izbeigšanas izbeigšanu izbeigta izbeigts izbeigti izbeidzas
pārtraukt pārtrauc pārtraukšana pārtraukta pārtraukts pārtrauktu pārtraucot pārtrauks
grozīt groza grozījums grozījumi grozījumus grozījumu grozīšana grozīta grozīts grozījumiem
parakstīt paraksta parakstīšana parakstīšanas parakstīta parakstīts paraksts paraksti parakstījuši
sadarbība sadarbības sadarbību sadarboties sadarbojas sadarbosies sadarbībā sadarbošanās
īstenot īsteno īstenos īstenošana īstenošanu īstenota īstenots īstenoja īstenojot
piemērot piemēro piemērošana piemērošanu piemērojams piemērojama piemērojot piemērojamie
pagarināt pagarina pagarināšana pagarināšanu pagarināta pagarinājums pagarinās
papildināt papildina papildinājums papildinājumi papildināta papildināšana
līgums līguma līgumam līgumu līgumā līgumi līgumiem
puse puses pusei pusi pusēm pušu
dalībnieks dalībnieki dalībniekiem dalībnieku dalībniekus dalībnieka
pants panta pantam pantu pantā panti pantos
starptautisks starptautiska starptautisko starptautiskajām starptautiskās starptautiskie starptautiskais
aizsardzība aizsardzības aizsardzību aizsargāt aizsargā aizsargāta
ratificēt ratificē ratifikācija ratifikācijas
informācija informācijas informāciju informācijai
ministrija ministrijas ministriju ministrijai
strīds strīdi strīdu strīdus strīdiem
Latvija Latvijas Latviju Latvijā Latvijai
Ukraina Ukrainas Ukrainu Ukrainai Ukrainā
noteikums noteikumi noteikumus noteikumu noteikumiem
paredzēt paredz paredzēts paredzēta paredzētie paredzētajā
atbalsts atbalsta atbalstu atbalstīt atbalstot atbalstīs
apņemas apņemties apņemšanās apņēmušies apņemoties
valsts valstis valstu valstīm valstī valstij
valoda valodas valodā valodu valodām
"""
UKRAINIAN = """
припинення припинити припиняє припиняється припинено припиненням припиняють припинена
угода угоди угоду угодою угод угодах угоді
сторона сторони сторін стороною сторону сторонам сторонами стороні
договір договору договором договори договорів договорі
підписання підписати підписано підписаний підписали підписує підписується підписана
співробітництво співробітництва співробітництву співробітництвом
забезпечення забезпечити забезпечує забезпечують забезпечувати забезпеченням
вирішення вирішити вирішувати вирішується вирішуються вирішені
зміна зміни змін змінами змінити змінюється змінено змінам
ратифікація ратифікації ратифікувати ратифікований ратифікацію ратифіковано
денонсація денонсувати денонсації денонсує денонсована
порядок порядку порядком порядки
спір спори спорів спору спорами
тлумачення тлумачити тлумаченням тлумаченні
застосування застосувати застосовується застосовувати застосуванням застосуванні
чинність чинності чинністю
безпека безпеки безпеку безпеці безпекою
оборона оборони оборону обороною
стаття статті статтею статей статтях
україна україни україні україну україною
продовження продовжити продовжується продовжено
повідомлення повідомити повідомляє повідомляють повідомлень
захист захисту захистом
інформація інформації інформацію інформацією
міністерство міністерства міністерству міністерств
учасник учасники учасників учасниками учаснику
доповнення доповнити доповнюється доповнень
зобов'язання зобов’язання зобовʼязань
об'єкт об’єкти об'єктів об'єктом
пункт пункти пунктів
результат результати результатів
комітет комітети комітетів
статут статути статуту
"""
ENGLISH = """
terminate termination terminated terminates terminating
recognise recognize recognising recognized
defence defense
programme programs
agreement agreements Agreement's
cooperate cooperation cooperating
amend amended amendment amendments
consult consultation consultations
interpretation interpret
notify notification notifying
settle settlement settled
organisation organization organisations
"""
FAMILIES = [
    (language, line)
    for language, table in (("lv", LATVIAN), ("uk", UKRAINIAN), ("en", ENGLISH))
    for line in table.strip().splitlines()
]


@pytest.mark.parametrize(("language", "family"), FAMILIES)
def test_every_form_of_a_word_has_the_same_stem(language: str, family: str) -> None:
    assert len({stem(form, language) for form in family.split()}) == 1


@pytest.mark.parametrize(
    ("language", "one", "other"),
    [
        ("lv", "vienošanās", "viens"),
        ("lv", "vienošanās", "pievienošanās"),
        ("lv", "piemērot", "piemēram"),
        ("lv", "puse", "pusgads"),
        ("lv", "ministrija", "ministrs"),
        ("lv", "valsts", "valoda"),
        ("lv", "līgums", "likums"),
        ("uk", "угода", "згода"),
        ("uk", "сторона", "строк"),
        ("uk", "договір", "довіра"),
        ("uk", "чинність", "таким"),
        ("uk", "статут", "стаття"),
        ("en", "agreement", "aggression"),
        ("en", "party", "part"),
        ("en", "force", "forty"),
    ],
)
def test_unrelated_words_stay_apart(language: str, one: str, other: str) -> None:
    assert stem(one, language) != stem(other, language)


def test_diacritics_need_not_be_typed() -> None:
    assert stem("vienosanas", "lv") == stem("vienošanās", "lv")
    assert stem("pārtraukšana", "lv") == stem("partrauksana", "lv")


def test_a_word_is_the_same_however_a_pdf_composed_it() -> None:
    decomposed = "vienos\u030can\u0101s".replace("ā", "a\u0304")
    assert stem(decomposed, "lv") == stem("vienošanās", "lv")
    assert [word for _, _, word in words(decomposed)] == [decomposed]
    assert stem("co\u00adoperation", "en") == stem("cooperation", "en")


def test_words_are_found_where_they_stand() -> None:
    text = "Either Party's “post‑conflict” об’єкт, 24.02.2022"
    assert [text[start:end] for start, end, _ in words(text)] == [
        "Either", "Party's", "post", "conflict", "об’єкт", "24", "02", "2022",
    ]  # fmt: skip


def test_stems_keep_the_order_of_the_words() -> None:
    assert stems("The Agreement is terminated.", "en") == ["the", "agreement", "is", "termin"]


def test_a_language_nobody_knows_is_folded_only() -> None:
    assert stems("Ňe Znám", "xx") == ["ne", "znam"]


@pytest.mark.parametrize("language", sorted(SNOWBALL))
def test_every_language_has_its_algorithm(language: str) -> None:
    assert stem("agreement", language)


@given(st.text(), st.sampled_from(["en", "lv", "uk", "pl", "xx"]))
def test_stems_are_words_of_letters_and_digits_only(text: str, language: str) -> None:
    for found in stems(text, language):
        assert found
        assert found == found.casefold()  # Cherokee, for one, folds to capitals
        assert all(character.isalnum() for character in found)


@given(st.text(), st.sampled_from(["en", "lv", "uk"]))
def test_a_remembering_stemmer_says_the_same(text: str, language: str) -> None:
    stemmer = Stemmer(language)
    assert stemmer.stems(text) == stemmer.stems(text) == stems(text, language)


@given(st.text())
def test_folding_twice_changes_nothing(text: str) -> None:
    assert fold(fold(text)) == fold(text)


def test_rules_are_quick() -> None:
    text = LATVIAN.replace("\n", " ") * 20
    start = time.perf_counter()
    assert len(stems(text, "lv")) > 3000
    assert time.perf_counter() - start < 0.5
