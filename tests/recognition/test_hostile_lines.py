"""Lines nobody writes: whatever they hold, recognition ends, within seconds and without loss of text."""

from __future__ import annotations

import time

import pytest

from tests.recognition.conftest import Recogniser

FRONT = (
    "AGREEMENT ON A BRIDGE\n\nLatvia and Ukraine,\n\nhave agreed as follows:\n\nArticle 1\n\n{line}\n\nArticle 2\n\n"
    "This Agreement shall enter into force on the day of its signature.\n"
)
LINES = {
    "brackets": "[]" * 50_000,
    "open brackets": "[" * 50_000,
    "commas": ", " * 50_000,
    "spaces": "a" + " " * 200_000 + "b",
    "days": "on 3 May 2020 " * 8_000,
    "terms": "“Term” means " * 8_000,
    "titles": "Agreement between " * 8_000,
    "articles": "paragraph 1 of Article 1 of " * 8_000,
    "Ukrainian titles": "Угода між " * 30_000,
    "one word": "a" * 1_000_000,
}


@pytest.mark.parametrize("line", LINES)
def test_no_line_takes_long(text: Recogniser, line: str) -> None:
    begun = time.process_time()
    found = text(FRONT.format(line=LINES[line]))
    assert time.process_time() - begun < 10
    assert found.agreement.body


def test_a_paragraph_no_provision_has_is_named_and_kept_whole(text: Recogniser) -> None:
    line = "The Parties meet on 3 May 2020. " * 8_000
    found = text(FRONT.format(line=line))
    assert "recognition.paragraph-too-long" in [finding.code for finding in found.findings]
    assert sum(len(unit.words) for unit in found.agreement.body) >= len(line.strip())
