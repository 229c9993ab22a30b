"""The closing: as many originals as parties, and every language in every original."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.fixes import Wording
from workbench.agreement.text import Placeholder
from workbench.agreement.tree import Agreement, Kind, Provision
from workbench.checks.blanks import UNFILLED
from workbench.checks.matter import Matter, OfAgreement, Passage, Setting, at

ORIGINALS = FindingKind(
    "checks.number-of-originals",
    Severity.WARNING,
    "{originals} originals for {parties} parties: each party should keep one",
)
LANGUAGES = FindingKind(
    "checks.originals-and-languages",
    Severity.WARNING,
    "{originals} originals in {languages} languages: say whether each original is in every language",
)
AUTHENTICITY = FindingKind(
    "checks.authentic-texts",
    Severity.WARNING,
    "the text is done in {languages} languages, but does not say which texts are authentic or which prevails",
)
NO_CLOSING = FindingKind(
    "checks.no-done-at-clause", Severity.INFO, "the text has no clause on place, day and originals"
)
WRONG_COUNT = FindingKind(
    "checks.texts-and-languages",
    Severity.WARNING,
    "“{quote}”, but the text is done in {languages} languages",
)
PREVAILS_UNNAMED = FindingKind(
    "checks.prevailing-text-not-done",
    Severity.WARNING,
    "“{quote}”: the text that prevails is in a language in which none is done",
)
NO_DAY = FindingKind(
    "checks.done-without-day",
    Severity.INFO,
    "the done-at clause names no {what}; leave a place for it, or name it",
)
_EACH = re.compile(
    r"\b(?:each|both|all|every|duplicate|katr\w+|abi|visi|кож(?:ен|н\w+)|обидва|усі|всі)\b", re.IGNORECASE
)
_ABOUT_AUTHENTICITY = re.compile(
    r"\b(?:all|both|each|the)\b(?: of them| two| three| four)?"
    r"(?: (?:texts?|versions?|languages?|which))?\s*,? "
    r"(?:being|are|is|shall be)?\s*(?:equally )?(?:authentic|authoritative|valid)"
    r"|\bvis\w+ (?:teksti|valodu versijas)|\babi teksti|\b(?:усі|всі|обидва) (?:три )?(?:тексти|примірники)",
    re.IGNORECASE,
)
"""Where the sentence says which texts are authentic: *each* and *all* there tell nothing of originals."""
_COUNTED = re.compile(
    r"\b(?:(?P<two>both (?:the )?(?:texts|languages|versions)|abi teksti|abi(?:em)? tekst\w+|обидва тексти)"
    r"|(?:all )?(?P<word>three|four|five)(?: (?:texts|languages|versions)| being)"
    r"|vis[ui] (?P<lv>trīs|četri) teksti|(?:усі|всі) (?P<uk>три|чотири) тексти)\b",
    re.IGNORECASE,
)
_COUNTS = {"three": 3, "four": 4, "five": 5, "trīs": 3, "četri": 4, "три": 3, "чотири": 4}
_AUTHENTIC = re.compile(
    r"\b(?:authentic|authoritative|prevail\w*|equal(?:ly)? (?:force|valid)\w*|valid in the (?:event|case)|"
    r"autentisk\w*|"
    r"vienād\w+ (?:juridisk\w+ )?spēk\w*|noteicoš\w*|рівноавтентичн\w*|"
    r"автентичн\w*|однаков\w+ (?:юридичн\w+ )?сил\w*|переваж\w*)\b",
    re.IGNORECASE,
)


_PREVAILING = re.compile(r"prevail\w*|noteicoš\w+|переважн\w+|переваж\w+", re.IGNORECASE)
_DOTS = re.compile(r"…|\.{3,}")
"""In running text an omission; in a done-at clause a place left for the day or the city."""
_ANY_DAY = re.compile(r"\b(?:19|20)\d\d\b|_{2,}|…|\.{3,}|\bday of\b|\bdien\w*\b|\bthousand\b")


def says_which_texts_are_authentic(words: str) -> bool:
    """Whether a done-at clause settles which texts are authentic or which one prevails."""
    return bool(_AUTHENTIC.search(words))


def _done_at(unit: Provision, _setting: Setting) -> Iterator[Provision]:
    if unit.kind is Kind.DONE_AT:
        yield unit


def _judge(clauses: Sequence[Provision], matter: Matter) -> Iterator[Finding]:
    agreement = matter.agreement
    if not clauses:
        if agreement.closing:
            yield at(NO_CLOSING, agreement.closing[-1])
        return
    clause, said = clauses[0], agreement.authenticity
    plain = " ".join(unit.text.plain for unit in clauses)
    originals, languages, parties = said.originals, len(said.languages), len(agreement.parties)
    if originals and parties > 1 and originals != parties:
        yield at(ORIGINALS, clause, quote=plain[:160], originals=originals, parties=parties)
    apart = _ABOUT_AUTHENTICITY.search(plain)
    counted = plain[: apart.start()] if apart else plain.split(";")[0].split(".  ")[0]
    if originals and originals > 1 and languages > 1 and languages != originals and not _EACH.search(counted):
        yield at(LANGUAGES, clause, quote=plain[:160], originals=originals, languages=languages)
    if languages > 1 and not says_which_texts_are_authentic(plain):
        yield at(AUTHENTICITY, clause, quote=plain[:160], languages=languages)

    yield from _of_languages(clause, agreement)
    yield from _of_day_and_place(clause, plain, matter)


CLOSING = OfAgreement(_done_at, _judge)
"""The done-at clause against the number of parties and of languages."""


def _of_languages(clause: Provision, agreement: Agreement) -> Iterator[Finding]:
    """Texts counted against the languages named, and the prevailing one among them."""
    passage = Passage(clause, Wording.TEXT, clause.text)
    languages = agreement.authenticity.languages
    counted = _COUNTED.search(passage.plain)
    if counted is not None and len(languages) > 1:
        number = counted["word"] or counted["lv"] or counted["uk"]
        said = 2 if counted["two"] else _COUNTS[number.casefold()]
        if said != len(languages):
            yield passage.finding(WRONG_COUNT, *counted.span(), languages=len(languages))
    prevailing = _PREVAILING.search(passage.plain)
    if prevailing is None or len(languages) < 2:
        return
    if agreement.authenticity.prevailing and agreement.authenticity.prevailing not in languages:
        yield passage.finding(PREVAILS_UNNAMED, *prevailing.span(), margin=30)


def _of_day_and_place(clause: Provision, plain: str, matter: Matter) -> Iterator[Finding]:
    """A clause that names neither day nor place, and leaves no blank for them."""
    said = matter.agreement.authenticity
    blank = any(unit.text.of(Placeholder) for unit in matter.of_kind(Kind.DONE_AT))
    dots = _DOTS.search(clause.text.plain)
    if dots is not None and not blank:
        yield Passage(clause, Wording.TEXT, clause.text).finding(UNFILLED, *dots.span(), label=dots.group())
    if not matter.setting.imported or blank or not said.originals or _ANY_DAY.search(plain):
        return
    if not said.day:
        yield at(NO_DAY, clause, quote=plain[:100], what="place and day" if not said.place else "day")
