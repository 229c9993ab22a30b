"""From an agreement to the rows search works on.

A pure function of the snapshot and of what people decided, with fixed keys: deriving again gives the same
rows. Articles, sections and paragraphs become clauses, wherever they stand. A background document becomes
one row.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from workbench.agreement.lemmas import Stemmer, fold, words
from workbench.agreement.numbering import Number, numbers
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision, ProvisionId
from workbench.library.models import CLAUSES_PER_SNAPSHOT

CLAUSE_KINDS = (*BASIC, Kind.PARAGRAPH)
LONGEST_WORD = 60
"""Letters of a word that count; databases refuse words of thousands."""
STEMS_EDITION = "1"
"""Raise it when stemming or these rows change: opening a library of another edition rebuilds its rows."""

TYPE = "type"
"""Stands in the place of the language before the words of clause types."""

Row = dict[str, Any]


@dataclass(slots=True)
class Rows:
    """The derived rows of one snapshot, by table."""

    precedent: Row
    parties: list[Row]
    clauses: list[Row] = field(default_factory=list)
    types: list[Row] = field(default_factory=list)
    stems: list[Row] = field(default_factory=list)


def derive(
    agreement: Agreement,
    *,
    key: int,
    is_agreement: bool,
    file: str,
    decided: Mapping[str, tuple[str, ...]],
) -> Rows:
    """The rows of snapshot `key`. `decided` holds clause types by ProvisionId where a person set them."""
    day = agreement.authenticity.day
    rows = Rows(
        precedent={
            "snapshot_key": key,
            "agreement_id": str(agreement.id),
            "title": storable(agreement.title_text) or file,
            "language": agreement.language,
            "register": agreement.register.value,
            "is_agreement": is_agreement,
            "signed_on": day[:10],
            "year": int(day[:4]) if day[:4].isdecimal() and len(day) >= 4 else None,
            "clauses": 0,
        },
        parties=[
            {
                "snapshot_key": key,
                "position": position,
                "key": party.key,
                "name": storable(party.name),
                "short": storable(party.short),
                "state": party.state,
                "names": folded(f"{party.name} | {party.short} | {party.state or ''} | {party.key}"),
            }
            for position, party in enumerate(agreement.parties)
        ],
    )
    maker = _Maker(agreement, key, rows, decided)
    if is_agreement:
        maker.clauses()
        rows.precedent["clauses"] = len(rows.clauses)
    else:
        maker.background(file)
    return rows


def wording(provision: Provision) -> str:
    """The words of a provision and below without its own heading, one unit a line."""
    lines = [provision.text.plain, *(child.words for child in provision.children), provision.wrap_up.plain]
    return storable("\n".join(line for line in lines if line))


def wording_hash(text: str) -> str:
    """Equal for wordings that differ in case, punctuation, spaces and kinds of quotes and dashes only."""
    folded_words = " ".join(fold(word) for _, _, word in words(text))
    return hashlib.sha256(folded_words.encode()).hexdigest()[:32]


def folded(text: str) -> str:
    """A text folded word by word, for comparing names."""
    return " ".join(fold(part) or "|" for part in storable(text).split())


def tokens(language: str, stems: Iterable[str]) -> list[str]:
    """Stems as the full text holds them, told apart by language: *termin* is deadline in Latvian."""
    return [(fold(language) + stem)[:LONGEST_WORD] for stem in stems]


def type_stems(types: tuple[str, ...], english: Stemmer) -> str:
    """The searchable words of clause types: their keys are English, whatever the language of the clause."""
    found = (stem for name in types for stem in english.stems(name.replace("_", " ")))
    return " ".join(tokens(TYPE, found))


def storable(text: str) -> str:
    """A text any database takes, of the same length: no NUL, no half of a surrogate pair."""
    return text.replace("\x00", " ").encode("utf-8", "replace").decode()


class _Maker:
    def __init__(
        self, agreement: Agreement, key: int, rows: Rows, decided: Mapping[str, tuple[str, ...]]
    ) -> None:
        self.agreement = agreement
        self.snapshot = key
        self.rows = rows
        self.decided = decided
        self.numbers = numbers(agreement)
        self.stemmer = Stemmer(agreement.language)
        self.english = Stemmer("en")

    def clauses(self) -> None:
        above: dict[ProvisionId, int] = {}
        for provision, parents in _walk(self.agreement.units(), ()):
            if provision.kind not in CLAUSE_KINDS:
                continue
            key = self._key(len(self.rows.clauses) + 1)
            above[provision.id] = key
            parent = next((above[p.id] for p in reversed(parents) if p.id in above), None)
            number = self.numbers[provision.id]
            types = self.decided.get(str(provision.id), provision.types)
            self._add(
                key,
                str(provision.id),
                parent=parent,
                unit=provision.kind.value,
                heading=storable(provision.heading.plain),
                label=storable(number.label),
                locator=self._locator(parents, number),
                body=wording(provision),
                types=types,
            )

    def background(self, file: str) -> None:
        body = storable("\n".join(unit.words for unit in self.agreement.units() if unit.words))
        title = storable(self.agreement.title_text) or file
        self._add(
            self._key(1),
            str(self.agreement.id),
            parent=None,
            unit="document",
            heading=title,
            label=title,
            locator=file,
            body=body,
            types=(),
        )

    def _tokens(self, text: str) -> str:
        return " ".join(tokens(self.agreement.language, self.stemmer.stems(text)))

    def _key(self, place: int) -> int:
        return self.snapshot * CLAUSES_PER_SNAPSHOT + place

    def _locator(self, parents: tuple[Provision, ...], number: Number) -> str:
        """The place as printed: "Article 6 3."; the citation where nothing is printed."""
        if not number.printed:
            return storable(number.label)
        chain = [self.numbers[p.id].printed for p in parents if p.kind in CLAUSE_KINDS]
        return storable(" ".join(part for part in (*chain, number.printed) if part))

    def _add(
        self,
        key: int,
        provision_id: str,
        *,
        parent: int | None,
        unit: str,
        heading: str,
        label: str,
        locator: str,
        body: str,
        types: tuple[str, ...],
    ) -> None:
        self.rows.clauses.append(
            {
                "key": key,
                "snapshot_key": self.snapshot,
                "provision_id": provision_id,
                "parent_key": parent,
                "position": key % CLAUSES_PER_SNAPSHOT,
                "kind": "background" if unit == "document" else "clause",
                "unit": unit,
                "heading": heading,
                "label": label,
                "locator": locator,
                "wording": wording_hash(body),
                "body": body,
            }
        )
        unique = tuple(dict.fromkeys(types))
        self.rows.types.extend(
            {"clause_key": key, "type": name, "rank": rank} for rank, name in enumerate(unique)
        )
        forms = {fold(word)[:LONGEST_WORD] for text in (heading, body) for _, _, word in words(text)}
        self.rows.stems.append(
            {
                "key": key,
                "heading": self._tokens(heading),
                "types": type_stems(unique, self.english),
                "body": self._tokens(body),
                "forms": " ".join(sorted(forms - {""})),
            }
        )


def _walk(
    units: tuple[Provision, ...], parents: tuple[Provision, ...]
) -> Iterator[tuple[Provision, tuple[Provision, ...]]]:
    for unit in units:
        yield unit, parents
        yield from _walk(unit.children, (*parents, unit))
