"""Our own files: what they look like, and what happens when somebody edits them by hand."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from msgspec.structs import replace

from tests.formats.river_ferry import INTERNAL, identity, river_ferry, unit
from workbench.agreement import edits
from workbench.agreement.text import CrossReference, Emphasis, Mark, Style, Text
from workbench.agreement.tree import Agreement, Draft, Kind, NumberingScheme, Provision, new_id
from workbench.formats import akn
from workbench.formats.akn.characters import ForbiddenCharacterError
from workbench.formats.files import NotWrittenError


def read(data: bytes | str) -> akn.ReadAkn:
    return akn.from_bytes(data.encode() if isinstance(data, str) else data, name="draft.xml")


def found(draft: Draft, name: str) -> Provision:
    provision = draft.agreement.find(identity(name))
    assert provision is not None
    return provision


@pytest.fixture
def written() -> str:
    return akn.to_bytes(river_ferry()).decode()


def test_the_file_is_the_golden_one(fixtures: Path, written: str) -> None:
    assert written == (fixtures / "akn" / "river_ferry.xml").read_text(encoding="utf-8")


def test_the_golden_file_still_reads_as_the_draft_it_was_made_of(fixtures: Path) -> None:
    back = read((fixtures / "akn" / "river_ferry.xml").read_bytes())
    assert back.draft == river_ferry()
    assert back.findings == ()


def test_an_exported_file_holds_nothing_internal(fixtures: Path) -> None:
    data = akn.to_bytes(river_ferry(), clean=True)
    assert INTERNAL.encode() not in data
    assert data == (fixtures / "akn" / "river_ferry_clean.xml").read_bytes()


def test_eids_follow_the_naming_convention() -> None:
    names = akn.eids(river_ferry().agreement)
    assert {
        name: names[identity(name)] for name in ("ch2", "a2", "a1p1b", "a1x", "c2", "t2", "s2", "r2c1")
    } == {
        "ch2": "chp_II",
        "a2": "art_2",
        "a1p1b": "art_1__para_1__list_1__point_b",
        "a1x": "art_1__crossHeading_1",
        "c2": "rec_2__list_1__item_2",
        "t2": "longTitle__p_2",
        "s2": "conclusions__blockContainer_1__p_2",
        "r2c1": "att_1__hcontainer_1__table_1__tr_2__td_1",
    }


def test_alternatives_of_one_choice_share_a_number_and_say_so() -> None:
    first, second = (unit(name, Kind.ARTICLE, name, choice="courts") for name in ("x1", "x2"))
    draft = Draft(replace(river_ferry().agreement, body=(first, second)))
    data = akn.to_bytes(draft).decode()
    assert 'eId="art_1-alt-1"' in data
    assert 'alternativeTo="art_1"' in data
    assert akn.validate(data.encode()) == []


def test_letters_of_other_scripts_stay_in_eids() -> None:
    points = tuple(unit(f"p{n}", Kind.POINT, "слово") for n in range(3))
    agreement = Agreement(river_ferry().agreement.id, "uk", body=(unit("a", Kind.ARTICLE, "такі:", *points),))
    assert list(akn.eids(agreement).values())[1:] == [f"art_1__list_1__point_{letter}" for letter in "абв"]
    assert akn.validate(akn.to_bytes(Draft(agreement))) == []


def test_wording_changed_by_hand_is_what_is_read(written: str) -> None:
    back = read(written.replace("the boat &amp; its ramps", "the boat, its <b>ramps</b>\n   and ropes"))
    text = found(back.draft, "a1p1a").text
    assert text.plain == "“ferry” means the boat, its ramps and ropes;"
    assert text.of(Emphasis) == ((28, 33, Emphasis(Style.BOLD)),)
    assert found(back.draft, "a1p2").note == f"{INTERNAL} instruction"


def test_a_paragraph_added_by_hand_is_there_and_counted(written: str) -> None:
    added = "<paragraph><content><p>Dogs travel free.</p></content></paragraph>"
    back = read(written.replace('<crossHeading eId="art_1__', added + '<crossHeading eId="art_1__', 1))
    article = found(back.draft, "a1")
    assert [child.text.plain for child in article.children][1] == "Dogs travel free."
    again = read(akn.to_bytes(back.draft))
    assert again.draft == back.draft


def test_a_number_changed_by_hand_is_computed_again_in_a_draft(written: str) -> None:
    back = read(written.replace("<num>Article 2</num>", "<num>Article 7</num>"))
    assert back.draft == river_ferry()


def test_a_number_changed_by_hand_counts_where_numbers_are_as_printed() -> None:
    body = (unit("x", Kind.ARTICLE, "Words.", printed="Artikel 2a"),)
    agreement = replace(river_ferry().agreement, body=body, numbering=NumberingScheme(as_printed=True))
    data = akn.to_bytes(Draft(agreement)).decode()
    assert read(data).draft.agreement == agreement
    assert found(read(data.replace("Artikel 2a", "Artikel 2b")).draft, "x").printed == "Artikel 2b"


def test_a_file_indented_anew_by_another_editor_reads_the_same(written: str) -> None:
    spread = written.replace("><", ">\n<").replace("<p>", "<p>\n     ").replace("</p>", "\n   </p>")
    spread = spread.replace("be ferry", "be\n ferry")
    inline = ("noteRef", "inline", "docTitle", "signature", "party", "eol", "docProponent", "authorialNote")
    for tag in inline:  # an editor that knows mixed content breaks lines only where there are blanks
        spread = spread.replace(f">\n<{tag}", f"><{tag}").replace(f">\n</{tag}", f"></{tag}")
    assert [u.words for u in read(spread).draft.agreement.walk()] == [
        u.words for u in river_ferry().agreement.walk()
    ]


def test_a_damaged_record_costs_only_itself_and_is_said(written: str) -> None:
    back = read(
        written.replace('register="treaty"', 'register="poem"').replace('originals="2"', 'originals="two"')
    )
    assert back.draft.agreement.body == river_ferry().agreement.body
    assert {f.code for f in back.findings} == {"akn.record-damaged"}
    assert len(back.findings) == 2


def test_a_reference_to_nothing_is_kept_and_said(written: str) -> None:
    back = read(written.replace('<ref href="#art_2">', '<ref href="#art_9">'))
    assert [f.code for f in back.findings] == ["akn.dangling-reference"]
    assert CrossReference(None) in [m.value for m in found(back.draft, "a1p2").text.marks]
    assert any(
        "art_9" in complaint for complaint in akn.validate(written.replace('"#art_2"', '"#art_9"').encode())
    )


def test_overlapping_marks_are_written_in_pieces_that_belong_together() -> None:
    text = Text("one two three", (Mark(0, 7, Emphasis(Style.BOLD)), Mark(4, 13, Emphasis(Style.ITALIC))))
    data = akn.to_bytes(Draft(replace(river_ferry().agreement, body=(unit("x", Kind.ARTICLE, text),))))
    assert b'<b>one <i tw:span="1">two</i></b><i tw:span="1"> three</i>' in data
    assert found(read(data).draft, "x").text == text


def test_a_unit_keeps_its_first_eid_when_it_is_renumbered(tmp_path: Path) -> None:
    path = tmp_path / "draft.xml"
    draft = river_ferry()
    akn.write(draft, path)
    assert b"wId" not in path.read_bytes()
    new = Provision(new_id(), Kind.ARTICLE, Text("New."))
    draft = replace(draft, agreement=edits.insert_before(draft.agreement, identity("a2"), new))
    akn.write(draft, path)
    assert b'eId="art_3"' in path.read_bytes()
    assert b'wId="art_2"' in path.read_bytes()
    back = read(path.read_bytes()).draft
    assert back.agreement == draft.agreement
    assert back.first_ids == {str(identity("a2")): "art_2"}
    copy = tmp_path / "copy.xml"
    akn.write(back, copy)
    assert copy.read_bytes() == path.read_bytes()
    akn.write(river_ferry(), path)
    assert b"wId" not in path.read_bytes()


def test_a_forbidden_character_is_named_and_the_old_file_stays(tmp_path: Path) -> None:
    path = tmp_path / "draft.xml"
    akn.write(river_ferry(), path)
    old = path.read_bytes()
    bad = edits.set_text(river_ferry().agreement, identity("a2"), "bell\x07")
    with pytest.raises(ForbiddenCharacterError) as caught:
        akn.write(Draft(bad), path)
    assert str(caught.value).startswith(f"{path}: Article 2 contains")
    assert "U+0007" in str(caught.value)
    assert path.read_bytes() == old
    with pytest.raises(ForbiddenCharacterError):
        akn.to_bytes(Draft(replace(river_ferry().agreement, marking="\ufffe")))


def test_a_folder_that_is_not_there_is_refused_in_one_line(tmp_path: Path) -> None:
    with pytest.raises(NotWrittenError):
        akn.write(river_ferry(), tmp_path / "no" / "draft.xml")


def test_units_that_share_an_id_by_mistake_are_all_saved() -> None:
    twins = (unit("x", Kind.ARTICLE, "One."), unit("x", Kind.ARTICLE, "Two."))
    data = akn.to_bytes(Draft(replace(river_ferry().agreement, body=twins)))
    assert akn.validate(data) == []
    assert [u.text.plain for u in read(data).draft.agreement.body] == ["One.", "Two."]


def test_forty_articles_are_written_and_validated_in_a_blink() -> None:
    paragraphs = tuple(
        unit(
            f"p{n}",
            Kind.PARAGRAPH,
            "Each Party shall inform the other in good time. " * 4,
            unit(f"q{n}", Kind.POINT, "a;"),
        )
        for n in range(200)
    )
    body = tuple(
        unit(f"a{n}", Kind.ARTICLE, "", *paragraphs[n * 5 : n * 5 + 5], heading="H") for n in range(40)
    )
    draft = Draft(replace(river_ferry().agreement, body=body))
    akn.validate(akn.to_bytes(draft))  # compiles the schema
    begun = time.process_time()
    assert akn.validate(akn.to_bytes(draft)) == []
    assert time.process_time() - begun < 0.3
