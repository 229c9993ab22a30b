"""OpenDocument text: numbers as displayed, styles through their parents."""

from __future__ import annotations

import io
import zipfile

import pytest

from workbench.agreement.source import SourceDocument
from workbench.agreement.text import Footnote
from workbench.formats.errors import EncryptedFileError, FormatError
from workbench.formats.odt.reader import from_bytes

_NAMES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{long}:1.0"'
    for short, long in (
        ("office", "office"),
        ("text", "text"),
        ("style", "style"),
        ("table", "table"),
        ("fo", "xsl-fo-compatible"),
    )
)


def odt(body: str, styles: str = "", manifest: str = "<m/>") -> bytes:
    content = (
        f"<office:document-content {_NAMES}><office:automatic-styles>{styles}</office:automatic-styles>"
        f"<office:body><office:text>{body}</office:text></office:body></office:document-content>"
    )
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as package:
        package.writestr("content.xml", content)
        package.writestr("styles.xml", f"<office:document-styles {_NAMES}/>")
        package.writestr("META-INF/manifest.xml", manifest)
    return buffer.getvalue()


def source(body: str, styles: str = "") -> SourceDocument:
    return from_bytes(odt(body, styles), name="draft.odt")


def test_nested_lists_are_numbered_as_displayed() -> None:
    styles = (
        '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="1" style:num-suffix="."/>'
        '<text:list-level-style-number text:level="2" style:num-format="a" style:num-prefix="(" style:num-suffix=")"/></text:list-style>'
    )
    inner = "<text:list><text:list-item><text:p>x</text:p></text:list-item><text:list-item><text:p>y</text:p></text:list-item></text:list>"
    body = (
        f'<text:list text:style-name="L"><text:list-item><text:p>one</text:p>{inner}</text:list-item>'
        "<text:list-item><text:p>two</text:p></text:list-item></text:list>"
    )
    assert [(b.number, b.text.plain, b.list_level) for b in source(body, styles).blocks] == [
        ("1.", "one", 0), ("(a)", "x", 1), ("(b)", "y", 1), ("2.", "two", 0),
    ]  # fmt: skip


def test_spaces_tabs_breaks_notes_and_deleted_text() -> None:
    read = source(
        "<text:tracked-changes><text:changed-region><text:deletion><text:p>gone</text:p></text:deletion></text:changed-region>"
        "</text:tracked-changes><text:p>a<text:s text:c='2'/>b<text:tab/>c<text:line-break/>d"
        "<text:note><text:note-citation>1</text:note-citation><text:note-body><text:p>Why.</text:p></text:note-body></text:note></text:p>"
    )
    assert [b.text.plain for b in read.blocks] == ["a  b\tc\nd"]
    assert read.blocks[0].text.of(Footnote) == ((8, 8, Footnote("Why.")),)
    assert [f.code for f in read.findings] == ["docx.tracked-changes-accepted"]


def test_bold_comes_through_the_parent_style() -> None:
    styles = (
        '<style:style style:name="Strong"><style:text-properties fo:font-weight="bold"/></style:style>'
        '<style:style style:name="P1" style:parent-style-name="Strong"/>'
    )
    block = source('<text:p text:style-name="P1">Purpose</text:p>', styles).blocks[0]
    assert (block.bold, block.style) == (True, "Strong")


def test_headings_carry_their_level() -> None:
    assert source('<text:h text:outline-level="2">Costs</text:h>').blocks[0].outline == 2


@pytest.mark.parametrize(
    "data", [b"", b"no zip", odt("<text:p>x</text:p>")[:-60], odt("<text:p/>"), odt("<text:p>")]
)
def test_a_bad_file_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"^bad\.odt: "):
        from_bytes(data, name="bad.odt")


def test_an_encrypted_file_says_so() -> None:
    with pytest.raises(EncryptedFileError):
        from_bytes(odt("<text:p>x</text:p>", manifest="<encryption-data/>"), name="locked.odt")
