"""The verbs of drafting: from a template by way of precedents to what is signed."""

from __future__ import annotations

import argparse

from workbench.actions.reading import read_file
from workbench.actions.sparing import spare
from workbench.agreement.errors import WorkbenchError
from workbench.cli import shapes
from workbench.cli.places import open_library
from workbench.cli.terminal import Bar, complain, counted, exit_code, print_findings

Options = argparse.Namespace


def templates(options: Options) -> int:
    """`workbench templates`."""
    from workbench.actions.drafting import open_draft, save_template
    from workbench.drafting.templates import available

    if (options.save is None) != (options.slug is None):
        complain("templates: --save and --as belong together; see `workbench templates --help`")
        return 2
    if options.save is not None:
        path = save_template(open_draft(options.save), options.slug)
        if options.json:
            shapes.dump({"template": options.slug, "file": str(path)})
        else:
            print(path)
        return 0
    known = available()
    if options.json:
        shapes.dump({"templates": [shapes.template(info) for info in known]})
        return 0
    for info in known:
        if info.problem:
            complain(info.problem)
            continue
        print(f"{info.slug:26} {', '.join(info.languages):12} {info.title}")
    return 0


def new(options: Options) -> int:
    """`workbench new TEMPLATE --party NAME --party NAME -o DRAFT.xml`."""
    from workbench.actions.drafting import new_draft, save_draft
    from workbench.drafting.placeholders import unfilled

    draft = new_draft(
        options.template, parties=options.parties, language=options.language, values=dict(options.values)
    )
    save_draft(draft, options.output)
    open_ones = [blank.key for blank in unfilled(draft)]
    if options.json:
        shapes.dump({"draft": str(options.output), "unfilled": open_ones})
        return 0
    print(f"{options.output}: {draft.agreement.title_text}")
    if open_ones:
        print(f"to be filled: {', '.join(open_ones)}")
    return 0


def insert(options: Options) -> int:
    """`workbench insert DRAFT.xml CLAUSE_ID`."""
    from workbench.actions.drafting import insert_clause, open_draft, place, save_draft, take_offers
    from workbench.agreement.tree import Register

    draft = open_draft(options.draft)
    try:
        with open_library(options) as library:
            inserted = insert_clause(
                draft,
                library,
                options.clause,
                after=place(draft.agreement, options.after) if options.after else None,
                as_final_provisions=options.as_final_provisions,
                mapping=dict(options.mapping),
                without=options.without,
                register=Register(options.register) if options.register else None,
            )
    except WorkbenchError as error:
        error.file = error.file or str(options.draft)
        raise
    target = options.output or options.draft
    save_draft(take_offers(inserted) if options.placeholders else inserted.draft, target)
    if options.json:
        shapes.dump(shapes.inserted(inserted, str(target)))
        return 0
    labels = shapes.labels(inserted)
    print(f"{target}: inserted {', '.join(labels)}")
    for change in inserted.changes:
        print(f"  {change.reason}: {change.old} → {change.new}")
    for offer in inserted.offers:
        done = "placeholder" if options.placeholders else "could be a placeholder"
        print(f"  {offer.type.value}: “{offer.words}” ({done})")
    print_findings(inserted.findings, indent="  ")
    return 0


def amend(options: Options) -> int:
    """`workbench amend OLD NEW -o PROTOCOL.xml`."""
    from workbench.actions.amending import amend_files

    with Bar() as bar:
        amended = amend_files(
            options.old, options.new, options.output, values=dict(options.values), progress=bar
        )
    if options.json:
        shapes.dump(shapes.amended(amended, str(options.output)))
        return 0
    print(f"{options.output}: {counted(len(amended.instructions), 'instruction')}")
    print_findings(amended.findings, indent="  ")
    return 0


def consolidate(options: Options) -> int:
    """`workbench consolidate AGREEMENT PROTOCOL -o OUT.xml`."""
    from workbench.actions.amending import consolidate_files

    with Bar() as bar:
        made = consolidate_files(options.agreement, options.protocol, options.output, progress=bar)
    if options.json:
        shapes.dump(shapes.consolidated(made, str(options.output)))
    else:
        print(f"{options.output}: {counted(made.applied, 'instruction')} carried out")
        print_findings(made.findings, indent="  ")
    return exit_code(made.findings)


def export(options: Options) -> int:
    """`workbench export FILE -o OUT`."""
    from workbench.actions.exporting import OverItselfError, WrittenOriginal, as_draft, export_originals
    from workbench.actions.exporting import export as write

    read = read_file(options.file)
    if read.draft is not None and options.file.resolve() == options.output.resolve():
        raise OverItselfError(file=str(options.output))
    spare(options.output, options.file)
    agreement = as_draft(read.agreement) if options.draft else read.agreement
    written: tuple[WrittenOriginal, ...] = (WrittenOriginal(options.output, ()),)
    if options.alternat:
        written = export_originals(agreement, options.output, options.alternat)
    else:
        write(agreement, options.output)
    if options.json:
        shapes.dump(shapes.written(written))
    else:
        for one in written:
            print(one.file)
            print_findings(one.findings, indent="  ")
    return 0


def tour(options: Options) -> int:
    """`workbench tour [DIR]`."""
    from workbench.actions.tour import walk

    written = []
    for stop in walk(options.folder):
        written.append({"file": str(stop.file), "what": stop.what})
        if not options.json:
            print(f"{stop.file}: {stop.what}", flush=True)
    if options.json:
        shapes.dump({"files": written})
    return 0
