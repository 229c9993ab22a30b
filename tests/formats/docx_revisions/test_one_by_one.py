"""Tracked changes decided one by one: numbered as they stand, each alone, all of them together."""

from __future__ import annotations

from itertools import product

from tests.formats.word_files import word_file
from workbench.formats.docx.package import Package
from workbench.formats.docx.revisions import (
    Kind,
    decide,
    decide_each,
    placed_changes,
    tracked_changes,
)

_INS = '<w:ins w:id="{0}" w:author="{1}" w:date="2026-05-12T09:00:00Z"><w:r><w:t xml:space="preserve">{2}</w:t></w:r></w:ins>'
_DEL = '<w:del w:id="{0}" w:author="{1}" w:date="2026-05-12T09:00:00Z"><w:r><w:delText xml:space="preserve">{2}</w:delText></w:r></w:del>'


def _run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


FERRY = word_file(
    "<w:p>"
    + _run("The ferry sails ")
    + _DEL.format(1, "Kadri", "daily")
    + _INS.format(2, "Kadri", "twice a week")
    + _run(".")
    + "</w:p><w:p>"
    + _run("Fares are ")
    + _INS.format(3, "Jānis", "not ")
    + _run("published.")
    + "</w:p>"
)


def _text(data: bytes) -> str:
    root = Package(data, name="ferry.docx").part("word/document.xml")
    assert root is not None
    paragraphs = root.iter("{*}p")
    return "\n".join("".join(t.text or "" for t in p.iter("{*}t", "{*}delText")) for p in paragraphs)


def test_every_change_knows_its_author_and_the_paragraph_around_it() -> None:
    placed = placed_changes(FERRY, name="ferry.docx")
    assert [(c.number, c.kind, c.author, c.text) for c in placed] == [
        (0, Kind.DELETED, "Kadri", "daily"),
        (1, Kind.INSERTED, "Kadri", "twice a week"),
        (2, Kind.INSERTED, "Jānis", "not "),
    ]
    assert (placed[1].before, placed[1].after) == (
        "The ferry sails daily.",
        "The ferry sails twice a week.",
    )
    assert (placed[2].before, placed[2].after) == ("Fares are published.", "Fares are not published.")


def test_each_is_decided_by_itself_and_the_others_stay_tracked() -> None:
    ways = {"a": "accepted", "r": "rejected", "-": "left"}
    for choice in product("ar-", repeat=3):
        decided = decide_each(
            FERRY,
            accepted=[n for n, way in enumerate(choice) if way == "a"],
            rejected=[n for n, way in enumerate(choice) if way == "r"],
            name="ferry.docx",
        )
        left = [n for n, way in enumerate(choice) if way == "-"]
        assert decided.count == 3 - len(left), [ways[way] for way in choice]
        still = tracked_changes(Package(decided.data, name="ferry.docx"))
        assert [c.text for c in still] == [("daily", "twice a week", "not ")[n] for n in left]
        gone = {"daily": choice[0] == "a", "twice a week": choice[1] == "r", "not ": choice[2] == "r"}
        for words, out in gone.items():
            assert (words in _text(decided.data)) is not out, (choice, words)


def test_deciding_each_the_same_way_is_deciding_all() -> None:
    for accept in (True, False):
        each = decide_each(
            FERRY,
            accepted=range(3) if accept else (),
            rejected=() if accept else range(3),
            name="ferry.docx",
        )
        assert each.data == decide(FERRY, accept=accept, name="ferry.docx").data


def test_a_file_on_which_nothing_is_decided_stays_byte_for_byte() -> None:
    assert decide_each(FERRY, accepted=(), rejected=(), name="ferry.docx").data == FERRY
