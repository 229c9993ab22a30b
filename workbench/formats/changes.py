"""What a redline says beside the text, in the language of the agreement: notes, counts, the table of changes.

Word, HTML and PDF redlines and the comparison table all say it in these words.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field

from workbench.agreement.quoting import in_short, on_one_line
from workbench.agreement.tree import BASIC, GROUPING, Kind, Zone
from workbench.comparison.concordance import Difference, DifferenceKind
from workbench.comparison.redline import Redline
from workbench.comparison.revision import Fate, RevisionKind, Row

COUNTED = (
    RevisionKind.INSERTED,
    RevisionKind.DELETED,
    RevisionKind.REPLACED,
    RevisionKind.MOVED,
    RevisionKind.SPLIT,
    RevisionKind.MERGED,
    RevisionKind.RENUMBERED,
)
_WORDS = {
    "en": {
        "title": "Comparison", "summary": "Summary of changes", "provision": "Provision", "old": "Old text",
        "new": "New text", "note": "Note", "differences": "Differences",
        "inserted": "inserted", "deleted": "deleted", "replaced": "changed", "moved": "moved",
        "split": "divided", "merged": "joined", "renumbered": "renumbered", "unchanged": "unchanged",
        "from": "moved from {place}", "to": "moved to {place}", "was": "was {place}",
        "none": "No differences.", "preamble": "Preamble", "title_zone": "Title", "closing": "Closing",
    },
    "lv": {
        "title": "Salīdzinājums", "summary": "Izmaiņu kopsavilkums", "provision": "Norma",
        "old": "Iepriekšējais teksts", "new": "Jaunais teksts", "note": "Piezīme",
        "differences": "Atšķirības",
        "inserted": "iekļauts", "deleted": "svītrots", "replaced": "grozīts", "moved": "pārvietots",
        "split": "sadalīts", "merged": "apvienots", "renumbered": "pārnumurēts", "unchanged": "bez izmaiņām",
        "from": "pārvietots no: {place}", "to": "pārvietots uz: {place}", "was": "iepriekš: {place}",
        "none": "Atšķirību nav.", "preamble": "Preambula", "title_zone": "Nosaukums",
        "closing": "Noslēguma daļa",
    },
    "uk": {
        "title": "Порівняння", "summary": "Перелік змін", "provision": "Положення", "old": "Попередній текст",
        "new": "Новий текст", "note": "Примітка", "differences": "Відмінності",
        "inserted": "додано", "deleted": "вилучено", "replaced": "змінено", "moved": "перенесено",
        "split": "поділено", "merged": "об’єднано", "renumbered": "перенумеровано", "unchanged": "без змін",
        "from": "перенесено з: {place}", "to": "перенесено до: {place}", "was": "раніше: {place}",
        "none": "Відмінностей немає.", "preamble": "Преамбула", "title_zone": "Назва",
        "closing": "Прикінцева частина",
    },
}  # fmt: skip
_DIFFERENCES = {
    language: dict(zip(DifferenceKind, said, strict=True))
    for language, said in {
        "en": ("only in one text", "sentence missing", "stands elsewhere", "number of the provision",
               "number", "date", "amount", "reference", "blank", "bracket"),
        "lv": ("tikai vienā tekstā", "trūkst teikuma", "citā vietā", "normas numurs", "skaitlis", "datums",
               "summa", "atsauce", "aizpildāma vieta", "iekavas"),
        "uk": ("лише в одному тексті", "бракує речення", "в іншому місці", "номер положення", "число", "дата",
               "сума", "посилання", "місце для заповнення", "дужки"),
    }.items()
}  # fmt: skip
"""Each kind in the order in which the comparison of languages names them."""
_OPENING = (*BASIC, *GROUPING, Kind.ANNEX)
_UNPLACED = (Kind.CROSSHEADING, Kind.TABLE, Kind.ROW, Kind.CELL)
LONGEST = 120
"""Characters of a difference that are shown; the whole stands in the columns beside."""
_ZONES = {Zone.TITLE: "title_zone", Zone.PREAMBLE: "preamble", Zone.CLOSING: "closing"}


def words(language: str) -> dict[str, str]:
    """The words in this language; English where we have none."""
    return _WORDS.get(language, _WORDS["en"])


def counts(redline: Redline) -> Iterator[tuple[str, int]]:
    """The summary: (word, number) for each kind of change, and for what did not change."""
    said = words(redline.new.language)
    for kind in COUNTED:
        yield said[kind.value], getattr(redline.summary, kind.value)
    yield said["unchanged"], redline.summary.unchanged


def signature(author: str, date: str) -> str:
    """Who made the redline and on which day; `date` is ISO 8601."""
    return ", ".join(filter(None, (author, date[:10])))


def signed(redline: Redline) -> str:
    """The same as its revisions say it."""
    return next((signature(revision.author, revision.date) for revision in redline.revisions), "")


def note(redline: Redline, row: Row) -> str:
    """What stands beside one row: where it came from or went to, what number it had, that it was divided."""
    said = words(redline.new.language)
    if row.fate is Fate.MOVED_AWAY and row.moved_to:
        return said["to"].format(place=row.moved_to)
    if row.fate is Fate.MOVED_HERE and row.moved_from:
        return said["from"].format(place=row.moved_from)
    for revision in (redline.revision(number) for number in row.revisions):
        if revision.kind is RevisionKind.RENUMBERED:
            return said["was"].format(place=revision.old_label)
        if revision.kind in (RevisionKind.SPLIT, RevisionKind.MERGED):
            return said[revision.kind.value]
    return ""


def kinds(redline: Redline, row: Row) -> str:
    """Every kind of change of one row, for the note of a comparison table."""
    said = words(redline.new.language)
    found: dict[RevisionKind, str] = {}
    for number in row.revisions:
        revision = redline.revision(number)
        word = said[revision.kind.value]
        if revision.kind is RevisionKind.MOVED:
            word = said["from"].format(place=revision.old_label)
        elif revision.kind is RevisionKind.RENUMBERED:
            word = said["was"].format(place=revision.old_label)
        found.setdefault(revision.kind, word)
    return "; ".join(found.values())


def difference(found: Difference, language: str) -> str:
    """The kind of a difference between two language versions, in words."""
    return _DIFFERENCES.get(language, _DIFFERENCES["en"])[found.kind]


def both_words(found: Difference) -> str:
    """What either version has, a dash for nothing; long wording is cut, as it stands beside in full."""
    return " | ".join(in_short(words, LONGEST) or "—" for words in (found.a, found.b))


@dataclass(slots=True)
class ArticleChanges:
    """How often each kind of change was made in one article, annex or zone, or in a part without articles."""

    label: str
    heading: str
    counts: Counter[RevisionKind] = field(default_factory=Counter)

    @property
    def name(self) -> str:
        """Label and heading on one line."""
        return " · ".join(filter(None, (self.label, on_one_line(self.heading))))


def by_article(redline: Redline) -> list[ArticleChanges]:
    """The table of changes: every article in which something changed, in the order of the text."""
    found: dict[str, ArticleChanges] = {}
    told: set[int] = set()
    for row, label, heading in _opened(redline):
        if row.fate is Fate.MOVED_AWAY:  # counted where it stands now
            continue
        for number in row.revisions:
            if number in told:
                continue
            told.add(number)
            revision = redline.revision(number)
            name = label or revision.label
            found.setdefault(name, ArticleChanges(name, heading)).counts[revision.kind] += 1
    return list(found.values())


def occurring(articles: list[ArticleChanges]) -> list[RevisionKind]:
    """The kinds of change that a table of these articles needs columns for."""
    return [kind for kind in COUNTED if any(article.counts[kind] for article in articles)]


def placed(redline: Redline) -> Iterator[tuple[Row, str]]:
    """Every row with the place it is cited by; in an annex with the annex, under an article with the article.

    By itself a subheading or table is cited by no unit around it, nor is anything in an annex.
    """
    annex = ""
    for row, label, _ in _opened(redline):
        number = row.new_number or row.old_number
        own = number.label if number else ""
        if row.kind is Kind.ANNEX:
            annex = own
        around = annex if row.zone is Zone.ANNEXES else label if row.kind in _UNPLACED else ""
        yield row, own if around in ("", own) else f"{around}, {own}"


def _opened(redline: Redline) -> Iterator[tuple[Row, str, str]]:
    """Every row with the label and heading of the article, part, annex or zone that is open there."""
    said = words(redline.new.language)
    label = heading = ""
    zone: Zone | None = None
    for row in redline.rows:
        if row.zone is not zone:
            zone = row.zone
            label, heading = said.get(_ZONES.get(row.zone, ""), ""), ""
        # Where a unit stood before, what follows it is not in it.
        if row.fate is not Fate.MOVED_AWAY and row.kind in _OPENING and not row.wrap_up:
            number, unit = row.new_number or row.old_number, row.new or row.old
            label = number.label if number else ""
            heading = unit.heading.plain if unit else ""
        yield row, label, heading
