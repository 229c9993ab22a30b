"""Hypothesis strategies: arbitrary well-formed agreements, with everything a tree can hold.

Well-formed means: ids are unique, marks stand in order of start inside their text, and no string holds a
character that no file format can carry (control characters, surrogates, non-characters).
"""

from __future__ import annotations

from datetime import date
from uuid import UUID

from hypothesis import strategies as st
from msgspec.structs import replace

from workbench.agreement import text as marks
from workbench.agreement.languages import LANGUAGES
from workbench.agreement.text import AnyValue, Mark, Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Authenticity,
    Change,
    Draft,
    Kind,
    NumberingScheme,
    NumberStyle,
    Party,
    PartyKind,
    Provenance,
    Provision,
    ProvisionId,
    Register,
)

LETTERS = "abcXYZ 019.,;:()[]„”“’–—-&<>\"'#$*_\\@`~/āčēģīķļņšūžĀЂґєіїщьАБВ\u00a0\u2011\u200b\u0301"
PHRASES = (
    "The Parties shall cooperate", "Latvijas Republika", "Державна безпека", "hereinafter", "  two  blanks ",
    "\tindented", "line\nbreak", "trailing ", " leading", "\n", "a\n\nb", "x \n y", "#hash", "]]>", "<p>", "&amp;",
    "$math$", "*bold*", "_it_", "= head", "- item", "\\n", "«лапки»", "10 °C", "🙂",
    "Article 6, paragraph 2 (a)", "Puses ir vienojušās par turpmāko:", "домовилися про таке:", "ten (10) days",
)  # fmt: skip
KEYS = ("signature-date", "place", "amount", "minister", "Ключ", "two words")
PARTIES = ("LV", "UA", "EE", "EU", "nordic-fund", "Орган 1")
TERMS = ("Party", "classified information", "Puse", "Сторона", "Term", "term")

words = st.sampled_from(("", *PHRASES)) | st.text(alphabet=LETTERS, max_size=12)
some_words = words.filter(bool)
ids = st.uuids(version=4)
days = st.dates(min_value=date(1, 1, 1))


VALUES: st.SearchStrategy[AnyValue] = st.one_of(
    st.builds(marks.Emphasis, st.sampled_from(marks.Style)),
    st.builds(
        marks.Placeholder,
        key=st.sampled_from(KEYS),
        label=words,
        type=st.sampled_from(marks.PlaceholderType),
        help=words,
        default=st.none() | words,
        filled=st.booleans(),
    ),
    st.builds(marks.CrossReference, target=st.none() | ids),
    st.builds(marks.DefinedTerm, term=st.sampled_from(TERMS) | words, defines=st.booleans()),
    st.builds(marks.PartyName, party=st.sampled_from(PARTIES)),
    st.builds(marks.Date, day=days),
    st.builds(
        marks.CitedInstrument,
        title=words,
        day=st.none() | days,
        place=words,
        form=st.sampled_from(("", "agreement", "final act")),
        parties=st.sampled_from(((), ("LV",), ("LV", "UA"))),
    ),
    st.builds(marks.Bracket, delegation=st.sampled_from(("", *PARTIES))),
    st.builds(
        marks.Alternative,
        group=st.sampled_from(("a", "b", "")),
        delegation=st.sampled_from(("", *PARTIES)),
    ),
    st.builds(marks.Comment, author=words, text=words, day=st.none() | days),
    st.builds(
        marks.Quoted,
        unit=st.sampled_from(("article", "cell")),
        depth=st.integers(0, 5),
        part=st.sampled_from(("", "number", "heading", "text", "wrap_up")),
        begins=st.booleans(),
    ),
)
"""What marks can say, every kind."""


@st.composite
def texts(draw: st.DrawFn) -> Text:
    """Wording with marks: nested, crossing, adjacent, equal and empty ones."""
    plain = draw(words)
    count = draw(st.sampled_from((0, 0, 0, 1, 2, 3, 5)))
    made: list[Mark] = []
    for _ in range(count):
        start = draw(st.integers(0, len(plain)))
        if draw(st.booleans()) and draw(st.booleans()):
            made.append(Mark(start, start, marks.Footnote(draw(words))))
            continue
        end = draw(st.integers(start, len(plain)))
        made.append(Mark(start, end, draw(VALUES)))
    return Text(plain, tuple(sorted(made, key=lambda m: (m.start, -m.end))))


@st.composite
def provenances(draw: st.DrawFn) -> Provenance:
    """Where a provision came from, with what adaptation changed."""
    return Provenance(
        file=draw(words),
        sha256=draw(st.text("0123456789abcdef", max_size=64)),
        agreement=draw(words),
        agreement_id=AgreementId(draw(ids)),
        provision=ProvisionId(draw(ids)),
        locator=draw(words),
        reader=draw(words),
        changes=tuple(draw(st.lists(st.builds(Change, words, words, words), max_size=2))),
    )


@st.composite
def provisions(draw: st.DrawFn, kind: Kind, below: st.SearchStrategy[tuple[Provision, ...]]) -> Provision:
    """A provision of one kind; its children come from `below`."""
    plain = Provision(id=ProvisionId(draw(ids)), kind=kind, text=draw(texts()), children=draw(below))
    extras = draw(st.sampled_from(("", "", "", "heading", "wrap_up", "both", "desk")))
    if extras in ("heading", "both"):
        plain = replace(plain, heading=draw(texts()))
    if extras in ("wrap_up", "both"):
        plain = replace(plain, wrap_up=draw(texts()))
    if extras != "desk":
        return plain
    return replace(
        plain,
        printed=draw(st.none() | st.sampled_from(("", "Article 6", "6. pants", "Стаття 6", "(a)", "–"))),
        types=tuple(draw(st.lists(st.sampled_from(("termination", "two words", "строк", "")), max_size=2))),
        confidence=draw(st.floats(0, 1)),
        provenance=draw(st.none() | provenances()),
        optional=draw(st.booleans()),
        choice=draw(st.sampled_from(("", "courts", "two words"))),
        needs=tuple(draw(st.lists(st.sampled_from(("termination", "two words")), max_size=2))),
        note=draw(words),
    )


NONE: st.SearchStrategy[tuple[Provision, ...]] = st.just(())


def rows_of(units: st.SearchStrategy[Provision], most: int = 2) -> st.SearchStrategy[tuple[Provision, ...]]:
    """None to a few siblings."""
    return st.lists(units, max_size=most).map(tuple)


def _one(
    *kinds: Kind, below: st.SearchStrategy[tuple[Provision, ...]] = NONE
) -> st.SearchStrategy[Provision]:
    return st.one_of(*(provisions(kind, below) for kind in kinds))


def tables() -> st.SearchStrategy[Provision]:
    """Regular tables: rows of plain cells."""
    cell = _one(Kind.CELL).map(lambda unit: replace(unit, heading=Text(), wrap_up=Text()))
    row = _one(Kind.ROW, below=st.lists(cell, min_size=1, max_size=2).map(tuple)).map(
        lambda unit: replace(unit, text=Text(), heading=Text(), wrap_up=Text())
    )
    return _one(Kind.TABLE, below=st.lists(row, min_size=1, max_size=2).map(tuple)).map(
        lambda unit: replace(unit, wrap_up=Text())
    )


POINTS = _one(Kind.POINT, below=rows_of(_one(Kind.POINT)))
PARAGRAPHS = _one(
    Kind.PARAGRAPH, Kind.SUBPARAGRAPH, below=rows_of(_one(Kind.SUBPARAGRAPH) | POINTS | tables())
)
BASICS = _one(
    Kind.ARTICLE,
    Kind.SECTION,
    below=rows_of(PARAGRAPHS | PARAGRAPHS | POINTS | _one(Kind.CROSSHEADING) | tables()),
)
BODY_UNITS = st.one_of(
    BASICS,
    BASICS,
    _one(Kind.PART, Kind.TITLE, Kind.CHAPTER, below=rows_of(BASICS)),
    PARAGRAPHS,
    _one(Kind.CROSSHEADING),
    tables(),
)
PREAMBLE_UNITS = st.one_of(
    _one(Kind.PARTIES_CLAUSE, Kind.AGREEING_FORMULA, Kind.CROSSHEADING),
    _one(Kind.RECITAL, below=rows_of(_one(Kind.CITATION))),
    _one(Kind.CITATION),
)
CLOSING_UNITS = st.one_of(
    _one(Kind.TESTIMONIUM, Kind.DONE_AT),
    _one(Kind.SIGNATURE_BLOCK, below=rows_of(_one(Kind.SIGNATORY))),
)
ODD_UNITS = st.deferred(
    lambda: st.sampled_from(Kind).flatmap(
        lambda kind: provisions(
            kind, rows_of(st.sampled_from(Kind).flatmap(lambda inner: provisions(inner, NONE)), 2)
        )
    )
)
"""Units where nobody expects them: any kind below any other."""


def parties() -> st.SearchStrategy[tuple[Party, ...]]:
    """Parties with different keys."""
    return st.lists(
        st.builds(
            Party,
            key=st.sampled_from(PARTIES),
            name=words,
            short=words,
            kind=st.sampled_from(PartyKind),
            state=st.none() | st.sampled_from(("LV", "UA", "EE")),
            forms=st.dictionaries(st.sampled_from(("genitive", "dative", "locative")), words, max_size=2),
        ),
        max_size=3,
        unique_by=lambda party: party.key,
    ).map(tuple)


@st.composite
def agreements(draw: st.DrawFn, *, odd: bool = True) -> Agreement:
    """A whole agreement; with `odd`, some units stand where nobody expects them."""
    strange = ODD_UNITS if odd else st.nothing()

    def zone(units: st.SearchStrategy[Provision], most: int) -> tuple[Provision, ...]:
        return draw(rows_of(st.one_of(units, units, units, strange) if odd else units, most))

    made = Agreement(
        id=AgreementId(draw(ids)),
        language=draw(st.sampled_from(sorted(LANGUAGES))),
        parties=draw(parties()),
        register=draw(st.sampled_from(Register)),
        title=zone(_one(Kind.TITLE_LINE), 2),
        preamble=zone(PREAMBLE_UNITS, 3),
        body=zone(BODY_UNITS, 3),
        closing=zone(CLOSING_UNITS, 3),
        annexes=zone(_one(Kind.ANNEX, below=rows_of(BODY_UNITS, 2)), 2),
        numbering=draw(
            st.builds(
                NumberingScheme,
                article=st.sampled_from((NumberStyle.ARTICLE, NumberStyle.ARTICLE_ROMAN)),
                section=st.just(NumberStyle.SECTION),
                paragraph=st.sampled_from(NumberStyle),
                subparagraph=st.sampled_from(NumberStyle),
                point=st.sampled_from(NumberStyle),
                as_printed=st.booleans(),
            )
        ),
        authenticity=draw(
            st.builds(
                Authenticity,
                place=words,
                day=st.just("") | days.map(date.isoformat) | words,
                originals=st.none() | st.integers(0, 9),
                languages=st.lists(st.sampled_from(("en", "lv", "uk", "")), max_size=3).map(tuple),
                prevailing=st.none() | st.sampled_from(("en", "lv")),
            )
        ),
        collective_name=draw(words),
        own_name=draw(words),
        template=draw(words),
        marking=draw(words),
    )
    return _with_live_references(draw, made)


def _with_live_references(draw: st.DrawFn, agreement: Agreement) -> Agreement:
    """Most cross-references point to a provision that is there."""
    known: list[UUID] = [unit.id for unit in agreement.walk()]

    def live(text: Text) -> Text:
        def change(mark: Mark) -> Mark:
            if isinstance(mark.value, marks.CrossReference) and mark.value.target and draw(st.integers(0, 4)):
                return Mark(mark.start, mark.end, marks.CrossReference(draw(st.sampled_from(known))))
            return mark

        return Text(text.plain, tuple(change(mark) for mark in text.marks))

    def visit(unit: Provision) -> Provision:
        return replace(
            unit,
            text=live(unit.text),
            heading=live(unit.heading),
            wrap_up=live(unit.wrap_up),
            children=tuple(visit(child) for child in unit.children),
        )

    zones = ("title", "preamble", "body", "closing", "annexes")
    return replace(
        agreement, **{zone: tuple(visit(unit) for unit in getattr(agreement, zone)) for zone in zones}
    )


def drafts(*, odd: bool = True) -> st.SearchStrategy[Draft]:
    """A draft with what the desk knows about it."""
    pairs = st.dictionaries(words, words, max_size=3)
    made = st.builds(
        Draft,
        agreements(odd=odd),
        values=pairs,
        dismissed=pairs,
        profile=st.none() | st.sampled_from(Register),
        unasked=st.lists(st.sampled_from(("spaces", "terms", "one-term")), unique=True).map(tuple),
    )
    return made.flatmap(_with_first_ids)


def _with_first_ids(draft: Draft) -> st.SearchStrategy[Draft]:
    """Some units had another eId in an earlier file."""
    units = [str(unit.id) for unit in draft.agreement.walk()]
    if not units:
        return st.just(draft)
    known = st.dictionaries(st.sampled_from(units), st.sampled_from(("art_1", "art_2__para_1")), max_size=2)
    return known.map(lambda first_ids: replace(draft, first_ids=first_ids))
