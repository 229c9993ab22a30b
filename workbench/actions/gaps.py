"""Gap analysis: a draft against a precedent, a template or the usual set, with insertion on the spot."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from workbench.agreement.tree import Agreement, Draft
    from workbench.drafting.gaps import Analysis, Gap
    from workbench.drafting.insertion import Inserted, Origin


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
    from workbench.drafting.insertion import Origin, insert

    source = analysis.source
    return insert(
        draft,
        (gap.clause,),
        source=source,
        origin=origin or Origin(file=source.template or source.title_text, sha256=""),
        after=gap.after,
    )
