"""Cross-references: to a provision that exists, called what it is."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.text import CrossReference
from workbench.agreement.tree import BASIC, GROUPING, Kind, Provision, ProvisionId
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, in_quotes, passages
from workbench.checks.other_texts import names_another_text
from workbench.checks.reference_words import Step, noun, parse

DANGLING = FindingKind(
    "checks.dangling-reference",
    Severity.ERROR,
    "{quote} refers to a provision that this text does not have; point it anew or reword",
)
WRONG_UNIT = FindingKind(
    "checks.wrong-unit",
    Severity.WARNING,
    "{quote} speaks of {named}, but the units of this text are {actual}",
)
TO_ITSELF = FindingKind(
    "checks.reference-to-itself",
    Severity.WARNING,
    "“{quote}” stands in {own} itself: correct the number if another provision is meant, "
    "else write “{suggestion}”",
)
_NAMES = {Kind.ARTICLE: "an article", Kind.SECTION: "a section"}
_CALLED = {Kind.ARTICLE: r"\barticle|\bpants|\bстаття", Kind.SECTION: r"\bsection|\bsadaļa|\bрозділ"}
_UNITS = {Kind.ARTICLE: "articles", Kind.SECTION: "sections"}
# Words that send the reader elsewhere, before the reference or (in Latvian) behind it.
_SENDS = {
    "en": re.compile(
        r"\b(?:in accordance with|pursuant to|(?:as )?(?:provided|set out|set forth|laid down|specified|"
        r"defined|referred to|mentioned|described|stipulated|prescribed|established|envisaged|foreseen)"
        r"(?: for)?(?: in| by| under)?|subject to|under|notwithstanding|without prejudice to|by virtue of|"
        r"in compliance with|in conformity with|in line with|as required by|contrary to)"
        r"\s+(?:the provisions of\s+)?$",
        re.IGNORECASE,
    ),
    "lv": re.compile(
        r"\b(?:saskaņā ar|atbilstoši|ievērojot|neskarot|pamatojoties uz|neatkarīgi no)\s+"
        r"(?:\w+\s+(?:Vienošanās|Līguma|Nolīguma|Memoranda)\s+)?$|\bkā (?:noteikts|paredzēts|minēts)\s+$",
        re.IGNORECASE,
    ),
    "uk": re.compile(
        r"\b(?:відповідно до|згідно (?:зі?|із)|на підставі|з урахуванням|незважаючи на|без шкоди для|"
        r"(?:передбачен|визначен|зазначен|встановлен|викладен|згадан)\w+ (?:[ву]|у)?\s*|на умовах)\s*"
        r"(?:положень\s+)?$",
        re.IGNORECASE,
    ),
}
_SENT_LV = re.compile(
    r"^\s+(?:\w+\s+){0,1}(?:minēt|noteikt|paredzēt|norādīt|definēt|aprakstīt|izklāstīt|nosacīj|noteikum)\w*",
    re.IGNORECASE,
)
_ABOVE = re.compile(r"\s+(?:above|below)\b")
_LISTED = re.compile(r"^\s*(?:,|–|-|and|or|to|un|vai|līdz|та|і|й|або|чи|до)\s*\d|^\(\d")
_LISTED_AHEAD = re.compile(r"(?:\d\.?|\d\))\s*(?:,|–|-|and|or|to|un|vai|līdz|та|і|й|або|чи|до)\s*$")
_ITSELF = {
    "en": {Kind.ARTICLE: "this Article", Kind.SECTION: "this Section", Kind.PARAGRAPH: "this paragraph"},
    "lv": {Kind.ARTICLE: "šis pants", Kind.SECTION: "šī sadaļa", Kind.PARAGRAPH: "šis punkts"},
    "uk": {Kind.ARTICLE: "ця стаття", Kind.SECTION: "цей розділ", Kind.PARAGRAPH: "цей пункт"},
}


@dataclass(frozen=True, slots=True)
class _Reference:
    """A reference: where its words stand, the units it names, the articles or sections among them.

    `sends`: it is the only one in its place, and the words around it send the reader there.
    """

    passage: Passage
    start: int
    end: int
    target: ProvisionId | None
    steps: tuple[Step, ...]
    basic: tuple[Step, ...]
    sends: bool


def _note(unit: Provision, setting: Setting) -> Iterator[_Reference]:
    for passage in passages(unit):
        for start, end, reference in passage.text.of(CrossReference):
            named = parse(passage.plain[start:end], setting.language)
            target = ProvisionId(reference.target) if reference.target is not None else None
            basic = tuple(named_step for named_step in named if named_step.kind in BASIC)
            if target is None and names_another_text(
                passage.plain, start, end, setting.language, setting.own_name
            ):
                continue
            sends = target is not None and _sends(passage, start, end, setting.language)
            yield _Reference(passage, start, end, target, named, basic, sends)


def _judge(notes: Sequence[_Reference], matter: Matter) -> Iterator[Finding]:
    kinds = {kind for kind in BASIC if matter.of_kind(kind)}
    for reference in notes:
        wrong = _wrong_unit(reference, kinds, matter)
        if wrong is not None:
            yield _misnamed(reference, wrong, matter.language)
        elif (
            reference.target is None
            or reference.target not in matter.places
            or _without_its_point(reference, matter)
        ) and not _told_otherwise(reference, matter):
            severity = Severity.WARNING if matter.setting.imported else None
            yield reference.passage.finding(DANGLING, reference.start, reference.end, severity=severity)
        elif (own := _sent_to_itself(reference, matter)) is not None:
            yield _to_itself(reference, own, matter)


REFERENCES = OfAgreement(_note, _judge)
"""References to nowhere or to where they stand, and those that call a section an article or the reverse."""


def _sent_to_itself(reference: _Reference, matter: Matter) -> Provision | None:
    """The unit the words stand in, where they send the reader to that very unit as if it were another.

    Only where the reference is all there is: a list that names this article among others is rightly complete,
    and the paragraph of this article is another place.
    """
    if reference.target is None or not reference.sends:
        return None
    unit = reference.passage.unit
    target = matter.places.unit(reference.target)
    if target not in matter.places.chain(unit.id):
        return None
    if target.kind in BASIC:
        return target if all(step.kind in BASIC for step in reference.steps) else None
    ends = target.kind is Kind.PARAGRAPH and not target.children
    return target if ends and all(step.kind in (*BASIC, Kind.PARAGRAPH) for step in reference.steps) else None


def _sends(passage: Passage, start: int, end: int, language: str) -> bool:
    plain = passage.plain
    if language not in _SENDS or in_quotes(plain, start):
        return False
    ahead, behind = plain[max(0, start - 80) : start], plain[end:]
    if _LISTED.match(behind) or _LISTED_AHEAD.search(ahead):
        return False
    return bool(_SENDS[language].search(ahead) or (language == "lv" and _SENT_LV.match(behind)))


def _to_itself(reference: _Reference, target: Provision, matter: Matter) -> Finding:
    return reference.passage.finding(
        TO_ITSELF,
        reference.start,
        reference.end,
        margin=25,
        own=matter.label(target.id),
        suggestion=_ITSELF[matter.language][target.kind],
    )


def _told_otherwise(reference: _Reference, matter: Matter) -> bool:
    """Whether a number that leads nowhere may be right: one of the annex it stands in, or of a longer row.

    Articles of an annex are its own; *paragraph 8 above* counts through whatever parts a source was read in.
    """
    if reference.target is not None or not reference.steps:
        return False
    unit, step = reference.passage.unit, reference.steps[0]
    annex, home = matter.annex_of(unit.id), matter.places.basic(unit.id)
    if step.kind in BASIC and annex is not None:
        rows = [one for one in annex.walk() if one.kind in BASIC]
    elif step.kind is Kind.PARAGRAPH and _ABOVE.match(reference.passage.plain, reference.end):
        rows = [one for one in (home or annex or unit).walk() if one.kind not in BASIC]
    else:
        return False
    return any(matter.places.numbers[one.id].number == step.number for one in rows)


def _misnamed(reference: _Reference, wrong: Step, language: str) -> Finding:
    actual = Kind.SECTION if wrong.kind is Kind.ARTICLE else Kind.ARTICLE
    right = noun(actual, language, wrong.case)
    passage, (start, end) = reference.passage, wrong.noun_at
    fixes = (passage.write(reference.start + start, reference.start + end, right),) if right else ()
    return passage.finding(
        WRONG_UNIT,
        reference.start,
        reference.end,
        margin=15,
        fixes=fixes,
        named=_NAMES[wrong.kind],
        actual=_UNITS[actual],
        suggestion=right,
    )


def _wrong_unit(reference: _Reference, kinds: set[Kind], matter: Matter) -> Step | None:
    """The unit of a reference that this text does not have under that name."""
    if not reference.basic:
        return None
    if reference.target is not None and reference.target in matter.places:
        basic = matter.places.basic(reference.target)
        if basic is not None:
            kinds = {basic.kind}
    if len(kinds) != 1:
        return None
    wrong = next((named for named in reference.basic if named.kind not in kinds), None)
    if wrong is None or reference.target is not None:
        return wrong
    # Its number must be one of this text's, or another text is meant ("section 202 of the Act"), and no unit
    # above or in an annex may go by that name ("Section III" that groups articles).
    [own] = kinds
    last = len(matter.of_kind(own))
    grouping = [unit for kind in (*GROUPING, Kind.ANNEX) for unit in matter.of_kind(kind)]
    called = re.compile(_CALLED[wrong.kind], re.IGNORECASE)
    if any(called.search(f"{unit.printed or ''} {unit.heading.plain[:20]}") for unit in grouping):
        return None
    return wrong if not wrong.number.isdigit() or int(wrong.number) <= last else None


def _without_its_point(reference: _Reference, matter: Matter) -> bool:
    """Whether the words name a point that the provision they lead to does not have."""
    point = next((step for step in reversed(reference.steps) if step.kind is Kind.POINT), None)
    if point is None or reference.target is None or point.number.isdigit():
        return False
    unit = matter.places.unit(reference.target)
    if unit.kind in (Kind.POINT, Kind.SUBPARAGRAPH):
        return False
    below = [one for one in unit.walk() if one is not unit]
    numbers = {matter.places.numbers[one.id].number for one in below}
    return bool(unit.children) and point.number not in numbers
