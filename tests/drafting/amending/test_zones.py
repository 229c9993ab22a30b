"""A preamble or a closing quoted in plain text comes back in the units it was made of."""

from __future__ import annotations

from pathlib import Path

import pytest
from msgspec.structs import replace

from workbench.actions.exporting import export
from workbench.actions.reading import read_file
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Kind, new_id
from workbench.drafting.amending import amend, consolidate
from workbench.drafting.assembly import new_draft

STATES = States.load()


def draft(language: str) -> Agreement:
    return new_draft("memorandum", parties=["LV", "EE"], language=language, states=STATES).agreement


def through_text(old: Agreement, new: Agreement, folder: Path) -> Agreement:
    path = folder / "protocol.txt"
    export(amend(old, new, states=STATES).draft.agreement, path)
    return consolidate(old, read_file(path).agreement).agreement


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_signatures_of_several_lines(language: str, tmp_path: Path) -> None:
    old = draft(language)
    block = next(unit for unit in old.closing if unit.kind is Kind.SIGNATURE_BLOCK)
    first = replace(block.children[0], text=block.children[0].text + "\nRiga")
    changed = replace(block, children=(first, *block.children[1:]))
    new = replace(old, closing=tuple(changed if unit is block else unit for unit in old.closing))
    made = through_text(old, new, tmp_path)
    signing = [unit.text.plain.split("\n") for unit in made.of_kind(Kind.SIGNATORY)]
    assert [lines[0] for lines in signing] == [
        unit.text.plain.split("\n")[0] for unit in new.of_kind(Kind.SIGNATORY)
    ]
    assert "Riga" in signing[0][-1]


@pytest.mark.parametrize("language", ["en", "lv", "uk"])
def test_the_last_recital_and_the_formula_stay_apart(language: str, tmp_path: Path) -> None:
    old = draft(language)
    recital = next(unit for unit in old.preamble if unit.kind is Kind.RECITAL)
    words = {"en": "recalling old times,", "lv": "atceroties senus laikus,", "uk": "згадуючи давні часи,"}
    added = replace(recital, id=new_id(), text=recital.text.replace(0, len(recital.text), words[language]))
    at = old.preamble.index(recital)
    new = replace(old, preamble=(*old.preamble[:at], added, *old.preamble[at:]))
    made = through_text(old, new, tmp_path)
    assert [(unit.kind, unit.text.plain) for unit in made.preamble] == [
        (unit.kind, unit.text.plain) for unit in new.preamble
    ]
