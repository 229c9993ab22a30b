"""Names of parties in the wording: found in every form, written anew in the same case and manner.

A State is found by all its names (formal, short, adjective, people, capital, institutions), any other party
by its own name in every case. English takes care of articles and of possessives.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cached_property

from workbench.agreement.declension import Case, Forms, Gender, GrammaticalNumber, latvian, ukrainian
from workbench.agreement.state_names import COMPOUND
from workbench.agreement.states import FormKind, Names, States
from workbench.agreement.text import PartyName
from workbench.agreement.tree import Agreement, Party
from workbench.drafting.adaptation.cases import (
    before_its_noun,
    case_in,
    governed_by,
    governing,
    joined_names,
    past_joined_names,
)
from workbench.drafting.adaptation.concord import predicate, verb_before
from workbench.drafting.adaptation.euphony import conjunctions, preposition
from workbench.drafting.adaptation.mention import AGREEMENT, CASE_UNSURE, LANGUAGE, NO_FORM, Doubt, Mention
from workbench.drafting.adaptation.wording import Edit, in_the_manner_of, indefinite_article
from workbench.drafting.party_names import takes_article

PARTY, ADJECTIVE, CAPITAL, INSTITUTION = "party", "adjective", "capital", "institution"

_LANGUAGE = re.compile(r"(?:,?\s+(?:and\s+|un\s+|та\s+|і\s+)?[^\W\d]+){0,3}?\s+(?:languages?\b|valod|мов)")


class Renaming:
    """The parties of one agreement under the names of another's."""

    def __init__(
        self, source: Agreement, target: Agreement, pairs: Mapping[str, Party | None], states: States
    ) -> None:
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
        self._own = [(key, self._pattern(party)) for key, party in self._old.items() if not party.state]
        self._source = source

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
        found: list[Mention] = []
        for key, pattern in self._own:
            forms = self._states.forms_of(self._old[key], self.language)
            for match in pattern.finditer(plain):
                cases = forms.cases_of(match.group()) or (Case.NOM,)
                span = match.start(), match.end()
                found.append(Mention(*span, cases, "", key, key in self.foreign_keys, FormKind.FORMAL))
        for own in self._states.find_names(plain, self.language):
            if any(m.start < own.end and own.start < m.end for m in found):
                continue
            party = next((self._by_code[c] for c in (own.code, *own.others) if c in self._by_code), None)
            code = self._old[party].state or "" if party else own.code
            foreign = party is not None and party in self.foreign_keys
            found.append(Mention(own.start, own.end, own.cases, code, party, foreign, own.form, own))
        return tuple(sorted(found, key=lambda m: m.start))

    def edits(self, plain: str, mentions: tuple[Mention, ...], doubts: list[Doubt]) -> Iterator[Edit]:
        """The changes that write every foreign party's name as its counterpart's."""
        edits: list[Edit] = []
        for mention in mentions:
            if not mention.foreign or mention.party is None or mention.party in self._lost:
                continue
            written = list(self._edit(plain, mention, mentions, doubts))
            edits.extend(written)
            yield from written
        yield from conjunctions(plain, edits, self.language)

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
            yield from self._concord(plain, mention, mentions, edit)
            return
        written = self._other(plain, mention, mentions, names, doubts) if names else None
        if written is None:
            doubts.append((NO_FORM, mention.start, mention.end, {"party": new.name}))
            return
        words = in_the_manner_of(old_words, written) if old_words[0].isupper() else written
        if mention.form in (FormKind.ADJECTIVE, FormKind.DEMONYM) and _LANGUAGE.match(plain, mention.end):
            doubts.append((LANGUAGE, mention.start, mention.end, {"new": words}))
        reason = {FormKind.CAPITAL: CAPITAL, FormKind.INSTITUTION: INSTITUTION}.get(mention.form, ADJECTIVE)
        yield from preposition(plain, mention.start, words, self.language, reason=reason, old=old_words)
        if self.language == "en":
            yield from indefinite_article(plain, mention.start, words, reason)
        yield Edit(mention.start, mention.end, words, reason)

    def _concord(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], edit: Edit
    ) -> Iterator[Edit]:
        """The predicate of a State alone as subject, where its gender or number is another now."""
        new = self._new[mention.party or ""]
        if self.language == "en" or not mention.code or not new.state:
            return
        before = self._grammar(mention.code, plain[mention.start : mention.end])
        after = self._grammar(new.state, edit.new)
        alone = not any(
            joined_names(plain, (mention.start, mention.end), (m.start, m.end), self.language)
            for m in mentions
        )
        nominative = Case.NOM in mention.cases and alone and self._is_nominative(new, edit.new)
        if nominative and before != after:
            yield from predicate(plain, mention.end, (before, after), self.language, PARTY)
            yield from verb_before(plain, mention.start, (before, after), self.language, PARTY)

    def _is_nominative(self, party: Party, words: str) -> bool:
        names = self._states.forms(party.state or "", self.language)
        return words.casefold() in (names.formal.nom.casefold(), names.short.nom.casefold())

    def _grammar(self, code: str, words: str) -> tuple[Gender, GrammaticalNumber]:
        """Gender and number of a State's name as written, formal or short."""
        names = self._states.forms(code, self.language)
        if names.formal.cases_of(words):
            return names.gender
        grammar = latvian.gender_of if self.language == "lv" else ukrainian.gender_of
        plural = GrammaticalNumber.PLURAL if self._plural(names.short) else None
        return grammar(names.short.nom, number=plural)

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
        return self._declined(plain, mention, mentions, forms, doubts)

    def _party(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], new: Party, doubts: list[Doubt]
    ) -> Edit:
        formal = self._formal_wanted(plain, mention, mentions)
        start, end = mention.start, mention.end
        if self.language != "en":
            words = self._declined(plain, mention, mentions, self._forms(new, formal), doubts)
            words = in_the_manner_of(plain[start:end], words)
            return Edit(start, end, words, PARTY, PartyName(new.key))
        possessive = re.match(r"[’'ʼ](?:s\b)?", plain[end:])
        article = re.search(r"\b[Tt][Hh][Ee]\s+$", plain[:start])
        old_takes = self._old_takes_article(mention)
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
        capital = _opens_sentence(plain, start)
        words = in_the_manner_of(old, words) if old.isupper() or capital else words
        if possessive:
            end += len(possessive.group())
            plural = words.endswith("s") and takes
            words += possessive.group()[0] + ("" if plural else "S" if old.isupper() else "s")
            # The mark covers the name alone; the possessive ending belongs to the sentence.
        return Edit(start, end, words, PARTY, PartyName(new.key))

    def _declined(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], forms: Forms, doubts: list[Doubt]
    ) -> str:
        """The new name in the case of the old one; a doubt where the choice matters and is open."""
        if self.language == "en":
            return forms.nom
        cases = mention.cases
        new_plural = self._plural(forms)
        own = mention.occurrence
        old_plural = own is not None and own.number is GrammaticalNumber.PLURAL
        neighbours = tuple((m.start, m.end, m.cases) for m in mentions if m is not mention)
        case, sure = case_in(cases, plain, (mention.start, mention.end), self.language, neighbours)
        governs = governed_by(governing(plain, mention.start, self.language, neighbours), self.language)
        if (
            case is Case.DAT
            and governs
            and Case.DAT not in governs
            and governs[0] in cases
            and not old_plural
        ):
            # Joined to a plural, which stands in the dative behind any preposition (starp ASV un Monako).
            case = governs[0] if self.language == "lv" else case
        governed = case is Case.DAT if old_plural else case in governs
        if self.language == "lv" and governs and governed and new_plural != old_plural:
            # Latvian prepositions govern the dative in the plural, whatever they govern in the singular; a
            # genitive that belongs to the noun behind it stays one (no Latvijas valdības).
            behind = past_joined_names(plain, mention.end, self.language, neighbours)
            if case is not Case.GEN or not before_its_noun(plain[behind:]):
                case, sure = (Case.DAT if new_plural else governs[0]), True
        words = forms[case]
        if not sure and len({forms[c] for c in cases if c is not Case.VOC}) > 1:
            doubts.append((CASE_UNSURE, mention.start, mention.end, {"new": words}))
        if case is Case.NOM and new_plural != old_plural and mention.form is not FormKind.CAPITAL:
            doubts.append((AGREEMENT, mention.start, mention.end, {"new": words}))
        return words

    def _plural(self, forms: Forms) -> bool:
        """Latvian and Ukrainian plurals are told by their dative (*-iem, -ām*; *-ам, -им*)."""
        if self.language == "lv":
            return forms.dat.endswith(("iem", "ām", "ēm", "īm"))
        return forms.dat.split(" ")[0].endswith(("им", "ам", "ям", "ім"))

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

    def _formal_wanted(self, plain: str, mention: Mention, mentions: tuple[Mention, ...]) -> bool:
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

    def _pattern(self, party: Party) -> re.Pattern[str]:
        forms = {form for _, form in self._states.forms_of(party, self.language).items()}
        if party.short:
            forms.add(party.short)
        longest = sorted(forms, key=len, reverse=True)
        words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest)
        return re.compile(rf"(?<!\w)(?:{words})(?!\w)", re.IGNORECASE)


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


def _opens_sentence(plain: str, start: int) -> bool:
    before = plain[:start].rstrip(' \u00a0«“„"(')
    return not before or before.endswith((".", "!", "?", "\n"))
