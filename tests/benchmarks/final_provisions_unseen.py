"""Final provisions as treaty collections print them: a third set in our own words, without headings.

Written before looking at any cue or sign, in the manners of different ages and offices: treaties of heads of State,
League and United Nations series, notes turned into articles, plain modern drafting. Each is the whole article.
The first measurement, before anything was changed for it, with the headings hidden: English 32 of 58, Latvian 26 of
37, Ukrainian 27 of 37. What is measured now is of a set that was seen.
"""

from __future__ import annotations

UNSEEN: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "entry_into_force": (
            "The present Convention shall be ratified and the ratifications exchanged at Vienna with the least possible delay; it shall come into force one month after that exchange.",
            "Each Government shall inform the other when its constitutional requirements have been met. The date of the later of these communications shall be the date on which this Agreement enters into force.",
            "The Treaty shall take effect forthwith upon signature.",
            "These provisions become operative on 1 January of the year after that in which the sixth instrument reaches the Government of the host State.",
            "The present exchange of letters constitutes an agreement which begins to apply sixty days after the date of your reply.",
        ),
        "provisional_application": (
            "The signatory Governments undertake to put the provisions of the present Protocol into practice at once, without waiting for its ratification.",
            "Pending completion of the formalities mentioned above, the terms of this Agreement shall be observed provisionally as from today.",
            "As an interim measure, the arrangements laid down here are to be applied from the date of signature until the Convention is in force.",
        ),
        "duration": (
            "The present Treaty is made for twelve years.",
            "This Agreement shall continue in force indefinitely.",
            "The Convention shall have effect for a period of seven years from the exchange of ratifications.",
            "Its provisions will be valid until 31 December 2035.",
        ),
        "tacit_renewal": (
            "If neither High Contracting Party has announced, one year before the said term runs out, its intention to let it lapse, the Treaty shall remain binding for five years more, and so on.",
            "Unless notice of discontinuance is given three months prior to expiry, the Agreement shall be deemed extended by tacit consent for successive periods of one year.",
            "After the first three years the Arrangement shall go on from year to year until one of the two Governments declares otherwise.",
        ),
        "termination": (
            "The present Convention may be denounced by any of the High Contracting Parties. The denunciation shall be made known in writing to the French Government and shall produce its effects one year afterwards.",
            "Either Contracting Party shall be at liberty to bring this Treaty to an end on giving twelve months' notice.",
            "This Agreement ceases to have effect six months from the receipt by one Government of the other's written notification that it wishes to terminate it.",
            "A Member may leave this Agreement after the fourth year by addressing a notification to the Director-General, such withdrawal being effective at the close of the calendar year.",
            "Should one Party commit a material breach, the other may declare this Treaty at an end with immediate effect.",
        ),
        "suspension": (
            "Each Contracting Party reserves the right to discontinue for a time the application of all or part of this Agreement for reasons of public safety. The other shall be told forthwith through the diplomatic channel.",
            "In the event of war the operation of the present Convention may be suspended between the belligerents.",
            "The Government concerned may, for the duration of an emergency, hold the performance of its duties under Chapter II in abeyance.",
        ),
        "survival": (
            "Contracts concluded before this Agreement lapses shall be carried out to the end on the terms agreed.",
            "The expiry of the Treaty does not relieve the Parties of their obligations concerning classified material already handed over.",
            "Rights acquired by private persons while this Convention was in force shall remain untouched when it ceases to be so.",
        ),
        "amendment": (
            "The provisions of this Convention may at any time be altered with the consent of all the Contracting States.",
            "Any modification on which the two Governments agree shall be made by an exchange of notes and shall be regarded as an integral part hereof.",
            "A State which wishes an Article to be changed submits its text to the Secretary-General, who circulates it; it is adopted if within six months nobody objects.",
            "No variation of these terms binds either side until it has been put in writing and signed.",
        ),
        "review_event": (
            "At the request of either of them the Contracting Parties shall enter into negotiations with a view to revising the Treaty in the light of experience.",
            "Every four years representatives of the Parties meet to examine how the Convention is being carried out.",
            "A conference to reconsider this Protocol shall be called when ten States have asked for it.",
        ),
        "dispute_settlement": (
            "All differences which may arise over the interpretation or execution of this Treaty, and which could not be adjusted by diplomacy, shall be submitted to the Permanent Court of Arbitration at The Hague.",
            "Any question as to the meaning of these provisions shall be resolved between the competent ministries by discussion, without recourse to any third party.",
            "Should the two Governments fail to agree, each shall name one arbitrator and these two shall choose an umpire.",
            "Disagreements regarding the application of this Arrangement will be settled amicably by consultation.",
        ),
        "reservations": (
            "No reserve may be attached to the ratification of the present Convention.",
            "A State may at the time of accession declare that it does not accept Article 9; no other reservation is admitted.",
            "Any Government that has made a reservation may lift it wholly or partly by a letter to the depositary.",
        ),
        "depositary": (
            "The original of the present Convention shall remain in the archives of the Government of Italy, which shall send certified true copies to each signatory.",
            "The Director-General acts as depositary and informs every Party of signatures, ratifications and denunciations.",
            "The instruments of ratification are lodged with the Swiss Federal Council, which gives notice of each to the others.",
        ),
        "registration": (
            "As soon as it is in force this Treaty shall be communicated to the Secretariat of the United Nations for registration under Article 102 of the Charter.",
            "The Government of Norway shall have the present Convention registered with the League of Nations.",
        ),
        "territorial_application": (
            "A State may declare, when it ratifies, that the present Convention extends to any of the territories for whose foreign relations it answers.",
            "This Agreement applies, on the one hand, to the lands where the Treaties establishing the Union are in force and, on the other, to the whole of Georgia.",
            "The stipulations of this Treaty shall not extend to the colonies and overseas possessions of the High Contracting Parties.",
        ),
        "accession_new_parties": (
            "States which have not signed the Convention may adhere to it. They shall notify their adhesion to the Belgian Government, which will make it known to all the rest.",
            "After its entry into force this Agreement stays open to accession by every State of the region.",
            "Other Governments may be invited by unanimous decision of the Parties to join this Treaty.",
        ),
        "relation_to_other_agreements": (
            "The Treaty of Friendship signed at Ankara on 5 May 1931 is abrogated and replaced by the present one.",
            "Nothing in this Convention affects the engagements which the Parties have entered into under other international treaties.",
            "From the day this Agreement takes effect, all earlier arrangements between the two Governments on the same matter cease to apply.",
        ),
        "notices_language": (
            "All communications under this Agreement shall be made in writing, in English, and sent to the addresses given below.",
            "Correspondence between the competent authorities is conducted in French or in the language of the sender with a translation.",
        ),
        "consent_to_be_bound": (
            "The present Protocol shall be open for signature at Geneva until 30 June and is subject to ratification, acceptance or approval.",
            "This Convention shall be ratified. The instruments of ratification shall be exchanged at Warsaw as soon as possible.",
        ),
    },
    "lv": {
        "entry_into_force": (
            "Šī konvencija stājas spēkā trīsdesmitajā dienā pēc tam, kad saņemts pēdējais paziņojums par valsts iekšējo procedūru izpildi.",
            "Līgums ir ratificējams un iegūst spēku dienā, kad Viļņā notiek ratifikācijas rakstu apmaiņa.",
            "Vienošanos sāk piemērot ar nākamā mēneša pirmo dienu pēc tās parakstīšanas.",
        ),
        "provisional_application": (
            "Kamēr šis Līgums nav stājies spēkā, Puses to pilda provizoriski no parakstīšanas brīža.",
            "Līdz ratifikācijai Valdības uz laiku piemēro 2. un 3. panta noteikumus.",
        ),
        "duration": (
            "Šis nolīgums ir noslēgts uz astoņiem gadiem.",
            "Konvencija ir spēkā bez termiņa ierobežojuma.",
            "Vienošanās darbojas līdz 2035. gada 31. decembrim.",
        ),
        "tacit_renewal": (
            "Ja neviena no Pusēm vismaz pusgadu iepriekš nepaziņo par nodomu to pārtraukt, Līgums ik reizi tiek uzskatīts par pagarinātu vēl uz diviem gadiem.",
            "Pēc pirmā termiņa beigām nolīgums turpina darboties no gada uz gadu, kamēr kāda Puse to neuzteic.",
        ),
        "termination": (
            "Jebkura no Līgumslēdzējām Pusēm var šo konvenciju denonsēt, par to rakstveidā darot zināmu otrai; denonsēšana iedarbojas pēc gada.",
            "Katrai Valdībai ir tiesības šo nolīgumu uzteikt, brīdinot otru sešus mēnešus iepriekš.",
            "Līguma spēks izbeidzas deviņdesmit dienas pēc tam, kad viena Puse saņēmusi otras rakstisku paziņojumu par izstāšanos.",
        ),
        "suspension": (
            "Valsts drošības vai sabiedrības veselības labad katra Puse var uz laiku pārtraukt šā Līguma izpildi, par to nekavējoties informējot otru.",
            "Ārkārtējos apstākļos vienošanās darbību pilnīgi vai daļēji var apturēt.",
        ),
        "survival": (
            "Projektus, kas iesākti pirms Līguma darbības beigām, pabeidz saskaņā ar tā noteikumiem.",
            "Pienākums sargāt saņemto klasificēto informāciju saglabājas arī pēc nolīguma izbeigšanas.",
        ),
        "amendment": (
            "Šīs konvencijas noteikumus var mainīt, ja tam piekrīt visas Puses; izmaiņas sastāda rakstveidā.",
            "Papildinājumus un labojumus Valdības saskaņo notu apmaiņas ceļā, un tie kļūst par nolīguma neatņemamu daļu.",
            "Pēc vienas Puses priekšlikuma Līguma tekstu var pārskatīt un grozīt ar atsevišķu protokolu.",
        ),
        "review_event": (
            "Reizi trijos gados Puses tiekas, lai izvērtētu, kā nolīgums tiek pildīts un vai tas būtu jāpilnveido.",
            "Pēc piecu gadu darbības Līgumslēdzējas Puses pārskata konvencijas īstenošanas gaitu.",
        ),
        "dispute_settlement": (
            "Nesaskaņas, kas varētu rasties par šā Līguma tulkošanu vai piemērošanu, Puses nokārto savstarpējās pārrunās.",
            "Visus strīdus atrisina sarunu ceļā, tos nenododot nevienai tiesai vai trešajai personai.",
            "Ja domstarpības neizdodas novērst diplomātiskā ceļā, katra Puse ieceļ vienu šķīrējtiesnesi.",
        ),
        "reservations": (
            "Šai konvencijai atrunas netiek pieļautas.",
            "Valsts, kas izdarījusi atrunu, var to jebkurā laikā atsaukt ar paziņojumu depozitāram.",
        ),
        "depositary": (
            "Šīs konvencijas oriģināls glabājas Dānijas valdības arhīvā, un tā nosūta apliecinātas kopijas visām parakstītājām valstīm.",
            "Depozitārs ir Ģenerālsekretārs, kas informē Puses par ratifikācijas rakstu saņemšanu.",
        ),
        "registration": ("Pēc stāšanās spēkā Līgumu reģistrē Apvienoto Nāciju Organizācijas Sekretariātā.",),
        "territorial_application": (
            "Šo konvenciju piemēro visā Līgumslēdzēju Pušu teritorijā.",
            "Ratificējot valsts var paziņot, ka nolīgums neattiecas uz tās aizjūras zemēm.",
        ),
        "accession_new_parties": (
            "Valstis, kas konvenciju nav parakstījušas, var tai pievienoties, iesniedzot pievienošanās rakstu depozitāram.",
            "Ar visu Pušu piekrišanu šai vienošanās var pievienoties arī citas reģiona valstis.",
        ),
        "relation_to_other_agreements": (
            "Šis Līgums neskar Pušu saistības, kas izriet no citiem starptautiskajiem līgumiem.",
            "Ar šā nolīguma spēkā stāšanos zaudē spēku 1994. gada 3. martā Tallinā parakstītā vienošanās par to pašu jautājumu.",
        ),
        "consent_to_be_bound": (
            "Konvencija ir atvērta parakstīšanai līdz gada beigām; tā ir ratificējama, pieņemama vai apstiprināma.",
        ),
    },
    "uk": {
        "entry_into_force": (
            "Ця Конвенція набуває чинності на шістдесятий день після здачі на зберігання десятої ратифікаційної грамоти.",
            "Договір підлягає ратифікації і вступає в силу в день обміну ратифікаційними грамотами, який відбудеться в Празі.",
            "Домовленість починає діяти з першого числа місяця, що настає за датою другого письмового повідомлення про виконання внутрішніх процедур.",
        ),
        "provisional_application": (
            "До завершення ратифікації Сторони виконують цю Угоду тимчасово від дня її підписання.",
            "Положення розділів I та II тимчасово застосовуються, поки Договір не набере чинності.",
        ),
        "duration": (
            "Цей Договір укладено на дванадцять років.",
            "Конвенція діє безстроково.",
            "Строк дії Угоди становить сім років з дати набуття нею чинності.",
        ),
        "tacit_renewal": (
            "Якщо жодна зі Сторін не заявить за рік до закінчення цього строку про намір припинити Договір, він залишається чинним ще на п'ять років, і так далі.",
            "Після першого трирічного періоду дія Угоди щоразу автоматично подовжується на наступний рік.",
        ),
        "termination": (
            "Кожна з Високих Договірних Сторін може денонсувати цю Конвенцію, письмово сповістивши про це іншу; денонсація має наслідки через рік.",
            "Будь-яка Сторона вправі вийти з цієї Угоди, попередивши депозитарія за шість місяців.",
            "Чинність Договору припиняється через дев'яносто днів від дня отримання однією Стороною повідомлення іншої про таке бажання.",
        ),
        "suspension": (
            "З міркувань громадської безпеки чи охорони здоров'я кожна Сторона може на певний час призупинити виконання цієї Угоди, негайно сповістивши іншу.",
            "У разі збройного конфлікту застосування Конвенції може бути зупинене повністю або частково.",
        ),
        "survival": (
            "Проєкти, розпочаті до припинення Договору, доводяться до кінця на узгоджених умовах.",
            "Обов'язок охороняти передану інформацію зберігається і після втрати Угодою чинності.",
        ),
        "amendment": (
            "Положення цієї Конвенції можуть бути змінені за взаємною згодою держав-учасниць.",
            "Доповнення і поправки Уряди погоджують шляхом обміну нотами, і вони становлять невід'ємну частину Угоди.",
            "Текст Договору може переглядатися на пропозицію однієї зі Сторін; зміни оформлюються окремим протоколом.",
        ),
        "review_event": (
            "Раз на чотири роки представники Сторін зустрічаються, щоб розглянути, як виконується Конвенція.",
            "Через п'ять років Сторони переглянуть дію цієї Угоди з урахуванням набутого досвіду.",
        ),
        "dispute_settlement": (
            "Усі розбіжності щодо тлумачення цього Договору, які не вдалося залагодити дипломатичним шляхом, передаються на розгляд третейського суду.",
            "Спірні питання вирішуються між компетентними міністерствами через консультації.",
            "Якщо Сторони не дійдуть згоди, кожна призначає одного арбітра.",
        ),
        "reservations": (
            "Жодні застереження до цієї Конвенції не дозволяються.",
            "Держава, яка зробила застереження, може в будь-який час відкликати його листом до депозитарія.",
        ),
        "depositary": (
            "Оригінал цієї Конвенції зберігається в архіві Уряду Австрії, який надсилає засвідчені копії всім державам, що її підписали.",
            "Функції депозитарія виконує Генеральний секретар, який сповіщає учасників про кожну ратифікацію.",
        ),
        "registration": (
            "Після набуття чинності Договір реєструється в Секретаріаті Організації Об'єднаних Націй згідно зі статтею 102 її Статуту.",
        ),
        "territorial_application": (
            "Дія цієї Конвенції поширюється на всю територію Договірних Сторін.",
            "Під час ратифікації держава може заявити, що Угода не застосовується до її заморських територій.",
        ),
        "accession_new_parties": (
            "Держави, які не підписали Конвенцію, можуть приєднатися до неї, передавши депозитарію документ про приєднання.",
            "За згодою всіх Сторін до цієї Домовленості можуть долучитися інші країни регіону.",
        ),
        "relation_to_other_agreements": (
            "Цей Договір не зачіпає зобов'язань Сторін, що випливають з інших міжнародних договорів.",
            "З дня набрання чинності цією Угодою втрачає силу Протокол про той самий предмет, підписаний у Вільнюсі 3 березня 1994 року.",
        ),
        "consent_to_be_bound": (
            "Конвенція відкрита для підписання до кінця року і підлягає ратифікації, прийняттю або затвердженню.",
        ),
    },
}
