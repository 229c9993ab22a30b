"""Who concludes the agreement: the parties in the order of the parties clause.

The parties clause names them; where it does not (a treaty of many, a narrative text), the title and the
signatures do. Known States come from the table of States in whatever case the clause puts them; old treaties
name the heads of States ("the President of …, His Majesty the King of the Belgians").
"""

from __future__ import annotations

import re
from functools import cache

from workbench.agreement.state_names import FormKind, NameOccurrence
from workbench.agreement.states import LANGUAGES, States
from workbench.agreement.tree import Kind, Party, PartyKind
from workbench.recognition import unlisted_parties
from workbench.recognition.designations import with_roles
from workbench.recognition.evidence import finite
from workbench.recognition.nodes import Node
from workbench.recognition.openings import HEREINAFTER
from workbench.recognition.structure import Skeleton
from workbench.recognition.unlisted_parties import AND

_BETWEEN = re.compile(
    r"\b(?:between|starp|між|между|tarp|vahel|między|zwischen|entre|tussen)\b", re.IGNORECASE
)
_MULTILATERAL = re.compile(
    r"\b(?:states? parties|contracting (?:states|parties|governments)|high contracting|member states|"
    r"members? of the|parties to|states (?:parties|members|concluding|signator)|"
    r"governments? (?:signatory|parties|party)|signatory (?:states|governments)|general conference|"
    r"undersigned)\b"
    r"|^(?:the )?(?:contracting |present )?(?:parties|signatories)\b|lid-?staten|держави-учасниці|"
    r"государства-участники|dalībvalstis\b|valstybės šalys|valstybės narės|osalisriigid|państwa[- ]strony|"
    r"vertragsstaaten|hohen vertrags|états parties|parties contractantes|staten die partij|verdragsluitende|"
    r"estados partes?|partes contratantes",
    re.IGNORECASE,
)
_WHOEVER_JOINS = re.compile(
    r"\W*(?:the )?(?:states? parties|parties|contracting (?:states|governments)|member states)"
    r" to (?:this|the)\b"
    r"|\W*(?:держави-учасниці|dalībvalstis|états parties|estados partes?)\b",
    re.IGNORECASE,
)
"""How the parties clause of a treaty of many begins."""
_BODY = re.compile(
    r"\b(?:governments?|cabinets?|council of ministers|ministr\w+|departments?|agency|commission|"
    r"valdīb\w+|ministru kabinet\w+|ministrij\w+|aģentūr\w+|уряд\w*|кабінет\w*|міністерств\w*|"
    r"правительств\w*|министерств\w*|служб\w*)\b",
    re.IGNORECASE,
)
_HEAD_OF_STATE = re.compile(
    r"\b(?:(?:vice-)?president|king|queen|emperor|empress|grand duke|grand duchess|prince|sultan|shah|"
    r"czar|tsar|regent|sovereign|sublime|swiss federal council|chief of (?:the )?state)\b(?: and queen)?"
    r"(?:\s+of(?:\s+the)?\s+(?P<name>[A-Z][\w’'-]+(?:\s+(?:of|and)?\s*(?:the\s+)?[A-Z][\w’'-]+){0,4}))?",
    re.IGNORECASE,
)
_PREFIX = re.compile(
    r"\b(?P<kind>(?:(?!The\b)[A-Z][a-z]+ ){0,2}(?:Republic|Kingdom|Principality|State|Sultanate|Grand Duchy|"
    r"Commonwealth|Union|Federation|Emirate|Confederation) of (?:the )?)$"
)
_GOVERNMENTS = re.compile(r"\b(?:Governments of|Уряди|valdības:)\b")
_SIGNS_FOR = re.compile(
    r"\W*(?:for|on behalf|за|від|par\b|pour|für|por|voor)\b|.*(?:vārdā|vardu|nimel)\W*$", re.IGNORECASE
)
_REPORTS = re.compile(r"\.\s*$")  # a foreword is a sentence, a parties clause is not
_SENTENCE = re.compile(r"(?<=[^\W\d_A-ZА-Я]{3})\.\s+(?=[A-ZÀ-ÞĀ-ŽА-ЯІЇЄҐ])")
_NAMES = (FormKind.FORMAL, FormKind.SHORT, FormKind.INSTITUTION)
_STRIP = ' ,.;:()“”"«»„–—-\n\t'
_Named = list[tuple[Party, int]]


@cache
def known_states() -> States:
    """The table of States, read once."""
    return States.load()


def of_many(skeleton: Skeleton) -> bool:
    """Whether the parties clause speaks of whoever joins ("The States Parties to this Convention").

    Paragraphs of a foreword may stand before it and be taken for clauses too: each is asked by itself.
    """
    if _MULTILATERAL.search(_clause(skeleton)[:200]):
        return True
    clauses = (unit.plain for unit in skeleton.preamble if unit.kind is Kind.PARTIES_CLAUSE)
    return any(_WHOEVER_JOINS.match(clause) for clause in clauses)


def find(skeleton: Skeleton, language: str) -> tuple[Party, ...]:
    """The parties in the order in which the parties clause names them.

    A treaty of whoever joins has those who signed it, where the text says who they are.
    """
    clause = _clause(skeleton)
    many = of_many(skeleton)
    named = _in_clause(clause, language)
    if len(named) < 2 or language not in LANGUAGES:  # a foreword may stand before the clause
        for alone in _clauses(skeleton):
            further = _in_clause(alone, language)
            if len(further) >= 2 and not _REPORTS.search(alone):
                clause, named = alone, further
                break
    if len(named) >= 2 and (any(party.state for party, _ in named) or not many):
        return with_roles(clause, named, language)
    title = " ".join(unit.plain for unit in skeleton.title)
    between = _BETWEEN.search(title)
    titled = [party for party, _ in _in_text(_after_between(title), language) if party.state or between]
    if len(titled) >= 2 and (language in LANGUAGES or not named):
        return tuple(titled)
    signed = _signed(skeleton, language)
    if many:
        return tuple(signed) if len(signed) >= 2 else ()
    best = max(([party for party, _ in named], titled, signed), key=len)
    return tuple(best)


def _clause(skeleton: Skeleton) -> str:
    """The words of the parties clause, or the first recital of a narrative preamble."""
    units = [unit for unit in skeleton.preamble if unit.kind is Kind.PARTIES_CLAUSE]
    narrative = [unit for unit in skeleton.preamble if unit.kind is Kind.RECITAL][:1]
    return " ".join(unit.plain for unit in units or narrative)


def _clauses(skeleton: Skeleton) -> list[str]:
    """The parties clause by its paragraphs, where it has several; first those that give a name."""
    units = [unit.plain for unit in skeleton.preamble if unit.kind is Kind.PARTIES_CLAUSE]
    if len(units) < 2:
        return []
    return [_last_sentence(plain) for plain in sorted(units, key=lambda plain: not HEREINAFTER.search(plain))]


def _last_sentence(plain: str) -> str:
    """A clause without the sentences of a foreword that run into it."""
    ends = [found.end() for found in _SENTENCE.finditer(plain)]
    return plain[ends[-1] :] if ends else plain


def _in_clause(clause: str, language: str) -> _Named:
    """The parties named before the words that give them their common name ("hereinafter …")."""
    found: _Named = []
    for cut in HEREINAFTER.finditer(clause):
        found = _in_text(clause[: cut.start()], language)
        if len(found) >= 2:
            return found
    if language not in LANGUAGES:
        return found or unlisted_parties.find(clause[:400].split(":", maxsplit=1)[0], language)
    opening = clause[: 3000 if _HEAD_OF_STATE.search(clause[:600]) else 900]
    names = _names(opening, language)
    # Without those words the parties are the names that stand in one row at the beginning.
    end = 0
    for name in names:
        if finite(opening[end : name.start]) or name.start - end > 120:
            break
        end = name.end
    named = _in_text(opening[: end + (40 if language == "lv" else 0)], language) if end else found
    return (
        named if len(named) >= 2 else _with_unlisted(clause[:400].split(":", maxsplit=1)[0], language, named)
    )


def _after_between(title: str) -> str:
    found = _BETWEEN.search(title)
    text = title[found.end() :] if found else title
    return _from_capitals(text) if text.isupper() else text


def _from_capitals(text: str) -> str:
    """A title in capitals in ordinary letters, so that names can be found in it."""
    small = {"OF", "THE", "AND", "ON", "UN", "PAR", "ТА", "ПРО", "І"}
    return " ".join(
        word.lower() if word in small else word.capitalize() if "-" not in word else word.title()
        for word in text.split()
    )


def _names(text: str, language: str) -> list[NameOccurrence]:
    """The names of States in a text; of a head of State also the people's ("the King of the Belgians")."""
    heads = {found.span("name") for found in _HEAD_OF_STATE.finditer(text)} if language == "en" else set()
    return [
        name
        for name in known_states().find_names(text, language)
        if name.form in _NAMES
        or (name.form is FormKind.DEMONYM and any(start <= name.start < end for start, end in heads))
    ]


def _in_text(text: str, language: str) -> _Named:
    states = known_states()
    if language not in LANGUAGES:
        return unlisted_parties.find(text, language)
    names = _names(text, language)
    found: _Named = []
    governments = _GOVERNMENTS.search(text)
    for turn, name in enumerate(names):
        before = names[turn - 1].end if turn else 0
        after = names[turn + 1].start if turn + 1 < len(names) else len(text)
        party = _party(states, text, name, language, before=before, after=after)
        if governments and governments.end() <= name.start:
            party = states.party(name.code, language, PartyKind.GOVERNMENT)
        if all(party.key != other.key for other, _ in found):
            found.append((party, name.end))
    if len(found) < 2:
        return _with_unlisted(text, language, found)
    return _with_unknown_heads(text, found) if language == "en" else found


def _with_unlisted(text: str, language: str, found: _Named) -> _Named:
    """A State and somebody no table holds, in the order of the text; else those no table holds."""
    others = unlisted_parties.find(text, language)
    if not found or not others:
        return others or found
    (state, end), *_ = found
    merged: _Named = []
    begins = 0
    for party, until in others:
        merged.append((state, end) if begins < end <= until else (party, until))
        begins = until
    return merged


def _with_unknown_heads(text: str, found: _Named) -> _Named:
    """Heads of States that are no more ("the President of the German Reich") beside those that are known."""
    ends = [end for _, end in found]
    for head in _HEAD_OF_STATE.finditer(text):
        start, end = head.span("name")
        if start >= 0 and not any(start < known <= end + 12 for known in ends):
            name = text[start:end]
            slug = re.sub(r"[^\w]+", "-", name.casefold()).strip("-")
            found.append((Party(key=slug[:40], name=name, kind=PartyKind.STATE), end))
    return sorted(found, key=lambda item: item[1])


def _party(
    states: States, text: str, name: NameOccurrence, language: str, *, before: int, after: int
) -> Party:
    """The party behind one name: the State itself, or the body of it that the words around name."""
    names = states.forms(name.code, language)
    around = text[name.end : after] if language == "lv" else text[before : name.start]
    if language == "lv":
        around = re.split(r"\bun\b", around)[0] if len(around) < 90 else around[:0]
    else:
        conjunction = rf"\b(?:{AND.get(language, 'and')})\b(?=\s+(?:the\s+)?[A-ZА-ЯІЇЄҐ])"
        around = re.split(conjunction, around + "X")[-1][:-1]
    body = _BODY.search(around)
    if name.form is FormKind.INSTITUTION:
        known = states.by_name(text[name.start : name.end], language)
        kind = known.kind if known else PartyKind.GOVERNMENT
        own = next(
            (n.nom for k, n in names.institutions.items() if k == name.key), text[name.start : name.end]
        )
        return Party(key=name.code, name=own, short=names.short.nom, kind=kind, state=name.code)
    if body and len(around) < 90:
        kind = (
            PartyKind.MINISTRY
            if re.match(r"(?i)minis\w*r[iy]|міністер|министер|depart", body.group())
            else PartyKind.GOVERNMENT
        )
        if re.match(r"(?i)ministru kab", body.group() + around[body.end() : body.end() + 8]):
            kind = PartyKind.GOVERNMENT
        if language == "lv":
            printed = text[name.start : name.end] + around
        else:
            printed = around[body.start() :] + text[name.start : name.end]
        return Party(
            key=name.code, name=printed.strip(_STRIP), short=names.short.nom, kind=kind, state=name.code
        )
    own = names.formal.nom if name.form is FormKind.FORMAL else names.short.nom
    longer = _PREFIX.search(around) if language == "en" else None
    if longer is not None and not own.startswith(longer["kind"]):
        own = longer["kind"] + text[name.start : name.end]  # a formal name the table does not have
    return Party(key=name.code, name=own, short=names.short.nom, kind=_kind(name.code), state=name.code)


def _kind(code: str) -> PartyKind:
    return PartyKind.ORGANISATION if code == "EU" else PartyKind.STATE


def _signed(skeleton: Skeleton, language: str) -> list[Party]:
    parties: list[Party] = []
    for unit in _signatories(skeleton):
        for line in unit.plain.split("\n"):
            for party, _ in _in_text(line, language)[:1]:
                if party.state and all(party.key != other.key for other in parties):
                    parties.append(party)
            if parties and not _SIGNS_FOR.match(line):
                break
    return parties


def _signatories(skeleton: Skeleton) -> list[Node]:
    return [node for unit in skeleton.closing for node in unit.walk() if node.kind is Kind.SIGNATORY]
