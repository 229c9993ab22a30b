"""The names of the parties in the text: found as parties, and written in the case the sentence wants.

A `PartyName` mark says whose name its words are; the words say the case. To put another party in its place
the case is read from the old words and the new name is written in it, with its article in English and in
capitals where the old name stood in capitals. Templates name two model parties that decline like any other.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from msgspec.structs import replace

from workbench.agreement.declension import Case, Forms, GrammaticalNumber
from workbench.agreement.edits import map_provisions
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.quoting import on_one_line
from workbench.agreement.states import FormKind, NameOccurrence, Reading, States
from workbench.agreement.text import PartyName, Placeholder, Text
from workbench.agreement.tree import Agreement, Draft, Party, PartyKind, Provision
from workbench.drafting.adaptation.cases import case_in
from workbench.drafting.adaptation.in_its_case import in_its_case, is_plural
from workbench.drafting.adaptation.mention import Mention
from workbench.drafting.adaptation.subjects import Subjects
from workbench.drafting.adaptation.wording import Edit, in_the_manner_of, made
from workbench.drafting.definite_article import takes_article
from workbench.drafting.placeholders import put
from workbench.drafting.state_meant import state_behind, state_is_meant


class SamePartyTwiceError(WorkbenchError):
    """Two of the parties named are one and the same."""

    code = "drafting.same-party-twice"
    message = "“{first}” and “{second}” are the same party; name two different ones"


class NoSuchPartyError(WorkbenchError):
    """A key that no party of the draft has."""

    code = "drafting.no-such-party"
    message = "the draft has no party “{key}”; its parties are {known}"


# The order in which cases are tried when a form may stand for several of them.
_ORDER = (Case.NOM, Case.GEN, Case.DAT, Case.ACC, Case.INS, Case.LOC, Case.VOC)
_LOCATIVE_AFTER = {"у", "в", "на", "по", "при", "о", "об"}
_ACCUSATIVE_AFTER = {"за", "через", "про", "крізь"}
_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)


def party_named(name: str, language: str, states: States) -> Party:
    """The party a user means by a name or a code ("LV", "Republic of Latvia", "Government of Norway").

    A State, its Government or ministry is named in `language`; any other name is kept as given.
    """
    wanted = on_one_line(name)
    if states.by_code(wanted.upper()) is not None and len(wanted) == 2:
        return states.party(wanted.upper(), language)
    known = states.by_name(wanted)
    if known is None:
        bare = _ARTICLE.sub("", wanted, count=1) if wanted.lower().startswith("the ") else wanted
        key = re.sub(r"\W+", "-", bare.lower()).strip("-")
        return Party(key=key or bare, name=bare, kind=PartyKind.OTHER)
    party = states.party(known.state.code, language, known.kind)
    if known.kind is not PartyKind.STATE and known.language == language:
        # "Cabinet of Ministers of Ukraine" and the like are kept as the user names them.
        return replace(party, name=re.sub(r"^[Tt]he\s+", "", wanted))
    return party


def parties_named(names: Sequence[str | Party], language: str, states: States) -> tuple[Party, ...]:
    """The parties in order; one that is a party already stays itself. Raises `SamePartyTwiceError`."""
    parties: list[Party] = []
    for name in names:
        party = name if isinstance(name, Party) else party_named(name, language, states)
        twin = next((known for known in parties if known.key == party.key), None)
        if twin is not None:
            raise SamePartyTwiceError(first=twin.name, second=party.name)
        parties.append(party)
    return tuple(parties)


def written_name(party: Party, language: str, states: States, *, case: Case = Case.NOM) -> str:
    """A party's name as a sentence has it: in a case, in English with its article."""
    name = states.forms_of(party, language)[case]
    return f"the {name}" if language == "en" and takes_article(party, states) else name


def corrected(draft: Draft, key: str, forms: Mapping[str, str], states: States) -> Draft:
    """The draft with case forms of a party's name corrected (case -> form), everywhere it stands.

    Raises `NoSuchPartyError`.
    """
    party = draft.agreement.party(key)
    if party is None:
        raise NoSuchPartyError(key=key, known=", ".join(own.key for own in draft.agreement.parties))
    known = {Case(case).value: form for case, form in forms.items()}
    new = replace(party, forms={**party.forms, **known})
    return replace(draft, agreement=with_parties(draft.agreement, {key: new}, states))


def case_of(words: str, before: str, forms: Forms) -> Case:
    """The case of a party's name, from its form and, where forms coincide, the word before it."""
    bare = _ARTICLE.sub("", words, count=1) if words.lower().startswith("the ") else words
    possible = forms.cases_of(bare)
    last = (before.split() or [""])[-1].casefold()
    if Case.LOC in possible and last in _LOCATIVE_AFTER:
        return Case.LOC
    if Case.ACC in possible and last in _ACCUSATIVE_AFTER:
        return Case.ACC
    return next((case for case in _ORDER if case in possible), Case.NOM)


def with_parties(agreement: Agreement, parties: Mapping[str, Party], states: States) -> Agreement:
    """The agreement with other parties under its `PartyName` marks (key of the old party -> new party).

    Labels of placeholders that speak of a party follow. Parties not in the mapping stay.
    """
    language = agreement.language
    old = {party.key: (party, states.forms_of(party, language)) for party in agreement.parties}

    subjects = Subjects({key: party for key, (party, _) in old.items()}, language, states)

    def meant(text: Text, start: int, end: int, party: Party) -> Party:
        behind = state_behind(party, language, states)
        return behind if state_is_meant(text.plain, (start, end), language) else party

    def rename(text: Text) -> Text:
        named = [
            (start, end, meant(text, start, end, old[mark.party][0]))
            for start, end, mark in text.of(PartyName)
            if mark.party in old
        ]
        if language == "en":
            for start, end, own in reversed(named):
                if own.key in parties:
                    text = _exchange(text, (start, end), meant(text, start, end, parties[own.key]), states)
            return relabel(text)
        mentions = _mentions(text, named, language, states)
        edits: list[Edit] = []
        for mention in mentions:
            party = parties.get(mention.party or "")
            if party is None:
                continue
            new = meant(text, mention.start, mention.end, party)
            forms = states.forms_of(new, language)
            words = in_its_case(text.plain, mention, mentions, forms, [], language=language)
            words = in_the_manner_of(text.plain[mention.start : mention.end], words)
            edit = Edit(mention.start, mention.end, words, "party", PartyName(new.key))
            edits += [edit, *subjects.concord(text.plain, mention, mentions, edit, new)]
        return relabel(made(text, edits)[0])

    def relabel(text: Text) -> Text:
        for start, end, place in reversed(text.of(Placeholder)):
            label = place.label
            for key, (_, forms) in old.items():
                if key in parties:
                    label = _replaced_in(label, forms, parties[key], language, states)
            if label != place.label:
                text = put(text, start, end, replace(place, label=label))
        return text

    def change(unit: Provision) -> Provision:
        return replace(
            unit, text=rename(unit.text), heading=rename(unit.heading), wrap_up=rename(unit.wrap_up)
        )

    renamed = map_provisions(agreement, change)
    return replace(renamed, parties=tuple(parties.get(party.key, party) for party in agreement.parties))


def _mentions(
    text: Text, named: list[tuple[int, int, Party]], language: str, states: States
) -> tuple[Mention, ...]:
    """The names of parties in a text, each with the case it stands in."""
    forms = [states.forms_of(party, language) for _, _, party in named]
    cases = [
        case_of(text.plain[start:end], text.plain[:start], own)
        for (start, end, _), own in zip(named, forms, strict=True)
    ]
    declines = [len({form for _, form in own.items()}) > 1 for own in forms]
    neighbours = tuple(
        (start, end, own.cases_of(text.plain[start:end]) or (case,))
        for (start, end, _), own, case, known in zip(named, forms, cases, declines, strict=True)
        if known
    )
    found = []
    for (start, end, party), own, case, known in zip(named, forms, cases, declines, strict=True):
        wanted = case
        if not known:
            # A name that does not decline tells nothing; the sentence and the name beside it do.
            wanted, _ = case_in(_ORDER[:-1], text.plain.lower(), (start, end), language, neighbours)
        plural = is_plural(own, language)
        number = GrammaticalNumber.PLURAL if plural else GrammaticalNumber.SINGULAR
        occurrence = NameOccurrence(start, end, "", FormKind.FORMAL, (Reading(wanted, number),))
        found.append(
            Mention(
                start,
                end,
                (wanted,),
                "",
                party.key,
                foreign=True,
                form=FormKind.FORMAL,
                occurrence=occurrence,
            )
        )
    return tuple(found)


def _exchange(text: Text, extent: tuple[int, int], party: Party, states: States) -> Text:
    """An English name for another, with the article that goes with either."""
    start, end = extent
    words = text.plain[start:end]
    own = next(m for m in text.marks if (m.start, m.end) == (start, end) and isinstance(m.value, PartyName))
    bare = Text(text.plain, tuple(mark for mark in text.marks if mark is not own))
    if not _ARTICLE.match(words):
        article = re.search(r"\b[Tt][Hh][Ee]\s+$", text.plain[:start])
        start = article.start() if article else start  # an article outside the mark goes with its name
        words = text.plain[start:end]
    new = in_the_manner_of(words, written_name(party, "en", states))
    return bare.replace(start, end, new).marked(start, start + len(new), PartyName(party.key))


def _replaced_in(label: str, forms: Forms, party: Party, language: str, states: States) -> str:
    for case, form in sorted(forms.items(), key=lambda item: -len(item[1])):
        wanted = rf"(?:[Tt]he )?{re.escape(form)}" if language == "en" else re.escape(form)
        written = written_name(party, language, states, case=case)
        label = re.sub(wanted, lambda _, name=written: name, label)  # type: ignore[misc]  # a default is bound at once
    return label
