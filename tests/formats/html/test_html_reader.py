"""HTML as a browser shows it: the text of the page, without the page around it."""

from __future__ import annotations

import pytest

from workbench.agreement.source import Alignment, SourceDocument
from workbench.formats.errors import FormatError
from workbench.formats.html.reader import from_bytes


def source(body: str, head: str = "") -> SourceDocument:
    page = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return from_bytes(page.encode(), name="page.html")


def texts(body: str) -> list[str]:
    return [block.text.plain for block in source(body).blocks]


def test_menus_scripts_and_forms_are_dropped() -> None:
    assert texts(
        "<nav>Home</nav><div class='breadcrumbs menu'>Laws</div><script>x()</script><header>Gazette</header>"
        "<main><p>Article 1</p></main><form><input value=a></form><footer>Contact</footer>"
    ) == ["Article 1"]


def test_blocks_and_line_breaks() -> None:
    assert texts("<div>The Parties,<br>have agreed</div><p>as   \n follows:</p>loose text") == [
        "The Parties,\nhave agreed",
        "as follows:",
        "loose text",
    ]


def test_headings_lists_and_tables() -> None:
    blocks = source(
        "<h2>1. pants</h2><ol type=a start=3><li>pirmais</li><li>otrais</li></ol>"
        "<table><tr><td>a</td><td>b</td></tr></table><table><tr><td>layout only</td></tr></table>"
    ).blocks
    assert [(b.text.plain, b.outline, b.number, b.cell) for b in blocks] == [
        ("1. pants", 2, None, None),
        ("pirmais", None, "c.", None),
        ("otrais", None, "d.", None),
        ("a", None, None, (0, 0, 0)),
        ("b", None, None, (0, 0, 1)),
        ("layout only", None, None, None),
    ]


def test_centred_and_bold_are_seen() -> None:
    block = source("<p align=center><b>AGREEMENT</b></p>").blocks[0]
    assert (block.alignment, block.bold) == (Alignment.CENTRE, True)


@pytest.mark.parametrize("encoding", ["windows-1257", "utf-8", "windows-1251"])
def test_the_declared_encoding_is_believed(encoding: str) -> None:
    words = "Угода" if encoding == "windows-1251" else "Vienošanās"
    page = f"<html><head><meta http-equiv=Content-Type content='text/html; charset={encoding}'></head><body><p>{words}</body>"
    assert from_bytes(page.encode(encoding), name="p.html").blocks[0].text.plain == words


@pytest.mark.parametrize("data", [b"", b"<html></html>", b"<script>only()</script>"])
def test_a_page_without_text_is_a_clear_error(data: bytes) -> None:
    with pytest.raises(FormatError, match=r"^p\.html: "):
        from_bytes(data, name="p.html")


def test_a_deeply_nested_page_is_read() -> None:
    assert texts("<div>" * 300 + "deep" + "</div>" * 300) == ["deep"]
