"""A new agreement: template, language, parties, placeholders; then the draft is on the desk.

What is wrong is said at its field or, where no field is to blame, in a banner. Making the draft runs beside
the window; the page only asks for it.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QScrollArea, QWidget

from workbench.agreement.errors import WorkbenchError
from workbench.desktop.beginning.blanks import BlankFields
from workbench.desktop.beginning.parties import PartyFields
from workbench.desktop.beginning.template_list import TemplateList
from workbench.desktop.kit import (
    Banner,
    Banners,
    Button,
    ComboBox,
    EmptyState,
    Field,
    Frame,
    Label,
    column,
    holder,
    row,
    rule,
)
from workbench.desktop.language_names import language_name
from workbench.desktop.theme import SERIF, Theme
from workbench.desktop.window import Room
from workbench.drafting.templates import TemplateInfo

PartyNames = Callable[[str], Sequence[str]]
"""The names to offer for parties in a language."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the new agreement shall be."""

    template: str
    language: str
    parties: tuple[str, ...]
    values: dict[str, str] = field(default_factory=dict)


class NewAgreementPage(Room):
    """The form. `wished` carries a complete `Wish`."""

    wished = Signal(object)
    left = Signal()

    def __init__(self, theme: Theme, party_names: PartyNames) -> None:
        super().__init__()
        self._theme, self._party_names = theme, party_names
        self.banners = Banners(theme)
        self.templates = TemplateList(theme)
        self.templates.current_changed.connect(self._template_chosen)
        self.language = ComboBox(theme, name=self.tr("Language"))
        self.language.currentIndexChanged.connect(lambda _index: self._language_chosen())
        self.parties = PartyFields(theme)
        self.blanks = BlankFields(theme)
        self._heading = Label(theme, "", 20, 600, family=SERIF, wrap=True)
        self._create = Button(theme, self.tr("Create draft"), "primary", icon="check", run=self.wish)
        self._build()

    def show_templates(self, templates: Sequence[TemplateInfo], *, language: str = "") -> None:
        """Offer these templates; `language` is chosen where a template has it."""
        self._wanted_language = language
        self.templates.show_templates(templates)
        self._none.setVisible(not templates)
        self._form.setVisible(bool(templates))

    def choose(self, slug: str) -> None:
        """Begin with a template."""
        self.templates.look_at(slug)

    def wish(self) -> None:
        """Ask for the draft if the form is complete."""
        info = self.templates.current()
        if info is None or not self.parties.check():
            self.parties.focus_first()
            return
        self.banners.clear()
        self._create.setEnabled(False)
        wish = Wish(info.slug, self._language(), self.parties.names(), self.blanks.values())
        self.wished.emit(wish)

    def refuse(self, error: WorkbenchError) -> None:
        """Say why the draft could not be made."""
        self._create.setEnabled(True)
        sentence = error.sentence[:1].upper() + error.sentence[1:]
        if not self.blanks.set_error(error.values.get("key", ""), sentence):
            self.banners.clear()
            self.banners.show_banner(
                Banner(self._theme, sentence, severity="error", close_name=self.tr("Close"))
            )

    def finish(self) -> None:
        """The draft is on the desk: the next one begins with an empty form."""
        self._create.setEnabled(True)
        self.parties.set_names(["", ""])
        self.blanks.show_blanks(())
        self._template_chosen(self.templates.current())

    def entered(self) -> None:
        """The cursor goes to the first party that is not named."""
        self._create.setEnabled(True)
        self.parties.focus_first()

    def _build(self) -> None:
        theme = self._theme
        words = column(
            None,
            Label(theme, self.tr("New agreement"), 16, 600, family=SERIF),
            Label(theme, self.tr("Choose a template and name the parties."), 13, tone="ink2"),
            None,
            gap=0,
        )
        leaving = Button(theme, self.tr("Cancel"), run=self.left.emit)
        header = Frame("header", row(words, None, leaving, self._create, margins=(20, 0, 16, 0)), height=57)
        list_head = Label(theme, self.tr("Template"), 13, 600, "ink2")
        left = holder(column(list_head, (self.templates, 1), gap=8, margins=(20, 24, 12, 24)))
        left.setMinimumWidth(340)
        left.setMaximumWidth(520)
        later = self.tr("What is left empty stays a marked place in the draft and is filled in there.")
        form = column(
            self._heading,
            8,
            Field(theme, self.tr("Language"), self.language),
            4,
            Label(theme, self.tr("Parties"), 16, 600),
            self.parties,
            8,
            rule(),
            4,
            Label(theme, self.tr("Placeholders"), 16, 600),
            Label(theme, later, 13, tone="ink2", wrap=True),
            self.blanks,
            None,
            gap=10,
            margins=(24, 24, 24, 32),
        )
        card = Frame("card", form)
        card.setMaximumWidth(640)
        inside = holder(row((card, 8), None, margins=(12, 24, 20, 24)))
        scroll = QScrollArea()
        scroll.setWidgetResizable(True)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._form: QWidget = holder(row((left, 4), (scroll, 6), gap=0))
        self._none = EmptyState(
            theme, "layout", self.tr("No templates"), self.tr("The program's templates were not found.")
        )
        self._none.hide()
        above = holder(column(self.banners, margins=(20, 8, 20, 0)))
        self.setLayout(column(header, above, (self._form, 1), (self._none, 1), gap=0))
        self._wanted_language = ""

    def _template_chosen(self, info: TemplateInfo | None) -> None:
        if info is None:
            return
        self._heading.set(info.title)
        before = self._language() or self._wanted_language
        self.language.blockSignals(True)
        self.language.clear()
        for code in info.languages:
            self.language.addItem(language_name(code), code)
        at = self.language.findData(before)
        self.language.setCurrentIndex(max(0, at))
        self.language.blockSignals(False)
        self.blanks.show_blanks(info.placeholders)
        self._language_chosen()

    def _language_chosen(self) -> None:
        self.parties.offer(self._party_names(self._language() or "en"))

    def _language(self) -> str:
        code = self.language.currentData()
        return code if isinstance(code, str) else ""
