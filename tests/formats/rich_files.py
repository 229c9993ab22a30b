"""Whole files of every format with everything a reader knows of, for damaging; the words are invented."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

from tests.formats.word_files import numbered, paragraph, word_file
from workbench.settings import data

_BY = 'w:id="1" w:author="A" w:date="2026-01-01T00:00:00Z"'
_MC = 'xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
_R = 'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"'
_ODF = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
        ("draw", "drawing"),
    )
)


def texts(fixtures: Path) -> list[bytes]:
    """Agreements as text."""
    return [path.read_bytes() for path in sorted((fixtures / "recognition").glob("*.txt"))]


def word(words: bytes) -> bytes:
    """A Word file of these lines with lists, tables, boxes, fields, controls, notes, comments and revisions."""
    lines = [
        line.replace("&", "and").replace("<", "(") for line in words.decode().split("\n") if line.strip()
    ][:60]
    body = []
    for turn, line in enumerate(lines):
        if turn % 4 == 1:
            body.append(numbered(line, 1 + turn % 3, turn % 5))
        elif turn % 4 == 2:
            body.append(paragraph(line, '<w:pStyle w:val="Art"/><w:jc w:val="center"/><w:ind w:left="720"/>'))
        else:
            body.append(paragraph(line))
    cell = "<w:tc><w:tcPr><w:gridSpan w:val='1'/></w:tcPr>{}</w:tc>"
    rows = "".join(
        f"<w:tr>{cell.format(paragraph(a))}{cell.format(paragraph(b))}</w:tr>"
        for a, b in zip(lines[:4], lines[4:8], strict=False)
    )
    box = f"<w:txbxContent>{paragraph('box')}</w:txbxContent>"
    extras = (
        f"<w:tbl>{rows}</w:tbl>",
        f"<w:p><w:r><mc:AlternateContent {_MC}><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice><mc:Fallback><w:pict>{box}</w:pict>"
        "</mc:Fallback></mc:AlternateContent><w:sym w:font='Symbol' w:char='F0B7'/></w:r></w:p>",
        '<w:p><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>TOC</w:instrText></w:r><w:r><w:fldChar w:fldCharType="separate"/>'
        '</w:r><w:r><w:t>Article 1</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r></w:p>',
        f'<w:sdt><w:sdtPr/><w:sdtContent><w:p><w:commentRangeStart w:id="0"/><w:ins {_BY}><w:r><w:rPr><w:b/><w:vanish w:val="0"/></w:rPr><w:t>in</w:t></w:r></w:ins>'
        f'<w:commentRangeEnd w:id="0"/><w:del {_BY}><w:r><w:delText>out</w:delText></w:r></w:del><w:r><w:footnoteReference w:id="2"/></w:r></w:p></w:sdtContent></w:sdt>',
        f'<w:p><w:pPr><w:rPr><w:del {_BY}/></w:rPr></w:pPr><w:r><w:t>joined </w:t><w:br w:type="page"/></w:r></w:p>',
        f'<w:altChunk {_R} r:id="r1"/>',
    )
    at = len(body) // 2
    level = '<w:lvl w:ilvl="{}"><w:start w:val="1"/><w:numFmt w:val="{}"/><w:pStyle w:val="Art"/><w:lvlText w:val="{}"/><w:lvlRestart w:val="1"/></w:lvl>'
    levels = "".join(
        level.format(n, form, f"%{n + 1}.")
        for n, form in enumerate(("decimal", "lowerLetter", "upperRoman", "russianLower", "bullet"))
    )
    numbering = (
        f'<w:abstractNum w:abstractNumId="0">{levels}</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2">'
        '<w:abstractNumId w:val="0"/><w:lvlOverride w:ilvl="0"><w:startOverride w:val="3"/></w:lvlOverride></w:num><w:num w:numId="3"><w:abstractNumId w:val="0"/></w:num>'
    )
    styles = (
        '<w:style w:type="paragraph" w:styleId="Art"><w:name w:val="heading 1"/><w:basedOn w:val="Base"/><w:pPr><w:outlineLvl w:val="0"/><w:numPr><w:numId w:val="1"/>'
        '</w:numPr></w:pPr><w:rPr><w:sz w:val="28"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Base"><w:name w:val="Base"/></w:style>'
    )
    made = word_file(
        "".join((*body[:at], *extras, *body[at:])),
        numbering=numbering,
        styles=styles,
        footnotes=f'<w:footnote w:id="2">{paragraph("note")}</w:footnote>',
        comments=f'<w:comment w:id="0" w:author="B">{paragraph("why")}</w:comment>',
    )
    buffer = io.BytesIO(made)
    with zipfile.ZipFile(buffer, "a") as package:
        package.writestr("word/chunk.html", "<html><body><p>chunk</p></body></html>")
        package.writestr(
            "word/_rels/document.xml.rels",
            '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships"><Relationship Id="r1" '
            'Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/aFChunk" Target="chunk.html"/></Relationships>',
        )
    return buffer.getvalue()


def open_document(words: bytes) -> bytes:
    """An OpenDocument text of these lines with lists, headings, tables, boxes, notes and comments."""
    lines = [
        line.replace("&", "and").replace("<", "(") for line in words.decode().split("\n") if line.strip()
    ][:60]
    body = []
    for turn, line in enumerate(lines):
        if turn % 4 == 1:
            body.append(
                f'<text:list text:style-name="L" text:continue-numbering="true"><text:list-item text:start-value="{turn}"><text:p>{line}</text:p><text:list><text:list-item><text:p>x</text:p></text:list-item></text:list></text:list-item></text:list>'
            )
        elif turn % 4 == 2:
            body.append(f'<text:h text:outline-level="1" text:style-name="P1">{line}</text:h>')
        else:
            body.append(
                f'<text:p text:style-name="P1">{line}<text:s text:c="3"/><text:span text:style-name="P1">b</text:span></text:p>'
            )
    cell = "<table:table-cell table:number-columns-repeated='1'><text:p>{}</text:p></table:table-cell>"
    extras = (
        f"<table:table><table:table-row>{cell.format('a')}{cell.format('b')}</table:table-row></table:table>",
        "<text:p>x<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>n</text:p></text:note-body></text:note>"
        "<draw:frame><draw:text-box><text:p>box</text:p></draw:text-box></draw:frame><office:annotation office:name='c'><text:p>c</text:p></office:annotation>"
        "<office:annotation-end office:name='c'/></text:p>",
        "<text:section text:display='none'><text:p>hidden</text:p></text:section>",
        "<text:table-of-content><text:index-body><text:p>Article 1</text:p></text:index-body></text:table-of-content>",
    )
    styles = (
        '<style:style style:name="P1" style:parent-style-name="P2"><style:paragraph-properties fo:margin-left="1cm" fo:text-align="center"/><style:text-properties fo:font-weight="bold" fo:font-size="12pt"/></style:style>'
        '<style:style style:name="P2"/><text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="." text:start-value="2"/>'
        '<text:list-level-style-number text:level="2" style:num-format="i" text:display-levels="2"/></text:list-style><text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="I"/></text:outline-style>'
    )
    content = (
        f"<office:document-content {_ODF}><office:automatic-styles>{styles}</office:automatic-styles><office:body><office:text>"
        f"{''.join((*body, *extras))}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", content)
        package.writestr("styles.xml", f"<office:document-styles {_ODF}/>")
        package.writestr("META-INF/manifest.xml", "<m/>")
    return buffer.getvalue()


def page(words: bytes) -> bytes:
    """A saved page of these lines with a menu, a list, tables and a script."""
    lines = [line for line in words.decode().split("\n") if line.strip()][:60]
    inside = "".join(
        f"<p align=center><b>{line}</b></p>" if turn % 7 == 0 else f"<div>{line}<br></div>"
        for turn, line in enumerate(lines)
    )
    return (
        "<!doctype html><html><head><meta charset=utf-8><title>t</title><script>x()</script></head><body><nav><a href=1>a</a></nav><main>"
        f"{inside}<ol type=a start=3><li>x<li>y</ol><table><tr><td>(a)</td><td>b</td></tr></table><table><tr><td colspan=2>h<td>i</tr>"
        "<tr><td>a<td>b<td>c</tr></table><pre>one\ntwo</pre></main><div class=cookie>c</div></body></html>"
    ).encode()


def printed(words: bytes) -> bytes:
    """A typeset PDF of these lines."""
    import typst

    safe = "".join(letter for letter in words.decode() if letter.isalnum() or letter in " \n.,;:")[:3000]
    return typst.compile(safe.encode())


def akoma_ntoso() -> list[bytes]:
    """Our own templates, and the same as another publisher may write them."""
    own = [
        data("templates", "defence-cooperation", f"{code}.xml").read_bytes() for code in ("en", "lv", "uk")
    ]
    return [*own, own[0].replace(b"akn/3.0", b"akn/3.0/CSD13")]


def samples(fixtures: Path) -> dict[str, list[bytes]]:
    """By ending of the name, sound files of each format."""
    words = texts(fixtures)
    some = words[:6]
    return {
        ".txt": words,
        ".docx": [word(one) for one in some],
        ".odt": [open_document(one) for one in some],
        ".html": [page(one) for one in some],
        ".pdf": [printed(one) for one in some[:3]],
        ".xml": akoma_ntoso(),
    }
