"""Tables, rows, cells and columns."""

from __future__ import annotations

from tests.formats.docx_compare.traps.making import (
    COSTS,
    ENDS,
    FERRY,
    MEETS,
    NUMBERING,
    SEAT,
    Made,
    Pair,
    cell,
    listed,
    par,
    pars,
    row,
    table,
)


def tables() -> dict[str, Pair]:
    rows = [("Port", "Fee"), ("Klow", "10 crowns"), ("Zenda", "12 crowns"), ("Strelsau", "14 crowns")]
    start, end = par(SEAT), par(ENDS)
    whole = table(*rows)
    merged = row(cell("Fees of all ports", settings='<w:gridSpan w:val="2"/>'))
    down = [
        row(cell("North", settings='<w:vMerge w:val="restart"/>'), cell("Klow")),
        row(cell("", settings="<w:vMerge/>"), cell("Zenda")),
    ]
    nested = table(("a", "b"), ("c", "d"))
    three = table(("Port", "Fee", "Note"), ("Klow", "10", "yearly"), ("Zenda", "12", "monthly"), columns=3)
    return {
        "row-deleted": (start + whole + end, start + table(*rows[:2], rows[3]) + end),
        "row-inserted": (start + table(*rows[:2], rows[3]) + end, start + whole + end),
        "row-deleted-first": (start + whole + end, start + table(*rows[1:]) + end),
        "row-inserted-last": (start + table(*rows[:-1]) + end, start + whole + end),
        "row-partly-empty-inserted": (start + whole + end, start + table(*rows, ("Bohr", "")) + end),
        "row-empty-inserted": (start + whole + end, start + table(*rows, ("", "")) + end),
        "row-emptied": (start + whole + end, start + table(*rows[:2], ("", ""), rows[3]) + end),
        "row-filled": (start + table(*rows[:2], ("", ""), rows[3]) + end, start + whole + end),
        "cell-changed": (
            start + whole + end,
            start + table(*rows[:2], ("Zenda", "13 crowns"), rows[3]) + end,
        ),
        "cell-emptied": (start + whole + end, start + table(*rows[:2], ("Zenda", ""), rows[3]) + end),
        "cell-paragraph-inserted": (
            start + table(("a", "b")) + end,
            start + table(row(cell("a", "and a further paragraph"), cell("b"))) + end,
        ),
        "cell-paragraph-deleted": (
            start + table(row(cell(SEAT, MEETS, COSTS), cell("b"))) + end,
            start + table(row(cell(SEAT, COSTS), cell("b"))) + end,
        ),
        "cell-last-paragraph-deleted": (
            start + table(row(cell(SEAT, MEETS), cell("b"))) + end,
            start + table(row(cell(SEAT), cell("b"))) + end,
        ),
        "cell-paragraph-split": (
            start + table(row(cell(f"{SEAT} {MEETS}"), cell("b"))) + end,
            start + table(row(cell(SEAT, MEETS), cell("b"))) + end,
        ),
        "table-inserted": (start + end, start + whole + end),
        "table-deleted": (start + whole + end, start + end),
        "table-inserted-first": (start + end, whole + start + end),
        "table-deleted-first": (whole + start + end, start + end),
        "table-inserted-last": (start, start + whole + par("")),
        "table-deleted-last": (start + whole + par(""), start),
        "table-with-words-inserted": (start + end, start + par(FERRY) + whole + par(COSTS) + end),
        "table-with-words-deleted": (start + par(FERRY) + whole + par(COSTS) + end, start + end),
        "table-replaced": (
            start + whole + end,
            start + table(("Salt", "reeds"), ("herrings", "barrels")) + end,
        ),
        "words-into-table": (start + par(FERRY) + end, start + table((FERRY, "yes")) + end),
        "words-out-of-table": (start + table((FERRY, "yes")) + end, start + par(FERRY) + end),
        "paragraph-before-table-inserted": (start + whole + end, start + par(FERRY) + whole + end),
        "paragraph-before-table-deleted": (start + par(FERRY) + whole + end, start + whole + end),
        "paragraph-before-first-table-changed": (
            start + whole + end,
            par(SEAT[:-1] + " and its gardens.") + whole + end,
        ),
        "paragraph-moved-before-table": (
            start + whole + pars(COSTS, FERRY) + end,
            start + par(FERRY) + whole + par(COSTS) + end,
        ),
        "paragraph-moved-from-before-table": (
            start + par(FERRY) + whole + par(COSTS) + end,
            start + whole + pars(COSTS, FERRY) + end,
        ),
        "paragraph-moved-before-new-table": (
            start + pars(COSTS, FERRY) + end,
            start + par(FERRY) + whole + par(COSTS) + end,
        ),
        "paragraphs-and-two-tables-inserted": (
            start + end,
            start + par(FERRY) + whole + par(COSTS) + nested + par(MEETS) + end,
        ),
        "all-replaced-by-words-and-table": (
            pars(SEAT, MEETS, ENDS),
            pars("Salt is weighed in Klow.") + whole + par("Reeds are cut in winter."),
        ),
        "paragraph-after-table-inserted": (start + whole + end, start + whole + par(FERRY) + end),
        "paragraph-after-table-deleted": (start + whole + par(FERRY) + end, start + whole + end),
        "two-tables-one-deleted": (start + whole + par("") + nested + end, start + nested + end),
        "merged-row-changed": (
            start + table(merged, *rows[1:]) + end,
            start + table(merged.replace("all", "some"), *rows[1:]) + end,
        ),
        "merged-row-inserted": (start + whole + end, start + table(merged, *rows) + end),
        "merged-down-changed": (
            start + table(*down) + end,
            start + table(down[0].replace("Klow", "Bohr"), down[1]) + end,
        ),
        "merged-down-row-inserted": (
            start + table(*down) + end,
            start + table(*down, row(cell("", settings="<w:vMerge/>"), cell("Bohr"))) + end,
        ),
        "nested-table-changed": (
            start + table(row(cell("outer", nested, par("")), cell("x"))) + end,
            start + table(row(cell("outer", table(("a", "b"), ("c", "e")), par("")), cell("x"))) + end,
        ),
        "nested-table-inserted": (
            start + table(row(cell("outer"), cell("x"))) + end,
            start + table(row(cell("outer", nested, par("")), cell("x"))) + end,
        ),
        "nested-table-row-deleted": (
            start + table(row(cell("outer", nested, par("")), cell("x"))) + end,
            start + table(row(cell("outer", table(("a", "b")), par("")), cell("x"))) + end,
        ),
        "column-inserted": (
            start + table(("Port", "Fee"), ("Klow", "10"), ("Zenda", "12")) + end,
            start + three + end,
        ),
        "column-deleted": (
            start + three + end,
            start + table(("Port", "Fee"), ("Klow", "10"), ("Zenda", "12")) + end,
        ),
        "row-moved": (start + whole + end, start + table(rows[0], rows[3], rows[1], rows[2]) + end),
        "break-in-row": (
            start + table(("Klow", "10 crowns")) + end,
            start + table(row(cell(par("Klow", "<w:r><w:br/></w:r>", "harbour")), cell("10 crowns"))) + end,
        ),
        "long-table": (
            start + table(*((f"Port {n}", f"{n} crowns") for n in range(40))) + end,
            start
            + table(*((f"Port {n}", f"{n + (n % 13 == 5)} crowns") for n in range(40) if n % 11 != 3))
            + end,
        ),
        "list-in-cell": (
            Made(start + table(row(cell(listed("salt"), listed("reeds")), cell("x"))) + end, NUMBERING),
            Made(
                start
                + table(row(cell(listed("salt"), listed("herrings"), listed("reeds")), cell("x")))
                + end,
                NUMBERING,
            ),
        ),
        "only-a-table-changed": (whole + par(""), table(*rows[:3], ("Strelsau", "15 crowns")) + par("")),
    }
