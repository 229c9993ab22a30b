"""Build `resources/states.toml`: the names of States in English, Latvian and Ukrainian, in every case.

    uv run --with babel --with pycountry python packaging/build_states.py [--check]

The names come from `state_names.txt` and `state_institutions.txt` beside this script; the case forms from
our own rules in `workbench.agreement.declension`, or from the hints in the tables where a rule cannot know.
ISO codes come from pycountry; Babel (CLDR) is asked for its short names, and every difference is printed, so
that a person can decide. Neither is needed when the workbench runs. `--check` only compares.
"""

from __future__ import annotations

import argparse
import re
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from babel import Locale
from babel.numbers import get_territory_currencies
from pycountry import countries

from workbench.agreement.declension import (
    Case,
    Forms,
    GrammaticalNumber,
    joined,
    latvian,
    ukrainian,
    unchanging,
)

HERE = Path(__file__).resolve().parent
TARGET = HERE.parent / "resources" / "states.toml"
LANGUAGES = ("en", "lv", "uk")
_KEYS = (*(f"also {language}" for language in LANGUAGES), "language")
HEADER = """\
# Names of States and of the European Union in English, Latvian and Ukrainian, in every case.
#
# Written by packaging/build_states.py; see packaging/states.md before you change a form here.
# Case forms stand in the order nom | gen | dat | acc | ins | loc | voc.
# checked = true: names and cases were gone over by hand; false: derived by rule, not yet gone over.
"""


@dataclass(frozen=True)
class Name:
    """A name of the table and its hints."""

    words: str
    hints: dict[str, str] = field(default_factory=dict)

    @property
    def number(self) -> GrammaticalNumber | None:
        """Plural where the table says so."""
        return GrammaticalNumber.PLURAL if "pl" in self.hints else None


def main() -> int:
    """Write the file, or compare it with what would be written."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--check", action="store_true", help="write nothing, exit 1 where the file differs")
    arguments = options.parse_args()
    built = build()
    for difference in differences():
        print(difference, file=sys.stderr)
    if arguments.check:
        return 0 if TARGET.read_text(encoding="utf-8") == built else 1
    TARGET.write_text(built, encoding="utf-8", newline="\n")
    print(f"{TARGET.relative_to(HERE.parent)}: {built.count(chr(10) + '[') // 4} States")
    return 0


def build() -> str:
    """The whole file."""
    parts = [HEADER]
    own = institutions()
    rows_of = {code: rows for code, _, rows in states()}
    for code, marks, rows in states():
        iso = countries.get(alpha_2=code)
        parts.append(f"\n[{code}]\niso3 = '{iso.alpha_3 if iso else ''}'\n")
        parts.append(f"checked = {str('checked' in marks).lower()}\n")
        if "monarchy" in marks:
            parts.append("monarchy = true\n")
        parts.extend(f"currency = '{own_money}'\n" for own_money in money(code)[:1])
        for language in LANGUAGES:
            parts.append(f"\n[{code}.{language}]\n")
            lines = {"en": english, "lv": latvian_rows, "uk": ukrainian_rows}[language](rows[language])
            parts.extend(f"{key} = '{value}'\n" for key, value in lines if value)
            parts.extend(f"{key} = '{value}'\n" for key, value in others(rows, language))
            parts.extend(f"language = '{name}'\n" for name in official(code, language, rows_of))
            for key, name in own.get((code, language), {}).items():
                parts.append(f"{key} = '{institution(name, language)}'\n")
    return "".join(parts)


def english(row: list[Name]) -> Iterator[tuple[str, str]]:
    """English: names with their article; the adjective; one and many of the people."""
    short, formal, adjective, people, capital = (name.words for name in row)
    yield from (("short", short), ("formal", formal), ("adjective", adjective))
    if people or adjective:
        one, many = people.split("/") if people else (adjective, adjective + "s")
        yield from (("one", one), ("many", many))
    yield "capital", capital


def latvian_rows(row: list[Name]) -> Iterator[tuple[str, str]]:
    """Latvian: the adjective is the genitive of the name, so the people stand for it."""
    short, formal, people, capital = row
    yield "short", _line(_latvian(short))
    yield "formal", _line(_latvian(formal))
    yield "gender", " ".join(latvian.gender_of(formal.words, number=formal.number))
    if "adj" in people.hints:
        yield "adjective", people.hints["adj"]
    if people.words:
        yield "people", _line(latvian.decline(people.words, number=GrammaticalNumber.PLURAL))
    yield "capital", _line(_latvian(capital))


def ukrainian_rows(row: list[Name]) -> Iterator[tuple[str, str]]:
    """Ukrainian: the adjective in three genders and the plural."""
    short, formal, adjective, people, capital = row
    yield "short", _line(_ukrainian(short))
    yield "formal", _line(_ukrainian(formal))
    yield "gender", " ".join(ukrainian.gender_of(formal.words, number=formal.number))
    if adjective.words:
        for (gender, _), forms in ukrainian.adjective(adjective.words).items():
            yield f"adjective_{gender or 'pl'}", _line(forms)
    if people.words:
        forms = ukrainian.decline(
            people.words, number=GrammaticalNumber.PLURAL, genitive=people.hints.get("gen")
        )
        yield "people", _line(forms.corrected({Case.ACC: forms.gen}))
    yield "capital", _line(_ukrainian(capital, city=True))


def money(code: str) -> list[str]:
    """The currencies of a State, ISO 4217, as CLDR has them; the euro is no State's own."""
    found: list[str] = [] if code == "EU" else get_territory_currencies(code)
    return [currency for currency in found if currency != "EUR"]


def official(code: str, language: str, rows_of: dict[str, dict[str, list[Name]]]) -> Iterator[str]:
    """The word that stands before *language*, *valoda*, *мова*; nothing for a State of several languages."""
    rows = rows_of[code]
    named = [name.words for name in rows.get("language", [])]
    if len(named) == 3:
        yield named[LANGUAGES.index(language)]
    elif named and named != ["-"]:
        yield from official(named[0], language, rows_of)
    elif not named and language == "lv":
        people = rows["lv"][2]
        yield people.hints.get("adj") or latvian.decline(people.words, number=GrammaticalNumber.PLURAL).gen
    elif not named:
        yield rows[language][2].words


def others(rows: dict[str, list[Name]], language: str) -> Iterator[tuple[str, str]]:
    """Other names in use: keys also_1, …, also_formal_1, … (the State), also_capital, also_adjective_m, …"""
    counted = {"also": 0, "also_formal": 0}
    for name in rows.get(f"also {language}", []):
        if name.words.startswith("~"):
            for (gender, _), forms in ukrainian.adjective(name.words[1:]).items():
                yield f"also_adjective_{gender or 'pl'}", _line(forms)
            continue
        own = Name(name.words.lstrip("@="), name.hints)
        city = name.words.startswith("@")
        kind = "also_formal" if name.words.startswith("=") else "also"
        counted[kind] += not city
        key = "also_capital" if city else f"{kind}_{counted[kind]}"
        if language == "en":
            yield key, own.words
        else:
            yield key, _line(_latvian(own) if language == "lv" else _ukrainian(own, city=city))


def institution(name: Name, language: str) -> str:
    """An institution in all cases; a "+" at the end stays, for the name of the State that belongs there."""
    words, plus = (name.words.removesuffix(" +"), " +" if name.words.endswith(" +") else "")
    if language == "en":
        return words + plus
    named = Name(words, name.hints)
    return _line(_latvian(named) if language == "lv" else _ukrainian(named)) + plus


def states() -> Iterator[tuple[str, list[str], dict[str, list[Name]]]]:
    """The rows of state_names.txt: code, marks (checked, monarchy), language -> names; in order of code."""
    found = []
    for block in _blocks(HERE / "state_names.txt"):
        code, *mark = block[0].split()
        rows = {}
        for line in block[1:]:
            key = next((word for word in _KEYS if line.startswith(word)), line[:2])
            rows[key] = [_name(cell) for cell in line[len(key) :].split("|")]
        found.append((code, mark, rows))
    yield from sorted(found, key=lambda item: item[0])


def institutions() -> dict[tuple[str, str], dict[str, Name]]:
    """(code, language) -> key -> name."""
    found: dict[tuple[str, str], dict[str, Name]] = {}
    for block in _blocks(HERE / "state_institutions.txt"):
        for line in block:
            place, name = line.split(": ", 1)
            code, language, key = place.split()
            found.setdefault((code, language), {})[key] = _name(name)
    return found


def differences() -> Iterator[str]:
    """Where CLDR names a State otherwise than the table does."""
    for code, _, rows in states():
        for language in LANGUAGES:
            ours = rows[language][0].words.removeprefix("the ")
            theirs = Locale(language).territories.get(code, "")
            if theirs.replace("ʼ", "’") != ours:
                yield f"{code} {language}: the table has {ours}, CLDR {theirs}"


def _blocks(path: Path) -> Iterator[list[str]]:
    lines: list[str] = []
    for line in [*path.read_text(encoding="utf-8").splitlines(), ""]:
        if line.startswith("#"):
            continue
        if line.strip():
            lines.append(line.strip())
        elif lines:
            yield lines
            lines = []


def _name(cell: str) -> Name:
    found = re.fullmatch(r"\s*([^{]*?)\s*(?:\{(.*)\})?\s*", cell)
    if found is None:
        raise ValueError(f"not a name: {cell}")
    hints = {}
    for hint in (found.group(2) or "").split():
        key, _, value = hint.partition("=")
        hints[key] = value
    return Name(found.group(1), hints)


def _latvian(name: Name) -> Forms:
    if "-" in name.hints:
        return unchanging(name.words)
    if "halves" in name.hints:
        return joined([latvian.decline(half) for half in name.words.split("-")], "-")
    return latvian.decline(name.words, number=name.number)


def _ukrainian(name: Name, *, city: bool = False) -> Forms:
    if "-" in name.hints:
        return unchanging(name.words)
    if "halves" in name.hints:
        return joined([ukrainian.decline(half) for half in name.words.split("-")], "-")
    genitive = name.hints.get("gen")
    stem = name.hints.get("stem")
    last = name.words[-1].lower()
    if city and genitive is None and name.number is None and last not in "аеєиіїоуюя":
        # masculine names of cities take -а (-я), those of countries -у (-ю)
        genitive = name.words[:-1] + "я" if last in "ьй" else (stem or name.words) + "а"
    return ukrainian.decline(name.words, number=name.number, stem=stem, genitive=genitive)


def _line(forms: Forms) -> str:
    return " | ".join(form for _, form in forms.items())


if __name__ == "__main__":
    sys.exit(main())
