"""English terms: the head stands before the first preposition, else last; only its number changes."""

from __future__ import annotations

from workbench.agreement.declension import Gender
from workbench.agreement.declension.english import plural, singular
from workbench.drafting.defined_terms.phrases import CASES, PL, SG, Part, Phrase, Slot

_BEHIND_HEAD = frozenset(
    (
        "of for with to on in under by from at against between within about concerning regarding and "
        "or who which that whose without through as"
    ).split()
)


def phrase(words: str) -> Phrase:
    """A term with its head in both numbers. A noun that is not counted has no plural."""
    given = words.split(" ")
    head = next((i - 1 for i, word in enumerate(given) if i and word.casefold() in _BEHIND_HEAD), None)
    head = len(given) - 1 if head is None else head
    noun = given[head]
    one = singular(noun)
    number = PL if one is not None else SG
    forms: dict[Slot, str] = {}
    single, many = (one, noun) if one is not None else (noun, plural(noun))
    for case in CASES:
        if single is not None:
            forms[case, SG] = single
        if many is not None:
            forms[case, PL] = many
    parts = tuple(Part(word, forms if i == head else {}) for i, word in enumerate(given))
    return Phrase("en", parts, (" ",) * (len(given) - 1), Gender.NEUTER, number, head)
