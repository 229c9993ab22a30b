"""Own name and collective name: the agreement and its parties under the draft's designations.

The form decides the case where it can; otherwise the word before or the determiner that agrees with it
does. Where the new designation has another gender, determiners (*jebkurš Dalībnieks* -> *jebkura Puse*),
participles (*tiek noslēgta* -> *tiek noslēgts*) and pronouns (*tās* -> *tā*) follow.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from workbench.agreement.declension import Case, GrammaticalNumber
from workbench.drafting.adaptation.cases import case_in, is_preposition
from workbench.drafting.adaptation.concord import predicate, pronouns
from workbench.drafting.adaptation.terms import (
    COLLECTIVE,
    OWN,
    PL,
    SG,
    Term,
    determiners,
    own_names,
)
from workbench.drafting.adaptation.wording import Edit, in_the_manner_of, indefinite_article

Reading = tuple[Case, GrammaticalNumber]


class Designation:
    """One designation of the source and the one that takes its place."""

    def __init__(self, old: Term, new: Term, language: str, reason: str) -> None:
        self.old = old
        self.new = new
        self.language = language
        self.reason = reason
        affairs = _OWN_AFFAIRS.get(language) if reason == OWN else None
        self._others = [
            (term, re.compile(rf"\b({_alternatives(term)})\b(?=\s+(?:{affairs}))", re.IGNORECASE))
            for term in own_names(language)
            if affairs and term != old
        ]
        self._pattern = re.compile(rf"\b({_alternatives(old)})\b", re.IGNORECASE)

    def edits(self, plain: str, cited: list[tuple[int, int]]) -> Iterator[Edit]:
        """The changes in a text; `cited` are extents of other instruments' names, which are not ours."""
        if self.old == self.new:
            return
        named: list[int] = []
        for match in self._pattern.finditer(plain):
            if any(start < match.end() and match.start() < end for start, end in cited):
                continue
            if not self._is_ours(plain, match):
                continue
            named.append(match.start())
            yield from self._edit(plain, match)
        if self.old.gender is not self.new.gender:
            yield from pronouns(plain, (self.new.gender, self.language), self.reason, named, cited)
        yield from self._slips(plain)

    def _slips(self, plain: str) -> Iterator[Edit]:
        """The agreement under another designation by oversight (a Vienošanās that says *Līguma darbība*)."""
        for term, pattern in self._others:
            for match in pattern.finditer(plain):
                case, _ = term.readings(match.group())[0]
                new = in_the_manner_of(match.group(), self.new.form(case, SG))
                yield Edit(*match.span(), new, self.reason)

    def _is_ours(self, plain: str, match: re.Match[str]) -> bool:
        before, after = plain[: match.start()], plain[match.end() :]
        determined = self._determiner(before) is not None or bool(
            re.search(r"\b(this|present|said)\s+$", before, re.IGNORECASE)
        )
        capital = match.group()[0].isupper()
        if self.reason == COLLECTIVE:
            return capital or self._lower_case_is_meant(before, determined)
        if determined:
            return True
        if not capital:
            return False
        if self.language == "en":
            return bool(re.search(r"\b[Tt]he\s+$", before)) and not _CITES["en"].match(after)
        if _CITES[self.language].match(after):
            return False
        last = re.search(r"([\w’'ʼ-]+)[\s\u00a0]+$", before)
        return last is None or last.group(1)[0].islower() or is_preposition(last.group(1), self.language)

    def _lower_case_is_meant(self, before: str, determined: bool) -> bool:
        """A designation in small letters by oversight; a generic use is described more closely."""
        if self.language == "en":
            return False
        return determined or bool(re.search(_OVERSIGHT[self.language], before, re.IGNORECASE))

    def _determiner(self, before: str) -> tuple[re.Match[str], tuple[tuple[int, Reading], ...]] | None:
        last = re.search(r"([\w’'ʼ-]+)[\s\u00a0]+$", before)
        if last is None:
            return None
        word = last.group(1).casefold()
        readings = tuple(
            (index, (case, number))
            for index, table in enumerate(determiners(self.language))
            for (gender, number), forms in table.items()
            if gender is self.old.gender
            for case in forms.cases_of(word)
        )
        return (last, readings) if readings else None

    def _edit(self, plain: str, match: re.Match[str]) -> Iterator[Edit]:
        start, end, words = match.start(), match.end(), match.group()
        readings = self.old.readings(words)
        if self.language == "en":
            number = readings[0][1]
            new = in_the_manner_of(words, self.new.form(Case.NOM, number))
            yield from _english(plain, start, end, new, self.reason)
            return
        before = self._determiner(plain[:start])
        if before is not None:
            # *otru Dalībnieku* could be a genitive plural, but one such word speaks of one party.
            common = [r for r in readings if any(r == own for _, own in before[1])]
            readings = tuple(sorted(common, key=lambda r: r[1] is PL)) or readings
            readings = tuple(r for r in readings if r[1] is readings[0][1])
        else:
            # Without a determiner parties are spoken of in the plural, an agreement in the singular.
            usual = PL if self.reason == COLLECTIVE else SG
            readings = tuple(r for r in readings if r[1] is usual) or readings
        case = case_in(tuple(dict.fromkeys(c for c, _ in readings)), plain, (start, end), self.language)[0]
        number = next(n for c, n in readings if c is case)
        new = self.new.form(case, number)
        yield Edit(start, end, in_the_manner_of(words, new) if words[0].isupper() else new, self.reason)
        if self.new.gender is not self.old.gender:
            if before is not None:
                yield from self._determined(before, (case, number))
            if case is Case.NOM:
                becomes = (self.old.gender, number), (self.new.gender, number)
                yield from predicate(plain, end, becomes, self.language, self.reason)

    def _determined(
        self, before: tuple[re.Match[str], tuple[tuple[int, Reading], ...]], reading: Reading
    ) -> Iterator[Edit]:
        match, options = before
        index = next((i for i, own in options if own == reading), None)
        if index is None:
            return
        table = determiners(self.language)[index].get((self.new.gender, reading[1]))
        if table is not None:
            new = in_the_manner_of(match.group(1), table[reading[0]])
            if new != match.group(1):
                yield Edit(match.start(1), match.end(1), new, self.reason)


def _alternatives(term: Term) -> str:
    return "|".join(sorted(map(re.escape, term.forms), key=len, reverse=True))


# What follows the name of an instrument that is cited, not meant as this one.
_CITES = {
    "en": re.compile(r"\s+(between|among|on|concerning|regarding|establishing|relating|of \d|for the)\b"),
    "lv": re.compile(r"\s+(par|starp|organizācij\w*)\b"),
    "uk": re.compile(r"\s+(про|між|щодо)\b"),
}
# What is said of the agreement itself, never of one that is cited.
_OWN_AFFAIRS = {
    "lv": r"darbīb\w+ (?:izbeigš|termiņ|laik)\w*|stāšan\w+ spēkā",
    "uk": r"припиняє|втрачає чинність",
}
_OVERSIGHT = {"lv": r"\b(ja vien|ja|starp|vai)\s+$", "uk": r"\b(якщо|між)\s+$"}


def _english(plain: str, start: int, end: int, new: str, reason: str) -> Iterator[Edit]:
    yield from indefinite_article(plain, start, new, reason)
    yield Edit(start, end, new, reason)
