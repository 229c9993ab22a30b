"""What the form for a new agreement and the templates page ask, and the answers they are given."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Signal

from workbench.agreement.errors import WorkbenchError
from workbench.desktop import heavy
from workbench.desktop.jobs import Jobs
from workbench.desktop.kit import Banner
from workbench.desktop.theme import Theme
from workbench.desktop.window import Window
from workbench.settings import user_data

if TYPE_CHECKING:
    from workbench.agreement.states import States
    from workbench.agreement.tree import Draft
    from workbench.desktop.beginning.new_agreement import NewAgreementPage, Wish
    from workbench.desktop.beginning.templates_page import TemplatesPage
    from workbench.drafting.templates import TemplateInfo

NEW, TEMPLATES = "new", "templates"


class BeginningRoom(QObject):
    """Both pages are made when they are first gone to. `made` carries a new draft."""

    made = Signal(object)

    def __init__(self, window: Window, theme: Theme, jobs: Jobs, *, language: str) -> None:
        super().__init__(window)
        self._window, self._theme, self._jobs, self._language = window, theme, jobs, language
        self._known: tuple[TemplateInfo, ...] | None = None
        self._wanted = ""

    @cached_property
    def form(self) -> NewAgreementPage:
        """The form for a new agreement."""
        from workbench.desktop.beginning.new_agreement import NewAgreementPage

        page = NewAgreementPage(self._theme, self.party_names)
        page.wished.connect(self._make_draft)
        page.left.connect(lambda: self._window.go("drafts"))
        self._load()
        return page

    @cached_property
    def templates(self) -> TemplatesPage:
        """The templates to look through."""
        from workbench.desktop.beginning.templates_page import TemplatesPage

        page = TemplatesPage(self._theme)
        page.begin_asked.connect(self.begin)
        page.outline_asked.connect(self._outline)
        page.folder_asked.connect(_open_folder)
        self._load()
        return page

    def begin(self, slug: str = "") -> None:
        """Show the form, perhaps with a template chosen."""
        self._wanted = slug
        if slug:
            self.form.choose(slug)
        self._window.go(NEW)

    def reload(self) -> None:
        """A template was kept: the lists are read anew, now where they are shown."""
        self._known = None
        if "templates" in self.__dict__ or "form" in self.__dict__:
            self._load()

    def finish(self) -> None:
        """The new draft is on the desk."""
        self.form.finish()

    def party_names(self, language: str) -> Sequence[str]:
        """The formal names of all States in a language, in alphabetical order."""
        states = self._states
        return sorted(states.forms(code, language).formal.nom for code in states.codes)

    @cached_property
    def _states(self) -> States:
        from workbench.agreement.states import States

        return States.load()

    def _load(self) -> None:
        known = self._known
        if known is not None:
            # The page that asks is not yet known under its name: it is still being made.
            QTimer.singleShot(0, self, lambda: self._show(known))
            return
        job = self._jobs.run(self.tr("Reading the templates"), lambda _progress: _available(), shown=False)
        job.succeeded.connect(self._show)
        job.failed.connect(self._tell)

    def _show(self, templates: tuple[TemplateInfo, ...]) -> None:
        self._known = templates
        if "templates" in self.__dict__:
            self.templates.show_templates(templates)
        if "form" in self.__dict__:
            self.form.show_templates(templates, language=self._language)
            if self._wanted:
                self.form.choose(self._wanted)

    def _make_draft(self, wish: Wish) -> None:
        job = self._jobs.run_heavy(
            self.tr("Making the draft"),
            heavy.new_draft,
            template=wish.template,
            parties=wish.parties,
            language=wish.language,
            values=wish.values,
        )
        job.succeeded.connect(self.made)
        job.failed.connect(self.form.refuse)

    def _outline(self, info: TemplateInfo) -> None:
        job = self._jobs.run(self.tr("Reading the template"), lambda _p: _load_one(info), shown=False)
        job.succeeded.connect(lambda draft: self.templates.show_outline(info.slug, draft.agreement))
        job.failed.connect(self._tell)

    def _tell(self, error: WorkbenchError) -> None:
        sentence = error.sentence[:1].upper() + error.sentence[1:]
        self.form.banners.clear()
        self.form.banners.show_banner(
            Banner(self._theme, sentence, severity="error", close_name=self.tr("Close"))
        )


def _available() -> tuple[TemplateInfo, ...]:
    from workbench.drafting import templates

    return templates.available()


def _load_one(info: TemplateInfo) -> Draft:
    from workbench.drafting import templates

    return templates.load(info.slug, info.languages[0])


def _open_folder() -> None:
    folder = user_data() / "templates"
    folder.mkdir(parents=True, exist_ok=True)
    from PySide6.QtCore import QUrl
    from PySide6.QtGui import QDesktopServices

    QDesktopServices.openUrl(QUrl.fromLocalFile(str(folder)))
