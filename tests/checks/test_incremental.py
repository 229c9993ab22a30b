"""After any edits, checking again says what checking from scratch says."""

from __future__ import annotations

from functools import cache

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace

from tests.agreement.strategies import agreements
from workbench.agreement import edits
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.fixes import apply
from workbench.agreement.states import States
from workbench.agreement.text import CitedInstrument, CrossReference, DefinedTerm, Mark, Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Kind,
    Party,
    Provision,
    ProvisionId,
    Register,
    new_id,
)
from workbench.checks import checker, fingerprint

SENTENCES = {
    "en": (
        "The Parties shall exchange ten (12) maps of harbours, depots, bridges and roads every single year.",
        "The Parties will exchange twelve (12) maps of harbours, depots, bridges and railways every year.",
        "The Participants organise  courses - and organize “exercises within this agreement (see Annex.",
        "The Host Party informs the Joint Committee; the joint commission advises the Host State (JCA).",
        "Done at Oslo in two originals.",
        "The Coordinator of the Receiving Party shall inform each Coordinator without delay.",
    ),
    "lv": (
        "Puses sadarbojas desmit (12) gadus – un puses apmainās ar kartēm - katru gadu (turpmāk - NBS).",
        "Līguma darbības izbeigšana neietekmē projektus; nevalstisko dalībnieku loma nemainās.",
        "Uzņēmēja Puse informē Kopējo komiteju un Kopējo komisiju par saņemto klasificēto informāciju.",
    ),
    "uk": (
        "Сторони обмінюються картами протягом десяти (12) років, а учасники – щороку.",
        "Цей Протокол набирає чинності, якщо сторони не домовляться інакше.",
        "Приймаюча Сторона інформує Спільний комітет та Спільну комісію про секретну інформацію.",
    ),
}


@cache
def states() -> States:
    return States.load()


@st.composite
def wordings(draw: st.DrawFn, language: str, targets: tuple[ProvisionId, ...]) -> Text:
    plain = " ".join(draw(st.lists(st.sampled_from(SENTENCES[language]), min_size=0, max_size=3)))
    text = Text(plain)
    if len(plain) > 12:
        mark = draw(st.sampled_from(("", "", "term", "use", "reference", "cited")))
        if mark in ("term", "use"):
            text = text.marked(0, 8, DefinedTerm(plain[:8], mark == "term"))
        elif mark == "reference":
            text = text.marked(2, 9, CrossReference(draw(st.sampled_from(targets))))
        elif mark == "cited":
            text = text.marked(0, 12, CitedInstrument(plain[:12]))
    return text


@st.composite
def drafts(draw: st.DrawFn) -> Agreement:
    language = draw(st.sampled_from(sorted(SENTENCES)))
    ids = tuple(new_id() for _ in range(4))
    words = wordings(language, ids)
    body = []
    for own in ids:
        rows = [Provision(new_id(), Kind.PARAGRAPH, draw(words)) for _ in range(draw(st.integers(0, 3)))]
        body.append(Provision(own, Kind.ARTICLE, heading=Text("Heading"), children=tuple(rows)))
    recitals = [Provision(new_id(), Kind.RECITAL, draw(words)) for _ in range(draw(st.integers(0, 4)))]
    return Agreement(
        AgreementId(new_id()),
        language,
        parties=(Party("LV", "Republic of Latvia", state="LV"), Party("NO", "Kingdom of Norway", state="NO")),
        preamble=tuple(recitals),
        body=tuple(body),
        closing=(Provision(new_id(), Kind.DONE_AT, draw(words)),),
        collective_name={"en": "Parties", "lv": "Puses", "uk": "Сторони"}[language],
        own_name={"en": "Agreement", "lv": "Vienošanās", "uk": "Угода"}[language],
        template=draw(st.sampled_from(("", "defence-cooperation"))),
    )


@st.composite
def edited(draw: st.DrawFn, agreement: Agreement) -> Agreement:
    """One edit of the kinds an editor makes, or the same tree where it is refused."""
    units = list(agreement.walk())
    if not units:
        return agreement
    unit = draw(st.sampled_from(units))
    basic = tuple(one.id for one in units if one.kind is Kind.ARTICLE) or (unit.id,)
    words = draw(wordings(agreement.language, basic))
    deed = draw(
        st.sampled_from(("text", "heading", "split", "merge", "delete", "insert", "move", "kind", "name"))
    )
    try:
        match deed:
            case "text":
                return edits.set_text(agreement, unit.id, words)
            case "heading":
                return edits.set_heading(agreement, unit.id, words)
            case "split":
                return edits.split(agreement, unit.id, len(unit.text) // 2)[0]
            case "merge":
                return edits.merge_with_previous(agreement, unit.id)
            case "delete":
                return edits.delete(agreement, unit.id)
            case "insert":
                return edits.insert_after(agreement, unit.id, Provision(new_id(), unit.kind, words))
            case "move":
                return edits.move_by(agreement, unit.id, draw(st.sampled_from((-1, 1))))
            case "kind":
                return edits.set_kind(agreement, unit.id, draw(st.sampled_from((Kind.SECTION, Kind.ARTICLE))))
            case _:
                return replace(agreement, collective_name=draw(st.sampled_from(("Participants", "Puses"))))
    except edits.EditError:
        return agreement


_SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


@settings(max_examples=20, deadline=None, suppress_health_check=_SLOW)
@given(data=st.data())
def test_checking_again_equals_checking_from_scratch(data: st.DataObject) -> None:
    agreement = data.draw(drafts())
    against = data.draw(st.none() | drafts())
    desk = checker(states())
    for _ in range(5):
        profile = data.draw(st.sampled_from((None, None, None, Register.MOU)))
        again = desk.check(agreement, profile=profile, against=against)
        assert again == checker(states()).check(agreement, profile=profile, against=against)
        agreement = data.draw(edited(agreement))


@settings(max_examples=10, deadline=None, suppress_health_check=_SLOW)
@given(agreement=agreements(), data=st.data())
def test_the_same_for_whatever_a_tree_can_hold(agreement: Agreement, data: st.DataObject) -> None:
    desk = checker(states())
    for unit in data.draw(st.lists(st.sampled_from([*agreement.walk(), None]), max_size=4)):
        assert desk.check(agreement) == checker(states()).check(agreement)
        if unit is not None and agreement.find(unit.id) is not None:
            agreement = edits.delete(agreement, unit.id)
    assert desk.check(agreement) == checker(states()).check(agreement)


@settings(max_examples=20, deadline=None, suppress_health_check=_SLOW)
@given(agreement=drafts())
def test_a_fix_does_away_with_its_finding_and_touches_nothing_else(agreement: Agreement) -> None:
    found = checker(states()).check(agreement)
    told = [fingerprint(finding) for finding in found]
    for finding in found:
        for fix in finding.fixes:
            try:
                mended = apply(agreement, fix)
            except WorkbenchError as error:  # pragma: no cover - says which fix it was
                raise AssertionError(f"{finding.message}: {fix.sentence}") from error
            assert fix.sentence
            again = [fingerprint(other) for other in checker(states()).check(mended)]
            assert again.count(fingerprint(finding)) < told.count(fingerprint(finding))
            touched = {rewording.provision for rewording in fix.rewordings}
            before = {unit.id: unit for unit in agreement.walk()}
            for unit in mended.walk():
                same = (unit.text, unit.heading) == (before[unit.id].text, before[unit.id].heading)
                assert same or unit.id in touched


def test_extents_say_where_the_words_stand() -> None:
    text = "The parties pay ten (12) times  a year."
    own = Provision(new_id(), Kind.PARAGRAPH, Text(text, (Mark(0, 3, DefinedTerm("The", True)),)))
    where = Agreement(AgreementId(new_id()), "en", body=(own,), collective_name="Parties")
    stood = {
        one.code: text[one.extent.start : one.extent.end]
        for one in checker(states()).check(where)
        if one.extent
    }
    assert stood["checks.number-and-word"] == "ten (12"
    assert stood["checks.collective-name-small"] == "parties"
    assert stood["checks.double-space"] == "  "
