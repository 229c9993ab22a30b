"""What the checks are called in the window, by the name of the rule, in the order of the list."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

_NAMES = {
    "anatomy": QT_TRANSLATE_NOOP("Checks", "What an agreement has"),
    "party-order": QT_TRANSLATE_NOOP("Checks", "Order of the parties"),
    "party-names": QT_TRANSLATE_NOOP("Checks", "Names of the parties"),
    "state-or-government": QT_TRANSLATE_NOOP("Checks", "State or Government as the party"),
    "signatures": QT_TRANSLATE_NOOP("Checks", "A signature for every party"),
    "place-of-signature": QT_TRANSLATE_NOOP("Checks", "Place of signature in a third State"),
    "references": QT_TRANSLATE_NOOP("Checks", "Cross-references"),
    "written-references": QT_TRANSLATE_NOOP("Checks", "References written by hand"),
    "units": QT_TRANSLATE_NOOP("Checks", "Annexes, chapters and lists cited"),
    "sequence": QT_TRANSLATE_NOOP("Checks", "Numbers in their row"),
    "numbers": QT_TRANSLATE_NOOP("Checks", "Number and word"),
    "days": QT_TRANSLATE_NOOP("Checks", "Days that exist"),
    "citations": QT_TRANSLATE_NOOP("Checks", "Cited instruments"),
    "order-of-instruments": QT_TRANSLATE_NOOP("Checks", "Instruments by date"),
    "younger-instruments": QT_TRANSLATE_NOOP("Checks", "Instruments younger than the text"),
    "named-instruments": QT_TRANSLATE_NOOP("Checks", "Instruments named in short"),
    "recital-punctuation": QT_TRANSLATE_NOOP("Checks", "Punctuation of recitals"),
    "lists": QT_TRANSLATE_NOOP("Checks", "Punctuation of lists and paragraphs"),
    "own-name": QT_TRANSLATE_NOOP("Checks", "What the text calls itself"),
    "collective-name": QT_TRANSLATE_NOOP("Checks", "Capital of the collective name"),
    "other-collective-name": QT_TRANSLATE_NOOP("Checks", "Another collective name"),
    "terms": QT_TRANSLATE_NOOP("Checks", "Terms defined in vain or twice"),
    "undefined-terms": QT_TRANSLATE_NOOP("Checks", "Terms used and not defined"),
    "one-term": QT_TRANSLATE_NOOP("Checks", "One term for one thing"),
    "abbreviations": QT_TRANSLATE_NOOP("Checks", "Abbreviations introduced in vain"),
    "unexplained-abbreviations": QT_TRANSLATE_NOOP("Checks", "Abbreviations not explained"),
    "terms-small": QT_TRANSLATE_NOOP("Checks", "Defined terms written small"),
    "register": QT_TRANSLATE_NOOP("Checks", "Treaty and non-treaty wording mixed"),
    "stray-wording": QT_TRANSLATE_NOOP("Checks", "Single words of the other register"),
    "profile": QT_TRANSLATE_NOOP("Checks", "Wording against the profile"),
    "closing": QT_TRANSLATE_NOOP("Checks", "Originals and languages"),
    "precedent": QT_TRANSLATE_NOOP("Checks", "Clauses of the precedent"),
    "usual-clauses": QT_TRANSLATE_NOOP("Checks", "Usual final clauses"),
    "headings": QT_TRANSLATE_NOOP("Checks", "Headings that promise a clause"),
    "duplicates": QT_TRANSLATE_NOOP("Checks", "Wording that stands twice"),
    "placeholders": QT_TRANSLATE_NOOP("Checks", "Places to fill in"),
    "residue": QT_TRANSLATE_NOOP("Checks", "Left over from a precedent"),
    "bystanders": QT_TRANSLATE_NOOP("Checks", "States that are no party"),
    "decisions": QT_TRANSLATE_NOOP("Checks", "Alternatives of the template"),
    "options": QT_TRANSLATE_NOOP("Checks", "Optional provisions"),
    "brackets": QT_TRANSLATE_NOOP("Checks", "Open brackets"),
    "empty": QT_TRANSLATE_NOOP("Checks", "Provisions without wording"),
    "slips": QT_TRANSLATE_NOOP("Checks", "Slips of the pen"),
    "spaces": QT_TRANSLATE_NOOP("Checks", "Double spaces"),
    "dashes": QT_TRANSLATE_NOOP("Checks", "Hyphens for dashes"),
    "hyphens": QT_TRANSLATE_NOOP("Checks", "Non-breaking hyphens"),
    "pairs": QT_TRANSLATE_NOOP("Checks", "Brackets and quotation marks in pairs"),
    "quotation": QT_TRANSLATE_NOOP("Checks", "Straight and typographic quotation marks"),
    "spelling": QT_TRANSLATE_NOOP("Checks", "-ise and -ize"),
    "british-american": QT_TRANSLATE_NOOP("Checks", "British and American spelling"),
}


def check_names() -> dict[str, str]:
    """Every rule's name for the reader."""
    return {rule: QCoreApplication.translate("Checks", str(name)) for rule, name in _NAMES.items()}
