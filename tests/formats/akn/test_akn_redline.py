"""A redline as Akoma Ntoso: valid, and either text comes out of it again."""

from __future__ import annotations

import re

from lxml import etree
from msgspec.structs import replace

from tests.formats.docx_writer.test_word_redline import negotiated
from tests.formats.redline_laws import for_many_pairs, for_some_pairs
from workbench.agreement.clean import clean
from workbench.agreement.text import Comment, Text
from workbench.agreement.tree import Agreement, Draft
from workbench.comparison import compare
from workbench.formats import akn
from workbench.formats.akn.vocabulary import AKN, own

A = f"{{{AKN}}}"


def written(old: Agreement, new: Agreement) -> bytes:
    return akn.redline_bytes(compare(old, new), author="Syldavia", date="2026-11-21T10:00:00Z")


def either_text_comes_out_again(pair: tuple[Agreement, Agreement]) -> None:
    old, new = pair
    old = replace(old, marking=new.marking)  # the marking of the pages is no wording
    data = written(old, new)
    assert akn.validate(data) == []
    assert akn.from_bytes(data, name="r.xml").draft.agreement.language == new.language
    for side, gone, removed in ((new, "del", True), (old, "ins", False)):
        assert said(taken(data, gone, removed=removed)) == said(akn.to_bytes(akn_draft(side)))


test_either_text_comes_out_again = for_some_pairs(either_text_comes_out_again)
test_the_same_for_many = for_many_pairs(either_text_comes_out_again)


def akn_draft(agreement: Agreement) -> Draft:
    return Draft(clean(agreement))


def taken(data: bytes, gone: str, *, removed: bool) -> bytes:
    """The file without what one of the texts does not have."""
    root = etree.fromstring(data)
    for element in list(root.iter(f"{A}*")):
        fate = element.get(own("fate"))
        came = fate in ("inserted", "moved-here")
        above = element.getparent()
        if above is None:
            continue
        if (removed and element.get("status") == "removed") or (not removed and came):
            lift(element) if keeps(element, removed=removed) else above.remove(element)
        elif element.tag == f"{A}{gone}":
            for note in element.iter(f"{A}authorialNote"):
                note.clear()
            for child in list(element):
                element.remove(child)
            element.text = None
    return etree.tostring(root)


def keeps(element: etree._Element, *, removed: bool) -> bool:
    """Whether something stays inside what goes: an article that stays in a chapter that came."""
    inside = element.iter(f"{A}*")
    if removed:
        return any(e.get("GUID") and e.get("status") != "removed" for e in inside)
    return any(e.get("GUID") and e.get(own("fate")) not in ("inserted", "moved-here") for e in inside)


def lift(element: etree._Element) -> None:
    for child in list(element):
        if not child.get("GUID") and not any(e.get("GUID") for e in child.iter(f"{A}*")):
            element.remove(child)


def said(data: bytes) -> str:
    """All wording outside of the metadata, without white space and numbers."""
    root = etree.fromstring(data)
    for meta in list(root.iter(f"{A}meta", f"{A}num")):
        above = meta.getparent()
        assert above is not None
        above.remove(meta)
    return re.sub(r"\s+", "", "".join(str(part) for part in root.itertext()))


def test_every_kind_of_change_has_its_markup() -> None:
    old, new = negotiated()
    root = etree.fromstring(written(old, new))
    types = {mod.get("type") for mod in root.iter(f"{A}textualMod")}
    assert types == {"insertion", "repeal", "substitution", "renumbering", "split", "join"}
    away = [e for e in root.iter(f"{A}*") if e.get(own("fate")) == "moved-away" and e.get(own("moved"))]
    here = [e for e in root.iter(f"{A}*") if e.get(own("fate")) == "moved-here" and e.get(own("moved"))]
    assert {e.get(own("moved")) for e in away} == {e.get(own("moved")) for e in here} != set()
    assert all(e.get("status") == "removed" for e in away)
    event = next(root.iter(f"{A}eventRef"))
    assert event.get("date") == "2026-11-21"
    assert next(root.iter(f"{A}TLCPerson")).get("showAs") == "Syldavia"


def test_reading_a_redline_gives_the_new_text_and_says_what_it_left_out() -> None:
    old, new = negotiated()
    read = akn.from_bytes(written(old, new), name="redline.xml")
    assert compare(new, read.draft.agreement).revisions == ()
    assert "akn.removed" in {finding.code for finding in read.findings}


def test_nothing_internal_leaves() -> None:
    old, new = negotiated()
    unit = next(u for u in new.walk() if u.text.plain)
    from workbench.agreement import edits

    noted = edits.set_text(
        new, unit.id, Text(unit.text.plain + " more").marked(0, 4, Comment("us", "secret"))
    )
    assert b"secret" not in written(old, noted)
