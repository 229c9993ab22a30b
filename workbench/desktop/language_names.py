"""What languages of agreements are called on the screen."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication


def language_name(code: str) -> str:
    """The name of a language, or its code where it is not known."""
    from workbench.agreement.languages import LANGUAGES

    known = LANGUAGES.get(code)
    return QCoreApplication.translate("Languages", known.name) if known is not None else code
