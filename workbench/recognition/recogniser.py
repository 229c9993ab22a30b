"""SourceDocument -> Recognised: the way through the room, from lines to a tree with marks and types."""

from __future__ import annotations

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.identity import source_agreement_id
from workbench.agreement.progress import SILENT, Progress, step
from workbench.agreement.quoting import in_short
from workbench.agreement.source import Recognised, SourceDocument
from workbench.agreement.tree import Agreement, Kind, NumberingScheme
from workbench.recognition import parallel, structure
from workbench.recognition.authenticity import read as read_authenticity
from workbench.recognition.clause_types import classify
from workbench.recognition.designations import collective_name, own_name
from workbench.recognition.joining import passages
from workbench.recognition.kind import lacking, weigh
from workbench.recognition.language import detect
from workbench.recognition.marks import Marker
from workbench.recognition.nodes import extents, frozen, give_ids
from workbench.recognition.parties import find as find_parties
from workbench.recognition.parties import of_many
from workbench.recognition.register import read as read_register
from workbench.recognition.residue import contents_page, page_furniture, without_residue
from workbench.recognition.tables import settle
from workbench.recognition.versions import aligned, column_as_source, part_as_source

NO_AGREEMENT = FindingKind(
    "recognition.no-agreement",
    Severity.INFO,
    "this does not read as an agreement, it has no {lacks}; it can be kept as background",
)
NO_PARTIES = FindingKind(
    "recognition.parties-unclear", Severity.WARNING, "the parties could not be made out; enter them by hand"
)
OPEN_TO_MANY = FindingKind(
    "recognition.parties-open",
    Severity.INFO,
    "this is a treaty of whoever joins it, and the text does not list who did; enter the parties by hand",
)
LANGUAGE_UNSURE = FindingKind(
    "recognition.language-unsure",
    Severity.WARNING,
    "the language seems to be {language}, but that is not sure",
)


UNSURE = FindingKind(
    "recognition.unsure",
    Severity.WARNING,
    "it is not sure where “{quote}” begins and ends, or what it is; compare it with the source",
)
_DOUBTFUL = 0.7


def recognise(
    source: SourceDocument, progress: Progress = SILENT, *, as_agreement: bool = False
) -> Recognised:
    """Take a source apart. Never refuses: what it is unsure of is a finding.

    `as_agreement`: a person says that it is one, so that is not weighed.
    """
    step(progress, 0, 4, "lines")
    furniture, left_out = page_furniture(source)
    contents, listed = contents_page(source)
    printed, languages = parallel.find(source)
    others = printed[1:]
    elsewhere = {index for version in others for index in version.blocks}
    whole, columns, beside = settle(passages(source, furniture | contents | elsewhere), source.blocks)
    language, sure = detect("\n".join(p.plain for p in whole) if beside or others else source.plain)
    kept, findings = without_residue(whole)
    findings = [*left_out, *listed, *columns, *languages, *findings]
    step(progress, 1, 4, "structure")
    skeleton = structure.build(kept)
    step(progress, 2, 4, "parties")
    parties = find_parties(skeleton, language)
    collective = collective_name(skeleton, language)
    own = own_name(skeleton, language)
    register, mixed = read_register(skeleton)
    is_agreement, certain = (
        (True, 1.0) if as_agreement else weigh(skeleton, parties, collective, source.plain)
    )
    kinds = {unit.kind for zone in skeleton.zones for top in zone for unit in top.walk()}
    lacks = lacking(kinds, parties=bool(parties))
    if not is_agreement:
        skeleton, parties, collective, own, mixed = structure.flat(kept), (), "", "", []
    for zone in skeleton.zones:
        for unit in zone:
            extents(unit)
    give_ids(skeleton.zones, source.sha256)
    marker = Marker(skeleton, language, parties, collective, own)
    title, front, body, closing, annexes = (
        tuple(frozen(unit, marker.mark) for unit in zone) for zone in skeleton.zones
    )
    agreement = Agreement(
        id=source_agreement_id(source.sha256),
        language=language,
        parties=parties,
        register=register,
        title=title,
        preamble=front,
        body=body,
        closing=closing,
        annexes=annexes,
        numbering=NumberingScheme(as_printed=True),
        authenticity=read_authenticity(
            [unit.plain for unit in skeleton.closing if unit.kind in (Kind.TESTIMONIUM, Kind.DONE_AT)]
        ),
        collective_name=collective,
        own_name=own,
    )
    step(progress, 3, 4, "clause types")
    if is_agreement:
        agreement = classify(agreement)
    noticed = [*source.findings, *findings, *skeleton.findings, *mixed, *marker.findings]
    if not is_agreement:
        noticed.append(NO_AGREEMENT.at("page 1, line 1", lacks=", no ".join(lacks)))
    elif len(parties) < 2:
        noticed.append((OPEN_TO_MANY if of_many(skeleton) else NO_PARTIES).at("page 1, line 1"))
    if is_agreement:
        noticed.extend(_doubts(skeleton))
    if sure < 0.4:
        noticed.append(LANGUAGE_UNSURE.at("page 1, line 1", language=language))
    origins = {
        unit.id: (unit.first, unit.last)
        for zone in skeleton.zones
        for top in zone
        for unit in top.walk()
        if unit.id is not None
    }
    versions = [
        aligned(recognise(part).agreement, agreement)
        for part in (
            *(column_as_source(source, column, spoken) for spoken, column in beside.items()),
            *(part_as_source(source, sorted(other.blocks), other.language) for other in others),
        )
    ]
    step(progress, 4, 4, "done")
    return Recognised(
        agreement, is_agreement, round(min(certain, 1.0), 2), tuple(noticed), origins, tuple(versions)
    )


def _doubts(skeleton: structure.Skeleton) -> list[Finding]:
    """One finding for every unit whose kind or extent is in doubt."""
    units = (unit for zone in skeleton.zones for top in zone for unit in top.walk())
    return [
        UNSURE.at(
            unit.place.locator,
            quote=in_short(unit.heading.plain or unit.plain, 60),
            provision=unit.id,
        )
        for unit in units
        if unit.confidence < _DOUBTFUL
    ]
