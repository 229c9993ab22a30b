"""Choosing a text: every agreement of the library can be chosen by its title, however many there are."""

from __future__ import annotations

from pathlib import Path
from uuid import UUID

from msgspec.structs import replace
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from tests.desktop.editor.conftest import civil_protection
from workbench.agreement.tree import AgreementId
from workbench.desktop.redline.sources import Source, SourcePicker
from workbench.desktop.theme import Theme
from workbench.library import Library
from workbench.library.answers import SourceFile


def test_every_agreement_of_the_library_is_offered(theme: Theme, tmp_path: Path, qtbot: QtBot) -> None:
    library = Library.open(str(tmp_path / "library.sqlite"))
    for number in range(24):
        agreement = replace(civil_protection(), id=AgreementId(UUID(int=10_000 + number)))
        library.add(agreement, file=SourceFile(f"{number}.docx", f"{number:064}"))
    picker = SourcePicker(theme, "New", list, library)
    qtbot.addWidget(picker)
    chosen: list[Source] = []
    picker.picked.connect(chosen.append)
    picker.show()
    picker.click()
    menu = next(menu for menu in picker.findChildren(QMenu) if menu.isVisible())
    (precedents,) = menu.findChildren(QMenu)
    assert len(precedents.actions()) == 24
    precedents.actions()[23].trigger()
    with qtbot.waitSignal(menu.destroyed):
        menu.close()
    (source,) = chosen
    assert source.path is None
    assert source.load() is not None
    library.close()
