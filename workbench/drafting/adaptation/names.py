"""Names of parties written anew: in the case of the old name, in its manner, with what must agree with it.

What `finding` found is given the counterpart's name of the same kind: formal for formal, adjective for
adjective, capital for capital. English takes care of articles, possessives and names before a noun.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from workbench.agreement.declension import Case, Forms, GrammaticalNumber, ukrainian
from workbench.agreement.state_names import COMPOUND
from workbench.agreement.states import FormKind, Names, States
from workbench.agreement.text import PartyName
from workbench.agreement.tree import Agreement, Party
from workbench.checks.residue import SHORTEST_STEM, stem_of
from workbench.drafting.adaptation import demonyms
from workbench.drafting.adaptation.english import opens_sentence, possessive_of, stands_before_noun
from workbench.drafting.adaptation.euphony import conjunctions, preposition
from workbench.drafting.adaptation.finding import Finder
from workbench.drafting.adaptation.in_its_case import in_its_case
from workbench.drafting.adaptation.mention import (
    AGREEMENT,
    NO_FORM,
    NO_LANGUAGE,
    SAME_LANGUAGE,
    Doubt,
    Mention,
)
from workbench.drafting.adaptation.subjects import Subjects
from workbench.drafting.adaptation.wording import Edit, in_the_manner_of, indefinite_article
from workbench.drafting.definite_article import takes_article

PARTY, ADJECTIVE, CAPITAL, INSTITUTION = "party", "adjective", "capital", "institution"


class Renaming:
    """The parties of one agreement under the names of another's."""

    def __init__(self, source: Agreement, pairs: Mapping[str, Party | None], states: States) -> None:
        self.language = source.language
        self._states = states
        self._new = {
            old.key: new
            for old in source.parties
            for new in (pairs.get(old.key),)
            if new is not None and not _unchanged(old, new)
        }
        self._old = {party.key: party for party in source.parties}
        self._kept = {key: new for key, new in pairs.items() if new is not None}
        self._lost = {key for key, new in pairs.items() if new is None}
        self._by_code = {party.state: party.key for party in source.parties if party.state}
        self._source = source
        self._subjects = Subjects(self._old, self.language, states)
        self._finder = Finder(source.parties, self.language, self.foreign_keys, states)

    @property
    def foreign_keys(self) -> frozenset[str]:
        """Keys of the parties that do not come along."""
        return frozenset(self._new) | frozenset(self._lost)

    def new_key(self, key: str) -> str:
        """The key under which a party of the source goes in the draft."""
        new = self._kept.get(key)
        return new.key if new is not None else key

    def mentions(self, plain: str) -> tuple[Mention, ...]:
        """Every name of a party or a State in a text, in order."""
        return self._finder.mentions(plain)

    def edits(self, plain: str, mentions: tuple[Mention, ...], doubts: list[Doubt]) -> Iterator[Edit]:
        """The changes that write every foreign party's name as its counterpart's."""
        edits: list[Edit] = []
        for mention in mentions:
            if not mention.foreign or mention.party is None or mention.party in self._lost:
                continue
            kind = self._language if mention.of_language else self._edit
            written = list(kind(plain, mention, mentions, doubts))
            edits.extend(written)
            yield from written
        taken = [(mention.start, mention.end) for mention in mentions]
        for old, new, _ in self._peoples():
            yield from demonyms.edits(plain, old, new, taken, ADJECTIVE)
        yield from conjunctions(plain, edits, self.language)

    def _peoples(self) -> Iterator[tuple[str, str, str]]:
        """The States of foreign parties and of their counterparts, with the key of the former."""
        for key, new in self._new.items() if self.language == "lv" else ():
            old = self._old[key].state
            if old:
                yield old, new.state or "", key

    def _edit(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], doubts: list[Doubt]
    ) -> Iterator[Edit]:
        new = self._new[mention.party or ""]
        old_words = plain[mention.start : mention.end]
        names = self._names(new)
        if mention.form in (FormKind.FORMAL, FormKind.SHORT):
            edit = self._party(plain, mention, mentions, new, doubts)
            yield from preposition(plain, edit.start, edit.new, self.language, reason=PARTY, old=old_words)
            yield edit
            agreeing = self._subjects.concord(plain, mention, mentions, edit, new)
            yield from agreeing
            told = any(kind is AGREEMENT and start == mention.start for kind, start, _, _ in doubts)
            if not told and self._subjects.is_doubtful(plain, mention, edit, new, agreeing):
                doubts.append((AGREEMENT, mention.start, mention.end, {"new": edit.new}))
            return
        written = self._other(plain, mention, mentions, names, doubts) if names else None
        if written is None:
            doubts.append((NO_FORM, mention.start, mention.end, {"party": new.name}))
            return
        words = in_the_manner_of(old_words, written) if old_words[0].isupper() else written
        reason = {FormKind.CAPITAL: CAPITAL, FormKind.INSTITUTION: INSTITUTION}.get(mention.form, ADJECTIVE)
        yield from preposition(plain, mention.start, words, self.language, reason=reason, old=old_words)
        if self.language == "en":
            yield from indefinite_article(plain, mention.start, words, reason)
        edit = Edit(*self._with_its_state(plain, mention, mentions, written), words, reason)
        yield edit
        yield from self._subjects.concord(plain, mention, mentions, edit, new)

    def _with_its_state(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], written: str
    ) -> tuple[int, int]:
        """The extent of an institution, with its State's name beside it where the new name holds one too."""
        start, end = mention.start, mention.end
        names = self._names(self._new[mention.party or ""])
        holds = names is not None and any(own in written for own in (names.formal.gen, names.formal.nom))
        if mention.form is not FormKind.INSTITUTION or not holds:
            return start, end
        for state in mentions:
            if state.party != mention.party or state.form not in (FormKind.FORMAL, FormKind.SHORT):
                continue
            if self.language == "lv" and state.end < start and plain[state.end : start].isspace():
                start = state.start
            elif end < state.start and re.fullmatch(r"\s+(?:of\s+(?:the\s+)?)?", plain[end : state.start]):
                end = state.end
        return start, end

    def leftovers(self, plain: str, mentions: tuple[Mention, ...]) -> Iterator[Doubt]:
        """Words of a foreign State's stem that are none of its known names (*ukrainieši*, *latvieti*)."""
        taken = [(mention.start, mention.end) for mention in mentions]
        for old, new, key in self._peoples():
            for start, end in demonyms.unsure(plain, old, new, taken):
                taken.append((start, end))
                yield NO_FORM, start, end, {"party": self._new[key].name}
        for key in self._new:
            party = self._old[key]
            stem = stem_of(self._states.forms(party.state, self.language)) if party.state else ""
            if len(stem) < SHORTEST_STEM or stem not in plain.casefold():
                continue
            for found in re.finditer(rf"(?<!\w){re.escape(stem)}\w*", plain, re.IGNORECASE):
                own, state = party.state or "", self._new[key].state or ""
                follows = self.language == "lv" and demonyms.written(found.group(), own, state) is not None
                if not follows and not any(start <= found.start() < end for start, end in taken):
                    yield NO_FORM, *found.span(), {"party": self._new[key].name}

    def _language(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], doubts: list[Doubt]
    ) -> Iterator[Edit]:
        """The language of the new party; where it has several or shares one, a person decides."""
        new = self._new[mention.party or ""]
        names = self._names(new)
        word = names.language if names else ""
        own = mention.occurrence
        if not word or own is None:
            doubts.append((NO_LANGUAGE, mention.start, mention.end, {"party": new.name}))
            return
        reading = own.readings[0]
        if self.language == "uk":
            forms = ukrainian.adjective(word)
            plural = (None, GrammaticalNumber.PLURAL)
            key = (reading.gender, reading.number) if (reading.gender, reading.number) in forms else plural
            word = forms[key][reading.case]
        elsewhere = {m.start for m in mentions if m.of_language and m.foreign}
        spoken = {self._spoken(m) for m in mentions if m.of_language and m.party != mention.party}
        twice = any(m.start() not in elsewhere for m in re.finditer(rf"(?i)\b{re.escape(word)}\b", plain))
        if names is not None and (twice or names.language in spoken):
            doubts.append((SAME_LANGUAGE, mention.start, mention.end, {"party": new.name, "new": word}))
            return
        old = plain[mention.start : mention.end]
        if self.language == "en":
            yield from indefinite_article(plain, mention.start, word, ADJECTIVE)
        yield Edit(mention.start, mention.end, in_the_manner_of(old, word), ADJECTIVE)

    def _spoken(self, mention: Mention) -> str:
        """The language a mention names, once it is written anew."""
        new = self._new.get(mention.party or "") if mention.foreign else None
        code = new.state if new is not None else mention.code
        return self._states.forms(code, self.language).language if code else ""

    def _other(
        self,
        plain: str,
        mention: Mention,
        mentions: tuple[Mention, ...],
        names: Names,
        doubts: list[Doubt],
    ) -> str | None:
        """The adjective, people, capital or institution of the new State in the form wanted."""
        own = mention.occurrence
        if own is None:
            return None
        if mention.form is FormKind.ADJECTIVE:
            reading = own.readings[0]
            if own.key == COMPOUND:
                return f"{names.adjective['m'].nom[:-2]}о" if names.adjective else None
            if self.language == "lv":
                return _before_noun(names)
            if self.language == "en" and not names.adjective:
                return names.short.nom  # a European Union representative
            gender = "pl" if reading.gender is None and self.language == "uk" else (reading.gender or "")
            forms = names.adjective.get(gender)
            return forms[reading.case] if forms else None
        if mention.form is FormKind.DEMONYM and self.language == "en":
            if own.number is GrammaticalNumber.SINGULAR:
                return names.person or None
            return names.people.nom if names.people else None
        of_people = "" in names.adjective or (self.language == "lv" and names.people is None)
        if mention.form is FormKind.DEMONYM and of_people and Case.GEN in mention.cases:
            return _before_noun(names)
        forms = {
            FormKind.DEMONYM: names.people,
            FormKind.CAPITAL: names.capital,
            FormKind.INSTITUTION: names.institutions.get(own.key),
        }.get(mention.form)
        if forms is None:
            return None
        return in_its_case(plain, mention, mentions, forms, doubts, language=self.language)

    def _party(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], new: Party, doubts: list[Doubt]
    ) -> Edit:
        formal = self._formal_wanted(mention, mentions)
        start, end = mention.start, mention.end
        if self.language != "en":
            words = in_its_case(
                plain, mention, mentions, self._forms(new, formal), doubts, language=self.language
            )
            if not self._abbreviated(mention, plain[start:end]):
                words = in_the_manner_of(plain[start:end], words)
            return Edit(start, end, words, PARTY, PartyName(new.key))
        possessive = re.match(r"[’'ʼ](?:s\b)?", plain[end:])
        article = re.search(r"\b[Tt][Hh][Ee]\s+$", plain[:start])
        old_takes = self._old_takes_article(mention)
        names = self._names(new)
        if names and names.adjective and not possessive and self._before_noun(plain, mention, article):
            return Edit(start, end, names.adjective[""].nom, ADJECTIVE)
        attributive = article is not None and not old_takes
        if possessive or attributive:
            formal = False
        words = self._forms(new, formal).nom
        takes = self._takes_article(new, formal) and not attributive
        if takes and (article is not None or not old_takes):
            words = f"the {words}"
        if article is not None and old_takes:
            start = article.start()
        old = plain[start:end]
        capitals = old.isupper() and not self._abbreviated(mention, old)
        words = in_the_manner_of(old, words) if capitals else words
        if opens_sentence(plain, start):
            words = words[:1].upper() + words[1:]
        if possessive:
            end += len(possessive.group())
            words += possessive_of(words, possessive.group(), plural=takes, capitals=capitals)
            # The mark covers the name alone; the possessive ending belongs to the sentence.
        return Edit(start, end, words, PARTY, PartyName(new.key))

    def _before_noun(self, plain: str, mention: Mention, article: re.Match[str] | None) -> bool:
        """Whether a short name stands before a noun as an adjective would (*UK forces*)."""
        settled = article is not None or self._abbreviated(mention, plain[mention.start : mention.end])
        short = mention.form is FormKind.SHORT
        return short and stands_before_noun(plain, (mention.start, mention.end), settled=settled)

    def _abbreviated(self, mention: Mention, words: str) -> bool:
        return bool(mention.code) and self._states.forms(mention.code, self.language).is_acronym(words)

    def _forms(self, party: Party, formal: bool) -> Forms:
        if formal or not party.state:
            return self._states.forms_of(party, self.language) if _is_state(party) else self._named(party)
        return self._states.forms(party.state, self.language).short

    def _named(self, party: Party) -> Forms:
        """A Government's or ministry's State is meant where the text names the State."""
        if party.state:
            return self._states.forms(party.state, self.language).formal
        return self._states.forms_of(party, self.language)

    def _names(self, party: Party) -> Names | None:
        return self._states.forms(party.state, self.language) if party.state else None

    def _takes_article(self, party: Party, formal: bool) -> bool:
        if party.state and self._states.by_code(party.state):
            names = self._states.forms(party.state, "en")
            return names.formal_article if formal else names.short_article
        return takes_article(party, self._states)

    def _old_takes_article(self, mention: Mention) -> bool:
        if mention.code:
            names = self._states.forms(mention.code, "en")
            return names.formal_article if mention.form is FormKind.FORMAL else names.short_article
        return takes_article(self._old[mention.party or ""], self._states)

    def _formal_wanted(self, mention: Mention, mentions: tuple[Mention, ...]) -> bool:
        """Formal for formal; a State with one name for both follows its neighbours, then the whole text."""
        if not mention.code:
            return True
        names = self._states.forms(mention.code, self.language)
        if names.short.nom != names.formal.nom:
            return mention.form is FormKind.FORMAL
        near = [
            other.form
            for other in sorted(mentions, key=lambda m: abs(m.start - mention.start))
            if other.party and other.form in (FormKind.FORMAL, FormKind.SHORT) and self._tells(other.code)
        ] or [
            FormKind.FORMAL
            for other in mentions
            if other.party and other.form is FormKind.INSTITUTION and self._tells(other.code)
        ]
        return near[0] is FormKind.FORMAL if near else self._formal

    def _tells(self, code: str) -> bool:
        if not code:
            return False
        names = self._states.forms(code, self.language)
        return names.short.nom != names.formal.nom

    @cached_property
    def _formal(self) -> bool:
        """Whether the source prefers formal names; read through only where a name leaves it open."""
        formal = short = 0
        for unit in self._source.body:
            for own in self._states.find_names(unit.words, self.language):
                if own.code in self._by_code and self._tells(own.code):
                    formal += own.form is FormKind.FORMAL
                    short += own.form is FormKind.SHORT
        return formal >= short


def _before_noun(names: Names) -> str | None:
    """What stands before a Latvian noun: its own adjective, the genitive of the people or of the name."""
    if "" in names.adjective:
        return names.adjective[""].nom
    return names.people.gen if names.people else names.short.gen


def _unchanged(old: Party, new: Party) -> bool:
    if old.state or new.state:
        return old.state == new.state
    return old.name.casefold() == new.name.casefold()


def _is_state(party: Party) -> bool:
    return party.kind.value == "state" or not party.state
