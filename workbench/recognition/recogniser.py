"""SourceDocument -> Recognised: the way through the room, from lines to a tree with marks and types."""

from __future__ import annotations

from workbench.agreement.identity import source_agreement_id
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.source import Recognised, SourceDocument
from workbench.agreement.tree import Agreement, NumberingScheme
from workbench.recognition import structure
from workbench.recognition.language import detect
from workbench.recognition.lines import passages
from workbench.recognition.nodes import extents, frozen, give_ids
from workbench.recognition.residue import without_residue


def recognise(source: SourceDocument, progress: Progress = SILENT) -> Recognised:
    """Take a source apart. Never refuses: what it is unsure of is a finding."""
    step(progress, 0, 4, "lines")
    whole = passages(source)
    language, sure = detect(source.plain)
    kept, findings = without_residue(whole)
    step(progress, 1, 4, "structure")
    skeleton = structure.build(kept, language)
    for zone in skeleton.zones:
        for unit in zone:
            extents(unit)
    give_ids(skeleton.zones, source.sha256)
    title, front, body, closing, annexes = (
        tuple(frozen(unit, lambda _, text: text) for unit in zone) for zone in skeleton.zones
    )
    agreement = Agreement(
        id=source_agreement_id(source.sha256),
        language=language,
        title=title,
        preamble=front,
        body=body,
        closing=closing,
        annexes=annexes,
        numbering=NumberingScheme(as_printed=True),
    )
    return Recognised(agreement, True, sure, (*source.findings, *findings, *skeleton.findings))
