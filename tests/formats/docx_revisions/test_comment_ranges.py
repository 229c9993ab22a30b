"""Comments around what is decided: a range is whole afterwards, or gone with its comment."""

from __future__ import annotations

import pytest
from lxml import etree

from workbench.formats.docx.package import W
from workbench.formats.docx.revisions.deciding import decide_tree

HAND = 'w:author="Syldavia" w:date="2026-05-01T10:00:00Z"'
START = '<w:commentRangeStart w:id="{}"/>'
END = '<w:commentRangeEnd w:id="{}"/>'
SIGN = '<w:r><w:commentReference w:id="{}"/></w:r>'


def run(words: str, tag: str = "t") -> str:
    return f"<w:r><w:{tag}>{words}</w:{tag}></w:r>"


def gone(*inside: str) -> str:
    return f'<w:del w:id="9" {HAND}>{"".join(inside)}</w:del>'


def document(*inside: str) -> etree._Element:
    return etree.fromstring(
        f'<w:document xmlns:w="{W[1:-1]}"><w:body><w:p>{"".join(inside)}</w:p></w:body></w:document>'
    )


def comments(root: etree._Element) -> list[str]:
    """What there is of comments and words, in order."""
    signs = {"commentRangeStart": "[", "commentRangeEnd": "]", "commentReference": "*", "t": ""}
    return [
        signs[name] + (element.get(f"{W}id") or element.text or "")
        for element in root.iter()
        if (name := etree.QName(element).localname) in signs
    ]


@pytest.mark.parametrize(
    ("inside", "left"),
    [
        # the whole of it around a deletion
        ((START.format(1), run("a"), gone(run("b", "delText")), END.format(1), SIGN.format(1)),
         ["[1", "a", "]1", "*1"]),
        # its beginning went: it stands where it ended
        ((gone(START.format(1), run("b", "delText")), run("a"), END.format(1), SIGN.format(1)),
         ["a", "[1", "]1", "*1"]),
        # its end went: it ends before its sign
        ((START.format(1), run("a"), gone(run("b", "delText"), END.format(1)), SIGN.format(1)),
         ["[1", "a", "]1", "*1"]),
        # its end went with its sign: so does the rest
        ((START.format(1), run("a"), gone(run("b", "delText"), END.format(1), SIGN.format(1))),
         ["a"]),
        # all of it went, another one stays
        ((START.format(2), gone(START.format(1), run("b", "delText"), END.format(1), SIGN.format(1)),
          run("a"), END.format(2), SIGN.format(2)),
         ["[2", "a", "]2", "*2"]),
        # it came torn, and stays as it came
        ((START.format(1), run("a"), gone(run("b", "delText"))),
         ["[1", "a"]),
    ],
    ids=["around", "beginning", "end", "end and sign", "whole", "torn before"],
)  # fmt: skip
def test_a_range_is_whole_or_gone(inside: tuple[str, ...], left: list[str]) -> None:
    root = document(*inside)
    assert decide_tree(root, accept=True) == 1
    assert comments(root) == left
