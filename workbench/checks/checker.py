"""Checking, and checking again: only provisions that have changed are read a second time.

An edit shares every untouched subtree with the tree before it, so a provision that *is* the same object says
the same. The `Checker` keeps what each rule made of a provision beside the provision itself; a new tree costs
reading what is new in it, and judging. A single check is the same thing with nothing kept yet, which is the
law `tests/checks/test_incremental.py` holds: after any edits, checking again equals checking from scratch.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any

from msgspec.structs import replace

from workbench.agreement.findings import Finding, Severity
from workbench.agreement.lemmas import kept_stemmer
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Provision, Register
from workbench.checks.matter import Matter, OfAgreement, OfProvision, Rule, Setting
from workbench.checks.places import Places
from workbench.checks.residue import is_drafted, precedent_states

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_REPORT_EVERY = 200
"""Provisions read between two reports of progress."""


@dataclass(frozen=True, slots=True)
class _Read:
    """What the rules made of one provision: findings and notes, each with the name of its rule."""

    unit: Provision
    findings: tuple[tuple[str, Finding], ...]
    notes: tuple[tuple[str, tuple[Any, ...]], ...]


class Checker:
    """Checks one agreement as it changes. Not for two threads at once."""

    def __init__(self, rules: Mapping[str, Rule], states: States) -> None:
        self._rules = rules
        self._states = states
        self._stemmer = kept_stemmer("")
        self._setting: Setting | None = None
        self._read: dict[int, _Read] = {}
        self._kept: dict[type, Any] = {}
        self._shape: list[object] = []
        self._places: Places | None = None

    def check(
        self,
        agreement: Agreement,
        *,
        profile: Register | None = None,
        against: Agreement | None = None,
        without: Collection[str] = (),
        progress: Progress = SILENT,
    ) -> tuple[Finding, ...]:
        """What a careful reader would query, gravest first and in document order within one gravity."""
        units = _in_order(agreement)
        setting = self._settle(agreement, units, profile)
        read = self._read_all(units, setting, progress)
        matter = Matter(
            agreement,
            units,
            setting,
            against=against,
            places=lambda: self._numbered(agreement, units),
            kept=self._kept,
        )
        found = [finding for one in read for name, finding in one.findings if name not in without]
        notes: dict[str, list[Any]] = {}
        for one in read:
            for name, said in one.notes:
                notes.setdefault(name, []).extend(said)
        for name, rule in self._rules.items():
            if isinstance(rule, OfAgreement) and name not in without:
                found.extend(rule.judge(notes.get(name, ()), matter))
        return _sorted(found, units, matter)

    def _settle(self, agreement: Agreement, units: list[Provision], profile: Register | None) -> Setting:
        """The setting; where it is another than last time, nothing that was read under it holds."""
        if self._stemmer.language != agreement.language:
            self._stemmer = kept_stemmer(agreement.language)
        setting = Setting(
            language=agreement.language,
            parties=agreement.parties,
            own_name=agreement.own_name,
            collective_name=agreement.collective_name,
            profile=profile,
            imported=agreement.numbering.as_printed,
            drafted=is_drafted(agreement),
            precedents=precedent_states(units, agreement, self._states),
            states=self._states,
            stemmer=self._stemmer,
        )
        if setting != self._setting:
            self._setting, self._read, self._kept = setting, {}, {}
        return setting

    def _read_all(self, units: list[Provision], setting: Setting, progress: Progress) -> list[_Read]:
        known, kept = self._read, []
        for index, unit in enumerate(units):
            if index % _REPORT_EVERY == 0:
                step(progress, index, len(units))
            one = known.get(id(unit))
            kept.append(one if one is not None and one.unit is unit else self._reading(unit, setting))
        self._read = {id(one.unit): one for one in kept}
        return kept

    def _reading(self, unit: Provision, setting: Setting) -> _Read:
        findings: list[tuple[str, Finding]] = []
        notes: list[tuple[str, tuple[Any, ...]]] = []
        for name, rule in self._rules.items():
            if isinstance(rule, OfProvision):
                findings.extend((name, finding) for finding in rule.read(unit, setting))
            else:
                noted = tuple(rule.note(unit, setting))
                if noted:
                    notes.append((name, noted))
        return _Read(unit, tuple(findings), tuple(notes))

    def _numbered(self, agreement: Agreement, units: list[Provision]) -> Places:
        """Numbers and ancestors, which stay while only words change."""
        shape: list[object] = [agreement.language, agreement.numbering]
        shape.extend(len(zone) for zone in _zones(agreement))
        shape.extend((unit.id, unit.kind, unit.printed, unit.choice, len(unit.children)) for unit in units)
        if self._places is None or shape != self._shape:
            self._places, self._shape = Places(agreement), shape
        return self._places


def _zones(agreement: Agreement) -> tuple[tuple[Provision, ...], ...]:
    return (agreement.title, agreement.preamble, agreement.body, agreement.closing, agreement.annexes)


def _in_order(agreement: Agreement) -> list[Provision]:
    """Every provision in document order; quicker than nested generators on a long draft."""
    found: list[Provision] = []
    waiting = list(reversed(agreement.units()))
    while waiting:
        unit = waiting.pop()
        found.append(unit)
        if unit.children:
            waiting.extend(reversed(unit.children))
    return found


def _sorted(found: list[Finding], units: list[Provision], matter: Matter) -> tuple[Finding, ...]:
    """Findings with their locators, in the order in which they are told."""
    position = {unit.id: index for index, unit in enumerate(units)}
    rows = [
        (_GRAVITY[one.severity], position.get(one.provision, -1) if one.provision else -1, index, one)
        for index, one in enumerate(found)
    ]
    rows.sort(key=lambda row: row[:3])
    return tuple(
        replace(one, locator=matter.label(one.provision)) if one.provision in position else one
        for _, _, _, one in rows
    )
