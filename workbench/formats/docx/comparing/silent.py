"""What changed silently: the differences between what was sent and what came back that no mark owns up to.

The revisions that came with the answer are rejected; what then still differs was changed without one. Those
that were in the file already when it was sent count as accepted on both sides; one that is there no longer
was decided without a word, and is told even where that changed no text. So are styles that look different,
and comments that are gone or stand at other words.
"""

from __future__ import annotations

from collections import Counter, defaultdict

from lxml import etree

from workbench.formats.docx.comparing.changes import Change, ChangeKind
from workbench.formats.docx.comparing.comparing import compare
from workbench.formats.docx.comparing.looks import look
from workbench.formats.docx.comparing.views import Hand, Known, Since, hand_of, revised_words
from workbench.formats.docx.package import Package, W
from workbench.formats.docx.revisions.deciding import decide, decide_tree
from workbench.formats.docx.revisions.listing import KINDS, text_parts

_STYLES = "word/styles.xml"
_Comment = tuple[str, str]
"""Author and words."""


def silent_changes(
    sent: bytes, returned: bytes, *, sent_name: str = "", returned_name: str = ""
) -> tuple[Change, ...]:
    """The unmarked differences. Raises the errors of `Package` for what is no sound Word file."""
    package = Package(sent, name=sent_name)
    known = Known(_roots(package))
    answer = decide(returned, accept=False, name=returned_name, selection=Since(known=known)).data
    found = compare(sent, answer, author="", date="", old_name=sent_name, new_name=returned_name)
    after = Package(returned, name=returned_name)
    return (
        *found.changes,
        *found.blanks,
        *_decided(package, after),
        *_styles(package, after),
        *_comments(package, after),
        *_moved_comments(Package(sent, name=sent_name), Package(answer, name=returned_name)),
    )


def _roots(package: Package) -> list[etree._Element]:
    return [root for part in text_parts(package.names) if (root := package.part(part)) is not None]


def _decided(sent: Package, returned: Package) -> list[Change]:
    """Tracked changes of the file as sent that are no longer tracked."""
    left, left_marks = _said_by_hand(_roots(returned))
    all_, marks = _said_by_hand(_roots(sent))
    found = []
    for root in _roots(sent):
        for element in root.iter(*KINDS):
            words, hand = revised_words(element), hand_of(element)
            if words:
                lost = left[hand] != all_[hand] and left[hand].count(words) < all_[hand].count(words)
            else:
                place = _place_of(element, hand)
                lost = left_marks[place] < marks[place]
                marks[place] -= lost
                words = _words_around(element)
            if lost:
                kind = ChangeKind(KINDS[str(element.tag)].value)
                label = f"Tracked change of {hand.author}, decided unmarked"
                found.append(Change(kind, words, words, label))
    return found


def _said_by_hand(roots: list[etree._Element]) -> tuple[dict[Hand, str], Counter[tuple[Hand, str]]]:
    """What each hand has written or struck out, and how many marks and looks it changed, by their place."""
    said: dict[Hand, list[str]] = defaultdict(list)
    marks: Counter[tuple[Hand, str]] = Counter()
    for root in roots:
        for element in root.iter(*KINDS):
            words, hand = revised_words(element), hand_of(element)
            if words:
                said[hand].append(words)
            else:
                marks[_place_of(element, hand)] += 1
    return defaultdict(str, {hand: "".join(words) for hand, words in said.items()}), marks


def _place_of(element: etree._Element, hand: Hand) -> tuple[Hand, str]:
    parent = element.getparent()
    return hand, "" if parent is None else str(parent.tag)


def _words_around(element: etree._Element) -> str:
    """The words of the run, paragraph or row whose mark or look a revision changed."""
    around = next(element.iterancestors(f"{W}r", f"{W}p", f"{W}tr", f"{W}tbl"), None)
    return "" if around is None else revised_words(around)


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
    lost = Counter(_said_in_comments(sent).values()) - Counter(_said_in_comments(returned).values())
    return [
        Change(ChangeKind.DELETED, words, None, f"Comment of {author}") for author, words in lost.elements()
    ]


def _moved_comments(sent: Package, answer: Package) -> list[Change]:
    """Comments that stand at quite other words than they did, those that said the same twice aside."""
    before, after = _anchored(sent), _anchored(answer)
    return [
        Change(ChangeKind.MOVED, old, new, f"Comment of {author}")
        for (author, words), old in before.items()
        if (new := after.get((author, words), old)) not in old and old not in new
    ]


def _anchored(package: Package) -> dict[_Comment, str]:
    """The words at which each comment stands, as the text reads with all its revisions accepted."""
    said = _said_in_comments(package)
    once = Counter(said.values())
    root = package.document()
    decide_tree(root, accept=True)
    open_: dict[str, list[str]] = {}
    found: dict[_Comment, str] = {}
    for element in root.iter(f"{W}commentRangeStart", f"{W}commentRangeEnd", f"{W}t"):
        identity = element.get(f"{W}id", "")
        if element.tag == f"{W}t":
            for words in open_.values():
                words.append(element.text or "")
        elif element.tag == f"{W}commentRangeStart":
            open_[identity] = []
        elif identity in said and identity in open_ and once[said[identity]] == 1:
            found[said[identity]] = "".join(open_.pop(identity))
    return found


def _said_in_comments(package: Package) -> dict[str, _Comment]:
    """By its id, the author and the words of each comment."""
    root = package.part("word/comments.xml")
    return {
        comment.get(f"{W}id", ""): (comment.get(f"{W}author", ""), revised_words(comment))
        for comment in (() if root is None else root.iter(f"{W}comment"))
    }
