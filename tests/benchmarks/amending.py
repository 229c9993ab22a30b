"""Whether an amending protocol brings the new text: `python -m tests.benchmarks.amending [--corpus DIR] [--verbose]`.

Pairs of versions are amended, the protocol is written to a file and read again, and carried out on the old
version; the outcome is held against the new version. Pairs are real (a treaty before and after its
amendment, two drafts of one text, two Word files) and made (one edit of each kind on every treaty of the corpus and on the shipped templates in three
languages). *Exact* means every unit in its order with its kind, depth, number, heading and words;
*wording* the same words and numbers in order, however divided. The protocol goes through Akoma Ntoso, which
keeps all a draft holds, and through plain text, as another office would send it.
"""

from __future__ import annotations

import argparse
import json
import re
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.benchmarks.amended_versions import edited
from workbench.actions.exporting import export
from workbench.actions.reading import read_file
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.numbering import numbers
from workbench.agreement.states import States
from workbench.agreement.tree import Agreement, Provision, Zone
from workbench.drafting.amending import NothingToAmendError, amend, consolidate
from workbench.drafting.assembly import new_draft
from workbench.formats import akn
from workbench.formats.errors import FormatError

LANGUAGES = ("en", "lv", "uk")
TEMPLATES = ("defence-cooperation", "long-term-support", "classified-information", "memorandum")
Pair = tuple[str, str, Agreement, Agreement]


def real_pairs(corpus: Path) -> Iterator[Pair]:
    """Versions of one text in the corpus."""
    folder = corpus / "versions"
    for old in sorted(folder.glob("*.old.txt")):
        new = old.with_name(old.name.replace(".old.", ".new."))
        yield "treaties", old.stem, read_file(old).agreement, read_file(new).agreement
    drafts = [read_file(path).agreement for path in sorted(folder.glob("*_draft_*.txt"))]
    for index, (one, other) in enumerate(pairwise(drafts)):
        yield "drafts", f"draft {index + 1}", one, other
    folder = corpus / "word_pairs"
    for line in (folder / "pairs.tsv").read_text("utf-8").splitlines()[1:]:
        name, one_file, other_file, *_ = line.split("\t")
        try:
            one, other = (read_file(folder / file).agreement for file in (one_file, other_file))
        except FormatError:  # two of them hold pictures alone
            continue
        yield "word files", name, one, other


def made_pairs(corpus: Path, states: States) -> Iterator[Pair]:
    """Every treaty and template with each edit it has room for."""
    texts = sorted((corpus / "treaties").glob("*.txt")) if corpus.is_dir() else []
    texts += sorted((corpus / "multilingual").glob("udhr_*.txt"))
    texts += sorted((corpus / "security_agreements").glob("*.docx"))
    texts += sorted((corpus / "word_pairs" / "files").glob("*Table*Before*.docx"))
    texts += sorted((corpus.parent / "seeds").glob("*.txt"))
    for path in texts:
        agreement = read_file(path).agreement
        for name, new in edited(agreement):
            yield name, path.stem, agreement, new
    for slug in TEMPLATES:
        for language in LANGUAGES:
            agreement = new_draft(slug, parties=["LV", "EE"], language=language, states=states).agreement
            for name, new in edited(agreement):
                yield name, f"{slug} {language}", agreement, new


Line = tuple[str, int, str, str, str, str, str]


def laid_out(agreement: Agreement) -> list[Line]:
    """Zone, depth, kind, printed number, heading, text and wrap-up of every unit."""
    labels = numbers(agreement)
    lines: list[Line] = []

    def add(units: tuple[Provision, ...], zone: Zone, depth: int) -> None:
        for unit in units:
            heading, text, end = (
                " ".join(part.plain.split()) for part in (unit.heading, unit.text, unit.wrap_up)
            )
            number = labels[unit.id].number or labels[unit.id].printed
            lines.append((zone.value, depth, unit.kind.value, number, heading, text, end))
            add(unit.children, zone, depth + 1)

    for zone in Zone:
        add(agreement.zone(zone), zone, 0)
    return lines


def wording(lines: list[Line]) -> list[str]:
    """All words and numbers in order, however they are divided into units."""
    return re.findall(r"\w+", " ".join(" ".join(line[3:]) for line in lines))


def measure(pair: Pair, way: str, folder: Path, states: States) -> tuple[Counter[str], str]:
    """What became of one pair by one way: counts, and where it first went wrong."""
    _, _, old, new = pair
    told: Counter[str] = Counter(pairs=1)
    start = time.process_time()
    draft = amend(old, new, states=states).draft
    told["ms"] = round((time.process_time() - start) * 1000)
    path = folder / f"protocol.{way}"
    if way == "xml":
        protocol = akn.from_bytes(akn.to_bytes(draft), name="protocol.xml").draft.agreement
    else:
        export(draft.agreement, path)
        protocol = read_file(path).agreement
    made = consolidate(old, protocol)
    mine, wanted = laid_out(made.agreement), laid_out(new)
    told["exact"] = mine == wanted
    told["wording"] = wording(mine) == wording(wanted)
    told["errors"] = sum(finding.severity == "error" for finding in made.findings)
    wrong = next((f"{a}\n      wanted {b}" for a, b in zip(mine, wanted, strict=False) if a != b), "")
    if not told["exact"] and not wrong:
        wrong = f"{len(mine)} units, wanted {len(wanted)}"
    return told, wrong


def main() -> None:
    """Print the rates."""
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    default = Path(__file__).resolve().parents[3] / "shared" / "corpus"
    parser.add_argument("--corpus", type=Path, default=default)
    parser.add_argument("--only", default="", help="only pairs whose kind or name holds these words")
    parser.add_argument("--ways", default="xml,txt")
    parser.add_argument("--verbose", action="store_true", help="say of each pair where it went wrong")
    parser.add_argument("--json", action="store_true")
    chosen = parser.parse_args()
    states = States.load()
    figures: dict[str, dict[str, Counter[str]]] = defaultdict(lambda: defaultdict(Counter))
    pairs: list[Pair] = list(real_pairs(chosen.corpus)) if chosen.corpus.is_dir() else []
    pairs += made_pairs(chosen.corpus, states)
    with TemporaryDirectory() as folder:
        for pair in pairs:
            kind, name, *_ = pair
            if chosen.only not in f"{kind} {name}":
                continue
            for way in chosen.ways.split(","):
                try:
                    told, wrong = measure(pair, way, Path(folder), states)
                except NothingToAmendError:
                    continue
                except WorkbenchError as error:
                    told, wrong = Counter(pairs=1), repr(error)
                figures[way][kind] += told
                if chosen.verbose and not told["exact"]:
                    sys.stdout.write(f"{way} | {kind} | {name}: {dict(told)}\n      {wrong}\n"[:700] + "\n")
    if chosen.json:
        sys.stdout.write(json.dumps(figures, indent=2) + "\n")
        return
    for way, kinds in figures.items():
        sys.stdout.write(f"\n{way}\n{'':32} pairs exact wording errors    ms\n")
        total: Counter[str] = Counter()
        for kind, told in kinds.items():
            total += told
            _row(kind, told)
        _row("all", total)


def _row(kind: str, told: Counter[str]) -> None:
    row = (told["pairs"], told["exact"], told["wording"], told["errors"], told["ms"] // max(1, told["pairs"]))
    sys.stdout.write(f"{kind:32} {row[0]:5} {row[1]:5} {row[2]:7} {row[3]:6} {row[4]:5}\n")


if __name__ == "__main__":
    main()
