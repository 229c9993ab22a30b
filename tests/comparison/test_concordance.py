"""Two language versions side by side: what answers what, and what is found to differ."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from msgspec.structs import replace

from tests.comparison.test_redline_laws import any_pair
from workbench.actions.reading import read_file
from workbench.agreement import edits
from workbench.agreement.text import Bracket, CrossReference, Date, Placeholder, Text
from workbench.agreement.tree import Agreement, Kind, Provision
from workbench.comparison.concordance import Concordance, DifferenceKind, SameLanguageError, concord
from workbench.comparison.concordance.facts import FactKind, facts, plain_figure
from workbench.comparison.concordance.sentences import sentences
from workbench.drafting.assembly import new_draft
from workbench.drafting.templates import available

PAIRS = (("en", "lv"), ("en", "uk"), ("lv", "uk"))
SLUGS = [info.slug for info in available()]


@cache
def draft(slug: str, language: str) -> Agreement:
    parties = ["Latvia", "Ukraine"]
    return new_draft(slug, parties=parties, language=language, values={}).agreement


def paired(found: Concordance) -> list[tuple[str | None, str | None]]:
    return [(match.a, match.b) for match in found.matches]


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_our_own_templates_answer_each_other(slug: str, languages: tuple[str, str]) -> None:
    first, second = (draft(slug, language) for language in languages)
    found = concord(first, second)
    alone = [match for match in found.matches if match.a is None or match.b is None]
    assert alone == []
    mine, yours = list(first.walk()), list(second.walk())
    assert [u.kind for u in mine] == [u.kind for u in yours], "else the order below is no truth"
    place = {unit.id: index for index, unit in enumerate(yours)}
    truth = {unit.id: index for index, unit in enumerate(mine)}
    for match in found.matches:
        assert truth[match.a_ids[0]] == place[match.b_ids[0]], (match.a, match.b)
    differences = [d for _, d in found.differences if d.kind is not DifferenceKind.PLACEHOLDER]
    assert differences == []


LV = draft("defence-cooperation", "lv")
UK = draft("defence-cooperation", "uk")


def articles(agreement: Agreement) -> tuple[Provision, ...]:
    return agreement.of_kind(Kind.ARTICLE)


def added(agreement: Agreement, article: int, words: str | Text) -> Agreement:
    """The text with a sentence of its own behind the first paragraph of an article."""
    unit = articles(agreement)[article].children[0]
    return edits.set_text(agreement, unit.id, unit.text + " " + words)


def differences(first: Agreement, second: Agreement) -> list[tuple[str, str, str]]:
    return [(d.kind.value, d.a, d.b) for _, d in concord(first, second).differences]


@pytest.mark.parametrize(
    ("latvian", "ukrainian", "expected"),
    [
        ("Termiņš ir 30 dienas.", "Строк становить 30 днів.", []),
        ("Termiņš ir 30 dienas.", "Строк становить 60 днів.", [("number", "30", "60")]),
        ("Termiņš ir trīsdesmit dienas.", "Строк становить 30 днів.", []),
        ("Termiņš ir trīsdesmit dienas.", "Строк становить шістдесят днів.",
         [("number", "trīsdesmit", "шістдесят")]),
        ("Termiņš ir desmit (10) dienas.", "Строк становить десять (10) днів.", []),
        ("Summa ir 1 250 000 eiro.", "Сума становить 1.250.000 євро.", []),
        ("Summa ir 1,25 miljoni eiro.", "Сума становить 1 250 000 євро.", []),
        ("Summa ir 1 250 000 eiro.", "Сума становить 1 350 000 євро.",
         [("amount", "1 250 000 eiro", "1 350 000 євро")]),
        ("Summa ir 500 eiro.", "Сума становить 500 гривень.", [("amount", "500 eiro", "500 гривень")]),
    ],
)  # fmt: skip
def test_figures_that_differ_are_told(
    latvian: str, ukrainian: str, expected: list[tuple[str, str, str]]
) -> None:
    assert differences(added(LV, 3, latvian), added(UK, 3, ukrainian)) == expected


def test_dates_are_compared_as_days_however_written() -> None:
    from datetime import date

    def on(words: str, day: date) -> Text:
        start = words.index("[") if "[" in words else 0
        return Text(words).marked(start, len(words), Date(day))

    march = on("2026. gada 5. martā", date(2026, 3, 5))
    same, other = on("5 березня 2026 року", date(2026, 3, 5)), on("6 березня 2026 року", date(2026, 3, 6))
    assert differences(added(LV, 3, march), added(UK, 3, same)) == []
    assert differences(added(LV, 3, march), added(UK, 3, other)) == [
        ("date", "2026. gada 5. martā", "6 березня 2026 року")
    ]
    unread = Text("5 березня 2026 року")
    assert differences(added(LV, 3, march), added(UK, 3, unread)) == []


def test_references_are_compared_by_the_place_they_point_to() -> None:
    def cites(agreement: Agreement, article: int, words: str) -> Text:
        target = articles(agreement)[article].id
        return Text(words).marked(0, len(words), CrossReference(target))

    mine = added(LV, 3, cites(LV, 6, "7. pants"))
    assert differences(mine, added(UK, 3, cites(UK, 6, "стаття 7"))) == []
    assert differences(mine, added(UK, 3, cites(UK, 7, "стаття 8"))) == [
        ("reference", "7. pants", "стаття 8")
    ]


def test_blanks_and_brackets_are_counted() -> None:
    blank = Text("[vieta]").marked(0, 7, Placeholder("place", "vieta"))
    assert differences(added(LV, 3, blank), UK)[-1][:2] == ("placeholder", "[vieta]")
    bracket = Text("[tekstu]").marked(0, 8, Bracket("LV"))
    assert ("bracket", "[tekstu]", "") in differences(added(LV, 3, bracket), UK)


def test_a_provision_that_one_text_lacks_is_named() -> None:
    gone = articles(UK)[5]
    found = concord(LV, edits.delete(UK, gone.id))
    (lacking,) = [m for m in found.matches if m.b is None]
    assert (lacking.a, lacking.differences[0].kind) == ("6. pants", DifferenceKind.PROVISION)
    labels = [(d.a, d.b) for _, d in found.differences if d.kind is DifferenceKind.LABEL]
    assert labels[0] == ("7. pants", "Стаття 6")
    paragraph = articles(UK)[7].children[1]
    found = concord(LV, edits.delete(UK, paragraph.id))
    assert [m.a for m in found.matches if m.b is None] == ["8. pants 2. punkts"]


def test_a_sentence_that_was_left_out_is_quoted() -> None:
    lacking = "Puses šajā nolūkā izveido kopīgu darba grupu, kurā katra iekļauj savus ekspertus."
    ((kind, a, b),) = differences(added(LV, 5, lacking), UK)
    assert (kind, a, b) == ("sentence", lacking, "")


def test_an_article_that_stands_elsewhere_is_found_again() -> None:
    moved = edits.move(UK, articles(UK)[2].id, after=articles(UK)[9].id)
    found = concord(LV, moved)
    heading = articles(LV)[2].heading.plain
    match = next(m for m in found.matches if m.level == 0 and m.a_text and m.a_text[0].plain == heading)
    assert match.b_text[0].plain == articles(UK)[2].heading.plain


def test_one_language_is_refused() -> None:
    with pytest.raises(SameLanguageError, match="workbench compare"):
        concord(LV, LV)


@pytest.mark.parametrize("figure", ["1 250 000", "1,250,000", "1.250.000", "1250000", "1\u00a0250\u00a0000"])
def test_grouped_digits_are_one_number(figure: str) -> None:
    assert plain_figure(figure) == "1250000"


def test_facts_know_their_kind() -> None:
    found = facts(Text("within sixty (60) days pays EUR 5 million or 2.5 % by the 3rd day"), "en", {})
    assert [(f.kind, f.value) for f in found] == [
        (FactKind.NUMBER, "60"),
        (FactKind.AMOUNT, "EUR 5000000"),
        (FactKind.NUMBER, "2.5"),
        (FactKind.NUMBER, "3"),
    ]


def test_abbreviations_end_no_sentence() -> None:
    assert len(sentences("Done under Art. 5 and No. 7. The rest follows.")) == 2


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(any_pair)
def test_every_wording_stands_in_the_concordance_once(pair: tuple[Agreement, Agreement]) -> None:
    first, second = pair
    second = replace(second, language="lv" if first.language != "lv" else "en")
    found = concord(first, second)
    assert concord(first, second) == found
    for agreement, name in ((first, "a_text"), (second, "b_text")):
        shown = Counter(
            word for m in found.matches for text in getattr(m, name) for word in text.plain.split()
        )
        words = Counter(
            word
            for unit in agreement.walk()
            for text in (unit.heading, unit.text, unit.wrap_up)
            for word in text.plain.split()
        )
        assert shown <= words
        in_tables = (Kind.ROW, Kind.SIGNATURE_BLOCK)
        if not any(unit.kind in in_tables for unit in agreement.walk()):
            assert shown == words


# The real texts ---------------------------------------------------------------------------------------


def f1(truth: set[tuple[str, str]], got: set[tuple[str, str]]) -> float:
    return 2 * len(truth & got) / (len(truth) + len(got))


def heads(found: Concordance, sign: Callable[[str], bool]) -> set[tuple[str, str]]:
    return {
        (m.a, m.b)
        for m in found.matches
        if m.level == 0 and m.a and m.b and sign(m.a) and m.a_text is not None
    }


@pytest.mark.parametrize("name", ["bwbv0001025", "bwbv0001057"])
def test_articles_of_two_treaties_answer_each_other(corpus: Path, name: str) -> None:
    folder = corpus / "multilingual"
    first, second = (read_file(folder / f"{name}_{code}.txt").agreement for code in ("en", "nl"))
    aligned = json.loads((folder / f"{name}.align.json").read_text(encoding="utf-8"))["articles"]
    truth = {(a["en"]["label"], a["nl"]["label"]) for a in aligned if a["en"] and a["nl"]}
    assert f1(truth, heads(concord(first, second), lambda label: label.startswith("Article"))) == 1.0


@pytest.mark.parametrize("languages", PAIRS, ids="-".join)
def test_articles_of_a_declaration_answer_each_other(corpus: Path, languages: tuple[str, str]) -> None:
    folder = corpus / "multilingual"
    first, second = (read_file(folder / f"udhr_{code}.txt").agreement for code in languages)
    number = re.compile(r"\d+")
    found = concord(first, second)
    pairs = [
        (number.findall(m.a), number.findall(m.b)) for m in found.matches if m.level == 0 and m.a and m.b
    ]
    articles_only = [(a[0], b[0]) for a, b in pairs[-30:]]
    assert articles_only == [(str(n), str(n)) for n in range(1, 31)]
    assert len(found.differences) <= 4
