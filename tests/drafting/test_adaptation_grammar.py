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
