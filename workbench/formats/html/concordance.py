"""Two language versions side by side as one HTML page that any browser shows and prints."""

from __future__ import annotations

from collections.abc import Iterator
from html import escape

from workbench.agreement.languages import language
from workbench.agreement.text import Text
from workbench.comparison.concordance import Concordance, Match
from workbench.formats import changes

_STYLE = """
body { font: 11pt/1.45 "Source Serif 4", "Times New Roman", serif; margin: 2rem; color: #1c1b19;
  background: #fff; }
h1 { font-size: 1.25em; } table { border-collapse: collapse; width: 100%; table-layout: fixed; }
th { font: bold 10pt "Source Sans 3", Arial, sans-serif; text-align: left; background: #efece5;
  position: sticky; top: 0; }
th, td { border: 1px solid #cfcac0; padding: .35rem .6rem; vertical-align: top; overflow-wrap: break-word; }
th:last-child { width: 22%; } .label { font: 9pt "Source Sans 3", Arial, sans-serif; color: #5b564c; }
.head .label { font-weight: bold; color: inherit; } .none { color: #b3261e; } p { margin: .2rem 0; }
.differs td:last-child { border-left: 3px solid #b3261e; }
td:last-child { font: 9.5pt/1.4 "Source Sans 3", Arial, sans-serif; }
"""


def to_bytes(found: Concordance) -> bytes:
    """The concordance as HTML in UTF-8. The same texts give the same bytes."""
    return "\n".join(_lines(found)).encode()


def _lines(found: Concordance) -> Iterator[str]:
    first, second = found.languages
    title = escape(" / ".join(filter(None, found.titles)))
    yield f'<!DOCTYPE html>\n<html lang="{escape(first)}">\n<head><meta charset="utf-8">'
    yield f"<title>{title}</title>\n<style>{_STYLE}</style></head>\n<body>\n<h1>{title}</h1>"
    yield "<table><thead><tr>"
    for head in (language(first).endonym, language(second).endonym, changes.words(first)["differences"]):
        yield f"<th>{escape(head[:1].upper() + head[1:])}</th>"
    yield "</tr></thead><tbody>"
    for match in found.matches:
        names = [
            name for name, holds in (("head", match.level == 0), ("differs", match.differences)) if holds
        ]
        yield f'<tr class="{" ".join(names)}">' if names else "<tr>"
        yield f'<td lang="{escape(first)}">{_side(match.a, match.a_text)}</td>'
        yield f'<td lang="{escape(second)}">{_side(match.b, match.b_text)}</td>'
        yield f"<td>{_differences(match, first)}</td></tr>"
    yield "</tbody></table></body>\n</html>"


def _side(label: str | None, texts: tuple[Text, ...]) -> str:
    if label is None:
        return '<span class="none">—</span>'
    head = f'<span class="label">{escape(label)}</span>' if label else ""
    return head + "".join(
        f"<p>{escape(text.plain, quote=False).replace(chr(10), '<br>')}</p>" for text in texts
    )


def _differences(match: Match, code: str) -> str:
    return "".join(
        f"<p><b>{escape(changes.difference(found, code))}</b>: {escape(changes.both_words(found))}</p>"
        for found in match.differences
    )
