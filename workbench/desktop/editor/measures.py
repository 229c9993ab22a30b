"""What a draft is held against: the usual set, a template, an agreement of the library, or a file."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from workbench.actions import gaps
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.tree import Agreement, Draft
from workbench.desktop.editor.insertion import redlined
from workbench.desktop.editor.saying import said_finding

if TYPE_CHECKING:
    from workbench.actions.gaps import Precedent
    from workbench.desktop.kit import Span
    from workbench.drafting.gaps import Analysis, Gap
    from workbench.drafting.insertion import Origin
    from workbench.library import Library


@dataclass(frozen=True, slots=True)
class Measure:
    """One thing to hold a draft against: `template` and `agreement` by name, `precedent` as read from a file.

    None of them is the usual set. `words` is what it is called.
    """

    words: str
    template: str = ""
    agreement: str = ""
    file: str = ""
    sha256: str = ""
    precedent: Precedent | None = field(default=None, compare=False)

    @property
    def origin(self) -> Origin | None:
        """What a clause taken from it says of where it came from; None for a template."""
        from workbench.drafting.insertion import Origin

        if self.precedent is not None:
            return self.precedent.origin
        return Origin(file=self.file, sha256=self.sha256) if self.agreement else None

    def analysis(self, draft: Agreement, library: Library | None) -> Analysis:
        """The draft held against it."""
        if self.precedent is not None:
            return gaps.analyse_gaps(draft, precedent=self.precedent.agreement)
        if self.agreement and library is not None:
            kept = library.agreement(self.agreement, language=draft.language)
            return gaps.analyse_gaps(draft, precedent=kept)
        return gaps.analyse_gaps(draft, template=self.template or None)


@dataclass(frozen=True, slots=True)
class Shown:
    """How a missing clause would read in the draft: the wording, what adaptation changes, what it cannot."""

    text: str
    spans: tuple[Span, ...] = ()
    warnings: tuple[str, ...] = ()


def measures(language: str, library: Library | None) -> tuple[Measure, ...]:
    """The templates and the agreements of the library in a language."""
    from workbench.drafting.templates import available

    templates = [
        Measure(info.title, template=info.slug)
        for info in available()
        if language in info.languages and not info.problem
    ]
    kept = [
        Measure(
            " – ".join(part for part in (one.title, str(one.year or "")) if part),
            agreement=one.id,
            file=one.file,
            sha256=one.sha256,
        )
        for one in (library.agreements() if library is not None else ())
        if one.language == language and one.kind != "background"
    ]
    return (*templates, *kept)


def shown(draft: Draft, gap: Gap, analysis: Analysis, origin: Origin | None) -> Shown:
    """What inserting the clause of a gap would put into the draft."""
    try:
        made = gaps.close_gap(draft, gap, analysis, origin=origin)
    except WorkbenchError as error:
        return Shown(gap.clause.words, warnings=(error.sentence,))
    text, spans = redlined(made, analysis.source)
    return Shown(text, spans, tuple(dict.fromkeys(said_finding(finding) for finding in made.findings)))
