"""A Word package made of parts: the same content gives the same bytes, and none tells who made it or when."""

from __future__ import annotations

import io
import zipfile
from dataclasses import dataclass

from lxml import etree

from workbench.formats.docx.comments import fill
from workbench.formats.docx.layout import INDENT, List
from workbench.formats.docx.markup import NAMESPACES, Body
from workbench.formats.docx.package import W
from workbench.formats.docx.stylesheet import LOCALES, style_id, styles_part

_MADE = (1980, 1, 1, 0, 0, 0)  # the earliest time a zip can hold: the file tells nothing of the desk
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELATIONSHIPS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_CORE = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_A4 = {"w": "11906", "h": "16838"}
_MARGINS = {
    "top": "1418",
    "right": "1418",
    "bottom": "1418",
    "left": "1418",
    "header": "709",
    "footer": "709",
    "gutter": "0",
}


@dataclass(frozen=True, slots=True)
class About:
    """What the package says of itself: language (ISO 639-1), title, a marking for every page, tracking on."""

    language: str
    title: str = ""
    marking: str = ""
    tracking: bool = False
    landscape: bool = False


def packed(body: Body, about: About) -> bytes:
    """The .docx of a body."""
    parts = {
        "word/styles.xml": styles_part(about.language),
        "word/settings.xml": _xml(_settings(about)),
        "word/numbering.xml": _xml(_numbering(body)),
        "word/footnotes.xml": _xml(_notes(body)),
        "word/header1.xml": _xml(_header(about.marking)),
        "word/footer1.xml": _xml(_footer()),
    }
    if body.comments:
        comments = _root("comments")
        fill(comments, body.comments)
        parts["word/comments.xml"] = _xml(comments)
    targets = {name.removeprefix("word/"): f"rId{i}" for i, name in enumerate(parts, start=1)}
    document = _document(body, targets, about)
    whole = {
        "[Content_Types].xml": _xml(_content_types(parts)),
        "_rels/.rels": _xml(
            _relationships(
                {
                    "word/document.xml": ("rId1", f"{_OFFICE}/officeDocument"),
                    "docProps/core.xml": ("rId2", _CORE.replace("metadata/", "relationships/metadata/")),
                }
            )
        ),
        "docProps/core.xml": _xml(_core(about)),
        "word/document.xml": _xml(document),
        "word/_rels/document.xml.rels": _xml(
            _relationships({name: (key, f"{_OFFICE}/{_kind(name)}") for name, key in targets.items()})
        ),
        **parts,
    }
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED, compresslevel=6) as file:
        for name, data in whole.items():
            entry = zipfile.ZipInfo(name, _MADE)
            entry.compress_type = zipfile.ZIP_DEFLATED
            entry.create_system = 0  # else the zip tells which operating system wrote it
            file.writestr(entry, data)
    return stream.getvalue()


def _document(body: Body, targets: dict[str, str], about: About) -> etree._Element:
    root = etree.Element(f"{W}document", nsmap=NAMESPACES)
    root.append(body.root)
    section = etree.SubElement(body.root, f"{W}sectPr")
    for kind in ("header", "footer"):
        reference = etree.SubElement(section, f"{W}{kind}Reference")
        reference.set(f"{W}type", "default")
        reference.set(f"{{{_OFFICE}}}id", targets[f"{kind}1.xml"])
    size = {"w": _A4["h"], "h": _A4["w"], "orient": "landscape"} if about.landscape else _A4
    _set(etree.SubElement(section, f"{W}pgSz"), size)
    _set(etree.SubElement(section, f"{W}pgMar"), _MARGINS)
    return root


def _settings(about: About) -> etree._Element:
    root = _root("settings")
    if about.tracking:
        etree.SubElement(root, f"{W}trackRevisions")
    _set(etree.SubElement(root, f"{W}defaultTabStop"), {"val": str(INDENT)})
    notes = etree.SubElement(root, f"{W}footnotePr")
    for key in ("-1", "0"):
        _set(etree.SubElement(notes, f"{W}footnote"), {"id": key})
    compatibility = etree.SubElement(root, f"{W}compat")
    _set(
        etree.SubElement(compatibility, f"{W}compatSetting"),
        {"name": "compatibilityMode", "uri": "http://schemas.microsoft.com/office/word", "val": "15"},
    )
    _set(etree.SubElement(root, f"{W}themeFontLang"), {"val": LOCALES.get(about.language, about.language)})
    return root


def _numbering(body: Body) -> etree._Element:
    root = _root("numbering")
    kinds: dict[tuple[str, str, int], int] = {}
    for list_ in body.lists:
        kinds.setdefault((list_.format, list_.pattern, list_.level), len(kinds))
    for (format_, pattern, level), key in kinds.items():
        abstract = etree.SubElement(root, f"{W}abstractNum")
        _set(abstract, {"abstractNumId": str(key)})
        _set(etree.SubElement(abstract, f"{W}multiLevelType"), {"val": "singleLevel"})
        lvl = etree.SubElement(abstract, f"{W}lvl")
        _set(lvl, {"ilvl": "0"})
        for name, value in (("start", "1"), ("numFmt", format_), ("lvlText", pattern), ("lvlJc", "left")):
            _set(etree.SubElement(lvl, f"{W}{name}"), {"val": value})
        indent = etree.SubElement(etree.SubElement(lvl, f"{W}pPr"), f"{W}ind")
        _set(indent, {"left": str(INDENT * (level + 1)), "hanging": str(INDENT)})
    for list_, number in body.lists.items():
        _instance(root, list_, number, kinds)
    return root


def _instance(root: etree._Element, list_: List, number: int, kinds: dict[tuple[str, str, int], int]) -> None:
    instance = etree.SubElement(root, f"{W}num")
    _set(instance, {"numId": str(number)})
    key = kinds[list_.format, list_.pattern, list_.level]
    _set(etree.SubElement(instance, f"{W}abstractNumId"), {"val": str(key)})
    override = etree.SubElement(instance, f"{W}lvlOverride")
    _set(override, {"ilvl": "0"})
    _set(etree.SubElement(override, f"{W}startOverride"), {"val": "1"})


def _notes(body: Body) -> etree._Element:
    root = _root("footnotes")
    for key, kind in (("-1", "separator"), ("0", "continuationSeparator")):
        note = etree.SubElement(root, f"{W}footnote")
        _set(note, {"type": kind, "id": key})
        run = etree.SubElement(etree.SubElement(note, f"{W}p"), f"{W}r")
        etree.SubElement(run, f"{W}{kind}")
    for number, words in enumerate(body.notes, start=1):
        note = etree.SubElement(root, f"{W}footnote")
        _set(note, {"id": str(number)})
        for index, line in enumerate(words.split("\n")):
            paragraph = _styled(note, "Note text")
            if index == 0:
                run = etree.SubElement(paragraph, f"{W}r")
                properties = etree.SubElement(run, f"{W}rPr")
                _set(etree.SubElement(properties, f"{W}rStyle"), {"val": style_id("Note reference")})
                etree.SubElement(run, f"{W}footnoteRef")
            _plain(paragraph, f" {line}" if index == 0 else line)
    return root


def _header(marking: str) -> etree._Element:
    root = _root("hdr")
    paragraph = _styled(root, "Running head")
    if marking:
        _plain(paragraph, marking)
    return root


def _footer() -> etree._Element:
    root = _root("ftr")
    paragraph = _styled(root, "Running head")
    field = etree.SubElement(paragraph, f"{W}fldSimple")
    _set(field, {"instr": " PAGE "})
    _plain(field, "1")
    return root


def _styled(parent: etree._Element, style: str) -> etree._Element:
    paragraph = etree.SubElement(parent, f"{W}p")
    properties = etree.SubElement(paragraph, f"{W}pPr")
    _set(etree.SubElement(properties, f"{W}pStyle"), {"val": style_id(style)})
    return paragraph


def _plain(parent: etree._Element, words: str) -> None:
    text = etree.SubElement(etree.SubElement(parent, f"{W}r"), f"{W}t")
    text.text = words
    text.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")


def _core(about: About) -> etree._Element:
    root = etree.Element(f"{{{_CORE}}}coreProperties", nsmap={"cp": _CORE, "dc": _DC})
    etree.SubElement(root, f"{{{_DC}}}title").text = about.title
    etree.SubElement(root, f"{{{_DC}}}language").text = LOCALES.get(about.language, about.language)
    return root


def _content_types(parts: dict[str, bytes]) -> etree._Element:
    root = etree.fromstring(f'<Types xmlns="{_TYPES}"/>')
    for ending, kind in (
        ("rels", "application/vnd.openxmlformats-package.relationships+xml"),
        ("xml", "application/xml"),
    ):
        etree.SubElement(root, f"{{{_TYPES}}}Default", Extension=ending, ContentType=kind)
    overrides = {
        "word/document.xml": f"{_WORD}.document.main+xml",
        "docProps/core.xml": "application/vnd.openxmlformats-package.core-properties+xml",
        **{name: f"{_WORD}.{_kind(name.removeprefix('word/'))}+xml" for name in parts},
    }
    for name, kind in overrides.items():
        etree.SubElement(root, f"{{{_TYPES}}}Override", PartName=f"/{name}", ContentType=kind)
    return root


def _relationships(targets: dict[str, tuple[str, str]]) -> etree._Element:
    root = etree.fromstring(f'<Relationships xmlns="{_RELATIONSHIPS}"/>')
    for target, (key, kind) in targets.items():
        etree.SubElement(root, f"{{{_RELATIONSHIPS}}}Relationship", Id=key, Type=kind, Target=target)
    return root


def _kind(name: str) -> str:
    """The kind of a part from its name: "header" of "header1.xml"."""
    return name.removesuffix(".xml").rstrip("1")


def _root(name: str) -> etree._Element:
    return etree.Element(f"{W}{name}", nsmap=NAMESPACES)


def _set(element: etree._Element, values: dict[str, str]) -> None:
    for name, value in values.items():
        element.set(f"{W}{name}", value)


def _xml(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)
