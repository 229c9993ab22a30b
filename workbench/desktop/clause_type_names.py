"""What clause types are called on the screen: every key of the shipped table with its name."""

from __future__ import annotations

from PySide6.QtCore import QCoreApplication

from workbench.settings import data

_ACRONYMS = {"eu": "EU", "nato": "NATO", "cbrn": "CBRN", "hns": "host nation support"}


def clause_type_names() -> dict[str, str]:
    """Key -> name, in the order of the table."""
    import json

    table = json.loads(data("resources", "clause_types.json").read_text("utf-8"))
    return {row["key"]: named(row["key"]) for row in table}


def named(key: str) -> str:
    """The name of one clause type: its key in words, translated where a translation exists."""
    words = [_ACRONYMS.get(word, word) for word in key.split("_")]
    name = " ".join(words)
    return QCoreApplication.translate("ClauseTypes", name[:1].upper() + name[1:])
