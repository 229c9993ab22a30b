"""Comparing two Word files as they are: the new file, with its differences from the old one as revisions."""

from __future__ import annotations

import io
import zipfile
from collections import Counter

from lxml import etree

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.comparison.options import PLAIN, Options
from workbench.formats.docx.comparing.carrying import Carrier
from workbench.formats.docx.comparing.changes import Compared
from workbench.formats.docx.comparing.headers import Headers
from workbench.formats.docx.comparing.lists import call_alike
from workbench.formats.docx.comparing.pen import Pen
from workbench.formats.docx.comparing.stories import Stories
from workbench.formats.docx.comparing.things import NOTES, highest_id
from workbench.formats.docx.comparing.views import Known, View
from workbench.formats.docx.package import DOCUMENT, Package, W
from workbench.formats.docx.revisions.deciding import decide_tree
from workbench.formats.docx.revisions.following import CONTROLS, RANGES
from workbench.formats.docx.revisions.listing import KINDS, text_parts
from workbench.formats.docx.undisturbed import undisturbed

_SETTINGS = "word/settings.xml"
_BEFORE_TRACKING = tuple(
    f"{W}{name}"
    for name in (
        "writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime",
        "doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText",
        "printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts",
        "saveSubsetFonts", "saveFormsData", "mirrorMargins", "alignBordersAndEdges",
        "bordersDoNotSurroundHeader", "bordersDoNotSurroundFooter", "gutterAtTop", "hideSpellingErrors",
        "hideGrammaticalErrors", "activeWritingStyle", "proofState", "formsDesign", "attachedTemplate",
        "linkStyles", "stylePaneFormatFilter", "stylePaneSortMethod", "documentType", "mailMerge",
        "revisionView",
    )
)  # fmt: skip
_HIDES_AUTHORS = (f"{W}removePersonalInformation", f"{W}removeDateAndTime")
AUTHORS_KEPT = FindingKind(
    "docx.authors-kept",
    Severity.WARNING,
    "The file asked Word to strip the names of authors at saving ({setting}); the redline does not, or its "
    "changes would lose theirs. Set it again when the text is agreed.",
)
STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
"""How ISO 29500 strict files name the vocabulary; a file of that kind stays one."""
_XML = b'<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
_SWIFT = 2
"""Packing hard takes a tenth of the time of comparing and saves little."""
_MOMENT = (1980, 1, 1, 0, 0, 0)


@undisturbed()
def compare(
    old: bytes,
    new: bytes,
    *,
    author: str,
    date: str,
    old_name: str = "",
    new_name: str = "",
    options: Options = PLAIN,
) -> Compared:
    """The new .docx with all that differs from the old one as revisions of `author` at `date` (ISO 8601).

    Accepting all gives the new text, rejecting all the old one. Of the old file the text counts as it would
    read with all its revisions accepted. Revisions the new file holds stay as they are: those that the old
    one holds too are no difference, and rejecting them is none of ours; of the others, what they inserted is
    new and what they deleted was there. Raises the errors of `Package` for what is no sound Word file.
    """
    before, after = Package(old, name=old_name), Package(new, name=new_name)
    old_roots, roots = _texts(before), _texts(after)
    known = Known(old_roots.values())
    for root in old_roots.values():
        decide_tree(root, accept=True)
    call_alike(before, after, old_roots.values())
    view = View.of(roots.values(), known)
    used = {part: _ids(root) for part, root in roots.items()}
    pen = Pen(author, date, _first_free(roots), view)
    carrier = Carrier(before, after)
    stories = Stories(before, after, pen, carrier, view, options, _move_names(roots))
    headers = Headers(stories)  # before sections of the old file come along with deleted paragraphs
    stories.compare(_body(before), _body(after), DOCUMENT, DOCUMENT)
    headers.compare()
    _notes(stories)
    record = stories.record
    if not pen.count:
        return Compared(new, tuple(record.changes), record.unchanged)
    for part, ids in used.items():
        if ids:
            _tell_apart(roots[part], ids, pen)
    made = {**roots, **carrier.changed}
    findings: list[Finding] = []
    settings = after.part(_SETTINGS)
    if settings is not None:
        findings.extend(_track(settings, new_name))
        made[_SETTINGS] = settings
    changed = {name: _written(root, strict=_is_strict(after, name)) for name, root in made.items()}
    data = _packed(new, {**changed, **carrier.added})
    return Compared(data, tuple(record.changes), record.unchanged, tuple(findings), tuple(record.blanks))


def _texts(package: Package) -> dict[str, etree._Element]:
    return {part: root for part in text_parts(package.names) if (root := package.part(part)) is not None}


def _body(package: Package) -> etree._Element:
    body = package.document().find(f"{W}body")
    assert body is not None  # `document` has made sure
    return body


def _first_free(roots: dict[str, etree._Element]) -> int:
    """An id above all that are used, those of bookmarks, comments and ranges included."""
    tags = (*KINDS, *RANGES, *CONTROLS, f"{W}bookmarkStart", f"{W}commentRangeStart")
    return 1 + max((highest_id(root.iter(*tags)) for root in roots.values()), default=0)


def _ids(root: etree._Element) -> Counter[str]:
    """How often each id is used by revisions: some programs repeat them."""
    return Counter(element.get(f"{W}id", "") for element in root.iter(*KINDS))


def _tell_apart(root: etree._Element, used: Counter[str], pen: Pen) -> None:
    """Give revisions that were cut in two, as a run with a changed look, an id each."""
    seen: Counter[str] = Counter()
    for element in root.iter(*KINDS):
        identity = element.get(f"{W}id", "")
        seen[identity] += 1
        if identity and seen[identity] > max(1, used[identity]):
            element.set(f"{W}id", pen.fresh_id())


def _move_names(roots: dict[str, etree._Element]) -> frozenset[str]:
    """The names that moves in the file have already."""
    starts = (f"{W}moveFromRangeStart", f"{W}moveToRangeStart")
    return frozenset(e.get(f"{W}name", "") for root in roots.values() for e in root.iter(*starts))


def _notes(stories: Stories) -> None:
    """Compare the notes of references both texts hold; mark those that came and went."""
    for kind, reference in zip(("footnote", "endnote"), NOTES, strict=True):
        part = f"word/{kind}s.xml"
        old, new = stories.old.part(part), stories.new.part(part)
        new = stories.carrier.changed.get(part, new) if new is None else new
        if new is None:
            continue
        mine = {} if old is None else {n.get(f"{W}id"): n for n in old.iter(f"{W}{kind}")}
        yours = {n.get(f"{W}id"): n for n in new.iter(f"{W}{kind}")}
        ordinals = _ordinals(yours)
        done: set[str | None] = set()
        for first, second in list(stories.record.notes):
            number = second.get(f"{W}id")
            if first.tag != reference or second.tag != reference or number in done:
                continue
            done.add(number)
            a, b = mine.get(first.get(f"{W}id")), yours.get(number)
            if a is not None and b is not None:
                stories.compare(a, b, part, part, f"{kind.capitalize()} {ordinals.get(number, 0)}")
        for reference_ in stories.record.new_notes:
            note = yours.get(reference_.get(f"{W}id"))
            if reference_.tag == reference and note is not None:
                stories.insert_all(note, part)
        for name, note in stories.carrier.new_notes:
            if name == part:
                stories.delete_all(note, part)
        if any(name == part for name, _ in stories.carrier.new_notes):
            _in_order(new, _body(stories.new), reference)


def _in_order(notes: etree._Element, body: etree._Element, reference: str) -> None:
    """Put notes in the order of their references, and number them so: some programs only count."""
    places: dict[str | None, int] = {}
    for element in body.iter(reference):
        places.setdefault(element.get(f"{W}id"), len(places))
    own = [note for note in notes if note.get(f"{W}type") is None]
    own.sort(key=lambda note: places.get(note.get(f"{W}id"), len(places)))
    lines = [note for note in notes if note.get(f"{W}type") is not None]  # that part notes from the text
    notes[:] = [*lines, *own]
    first = highest_id(lines) + 1
    numbers = {note.get(f"{W}id"): str(number) for number, note in enumerate(own, start=first)}
    for element in (*own, *body.iter(reference)):
        element.set(f"{W}id", numbers.get(element.get(f"{W}id"), element.get(f"{W}id", "")))


def _ordinals(notes: dict[str | None, etree._Element]) -> dict[str | None, int]:
    """Which of the notes each is, separators not counted."""
    own = [key for key, note in notes.items() if note.get(f"{W}type") is None]
    return {key: place for place, key in enumerate(own, start=1)}


def _track(settings: etree._Element, name: str) -> list[Finding]:
    """Let what the counterpart changes be tracked, and the names of authors be kept."""
    hiding = [child for child in settings.iter(*_HIDES_AUTHORS) if _is_on(child)]
    for child in list(settings.iter(*_HIDES_AUTHORS)):
        settings.remove(child)
    tracking = settings.find(f"{W}trackRevisions")
    if tracking is not None:
        tracking.set(f"{W}val", "1")
    else:
        before = [child for child in settings if child.tag in _BEFORE_TRACKING]
        settings.insert(settings.index(before[-1]) + 1 if before else 0, etree.Element(f"{W}trackRevisions"))
    names = ", ".join(etree.QName(child).localname for child in hiding)
    return [AUTHORS_KEPT.at(name, setting=names)] if hiding else []


def _is_on(setting: etree._Element) -> bool:
    return setting.get(f"{W}val", "1") not in ("0", "false", "off")


def _is_strict(package: Package, name: str) -> bool:
    """Whether a part is of a strict file; one that is new takes after the document."""
    return STRICT in package.bytes_of(name if name in package.names else DOCUMENT)[:4000]


def _written(root: etree._Element, *, strict: bool) -> bytes:
    data = etree.tostring(root, encoding="UTF-8")
    return _XML + (data.replace(W[1:-1].encode(), STRICT) if strict else data)


def _packed(data: bytes, changed: dict[str, bytes]) -> bytes:
    """The same zip with some parts replaced and others added; names, order and times of the rest stay."""
    stream = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(data)) as source, zipfile.ZipFile(stream, "w") as target:
        for entry in source.infolist():
            if source.getinfo(entry.filename) is not entry:
                continue  # a second part of the name stands further on, and that one counts
            content = changed.pop(entry.filename, None)
            written = source.read(entry) if content is None else content
            target.writestr(entry, written, compresslevel=_SWIFT if content is not None else None)
        for name in sorted(changed):
            entry = zipfile.ZipInfo(name, _MOMENT)
            entry.compress_type = zipfile.ZIP_DEFLATED
            target.writestr(entry, changed[name], compresslevel=_SWIFT)
    return stream.getvalue()
