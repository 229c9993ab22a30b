"""Invented agreements in every numbering shape, language and layout, with the truth about their articles.

    python -m tests.benchmarks.invented [--count 600] [--verbose]

The corpus is small, and rules can grow to fit it. Here whole agreements are composed by chance (seeded) from
`invented_words`: how heads are numbered and where their headings stand, how paragraphs and lists are counted,
how lines are wrapped and pages turned, and the traps of real files: contents pages, running headers, leftovers
of web pages, references that a line break puts at the start of a line, articles quoted from other treaties,
annexes whose articles begin anew, inserted articles (*bis*, 2A), footnotes behind the text.
"""

from __future__ import annotations

import argparse
import sys
import textwrap
from collections import Counter
from dataclasses import dataclass, field
from random import Random

from tests.benchmarks.invented_words import LANGUAGES, Words
from workbench.agreement.tree import Kind, Provision
from workbench.formats.text.reader import from_bytes
from workbench.recognition import recognise
from workbench.recognition.labels import number, read_word

_CARDINALS = (
    "One Two Three Four Five Six Seven Eight Nine Ten Eleven Twelve Thirteen Fourteen Fifteen Sixteen "
    "Seventeen Eighteen Nineteen Twenty Twenty-one Twenty-two Twenty-three Twenty-four Twenty-five"
).split()
_ORDINALS = (
    "FIRST SECOND THIRD FOURTH FIFTH SIXTH SEVENTH EIGHTH NINTH TENTH ELEVENTH TWELFTH THIRTEENTH FOURTEENTH "
    "FIFTEENTH SIXTEENTH SEVENTEENTH EIGHTEENTH NINETEENTH TWENTIETH TWENTY-FIRST TWENTY-SECOND TWENTY-THIRD "
    "TWENTY-FOURTH TWENTY-FIFTH"
).split()
_LATIN = ("bis", "ter", "quater")
_HEADINGS = (
    *("none", "none", "same line", "next line", "next line"),
    *("capitals", "parentheses", "pointed", "before", "text on line"),
)
_NEAR = 2


@dataclass(frozen=True, slots=True)
class Shape:
    """How one agreement is printed; every field is one choice among those real agreements make."""

    language: str
    numbers: str
    heading: str  # none, same line, next line, capitals, parentheses, pointed, before, text on line
    paragraphs: str  # none, "1.", "(1)", "1)", "n.1"
    list_style: str  # "(a)", "a)", "(i)", "–", "1)"
    width: int  # signs in a line, 0 for unwrapped
    blank: str  # all, heads, none
    indent: str  # none, first line, centred heads, all
    chapters: str
    pages: bool
    header: bool
    contents: bool
    web: bool
    quoted: bool
    inserted: bool
    annexed: bool
    footnotes: bool
    capital_front: bool
    newline: str
    scanned: bool = False  # l for the Roman I
    starred: bool = False  # a footnote sign behind some numbers
    bare_quotes: bool = False  # the quoted article stands without quotation marks
    leaders: bool = True  # in the contents
    foreword: bool = False  # a page about the agreement before it
    rules: str = ""  # how the units of a long annex are called
    run_together: str = ""  # articles: each on one line; text: all on one line


@dataclass(frozen=True, slots=True)
class Truth:
    """One article: its number as "12" or "12bis", its line from 1, its heading, its paragraphs (None where debatable)."""

    number: str
    line: int
    heading: str
    paragraphs: int | None


@dataclass(slots=True)
class Made:
    """A text with its truth."""

    shape: Shape
    text: str
    articles: list[Truth] = field(default_factory=list)


def roman(value: int) -> str:
    """A number below 100 in Roman figures."""
    tens = ("", "X", "XX", "XXX", "XL", "L", "LX", "LXX", "LXXX", "XC")[value // 10]
    return tens + ("", "I", "II", "III", "IV", "V", "VI", "VII", "VIII", "IX")[value % 10]


def printed(pattern: str, value: int, suffix: str = "") -> str:
    """A head as printed: "Article {r}" and 4 give "Article IV"."""
    if "{f}" in pattern:
        first = "premier" if pattern.startswith("Arti") else "PREMIER"
        return pattern.format(f=first if value == 1 else value)
    if "{w}" in pattern or "{W}" in pattern or "{o}" in pattern:
        cardinal = _CARDINALS[value - 1]
        return pattern.format(w=cardinal, W=cardinal.upper(), o=_ORDINALS[value - 1])
    return pattern.format(n=f"{value}{suffix}", r=roman(value) + suffix)


def choose(chance: Random, language: str | None = None) -> Shape:
    """A shape by chance."""
    spoken = language or chance.choice(sorted(LANGUAGES))
    words = LANGUAGES[spoken]
    numbers = chance.choice(words.numbers)
    bare = chance.random() < 0.08
    if bare:
        numbers = chance.choice(("{n}.", "{r}."))
    heading = chance.choice(_HEADINGS)
    paragraphs = chance.choice(("none", "none", "1.", "1.", "(1)", "1)", "n.1"))
    if bare:
        heading = chance.choice(("same line", "capitals"))
        paragraphs = chance.choice(("none", "(1)", "n.1") if numbers == "{n}." else ("none", "(1)", "1."))
    counted = "{n}" in numbers and not numbers.startswith("{n}") and not numbers.endswith("º")
    section = numbers[:4].casefold() in ("розд", "разд", "пунк", "sect", "clau")
    width = chance.choice((0, 60, 72, 72, 80))
    return Shape(
        language=spoken,
        numbers=numbers,
        heading=heading,
        paragraphs="1." if paragraphs == "n.1" and "{n}" not in numbers else paragraphs,
        list_style=chance.choice(("(a)", "(a)", "a)", "(i)", "–")),
        width=width,
        blank=chance.choice(("all", "all", "heads", "none") if width else ("all", "heads", "none", "none")),
        indent=chance.choice(("none", "none", "none", "first line", "centred heads", "all")),
        chapters=chance.choice(words.chapters) if chance.random() < 0.25 and not bare and not section else "",
        pages=chance.random() < 0.25 and bool(width) and heading != "before",
        header=chance.random() < 0.5,
        contents=chance.random() < 0.12 and heading not in ("none", "parentheses", "text on line"),
        web=chance.random() < 0.1,
        quoted=chance.random() < 0.12 and not bare,
        inserted=chance.random() < 0.12
        and counted
        and spoken in ("en", "de", "fr", "nl", "es", "pl", "uk", "ru"),
        annexed=chance.random() < 0.2,
        footnotes=chance.random() < 0.1,
        capital_front=chance.random() < 0.3,
        newline=chance.choice(("\n", "\n", "\n", "\r\n")),
        scanned="{r}" in numbers and not bare and spoken not in ("uk", "ru") and chance.random() < 0.15,
        starred=not bare and chance.random() < 0.05,
        bare_quotes=spoken == "en" and chance.random() < 0.3,
        leaders=chance.random() < 0.7,
        foreword=chance.random() < 0.08,
        rules=chance.choice(("Rule {n}", "Regulation {n}", "", "")) if spoken == "en" else "",
        run_together="" if width or chance.random() < 0.75 or bare else chance.choice(("articles", "text")),
    )


class _Page:
    """Collects the lines of one text and knows where each article begins."""

    def __init__(self, shape: Shape, title: str) -> None:
        self.shape = shape
        self.title = title
        self.lines: list[str] = []
        self.page = 1
        self.since = 0

    def gap(self, kind: str) -> None:
        blank = self.shape.blank
        if (
            (blank == "all" or (blank == "heads" and kind in ("head", "part")))
            and self.lines
            and self.lines[-1]
        ):
            self.lines.append("")

    def put(self, text: str, *, kind: str = "text", whole: bool = False) -> int:
        """Add a paragraph in its layout; gives the line it begins at."""
        self.gap(kind)
        shape = self.shape
        width = shape.width
        margin = "    " if shape.indent == "all" else ""
        first = "     " if shape.indent == "first line" and kind == "text" else ""
        if whole or not width:
            rows = [first + text]
        else:
            rows = textwrap.wrap(
                first + text, width, drop_whitespace=True, break_on_hyphens=False, break_long_words=False
            )
            if first:
                rows[0] = first + rows[0].lstrip()
        if shape.indent == "centred heads" and kind in ("head", "part"):
            rows = [row.center(width or 72).rstrip() for row in rows]
        begun = len(self.lines) + 1
        for row in rows:
            self._line(margin + row)
            if row is rows[0]:
                begun = len(self.lines)
        return begun

    def _line(self, row: str) -> None:
        if self.shape.pages and self.since >= 44:
            self._turn()
        self.lines.append(row)
        self.since += 1

    def _turn(self) -> None:
        self.lines.extend(["", f"{self.page}" if self.shape.header else f"- {self.page} -"])
        self.page += 1
        self.since = 0
        self.lines.append("\f" + (self.title[:60].rstrip() if self.shape.header else ""))
        self.lines.append("")


class _Writer:
    """Composes one agreement."""

    def __init__(self, shape: Shape, chance: Random, articles: int) -> None:
        self.shape = shape
        self.chance = chance
        self.words: Words = LANGUAGES[shape.language]
        self.count = articles
        self.page = _Page(shape, self.words.title)
        self.truth: list[Truth] = []
        self.heads = self._numbering()
        self.headings = {key: self._heading(turn) for turn, key in enumerate(self.heads)}

    def _numbering(self) -> list[tuple[int, str]]:
        rows = [(value, "") for value in range(1, self.count + 1)]
        if self.shape.inserted:
            after = self.chance.randrange(2, self.count)
            style = self.chance.choice(("latin", "letter"))
            added = (
                [f" {name}" for name in _LATIN[: self.chance.randrange(1, 3)]]
                if style == "latin"
                else ["A", "B"]
            )
            rows[after:after] = [(after, suffix) for suffix in added]
        return rows

    def _heading(self, turn: int) -> str:
        if self.shape.heading == "none":
            return ""
        if self.shape.heading == "text on line":
            return ""
        words = self.words.headings[turn % len(self.words.headings)]
        if self.shape.heading == "pointed":
            return words + "."
        return words.upper() if self.shape.heading == "capitals" else words

    def label(self, key: tuple[int, str]) -> str:
        shown = printed(self.shape.numbers, key[0], key[1])
        if self.shape.scanned and self.chance.random() < 0.5:
            word, _, figures = shown.rpartition(" ")
            shown = f"{word} {figures.replace('I', 'l')}" if word else shown
        if self.shape.starred and self.chance.random() < 0.3:
            shown += "*"
        return shown

    def write(self) -> Made:
        self._front()
        parts = max(2, self.count // 3)
        quote_at = self.chance.randrange(1, len(self.heads)) if self.shape.quoted else -1
        chapter = 0
        for turn, key in enumerate(self.heads):
            if self.shape.chapters and turn % parts == 0:
                chapter += 1
                self.page.put(printed(self.shape.chapters, chapter), kind="part", whole=True)
                self.page.put(
                    self.words.headings[-chapter % len(self.words.headings)], kind="under", whole=True
                )
            self._article(turn, key, quoting=turn == quote_at)
            if self.shape.web and turn % 3 == 2:
                self.page.put("[Back to top]", whole=True)
        self._back()
        if self.shape.run_together == "text":
            words = " ".join(line for line in self.page.lines if line)
            rows = [Truth(row.number, 1, "", None) for row in self.truth]
            return Made(self.shape, words + self.shape.newline, rows)
        text = self.shape.newline.join(self.page.lines) + self.shape.newline
        return Made(self.shape, text, self.truth)

    def _front(self) -> None:
        words, page = self.words, self.page
        if self.shape.foreword:
            page.put("http://example.org/texts/0417.html, 4 May 2011", whole=True)
        page.put(words.title.upper() if self.shape.capital_front else words.title, kind="head")
        if self.shape.contents:
            page.put(words.contents, kind="head")
            for turn, key in enumerate(self.heads):
                line = f"{self.label(key)} {self.headings[key]}"
                if self.shape.leaders:
                    line = f"{line} ".ljust(60, ".") + f" {turn // 2 + 2}"
                page.put(line, kind="entry", whole=True)
        if self.chance.random() < 0.3:
            page.put(words.preamble, kind="head")
        if self.shape.foreword:
            page.put(self._sentence())
            page.put(self._sentence())
        page.put(words.parties)
        for recital in words.recitals:
            page.put(recital)
        page.put(words.formula)

    def _article(self, turn: int, key: tuple[int, str], *, quoting: bool) -> None:
        shape, page = self.shape, self.page
        label, heading = self.label(key), self.headings[key]
        dotted = shape.numbers.endswith(".")
        match shape.heading:
            case "same line" | "capitals":
                between = " " if dotted else self.chance.choice((". ", " – ", ": "))
                if shape.heading == "capitals" and not dotted and turn % 2:
                    between = ". "
                line = page.put(label + between + heading, kind="head", whole=True)
            case "pointed" if self.chance.random() < 0.5 and not dotted:
                line = page.put(f"{label}. {heading}", kind="head", whole=True)
            case "pointed":
                line = page.put(label, kind="head", whole=True)
                page.put(heading, kind="under", whole=True)
            case "before":
                page.put(heading, kind="head", whole=True)
                line = page.put(label, kind="under", whole=True)
            case "text on line":
                line = page.put(f"{label}{' ' if dotted else '. '}{self._sentence()}", kind="head")
                self.truth.append(Truth(self._key(key), line, "", None))
                self._paragraphs(key, quoting=quoting)
                return
            case "parentheses":
                line = page.put(label, kind="head", whole=True)
                page.put(f"({heading})", kind="under", whole=True)
            case "next line":
                line = page.put(label, kind="head", whole=True)
                page.put(heading, kind="under", whole=True)
            case _:
                line = page.put(label, kind="head", whole=True)
        begun = len(page.lines)
        count = self._paragraphs(key, quoting=quoting)
        if shape.run_together == "articles":
            rest = [row.strip() for row in page.lines[begun:] if row]
            del page.lines[begun:]
            page.lines[-1] = " ".join([page.lines[-1], *rest])
            if shape.heading in ("next line", "parentheses", "pointed"):
                page.lines[line - 1 :] = [" ".join(row for row in page.lines[line - 1 :] if row)]
            heading, count = "", None
        self.truth.append(Truth(self._key(key), line, heading, count))

    def _key(self, key: tuple[int, str]) -> str:
        return f"{key[0]}{key[1].strip().lower()}"

    def _paragraphs(self, key: tuple[int, str], *, quoting: bool) -> int | None:
        shape, page = self.shape, self.page
        count = self.chance.choice((1, 1, 2, 3, 4))
        numbered = shape.paragraphs != "none" and count > 1
        for turn in range(1, count + 1):
            lead = ""
            if numbered:
                lead = shape.paragraphs.replace("n.1", f"{key[0]}.{turn}").replace("1", str(turn))
                lead = f"{key[0]}.{turn} " if shape.paragraphs == "n.1" else lead + " "
            listed = self.chance.random() < 0.18
            if listed:
                page.put(lead + self.words.lead)
                self._list()
            else:
                page.put(lead + self._sentence())
        if quoting:
            opened, closed = ("", "") if shape.bare_quotes else ("“", "”")
            number = self.chance.choice((key[0], 2, self.count + 3))
            other = shape.numbers
            if shape.bare_quotes:  # then it is printed otherwise than the articles around it
                other = "Article {n}" if "{n}" not in other else "ARTICLE {r}"
            page.put(opened + printed(other, number), kind="text", whole=True)
            page.put(self.words.headings[0], kind="under", whole=True)
            page.put(self._sentence().rstrip(".") + "." + closed)
        return None if quoting else count

    def _list(self) -> None:
        items = self.words.items[: self.chance.choice((2, 3, 4))]
        for turn, item in enumerate(items):
            last = turn == len(items) - 1
            sign = {
                "(a)": f"({'abcd'[turn]})",
                "a)": f"{'abcd'[turn]})",
                "(i)": f"({roman(turn + 1).lower()})",
                "–": "–",
            }[self.shape.list_style]
            if self.shape.language in ("uk", "ru") and "a" in self.shape.list_style:
                sign = sign.translate(str.maketrans("abcd", "абвг"))
            self.page.put(f"{sign} {item}{'.' if last else ';'}")

    def _sentence(self) -> str:
        words = self.words
        made = " ".join(
            self.chance.choice(words.subjects)
            + " "
            + self.chance.choice(words.predicates)
            + self.chance.choice(words.tails)
            for _ in range(self.chance.choice((1, 1, 2)))
        )
        return made.replace("{ref}", self._reference())

    def _reference(self) -> str:
        value = self.chance.randrange(1, self.count + 1)
        shapes = {
            "lv": "{n}. pantu",
            "lt": "{n} straipsnį",
            "et": "artikkel {n}",
            "uk": "статті {n}",
            "ru": "статьи {n}",
        }
        if self.shape.language in shapes:
            return shapes[self.shape.language].format(n=value)
        pattern = self.shape.numbers
        if pattern[0] in "{§":
            pattern = {"en": "section {n}", "fr": "article {n}"}.get(self.shape.language, "Artikel {n}")
        return printed(pattern if "{o}" not in pattern else "Article {n}", value)

    def _back(self) -> None:
        page, words = self.page, self.words
        page.put(words.testimonium, kind="part")
        page.put(words.done)
        for signature in words.signatures:
            page.put(f"{signature}:", whole=True)
        if self.shape.annexed:
            page.put(
                words.annex.upper() if self.shape.capital_front else words.annex, kind="head", whole=True
            )
            page.put(words.headings[2], kind="under", whole=True)
            for value in range(1, self.chance.choice((4, 4, 23))):
                head = printed(self.shape.rules, value) if self.shape.rules else self.label((value, ""))
                page.put(head, kind="head", whole=True)
                page.put(self._sentence())
                page.put(self._sentence())
        if self.shape.footnotes:
            page.put("_" * 20, whole=True)
            for value in range(1, 3):
                page.put(f"{value} {self._sentence()}")


def make(seed: int, language: str | None = None) -> Made:
    """One invented agreement; the same seed gives the same text."""
    chance = Random(seed)
    shape = choose(chance, language)
    return _Writer(shape, chance, chance.randrange(5, 21)).write()


@dataclass(slots=True)
class Outcome:
    """What recognition made of one text: hits, misses and inventions of heads; headings and paragraphs."""

    made: Made
    hits: int = 0
    missed: list[str] = field(default_factory=list)
    invented: list[str] = field(default_factory=list)
    headings: list[str] = field(default_factory=list)
    paragraphs: list[str] = field(default_factory=list)
    language: str = ""
    parties: list[str] = field(default_factory=list)


def _value(unit: Provision) -> str:
    shown = (unit.printed or "").strip()
    label = read_word(shown)
    if label is not None:
        return f"{label.value}{label.suffix}"
    return "".join(str(part) for part in number(shown.rstrip(".)")))


def judge(made: Made) -> Outcome:
    """Recognise one text and compare it with its truth."""
    source = from_bytes(made.text.encode(), name="invented.txt")
    found = recognise(source)
    named = LANGUAGES[made.shape.language].parties
    outcome = Outcome(
        made,
        language=found.agreement.language,
        parties=[party.name for party in found.agreement.parties if party.name in named],
    )
    groups = [unit for top in found.agreement.body for unit in top.walk()]
    heads = [u for u in groups if u.kind is Kind.ARTICLE]
    if not heads:
        heads = [u for u in groups if u.kind is Kind.SECTION]
    left = [(_value(unit), source.blocks[found.origins[unit.id][0]].line, unit) for unit in heads]
    for row in made.articles:
        match = next(
            (item for item in left if item[0] == row.number and abs(item[1] - row.line) <= _NEAR), None
        )
        if match is None:
            outcome.missed.append(f"{row.number} at line {row.line}")
            continue
        left.remove(match)
        outcome.hits += 1
        unit = match[2]
        if row.paragraphs is not None and unit.heading.plain.strip("()") != row.heading:
            outcome.headings.append(f"{row.number}: “{row.heading}”, found “{unit.heading.plain[:60]}”")
        count = sum(child.kind is Kind.PARAGRAPH for child in unit.children)
        if row.paragraphs is not None and count != row.paragraphs:
            outcome.paragraphs.append(f"{row.number}: {row.paragraphs}, found {count}")
    outcome.invented = [f"{value} at line {line}" for value, line, _ in left]
    return outcome


def summary(outcomes: list[Outcome]) -> dict[str, float]:
    """F1 of heads, share of texts exactly right, share of right headings, paragraphs, languages, parties."""
    hits = sum(o.hits for o in outcomes)
    missed = sum(len(o.missed) for o in outcomes)
    invented = sum(len(o.invented) for o in outcomes)
    return {
        "boundaries, F1": 2 * hits / max(1, 2 * hits + missed + invented),
        "exactly right": sum(not o.missed and not o.invented for o in outcomes) / len(outcomes),
        "headings": 1 - sum(len(o.headings) for o in outcomes) / max(1, hits),
        "paragraphs per article": 1 - sum(len(o.paragraphs) for o in outcomes) / max(1, hits),
        "language": sum(o.language == o.made.shape.language for o in outcomes) / len(outcomes),
        "parties": sum(len(set(o.parties)) == 2 for o in outcomes) / len(outcomes),
    }


def main() -> int:
    """Make, judge and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--count", type=int, default=600)
    parser.add_argument("--first", type=int, default=0)
    parser.add_argument("--language")
    parser.add_argument("--verbose", action="store_true")
    chosen = parser.parse_args()
    outcomes = [
        judge(make(seed, chosen.language)) for seed in range(chosen.first, chosen.first + chosen.count)
    ]
    for name, value in summary(outcomes).items():
        sys.stdout.write(f"invented agreements: {name:<26} {value:.4f}\n")
    if chosen.verbose:
        wrong: Counter[str] = Counter()
        for seed, outcome in enumerate(outcomes, start=chosen.first):
            shape = outcome.made.shape
            if outcome.missed or outcome.invented:
                wrong[shape.language] += 1
                sys.stdout.write(
                    f"{seed} {shape}\n   missed {outcome.missed[:4]} invented {outcome.invented[:4]}\n"
                )
            if outcome.headings:
                sys.stdout.write(f"{seed} headings {outcome.headings[:2]} {shape}\n")
            if outcome.paragraphs:
                sys.stdout.write(f"{seed} paragraphs {outcome.paragraphs[:2]} {shape}\n")
        sys.stdout.write(f"{wrong}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
