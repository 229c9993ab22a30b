"""Pictures, formulas, text boxes, fields, links, content controls, bookmarks and comments."""

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
    box,
    cell,
    control,
    formula,
    link,
    named,
    par,
    pars,
    picture,
    png,
    reference,
    row,
    table,
    text,
)


def things() -> dict[str, Pair]:
    red, blue = png(200, 0, 0), png(0, 0, 200)
    start, end = par(SEAT), par(ENDS)
    pic = Made(start + par("The seal: ", picture(), " as agreed.") + end, pictures=(red,))
    boxed = start + par("Beside it: ", box(par("Sealed at Klow."), par("In two originals."))) + end
    return {
        "picture-replaced": (pic, replace(pic, pictures=(blue,))),
        "picture-words-changed": (pic, replace(pic, body=pic.body.replace("as agreed", "as drawn"))),
        "picture-inserted": (Made(start + par("The seal:  as agreed.") + end), pic),
        "picture-deleted": (pic, Made(start + par("The seal:  as agreed.") + end)),
        "picture-alone-deleted": (Made(start + par(picture()) + end, pictures=(red,)), Made(start + end)),
        "picture-alone-inserted": (Made(start + end), Made(start + par(picture()) + end, pictures=(red,))),
        "picture-moved": (
            Made(start + par(picture()) + par(MEETS) + par(COSTS) + end, pictures=(red,)),
            Made(start + par(MEETS) + par(COSTS) + par(picture()) + end, pictures=(red,)),
        ),
        "picture-in-new-row": (
            Made(start + table(("a", "b")) + end),
            Made(start + table(("a", "b"), row(cell(par(picture())), cell("seal"))) + end, pictures=(red,)),
        ),
        "formula-beside-change": (
            start + par("The fee is ", formula("a", "b"), " crowns.") + end,
            start + par("The toll is ", formula("a", "b"), " crowns.") + end,
        ),
        "formula-changed": (
            start + par("The fee is ", formula("a", "b"), " crowns.") + end,
            start + par("The fee is ", formula("a", "c"), " crowns.") + end,
        ),
        "formula-inserted": (start + end, start + par("The fee is ", formula("a", "c"), " crowns.") + end),
        "formula-moved": (
            start
            + par("The fee for the crossing is ", formula("a", "b"), " crowns.")
            + pars(MEETS, COSTS)
            + end,
            start
            + pars(MEETS, COSTS)
            + par("The fee for the crossing is ", formula("a", "b"), " crowns.")
            + end,
        ),
        "box-words-changed": (boxed, boxed.replace("Klow", "Zenda")),
        "box-gains-paragraph": (
            boxed,
            boxed.replace(par("In two originals."), par("In two originals.") + par("Both valid.")),
        ),
        "box-inserted": (start + par("Beside it: ") + end, boxed),
        "box-deleted": (boxed, start + par("Beside it: ") + end),
        "box-paragraph-deleted": (boxed, start + end),
        "box-paragraph-inserted": (start + end, boxed),
        "box-paragraph-split": (
            start + par("Beside it: ", box(par("Sealed.")), " and under it. Nothing else is sealed.") + end,
            start
            + par("Beside it: ", box(par("Sealed.")), " and under it.")
            + par("Nothing else is sealed.")
            + end,
        ),
        "box-beside-change": (boxed, boxed.replace("Beside", "Under")),
        "box-table-changed": (
            start + par("Beside it: ", box(table(("a", "b")), par(""))) + end,
            start + par("Beside it: ", box(table(("a", "c")), par(""))) + end,
        ),
        "field-beside-change": (
            start
            + par("Under Article ", reference("REF place", "4"), " the ferry sails.")
            + par(named(text("4")))
            + end,
            start
            + par("According to Article ", reference("REF place", "4"), " the ferry stops.")
            + par(named(text("4")))
            + end,
        ),
        "field-shows-other": (
            start + par("Done on ", reference('DATE \\@ "d MMMM"', "1 May"), " at Klow.") + end,
            start + par("Done on ", reference('DATE \\@ "d MMMM"', "2 May"), " at Klow.") + end,
        ),
        "field-inserted": (
            start + par("The ferry sails under Article 4.") + end,
            start + par("The ferry sails under Article ", reference("QUOTE 4", "4"), ".") + end,
        ),
        "field-deleted": (
            start + par("The ferry sails under Article ", reference("QUOTE 4", "4"), ".") + end,
            start + par("The ferry sails under Article 4.") + end,
        ),
        "simple-field-changed": (
            start
            + par("Page ", f'<w:fldSimple w:instr=" QUOTE 3 ">{text("3")}</w:fldSimple>', " of the annex.")
            + end,
            start
            + par("Page ", f'<w:fldSimple w:instr=" QUOTE 4 ">{text("4")}</w:fldSimple>', " of the annex.")
            + end,
        ),
        "link-words-changed": (
            start + par("See ", link("the register of ships"), " for more.") + end,
            start + par("See ", link("the register of ferries"), " for more.") + end,
        ),
        "link-inserted": (
            start + par("See  for more.") + end,
            start + par("See ", link("the register"), " for more.") + end,
        ),
        "link-deleted": (
            start + par("See ", link("the register"), " for more.") + end,
            start + par("See  for more.") + end,
        ),
        "link-paragraph-deleted": (start + par("See ", link("the register")) + end, start + end),
        "control-words-changed": (
            start + control(par(MEETS)) + end,
            start + control(par(MEETS.replace("spring", "year"))) + end,
        ),
        "control-paragraph-inserted": (
            start + control(par(MEETS)) + end,
            start + control(par(MEETS) + par(FERRY)) + end,
        ),
        "control-in-line-changed": (
            start + par("Paid in ", control(text("crowns")), " each year.") + end,
            start + par("Paid in ", control(text("guilders")), " each year.") + end,
        ),
        "bookmark-around-change": (
            start + par("The fee is ", named(text("10")), " crowns.") + end,
            start + par("The fee is ", named(text("12")), " crowns.") + end,
        ),
        "bookmark-paragraph-deleted": (start + par(named(text(FERRY))) + end, start + end),
        "comment-around-change": (
            Made(start + _commented("10") + end, _comments()),
            Made(start + _commented("12") + end, _comments()),
        ),
        "comment-paragraph-inserted": (Made(start + end), Made(start + _commented("10") + end, _comments())),
    }


def _commented(words: str) -> str:
    return par(
        "The fee is ", '<w:commentRangeStart w:id="1"/>', text(words), '<w:commentRangeEnd w:id="1"/>',
        '<w:r><w:commentReference w:id="1"/></w:r>', " crowns.",
    )  # fmt: skip


def _comments() -> dict[str, str]:
    return {
        "comments": f'<w:comment w:id="1" w:author="Zapt" w:date="2026-01-02T00:00:00Z">{par("Too little.")}</w:comment>'
    }
