"""Drafting: begin, open, save, fill; take a clause from the library into a draft."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import msgspec

from workbench.actions.reading import read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.numbering import numbers
from workbench.agreement.tree import Agreement, Draft, Party, ProvisionId, Register

if TYPE_CHECKING:
    from workbench.drafting.defined_terms.phrases import Slot
    from workbench.drafting.defined_terms.renaming import Renaming
    from workbench.drafting.insertion import Inserted
    from workbench.drafting.offers import Offer
    from workbench.library import Library


class NotADraftError(WorkbenchError):
    """A file that is to be edited as a draft and is none."""

    code = "actions.not-a-draft"
    message = "it is not a draft; drafts are Akoma Ntoso files (.xml), so import it or begin a new draft"


class NotADraftNameError(WorkbenchError):
    """A draft is to be written under the name of another format."""

    code = "actions.not-a-draft-name"
    message = "a draft is saved as .xml (Akoma Ntoso); name it so, and use `export` for other formats"


class NoSuchPlaceError(WorkbenchError):
    """The place named by the user is not in the draft."""

    code = "actions.no-such-place"
    message = "the draft has no “{place}”; name a provision as the draft cites it, such as “{example}”"


class NoWordingError(WorkbenchError):
    """A background document has no clauses that could be inserted."""

    code = "actions.no-wording"
    message = "“{title}” is kept as a background document and has no clauses to insert"


def new_draft(
    template: str,
    *,
    parties: Sequence[str],
    language: str = "en",
    values: Mapping[str, str] | None = None,
) -> Draft:
    """A draft from a template, for these parties, with these placeholders filled."""
    from workbench.drafting import assembly

    return _with_uses(assembly.new_draft(template, parties=parties, language=language, values=values or {}))


def open_draft(path: Path) -> Draft:
    """The draft in an Akoma Ntoso file."""
    draft = read_file(path).draft
    if draft is None:
        raise NotADraftError(file=str(path))
    return _with_uses(draft)


def save_template(draft: Draft, slug: str) -> Path:
    """Keep a draft as a template of the user's own; returns its file. Raises `TemplateNameError`."""
    from workbench.drafting import templates

    return templates.save(draft, slug)


def save_draft(draft: Draft, path: Path) -> None:
    """Write the draft with everything it holds; the old file stays until the new one is whole and valid.

    Raises `NotADraftNameError` and the errors of `akn.write`.
    """
    from workbench.formats import akn

    if path.suffix.casefold() != ".xml":  # under another ending no program would read it again
        raise NotADraftNameError(file=str(path))
    akn.write(draft, path)


def insert_clause(
    draft: Draft,
    library: Library,
    clause_id: str,
    *,
    after: ProvisionId | None = None,
    as_final_provisions: bool = False,
    mapping: Mapping[str, str] | None = None,
    without: Collection[str] = (),
    register: Register | None = None,
) -> Inserted:
    """Put a clause of the library into the draft, adapted to its parties.

    `without` are reasons of change to leave alone (`drafting.adaptation.REASONS`), `register` the wording
    asked for. `take_offers` makes placeholders of the dates and sums the result offers.
    """
    from workbench.drafting import insertion

    clause = library.clause(clause_id)
    if clause.provision is None:
        raise NoWordingError(title=clause.hit.agreement)
    found = clause.hit.provenance
    inserted = insertion.insert(
        draft,
        (clause.provision,),
        source=library.agreement(clause.hit.agreement_id, language=clause.hit.language),
        origin=insertion.Origin(file=found.file, sha256=found.sha256, reader=found.reader),
        after=after,
        as_final_provisions=as_final_provisions,
        mapping=mapping or {},
        without=without,
        register=register,
    )
    return replace(inserted, draft=_with_uses(inserted.draft, inserted.provisions))


def take_offers(inserted: Inserted, offered: Sequence[Offer] | None = None) -> Draft:
    """The draft with dates and sums of the precedent as open placeholders: those given, or all offered."""
    from workbench.drafting.offers import take

    return take(inserted.draft, inserted.offers if offered is None else offered)


def party_forms(party: Party, language: str) -> dict[str, str]:
    """A party's full name in every case (case -> form), to be shown and corrected."""
    from workbench.agreement.states import States

    return {case.value: form for case, form in States.load().forms_of(party, language).items()}


def correct_party(draft: Draft, key: str, forms: Mapping[str, str]) -> Draft:
    """The draft with case forms of a party's name corrected, wherever its name stands."""
    from workbench.agreement.states import States
    from workbench.drafting.party_names import corrected

    return corrected(draft, key, forms, States.load())


def term_forms(name: str, language: str) -> Mapping[Slot, str]:
    """The forms of a term, given in the nominative, that are certain: (case, number) -> form."""
    from workbench.drafting.defined_terms.phrases import phrase_of

    return phrase_of(name, language).forms() if name.strip() else {}


def rename_term(
    agreement: Agreement, old: str, new: str, forms: Mapping[Slot, str] | None = None
) -> Renaming:
    """Every place of a term with what would stand there under another name; `applied` makes the changes.

    The same name twice lists the places as they are. `forms` of the new name hold before any rule.

    Raises `UnknownTermError`, `NoNameError` and `TermTakenError`.
    """
    from workbench.drafting.defined_terms import renaming

    return renaming.rename(agreement, old, new, forms)


def _with_uses(draft: Draft, provisions: Sequence[ProvisionId] | None = None) -> Draft:
    """The draft with the uses of its terms marked, so that they are known as such while one writes."""
    from workbench.drafting.defined_terms.living import with_uses

    return msgspec.structs.replace(draft, agreement=with_uses(draft.agreement, provisions))


def place(agreement: Agreement, named: str) -> ProvisionId:
    """The provision a user names by its label ("Article 5(2)", "5. pants") or eId ("art_5__para_2")."""
    from workbench.formats import akn

    wanted = _folded(named)
    known = numbers(agreement)
    for identity, number in known.items():
        if wanted and wanted in (_folded(number.label), _folded(number.printed)):
            return identity
    for identity, eid in akn.eids(agreement).items():
        if named.strip() == eid:
            return identity
    example = next((known[unit.id].label for unit in agreement.body), "Article 1")
    raise NoSuchPlaceError(place=named, example=example)


def _folded(label: str) -> str:
    return "".join(label.casefold().split()).rstrip(".:")
