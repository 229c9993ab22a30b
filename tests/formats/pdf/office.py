"""Agreements of our own as Word files, printed to PDF by LibreOffice: lines, hyphens and fonts are its own."""

from __future__ import annotations

import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import docx
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.shared import Cm, Pt

from tests.formats.pdf.prints import Clause, Print, printed

STYLES: dict[str, dict[str, Any]] = {
    "Word, centred": {"font": "Liberation Sans", "size": 11, "centred": True, "space": 6},
    "Word, at the margin": {"font": "Liberation Serif", "size": 12, "centred": False, "space": 8},
    "Word, indented": {"font": "Liberation Serif", "size": 12, "centred": True, "space": 0, "indent": 1.25},
    "Word, double": {
        "font": "DejaVu Serif",
        "size": 11,
        "centred": True,
        "space": 0,
        "lines": 2.0,
        "indent": 1,
    },
}
_SECONDS = 300


def printed_files(variants: Iterable[Mapping[str, Any]]) -> Iterator[tuple[str, Print, bytes]]:
    """Every text in every style: the style, what was printed, the PDF."""
    made: dict[str, tuple[str, Print]] = {}
    with tempfile.TemporaryDirectory() as folder:
        for turn, (name, style) in enumerate(STYLES.items()):
            for place, variant in enumerate(variants):
                text = printed(**{**variant, "notes": False})  # python-docx writes no footnotes
                _document(text, style).save(str(Path(folder) / f"{turn}-{place}.docx"))
                made[f"{turn}-{place}"] = name, text
        command = ["soffice", f"-env:UserInstallation=file://{folder}/profile", "--headless"]
        command += ["--convert-to", "pdf", "--outdir", folder]
        files = [str(Path(folder) / f"{key}.docx") for key in made]
        subprocess.run([*command, *files], check=True, capture_output=True, timeout=_SECONDS)
        for key, (name, text) in made.items():
            yield name, text, (Path(folder) / f"{key}.pdf").read_bytes()


def _document(text: Print, style: Mapping[str, Any]) -> Any:
    document = docx.Document()
    normal = document.styles["Normal"]
    normal.font.name, normal.font.size = style["font"], Pt(style["size"])
    normal.paragraph_format.space_after = Pt(style["space"])
    normal.paragraph_format.line_spacing = style.get("lines", 1.0)
    section = document.sections[0]
    section.header.paragraphs[0].text = "Non-paper of 12 March"
    _add(document, text.title, bold=True, centred=True, style=style)
    for words in (text.parties, *text.recitals, text.formula):
        _add(document, words, style=style)
    for clause in text.articles:
        _clause(document, clause, style)
    for words in (text.testimonium, text.done, *text.signatures):
        _add(document, words, style=style)
    if text.annex:
        document.add_page_break()
        _add(document, text.annex, bold=True, centred=True, style=style)
        for clause in text.annex_articles:
            _clause(document, clause, style)
    return document


def _clause(document: Any, clause: Clause, style: Mapping[str, Any]) -> None:
    _add(document, clause.label, bold=True, centred=style["centred"], style=style)
    if clause.heading:
        _add(document, clause.heading, bold=True, centred=style["centred"], style=style)
    for words, points in clause.paragraphs:
        _add(document, words, style=style)
        for point in points:
            _add(document, point, style=style, inset=1.0)


def _add(
    document: Any,
    words: str,
    *,
    style: Mapping[str, Any],
    bold: bool = False,
    centred: bool = False,
    inset: float = 0.0,
) -> None:
    paragraph = document.add_paragraph()
    paragraph.add_run(words).bold = bold
    layout = paragraph.paragraph_format
    if centred:
        layout.alignment = WD_ALIGN_PARAGRAPH.CENTER
        layout.keep_with_next = True
    else:
        layout.alignment = WD_ALIGN_PARAGRAPH.JUSTIFY
        layout.left_indent = Cm(inset)
        if not bold and not inset:
            layout.first_line_indent = Cm(style.get("indent", 0))
