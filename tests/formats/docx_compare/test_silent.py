"""What a counterpart changed without a mark: every trick is told, and honest tracking is not accused."""

from __future__ import annotations

import pytest

from tests.formats.docx_compare.test_word_comparing import END, field, row, table
from tests.formats.word_files import numbered, paragraph, word_file
from workbench.formats.docx.comparing import Change, silent_changes

BY = "w:author='Syldavia' w:date='2026-05-01T00:00:00Z'"
OURS = "w:author='Ruritania' w:date='2026-03-01T00:00:00Z'"
FEE = "The annual fee is 10 000 crowns and falls due on 1 March."
HERRING = "The catch of herring is shared in equal parts between the fleets."
SALT = "Salt is carried by river to the northern ports free of any toll."
BODY = paragraph(FEE) + paragraph(HERRING) + paragraph(SALT) + END
WHITE = "<w:color w:val='FFFFFF'/>"
RULES = (
    "<w:abstractNum w:abstractNumId='0'><w:lvl w:ilvl='0'><w:start w:val='{}'/><w:numFmt w:val='decimal'/>"
    "<w:lvlText w:val='{}'/></w:lvl></w:abstractNum><w:num w:numId='1'><w:abstractNumId w:val='0'/></w:num>"
)


def run(words: str, look: str = "") -> str:
    return f"<w:r><w:rPr>{look}</w:rPr><w:t xml:space='preserve'>{words}</w:t></w:r>"


def told(sent: bytes, returned: bytes) -> list[Change]:
    return list(silent_changes(sent, returned))


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param("annual", "monthly", id="a word"),
        pytest.param("10 000", "100 000", id="an amount"),
        pytest.param("1 March", "1 May", id="a date"),
        pytest.param("crowns", "crоwns", id="a Cyrillic letter that looks alike"),
        pytest.param("annual fee", "annual\u00a0fee", id="a space that does not break"),
        pytest.param("crowns", "cro\u200bwns", id="a sign of no width"),
        pytest.param("crowns", "cro\u00adwns", id="a soft hyphen"),
        pytest.param("falls due", "falls  due", id="two spaces for one"),
        pytest.param("March.", "March", id="a full stop"),
    ],
)
def test_characters(old: str, new: str) -> None:
    assert told(word_file(BODY), word_file(BODY.replace(old, new)))


@pytest.mark.parametrize(
    ("sent", "returned"),
    [
        pytest.param(BODY, paragraph(FEE) + paragraph(SALT) + END, id="a paragraph deleted"),
        pytest.param(BODY, BODY.replace(END, paragraph("More.") + END), id="a paragraph inserted"),
        pytest.param(
            BODY, paragraph(HERRING) + paragraph(SALT) + paragraph(FEE) + END, id="a paragraph moved"
        ),
        pytest.param(BODY, paragraph(f"{FEE} {HERRING}") + paragraph(SALT) + END, id="paragraphs merged"),
        pytest.param(
            f"<w:p>{run(FEE)}</w:p>", f"<w:p>{run(FEE, '<w:strike/>')}</w:p>", id="words struck out"
        ),
        pytest.param(f"<w:p>{run(FEE)}</w:p>", f"<w:p>{run(FEE, '<w:vanish/>')}</w:p>", id="words hidden"),
        pytest.param(
            f"<w:p>{run(FEE, '<w:vanish/>')}</w:p>",
            f"<w:p>{run(FEE.replace('10', '90'), '<w:vanish/>')}</w:p>",
            id="hidden words changed",
        ),
        pytest.param(
            f"<w:p>{run(FEE)}</w:p>",
            f"<w:p>{run(FEE, WHITE)}</w:p>",
            id="white on white",
        ),
        pytest.param(table(row("wheat", "10")) + END, table(row("wheat", "90")) + END, id="a cell changed"),
        pytest.param(
            table(row("wheat", "10"), row("rye", "5")) + END,
            table(row("wheat", "10")) + END,
            id="a row deleted",
        ),
        pytest.param(
            f"<w:p>{run('See Article ')}{field('REF _Ref1 ', '4')}{run('.')}</w:p>",
            f"<w:p>{run('See Article ')}{field('REF _Ref1 ', '5')}{run('.')}</w:p>",
            id="what a field shows",
        ),
        pytest.param(
            f"<w:p>{run('Done on ')}{field('QUOTE 3 May', '3 May')}</w:p>",
            f"<w:p>{run('Done on ')}{field('DATE', '3 May')}</w:p>",
            id="what a field reckons",
        ),
    ],
)
def test_paragraphs_looks_tables_and_fields(sent: str, returned: str) -> None:
    assert told(word_file(sent + END), word_file(returned + END))


def test_notes() -> None:
    body = f"<w:p>{run(FEE)}<w:r><w:footnoteReference w:id='1'/></w:r></w:p>{END}"
    notes = f"<w:footnote w:id='1'>{paragraph('In gold only.')}</w:footnote>"
    found = told(word_file(body, footnotes=notes), word_file(body, footnotes=notes.replace("gold", "silver")))
    assert [(c.old, c.new, c.label) for c in found] == [("gold", "silver", "Footnote 1")]


def headed(words: str) -> bytes:
    from tests.formats.docx_compare.test_word_comparing import added

    names = "xmlns:r='http://schemas.openxmlformats.org/officeDocument/2006/relationships'"
    section = f"<w:sectPr><w:headerReference {names} w:type='default' r:id='rId9'/></w:sectPr>"
    link = (
        "<Relationships xmlns='http://schemas.openxmlformats.org/package/2006/relationships'>"
        "<Relationship Id='rId9' Type='header' Target='header1.xml'/></Relationships>"
    )
    header = f"<w:hdr xmlns:w='http://schemas.openxmlformats.org/wordprocessingml/2006/main'>{paragraph(words)}</w:hdr>"
    return added(
        word_file(BODY + section),
        {"word/header1.xml": header.encode(), "word/_rels/document.xml.rels": link.encode()},
    )


def test_headers() -> None:
    found = told(headed("Draft of 3 May"), headed("Draft of 4 May"))
    assert [c.label for c in found] == ["Header"]
    assert told(headed("Draft of 3 May"), word_file(BODY))


@pytest.mark.parametrize("other", [("2", "Article %1"), ("1", "Section %1")])
def test_numbering(other: tuple[str, str]) -> None:
    body = numbered("Fee", 1) + paragraph(FEE) + END
    sent = word_file(body, numbering=RULES.format("1", "Article %1"))
    assert told(sent, word_file(body, numbering=RULES.format(*other)))


def test_styles() -> None:
    style = "<w:style w:type='paragraph' w:styleId='Fee'><w:name w:val='Fee'/><w:rPr>{}</w:rPr></w:style>"
    body = paragraph(FEE, "<w:pStyle w:val='Fee'/>") + END
    sent, returned = (word_file(body, styles=style.format(look)) for look in ("", "<w:vanish/>"))
    assert [c.label for c in told(sent, returned)] == ["Style Fee"]


def tracked(kind: str, words: str, by: str) -> str:
    tag = "delText" if kind == "del" else "t"
    return f"<w:{kind} w:id='5' {by}><w:r><w:{tag} xml:space='preserve'>{words}</w:{tag}></w:r></w:{kind}>"


def test_our_pending_change_accepted_or_rejected_in_silence() -> None:
    sent = word_file(f"<w:p>{run('The fee is ten crowns')}{tracked('ins', ' in gold', OURS)}{run('.')}</w:p>")
    accepted = told(sent, word_file(paragraph("The fee is ten crowns in gold.")))
    assert [(c.kind.value, c.new) for c in accepted] == [("inserted", " in gold")]
    assert told(sent, word_file(paragraph("The fee is ten crowns.")))
    gone = word_file(f"<w:p>{run('The fee is ten crowns')}{tracked('del', ' in gold', OURS)}{run('.')}</w:p>")
    assert told(gone, word_file(paragraph("The fee is ten crowns.")))


def test_a_comment_that_is_gone() -> None:
    comment = f"<w:comment w:id='1' {OURS}>{paragraph('Ask the treasury.')}</w:comment>"
    anchored = f"<w:p>{run(FEE)}<w:r><w:commentReference w:id='1'/></w:r></w:p>{END}"
    found = told(word_file(anchored, comments=comment), word_file(paragraph(FEE) + END, comments=""))
    assert [c.label for c in found] == ["Comment of Ruritania"]


def test_what_is_marked_is_not_told() -> None:
    pending = tracked("ins", " in gold", OURS)
    sent = word_file(f"<w:p>{run('The fee is ten crowns')}{pending}{run('.')}</w:p>{BODY}")
    theirs = (
        f"<w:p>{run('The fee is ')}{tracked('del', 'ten', BY)}{tracked('ins', 'six', BY)}{run(' crowns')}"
        f"<w:ins w:id='7' {OURS}><w:r><w:t xml:space='preserve'> in </w:t></w:r>{tracked('del', 'gold', BY)}</w:ins>"
        f"{tracked('ins', 'silver', BY)}{run('.')}</w:p>"
    )
    fresh = (
        f"<w:p><w:pPr><w:rPr><w:ins w:id='9' {BY}/></w:rPr></w:pPr>{tracked('ins', 'A new line.', BY)}</w:p>"
    )
    look = f"<w:b/><w:rPrChange w:id='8' {BY}><w:rPr/></w:rPrChange>"
    bold = f"<w:p>{run(FEE, look)}</w:p>{paragraph(HERRING)}{paragraph(SALT)}{END}"
    assert told(sent, word_file(theirs + fresh + bold)) == []
    assert told(sent, word_file(theirs + fresh + bold.replace("equal", "fair")))


BOLD = f"<w:b/><w:rPrChange w:id='8' {OURS}><w:rPr/></w:rPrChange>"
CENTRED = f"<w:jc w:val='center'/><w:pPrChange w:id='8' {OURS}><w:pPr/></w:pPrChange>"
NEW_LINE = f"<w:rPr><w:ins w:id='8' {OURS}/></w:rPr>"


@pytest.mark.parametrize(
    ("sent", "returned"),
    [
        pytest.param(
            f"<w:p>{run(FEE, BOLD)}</w:p>", f"<w:p>{run(FEE, '<w:b/>')}</w:p>", id="the look of words"
        ),
        pytest.param(
            paragraph(FEE, CENTRED), paragraph(FEE, "<w:jc w:val='center'/>"), id="the look of a paragraph"
        ),
        pytest.param(
            f"<w:p><w:pPr>{NEW_LINE}</w:pPr>{tracked('ins', FEE, OURS)}</w:p>",
            f"<w:p>{tracked('ins', FEE, OURS)}</w:p>",
            id="a break, if not the words before it",
        ),
    ],
)
def test_a_mark_of_ours_that_is_gone_though_all_reads_the_same(sent: str, returned: str) -> None:
    found = told(word_file(sent + BODY), word_file(returned + BODY))
    assert [(c.old, c.label) for c in found] == [(FEE, "Tracked change of Ruritania, decided unmarked")]


def test_one_of_two_equal_changes_accepted_in_silence() -> None:
    gold = tracked("ins", " in gold", OURS)
    first, second = (f"<w:p>{run(words)}{{}}</w:p>" for words in ("The fee is paid", "The toll is paid"))
    sent = word_file(first.format(gold) + second.format(gold) + END)
    assert told(sent, sent) == []
    found = told(sent, word_file(first.format(gold) + second.format(run(" in gold")) + END))
    assert {c.label for c in found} == {"Tracked change of Ruritania, decided unmarked"}


def test_a_break_nobody_marked_behind_words_that_are() -> None:
    theirs = f"<w:p>{tracked('ins', 'A new line.', BY)}</w:p>"
    found = told(word_file(BODY), word_file(theirs + BODY))
    assert [(c.kind.value, c.new) for c in found] == [("inserted", "¶")]


def test_a_comment_that_stands_elsewhere() -> None:
    comment = f"<w:comment w:id='1' {OURS}>{paragraph('Ask the treasury.')}</w:comment>"

    def at(first: str, second: str) -> bytes:
        start, end = "<w:commentRangeStart w:id='1'/>", "<w:commentRangeEnd w:id='1'/>"
        around = [f"<w:p>{start}{{}}{end}</w:p>", "<w:p>{}</w:p>"]
        if not first.startswith("!"):
            around.reverse()
        body = "".join(p.format(words) for p, words in zip(around, (first.lstrip("!"), second), strict=True))
        return word_file(body + END, comments=comment)

    sent = at("!" + run(FEE), run(HERRING))
    assert [c.label for c in told(sent, at(run(FEE), run(HERRING)))] == ["Comment of Ruritania"]
    marked = run("The annual ") + tracked("del", "fee", BY) + tracked("ins", "toll", BY)
    rest = run(FEE.removeprefix("The annual fee"))
    assert told(sent, at("!" + marked + rest, run(HERRING))) == []
