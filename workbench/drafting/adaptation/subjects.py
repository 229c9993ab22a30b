"""What agrees with a name that has become one of another gender or number: its verb, its pronouns.

*Ukrainas Ministru kabinets ir paziņojis* becomes *Igaunijas valdība ir paziņojusi*, *Латвія надала* becomes
*Сполучені Штати надали*. Names joined by *and* are a plural before and after.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping

from workbench.agreement.declension import Case, Forms, GrammaticalNumber, latvian, ukrainian
from workbench.agreement.states import FormKind, States
from workbench.agreement.tree import Party
from workbench.drafting.adaptation.cases import joined_names
from workbench.drafting.adaptation.concord import Grammar, predicate, verb_before
from workbench.drafting.adaptation.in_its_case import is_plural
from workbench.drafting.adaptation.mention import Mention
from workbench.drafting.adaptation.pronouns import followers, speaks_of
from workbench.drafting.adaptation.wording import Edit

_NAMING = (FormKind.FORMAL, FormKind.SHORT, FormKind.INSTITUTION)


class Subjects:
    """Gender and number of the parties of a precedent, and what follows their change."""

    def __init__(self, parties: Mapping[str, Party], language: str, states: States) -> None:
        self._parties = parties
        self._language = language
        self._states = states

    def concord(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], edit: Edit, new: Party
    ) -> tuple[Edit, ...]:
        """The words that agree with a name, once `edit` has written that of `new` in its place."""
        return tuple(self._concord(plain, mention, mentions, edit, new))

    def is_doubtful(
        self, plain: str, mention: Mention, edit: Edit, new: Party, done: Collection[Edit]
    ) -> bool:
        """Whether a pronoun behind the name still has its old gender and number, whomever it speaks of."""
        if self._language == "en" or mention.form not in _NAMING:
            return False
        before = self._grammar(self._of(mention), plain[mention.start : mention.end])
        if before == self._grammar(new, edit.new):
            return False
        return speaks_of(plain, mention, before, self._language, done)

    def _concord(
        self, plain: str, mention: Mention, mentions: tuple[Mention, ...], edit: Edit, new: Party
    ) -> Iterator[Edit]:
        if self._language == "en" or mention.form not in _NAMING:
            return
        before = self._grammar(self._of(mention), plain[mention.start : mention.end])
        after = self._grammar(new, edit.new)
        alone = not any(
            joined_names(plain, (mention.start, mention.end), (m.start, m.end), self._language)
            for m in mentions
        )
        if before == after or not alone:
            return
        becomes = before, after
        nominative = Case.NOM in mention.cases and self._is_nominative(new, edit.new)
        if nominative:
            yield from predicate(plain, mention.end, becomes, self._language, edit.reason)
            yield from verb_before(plain, mention.start, becomes, self._language, edit.reason)
        rivals = tuple(m for m in mentions if m is not mention and self._agrees(m, plain, before))
        yield from followers(
            plain, mention, rivals, becomes, self._language, reason=edit.reason, subject=nominative
        )

    def _of(self, mention: Mention) -> Party | str:
        """The party a mention names, or the code of a third State."""
        return self._parties[mention.party] if mention.party else mention.code

    def _agrees(self, mention: Mention, plain: str, grammar: Grammar) -> bool:
        """Whether a pronoun of this gender and number could speak of what a mention names."""
        if mention.form not in _NAMING:
            return False
        return self._grammar(self._of(mention), plain[mention.start : mention.end]) == grammar

    def _names(self, of: Party | str) -> Iterator[Forms]:
        """The names a party may go by: its own, and those of its State and that State's institutions."""
        code = of if isinstance(of, str) else of.state
        if code:
            names = self._states.forms(code, self._language)
            yield from (
                names.formal,
                names.short,
                *names.institutions.values(),
                *names.also_institutions.values(),
            )
            yield from names.also
        if isinstance(of, Party):
            yield self._states.forms_of(of, self._language)

    def _is_nominative(self, party: Party, words: str) -> bool:
        return any(words.casefold() == forms.nom.casefold() for forms in self._names(party))

    def _grammar(self, of: Party | str, words: str) -> Grammar:
        """Gender and number of a name as written, in whatever case."""
        code = of if isinstance(of, str) else of.state
        names = self._states.forms(code, self._language) if code else None
        if names is not None and names.formal.cases_of(words):
            return names.gender
        forms = next((own for own in self._names(of) if own.cases_of(words)), None)
        if names is not None and names.is_acronym(words):
            forms = names.short
        rule = latvian.gender_of if self._language == "lv" else ukrainian.gender_of
        plural = forms is not None and is_plural(forms, self._language)
        return rule(forms.nom if forms else words, number=GrammaticalNumber.PLURAL if plural else None)
