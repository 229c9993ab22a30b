"""The verbs: each calls one use case and prints what came of it."""

from __future__ import annotations

import argparse
import sys
from contextlib import ExitStack
from datetime import UTC, datetime
from typing import TYPE_CHECKING

from workbench.actions.acquaintance import NEW_VERSION
from workbench.actions.importing import ImportedFile, Outcome, import_files
from workbench.actions.reading import read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.findings import Finding, Severity
from workbench.agreement.quoting import in_short
from workbench.cli import shapes
from workbench.cli.parser import WORD_DATE
from workbench.cli.terminal import Bar, counted, print_findings
from workbench.settings import default_library

if TYPE_CHECKING:
    from workbench.library import Library

Options = argparse.Namespace


def outline(options: Options) -> int:
    """`workbench outline FILE`."""
    with Bar() as bar:
        read = read_file(options.file, progress=bar)
    shape = shapes.outline(read)
    if options.json:
        shapes.dump(shape)
        return 0
    print(shape["title"] or "(no title)")
    kind = "agreement" if read.recognised.is_agreement else "not an agreement"
    parties = " – ".join(shape["parties"]) or "no parties found"
    print(f"{kind}, {shape['language']}, {shape['register']} register, {parties}")
    print()
    for unit in shape["units"]:
        _print_unit(unit, 0)
    if read.findings:
        print()
        print_findings(read.findings)
    return 0


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

    with Bar() as bar, _library(options) as library:
        files = import_files(library, options.files, progress=bar, each=tell)
    if options.json:
        shapes.dump({"files": [shapes.imported(file) for file in files]})
    failed = [file for file in files if file.outcome is Outcome.FAILED]
    for file in failed:
        _complain(f"{file.file}: {file.error}")
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
    with _library(options) as library:
        return _print_hits(shapes.search(library.search(query)), as_json=options.json)


def similar(options: Options) -> int:
    """`workbench similar (--clause ID | --text TEXT)`."""
    with _library(options) as library:
        if options.clause:
            found = library.similar(clause=options.clause, limit=options.limit)
        else:
            found = library.similar(text=options.text, limit=options.limit)
        return _print_hits(shapes.search(found), as_json=options.json)


def show(options: Options) -> int:
    """`workbench show CLAUSE_ID`."""
    with _library(options) as library:
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


def templates(options: Options) -> int:
    """`workbench templates`."""
    from workbench.actions.drafting import open_draft, save_template
    from workbench.drafting.templates import available

    if (options.save is None) != (options.slug is None):
        _complain("templates: --save and --as belong together; see `workbench templates --help`")
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
            _complain(info.problem)
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
        with _library(options) as library:
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
    return _code(made.findings)


def check(options: Options) -> int:
    """`workbench check FILE`."""
    from workbench.actions.checking import check_file

    with ExitStack() as closing:
        checked = check_file(
            options.file,
            profile=options.profile,
            against=options.against,
            library=lambda: closing.enter_context(_library(options)),
            without=options.without,
        )
    if options.json:
        shapes.dump(shapes.checked(checked))
    else:
        print_findings(checked.findings)
        if checked.dismissed:
            print(f"{counted(len(checked.dismissed), 'finding')} set aside in the draft")
        elif not checked.findings:
            print("nothing to query")
    return _code(checked.findings)


def compare(options: Options) -> int:
    """`workbench compare OLD NEW`."""
    from workbench.actions import answers, comparing

    author = options.author or "Workbench"
    date = options.date or datetime.now(UTC).strftime(WORD_DATE)
    form = comparing.RedlineForm(options.form)
    ignored = frozenset(comparing.Ignored(what) for what in options.ignore)
    how = {"ignored": ignored, "by_character": options.granularity == "character"}
    files = (options.old, options.new)
    as_word = comparing.are_word_files(*files, *([options.output] if options.output else ()))
    with Bar() as bar:
        unmarked = answers.changed_silently(options.sent, options.new, progress=bar) if options.sent else ()
        if as_word and form is comparing.RedlineForm.REVISIONS:
            if options.summary:
                raise comparing.NoSummaryError(file=str(options.output or options.new))
            found = comparing.compare_word_files(*files, options.output, author=author, date=date, **how)
            shape = shapes.word_comparison(found)
        else:
            redline = comparing.compare_files(*files, progress=bar, **how)
            if options.output:
                comparing.write_redline(
                    redline, options.output, author=author, date=date, form=form, summary=options.summary
                )
            shape = shapes.comparison(redline)
    if options.sent:
        shape["silent"] = [shapes.revision(change) for change in unmarked]
    if options.json:
        shapes.dump(shape)
        return 0
    for revision in shape["revisions"]:
        print(_told(revision))
    counts = ", ".join(f"{count} {kind}" for kind, count in shape["summary"].items() if count)
    print(counts or "no differences")
    for revision in shape.get("formatted", ()):
        print(_told(revision))
    for warning in shape.get("findings", ()):
        print(f"{warning['severity']}: {warning['locator']}: {warning['message']} [{warning['code']}]")
    for revision in shape.get("silent", ()):
        print(f"not marked: {_told(revision)}")
    if options.sent and not shape["silent"]:
        print("nothing was changed without a mark")
    if options.output:
        print(f"redline: {options.output}")
    return 0


def accept(options: Options) -> int:
    """`workbench accept FILE.docx -o OUT.docx`."""
    return _decide(options, accept=True)


def reject(options: Options) -> int:
    """`workbench reject FILE.docx -o OUT.docx`."""
    return _decide(options, accept=False)


def _decide(options: Options, *, accept: bool) -> int:
    from workbench.actions.comparing import decide_file

    count = decide_file(
        options.file,
        options.output,
        accept=accept,
        author=options.by,
        kind=options.kind,
        since=options.since,
    )
    if options.json:
        shapes.dump({"decided": count, "written": [str(options.output)]})
    else:
        what = counted(count, "tracked change")
        print(f"{options.output}: {what} {'accepted' if accept else 'rejected'}")
    return 0


def _told(revision: shapes.Shape) -> str:
    words = " → ".join(f"“{part}”" for part in (revision["old"], revision["new"]) if part)
    return f"{revision['kind']:10} {revision['label']}: {words}"


def export(options: Options) -> int:
    """`workbench export FILE -o OUT`."""
    from workbench.actions.exporting import OverItselfError
    from workbench.actions.exporting import export as write

    read = read_file(options.file)
    if read.draft is not None and options.file.resolve() == options.output.resolve():
        raise OverItselfError(file=str(options.output))
    write(read.agreement, options.output)
    if options.json:
        shapes.dump({"written": [str(options.output)]})
    else:
        print(options.output)
    return 0


def library(options: Options) -> int:
    """`workbench library info|verify|backup FILE|restore FILE|copy URL`."""
    from workbench.actions.keeping import TARGETS, look_after

    if (options.target is not None) != (options.deed in TARGETS):
        wants = f"needs {TARGETS[options.deed]}" if options.deed in TARGETS else "takes no file"
        _complain(f"library {options.deed}: it {wants}; see `workbench library --help`")
        return 2
    with Bar() as bar:
        report = look_after(_location(options), options.deed, options.target, progress=bar)
    if options.json:
        shapes.dump(report.shape)
    else:
        print(report.sentence)
    return 0 if report.sound else 1


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


def _library(options: Options) -> Library:
    from workbench.library import Library

    return Library.open(_location(options))


def _location(options: Options) -> str:
    return options.library or str(default_library())


def _print_unit(unit: shapes.Shape, depth: int) -> None:
    number = f"{unit['label']}  " if unit["label"] and unit["kind"] not in ("recital", "citation") else ""
    words = " ".join(filter(None, (unit["heading"], unit["text"])))
    types = f"  [{', '.join(unit['types'])}]" if unit["types"] else ""
    print(f"{'  ' * depth}{unit['kind']}: {number}{in_short(words, 90)}{types}")
    for child in unit["children"]:
        _print_unit(child, depth + 1)


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


def _code(findings: tuple[Finding, ...]) -> int:
    return 1 if any(found.severity is Severity.ERROR for found in findings) else 0


def _complain(sentence: str) -> None:
    print(f"workbench: {sentence}", file=sys.stderr)
