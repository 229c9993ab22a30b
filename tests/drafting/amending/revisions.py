"""Agreements as ministries write them and the edits they make between two versions, for the law of amending."""

from __future__ import annotations

from uuid import uuid4

from hypothesis import strategies as st
from msgspec.structs import replace

from workbench.agreement.edits import delete, insert_after, set_heading, set_text
from workbench.agreement.text import Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Kind,
    NumberingScheme,
    NumberStyle,
    Party,
    Provision,
    new_id,
)

WORDS = {
    "en": "the Parties shall exchange reports on joint training and costs within thirty days of each meeting",
    "lv": "Puses apmainās ar ziņojumiem par kopīgām mācībām un izmaksām trīsdesmit dienu laikā pēc sanāksmes",
    "uk": "Сторони обмінюються звітами про спільну підготовку та витрати протягом тридцяти днів після наради",
}
TITLES = {
    "en": "Agreement on Joint Training",
    "lv": "Līgums par kopīgām mācībām",
    "uk": "Угода про підготовку",
}
PARTIES = {
    "en": (("LV", "Republic of Latvia"), ("EE", "Republic of Estonia")),
    "lv": (("LV", "Latvijas Republika"), ("EE", "Igaunijas Republika")),
    "uk": (("LV", "Латвійська Республіка"), ("EE", "Естонська Республіка")),
}
QUOTED = ("“joint meeting”", "(hereinafter “the Plan”)", "«спільний план»", "„kopīgs plāns“", "paragraph 2")


@st.composite
def sentences(draw: st.DrawFn, language: str, *, end: str = ".") -> str:
    """A few words, sometimes with a quotation or a reference among them."""
    words = draw(st.lists(st.sampled_from(WORDS[language].split()), min_size=3, max_size=14))
    if draw(st.integers(0, 4)) == 0:
        words.insert(draw(st.integers(1, len(words))), draw(st.sampled_from(QUOTED)))
    said = " ".join(words)
    return said[0].upper() + said[1:] + end


@st.composite
def paragraphs(draw: st.DrawFn, language: str) -> Provision:
    """A paragraph, sometimes with a list of points."""
    if draw(st.integers(0, 3)):
        return Provision(id=new_id(), kind=Kind.PARAGRAPH, text=Text(draw(sentences(language))))
    points = tuple(
        Provision(id=new_id(), kind=Kind.POINT, text=Text(draw(sentences(language, end=";"))))
        for _ in range(draw(st.integers(2, 3)))
    )
    return Provision(
        id=new_id(), kind=Kind.PARAGRAPH, text=Text(draw(sentences(language, end=":"))), children=points
    )


@st.composite
def articles(draw: st.DrawFn, language: str) -> Provision:
    """An article with a heading and one to four paragraphs."""
    heading = draw(sentences(language, end=""))
    count = draw(st.integers(1, 4))
    return Provision(
        id=new_id(),
        kind=Kind.ARTICLE,
        heading=Text(heading),
        children=tuple(draw(paragraphs(language)) for _ in range(count)),
    )


@st.composite
def agreements(draw: st.DrawFn, language: str) -> Agreement:
    """An agreement of three to six articles, its preamble and, now and then, an annex."""
    annexes = tuple(
        Provision(
            id=new_id(),
            kind=Kind.ANNEX,
            heading=Text(draw(sentences(language, end=""))),
            children=tuple(draw(paragraphs(language)) for _ in range(draw(st.integers(1, 3)))),
        )
        for _ in range(draw(st.sampled_from((0, 0, 1, 2))))
    )
    style = draw(st.sampled_from((NumberStyle.ARTICLE, NumberStyle.ARTICLE_ROMAN)))
    return Agreement(
        id=AgreementId(uuid4()),
        language=language,
        parties=tuple(Party(key, name, state=key) for key, name in PARTIES[language]),
        title=(Provision(id=new_id(), kind=Kind.TITLE_LINE, text=Text(TITLES[language])),),
        preamble=tuple(
            Provision(id=new_id(), kind=Kind.RECITAL, text=Text(draw(sentences(language, end=";"))))
            for _ in range(draw(st.integers(1, 3)))
        ),
        body=tuple(draw(articles(language)) for _ in range(draw(st.integers(3, 6)))),
        annexes=annexes,
        numbering=NumberingScheme(article=style),
    )


@st.composite
def versions(draw: st.DrawFn, language: str) -> tuple[Agreement, Agreement]:
    """An agreement and a later version of it."""
    old = draw(agreements(language))
    new = old
    for _ in range(draw(st.integers(1, 5))):
        new = draw(edits(new))
    return old, new


@st.composite
def edits(draw: st.DrawFn, agreement: Agreement) -> Agreement:
    """One edit of the kinds that a revision is made of."""
    language = agreement.language
    pool = [unit for unit in agreement.walk() if unit.text and unit.kind is not Kind.TITLE_LINE]
    match draw(
        st.sampled_from(("words", "words", "sentence", "article", "paragraph", "delete", "heading", "swap"))
    ):
        case "words" if pool:
            unit = draw(st.sampled_from(pool))
            words = unit.text.plain.split(" ")
            at = draw(st.integers(0, len(words) - 1))
            new = draw(st.lists(st.sampled_from(("fully", "and", "other", "zone,", "“A”")), max_size=2))
            row = [*words[:at], *new, *words[at + draw(st.integers(0, 2)) :]]
            return set_text(agreement, unit.id, " ".join(row)) if row else agreement
        case "sentence" if pool:
            unit = draw(st.sampled_from(pool))
            return set_text(agreement, unit.id, unit.text + " " + draw(sentences(language)))
        case "article":
            after = draw(st.sampled_from(agreement.body))
            return insert_after(agreement, after.id, draw(articles(language)))
        case "paragraph":
            inside = draw(st.sampled_from(agreement.body))
            after = draw(st.sampled_from(inside.children)) if inside.children else inside
            if after is inside:
                return agreement
            return insert_after(agreement, after.id, draw(paragraphs(language)))
        case "delete":
            pool = [u for u in agreement.walk() if u.kind in (Kind.PARAGRAPH, Kind.ARTICLE, Kind.POINT)]
            unit = draw(st.sampled_from(pool))
            lone = any(len(other.children) == 1 and unit in other.children for other in agreement.walk())
            if lone or (unit.kind is Kind.ARTICLE and len(agreement.body) == 1):
                return agreement
            return delete(agreement, unit.id)
        case "heading":
            unit = draw(st.sampled_from(agreement.body))
            return set_heading(agreement, unit.id, draw(sentences(language, end="")))
        case "swap" if len(agreement.body) > 2:
            first, second, *rest = agreement.body
            return replace(agreement, body=(second, first, *rest))
    return agreement
