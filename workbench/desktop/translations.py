"""The languages of the interface: which translations were shipped, and how one is put on.

English is the language of the sources; its file holds only the plural forms. Menus, dialogs and what Qt
writes itself change together.
"""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import QCoreApplication, QLibraryInfo, QLocale, QTranslator

from workbench.settings import data

_STEM = "workbench_"


def interfaces() -> tuple[tuple[str, str], ...]:
    """(code, own name) of every language the interface speaks, English first."""
    shipped = {file.stem.removeprefix(_STEM) for file in _folder().glob(f"{_STEM}*.qm")} | {"en"}
    codes = sorted(shipped, key=lambda code: (code != "en", code))
    return tuple((code, own_name(code)) for code in codes)


def own_name(code: str) -> str:
    """What a language calls itself."""
    if code == "en":
        return "English"
    from workbench.agreement.languages import LANGUAGES

    known = LANGUAGES.get(code)
    return known.endonym if known is not None else code


def speak(application: QCoreApplication, language: str) -> list[QTranslator]:
    """Translate the application; the translators live as long as the list that is returned."""
    QLocale.setDefault(QLocale(language))
    worn = []
    own = QTranslator()
    if own.load(f"{_STEM}{language}.qm", str(_folder())):
        worn.append(own)
    of_qt = QTranslator()
    folder = QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)
    if language != "en" and of_qt.load(f"qtbase_{language}.qm", folder):
        worn.append(of_qt)
    for translator in worn:
        application.installTranslator(translator)
    return worn


def _folder() -> Path:
    return data("resources", "translations")
