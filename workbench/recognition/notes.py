"""Notes verbales and letters: one State addresses another, without articles or an agreeing formula.

A note is known by its courtesies, which are the same everywhere: it presents compliments at the beginning
and avails itself of the opportunity at the end. What stands between is its text; what stands behind is the
place and day, and who sent it. Letters exchanged between ministers open with a form of address and close with
assurances of esteem; they are an agreement only where they say that they make one.
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
_ADDRESSED = re.compile(
    r"\W*(?:your |jūsu |ваша |ваше |votre )?(?:excellency|ekselence|monseigneur|sir|madam|"
    r"monsieur(?: le ministre)?|dear (?:mr|mrs|ms|sir|madam|minister)\b.{0,40}|"
    r"(?:augsti )?(?:godātais|godātā)\b.{0,40}|"
    r"(?:вельми)?шановн\w+ .{0,40}|високоповажн\w+|високоповажносте|екселенціє|"
    r"превосходительство|уважаем\w+ .{0,40}|exzellenz|excelencia|ekscelencjo|ekselencija|"
    r"teie ekstsellents)\W*",
    re.IGNORECASE,
)
_ASSURED = re.compile(
    r"assurances? of my (?:\w+ )?(?:highest|high|distinguished|great)|assurances? of (?:\w+ ){0,2}esteem|"
    r"please accept, |accept, (?:excellency|sir)|pieņem\w* .{0,40}(?:cieņas|augstcieņas)|"
    r"(?:прийміть|прийняти) .{0,60}(?:запевнення|повагу)|примите .{0,60}увер|veuillez agréer|"
    r"genehmigen sie|acepte .{0,40}seguridades|proszę przyjąć",
    re.IGNORECASE,
)
_CONCLUDED = re.compile(
    r"constitut\w* an? (?:agreement|understanding|arrangement)|agreement between (?:our|the) (?:two )?"
    r"(?:governments|countries|states)|(?:veido|uzskatāmas? par|uzskata par) (?:vienošanos|līgumu|nolīgumu)|"
    r"(?:становит\w+|складат\w+|вважатимут\w+) (?:\w+ )?(?:угод|домовлен|договор|договір)|"
    r"состав\w+ соглашение|constitu\w+ un (?:accord|acuerdo)|eine vereinbarung bilden|"
    r"bilden eine vereinbarung",
    re.IGNORECASE,
)
_HEAD_OF_LETTER = re.compile(r"\W*(?:[IVX]{1,4}|No\.? ?\d+|.{2,50}\b(?:19|20)\d\d\b.{0,10})\W*")
"""What stands above a letter and is no title: its number among those exchanged, the place and day."""
_LATEST_OPENING = 8
_LATEST_ADDRESS = 14
_LONGEST_NAME = 60  # signs of a line that may be a name and office below a letter
_LONGEST_DATE_LINE = 120


@dataclass(slots=True)
class Note:
    """The zones of a note verbale, or of letters exchanged."""

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


def letters(passages: list[Passage]) -> Note | None:
    """The letters exchanged in these passages, or None where nobody is addressed or nothing is concluded."""
    begin = next((i for i, p in enumerate(passages[:_LATEST_ADDRESS]) if _ADDRESSED.fullmatch(p.plain)), None)
    if begin is None or not any(_CONCLUDED.search(passage.plain) for passage in passages):
        return None
    last = max(i for i, passage in enumerate(passages) if i == begin or _ADDRESSED.fullmatch(passage.plain))
    end = next((i for i in range(len(passages) - 1, last, -1) if _ASSURED.search(passages[i].plain)), None)
    names = len(passages)
    while names > last + 2 and len(passages[names - 1].plain) <= _LONGEST_NAME and end is None:
        names -= 1
    titled = next((i for i, p in enumerate(passages[:begin]) if _HEAD_OF_LETTER.fullmatch(p.plain)), begin)
    holder = Node(Kind.ARTICLE, passages[begin])
    Builder(holder, {}).fill(passages[begin + 1 : names if end is None else end])
    closing = [] if end is None else [node(Kind.TESTIMONIUM, passages[end])]
    return Note(
        title=preamble.title(passages[:titled]),
        preamble=[
            *(node(Kind.CROSSHEADING, passage) for passage in passages[titled:begin]),
            node(Kind.PARTIES_CLAUSE, passages[begin]),
        ],
        body=holder.children,
        closing=[*closing, *_block(passages[names if end is None else end + 1 :])],
    )


def _signed(passages: list[Passage]) -> list[Node]:
    """The line with place and day, and who sent the note."""
    units: list[Node] = []
    if passages and len(passages[0].plain) < _LONGEST_DATE_LINE and len(passages) > 1:
        units.append(node(Kind.DONE_AT, passages[0]))
        passages = passages[1:]
    return [*units, *_block(passages)]


def _block(passages: list[Passage]) -> list[Node]:
    """Who sent it."""
    if not passages:
        return []
    block = node(Kind.SIGNATURE_BLOCK, passages[0], Text())
    signatory = block.add(
        node(Kind.SIGNATORY, passages[0], join([passage.text for passage in passages], "\n"))
    )
    signatory.last = passages[-1].last
    return [block]
