"""What of the library is read on the screen: one clause whole, one line of the list of agreements."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Reading:
    """What is shown of a clause.

    `lines` are (number, words, depth); `versions` the clauses that say the same in other languages of the
    file: name of the language, id of the clause.
    """

    id: str
    title: str
    lines: tuple[tuple[str, str, int], ...]
    agreement: str
    agreement_id: str
    locator: str
    file: str
    sha256: str
    types: tuple[str, ...]
    curation: str
    same_in: int = 1
    versions: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class AgreementLine:
    """One agreement or background document."""

    id: str
    title: str
    parties: str
    year: str
    language: str
    clauses: str
    file: str
    background: bool = False
