"""Agreements of our own wording with known structure, in English, Latvian and Ukrainian, to be printed as PDF.

The wording is put together from a bank of sentences, the same each time, so that a printed copy can be judged:
`Print` knows its articles, headings, paragraphs, points, notes and annex.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Clause:
    """One article: its label as printed, its heading, and paragraphs, each with points of its own."""

    label: str
    heading: str
    paragraphs: tuple[tuple[str, tuple[str, ...]], ...]


@dataclass(frozen=True)
class Print:
    """An agreement as a printer gets it; `notes` hang on (article, paragraph), counted from 0."""

    language: str
    title: str
    parties: str
    recitals: tuple[str, ...]
    formula: str
    articles: tuple[Clause, ...]
    testimonium: str
    done: str
    signatures: tuple[str, str]
    annex: str = ""
    annex_articles: tuple[Clause, ...] = ()
    notes: dict[tuple[int, int], str] = field(default_factory=dict)

    def units(self) -> Iterator[str]:
        """Everything that is a paragraph, point or recital of its own, in order, without its number."""
        yield from self.recitals
        for clause in (*self.articles, *self.annex_articles):
            for words, points in clause.paragraphs:
                yield words
                yield from points


@dataclass(frozen=True)
class _Bank:
    """What a language is put together from."""

    label: str
    title: str
    parties: str
    recitals: tuple[str, ...]
    formula: str
    headings: tuple[str, ...]
    sentences: tuple[str, ...]
    listing: str
    points: tuple[str, ...]
    notes: tuple[str, ...]
    testimonium: str
    done: str
    signatures: tuple[str, str]
    annex: str
    letters: tuple[str, ...] = ("(a)", "(b)", "(c)", "(d)")


_ENGLISH = _Bank(
    label="Article {}",
    title="Agreement between the Republic of Latvia and Iceland on the Care of Shared Lighthouses",
    parties="The Republic of Latvia and Iceland (hereinafter referred to as “the Parties”),",
    recitals=(
        "Recalling the long friendship between their seafarers and pilots,",
        "Recognizing that lights, buoys and fog signals serve ships of every flag and that their care is "
        "costly for any State that bears it alone,",
        "Desiring to share workshops, spare parts and the knowledge of keepers,",
        "Mindful of the obligations which each of them has accepted under the conventions on safety at sea,",
    ),
    formula="Have agreed as follows:",
    headings=(
        "Purpose",
        "Use of Terms",
        "Competent Authorities",
        "Exchange of Keepers",
        "Workshops and Spare Parts",
        "Protection of Information Received",
        "Costs and their Division",
        "Claims",
        "Joint Committee",
        "Settlement of Differences",
        "Amendment",
        "Entry into Force and Duration",
    ),
    sentences=(
        "Each Party shall keep the other informed of any light that has been moved, dimmed or taken out of "
        "service.",
        "The competent authorities shall meet at least once a year, alternately in the two capitals.",
        "Nothing in this Agreement affects rights which a Party holds under other treaties in force between "
        "them, in particular under Article 4 thereof.",
        "Where a keeper falls ill during an exchange, the receiving Party shall provide care on the terms "
        "that apply to its own staff.",
        "A request under paragraph 2 shall be made in writing and answered within thirty days.",
        "Spare parts lent under this provision remain the property of the lender and shall be returned or "
        "replaced in kind.",
        "Costs shall be borne where they fall, unless the Joint Committee referred to in Article 9 decides "
        "otherwise in a particular case.",
        "The Parties shall not disclose drawings or measurements without the prior consent of the Party "
        "that supplied them.",
        "Members of the crew of a tender shall enjoy the same treatment as officials of the host.",
        "Any difference about the meaning of these provisions shall be settled by consultation.",
        "Repairs which exceed one tenth of the yearly allowance require the consent of both treasuries.",
        "Documents exchanged electronically have the same value as those delivered by hand.",
        "The list of stations in Annex I may be changed by an exchange of notes.",
        "Neither Party shall charge dues for a light maintained in common.",
        "Training shall be given in a language understood by the trainee, and certificates shall be "
        "recognized by both Parties without further examination.",
        "If a storm makes a station unreachable, the nearer Party shall act first and report afterwards.",
    ),
    listing="For the purposes of this Agreement, the following shall be reported without delay:",
    points=(
        "the failure of a lamp, a lens or a generator;",
        "a change in the colour or the rhythm of a light which may mislead a navigator approaching the "
        "coast at night;",
        "damage by ice, collision or lightning;",
        "any work that is expected to last longer than three days.",
    ),
    notes=(
        "The list of stations was drawn up by the two hydrographic offices and is kept by the depositary.",
        "Amounts are stated in euros at the rate of the day on which the bill was received.",
        "See the report of the working group on wooden towers, second session.",
    ),
    testimonium="In witness whereof the undersigned, being duly authorized thereto, have signed this Agreement.",
    done="Done at Riga on 3 May 2019 in two originals, each in the Latvian, Icelandic and English languages, "
    "all texts being equally authentic. In case of divergence the English text shall prevail.",
    signatures=("For the Republic of Latvia", "For Iceland"),
    annex="Annex I",
)
_LATVIAN = _Bank(
    label="{}. pants",
    title="Latvijas Republikas un Islandes līgums par kopīgo bāku uzturēšanu",
    parties="Latvijas Republika un Islande (turpmāk – “Puses”),",
    recitals=(
        "atceroties jūrnieku un loču ilggadējo draudzību,",
        "atzīstot, ka ugunis, bojas un miglas signāli kalpo visu valstu kuģiem un ka to uzturēšana ir dārga "
        "ikvienai valstij, kas to veic viena,",
        "vēloties dalīties ar darbnīcām, rezerves daļām un uzraugu zināšanām,",
    ),
    formula="ir vienojušās par turpmāko.",
    headings=(
        "Līguma mērķis",
        "Terminu lietojums",
        "Kompetentās iestādes",
        "Uzraugu apmaiņa",
        "Darbnīcas un rezerves daļas",
        "Saņemtās informācijas aizsardzība",
        "Izdevumi un to sadale",
        "Prasības",
        "Apvienotā komiteja",
        "Domstarpību risināšana",
        "Grozījumi",
        "Stāšanās spēkā un darbības laiks",
    ),
    sentences=(
        "Katra Puse nekavējoties informē otru Pusi par ikvienu uguni, kas ir pārvietota vai izslēgta.",
        "Kompetentās iestādes tiekas vismaz reizi gadā, pārmaiņus abu valstu galvaspilsētās.",
        "Šis līgums neietekmē tiesības, kas Pusei izriet no citiem starp tām spēkā esošiem līgumiem, jo "
        "īpaši no to 4. panta.",
        "Ja uzraugs apmaiņas laikā saslimst, uzņemošā Puse nodrošina aprūpi ar tādiem pašiem nosacījumiem "
        "kā saviem darbiniekiem.",
        "Pieprasījumu saskaņā ar 2. punktu iesniedz rakstveidā, un uz to atbild trīsdesmit dienu laikā.",
        "Aizdotās rezerves daļas paliek aizdevēja īpašumā, un tās atdod vai aizstāj natūrā.",
        "Izdevumus sedz tur, kur tie rodas, ja vien 9. pantā minētā Apvienotā komiteja nelemj citādi.",
        "Puses neizpauž rasējumus un mērījumus bez iepriekšējas tās Puses piekrišanas, kura tos iesniegusi.",
        "Remontdarbiem, kas pārsniedz desmito daļu no gada piešķīruma, vajadzīga abu valstu piekrišana.",
        "Elektroniski apmainītiem dokumentiem ir tāds pats spēks kā personīgi nodotiem dokumentiem.",
        "Neviena no Pusēm neiekasē maksu par kopīgi uzturētu uguni.",
        "Ja vētra padara bāku nesasniedzamu, tuvākā Puse rīkojas pirmā un ziņo pēc tam.",
    ),
    listing="Šā līguma mērķiem nekavējoties ziņo par:",
    points=(
        "lampas, lēcas vai ģeneratora bojājumu;",
        "uguns krāsas vai ritma maiņu, kas var maldināt kuģotāju, kurš naktī tuvojas krastam;",
        "ledus, sadursmes vai zibens nodarītiem bojājumiem;",
        "ikvienu darbu, kas paredzams ilgāk par trim dienām.",
    ),
    notes=(
        "Sarakstu sagatavoja abu valstu hidrogrāfijas dienesti, un to glabā depozitārijs.",
        "Summas norāda eiro pēc tās dienas kursa, kurā rēķins saņemts.",
        "Sk. darba grupas ziņojumu par koka torņiem.",
    ),
    testimonium="To apliecinot, attiecīgi pilnvarotie pārstāvji ir parakstījuši šo līgumu.",
    done="Parakstīts Rīgā 2019. gada 3. maijā divos oriģināleksemplāros latviešu, islandiešu un angļu valodā, "
    "visi teksti ir vienlīdz autentiski.",
    signatures=("Latvijas Republikas vārdā", "Islandes vārdā"),
    annex="1. pielikums",
    letters=("a)", "b)", "c)", "d)"),
)
_UKRAINIAN = _Bank(
    label="Стаття {}",
    title="Угода між Україною та Республікою Ісландія про утримання спільних маяків",
    parties="Україна та Республіка Ісландія (далі – Сторони),",
    recitals=(
        "визнаючи, що вогні, буї та туманні сигнали служать суднам під будь-яким прапором,",
        "бажаючи спільно користуватися майстернями, запасними частинами та знаннями доглядачів маяків на "
        "узбережжі обох держав,",
        "керуючись конвенціями про безпеку на морі,",
    ),
    formula="домовилися про таке:",
    headings=(
        "Мета Угоди",
        "Визначення термінів",
        "Компетентні органи",
        "Обмін доглядачами",
        "Майстерні та запасні частини",
        "Захист отриманої інформації",
        "Витрати та їх розподіл",
        "Вимоги",
        "Спільний комітет",
        "Вирішення спорів",
        "Внесення змін",
        "Набрання чинності та строк дії",
    ),
    sentences=(
        "Кожна Сторона невідкладно повідомляє іншу Сторону про кожен вогонь, який перенесено або вимкнено.",
        "Компетентні органи зустрічаються щонайменше один раз на рік почергово у двох столицях.",
        "Ця Угода не впливає на права, які Сторона має за іншими чинними договорами, зокрема відповідно до "
        "статті 4 таких договорів.",
        "Якщо доглядач захворіє під час обміну, Сторона, що приймає, забезпечує догляд на умовах, які "
        "застосовуються до її власних працівників.",
        "Запит відповідно до пункту 2 подається у письмовій формі, і відповідь надається протягом тридцяти "
        "днів.",
        "Позичені запасні частини залишаються власністю позикодавця і підлягають поверненню.",
        "Витрати покриваються там, де вони виникли, якщо Спільний комітет не вирішить інакше.",
        "Сторони не розголошують креслення та виміри без попередньої згоди Сторони, яка їх надала.",
        "Електронні документи мають таку саму силу, як і документи, вручені особисто.",
        "Жодна зі Сторін не стягує зборів за вогонь, який утримується спільно.",
        "Якщо шторм робить станцію недосяжною, ближча Сторона діє першою і повідомляє згодом.",
    ),
    listing="Для цілей цієї Угоди Сторони невідкладно повідомляють про:",
    points=(
        "пошкодження лампи, лінзи або генератора;",
        "зміну кольору або ритму вогню, яка може ввести в оману судноводія, що наближається до берега;",
        "пошкодження внаслідок льоду, зіткнення або блискавки;",
        "будь-які роботи, які триватимуть понад три дні.",
    ),
    notes=(
        "Перелік станцій склали гідрографічні служби обох держав, і його зберігає депозитарій.",
        "Суми зазначаються в євро за курсом дня отримання рахунка.",
        "Див. звіт робочої групи щодо дерев’яних веж.",
    ),
    testimonium="На посвідчення чого ті, що підписалися нижче, належним чином уповноважені, підписали цю Угоду.",
    done="Вчинено в м. Києві 3 травня 2019 року у двох примірниках, кожний українською, ісландською та "
    "англійською мовами, при цьому всі тексти є автентичними.",
    signatures=("За Україну", "За Республіку Ісландія"),
    annex="Додаток 1",
    letters=("а)", "б)", "в)", "г)"),
)
BANKS = {"en": _ENGLISH, "lv": _LATVIAN, "uk": _UKRAINIAN}


def printed(
    language: str = "en",
    *,
    seed: int = 1,
    headings: bool = True,
    numbered: bool = True,
    notes: bool = False,
    annex: bool = False,
    label: str = "",
    articles: int = 12,
) -> Print:
    """An agreement in one language; the same arguments give the same text."""
    bank = BANKS[language]
    chance = random.Random(seed)
    clauses = tuple(
        _clause(bank, chance, turn, headings=headings, numbered=numbered, label=label or bank.label)
        for turn in range(articles)
    )
    places = [(3, 0), (3, len(clauses[3].paragraphs) - 1), (7, 0)] if articles > 7 else [(1, 0)]
    hung = dict(zip(dict.fromkeys(places), bank.notes, strict=False)) if notes else {}
    return Print(
        language,
        bank.title,
        bank.parties,
        bank.recitals,
        bank.formula,
        clauses,
        bank.testimonium,
        bank.done,
        bank.signatures,
        bank.annex if annex else "",
        tuple(
            _clause(bank, chance, turn, headings=headings, numbered=numbered, label=label or bank.label)
            for turn in range(3)
        )
        if annex
        else (),
        hung,
    )


def _clause(
    bank: _Bank, chance: random.Random, turn: int, *, headings: bool, numbered: bool, label: str
) -> Clause:
    count = chance.choice((1, 2, 2, 3, 4))
    paragraphs: list[tuple[str, tuple[str, ...]]] = []
    for place in range(count):
        words = " ".join(chance.sample(bank.sentences, chance.choice((1, 1, 2, 3))))
        number = f"{place + 1}. " if numbered and count > 1 else ""
        paragraphs.append((number + words, ()))
    if turn % 4 == 2:
        number = f"{count + 1}. " if numbered and count > 1 else ""
        points = tuple(f"{letter} {words}" for letter, words in zip(bank.letters, bank.points, strict=True))
        paragraphs.append((number + bank.listing, points))
    shown = turn + 1
    return Clause(
        label.format(_roman(shown) if "{}" in label and label.isupper() else shown),
        bank.headings[turn] if headings else "",
        tuple(paragraphs),
    )


def _roman(number: int) -> str:
    whole = ""
    for value, sign in ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I")):
        while number >= value:
            whole, number = whole + sign, number - value
    return whole
