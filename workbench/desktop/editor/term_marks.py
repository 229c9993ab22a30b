"""The defined terms of the draft on the desk: what is typed is known as a definition or as a use of a term.

Every stroke passes through here before it becomes a step: the wordings it changed get the marks that their
terms ask for, in the same step. Where a definition comes out under another name while its uses still have the
old one, `renamed` says so, until the uses have followed or the old name is back.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from workbench.agreement import edits
from workbench.agreement.progress import Progress
from workbench.agreement.text import DefinedTerm
from workbench.agreement.tree import Agreement, Provision, ProvisionId
from workbench.desktop.editor.lines import Line, retouched
from workbench.desktop.editor.session import Session
from workbench.desktop.jobs import Jobs

if TYPE_CHECKING:
    from workbench.drafting.defined_terms.living import Glossary


@dataclass(frozen=True, slots=True)
class Rewritten:
    """A term under the name its definition had and has, and how many uses still have the old one."""

    old: str
    new: str
    uses: int


class TermMarks(QObject):
    """Follows one session. Until its glossary has been made, strokes go through as they are."""

    def __init__(self, session: Session) -> None:
        super().__init__(session)
        self._session = session
        self._glossary: Glossary | None = None
        self._read: Agreement | None = None
        self._before: dict[ProvisionId, tuple[str, ...]] = {}

    def prepare(self, jobs: Jobs) -> None:
        """Have the glossary made beside the window: the grammars take a moment to load."""
        agreement = self._session.agreement

        def work(_progress: Progress) -> tuple[Agreement, Glossary]:
            from workbench.drafting.defined_terms.living import Glossary

            return agreement, Glossary.of(agreement)

        jobs.run(self.tr("Reading the defined terms"), work, shown=False).succeeded.connect(self._made)

    def prepare_now(self) -> None:
        """The same at once, for whoever can wait."""
        from workbench.drafting.defined_terms.living import Glossary

        self._made((self._session.agreement, Glossary.of(self._session.agreement)))

    def followed(self, after: Agreement) -> Agreement:
        """What a stroke has made of the draft, with the marks of terms as the changed wordings want them."""
        before = self._session.agreement
        glossary = self._current(before)
        if glossary is None or after is before:
            return after
        from workbench.drafting.defined_terms.living import followed

        agreement = after
        for unit in _changed(before, after):
            new = followed(unit, after, glossary)
            if new is not unit:
                agreement = edits.update(agreement, unit.id, lambda _, new=new: (new,))  # type: ignore[misc]  # mypy infers no lambda with a default
            self._note(before.find(unit.id), new)
        self._read = agreement
        return agreement

    def renamed(self, provision: ProvisionId) -> Rewritten | None:
        """What became of a definition that was rewritten here while uses have the old name."""
        before = self._before.get(provision)
        agreement = self._session.agreement
        now = _defined(agreement.find(provision)) if before is not None else ()
        if before is None or len(before) != len(now):
            return None
        changed = [(old, new) for old, new in zip(before, now, strict=True) if old != new]
        if len(changed) != 1:
            return None
        old, new = changed[0]
        marks = [mark for unit in agreement.walk() for mark in _terms(unit) if mark.term == old]
        return Rewritten(old, new, len(marks)) if marks and not any(m.defines for m in marks) else None

    def settle(self, provision: ProvisionId) -> None:
        """Speak no more of what was rewritten here."""
        self._before.pop(provision, None)

    def at(self, line: Line, start: int, end: int) -> str:
        """The term that the words [start, end) of a line belong to, "" for none."""
        marks = [*line.text.marks]
        if self._glossary is not None:
            marks.extend(self._glossary.uses(line.text))
        return next(
            (
                mark.value.term
                for mark in marks
                if isinstance(mark.value, DefinedTerm) and mark.start <= start and end <= mark.end
            ),
            "",
        )

    def _made(self, made: tuple[Agreement, Glossary]) -> None:
        self._read, self._glossary = made

    def _current(self, agreement: Agreement) -> Glossary | None:
        """The glossary of the tree as it stands; what else than a stroke has changed it is read anew."""
        if self._glossary is not None and self._read is not agreement:
            from workbench.drafting.defined_terms.living import Glossary

            self._read, self._glossary = agreement, Glossary.of(agreement)
        return self._glossary

    def _note(self, old: Provision | None, new: Provision) -> None:
        """Remember what a provision defined before it was rewritten, and know the terms it defines now."""
        before, now = _defined(old), _defined(new)
        if before == now or self._glossary is None:
            return
        first = self._before.setdefault(new.id, before)
        if first == now or not first:
            self._before.pop(new.id)
        kept = {term for term in self._glossary.terms if term not in before or term in first}
        from workbench.drafting.defined_terms.living import Glossary

        self._glossary = Glossary({*kept, *now}, self._glossary.language)


def _defined(unit: Provision | None) -> tuple[str, ...]:
    return tuple(mark.term for mark in _terms(unit) if mark.defines) if unit is not None else ()


def _terms(unit: Provision) -> list[DefinedTerm]:
    return [
        mark.value
        for text in (unit.heading, unit.text, unit.wrap_up)
        for mark in text.marks
        if isinstance(mark.value, DefinedTerm)
    ]


def _changed(before: Agreement, after: Agreement) -> tuple[Provision, ...]:
    """The provisions whose own wording may have changed."""
    touched = retouched(before, after)
    if touched is not None:
        return touched
    known = {id(unit) for unit in before.walk()}
    return tuple(unit for unit in after.walk() if id(unit) not in known)
