"""What the parties are: States throughout, or Governments throughout.

*Agreement between the Government of X and the Government of Y* that begins *The Republic of X and the
Republic of Y* leaves open who is bound. Title, parties clause and signatures are read; a ministry or person
that signs for a State is usual, so signatures are asked only about State against Government.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Wording
from workbench.agreement.state_names import FormKind
from workbench.agreement.tree import Kind, PartyKind, Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting

OTHER_SUBJECT = FindingKind(
    "checks.state-or-government",
    Severity.WARNING,
    "“{quote}” names {here} as the party, the title {title}: one subject concludes an agreement",
)
_SAID = {
    PartyKind.STATE: "the State",
    PartyKind.GOVERNMENT: "the Government",
    PartyKind.MINISTRY: "a ministry",
}
_READ = (Kind.TITLE_LINE, Kind.PARTIES_CLAUSE, Kind.SIGNATORY)


@dataclass(frozen=True, slots=True)
class _Named:
    """One naming of a State that is a party: as itself, its Government or a ministry."""

    passage: Passage
    start: int
    end: int
    code: str
    subject: PartyKind


def _note(unit: Provision, setting: Setting) -> Iterator[_Named]:
    if unit.kind not in _READ:
        return
    passage = Passage(unit, Wording.TEXT, unit.text)
    for found in setting.states.find_names(passage.plain, setting.language):
        if found.code not in setting.own_states:
            continue
        subject = PartyKind.STATE
        if found.form is FormKind.INSTITUTION:
            subject = PartyKind.MINISTRY if found.key == "defence" else PartyKind.GOVERNMENT
        elif found.form not in (FormKind.FORMAL, FormKind.SHORT):
            continue
        yield _Named(passage, found.start, found.end, found.code, subject)


def _judge(notes: Sequence[_Named], _matter: Matter) -> Iterator[Finding]:
    title: dict[str, PartyKind] = {}
    for note in notes:
        if note.passage.unit.kind is Kind.TITLE_LINE:
            title.setdefault(note.code, note.subject)
    told: set[tuple[Kind, str]] = set()
    for note in notes:
        kind = note.passage.unit.kind
        known = title.get(note.code)
        if kind is Kind.TITLE_LINE or known in (None, note.subject) or (kind, note.code) in told:
            continue
        told.add((kind, note.code))
        if kind is Kind.SIGNATORY and PartyKind.MINISTRY in (known, note.subject):
            continue
        yield note.passage.finding(
            OTHER_SUBJECT, note.start, note.end, here=_SAID[note.subject], title=_SAID[known or note.subject]
        )


SUBJECTS = OfAgreement(_note, _judge)
"""A State in the title that is a Government in the parties clause, or the other way round."""
