"""The verbs of the library: what is kept in it, what is found there, and looking after it."""

from __future__ import annotations

import argparse

from workbench.actions.acquaintance import NEW_VERSION
from workbench.actions.importing import ImportedFile, Outcome, import_files
from workbench.cli import shapes
from workbench.cli.places import location, open_library
from workbench.cli.terminal import Bar, complain, counted

Options = argparse.Namespace


def import_(options: Options) -> int:
    """`workbench import FILE...`."""

    def tell(file: ImportedFile) -> None:
        bar.clear()
        if not options.json and file.outcome is not Outcome.FAILED:
            clauses, findings = len(file.clause_ids), len(file.findings)
            what = counted(clauses, "clause") if file.is_agreement else "background document"
            known = "known already" if file.outcome is Outcome.KNOWN else "kept"
            print(f"{file.file}: {known}, {what}, {counted(findings, 'finding')}")
            if file.versions:
                print(f"    also in {', '.join(version.language for version in file.versions)}")
            for finding in file.findings:
                if finding.code == NEW_VERSION.code:
                    print(f"    {finding.message}")

    with Bar() as bar, open_library(options) as library:
        files = import_files(library, options.files, progress=bar, each=tell)
    if options.json:
        shapes.dump({"files": [shapes.imported(file) for file in files]})
    failed = [file for file in files if file.outcome is Outcome.FAILED]
    for file in failed:
        complain(f"{file.file}: {file.error}")
    return 1 if failed else 0


def search(options: Options) -> int:
    """`workbench search QUERY`."""
    from workbench.library import Query

    query = Query(
        options.query,
        type=options.type,
        language=options.language,
        party=options.party,
        curation=options.state if options.state in shapes.CURATION else None,
        state=options.state if options.state not in shapes.CURATION else None,
        limit=options.limit,
        facets=False,
    )
    with open_library(options) as library:
        return _print_hits(shapes.search(library.search(query)), as_json=options.json)


def similar(options: Options) -> int:
    """`workbench similar (--clause ID | --text TEXT)`."""
    with open_library(options) as library:
        if options.clause:
            found = library.similar(clause=options.clause, limit=options.limit)
        else:
            found = library.similar(text=options.text, limit=options.limit)
        return _print_hits(shapes.search(found), as_json=options.json)


def show(options: Options) -> int:
    """`workbench show CLAUSE_ID`."""
    with open_library(options) as library:
        shape = shapes.clause(library.clause(options.clause))
    if options.json:
        shapes.dump(shape)
        return 0
    _print_hit(shape)
    for version in shape["versions"]:
        print(f"    in {version['language']}: {version['id']}")
    print()
    if shape["heading"] not in (None, shape["label"]):
        print(shape["heading"])
    print(shape["text"])
    return 0


def library(options: Options) -> int:
    """`workbench library info|verify|backup FILE|restore FILE|copy URL`."""
    from workbench.actions.keeping import TARGETS, look_after

    if (options.target is not None) != (options.deed in TARGETS):
        wants = f"needs {TARGETS[options.deed]}" if options.deed in TARGETS else "takes no file"
        complain(f"library {options.deed}: it {wants}; see `workbench library --help`")
        return 2
    with Bar() as bar:
        report = look_after(location(options), options.deed, options.target, progress=bar)
    if options.json:
        shapes.dump(report.shape)
    else:
        print(report.sentence)
    return 0 if report.sound else 1


def _print_hits(shape: shapes.Shape, *, as_json: bool) -> int:
    if as_json:
        shapes.dump(shape)
        return 0
    for hit in shape["hits"]:
        _print_hit(hit)
        print(f"    {' '.join(hit['snippet'].split())}")
    shown = len(shape["hits"])
    print(f"{shape['total']} found" + (f", {shown} shown" if shown < shape["total"] else ""))
    return 0


def _print_hit(hit: shapes.Shape) -> None:
    heading = f" {hit['heading']}" if hit["heading"] not in (None, hit["label"]) else ""
    print(f"{hit['id']}  {hit['label']}{heading}")
    print(f"    {hit['agreement']} · {hit['language']} · {hit['provenance']['file']}")
