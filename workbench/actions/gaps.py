"""Gap analysis: a draft against a precedent, a template or the usual set, with insertion on the spot.

A precedent is an agreement of the library or in a file of any format that can be read; `precedent_named`
finds whichever a name stands for. What is missing is told with the clause that would close the gap.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbench.agreement.errors import WorkbenchError
from workbench.agreement.languages import language
from workbench.agreement.progress import SILENT, Progress
from workbench.agreement.tree import Agreement

if TYPE_CHECKING:
    from collections.abc import Callable

    from workbench.agreement.tree import Draft
    from workbench.drafting.gaps import Analysis, Gap
    from workbench.drafting.insertion import Inserted, Origin
    from workbench.library import Library


class NoAgreementError(WorkbenchError):
    """A file chosen as a precedent that holds something else."""

    code = "gaps.no-agreement"
    message = "no agreement was found in this file, so nothing can be held against it; choose another"


class PrecedentLanguageError(WorkbenchError):
    """A precedent in another language than the draft."""

    code = "gaps.language"
    message = (
        "the precedent is in {precedent} and the draft in {draft}; "
        "choose a precedent in the language of the draft"
    )


class NoSuchPrecedentError(WorkbenchError):
    """A name that is no file, no template and no agreement of the library."""

    code = "gaps.no-such-precedent"
    message = (
        "“{name}” is no file, no template and no agreement of the library; `workbench templates` and "
        "`workbench search` tell the names of the latter"
    )


class Precedent(msgspec.Struct, frozen=True):
    """An agreement to hold a draft against, and the file it was read from ("" for a template)."""

    agreement: Agreement
    file: str = ""
    sha256: str = ""
    reader: str = ""

    @property
    def origin(self) -> Origin:
        """What a clause taken from it says of where it came from."""
        from workbench.drafting.insertion import Origin

        name = self.file or self.agreement.template or self.agreement.title_text
        return Origin(file=name, sha256=self.sha256, reader=self.reader)


def read_precedent(path: Path, *, wanted: str = "", progress: Progress = SILENT) -> Precedent:
    """The agreement in a file of any format.

    Raises the errors of reading, `NoAgreementError` and, where a language is `wanted`,
    `PrecedentLanguageError`.
    """
    from workbench.actions.reading import read_file

    read = read_file(path, progress=progress)
    if not read.recognised.is_agreement:
        raise NoAgreementError(file=str(path))
    if wanted and read.agreement.language != wanted:
        raise _other_language(read.agreement.language, wanted, file=str(path))
    return Precedent(read.agreement, file=read.name, sha256=read.sha256, reader=read.reader)


def precedent_named(
    name: str, draft: Agreement, *, library: Callable[[], Library] | None = None, progress: Progress = SILENT
) -> Precedent:
    """The file, template or agreement of the library that a name stands for, in this order.

    An agreement of the library goes by its id; `library` is opened only where that is asked for. Raises
    `NoSuchPrecedentError` and the errors of `read_precedent`.
    """
    from workbench.drafting import templates

    if Path(name).is_file() or Path(name).suffix:
        return read_precedent(Path(name), wanted=draft.language, progress=progress)
    if any(info.slug == name for info in templates.available()):
        return Precedent(templates.load(name, draft.language).agreement)
    kept = library() if library is not None else None
    known = kept.agreements() if kept is not None else ()
    info = next((info for info in known if str(info.id) == name), None)
    if kept is None or info is None:
        raise NoSuchPrecedentError(name=name)
    if info.language != draft.language:
        raise _other_language(info.language, draft.language)
    return Precedent(kept.agreement(name, language=info.language), file=info.file, sha256=info.sha256)


def _other_language(precedent: str, draft: str, *, file: str | None = None) -> PrecedentLanguageError:
    return PrecedentLanguageError(file=file, precedent=language(precedent).name, draft=language(draft).name)


def analyse_gaps(
    draft: Agreement, *, precedent: Agreement | None = None, template: str | None = None
) -> Analysis:
    """What is missing, extra and different: against the precedent, else the template, else the usual set."""
    from workbench.drafting import gaps

    if precedent is not None:
        return gaps.analyse(draft, precedent)
    if template is not None:
        return gaps.against_template(draft, template)
    return gaps.against_usual(draft)


def close_gap(draft: Draft, gap: Gap, analysis: Analysis, *, origin: Origin | None = None) -> Inserted:
    """Insert the clause of a gap where it fits. `origin` is the precedent's file; a template has none."""
    from workbench.drafting.insertion import insert

    source = analysis.source
    return insert(
        draft,
        (gap.clause,),
        source=source,
        origin=origin or Precedent(source).origin,
        after=gap.after,
    )
