"""Annexes of a protocol that take the place of an annex of the agreement, or are added to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.drafting.amending.phrasings import AGREEMENT, FRAME
from workbench.actions.exporting import export
from workbench.actions.reading import read_file
from workbench.agreement.findings import Severity
from workbench.drafting.amending import Consolidated, amend, consolidate, same_text

_ANNEXES = {
    "en": "Annex\nBridges\n\n1. The bridge at Valka.\n2. The bridge at Ainaži.\n",
    "lv": "Pielikums\nTilti\n\n1. Tilts Valkā.\n2. Tilts Ainažos.\n",
    "uk": "Додаток\nМости\n\n1. Міст у Валці.\n2. Міст в Айнажі.\n",
}
_NEW = {
    "en": "{label}\nBridges and tunnels\n\n1. The bridge at Ape shall be deleted from the map.\n"
    "2. The tunnel at Mõisaküla.\n3. The bridge at Valka.\n",
    "lv": "{label}\nTilti un tuneļi\n\n1. Tilts Apē, ko svītro no kartes.\n2. Tunelis Meizekilā.\n3. Tilts Valkā.\n",
    "uk": "{label}\nМости та тунелі\n\n1. Міст в Апе, який виключити з карти.\n2. Тунель у Мийзакюла.\n3. Міст у Валці.\n",
}
_LABEL = {"en": "Annex", "lv": "Pielikums", "uk": "Додаток"}
REPLACED = [
    ("en", "The Annex to the Agreement shall be replaced by the Annex to this Protocol."),
    (
        "en",
        "The Annex shall be replaced in its entirety with the text set out in the Annex to this Protocol.",
    ),
    ("en", "The Annex to the Agreement shall read as set out in the Annex to this Protocol."),
    ("en", "The Annex to this Protocol shall replace the Annex to the Agreement."),
    ("lv", "Līguma pielikumu aizstāt ar šī Protokola pielikumu."),
    ("lv", "Izteikt Līguma pielikumu šī Protokola pielikuma redakcijā."),
    ("uk", "Додаток до Угоди замінити Додатком до цього Протоколу."),
    ("uk", "Додаток до Угоди викласти в редакції, наведеній у Додатку до цього Протоколу."),
]
ADDED = [
    ("en", "The Annex to this Protocol shall be added to the Agreement as Annex II.", "Annex II"),
    ("en", "The Annex to this Protocol shall become Annex 2 to the Agreement.", "Annex 2"),
    ("lv", "Papildināt Līgumu ar 2. pielikumu šī Protokola pielikuma redakcijā.", "2. pielikums"),
    ("uk", "Доповнити Угоду Додатком 2 в редакції Додатка до цього Протоколу.", "Додаток 2"),
]


def consolidated(language: str, said: str, folder: Path, *, annex: bool = True) -> Consolidated:
    old = AGREEMENT[language].split(f"\n{_LABEL[language]}\n")[0].rstrip()
    agreement = folder / "agreement.txt"
    agreement.write_text(f"{old}\n\n{_ANNEXES[language]}", encoding="utf-8")
    opening, end = FRAME[language]
    protocol = folder / "protocol.txt"
    words = f"{opening}|{said}|{end}".replace("|", "\n\n")
    new = _NEW[language].format(label=_LABEL[language]) if annex else ""
    protocol.write_text(f"{words}\n\n{new}", encoding="utf-8")
    return consolidate(read_file(agreement).agreement, read_file(protocol).agreement)


@pytest.mark.parametrize(("language", "said"), REPLACED)
def test_an_annex_takes_the_place_of_the_old_one(language: str, said: str, tmp_path: Path) -> None:
    made = consolidated(language, said, tmp_path)
    assert [found.message for found in made.findings if found.severity is Severity.ERROR] == []
    assert made.applied == 1
    [annex] = made.agreement.annexes
    assert (annex.printed or "").casefold() == _LABEL[language].casefold()
    assert [unit.printed for unit in annex.children] == ["1.", "2.", "3."]
    assert annex.heading.plain == _NEW[language].splitlines()[1]


@pytest.mark.parametrize(("language", "said", "label"), ADDED)
def test_an_annex_is_added_under_the_number_it_is_to_bear(
    language: str, said: str, label: str, tmp_path: Path
) -> None:
    made = consolidated(language, said, tmp_path)
    assert [found.message for found in made.findings if found.severity is Severity.ERROR] == []
    first, second = made.agreement.annexes
    assert first.heading.plain == _ANNEXES[language].splitlines()[1]
    assert second.printed == label
    assert second.heading.plain == _NEW[language].splitlines()[1]


@pytest.mark.parametrize(("language", "said"), [REPLACED[0], REPLACED[4], REPLACED[6]])
def test_an_annex_that_is_not_there_is_an_error(language: str, said: str, tmp_path: Path) -> None:
    made = consolidated(language, said, tmp_path, annex=False)
    assert [found.severity for found in made.findings] == [Severity.ERROR]
    assert made.applied == 0


def test_an_annex_of_the_protocol_that_nothing_brings_in_stays_outside(tmp_path: Path) -> None:
    said = "Article 4 shall be deleted.||The Annex to this Protocol is an integral part of it."
    made = consolidated("en", said, tmp_path)
    [annex] = made.agreement.annexes
    assert annex.heading.plain == "Bridges"


_COMES = [
    ("en", "The Annex to this Protocol shall be added to the Agreement as its Annex."),
    ("lv", "Papildināt Pamatlīgumu ar pielikumu šī Protokola pielikuma redakcijā."),
    ("uk", "Доповнити Основну угоду додатком в редакції додатка до цього Протоколу."),
]


@pytest.mark.parametrize(("language", "said"), _COMES)
@pytest.mark.parametrize("numbered", [False, True])
def test_a_new_annex_is_annexed_or_quoted_and_comes_back(
    language: str, said: str, numbered: bool, tmp_path: Path
) -> None:
    file = tmp_path / "agreement.txt"
    base = AGREEMENT[language].split(f"\n{_LABEL[language]}\n")[0].rstrip()
    file.write_text(f"{base}\n", encoding="utf-8")
    old = read_file(file).agreement
    annex = _NEW[language].format(label=_LABEL[language])
    lines = annex if numbered else re.sub(r"(?m)^\d\. ", "\n", annex)
    file.write_text(f"{base}\n\n{lines}", encoding="utf-8")
    new = read_file(file).agreement
    made = amend(old, new)
    assert not made.findings
    if not numbered:  # numbers in the manner of another text are quoted, so that they stay
        assert made.draft.agreement.annexes[0].heading == new.annexes[0].heading
        assert said in [one.said for one in made.instructions]
    for way in (".xml", ".docx", ".txt"):
        path = tmp_path / f"protocol{way}"
        export(made.draft.agreement, path)
        outcome = consolidate(old, read_file(path).agreement)
        assert same_text(outcome.agreement, new), way
