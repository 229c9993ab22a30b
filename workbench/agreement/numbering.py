"""Numbers are a function of the tree: computed, never stored in text.

`numbers(agreement)` gives every provision its bare number, the label by which the text cites it, and what
is printed at its head or in the margin. An imported source (`numbering.as_printed`) shows the numbers it
was printed with, and its unnumbered paragraphs are cited by their ordinal.
"""

from __future__ import annotations

import re
from collections.abc import Collection

import msgspec

from workbench.agreement.languages import Language, language
from workbench.agreement.tree import (
    GROUPING,
    Agreement,
    Kind,
    NumberingScheme,
    NumberStyle,
    Provision,
    ProvisionId,
)


class Number(msgspec.Struct, frozen=True, gc=False):
    """`number` is bare ("6") or None; `label` cites it; `printed` is what is shown ("Article 6", "(a)")."""

    number: str | None
    label: str
    printed: str


_NAMED = {
    Kind.PARTIES_CLAUSE: {"en": "Parties clause", "lv": "Pušu klauzula", "uk": "Положення про сторони"},
    Kind.AGREEING_FORMULA: {"en": "Agreeing formula", "lv": "Vienošanās formula", "uk": "Формула згоди"},
    Kind.TESTIMONIUM: {"en": "Testimonium", "lv": "Apliecinājums", "uk": "Засвідчення"},
    Kind.DONE_AT: {"en": "Done-at clause", "lv": "Parakstīšanas klauzula", "uk": "Положення про вчинення"},
    Kind.SIGNATURE_BLOCK: {"en": "Signatures", "lv": "Paraksti", "uk": "Підписи"},
    Kind.SIGNATORY: {"en": "Signature {n}", "lv": "{n}. paraksts", "uk": "Підпис {n}"},
    Kind.CROSSHEADING: {"en": "Subheading", "lv": "Apakšvirsraksts", "uk": "Підзаголовок"},
    Kind.TABLE: {"en": "Table {n}", "lv": "{n}. tabula", "uk": "Таблиця {n}"},
    Kind.TITLE_LINE: {"en": "Title", "lv": "Nosaukums", "uk": "Назва"},
    Kind.CITATION: {
        "en": "{parent}, instrument {n}",
        "lv": "{parent}, {n}. dokuments",
        "uk": "{parent}, документ {n}",
    },
    Kind.ROW: {"en": "{parent}, row {n}", "lv": "{parent}, {n}. rinda", "uk": "{parent}, рядок {n}"},
    Kind.CELL: {"en": "{parent}, cell {n}", "lv": "{parent}, {n}. šūna", "uk": "{parent}, клітинка {n}"},
}
_BARE = re.compile(r"(\d+(?:\.\d+)*(?:\s?(?:bis|ter|quater)\b)?|\b[IVXLC]+\b|\b[^\W\d_]\b)", re.IGNORECASE)
_UNIT_WORD = re.compile(r"\b(article|section|art)\b", re.IGNORECASE)
_CONTINUOUS = (Kind.ARTICLE, Kind.ANNEX, Kind.RECITAL, Kind.TABLE)


def numbers(
    agreement: Agreement, *, within: Collection[ProvisionId] | None = None
) -> dict[ProvisionId, Number]:
    """The number of every provision of the agreement.

    With `within` only those of its articles and sections, and of what stands directly in these provisions:
    enough to cite them, where all of a long agreement is not wanted. Tables inside others are not counted.
    """
    return _Counter(language(agreement.language), agreement.numbering, within).count(agreement)


def label(agreement: Agreement, provision: ProvisionId) -> str:
    """How the text cites one provision ("Article 6(2)"); "" when it is not in the agreement."""
    found = numbers(agreement).get(provision)
    return found.label if found else ""


def bare(printed: str) -> str | None:
    """The bare number in a printed label: "6" of "6. pants", "a" of "(a)", None of "–"."""
    found = _BARE.search(_UNIT_WORD.sub(" ", printed))
    return found.group(1) if found else None


def roman(value: int) -> str:
    """A positive number in capital Roman numerals."""
    digits = ((1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
              (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))  # fmt: skip
    result = ""
    for size, sign in digits:
        count, value = divmod(value, size)
        result += sign * count
    return result


def lettered(value: int, letters: str) -> str:
    """1 -> a, 27 -> aa: the way a list goes on after its last letter."""
    letter = letters[(value - 1) % len(letters)]
    return letter * ((value - 1) // len(letters) + 1)


class _Counter:
    def __init__(
        self, lang: Language, scheme: NumberingScheme, within: Collection[ProvisionId] | None
    ) -> None:
        self.lang = lang
        self.scheme = scheme
        self.within = within
        self.result: dict[ProvisionId, Number] = {}

    def count(self, agreement: Agreement) -> dict[ProvisionId, Number]:
        running: dict[Kind, int] = {}
        for zone in (agreement.title, agreement.preamble, agreement.body, agreement.closing):
            self._siblings(zone, None, running)
        for ordinal, annex in enumerate(agreement.annexes, start=1):
            n = str(ordinal) if len(agreement.annexes) > 1 else ""
            own = self.lang.cite[Kind.ANNEX].format(n=n).strip(" .")
            printed = annex.printed or own[:1].upper() + own[1:]  # an only annex is *Pielikums*
            self.result[annex.id] = Number(n or None, printed, printed)
            self._siblings(annex.children, None, {})
        return self.result

    def _siblings(self, units: tuple[Provision, ...], above: Number | None, running: dict[Kind, int]) -> None:
        """Number one row of siblings; articles run on through chapters, all else restarts."""
        here: dict[Kind, int] = {}
        alone = [unit.kind for unit in units].count(Kind.PARAGRAPH) == 1
        chosen: set[tuple[str, Kind]] = set()
        for unit in units:
            counts = running if unit.kind in _CONTINUOUS else here
            if not (
                unit.choice and (unit.choice, unit.kind) in chosen
            ):  # alternatives of one choice share a number
                counts[unit.kind] = counts.get(unit.kind, 0) + 1
            if unit.choice:
                chosen.add((unit.choice, unit.kind))
            number = self._number(unit, counts[unit.kind], above, alone)
            self.result[unit.id] = number
            if unit.children and (self.within is None or unit.kind in GROUPING or unit.id in self.within):
                self._siblings(unit.children, number, running)

    def _number(self, unit: Provision, ordinal: int, above: Number | None, alone: bool) -> Number:
        parent = above.label if above else ""
        if unit.kind in _NAMED:
            pattern = _NAMED[unit.kind].get(self.lang.code, _NAMED[unit.kind]["en"])
            return Number(None, pattern.format(n=ordinal, parent=parent), unit.printed or "")
        printed, number = self._printed(unit, ordinal, above, alone)
        cited = number or str(ordinal)
        if unit.kind in self.lang.inside:
            text = self.lang.inside[unit.kind].format(parent=parent, n=cited)
            return Number(number, text if parent else (printed or text.lstrip(" ,")), printed)
        text = self.lang.cite[unit.kind].format(n=cited)
        return Number(number, text, printed)

    def _printed(
        self, unit: Provision, ordinal: int, above: Number | None, alone: bool
    ) -> tuple[str, str | None]:
        """What is shown before the unit and the bare number in it."""
        if self.scheme.as_printed:
            printed = unit.printed or ""
            return printed, bare(printed) if printed else None
        match unit.kind:
            case Kind.ARTICLE:
                n = roman(ordinal) if self.scheme.article is NumberStyle.ARTICLE_ROMAN else str(ordinal)
                return self.lang.cite[Kind.ARTICLE].format(n=n), n
            case Kind.SECTION:
                if self.scheme.section is NumberStyle.SECTION:
                    return f"{ordinal}.", str(ordinal)
                return self.lang.cite[Kind.SECTION].format(n=ordinal), str(ordinal)
            case Kind.PART | Kind.TITLE | Kind.CHAPTER:
                return self.lang.cite[unit.kind].format(n=roman(ordinal)), roman(ordinal)
            case Kind.PARAGRAPH:
                if alone or above is None:
                    return "", None
                return self._styled(self.scheme.paragraph, ordinal, above)
            case Kind.SUBPARAGRAPH:
                return self._styled(self.scheme.subparagraph, ordinal, above)
            case Kind.POINT:
                return self._styled(self.scheme.point, ordinal, above)
            case _:
                return "", None

    def _styled(self, style: NumberStyle, ordinal: int, above: Number | None) -> tuple[str, str | None]:
        match style:
            case NumberStyle.DECIMAL:
                return f"{ordinal}.", str(ordinal)
            case NumberStyle.PARENTHESES:
                return f"({ordinal})", str(ordinal)
            case NumberStyle.HALF_PARENTHESIS:
                return f"{ordinal})", str(ordinal)
            case NumberStyle.LEGAL:
                n = f"{above.number}.{ordinal}" if above and above.number else str(ordinal)
                return f"{n}.", n
            case NumberStyle.LETTERS:
                letter = lettered(ordinal, self.lang.letters)
                return f"({letter})", letter
            case NumberStyle.LETTERS_HALF:
                letter = lettered(ordinal, self.lang.letters)
                return f"{letter})", letter
            case NumberStyle.ROMAN:
                return f"({roman(ordinal).lower()})", roman(ordinal).lower()
            case NumberStyle.DASH:
                return "–", None
            case _:
                return "", None
