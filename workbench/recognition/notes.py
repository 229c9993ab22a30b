"""Notes verbales: one State addresses another, without articles or an agreeing formula.

A note is known by its courtesies, which are the same everywhere: it presents compliments at the beginning
and avails itself of the opportunity at the end. What stands between is its text; what stands behind is the
place and day, and who sent it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from workbench.agreement.text import Text, join
from workbench.agreement.tree import Kind
from workbench.recognition import preamble
from workbench.recognition.lines import Passage
from workbench.recognition.nodes import Node, node
from workbench.recognition.paragraphs import Builder

_COMPLIMENTS = re.compile(
    r"presents? (?:its|their) compliments|apliecina sav\w+ cieņu|(?:засвідчує|висловлює) свою повагу|"
    r"свидетельствует сво\w+ уважение|présente ses compliments|reiškia (?:savo )?pagarbą|"
    r"avaldab lugupidamist|przesyła wyrazy szacunku|beehrt sich",
    re.IGNORECASE,
)
_OPPORTUNITY = re.compile(
    r"avails? (?:itself|themselves) of th(?:is|e) (?:opportunity|occasion)|"
    r"izmanto (?:šo )?(?:izdevību|iespēju)|користується (?:цією |цією ж )?(?:нагодою|можливістю)|"
    r"пользуется (?:этой |настоящим )?(?:возможностью|случаем)|saisit cette occasion|"
    r"naudojasi (?:šia )?proga|kasutab võimalust|korzysta z (?:tej )?okazji|benutzt diesen anlass",
    re.IGNORECASE,
)
_LATEST_OPENING = 8
_LONGEST_DATE_LINE = 120


@dataclass(slots=True)
class Note:
    """The zones of a note verbale."""

    title: list[Node]
    preamble: list[Node]
    body: list[Node]
    closing: list[Node] = field(default_factory=list)


def read(passages: list[Passage]) -> Note | None:
    """The note in these passages, or None where the courtesies of one are missing."""
    begin = next((i for i, p in enumerate(passages[:_LATEST_OPENING]) if _COMPLIMENTS.search(p.plain)), None)
    if begin is None:
        return None
    end = next(
        (i for i in range(len(passages) - 1, begin, -1) if _OPPORTUNITY.search(passages[i].plain)), None
    )
    if end is None:
        return None
    holder = Node(Kind.ARTICLE, passages[begin])
    Builder(holder, {}).fill(passages[begin + 1 : end])
    return Note(
        title=preamble.title(passages[:begin]),
        preamble=[node(Kind.PARTIES_CLAUSE, passages[begin])],
        body=holder.children,
        closing=[node(Kind.TESTIMONIUM, passages[end]), *_signed(passages[end + 1 :])],
    )


def _signed(passages: list[Passage]) -> list[Node]:
    """The line with place and day, and who sent the note."""
    units: list[Node] = []
    if passages and len(passages[0].plain) < _LONGEST_DATE_LINE and len(passages) > 1:
        units.append(node(Kind.DONE_AT, passages[0]))
        passages = passages[1:]
    if passages:
        block = node(Kind.SIGNATURE_BLOCK, passages[0], Text())
        signatory = block.add(
            node(Kind.SIGNATORY, passages[0], join([passage.text for passage in passages], "\n"))
        )
        signatory.last = passages[-1].last
        units.append(block)
    return units
