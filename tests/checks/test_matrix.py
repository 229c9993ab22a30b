"""Every kind of slip a careful reader queries, planted in a whole agreement in English, Latvian or Ukrainian.

The agreements (`whole/`) are faultless as they stand, so whatever a plant brings is told of the plant. Each row
names the kind of finding it must bring and words of what is quoted; a second table holds what only looks like
a slip.
"""

from __future__ import annotations

from pathlib import Path
from typing import NamedTuple

import pytest

from workbench.agreement.findings import Finding
from workbench.agreement.fixes import apply
from workbench.agreement.source import SourceDocument
from workbench.agreement.tree import Agreement
from workbench.checks import check, fingerprint
from workbench.formats import read
from workbench.recognition import recognise

_WHOLE = Path(__file__).parent / "whole"


class Plant(NamedTuple):
    """One slip: the words that give way to others, the kind of finding it brings, and words of its quote."""

    language: str
    kind: str
    old: str
    new: str
    quoted: str


PLANTS = (
    Plant(
        "en",
        "dangling-reference",
        "with Article 3, paragraph 2",
        "with Article 13, paragraph 2",
        "Article 13",
    ),
    Plant(
        "en",
        "dangling-reference",
        "with Article 3, paragraph 2",
        "with Article 3, paragraph 7",
        "paragraph 7",
    ),
    Plant("lv", "dangling-reference", "3. panta 2. punktu", "13. panta 2. punktu", "13. panta"),
    Plant("uk", "dangling-reference", "пункту 2 статті 3", "пункту 2 статті 13", "статті 13"),
    Plant("en", "wrong-unit", "with Article 3, paragraph 2", "with Section 3, paragraph 2", "Section 3"),
    Plant("lv", "wrong-unit", "3. panta 2. punktu", "3. sadaļas 2. punktu", "3. sadaļas"),
    Plant("uk", "wrong-unit", "пункту 2 статті 3", "пункту 2 розділу 3", "розділу 3"),
    Plant("en", "unit-not-in-text", "in Annex I to", "in Annex III to", "Annex III"),
    Plant("lv", "unit-not-in-text", "1. pielikumā", "4. pielikumā", "4. pielikumā"),
    Plant("uk", "unit-not-in-text", "в Додатку 1", "в Додатку 4", "Додатку 4"),
    Plant("en", "unit-not-in-text", "as the 2009", "as Chapter II and the 2009", "Chapter II"),
    Plant("lv", "unit-not-in-text", "ievērojot 3. panta 2. punktu", "ievērojot 5. nodaļu", "5. nodaļu"),
    Plant("uk", "unit-not-in-text", "з урахуванням пункту 2 статті 3", "з урахуванням глави 5", "глави 5"),
    Plant(
        "en",
        "unit-not-in-text",
        "unless the Parties agree otherwise",
        "unless paragraph 9 provides otherwise",
        "paragraph 9",
    ),
    Plant("en", "unit-not-in-text", "with Article 3, paragraph 2", "with Articles 3 and 14", "14"),
    Plant("uk", "unit-not-in-text", "з урахуванням пункту 2 статті 3", "з урахуванням статей 3 та 14", "14"),
    Plant("lv", "unit-not-in-text", "ievērojot 3. panta 2. punktu", "ievērojot 3. un 14. pantu", "14"),
    Plant("en", "annex-not-mentioned", "named in Annex I to this Agreement", "named each year", "ANNEX I"),
    Plant(
        "lv", "annex-not-mentioned", "ir noteikts šīs Vienošanās 1. pielikumā", "ir zināms", "1. pielikums"
    ),
    Plant("uk", "annex-not-mentioned", "викладено в Додатку 1 до цієї Угоди", "є відомим", "Додаток 1"),
    Plant(
        "en",
        "broken-field",
        "in Annex I to this Agreement",
        "in Annex I and in Error! Reference source not found.",
        "Error!",
    ),
    Plant("en", "number-left-out", "Article 8\n", "Article 9\n", "Article 9"),
    Plant("lv", "number-left-out", "8. pants\n", "9. pants\n", "9. pants"),
    Plant("uk", "number-left-out", "Стаття 8\n", "Стаття 9\n", "Стаття 9"),
    Plant("en", "number-left-out", "3. The harbours", "4. The harbours", "4."),
    Plant("en", "number-twice", "Article 8\n", "Article 7\n", "Article 7"),
    Plant(
        "en",
        "party-order",
        "The Republic of Latvia and the Kingdom of Norway (",
        "The Kingdom of Norway and the Republic of Latvia (",
        "Norway",
    ),
    Plant(
        "lv",
        "party-order",
        "Latvijas Republika un Moldovas Republika (",
        "Moldovas Republika un Latvijas Republika (",
        "Moldovas",
    ),
    Plant(
        "uk",
        "party-order",
        "Україна та Фінляндська Республіка (",
        "Фінляндська Республіка та Україна (",
        "Фінляндська",
    ),
    Plant(
        "en", "party-misnamed", "the Kingdom of Norway (", "the Republic of Norway (", "Republic of Norway"
    ),
    Plant(
        "lv",
        "party-misnamed",
        "Latvijas Republika un Moldovas Republika (",
        "Latvijas Karaliste un Moldovas Republika (",
        "Latvijas Karaliste",
    ),
    Plant("en", "signature-of-no-party", "For the Kingdom of Norway", "For the Kingdom of Sweden", "Sweden"),
    Plant(
        "lv", "signature-of-no-party", "Moldovas Republikas vārdā", "Igaunijas Republikas vārdā", "Igaunijas"
    ),
    Plant("uk", "signature-of-no-party", "За Фінляндську Республіку", "За Естонську Республіку", "Естонськ"),
    Plant("en", "party-without-signature", "\nFor the Kingdom of Norway\n", "", ""),
    Plant("en", "place-in-third-state", "Done at Riga", "Done at Tallinn", "Tallinn"),
    Plant("lv", "place-in-third-state", "Parakstīta Rīgā", "Parakstīta Tallinā", "Tallinā"),
    Plant("uk", "place-in-third-state", "місті Київ", "місті Варшава", "Варшава"),
    Plant(
        "en",
        "state-in-passing",
        "as the 2009 Agreement provides",
        "as the Estonian side provides",
        "Estonian side",
    ),
    Plant("lv", "state-in-passing", "Puses piemēro muitas", "Ukrainas puse piemēro muitas", "Ukrainas puse"),
    Plant("uk", "state-in-passing", "Сторони бережуть", "Латвійська сторона береже", "Латвійська сторона"),
    Plant("en", "language-of-no-party", "Latvian, Norwegian and", "Latvian, Ukrainian and", "Ukrainian"),
    Plant("en", "other-collective-name", "Each Party shall pay", "Each Participant shall pay", "Participant"),
    Plant(
        "en",
        "other-collective-name",
        "The Parties shall share",
        "The Contracting Parties shall share",
        "Contracting Parties",
    ),
    Plant("en", "collective-name-small", "unless the Parties agree", "unless the parties agree", "parties"),
    Plant("lv", "collective-name-small", "Katra Puse sedz", "Katra puse sedz", "puse"),
    Plant("uk", "collective-name-small", "Кожна Сторона несе", "Кожна сторона несе", "сторона"),
    Plant("en", "own-name-small", "of this Agreement is to", "of this agreement is to", "this agreement"),
    Plant("lv", "other-own-name", "Šī Vienošanās ir noslēgta", "Šis Līgums ir noslēgts", "Šis Līgums"),
    Plant("uk", "other-own-name", "Ця Угода укладається", "Цей Договір укладається", "Цей Договір"),
    Plant("en", "other-own-name", "This Agreement may be", "This Treaty may be", "This Treaty"),
    Plant(
        "en",
        "one-thing-two-terms",
        "shall share their charts",
        "shall set up a Joint Committee and a Joint Commission to share their charts",
        "Joint Commission",
    ),
    Plant(
        "en",
        "term-not-used",
        "(c) “Exchange Season” means",
        "(c) “Harbour Master” means the keeper of a harbour;\n(d) “Exchange Season” means",
        "Harbour Master",
    ),
    Plant(
        "lv",
        "term-not-used",
        "b) “nosūtītāja Puse” ir",
        "b) “muitas starpnieks” ir persona, kas kārto muitu;\nc) “nosūtītāja Puse” ir",
        "muitas starpnieks",
    ),
    Plant(
        "uk",
        "term-not-used",
        "б) «направляюча Сторона» означає",
        "б) «лісовий сторож» означає того, хто стереже ліс;\nв) «направляюча Сторона» означає",
        "лісовий сторож",
    ),
    Plant(
        "en",
        "term-defined-twice",
        "(c) “Exchange Season” means",
        "(c) “Host Party” means the Party that pays;\n(d) “Exchange Season” means",
        "Host Party",
    ),
    Plant(
        "en",
        "term-not-defined",
        "shall share their charts",
        "shall tell the Receiving Party, and the Receiving Party shall share its charts",
        "Receiving Party",
    ),
    Plant(
        "lv",
        "term-not-defined",
        "Puses piemēro muitas",
        "Uzņēmēja Puse informē, un Uzņēmēja Puse piemēro muitas",
        "Uzņēmēja Puse",
    ),
    Plant(
        "uk",
        "term-not-defined",
        "Сторони бережуть",
        "Отримуюча Сторона питає, а Отримуюча Сторона береже",
        "Отримуюча Сторона",
    ),
    Plant(
        "en", "term-written-small", "The Host Party shall house", "The host party shall house", "host party"
    ),
    Plant("en", "abbreviation-not-used", "teachers of pilots; and", "teachers of pilots (TOP); and", "TOP"),
    Plant(
        "en",
        "abbreviation-not-explained",
        "The Parties shall share",
        "The Joint Harbour Group shall meet. The JHG shall share",
        "JHG",
    ),
    Plant(
        "uk",
        "abbreviation-not-explained",
        "Сторони бережуть",
        "Спільна лісова група збирається щороку. СЛГ береже",
        "СЛГ",
    ),
    Plant("en", "number-and-word", "ten (10)", "ten (12)", "ten (12)"),
    Plant("lv", "number-and-word", "trīsdesmit (30)", "trīsdesmit (20)", "trīsdesmit (20)"),
    Plant("uk", "number-and-word", "тридцять (30)", "тридцять (20)", "тридцять (20)"),
    Plant(
        "en",
        "number-and-word",
        "No more than twenty (20)",
        "For EUR 5 000 (fifty thousand euros) no more than twenty (20)",
        "fifty thousand",
    ),
    Plant(
        "lv",
        "number-and-word",
        "Katra Puse sedz savus",
        "Par diviem miljoniem (200 000) eiro katra Puse sedz savus",
        "diviem miljoniem",
    ),
    Plant(
        "uk",
        "number-and-word",
        "Кожна Сторона несе власні",
        "За п’ять тисяч (50 000) євро кожна Сторона несе власні",
        "п’ять тисяч",
    ),
    Plant("en", "no-such-day", "12 March 2009", "31 April 2009", "31 April 2009"),
    Plant("lv", "no-such-day", "2009. gada 12. martā", "2009. gada 31. aprīlī", "31. aprīlī"),
    Plant("uk", "no-such-day", "12 березня 2009", "31 квітня 2009", "31 квітня"),
    Plant("en", "younger-than-the-text", "4 June 2015", "4 June 2035", "2035"),
    Plant("lv", "younger-than-the-text", "2015. gada 4. jūnijā", "2035. gada 4. jūnijā", "2035"),
    Plant("uk", "younger-than-the-text", "4 червня 2015", "4 червня 2035", "2035"),
    Plant("en", "instruments-not-by-date", "4 June 2015", "4 June 2005", "2005"),
    Plant("lv", "instruments-not-by-date", "2015. gada 4. jūnijā", "2005. gada 4. jūnijā", "2005"),
    Plant("uk", "instruments-not-by-date", "4 червня 2015", "4 червня 2005", "2005"),
    Plant("en", "instrument-not-cited", "as the 2009 Agreement", "as the 2011 Agreement", "2011 Agreement"),
    Plant(
        "lv",
        "instrument-not-cited",
        "saskaņā ar 2009. gada Vienošanos",
        "saskaņā ar 2011. gada Vienošanos",
        "2011. gada Vienošanos",
    ),
    Plant("uk", "instrument-not-cited", "до Угоди 2009 року.", "до Угоди 2011 року.", "Угоди 2011"),
    Plant(
        "en", "former-instrument", "as the 2009 Agreement", "as the former Convention", "former Convention"
    ),
    Plant("en", "done-at-and-in", "done at Oslo", "done in Oslo", "done in Oslo"),
    Plant(
        "en",
        "instrument-of-two-days",
        "as the 2009 Agreement provides",
        "as the Agreement between the Republic of Latvia and the Kingdom of Norway on Sea Charts and Soundings, done at Riga on 12 May 2009, provides",
        "Sea Charts",
    ),
    Plant("en", "recital-punctuation", "safe harbours;", "safe harbours.", "harbours."),
    Plant("lv", "recital-punctuation", "tirdzniecības nozīmi;", "tirdzniecības nozīmi.", "nozīmi."),
    Plant("uk", "recital-punctuation", "для клімату;", "для клімату.", "клімату."),
    Plant("en", "recital-without-sign", "best pilots,", "best pilots", "best pilots"),
    Plant("en", "list-punctuation", "pilots of ferries;", "pilots of ferries.", "ferries."),
    Plant("lv", "list-punctuation", "b) medus;", "b) medus.", "medus."),
    Plant("uk", "list-punctuation", "гасіння пожеж;", "гасіння пожеж", "пожеж"),
    Plant("en", "list-and-beside-or", "pilots of ferries;", "pilots of ferries; or", "or"),
    Plant(
        "en",
        "list-and-or",
        "ferries;\n(c) teachers of pilots; and",
        "ferries; and\n(c) teachers of pilots;",
        "and",
    ),
    Plant("en", "list-without-and", "teachers of pilots; and", "teachers of pilots;", "teachers of pilots"),
    Plant(
        "en",
        "no-full-stop",
        "unless the Parties agree otherwise.",
        "unless the Parties agree otherwise",
        "otherwise",
    ),
    Plant(
        "en",
        "duplicated-wording",
        "The Parties shall share their charts as the 2009 Agreement provides.",
        "The Parties shall share their charts as the 2009 Agreement provides. No more than twenty (20) pilots shall serve abroad in one Exchange Season of the year.",
        "twenty (20) pilots",
    ),
    Plant(
        "lv",
        "duplicated-wording",
        "Puses piemēro muitas formalitātes saskaņā ar 2009. gada Vienošanos.",
        "Nosūtītāja Puse trīsdesmit (30) dienas iepriekš rakstiski paziņo saņēmējai Pusei nosūtāmo preču daudzumu.",
        "daudzumu",
    ),
    Plant(
        "uk",
        "duplicated-wording",
        "Сторони бережуть лісові озера відповідно до Угоди 2009 року.",
        "Направляюча Сторона за тридцять (30) днів письмово повідомляє приймаючу Сторону про кількість гостей.",
        "гостей",
    ),
    Plant(
        "en",
        "heading-without-clause",
        "Settlement of disputes\n\nAny dispute about the interpretation or application of this Agreement shall be "
        "settled by consultations between the Parties.",
        "Duration and termination\n\nThis Agreement shall remain in force for ten (10) years.",
        "Duration and termination",
    ),
    Plant(
        "en",
        "heading-without-clause",
        "Amendments\n\nThis Agreement may be amended by written consent of the Parties.",
        "Amendments, entry into force and duration\n\nThis Agreement may be amended by written consent of the "
        "Parties. It shall enter into force when both have signed.",
        "duration",
    ),
    Plant(
        "lv",
        "heading-without-clause",
        "Strīdu izšķiršana\n\nStrīdus par šīs Vienošanās interpretāciju vai piemērošanu Puses izšķir savstarpējās "
        "konsultācijās.",
        "Vienošanās darbības termiņš un izbeigšana\n\nŠī Vienošanās ir noslēgta uz desmit (10) gadiem.",
        "izbeigšana",
    ),
    Plant(
        "uk",
        "heading-without-clause",
        "Вирішення спорів\n\nСпори щодо тлумачення або застосування цієї Угоди вирішуються шляхом консультацій між "
        "Сторонами.",
        "Строк дії та припинення\n\nЦя Угода укладається на десять (10) років.",
        "припинення",
    ),
    Plant(
        "en",
        "reference-to-itself",
        "in accordance with Article 3, paragraph 2",
        "as provided in Article 5",
        "Article 5",
    ),
    Plant(
        "en",
        "reference-to-itself",
        "in accordance with Article 3, paragraph 2",
        "pursuant to Article 5, paragraph 2",
        "paragraph 2",
    ),
    Plant("lv", "reference-to-itself", "ievērojot 3. panta 2. punktu", "kā noteikts 5. pantā", "5. pantā"),
    Plant(
        "uk", "reference-to-itself", "з урахуванням пункту 2 статті 3", "відповідно до статті 5", "статті 5"
    ),
    Plant(
        "en",
        "instrument-in-other-order",
        "as the 2009 Agreement provides",
        "as the Agreement between the Kingdom of Norway and the Republic of Latvia on Sea Charts and Soundings "
        "provides",
        "Norway and",
    ),
    Plant(
        "en",
        "cited-party-order",
        "the Protocol between the Republic of Latvia and the Kingdom of Norway on Lighthouses",
        "the Protocol between the Kingdom of Norway and the Republic of Latvia on Lighthouses",
        "Kingdom of Norway first",
    ),
    Plant(
        "uk",
        "cited-party-order",
        "Угоду між Україною та Фінляндською Республікою про захист озер",
        "Угоду між Фінляндською Республікою та Україною про захист озер",
        "Фінляндськ",
    ),
    Plant("en", "sign-twice", "2009 Agreement provides.", "2009 Agreement provides ..", ".."),
    Plant("lv", "sign-twice", "sedz savus izdevumus.", "sedz savus izdevumus ..", ".."),
    Plant(
        "en",
        "other-collective-name",
        "Each Party shall pay",
        "Each Participating State shall pay",
        "Participating State",
    ),
    Plant(
        "lv", "other-collective-name", "Katra Puse sedz savus", "Katra Dalībvalsts sedz savus", "Dalībvalsts"
    ),
    Plant(
        "uk",
        "other-collective-name",
        "Кожна Сторона несе",
        "Кожна Держава-учасниця несе",
        "Держава-учасниця",
    ),
    Plant(
        "en",
        "duplicated-wording",
        "The Parties shall share their charts as the 2009 Agreement provides.",
        "Each Visiting Pilot shall always follow the orders of a Host Party.",
        "orders",
    ),
    Plant(
        "lv",
        "duplicated-wording",
        "Puses piemēro muitas formalitātes saskaņā ar 2009. gada Vienošanos.",
        "Saņēmēja Puse sedz visus glabāšanas izdevumus, ievērojot 3. panta 2. punktu.",
        "glabāšanas",
    ),
    Plant(
        "uk",
        "duplicated-wording",
        "Сторони бережуть лісові озера відповідно до Угоди 2009 року.",
        "Кожна Сторона сама несе власні витрати.",
        "власні витрати",
    ),
    Plant(
        "en",
        "stray-wording",
        "A Visiting Pilot shall follow the orders of the Host Party",
        "The Host Party will give orders to each Visiting Pilot",
        "will give",
    ),
    Plant("lv", "stray-wording", "Puses piemēro", "Dalībnieki piemēro", "Dalībnieki"),
    Plant("uk", "stray-wording", "Сторони бережуть", "Тут Учасники бережуть", "Учасники"),
    Plant("en", "originals-and-languages", "two originals, each in the", "two originals in the", "originals"),
    Plant(
        "lv",
        "originals-and-languages",
        "divos oriģināleksemplāros, katrs latviešu",
        "divos oriģināleksemplāros latviešu",
        "oriģināleksemplāros",
    ),
    Plant(
        "uk",
        "originals-and-languages",
        "двох примірниках, кожний українською",
        "двох примірниках українською",
        "примірниках",
    ),
    Plant("en", "number-of-originals", "in two originals", "in three originals", "three originals"),
    Plant("en", "texts-and-languages", "all texts being", "both texts being", "both texts"),
    Plant("lv", "texts-and-languages", "visi teksti ir", "abi teksti ir", "abi teksti"),
    Plant("uk", "texts-and-languages", "всі тексти є", "обидва тексти є", "обидва тексти"),
    Plant(
        "en",
        "prevailing-text-not-done",
        "the English text shall prevail",
        "the French text shall prevail",
        "French",
    ),
    Plant("lv", "prevailing-text-not-done", "teksts angļu valodā.", "teksts franču valodā.", "noteicošais"),
    Plant(
        "uk", "prevailing-text-not-done", "текст англійською мовою.", "текст французькою мовою.", "переважну"
    ),
    Plant(
        "en",
        "authentic-texts",
        ", all texts being equally authentic. In case of divergence the English text shall prevail",
        "",
        "languages",
    ),
    Plant("en", "done-without-day", "Done at Riga on 14 May 2025 in two", "Done in two", "Done in two"),
    Plant(
        "en",
        "usual-clause-missing",
        "Settlement of disputes\n\nAny dispute about the interpretation or application of this Agreement shall be settled by consultations between the Parties.",
        "Festivals\n\nThe Parties like harbours.",
        "",
    ),
    Plant("en", "placeholder-unfilled", "on 14 May 2025", "on [date]", "date"),
    Plant("lv", "placeholder-unfilled", "2025. gada 14. maijā", "2025. gada ___. ________", "…"),
    Plant("en", "placeholder-unfilled", "Done at Riga", "Done at …", "…"),
    Plant(
        "en",
        "term-not-defined",
        "The Parties shall share their charts as the 2009 Agreement provides.",
        "Charts go through the Joint Board, and the Parties heed the Joint Board as the 2009 Agreement provides.",
        "Joint Board",
    ),
    Plant("en", "brackets-open", "shall be settled by", "[shall][should] be settled by", "[shall]"),
    Plant("en", "word-twice", "follow the orders", "follow the the orders", "the the"),
    Plant("lv", "word-twice", "sedz savus izdevumus", "sedz sedz savus izdevumus", "sedz sedz"),
    Plant("uk", "word-twice", "несе власні", "несе несе власні", "несе несе"),
    Plant("en", "space-before-sign", "pilots of ferries;", "pilots of ferries ;", "ferries ;"),
    Plant("en", "sign-twice", "agree otherwise.", "agree otherwise..", "otherwise.."),
    Plant("uk", "mixed-alphabets", "Метою цієї", "Метою цiєї", "цiєї"),
    Plant("en", "double-space", "follow the orders", "follow  the orders", "follow  the"),
    Plant("en", "non-breaking-hyphen", "their best pilots", "their well‑known pilots", "well‑known"),
    Plant("en", "mixed-quotation-marks", "“Host Party” means", '"Host Party" means', '"Host Party"'),
    Plant("lv", "hyphen-as-dash", "(turpmāk – Puses)", "(turpmāk - Puses)", "turpmāk -"),
    Plant("en", "unpaired-mark", "as the “Parties”),", "as the “Parties”,", "("),
    Plant("en", "mixed-spelling", "Recognising", "Recognizing", "authorised"),
    Plant("en", "british-and-american", "harbour pilots of", "harbour pilots in the center of", "center"),
)

LOOKS_LIKE_A_SLIP = (
    Plant(
        "en",
        "dangling-reference",
        "as the 2009 Agreement provides",
        "as Article 51 of the Charter of the United Nations provides",
        "",
    ),
    Plant(
        "en",
        "unit-not-in-text",
        "as the 2009 Agreement provides",
        "as Annex II to the Convention on Lighthouses provides",
        "",
    ),
    Plant(
        "lv",
        "unit-not-in-text",
        "saskaņā ar 2009. gada Vienošanos",
        "saskaņā ar Bāku konvencijas 3. pielikumu un 2009. gada Vienošanos",
        "",
    ),
    Plant(
        "uk",
        "unit-not-in-text",
        "відповідно до Угоди 2009 року.",
        "відповідно до Додатку 3 до Конвенції про озера та Угоди 2009 року.",
        "",
    ),
    Plant(
        "en",
        "heading-without-clause",
        "Costs\n",
        "Duration of stays and costs\n",
        "",
    ),
    Plant(
        "en",
        "heading-without-clause",
        "Final provisions\n",
        "Entry into force, duration and termination\n",
        "",
    ),
    Plant(
        "lv",
        "heading-without-clause",
        "Nobeiguma noteikumi\n",
        "Stāšanās spēkā, darbības termiņš un izbeigšana\n",
        "",
    ),
    Plant(
        "uk",
        "heading-without-clause",
        "Прикінцеві положення\n",
        "Набрання чинності, строк дії та припинення\n",
        "",
    ),
    Plant(
        "en",
        "reference-to-itself",
        "in accordance with Article 3, paragraph 2",
        "in accordance with Articles 3 and 5",
        "",
    ),
    Plant(
        "en",
        "reference-to-itself",
        "in accordance with Article 3, paragraph 2",
        "in accordance with Article 5, paragraph 1",
        "",
    ),
    Plant(
        "uk", "reference-to-itself", "з урахуванням пункту 2 статті 3", "відповідно до пункту 1 статті 5", ""
    ),
    Plant(
        "en",
        "other-collective-name",
        "share their charts",
        "share the charts of the States Parties to it",
        "",
    ),
    Plant(
        "lv", "other-collective-name", "Katra Puse sedz savus", "Katra Puse un ES dalībvalstis sedz savus", ""
    ),
    Plant("en", "sign-twice", "share their charts as", "share their charts ... as", ""),
    Plant(
        "en",
        "duplicated-wording",
        "The Parties shall share their charts as the 2009 Agreement provides.",
        "Each Visiting Pilot shall follow the rules of the Host Party.",
        "",
    ),
    Plant("lv", "wrong-unit", "3. panta 2. punktu", "3. panta otro punktu", ""),
    Plant("en", "number-and-word", "twenty (20)", "twenty-one (21)", ""),
    Plant(
        "en",
        "number-and-word",
        "No more than twenty (20)",
        "For EUR 50 000 (fifty thousand euros) no more than twenty (20)",
        "",
    ),
    Plant("lv", "number-and-word", "trīsdesmit (30)", "divdesmit piecas (25)", ""),
    Plant("uk", "number-and-word", "тридцять (30)", "двадцять п’ять (25)", ""),
    Plant(
        "lv",
        "collective-name-small",
        "Katra Puse sedz savus izdevumus",
        "Katra Puse sedz savus un nevalstisko pušu izdevumus",
        "",
    ),
    Plant("en", "collective-name-small", "unless the Parties agree", "unless third parties agree", ""),
    Plant(
        "uk",
        "collective-name-small",
        "Кожна Сторона несе власні",
        "Кожна Сторона несе власні й третіх сторін",
        "",
    ),
    Plant("en", "own-name-small", "share their charts", "share their charts by agreement", ""),
    Plant(
        "en",
        "term-written-small",
        "Each Party shall pay its own pilots",
        "Each Party shall pay any other visiting teacher",
        "",
    ),
    Plant("en", "former-instrument", "as the 2009 Agreement", "as the above-mentioned Protocol", ""),
    Plant(
        "en",
        "instrument-not-cited",
        "as the 2009 Agreement provides",
        "as the 1982 Convention on the Law of the Sea provides",
        "",
    ),
    Plant(
        "en",
        "term-not-defined",
        "The Parties shall share their charts as the 2009 Agreement provides.",
        "Charts are shared by the States Parties, as the States Parties know best.",
        "",
    ),
    Plant("en", "state-in-passing", "as the 2009 Agreement provides", "during the war in Ukraine", ""),
    Plant("en", "language-of-no-party", "Latvian, Norwegian and", "Latvian, Norwegian, French and", ""),
    Plant("en", "place-in-third-state", "Done at Riga", "Done at Oslo", ""),
    Plant("en", "word-twice", "share their charts", "share the charts that that Party has", ""),
    Plant("en", "sign-twice", "their charts as", "their charts, soundings, etc., as", ""),
    Plant(
        "en",
        "abbreviation-not-explained",
        "The Parties shall share",
        "The Parties, NATO and the EU shall share",
        "",
    ),
    Plant(
        "en",
        "stray-wording",
        "Each Party shall pay its own pilots",
        "Each Party shall pay those who will sail",
        "",
    ),
    Plant("en", "british-and-american", "share their charts", "share the Department of Defense charts", ""),
    Plant("en", "number-left-out", "Article 8\n", "Article 7 bis\n", ""),
    Plant(
        "en",
        "prevailing-text-not-done",
        "the English text shall prevail",
        "the Latvian text shall prevail",
        "",
    ),
    Plant("en", "texts-and-languages", "all texts being", "all three texts being", ""),
)


def agreement(folder: Path, text: str) -> Agreement:
    file = folder / "whole.txt"
    file.write_text(text, encoding="utf-8")
    source = read(file)
    assert isinstance(source, SourceDocument)
    return recognise(source).agreement


def planted(plant: Plant) -> str:
    whole = (_WHOLE / f"{plant.language}.txt").read_text(encoding="utf-8")
    assert plant.old in whole
    return whole.replace(plant.old, plant.new, 1)


def told(findings: tuple[Finding, ...], plant: Plant) -> list[Finding]:
    return [finding for finding in findings if finding.code == f"checks.{plant.kind}"]


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_nothing_is_queried_in_a_faultless_agreement(language: str, tmp_path: Path) -> None:
    whole = (_WHOLE / f"{language}.txt").read_text(encoding="utf-8")
    assert not [finding.message for finding in check(agreement(tmp_path, whole))]


@pytest.mark.parametrize("plant", PLANTS, ids=lambda plant: f"{plant.kind}-{plant.language}-{plant.new[:24]}")
def test_a_slip_is_told_where_it_stands(plant: Plant, tmp_path: Path) -> None:
    tree = agreement(tmp_path, planted(plant))
    findings = check(tree)
    found = told(findings, plant)
    assert any(plant.quoted in finding.quote + finding.message for finding in found)
    before = [fingerprint(finding) for finding in findings]
    for finding in found:
        for fix in finding.fixes:
            after = [fingerprint(other) for other in check(apply(tree, fix))]
            assert after.count(fingerprint(finding)) < before.count(fingerprint(finding))
            assert len(after) < len(before), "a fix brings nothing new"


@pytest.mark.parametrize(
    "plant", LOOKS_LIKE_A_SLIP, ids=lambda plant: f"{plant.kind}-{plant.language}-{plant.new[:24]}"
)
def test_what_only_looks_like_a_slip_is_let_be(plant: Plant, tmp_path: Path) -> None:
    assert not told(check(agreement(tmp_path, planted(plant))), plant)
