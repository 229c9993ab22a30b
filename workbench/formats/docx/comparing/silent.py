"""What changed silently: the differences between what was sent and what came back that no mark owns up to.

The revisions that came with the answer are rejected; what then still differs was changed without one. Those
that were in the file already when it was sent count as accepted on both sides; one that is there no longer
was decided without a word, and is told even where that changed no text. So are styles that look different
and comments that are gone.
"""

from __future__ import annotations

from collections import Counter

from lxml import etree

from workbench.formats.docx.comparing.changes import Change, ChangeKind
from workbench.formats.docx.comparing.comparing import compare
from workbench.formats.docx.comparing.looks import look
from workbench.formats.docx.comparing.views import Known, Since, revised_words
from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions.deciding import decide
from workbench.formats.docx.revisions.listing import KINDS, Kind, text_parts

_STYLES = "word/styles.xml"
_NAMES = {Kind.INSERTED: ChangeKind.INSERTED, Kind.DELETED: ChangeKind.DELETED, Kind.MOVED: ChangeKind.MOVED}


def silent_changes(
    sent: bytes, returned: bytes, *, sent_name: str = "", returned_name: str = ""
) -> tuple[Change, ...]:
    """The unmarked differences. Raises the errors of `Package` for what is no sound Word file."""
    package = Package(sent, name=sent_name)
    known = Known(_roots(package))
    answer = decide(returned, accept=False, name=returned_name, selection=Since(known=known)).data
    found = compare(sent, answer, author="", date="", old_name=sent_name, new_name=returned_name)
    after = Package(returned, name=returned_name)
    return (*found.changes, *_decided(package, after), *_styles(package, after), *_comments(package, after))


def _roots(package: Package) -> list[etree._Element]:
    return [root for part in text_parts(package.names) if (root := package.part(part)) is not None]


def _decided(sent: Package, returned: Package) -> list[Change]:
    """Tracked changes of the file as sent that are no longer tracked."""
    left = Known(_roots(returned))
    found = []
    for root in _roots(sent):
        for element in root.iter(*KINDS):
            kind, words = KINDS[str(element.tag)], revised_words(element)
            if kind not in _NAMES or left.holds(element) or not words:
                continue
            author = element.get(f"{W}author", "")
            found.append(Change(_NAMES[kind], words, words, f"Tracked change of {author}, decided unmarked"))
    return found


def _styles(sent: Package, returned: Package) -> list[Change]:
    """Styles of both files that look different."""
    before, after = _definitions(sent), _definitions(returned)
    return [
        Change(ChangeKind.FORMATTED, name, name, f"Style {name}")
        for name, said in before.items()
        if name in after and after[name] != said
    ]


def _definitions(package: Package) -> dict[str, object]:
    root = package.part(_STYLES)
    found: dict[str, object] = {}
    for style in () if root is None else root.iter(f"{W}style", f"{W}docDefaults"):
        name = style.find(f"{W}name")
        said = [look(properties) for properties in style.iter(f"{W}rPr", f"{W}pPr")]
        found["of the whole text" if name is None else name.get(f"{W}val", "")] = said
    return found


def _comments(sent: Package, returned: Package) -> list[Change]:
    """Comments of the file as sent that are gone or read otherwise."""
    lost = _said_in_comments(sent) - _said_in_comments(returned)
    return [
        Change(ChangeKind.DELETED, words, None, f"Comment of {author}") for author, words in lost.elements()
    ]


def _said_in_comments(package: Package) -> Counter[tuple[str, str]]:
    root = package.part("word/comments.xml")
    return Counter(
        (comment.get(f"{W}author", ""), revised_words(comment))
        for comment in (() if root is None else root.iter(f"{W}comment"))
    )
