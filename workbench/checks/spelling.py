"""English spelled in two ways, -ise beside -ize, British beside American: told once, with examples."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Fix
from workbench.agreement.tree import Provision
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, passages

MIXED_SPELLING = FindingKind(
    "checks.mixed-spelling",
    Severity.INFO,
    "the text spells -ise ({ise}) and -ize ({ize}); keep to one",
)
TWO_ENGLISHES = FindingKind(
    "checks.british-and-american",
    Severity.INFO,
    "the text spells in the British way ({british}) and the American ({american}); keep to one",
)
_IZE = re.compile(r"\b\w{3,}?(?P<how>i[sz])(?:e|es|ed|ing|ation|ations|ational)\b", re.IGNORECASE)
# Words that are written with -ise in either spelling, or that only look alike.
_ALWAYS_S = re.compile(
    r"^(?:exerc|adv|advert|superv|comprom|compr|surpr|enterpr|prem|prom|rev|dev|ar|ra|pra|pract|prec|conc|cru|disgu|franch|"
    r"improv|merchand|\w*erw|likew|expert|telev|exc|inc|dem|desp|gu|no|po|treat|parad|bru|w|r)is",
    re.IGNORECASE,
)

_PAIRS = (
    (r"defences?", r"defenses?"),
    (r"offences?", r"offenses?"),
    (r"centres?", r"centers?"),
    (r"programmes?", r"programs?"),
    (r"labour\w*", r"labor(?:s|ed|ers?)?"),
    (r"favour\w*", r"favor(?:s|ed|able|ably|ing|ite)?"),
    (r"honour\w*", r"honor(?:s|ed|able|ing|ary)?"),
    (r"neighbour\w*", r"neighbor\w*"),
    (r"harbours?", r"harbors?"),
    (r"endeavour\w*", r"endeavor\w*"),
    (r"behaviour\w*", r"behavior\w*"),
    (r"fulfil|fulfils|fulfilment", r"fulfill|fulfills|fulfillment"),
    (r"catalogues?", r"catalogs?"),
    (r"travell(?:ed|ing|ers?)", r"travel(?:ed|ing|ers?)"),
    (r"cancell(?:ed|ing)", r"cancel(?:ed|ing)"),
)
"""Words as they are spelt on either side of the Atlantic."""
_BRITISH = re.compile(rf"\b(?:{'|'.join(british for british, _ in _PAIRS)})\b")
_AMERICAN = re.compile(rf"\b(?:{'|'.join(american for _, american in _PAIRS)})\b")


def _spelt(unit: Provision, setting: Setting) -> Iterator[tuple[Passage, str, str, int]]:
    if setting.language != "en":
        return
    for passage in passages(unit):
        for found in _IZE.finditer(passage.plain):
            word = found.group()
            if word.istitle() and found.start() > 0:
                continue  # part of a name, such as that of an organisation
            if not _ALWAYS_S.match(word):
                yield passage, found["how"].casefold(), word, found.start("how")


def _judge_spelling(notes: Sequence[tuple[Passage, str, str, int]], _matter: Matter) -> Iterator[Finding]:
    ise = [note for note in notes if note[1] == "is"]
    ize = [note for note in notes if note[1] == "iz"]
    if not ise or not ize:
        return
    rarer, how = (ise, "z") if len(ise) <= len(ize) else (ize, "s")
    passage, _, word, at = rarer[0]
    fix = Fix(
        "spell -i{how}e throughout ({count})",
        {"how": how, "count": str(len(rarer))},
        tuple(own.rewording(place + 1, place + 2, how) for own, _, _, place in rarer),
    )
    start = passage.plain.rindex(word, 0, at + len(word))
    yield passage.finding(
        MIXED_SPELLING,
        start,
        start + len(word),
        fixes=(fix,),
        ise=_examples(ise),
        ize=_examples(ize),
    )


SPELLING = OfAgreement(_spelt, _judge_spelling)
"""-ise beside -ize, told once, with examples."""


def _examples(notes: Sequence[tuple[Passage, str, str, int]]) -> str:
    return ", ".join(list(dict.fromkeys(word.casefold() for _, _, word, _ in notes))[:4])


def _atlantic(unit: Provision, setting: Setting) -> Iterator[tuple[Passage, bool, str, int]]:
    if setting.language != "en":
        return
    for passage in passages(unit):  # small letters only: "Department of Defense" is a name
        for found in _BRITISH.finditer(passage.plain):
            yield passage, True, found.group(), found.start()
        for found in _AMERICAN.finditer(passage.plain):
            yield passage, False, found.group(), found.start()


def _judge_atlantic(notes: Sequence[tuple[Passage, bool, str, int]], _matter: Matter) -> Iterator[Finding]:
    british = [note for note in notes if note[1]]
    american = [note for note in notes if not note[1]]
    if not british or not american:
        return
    passage, _, word, start = (american if len(american) <= len(british) else british)[0]
    yield passage.finding(
        TWO_ENGLISHES,
        start,
        start + len(word),
        british=_listed(british),
        american=_listed(american),
    )


BRITISH_AND_AMERICAN = OfAgreement(_atlantic, _judge_atlantic)
"""Words spelt in the British way in a text that spells others in the American."""


def _listed(notes: Sequence[tuple[Passage, bool, str, int]]) -> str:
    return ", ".join(list(dict.fromkeys(word for _, _, word, _ in notes))[:4])
