"""What a redline says beside the text: where each change stands, and the changes of each article together."""

from __future__ import annotations

from uuid import UUID

from tests.formats.docx_writer.test_word_writer import born, treaty
from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, ProvisionId, Zone
from workbench.comparison import RevisionKind, compare
from workbench.formats import changes


def unit(n: int) -> ProvisionId:
    return ProvisionId(UUID(int=n))


def places(old: Agreement, new: Agreement) -> list[str]:
    return [place for row, place in changes.placed(compare(old, new)) if row.revisions]


BASE = treaty()


def test_what_stands_in_an_annex_is_cited_with_the_annex() -> None:
    listed = born(
        80, Kind.ANNEX, "", "Stores", born(81, Kind.PARAGRAPH, "Boots."), born(82, Kind.PARAGRAPH, "Tents.")
    )
    old = edits.append_to_zone(BASE, Zone.ANNEXES, listed)
    new = edits.set_text(edits.set_text(old, unit(82), "Many tents."), unit(62), "14")
    assert places(old, new) == ["Annex 1, Table 1, row 2, cell 2", "Annex 2, (2)"]


def test_a_subheading_is_cited_with_its_article() -> None:
    new = edits.insert_before(BASE, unit(21), born(83, Kind.CROSSHEADING, "Who pays"))
    assert places(BASE, new) == ["Article 2, Subheading"]
    assert places(BASE, edits.set_text(BASE, unit(11), "They drill.")) == ["Article 1(1)"]


def test_changes_of_a_part_without_articles_stand_in_one_row() -> None:
    said = (born(n, Kind.PARAGRAPH, f"Sentence {n} of the part on fuel.") for n in (85, 86, 87))
    part = born(84, Kind.PART, "", "Fuel", *said)
    old = edits.append_to_zone(BASE, Zone.BODY, part)
    new = edits.set_text(old, unit(85), "Sentence 85 of the part on oil.")
    new = edits.delete(edits.set_text(new, unit(84), Text("All is shared.")), unit(87))
    rows = changes.by_article(compare(old, new))
    assert [row.name for row in rows] == ["Part I · Fuel"]
    assert sum(rows[0].counts.values()) == 3
    assert RevisionKind.DELETED in changes.occurring(rows)


def test_who_made_it_and_on_which_day() -> None:
    assert changes.signature("LV", "2031-05-01T10:00:00Z") == "LV, 2031-05-01"
    assert changes.signature("LV", "") == "LV"
    assert changes.signed(compare(BASE, BASE)) == ""
