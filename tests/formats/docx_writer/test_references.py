"""Cross-references in our Word files: links that lead to the provision, with words that no program touches."""

from __future__ import annotations

import io
import zipfile
from pathlib import Path

import pytest
from lxml import etree

from tests.formats.docx_writer.test_word_redline import document, lines, unit
from tests.formats.docx_writer.test_word_writer import born, shown, treaty, words
from tests.formats.docx_writer.word_judge import decided
from tests.formats.office import read_by_office
from tests.recognition.test_own_output import draft
from workbench.agreement import edits
from workbench.agreement.numbering import numbers
from workbench.agreement.text import CrossReference, Text
from workbench.agreement.tree import Agreement, Kind, ProvisionId
from workbench.comparison import compare
from workbench.drafting.references import refresh
from workbench.formats.docx import reader, redline, writer
from workbench.formats.docx.comparing import compare as compare_files
from workbench.recognition import recognise

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
CITED = {
    "en": (
        "Fuel is shared as in Article 1(2), and the costs of its transport by road are borne as Article 1 says.",
        "Article 1(2)",
        "Article 1",
    ),
    "lv": (
        "Degvielu sadala saskaņā ar 1. panta 2. punktu, bet tās pārvadāšanu pa autoceļiem apmaksā, ievērojot 1. pantu.",
        "1. panta 2. punktu",
        "1. pantu",
    ),
    "uk": (
        "Пальне ділять згідно з пунктом 2 статті 1, а перевезення автошляхами оплачують за статтею 1.",
        "пунктом 2 статті 1",
        "статтею 1",
    ),
}


def referring(language: str = "en") -> Agreement:
    """A treaty of which Article 2 refers to a paragraph with an automatic number and to an article."""
    sentence, paragraph, article = CITED[language]
    at = sentence.index(paragraph)
    text = Text(sentence).marked(at, at + len(paragraph), CrossReference(unit(12)))
    at = sentence.rindex(article)
    text = text.marked(at, at + len(article), CrossReference(unit(10)))
    return edits.set_text(treaty(language), unit(21), text)


def links(root: etree._Element) -> list[tuple[str, str]]:
    """The words of every link of a paragraph or file and the bookmark it leads to."""
    return [(words(link), link.get(f"{W}anchor", "")) for link in root.iter(f"{W}hyperlink")]


def bookmarked(root: etree._Element) -> dict[str, str]:
    """The paragraph that each bookmark stands in."""
    return {
        mark.get(f"{W}name", ""): words(next(mark.iterancestors(f"{W}p")))
        for mark in root.iter(f"{W}bookmarkStart")
    }


@pytest.mark.parametrize("language", CITED)
def test_a_reference_leads_to_its_provision_in_the_words_of_the_treaty(language: str) -> None:
    root = document(writer.to_bytes(referring(language)))
    places = bookmarked(root)
    assert [(said, places[name]) for said, name in links(root)] == [
        (CITED[language][1], "They use:"),
        (CITED[language][2], {"en": "Article 1", "lv": "1. pants", "uk": "Стаття 1"}[language]),
    ]


def test_nothing_computes_what_a_reference_shows() -> None:
    root = document(writer.to_bytes(referring()))
    assert len(links(root)) == 2
    assert not [*root.iter(f"{W}fldChar", f"{W}fldSimple", f"{W}instrText")]


def test_a_reference_to_what_prints_no_paragraph_of_its_own_stays_text() -> None:
    text = Text("See the price of boots.").marked(8, 22, CrossReference(unit(62)))
    data = writer.to_bytes(edits.set_text(treaty(), unit(21), text))
    assert links(document(data)) == []
    assert bookmarked(document(data)) == {}
    assert ("Paragraph", None, "See the price of boots.") in shown(data)


@pytest.mark.parametrize("language", CITED)
def test_the_references_of_a_template_are_found_again_when_its_file_is_read(language: str) -> None:
    written = draft("defence-cooperation", language)
    again = recognise(reader.from_bytes(writer.to_bytes(written), name="treaty.docx")).agreement
    found, meant = cited(again), cited(written)
    assert meant
    assert [label for _, label in found] == [label for _, label in meant]
    assert all(words in said for (words, _), (said, _) in zip(found, meant, strict=True))


def cited(agreement: Agreement) -> list[tuple[str, str]]:
    """The words of every reference and the label of what it refers to."""
    known = numbers(agreement)
    return [
        (unit.text.plain[start:end], known[ProvisionId(value.target)].label)
        for unit in agreement.walk()
        for start, end, value in unit.text.of(CrossReference)
        if value.target is not None
    ]


def changed() -> tuple[Agreement, Agreement]:
    """What became of it: an article in front, one that moves away, so that references change."""
    old = referring()
    more = born(70, Kind.ARTICLE, "", "Aims", born(71, Kind.PARAGRAPH, "The aim is peace."))
    return old, refresh(edits.insert_before(old, unit(10), more))


def test_a_changed_reference_is_one_revision_and_whole() -> None:
    old, new = changed()
    data = redline.to_bytes(compare(old, new), author="A", date="2031-05-01")
    holder = next(p for p in document(data).iter(f"{W}p") if "Fuel" in words(p))
    hand = 'w:author="A" w:date="2031-05-01T00:00:00Z"'
    assert [
        etree.tostring(child).decode().replace(f' xmlns:w="{W[1:-1]}"', "") for child in list(holder)[1:3]
    ] == [
        golden('<w:r{ns}><w:t xml:space="preserve">Fuel is shared as in </w:t></w:r>'),
        golden(
            '<w:hyperlink{ns} w:anchor="_Ref000000001" w:history="1">'
            f'<w:del w:id="13" {hand}><w:r><w:delText>Article 1(2)</w:delText></w:r></w:del>'
            f'<w:ins w:id="14" {hand}><w:r><w:t>Article 2(2)</w:t></w:r></w:ins></w:hyperlink>'
        ),
    ]
    for how, text in (("accept", new), ("reject", old)):
        after, plain = decided(data, how), writer.to_bytes(text)
        assert lines(after) == lines(plain)
        assert [said for said, _ in links(document(after))] == [said for said, _ in links(document(plain))]


def golden(xml: str) -> str:
    """An element of the document, which says the namespaces that stand at its root."""
    return xml.format(ns=' xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"')


def test_every_link_of_a_redline_leads_somewhere_and_no_bookmark_stands_twice() -> None:
    old, new = changed()
    new = edits.move(new, unit(10), after=unit(20))
    new = edits.delete(new, unit(12))
    gone = edits.set_text(old, unit(13), Text("as in Article 2;").marked(6, 15, CrossReference(unit(20))))
    for pair in ((old, new), (new, old), (gone, edits.delete(gone, unit(20)))):
        root = document(redline.to_bytes(compare(*pair), author="A", date=""))
        names = [mark.get(f"{W}name") for mark in root.iter(f"{W}bookmarkStart")]
        assert len(names) == len(set(names))
        assert {name for _, name in links(root)} == set(names)
        signs = [e for e in root.iter(f"{W}*") if not e.tag.endswith(("End", "footnoteReference"))]
        ids = [sign.get(f"{W}id") for sign in signs if sign.get(f"{W}id")]
        assert len(ids) == len(set(ids))


def test_bookmarks_of_other_names_are_no_difference() -> None:
    data = writer.to_bytes(referring())
    source, stream = zipfile.ZipFile(io.BytesIO(data)), io.BytesIO()
    with zipfile.ZipFile(stream, "w") as target:
        for name in source.namelist():
            target.writestr(name, source.read(name).replace(b"_Ref000", b"_Ref777"))
    assert stream.getvalue() != data
    assert compare_files(data, stream.getvalue(), author="A", date="").changes == ()


def test_comparing_files_marks_what_changed_in_a_reference_and_nothing_else() -> None:
    old, new = (writer.to_bytes(text) for text in changed())
    found = compare_files(old, new, author="A", date="2031-05-01T00:00:00Z")
    said = [(c.old, c.new) for c in found.changes if c.kind.value == "replaced"]
    assert ("1(2)", "2(2)") in said
    assert lines(decided(found.data, "accept")) == lines(new)
    assert lines(decided(found.data, "reject")) == lines(old)


def test_a_file_that_lost_its_links_on_the_way_is_not_changed() -> None:
    data, without = writer.to_bytes(referring()), referring()
    bare = edits.set_text(without, unit(21), Text(CITED["en"][0]))
    for pair in ((data, writer.to_bytes(bare)), (writer.to_bytes(bare), data)):
        assert compare_files(*pair, author="A", date="").changes == ()


def test_libreoffice_updates_every_field_and_changes_no_word(tmp_path: Path) -> None:
    old, new = changed()
    moved = edits.move(new, unit(10), after=unit(20))
    marked = redline.to_bytes(compare(old, moved), author="A", date="2031-05-01")
    files = {f"{language}-{how}": (how, writer.to_bytes(referring(language)))
             for language in CITED for how in ("plain", "update")}  # fmt: skip
    files |= {
        "old": ("plain", writer.to_bytes(old)),
        "moved": ("plain", writer.to_bytes(moved)),
        "rejected": ("reject", marked),
        "accepted": ("accept", marked),
    }
    text = read_by_office(files, tmp_path)
    for language in CITED:
        assert text[f"{language}-update"] == text[f"{language}-plain"]
        assert any(CITED[language][0] in line for line in text[f"{language}-update"])
    assert text["rejected"] == text["old"]
    assert text["accepted"] == text["moved"]
