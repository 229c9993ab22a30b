"""The States of the world and their names, in every case of English, Latvian and Ukrainian.

`States.load()` opens `resources/states.toml`; a section is parsed when it is first asked for, and what was
parsed is kept on the instance, which one hands around. Recognition finds the parties of a text with
`by_name` and `find_names`; drafting writes names with `forms` and `forms_of`.
"""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path

import msgspec

from workbench.agreement.declension import (
    Forms,
    Gender,
    GrammaticalNumber,
    joined,
    latvian,
    ukrainian,
    unchanging,
)
from workbench.agreement.errors import WorkbenchError
from workbench.agreement.state_names import INSTITUTIONS, FormKind, NameIndex, NameOccurrence, Names, Reading
from workbench.agreement.tree import Party, PartyKind
from workbench.settings import data

__all__ = ["FormKind", "Known", "NameOccurrence", "Names", "Reading", "State", "States", "UnknownStateError"]

LANGUAGES = ("en", "lv", "uk")


class UnknownStateError(WorkbenchError):
    """No State has this code."""

    code = "states.unknown-code"
    message = "no State has the code “{state}”; use a code of ISO 3166 such as LV, or EU"


class State(msgspec.Struct, frozen=True):
    """A State or the European Union: ISO 3166 codes, and whether its row was gone over by hand.

    `monarchy` tells that its head of State is no president; `currency` is that of its own (ISO 4217), empty
    where it uses the euro.
    """

    code: str
    iso3: str
    checked: bool
    monarchy: bool = False
    currency: str = ""


class Known(msgspec.Struct, frozen=True):
    """A party's name understood: of which State it speaks, and whether of the State or its Government."""

    state: State
    kind: PartyKind
    form: FormKind
    language: str


class States:
    """All States of the table. Make one with `load` and hand it around."""

    def __init__(self, text: str) -> None:
        parts = re.split(r"(?m)^\[([A-Z]{2}(?:\.[a-z]{2})?)\]\n", text)
        self._sections = dict(zip(parts[1::2], parts[2::2], strict=True))
        self._states: dict[str, State] = {}
        self._names: dict[tuple[str, str], Names] = {}
        self._indexes: dict[str, NameIndex] = {}

    @classmethod
    def load(cls, path: Path | None = None) -> States:
        """The States of the shipped table, or of another one."""
        return cls((path or data("resources", "states.toml")).read_text(encoding="utf-8"))

    @cached_property
    def codes(self) -> tuple[str, ...]:
        """The codes of all States, in order."""
        return tuple(key for key in self._sections if "." not in key)

    def __iter__(self) -> Iterator[State]:
        return (self[code] for code in self.codes)

    def __getitem__(self, code: str) -> State:
        """The State with this code; raises `UnknownStateError`."""
        if code not in self._states:
            section = self._sections.get(code)
            if section is None:
                raise UnknownStateError(state=code)
            self._states[code] = msgspec.convert({"code": code, **tomllib.loads(section)}, State)
        return self._states[code]

    def by_code(self, code: str) -> State | None:
        """The State with this code, or None."""
        return self[code] if code in self._sections else None

    def forms(self, code: str, language: str) -> Names:
        """The names of a State in a language; English ones for a language the table does not hold."""
        spoken = language if language in LANGUAGES else "en"
        key = (code, spoken)
        if key not in self._names:
            section = self._sections.get(f"{code}.{spoken}")
            if section is None:
                raise UnknownStateError(state=code)
            self._names[key] = _names(tomllib.loads(section), spoken, of_state=bool(self[code].iso3))
        return self._names[key]

    def find_names(self, text: str, language: str) -> tuple[NameOccurrence, ...]:
        """Every name of a State in a text, in any case form, longest first, none overlapping."""
        return self._index(language).find(text)

    def by_name(self, text: str, language: str | None = None) -> Known | None:
        """The State a party's name speaks of, with or without article, in any case form.

        Without `language` every language is tried. *Government of the Republic of Latvia* and *Cabinet
        of Ministers of Ukraine* name the State and `PartyKind.GOVERNMENT`; a ministry `MINISTRY`.
        """
        cleaned = re.sub(r"\s+", " ", text).strip(' ,.;:“”"«»„')
        for spoken in (language,) if language else LANGUAGES:
            known = self._known(cleaned, spoken)
            if known is not None:
                return known
        return None

    def party(self, code: str, language: str, kind: PartyKind = PartyKind.STATE) -> Party:
        """A State, its Government or its ministry of defence as a party."""
        names = self.forms(code, language)
        key = {PartyKind.GOVERNMENT: "government", PartyKind.MINISTRY: "defence"}.get(kind)
        full = names.institutions.get(key, names.formal) if key else names.formal
        return Party(key=code, name=full.nom, short=names.short.nom, kind=kind, state=code)

    def forms_of(self, party: Party, language: str) -> Forms:
        """A party's full name in every case: from the table, else by rule, with the party's corrections."""
        forms: Forms | None = None
        if party.state in self._sections and party.state is not None:
            names = self.forms(party.state, language)
            own = (names.formal, names.short, *names.institutions.values())
            forms = next((known for known in own if known.nom.casefold() == party.name.casefold()), None)
        return (forms or declined(party.name, language)).corrected(party.forms)

    def _index(self, language: str) -> NameIndex:
        spoken = language if language in LANGUAGES else "en"
        if spoken not in self._indexes:
            self._indexes[spoken] = NameIndex(
                spoken, ((code, self.forms(code, spoken)) for code in self.codes)
            )
        return self._indexes[spoken]

    def _known(self, name: str, language: str) -> Known | None:
        words = re.sub(r"^[Tt][Hh][Ee]\s+", "", name) if language == "en" else name
        found = self._index(language).find(words, anywhere=True)
        if not found:
            return None
        whole = next((o for o in found if o.start == 0 and o.end == len(words)), None)
        if whole is not None and whole.form in (FormKind.FORMAL, FormKind.SHORT):
            return Known(self[whole.code], PartyKind.STATE, whole.form, language)
        if whole is not None and whole.form is FormKind.INSTITUTION:
            kind = PartyKind.MINISTRY if whole.key == "defence" else PartyKind.GOVERNMENT
            return Known(self[whole.code], kind, whole.form, language)
        edge = found[0] if language == "lv" else found[-1]
        touches = edge.start == 0 if language == "lv" else edge.end == len(words)
        if not touches or edge.form not in (FormKind.FORMAL, FormKind.SHORT):
            return None
        rest = words[edge.end :] if language == "lv" else words[: edge.start]
        for pattern, kind in _BODIES[language]:
            if pattern.search(rest):
                return Known(self[edge.code], kind, edge.form, language)
        return None


def declined(name: str, language: str) -> Forms:
    """Any name in all cases, by rule; unchanged in a language without cases."""
    if language == "lv":
        return latvian.decline(name)
    if language == "uk":
        return ukrainian.decline(name)
    return unchanging(name)


_BODIES: dict[str, tuple[tuple[re.Pattern[str], PartyKind], ...]] = {
    language: (
        (re.compile(rf"(?i)\b({government})"), PartyKind.GOVERNMENT),
        (re.compile(rf"(?i)\b({ministry})"), PartyKind.MINISTRY),
    )
    for language, government, ministry in (
        ("en", r"government\b|cabinet of ministers|council of ministers", r"ministry|department of"),
        ("lv", r"valdīb|ministru kabinet", r"ministrij|departament"),
        ("uk", r"уряд|кабінет\w* міністрів", r"міністерств|департамент"),
    )
}


def _names(row: dict[str, str], language: str, *, of_state: bool) -> Names:
    """The names in one row; only a State has a government, a parliament and a ministry of the usual names."""
    return _english(row, of_state) if language == "en" else _inflected(row, language, of_state)


def _english(row: dict[str, str], of_state: bool) -> Names:
    short, short_article = _bare(row["short"])
    formal, formal_article = _bare(row["formal"])
    institutions = {}
    for key in INSTITUTIONS:
        own = _bare(row.get(key, _USUAL_ENGLISH[key] if of_state else ""))[0]
        if own:
            institutions[key] = unchanging(own.replace(" +", f" of {row['formal']}"))
    return Names(
        short=unchanging(short),
        formal=unchanging(formal),
        capital=unchanging(row["capital"]),
        short_article=short_article,
        formal_article=formal_article,
        adjective={"": unchanging(row["adjective"])} if "adjective" in row else {},
        people=unchanging(row["many"]) if "many" in row else None,
        person=row.get("one", ""),
        institutions=institutions,
        own_institutions=tuple(key for key in INSTITUTIONS if key in row),
        also=tuple(unchanging(_bare(row[key])[0]) for key in _also(row)),
        also_formal=tuple(unchanging(_bare(row[key])[0]) for key in _also(row, "also_formal")),
        language=row.get("language", ""),
        also_capital=unchanging(row["also_capital"]) if "also_capital" in row else None,
    )


_USUAL_ENGLISH = {
    "parliament": "Parliament +",
    "government": "Government +",
    "defence": "Ministry of Defence +",
}
_USUAL = {
    "lv": {
        "parliament": latvian.decline("parlaments"),
        "government": latvian.decline("valdība"),
        "defence": latvian.decline("Aizsardzības ministrija"),
    },
    "uk": {
        "parliament": ukrainian.decline("Парламент"),
        "government": ukrainian.decline("Уряд"),
        "defence": ukrainian.decline("Міністерство оборони"),
    },
}


def _inflected(row: dict[str, str], language: str, of_state: bool) -> Names:
    formal = _forms(row["formal"])
    gender, number = row["gender"].split()
    institutions = {}
    for key in INSTITUTIONS:
        own = row.get(key)
        if own and not own.endswith("+"):
            institutions[key] = _forms(own)
        elif own or of_state:
            body = _forms(own.removesuffix(" +")) if own else _USUAL[language][key]
            institutions[key] = joined([formal.gen, body] if language == "lv" else [body, formal.gen])
    genders = ("m", "f", "n", "pl")
    adjective = {g: _forms(row[f"adjective_{g}"]) for g in genders if f"adjective_{g}" in row}
    if "adjective" in row:
        adjective[""] = unchanging(row["adjective"])
    return Names(
        short=_forms(row["short"]),
        formal=formal,
        capital=_forms(row["capital"]),
        gender=(Gender(gender), GrammaticalNumber(number)),
        adjective=adjective,
        people=_forms(row["people"]) if "people" in row else None,
        institutions=institutions,
        own_institutions=tuple(key for key in INSTITUTIONS if key in row),
        also=tuple(_forms(row[key]) for key in _also(row)),
        also_formal=tuple(_forms(row[key]) for key in _also(row, "also_formal")),
        language=row.get("language", ""),
        also_institutions={key: _forms(row[f"also_{key}"]) for key in INSTITUTIONS if f"also_{key}" in row},
        also_capital=_forms(row["also_capital"]) if "also_capital" in row else None,
        also_adjective={
            g: _forms(row[f"also_adjective_{g}"]) for g in genders if f"also_adjective_{g}" in row
        },
    )


def _also(row: dict[str, str], kind: str = "also") -> list[str]:
    return [key for key in row if re.fullmatch(rf"{kind}_\d+", key)]


def _forms(line: str) -> Forms:
    return Forms(*line.split(" | "))


def _bare(name: str) -> tuple[str, bool]:
    return name.removeprefix("the "), name.startswith("the ")
