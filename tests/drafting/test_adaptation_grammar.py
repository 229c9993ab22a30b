"""Adaptation: gender and number carried through a sentence."""

from __future__ import annotations

from tests.drafting.precedents import adapted, words


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


class TestWhatStandsBesideAName:
    def test_a_latvian_genitive_stays_before_its_noun(self) -> None:
        result = adapted(
            "lv",
            ("LV", "UA"),
            ("US", "JP"),
            "Piegādes no Latvijas teritorijas un no Latvijas.",
            "Sarunas starp Latvijas un Ukrainas valdībām un starp Latviju un Ukrainu.",
            "No Latvijas saņemtās ziņas un noteikumi par Latvijas personālu.",
        )
        assert words(result) == [
            "Piegādes no Amerikas Savienoto Valstu teritorijas un no Amerikas Savienotajām Valstīm.",
            "Sarunas starp Amerikas Savienoto Valstu un Japānas valdībām un starp Amerikas Savienotajām "
            "Valstīm un Japānu.",
            "No Amerikas Savienotajām Valstīm saņemtās ziņas un noteikumi par Amerikas Savienoto Valstu "
            "personālu.",
        ]

    def test_a_plural_gives_its_dative_to_no_singular(self) -> None:
        result = adapted(
            "lv",
            ("US", "MC"),
            ("LV", "UA"),
            "Starp Amerikas Savienotajām Valstīm un Monako noslēgtais līgums.",
        )
        assert words(result) == ["Starp Latviju un Ukrainu noslēgtais līgums."]

    def test_ukrainian_past_tense_knows_three_genders(self) -> None:
        wording = ("Латвійська Республіка повідомила Україну.", "Ноту надіслала Латвійська Республіка.")
        expected = {
            "NO": ["Королівство Норвегія повідомило Україну.", "Ноту надіслало Королівство Норвегія."],
            "EU": ["Європейський Союз повідомив Україну.", "Ноту надіслав Європейський Союз."],
            "US": [
                "Сполучені Штати Америки повідомили Україну.",
                "Ноту надіслали Сполучені Штати Америки.",
            ],
        }
        for code, sentences in expected.items():
            assert words(adapted("uk", ("LV", "UA"), (code, "UA"), *wording)) == sentences

    def test_ukrainian_verbs_in_the_plural(self) -> None:
        result = adapted(
            "uk",
            ("LV", "UA"),
            ("US", "UA"),
            "Латвія повідомить Україну.",
            "Латвія несе витрати.",
            "Латвія повинна погодитися.",
            "Витрати сплачує Латвія.",
        )
        assert words(result) == [
            "Сполучені Штати повідомлять Україну.",
            "Сполучені Штати несуть витрати.",
            "Сполучені Штати повинні погодитися.",
            "Витрати сплачують Сполучені Штати.",
        ]

    def test_ukrainian_dative_behind_what_is_given(self) -> None:
        result = adapted(
            "uk",
            ("LV", "UA"),
            ("US", "UA"),
            "Подяку висловлено Латвії.",
            "Це стосується Латвії та належить Латвії.",
        )
        assert words(result) == [
            "Подяку висловлено Сполученим Штатам.",
            "Це стосується Сполучених Штатів та належить Сполученим Штатам.",
        ]

    def test_conjunctions_and_islands(self) -> None:
        wording = ("Латвія й Україна співпрацюють.", "Україна і Латвія; зустріч відбудеться в Латвії.")
        assert words(adapted("uk", ("LV", "UA"), ("CY", "JP"), *wording)) == [
            "Кіпр і Японія співпрацюють.",
            "Японія і Кіпр; зустріч відбудеться на Кіпрі.",
        ]
        assert words(adapted("uk", ("LV", "UA"), ("BA", "IT"), *wording)) == [
            "Боснія і Герцеговина та Італія співпрацюють.",
            "Італія та Боснія і Герцеговина; зустріч відбудеться в Боснії і Герцеговині.",
        ]
