"""What the files of the pairs are made of: whole, valid Word files with all the parts they refer to."""

from __future__ import annotations

import io
import struct
import zipfile
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

_MAIN = "http://schemas.openxmlformats.org"
_PLACE = f"{_MAIN}/officeDocument/2006/relationships"
_NAMES = " ".join(
    f'xmlns:{short}="{long}"'
    for short, long in (
        ("w", f"{_MAIN}/wordprocessingml/2006/main"),
        ("r", _PLACE),
        ("m", f"{_MAIN}/officeDocument/2006/math"),
        ("mc", f"{_MAIN}/markup-compatibility/2006"),
        ("wp", f"{_MAIN}/drawingml/2006/wordprocessingDrawing"),
        ("a", f"{_MAIN}/drawingml/2006/main"),
        ("pic", f"{_MAIN}/drawingml/2006/picture"),
        ("wps", "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"),
        ("v", "urn:schemas-microsoft-com:vml"),
    )
)
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_ROOTS = {"footnotes": "footnotes", "endnotes": "endnotes", "header1": "hdr", "footer1": "ftr"}
_LINES = (
    '<w:{0} w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:{0}>'
    '<w:{0} w:type="continuationSeparator" w:id="0"><w:p><w:r><w:continuationSeparator/></w:r></w:p></w:{0}>'
)
SEAT = "The seat of the Commission is at Strelsau, in the house given by the Government of Ruritania."
MEETS = "The Commission meets in ordinary session each spring and in special session whenever asked."
COSTS = "Each Party bears the costs of its own delegation; common costs are shared in equal parts."
FERRY = "The ferry crosses the river twice a day from the first of March to the last of October."
ENDS = "This Agreement ends twelve months after either Party gives notice in writing to the other."
FIVE = (SEAT, MEETS, COSTS, FERRY, ENDS)


@dataclass(frozen=True)
class Made:
    """A file to be: its body and the parts beside it, by name without folder and ending."""

    body: str
    parts: dict[str, str] = field(default_factory=dict)
    pictures: tuple[bytes, ...] = ()

    def data(self) -> bytes:
        """The .docx."""
        stream = io.BytesIO()
        kinds = {name: name.rstrip("0123456789") for name in self.parts}
        types = "".join(
            f'<Override PartName="/word/{name}.xml" ContentType="{_TYPE}.{kind}+xml"/>'
            for name, kind in {**kinds, "document": "document.main"}.items()
        )
        relations = "".join(
            f'<Relationship Id="{name}" Type="{_PLACE}/{kind}" Target="{name}.xml"/>'
            for name, kind in kinds.items()
        ) + "".join(
            f'<Relationship Id="picture{n}" Type="{_PLACE}/image" Target="media/image{n}.png"/>'
            for n in range(len(self.pictures))
        )
        relations += f'<Relationship Id="link" Type="{_PLACE}/hyperlink" Target="https://example.org/" TargetMode="External"/>'
        with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
            package.writestr(
                "[Content_Types].xml",
                f'<Types xmlns="{_MAIN}/package/2006/content-types"><Default Extension="rels" ContentType='
                '"application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="png" '
                f'ContentType="image/png"/><Default Extension="xml" ContentType="application/xml"/>{types}</Types>',
            )
            package.writestr(
                "_rels/.rels",
                _relations(
                    f'<Relationship Id="d" Type="{_PLACE}/officeDocument" Target="word/document.xml"/>'
                ),
            )
            package.writestr("word/_rels/document.xml.rels", _relations(relations))
            package.writestr(
                "word/document.xml", f"<w:document {_NAMES}><w:body>{self.body}</w:body></w:document>"
            )
            for name, content in self.parts.items():
                root = _ROOTS.get(name, name)
                package.writestr(f"word/{name}.xml", f"<w:{root} {_NAMES}>{content}</w:{root}>")
            for n, picture in enumerate(self.pictures):
                package.writestr(f"word/media/image{n}.png", picture)
        return stream.getvalue()


def _relations(inside: str) -> str:
    return f'<Relationships xmlns="{_MAIN}/package/2006/relationships">{inside}</Relationships>'


# What files are made of


def text(words: str, look: str = "") -> str:
    """A run."""
    properties = f"<w:rPr>{look}</w:rPr>" if look else ""
    return f'<w:r>{properties}<w:t xml:space="preserve">{words}</w:t></w:r>'


def par(*inside: str, settings: str = "") -> str:
    """A paragraph of runs and things; words alone make a run."""
    held = "".join(part if part.startswith("<") else text(part) for part in inside if part)
    return f"<w:p>{f'<w:pPr>{settings}</w:pPr>' if settings else ''}{held}</w:p>"


def pars(*words: str) -> str:
    """Paragraphs, one for each."""
    return "".join(par(line) for line in words)


def cell(*blocks: str, settings: str = "") -> str:
    """A cell; words alone make a paragraph."""
    held = "".join(block if block.startswith("<") else par(block) for block in blocks or ("",))
    return f'<w:tc><w:tcPr><w:tcW w:w="2400" w:type="dxa"/>{settings}</w:tcPr>{held}</w:tc>'


def row(*cells: str) -> str:
    """A row; words alone make a cell."""
    return f"<w:tr>{''.join(part if part.startswith('<w:tc>') else cell(part) for part in cells)}</w:tr>"


def table(*rows: Iterable[str] | str, columns: int = 2) -> str:
    """A table of rows, or of the words of their cells."""
    held = "".join(line if isinstance(line, str) else row(*line) for line in rows)
    edges = "".join(
        f'<w:{side} w:val="single" w:sz="4" w:space="0" w:color="auto"/>'
        for side in ("top", "left", "bottom", "right", "insideH", "insideV")
    )
    grid = '<w:gridCol w:w="2400"/>' * columns
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{edges}</w:tblBorders></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{held}</w:tbl>"
    )


def formula(*letters: str) -> str:
    """A formula: the letters over each other."""
    first, second = (f"<m:r><m:t>{letter}</m:t></m:r>" for letter in letters)
    return f"<m:oMath><m:f><m:num>{first}</m:num><m:den>{second}</m:den></m:f></m:oMath>"


def reference(code: str, shown: str) -> str:
    """A field with its code and what it shows."""
    sign = '<w:r><w:fldChar w:fldCharType="{}"/></w:r>'
    return (
        f'{sign.format("begin")}<w:r><w:instrText xml:space="preserve"> {code} </w:instrText></w:r>'
        f"{sign.format('separate')}{text(shown)}{sign.format('end')}"
    )


def note(number: int, kind: str = "footnote") -> str:
    """The reference to a note."""
    return f'<w:r><w:{kind}Reference w:id="{number}"/></w:r>'


def notes(*said: str, kind: str = "footnote") -> dict[str, str]:
    """The part of notes; words alone make a paragraph."""
    held = "".join(
        f'<w:{kind} w:id="{n}">{one if one.startswith("<") else par(f"<w:r><w:{kind}Ref/></w:r>", f" {one}")}</w:{kind}>'
        for n, one in enumerate(said, start=1)
    )
    return {f"{kind}s": _LINES.format(kind) + held}


def picture(number: int = 0) -> str:
    """A picture in the line."""
    return (
        '<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent cx="360000" cy="360000"/>'
        f'<wp:docPr id="{number + 1}" name="Picture {number}"/><a:graphic><a:graphicData uri="{_MAIN}/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{number + 1}" name="p.png"/><pic:cNvPicPr/></pic:nvPicPr><pic:blipFill>'
        f'<a:blip r:embed="picture{number}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill><pic:spPr><a:xfrm><a:off x="0" y="0"/>'
        '<a:ext cx="360000" cy="360000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic>'
        "</a:graphicData></a:graphic></wp:inline></w:drawing></w:r>"
    )


def box(*blocks: str) -> str:
    """A text box, written both ways as Word does."""
    held = f"<w:txbxContent>{''.join(blocks)}</w:txbxContent>"
    return (
        '<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0">'
        '<wp:extent cx="2400000" cy="700000"/><wp:docPr id="9" name="Box"/><a:graphic><a:graphicData '
        'uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:cNvSpPr txBox="1"/><wps:spPr>'
        '<a:xfrm><a:off x="0" y="0"/><a:ext cx="2400000" cy="700000"/></a:xfrm><a:prstGeom prst="rect"><a:avLst/></a:prstGeom></wps:spPr>'
        f"<wps:txbx>{held}</wps:txbx><wps:bodyPr/></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>"
        f'<mc:Fallback><w:pict><v:shape style="width:190pt;height:55pt"><v:textbox>{held}</v:textbox></v:shape></w:pict></mc:Fallback>'
        "</mc:AlternateContent></w:r>"
    )


def png(red: int, green: int, blue: int) -> bytes:
    """A picture of one colour."""

    def chunk(kind: bytes, data: bytes) -> bytes:
        return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))

    lines = b"".join(b"\0" + bytes((red, green, blue)) * 4 for _ in range(4))
    head = struct.pack(">IIBBBBB", 4, 4, 8, 2, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n"
        + chunk(b"IHDR", head)
        + chunk(b"IDAT", zlib.compress(lines))
        + chunk(b"IEND", b"")
    )


def link(words: str) -> str:
    """A link to a page."""
    return f'<w:hyperlink r:id="link">{text(words)}</w:hyperlink>'


def control(*blocks: str) -> str:
    """A content control around blocks or runs."""
    return f"<w:sdt><w:sdtPr/><w:sdtContent>{''.join(blocks)}</w:sdtContent></w:sdt>"


def named(*inside: str) -> str:
    """A bookmark around them."""
    return f'<w:bookmarkStart w:id="70" w:name="place"/>{"".join(inside)}<w:bookmarkEnd w:id="70"/>'


def section(words: str = "", references: str = "") -> str:
    """The last paragraph of a section."""
    return par(words, settings=f'<w:sectPr>{references}<w:type w:val="nextPage"/></w:sectPr>')


NUMBERING = {
    "numbering": '<w:abstractNum w:abstractNumId="0"><w:multiLevelType w:val="multilevel"/>'
    + "".join(
        f'<w:lvl w:ilvl="{n}"><w:start w:val="1"/><w:numFmt w:val="{kind}"/><w:lvlText w:val="%{n + 1}."/><w:lvlJc w:val="left"/></w:lvl>'
        for n, kind in enumerate(("decimal", "lowerLetter"))
    )
    + '</w:abstractNum><w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num>'
}


def listed(words: str, level: int = 0) -> str:
    """An automatically numbered paragraph."""
    return par(words, settings=f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="1"/></w:numPr>')


Pair = tuple["str | Made", "str | Made"]
"""Old and new file; a body alone is a file of nothing else."""
