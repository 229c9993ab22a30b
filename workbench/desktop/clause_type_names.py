"""What clause types are called on the screen: every key of the shipped table with its name."""

from __future__ import annotations

from itertools import chain
from typing import Any

from PySide6.QtCore import QCoreApplication

from workbench.settings import data

_ACRONYMS = {"eu": "EU", "nato": "NATO", "cbrn": "CBRN", "hns": "host nation support"}


def clause_type_names() -> dict[str, str]:
    """Key -> name, in the order of the table."""
    return {row["key"]: named(row["key"]) for row in _table()}


def clause_type_headings() -> dict[str, tuple[str, ...]]:
    """Key -> the headings that clauses of the type stand under, in every language."""
    return {row["key"]: tuple(chain.from_iterable(row["headings"].values())) for row in _table()}


def _table() -> list[dict[str, Any]]:
    import json

    table: list[dict[str, Any]] = json.loads(data("resources", "clause_types.json").read_text("utf-8"))
    return table


def named(key: str) -> str:
    """The name of one clause type: its key in words, translated where a translation exists."""
    words = [_ACRONYMS.get(word, word) for word in key.split("_")]
    name = " ".join(words)
    return QCoreApplication.translate("ClauseTypes", name[:1].upper() + name[1:])
