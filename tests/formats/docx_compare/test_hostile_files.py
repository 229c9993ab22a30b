"""Files nobody should send: comparing and deciding end in a sound file or a clear error, in time and in memory."""

from __future__ import annotations

import contextlib
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.formats.word_files import paragraph, word_file
from workbench.agreement.errors import WorkbenchError
from workbench.formats.docx.comparing import compare
from workbench.formats.docx.package import Package
from workbench.formats.docx.revisions import decide

BY = 'w:author="A" w:date="2026-01-01T00:00:00Z"'
PLAIN = word_file(paragraph("The Parties meet every spring.") + paragraph("The end."))
NESTED = '<w:ins w:id="1" w:author="A">'
SECONDS = 20
MEGABYTES = 1000


def ends_well(data: bytes) -> None:
    """Compared both ways, accepted and rejected: each gives a Word file, or an error of ours, in time."""
    deeds = (
        lambda: compare(PLAIN, data, author="A", date="2026-01-01T00:00:00Z").data,
        lambda: compare(data, PLAIN, author="A", date="2026-01-01T00:00:00Z").data,
        lambda: decide(data, accept=True, name="x").data,
        lambda: decide(data, accept=False, name="x").data,
    )
    for deed in deeds:
        start = time.process_time()
        with contextlib.suppress(WorkbenchError):
            Package(deed(), name="made").document()
        assert time.process_time() - start < SECONDS


def tracked(kind: str, words: str) -> str:
    tag = "delText" if kind == "del" else "t"
    return f"<w:{kind} w:id='1' {BY}><w:r><w:{tag}>{words}</w:{tag}></w:r></w:{kind}>"


def marked(kind: str, words: str) -> str:
    mark = f"<w:pPr><w:rPr><w:{kind} w:id='1' {BY}/></w:rPr></w:pPr>"
    return f"<w:p>{mark}{tracked(kind, words)}</w:p>"


@pytest.mark.parametrize(
    "body",
    [
        pytest.param(f"<w:p>{NESTED * 100}{'</w:ins>' * 100}</w:p>", id="nested"),
        pytest.param(f"<w:p><w:del w:id='1' {BY}>{tracked('del', 'x')}</w:del></w:p>", id="deleted twice"),
        pytest.param("<w:p><w:moveFromRangeStart w:id='1' w:name='a'/></w:p>", id="half a move"),
        pytest.param("<w:p><w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>", id="the end of no field"),
        pytest.param("<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r></w:p>", id="a field without end"),
        pytest.param("<w:tbl/><w:tbl><w:tr/></w:tbl>", id="tables of nothing"),
        pytest.param("<w:p><w:r><w:footnoteReference w:id='9'/></w:r></w:p>", id="a note that is not there"),
        pytest.param(
            f"<w:p><w:ins w:id='x' {BY}><w:r><w:t>1</w:t></w:r></w:ins></w:p>", id="an id of letters"
        ),
        pytest.param("<w:sdt><w:sdtContent/></w:sdt>", id="an empty control"),
        pytest.param(f"<w:ins w:id='1' {BY}><w:p/></w:ins>", id="a revision around a paragraph"),
        pytest.param("", id="nothing"),
    ],
)
def test_odd_content(body: str) -> None:
    ends_well(word_file(body))
    ends_well(word_file(paragraph("Before.") + body + paragraph("After.")))


@pytest.mark.parametrize("data", [b"", b"hello", PLAIN[:-200], PLAIN[:400] + b"\xff" * 40 + PLAIN[440:]])
def test_what_is_no_sound_file(data: bytes) -> None:
    ends_well(data)


MANY, ENOUGH = 5_000, 4
"""So many of a kind, and seconds that are enough for them unless the time grows with their square."""


def words(count: int) -> str:
    return "".join(f"<w:r><w:t xml:space='preserve'>w{n} </w:t></w:r>" for n in range(count))


def noted(note: str) -> bytes:
    line = "<w:p><w:r><w:t>Line.</w:t></w:r><w:r><w:footnoteReference w:id='{}'/></w:r></w:p>"
    notes = "".join(
        f"<w:footnote w:id='{n}'>{paragraph(f'{note} {n}.')}</w:footnote>" for n in range(MANY // 2)
    )
    return word_file("".join(map(line.format, range(MANY // 2))), footnotes=notes)


def refrain(step: int) -> bytes:
    line = paragraph("The same words stand here again.")
    lines = [paragraph(f"This line is number {n} of all.") for n in range(MANY // 2)]
    return word_file("".join(line * abs(step) + own for own in lines[::step]))


def parted(each: str) -> bytes:
    return word_file(f"<w:p><w:r>{''.join(each.format(n) for n in range(MANY))}</w:r></w:p>")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(
            PLAIN,
            word_file(f"<w:p><w:del w:id='1' {BY}>{words(MANY).replace('w:t', 'w:delText')}</w:del></w:p>"),
            id="a long deletion cut word by word",
        ),
        pytest.param(
            parted("<w:t>w{}</w:t><w:br/>"), parted("<w:t>v{}</w:t><w:br/>"), id="a long run cut word by word"
        ),
        pytest.param(noted("Note"), noted("Remark"), id="notes"),
        pytest.param(refrain(1), refrain(-1), id="a line that comes again and again"),
        pytest.param(
            PLAIN,
            word_file(
                "<w:sdt><w:sdtContent>"
                + "".join(paragraph(f"Line {n} of all.") for n in range(MANY))
                + "</w:sdtContent></w:sdt><w:p/>"
            ),
            id="a control around all",
        ),
    ],
)
def test_time_grows_with_the_length(old: bytes, new: bytes) -> None:
    start = time.process_time()
    made = compare(old, new, author="A", date="2026-01-01T00:00:00Z")
    assert time.process_time() - start < ENOUGH
    assert made.changes


@pytest.mark.nightly
@pytest.mark.parametrize(
    "body",
    [
        pytest.param(
            "<w:p>" + "".join(tracked("ins", f"w{n} ") for n in range(100_000)) + "</w:p>", id="ins"
        ),
        pytest.param("".join(marked("del", f"{n}.") for n in range(50_000)) + "<w:p/>", id="deleted breaks"),
        pytest.param("".join(marked("ins", f"{n}.") for n in range(50_000)) + "<w:p/>", id="inserted breaks"),
        pytest.param(paragraph("lorem ipsum " * 416_667), id="a paragraph of 5 MB"),
        pytest.param("".join(paragraph(f"{n}. The Parties shall.") for n in range(50_000)), id="paragraphs"),
    ],
)
def test_huge_content(body: str) -> None:
    ends_well(word_file(body))


def many(kind: str, count: int) -> bytes:
    """A file of so many short paragraphs: plain ones, or all inserted or deleted by somebody."""
    if kind == "plain":
        return word_file("".join(paragraph(f"Plain paragraph {n}.") for n in range(count)))
    return word_file("".join(marked(kind, f"{kind} {n}.") for n in range(count)) + paragraph("The end."))


HEAVY_PAIR = """
import resource, sys, time
from pathlib import Path
from workbench.formats.docx.comparing import compare
from workbench.formats.docx.package import Package
old, new = (Path(name).read_bytes() for name in sys.argv[1:])
start = time.process_time()
made = compare(old, new, author="A", date="2026-01-01T00:00:00Z").data
print(time.process_time() - start, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024)
Package(made, name="made").document()
"""


@pytest.mark.nightly
@pytest.mark.parametrize(
    ("old", "new"),
    [
        pytest.param(("plain", 50_000), ("del", 50_000), id="plain against deleted"),
        pytest.param(("del", 50_000), ("plain", 50_000), id="deleted against plain"),
        pytest.param(("ins", 50_000), ("del", 50_000), id="inserted against deleted"),
        pytest.param(("lorem ipsum ", 416_667), ("dolor sit ", 500_000), id="two paragraphs of 5 MB"),
    ],
)
def test_two_huge_files(old: tuple[str, int], new: tuple[str, int], tmp_path: Path) -> None:
    """In a process of its own, whose memory can be measured."""
    names = []
    for side, (what, count) in (("old", old), ("new", new)):
        data = word_file(paragraph(what * count)) if " " in what else many(what, count)
        names.append(tmp_path / f"{side}.docx")
        names[-1].write_bytes(data)
    told = subprocess.run(
        [sys.executable, "-c", HEAVY_PAIR, *names], check=True, capture_output=True, text=True, timeout=120
    )
    seconds, megabytes = (float(word) for word in told.stdout.split())
    assert seconds < SECONDS
    assert megabytes < MEGABYTES


@pytest.mark.nightly
def test_the_hostile_files_of_the_corpus(corpus: Path, tmp_path: Path) -> None:
    script = corpus / "hostile" / "make_hostile.py"
    subprocess.run([sys.executable, str(script), str(tmp_path)], check=True, capture_output=True)
    for path in sorted(tmp_path.glob("*.docx")):
        ends_well(path.read_bytes())


def test_styles_based_on_each_other_in_a_long_row() -> None:
    row = "".join(
        f'<w:style w:type="paragraph" w:styleId="s{n}"><w:basedOn w:val="s{n + 1}"/></w:style>'
        for n in range(3000)
    )
    styled = paragraph("Words.", '<w:pStyle w:val="s0"/>')
    ends_well(word_file(styled + paragraph("The end."), styles=row))
