"""Adaptation: clauses of a precedent in the words of a draft between other parties."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.drafting.precedents import STATES, adapted, agreement, recognised, words
from workbench.agreement.findings import Severity
from workbench.checks.residue import residue
from workbench.drafting.adaptation import adapt


class TestEnglish:
    def test_articles_capitals_and_possessives(self) -> None:
        result = adapted(
            "en",
            ("NL", "LV"),
            ("UA", "LV"),
            "The Kingdom of the Netherlands shall inform Latvia.",
            "Latvia shall consult the Kingdom of the Netherlands, and the Netherlands’ authorities shall help.",
        )
        assert words(result) == [
            "Ukraine shall inform Latvia.",
            "Latvia shall consult Ukraine, and Ukraine’s authorities shall help.",
        ]

    def test_a_state_with_one_name_follows_its_neighbours(self) -> None:
        result = adapted(
            "en",
            ("UA", "LV"),
            ("EE", "LV"),
            "The pact between Ukraine and Latvia.",
            "The pact between Ukraine and the Republic of Latvia.",
        )
        assert words(result) == [
            "The pact between Estonia and Latvia.",
            "The pact between the Republic of Estonia and the Republic of Latvia.",
        ]

    def test_a_noun_used_as_adjective_takes_no_second_article(self) -> None:
        result = adapted(
            "en", ("UA", "LV"), ("US", "LV"), "It informs the Ukraine side and the Latvian side."
        )
        assert words(result) == ["It informs the United States side and the Latvian side."]

    def test_the_own_name_follows_but_a_cited_one_stays(self) -> None:
        result = adapted(
            "en",
            ("LV", "EE"),
            ("LV", "EE"),
            "This Agreement amends the Agreement between the armies; the Agreement ends. An agreement may follow.",
            own="Agreement",
            new_own="Memorandum",
        )
        assert words(result) == [
            "This Memorandum amends the Agreement between the armies; the Memorandum ends. An agreement may follow."
        ]

    def test_parties_become_participants(self) -> None:
        result = adapted(
            "en",
            ("LV", "EE"),
            ("LV", "EE"),
            "Either Party may inform the other Party; the Parties’ costs are theirs. An art. A Party pays.",
            collective="Parties",
            new_collective="Participants",
        )
        assert words(result) == [
            "Either Participant may inform the other Participant; the Participants’ costs are theirs. An art. "
            "A Participant pays."
        ]


class TestParticular:
    @pytest.mark.parametrize(
        ("language", "sentence"),
        [
            ("en", "The Parties support the accession of Ukraine to NATO."),
            ("en", "When Ukraine joins the European Union, the Parties shall consult."),
            ("en", "Ukraine suffered from the war and its reconstruction goes on."),
            ("en", "Ukraine shall pay EUR 5 million into the fund."),
            ("en", "The protocol Ukraine signed on 3 May 2010 remains in force."),
            ("en", "The Ukraine Facility shall finance the work."),
            ("lv", "Ja Ukraina pievienojas NATO, Puses apspriežas."),
            ("lv", "Puses atbalsta Ukrainas integrāciju Eiropas Savienībā."),
            ("lv", "Ukraina iemaksā fondā 5 miljonus eiro."),
            ("lv", "Palīdzību sniedz NATO-Ukrainas padome."),
            ("uk", "Сторони підтримують вступ України до НАТО."),
            ("uk", "Україна сплачує 5 мільйонів євро."),
            ("uk", "Збитки України від війни відшкодовуються."),
        ],
    )
    def test_it_is_kept_as_printed_and_flagged(self, language: str, sentence: str) -> None:
        result = adapted(language, ("UA", "LV"), ("EE", "LV"), sentence)
        assert words(result) == [sentence]
        (finding,) = result.findings
        assert (finding.code, finding.severity) == ("adaptation.particular-to-party", Severity.ERROR)
        assert finding.provision == result.clauses[0].id
        assert finding.quote == sentence

    def test_only_its_own_sentence_is_kept(self) -> None:
        result = adapted(
            "en", ("UA", "LV"), ("EE", "LV"), "Ukraine informs Latvia. Ukraine’s accession to NATO goes on."
        )
        assert words(result) == ["Estonia informs Latvia. Ukraine’s accession to NATO goes on."]

    def test_what_is_said_of_the_party_that_stays_only_asks(self) -> None:
        result = adapted(
            "en",
            ("UA", "LV"),
            ("EE", "LV"),
            "Ukrainian and Latvian laws apply and, as for Latvia, the duties of its membership of the European Union.",
        )
        assert words(result) == [
            "Estonian and Latvian laws apply and, as for Latvia, the duties of its membership of the European Union."
        ]
        assert [finding.severity for finding in result.findings] == [Severity.WARNING]

    def test_residue_does_not_report_it_again(self) -> None:
        result = adapted("lv", ("UA", "LV"), ("EE", "LV"), "Ja Ukraina pievienojas NATO, Puses apspriežas.")
        draft = agreement("lv", "EE", "LV", wording=result.clauses)
        assert len(residue(draft, foreign={"UA"}, states=STATES)) == 1
        assert residue(draft, foreign={"UA"}, states=STATES, known=result.findings) == ()


class TestSeeds:
    def test_the_english_final_provisions_forget_ukraine(self, seeds: Path) -> None:
        source = recognised(next(seeds.glob("000_*.txt")))
        target = agreement("en", "LV", "EE", own="Agreement", collective="Parties")
        result = adapt(source.body[-1:], source=source, target=target, states=STATES)
        text = "\n".join(clause.words for clause in result.clauses)
        assert "Ukrain" not in text
        assert "the Estonian and Latvian legislations" in text
        assert "between the Republic of Estonia and the Republic of Latvia" in text
        assert all(finding.severity is not Severity.ERROR for finding in result.findings)
        assert residue(replace(target, body=result.clauses), foreign={"UA"}, states=STATES) == ()

    def test_the_latvian_ones_keep_two_paragraphs(self, seeds: Path) -> None:
        source = recognised(next(seeds.glob("001_*.txt")))
        target = agreement("lv", "LV", "EE", own="Līgums", collective="Puses")
        result = adapt(source.body[-1:], source=source, target=target, states=STATES)
        (section,) = result.clauses
        old = source.body[-1].children
        errors = [finding for finding in result.findings if finding.severity is Severity.ERROR]
        assert {finding.code for finding in errors} == {"adaptation.particular-to-party"}
        flagged = {finding.provision for finding in errors}
        assert len(flagged) == 2
        for before, after in zip(old, section.children, strict=True):
            if after.id in flagged:
                assert after.text == before.text
            else:
                assert "Ukrain" not in after.words
                assert "Dalībniek" not in after.words
        assert section.children[0].text.plain.startswith("Līgums stājas spēkā tā parakstīšanas")
