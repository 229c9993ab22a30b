"""What is said to the reader: counted things in the right number, titles as a sentence would have them."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape
from itertools import chain
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication

from workbench.agreement.tree import Agreement
from workbench.drafting.templates import title_of

if TYPE_CHECKING:
    from workbench.agreement.findings import Finding
    from workbench.agreement.fixes import Fix

_LEAST = 3
"""Letters a word of a name must have to be known by its own: "of" and "and" stay small."""


def counted(words: str, count: int) -> str:
    """A sentence with a number in it, as English says it.

    Translations carry their own plural forms; where none is loaded the source still says "article(s)".
    """
    return words.replace("(s)", "" if count == 1 else "s")


def said_finding(finding: Finding) -> str:
    """What a finding says, as a sentence in the language of the interface."""
    template = QCoreApplication.translate("Findings", finding.template)
    words = template.format_map({"locator": finding.locator, "quote": finding.quote, **finding.values})
    return words[:1].upper() + words[1:] + ("" if words.endswith((".", "!", "?", "”")) else ".")


def said_fix(fix: Fix) -> str:
    """What a fix would do, for a button."""
    words = QCoreApplication.translate("Fixes", fix.template).format_map(fix.values)
    return words[:1].upper() + words[1:]


def explained(findings: Iterable[Finding]) -> str:
    """Findings for a tooltip, one a paragraph; "" for none."""
    return "".join(f"<p style='margin:2px 0'>{escape(said_finding(finding))}</p>" for finding in findings)


def said_title(agreement: Agreement) -> str:
    """The title for a head or a list: in sentence case, without the parties where they have their own line.

    A title printed in capitals gets its names back from the parties, by name, short name or case form.
    """
    if not agreement.title_text.strip():
        return ""
    title = title_of(agreement)
    if not agreement.title_text.isupper():
        return title
    names = chain.from_iterable(
        (party.name, party.short, *party.forms.values()) for party in agreement.parties
    )
    known = {
        word.casefold(): word
        for word in re.findall(r"\w+", " ".join(names))
        if len(word) >= _LEAST and word[0].isupper()
    }
    return re.sub(r"\w+", lambda found: known.get(found[0].casefold(), found[0]), title)
