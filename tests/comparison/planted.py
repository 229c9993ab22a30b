"""Known edits planted in an agreement, as two delegations make them, and what a redline should say of each.

A planter takes an agreement and a seeded `Random` and gives a `Planted`, or None where the agreement has no room
for the edit. What is expected is counted by kind of revision, renumbering apart, and in words: those the edit took
out and put in. Moved, divided and joined wording counts as unchanged.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from random import Random
from uuid import UUID, uuid5

from msgspec.structs import replace

from workbench.agreement import edits
from workbench.agreement.text import Text
from workbench.agreement.tree import BASIC, GROUPING, Agreement, Kind, Provision, ProvisionId, Zone
from workbench.comparison import Fate, Op, Redline, RevisionKind

LONG = 12
"""Words from which a paragraph is long enough to be told from its neighbours."""
NAMESPACE = UUID(int=20261122)
_YEAR = re.compile(r"\b(19|20)\d\d\b")
FIGURES = {"1": "4", "2": "7", "3": "8", "4": "9", "5": "6", "6": "2", "7": "3", "8": "5", "9": "1", "0": "5"}


@dataclass(frozen=True)
class Planted:
    """The agreement after the edit, the revisions it should show, and how many words were edited."""

    new: Agreement
    expected: dict[RevisionKind, int]
    words: int = 0
    at: str = ""


@dataclass
class Field:
    """What an edit is planted in: the agreement, chance, and wording of somebody else's."""

    agreement: Agreement
    random: Random
    foreign: tuple[str, ...]
    taken: set[ProvisionId] = field(default_factory=set)

    def units(self, *kinds: Kind, least: int = LONG) -> list[Provision]:
        """Units of the body without children, of so many words, shuffled."""
        found = [
            unit
            for top in self.agreement.body
            for unit in top.walk()
            if unit.kind in kinds and not unit.children and not unit.heading and not unit.wrap_up
            and len(unit.text.plain.split()) >= least
        ]  # fmt: skip
        self.random.shuffle(found)
        return found

    def basic(self) -> list[Provision]:
        """Articles and sections of the body with wording below them, in order."""
        return [u for top in self.agreement.body for u in top.walk() if u.kind in BASIC and u.children]

    def rows_of_basic(self) -> list[list[Provision]]:
        """Articles and sections that are siblings, row by row."""
        rows: dict[ProvisionId | None, list[Provision]] = {}
        for unit in self.basic():
            above = edits.parent_of(self.agreement, unit.id)
            rows.setdefault(above.id if above else None, []).append(unit)
        return list(rows.values())

    def home(self, unit: Provision) -> ProvisionId | None:
        """The article or section a unit stands in."""
        return next((b.id for b in self.basic() if any(u.id == unit.id for u in b.walk())), None)

    def born(self, kind: Kind, text: str, heading: str = "", *children: Provision) -> Provision:
        """A new provision."""
        mine = uuid5(NAMESPACE, f"{self.random.random()}")
        return Provision(ProvisionId(mine), kind, Text(text), Text(heading), tuple(children))

    def sentence(self) -> str:
        """Wording of somebody else's."""
        return self.random.choice(self.foreign)

    def word(self) -> str:
        """One word of somebody else's."""
        return self.random.choice([w for w in self.sentence().split() if w.isalpha() and len(w) > 3])


Planter = Callable[[Field], Planted | None]
INSERTED, DELETED, REPLACED = RevisionKind.INSERTED, RevisionKind.DELETED, RevisionKind.REPLACED
MOVED, SPLIT, MERGED = RevisionKind.MOVED, RevisionKind.SPLIT, RevisionKind.MERGED
PARAGRAPHS = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)


def places(text: Text) -> list[tuple[int, int]]:
    """Where plain words of more than three letters stand, marks and edges apart."""
    found, at = [], 0
    for word in text.plain.split(" "):
        span = (at, at + len(word))
        at += len(word) + 1
        marked = any(m.start < span[1] and m.end > span[0] for m in text.marks)
        if word.isalpha() and len(word) > 3 and not marked:
            found.append(span)
    return found


def reworded(here: Field, text: Text, *, times: int = 1) -> tuple[Text, int] | None:
    """The text with single words replaced, some distance apart, and how many words that were."""
    spots = places(text)
    if len(spots) < 4 * times:
        return None
    step = len(spots) // times
    chosen = sorted(spots[n * step + here.random.randrange(max(1, step // 2))] for n in range(times))
    words = 0
    for start, end in reversed(chosen):
        word = next((w for w in (here.word() for _ in range(20)) if w not in text.plain), None)
        if word is None:
            return None
        text = text.replace(start, end, word)
        words += 2
    return text, words


# Words ------------------------------------------------------------------------------------------------------


def word(here: Field, times: int = 1) -> Planted | None:
    """Single words replaced in one paragraph."""
    for unit in here.units(*PARAGRAPHS):
        made = reworded(here, unit.text, times=times)
        if made:
            new = edits.set_text(here.agreement, unit.id, made[0])
            return Planted(new, {REPLACED: times}, made[1], unit.text.plain)
    return None


def two_words(here: Field) -> Planted | None:
    """Two words replaced, some distance apart."""
    return word(here, 2)


def words_added(here: Field) -> Planted | None:
    """A phrase put in."""
    for unit in here.units(*PARAGRAPHS):
        spots = places(unit.text)
        if len(spots) > 4:
            start = here.random.choice(spots[1:])[0]
            phrase = [here.word() for _ in range(3)]
            new = edits.set_text(
                here.agreement, unit.id, unit.text.replace(start, start, " ".join(phrase) + " ")
            )
            return Planted(new, {REPLACED: 1}, 3, unit.text.plain)
    return None


def words_taken_out(here: Field) -> Planted | None:
    """A phrase taken out."""
    for unit in here.units(*PARAGRAPHS, least=2 * LONG):
        words = unit.text.plain.split(" ")
        at = here.random.randrange(2, len(words) - 8)
        phrase = words[at : at + 4]
        start = len(" ".join(words[:at])) + 1
        end = start + len(" ".join(phrase)) + 1
        if not all(w.isalpha() for w in phrase) or any(
            m.start < end and m.end > start for m in unit.text.marks
        ):
            continue
        new = edits.set_text(here.agreement, unit.id, unit.text.replace(start, end, ""))
        return Planted(new, {REPLACED: 1}, 4, unit.text.plain)
    return None


def figure(here: Field) -> Planted | None:
    """One digit of a number, not of a date, changed: the number is replaced whole."""
    for unit in here.units(*PARAGRAPHS):
        for start, end in _figures(unit.text):
            number = unit.text.plain[start:end]
            changed = FIGURES[number[0]] + number[1:]
            new = edits.set_text(here.agreement, unit.id, unit.text.replace(start, end, changed))
            return Planted(new, {REPLACED: 1}, 2, unit.text.plain)
    return None


def _figures(text: Text) -> Iterator[tuple[int, int]]:
    at = 0
    if _YEAR.search(text.plain):
        return
    for word in text.plain.split(" "):
        if word.isdigit() and not any(m.start < at + len(word) and m.end > at for m in text.marks):
            yield at, at + len(word)
        at += len(word) + 1


def heading(here: Field) -> Planted | None:
    """A word of an article's heading replaced."""
    articles = [u for u in here.basic() if len(u.heading.plain.split()) > 1 and places(u.heading)]
    if not articles:
        return None
    unit = here.random.choice(articles)
    start, end = here.random.choice(places(unit.heading))
    new = edits.set_heading(here.agreement, unit.id, unit.heading.replace(start, end, here.word()))
    return Planted(new, {REPLACED: 1}, 2, unit.heading.plain)


def rewritten(here: Field) -> Planted | None:
    """A paragraph of wholly other wording in the place of one: deleted and inserted."""
    for unit in here.units(Kind.PARAGRAPH):
        text = here.sentence()
        shared = Counter(unit.text.plain.lower().split()) & Counter(text.lower().split())
        if shared.total() > 0.3 * min(len(unit.text.plain.split()), len(text.split())):
            continue
        size = len(unit.text.plain.split()) + len(text.split())
        new = edits.update(here.agreement, unit.id, lambda _, t=text: (here.born(Kind.PARAGRAPH, t),))  # type: ignore[misc]  # bound at once
        return Planted(new, {DELETED: 1, INSERTED: 1}, size, unit.text.plain)
    return None


# Whole provisions -------------------------------------------------------------------------------------------


def paragraph_in(here: Field) -> Planted | None:
    """A new paragraph."""
    unit = next(iter(here.units(Kind.PARAGRAPH)), None)
    if unit is None:
        return None
    text = here.sentence()
    new = edits.insert_after(here.agreement, unit.id, here.born(unit.kind, text))
    return Planted(new, {INSERTED: 1}, len(text.split()), text)


def paragraph_doubled(here: Field) -> Planted | None:
    """A paragraph repeated word for word in another article."""
    for unit in here.units(Kind.PARAGRAPH):
        for place in here.units(Kind.PARAGRAPH):
            if here.home(place) != here.home(unit):
                new = edits.insert_after(here.agreement, place.id, here.born(unit.kind, unit.text.plain))
                return Planted(new, {INSERTED: 1}, len(unit.text.plain.split()), unit.text.plain)
    return None


def paragraph_out(here: Field) -> Planted | None:
    """A paragraph taken out."""
    for unit in here.units(Kind.PARAGRAPH):
        if len(edits.siblings_of(here.agreement, unit.id)[0]) > 1:
            new = edits.delete(here.agreement, unit.id)
            return Planted(new, {DELETED: 1}, len(unit.text.plain.split()), unit.text.plain)
    return None


def article_in(here: Field) -> Planted | None:
    """A new article: those behind it are renumbered."""
    articles = here.basic()
    if len(articles) < 3:
        return None
    after = here.random.choice(articles)
    texts = [here.sentence() for _ in range(2)]
    born = here.born(after.kind, "", "Fresh matters", *(here.born(Kind.PARAGRAPH, t) for t in texts))
    new = edits.insert_after(here.agreement, after.id, born)
    return Planted(new, {INSERTED: 1}, 2 + sum(len(t.split()) for t in texts), after.heading.plain)


def article_out(here: Field) -> Planted | None:
    """An article taken out."""
    articles = here.basic()
    if len(articles) < 3:
        return None
    unit = here.random.choice(articles)
    return Planted(edits.delete(here.agreement, unit.id), {DELETED: 1}, len(unit.words.split()), unit.words)


def grouped(here: Field) -> Planted | None:
    """A heading put over two articles."""
    articles = [u for u in here.agreement.body if u.kind in BASIC]
    if len(articles) < 4:
        return None
    at = here.random.randrange(len(articles) - 1)
    inside = articles[at : at + 2]
    if (
        edits.siblings_of(here.agreement, inside[0].id)[1] + 1
        != edits.siblings_of(here.agreement, inside[1].id)[1]
    ):
        return None
    around = here.born(Kind.CHAPTER, "", "Matters held together", *inside)
    new = edits.delete(here.agreement, inside[1].id)
    return Planted(edits.update(new, inside[0].id, lambda _: (around,)), {INSERTED: 1}, 3, inside[0].words)


# Moves ------------------------------------------------------------------------------------------------------


def _moved(here: Field, unit: Provision, after: Provision, *, edited: bool = False) -> Planted | None:
    new, expected, words = here.agreement, {MOVED: 1}, 0
    if edited:
        made = reworded(here, unit.text)
        if made is None:
            return None
        new, words = edits.set_text(new, unit.id, made[0]), made[1]
        expected[REPLACED] = 1
    new = edits.move(new, unit.id, after=after.id)
    return Planted(new, expected, words, f"{unit.words} -> {after.words[:60]}")


def paragraph_moved(here: Field, *, edited: bool = False) -> Planted | None:
    """A paragraph into another article."""
    for unit in here.units(Kind.PARAGRAPH):
        if len(edits.siblings_of(here.agreement, unit.id)[0]) < 2:
            continue
        for place in here.units(Kind.PARAGRAPH, least=3):
            if here.home(place) not in (None, here.home(unit)):
                made = _moved(here, unit, place, edited=edited)
                if made:
                    return made
    return None


def paragraph_moved_and_edited(here: Field) -> Planted | None:
    """A paragraph into another article, with a word replaced."""
    return paragraph_moved(here, edited=True)


def paragraph_moved_within(here: Field) -> Planted | None:
    """A paragraph to another place of its article."""
    for unit in here.units(Kind.PARAGRAPH):
        row, index = edits.siblings_of(here.agreement, unit.id)
        others = [u for n, u in enumerate(row) if u.kind is unit.kind and n not in (index, index - 1)
                  and len(u.words.split()) >= LONG]  # fmt: skip
        if len(row) > 3 and others:
            return _moved(here, unit, here.random.choice(others))
    return None


def short_paragraph_moved(here: Field) -> Planted | None:
    """A short paragraph that stands nearly the same in a third article goes into another one."""
    short = [u for u in here.units(Kind.PARAGRAPH, least=7) if len(u.text.plain.split()) < 16]
    for unit in short:
        made = reworded(here, unit.text)
        places_ = [p for p in here.units(Kind.PARAGRAPH) if here.home(p) not in (None, here.home(unit))]
        homes = {here.home(p): p for p in places_}
        if made is None or len(homes) < 2 or len(edits.siblings_of(here.agreement, unit.id)[0]) < 2:
            continue
        first, second = here.random.sample(sorted(homes.values(), key=lambda u: u.id), 2)
        twin = here.born(unit.kind, made[0].plain)
        old = edits.insert_after(here.agreement, first.id, twin)
        here.agreement = old
        return Planted(edits.move(old, unit.id, after=second.id), {MOVED: 1}, 0, unit.text.plain)
    return None


def two_paragraphs_moved(here: Field) -> Planted | None:
    """Two neighbouring paragraphs into another article."""
    for unit in here.units(Kind.PARAGRAPH):
        row, index = edits.siblings_of(here.agreement, unit.id)
        if len(row) < 3 or index + 1 >= len(row) or row[index + 1].kind is not Kind.PARAGRAPH:
            continue
        second = row[index + 1]
        if len(second.words.split()) < LONG:
            continue
        for place in here.units(Kind.PARAGRAPH, least=3):
            if here.home(place) not in (None, here.home(unit)):
                new = edits.move(here.agreement, unit.id, after=place.id)
                new = edits.move(new, second.id, after=unit.id)
                return Planted(new, {MOVED: 2}, 0, unit.words)
    return None


def article_moved(here: Field, *, heading_too: bool = False) -> Planted | None:
    """An article put two places on or more, perhaps under another heading."""
    rows = [row for row in here.rows_of_basic() if len(row) > 3]
    if not rows:
        return None
    row = here.random.choice(rows)
    at = here.random.randrange(len(row))
    unit = row[at]
    others = [u for n, u in enumerate(row) if n not in (at, at - 1)]
    new, expected, words = here.agreement, {MOVED: 1}, 0
    if heading_too:
        spots = places(unit.heading)
        if not spots:
            return None
        start, end = here.random.choice(spots)
        new = edits.set_heading(new, unit.id, unit.heading.replace(start, end, here.word()))
        expected[REPLACED], words = 1, 2
    new = edits.move(new, unit.id, after=here.random.choice(others).id)
    return Planted(new, expected, words, unit.words)


def article_moved_under_another_heading(here: Field) -> Planted | None:
    """An article moved, a word of its heading replaced."""
    return article_moved(here, heading_too=True)


def articles_swapped(here: Field) -> Planted | None:
    """Two neighbouring articles change places."""
    for row in here.rows_of_basic():
        if len(row) > 2:
            at = here.random.randrange(len(row) - 1)
            new = edits.move(here.agreement, row[at].id, after=row[at + 1].id)
            return Planted(new, {MOVED: 1}, 0, row[at].words)
    return None


def moved_across_parts(here: Field) -> Planted | None:
    """A paragraph into an article of another part or chapter."""
    groups = [u for u in here.agreement.body if u.kind in GROUPING]
    for unit in here.units(Kind.PARAGRAPH):
        mine = next((g.id for g in groups if any(u.id == unit.id for u in g.walk())), None)
        if mine is None or len(edits.siblings_of(here.agreement, unit.id)[0]) < 2:
            continue
        for place in here.units(Kind.PARAGRAPH, least=3):
            other = next((g.id for g in groups if any(u.id == place.id for u in g.walk())), None)
            if other not in (None, mine):
                return _moved(here, unit, place)
    return None


def article_across_parts(here: Field) -> Planted | None:
    """An article into another part or chapter."""
    rows = [row for row in here.rows_of_basic() if len(row) > 1]
    if len(rows) < 2:
        return None
    first, second = here.random.sample(rows, 2)
    unit, after = here.random.choice(first), here.random.choice(second)
    return Planted(edits.move(here.agreement, unit.id, after=after.id), {MOVED: 1}, 0, unit.words)


def moved_into_annex(here: Field, *, article: bool = False) -> Planted | None:
    """A paragraph, or an article, put at the end of an annex."""
    texts = [here.sentence(), here.sentence()]
    if not here.agreement.annexes:
        annex = here.born(Kind.ANNEX, "", "Annex", *(here.born(Kind.PARAGRAPH, t) for t in texts))
        here.agreement = edits.append_to_zone(here.agreement, Zone.ANNEXES, annex)
    annex = here.agreement.annexes[-1]
    if article:
        rows = [row for row in here.rows_of_basic() if len(row) > 2]
        unit = here.random.choice(here.random.choice(rows)) if rows else None
    else:
        row = [u for u in here.units(Kind.PARAGRAPH) if len(edits.siblings_of(here.agreement, u.id)[0]) > 1]
        unit = row[0] if row else None
    if unit is None:
        return None
    new = edits.insert_child(edits.delete(here.agreement, unit.id), annex.id, len(annex.children), unit)
    return Planted(new, {MOVED: 1}, 0, unit.words)


def article_into_annex(here: Field) -> Planted | None:
    """An article becomes part of an annex."""
    return moved_into_annex(here, article=True)


def points_reordered(here: Field) -> Planted | None:
    """One point of a list to another place of it."""
    lists = [
        u for u in here.agreement.walk()
        if len(u.children) > 3 and all(c.kind is Kind.POINT and len(c.words.split()) > 3 for c in u.children)
    ]  # fmt: skip
    if not lists:
        return None
    row = here.random.choice(lists).children
    at = here.random.randrange(len(row))
    after = here.random.choice([u for n, u in enumerate(row) if n not in (at, at - 1)])
    return Planted(edits.move(here.agreement, row[at].id, after=after.id), {MOVED: 1}, 0, row[at].words)


def definitions_sorted(here: Field) -> Planted | None:
    """Definitions put into another order: three of them move."""
    terms = [f"“{here.word()} {here.word()}” means {here.sentence()}" for _ in range(8)]
    points = [here.born(Kind.POINT, term) for term in terms]
    articles = here.basic()
    if not articles:
        return None
    lead = here.born(Kind.PARAGRAPH, "For the purposes of this text:", "", *points)
    article = here.born(Kind.ARTICLE, "", "Meaning of words", lead)
    here.agreement = edits.insert_after(here.agreement, articles[0].id, article)
    new = here.agreement
    for index, after in ((1, 4), (6, 2), (3, 7)):
        new = edits.move(new, points[index].id, after=points[after].id)
    return Planted(new, {MOVED: 3}, 0, terms[0])


def rows_moved(here: Field) -> Planted | None:
    """A row of a table to another place: Word cannot mark a row as moved, so it is deleted and inserted."""
    articles = here.basic()
    if not articles:
        return None
    rows = [
        here.born(Kind.ROW, "", "", *(here.born(Kind.CELL, f"{here.word()} {n}{c}") for c in range(3)))
        for n in range(6)
    ]
    table = here.born(Kind.TABLE, "", "", *rows)
    here.agreement = edits.insert_child(here.agreement, articles[-1].id, 0, table)
    new = edits.move(here.agreement, rows[1].id, after=rows[4].id)
    return Planted(new, {DELETED: 1, INSERTED: 1}, 2 * len(rows[1].words.split()), rows[1].words)


# Divided and joined -----------------------------------------------------------------------------------------


def _divided(unit: Provision, parts: int) -> list[str] | None:
    """The words in so many runs of at least six."""
    words = unit.text.plain.split(" ")
    if unit.text.marks or len(words) < 8 * parts:
        return None
    step = len(words) // parts
    return [" ".join(words[n * step : (n + 1) * step if n < parts - 1 else None]) for n in range(parts)]


def split(here: Field, parts: int = 2, *, edited: bool = False) -> Planted | None:
    """A paragraph divided, perhaps with a word replaced in its second part."""
    for unit in here.units(Kind.PARAGRAPH, least=8 * parts):
        texts = _divided(unit, parts)
        if texts is None:
            continue
        words = 0
        if edited:
            made = reworded(here, Text(texts[1]))
            if made is None:
                continue
            texts[1], words = made[0].plain, made[1]
        rest = tuple(here.born(unit.kind, text) for text in texts[1:])
        first = replace(unit, text=Text(texts[0]))
        new = edits.update(here.agreement, unit.id, lambda _, f=first, r=rest: (f, *r))  # type: ignore[misc]  # bound at once
        return Planted(new, {SPLIT: 1}, words, unit.text.plain)
    return None


def split_in_three(here: Field) -> Planted | None:
    """A paragraph divided in three."""
    return split(here, 3)


def split_and_edited(here: Field) -> Planted | None:
    """A paragraph divided in two, a word replaced in the second part."""
    return split(here, 2, edited=True)


def merged(here: Field, parts: int = 2, *, edited: bool = False) -> Planted | None:
    """Neighbouring paragraphs joined, perhaps with a word replaced in the second."""
    for unit in here.units(Kind.PARAGRAPH):
        row, index = edits.siblings_of(here.agreement, unit.id)
        run = row[index : index + parts]
        if len(run) < parts or any(
            u.kind is not unit.kind
            or u.children
            or u.heading
            or u.text.marks
            or len(u.text.plain.split()) < 5
            for u in run
        ):
            continue
        texts, words = [u.text.plain for u in run], 0
        if edited:
            made = reworded(here, Text(texts[1]))
            if made is None:
                continue
            texts[1], words = made[0].plain, made[1]
        new = edits.set_text(here.agreement, unit.id, " ".join(texts))
        for other in run[1:]:
            new = edits.delete(new, other.id)
        return Planted(new, {MERGED: 1}, words, "\n".join(texts))
    return None


def merged_from_three(here: Field) -> Planted | None:
    """Three paragraphs joined."""
    return merged(here, 3)


def merged_and_edited(here: Field) -> Planted | None:
    """Two paragraphs joined, a word replaced in the second."""
    return merged(here, 2, edited=True)


PLANTERS: tuple[Planter, ...] = (
    word, two_words, words_added, words_taken_out, figure, heading, rewritten,
    paragraph_in, paragraph_doubled, paragraph_out, article_in, article_out, grouped,
    paragraph_moved, paragraph_moved_and_edited, paragraph_moved_within, short_paragraph_moved,
    two_paragraphs_moved, article_moved, article_moved_under_another_heading, articles_swapped,
    moved_across_parts, article_across_parts, moved_into_annex, article_into_annex,
    points_reordered, definitions_sorted, rows_moved,
    split, split_in_three, split_and_edited, merged, merged_from_three, merged_and_edited,
)  # fmt: skip


def told(redline: Redline) -> Counter[RevisionKind]:
    """The revisions by kind, renumbering apart."""
    return Counter(r.kind for r in redline.revisions if r.kind is not RevisionKind.RENUMBERED)


def marked(redline: Redline) -> int:
    """How many words a redline marks as inserted or deleted; moved wording is not."""
    return sum(
        len(piece.text.plain.split())
        for row in redline.rows
        if row.fate is not Fate.MOVED_AWAY
        for piece in (*row.heading_pieces, *row.text_pieces)
        if piece.op is not Op.EQUAL
    )
