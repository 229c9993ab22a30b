"""Instructions as treaty offices of several countries word them, on one short agreement in each language.

A case is what the protocol says, words the consolidated text must hold and words it must not hold. A vertical
bar parts lines.
"""

from __future__ import annotations

AGREEMENT = {
    "en": """AGREEMENT BETWEEN THE GOVERNMENT OF THE REPUBLIC OF LATVIA AND THE GOVERNMENT OF THE REPUBLIC OF ESTONIA ON BORDER BRIDGES

The Government of the Republic of Latvia and the Government of the Republic of Estonia, hereinafter referred to as the “Parties”,

Recognising the value of bridges across the border;
Desiring to keep them safe,

Have agreed as follows:

Article 1
Purpose

1. The Parties shall maintain the bridges listed in the Annex.
2. Maintenance shall take place on the territory of both Parties. Each Party shall bear its own costs. Costs of common works shall be shared.
3. The Parties shall inform each other of works in the Ministry of Transport of either Party.

Article 2
Inspections

1. An inspection shall cover:
(a) the deck;
(b) the piers;
(c) the lighting;
(d) the signs.
2. Inspections shall take place every two years. The Commission shall keep a record.
3. The Commission shall meet once a year.
4. The Commission shall adopt its rules of procedure.

Article 3
Costs

Each Party shall bear the costs of inspections on its territory.

Article 4
Disputes

Disputes shall be settled by consultation in the Commission. They shall not be referred to a third party.

Article 5
Final provisions

1. This Agreement shall enter into force on the date of the last notification.
2. This Agreement is concluded for five years. It shall be extended tacitly.

Done at Riga on 5 May 2020 in two originals in the English language.

For the Government of the Republic of Latvia

For the Government of the Republic of Estonia

Annex
Bridges

1. The bridge at Valka.
2. The bridge at Ainaži.
""",
    "lv": """LATVIJAS REPUBLIKAS VALDĪBAS UN IGAUNIJAS REPUBLIKAS VALDĪBAS LĪGUMS PAR ROBEŽTILTIEM

Latvijas Republikas valdība un Igaunijas Republikas valdība, turpmāk – Puses,

atzīstot tiltu nozīmi pār robežu;
vēloties nodrošināt to drošību,

ir vienojušās par turpmāko.

1. pants
Mērķis

1. Puses uztur pielikumā uzskaitītos tiltus.
2. Uzturēšana notiek abu Pušu teritorijā. Katra Puse sedz savas izmaksas. Kopīgo darbu izmaksas dala.
3. Puses informē viena otru par darbiem Satiksmes ministrijā.

2. pants
Pārbaudes

1. Pārbaude aptver:
a) klāju;
b) balstus;
c) apgaismojumu;
d) zīmes.
2. Pārbaudes notiek reizi divos gados. Komisija glabā protokolu.
3. Komisija tiekas reizi gadā.
4. Komisija pieņem savu reglamentu.

3. pants
Izmaksas

Katra Puse sedz pārbaužu izmaksas savā teritorijā.

4. pants
Strīdi

Strīdus izšķir konsultācijās Komisijā. Tos nenodod trešajai pusei.

5. pants
Noslēguma noteikumi

1. Šis Līgums stājas spēkā pēdējā paziņojuma dienā.
2. Šis Līgums ir noslēgts uz pieciem gadiem. To pagarina klusējot.

Parakstīts Rīgā 2020. gada 5. maijā divos eksemplāros latviešu valodā.

Latvijas Republikas valdības vārdā

Igaunijas Republikas valdības vārdā
""",
    "uk": """УГОДА МІЖ УРЯДОМ ЛАТВІЙСЬКОЇ РЕСПУБЛІКИ ТА УРЯДОМ ЕСТОНСЬКОЇ РЕСПУБЛІКИ ПРО ПРИКОРДОННІ МОСТИ

Уряд Латвійської Республіки та Уряд Естонської Республіки, далі – Сторони,

визнаючи значення мостів через кордон;
бажаючи забезпечити їхню безпеку,

домовилися про таке:

Стаття 1
Мета

1. Сторони утримують мости, зазначені в додатку.
2. Утримання здійснюється на території обох Сторін. Кожна Сторона несе власні витрати. Витрати на спільні роботи розподіляються.
3. Сторони інформують одна одну про роботи в Міністерстві транспорту.

Стаття 2
Огляди

1. Огляд охоплює:
а) настил;
б) опори;
в) освітлення;
г) знаки.
2. Огляди проводяться раз на два роки. Комісія веде протокол.
3. Комісія збирається раз на рік.
4. Комісія ухвалює свій регламент.

Стаття 3
Витрати

Кожна Сторона несе витрати на огляди на своїй території.

Стаття 4
Спори

Спори вирішуються шляхом консультацій у Комісії. Їх не передають третій стороні.

Стаття 5
Прикінцеві положення

1. Ця Угода набирає чинності з дати останнього повідомлення.
2. Ця Угода укладається на п’ять років. Її дія продовжується автоматично.

Учинено в місті Рига 5 травня 2020 року у двох примірниках українською мовою.

За Уряд Латвійської Республіки

За Уряд Естонської Республіки
""",
}

FRAME = {
    "en": (
        "PROTOCOL AMENDING THE AGREEMENT ON BORDER BRIDGES|The Government of the Republic of Latvia and the "
        "Government of the Republic of Estonia,|Desiring to amend the Agreement on Border Bridges,|Have agreed as "
        "follows:|Article 1",
        "Article 2|This Protocol shall enter into force on the date of its signature.|Done at Tallinn on 7 May 2024 "
        "in two originals in the English language.",
    ),
    "lv": (
        "PROTOKOLS PAR GROZĪJUMIEM LĪGUMĀ PAR ROBEŽTILTIEM|Latvijas Republikas valdība un Igaunijas Republikas "
        "valdība|ir vienojušās par turpmāko.|1. pants",
        "2. pants|Šis protokols stājas spēkā tā parakstīšanas dienā.|Parakstīts Tallinā 2024. gada 7. maijā divos "
        "eksemplāros.",
    ),
    "uk": (
        "ПРОТОКОЛ ПРО ВНЕСЕННЯ ЗМІН ДО УГОДИ ПРО ПРИКОРДОННІ МОСТИ|Уряд Латвійської Республіки та Уряд Естонської "
        "Республіки|домовилися про таке:|Стаття 1",
        "Стаття 2|Цей Протокол набирає чинності з дати його підписання.|Учинено в місті Таллінн 7 травня 2024 року у "
        "двох примірниках.",
    ),
}

Case = tuple[str, tuple[str, ...], tuple[str, ...]]

CASES: dict[str, tuple[Case, ...]] = {
    "en": (
        ("Article 3 shall be amended to read as follows:|“Article 3|Costs|1. The costs shall be shared equally.|2. Accounts shall be settled in May.”", ("shared equally", "settled in May"), ("on its territory",)),
        ("Article 3 of the Agreement is hereby replaced by the following:|“Each Party shall bear one half of all costs.”", ("Costs\nEach Party shall bear one half",), ("costs of inspections",)),
        ("Article 3 shall read as follows:|Article 3|Costs|The host Party shall bear all costs.", ("The host Party shall bear",), ("costs of inspections",)),
        ("In Article 1, paragraph 2, the words “both Parties” shall be replaced by the words “either Party”.", ("territory of either Party",), ("both Parties",)),
        ("In paragraph 2 of Article 1, for “both Parties” there shall be substituted “either Party”.", ("territory of either Party",), ("both Parties",)),
        ("Article 1(2) of the Agreement is amended by replacing “both Parties” with “either Party”.", ("territory of either Party",), ("both Parties",)),
        ("The words “the deck” in Article 2(1)(a) shall be replaced by “the deck and the joints”.", ("the deck and the joints;",), ()),
        ("Throughout the Agreement, the word “Commission” shall be replaced by the word “Council”.", ("The Council shall meet", "consultation in the Council"), ("Commission",)),
        ("The word “Commission”, wherever it appears in the Agreement, shall be replaced by “Council”.", ("The Council shall adopt",), ("Commission",)),
        ("The second sentence of paragraph 2 of Article 2 shall be deleted.", ("every two years.",), ("keep a record",)),
        ("In Article 1(2), the second and third sentences are deleted.", ("both Parties.",), ("own costs", "shall be shared")),
        ("The last sentence of Article 4 is repealed.", ("in the Commission.",), ("third party",)),
        ("The first sentence of paragraph 2 of Article 5 shall be replaced by the following: “This Agreement is concluded for ten years.”", ("for ten years. It shall be extended",), ("five years",)),
        ("In the second sentence of Article 5, paragraph 2, the word “tacitly” shall be replaced by “by notes”.", ("extended by notes.",), ("tacitly",)),
        ("The following sentence shall be added at the end of paragraph 3 of Article 2: “It may meet more often.”", ("once a year. It may meet more often.",), ()),
        ("At the end of Article 2, paragraph 3, the following sentence is added:|“It may meet more often.”", ("once a year. It may meet more often.",), ()),
        ("After the first sentence of Article 1(2), the following sentence shall be inserted: “Works shall be announced.”", ("both Parties. Works shall be announced. Each Party",), ()),
        ("After Article 3 the following Article 3bis shall be inserted:|“Article 3bis|Liability|The Parties waive all claims.”", ("Liability\nThe Parties waive all claims.\nDisputes",), ()),
        ("A new Article 3 bis is added to the Agreement:|“Article 3 bis|Liability|The Parties waive all claims.”", ("Liability\nThe Parties waive",), ()),
        ("In Article 2(1), subparagraphs (a) and (b) are replaced by the following:|“(a) the deck and joints;|(b) the piers and bearings;”", ("the deck and joints;\nthe piers and bearings;\nthe lighting",), ("the deck;",)),
        ("In Article 2, paragraph 1, points (b) and (c) shall be deleted.", ("the deck;\nthe signs.",), ("the piers", "the lighting")),
        ("Paragraph 2 of Article 2 shall be deleted. |Paragraphs 3 and 4 of Article 2 shall be renumbered as paragraphs 2 and 3.", ("cover", "meet once"), ("every two years",)),
        ("In Article 2, paragraph 2 shall be deleted and the subsequent paragraphs shall be renumbered accordingly.", ("meet once",), ("every two years",)),
        ("Article 2 shall be amended as follows:|(a) in paragraph 2, the words “two years” shall be replaced by the words “three years”;|(b) paragraph 3 shall be deleted;|(c) the following paragraph 5 shall be added:|“5. The Commission shall publish its reports.”", ("every three years", "publish its reports"), ("once a year", "two years")),
        ("In Article 2(1)(d), after the word “signs”, the words “and barriers” shall be inserted.", ("the signs and barriers.",), ()),
        ("The words “of either Party” shall be deleted from Article 1(3).", ("Ministry of Transport.",), ("of either Party",)),
        ("The heading of Article 3 shall be replaced by the following: “Expenses”.", ("Expenses\nEach Party",), ("Costs\nEach",)),
        ("Articles 3 and 4 of the Agreement are repealed.", ("Final provisions",), ("Disputes", "costs of inspections")),
        ("Paragraph 1 of the Annex shall be replaced by the following:|“1. The bridge at Valga.”", ("The bridge at Valga.\nThe bridge at Ainaži",), ("Valka",)),
        ("In Article 2, paragraph 3 is deleted and paragraph 4 is replaced by the following:|“4. The Commission shall adopt its rules by consensus.”", ("rules by consensus",), ("meet once", "rules of procedure")),
        ("In Article 1(2), the words “both Parties” shall be replaced by “either Party” and the words “of common works” shall be deleted.", ("territory of either Party", "Costs shall be shared"), ("both Parties", "common works")),
        ("The second recital of the preamble shall be deleted.", ("value of bridges",), ("keep them safe",)),
        ("Paragraph 4 of Article 2 shall become paragraph 3 and the existing paragraph 3 shall become paragraph 4.", ("meet once",), ()),
        ("Article 2, paragraph 1, is amended as follows:|(1) point (a) is replaced by the following:|“(a) the deck and joints;”;|(2) point (c) is deleted.", ("the deck and joints;\nthe piers;\nthe signs.",), ("the lighting",)),
        ("The text of Article 3 is replaced by the following text:|“Each Party shall bear its costs.”", ("Costs\nEach Party shall bear its costs.",), ("on its territory",)),
        ("Article 5(2) shall be supplemented by the following sentence: “Either Party may object.”", ("tacitly. Either Party may object.",), ()),
        ("The words “and piers” shall be added after the words “the bridges” in Article 1(1).", ("the bridges and piers listed",), ()),
        ("In the title of the Agreement, the words “BORDER BRIDGES” shall be replaced by the words “BORDER CROSSINGS”.", ("ON BORDER CROSSINGS",), ("BORDER BRIDGES",)),
        ("The existing text of Article 3 shall become paragraph 1 and the following paragraph 2 shall be added:|“2. Accounts shall be kept.”", ("on its territory.\nAccounts shall be kept.",), ()),
        ("In Article 2, paragraph 2, delete the second sentence.", ("every two years.",), ("keep a record",)),
        ("Replace “once a year” in Article 2(3) with “twice a year”.", ("twice a year",), ("once a year",)),
        ("Article 4 (Disputes) is deleted and replaced by the following:|“Article 4|Disputes|Disputes shall be settled by a court.”", ("by a court.",), ("consultation",)),
        ("Article 4 shall cease to have effect.", ("Final provisions",), ("Disputes",)),
        ("In Articles 2 and 4, the word “Commission” is replaced by the word “Council”.", ("The Council shall adopt", "in the Council"), ("Commission",)),
        ("A new recital shall be inserted after the first recital: “Noting the age of the bridges;”", ("border;\nNoting the age of the bridges;\nDesiring",), ()),
    ),
    "lv": (
        ("Izteikt Līguma 3. pantu šādā redakcijā:|“3. pants|Izmaksas|1. Izmaksas dala vienādi.|2. Norēķinus veic maijā.”", ("dala vienādi", "veic maijā"), ("savā teritorijā",)),
        ("Līguma 1. panta 2. punktā aizstāt vārdus “abu Pušu” ar vārdiem “jebkuras Puses”.", ("jebkuras Puses teritorijā",), ("abu Pušu",)),
        ("Aizstāt 1. panta 2. punktā vārdus „abu Pušu” ar vārdiem „jebkuras Puses”.", ("jebkuras Puses teritorijā",), ("abu Pušu",)),
        ("Visā Līguma tekstā vārdu “izmaksas” aizstāt ar vārdu “izdevumus”.", ("sedz savas izdevumus",), ("izmaksas",)),
        ("Svītrot Līguma 2. panta 2. punkta otro teikumu.", ("divos gados.",), ("glabā protokolu",)),
        ("Līguma 1. panta 2. punktā svītrot otro un trešo teikumu.", ("Pušu teritorijā.",), ("savas izmaksas", "izmaksas dala")),
        ("Svītrot 4. panta pēdējo teikumu.", ("Komisijā.",), ("trešajai",)),
        ("Izteikt Līguma 5. panta 2. punkta pirmo teikumu šādā redakcijā: “Šis Līgums ir noslēgts uz desmit gadiem.”", ("desmit gadiem. To pagarina",), ("pieciem",)),
        ("Līguma 5. panta 2. punkta otrajā teikumā vārdu “klusējot” aizstāt ar vārdiem “ar notām”.", ("pagarina ar notām.",), ("klusējot",)),
        ("Papildināt Līguma 2. panta 3. punktu ar šādu teikumu: “Tā var tikties biežāk.”", ("reizi gadā. Tā var tikties biežāk.",), ()),
        ("Papildināt 1. panta 2. punktu aiz pirmā teikuma ar teikumu šādā redakcijā: “Par darbiem paziņo.”", ("teritorijā. Par darbiem paziņo. Katra",), ()),
        ("Papildināt Līgumu ar 3.1 pantu šādā redakcijā:|“3.1 pants|Atbildība|Puses atsakās no prasībām.”", ("Atbildība\nPuses atsakās no prasībām.\nStrīdi",), ()),
        ("Papildināt Līgumu ar 3.¹ pantu šādā redakcijā:|“3.¹ pants|Atbildība|Puses atsakās no prasībām.”", ("Atbildība\nPuses atsakās",), ()),
        ("Svītrot 2. panta 1. punkta b) un c) apakšpunktu.", ("klāju;\nzīmes.",), ("balstus", "apgaismojumu")),
        ("Izdarīt Līguma 2. pantā šādus grozījumus:|1) 2. punktā vārdus “divos gados” aizstāt ar vārdiem “trijos gados”;|2) svītrot 3. punktu;|3) papildināt ar 5. punktu šādā redakcijā:|“5. Komisija publicē ziņojumus.”", ("reizi trijos gados", "publicē ziņojumus"), ("tiekas", "divos gados")),
        ("Papildināt 2. panta 1. punkta d) apakšpunktu aiz vārda “zīmes” ar vārdiem “un barjeras”.", ("zīmes un barjeras.",), ()),
        ("Līguma 1. panta 3. punktā svītrot vārdus “Satiksmes ministrijā”.", ("par darbiem.",), ("ministrijā",)),
        ("Izteikt Līguma 3. panta virsrakstu šādā redakcijā: “Izdevumi”.", ("Izdevumi\nKatra",), ("Izmaksas\nKatra",)),
        ("Svītrot Līguma 3. un 4. pantu.", ("Noslēguma noteikumi",), ("Strīdi", "pārbaužu izmaksas")),
        ("Līdzšinējo 2. panta 4. punktu uzskatīt par 3. punktu.", ("reglamentu",), ()),
        ("Aizstāt preambulā vārdu “drošību” ar vārdiem “drošumu un kārtību”.", ("drošumu un kārtību,",), ("drošību",)),
        ("Papildināt 2. pantu ar 5. un 6. punktu šādā redakcijā:|“5. Komisija publicē ziņojumus.|6. Ziņojumi ir atklāti.”", ("publicē ziņojumus.\nZiņojumi ir atklāti.",), ()),
        ("2. pantā:|a) svītrot 3. punktu;|b) 4. punktā vārdu “reglamentu” aizstāt ar vārdu “kārtību”.", ("savu kārtību",), ("tiekas",)),
        ("Līguma 4. pants tiek svītrots.", ("Noslēguma",), ("Strīdi",)),
        ("Uzskatīt Līguma 4. pantu par spēku zaudējušu.", ("Noslēguma",), ("Strīdi",)),
    ),
    "uk": (
        ("Статтю 3 Угоди викласти в такій редакції:|«Стаття 3|Витрати|1. Витрати розподіляються порівну.|2. Розрахунки проводяться у травні.»", ("порівну", "у травні"), ("своїй території",)),
        ("У пункті 2 статті 1 Угоди слова «обох Сторін» замінити словами «будь-якої Сторони».", ("будь-якої Сторони",), ("обох Сторін",)),
        ("Друге речення пункту 2 статті 2 Угоди виключити.", ("два роки.",), ("веде протокол",)),
        ("У пункті 2 статті 1 друге і третє речення виключити.", ("обох Сторін.",), ("власні витрати", "розподіляються")),
        ("Останнє речення статті 4 вилучити.", ("у Комісії.",), ("третій",)),
        ("Перше речення пункту 2 статті 5 викласти в такій редакції: «Ця Угода укладається на десять років.»", ("десять років. Її дія",), ("п’ять",)),
        ("У другому реченні пункту 2 статті 5 слово «автоматично» замінити словами «шляхом обміну нотами».", ("продовжується шляхом обміну нотами.",), ("автоматично",)),
        ("Пункт 3 статті 2 доповнити новим реченням такого змісту: «Вона може збиратися частіше.»", ("раз на рік. Вона може збиратися частіше.",), ()),
        ("Пункт 2 статті 1 після першого речення доповнити реченням: «Про роботи повідомляють.»", ("Сторін. Про роботи повідомляють. Кожна",), ()),
        ("Доповнити Угоду статтею 3-1 такого змісту:|«Стаття 3-1|Відповідальність|Сторони відмовляються від претензій.»", ("Відповідальність\nСторони відмовляються від претензій.\nСпори",), ()),
        ("Доповнити Угоду після статті 3 новою статтею 3¹ такого змісту:|«Стаття 3¹|Відповідальність|Сторони відмовляються від претензій.»", ("Відповідальність\nСторони відмовляються",), ()),
        ("Підпункти б) і в) пункту 1 статті 2 виключити.", ("настил;\nзнаки.",), ("опори", "освітлення")),
        ("Внести до статті 2 Угоди такі зміни:|1) у пункті 2 слова «два роки» замінити словами «три роки»;|2) пункт 3 виключити;|3) доповнити пунктом 5 такого змісту:|«5. Комісія публікує звіти.»", ("раз на три роки", "публікує звіти"), ("збирається", "два роки")),
        ("Абзац другий пункту 1 статті 2 викласти в такій редакції: «а) настил і шви;»", ("настил і шви;\nопори",), ("настил;",)),
        ("Підпункт г) пункту 1 статті 2 після слова «знаки» доповнити словами «та шлагбауми».", ("знаки та шлагбауми.",), ()),
        ("У пункті 3 статті 1 слова «в Міністерстві транспорту» виключити.", ("про роботи.",), ("Міністерстві",)),
        ("Назву статті 3 викласти в такій редакції: «Видатки».", ("Видатки\nКожна",), ("Витрати\nКожна",)),
        ("Статті 3 і 4 Угоди виключити.", ("Прикінцеві положення",), ("Спори", "витрати на огляди")),
        ("У преамбулі Угоди слово «безпеку» замінити словами «безпеку та порядок».", ("безпеку та порядок,",), ()),
        ("Пункт 3 статті 2 виключити, у зв’язку з цим пункт 4 вважати пунктом 3.", ("регламент",), ("збирається",)),
        ("Статтю 2 доповнити пунктами 5 і 6 такого змісту:|«5. Комісія публікує звіти.|6. Звіти є відкритими.»", ("публікує звіти.\nЗвіти є відкритими.",), ()),
        ("У статті 2:|а) пункт 3 виключити;|б) у пункті 4 слово «регламент» замінити словом «порядок».", ("свій порядок",), ("збирається",)),
        ("Статтю 4 вважати такою, що втратила чинність.", ("Прикінцеві",), ("Спори",)),
        ("Абзац перший статті 4 викласти в новій редакції: «Спори вирішує суд.»", ("Спори вирішує суд.",), ("консультацій",)),
    ),
}  # fmt: skip

# Instructions that cannot be carried out as they stand: each an error, and the text stays as it is.
NOT_TO_BE_DONE: dict[str, tuple[str, ...]] = {
    "en": (
        "Article 9 shall be deleted.",
        "The fifth sentence of Article 1(2) shall be deleted.",
        "In Article 3, the words “both ministries” shall be replaced by the words “either ministry”.",
        "In Article 2, the word “The” shall be deleted.",
        "In Article 1, paragraph 2, the words “both Parties” shall be replaced by the words “either Party”, “all Parties” and “the Parties” as the case may be.",
        "Paragraph 3 of Article 2 shall be amended so as to reflect the practice of the Commission.",
        "Article 4 shall be replaced by the following:",
        "The Annex to the Agreement shall be replaced by the Annex to this Protocol.",
        "Articles 2 to 9 shall be deleted.",
        "Articles 3 and 4 shall be renumbered as Articles 6 to 9.",
        "For Article 4 as it stands there is to be read:|“Article 4|Disputes|Disputes shall be settled by a tribunal.”",
    ),
    "lv": (
        "Svītrot Līguma 9. pantu.",
        "Svītrot 1. panta 2. punkta piekto teikumu.",
        "Līguma 3. pantā vārdus “abas ministrijas” aizstāt ar vārdiem “ikviena ministrija”.",
        "Izteikt Līguma 4. pantu šādā redakcijā:",
    ),
    "uk": (
        "Статтю 9 Угоди виключити.",
        "П’яте речення пункту 2 статті 1 виключити.",
        "У статті 3 слова «обидва міністерства» замінити словами «будь-яке міністерство».",
        "Статтю 4 Угоди викласти в такій редакції:",
    ),
}  # fmt: skip
