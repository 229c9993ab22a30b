"""What a text carries along that is no part of it: Word's bookmarks, page numbers, running headers.

All of it is left out, and every kind is a finding, because the lawyer must be able to see what went.
"""

from __future__ import annotations

import re
from itertools import pairwise

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.source import Layout, SourceBlock, SourceDocument
from workbench.recognition import labels
from workbench.recognition.lines import Passage
from workbench.recognition.openings import is_preamble_heading, names_hereinafter

BOOKMARK = FindingKind(
    "recognition.bookmark-residue", Severity.INFO, "left out the Word bookmark {quote}, which is no text"
)
PAGE_NUMBER = FindingKind("recognition.page-number", Severity.INFO, "left out the page number {quote}")
PAGE_NUMBERS = FindingKind(
    "recognition.page-number", Severity.INFO, "left out {count} page numbers, the first of them {quote}"
)
CONTENTS = FindingKind(
    "recognition.contents-page", Severity.INFO, "left out a table of contents of {count} lines, from {quote}"
)
WEB_LEFTOVER = FindingKind(
    "recognition.web-leftover", Severity.INFO, "left out {quote}, a link of the web page ({count} times)"
)
RUNNING_HEADER = FindingKind(
    "recognition.running-header", Severity.INFO, "left out the line {quote}, printed on {count} pages"
)

_BOOKMARK = re.compile(r"\[bookmark:\s*[^\]\n]*\]\s?", re.IGNORECASE)
_CONTENTS = re.compile(
    r"(?:table of )?contents$|saturs$|satura rādītājs$|зміст$|содержание$|оглавление$|turinys$|sisukord$|"
    r"spis treści$|inhalt(?:sverzeichnis)?$|table des matières$|sommaire$|inhoud(?:sopgave)?$|índice$",
    re.IGNORECASE,
)
_LEADER = re.compile(r"(?:\.{3,}|…+|(?:\. ){3,}|\t|\s{3,})\s*\d{1,3}\s*$")
_DIGITS = re.compile(r"\d+")
_WEB = re.compile(
    r"\W*(?:(?:back|return|go|jump) to (?:the )?(?:top|contents?|table of contents|index|start|home)"
    r"(?: of (?:the )?page)?|top of (?:the )?page|top|print this page|to top|"
    r"(?:next|previous) (?:page|article|section)|уверх|вгору|наверх|в начало|uz augšu|į viršų|"
    r"nach oben|zum seitenanfang|haut de (?:la )?page|naar boven|volver arriba|do góry)\W*$",
    re.IGNORECASE,
)
_EXPECTS_NUMBER = re.compile(
    r"(?:article|стаття|artikel|artikkel|artykuł|section|chapter|part|annex)\.?$", re.IGNORECASE
)
_PAGE_NUMBER = re.compile(
    r"(?:page|lpp\.?|стор\.?|с\.)?\s*[-–—]?\s*(\d{1,3})\s*[-–—]?\s*(?:\s?(?:of|/|no)\s?\d{1,3}|lpp\.?)?$",
    re.IGNORECASE,
)


def contents_page(source: SourceDocument) -> tuple[set[int], list[Finding]]:
    """The lines of a table of contents: they look like heads and are none."""
    texts = [block.text.plain.strip() for block in source.blocks]
    styled = {i for i, block in enumerate(source.blocks) if block.style.casefold().startswith("toc")}
    taken = set(styled)
    index = 0
    while index < len(texts):
        titled = bool(_CONTENTS.match(texts[index]))
        end = _end_of_contents(texts, index + 1 if titled else index, titled=titled)
        if end - index >= 4:
            taken.update(range(index, end))
        index = max(end, index + 1)
        if end < index and not texts[index - 1]:  # nor does a run begin at the empty lines that follow
            index = next((i for i in range(index, len(texts)) if texts[i]), len(texts))
    lines = [i for i in sorted(taken) if texts[i]]
    if not lines:
        return set(), []
    where = source.blocks[lines[0]]
    return taken, [CONTENTS.at(_locator(where), quote=texts[lines[0]][:60], count=len(lines))]


def _end_of_contents(texts: list[str], index: int, *, titled: bool) -> int:
    """Where a run of lines that end in a page number ends; under a title, headings alone will do."""
    end = last_leader = index
    leaders = 0
    seen: set[str] = set()
    for turn in range(index, len(texts)):
        text = texts[turn]
        if not text:
            continue
        leader = text[-1].isdigit() and bool(_LEADER.search(text))
        if not leader and not titled:
            break
        label = labels.read(text)
        key = label.printed.casefold() if label is not None and label.kind is not None else text.casefold()
        if not leader and (key in seen or is_preamble_heading(text) or names_hereinafter(text)):
            break  # the preamble, or the first article itself: its number comes a second time
        listed = leader or (titled and len(text) < 120 and text[-1] not in ".;:,")
        if not listed:
            break
        seen.add(key)
        end = turn + 1
        if leader:
            leaders, last_leader = leaders + 1, end
    if leaders >= 3:
        end = last_leader  # where entries have page numbers, what has none is no entry
    return end if titled or end - index >= 4 else index


def page_furniture(source: SourceDocument) -> tuple[set[int], list[Finding]]:
    """The lines of a text that belong to its pages: running headers, footers, page numbers.

    They stand in the middle of sentences, so they must go before lines are joined. Paragraphs of Word or
    HTML have none.
    """
    blocks = source.blocks
    texts = ["" if _is_cell(source, block) else block.text.plain.strip() for block in blocks]
    links = [index for index, text in enumerate(texts) if len(text) < 40 and _WEB.match(text)]
    web = (
        [WEB_LEFTOVER.at(_locator(blocks[links[0]]), quote=texts[links[0]], count=len(links))]
        if links
        else []
    )
    if source.layout is not Layout.LINES:
        return set(links), web
    numbers = _page_numbers(blocks, texts)
    headers = _running_headers(blocks, texts, numbers)
    findings = web
    if numbers:
        first = min(numbers)
        findings.append(
            PAGE_NUMBER.at(_locator(blocks[first]), quote=texts[first])
            if len(numbers) == 1
            else PAGE_NUMBERS.at(_locator(blocks[first]), quote=texts[first], count=len(numbers))
        )
    for text, rows in headers.items():
        findings.append(RUNNING_HEADER.at(_locator(blocks[rows[0]]), quote=text, count=len(rows)))
    return numbers.union(links, *headers.values()), findings


def without_residue(passages: list[Passage]) -> tuple[list[Passage], list[Finding]]:
    """The passages without the residue of Word inside them, and what was left out."""
    findings: list[Finding] = []
    kept: list[Passage] = []
    for passage in passages:
        if "[" in passage.plain:
            for found in reversed(list(_BOOKMARK.finditer(passage.plain))):
                findings.append(BOOKMARK.at(passage.locator, quote=found.group().strip()))
                passage.text = passage.text.replace(found.start(), found.end(), "").stripped()
        if passage.plain:
            kept.append(passage)
    return kept, findings


def _is_cell(source: SourceDocument, block: SourceBlock) -> bool:
    """Whether a block stands in a table of a printed page, where numbers may well rise from row to row."""
    return source.layout is Layout.LINES and block.cell is not None


def _locator(block: SourceBlock) -> str:
    return f"page {block.page}, line {block.line}"


def _page_numbers(blocks: tuple[SourceBlock, ...], texts: list[str]) -> set[int]:
    """Lone numbers that rise by one from page to page, and one that ends the text."""
    lone = [
        (index, int(found.group(1)))
        for index, text in enumerate(texts)
        if len(text) < 18
        for found in [_PAGE_NUMBER.match(text)]
        if found and not (index and _EXPECTS_NUMBER.match(texts[index - 1]))
    ]
    result = {index for index, _ in lone if index == len(texts) - 1 and blocks[index].gap >= 1}
    result |= {index for index, value in lone if value == blocks[index].page and _on_page_edge(blocks, index)}
    best: list[int] = []
    run: list[tuple[int, int]] = []
    for index, value in lone:
        if run and run[-1][1] < value <= run[-1][1] + 2 and index - run[-1][0] >= 8:
            run.append((index, value))
        else:
            run = [(index, value)]
        if len(run) > len(best):
            best = [row for row, _ in run]
    on_edges = sum(_on_page_edge(blocks, index) for index in best)
    if len(best) >= 3 or (len(best) == 2 and on_edges == 2):
        result.update(best)
    return result


def _on_page_edge(blocks: tuple[SourceBlock, ...], index: int) -> bool:
    before = blocks[index - 1].page if index else 0
    after = blocks[index + 1].page if index + 1 < len(blocks) else 0
    return blocks[index].page != before or blocks[index].page != after


def _counts_pages(lines: list[str]) -> bool:
    """Whether the last number in each of these lines is a page number: it rises by one or two."""
    last = [int(_DIGITS.findall(line)[-1]) if _DIGITS.search(line) else 0 for line in lines]
    return all(0 < after - before <= 2 for before, after in pairwise(last))


def _running_headers(
    blocks: tuple[SourceBlock, ...], texts: list[str], numbers: set[int]
) -> dict[str, list[int]]:
    """Lines that come back page after page, numbers in them aside.

    Where the source has no pages, a line counts only when it carries a page number, stands beside one, or
    repeats the title.
    """
    pages = blocks[-1].page if blocks else 1
    rows: dict[str, list[int]] = {}
    for index, text in enumerate(texts):
        if (
            3 < len(text) < 110
            and text[-1] not in ";:,"
            and not text[0].islower()
            and labels.read(text) is None
        ):
            rows.setdefault(_DIGITS.sub("#", text), []).append(index)
    found: dict[str, list[int]] = {}
    for key, places in rows.items():
        if len(places) < 3 or min(b - a for a, b in pairwise(places)) < 12:
            continue
        if all(_begins_sentence(texts, i) for i in places):
            continue  # the same first line of several paragraphs
        edges = sum(
            _on_page_edge(blocks, i)
            or any(near in numbers and _on_page_edge(blocks, near) for near in (i - 1, i + 1))
            for i in places
        )
        if pages >= 3:
            belongs = edges >= 0.6 * len(places) and len(places) >= 0.4 * (pages - 1)
        else:
            beside = sum(i - 1 in numbers or i + 1 in numbers for i in places)
            belongs = (
                beside >= 0.6 * len(places)
                or _counts_pages([texts[i] for i in places])
                or (places[0] < 4 and not texts[places[0]].endswith("."))
            )
        if belongs:
            first = 1 if places[0] < 4 and "#" not in key else 0  # the title itself stays
            found[texts[places[0]]] = places[first:]
    taken = {place for places in found.values() for place in places}
    repeated = [i for i in _titles_at_edges(blocks, texts, numbers) if i not in taken]
    if repeated:
        found.setdefault(texts[repeated[0]], []).extend(repeated)
    return found


def _begins_sentence(texts: list[str], index: int) -> bool:
    """Whether a line goes on in the next one and does not cut a sentence: the first line of a paragraph."""
    goes_on = index + 1 < len(texts) and texts[index + 1][:1].islower()
    return goes_on and (not index or texts[index - 1][-1:] in ".;:!?)" or not texts[index - 1])


def _titles_at_edges(blocks: tuple[SourceBlock, ...], texts: list[str], numbers: set[int]) -> list[int]:
    """Lines at the edge of a page that say the beginning of the title again, were it only once."""
    title = " ".join(texts[:6]).casefold()
    last = blocks[-1].page if blocks else 1
    if last < 2:
        return []
    return [
        index
        for index, text in enumerate(texts)
        if index > 5
        and len(text) > 8
        and title.startswith(_DIGITS.sub("", text).strip(" -–—|").casefold())
        and (_on_page_edge(blocks, index) or any(near in numbers for near in (index - 1, index + 1)))
    ]
