"""What a clause is about, asked in a list that is searched by typing: 83 types are too many for a menu.

First stand the types the clause has, then those that something in it speaks for, each with the words that
did, then those chosen lately, then all others by name.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QWidget

from workbench.agreement.tree import ProvisionId
from workbench.desktop.clause_type_names import clause_type_headings
from workbench.desktop.palette import Entry, Palette
from workbench.desktop.review.correction import Correction
from workbench.desktop.theme import Theme

_LATELY = 5


class TypeChooser(Palette):
    """The list. Enter makes a type the only one, Shift+Enter adds it to the others or takes it away."""

    def __init__(self, theme: Theme, names: Mapping[str, str], over: QWidget) -> None:
        translate = QCoreApplication.translate
        super().__init__(
            theme,
            (self._entries,),
            over,
            name=translate("TypeChooser", "Clause type"),
            placeholder=translate(
                "TypeChooser", "What it is about: Enter this only, Shift+Enter this as well"
            ),
            most=len(names),
        )
        self._names = names
        self._headings: Mapping[str, tuple[str, ...]] = {}
        self._lately: list[str] = []
        self._asked: tuple[Correction, ProvisionId] | None = None

    def ask(self, correction: Correction, unit: ProvisionId) -> None:
        """Ask what a clause is about."""
        self._headings = self._headings or clause_type_headings()
        self._asked = (correction, unit)
        self.open()

    def close_palette(self) -> None:
        """Hide it; what it asked about may go."""
        super().close_palette()
        self._asked = None

    def _entries(self, words: str) -> Sequence[Entry]:
        if self._asked is None:
            return ()
        correction, unit = self._asked
        found = correction.agreement.find(unit)
        has = found.types if found is not None else ()
        cues = dict(correction.cues.get(unit, ()))
        first = [key for key in (*has, *cues, *self._lately) if key in self._names]
        others = sorted(set(self._names) - set(first), key=lambda key: self._names[key].casefold())
        made = []
        for key in dict.fromkeys((*first, *others)):
            if matches(words, self._names[key], key.replace("_", " "), *self._headings.get(key, ())):
                cue = f"“{cues[key]}”" if cues.get(key) else ""
                lately = self.tr("chosen lately") if key in self._lately else ""
                icon = "check" if key in has else "bookmark-simple"
                toggled = tuple(one for one in has if one != key) if key in has else (*has, key)
                choose = partial(self._give, correction, unit, key, (key,))
                also = partial(self._give, correction, unit, key, toggled)
                made.append(Entry(self._names[key], cue or lately, icon, choose, also=also))
        return made

    def _give(self, correction: Correction, unit: ProvisionId, key: str, types: tuple[str, ...]) -> None:
        self._lately = [key, *(one for one in self._lately if one != key)][:_LATELY]
        found = correction.agreement.find(unit)
        if found is not None and found.types != types:
            correction.set_types(self.tr("Change clause type"), unit, types)


def matches(words: str, *names: str) -> bool:
    """Whether every word typed begins a word of one and the same name."""
    wanted = words.casefold().split()
    return any(
        all(
            any(part.startswith(word) for part in name.casefold().replace("-", " ").split())
            for word in wanted
        )
        for name in names
    )
