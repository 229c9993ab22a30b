"""Which changes of a redline to look at first: those of what is owed, by whom, how much or until when.

A long redline is read from the top and the reader tires. What is picked out here is picked by its words
alone, as a careful reader skims: figures and time limits, words of duty, words that deny or except, and the
two sides of a dealing turned round. It says where to look, never what to think of it.
"""

from __future__ import annotations

import re
from collections import Counter
from enum import StrEnum
from itertools import pairwise

import msgspec

from workbench.agreement import numerals
from workbench.agreement.quoting import on_one_line
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Op, Revision, RevisionKind

_WORD = re.compile(r"\d+(?:[.,]\d+)*|[^\W\d_]+(?:['’-][^\W\d_]+)*")
_LONG = 60
"""Words beyond which a replaced wording is another wording, in which single words weigh nothing."""


class Weight(StrEnum):
    """Why a change weighs."""

    TIME = "time"
    FIGURE = "figure"
    DUTY = "duty"
    DENIAL = "denial"
    TURNED = "turned"


class Weighty(msgspec.Struct, frozen=True):
    """A change to look at first. `old` and `new` are the words that weigh; "" where there were or are none.

    `times` is how often the same words changed in the same way; `revision` is the first place.
    """

    revision: int
    weight: Weight
    old: str
    new: str
    times: int = 1


class _Vocabulary(msgspec.Struct, frozen=True):
    duties: frozenset[str]
    denials: frozenset[str]
    periods: tuple[str, ...]
    """Beginnings of the words for periods."""
    sides: tuple[tuple[str, str], ...]
    """Beginnings of the words for the two sides of a dealing."""


_VOCABULARIES = {
    "en": _Vocabulary(
        frozenset(("shall", "will", "must", "may", "should", "can", "might")),
        frozenset(("not", "no", "never", "neither", "nor", "without", "except", "unless", "only", "solely")),
        ("hour", "day", "week", "month", "year", "immediately", "delay", "promptly"),
        (
            ("sending", "receiving"),
            ("sending", "requesting"),
            ("requesting", "requested"),
            ("originating", "receiving"),
            ("host", "sending"),
            ("buyer", "seller"),
        ),
    ),
    "lv": _Vocabulary(
        frozenset(("var", "drīkst", "apņemas", "pienākums", "tiesības", "jānodrošina", "jāievēro")),
        frozenset(("nav", "nevar", "nedrīkst", "bez", "izņemot", "tikai", "vienīgi", "neviens", "ne")),
        ("stund", "dien", "nedēļ", "mēne", "gad", "nekavējoties"),
        (("nosūtītāj", "saņēmēj"), ("pieprasītāj", "saņēmēj"), ("uzņemoš", "nosūtoš")),
    ),
    "uk": _Vocabulary(
        frozenset(
            (
                "повинен",
                "повинна",
                "повинні",
                "може",
                "можуть",
                "має",
                "мають",
                "зобов'язується",
                "зобов'язуються",
            )
        ),
        frozenset(("не", "ні", "без", "крім", "окрім", "лише", "тільки", "жоден", "жодна", "жодного")),
        ("годин", "дн", "день", "тижн", "місяц", "рок", "рік", "негайно", "невідкладно"),
        (("надсилаюч", "приймаюч"), ("запитуюч", "запитуван"), ("продав", "покуп")),
    ),
}


def weighty(redline: Redline) -> tuple[Weighty, ...]:
    """The changes to look at first, in document order; in languages not known here only those of figures."""
    language = redline.new.language
    known = _VOCABULARIES.get(language, _Vocabulary(frozenset(), frozenset(), (), ()))
    after = _after(redline)
    found: dict[tuple[Weight, str, str], Weighty] = {}
    for revision in redline.revisions:
        if revision.kind is not RevisionKind.REPLACED:
            continue
        weighed = _weighed(revision, after.get(revision.number, ""), known, language)
        if weighed is None:
            continue
        same = (weighed.weight, weighed.old.casefold(), weighed.new.casefold())
        before = found.get(same)
        if before is None:
            found[same] = weighed
        else:
            found[same] = msgspec.structs.replace(before, times=before.times + 1)
    return tuple(found.values())


def _after(redline: Redline) -> dict[int, str]:
    """The word that stands behind each change and stayed: the "days" of a changed "10"."""
    found: dict[int, str] = {}
    for row in redline.rows:
        for pieces in (row.heading_pieces, row.text_pieces):
            for piece, following in pairwise(pieces):
                if piece.revision is not None and following.op is Op.EQUAL:
                    word = _WORD.search(following.text.plain[:_LONG])
                    found[piece.revision] = word[0] if word else ""
    return found


def _weighed(revision: Revision, after: str, known: _Vocabulary, language: str) -> Weighty | None:
    old, new = _WORD.findall(revision.old or ""), _WORD.findall(revision.new or "")
    if max(len(old), len(new)) > _LONG:
        return None
    whole = (on_one_line(revision.old or ""), on_one_line(revision.new or ""))
    figures = _figures(old, language), _figures(new, language)
    periods = _any(old, known.periods), _any(new, known.periods)
    if figures[0] != figures[1] or periods[0] != periods[1]:
        weight = Weight.TIME if any(periods) or _any([after], known.periods) else Weight.FIGURE
        if any(figures[0]) or any(figures[1]) or periods[0] != periods[1]:
            return Weighty(revision.number, weight, *whole)
    for one, other in known.sides:
        for here, there in ((one, other), (other, one)):
            if _any(old, (here,)) and _any(new, (there,)) and not _any(new, (here,)):
                return Weighty(revision.number, Weight.TURNED, *whole)
    duties = _only(old, new, known.duties)
    if all(duties):
        return Weighty(revision.number, Weight.DUTY, *duties)
    denials = _only(old, new, known.denials)
    if any(denials):
        return Weighty(revision.number, Weight.DENIAL, *denials)
    return None


def _figures(words: list[str], language: str) -> Counter[str]:
    found: Counter[str] = Counter()
    for word in words:
        if word[0].isdigit():
            found[word] += 1
        elif (value := numerals.read(word, language)) is not None and value > 1:  # "one" is mostly no number
            found[str(value)] += 1
    return found


def _any(words: list[str], beginnings: tuple[str, ...]) -> bool:
    return any(word.casefold().startswith(beginnings) for word in words) if beginnings else False


def _only(old: list[str], new: list[str], known: frozenset[str]) -> tuple[str, str]:
    """The first word of a kind that only the one, and that only the other wording holds."""
    before = [word for word in old if word.casefold().replace("’", "'") in known]
    after = [word for word in new if word.casefold().replace("’", "'") in known]
    gone = next((w for w in before if w.casefold() not in {a.casefold() for a in after}), "")
    come = next((w for w in after if w.casefold() not in {b.casefold() for b in before}), "")
    return gone, come
