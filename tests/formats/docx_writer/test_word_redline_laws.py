"""Accepting every revision of a Word redline gives the file of the new text, rejecting them that of the old."""

from __future__ import annotations

from hypothesis import HealthCheck, given, settings

from tests.comparison.edited import pairs, strangers
from tests.formats.docx_writer.word_judge import decided
from workbench.agreement.source import SourceBlock
from workbench.agreement.tree import Agreement
from workbench.comparison import compare
from workbench.formats.docx import redline, writer
from workbench.formats.docx.package import Package
from workbench.formats.docx.reader import read_package
from workbench.formats.errors import NoTextError

SOME = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def read(data: bytes) -> list[SourceBlock]:
    try:
        return list(read_package(Package(data, name="redline.docx")).blocks)
    except NoTextError:
        return []


def check(pair: tuple[Agreement, Agreement]) -> None:
    old, new = pair
    marked = redline.to_bytes(compare(old, new), author="LV", date="2026-11-21")
    assert read(decided(marked, "accept")) == read(writer.to_bytes(new))
    assert read(decided(marked, "reject")) == read(writer.to_bytes(old))


@SOME
@given(pairs())
def test_edited_agreements(pair: tuple[Agreement, Agreement]) -> None:
    check(pair)


@settings(SOME, max_examples=25)
@given(strangers())
def test_agreements_that_have_nothing_in_common(pair: tuple[Agreement, Agreement]) -> None:
    check(pair)
