"""Later versions of an agreement, each made by one edit of the kinds a revision consists of.

`edited(agreement)` gives the kind of each edit with the new version; what an agreement has no room for (a
table cell where there is no table) is left out. The edits hang on nothing but the agreement, so that two
runs measure the same. An agreement that prints its own numbers gets those an office would print.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import partial

from msgspec.structs import replace

from workbench.agreement.edits import (
    append_to_zone,
    delete,
    insert_after,
    set_heading,
    set_text,
    siblings_of,
    update,
    with_new_ids,
)
from workbench.agreement.numbering import bare
from workbench.agreement.text import Text
from workbench.agreement.tree import BASIC, GROUPING, Agreement, Kind, Provision, ProvisionId, Zone, new_id

SENTENCE = {
    "en": "The Parties shall inform each other of the steps taken under this provision within sixty days.",
    "lv": "Puses sešdesmit dienu laikā informē viena otru par soļiem, kas sperti saskaņā ar šo noteikumu.",
    "uk": "Сторони інформують одна одну про вжиті за цим положенням кроки протягом шістдесяти днів.",
}
HEADING = {"en": "Exchange of reports", "lv": "Ziņojumu apmaiņa", "uk": "Обмін звітами"}
WORDS = {"en": "in good faith", "lv": "labticīgi", "uk": "сумлінно"}
_INNER = (Kind.PARAGRAPH, Kind.SUBPARAGRAPH, Kind.POINT)


def edited(agreement: Agreement) -> Iterator[tuple[str, Agreement]]:
    """Every edit the agreement has room for, and what it makes of it."""
    for name, edit in _EDITS.items():
        made = edit(agreement)
        if made is not None:
            yield name, made


def _said(agreement: Agreement, words: dict[str, str]) -> str:
    return words.get(agreement.language, words["en"])


def _articles(agreement: Agreement) -> list[Provision]:
    """The articles of the body that stand in the row with most of them."""
    units = [unit for top in agreement.body for unit in top.walk() if unit.kind in BASIC]
    if not units:
        return []
    row, _ = max((siblings_of(agreement, unit.id) for unit in units), key=lambda found: len(found[0]))
    return [unit for unit in row if unit.kind is units[0].kind]


def _middle(row: Sequence[Provision]) -> Provision | None:
    return row[len(row) // 2] if row else None


def _worded(agreement: Agreement) -> list[Provision]:
    """Units of the body with a sentence of their own."""
    pool = [unit for top in agreement.body for unit in top.walk() if len(unit.text.plain.split()) > 12]
    return [unit for unit in pool if unit.kind in (*_INNER, *BASIC)]


def _shifted(unit: Provision, by: int) -> Provision:
    """The unit under a number so much higher, where it prints one in figures."""
    number = bare(unit.printed or "")
    if unit.printed is None or number is None or not number.isdecimal():
        return unit
    return replace(unit, printed=unit.printed.replace(number, str(int(number) + by), 1))


def _renumbered(agreement: Agreement, behind: ProvisionId, by: int) -> Agreement:
    """What follows a unit in its row under numbers so much higher; computed numbers follow by themselves."""
    if not agreement.numbering.as_printed:
        return agreement
    row, index = siblings_of(agreement, behind)
    kind = row[index].kind
    for unit in row[index + 1 :]:
        if unit.kind is kind:
            agreement = update(agreement, unit.id, lambda old: (_shifted(old, by),))
    return agreement


def _new_article(agreement: Agreement, like: Provision, number: str) -> Provision:
    """An article in the manner of another."""
    printed = None
    if like.printed is not None:
        own = bare(like.printed)
        printed = like.printed.replace(own, number, 1) if own else ""
    sentence = Text(_said(agreement, SENTENCE))
    heading = Text(_said(agreement, HEADING)) if like.heading else Text()
    if not like.children:
        return Provision(id=new_id(), kind=like.kind, printed=printed, heading=heading, text=sentence)
    inner = next((unit for unit in like.children if unit.kind in _INNER), like.children[0])
    kind = inner.kind if inner.kind in _INNER else Kind.PARAGRAPH
    first = Provision(id=new_id(), kind=kind, text=sentence, printed=inner.printed)
    return Provision(id=new_id(), kind=like.kind, printed=printed, heading=heading, children=(first,))


def _article_inserted(agreement: Agreement) -> Agreement | None:
    like = _middle(_articles(agreement))
    if like is None:
        return None
    number = bare(like.printed or "")
    if agreement.numbering.as_printed and (number is None or not number.isdecimal()):
        return None
    article = _new_article(agreement, like, str(int(number) + 1) if number else "")
    return _renumbered(insert_after(agreement, like.id, article), article.id, 1)


def _article_bis(agreement: Agreement) -> Agreement | None:
    like = _middle(_articles(agreement))
    number = bare(like.printed or "") if like is not None else None
    if like is None or number is None or not agreement.numbering.as_printed:
        return None
    manner = {"lv": f"{number}.1", "uk": f"{number}-1"}.get(agreement.language, f"{number} bis")
    return insert_after(agreement, like.id, _new_article(agreement, like, manner))


def _article_deleted(agreement: Agreement) -> Agreement | None:
    gone = _middle(_articles(agreement))
    if gone is None or len(_articles(agreement)) < 2:
        return None
    return delete(_renumbered(agreement, gone.id, -1), gone.id)


def _article_repealed(agreement: Agreement) -> Agreement | None:
    gone = _middle(_articles(agreement))
    if gone is None or not agreement.numbering.as_printed or len(_articles(agreement)) < 2:
        return None
    return delete(agreement, gone.id)


def _article_replaced(agreement: Agreement) -> Agreement | None:
    old = _middle(_articles(agreement))
    if old is None:
        return None
    new = replace(_new_article(agreement, old, bare(old.printed or "") or ""), id=old.id)
    return update(agreement, old.id, lambda _: (new,))


def _article_moved(agreement: Agreement) -> Agreement | None:
    row = _articles(agreement)
    if len(row) < 4:
        return None
    moved, target = row[len(row) // 2], row[0]
    return _put_behind(agreement, moved, target)


def _put_behind(agreement: Agreement, moved: Provision, target: Provision) -> Agreement:
    """A unit moved forward in its row, the numbers between taking turns."""
    row, _ = siblings_of(agreement, moved.id)
    same = [unit for unit in row if unit.kind is moved.kind]
    before = [unit.printed for unit in same]
    order = [unit for unit in same if unit.id != moved.id]
    order.insert(order.index(target) + 1, moved)
    agreement = insert_after(delete(agreement, moved.id), target.id, moved)
    for unit, printed in zip(order, before, strict=True):
        agreement = update(agreement, unit.id, partial(_relabelled, printed=printed))
    return agreement


def _relabelled(unit: Provision, printed: str | None) -> tuple[Provision, ...]:
    return (replace(unit, printed=printed),)


def _paragraph_moved(agreement: Agreement) -> Agreement | None:
    for article in _articles(agreement):
        row = [unit for unit in article.children if unit.kind is Kind.PARAGRAPH]
        if len(row) > 2:
            return _put_behind(agreement, row[-1], row[0])
    return None


def _paragraph_inserted(agreement: Agreement) -> Agreement | None:
    for article in _articles(agreement):
        row = [unit for unit in article.children if unit.kind is Kind.PARAGRAPH]
        if len(row) > 1:
            new = Provision(
                id=new_id(),
                kind=Kind.PARAGRAPH,
                text=Text(_said(agreement, SENTENCE)),
                printed=_shifted(row[0], 1).printed,
            )
            return _renumbered(insert_after(agreement, row[0].id, new), new.id, 1)
    return None


def _paragraph_deleted(agreement: Agreement) -> Agreement | None:
    for article in _articles(agreement):
        row = [unit for unit in article.children if unit.kind is Kind.PARAGRAPH]
        if len(row) > 1:
            return delete(_renumbered(agreement, row[0].id, -1), row[0].id)
    return None


def _heading_changed(agreement: Agreement) -> Agreement | None:
    unit = next((unit for unit in _articles(agreement) if unit.heading), None)
    return None if unit is None else set_heading(agreement, unit.id, _said(agreement, HEADING))


def _chapter_heading_changed(agreement: Agreement) -> Agreement | None:
    unit = next((u for top in agreement.body for u in top.walk() if u.kind in GROUPING and u.heading), None)
    return None if unit is None else set_heading(agreement, unit.id, _said(agreement, HEADING))


def _words_replaced(agreement: Agreement) -> Agreement | None:
    unit = _middle(_worded(agreement))
    if unit is None:
        return None
    words = list(re.finditer(r"\S+", unit.text.plain))
    start, end = words[4].start(), words[6].end()
    return set_text(agreement, unit.id, unit.text.replace(start, end, _said(agreement, WORDS)))


def _words_in_many(agreement: Agreement) -> Agreement | None:
    """A few words put into every fifth provision."""
    pool = _worded(agreement)[::5]
    for unit in pool:
        at = list(re.finditer(r"\S+", unit.text.plain))[3].end()
        new = unit.text.replace(at, at, " " + _said(agreement, WORDS))
        agreement = set_text(agreement, unit.id, new)
    return agreement if pool else None


def _sentence_added(agreement: Agreement) -> Agreement | None:
    unit = _middle(_worded(agreement))
    if unit is None:
        return None
    return set_text(agreement, unit.id, unit.text + " " + _said(agreement, SENTENCE))


def _point_added(agreement: Agreement) -> Agreement | None:
    unit = next((u for top in agreement.body for u in top.walk() if u.kind is Kind.POINT), None)
    if unit is None:
        return None
    row, _ = siblings_of(agreement, unit.id)
    last = row[-1]
    number = bare(last.printed or "")
    if agreement.numbering.as_printed and (not number or len(number) > 1 or number in "zя"):
        return None
    printed = (last.printed or "").replace(number, chr(ord(number) + 1), 1) if number else last.printed
    new = Provision(id=new_id(), kind=Kind.POINT, text=Text(_said(agreement, SENTENCE)), printed=printed)
    return insert_after(agreement, last.id, new)


def _annex_replaced(agreement: Agreement) -> Agreement | None:
    if not agreement.annexes:
        return None
    old = agreement.annexes[0]
    first = Provision(id=new_id(), kind=Kind.PARAGRAPH, text=Text(_said(agreement, SENTENCE)), printed="1.")
    second = Provision(id=new_id(), kind=Kind.PARAGRAPH, text=Text(_said(agreement, SENTENCE)), printed="2.")
    new = replace(old, heading=Text(_said(agreement, HEADING)), text=Text(), children=(first, second))
    return update(agreement, old.id, lambda _: (new,))


def _annex_added(agreement: Agreement) -> Agreement | None:
    word = {"lv": "pielikums", "uk": "Додаток"}.get(agreement.language, "Annex")
    number = len(agreement.annexes) + 1
    label = f"{number}. {word}" if agreement.language == "lv" else f"{word} {number}"
    printed = label if agreement.numbering.as_printed else None
    only = Provision(id=new_id(), kind=Kind.PARAGRAPH, text=Text(_said(agreement, SENTENCE)), printed="")
    new = Provision(
        id=new_id(),
        kind=Kind.ANNEX,
        printed=printed,
        heading=Text(_said(agreement, HEADING)),
        children=(only,),
    )
    return append_to_zone(agreement, Zone.ANNEXES, new)


def _cell_changed(agreement: Agreement) -> Agreement | None:
    cell = next((unit for unit in agreement.walk() if unit.kind is Kind.CELL and unit.text), None)
    return None if cell is None else set_text(agreement, cell.id, _said(agreement, WORDS))


def _row_added(agreement: Agreement) -> Agreement | None:
    row = next((unit for unit in agreement.walk() if unit.kind is Kind.ROW), None)
    return None if row is None else insert_after(agreement, row.id, with_new_ids(row))


def _recital_added(agreement: Agreement) -> Agreement | None:
    like = next((unit for unit in agreement.preamble if unit.kind is Kind.RECITAL), None)
    if like is None:
        return None
    words = Text(_said(agreement, SENTENCE)[:-1] + ",")
    new = Provision(id=new_id(), kind=Kind.RECITAL, text=words, printed=like.printed)
    return insert_after(agreement, like.id, new)


def _recital_changed(agreement: Agreement) -> Agreement | None:
    unit = next((unit for unit in agreement.preamble if unit.kind is Kind.RECITAL), None)
    if unit is None:
        return None
    return set_text(agreement, unit.id, unit.text.plain.rstrip(",;") + " " + _said(agreement, WORDS) + ",")


def _signature_changed(agreement: Agreement) -> Agreement | None:
    unit = next((unit for unit in agreement.walk() if unit.kind is Kind.SIGNATORY and unit.text), None)
    if unit is None:
        return None
    return set_text(agreement, unit.id, unit.text + " " + _said(agreement, HEADING))


def _title_changed(agreement: Agreement) -> Agreement | None:
    if not agreement.title:
        return None
    unit = agreement.title[-1]
    return set_text(agreement, unit.id, unit.text + " " + _said(agreement, HEADING))


def _everything(agreement: Agreement) -> Agreement | None:
    """All edits one after the other: a thorough revision."""
    made = agreement
    for name, edit in _EDITS.items():
        if name != "everything":
            made = edit(made) or made
    return made if made is not agreement else None


_EDITS: dict[str, Callable[[Agreement], Agreement | None]] = {
    "article inserted": _article_inserted,
    "article inserted as bis": _article_bis,
    "article deleted": _article_deleted,
    "article repealed": _article_repealed,
    "article replaced": _article_replaced,
    "article moved": _article_moved,
    "paragraph inserted": _paragraph_inserted,
    "paragraph deleted": _paragraph_deleted,
    "paragraph moved": _paragraph_moved,
    "point added": _point_added,
    "heading changed": _heading_changed,
    "heading of a chapter changed": _chapter_heading_changed,
    "words replaced": _words_replaced,
    "words put into many": _words_in_many,
    "sentence added": _sentence_added,
    "annex replaced": _annex_replaced,
    "annex added": _annex_added,
    "table cell changed": _cell_changed,
    "table row added": _row_added,
    "recital added": _recital_added,
    "recital changed": _recital_changed,
    "signature block changed": _signature_changed,
    "title changed": _title_changed,
    "everything": _everything,
}
