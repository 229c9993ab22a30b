"""Final provisions in our own words: the sets clause types are measured on.

For each language the type and wordings of it; none stands in a template, in the starter library or in the table of
cues. `FINAL` was written before looking at any cue, and the signs were then weighed on it; `LATER` was written
after that and nothing was weighed on it. `COMBINED` are articles whose paragraphs are of several types, `AMENDING` the articles of an amending protocol.
"""

from __future__ import annotations

FINAL: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "entry_into_force": (
            "This Convention becomes effective thirty days after the second of the two notes by which the Parties tell each other that their domestic procedures are finished.",
            "The present Treaty is to take effect on the first day of the month that follows the exchange of the instruments of ratification.",
            "This instrument shall come into operation once twenty signatories have lodged their acceptance with the Secretary-General.",
            "For a State which accepts the Protocol later, it enters into force ninety days after that State has deposited its instrument.",
        ),
        "provisional_application": (
            "Until the requirements of the preceding Article are fulfilled, the Parties shall apply this Agreement on a provisional basis from the day it is signed.",
            "Pending its entry into force, this Convention is applied provisionally to the extent the law of each signatory allows.",
            "Either side may declare at signature that it will give provisional effect to Chapters I and II.",
        ),
        "duration": (
            "This Agreement is concluded for ten years.",
            "The Arrangement remains valid for an unlimited period.",
            "This Treaty shall stay in force for a term of five years counted from the day on which it took effect.",
            "The period of validity of this Memorandum is three years.",
        ),
        "tacit_renewal": (
            "Unless one of the Parties objects in writing at least six months ahead, the Agreement is prolonged automatically for further terms of two years.",
            "The Convention shall be considered renewed from year to year if nobody has given notice to the contrary.",
            "At the end of each term the Treaty is extended by itself for another five years, save where a Party has announced that it does not wish this.",
        ),
        "termination": (
            "A Party that no longer wishes to be bound may denounce this Convention by a letter to the depositary; the denunciation works one year after the letter has arrived.",
            "Either Party may end this Agreement at any time by sending the other a written notice six months in advance.",
            "Any Contracting State may withdraw from the present Protocol. The withdrawal has effect after twelve months.",
            "This Memorandum may be discontinued by either Participant, who will endeavour to let the other know ninety days before.",
        ),
        "suspension": (
            "For reasons of public order a Party may set aside the operation of this Agreement, wholly or in part, for a limited time; it tells the other Party at once.",
            "Each Government may temporarily suspend the application of this Treaty on grounds of public health or security.",
            "The suspension and the day on which it is lifted shall be notified through diplomatic channels.",
        ),
        "survival": (
            "Projects under way on the day this Agreement ends are carried through under its rules until they are finished.",
            "The duty to protect information received under this Treaty outlives the Treaty.",
            "Notwithstanding the expiry of this Agreement, Articles 6 and 7 continue to bind the Parties.",
        ),
        "amendment": (
            "Changes to this Agreement need the consent of both Parties and are laid down in separate protocols, which form part of it.",
            "Any Party may propose modifications of the Convention; they are adopted by a majority of two thirds of the Parties present.",
            "The text of this Treaty can be altered only by a written understanding of the Governments.",
            "This Arrangement may be supplemented or modified at any moment by mutual consent given in writing.",
        ),
        "review_event": (
            "Five years after its entry into force the Parties shall meet to look at how the Treaty has worked and whether it should be revised.",
            "The Parties review the operation of this Agreement every second year.",
            "If a third of the Parties so ask, a conference is convened to examine the functioning of this Convention.",
        ),
        "dispute_settlement": (
            "Differences over the reading or the application of this Treaty are resolved by talks between the Parties.",
            "If a disagreement about this Convention cannot be settled by negotiation within six months, it goes to arbitration at the request of either of them.",
            "Any controversy which arises from this Memorandum will be settled amicably and will not be referred to a court or to a third party.",
            "A Party may bring the matter before the International Court of Justice where conciliation has failed.",
        ),
        "reservations": (
            "No reservation to this Convention is admitted.",
            "A State may, when it ratifies, declare that it does not accept Article 12; other reservations are not allowed.",
            "Who has made a reservation can take it back at any time by a note to the Secretary-General.",
        ),
        "depositary": (
            "The Government of Iceland keeps the original of this Treaty and sends certified copies of it to all signatories.",
            "The Secretary-General acts as depositary of this Convention.",
            "The depositary informs all States of each signature, of each instrument received and of the day the Convention enters into force.",
        ),
        "registration": (
            "After its entry into force this Treaty is sent to the Secretariat of the United Nations to be registered under Article 102 of the Charter.",
            "The Government of Morocco shall have this Agreement registered with the United Nations and tell the other Party the number it was given.",
        ),
        "consent_to_be_bound": (
            "This Convention lies open for signature by all States in Reykjavik until 31 December 2030.",
            "The Treaty needs to be ratified; the instruments are lodged with the Government of Iceland.",
            "States may become Parties by signature followed by acceptance or approval, or by accession.",
        ),
        "accession_new_parties": (
            "Once it is in force, any State of the region may accede to this Treaty upon the invitation of the Parties.",
            "The Convention is open to the accession of States which have not signed it.",
            "Other mountain countries may join this Memorandum with the agreement of all Participants.",
        ),
        "territorial_application": (
            "A State may declare to which of its territories this Convention extends.",
            "As regards the Kingdom of the Netherlands, this Treaty applies to the part of the Kingdom in Europe only.",
            "This Agreement does not apply to the overseas territories of either Party unless they are named in a later note.",
        ),
        "relation_to_other_agreements": (
            "This Treaty leaves untouched what the Parties have undertaken in other international agreements.",
            "On the day this Agreement takes effect, the Agreement on Paths of 3 May 1971 ceases to apply between the Parties.",
            "Nothing in this Convention prejudices obligations that flow from the membership of a Party in the European Union.",
        ),
        "annex_status": (
            "The annexes are an integral part of this Treaty.",
            "A mention of this Convention is at the same time a mention of its annexes and protocols.",
        ),
        "non_binding_status": (
            "This Memorandum creates no rights and duties under international law.",
            "The Participants do not intend this document to be a treaty, and none of its provisions is legally binding.",
        ),
        "authentic_texts": (
            "The Arabic, Chinese, English, French, Russian and Spanish texts of this Convention are equally authentic.",
            "Should the two versions differ in meaning, the English one decides.",
        ),
        "notices_language": (
            "All notices under this Treaty are in writing, in English, and go through diplomatic channels.",
            "Letters between the authorities are written in English and sent to the addresses given in the annex.",
        ),
    },
    "lv": {
        "entry_into_force": (
            "Šis līgums kļūst spēkā esošs trīsdesmitajā dienā pēc tam, kad saņemta otrā nota par iekšējo procedūru pabeigšanu.",
            "Līgums stājas spēkā nākamā mēneša pirmajā dienā pēc ratifikācijas instrumentu apmaiņas.",
            "Šī vienošanās iegūst spēku dienā, kad to paraksta pēdējā no Pusēm.",
        ),
        "provisional_application": (
            "Līdz brīdim, kad līgums stājas spēkā, Puses to piemēro provizoriski no parakstīšanas dienas.",
            "Puses vienojas pagaidām piemērot šā līguma II nodaļu, ciktāl to ļauj to tiesību akti.",
        ),
        "duration": (
            "Šo līgumu slēdz uz desmit gadiem.",
            "Vienošanās ir spēkā nenoteiktu laiku.",
            "Līguma darbības laiks ir pieci gadi no tā spēkā stāšanās dienas.",
        ),
        "tacit_renewal": (
            "Ja neviena no Pusēm sešus mēnešus iepriekš rakstveidā neiebilst, līgums tiek automātiski pagarināts uz nākamajiem diviem gadiem.",
            "Līguma darbību ik reizi uzskata par pagarinātu vēl uz pieciem gadiem, ja vien kāda Puse nav paziņojusi par pretējo.",
        ),
        "termination": (
            "Katra Puse var jebkurā laikā izbeigt šo līgumu, sešus mēnešus iepriekš nosūtot otrai Pusei rakstisku paziņojumu.",
            "Puse, kura vairs nevēlas būt saistīta, var šo konvenciju denonsēt ar vēstuli depozitārijam.",
            "Dalībnieks var izstāties no šā memoranda, par to laikus informējot pārējos.",
        ),
        "suspension": (
            "Sabiedriskās kārtības labad Puse var uz laiku pilnīgi vai daļēji apturēt šā līguma piemērošanu.",
            "Par līguma darbības apturēšanu un tās atcelšanu nekavējoties paziņo pa diplomātiskajiem kanāliem.",
        ),
        "survival": (
            "Projektus, kas uzsākti līdz līguma izbeigšanai, pabeidz saskaņā ar tā noteikumiem.",
            "Pienākums aizsargāt saņemto informāciju paliek spēkā arī pēc šā līguma darbības beigām.",
        ),
        "amendment": (
            "Grozījumus šajā līgumā izdara ar Pušu rakstisku piekrišanu, noformējot tos atsevišķos protokolos.",
            "Puses, savstarpēji vienojoties, var papildināt un mainīt šo vienošanos.",
            "Ikviena dalībvalsts var ierosināt konvencijas grozījumus.",
        ),
        "review_event": (
            "Piecus gadus pēc līguma stāšanās spēkā Puses tiekas, lai izvērtētu, kā tas darbojies un vai tas jāpārskata.",
            "Puses ik pēc diviem gadiem pārskata šā līguma izpildi.",
        ),
        "dispute_settlement": (
            "Domstarpības par šā līguma iztulkošanu vai piemērošanu Puses atrisina sarunās.",
            "Strīdus, kas rodas no šā memoranda, izšķir draudzīgi un nenodod ne tiesai, ne trešajai personai.",
            "Ja sešu mēnešu laikā sarunās nav panākts risinājums, strīdu nodod šķīrējtiesai.",
        ),
        "reservations": (
            "Atrunas par šo konvenciju nav pieļaujamas.",
            "Valsts, kas izdarījusi atrunu, var to jebkurā laikā atsaukt.",
        ),
        "depositary": (
            "Šīs konvencijas depozitārijs ir ģenerālsekretārs.",
            "Islandes valdība glabā līguma oriģinālu un nosūta tā apliecinātas kopijas visām parakstītājām valstīm.",
        ),
        "registration": (
            "Pēc stāšanās spēkā līgumu nosūta Apvienoto Nāciju Organizācijas Sekretariātam reģistrēšanai saskaņā ar Statūtu 102. pantu.",
        ),
        "consent_to_be_bound": (
            "Konvencija ir atvērta parakstīšanai visām valstīm līdz 2030. gada 31. decembrim.",
            "Līgums ir jāratificē; ratifikācijas instrumentus deponē Islandes valdībai.",
        ),
        "accession_new_parties": (
            "Pēc līguma stāšanās spēkā tam var pievienoties jebkura reģiona valsts, ja Puses to uzaicina.",
            "Šim memorandam ar visu Dalībnieku piekrišanu var pievienoties arī citas kalnu zemes.",
        ),
        "territorial_application": (
            "Valsts var paziņot, uz kurām tās teritorijām šī konvencija attiecas.",
        ),
        "relation_to_other_agreements": (
            "Šis līgums neskar Pušu saistības, kas izriet no citiem starptautiskiem līgumiem.",
            "Dienā, kad šis līgums stājas spēkā, zaudē spēku 1971. gada 3. maija nolīgums par takām.",
        ),
        "annex_status": ("Pielikumi ir šā līguma neatņemama sastāvdaļa.",),
        "non_binding_status": (
            "Šis memorands nerada starptautiskajās tiesībās tiesības un pienākumus.",
            "Dalībnieki apliecina, ka šim dokumentam nav juridiski saistoša spēka.",
        ),
        "authentic_texts": (
            "Ja abu valodu teksti atšķiras, noteicošais ir teksts angļu valodā.",
            "Visi teksti ir vienlīdz autentiski.",
        ),
        "notices_language": (
            "Visus paziņojumus saskaņā ar šo līgumu sniedz rakstveidā angļu valodā pa diplomātiskajiem kanāliem.",
        ),
    },
    "uk": {
        "entry_into_force": (
            "Цей Договір стає чинним на тридцятий день після одержання другої ноти про завершення внутрішніх процедур.",
            "Угода набуває чинності першого дня місяця, наступного за обміном ратифікаційними грамотами.",
            "Домовленість починає діяти в день, коли її підпише остання зі Сторін.",
        ),
        "provisional_application": (
            "До набрання Договором чинності Сторони застосовують його тимчасово з дня підписання.",
            "Сторони погодилися тимчасово застосовувати розділ II тією мірою, якою це дозволяє їхнє законодавство.",
        ),
        "duration": (
            "Цей Договір укладено на десять років.",
            "Угода діє безстроково.",
            "Строк чинності цієї Угоди становить п'ять років від дня, коли вона набрала чинності.",
        ),
        "tacit_renewal": (
            "Якщо жодна зі Сторін за шість місяців письмово не заперечить, дія Договору автоматично подовжується на наступні два роки.",
            "Договір щоразу вважається продовженим ще на п'ять років, якщо Сторона не повідомила про інше.",
        ),
        "termination": (
            "Кожна Сторона може будь-коли припинити дію цього Договору, за шість місяців надіславши іншій письмове повідомлення.",
            "Держава, яка більше не бажає бути зв'язаною цією Конвенцією, може денонсувати її листом до депозитарію.",
            "Учасник може вийти з цього Меморандуму, завчасно поінформувавши інших.",
        ),
        "suspension": (
            "З міркувань громадського порядку Сторона може тимчасово зупинити застосування цієї Угоди повністю або частково.",
            "Про призупинення дії Договору та його скасування невідкладно повідомляють дипломатичними каналами.",
        ),
        "survival": (
            "Проєкти, розпочаті до припинення Договору, завершуються за його правилами.",
            "Обов'язок охороняти одержану інформацію зберігається і після того, як ця Угода втратить чинність.",
        ),
        "amendment": (
            "Зміни до цього Договору вносяться за письмовою згодою Сторін окремими протоколами.",
            "Сторони за взаємною згодою можуть доповнювати та змінювати цю Домовленість.",
            "Будь-яка держава-учасниця може запропонувати поправки до Конвенції.",
        ),
        "review_event": (
            "Через п'ять років після набрання чинності Сторони зустрічаються, щоб оцінити, як працює Договір і чи слід його переглянути.",
            "Сторони кожні два роки переглядають виконання цієї Угоди.",
        ),
        "dispute_settlement": (
            "Розбіжності щодо тлумачення чи застосування цього Договору Сторони вирішують на переговорах.",
            "Спори, що виникають із цього Меморандуму, врегульовуються дружньо й не передаються ні до суду, ні третій особі.",
            "Якщо протягом шести місяців спір не вдалося врегулювати, його передають до арбітражу.",
        ),
        "reservations": (
            "Застереження до цієї Конвенції не допускаються.",
            "Держава, яка зробила застереження, може будь-коли його відкликати.",
        ),
        "depositary": (
            "Депозитарієм цієї Конвенції є Генеральний секретар.",
            "Уряд Ісландії зберігає оригінал Договору і надсилає його засвідчені копії всім, хто його підписав.",
        ),
        "registration": (
            "Після набрання чинності Договір надсилається до Секретаріату Організації Об'єднаних Націй для реєстрації за статтею 102 Статуту.",
        ),
        "consent_to_be_bound": (
            "Конвенція відкрита для підписання всіма державами до 31 грудня 2030 року.",
            "Договір підлягає ратифікації; ратифікаційні грамоти здаються на зберігання Уряду Ісландії.",
        ),
        "accession_new_parties": (
            "Після набрання Договором чинності до нього може приєднатися будь-яка держава регіону на запрошення Сторін.",
            "До цього Меморандуму за згодою всіх Учасників можуть приєднатися й інші гірські країни.",
        ),
        "territorial_application": ("Держава може заявити, на які з її територій поширюється ця Конвенція.",),
        "relation_to_other_agreements": (
            "Цей Договір не зачіпає зобов'язань Сторін за іншими міжнародними договорами.",
            "У день набрання чинності цією Угодою Угода про стежки від 3 травня 1971 року втрачає чинність.",
        ),
        "annex_status": ("Додатки є невід'ємною частиною цього Договору.",),
        "non_binding_status": (
            "Цей Меморандум не створює прав і обов'язків за міжнародним правом.",
            "Учасники підтверджують, що цей документ не має юридично обов'язкової сили.",
        ),
        "authentic_texts": (
            "У разі розбіжностей між текстами переважну силу має текст англійською мовою.",
            "Усі тексти є однаково автентичними.",
        ),
        "notices_language": (
            "Усі повідомлення за цим Договором надсилаються письмово англійською мовою дипломатичними каналами.",
        ),
    },
}  # fmt: skip

LATER: dict[str, dict[str, tuple[str, ...]]] = {
    "en": {
        "entry_into_force": ("The Parties inform each other in writing that what their law demands has been done; on the date of the last such letter the Treaty enters into force.",),
        "provisional_application": ("The provisions on search and rescue shall be applied provisionally as of the date of signature.",),
        "duration": ("This Treaty has no fixed term. It remains in force for as long as the huts stand.", "The present Accord shall be valid during fifteen years."),
        "tacit_renewal": ("If it has not been denounced one year before the said period runs out, the Treaty continues in force by tacit agreement for periods of three years.",),
        "termination": ("Notice to withdraw may be given once five years have passed, and takes effect half a year after its receipt.", "The Agreement shall expire on 31 December 2040 unless the Parties end it earlier by common accord."),
        "suspension": ("Where a Party gravely fails in its duties, the other may suspend the operation of this Treaty until the failure is made good.",),
        "survival": ("After the termination of this Accord, contracts concluded under it shall remain governed by its terms until they are performed.",),
        "amendment": ("The Parties may at any time revise this Accord in writing.", "A proposed amendment is circulated to all Parties and, if none objects within ninety days, is deemed accepted."),
        "review_event": ("Upon the request of three Parties the depositary shall convene a meeting to review this Treaty.",),
        "dispute_settlement": ("The Parties consult each other with a view to resolving any question that concerns the interpretation of this Accord.", "Failing agreement, the dispute is put before a tribunal of three arbitrators, whose award is final."),
        "reservations": ("Reservations may not be made to any provision of this Treaty.",),
        "depositary": ("The original of this Accord, of which all texts are equally authentic, shall be deposited in the archives of the Government of Chile, which shall transmit certified copies.",),
        "registration": ("The depositary shall register this Accord with the United Nations as soon as it is in force.",),
        "consent_to_be_bound": ("This Accord shall be subject to acceptance by the signatory States.",),
        "accession_new_parties": ("Any State may adhere to this Accord by a written declaration to the depositary.",),
        "territorial_application": ("This Treaty shall extend to all territories for whose foreign relations a Party is responsible.",),
        "relation_to_other_agreements": ("Rights and duties of the Parties under earlier treaties are not affected by this Accord.",),
        "annex_status": ("The schedules attached to this Accord form part thereof.",),
        "non_binding_status": ("The understandings recorded here are political in nature and entail no legal obligations.",),
        "authentic_texts": ("The English and the Spanish version have equal force; in a case of divergence the Spanish one prevails.",),
        "notices_language": ("Any communication under this Accord shall be made in writing to the Ministry of the other Party.",),
    },
    "lv": {
        "entry_into_force": ("Nolīgums stājas spēkā dienā, kad pa diplomātiskajiem kanāliem saņemts pēdējais paziņojums par valsts iekšējo prasību izpildi.",),
        "provisional_application": ("No parakstīšanas dienas šo nolīgumu piemēro pagaidu kārtā.",),
        "duration": ("Nolīgums paliek spēkā piecpadsmit gadus.",),
        "tacit_renewal": ("Ja gadu pirms termiņa beigām nav paziņots par denonsēšanu, nolīgumu klusējot pagarina uz trim gadiem.",),
        "termination": ("Jebkura no Pusēm drīkst uzteikt šo nolīgumu; tas zaudē spēku pusgadu pēc uzteikuma saņemšanas.",),
        "suspension": ("Ja Puse rupji pārkāpj savus pienākumus, otra Puse var apturēt nolīguma darbību.",),
        "survival": ("Pēc nolīguma izbeigšanas saskaņā ar to noslēgtos līgumus turpina pildīt līdz galam.",),
        "amendment": ("Puses var jebkurā laikā rakstveidā grozīt šo nolīgumu.",),
        "review_event": ("Pēc triju dalībvalstu lūguma depozitārijs sasauc sanāksmi nolīguma pārskatīšanai.",),
        "dispute_settlement": ("Visus jautājumus par šā nolīguma iztulkošanu Puses risina savstarpējās konsultācijās.",),
        "reservations": ("Nevienam šīs konvencijas noteikumam nevar izdarīt atrunas.",),
        "depositary": ("Šā nolīguma oriģinālu deponē Čīles valdības arhīvā, kura visiem nosūta apliecinātas kopijas.",),
        "registration": ("Tiklīdz nolīgums ir spēkā, to reģistrē Apvienoto Nāciju Organizācijā.",),
        "consent_to_be_bound": ("Parakstītājvalstis šo nolīgumu ratificē vai apstiprina.",),
        "accession_new_parties": ("Ikviena valsts var pievienoties šim nolīgumam ar rakstisku deklarāciju.",),
        "relation_to_other_agreements": ("Nolīgums neietekmē Pušu tiesības un pienākumus, ko nosaka agrāk noslēgti līgumi.",),
        "annex_status": ("Nolīgumam pievienotie pielikumi ir tā daļa.",),
        "non_binding_status": ("Šeit izteiktā apņemšanās ir politiska un nerada juridiskas saistības.",),
        "authentic_texts": ("Atšķirīgas interpretācijas gadījumā pārsvars ir tekstam spāņu valodā.",),
    },
    "uk": {
        "entry_into_force": ("Договір набирає чинності в день, коли дипломатичними каналами одержано останнє повідомлення про виконання внутрішніх вимог.",),
        "provisional_application": ("З дня підписання цей Договір застосовується тимчасово.",),
        "duration": ("Угода залишається чинною п'ятнадцять років.",),
        "tacit_renewal": ("Якщо за рік до закінчення строку ніхто не повідомив про денонсацію, Угода мовчазно пролонгується на три роки.",),
        "termination": ("Будь-яка Сторона має право денонсувати Угоду; вона втрачає чинність через пів року після одержання ноти.",),
        "suspension": ("Якщо Сторона грубо порушує свої обов'язки, інша Сторона може зупинити дію Угоди.",),
        "survival": ("Після припинення Угоди укладені за нею контракти виконуються до кінця.",),
        "amendment": ("Сторони можуть у будь-який час письмово змінити цю Угоду.",),
        "review_event": ("На прохання трьох держав депозитарій скликає нараду для перегляду Угоди.",),
        "dispute_settlement": ("Усі питання тлумачення цієї Угоди Сторони розв'язують шляхом консультацій.",),
        "reservations": ("До жодного положення цієї Конвенції не можна робити застережень.",),
        "depositary": ("Оригінал цієї Угоди зберігається в архіві Уряду Чилі, який надсилає всім засвідчені копії.",),
        "registration": ("Щойно Угода набере чинності, її реєструють в Організації Об'єднаних Націй.",),
        "consent_to_be_bound": ("Ця Угода підлягає прийняттю державами, що її підписали.",),
        "accession_new_parties": ("Кожна держава може приєднатися до цієї Угоди письмовою заявою.",),
        "relation_to_other_agreements": ("Угода не впливає на права й обов'язки Сторін за раніше укладеними договорами.",),
        "annex_status": ("Додатки, що додаються до Угоди, є її частиною.",),
        "non_binding_status": ("Викладені тут наміри мають політичний характер і не породжують юридичних зобов'язань.",),
        "authentic_texts": ("У разі розбіжностей у тлумаченні переважає іспанський текст.",),
    },
}  # fmt: skip

HEADINGS: dict[str, dict[str, str]] = {
    "en": {
        "entry_into_force": "Coming into Effect",
        "provisional_application": "Application Ad Interim",
        "duration": "Term of the Treaty",
        "tacit_renewal": "Prolongation",
        "termination": "Withdrawal and Denunciation",
        "suspension": "Temporary Suspension",
        "survival": "Continuing Obligations",
        "amendment": "Modifications",
        "review_event": "Review Conference",
        "dispute_settlement": "Differences between the Parties",
        "reservations": "No Reservations",
        "depositary": "The Depositary",
        "registration": "Registration with the United Nations",
        "consent_to_be_bound": "Signature and Ratification",
        "accession_new_parties": "Accession of Other States",
        "territorial_application": "Territorial Scope",
        "relation_to_other_agreements": "Relationship to Other Treaties",
        "annex_status": "Annexes",
        "non_binding_status": "Status of this Memorandum",
        "authentic_texts": "Authentic Texts",
        "notices_language": "Communications",
    },
    "lv": {
        "entry_into_force": "Spēkā stāšanās kārtība",
        "provisional_application": "Provizoriska piemērošana",
        "duration": "Līguma termiņš",
        "tacit_renewal": "Termiņa pagarināšana",
        "termination": "Līguma izbeigšana un denonsēšana",
        "suspension": "Darbības apturēšana",
        "amendment": "Grozījumi un papildinājumi",
        "review_event": "Līguma pārskatīšana",
        "dispute_settlement": "Domstarpību risināšana",
        "reservations": "Atrunas",
        "depositary": "Depozitārijs",
        "registration": "Reģistrācija",
        "consent_to_be_bound": "Parakstīšana un ratifikācija",
        "accession_new_parties": "Pievienošanās",
        "relation_to_other_agreements": "Saistība ar citiem līgumiem",
        "annex_status": "Pielikumi",
    },
    "uk": {
        "entry_into_force": "Порядок набрання чинності",
        "provisional_application": "Тимчасове застосування Договору",
        "duration": "Строк дії Договору",
        "tacit_renewal": "Продовження строку",
        "termination": "Припинення та денонсація",
        "suspension": "Зупинення дії",
        "amendment": "Зміни та доповнення",
        "review_event": "Перегляд Договору",
        "dispute_settlement": "Врегулювання розбіжностей",
        "reservations": "Застереження",
        "depositary": "Депозитарій",
        "registration": "Реєстрація",
        "consent_to_be_bound": "Підписання та ратифікація",
        "accession_new_parties": "Приєднання інших держав",
        "relation_to_other_agreements": "Відношення до інших договорів",
        "annex_status": "Додатки",
    },
}

COMBINED: dict[str, tuple[tuple[str, ...], ...]] = {
    "en": (
        ("entry_into_force", "duration", "termination", "survival"),
        ("duration", "tacit_renewal", "termination"),
        ("amendment", "dispute_settlement", "entry_into_force"),
        ("consent_to_be_bound", "entry_into_force", "depositary", "registration"),
        ("termination", "survival"),
    ),
    "lv": (
        ("entry_into_force", "duration", "termination"),
        ("duration", "tacit_renewal", "termination", "survival"),
        ("amendment", "dispute_settlement"),
    ),
    "uk": (
        ("entry_into_force", "duration", "termination"),
        ("duration", "tacit_renewal", "termination", "survival"),
        ("amendment", "dispute_settlement"),
    ),
}
"""Articles without a heading: what each paragraph is about; the first leads the article."""

AMENDING: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        ("amendment", "In Article 4 of the Agreement the words “thirty days” are replaced by “sixty days”."),
        ("amendment", "The following paragraph is added to Article 9: “3. Terminated contracts are wound up within a year.”"),
        ("amendment", "Article 12 of the Convention, on the settlement of disputes, is deleted."),
        ("relation_to_other_agreements", "All other provisions of the Agreement remain unchanged."),
        ("entry_into_force", "This Protocol takes effect on the day on which the later of the two notes is received and stays in force as long as the Agreement."),
    ),
    "lv": (
        ("amendment", "Līguma 4. pantā vārdus “trīsdesmit dienas” aizstāj ar vārdiem “sešdesmit dienas”."),
        ("amendment", "Papildināt līguma 9. pantu ar šādu 3. punktu: “3. Izbeigtos līgumus nokārto gada laikā.”"),
        ("entry_into_force", "Šis protokols stājas spēkā otrās notas saņemšanas dienā un ir spēkā tik ilgi, cik līgums."),
    ),
    "uk": (
        ("amendment", "У статті 4 Угоди слова «тридцять днів» замінити словами «шістдесят днів»."),
        ("amendment", "Статтю 9 Угоди доповнити пунктом 3 такого змісту: «3. Розірвані контракти врегульовуються протягом року.»"),
        ("entry_into_force", "Цей Протокол набирає чинності в день одержання другої ноти і діє стільки, скільки діє Угода."),
    ),
}  # fmt: skip
