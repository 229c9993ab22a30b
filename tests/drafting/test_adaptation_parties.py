"""Adaptation: who becomes whom, what follows the words, and what is remembered."""

from __future__ import annotations

from datetime import date
from uuid import uuid4

import pytest

from tests.drafting.precedents import STATES, adapted, agreement, paragraph, words
from workbench.agreement.text import CrossReference, Date, Emphasis, Mark, PartyName, Style, Text
from workbench.agreement.tree import (
    AgreementId,
    Kind,
    Party,
    PartyKind,
    Provenance,
    Provision,
    new_id,
)
from workbench.drafting.adaptation import UnknownPartyError, adapt


class TestParties:
    def test_the_shared_party_stays_whatever_the_order(self) -> None:
        result = adapted("en", ("UA", "LV"), ("LV", "EE"), "Ukraine and Latvia agree.")
        assert words(result) == ["Estonia and Latvia agree."]

    def test_a_mapping_by_name_or_code(self) -> None:
        source = agreement("en", "UA", "LV", wording=(paragraph("Ukraine informs Latvia."),))
        target = agreement("en", "FI", "SE")
        by_order = adapt(source.body, source=source, target=target, states=STATES)
        mapped = adapt(
            source.body,
            source=source,
            target=target,
            mapping={"Ukraine": "SE", "LV": "the Republic of Finland"},
            states=STATES,
        )
        assert words(by_order) == ["Finland informs Sweden."]
        assert words(mapped) == ["Sweden informs Finland."]

    def test_parties_may_change_places(self) -> None:
        source = agreement("en", "UA", "LV", wording=(paragraph("Ukraine informs Latvia in Riga."),))
        target = agreement("en", "UA", "LV")
        swapped = adapt(
            source.body, source=source, target=target, mapping={"UA": "LV", "LV": "UA"}, states=STATES
        )
        assert words(swapped) == ["Latvia informs Ukraine in Kyiv."]

    def test_a_mapping_that_names_no_party(self) -> None:
        source = agreement("en", "UA", "LV")
        with pytest.raises(UnknownPartyError, match="Norway"):
            adapt((), source=source, target=source, mapping={"Norway": "LV"}, states=STATES)

    def test_a_party_without_counterpart_is_an_error(self) -> None:
        source = agreement("en", "UA", "LV", "EE", wording=(paragraph("Estonia pays."),))
        result = adapt(source.body, source=source, target=agreement("en", "UA", "LV"), states=STATES)
        assert words(result) == ["Estonia pays."]
        assert "adaptation.no-counterpart" in {finding.code for finding in result.findings}

    def test_governments(self) -> None:
        source = agreement(
            "en",
            STATES.party("UA", "en", PartyKind.GOVERNMENT),
            STATES.party("LV", "en", PartyKind.GOVERNMENT),
            wording=(
                paragraph(
                    "The Cabinet of Ministers of Ukraine shall inform the Government of the Republic of Latvia."
                ),
            ),
        )
        target = agreement(
            "en",
            STATES.party("EE", "en", PartyKind.GOVERNMENT),
            STATES.party("LV", "en", PartyKind.GOVERNMENT),
        )
        result = adapt(source.body, source=source, target=target, states=STATES)
        assert words(result) == [
            "The Government of the Republic of Estonia shall inform the Government of the Republic of Latvia."
        ]

    def test_parties_that_are_no_states(self) -> None:
        source = agreement(
            "lv",
            Party(key="vik", name="Valsts ieroču komisija", kind=PartyKind.ORGANISATION),
            "LV",
            wording=(
                paragraph(
                    "Latvija maksā Valsts ieroču komisijai; Valsts ieroču komisijas atbilde ir galīga."
                ),
            ),
        )
        target = agreement(
            "lv",
            Party(
                key="jp", name="Jūras pārvalde", kind=PartyKind.ORGANISATION, forms={"dat": "Jūras pārvaldei"}
            ),
            "LV",
        )
        result = adapt(source.body, source=source, target=target, states=STATES)
        assert words(result) == ["Latvija maksā Jūras pārvaldei; Jūras pārvaldes atbilde ir galīga."]

    def test_another_language_is_kept_and_flagged(self) -> None:
        source = agreement("lv", "UA", "LV", wording=(paragraph("Ukraina maksā."),))
        result = adapt(source.body, source=source, target=agreement("en", "EE", "LV"), states=STATES)
        assert result.clauses == source.body
        assert [f.code for f in result.findings] == ["adaptation.other-language"]


class TestMarksAndRecord:
    def test_marks_follow(self) -> None:
        target = new_id()
        plain = "Under Article 2 Ukraine shall inform Latvia from 1 May."
        text = Text(
            plain,
            (
                Mark(6, 15, CrossReference(target)),
                Mark(16, 23, PartyName("UA")),
                Mark(16, 23, Emphasis(Style.BOLD)),
                Mark(37, 43, PartyName("LV")),
                Mark(49, 54, Date(date(2020, 5, 1))),
            ),
        )
        source = agreement("en", "UA", "LV", wording=(paragraph(text),))
        result = adapt(source.body, source=source, target=agreement("en", "LV", "EE"), states=STATES)
        new = result.clauses[0].text
        assert new.plain == "Under Article 2 Estonia shall inform Latvia from 1 May."
        assert {(new.plain[m.start : m.end], type(m.value).__name__) for m in new.marks} == {
            ("Article 2", "CrossReference"),
            ("Estonia", "PartyName"),
            ("Estonia", "Emphasis"),
            ("Latvia", "PartyName"),
            ("1 May", "Date"),
        }
        assert {v.party for _, _, v in new.of(PartyName)} == {"EE", "LV"}

    def test_ids_stay_and_each_provision_remembers_its_changes(self) -> None:
        provenance = Provenance(
            "a.docx", "0" * 64, "Pact", AgreementId(uuid4()), new_id(), "Article 1", "docx"
        )
        child = paragraph("Ukrainian law applies.", provenance=provenance)
        article = Provision(
            id=new_id(), kind=Kind.ARTICLE, heading=Text("Duties of Ukraine"), children=(child,)
        )
        source = agreement("en", "UA", "LV", wording=(article,))
        result = adapt((article,), source=source, target=agreement("en", "EE", "LV"), states=STATES)
        (new,) = result.clauses
        assert [unit.id for unit in new.walk()] == [unit.id for unit in article.walk()]
        assert new.heading.plain == "Duties of the Republic of Estonia"
        kept = new.children[0].provenance
        assert kept is not None
        assert [(c.reason, c.old, c.new) for c in kept.changes] == [("adjective", "Ukrainian", "Estonian")]
        assert result.by_provision[child.id] == kept.changes
        assert [c.reason for c in result.changes] == ["party", "adjective"]

    def test_a_reason_can_be_switched_off(self) -> None:
        source = agreement("en", "UA", "LV", wording=(paragraph("Ukraine applies Ukrainian law in Kyiv."),))
        target = agreement("en", "EE", "LV")
        result = adapt(
            source.body, source=source, target=target, without={"adjective", "capital"}, states=STATES
        )
        assert words(result) == ["The Republic of Estonia applies Ukrainian law in Kyiv."]
