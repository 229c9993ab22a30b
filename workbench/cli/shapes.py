"""The JSON shapes of the command line's contract: keys may be added, never renamed."""

from __future__ import annotations

import json
from collections import Counter
from typing import TYPE_CHECKING, Any

from workbench.actions.importing import ImportedFile
from workbench.actions.reading import ReadFile
from workbench.agreement.findings import Finding
from workbench.agreement.numbering import Number, numbers
from workbench.agreement.quoting import on_one_line
from workbench.agreement.tree import BASIC, GROUPING, Agreement, Kind, Provision, ProvisionId

if TYPE_CHECKING:
    from collections.abc import Sequence

    from workbench.actions.checking import Checked
    from workbench.actions.exporting import WrittenOriginal
    from workbench.comparison import Revision
    from workbench.comparison.concordance import Concordance
    from workbench.comparison.merging import Merged
    from workbench.comparison.redline import Redline
    from workbench.drafting.amending import Amended, Consolidated
    from workbench.drafting.insertion import Inserted
    from workbench.drafting.templates import TemplateInfo
    from workbench.formats.docx.comparing import Change, Compared
    from workbench.library.answers import Clause, Hit, SearchResult

Shape = dict[str, Any]
CURATION = ("as_imported", "reviewed", "approved")


def dump(shape: Shape) -> None:
    """Print one JSON document."""
    print(json.dumps(shape, ensure_ascii=False, indent=2))


def finding(found: Finding) -> Shape:
    """A finding."""
    return {
        "code": found.code,
        "severity": found.severity.value,
        "message": found.message,
        "locator": found.locator,
        "quote": found.quote,
    }


def checked(found: Checked) -> Shape:
    """What was found, with what would put it right, and what was set aside with the reason."""
    return {
        "findings": [
            {**finding(one), "fixes": [fix.sentence for fix in one.fixes]} for one in found.findings
        ],
        "dismissed": [{**finding(one), "reason": reason} for one, reason in found.dismissed],
    }


def written(originals: Sequence[WrittenOriginal]) -> Shape:
    """The files of an export, with the places in them whose order is open."""
    return {
        "written": [str(one.file) for one in originals],
        "findings": [
            {"file": str(one.file), **finding(found)} for one in originals for found in one.findings
        ],
    }


def outline(read: ReadFile) -> Shape:
    """How a file was recognised."""
    agreement = read.agreement
    return {
        "title": agreement.title_text,
        "language": agreement.language,
        "parties": [party.name for party in agreement.parties],
        "party_details": [
            {"name": party.name, "short": party.short, "role": party.role, "state": party.state}
            for party in agreement.parties
        ],
        "signed": {
            "place": agreement.authenticity.place,
            "day": agreement.authenticity.day,
            "originals": agreement.authenticity.originals,
            "languages": list(agreement.authenticity.languages),
            "prevailing": agreement.authenticity.prevailing,
        },
        "register": agreement.register.value,
        "kind": kind_of(is_agreement=read.recognised.is_agreement),
        "units": units(agreement),
        "findings": [finding(found) for found in read.findings],
    }


def units(agreement: Agreement) -> list[Shape]:
    """The tree below the title: preamble, body, closing, annexes."""
    known = numbers(agreement)
    shapes: list[Shape] = []
    if agreement.preamble:
        heading = next((u for u in agreement.preamble if u.kind is Kind.CROSSHEADING), None)
        shapes.append(
            {
                "kind": "preamble",
                "number": None,
                "label": None,
                "heading": heading.text.plain if heading else None,
                "text": "",
                "types": [],
                "children": [node(unit, known) for unit in agreement.preamble if unit is not heading],
            }
        )
    for zone in (agreement.body, agreement.closing, agreement.annexes):
        shapes.extend(node(unit, known) for unit in zone)
    return shapes


def node(unit: Provision, known: dict[ProvisionId, Number]) -> Shape:
    """One unit and all below it."""
    number = known[unit.id]
    headed = unit.kind in (*BASIC, *GROUPING, Kind.ANNEX) or unit.heading
    return {
        "kind": unit.kind.value,
        "number": number.number,
        "label": number.label or None,
        "heading": (unit.heading.plain or None) if headed else None,
        "text": " ".join(part for part in (unit.text.plain, unit.wrap_up.plain) if part),
        "types": list(unit.types),
        "children": [node(child, known) for child in unit.children],
    }


def kind_of(*, is_agreement: bool) -> str:
    """The word for what a file holds."""
    return "agreement" if is_agreement else "other"


def imported(file: ImportedFile) -> Shape:
    """One file of an import."""
    return {
        "file": file.file,
        "status": file.outcome.value,
        "kind": None if file.is_agreement is None else kind_of(is_agreement=file.is_agreement),
        "agreement_id": file.agreement_id,
        "clause_ids": list(file.clause_ids),
        "findings": [finding(found) for found in file.findings],
        "error": file.error,
        "language": file.language,
        "versions": [{"language": one.language, "agreement_id": one.agreement_id} for one in file.versions],
        "new_version_of": file.new_version_of,
    }


def search(result: SearchResult) -> Shape:
    """What a search found."""
    return {"total": result.total, "hits": [hit(found) for found in result.hits]}


def hit(found: Hit) -> Shape:
    """One clause or background document."""
    shape: Shape = {
        "id": found.id,
        "kind": found.kind,
        "agreement": found.agreement,
        "agreement_id": found.agreement_id,
        "label": found.label,
        "heading": found.heading,
        "types": list(found.types),
        "language": found.language,
        "text": found.text,
        "snippet": found.snippet,
        "score": round(found.score, 4),
        "provenance": {
            "file": found.provenance.file,
            "sha256": found.provenance.sha256,
            "locator": found.provenance.locator,
            "reader": found.provenance.reader,
        },
        "parties": list(found.parties),
        "year": found.year,
        "curation": found.curation,
        "same_in": found.same_in,
    }
    if found.similarity is not None:
        shape["similarity"] = round(found.similarity, 4)
    return shape


def clause(found: Clause) -> Shape:
    """One clause whole."""
    return {
        **hit(found.hit),
        "children": [hit(child) for child in found.children],
        "versions": [{"language": one.language, "id": one.clause_id} for one in found.versions],
    }


def template(info: TemplateInfo) -> Shape:
    """One template with what it asks for."""
    return {
        "slug": info.slug,
        "title": info.title,
        "languages": list(info.languages),
        "placeholders": [
            {"key": blank.key, "label": blank.label, "type": blank.type.value, "default": blank.default}
            for blank in info.placeholders
        ],
    }


def labels(result: Inserted) -> list[str]:
    """How the draft cites what was inserted."""
    known = numbers(result.draft.agreement)
    return [known[identity].label for identity in result.provisions if identity in known]


def inserted(result: Inserted, target: str) -> Shape:
    """What an insertion did."""
    return {
        "draft": target,
        "inserted": labels(result),
        "changes": [{"reason": c.reason, "old": c.old, "new": c.new} for c in result.changes],
        "offers": [{"type": o.type.value, "words": o.words} for o in result.offers],
        "findings": [finding(found) for found in result.findings],
    }


def amended(result: Amended, target: str) -> Shape:
    """What an amending protocol says."""
    return {
        "draft": target,
        "instructions": [
            {"kind": one.deed.value, "text": on_one_line(one.said)} for one in result.instructions
        ],
        "findings": [finding(found) for found in result.findings],
    }


def consolidated(result: Consolidated, target: str) -> Shape:
    """What came of carrying out a protocol."""
    return {
        "draft": target,
        "applied": result.applied,
        "findings": [finding(found) for found in result.findings],
    }


def comparison(redline: Redline) -> Shape:
    """What differs between two agreements."""
    summary = redline.summary
    return {
        "summary": {
            "inserted": summary.inserted,
            "deleted": summary.deleted,
            "replaced": summary.replaced,
            "moved": summary.moved,
            "split": summary.split,
            "merged": summary.merged,
            "renumbered": summary.renumbered,
            "unchanged": summary.unchanged,
        },
        "revisions": [revision(found) for found in redline.revisions],
    }


def word_comparison(found: Compared) -> Shape:
    """What differs between two Word files; changes of looks alone stand apart, under `formatted`."""
    kinds = ("inserted", "deleted", "replaced", "moved", "split", "merged", "renumbered")
    counts = Counter(change.kind.value for change in found.changes)
    return {
        "summary": {**{kind: counts[kind] for kind in kinds}, "unchanged": found.unchanged},
        "revisions": [revision(change) for change in found.changes if change.kind.value in kinds],
        "formatted": [revision(change) for change in found.changes if change.kind.value == "formatted"],
        "findings": [finding(note) for note in found.findings],
    }


def merged(found: Merged) -> Shape:
    """What came of a merge. A conflict over a place names the two places, ours first."""
    return {
        "clean": found.clean,
        "conflicts": [
            {
                "label": conflict.label,
                "ours": conflict.ours,
                "theirs": conflict.theirs,
                **({"places": list(conflict.places)} if conflict.places else {}),
            }
            for conflict in found.conflicts
        ],
    }


def concordance(found: Concordance) -> Shape:
    """Two language versions side by side."""
    return {
        "languages": list(found.languages),
        "pairs": [
            {
                "a": match.a,
                "b": match.b,
                "a_text": "\n".join(text.plain for text in match.a_text),
                "b_text": "\n".join(text.plain for text in match.b_text),
                "level": match.level,
                "differences": [
                    {"kind": difference.kind.value, "a": difference.a, "b": difference.b}
                    for difference in match.differences
                ],
            }
            for match in found.matches
        ],
    }


def revision(found: Revision | Change) -> Shape:
    """One difference."""
    return {"kind": found.kind.value, "old": found.old, "new": found.new, "label": found.label}
