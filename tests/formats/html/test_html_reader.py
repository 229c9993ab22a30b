"""HTML as a browser shows it: the text of the page, without the page around it."""

from __future__ import annotations

import time

import pytest

from workbench.agreement.source import Alignment, Layout, SourceDocument
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


ARTICLES = "".join(
    f"<p>{number}. pants. Puses sadarbojas civilās aizsardzības un glābšanas darbos pie robežas.</p>"
    for number in range(1, 9)
)


class TestGazettes:
    """Pages as gazettes of different countries build them, with invented words."""

    def test_a_page_with_cookies_menus_and_side_panels(self) -> None:
        page = (
            "<div id='cookieConsent'>We use cookies. <button>Accept</button></div><div class='main-menu'><a>A</a></div>"
            "<div class='content with-sidebar'><table><tr><td class='leftMenu'><a href=1>Akti</a><a href=2>Jauns</a></td>"
            f"<td><div class='doc'><div class='TV213'>Par glābšanu</div>{ARTICLES}</div></td></tr></table></div>"
            "<div class='social-share'>Share this</div><div role='dialog'>Subscribe</div>"
        )
        read = texts(page)
        assert read[0] == "Par glābšanu"
        assert len(read) == 9

    def test_one_form_round_the_whole_page_is_no_form(self) -> None:
        page = f"<form id='aspnetForm'><input value='x'><select><option>LV</option></select>{ARTICLES}</form>"
        assert len(texts(page)) == 8

    def test_the_head_of_an_article_holds_its_title(self) -> None:
        page = (
            f"<header><a>Home</a></header><article><header><h1>Par robežu</h1></header>{ARTICLES}</article>"
        )
        assert texts(page)[0] == "Par robežu"

    def test_lists_of_links_are_menus_and_references_in_the_text_are_not(self) -> None:
        menu = "<ul>" + "".join(f"<li><a href=#{n}>Chapter {n}</a></li>" for n in range(6)) + "</ul>"
        linked = (
            "<ul>"
            + "".join(f"<li>as stated in <a>Article {n}</a> above, in writing</li>" for n in range(6))
            + "</ul>"
        )
        read = texts(menu + ARTICLES + linked)
        assert not [words for words in read if words.startswith("Chapter")]
        assert read[-1] == "as stated in Article 5 above, in writing"

    def test_what_is_hidden_on_the_page_is_left_out(self) -> None:
        hidden = "<p style='display: none'>draft</p><span aria-hidden='true'>¶</span><p hidden>old</p>"
        assert len(texts(hidden + ARTICLES)) == 8

    def test_points_in_two_cells_are_paragraphs_with_their_numbers(self) -> None:
        inner = "<table><tr><td>(i)</td><td><p>boats;</p></td></tr></table>"
        table = (
            "<table><col width='4%'><tr><td><p>(a)</p></td><td><p>the lending of pumps;</p></td></tr></table>"
            f"<table><tr><td></td><td>(b)</td><td><p>the lending of:</p>{inner}</td></tr></table>"
        )
        blocks = source(f"<p>It covers:</p>{table}").blocks
        assert [(b.number, b.text.plain, b.cell, b.list_level) for b in blocks] == [
            (None, "It covers:", None, None),
            ("(a)", "the lending of pumps;", None, 0),
            ("(b)", "the lending of:", None, 0),
            ("(i)", "boats;", None, 1),
        ]

    def test_breaks_part_paragraphs_where_there_are_many(self) -> None:
        words = "<font>Article 1<br>The Parties shall help each other.<br><br>Article 2<br>It enters into force<br>today.</font>"
        assert texts(f"<td>{words}</td>") == [
            "Article 1",
            "The Parties shall help each other.",
            "Article 2",
            "It enters into force\ntoday.",
        ]

    def test_two_breaks_part_paragraphs_anywhere(self) -> None:
        assert texts("<div>One.<br>\n<br>&nbsp;<br>Two.</div>") == ["One.", "Two."]

    def test_a_text_file_in_a_frame_has_lines(self) -> None:
        lines = "AGREEMENT ON WELLS\n\nArticle 1\n\nThe Parties share the wells along\nthe border.\n"
        read = source(f"<h3>Depositary</h3><pre>{lines}</pre>")
        assert read.layout is Layout.LINES
        assert [block.text.plain for block in read.blocks] == [line for line in lines.split("\n") if line]

    def test_two_languages_in_two_cells_are_a_table(self) -> None:
        row = "<tr><td><p>Article {0}</p></td><td><p>{0}. pants</p></td></tr>"
        blocks = source("<table>" + "".join(row.format(n) for n in (1, 2)) + "</table>").blocks
        assert [(b.text.plain, b.cell) for b in blocks] == [
            ("Article 1", (0, 0, 0)), ("1. pants", (0, 0, 1)), ("Article 2", (0, 1, 0)), ("2. pants", (0, 1, 1)),
        ]  # fmt: skip

    def test_cells_over_several_columns_leave_the_others_in_theirs(self) -> None:
        table = "<table><tr><td colspan=2>h<td>i</tr><tr><td>a<td>b<td>c</tr></table>"
        assert [(b.text.plain, b.cell) for b in source(table).blocks] == [
            ("h", (0, 0, 0)), ("i", (0, 0, 2)), ("a", (0, 1, 0)), ("b", (0, 1, 1)), ("c", (0, 1, 2)),
        ]  # fmt: skip

    @pytest.mark.parametrize(
        ("markup", "numbers"),
        [
            ("<ol style='list-style-type: lower-alpha'><li>a<li>b</ol>", ["a.", "b."]),
            ("<ol style='list-style: none'><li>a</ol>", [None]),
            ("<ol><li value=7>a<li>b</ol>", ["7.", "8."]),
            ("<ol type=I start=4><li><p>a</p><p>more</p></ol>", ["IV.", None]),
        ],
    )
    def test_lists_are_numbered_as_a_browser_does(self, markup: str, numbers: list[str | None]) -> None:
        assert [block.number for block in source(markup).blocks] == numbers


class TestFiles:
    def test_a_web_archive_is_the_page_in_it(self) -> None:
        archive = (
            b"From: <Saved by a browser>\r\nSubject: =?utf-8?Q?L=C4=ABgums?=\r\nMIME-Version: 1.0\r\n"
            b'Content-Type: multipart/related; type="text/html"; boundary="--x"\r\n\r\n----x\r\nContent-Type: text/html; '
            b'charset="windows-1257"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n<html><head><title>T</title></head>'
            b"<body><p>Vieno=F0an=E2s par =\r\n=FBdeni</p></body></html>\r\n----x\r\nContent-Type: image/png\r\n\r\nx\r\n----x--\r\n"
        )
        read = from_bytes(archive, name="a.mht")
        assert (read.plain, read.title) == ("Vienošanās par ūdeni", "T")

    def test_an_archive_without_page_is_a_clear_error(self) -> None:
        with pytest.raises(FormatError, match=r"^a\.mht: .*archive"):
            from_bytes(b"MIME-Version: 1.0\nContent-Type: image/png\n\nx", name="a.mht")

    def test_a_wrong_declaration_is_not_believed(self) -> None:
        words = "Угода про співробітництво між Україною та Естонією щодо водних шляхів і портів"
        page = f"<html><head><meta charset=utf-8></head><body><p>{words}</p></body></html>"
        assert from_bytes(page.encode("windows-1251"), name="p.html").plain == words

    @pytest.mark.parametrize("named", ["no-such-code", "zip", "utf-16", "idna"])
    def test_an_absurd_declaration_is_passed_over(self, named: str) -> None:
        page = f"<html><head><meta charset={named}></head><body><p>Līgums</p></body></html>"
        assert from_bytes(page.encode(), name="p.html").plain == "Līgums"

    def test_thousands_of_unclosed_tags_are_read(self) -> None:
        assert texts("<font>" * 3000 + "deep" + "<b><i>" * 500 + " down") == ["deep down"]

    def test_long_lists_and_many_breaks_take_no_long_time(self) -> None:
        since = time.process_time()
        assert len(texts("<ol>" + "<li>point" * 20_000 + "</ol>")) == 20_000
        assert len(texts("word<br>" * 20_000)) > 0
        assert len(texts("<div class=menu>" * 400 + "x" * 1000)) == 1
        assert time.process_time() - since < 8
