"""Protocols as other offices draft them: read from text, carried out, and every doubt told."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.benchmarks.amending import laid_out
from workbench.actions.exporting import export
from workbench.actions.reading import read_file
from workbench.agreement.numbering import numbers
from workbench.agreement.tree import Agreement, Kind
from workbench.drafting.amending import NoInstructionsError, consolidate

FILES = Path(__file__).parent / "protocols"


def read(name: str) -> Agreement:
    return read_file(FILES / name).agreement


def article(agreement: Agreement, label: str) -> str:
    known = numbers(agreement)
    unit = next(u for u in agreement.walk() if u.kind is Kind.ARTICLE and known[u.id].label == label)
    return unit.words


@pytest.mark.parametrize(("language", "count"), [("en", 8), ("lv", 7), ("uk", 7)])
def test_the_usual_instructions_are_carried_out(language: str, count: int) -> None:
    agreement, protocol = read(f"agreement.{language}.txt"), read(f"protocol.{language}.txt")
    assert consolidate(agreement, protocol).applied == count


def test_english_phrasings() -> None:
    made = consolidate(read("agreement.en.txt"), read("protocol.en.txt"))
    text = "\n".join(unit.words for unit in made.agreement.units())
    assert "Desiring to widen their cooperation" in text
    assert "territory of either Party" in text
    assert "exchange of instructors" not in text
    assert "may agree in writing on other forms" in text
    assert "a point of contact for joint training within" in text
    assert "shared equally" in article(made.agreement, "Article 3")
    order = [unit.heading.plain for unit in made.agreement.body]
    assert order == ["Purpose", "Forms of cooperation", "Costs", "Liability", "Final provisions"]


def test_what_cannot_be_carried_out_is_told_and_not_done() -> None:
    made = consolidate(read("agreement.en.txt"), read("protocol.en.txt"))
    (finding,) = [found for found in made.findings if found.severity == "error"]
    assert finding.code == "amending.no-such-sentence"
    assert "second sentence" in finding.quote
    assert "concluded for five years" in article(made.agreement, "Article 5")


@pytest.mark.parametrize(
    ("language", "present", "absent", "order"),
    [
        (
            "lv",
            ("jebkuras Puses teritorijā", "rakstveidā vienoties", "laikā pēc pieprasījuma", "reizi gadā"),
            ("instruktoru apmaiņa", "konsultācijās"),
            ["Mērķis", "Sadarbības veidi", "Izmaksas", "Atbildība"],
        ),
        (
            "uk",
            ("будь-якої зі Сторін", "письмово домовитися", "днів після запиту", "щороку"),
            ("обміну інструкторами", "консультацій"),
            ["Мета", "Форми співпраці", "Витрати", "Відповідальність"],
        ),
    ],
)
def test_latvian_and_ukrainian_phrasings(
    language: str, present: tuple[str, ...], absent: tuple[str, ...], order: list[str]
) -> None:
    made = consolidate(read(f"agreement.{language}.txt"), read(f"protocol.{language}.txt"))
    text = "\n".join(unit.words for unit in made.agreement.units())
    assert not [found for found in made.findings if found.severity == "error"]
    assert all(words in text for words in present)
    assert not any(words in text for words in absent)
    assert [unit.heading.plain for unit in made.agreement.body] == order


@pytest.mark.parametrize("suffix", ["docx", "html", "xml"])
@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_the_format_makes_no_difference(language: str, suffix: str, tmp_path: Path) -> None:
    agreement, protocol = read(f"agreement.{language}.txt"), read(f"protocol.{language}.txt")
    export(protocol, tmp_path / f"protocol.{suffix}")
    again = consolidate(agreement, read_file(tmp_path / f"protocol.{suffix}").agreement)
    assert laid_out(again.agreement) == laid_out(consolidate(agreement, protocol).agreement)


def test_an_agreement_is_no_protocol() -> None:
    agreement = read("agreement.en.txt")
    with pytest.raises(NoInstructionsError):
        consolidate(agreement, agreement)
