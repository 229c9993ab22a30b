"""Capitals of a term as it stands: as defined, at the head of a sentence, small, in capitals throughout."""

from __future__ import annotations

from enum import Enum, auto

from workbench.drafting.defined_terms.phrases import acronym

_ONE_APOSTROPHE = str.maketrans({"'": "’", "ʼ": "’"})


class Manner(Enum):
    """How a use is written, beside the form the definition would have there."""

    AS_DEFINED = auto()
    RAISED = auto()
    """With a capital that the definition has not, as at the head of a sentence."""
    LOWERED = auto()
    """Small, where the definition has a capital."""
    CAPITALS = auto()
    TITLE = auto()
    """Every word with a capital, as in a heading."""
    OTHER = auto()


def manner_of(use: str, form: str) -> Manner:
    """How `use` is written, where the definition would have `form`."""
    use, form = use.translate(_ONE_APOSTROPHE), form.translate(_ONE_APOSTROPHE)
    if use == form:
        return Manner.AS_DEFINED
    if use.casefold() != form.casefold():
        return Manner.OTHER
    if acronym(use):
        return Manner.CAPITALS
    if use == form[:1].upper() + form[1:]:
        return Manner.RAISED
    if use == _lowered(form):
        return Manner.LOWERED
    return Manner.TITLE if use == _titled(form) else Manner.OTHER


def written(form: str, manner: Manner) -> str:
    """A form in a manner."""
    if manner is Manner.CAPITALS:
        return form.upper()
    if manner is Manner.RAISED:
        return form[:1].upper() + form[1:]
    if manner is Manner.LOWERED:
        return _lowered(form)
    return _titled(form) if manner is Manner.TITLE else form


def _lowered(form: str) -> str:
    """Small letters throughout, abbreviations aside."""
    return " ".join(word if acronym(word) else word.lower() for word in form.split(" "))


def _titled(form: str) -> str:
    return " ".join(word[:1].upper() + word[1:] for word in form.split(" "))
