"""A small agreement that has everything an agreement can have; States and wording are invented.

Every internal string contains INTERNAL, so that a test can tell whether anything leaked.
"""

from __future__ import annotations

from datetime import date
from typing import Any
from uuid import NAMESPACE_URL, uuid5

from workbench.agreement import text as marks
from workbench.agreement.text import AnyValue, Mark, Text
from workbench.agreement.tree import (
    Agreement,
    AgreementId,
    Authenticity,
    Change,
    Draft,
    Kind,
    Party,
    Provenance,
    Provision,
    ProvisionId,
)

INTERNAL = "not-for-the-other-side"
NORLAND, SUDMARK = "Republic of Norland", "Kingdom of Sudmark"


def identity(name: str) -> ProvisionId:
    """The id of the unit with this name, the same in every run."""
    return ProvisionId(uuid5(NAMESPACE_URL, f"river-ferry/{name}"))


def marked(plain: str, **values: AnyValue | tuple[str, AnyValue]) -> Text:
    """A text in which words are marked: `marked("a word", word=…)`, or `x=("two words", …)`."""
    made: list[Mark] = []
    for words, value in values.items():
        found, said = value if isinstance(value, tuple) else (words, value)
        start = plain.index(found)
        end = start + len(found)
        made.append(Mark(end, end, said) if isinstance(said, marks.Footnote) else Mark(start, end, said))
    return Text(plain, tuple(sorted(made, key=lambda m: (m.start, -m.end))))


def unit(
    name: str, kind: Kind, text: Text | str = "", *children: Provision, heading: str = "", **more: Any
) -> Provision:
    """A provision named for the test."""
    words = Text(text) if isinstance(text, str) else text
    return Provision(identity(name), kind, words, Text(heading), children, **more)


def river_ferry() -> Draft:
    """The draft."""
    norland, sudmark = marks.PartyName("norland"), marks.PartyName("sudmark")
    agreement = Agreement(
        id=AgreementId(identity("agreement")),
        language="en",
        parties=(
            Party("norland", NORLAND, "Norland", forms={"genitive": "of Norland"}),
            Party("sudmark", SUDMARK, "Sudmark"),
        ),
        title=(
            unit("t1", Kind.TITLE_LINE, "Agreement"),
            unit(
                "t2",
                Kind.TITLE_LINE,
                marked(
                    f"between the {NORLAND} and the {SUDMARK}", a=(NORLAND, norland), b=(SUDMARK, sudmark)
                ),
            ),
            unit("t3", Kind.TITLE_LINE, "on the Ferry at Lower Ford"),
        ),
        preamble=(
            unit(
                "parties",
                Kind.PARTIES_CLAUSE,
                marked(
                    f"The {NORLAND} and the {SUDMARK}, hereinafter “the Parties”,",
                    a=(NORLAND, norland),
                    b=(SUDMARK, sudmark),
                    c=("Parties", marks.DefinedTerm("Parties", defines=True)),
                ),
            ),
            unit(
                "r1",
                Kind.RECITAL,
                marked("Noting that the river is wide;", Noting=marks.Emphasis(marks.Style.ITALIC)),
            ),
            unit(
                "r2",
                Kind.RECITAL,
                "Recalling:",
                unit(
                    "c1",
                    Kind.CITATION,
                    marked(
                        "the Bridge Treaty, done at Oldham on 4 May 2001;",
                        treaty=(
                            "Bridge Treaty",
                            marks.CitedInstrument("Bridge Treaty", date(2001, 5, 4), "Oldham"),
                        ),
                        day=("4 May 2001", marks.Date(date(2001, 5, 4))),
                    ),
                ),
                unit("c2", Kind.CITATION, "the Tariff Protocol of 2003,"),
            ),
            unit("formula", Kind.AGREEING_FORMULA, "Have agreed as follows:"),
        ),
        body=(
            unit(
                "ch1",
                Kind.CHAPTER,
                "",
                unit(
                    "a1",
                    Kind.ARTICLE,
                    "",
                    unit(
                        "a1p1",
                        Kind.PARAGRAPH,
                        "In this Agreement:",
                        unit(
                            "a1p1a",
                            Kind.POINT,
                            marked(
                                "“ferry” means the boat & its ramps;",
                                ferry=marks.DefinedTerm("ferry", defines=True),
                            ),
                        ),
                        unit("a1p1b", Kind.POINT, "“toll” is < 5 % of the fare."),
                        wrap_up=Text("Other words have their usual meaning."),
                    ),
                    unit("a1x", Kind.CROSSHEADING, "Use of boats"),
                    unit(
                        "a1p2",
                        Kind.PARAGRAPH,
                        marked(
                            "The ferry runs [daily] [weekly] by the day set in Article 2, from [starting day].",
                            ferry=marks.DefinedTerm("ferry"),
                            a=("[daily]", marks.Alternative("pace", "norland")),
                            b=("[weekly]", marks.Alternative("pace", "sudmark")),
                            c=("Article 2", marks.CrossReference(identity("a2"))),
                            d=(
                                "[starting day]",
                                marks.Placeholder(
                                    "start",
                                    "starting day",
                                    marks.PlaceholderType.DATE,
                                    help=f"{INTERNAL} help",
                                    default=f"{INTERNAL} default",
                                ),
                            ),
                            e=("runs", marks.Comment("A. Lawyer", f"{INTERNAL} remark", date(2031, 1, 2))),
                            f=("day set", marks.Footnote("Subject to the state of the river.")),
                        ),
                        note=f"{INTERNAL} instruction",
                        types=("obligations",),
                        confidence=0.75,
                    ),
                    heading="Terms",
                ),
                heading="The ferry",
            ),
            unit(
                "ch2",
                Kind.CHAPTER,
                "",
                unit(
                    "a2",
                    Kind.ARTICLE,
                    marked(
                        "This Agreement enters into force [on signature].",
                        x=("[on signature]", marks.Bracket("sudmark")),
                    ),
                    heading="Entry into force",
                    provenance=Provenance(
                        file=f"{INTERNAL}.docx",
                        sha256="ab" * 32,
                        agreement="Bridge Treaty",
                        agreement_id=AgreementId(identity("bridge")),
                        provision=ProvisionId(identity("bridge-9")),
                        locator=f"{INTERNAL} Article 9",
                        reader="docx 1",
                        changes=(Change("party", "Westland", "Norland"),),
                    ),
                ),
                heading="Final provisions",
            ),
        ),
        closing=(
            unit(
                "testimonium",
                Kind.TESTIMONIUM,
                "In witness whereof the undersigned have signed this Agreement.",
            ),
            unit("done", Kind.DONE_AT, "Done at Lower Ford in two originals in the English language."),
            unit(
                "signatures",
                Kind.SIGNATURE_BLOCK,
                "",
                unit("s1", Kind.SIGNATORY, marked(f"For the {NORLAND}\nN. Orr", x=(NORLAND, norland))),
                unit("s2", Kind.SIGNATORY, marked(f"For the {SUDMARK}\nS. Ude", x=(SUDMARK, sudmark))),
            ),
        ),
        annexes=(
            unit(
                "annex",
                Kind.ANNEX,
                "",
                unit("ap1", Kind.PARAGRAPH, "The fares are these."),
                unit(
                    "table",
                    Kind.TABLE,
                    "",
                    unit(
                        "row1",
                        Kind.ROW,
                        "",
                        unit("r1c1", Kind.CELL, "Person"),
                        unit("r1c2", Kind.CELL, "2.00"),
                    ),
                    unit(
                        "row2",
                        Kind.ROW,
                        "",
                        unit("r2c1", Kind.CELL, "Horse"),
                        unit("r2c2", Kind.CELL, "3.50"),
                    ),
                ),
                heading="Fares",
            ),
        ),
        authenticity=Authenticity("Lower Ford", "", 2, ("en",), None),
        own_name="Agreement",
        collective_name="Parties",
        template=f"{INTERNAL}-template",
        marking="Draft of 2 January 2031",
    )
    return Draft(agreement, {"start": f"{INTERNAL} value"}, {"some.finding": f"{INTERNAL} reason"})
