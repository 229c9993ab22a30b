"""What can be typed: one entry a verb. The contract stands in the user guide and is kept to the letter."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from workbench import __version__

Runner = Callable[[argparse.Namespace], int]


WORD_DATE = "%Y-%m-%dT%H:%M:%SZ"


def build() -> argparse.ArgumentParser:
    """The parser of the whole command line."""
    from workbench.cli import drafting_verbs, kept_verbs, reviewing_verbs, several_texts

    parser = argparse.ArgumentParser(
        prog="workbench",
        description="Draft international agreements: import, reuse, redline, export. "
        "Without a verb the window opens.",
    )
    parser.add_argument("--version", action="version", version=f"workbench {__version__}")
    verbs = parser.add_subparsers(dest="verb", required=True, metavar="VERB")

    def verb(name: str, run: Runner, text: str) -> argparse.ArgumentParser:
        made = verbs.add_parser(name, help=text, description=text[0].upper() + text[1:] + ".")
        made.add_argument("--json", action="store_true", help="print one JSON document")
        made.add_argument("--library", metavar="PATH|URL", help="the library (default: your own)")
        made.set_defaults(run=run)
        return made

    outline = verb("outline", reviewing_verbs.outline, "show how a file is recognised; store nothing")
    outline.add_argument("file", type=Path, metavar="FILE")

    imports = verb("import", kept_verbs.import_, "recognise files and keep them as precedents")
    imports.add_argument("files", type=Path, nargs="+", metavar="FILE")

    search = verb("search", kept_verbs.search, "find clauses")
    search.add_argument("query", metavar="QUERY")
    search.add_argument("--type", metavar="T", help="clause type, such as termination")
    search.add_argument("--language", metavar="L", help="language code, such as en, lv, uk")
    search.add_argument("--party", metavar="P", help="name of a party of the agreement")
    search.add_argument("--state", metavar="S", help="code of a State, or as_imported, reviewed, approved")
    search.add_argument("--limit", type=_count, default=20, metavar="N")

    similar = verb("similar", kept_verbs.similar, "find clauses of like wording")
    what = similar.add_mutually_exclusive_group(required=True)
    what.add_argument("--clause", metavar="ID")
    what.add_argument("--text", metavar="TEXT")
    similar.add_argument("--limit", type=_count, default=20, metavar="N")

    show = verb("show", kept_verbs.show, "print one clause whole")
    show.add_argument("clause", metavar="CLAUSE_ID")

    templates = verb(
        "templates", drafting_verbs.templates, "list the templates, or keep a draft as one of your own"
    )
    templates.add_argument("--save", type=Path, metavar="DRAFT.xml", help="keep this draft as a template")
    templates.add_argument("--as", metavar="SLUG", dest="slug", help="the name of the template kept")

    new = verb("new", drafting_verbs.new, "begin a draft from a template")
    new.add_argument("template", metavar="TEMPLATE")
    new.add_argument("--party", action="append", required=True, metavar="NAME", dest="parties")
    new.add_argument("--language", default="en", metavar="L")
    new.add_argument("--set", action="append", default=[], type=_pair, metavar="KEY=VALUE", dest="values")
    new.add_argument("-o", "--output", type=Path, required=True, metavar="DRAFT.xml")

    insert = verb("insert", drafting_verbs.insert, "insert a clause of the library into a draft")
    insert.add_argument("draft", type=Path, metavar="DRAFT.xml")
    insert.add_argument("clause", metavar="CLAUSE_ID")
    where = insert.add_mutually_exclusive_group()
    where.add_argument("--after", metavar="LABEL_OR_EID")
    where.add_argument("--as-final-provisions", action="store_true")
    insert.add_argument("--map", action="append", default=[], type=_pair, metavar="OLD=NEW", dest="mapping")
    insert.add_argument(
        "--without",
        action="append",
        default=[],
        choices=("party", "adjective", "capital", "institution", "collective-name", "own-name", "register"),
        help="leave words of this kind as the precedent has them",
    )
    insert.add_argument(
        "--register", choices=("treaty", "political", "mou"), help="word the clause for this register"
    )
    insert.add_argument(
        "--placeholders", action="store_true", help="make placeholders of the precedent's dates and amounts"
    )
    insert.add_argument("-o", "--output", type=Path, metavar="OUT.xml")

    amend = verb("amend", drafting_verbs.amend, "write the amending protocol between two versions")
    amend.add_argument("old", type=Path, metavar="OLD")
    amend.add_argument("new", type=Path, metavar="NEW")
    amend.add_argument("--set", action="append", default=[], type=_pair, metavar="KEY=VALUE", dest="values")
    amend.add_argument("-o", "--output", type=Path, required=True, metavar="PROTOCOL.xml")

    consolidate = verb("consolidate", drafting_verbs.consolidate, "carry out an amending protocol")
    consolidate.add_argument("agreement", type=Path, metavar="AGREEMENT")
    consolidate.add_argument("protocol", type=Path, metavar="PROTOCOL")
    consolidate.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.xml")

    check = verb("check", reviewing_verbs.check, "tell what a careful reader would query")
    check.add_argument("file", type=Path, metavar="FILE")
    check.add_argument(
        "--against", default="", metavar="PRECEDENT", help="a file, a template or an agreement of the library"
    )
    check.add_argument("--profile", choices=("treaty", "political", "mou"))
    check.add_argument("--without", action="append", default=[], metavar="RULE", help="do without a check")

    compare = verb("compare", reviewing_verbs.compare, "compare two agreements")
    compare.add_argument("old", type=Path, metavar="OLD")
    compare.add_argument("new", type=Path, metavar="NEW")
    compare.add_argument("-o", "--output", type=Path, metavar="OUT.docx|.html|.xml|.pdf")
    compare.add_argument("--author", default="", metavar="NAME")
    compare.add_argument("--date", type=_moment, metavar="ISO")
    compare.add_argument("--as", choices=("revisions", "static", "table"), default="revisions", dest="form")

    compare.add_argument(
        "--ignore",
        action="append",
        choices=("formatting", "case", "signs", "spaces"),
        default=[],
        help="take looks, capitals, kinds of quotes, dashes and spaces, or spaces alone for no difference; "
        "repeatable",
    )
    compare.add_argument(
        "--granularity",
        choices=("word", "character"),
        default="word",
        help="mark whole words, or single letters",
    )
    compare.add_argument(
        "--summary",
        action="store_true",
        help="put the changes by article in front of a .docx, .html or .pdf redline",
    )
    compare.add_argument(
        "--comments",
        action="store_true",
        help="write the comments of NEW into a .docx redline: they are internal, and left out otherwise",
    )
    compare.add_argument(
        "--sent", type=Path, metavar="FILE", help="what you sent: tell what NEW changes unmarked"
    )

    for name, run in (("accept", reviewing_verbs.accept), ("reject", reviewing_verbs.reject)):
        decide = verb(name, run, f"{name} tracked changes of a Word file")
        decide.add_argument("file", type=Path, metavar="FILE.docx")
        decide.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.docx")
        decide.add_argument("--by", metavar="AUTHOR", help="only those of this author")
        decide.add_argument("--kind", choices=("inserted", "deleted", "moved", "formatted"))
        decide.add_argument("--since", type=_moment, metavar="ISO", help="only those of this day or later")

    merge = verb("merge", several_texts.merge, "bring the changes of two sides to one text together")
    for name, metavar in (("base", "BASE"), ("ours", "OURS"), ("theirs", "THEIRS")):
        merge.add_argument(name, type=Path, metavar=metavar)
    merge.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.xml")
    merge.add_argument(
        "--names",
        nargs=2,
        default=("ours", "theirs"),
        metavar=("OURS", "THEIRS"),
        help="what the two delegations are called in the alternatives",
    )

    concordance = verb(
        "concordance", several_texts.concordance, "lay two language versions of one agreement side by side"
    )
    concordance.add_argument("first", type=Path, metavar="FILE_A")
    concordance.add_argument("second", type=Path, metavar="FILE_B")
    concordance.add_argument("-o", "--output", type=Path, metavar="OUT.docx|.html")

    export = verb("export", drafting_verbs.export, "write the clean text for others to read")
    export.add_argument("file", type=Path, metavar="FILE")
    export.add_argument("-o", "--output", type=Path, required=True, metavar="OUT.docx|.xml|.pdf|.html|.txt")
    export.add_argument(
        "--alternat",
        metavar="PARTY|all",
        help="the original this party keeps: it and its language first; all: one file for each",
    )
    export.add_argument("--draft", action="store_true", help="mark it as a draft on every page")

    library = verb("library", kept_verbs.library, "look after the library")
    library.add_argument("deed", choices=("info", "verify", "backup", "restore", "copy"))
    library.add_argument("target", nargs="?", metavar="FILE|URL")

    tour = verb(
        "tour", drafting_verbs.tour, "do the whole job on the starter library, leaving the files in DIR"
    )
    tour.add_argument("folder", type=Path, nargs="?", default=Path("tour"), metavar="DIR")
    return parser


def _moment(value: str) -> str:
    """A day or a moment as Word records it: whole seconds, in universal time unless it says otherwise."""
    try:
        moment = datetime.fromisoformat(value)
    except ValueError as error:
        raise argparse.ArgumentTypeError(f"{value!r} is no date such as 2026-06-09") from error
    zone = moment.tzinfo or UTC
    return moment.replace(tzinfo=zone).astimezone(UTC).strftime(WORD_DATE)


def _count(value: str) -> int:
    number = int(value)
    if number < 1:
        raise argparse.ArgumentTypeError("must be 1 or more")
    return number


def _pair(value: str) -> tuple[str, str]:
    left, sign, right = value.partition("=")
    if not sign or not left.strip():
        raise argparse.ArgumentTypeError(f"{value!r} is not of the form NAME=VALUE")
    return left.strip(), right.strip()
