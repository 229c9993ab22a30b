"""Gap analysis: which clauses a text lacks, measured by a precedent or by what such texts usually hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numbering import Number, numbers
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import Agreement, Kind, Provision, ProvisionId, Register
from workbench.checks.closing import says_which_texts_are_authentic
from workbench.checks.matter import Matter, OfAgreement, Setting, at
from workbench.checks.periods import periods

MISSING = FindingKind(
    "checks.clause-missing",
    Severity.WARNING,
    "no clause on {subject}; the precedent has one in {where}: “{quote}”",
)
USUAL_MISSING = FindingKind(
    "checks.usual-clause-missing",
    Severity.INFO,
    "no clause on {subject}, which a text of this kind usually has",
)

DIFFERENT = FindingKind(
    "checks.clause-differs",
    Severity.INFO,
    "the clause on {subject} says {here}; the precedent has {there} in {where}",
)

FINAL_TYPES = frozenset(
    "relation_to_other_agreements entry_into_force provisional_application duration tacit_renewal "
    "termination suspension survival amendment review_event dispute_settlement reservations depositary "
    "registration non_binding_status annex_status territorial_application accession_new_parties "
    "notices_language authentic_texts".split()
)
"""The clause types of the final provisions."""

_CLAUSES = (Kind.ARTICLE, Kind.SECTION, Kind.PARAGRAPH)
_MEASURED = ("duration", "tacit_renewal", "termination")
"""Types whose clause is wrong as easily as missing: what they say can be counted."""
_STRUCTURE = frozenset(
    "title parties recital recital_citation enacting_formula testimonium done_at signature_block".split()
)
# Any one of a group will do: an agreement of indefinite duration has no term, a protocol none of its own.
USUAL: dict[Register, tuple[tuple[str, ...], ...]] = {
    Register.TREATY: (
        ("entry_into_force",),
        ("duration", "termination"),
        ("termination",),
        ("amendment",),
        ("dispute_settlement",),
    ),
    Register.MOU: (
        ("entry_into_force",),
        ("duration", "termination"),
        ("amendment",),
        ("dispute_settlement",),
        ("non_binding_status", "registration"),
    ),
    Register.POLITICAL: (("duration", "termination"), ("amendment",)),
}


@dataclass(frozen=True, slots=True)
class Gaps:
    """Two texts by their clause types.

    `missing` are types only the precedent has, with the provision that has them, in its order; `extra` types
    only the text has; `shared` types both have, with the provision of each.
    """

    missing: tuple[tuple[str, Provision], ...]
    extra: tuple[tuple[str, Provision], ...]
    shared: tuple[tuple[str, Provision, Provision], ...]


def gaps(agreement: Agreement, precedent: Agreement) -> Gaps:
    """Compare a text with a precedent, clause type by clause type."""
    own, theirs = clause_types(agreement), clause_types(precedent)
    return Gaps(
        missing=tuple((key, unit) for key, unit in theirs.items() if key not in own),
        extra=tuple((key, unit) for key, unit in own.items() if key not in theirs),
        shared=tuple((key, unit, theirs[key]) for key, unit in own.items() if key in theirs),
    )


def clause_types(agreement: Agreement) -> dict[str, Provision]:
    """Every clause type of a text with the first provision that has it, the narrowest before the wider."""
    return _types_among(tuple(agreement.walk()), agreement.language, Guesses())


class Guesses:
    """What untyped clauses are about, by their wording alone, kept as long as they stay the same."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[Provision, tuple[str, ...]]] = {}

    def of(self, units: Sequence[Provision], language: str) -> Iterator[tuple[Provision, tuple[str, ...]]]:
        """The articles and paragraphs among these with the types they seem to have."""
        # Recognition takes a while to load, and a draft made from a template never needs it here.
        from workbench.recognition.clause_evidence import Place, types_of

        # Any place will do: what looks like a final clause in mid-text is a clause nobody misses.
        anywhere = Place(position=1.0, final_beside=True, long=False)
        known, self._known = self._known, {}
        for unit in units:
            if unit.kind not in _CLAUSES:
                continue
            row = known.get(id(unit))
            if row is None or row[0] is not unit:
                found = types_of(unit.heading.plain, unit.words, language, anywhere)
                row = unit, tuple(evidence.type for evidence in found)
            self._known[id(unit)] = row
            yield row


def _clauses(unit: Provision, _setting: Setting) -> Iterator[Provision]:
    if unit.types or unit.kind in _CLAUSES or unit.kind is Kind.DONE_AT:
        yield unit


def _types_among(units: Sequence[Provision], language: str, guesses: Guesses) -> dict[str, Provision]:
    typed = [(unit, unit.types) for unit in units if unit.types]
    if not any(not _STRUCTURE.issuperset(types) for _, types in typed):
        typed = list(guesses.of(units, language))
    found: dict[str, Provision] = {}
    for narrow in (True, False):
        for unit, types in typed:
            if (not unit.children) is narrow:
                for key in types:
                    # "Amendments shall enter into force …" says nothing of when the text itself does.
                    of_amendments = key == "entry_into_force" and "amendment" in types
                    if key not in _STRUCTURE and not of_amendments:
                        found.setdefault(key, unit)
    for unit in units:
        if unit.kind is Kind.DONE_AT and says_which_texts_are_authentic(unit.text.plain):
            found.setdefault("authentic_texts", unit)
    return found


def _against_precedent(clauses: Sequence[Provision], matter: Matter) -> Iterator[Finding]:
    anchor = _anchor(clauses)
    if matter.against is None or anchor is None:
        return
    own = _types_among(clauses, matter.language, matter.kept(Guesses))
    theirs, labels = matter.kept(_Precedent).of(matter.against)
    for key, unit in theirs.items():
        if key not in own:
            yield at(
                MISSING,
                anchor,
                quote=(unit.text or unit.heading).plain[:100],
                severity=None if key in FINAL_TYPES else Severity.INFO,
                subject=_subject(key),
                where=labels[unit.id].label,
                type=key,
            )
        elif key in _MEASURED:
            yield from _otherwise_measured(own[key], unit, key, matter, labels[unit.id].label)


AGAINST_PRECEDENT = OfAgreement(_clauses, _against_precedent)
"""Clauses the precedent has and this text has not; final provisions weigh more than subjects."""


def _usual_set(clauses: Sequence[Provision], matter: Matter) -> Iterator[Finding]:
    anchor = _anchor(clauses)
    if matter.against is not None or anchor is None:
        return
    own = _types_among(clauses, matter.language, matter.kept(Guesses))
    for group in USUAL[matter.setting.profile or matter.agreement.register]:
        if not any(key in own for key in group):
            yield at(USUAL_MISSING, anchor, subject=" or ".join(map(_subject, group)), type=group[0])


USUAL_CLAUSES = OfAgreement(_clauses, _usual_set)
"""Final provisions usual in this register; silent where a precedent sets the measure."""


class _Precedent:
    """The clause types of the precedent and its numbers, worked out once."""

    def __init__(self) -> None:
        self._of: Agreement | None = None
        self._types: dict[str, Provision] = {}
        self._labels: dict[ProvisionId, Number] = {}

    def of(self, precedent: Agreement) -> tuple[dict[str, Provision], dict[ProvisionId, Number]]:
        if self._of is not precedent:
            self._of, self._types, self._labels = precedent, clause_types(precedent), numbers(precedent)
        return self._types, self._labels


def _otherwise_measured(
    own: Provision, theirs: Provision, key: str, matter: Matter, where: str
) -> Iterator[Finding]:
    """A term or a notice that is longer or shorter than the precedent's."""
    precedent = matter.against.language if matter.against is not None else matter.language
    mine, other = periods(own.words, matter.language), periods(theirs.words, precedent)
    if mine and other and mine.isdisjoint(other):
        yield at(
            DIFFERENT,
            own,
            quote=on_one_line(own.words)[:100],
            subject=_subject(key),
            here=_told(mine),
            there=_told(other),
            where=where,
            type=key,
        )


def _told(found: frozenset[tuple[int, str]]) -> str:
    return ", ".join(f"{count} {unit if count == 1 else unit + 's'}" for count, unit in sorted(found))


def _anchor(clauses: Sequence[Provision]) -> Provision | None:
    """Where a missing final provision would stand: at the last article."""
    articles = [unit for unit in clauses if unit.kind is Kind.ARTICLE]
    basic = articles or [unit for unit in clauses if unit.kind is Kind.SECTION]
    return basic[-1] if basic else None


def _subject(key: str) -> str:
    return key.replace("_", " ")
