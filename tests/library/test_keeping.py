"""Keeping agreements: one transaction, known files, removal and its undo, decisions that outlive everything."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from msgspec.structs import replace
from sqlalchemy import create_engine, text

from tests.library.conftest import background, english, keep, latvian, ukrainian
from workbench.agreement.edits import map_provisions, set_text
from workbench.agreement.errors import Cancelled
from workbench.agreement.text import Text
from workbench.agreement.tree import Kind, Provision, new_id
from workbench.library import Library, LibraryError, Query, SourceFile
from workbench.library.errors import NoSuchAgreementError, NoSuchClauseError, WrongCurationError

TERMINATION = "A Party may terminate this Agreement by a written notification."


def clause_with(library: Library, words: str) -> str:
    return next(hit.id for hit in library.search(f'"{words}"').hits if hit.unit == "paragraph")


def test_an_agreement_comes_back_as_it_was_kept(library: Library) -> None:
    kept = keep(library, english())
    assert kept.status == "kept"
    assert library.agreement(kept.agreement_id) == english()


def test_articles_and_paragraphs_become_clauses(library: Library) -> None:
    kept = keep(library, english())
    units = english().of_kind(Kind.ARTICLE, Kind.PARAGRAPH)
    assert kept.clause_ids == tuple(str(unit.id) for unit in units)
    info = library.info()
    assert (info.agreements, info.clauses, info.background, info.languages) == (1, 9, 0, {"en": 1})


def test_the_same_file_is_known(library: Library) -> None:
    first = keep(library, english())
    again = keep(library, english())
    assert again.status == "known"
    assert (again.agreement_id, again.clause_ids) == (first.agreement_id, first.clause_ids)
    assert library.info().agreements == 1


def test_one_file_may_hold_two_languages(library: Library) -> None:
    same = SourceFile("both.docx", "ab" * 32)
    assert library.add(english(), file=same).status == "kept"
    assert library.add(replace(english(), language="lv"), file=same).status == "kept"
    assert library.agreement(str(english().id), language="lv").language == "lv"
    clause = str(english().body[0].id)
    assert library.clause(clause).hit.language == "en"
    assert library.clause(clause, language="lv").hit.language == "lv"
    assert library.verify().sound


def test_a_changed_file_of_the_same_agreement_supersedes_the_former(library: Library) -> None:
    keep(library, english(), name="first.docx")
    paragraph = english().body[0].children[0].id
    changed = set_text(english(), paragraph, "The Parties exercise together on lakes.")
    assert keep(library, changed, name="second.docx").superseded
    assert library.info().agreements == 1
    assert library.search("lakes").total > 0
    assert library.search("guards").total == 0
    assert library.agreement(str(english().id)) == changed
    removed = library.remove(str(english().id))
    assert len(removed.snapshots) == 2
    library.put_back(removed)
    assert library.agreement(str(english().id)) == changed
    assert library.verify().sound


def test_what_was_added_is_taken_back_and_the_former_text_is_there_again(library: Library) -> None:
    keep(library, english(), name="first.docx")
    clause = clause_with(library, "written notification")
    library.set_types(clause, ("termination", "amendment"))
    before, held = library.search(Query(limit=100)), library.agreement(str(english().id))
    paragraph = english().body[0].children[0].id
    keep(library, set_text(english(), paragraph, "The Parties exercise on lakes."), name="second.docx")
    second = hashlib.sha256(b"second.docx").hexdigest()
    agreement = str(english().id)
    assert library.take_back(agreement, language="en", sha256=second)
    assert library.search(Query(limit=100)) == before
    assert library.agreement(agreement) == held
    assert library.verify().sound
    assert not library.take_back(agreement, language="en", sha256=second), "it is gone"
    assert library.take_back(agreement, language="en", sha256=hashlib.sha256(b"first.docx").hexdigest())
    assert library.info().agreements == 0
    assert library.verify().sound


def test_taking_back_a_former_text_leaves_the_present_one(library: Library) -> None:
    keep(library, english(), name="first.docx")
    changed = set_text(english(), english().body[0].children[0].id, "The Parties exercise on lakes.")
    keep(library, changed, name="second.docx")
    first = hashlib.sha256(b"first.docx").hexdigest()
    assert library.take_back(str(english().id), language="en", sha256=first)
    assert library.agreement(str(english().id)) == changed
    assert library.search("lakes").total > 0
    assert library.verify().sound


def test_a_background_document_is_one_row_and_no_clause(library: Library) -> None:
    kept = keep(library, background(), is_agreement=False)
    assert kept.clause_ids == (kept.agreement_id,)
    assert (library.info().clauses, library.info().background) == (0, 1)
    (hit,) = library.search("terminated").hits
    assert (hit.kind, hit.label) == ("background", "Ministers met in Tartu")
    assert library.clause(hit.id).hit.text.startswith("Ministers met in Tartu\nTwo ministers")
    assert library.agreements()[0].kind == "other"


def test_a_clause_tells_where_it_stands(filled: Library) -> None:
    clause = filled.clause(clause_with(filled, "written notification"))
    assert clause.hit.label == "Article 3(2)"
    assert clause.hit.provenance.locator == "Article 3 2."
    assert clause.hit.provenance.file == "Agreement on Joint Border Training.docx"
    assert clause.hit.parties == ("Latvia", "Estonia")
    assert clause.hit.year == 2019
    assert clause.provision is not None
    assert clause.provision.text.plain == TERMINATION
    assert clause.hit.parent_id is not None
    above = filled.clause(clause.hit.parent_id)
    assert above.hit.heading == "Final provisions"
    assert [child.label for child in above.children] == ["Article 3(1)", "Article 3(2)", "Article 3(3)"]


def test_removing_is_undone_whole(filled: Library) -> None:
    before = filled.search(Query(limit=100))
    removed = filled.remove(str(english().id))
    assert removed.title == "Agreement on Joint Border Training"
    assert filled.search("guards").total == 0
    assert filled.verify().sound
    filled.put_back(removed)
    assert filled.search(Query(limit=100)) == before
    filled.put_back(removed)  # harmless when it is there already
    assert filled.search(Query(limit=100)) == before
    assert filled.verify().sound


def test_what_is_not_there_is_said(library: Library) -> None:
    with pytest.raises(NoSuchAgreementError):
        library.remove("nothing")
    with pytest.raises(NoSuchAgreementError):
        library.agreement("\x00'; DROP TABLE clause; --")
    with pytest.raises(NoSuchClauseError):
        library.clause("nothing")
    with pytest.raises(NoSuchClauseError):
        library.set_types("nothing", ["duration"])


def test_decisions_survive_rebuild_and_reimport(filled: Library) -> None:
    clause = clause_with(filled, "written notification")
    assert filled.set_types(clause, ["duration", "survival"]) is None
    assert filled.set_curation(clause, "approved") == "as_imported"
    assert filled.set_note(clause, "preferred wording") == ""
    assert filled.set_tags(clause, ["short", " short ", "2019"]) == ()

    def decided() -> tuple[object, ...]:
        found = filled.clause(clause)
        return found.hit.types, found.hit.curation, found.note, found.tags, found.types_decided

    wanted = (("duration", "survival"), "approved", "preferred wording", ("2019", "short"), True)
    assert decided() == wanted
    filled.rebuild()
    assert decided() == wanted
    filled.remove(str(english().id))
    keep(filled, english())
    assert decided() == wanted
    assert filled.search(Query(type="survival", language="en")).hits[0].id == clause
    tree = filled.agreement(str(english().id))
    assert tree.body[2].children[1].types == ("duration", "survival")


def test_types_can_be_given_back_to_recognition(filled: Library) -> None:
    clause = clause_with(filled, "written notification")
    filled.set_types(clause, ["duration"])
    assert filled.search(Query("termination", language="en", kind="clause")).hits[0].types == ("duration",)
    assert filled.set_types(clause, None) == ("duration",)
    assert filled.clause(clause).hit.types == ("termination",)
    assert filled.verify().sound


def test_curation_has_three_states(filled: Library) -> None:
    with pytest.raises(WrongCurationError):
        filled.set_curation(clause_with(filled, "written notification"), "perfect")


class StopsAt:
    def __init__(self, at: int) -> None:
        self.at = at
        self.steps = 0

    def advance(self, done: int, total: int, what: str = "") -> None:
        self.steps += 1

    def cancelled(self) -> bool:
        return self.steps >= self.at


def test_a_cancelled_rebuild_changes_nothing(filled: Library) -> None:
    before = filled.search(Query(limit=100))
    with pytest.raises(Cancelled):
        filled.rebuild(StopsAt(2))
    assert filled.search(Query(limit=100)) == before
    assert filled.verify().sound


def test_an_addition_that_fails_half_way_leaves_nothing(place: Path) -> None:
    with Library.open(place) as library:
        keep(library, latvian())
        before = library.search(Query(limit=100))
        engine = create_engine(f"sqlite:///{place}")
        with engine.begin() as connection:
            connection.execute(
                text(
                    "CREATE TRIGGER refuse BEFORE INSERT ON clause_type WHEN new.type = 'termination' "
                    "BEGIN SELECT RAISE(ABORT, 'the disk is full'); END"
                )
            )
        with pytest.raises(LibraryError, match="the disk is full"):
            keep(library, english())
        assert library.search(Query(limit=100)) == before
        with engine.begin() as connection:
            connection.execute(text("DROP TRIGGER refuse"))
        engine.dispose()
        assert library.verify().sound
        assert keep(library, english()).status == "kept"


letters = st.text(st.characters(codec="utf-8"), max_size=40)


@st.composite
def odd_agreements(draw: st.DrawFn) -> list[Provision]:
    def unit(depth: int) -> Provision:
        children = tuple(unit(depth - 1) for _ in range(draw(st.integers(0, 3 if depth else 0))))
        return Provision(
            new_id(),
            draw(st.sampled_from([Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH, Kind.POINT, Kind.CHAPTER])),
            text=Text(draw(letters)),
            heading=Text(draw(letters)),
            children=children,
            printed=draw(st.none() | st.text(max_size=6)),
            types=tuple(draw(st.lists(st.sampled_from(["termination", "purpose", "ü \x00"]), max_size=3))),
        )

    return [unit(2) for _ in range(draw(st.integers(0, 3)))]


@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
@given(
    bodies=st.lists(odd_agreements(), min_size=1, max_size=3),
    language=st.sampled_from(["en", "lv", "uk", "xx", ""]),
)
def test_rebuilding_is_the_identity_on_derived_rows(
    tmp_path_factory: pytest.TempPathFactory, bodies: list[list[Provision]], language: str
) -> None:
    with Library.open(tmp_path_factory.mktemp("odd") / "library.sqlite") as library:
        for number, body in enumerate(bodies):
            odd = replace(ukrainian(), id=new_id(), language=language, body=tuple(body))
            assert keep(library, odd, name=f"{number}").status == "kept"
            assert library.agreement(str(odd.id)) == odd
        before = library.search(Query(limit=1000))
        assert library.verify().sound
        library.rebuild()
        assert library.search(Query(limit=1000)) == before
        assert library.verify().sound
        for number in range(len(bodies)):
            library.remove(library.agreements()[0].id)
            assert library.info().agreements == len(bodies) - number - 1
        assert library.search("").total == 0
        assert library.verify().sound


def test_decisions_go_along_when_a_new_text_takes_the_place_of_the_former(library: Library) -> None:
    keep(library, english(), name="first.docx")
    clause = clause_with(library, "written notification")
    library.set_types(clause, ("survival",))
    library.set_tags(clause, ("model",))
    library.set_curation(clause, "approved")
    ids = {unit.id: new_id() for unit in english().walk()}
    again = map_provisions(english(), lambda unit: replace(unit, id=ids[unit.id]))
    first = again.body[0].children[0].id
    keep(library, set_text(again, first, "The Parties exercise on lakes."), name="second.docx")
    heir = clause_with(library, "written notification")
    assert heir != clause
    found = library.clause(heir)
    assert (found.hit.types, found.tags, found.hit.curation) == (("survival",), ("model",), "approved")
    assert library.search(Query("notification", type="survival")).total > 0
    assert not library.clause(str(first)).types_decided
    assert library.verify().sound
