"""The tour: the whole main job once, on the starter library and a template, leaving the files behind.

It is what a newcomer looks at first and what runs where no window can open. Every step is the use case that
the command line and the window call.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from msgspec.structs import replace

from workbench.actions.comparing import RedlineForm, write_redline
from workbench.actions.drafting import insert_clause, new_draft, save_draft
from workbench.actions.exporting import export
from workbench.actions.importing import install_starter
from workbench.agreement.edits import move_by, set_text
from workbench.agreement.findings import Severity
from workbench.agreement.tree import Draft, Kind, Provision
from workbench.comparison import compare
from workbench.drafting.placeholders import fill, unfilled
from workbench.formats.errors import FormatError
from workbench.library import Library, Query

PARTIES = ("Republic of Latvia", "Republic of Estonia")
LATVIAN_PARTIES = ("Latvijas Republika", "Igaunijas Republika")
AUTHOR = "Republic of Latvia"
DATE = "2026-01-15T09:00:00Z"  # fixed, so that two tours leave the same files
PRECEDENT = Query("termination", type="termination", party="Denmark", language="en", limit=1)
VALUES = {
    "competent-authority-a": "the Ministry of Defence",
    "competent-authority-b": "the Ministry of Defence",
    "languages": "the English language",
    "name-a": "Minister of Defence",
    "name-b": "Minister of Defence",
    "place": "Valka",
    "day": "2026-06-09",
}


class NoFolderError(FormatError):
    """The folder of the tour cannot be made."""

    code = "tour.no-folder"
    message = "the folder cannot be made ({reason}); name another one"


@dataclass(frozen=True, slots=True)
class Stop:
    """One file of the tour and what it shows."""

    file: Path
    what: str


def walk(folder: Path) -> Iterator[Stop]:
    """Do the main job in `folder`, yielding each file as it is done.

    Files of an earlier tour are replaced. Raises `NoFolderError`.
    """
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise NoFolderError(file=str(folder), reason=error.strerror or error) from error
    place = folder / "library.sqlite"
    for stale in folder.glob("library.sqlite*"):
        stale.unlink()
    with Library.open(place) as library:
        install_starter(library)
        info = library.info()
        yield Stop(place, f"the starter library: {info.agreements} agreements, {info.clauses} clauses")

        draft = new_draft("defence-cooperation", parties=PARTIES)
        yield _saved(draft, folder / "1-draft.xml", "a new draft from the template, for Latvia and Estonia")

        found = library.search(PRECEDENT).hits[0]
        inserted = insert_clause(draft, library, found.id, as_final_provisions=True)
        doubts = sum(finding.severity is not Severity.INFO for finding in inserted.findings)
        what = f"with the final provisions of a precedent, adapted; {doubts} places to look at"
        yield _saved(inserted.draft, folder / "2-final-provisions.xml", what)

        revised = _revised(inserted.draft)
        yield _saved(revised, folder / "3-revised.xml", "the same after a round of changes")

        redline = compare(inserted.draft.agreement, revised.agreement)
        for suffix, form in ((".docx", RedlineForm.REVISIONS), (".html", RedlineForm.REVISIONS)):
            path = folder / f"4-redline{suffix}"
            write_redline(redline, path, author=AUTHOR, date=DATE, form=form)
            yield Stop(path, f"what changed: {len(redline.revisions)} revisions")

        final = _filled(revised)
        for suffix, what in (
            (".docx", "the agreement, ready to be signed"),
            (".pdf", "the same, to print"),
            (".xml", "the same as Akoma Ntoso, without anything internal"),
        ):
            path = folder / f"5-agreement{suffix}"
            export(final.agreement, path)
            yield Stop(path, what)

        latvian = new_draft("defence-cooperation", parties=LATVIAN_PARTIES, language="lv")
        path = folder / "6-vienosanas.docx"
        export(latvian.agreement, path)
        yield Stop(path, "the same template in Latvian, names declined")


def _saved(draft: Draft, path: Path, what: str) -> Stop:
    save_draft(draft, path)
    return Stop(path, what)


def _revised(draft: Draft) -> Draft:
    """A round of negotiation: words added to one paragraph, the next one moved to the end of its article."""
    agreement = draft.agreement
    article = next(a for a in agreement.of_kind(Kind.ARTICLE) if _paragraphs(a) > 2)
    first, second = article.children[:2]
    end = len(first.text.plain.rstrip().rstrip("."))
    agreement = set_text(
        agreement, first.id, first.text.replace(end, end, ", and shall keep each other informed")
    )
    return replace(draft, agreement=move_by(agreement, second.id, len(article.children)))


def _filled(draft: Draft) -> Draft:
    """Every open placeholder filled, with what the template offers where the tour has nothing better."""
    for blank in unfilled(draft):
        draft = fill(draft, blank.key, VALUES.get(blank.key) or blank.default or blank.label)
    return draft


def _paragraphs(article: Provision) -> int:
    return sum(unit.kind is Kind.PARAGRAPH for unit in article.children)
