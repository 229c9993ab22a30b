"""What changes around a term: articles in English; in Latvian and Ukrainian whatever agrees with it.

Where the new term has another gender, determiners (*šī*, *кожна*), adjectives, relative pronouns and the
predicate follow as far as a rule says how. Anything else near that may agree makes the place doubtful.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from workbench.agreement.declension import Case, Gender, GrammaticalNumber, latvian, ukrainian
from workbench.agreement.declension.english import MASS
from workbench.agreement.findings import FindingKind
from workbench.drafting.adaptation.cases import is_preposition
from workbench.drafting.adaptation.concord import predicate, pronouns, verb_before
from workbench.drafting.adaptation.euphony import preposition
from workbench.drafting.adaptation.terms import COLLECTIVE, determiners
from workbench.drafting.adaptation.wording import Edit, in_the_manner_of, indefinite_article
from workbench.drafting.defined_terms.phrases import PL, SG, Phrase, Slot, table
from workbench.drafting.defined_terms.places import AGREEMENT, COUNTING

TERM = "defined-term"
"""The reason that changes of a renaming give."""
_BEFORE = re.compile(r"([\w’'ʼ-]+)[ \u00a0]+$")
_CLAUSE = re.compile(r"[;:.]\s|[;:.]$|$")
_F, _M = Gender.FEMININE, Gender.MASCULINE


@dataclass(frozen=True, slots=True)
class Spot:
    """The words [start, end) of a text in which the old term stands, and in which slot."""

    plain: str
    start: int
    end: int
    slot: Slot
    becomes: GrammaticalNumber


@dataclass(frozen=True, slots=True)
class Fit:
    """Changes around a place, and what is doubtful about them."""

    edits: tuple[Edit, ...] = ()
    doubt: FindingKind | None = None


def fit(spot: Spot, old: Phrase, new: Phrase, written: str) -> Fit:
    """What has to change where `written` takes the place of the old term."""
    if old.language == "en":
        return _english(spot, old, new, written)
    return _inflected(spot, old, new, written)


# -- English ---------------------------------------------------------------------------------------------

_DETERMINED = re.compile(
    r"\b(?:the|this|that|such|any|all|no|its|their|our|such|said|relevant|of|other|some|own)\s+$|[’']s?\s+$",
    re.IGNORECASE,
)
_COUNTS = re.compile(r"\b(?:an?|each|every|one|another|either|neither)\s+$", re.IGNORECASE)
_MODAL = re.compile(r"\s+(?:shall|may|must|will|can|should|would|could)\b")
_GOVERNED = re.compile(r"\b(?:of|to|in|for|with|on|under|from|by|at)\s+(?:the\s+)?$", re.IGNORECASE)
_VERB = re.compile(r"(?:,?\s+(?:that|which|who))?\s+(?P<verb>is|are|was|were|has|have|does|do)\b")
_TO_PLURAL = {"is": "are", "was": "were", "has": "have", "does": "do"}
_DEMONSTRATIVE = {"this": "these", "that": "those"}


def _english(spot: Spot, old: Phrase, new: Phrase, written: str) -> Fit:
    before = spot.plain[: spot.start]
    edits = list(indefinite_article(spot.plain, spot.start, written, TERM))
    if spot.becomes is not spot.slot[1]:
        return _renumbered(spot)
    mass = _is_mass(old), _is_mass(new)
    if mass[0] != mass[1]:
        if mass[1] and _COUNTS.search(before):
            return Fit(tuple(edits), COUNTING)
        if mass[0] and spot.slot[1] is SG and not _DETERMINED.search(before):
            return Fit(tuple(edits), COUNTING)
    return Fit(tuple(edits))


def _is_mass(phrase: Phrase) -> bool:
    return phrase.parts[phrase.head].word.casefold() in MASS


def _renumbered(spot: Spot) -> Fit:
    """A singular that becomes a plural or the other way round: the verb and the demonstrative follow."""
    verbs = _TO_PLURAL if spot.becomes is PL else {many: one for one, many in _TO_PLURAL.items()}
    those = _DEMONSTRATIVE if spot.becomes is PL else {many: one for one, many in _DEMONSTRATIVE.items()}
    before, after = spot.plain[: spot.start], spot.plain[spot.end :]
    edits: list[Edit] = []
    last = _BEFORE.search(before)
    word = last.group(1) if last else ""
    if last is not None and word.casefold() in those:
        edits.append(Edit(*last.span(1), in_the_manner_of(word, those[word.casefold()]), TERM))
    verb = _VERB.match(after)
    if verb is not None and verb["verb"] in verbs:
        at = spot.end + verb.start("verb")
        edits.append(Edit(at, at + len(verb["verb"]), verbs[verb["verb"]], TERM))
        settled = True
    else:
        related = re.match(
            r",?\s+(?:that|which|who)\b(?!\s+(?:shall|may|must|will|can|should|the|a|an)\b)", after
        )
        governed = _GOVERNED.search(before) is not None and related is None
        settled = bool(_MODAL.match(after) or governed)
    counted = bool(_COUNTS.search(before))
    return Fit(tuple(edits), None if settled and not counted else AGREEMENT)


# -- Latvian and Ukrainian -------------------------------------------------------------------------------

_SURE_ADJECTIVE = {
    "lv": re.compile(
        r"(?:ēt|īt|āt|ot|isk|īg|oš|ām|am|āl|īv|ēj|jaun|īpaš|cit|vis|sav|min|gūt|ņemt|tād|šād|kād|vien)$"
    ),
    "uk": re.compile(r"[внтсцзкжчшщ]$"),
}
_RELATIVE = {
    "lv": re.compile(r",\s+(kur(?:š|a|as|ai|am|u|ā|i|iem|ām|us|os|ās)|kas|ko)\b"),
    "uk": re.compile(r",\s+(як(?:ий|а|е|ого|ої|ому|ій|им|ою|у|і|их|ими)|що)\b"),
}
# Words that agree with a subject, and words that take up a noun of a gender, by language and gender.
_AGREES = {
    ("lv", _F): re.compile(r"\b\w{3,}(?:ta|tas|ama|āma|oša|īga|usi|ējā)\b"),
    ("lv", _M): re.compile(r"\b\w{3,}(?:ts|ams|āms|ošs|īgs|is|ies)\b"),
    ("uk", _F): re.compile(r"\b\w{3,}(?:на|ла|та|ова|лась|лася)\b"),
    ("uk", _M): re.compile(r"\b\w{3,}(?:ний|тий|вся)\b"),
    ("uk", Gender.NEUTER): re.compile(r"\b\w{3,}(?:не|ло|лося)\b"),
}
_TAKES_UP = {
    ("lv", _F): re.compile(r"\b(?:kura|kuras|kurai|tā|tās|tai|viņa)\b"),
    ("lv", _M): re.compile(r"\b(?:kurš|kura|kuram|tā|tam|viņš)\b"),
    ("uk", _F): re.compile(r"\b(?:яка|якої|якій|яку|якою|вона|її|неї|нею|ній)\b"),
    ("uk", _M): re.compile(r"\b(?:який|якого|якому|яким|він|його|нього|ним|ньому)\b"),
    ("uk", Gender.NEUTER): re.compile(r"\b(?:яке|якого|якому|яким|воно|його|нього|ним|ньому)\b"),
}


def _euphony(spot: Spot, language: str, written: str) -> Iterator[Edit]:
    """*у Секретній* but *в Інформації*: the preposition follows the sound, if it did so before."""
    words = spot.plain[spot.start : spot.end]
    if not list(preposition(spot.plain, spot.start, words, language, reason=TERM, old=words)):
        yield from preposition(spot.plain, spot.start, written, language, reason=TERM, old=words)


def _inflected(spot: Spot, old: Phrase, new: Phrase, written: str) -> Fit:
    sounds = tuple(_euphony(spot, old.language, written))
    same_number = spot.slot[1] is spot.becomes
    same = (old.gender is new.gender or (old.language == "uk" and spot.slot[1] is PL)) and same_number
    if same or not same_number:
        return Fit(sounds, None if same else AGREEMENT)
    edits, doubtful = _before(spot, old, new)
    case, number = spot.slot
    if case is Case.NOM:
        becomes = (old.gender, number), (new.gender, number)
        edits.extend(predicate(spot.plain, spot.end, becomes, old.language, TERM))
        edits.extend(verb_before(spot.plain, spot.start, becomes, old.language, TERM))
        edits.extend(_each_other(spot, new))
    relative = _RELATIVE[old.language].match(spot.plain, spot.end)
    if relative is not None:
        word = relative.group(1)
        agreeing = _relative(word, old, new, number)
        if agreeing is None:
            doubtful = True
        elif agreeing != word:
            edits.append(Edit(*relative.span(1), agreeing, TERM))
    told = case is Case.NOM or relative is not None or spot.plain[spot.end : spot.end + 1] == ","
    doubtful = doubtful or _left_behind(spot, old, edits, _TAKES_UP)
    doubtful = doubtful or (told and _left_behind(spot, old, edits, _AGREES))
    return Fit((*sounds, *edits), AGREEMENT if doubtful else None)


def _each_other(spot: Spot, new: Phrase) -> Iterator[Edit]:
    """*informē viens otru* -> *informē viena otru*, in the clause of the term."""
    end = _CLAUSE.search(spot.plain, spot.end)
    clause_end = end.start() if end else len(spot.plain)
    for edit in pronouns(spot.plain, (new.gender, new.language), COLLECTIVE, [spot.start], []):
        if spot.end <= edit.start < clause_end:
            yield Edit(edit.start, edit.end, edit.new, TERM)


def _before(spot: Spot, old: Phrase, new: Phrase) -> tuple[list[Edit], bool]:
    """The determiners and adjectives before the term in the gender of the new one."""
    edits: list[Edit] = []
    at = spot.start
    while (found := _BEFORE.search(spot.plain[:at])) is not None:
        word = found.group(1)
        if is_preposition(word, old.language):
            break
        agreeing = _determiner(word, spot.slot, old, new) or _adjective(word, spot.slot, old, new)
        if agreeing is None:
            return edits, _may_agree(word, spot.slot, old)
        if agreeing != word:
            edits.append(Edit(*found.span(1), in_the_manner_of(word, agreeing), TERM))
        at = found.start(1)
    return edits, False


# Other forms of *šis* and *šī*: case, masculine, feminine.
_THIS = (
    (Case.DAT, "šajam", "šajai"),
    (Case.GEN, "šī", "šīs"),
    (Case.GEN, "šā", "šās"),
)


def _determiner(word: str, slot: Slot, old: Phrase, new: Phrase) -> str | None:
    case, number = slot
    own_at, other_at = (1, 2) if old.gender is _M else (2, 1)
    for row in _THIS if old.language == "lv" and number is SG else ():
        if row[0] is case and row[own_at] == word.casefold():
            return row[other_at]
    for forms in determiners(old.language):
        own, other = forms.get((old.gender, number)), forms.get((new.gender, number))
        if own is None or other is None:
            continue
        # of things that are no persons the accusative is the nominative
        cases = own.cases_of(word.casefold())
        if case in cases or (old.language == "uk" and case is Case.ACC and Case.NOM in cases):
            thing = old.language == "uk" and case is Case.ACC and new.gender is _M
            return other[Case.NOM if thing else case]
    return None


def _endings(language: str, gender: Gender, number: GrammaticalNumber, case: Case) -> Iterator[str]:
    """The endings of adjectives in a slot, the definite one first."""
    if language == "lv" and gender is not Gender.NEUTER:
        nominative = {(_M, SG): "ais", (_F, SG): "ā", (_M, PL): "ie", (_F, PL): "ās"}[gender, number]
        yield latvian.definite_adjective(nominative, gender, number)[case]
        yield latvian.indefinite_adjective("", gender, number)[case]
    elif language == "uk":
        yield ukrainian.adjective("ий")[None if number is PL else gender, number][case]


def _adjective(word: str, slot: Slot, old: Phrase, new: Phrase) -> str | None:
    """An adjective in the gender of the new term; None for a word that is not surely one."""
    case, number = slot
    pairs = zip(
        _endings(old.language, old.gender, number, case),
        _endings(old.language, new.gender, number, case),
        strict=True,
    )
    for ending, other in pairs:
        stem = word.removesuffix(ending)
        if stem != word and len(stem) > 2 and _SURE_ADJECTIVE[old.language].search(stem.casefold()):
            return stem + other
    return None


def _may_agree(word: str, slot: Slot, old: Phrase) -> bool:
    """Whether a word before the term ends as an adjective there would."""
    case, number = slot
    definite = next(_endings(old.language, old.gender, number, case), "")
    return len(definite) > 0 and len(word) > 3 and word.endswith(definite)


def _relative(word: str, old: Phrase, new: Phrase, number: GrammaticalNumber) -> str | None:
    if word in ("kas", "ko", "що"):
        return word
    if old.language == "lv":
        own, other = (latvian.indefinite_adjective("kur", p.gender, number) for p in (old, new))
        if new.gender is _M and number is SG:
            other = other.corrected({Case.NOM: "kurš"})
        if old.gender is _M and number is SG:
            own = own.corrected({Case.NOM: "kurš"})
    else:
        key = None if number is PL else old.gender, None if number is PL else new.gender
        own, other = (ukrainian.adjective("який")[gender, number] for gender in key)
    slots = [slot for slot, form in table(own, None).items() if form == word]
    found = {other[case] for case, _ in slots}
    return found.pop() if len(found) == 1 else None


def _left_behind(
    spot: Spot, old: Phrase, edits: list[Edit], patterns: Mapping[tuple[str, Gender], re.Pattern[str]]
) -> bool:
    """Whether words behind the term still look as if they went with the old one."""
    pattern = patterns.get((old.language, old.gender))
    end = _CLAUSE.search(spot.plain, spot.end)
    clause_end = end.start() if end else len(spot.plain)
    done = {edit.start for edit in edits}
    matches = pattern.finditer(spot.plain, spot.end, clause_end) if pattern is not None else ()
    return any(match.start() not in done for match in matches)
