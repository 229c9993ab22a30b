"""Two language versions side by side as .docx: a table laid across, the differences in its last column."""

from __future__ import annotations

from workbench.agreement.languages import language
from workbench.agreement.text import Text
from workbench.comparison.concordance import Concordance, Difference, Match
from workbench.formats import changes
from workbench.formats.docx.markup import Bit, Body, Hand
from workbench.formats.docx.packaging import About, packed
from workbench.formats.docx.reports import bold, heading, table
from workbench.formats.docx.writer import end

_WIDTHS = (5600, 5600, 2800)  # twentieths of a point, on A4 laid across


def to_bytes(found: Concordance) -> bytes:
    """The concordance as .docx. The same texts give the same bytes."""
    first, second = found.languages
    said = changes.words(first)
    heads = (language(first).endonym, language(second).endonym, said["differences"])
    rows = [[[Bit(bold(head[:1].upper() + head[1:]))] for head in heads]]
    for match in found.matches:
        row = [_side(match.a, match.a_text, match), _side(match.b, match.b_text, match)]
        rows.append([*row, _differences(match.differences, first)])
    body = Body(Hand("", "", static=True))
    heading(body, " / ".join(filter(None, found.titles)))
    table(body, rows, _WIDTHS)
    end(body)
    return packed(body, About(first, " / ".join(filter(None, found.titles)), landscape=True))


def _side(label: str | None, texts: tuple[Text, ...], match: Match) -> list[Bit]:
    if label is None:
        return [Bit(Text("—"))]
    bits = [Bit(bold(label))] if label and match.level == 0 else [Bit(Text(label))] if label else []
    for text in texts:
        if bits:
            bits.append(Bit(Text("\n")))
        bits.append(Bit(text))
    return bits


def _differences(found: tuple[Difference, ...], code: str) -> list[Bit]:
    """Each difference on a line of its own: its kind, then what either text has."""
    bits: list[Bit] = []
    for difference in found:
        if bits:
            bits.append(Bit(Text("\n")))
        bits.append(Bit(bold(changes.difference(difference, code))))
        bits.append(Bit(Text(f": {changes.both_words(difference)}")))
    return bits
