"""The HTML redline: both texts told apart by more than colour, for the eye, the ear and the printer."""

from __future__ import annotations

import re

from lxml import html

from tests.formats.docx_writer.test_word_redline import LONG, negotiated, unit
from tests.formats.river_ferry import identity, river_ferry
from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement
from workbench.comparison import compare
from workbench.formats.html import redline

OLD, NEW = negotiated()


def page(old: Agreement = OLD, new: Agreement = NEW) -> str:
    return redline.to_bytes(compare(old, new).signed("Syldavia", "2026-11-21T09:30:00Z")).decode()


def words(root: html.HtmlElement, path: str) -> str:
    """What the elements on this path say."""
    return "\n".join("".join(str(part) for part in found.itertext()) for found in root.iterfind(path))


def test_words_are_escaped_and_whole_rows_of_a_table_are_marked() -> None:
    shown = page(new=edits.set_text(NEW, unit(4), Text("Ruritania & <Syldavia>,")))
    assert "<ins>&amp; &lt;</ins>Syldavia<ins>&gt;</ins>," in shown
    assert "<tr><td><ins>Tents</ins></td><td><ins>3</ins></td></tr>" in shown


def test_a_subheading_is_a_heading() -> None:
    old = river_ferry().agreement
    shown = page(old, edits.set_text(old, identity("a1x"), Text("Use of ferries")))
    assert "Use of <del>boats</del><ins>ferries</ins></h3>" in shown


def test_moved_wording_is_linked_both_ways() -> None:
    shown = page()
    anchors = re.findall(r'id="(\w+)"', shown)
    assert len(anchors) == len(set(anchors))
    assert set(re.findall(r'href="#(\w+)"', shown)) <= set(anchors)
    assert "moved to Article 2" in shown
    assert "moved from Article 3" in shown


def test_a_moved_provision_is_deleted_where_it_stood_and_inserted_where_it_stands() -> None:
    root = html.fromstring(page())
    for tag in ("del", "ins"):
        assert "Papers stay where they are kept" in words(root, f".//{tag}[@class='moved']")


def test_leaving_out_what_was_inserted_or_deleted_gives_the_two_texts() -> None:
    new = edits.delete(edits.set_text(OLD, unit(4), "Ruritania and the Kingdom of Syldavia,"), unit(25))
    for left_out, text in (("del", new), ("ins", OLD)):
        root = html.fromstring(page(new=new))
        for gone in [*root.iter(left_out), *root.iter("sup")]:
            assert isinstance(gone, html.HtmlElement)
            gone.drop_tree()
        said = words(root, ".//main")
        for part in text.walk():
            assert part.text.plain.replace("\n", "") in said
        assert ("Disputes are settled" in said) is (text is OLD)


def test_the_page_says_who_made_it_and_counts_only_what_occurs() -> None:
    head = words(html.fromstring(page()), ".//header")
    assert "Syldavia, 2026-11-21" in head
    assert "T09" not in head
    assert not re.search(r"\b0 ", head)
    same = words(html.fromstring(page(new=OLD)), ".//header")
    assert "No differences." in same


def test_a_divided_provision_is_told_in_words() -> None:
    new, _ = edits.split(OLD, unit(15), LONG.index("The dates"))
    assert "divided" in words(html.fromstring(page(new=new)), ".//p[@class='note']")


def test_the_page_is_made_for_ears_dark_rooms_phones_and_printers() -> None:
    shown = page()
    root = html.fromstring(shown)
    assert root.get("lang") == "en"
    assert len(root.findall(".//h1")) == 1
    assert [e.tag for e in root.iterfind("body/*")] == ["header", "main"]
    assert 'name="viewport"' in shown
    assert "prefers-color-scheme: dark" in shown
    assert "@media print" in shown
    assert 'ins::before { content: "[inserted: "; }' in shown
    assert "http" not in shown
