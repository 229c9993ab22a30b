"""The PDF redline: the layout of a treaty stays to be seen under the marks."""

from __future__ import annotations

from pathlib import Path

from tests.formats.river_ferry import identity, river_ferry
from workbench.agreement.edits import set_text
from workbench.agreement.text import Text
from workbench.comparison import compare
from workbench.formats.pdf import redline
from workbench.formats.pdf.reader import read


def test_a_subheading_is_set_in_italics_whether_it_changed_or_not(tmp_path: Path) -> None:
    old = river_ferry().agreement
    for words in ("Use of boats", "Use of ferries"):
        path = tmp_path / "redline.pdf"
        path.write_bytes(redline.to_bytes(compare(old, set_text(old, identity("a1x"), Text(words)))))
        blocks = read(path).blocks
        (subheading,) = (block for block in blocks if block.text.plain.startswith("Use of "))
        assert subheading.italic
        assert words.split()[-1] in subheading.text.plain
        assert not [b for b in blocks if b.italic and b.text.plain.startswith("In this Agreement")]
