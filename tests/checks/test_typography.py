"""Small print."""

from __future__ import annotations

import pytest

from tests.checks.texts import agreement, article, found, quotes
from workbench.agreement.findings import Severity
from workbench.agreement.fixes import apply
from workbench.checks import check


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("two  spaces", "double-space"),
        ("a \u00a0b", "double-space"),
        ("large\u2011scale", "non-breaking-hyphen"),
        ("the Parties (and others", "unpaired-mark"),
        ("items a) and b) below", None),
        ("“quoted” and (bracketed)", None),
    ],
)
def test_small_print(text: str, code: str | None) -> None:
    told = [f.code for f in check(agreement(article(text))) if f.severity is Severity.INFO]
    small = {"checks.double-space", "checks.non-breaking-hyphen", "checks.unpaired-mark"}
    assert [c for c in told if c in small] == ([f"checks.{code}"] if code else [])


def test_hyphens_for_dashes_where_there_are_dashes() -> None:
    where = agreement(article("(turpmāk – ES)", "(turpmāk - ANO)"), language="lv")
    assert quotes(where, "hyphen-as-dash") == ["(turpmāk - ANO)"]
    assert not found(agreement(article("(turpmāk - ANO)"), language="lv"), "hyphen-as-dash")


def test_two_spellings() -> None:
    where = agreement(article("to recognise and organise", "the modernization of forces, exercise, advise"))
    [finding] = found(where, "mixed-spelling")
    assert finding.values["ize"] == "modernization"
    named = agreement(article("to recognise", "members of the World Trade Organization"))
    assert not found(named, "mixed-spelling")


def test_straight_quotation_marks_among_typographic_ones() -> None:
    assert quotes(agreement(article("the “Party”", 'the "Host"')), "mixed-quotation-marks")


@pytest.mark.parametrize(
    ("language", "words", "code", "mended"),
    [
        ("en", ("two  spaces   here",), "double-space", "two spaces here"),
        ("en", ("a – b", "a - b"), "hyphen-as-dash", "a – b"),
        ("lv", ("(turpmāk – ES)", "(turpmāk - ANO)"), "hyphen-as-dash", "(turpmāk – ANO)"),
        ("uk", ("(далі — ЄС)", "(далі - ООН)"), "hyphen-as-dash", "(далі — ООН)"),
        ("en", ("large\u2011scale and long\u2011term",), "non-breaking-hyphen", "large-scale and long-term"),
        ("en", ("the “Party”", 'the "Host"'), "mixed-quotation-marks", "the “Host”"),
        ("uk", ("«Сторона»", 'термін "Угода"'), "mixed-quotation-marks", "термін «Угода»"),
        ("lv", ("„Puse”", 'vārds "Karte"'), "mixed-quotation-marks", "vārds „Karte”"),
        ("en", ("recognize, organize and realize", "to emphasise"), "mixed-spelling", "to emphasize"),
    ],
)
def test_small_print_is_put_right(language: str, words: tuple[str, ...], code: str, mended: str) -> None:
    where = agreement(article(*words), language=language)
    [finding] = found(where, code)
    after = apply(where, finding.fixes[0])
    assert after.body[0].children[-1].text.plain == mended
    assert not found(after, code)


def test_latvian_and_german_quotation_marks_are_pairs() -> None:
    assert not found(agreement(article("„Puse“ un „Karte”"), language="lv"), "unpaired-mark")
