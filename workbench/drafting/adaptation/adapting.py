"""`adapt`: provisions of a precedent in the words of the draft, with every change recorded."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from functools import cached_property

import msgspec
from msgspec.structs import replace

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numbering import Number, numbers
from workbench.agreement.quoting import on_one_line
from workbench.agreement.states import States
from workbench.agreement.text import CitedInstrument, Mark, PartyName, Text
from workbench.agreement.tree import Agreement, Change, Kind, Party, Provision, ProvisionId, Register
from workbench.drafting.adaptation.designations import Designation
from workbench.drafting.adaptation.mention import Doubt, Mention
from workbench.drafting.adaptation.names import ADJECTIVE, CAPITAL, INSTITUTION, PARTY, Renaming
from workbench.drafting.adaptation.particular import PARTICULAR, Foreigners, judge
from workbench.drafting.adaptation.parties import counterparts
from workbench.drafting.adaptation.register import COLLECTIVE as COLLECTIVE_OF
from workbench.drafting.adaptation.register import REGISTER
from workbench.drafting.adaptation.register import edits as register_edits
from workbench.drafting.adaptation.terms import COLLECTIVE, OWN, Term, collective_names, named, own_names
from workbench.drafting.adaptation.wording import Edit, made, sentences

GRAMMARS = ("en", "lv", "uk")

REASONS = (PARTY, ADJECTIVE, CAPITAL, INSTITUTION, COLLECTIVE, OWN, REGISTER)
"""Why adaptation changes words; each can be switched off."""

OTHER_LANGUAGE = FindingKind(
    "adaptation.other-language",
    Severity.ERROR,
    "this clause is in “{source}” and the draft in “{target}”: it was kept as printed; translate it",
)
NO_GRAMMAR = FindingKind(
    "adaptation.no-grammar",
    Severity.ERROR,
    "clauses in “{source}” cannot be adapted: this one was kept as printed; put in the names of the parties",
)
NO_COUNTERPART = FindingKind(
    "adaptation.no-counterpart",
    Severity.ERROR,
    "the draft has no party in the place of {party}; its name was kept as printed",
)


class Adapted(msgspec.Struct, frozen=True):
    """The provisions under the ids they came with, and what was done to each (by id)."""

    clauses: tuple[Provision, ...]
    changes: tuple[Change, ...]
    findings: tuple[Finding, ...]
    by_provision: dict[ProvisionId, tuple[Change, ...]] = {}


def adapt(
    clauses: tuple[Provision, ...],
    *,
    source: Agreement,
    target: Agreement,
    mapping: Mapping[str, str] | None = None,
    without: Collection[str] = (),
    register: Register | None = None,
    states: States | None = None,
) -> Adapted:
    """Word `clauses` of `source` for the parties of `target`.

    `mapping` names which party becomes which (old name or code -> new). `without` are reasons of change
    (`REASONS`) to leave alone. `register` asks for the wording of a treaty or of a text that is none; without
    it the register stays as it is. Ids stay.
    Raises `UnknownPartyError` for a mapping that names no party.
    """
    if source.language != target.language:
        wrong = (
            OTHER_LANGUAGE.at(provision=c.id, source=source.language, target=target.language) for c in clauses
        )
        return Adapted(clauses, (), tuple(wrong))
    if source.language not in GRAMMARS:
        found = tuple(NO_GRAMMAR.at(provision=c.id, source=source.language) for c in clauses)
        return Adapted(clauses, (), found)
    table = states or States.load()
    if register is not None and not target.collective_name:
        usual = COLLECTIVE_OF[register].get(target.language, "")
        target = replace(target, collective_name=usual)
    adapter = _Adapter(source, target, mapping or {}, frozenset(without), table)
    adapter.register = register
    adapted = tuple(adapter.provision(clause) for clause in clauses)
    changes = tuple(change for own in adapter.changes.values() for change in own)
    return Adapted(adapted, changes, tuple(adapter.findings), adapter.changes)


class _Adapter:
    def __init__(
        self,
        source: Agreement,
        target: Agreement,
        mapping: Mapping[str, str],
        without: frozenset[str],
        states: States,
    ) -> None:
        pairs = counterparts(source, target, mapping, states)
        self.language = source.language
        self.without = without
        self.renaming = Renaming(source, pairs, states)
        self.parties = {party.key: party for party in source.parties}
        self.source = source
        self.foreigners = _foreigners(source, pairs, self.renaming.foreign_keys, states)
        self.designations = _designations(source, target)
        self.register: Register | None = None
        self.changes: dict[ProvisionId, tuple[Change, ...]] = {}
        self.findings: list[Finding] = [
            NO_COUNTERPART.at(quote=self.parties[key].name, party=self.parties[key].name)
            for key, new in pairs.items()
            if new is None
        ]

    def provision(self, unit: Provision) -> Provision:
        """One provision with everything below it."""
        parts: dict[str, Text] = {}
        changes: list[Change] = []
        for part in ("heading", "text", "wrap_up"):
            own: Text = getattr(unit, part)
            new, made_here = self._text(own, unit, title=part == "heading" or unit.kind is Kind.TITLE_LINE)
            if new != own:
                parts[part] = new
            changes.extend(made_here)
        if changes:
            self.changes[unit.id] = tuple(changes)
        children = tuple(self.provision(child) for child in unit.children)
        provenance = unit.provenance
        if changes and provenance is not None:
            provenance = replace(provenance, changes=(*provenance.changes, *changes))
        return replace(unit, **parts, children=children, provenance=provenance)

    def _text(self, text: Text, unit: Provision, *, title: bool) -> tuple[Text, tuple[Change, ...]]:
        plain = text.plain
        if not plain:
            return text, ()
        mentions = self.renaming.mentions(plain)
        kept = self._kept(plain, mentions, unit, title=title)
        doubts: list[Doubt] = []
        edits = [
            edit
            for edit in self._edits(text, mentions, doubts)
            if edit.reason not in self.without and not _within(edit.start, kept)
        ]
        doubts += self.renaming.leftovers(plain, mentions)
        for kind, start, end, values in doubts:
            if not _within(start, kept):
                finding = kind.at(self._label(unit), quote=plain[start:end], provision=unit.id)
                self.findings.append(replace(finding, values=values))
        changed, changes = made(text, edits)
        return changed.map_marks(self._rekeyed), changes

    def _edits(self, text: Text, mentions: tuple[Mention, ...], doubts: list[Doubt]) -> list[Edit]:
        plain = text.plain
        edits = list(self.renaming.edits(plain, mentions, doubts))
        cited = [(start, end) for start, end, _ in text.of(CitedInstrument)]
        spans = [(m.start, m.end) for m in mentions]
        for designation in self.designations:
            edits.extend(designation.edits(plain, [*cited, *spans]))
        if self.register is not None:
            edits.extend(
                edit
                for edit in register_edits(plain, self.language, self.register)
                if not _within(edit.start, cited)
            )
        return edits

    def _kept(
        self, plain: str, mentions: tuple[Mention, ...], unit: Provision, *, title: bool
    ) -> list[tuple[int, int]]:
        """The sentences that are kept as printed; each is flagged here."""
        kept: list[tuple[int, int]] = []
        for start, end in sentences(plain):
            verdict = judge(plain, (start, end), mentions, self.language, self.foreigners, title=title)
            if verdict is None:
                continue
            if verdict.kind is PARTICULAR:
                kept.append((start, end))
            party = self.parties[verdict.party].name if verdict.party else ""
            quote = on_one_line(plain[start:end])
            self.findings.append(
                verdict.kind.at(
                    self._label(unit), quote=quote, provision=unit.id, party=party, why=verdict.why
                )
            )
        return kept

    def _rekeyed(self, mark: Mark) -> Mark:
        if isinstance(mark.value, PartyName) and mark.value.party in self.parties:
            key = self.renaming.new_key(mark.value.party)
            if mark.value.party not in self.renaming.foreign_keys and key != mark.value.party:
                return Mark(mark.start, mark.end, PartyName(key))
        return mark

    @cached_property
    def labels(self) -> dict[ProvisionId, Number]:
        """The numbers of the source, wanted only where there is something to tell."""
        return numbers(self.source)

    def _label(self, unit: Provision) -> str:
        number = self.labels.get(unit.id)
        return number.label if number else ""


def _foreigners(
    source: Agreement, pairs: Mapping[str, Party | None], foreign: Collection[str], states: States
) -> Foreigners:
    """The money and the heads of State of the parties that do not come along."""
    money: dict[str, str] = {}
    crowned: set[str] = set()
    for party in source.parties:
        old = states.by_code(party.state) if party.state and party.key in foreign else None
        counterpart = pairs.get(party.key)
        if old is None:
            continue
        if old.currency:
            money[party.key] = old.currency
        new = states.by_code(counterpart.state) if counterpart and counterpart.state else None
        if new is not None and new.monarchy != old.monarchy:
            crowned.add(party.key)
    return Foreigners(money, frozenset(crowned))


def _designations(source: Agreement, target: Agreement) -> tuple[Designation, ...]:
    """The designations of the source and what the target calls the same."""
    language = source.language
    found: list[Designation] = []
    for reason, terms, old_name, new_name in (
        (COLLECTIVE, collective_names(language), source.collective_name, target.collective_name),
        (OWN, own_names(language), source.own_name, target.own_name),
    ):
        old = named(old_name, terms) if old_name else _titled(source, terms, reason)
        new = named(new_name, terms) if new_name else _titled(target, terms, reason)
        if old is not None and new is not None and old != new:
            found.append(Designation(old, new, language, reason))
    return tuple(found)


def _titled(agreement: Agreement, terms: tuple[Term, ...], reason: str) -> Term | None:
    """What an agreement calls itself when it does not say: the first such word of its title."""
    if reason != OWN:
        return None
    title = agreement.title_text
    places = [
        (match.start(), index, term)
        for index, term in enumerate(terms)
        for match in [re.search(rf"\b{re.escape(term.singular.nom)}\b", title, re.IGNORECASE)]
        if match
    ]
    return min(places)[2] if places else None


def _within(position: int, extents: list[tuple[int, int]]) -> bool:
    return any(start <= position < end for start, end in extents)
