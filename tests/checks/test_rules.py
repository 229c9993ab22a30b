"""Each rule finds what it is for, and keeps still about what looks alike."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

import pytest

from workbench.agreement.findings import Finding, Severity
from workbench.agreement.text import (
    CitedInstrument,
    CrossReference,
    DefinedTerm,
    Mark,
    PartyName,
    Placeholder,
    Text,
)
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Authenticity,
    Kind,
    Party,
    Provision,
    Register,
    new_id,
)
from workbench.checks import RULES, check, fingerprint, kinds

LATVIA = Party("LV", "Republic of Latvia", "Latvia", state="LV")
NORWAY = Party("NO", "Kingdom of Norway", "Norway", state="NO")


def unit(kind: Kind, text: Text | str = "", *children: Provision, **more: object) -> Provision:
    words = Text(text) if isinstance(text, str) else text
    return Provision(new_id(), kind, words, children=children, **more)  # type: ignore[arg-type]


def article(*texts: Text | str, heading: str = "Heading") -> Provision:
    paragraphs = tuple(unit(Kind.PARAGRAPH, text) for text in texts)
    return Provision(new_id(), Kind.ARTICLE, heading=Text(heading), children=paragraphs)


def agreement(*body: Provision, language: str = "en", **more: object) -> Agreement:
    return Agreement(AgreementId(new_id()), language, body=body, **more)  # type: ignore[arg-type]


def found(where: Agreement, code: str, **how: object) -> list[Finding]:
    return [f for f in check(where, **how) if f.code == f"checks.{code}"]  # type: ignore[arg-type]


def quotes(where: Agreement, code: str) -> list[str]:
    return [finding.quote for finding in found(where, code)]


@dataclass(frozen=True)
class Words:
    """One paragraph in a language, and how often a rule speaks of it."""

    language: str
    text: str
    times: int


def test_party_order_title_against_clause() -> None:
    title = (unit(Kind.TITLE_LINE, "AGREEMENT BETWEEN THE REPUBLIC OF LATVIA AND THE KINGDOM OF NORWAY"),)
    turned = (unit(Kind.PARTIES_CLAUSE, "The Kingdom of Norway and the Republic of Latvia,"),)
    straight = (unit(Kind.PARTIES_CLAUSE, "The Republic of Latvia and the Kingdom of Norway,"),)
    both = (LATVIA, NORWAY)
    [finding] = found(agreement(title=title, preamble=turned, parties=both), "party-order")
    assert finding.values["title"] == "Republic of Latvia"
    assert not found(agreement(title=title, preamble=straight, parties=both), "party-order")


def test_party_order_of_other_parties_by_their_marks() -> None:
    azuria, borealia = Party("azuria", "Azuria"), Party("borealia", "Borealia")
    clause = Text(
        "Borealia and Azuria,", (Mark(0, 8, PartyName("borealia")), Mark(13, 19, PartyName("azuria")))
    )
    where = agreement(
        title=(unit(Kind.TITLE_LINE, "Agreement between Azuria and Borealia"),),
        preamble=(unit(Kind.PARTIES_CLAUSE, clause),),
        parties=(azuria, borealia),
    )
    assert found(where, "party-order")


def test_a_party_without_signature() -> None:
    ours, whose = unit(Kind.SIGNATORY, "For the Republic of Latvia"), unit(Kind.SIGNATORY, "For Sweden")
    where = agreement(parties=(LATVIA, NORWAY), closing=(unit(Kind.SIGNATURE_BLOCK, "", ours, whose),))
    note = agreement(parties=(LATVIA, NORWAY), closing=(unit(Kind.SIGNATURE_BLOCK, "", ours),))
    assert not found(note, "party-without-signature")
    assert [f.values["party"] for f in found(where, "party-without-signature")] == ["Kingdom of Norway"]


@pytest.mark.parametrize(("place", "times"), [("Riga", 0), ("Oslo", 0), ("Madrid", 1), ("Tartu", 0)])
def test_place_of_signature_in_a_third_state(place: str, times: int) -> None:
    done = unit(Kind.DONE_AT, f"Done at {place} on 5 May 2031 in two originals.")
    assert len(found(agreement(parties=(LATVIA, NORWAY), closing=(done,)), "place-in-third-state")) == times


def test_dangling_reference() -> None:
    text = Text("Subject to Article 9, the", (Mark(11, 20, CrossReference(None)),))
    [finding] = found(agreement(article(text)), "dangling-reference")
    assert finding.severity is Severity.ERROR
    assert finding.quote == "Article 9"
    target = article("x")
    good = Text("Subject to Article 2, the", (Mark(11, 20, CrossReference(target.id)),))
    assert not found(agreement(article(good), target), "dangling-reference")


@pytest.mark.parametrize(
    ("language", "words", "kind", "times"),
    [
        ("lv", "2. pantam", Kind.SECTION, 1),
        ("lv", "2. sadaļai", Kind.SECTION, 0),
        ("lv", "2. pantam", Kind.ARTICLE, 0),
        ("en", "Article 2", Kind.SECTION, 1),
        ("en", "Section 2", Kind.ARTICLE, 1),
        ("uk", "статтею 2", Kind.SECTION, 1),
    ],
)
def test_reference_that_misnames_its_unit(language: str, words: str, kind: Kind, times: int) -> None:
    target = Provision(new_id(), kind, heading=Text("Second"))
    text = Text(f"x {words} y", (Mark(2, 2 + len(words), CrossReference(target.id)),))
    first = Provision(new_id(), kind, heading=Text("First"), children=(unit(Kind.PARAGRAPH, text),))
    assert len(found(agreement(first, target, language=language), "wrong-unit")) == times


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "for a period of ten (10) years", 0),
        Words("en", "for a period of ten (12) years", 1),
        Words("en", "within twenty-one (21) days", 0),
        Words("en", "within 30 (thirteen) days", 1),
        Words("en", "the Committee (2) of the Council", 0),
        Words("lv", "ne vēlāk kā 6 (sešus) mēnešus", 0),
        Words("lv", "ne vēlāk kā 6 (piecus) mēnešus", 1),
        Words("uk", "протягом десяти (10) років", 0),
        Words("uk", "протягом десяти (20) років", 1),
        Words("uk", "за п'ять (5) днів", 0),
    ],
    ids=lambda case: case.text,
)
def test_numbers_and_words(case: Words) -> None:
    findings = found(agreement(article(case.text), language=case.language), "number-and-word")
    assert len(findings) == case.times
    assert all(f.severity is Severity.ERROR for f in findings)


def cited(title: str, day: str, before: str = "the ", after: str = "") -> Text:
    value = CitedInstrument(title, date.fromisoformat(day))
    return Text(before + title + after, (Mark(len(before), len(before) + len(title), value),))


def test_one_instrument_under_two_titles() -> None:
    first = cited("Treaty between Azuria and Borealia on Rivers", "2003-11-07")
    turned = cited("Treaty between Borealia and Azuria on Rivers", "2003-11-07")
    [finding] = found(agreement(article(first, turned)), "instrument-cited-differently")
    assert finding.locator == "Article 1(2)"
    assert finding.values["other"] == "Article 1(1)"
    other = cited("Convention on the Law of Lakes", "2003-11-07")
    shorter = cited("Treaty on Rivers between Azuria and Borealia of old", "2001-11-07")
    assert not found(agreement(article(first, other, shorter, first)), "instrument-cited-differently")


def test_latvian_title_in_another_case_is_the_same_title() -> None:
    where = agreement(
        article(
            cited("vienošanās par upēm", "2003-11-07"),
            cited("vienošanos par upēm", "2003-11-07"),
        ),
        language="lv",
    )
    assert not found(where, "instrument-cited-differently")


def test_done_at_and_done_in() -> None:
    title = "Treaty on Rivers"
    first = cited(title, "1995-06-19", after=", done in Geneva on 19 June 1995")
    second = cited(title, "1995-06-19", after=", done at Geneva on 19 June 1995")
    assert quotes(agreement(article(first, second)), "done-at-or-in") == ["done at Geneva"]
    assert not found(agreement(article(first, first)), "done-at-or-in")


def test_instruments_of_a_list_by_date() -> None:
    days = ["1995-05-23", "2004-10-05", "2003-11-07", "2024-01-11"]
    citations = [unit(Kind.CITATION, cited(f"Treaty {n}", day)) for n, day in enumerate(days)]
    where = agreement(preamble=(unit(Kind.RECITAL, "Having regard to", *citations),))
    [finding] = found(where, "instruments-not-by-date")
    assert (finding.values["earlier"], finding.values["later"]) == ("2003-11-07", "2004-10-05")


def test_recital_that_ends_otherwise() -> None:
    def preamble(*ends: str) -> Agreement:
        return agreement(preamble=tuple(unit(Kind.RECITAL, f"Noting a thing{end}") for end in ends))

    assert len(found(preamble(";", ".", ";", ";", ","), "recital-punctuation")) == 1
    assert not found(preamble(";", ";", ";", ","), "recital-punctuation")
    assert not found(preamble(".", ".", ".", "."), "recital-punctuation")


LONG = (
    "The Parties shall promote joint ventures, licensed production and joint research of their undertakings "
    "in order to strengthen industrial capacity, supply chains and technological cooperation in aviation."
)


def test_near_duplicates_of_one_promise() -> None:
    varied = LONG.replace("promote", "encourage").replace("strengthen", "increase")
    assert len(found(agreement(article(LONG, "x"), article(varied)), "duplicated-wording")) == 1
    other = "Each Party shall bear the costs that it incurs in carrying out the visits of its own inspectors."
    assert not found(agreement(article(LONG), article(other)), "duplicated-wording")


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "during the term of this agreement the Parties", 1),
        Words("en", "this Agreement and any other agreement", 0),
        Words("lv", "šī vienošanās stājas spēkā", 1),
        Words("lv", "šī Vienošanās stājas spēkā; līgums par robežu", 0),
    ],
    ids=lambda case: case.text,
)
def test_own_name_written_small(case: Words) -> None:
    name = "Agreement" if case.language == "en" else "Vienošanās"
    where = agreement(article(case.text), language=case.language, own_name=name)
    assert len(found(where, "own-name-small")) == case.times


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "This Memorandum shall enter into force", 1),
        Words("en", "The Memorandum of 1999 shall remain in force", 0),
        Words("lv", "Līguma darbības izbeigšana neietekmē projektus.", 1),
        Words("lv", "Ziemeļatlantijas līguma darbības joma", 0),
        Words("uk", "Цей Протокол набирає чинності", 1),
    ],
    ids=lambda case: case.text,
)
def test_another_name_for_itself(case: Words) -> None:
    name = {"en": "Agreement", "lv": "Vienošanās", "uk": "Угода"}[case.language]
    where = agreement(article(case.text), language=case.language, own_name=name)
    assert len(found(where, "other-own-name")) == case.times


@pytest.mark.parametrize(
    "case",
    [
        Words("lv", "ja vien dalībnieki nenolemj citādi", 1),
        Words("lv", "sadarbību starp dalībnieku iestādēm", 1),
        Words("lv", "valstu un nevalstisko dalībnieku draudi", 0),
        Words("lv", "Dalībnieki vienojas", 0),
        Words("en", "both participants decide", 1),
        Words("en", "with interested participants of the exercise", 0),
        Words("uk", "якщо учасники не домовляться", 1),
        Words("uk", "інших учасників навчань", 0),
        Words("uk", "іншим учасникам навчань", 0),
    ],
    ids=lambda case: case.text,
)
def test_collective_name_written_small(case: Words) -> None:
    name = {"en": "Participants", "lv": "Dalībnieki", "uk": "Учасники"}[case.language]
    where = agreement(article(case.text), language=case.language, collective_name=name)
    assert len(found(where, "collective-name-small")) == case.times


@pytest.mark.parametrize(
    "case",
    [
        Words("en", "with the consent of the Participants concerned", 1),
        Words("en", "with the consent of either Party", 0),
        Words("en", "agreed by the Participants in the conference", 0),
        Words("lv", "ar abu Dalībnieku piekrišanu", 1),
        Words("lv", "ar abu Pušu piekrišanu", 0),
        Words("uk", "за згодою Учасників", 1),
    ],
    ids=lambda case: case.text,
)
def test_another_collective_name(case: Words) -> None:
    name = {"en": "Parties", "lv": "Puses", "uk": "Сторони"}[case.language]
    where = agreement(article(case.text), language=case.language, collective_name=name)
    assert len(found(where, "other-collective-name")) == case.times


def test_the_side_of_a_party_is_no_party() -> None:
    words = "no Norvēģijas valdības puses – ministrija; Latvijas puse sedz izmaksas"
    where = agreement(article(words), language="lv", collective_name="Puses")
    assert not found(where, "collective-name-small")


def test_terms_and_abbreviations_introduced_in_vain() -> None:
    term = Text("“Materiel” means weapons;", (Mark(1, 9, DefinedTerm("Materiel", defines=True)),))
    assert quotes(agreement(article(term)), "term-not-used") == ["Materiel"]
    assert not found(agreement(article(term, "Materiel shall be marked.")), "term-not-used")
    short = "women, peace and security (WPS) and small enterprises (SME)"
    where = agreement(article(short, "Each SME may apply."))
    assert [f.values["term"] for f in found(where, "abbreviation-not-used")] == ["WPS"]


def test_term_defined_twice() -> None:
    term = Text("“Host” means one thing; Host", (Mark(1, 5, DefinedTerm("Host", defines=True)),))
    [finding] = found(agreement(article(term), article(term)), "term-defined-twice")
    assert finding.values["other"] == "Article 1(1)"


MIXED = ("The Parties will meet.", "They will act.", "They will pay.", "They will report.", "It will end.")


def test_mixed_register_is_told_once() -> None:
    where = agreement(article(*MIXED), preamble=(unit(Kind.AGREEING_FORMULA, "HAVE AGREED as follows:"),))
    [finding] = found(where, "mixed-register")
    assert "no shall" in finding.values["treaty"]
    assert "5 will" in finding.values["political"]
    clean = agreement(article("The Parties shall meet. They shall act."))
    assert not found(clean, "mixed-register")


def test_a_profile_tells_every_phrase_that_is_not_of_it() -> None:
    where = agreement(article(*MIXED))
    told = found(where, "off-profile", profile=Register.TREATY)
    assert len(told) == 5
    assert {f.values["suggestion"] for f in told} == {"shall"}
    assert not found(agreement(article("The Parties shall act.")), "off-profile", profile=Register.TREATY)
    mou = found(agreement(article("The Parties shall act.")), "off-profile", profile=Register.MOU)
    assert {f.values["suggestion"] for f in mou} == {"will", "Participants"}


@pytest.mark.parametrize(
    ("words", "originals", "languages", "code"),
    [
        ("Done at Riga in two originals in English and Latvian.", 2, ("en", "lv"), "authentic-texts"),
        ("Done in three originals in English.", 3, ("en",), "number-of-originals"),
        (
            "Done in two originals in English, Latvian and Norwegian; all texts are authentic.",
            2,
            ("en", "lv", "no"),
            "originals-and-languages",
        ),
        (
            "Done in two originals, each in English, Latvian and Norwegian, all being authentic.",
            2,
            ("en", "lv", "no"),
            None,
        ),
    ],
)
def test_done_at_clause(words: str, originals: int, languages: tuple[str, ...], code: str | None) -> None:
    where = agreement(
        parties=(LATVIA, NORWAY),
        closing=(unit(Kind.DONE_AT, words),),
        authenticity=Authenticity(originals=originals, languages=languages),
    )
    told = {f.code for f in check(where)} & {
        "checks.authentic-texts",
        "checks.number-of-originals",
        "checks.originals-and-languages",
    }
    assert told == ({f"checks.{code}"} if code else set())


def test_clauses_a_precedent_has_and_the_text_has_not() -> None:
    def with_types(*types: str) -> Agreement:
        paragraphs = tuple(unit(Kind.PARAGRAPH, f"On {key}.", types=(key,)) for key in types)
        return agreement(Provision(new_id(), Kind.ARTICLE, heading=Text("Final"), children=paragraphs))

    precedent = with_types("entry_into_force", "survival", "cyber")
    text = with_types("entry_into_force", "termination")
    missing = found(text, "clause-missing", against=precedent)
    assert {f.values["type"]: f.severity for f in missing} == {
        "survival": Severity.WARNING,
        "cyber": Severity.INFO,
    }
    assert missing[0].values["where"] == "Article 1(2)"
    usual = found(text, "usual-clause-missing")
    assert {f.values["type"] for f in usual} == {"amendment", "dispute_settlement"}


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("two  spaces", "double-space"),
        ("a \u00a0b", "double-space"),
        ("large\u2011scale", "non-breaking-hyphen"),
        ("the Parties (and others", "unpaired-mark"),
        ("items a) and b) below", None),
        ("“quoted” and (bracketed)", None),
    ],
)
def test_small_print(text: str, code: str | None) -> None:
    told = [f.code for f in check(agreement(article(text))) if f.severity is Severity.INFO]
    small = {"checks.double-space", "checks.non-breaking-hyphen", "checks.unpaired-mark"}
    assert [c for c in told if c in small] == ([f"checks.{code}"] if code else [])


def test_hyphens_for_dashes_where_there_are_dashes() -> None:
    where = agreement(article("(turpmāk – ES)", "(turpmāk - ANO)"), language="lv")
    assert quotes(where, "hyphen-as-dash") == ["(turpmāk - ANO)"]
    assert not found(agreement(article("(turpmāk - ANO)"), language="lv"), "hyphen-as-dash")


def test_two_spellings() -> None:
    where = agreement(article("to recognise and organise", "the modernization of forces, exercise, advise"))
    [finding] = found(where, "mixed-spelling")
    assert finding.values["ize"] == "modernization"
    named = agreement(article("to recognise", "members of the World Trade Organization"))
    assert not found(named, "mixed-spelling")


def test_straight_quotation_marks_among_typographic_ones() -> None:
    assert quotes(agreement(article("the “Party”", 'the "Host"')), "mixed-quotation-marks")


def test_what_is_open_in_a_draft() -> None:
    blank = Text("at [place]", (Mark(3, 10, Placeholder("place", "place of signature")),))
    alternatives = (
        unit(Kind.PARAGRAPH, "Either.", choice="entry"),
        unit(Kind.PARAGRAPH, "Or.", choice="entry"),
        unit(Kind.PARAGRAPH, "Perhaps.", optional=True),
        unit(Kind.PARAGRAPH),
    )
    where = agreement(
        Provision(new_id(), Kind.ARTICLE, heading=Text("H"), children=alternatives), article(blank, blank)
    )
    told = [f.code for f in check(where)]
    for code in ("placeholder-unfilled", "choice-open", "optional-undecided", "empty-provision"):
        assert told.count(f"checks.{code}") == 1, code


def test_findings_can_be_dismissed_and_rules_switched_off() -> None:
    where = agreement(article("for ten (12) years"))
    [finding] = found(where, "number-and-word")
    assert not found(where, "number-and-word", dismissed={fingerprint(finding): "agreed so"})
    assert not found(where, "number-and-word", without=["numbers"])


def test_gravest_first_and_in_document_order() -> None:
    where = agreement(article("two  spaces", "for ten (12) years"), article("and six (7) days"))
    told = check(where)
    assert [f.severity for f in told] == sorted(
        (f.severity for f in told), key=["error", "warning", "info"].index
    )
    assert [f.locator for f in told if f.code == "checks.number-and-word"] == ["Article 1(2)", "Article 2(1)"]


def test_every_kind_is_declared_once_and_renders() -> None:
    declared = kinds()
    assert len({kind.code for kind in declared}) == len(declared) > 25
    assert all(kind.code.startswith(("checks.", "residue.")) for kind in declared)
    assert len(RULES) > 20
