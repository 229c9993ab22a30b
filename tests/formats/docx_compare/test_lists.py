"""Lists that got other numbers in the new file: the same list is no change, and what is deleted keeps its number."""

from __future__ import annotations

from uuid import UUID

import pytest

from tests.formats.docx_writer.test_word_redline import numbered
from tests.formats.docx_writer.test_word_writer import born, treaty
from tests.formats.docx_writer.word_judge import decided
from workbench.agreement import edits
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId
from workbench.formats.docx import writer
from workbench.formats.docx.comparing import compare
from workbench.formats.docx.comparing.lists import lists
from workbench.formats.docx.package import Package


def unit(n: int) -> ProvisionId:
    return ProvisionId(UUID(int=n))


def article(n: int, heading: str, *said: str) -> Provision:
    paragraphs = (born(n + k, Kind.PARAGRAPH, words) for k, words in enumerate(said, start=1))
    return born(n, Kind.ARTICLE, "", heading, *paragraphs)


FUEL = article(200, "Fuel", "Fuel is shared by halves.", "Fuel is stored in the open.")
GUARDS = article(300, "Guards", "Guards are posted at night.", "Guards are paid.", "Guards sleep by day.")
OLD = edits.insert_after(treaty(), unit(20), FUEL, GUARDS)
MORE = article(400, "Aims", "The aim is peace.", "The aim is kept in mind.")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (OLD, edits.insert_before(OLD, unit(10), MORE)),
        (OLD, edits.delete(OLD, unit(10))),
        (OLD, edits.delete(edits.insert_before(OLD, unit(10), MORE), unit(200))),
        (OLD, edits.delete(edits.insert_before(OLD, unit(10), MORE), unit(301))),
    ],
    ids=["one came", "one went", "one came and one went", "a paragraph of a renamed list went"],
)
def test_a_list_that_came_or_went_changes_no_other(old: Agreement, new: Agreement) -> None:
    before, after = writer.to_bytes(old), writer.to_bytes(new)
    found = compare(before, after, author="A", date="2031-05-01T00:00:00Z")
    assert [change.kind.value for change in found.changes if change.kind.value == "formatted"] == []
    assert numbered(decided(found.data, "accept")) == numbered(after)
    assert numbered(decided(found.data, "reject")) == numbered(before)


def test_a_list_is_brought_along_only_where_something_of_it_is_deleted() -> None:
    before, after = writer.to_bytes(OLD), writer.to_bytes(edits.delete(OLD, unit(200)))
    made = compare(before, after, author="A", date="").data
    assert len(lists(Package(made, name="r"))) == len(lists(Package(before, name="o")))
    same = compare(after, before, author="A", date="").data
    assert lists(Package(same, name="r")) == lists(Package(before, name="o"))
