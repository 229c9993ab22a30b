"""Real widgets without a screen: the theme, jobs, and a draft with everything the page can show."""

from __future__ import annotations

import os
from collections.abc import Iterator
from datetime import date
from uuid import UUID

import pytest
from PySide6.QtWidgets import QApplication

from workbench.agreement.text import (
    Alternative,
    AnyValue,
    Bracket,
    Comment,
    CrossReference,
    DefinedTerm,
    Emphasis,
    Footnote,
    Placeholder,
    Style,
    Text,
)
from workbench.agreement.tree import Agreement, AgreementId, Draft, Kind, Party, Provision, ProvisionId
from workbench.desktop.editor.document import DraftSheet
from workbench.desktop.editor.page import Page
from workbench.desktop.editor.session import Session
from workbench.desktop.editor.sheet import Entry
from workbench.desktop.jobs import Jobs
from workbench.desktop.theme import Mode, Theme

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")


@pytest.fixture(scope="session")
def theme(qapp: QApplication) -> Theme:
    made = Theme(Mode.LIGHT)
    made.apply(qapp)
    return made


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    made = Jobs()
    yield made
    made.close()


@pytest.fixture
def agreement() -> Agreement:
    return civil_protection()


@pytest.fixture
def session(qapp: QApplication, agreement: Agreement) -> Session:
    return Session(Draft(agreement))


@pytest.fixture
def page(theme: Theme, session: Session) -> Iterator[Page]:
    made = Page(theme, session)
    made.resize(760, 700)
    made.show()
    yield made
    made.close()
    made.deleteLater()


def unit(
    number: int, kind: Kind, words: Text | str = "", *children: Provision, heading: str = ""
) -> Provision:
    """A provision whose id is its number."""
    text = Text(words) if isinstance(words, str) else words
    return Provision(identity(number), kind, text, Text(heading), children)


def identity(number: int) -> ProvisionId:
    return ProvisionId(UUID(int=number))


def from_scratch(session: Session, theme: Theme) -> list[Entry]:
    """What a sheet shows that has the whole draft set at once."""
    sheet = DraftSheet(theme)
    sheet.load(session.agreement, session.numbers)
    sheet.reach(len(sheet.lines))
    return sheet.entries


def marked(plain: str, *marks: tuple[str, AnyValue]) -> Text:
    """A text with marks on the first occurrence of some of its words."""
    text = Text(plain)
    for words, value in marks:
        start = plain.index(words)
        text = text.marked(start, start + len(words), value)
    return text


def civil_protection() -> Agreement:
    """Title, preamble, four articles with every kind of mark, a table, closing and an annex."""
    note = Text("The list is open.").marked(17, 17, Footnote("As of the day of signature."))
    informed = unit(
        30,
        Kind.PARAGRAPH,
        "The authorities inform each other of:",
        unit(31, Kind.POINT, "floods and storms;"),
        unit(32, Kind.POINT, marked("[accidents].", ("[accidents]", Bracket("EE")))),
    )
    body = (
        unit(
            10,
            Kind.ARTICLE,
            "",
            unit(
                11,
                Kind.PARAGRAPH,
                marked("“Rescue team” means a group of persons.", ("Rescue team", DefinedTerm("t", True))),
            ),
            unit(12, Kind.PARAGRAPH, note),
            heading="Definitions",
        ),
        unit(
            20,
            Kind.ARTICLE,
            "",
            unit(
                21,
                Kind.PARAGRAPH,
                marked(
                    "Each Party [shall][will] act within [number] days.",
                    ("[shall]", Alternative("g", "LV")),
                    ("[will]", Alternative("g", "EE")),
                    ("[number]", Placeholder("days", "number")),
                ),
            ),
            unit(
                22,
                Kind.PARAGRAPH,
                marked(
                    "This follows Article 3 in good faith.",
                    ("Article 3", CrossReference(identity(29))),
                    ("good faith", Emphasis(Style.ITALIC)),
                    ("follows", Comment("A. Ozola", "is this so?", date(2026, 5, 1))),
                ),
            ),
            heading="Authorities",
        ),
        unit(
            29,
            Kind.ARTICLE,
            "",
            informed,
            unit(33, Kind.PARAGRAPH, "Information is passed on within [number] days."),
            heading="Information",
        ),
        unit(
            40,
            Kind.ARTICLE,
            "",
            unit(
                41,
                Kind.TABLE,
                "",
                unit(42, Kind.ROW, "", unit(43, Kind.CELL, "State"), unit(44, Kind.CELL, "Office")),
            ),
            unit(45, Kind.PARAGRAPH, "The table is part of this Agreement."),
            heading="Points of contact",
        ),
    )
    return Agreement(
        id=AgreementId(UUID(int=1)),
        language="en",
        parties=(Party("LV", "Republic of Latvia", "Latvia"), Party("EE", "Republic of Estonia", "Estonia")),
        title=(unit(2, Kind.TITLE_LINE, "Agreement on Civil Protection"),),
        preamble=(
            unit(3, Kind.PARTIES_CLAUSE, "The Republic of Latvia and the Republic of Estonia,"),
            unit(4, Kind.RECITAL, "Recognising:", unit(5, Kind.CITATION, "the Convention of 1992;")),
            unit(6, Kind.AGREEING_FORMULA, "Have agreed as follows:"),
        ),
        body=body,
        closing=(
            unit(60, Kind.TESTIMONIUM, "In witness whereof they have signed."),
            unit(61, Kind.DONE_AT, "Done at Riga."),
            unit(
                62,
                Kind.SIGNATURE_BLOCK,
                "",
                unit(63, Kind.SIGNATORY, "For the Republic of Latvia"),
                unit(64, Kind.SIGNATORY, "For the Republic of Estonia"),
            ),
        ),
        annexes=(unit(70, Kind.ANNEX, "", unit(71, Kind.PARAGRAPH, "Boats."), heading="Equipment"),),
    )
