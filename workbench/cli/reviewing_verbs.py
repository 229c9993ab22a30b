"""The verbs of review: how a text is understood, what is queried in it, what was changed."""

from __future__ import annotations

import argparse
from contextlib import ExitStack
from datetime import UTC, datetime

from workbench.actions.reading import read_file
from workbench.actions.sparing import spare
from workbench.agreement.quoting import in_short
from workbench.cli import shapes
from workbench.cli.parser import WORD_DATE
from workbench.cli.places import open_library
from workbench.cli.terminal import Bar, counted, exit_code, print_findings

Options = argparse.Namespace
_SHOWN = 160  # characters of a wording; the whole of it stands in the redline and in --json


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


def check(options: Options) -> int:
    """`workbench check FILE`."""
    from workbench.actions.checking import check_file

    with ExitStack() as closing:
        checked = check_file(
            options.file,
            profile=options.profile,
            against=options.against,
            library=lambda: closing.enter_context(open_library(options)),
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
    return exit_code(checked.findings)


def compare(options: Options) -> int:
    """`workbench compare OLD NEW`."""
    from workbench.actions import answers, comparing

    author = options.author or "Workbench"
    date = options.date or datetime.now(UTC).strftime(WORD_DATE)
    form = comparing.RedlineForm(options.form)
    ignored = frozenset(comparing.Ignored(what) for what in options.ignore)
    how = {"ignored": ignored, "by_character": options.granularity == "character"}
    files = (options.old, options.new)
    if options.output:
        spare(options.output, *files, *([options.sent] if options.sent else ()))
        comparing.refuse_target(options.output, form, summary=options.summary, comments=options.comments)
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
                    redline,
                    options.output,
                    author=author,
                    date=date,
                    form=form,
                    summary=options.summary,
                    comments=options.comments,
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
    from workbench.actions.deciding import decide_file

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
    """One line; wording that only moved is said once."""
    both = dict.fromkeys(in_short(part, _SHOWN) for part in (revision["old"], revision["new"]) if part)
    return f"{revision['kind']:10} {revision['label']}: {' → '.join(f'“{part}”' for part in both)}"


def _print_unit(unit: shapes.Shape, depth: int) -> None:
    number = f"{unit['label']}  " if unit["label"] and unit["kind"] not in ("recital", "citation") else ""
    words = " ".join(filter(None, (unit["heading"], unit["text"])))
    types = f"  [{', '.join(unit['types'])}]" if unit["types"] else ""
    print(f"{'  ' * depth}{unit['kind']}: {number}{in_short(words, 90)}{types}")
    for child in unit["children"]:
        _print_unit(child, depth + 1)
