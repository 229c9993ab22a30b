"""The front of an agreement: title lines, the word "Preamble", parties clause, recitals, agreeing formula.

Treaties open their recitals with participles and end them with commas or semicolons; political texts tell
a story in sentences, and then every paragraph of it is a recital.
"""

from __future__ import annotations

import re
from dataclasses import replace
from itertools import pairwise

from workbench.agreement.tree import Kind
from workbench.recognition import labels
from workbench.recognition.evidence import finite, heading_like
from workbench.recognition.lines import UNREAD, Passage
from workbench.recognition.nodes import Node, node
from workbench.recognition.openings import (
    is_agreeing_formula,
    is_preamble_heading,
    names_hereinafter,
    opens_recital,
)

_PARTIES = re.compile(
    r"(?:(?:the )?(?:governments?|republic|kingdom|states? |contracting|high contracting|parties|"
    r"signator|undersigned|member states|participants|ministry|cabinet|united|federal|president)"
    r"|latvijas republika|\w+ republika|уряд|кабінет міністрів|україна|держави|сторони|договірні|"
    r"правительство|"
    r"die regierung|le gouvernement|rząd|valitsus|vyriausyb)",
    re.IGNORECASE,
)
_LONGEST_TITLE_LINE = 400
_RUN_IN_HEADING = re.compile(r"(?:Preamble|Preambula|Преамбула|PREAMBLE)\s+(?=[A-ZĀ-ŽА-ЯІЇЄҐ])")
_BOUNDARY = re.compile(r"[,;:]\s+(?=[A-ZĀ-ŽА-ЯІЇЄҐ])")
_INSTRUMENT = re.compile(
    r"\W*(?:the |on )?(?:\w+ ){0,3}(?:agreement|treaty|convention|protocol|memorandum|charter|"
    r"declaration|arrangement|resolution|act|compact"
    r"|līgum|vienošan|nolīgum|konvencij|protokol|memorand|statūt|deklarācij|угод|догов|конвенц|"
    r"протокол|меморандум|статут|деклараці)",
    re.IGNORECASE,
)


def title(passages: list[Passage]) -> list[Node]:
    """The lines of the title: a passage with line breaks in it is as many lines as it prints."""
    lines: list[Node] = []
    for passage in passages:
        at = 0
        for words in passage.plain.split("\n"):
            line = passage.text.slice(at, at + len(words)).stripped()
            at += len(words) + 1
            if line.plain:
                lines.append(node(Kind.TITLE_LINE, passage, line))
    return lines


def title_length(passages: list[Passage]) -> int:
    """How many of the first passages are lines of the title."""
    for count, passage in enumerate(passages[:10]):
        if is_preamble_heading(passage.plain):
            return count  # whatever stands above the word "Preamble" is title, even a note on the draft
        if len(passage.plain) > _LONGEST_TITLE_LINE or opens_recital(passage.plain):
            break
    count = 0
    for passage in passages[:14]:
        text = passage.plain
        if is_preamble_heading(text) or is_agreeing_formula(text):
            break
        if count and (_begins_preamble(passage) or _is_first_head(text)):
            break
        if heading_like(passage) < (0.5 if count else -1.5):
            break
        count += 1
    return count


def _is_first_head(text: str) -> bool:
    label = labels.read_word(text)
    return label is not None and label.kind is not Kind.ANNEX and label.value == 1


def _begins_preamble(passage: Passage) -> bool:
    text = passage.plain
    if text.isupper() and not text.endswith(","):
        return False
    if opens_recital(text) and len(text) > 25:
        return True
    return (text.endswith((",", ":", "–", "—")) and bool(_PARTIES.match(text))) or (
        names_hereinafter(text) and len(text) > 40 and not text.isupper()
    )


def build(passages: list[Passage]) -> list[Node]:
    """The units of the preamble, in order."""
    passages = [part for passage in passages for part in parted(passage)]
    units: list[Node] = []
    participles = sum(opens_recital(p.plain) for p in passages) >= 2
    formula = any(is_agreeing_formula(p.plain) for p in passages)
    index = 0
    while index < len(passages):
        passage = passages[index]
        text = passage.plain
        if is_preamble_heading(text):
            units.append(node(Kind.CROSSHEADING, passage))
        elif is_agreeing_formula(text):
            units.append(node(Kind.AGREEING_FORMULA, passage))
        elif _is_parties_clause(passages, index, units, participles or formula):
            units.append(node(Kind.PARTIES_CLAUSE, passage))
        elif not units and heading_like(passage) > 2.5 and len(text) < 80:
            units.append(node(Kind.CROSSHEADING, passage))
        else:
            recital = node(Kind.RECITAL, passage)
            units.append(recital)
            index = _citations(passages, index, recital)
        index += 1
    return units


def parted(passage: Passage) -> list[Passage]:
    """A preamble printed as one paragraph ("The Parties, Recognizing …, Have agreed …") in its parts."""
    plain = passage.plain
    cuts = [0]
    headed = _RUN_IN_HEADING.match(plain)
    if headed:
        cuts.append(headed.end())
    if len(plain) > 150:
        for found in _BOUNDARY.finditer(plain):
            rest = plain[found.end() :]
            if opens_recital(rest[:60]) or is_agreeing_formula(rest[:200]):
                cuts.append(found.end())
    if len(cuts) == 1 or (len(cuts) == 2 and not headed and not is_agreeing_formula(plain[cuts[1] :])):
        return [passage]
    cuts.append(len(plain))
    return [
        replace(
            passage,
            text=passage.text.slice(start, end).stripped(),
            label=UNREAD,
            gap=0.0 if start else passage.gap,
        )
        for start, end in pairwise(cuts)
    ]


def _is_parties_clause(passages: list[Passage], index: int, units: list[Node], formal: bool) -> bool:
    """The first words of the preamble, as long as they name parties and tell nothing."""
    text = passages[index].plain
    if any(
        unit.kind is Kind.AGREEING_FORMULA
        or (unit.kind is Kind.RECITAL and (not formal or opens_recital(unit.plain)))
        for unit in units
    ):
        return False
    if opens_recital(text):
        return False
    if text.endswith(".") and finite(text) and not names_hereinafter(text):
        return False  # a foreword
    if formal and text[:1].islower() and any(unit.kind is Kind.PARTIES_CLAUSE for unit in units):
        return False  # a clause of its own after the parties: a recital that opens with words we do not know
    if text.rstrip('”"“» )').endswith(".") and not formal:
        return False
    if len(text) > 900:
        return False
    return formal or not text.endswith(".")


def _citations(passages: list[Passage], index: int, recital: Node) -> int:
    """Instruments listed one a line under a recital that has no object of its own; gives the last index."""
    text = recital.plain
    bare = len(text.split()) <= 7 and not text.endswith((";", ","))
    if not (text.endswith(":") or bare):
        return index
    turn = index + 1
    while turn < len(passages):
        item = passages[turn].plain
        if is_agreeing_formula(item) or opens_recital(item):
            break
        if not (_INSTRUMENT.match(item) or item.endswith((";", ",")) or recital.children):
            break
        recital.add(node(Kind.CITATION, passages[turn]))
        turn += 1
    return turn - 1
