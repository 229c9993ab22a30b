"""The words of Akoma Ntoso 3.0 that agreements are written in, beside the kinds of our tree.

AKN knows three places where units of a text may stand, and each takes other elements: *hierarchy* (body:
article, paragraph, point…), *blocks* (preface, preamble, conclusions: formula, recitals, p…) and *inline*.
What AKN has no element for is an `hcontainer` (hierarchy) or a `blockContainer` or `p` with a `class`
(blocks) that bears the name of the kind.
"""

from __future__ import annotations

from workbench.agreement.tree import Kind

AKN = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:x-treaty-workbench:1"
XML = "http://www.w3.org/XML/1998/namespace"
SPACE = f"{{{XML}}}space"

HIERARCHY = {
    Kind.PART: "part",
    Kind.TITLE: "title",
    Kind.CHAPTER: "chapter",
    Kind.SECTION: "section",
    Kind.ARTICLE: "article",
    Kind.PARAGRAPH: "paragraph",
    Kind.SUBPARAGRAPH: "subparagraph",
    Kind.POINT: "point",
}
"""Kinds that AKN has a hierarchical element for."""

FORMULAS = {
    Kind.PARTIES_CLAUSE: "parties",
    Kind.AGREEING_FORMULA: "enactingFormula",
    Kind.TESTIMONIUM: "witnessingClause",
}
"""Kinds that are a `formula` of this name."""

ABBREVIATIONS = {
    "alinea": "al", "article": "art", "attachment": "att", "blockList": "list", "chapter": "chp",
    "citation": "cit", "citations": "cits", "clause": "cl", "component": "cmp", "division": "dvs",
    "listIntroduction": "intro", "listWrapUp": "wrapup", "paragraph": "para", "quantity": "qty",
    "recital": "rec", "recitals": "recs", "section": "sec", "subchapter": "subchp", "subclause": "subcl",
    "subdivision": "subdvs", "subparagraph": "subpara", "subsection": "subsec", "wrapUp": "wrapup",
    "body": "body", "mainBody": "body",
}  # fmt: skip
"""Names of elements as an eId abbreviates them (Naming Convention 1.0, section 5); others in full."""

EMPHASIS = {"italic": "i", "bold": "b", "underline": "u", "superscript": "sup", "subscript": "sub"}
"""Emphasis that AKN has an element for; small capitals are a `span` of that class."""

GUID_PREFIX = "urn:uuid:"


def akn(name: str) -> str:
    """The qualified name of an AKN element."""
    return f"{{{AKN}}}{name}"


def own(name: str) -> str:
    """The qualified name of an attribute or element of our own."""
    return f"{{{OWN}}}{name}"
