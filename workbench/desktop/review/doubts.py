"""The doubtful places of a file, worst first, each with the answers that can be given by key.

A place is doubtful because a rule reported a finding, or because recognition was not sure what a unit is.
An information that concerns nothing in the tree ("a page number was left out") only asks to be seen.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from workbench.agreement.edits import EditError, siblings_of
from workbench.agreement.findings import Finding, Severity
from workbench.agreement.quoting import in_short
from workbench.agreement.tree import BASIC, Kind, Provision, ProvisionId
from workbench.desktop.review.bands import kind_name
from workbench.desktop.review.correction import Correction
from workbench.desktop.review.record import DOUBTFUL

_ORDER = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.INFO: 2}
_UNSURE = "recognition.unsure"
"""The finding that says no more than the unit itself: its title is the question."""
_LIKELY = {
    Kind.CROSSHEADING: (Kind.SECTION, Kind.PARAGRAPH),
    Kind.PARAGRAPH: (Kind.CROSSHEADING, Kind.POINT),
    Kind.POINT: (Kind.PARAGRAPH,),
    Kind.RECITAL: (Kind.PARTIES_CLAUSE, Kind.AGREEING_FORMULA),
    Kind.ARTICLE: (Kind.CROSSHEADING,),
    Kind.SECTION: (Kind.CROSSHEADING, Kind.PARAGRAPH),
    Kind.TITLE_LINE: (Kind.PARTIES_CLAUSE,),
}
"""What a unit of a kind usually is when it is not what it seems."""


@dataclass(frozen=True, slots=True)
class Answer:
    """One way to settle a doubtful place."""

    words: str
    give: Callable[[], object]


@dataclass(frozen=True, slots=True)
class Doubt:
    """One doubtful place. `key` identifies it through undo and redo."""

    key: str
    severity: Severity
    title: str
    body: str
    locator: str
    provision: ProvisionId | None
    answers: tuple[Answer, ...]


def doubts(correction: Correction) -> tuple[Doubt, ...]:
    """The doubtful places not settled yet, worst first, otherwise in the order of the text.

    They are those of the language looked at; findings concern the main one. What the checks remark on comes
    last and only asks to be seen.
    """
    findings = correction.read.findings if correction.face == 0 else ()
    found = [_of_finding(correction, number, finding) for number, finding in enumerate(findings)]
    spoken_for = {doubt.provision for doubt in found}
    remarks = correction.read.noticed if correction.face == 0 else ()
    found += [_remark(correction, number, one) for number, one in enumerate(remarks, start=len(findings))]
    for provision in correction.agreement.walk():
        if provision.confidence < DOUBTFUL and provision.id not in spoken_for:
            found.append(_of_unit(correction, provision))
    settled = correction.state.settled
    unsettled = [doubt for doubt in found if doubt.key not in settled]
    return tuple(sorted(unsettled, key=lambda doubt: _ORDER[doubt.severity]))


def doubtful(found: Iterable[Doubt]) -> int:
    """How many of them ask for a decision; an information only asks to be seen."""
    return sum(doubt.severity is not Severity.INFO for doubt in found)


def asking(correction: Correction) -> int:
    """How many places ask for a decision in all languages of the file."""
    settled, elsewhere = correction.state.settled, 0
    spoken_for = {finding.provision for finding in correction.read.findings}
    for face, tree in enumerate(correction.state.trees):
        if face != correction.face:
            elsewhere += sum(
                unit.confidence < DOUBTFUL
                and f"unit:{face}:{unit.id}" not in settled
                and not (face == 0 and unit.id in spoken_for)
                for unit in tree.walk()
            )
    if correction.face:
        elsewhere += sum(
            finding.severity is not Severity.INFO and f"{number}:{finding.code}" not in settled
            for number, finding in enumerate(correction.read.findings)
        )
    return elsewhere + doubtful(doubts(correction))


def finding_title(finding: Finding) -> str:
    """The name of a finding's rule in words: "Heading without number"."""
    rule = finding.code.rsplit(".", 1)[-1].replace("-", " ")
    return QCoreApplication.translate("FindingTitles", rule[:1].upper() + rule[1:])


def finding_sentence(finding: Finding) -> str:
    """The finding's sentence in the language of the interface."""
    template = QCoreApplication.translate("Findings", finding.template)
    return template.format_map({"locator": finding.locator, "quote": finding.quote, **finding.values})


def _of_finding(correction: Correction, number: int, finding: Finding) -> Doubt:
    key = f"{number}:{finding.code}"
    unit = correction.agreement.find(finding.provision) if finding.provision is not None else None
    sentence = finding_sentence(finding)
    sentence = sentence[:1].upper() + sentence[1:]
    if unit is None and finding.severity is Severity.INFO:
        title, body = finding_title(finding), sentence
        return Doubt(key, finding.severity, title, body, finding.locator, None, (_seen(correction, key),))
    answers = _answers(correction, key, unit) if unit is not None else (_seen(correction, key),)
    provision = unit.id if unit is not None else None
    title = _question(unit) if unit is not None and finding.code == _UNSURE else finding_title(finding)
    return Doubt(key, finding.severity, title, sentence, finding.locator, provision, answers)


def _remark(correction: Correction, number: int, finding: Finding) -> Doubt:
    """What the checks remark on in a text that is signed and done: to be seen, not to be answered."""
    key, sentence = f"{number}:{finding.code}", finding_sentence(finding)
    sentence = sentence[:1].upper() + sentence[1:]
    known = finding.provision is not None and correction.agreement.find(finding.provision) is not None
    provision = finding.provision if known else None
    title, seen = finding_title(finding), _seen(correction, key)
    return Doubt(key, finding.severity, title, sentence, finding.locator, provision, (seen,))


def _of_unit(correction: Correction, unit: Provision) -> Doubt:
    key = f"unit:{correction.face}:{unit.id}"
    body = QCoreApplication.translate("Doubts", "“{words}” was taken as {kind}; {sure} % sure.").format(
        words=_first_words(unit), kind=kind_name(unit.kind).lower(), sure=round(unit.confidence * 100)
    )
    answers = _answers(correction, key, unit)
    return Doubt(key, Severity.WARNING, _question(unit), body, _where(correction, unit), unit.id, answers)


def _question(unit: Provision) -> str:
    words = QCoreApplication.translate("Doubts", "{kind}, or something else?")
    return words.format(kind=kind_name(unit.kind))


def _where(correction: Correction, unit: Provision) -> str:
    """Page and line in the source, else how the text cites it."""
    source, origin = correction.read.source, correction.state.origins.get(unit.id)
    if source is not None and origin is not None and 0 <= origin[0] < len(source.blocks):
        block = source.blocks[origin[0]]
        words = QCoreApplication.translate("Doubts", "page {page}, line {line}")
        return words.format(page=block.page, line=block.line)
    number = correction.numbers.get(unit.id)
    return number.label if number is not None else ""


def _answers(correction: Correction, key: str, unit: Provision) -> tuple[Answer, ...]:
    made = [_keep(correction, key, unit)]
    for kind in _LIKELY.get(unit.kind, ()):
        if not (unit.children and kind not in BASIC):
            made.append(_as_kind(correction, key, unit, kind))
    if _can_join(correction, unit):
        made.append(_join(correction, key, unit))
    return tuple(made[:4])


def _keep(correction: Correction, key: str, unit: Provision) -> Answer:
    words = QCoreApplication.translate("Doubts", "{kind}, as it is").format(kind=kind_name(unit.kind))
    return Answer(words, lambda: correction.settle(words, key, unit.id))


def _seen(correction: Correction, key: str) -> Answer:
    words = QCoreApplication.translate("Doubts", "Seen")
    return Answer(words, lambda: correction.settle(words, key))


def _as_kind(correction: Correction, key: str, unit: Provision, kind: Kind) -> Answer:
    words = kind_name(kind)
    return Answer(
        words,
        lambda: correction.settle_with(words, key, lambda: correction.set_kind(words, unit.id, kind)),
    )


def _join(correction: Correction, key: str, unit: Provision) -> Answer:
    words = QCoreApplication.translate("Doubts", "Join to the one before")
    return Answer(words, lambda: correction.settle_with(words, key, lambda: correction.merge(words, unit.id)))


def _can_join(correction: Correction, unit: Provision) -> bool:
    try:
        siblings, index = siblings_of(correction.agreement, unit.id)
    except EditError:
        return False
    return index > 0 and not siblings[index - 1].children and bool(unit.text)


def _first_words(unit: Provision) -> str:
    return in_short(unit.heading.plain or unit.text.plain, 60)
