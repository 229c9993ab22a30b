"""Cross-references: "paragraph 2 of Article 5", "5. panta 2. punktā", resolved to provisions of this tree.

A reference is to this agreement unless the words behind it (or, in Latvian, before it) name another text:
"Article 51 of the Charter" is none. What points at a number that does not exist is a finding.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from workbench.agreement.findings import FindingKind, Severity
from workbench.agreement.tree import Kind, ProvisionId
from workbench.recognition import labels
from workbench.recognition.nodes import Node

DANGLING = FindingKind(
    "recognition.dangling-reference",
    Severity.WARNING,
    "{quote} points at a provision this text does not have",
)

_N = r"\d{1,3}(?:\.\d{1,2})*(?:\s?(?:bis|ter))?|[IVXL]+"
_ENGLISH = re.compile(
    rf"\b(?:(?:sub-?paragraphs?|points?|items?)\s+\(?(?P<pt>[a-z]|[ivx]+|\d+)\)?\s*(?:,|of|"
    rf"in)?\s*(?:of\s+)?)?"
    rf"(?:(?:[Pp]aragraphs?|"
    rf"[Pp]aras?\.?)\s+(?P<para>\d{{1,3}}(?:\.\d+)?)(?:\s*\((?P<pt2>[a-z]{{1,3}})\))?(?:\s*(?:,|of|in|"
    rf"under)\s*(?:this\s+|the\s+)?)?)?"
    rf"(?P<word>[Aa]rticle|[Ss]ection|[Aa]nnex|Part|"
    rf"Chapter)s?\s+(?P<n>{_N})(?:\s?\((?P<p>\d{{1,3}})\))?(?:\s?\((?P<q>[a-z]{{1,3}})\))?(?:,\s+paragraph\s+(?P<para2>\d{{1,3}}))?"
    r"(?:,?\s+(?:points?|sub-?paragraphs?|items?)\s+\((?P<q2>[a-z]{1,3})\))?"
    r"|"
    r"\b[Pp]aragraphs?\s+(?P<own>\d{1,3})(?:\s*\((?P<ownpt>[a-z]{1,3})\))?(?=\s+(?:of\s+this\s+[Aa]rticle|"
    r"above|below|hereof|of\s+this\s+[Ss]ection))"
    r"|\b[Pp]aragraph\s+(?P<bare>\d{1,3})\b(?!\s*(?:\(|,?\s*(?:of|to|in)\b))"
)
_PRECEDING = {
    "en": re.compile(r"\b(?:preceding|previous|foregoing)\s+(?P<word>paragraph|[Aa]rticle|[Ss]ection)\b"),
    "lv": re.compile(r"\b[Ii]epriekšēj(?:ā|o|am|ais|ajā)\s+(?P<word>punkt|daļ|pant)\w*"),
    "uk": re.compile(r"\b[Пп]опередн(?:ього|ьому|ій|ій|ім|ьої|ю|я)\s+(?P<word>пункт|частин|статт)\w*"),
}
_MORE = {
    "en": re.compile(
        rf"(?:,\s*|\s+and\s+|\s+or\s+|\s+to\s+|\s+through\s+|\s*[–—-]\s*|,\s+and\s+)(?P<n>{_N})\b(?!\()"
    ),
    "uk": re.compile(rf"(?:,\s*|\s+(?:та|і|й|або|до|чи)\s+|\s*[–—-]\s*)(?P<n>{_N})\b"),
}
_MANY = re.compile(r"\b(?:[Aa]rticles|[Ss]ections|[Cc]татей|статей|статтями|статтях|статтям)\b")
_BEFORE_LV = re.compile(r"(?:\d{1,3}\.\s?(?:,\s*|un\s+|vai\s+|līdz\s+|[–—-]\s?))+$")
_DOTTED = re.compile(r"(?P<n>\d{1,3})\.(?P<para>\d{1,2})$")
_FIGURES = re.compile(r"\d{1,3}")
_LATVIAN = re.compile(
    r"(?P<n>\d{1,3})\.\s?(?P<word>pant|sadaļ|pielikum|nodaļ|"
    r"iedaļ)\w*(?:\s+(?P<para>\d{1,3})\.\s?(?:punkt|"
    r"daļ)\w*)?(?:\s+[“\"«]?(?P<pt>\w)[”\"»)]*\s?apakšpunkt\w*)?|(?P<own>\d{1,3})\.\s?punkt\w*"
)
_UKRAINIAN = re.compile(
    r"(?:(?:підпункт\w*)\s+[«“\"]?(?P<pt>[а-яіїєґ]|\d)[»”\")]*\s+)?(?:(?:пункт|"
    r"частин)\w*\s+(?P<para>\d{1,3})\s+)?(?P<word>[Сс]татт|[Сс]татей|[Рр]озділ|[Дд]одат|"
    r"[Сс]тать)\w*\s+(?P<n>\d{1,3}|[IVX]+)|(?:пункт|частин)\w*\s+(?P<own>\d{1,3})(?=\s+(?:цієї|этой|"
    r"настоящей)\s+[Сс]тат)"
)
_POSSIBLE = re.compile(r"\d|rticle|татт|татей|receding|revious|foregoing|priekšēj|опередн")
_PATTERNS = {"lv": _LATVIAN, "uk": _UKRAINIAN, "ru": _UKRAINIAN}
_OTHER = re.compile(
    r"(?:\s*\([^)]{0,12}\))*(?:,?\s+(?:paragraphs?|sub-?paragraphs?)\s+[\w()., ]{1,20}?)?,?\s+(?:of|"
    r"to|in|under)\s+(?:the|that|its|said|those|each|UN|NATO|a|any)?\s*(?:\w+\s+){0,5}?"
    r"(?P<noun>Charter|Convention|Treaty|Agreement|Protocol|Covenant|Statute|Constitution|Regulation|"
    r"Directive|Act|Law|Code|Rules|Declaration|Memorandum|Arrangement|SOFA|Annex|TEU|TFEU)\b"
)
_OTHER_UK = re.compile(
    r"\s+(?!(?:цієї|цього|цій|настоящ|даної|даного|та|і|або|щодо|застосов|в\b|у\b))(?:[А-ЯІЇЄҐ]\w+|"
    r"вищезазначен\w+|зазначен\w+|згадан\w+)"
)
_OTHER_LV = re.compile(
    r"(?:\bstatūtu|\bkonvencijas|\blīguma|\bnolīguma|\bprotokola|\bsatversmes|\blikuma|\bregulas|"
    r"\bdirektīvas|\bhartas|\bmemoranda)\s*$",
    re.IGNORECASE,
)
_OWN_LV = re.compile(r"(?:šī|šīs|šo|šā|šis|šai|šajā|šim)\s+\w+\s*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference found: [start, end) and the provision it means, None when there is none."""

    start: int
    end: int
    target: ProvisionId | None


class Index:
    """The numbered provisions of a tree by their numbers."""

    def __init__(self, body: list[Node], annexes: list[Node]) -> None:
        self.basic: dict[str, Node] = {}
        self.annexes: dict[str, Node] = {}
        self.groups: dict[tuple[Kind, str], Node] = {}
        self.of: dict[int, Node] = {}
        self.order: list[Node] = []
        for top in body:
            self._note(top, None)
        for turn, annex in enumerate(annexes, start=1):
            label = labels.read(annex.printed or "")
            value = label.value if label and label.value else turn
            self.annexes.setdefault(str(value), annex)

    def _note(self, unit: Node, basic: Node | None) -> None:
        if unit.kind in (Kind.ARTICLE, Kind.SECTION):
            basic = unit
            self.order.append(unit)
            label = labels.read((unit.printed or "") + " ")
            if label is not None:
                self.basic.setdefault(_key(label), unit)
        elif unit.kind in (Kind.PART, Kind.CHAPTER, Kind.TITLE):
            label = labels.read(unit.printed or "")
            if label is not None:
                self.groups.setdefault((unit.kind, str(label.value)), unit)
        if basic is not None:
            self.of[id(unit)] = basic
        for child in unit.children:
            self._note(child, basic)

    def before(self, unit: Node, *, basic: bool) -> Node | None:
        """The article before the one a unit stands in, or the paragraph before its paragraph."""
        own = self.of.get(id(unit))
        if own is None:
            return None
        rows = self.order if basic else [child for child in own.children if child.kind is Kind.PARAGRAPH]
        within = own if basic else next((row for row in rows if any(one is unit for one in row.walk())), None)
        turn = next((turn for turn, row in enumerate(rows) if row is within), 0)
        return rows[turn - 1] if turn else None

    def below(self, unit: Node, number: str, kinds: tuple[Kind, ...]) -> Node | None:
        """The child of a unit with this printed number, else the one at this place in the row."""
        rows = [child for child in unit.children if child.kind in kinds]
        for child in rows:
            label = labels.read((child.printed or "") + " ") if child.printed else None
            bare = (child.printed or "").strip("(). ")
            if child.printed and (bare == number or (label is not None and str(label.value) == number)):
                return child
        if (
            number.isdigit()
            and rows
            and not any(child.printed for child in rows)
            and int(number) <= len(rows)
        ):
            return rows[int(number) - 1]
        return None


def _key(label: labels.Label) -> str:
    return f"{label.value}{label.suffix}"


def find(text: str, unit: Node, language: str, index: Index, own_name: str) -> list[Reference]:
    """The references of one text that stands in `unit`."""
    if not _POSSIBLE.search(text):
        return []
    found: list[Reference] = []
    for match in _PATTERNS.get(language, _ENGLISH).finditer(text):
        if _elsewhere(match, text, language, own_name):
            continue
        target, known = _target(match.groupdict(), unit, index)
        if target is None and not known:
            continue
        start = match.start()
        end = match.start() + len(match.group().rstrip(" ,"))
        found.append(Reference(start, end, target.id if target else None))
        found.extend(_others(match, text, language, index))
    for match in _PRECEDING[language].finditer(text) if language in _PRECEDING else ():
        basic = match["word"].casefold() in ("article", "section", "pant", "статт")
        one = index.before(unit, basic=basic)
        if one is not None:
            found.append(Reference(match.start(), match.end(), one.id))
    return sorted(found, key=lambda one: one.start)


def _others(match: re.Match[str], text: str, language: str, index: Index) -> list[Reference]:
    """The further numbers of a list or range: "Articles 3, 5 and 7", "3.–5. pants", "статей 3–5"."""
    places: list[tuple[int, int]] = []
    if language == "lv":
        if match.groupdict().get("own") is None:
            before = _BEFORE_LV.search(text, max(0, match.start() - 40), match.start())
            if before:
                places = [found.span() for found in _FIGURES.finditer(text, *before.span())]
    elif language in _MORE and _MANY.search(match.group()):
        more = _MORE[language].match(text, match.end())
        while more is not None:
            places.append(more.span("n"))
            more = _MORE[language].match(text, more.end())
    found = []
    for start, end in places:
        value, suffix = labels.number(text[start:end])
        target = index.basic.get(f"{value}{suffix}")
        if target is not None:
            found.append(Reference(start, end, target.id))
    return found


def _elsewhere(match: re.Match[str], text: str, language: str, own_name: str) -> bool:
    """Whether the reference is to another text than this."""
    end = match.end()
    more = _MORE[language].match(text, end) if language in _MORE and _MANY.search(match.group()) else None
    while more is not None:
        end = more.end()
        more = _MORE[language].match(text, end)
    after = text[end : end + 90]
    if language == "lv":
        listed = _BEFORE_LV.search(text, max(0, match.start() - 40), match.start())
        start = listed.start() if listed else match.start()
        before = text[max(0, start - 40) : start]
        if own_name and re.search(rf"{re.escape(own_name)}\s*$", before, re.IGNORECASE):
            return False
        return bool(_OTHER_LV.search(before)) and not _OWN_LV.search(before)
    if language in ("uk", "ru"):
        return bool(_OTHER_UK.match(after))
    if re.match(r"\s+thereof", after):
        return True
    other = _OTHER.match(after)
    if other is None:
        return False
    return not re.match(r"[\s,()\w]*?\b(?:of|to|in|under)\s+(?:this|the present)\b", after[: other.end()])


def _target(parts: dict[str, str | None], unit: Node, index: Index) -> tuple[Node | None, bool]:
    """The unit meant, and whether the words certainly point into this text."""
    if parts.get("own"):
        basic = index.of.get(id(unit))
        if basic is None:
            return None, False
        found = index.below(basic, parts["own"] or "", (Kind.PARAGRAPH,))
        point = parts.get("ownpt")
        return (
            index.below(found, point, (Kind.POINT, Kind.SUBPARAGRAPH)) if found and point else found
        ), True
    if parts.get("bare"):
        basic = index.of.get(id(unit))
        return (index.below(basic, parts["bare"] or "", (Kind.PARAGRAPH,)) if basic else None), False
    value, suffix = labels.number(
        (parts["n"] or "").upper() if not (parts["n"] or "")[0].isdigit() else parts["n"] or ""
    )
    word = (parts["word"] or "").casefold()
    if word.startswith(("annex", "pielikum", "додат")):
        return index.annexes.get(str(value)), False
    if word in ("part", "chapter", "nodaļ"):
        kind = Kind.PART if word == "part" else Kind.CHAPTER
        return index.groups.get((kind, str(value))), False
    target = index.basic.get(f"{value}{suffix}")
    inside = ""
    dotted = _DOTTED.match(parts["n"] or "")
    if dotted is not None and target is None:  # "Article 24.1": paragraph 1 of Article 24
        target, inside = index.basic.get(dotted["n"]), dotted["para"]
    if target is None:
        return None, True
    para = inside or parts.get("para") or parts.get("para2") or parts.get("p")
    if para:
        inner = index.below(target, para, (Kind.PARAGRAPH,))
        if inner is None:
            return None, True
        target = inner
    point = parts.get("pt") or parts.get("pt2") or parts.get("q") or parts.get("q2")
    if point:
        target = _point(target, point, index) or target
    return target, True


def _point(unit: Node, point: str, index: Index) -> Node | None:
    found = index.below(unit, point, (Kind.POINT, Kind.SUBPARAGRAPH, Kind.PARAGRAPH))
    if found is None and len(unit.children) == 1:
        found = index.below(unit.children[0], point, (Kind.POINT, Kind.SUBPARAGRAPH))
    return found
