"""The templates: what the program ships and what the user keeps, each to be looked through and begun with."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QTextBrowser

from workbench.agreement.numbering import numbers
from workbench.agreement.quoting import in_short
from workbench.agreement.tree import BASIC, Agreement, Kind, Provision
from workbench.desktop.beginning.template_list import TemplateList, about
from workbench.desktop.kit import Button, Frame, Label, column, holder, row
from workbench.desktop.theme import SERIF, Theme
from workbench.desktop.window import Room
from workbench.drafting.templates import TemplateInfo


class TemplatesPage(Room):
    """`begin_asked` carries the slug of a template, `outline_asked` a template to be read for the outline."""

    begin_asked = Signal(str)
    outline_asked = Signal(object)
    folder_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.list = TemplateList(theme)
        self.list.current_changed.connect(self._look)
        self.list.chosen.connect(lambda info: self.begin_asked.emit(info.slug))
        self._title = Label(theme, "", 20, 600, family=SERIF, wrap=True)
        self._about = Label(theme, "", 13, tone="ink2", wrap=True)
        self._outline = QTextBrowser()
        self._outline.setAccessibleName(self.tr("Outline of the template"))
        self._outline.setOpenLinks(False)
        self._outline.document().setDocumentMargin(0)
        self._begin = Button(theme, self.tr("Begin with this template"), "primary", icon="file-plus")
        self._begin.clicked.connect(self._begin_now)
        folder = Button(theme, self.tr("Open my templates folder"), icon="folder-open")
        folder.clicked.connect(self.folder_asked)
        words = column(
            None,
            Label(theme, self.tr("Templates"), 16, 600, family=SERIF),
            Label(theme, self.tr("Agreements to begin with; your own come first."), 13, tone="ink2"),
            None,
            gap=0,
        )
        header = Frame("header", row(words, None, folder, self._begin, margins=(20, 0, 16, 0)), height=57)
        left = holder(column((self.list, 1), margins=(20, 24, 12, 24)))
        left.setMinimumWidth(340)
        left.setMaximumWidth(520)
        inside = column(self._title, self._about, 8, (self._outline, 1), gap=4, margins=(24, 20, 16, 16))
        right = holder(row((Frame("card", inside), 1), margins=(12, 26, 20, 30)))
        self.setLayout(column(header, row((left, 4), (right, 6), gap=0), gap=0))
        theme.changed.connect(self._redraw)
        self._shown: Agreement | None = None

    def show_templates(self, templates: Sequence[TemplateInfo]) -> None:
        """Show these templates."""
        self.list.show_templates(templates)
        self._begin.setEnabled(bool(templates))

    def show_outline(self, slug: str, agreement: Agreement) -> None:
        """Show what a template consists of."""
        now = self.list.current()
        if now is not None and now.slug == slug:
            self._shown = agreement
            self._redraw()

    def _look(self, info: TemplateInfo | None) -> None:
        self._shown = None
        self._outline.clear()
        if info is not None:
            self._title.set(info.title)
            self._about.set(about(info))
            self.outline_asked.emit(info)

    def _begin_now(self) -> None:
        info = self.list.current()
        if info is not None:
            self.begin_asked.emit(info.slug)

    def _redraw(self) -> None:
        if self._shown is None:
            return
        known = numbers(self._shown)
        lines = []
        for unit in self._shown.units():
            for provision in unit.walk():
                if provision.kind in (*BASIC, Kind.PART, Kind.CHAPTER, Kind.ANNEX, Kind.TITLE_LINE):
                    printed = known[provision.id].printed if provision.id in known else ""
                    lines.append(_line(self._theme, printed, provision))
        self._outline.setHtml("".join(lines))
        self._outline.verticalScrollBar().setValue(0)


def _line(theme: Theme, printed: str, provision: Provision) -> str:
    words = provision.heading.plain or provision.text.plain
    first = provision.children[0].text.plain if provision.children else ""
    ink, soft = theme.tokens["ink"], theme.tokens["ink2"]
    number = f"<span style='color:{soft}'>{_escaped(printed)}&nbsp;&nbsp;</span>" if printed else ""
    below = f"<br><span style='color:{soft}'>{_escaped(in_short(first, 160))}</span>" if first else ""
    return (
        f"<p style='margin:0 0 10px 0; font-family:\"{SERIF}\"; font-size:15px; color:{ink}'>"
        f"{number}<b>{_escaped(words)}</b>{below}</p>"
    )


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
