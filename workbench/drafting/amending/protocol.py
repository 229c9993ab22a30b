"""The amending protocol: written from two versions, and applied to get the consolidated text.

Law: `consolidate(old, amend(old, new))` is `new` in wording, structure and numbers. `amend` holds itself to
it: it consolidates its own protocol, gives anew whatever came out otherwise, and tells what is still left.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from itertools import groupby
from types import ModuleType
from uuid import uuid4

import msgspec
from msgspec.structs import replace

from workbench.agreement.declension import Case, GrammaticalNumber
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.numbering import bare, numbers
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.quoting import on_one_line
from workbench.agreement.states import States
from workbench.agreement.text import Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Draft,
    Kind,
    Provision,
    ProvisionId,
    Zone,
    new_id,
)
from workbench.comparison import LanguagesDifferError, Options, compare
from workbench.drafting.adaptation.terms import own_names
from workbench.drafting.amending import english, latvian, ukrainian
from workbench.drafting.amending.annexed import OwnAnnexes
from workbench.drafting.amending.applying import consolidated
from workbench.drafting.amending.deriving import derive
from workbench.drafting.amending.exactness import same_text, told_places, widened, wrong_places
from workbench.drafting.amending.instruction import Deed, Instruction, Relation, Step
from workbench.drafting.amending.reading import instructions, items
from workbench.drafting.assembly import new_draft
from workbench.drafting.placeholders import fill, placeholders

_SAID: dict[str, ModuleType] = {"en": english, "lv": latvian, "uk": ukrainian}
_HEADING = {"en": "Amendments", "lv": "Grozījumi", "uk": "Зміни"}
_ROUNDS = 4


class NothingToAmendError(WorkbenchError):
    """Two versions with the same wording."""

    code = "amending.nothing-to-amend"
    message = "the two versions do not differ in wording, so there is nothing to amend"


class AmendingLanguageError(WorkbenchError):
    """A language in which we cannot word instructions."""

    code = "amending.language"
    message = (
        "instructions are worded in English, Latvian and Ukrainian, and this agreement is in “{language}”"
    )


class NoInstructionsError(WorkbenchError):
    """A protocol in which nothing amends."""

    code = "amending.no-instructions"
    message = "no instruction that amends an agreement was found in this text; check that it is the protocol"


NOT_EXACT = FindingKind(
    "amending.not-exact",
    Severity.WARNING,
    "the instructions do not yield the new wording of {label} word for word; compare it by hand: “{quote}”",
)
PARTIES_OPEN = FindingKind(
    "amending.parties-open",
    Severity.WARNING,
    "the protocol names model parties, because {count} parties were recognised; name them",
)


class Amended(msgspec.Struct, frozen=True):
    """The protocol as a draft, its instructions, and what could not be said to the letter."""

    draft: Draft
    instructions: tuple[Instruction, ...]
    findings: tuple[Finding, ...]


class Consolidated(msgspec.Struct, frozen=True):
    """The agreement as amended, how many instructions were carried out, and those that could not be."""

    agreement: Agreement
    applied: int
    findings: tuple[Finding, ...]


def amend(
    old: Agreement,
    new: Agreement,
    *,
    values: Mapping[str, str] | None = None,
    states: States | None = None,
    progress: Progress = SILENT,
) -> Amended:
    """The protocol that makes `new` of `old`.

    `values` fill placeholders of the template. Raises `NothingToAmendError`, `AmendingLanguageError` and the
    errors of comparing.
    """
    if old.language not in _SAID:
        raise AmendingLanguageError(language=old.language)
    redline = compare(old, new, Options(ignore_formatting=True))
    if same_text(old, new):
        raise NothingToAmendError
    frame, findings = _frame(old, values or {}, states)
    coarse: set[ProvisionId] = set()
    zones: set[Zone] = set()
    best: tuple[int, Draft, tuple[Instruction, ...], Consolidated, list[tuple[Zone, int]]] | None = None
    for turn in range(_ROUNDS):
        step(progress, turn, _ROUNDS, "wording the instructions")
        told = derive(redline, coarse, zones)
        draft = _with_instructions(frame, told)
        found = consolidate(old, draft.agreement)
        wrong = wrong_places(found.agreement, new)
        doubts = len(wrong) + len(found.findings)
        if best is None or doubts < best[0]:
            best = (doubts, draft, told, found, wrong)
        if not doubts or not widened(wrong, redline.old, new, coarse, zones):
            break
    assert best is not None  # there is at least one round
    _, draft, told, found, wrong = best
    step(progress, _ROUNDS, _ROUNDS)
    left = tuple(
        NOT_EXACT.at(label, quote=quote, label=label or "–") for label, quote in told_places(wrong, new)
    )
    said = _SAID[old.language]
    worded = tuple(replace(one, said=said.say(one).plain + ".") for one in told)
    return Amended(draft, worded, (*findings, *found.findings, *left))


def consolidate(agreement: Agreement, protocol: Agreement) -> Consolidated:
    """The agreement with the protocol's instructions carried out.

    Raises `LanguagesDifferError`, and `NoInstructionsError` where there are none; each that cannot be carried
    out is a finding.
    """
    if protocol.language != agreement.language:
        raise LanguagesDifferError(old=agreement.language, new=protocol.language)
    row = items(protocol)
    told, unread = instructions(row, agreement, OwnAnnexes(protocol, numbers(protocol)))
    if not told and not unread:
        raise NoInstructionsError
    result, findings, done = consolidated(agreement, told)
    return Consolidated(result, done, (*unread, *findings))


def _frame(old: Agreement, values: Mapping[str, str], states: States | None) -> tuple[Draft, list[Finding]]:
    """The protocol without its instructions: parties, title, recitals, final clauses."""
    known = states or States.load()
    findings: list[Finding] = []
    parties: Sequence[str | object] = old.parties
    draft = new_draft(
        "amending-protocol",
        parties=old.parties if len(old.parties) == 2 else None,
        language=old.language,
        states=known,
        agreement_id=AgreementId(uuid4()),
    )
    if len(parties) != 2:
        findings.append(PARTIES_OPEN.at(count=len(parties) or "no"))
    body = tuple(unit for unit in draft.agreement.body if not unit.optional)
    draft = replace(draft, agreement=replace(draft.agreement, body=body))
    for key, value in {"agreement": _cited(old, known), **values}.items():
        if value and any(blank.key == key for blank in placeholders(draft)):
            draft = fill(draft, key, value)
    return draft, findings


def _cited(old: Agreement, states: States) -> str:
    """The title of the amended agreement in the case its place wants, in sentence case."""
    title = on_one_line(old.title_text)
    if title.isupper():
        title = title.lower()
        for party in old.parties:
            for _, form in states.forms_of(party, old.language).items():
                title = re.sub(rf"\b{re.escape(form)}\b", form, title, flags=re.IGNORECASE)
    case = {"lv": Case.LOC, "uk": Case.GEN}.get(old.language)
    for term in own_names(old.language):
        found = re.search(rf"\b{re.escape(term.singular.nom)}\b", title, re.IGNORECASE)
        if found:
            word = found[0]
            if case is not None and case not in term.lacking:
                word = term.form(case, GrammaticalNumber.SINGULAR)
            word = word[:1].upper() + word[1:] if found[0][0].isupper() or not found.start() else word.lower()
            return title[: found.start()] + word + title[found.end() :]
    return title


def _with_instructions(frame: Draft, told: Sequence[Instruction]) -> Draft:
    """The protocol with its first article made of the instructions."""
    language = frame.agreement.language
    said = _SAID[language]
    paragraphs: list[Provision] = []
    told, annexes = _annexed(frame.agreement, told)
    for _, group in groupby(told, key=_gathered):
        row = list(group)
        base = row[0].place.top
        if len(row) == 1 or not base or any(one.place.steps == base and _whole(one) for one in row):
            paragraphs += [_paragraph(said.say(one) + ".") for one in row]
            continue
        points = []
        for index, one in enumerate(row):
            end = "." if index == len(row) - 1 else ";"
            words = said.say(one, base) + end
            points.append(Provision(id=new_id(), kind=Kind.POINT, text=words, types=("amendment",)))
        paragraphs.append(replace(_paragraph(said.lead(base)), children=tuple(points)))
    article = Provision(
        id=new_id(),
        kind=Kind.ARTICLE,
        heading=Text(_HEADING[language]),
        children=tuple(paragraphs),
        types=("amendment",),
    )
    agreement = replace(frame.agreement, body=(article, *frame.agreement.body), annexes=annexes)
    return replace(frame, agreement=agreement)


def _annexed(
    frame: Agreement, told: Sequence[Instruction]
) -> tuple[tuple[Instruction, ...], tuple[Provision, ...]]:
    """The instructions with the annexes that the protocol takes to itself, and those annexes.

    One whose numbers would be others in the manner of the protocol is quoted instead. In the instruction the
    annexes stand for what is said of them: their numbers in the protocol.
    """
    annexes = frame.annexes + tuple(unit for one in told for unit in one.units)
    labels = numbers(replace(frame, annexes=annexes))
    fitting = {
        unit.id
        for unit in annexes
        if all(
            bare(labels[below.id].printed) == bare(below.printed or "")
            for below in unit.walk()
            if below is not unit
        )
    }
    kept = tuple(unit for unit in annexes if unit.id in fitting or unit in frame.annexes)
    labels = numbers(replace(frame, annexes=kept))
    said: list[Instruction] = []
    for one in told:
        if one.units and one.units[0].id in fitting:
            number = labels[one.units[0].id].number if len(kept) > 1 else ""
            said.append(replace(one, content=(), numbers=(number or "", "")))
        else:
            said.append(replace(one, units=()))
    return tuple(said), kept


def _gathered(instruction: Instruction) -> tuple[Step, ...] | int:
    """What instructions are gathered under: their article or annex."""
    top = instruction.place.top
    if not top or top[0].kind is Kind.RECITAL or (instruction.place.steps == top and _whole(instruction)):
        return id(instruction)
    return top


def _whole(instruction: Instruction) -> bool:
    """Whether an instruction concerns a unit as such, not what is in it."""
    match instruction.deed:
        case Deed.DELETE | Deed.RENUMBER | Deed.MOVE:
            return True
        case Deed.REPLACE:
            return not instruction.place.heading
        case Deed.INSERT:
            return instruction.relation is not Relation.WITHIN
        case _:
            return False


def _paragraph(words: Text) -> Provision:
    return Provision(id=new_id(), kind=Kind.PARAGRAPH, text=words, types=("amendment",))
