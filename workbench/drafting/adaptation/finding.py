"""Finding who is named: every name of a party or a State in a text, before any is written anew.

A State is found by all its names (formal, short, adjective, people, capital, institutions), any other party
by its own name in every case. A State's Cabinet or Council of Ministers is its Government, whatever it is
called at home; an adjective before *language* names a language, which may be that of another State (*German*
in a treaty of Austria).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from msgspec.structs import replace

from workbench.agreement.declension import Case, Gender, GrammaticalNumber, latvian, ukrainian
from workbench.agreement.states import FormKind, NameOccurrence, Reading, States
from workbench.agreement.tree import Party
from workbench.drafting.adaptation.mention import Mention

_AND = r"(?:\s*,\s*|\s+(?:and|or|un|vai|та|і|й|або)\s+)"
_LANGUAGE = re.compile(rf"(?:{_AND}[^\W\d]+){{0,5}}\s+(?:languages?\b|valod|мов)")
_WRITTEN_IN = re.compile(r"\b(?:in|into)\s+(?:the\s+)?(?:[A-Z]\w+(?:\s*,\s*|\s+and\s+))*$")
_AND_NO_MORE = re.compile(
    r"(?:\s*,\s*[A-Z]\w+)*(?:\s+and\s+[A-Z]\w+)?\s*(?:[.;,]|$|\s(?:each|all|both|the)\b)"
)
# What a place where something is done stands behind.
_AT = re.compile(r"\b(?:[Dd]one (?:at|in)|[Ss]igned (?:at|in)|at|city of|м\.|міст[оіа]|pilsēt[āa])\s+$")
_ENGLISH = ("English", "angļu", "англійський")
_GOVERNMENTS = {
    "lv": tuple(
        latvian.decline(name) for name in ("Ministru kabinets", "Ministru padome", "Federālā valdība")
    ),
    "uk": tuple(
        ukrainian.decline(name) for name in ("Кабінет Міністрів", "Рада Міністрів", "Федеральний уряд")
    ),
}
_GOVERNMENT_BEFORE = re.compile(
    r"\b(?:Cabinet of Ministers|Council of Ministers|Federal Government)\s+of\s+(?:the\s+)?$", re.IGNORECASE
)


class Finder:
    """Finds the parties of one agreement, and other States, in its wording."""

    def __init__(
        self, parties: Collection[Party], language: str, foreign: Collection[str], states: States
    ) -> None:
        self.language = language
        self._states = states
        self._foreign = frozenset(foreign)
        self._by_code = {party.state: party.key for party in parties if party.state}
        self._named = [(party.key, self._pattern(party)) for party in parties if not party.state]
        self._forms = {party.key: states.forms_of(party, language) for party in parties}
        self._languages = list(self._language_words(parties))

    def mentions(self, plain: str) -> tuple[Mention, ...]:
        """Every name of a party or a State in a text, in order."""
        found: list[Mention] = []
        for key, pattern in self._named:
            for match in pattern.finditer(plain):
                cases = self._forms[key].cases_of(match.group()) or (Case.NOM,)
                found.append(Mention(*match.span(), cases, "", key, key in self._foreign, FormKind.FORMAL))
        for own in self._states.find_names(plain, self.language):
            if any(m.start < own.end and own.start < m.end for m in found):
                continue
            party = next((self._by_code[c] for c in (own.code, *own.others) if c in self._by_code), None)
            code = next((c for c, key in self._by_code.items() if key == party), "") if party else own.code
            mention = Mention(
                own.start, own.end, own.cases, code, party, party in self._foreign, own.form, own
            )
            found.append(self._of_language(self._of_government(mention, plain), plain))
        for match, reading, code in self._spoken(plain):
            if not any(m.start < match.end() and match.start() < m.end for m in found):
                own = NameOccurrence(match.start(1), match.end(1), code, FormKind.ADJECTIVE, (reading,))
                key = self._by_code[code]
                found.append(
                    Mention(
                        own.start, own.end, own.cases, code, key, key in self._foreign, own.form, own, True
                    )
                )
        found.sort(key=lambda m: m.start)
        return tuple(self._of_capital(mention, at, found, plain) for at, mention in enumerate(found))

    def _of_capital(self, mention: Mention, at: int, found: list[Mention], plain: str) -> Mention:
        """A capital called like its State (*Luxembourg*), beside another capital or as a place of doing."""
        own = mention.occurrence
        if mention.form is not FormKind.SHORT or not mention.party or own is None:
            return mention
        cases = self._states.forms(mention.code, self.language).capital.cases_of(plain[own.start : own.end])
        if not cases:
            return mention
        near = [
            found[i] for i in (at - 1, at + 1) if 0 <= i < len(found) and found[i].form is FormKind.CAPITAL
        ]
        beside = any(
            re.fullmatch(
                _AND + r"(?:(?:in|at|в|у)\s+)?", plain[min(m.end, own.end) : max(m.start, own.start)]
            )
            for m in near
        )
        if not beside and not _AT.search(plain[: own.start]):
            return mention
        place = replace(own, form=FormKind.CAPITAL, readings=tuple(Reading(case) for case in cases))
        return replace(mention, form=FormKind.CAPITAL, cases=cases, occurrence=place)

    def _of_government(self, mention: Mention, plain: str) -> Mention:
        """A State behind or before the name its Government goes by, as the institution it is."""
        if mention.form not in (FormKind.FORMAL, FormKind.SHORT) or mention.party is None:
            return mention
        start, end, cases = mention.start, mention.end, mention.cases
        if self.language == "en":
            before = _GOVERNMENT_BEFORE.search(plain[:start])
            if before is None:
                return mention
            start = before.start()
        else:
            body = self._body(plain, start, end) if Case.GEN in cases else None
            if body is None:
                return mention
            start, end, cases = body
        own = NameOccurrence(
            start, end, mention.code, FormKind.INSTITUTION, tuple(Reading(c) for c in cases), "government"
        )
        return replace(mention, start=start, end=end, cases=cases, form=FormKind.INSTITUTION, occurrence=own)

    def _body(self, plain: str, start: int, end: int) -> tuple[int, int, tuple[Case, ...]] | None:
        """The extent and cases of a Government's own name with the State's, which Latvian puts first."""
        for forms in _GOVERNMENTS[self.language]:
            for form in dict.fromkeys(form for _, form in forms.items()):
                if self.language == "lv":
                    found = re.compile(rf"\s+{re.escape(form)}\b", re.IGNORECASE).match(plain, end)
                    extent = (start, found.end()) if found else None
                else:
                    before = re.search(rf"\b{re.escape(form)}\s+$", plain[:start], re.IGNORECASE)
                    extent = (before.start(), end) if before else None
                if extent:
                    return *extent, forms.cases_of(form)
        return None

    def _of_language(self, mention: Mention, plain: str) -> Mention:
        """An adjective that names a language; one of another State may be that of a party."""
        if mention.form not in (FormKind.ADJECTIVE, FormKind.DEMONYM):
            return mention
        if not self._names_language(plain, mention.start, mention.end):
            return mention
        if mention.party is None:
            spoken = self._states.forms(mention.code, self.language).language
            code = next((code for code, word in self._languages if word == spoken), None)
            if code is not None:
                key = self._by_code[code]
                return replace(mention, code=code, party=key, foreign=key in self._foreign, of_language=True)
        return replace(mention, of_language=True)

    def _names_language(self, plain: str, start: int, end: int) -> bool:
        if _LANGUAGE.match(plain, end):
            return True
        in_it = self.language == "en" and _WRITTEN_IN.search(plain[:start])
        return bool(in_it and _AND_NO_MORE.match(plain, end))

    def _language_words(self, parties: Collection[Party]) -> Iterator[tuple[str, str]]:
        """Code and language of each party; English is everybody's."""
        for party in parties:
            word = self._states.forms(party.state, self.language).language if party.state else ""
            if party.state and word and word not in _ENGLISH:
                yield party.state, word

    def _spoken(self, plain: str) -> Iterator[tuple[re.Match[str], Reading, str]]:
        """Languages of parties under names that no State's adjective has (*Arabic*)."""
        for code, word in self._languages:
            if word not in plain and not (self.language == "uk" and word[:-2] in plain):
                continue
            for form, reading in _readings(word, self.language).items():
                for match in re.finditer(rf"\b({re.escape(form)})\b", plain):
                    if self._names_language(plain, *match.span()):
                        yield match, reading, code

    def _pattern(self, party: Party) -> re.Pattern[str]:
        forms = {form for _, form in self._states.forms_of(party, self.language).items()}
        if party.short:
            forms.add(party.short)
        longest = sorted(forms, key=len, reverse=True)
        words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


def _readings(word: str, language: str) -> dict[str, Reading]:
    """The forms the name of a language takes before the word *language*; only Ukrainian declines it."""
    if language != "uk":
        return {word: Reading(Case.GEN)}
    feminine = ukrainian.adjective(word)[Gender.FEMININE, GrammaticalNumber.SINGULAR]  # it goes with мова
    return {form: Reading(case, gender=Gender.FEMININE) for case, form in reversed(list(feminine.items()))}
