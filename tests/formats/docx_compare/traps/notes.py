"""Notes, headers and sections."""

from __future__ import annotations

from dataclasses import replace

from tests.formats.docx_compare.traps.making import (
    COSTS,
    ENDS,
    FERRY,
    MEETS,
    SEAT,
    Made,
    Pair,
    note,
    notes,
    par,
    pars,
    reference,
    section,
    table,
)


def noted() -> dict[str, Pair]:
    def with_notes(*said: str, words: str = SEAT, kind: str = "footnote") -> Made:
        references = [note(n + 1, kind) for n in range(len(said))]
        inside = [part for n, one in enumerate(references) for part in (f" Clause {n}.", one)]
        return Made(par(words, *inside) + par(MEETS) + par(ENDS), notes(*said, kind=kind) if said else {})

    result: dict[str, Pair] = {}
    for kind in ("footnote", "endnote"):
        one, two = (
            with_notes("As surveyed in 1901.", kind=kind),
            with_notes("As surveyed in 1901.", "Map B.", kind=kind),
        )
        result |= {
            f"{kind}-changed": (one, with_notes("As surveyed in 1902.", kind=kind)),
            f"{kind}-inserted": (one, two),
            f"{kind}-deleted": (two, one),
            f"{kind}-first-inserted": (with_notes(kind=kind), one),
            f"{kind}-only-deleted": (one, with_notes(kind=kind)),
            f"{kind}-and-words-changed": (
                two,
                with_notes("As surveyed in 1902.", "Map C.", words=COSTS, kind=kind),
            ),
            f"{kind}-paragraph-inserted": (
                one,
                with_notes(
                    par(f"<w:r><w:{kind}Ref/></w:r>", " As surveyed in 1901.") + par("And again in 1950."),
                    kind=kind,
                ),
            ),
            f"{kind}-table-changed": (
                with_notes(par("See:") + table(("a", "b")) + par(""), kind=kind),
                with_notes(par("See:") + table(("a", "c")) + par(""), kind=kind),
            ),
            f"{kind}-paragraph-deleted": (
                Made(par(SEAT) + par(FERRY, note(1, kind)) + par(ENDS), notes("Map A.", kind=kind)),
                Made(par(SEAT) + par(ENDS)),
            ),
            f"{kind}-paragraph-moved": (
                Made(par(FERRY, note(1, kind)) + pars(SEAT, MEETS, ENDS), notes("Map A.", kind=kind)),
                Made(pars(SEAT, MEETS) + par(FERRY, note(1, kind)) + par(ENDS), notes("Map A.", kind=kind)),
            ),
        }
    return result


def sections() -> dict[str, Pair]:
    start, end = par(SEAT), par(ENDS)
    last = '<w:sectPr><w:headerReference w:type="default" r:id="header1"/><w:footerReference w:type="default" r:id="footer1"/></w:sectPr>'
    parts = {"header1": par("Draft of May"), "footer1": par("Page ", reference("PAGE", "1"))}
    headed = Made(start + par(MEETS) + end + last, parts)
    two = start + section(MEETS) + par(COSTS) + end
    return {
        "header-changed": (headed, replace(headed, parts={**parts, "header1": par("Draft of June")})),
        "header-and-text-changed": (
            headed,
            replace(
                headed,
                body=headed.body.replace("Strelsau", "Zenda"),
                parts={**parts, "header1": par("Draft of June")},
            ),
        ),
        "section-words-changed": (two, two.replace("spring", "autumn")),
        "section-paragraph-inserted": (two, start + par(FERRY) + section(MEETS) + par(COSTS) + end),
        "section-paragraph-deleted": (start + par(FERRY) + section(MEETS) + par(COSTS) + end, two),
        "section-last-words-deleted": (two, start + section("") + par(COSTS) + end),
        "section-inserted": (start + par(MEETS) + par(COSTS) + end, two),
        "section-deleted": (two, start + par(MEETS) + par(COSTS) + end),
    }
