"""Paragraphs that came, went, moved, were changed, divided or put together."""

from __future__ import annotations

from tests.formats.docx_compare.traps.making import (
    COSTS,
    ENDS,
    FERRY,
    FIVE,
    MEETS,
    NUMBERING,
    SEAT,
    Made,
    Pair,
    listed,
    par,
    pars,
    text,
)


def paragraphs() -> dict[str, Pair]:
    whole = pars(*FIVE)
    changed = MEETS.replace("each spring", "every autumn")
    bold = par(text("Article 1. ", "<w:b/>"), SEAT)
    return {
        "word-changed": (whole, pars(SEAT, changed, COSTS, FERRY, ENDS)),
        "first-word-changed": (whole, pars("A" + SEAT[3:], MEETS, COSTS, FERRY, ENDS)),
        "last-word-changed": (whole, pars(SEAT, MEETS, COSTS, FERRY, ENDS[:-6] + "Depositary.")),
        "paragraph-deleted-first": (whole, pars(*FIVE[1:])),
        "paragraph-deleted-last": (whole, pars(*FIVE[:-1])),
        "paragraph-inserted-first": (pars(*FIVE[1:]), whole),
        "paragraph-inserted-last": (pars(*FIVE[:-1]), whole),
        "two-deleted-last": (whole, pars(*FIVE[:-2])),
        "two-inserted-last-one-changed": (pars(SEAT, MEETS, COSTS), pars(SEAT, changed, COSTS, FERRY, ENDS)),
        "last-replaced": (
            pars(SEAT, MEETS, COSTS),
            pars(SEAT, MEETS, "Nothing else was agreed on herrings."),
        ),
        "all-replaced": (
            pars(SEAT, MEETS),
            pars("Salt is weighed in Klow.", "Reeds are cut in winter.", FERRY),
        ),
        "all-replaced-by-one": (whole, pars("Salt is weighed in Klow.")),
        "nothing-to-text": (par(""), pars(SEAT, MEETS)),
        "text-to-nothing": (pars(SEAT, MEETS), par("")),
        "split": (pars(SEAT + " " + MEETS, COSTS), pars(SEAT, MEETS, COSTS)),
        "joined": (pars(SEAT, MEETS, COSTS), pars(SEAT + " " + MEETS, COSTS)),
        "split-and-changed": (pars(SEAT + " " + MEETS, COSTS), pars(SEAT, changed, COSTS)),
        "split-last": (pars(COSTS, SEAT + " " + MEETS), pars(COSTS, SEAT, MEETS)),
        "joined-last": (pars(COSTS, SEAT, MEETS), pars(COSTS, SEAT + " " + MEETS)),
        "moved-up": (whole, pars(SEAT, FERRY, MEETS, COSTS, ENDS)),
        "moved-to-end": (whole, pars(SEAT, COSTS, FERRY, ENDS, MEETS)),
        "moved-to-start": (whole, pars(ENDS, SEAT, MEETS, COSTS, FERRY)),
        "moved-and-changed": (whole, pars(SEAT, COSTS, FERRY, changed, ENDS)),
        "two-swapped": (pars(SEAT, MEETS), pars(MEETS, SEAT)),
        "empty-lines-come": (whole, "".join(par(words) + par("") for words in FIVE)),
        "empty-lines-go": ("".join(par(words) + par("") for words in FIVE), whole),
        "empty-lines-at-end": (whole, whole + par("") + par("")),
        "empty-lines-at-start": (whole, par("") + par("") + whole),
        "repeated-lines": (pars(*["Done."] * 6, SEAT), pars(*["Done."] * 4, SEAT, "Done.")),
        "line-breaks": (
            par("First line", "<w:r><w:br/></w:r>", "second line", "<w:r><w:br/></w:r>", "third line")
            + par(COSTS),
            par("First line", "<w:r><w:br/></w:r>", "third line", "<w:r><w:br/><w:t>fourth line</w:t></w:r>")
            + par(COSTS),
        ),
        "page-break": (
            par(SEAT) + par(MEETS),
            par(SEAT) + par('<w:r><w:br w:type="page"/></w:r>') + par(MEETS),
        ),
        "tabs": (
            par("Fee", "<w:r><w:tab/></w:r>", "10 crowns"),
            par("Fee", "<w:r><w:tab/><w:tab/></w:r>", "12 crowns"),
        ),
        "letters-case": (
            pars("The depositary keeps the ORIGINAL.", COSTS),
            pars("The Depositary keeps the original.", COSTS),
        ),
        "french-signs": (
            pars("La «\u00a0Commission\u00a0» siège à l\u2019été\u00a0: voir ci-après.", COSTS),
            pars("La « Commission » siège à l'automne : voir ci-après.", COSTS),
        ),
        "other-letters": (
            pars(
                "Ця Угода набирає чинності з дня підписання.", "Šis līgums stājas spēkā parakstīšanas dienā."
            ),
            pars("Ця Угода набирає чинності через 30 днів.", "Šis līgums stājas spēkā 30. dienā."),
        ),
        "bold-words": (
            bold + par(MEETS),
            par(text("Article 1. "), SEAT.replace("Strelsau", "Zenda")) + par(MEETS),
        ),
        "settings-changed": (
            par(SEAT) + par(MEETS),
            par(SEAT, settings='<w:jc w:val="center"/>') + par(changed, settings='<w:ind w:left="720"/>'),
        ),
        "list-item-inserted": (
            Made(listed(SEAT) + listed(COSTS) + par(ENDS), NUMBERING),
            Made(listed(SEAT) + listed(MEETS) + listed(FERRY, 1) + listed(COSTS) + par(ENDS), NUMBERING),
        ),
        "list-item-deleted-last": (
            Made(par(SEAT) + listed(MEETS) + listed(COSTS), NUMBERING),
            Made(par(SEAT) + listed(MEETS), NUMBERING),
        ),
        "hidden-words": (
            par(SEAT, text(" secretly", "<w:vanish/>")) + par(MEETS),
            par(SEAT, text(" openly", "<w:vanish/>")) + par(MEETS),
        ),
        "bracketed-paragraphs": (whole, pars(SEAT, f"[{MEETS}]", f"[{COSTS}]", FERRY, ENDS)),
        "brackets-taken-away": (pars(SEAT, f"[{MEETS}]", f"[{COSTS}]", FERRY, ENDS), whole),
        "split-runs": (
            par(*(text(letter) for letter in "The fee is 10 crowns.")) + par(COSTS),
            par("The fee is ", text("12", "<w:i/>"), " crowns.") + par(COSTS),
        ),
    }
