"""The printed forms: what stands on the page, and that nothing internal does."""

from __future__ import annotations

import json
from collections.abc import Callable
from html.parser import HTMLParser
from pathlib import Path

import pypdfium2
import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from tests.agreement.strategies import agreements
from tests.formats.river_ferry import INTERNAL, river_ferry, unit
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind
from workbench.formats.html import writer as html
from workbench.formats.pdf import writer as pdf
from workbench.formats.text import writer as text

WRITERS = [text.to_bytes, html.to_bytes, pdf.to_bytes]
FEW = settings(max_examples=15, deadline=None, suppress_health_check=list(HealthCheck))
AWKWARD = (
    "#let x = 1; $a_b^c$ *not bold* _nor italic_ `code` // no comment <tag> &amp; \\ @ref ~ [x] “x” 'y' \"z\""
)
TONGUES = "ņemot vērā šķēršļus; керуючись ґрунтовними їхніми об’єктами; Łódź, žąsis, õöäü"


def pdf_text(data: bytes) -> str:
    document = pypdfium2.PdfDocument(data)
    try:
        pages = []
        for page in document:
            words = page.get_textpage()
            pages.append(words.get_text_range())
            words.close()
            page.close()
        return "\n".join(pages)
    finally:
        document.close()


def with_words(words: str) -> Agreement:
    return replace(river_ferry().agreement, body=(unit("only", Kind.ARTICLE, words, heading=words),))


def test_the_text_is_the_golden_one(fixtures: Path) -> None:
    golden = fixtures / "printed" / "river_ferry.txt"
    assert text.to_bytes(river_ferry().agreement).decode() == golden.read_text(encoding="utf-8")


def test_the_page_is_the_golden_one(fixtures: Path) -> None:
    golden = fixtures / "printed" / "river_ferry.html"
    assert html.to_bytes(river_ferry().agreement).decode() == golden.read_text(encoding="utf-8")


@pytest.mark.parametrize("to_bytes", WRITERS)
def test_nothing_internal_is_printed_and_the_bytes_are_stable(to_bytes: Callable[[Agreement], bytes]) -> None:
    made = to_bytes(river_ferry().agreement)
    printed = pdf_text(made) if made.startswith(b"%PDF") else made.decode()
    assert INTERNAL not in printed
    assert INTERNAL.encode() not in made
    assert "Other words have their usual meaning." in " ".join(printed.split())
    assert to_bytes(river_ferry().agreement) == made


def test_pdf_prints_numbers_notes_signatories_and_annex() -> None:
    words = " ".join(pdf_text(pdf.to_bytes(river_ferry().agreement)).split())
    for expected in (
        "Chapter I", "Article 1", "Terms", "(a) “ferry” means", "< 5 % of the fare", "Subject to the state of the river.",
        "For the Republic of Norland", "S. Ude", "Annex", "Fares", "Horse", "3.50",
    ):  # fmt: skip
        assert expected in words


def test_pdf_names_itself_and_carries_no_date() -> None:
    document = pypdfium2.PdfDocument(pdf.to_bytes(river_ferry().agreement))
    try:
        assert document.get_metadata_value("Title").startswith("Agreement between the Republic of Norland")
        assert document.get_metadata_value("CreationDate") == ""
    finally:
        document.close()


@pytest.mark.parametrize("words", [AWKWARD, TONGUES])
def test_every_sign_is_printed_as_it_is(words: str) -> None:
    agreement = with_words(words)
    assert " ".join(pdf_text(pdf.to_bytes(agreement)).replace("\ufffe", "").split()).count(words[:12]) == 2
    assert text.to_bytes(agreement).decode().count(words) == 2
    assert _Page.words_of(html.to_bytes(agreement)).count(words) == 2


def test_the_page_loads_nothing_and_names_its_language() -> None:
    page = html.to_bytes(replace(river_ferry().agreement, language="lv")).decode()
    assert '<html lang="lv">' in page
    for sign in ("http:", "https:", "<script", "@import", "url(", " src="):
        assert sign not in page


def test_a_reference_on_the_page_leads_to_its_article() -> None:
    page = html.to_bytes(river_ferry().agreement).decode()
    assert '<a href="#art_2">Article 2</a>' in page
    assert 'id="art_2"' in page


def test_two_narrow_signatories_stand_side_by_side_and_wide_ones_do_not() -> None:
    printed = text.to_bytes(river_ferry().agreement).decode().splitlines()
    assert any("Norland" in line and "Sudmark" in line for line in printed[-15:])
    wide = unit(
        "w", Kind.SIGNATURE_BLOCK, "", unit("w1", Kind.SIGNATORY, "A" * 60), unit("w2", Kind.SIGNATORY, "B")
    )
    printed = (
        text.to_bytes(replace(river_ferry().agreement, closing=(wide,), annexes=())).decode().splitlines()
    )
    assert "A" * 60 in printed
    assert "B" in printed


def test_an_empty_agreement_is_printed_too() -> None:
    empty = Agreement(id=river_ferry().agreement.id, language="en")
    assert text.to_bytes(empty) == b""
    assert b"<main>" in html.to_bytes(empty)
    assert pdf.to_bytes(empty).startswith(b"%PDF")


@FEW
@given(agreements())
def test_any_agreement_can_be_printed(agreement: Agreement) -> None:
    json.dumps(_Page.words_of(html.to_bytes(agreement)))
    text.to_bytes(agreement).decode()
    assert pdf.to_bytes(agreement).startswith(b"%PDF")


@FEW
@given(agreements(odd=False))
def test_no_words_are_missing_from_the_text(agreement: Agreement) -> None:
    printed = "".join(text.to_bytes(replace(agreement, marking="")).decode().split())
    for provision in agreement.walk():
        for wording in (provision.text, provision.heading, provision.wrap_up):
            if (
                not _has_note(wording)
                and provision.kind is not Kind.CELL
                and not _is_cited(agreement, provision.kind)
            ):
                assert "".join(wording.plain.split()) in printed


def _has_note(wording: Text) -> bool:
    return any(mark.value.__class__.__name__ == "Footnote" for mark in wording.marks)


def _is_cited(agreement: Agreement, kind: Kind) -> bool:
    """Side by side, the lines of two signatories alternate."""
    return bool(agreement) and kind is Kind.SIGNATORY


class _Page(HTMLParser):
    """The words of a page outside its style sheet."""

    def __init__(self) -> None:
        super().__init__()
        self.words: list[str] = []
        self.inside: list[str] = []

    @classmethod
    def words_of(cls, page: bytes) -> str:
        parser = cls()
        parser.feed(page.decode())
        parser.close()
        return "".join(parser.words)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.inside.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.inside:
            self.inside.remove(tag)

    def handle_data(self, data: str) -> None:
        if "style" not in self.inside:
            self.words.append(data)
