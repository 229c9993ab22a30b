"""The style sheet of our own Word files: named styles that a drafter can restyle in one place.

Built with python-docx on its blank document, from which everything but the bare defaults is taken out, so
that a file of ours lists the styles of an agreement and no others.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache

import docx
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml.ns import qn
from docx.shared import Pt
from lxml import etree

FONT = "Times New Roman"  # on every machine, with Latvian and Ukrainian letters
SIZE = 12  # points

LOCALES = {
    "en": "en-GB", "lv": "lv-LV", "uk": "uk-UA", "lt": "lt-LT", "et": "et-EE", "pl": "pl-PL", "de": "de-DE",
    "fr": "fr-FR", "nl": "nl-NL", "es": "es-ES", "ru": "ru-RU",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class _Style:
    name: str
    align: WD_ALIGN_PARAGRAPH = WD_ALIGN_PARAGRAPH.JUSTIFY
    bold: bool = False
    italic: bool = False
    caps: bool = False
    before: float = 0
    after: float = 6
    size: float | None = None
    keep: bool = False
    outline: int | None = None
    rule: bool = False  # a line above, to sign on


_LEFT, _CENTRE, _BOTH = WD_ALIGN_PARAGRAPH.LEFT, WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.JUSTIFY
STYLES = (
    _Style("Treaty title", _CENTRE, bold=True, size=14, after=4, keep=True),
    _Style("Preamble", before=0, after=8),
    _Style("Citation"),
    _Style("Chapter number", _CENTRE, bold=True, caps=True, before=18, after=0, keep=True, outline=1),
    _Style("Chapter heading", _CENTRE, bold=True, after=8, keep=True),
    _Style("Article number", _CENTRE, bold=True, before=14, after=0, keep=True, outline=2),
    _Style("Article heading", _CENTRE, bold=True, after=6, keep=True),
    _Style("Section heading", _LEFT, bold=True, before=14, keep=True, outline=2),
    _Style("Paragraph"),
    _Style("Subparagraph"),
    _Style("Point", after=4),
    _Style("Crossheading", _LEFT, italic=True, before=8, keep=True),
    _Style("Table title", _LEFT, bold=True, after=8, keep=True),
    _Style("Table text", _LEFT, before=2, after=2),
    _Style("Comparison text", _LEFT, before=2, after=2, size=10),
    _Style("Count", _CENTRE, before=2, after=2, size=10),
    _Style("Count heading", _CENTRE, before=2, after=2, size=8),
    _Style("Testimonium", before=14, after=8, keep=True),
    _Style("Done at", after=14, keep=True),
    _Style("Signature", _CENTRE, bold=True, before=12, after=48, keep=True),
    _Style("Signature name", _CENTRE, rule=True),
    _Style("Annex number", _CENTRE, bold=True, after=4, keep=True, outline=1),
    _Style("Annex heading", _CENTRE, bold=True, after=10, keep=True),
    _Style("Running head", _CENTRE, after=0, size=9),
    _Style("Note text", _BOTH, after=0, size=10),
    _Style("End", after=0, size=2),
)


def style_id(name: str) -> str:
    """The identifier of a style in the file."""
    return name.replace(" ", "")


@cache
def styles_part(language: str) -> bytes:
    """The styles part for an agreement in this language (ISO 639-1)."""
    sheet = docx.Document().styles
    element = sheet.element
    for style in element.findall(qn("w:style")):
        if style.get(qn("w:default")) != "1":
            element.remove(style)
    latent = element.find(qn("w:latentStyles"))
    if latent is not None:
        element.remove(latent)
    _defaults(element, LOCALES.get(language, language))
    normal = sheet["Normal"]
    normal.font.name, normal.font.size = FONT, Pt(SIZE)
    for style in STYLES:
        _add(sheet, style)
    _character(sheet, "Open placeholder", shading="FFF2CC")
    reference = _character(sheet, "Note reference")
    reference.font.superscript = True
    return etree.tostring(element, xml_declaration=True, encoding="UTF-8", standalone=True)


def _add(sheet: docx.styles.styles.Styles, style: _Style) -> None:
    made: docx.styles.style.ParagraphStyle = sheet.add_style(  # type: ignore[no-untyped-call]  # untyped in python-docx
        style.name, WD_STYLE_TYPE.PARAGRAPH
    )
    made.base_style = sheet["Normal"]
    made.quick_style = True
    if style.rule:
        borders = etree.SubElement(made.element.get_or_add_pPr(), qn("w:pBdr"))
        line = etree.SubElement(borders, qn("w:top"))
        for key, value in (("val", "single"), ("sz", "4"), ("space", "4"), ("color", "auto")):
            line.set(qn(f"w:{key}"), value)
    layout = made.paragraph_format
    if style.rule:
        layout.left_indent = layout.right_indent = Pt(18)
    layout.alignment = style.align
    layout.space_before, layout.space_after = Pt(style.before), Pt(style.after)
    layout.keep_with_next = style.keep or None
    font = made.font
    font.bold, font.italic = style.bold or None, style.italic or None
    font.all_caps = style.caps or None
    if style.size is not None:
        font.size = Pt(style.size)
    if style.outline is not None:
        level = etree.SubElement(made.element.get_or_add_pPr(), qn("w:outlineLvl"))
        level.set(qn("w:val"), str(style.outline - 1))


def _character(
    sheet: docx.styles.styles.Styles, name: str, shading: str | None = None
) -> docx.styles.style.CharacterStyle:
    made: docx.styles.style.CharacterStyle = sheet.add_style(  # type: ignore[no-untyped-call]  # untyped in python-docx
        name, WD_STYLE_TYPE.CHARACTER
    )
    if shading is not None:
        shade = etree.SubElement(made.element.get_or_add_rPr(), qn("w:shd"))
        for key, value in (("val", "clear"), ("color", "auto"), ("fill", shading)):
            shade.set(qn(f"w:{key}"), value)
    return made


def _defaults(element: etree._Element, locale: str) -> None:
    """Fonts and language of everything that says nothing else."""
    defaults = element.find(qn("w:docDefaults"))
    if defaults is not None:
        element.remove(defaults)
    defaults = etree.Element(qn("w:docDefaults"))
    element.insert(0, defaults)
    properties = etree.SubElement(etree.SubElement(defaults, qn("w:rPrDefault")), qn("w:rPr"))
    fonts = etree.SubElement(properties, qn("w:rFonts"))
    for script in ("ascii", "hAnsi", "eastAsia", "cs"):
        fonts.set(qn(f"w:{script}"), FONT)
    for name in ("sz", "szCs"):
        etree.SubElement(properties, qn(f"w:{name}")).set(qn("w:val"), str(SIZE * 2))
    lang = etree.SubElement(properties, qn("w:lang"))
    lang.set(qn("w:val"), locale)
    lang.set(qn("w:eastAsia"), "en-US")
    lang.set(qn("w:bidi"), "ar-SA")
    etree.SubElement(defaults, qn("w:pPrDefault"))
