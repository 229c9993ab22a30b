"""Any mix of hard constructs against any other, with and without revisions of others in it: exact both ways."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.docx_compare.test_rare_constructs import contents, control
from tests.formats.docx_compare.test_tracked_files import exact
from tests.formats.docx_compare.test_word_comparing import compared, decided, field, row, table
from tests.formats.word_files import paragraph, word_file
from workbench.formats.docx.comparing import compare

WORDS = "herring salt toll envoy līgums čūska обов'язок ріка 1901 shall the of 😀 e\u0301 no\u200bne".split()
LINES = st.lists(st.sampled_from(WORDS), max_size=6).map(" ".join)


def run(words: str) -> str:
    return f"<w:r><w:t xml:space='preserve'>{words}</w:t></w:r>"


def inline(words: str, kind: str) -> str:
    """Something that stands among words."""
    return {
        "words": run(words),
        "letters": "".join(run(letter) for letter in words),
        "link": f"<w:hyperlink w:anchor='a'>{run(words)}</w:hyperlink>",
        "control": f"<w:sdt><w:sdtPr/><w:sdtContent>{run(words)}</w:sdtContent></w:sdt>",
        "tag": f"<w:smartTag w:uri='u' w:element='e'>{run(words)}</w:smartTag>",
        "reference": field("REF _Ref1", words),
        "nested": field("IF 1 = 1", words).replace("<w:r><w:t>", f"{field('REF _Ref2', '4')}<w:r><w:t>", 1),
        "simple": f"<w:fldSimple w:instr=' REF a '>{run(words)}</w:fldSimple>",
        "bookmark": f"<w:bookmarkStart w:id='7' w:name='b'/>{run(words)}<w:bookmarkEnd w:id='7'/>",
        "comment": f"<w:commentRangeStart w:id='3'/>{run(words)}<w:commentRangeEnd w:id='3'/>",
        "signs": f"<w:r><w:tab/><w:t>{words}</w:t><w:br/><w:noBreakHyphen/><w:br w:type='page'/></w:r>",
        "box": f"<w:r><w:pict><w:txbxContent>{paragraph(words)}</w:txbxContent></w:pict></w:r>",
    }[kind]


KINDS = "words words words letters link control tag reference nested simple bookmark comment signs box"
INLINE = st.builds(inline, LINES, st.sampled_from(KINDS.split()))
PARAGRAPHS = st.lists(INLINE, max_size=3).map(lambda parts: f"<w:p>{''.join(parts)}</w:p>")
ROWS = st.lists(st.lists(LINES, min_size=1, max_size=3), min_size=1, max_size=3)
TABLES = ROWS.map(lambda rows: table(*(row(*cells) for cells in rows)))
NESTED = TABLES.map(lambda inner: table(f"<w:tr><w:tc>{inner}<w:p/></w:tc></w:tr>"))
PLAIN = st.one_of(PARAGRAPHS, PARAGRAPHS, PARAGRAPHS, TABLES)
CONTROLS = st.lists(PLAIN, min_size=1, max_size=2).map(lambda blocks: control(*blocks, "<w:p/>"))
ENTRIES = st.lists(LINES, min_size=1, max_size=3)
CONTENTS = ENTRIES.map(lambda entries: contents(*entries) + paragraph("Done at Klow."))
BLOCKS = st.one_of(PLAIN, PLAIN, PLAIN, NESTED, CONTROLS)


def file_of(blocks: list[str]) -> bytes:
    return word_file(f"{''.join(blocks)}<w:p/>")


FILES = st.lists(BLOCKS, max_size=6).map(file_of)
WITH_CONTENTS = st.lists(st.one_of(BLOCKS, BLOCKS, CONTENTS), max_size=6).map(file_of)
QUICK = settings(max_examples=40, derandomize=True, deadline=None, suppress_health_check=list(HealthCheck))
LONG = settings(QUICK, max_examples=1000, derandomize=False)


def two_files(old: bytes, new: bytes) -> None:
    compared(old, new)


def over_revisions_of_others(old: bytes, before: bytes, after: bytes) -> None:
    """The new file holds what somebody changed in yet another; the old one may be any of the three."""
    answer = compare(before, after, author="Syldavia", date="2025-01-01T00:00:00Z").data
    for first in (old, before, after, decided(answer, accept=False)):
        assert exact(first, answer)


test_two_files = QUICK(given(WITH_CONTENTS, WITH_CONTENTS)(two_files))
test_over_revisions_of_others = settings(QUICK, max_examples=15)(
    given(FILES, FILES, FILES)(over_revisions_of_others)
)
test_many_files = pytest.mark.nightly(
    pytest.mark.timeout(3600)(LONG(given(WITH_CONTENTS, WITH_CONTENTS)(two_files)))
)
test_over_many_revisions_of_others = pytest.mark.nightly(
    pytest.mark.timeout(3600)(LONG(given(FILES, FILES, FILES)(over_revisions_of_others)))
)
