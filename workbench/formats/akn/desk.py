"""What AKN has no element for, in `meta/proprietary` under our own namespace.

It holds what is said of the agreement as a whole (register, numbering scheme, authenticity) and, of single
provisions, the notes and the provenance, tied to them by GUID. The wording and its structure are never
repeated here, so nothing in this record can contradict a text that was edited elsewhere.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum
from typing import TypeVar
from urllib.parse import quote, unquote
from uuid import UUID

from lxml import etree
from msgspec.structs import asdict

from workbench.agreement.findings import FindingKind, Severity
from workbench.agreement.tree import (
    AgreementId,
    Authenticity,
    Change,
    Draft,
    NumberingScheme,
    NumberStyle,
    Party,
    PartyKind,
    Provenance,
    Provision,
    ProvisionId,
    Register,
)
from workbench.formats.akn.values import id_of
from workbench.formats.akn.vocabulary import own

E = TypeVar("E", bound=StrEnum)

RECORD = FindingKind(
    "akn.record-damaged",
    Severity.WARNING,
    "the workbench's own record in this file is damaged ({reason}); that part of it is left out",
)
_AGREEMENT = (("collective_name", "collectiveName"), ("own_name", "ownName"), ("template", "template"))


def pack(words: Iterable[str]) -> str:
    """Strings as one attribute value, separated by blanks."""
    return " ".join(quote(word, safe=":/.,+()") or "%" for word in words)


def unpack(packed: str) -> tuple[str, ...]:
    """The reverse of `pack`."""
    return tuple("" if word == "%" else unquote(word) for word in packed.split())


def write(proprietary: etree._Element, draft: Draft) -> None:
    """Fill `proprietary` with what the desk knows."""
    agreement = draft.agreement
    made = etree.SubElement(
        proprietary, own("agreement"), register=agreement.register.value, language=agreement.language
    )
    for field, name in _AGREEMENT:
        if getattr(agreement, field):
            made.set(name, getattr(agreement, field))
    scheme = asdict(agreement.numbering)
    as_printed = scheme.pop("as_printed")
    numbering = etree.SubElement(proprietary, own("numbering"), {k: v.value for k, v in scheme.items()})
    numbering.set("asPrinted", "true" if as_printed else "false")
    _authenticity(proprietary, agreement.authenticity)
    for party in agreement.parties:
        for case, form in sorted(party.forms.items()):
            etree.SubElement(proprietary, own("form"), party=party.key, case=case, form=form)
    for unit in agreement.walk():
        _provision(proprietary, unit)
    for name, values in (("value", draft.values), ("dismissed", draft.dismissed)):
        for key, value in sorted(values.items()):
            etree.SubElement(proprietary, own(name), key=key, value=value)
    if draft.profile is not None or draft.unasked:
        checks = etree.SubElement(proprietary, own("checks"), unasked=pack(draft.unasked))
        if draft.profile is not None:
            checks.set("profile", draft.profile.value)


def _authenticity(proprietary: etree._Element, said: Authenticity) -> None:
    if said == Authenticity():
        return
    made = etree.SubElement(proprietary, own("authenticity"), place=said.place, day=said.day)
    if said.originals is not None:
        made.set("originals", str(said.originals))
    made.set("languages", pack(said.languages))
    if said.prevailing is not None:
        made.set("prevailing", said.prevailing)


def _provision(proprietary: etree._Element, unit: Provision) -> None:
    if not unit.note and unit.provenance is None:
        return
    made = etree.SubElement(proprietary, own("provision"), about=str(unit.id))
    if unit.note:
        made.set("note", unit.note)
    source = unit.provenance
    if source is None:
        return
    origin = etree.SubElement(
        made,
        own("provenance"),
        file=source.file,
        sha256=source.sha256,
        agreement=source.agreement,
        agreementId=str(source.agreement_id),
        provision=str(source.provision),
        locator=source.locator,
        reader=source.reader,
    )
    for change in source.changes:
        etree.SubElement(origin, own("change"), reason=change.reason, old=change.old, new=change.new)


class Desk:
    """What a file's record says, each part on its own so that a damaged one spoils no other."""

    def __init__(self, proprietary: etree._Element | None) -> None:
        self.damage: list[str] = []
        self.record = proprietary
        self.notes: dict[UUID, str] = {}
        self.provenance: dict[UUID, Provenance] = {}
        for made in self._all("provision"):
            about = self._uuid(made.get("about"))
            if about is None:
                continue
            self.notes[about] = made.get("note", "")
            for origin in made.iter(own("provenance")):
                source = self._origin(origin)
                if source is not None:
                    self.provenance[about] = source

    @property
    def present(self) -> bool:
        """Whether the file is one of ours."""
        return self._first("agreement") is not None

    def agreement_fields(self) -> dict[str, object]:
        """Fields of `Agreement` that the record holds."""
        fields: dict[str, object] = {"numbering": self.numbering(), "authenticity": self.authenticity()}
        made = self._first("agreement")
        if made is not None:
            fields["register"] = self.choice(Register, made.get("register", ""), Register.TREATY)
            for field, name in _AGREEMENT:
                fields[field] = made.get(name, "")
        return fields

    @property
    def language(self) -> str | None:
        """The language code as the tree has it."""
        made = self._first("agreement")
        return made.get("language") if made is not None else None

    def numbering(self) -> NumberingScheme:
        """How the agreement is numbered; as printed when the file is not ours."""
        made = self._first("numbering")
        if made is None:
            return NumberingScheme() if self.present else NumberingScheme(as_printed=True)
        usual = NumberingScheme()

        def style(level: str, default: NumberStyle) -> NumberStyle:
            return self.choice(NumberStyle, made.get(level, default.value), default)

        return NumberingScheme(
            article=style("article", usual.article),
            section=style("section", usual.section),
            paragraph=style("paragraph", usual.paragraph),
            subparagraph=style("subparagraph", usual.subparagraph),
            point=style("point", usual.point),
            as_printed=made.get("asPrinted") == "true",
        )

    def authenticity(self) -> Authenticity:
        """What the done-at clause says."""
        made = self._first("authenticity")
        if made is None:
            return Authenticity()
        return Authenticity(
            made.get("place", ""),
            made.get("day", ""),
            self._number(made.get("originals")),
            unpack(made.get("languages", "")),
            made.get("prevailing"),
        )

    def forms(self, party: str) -> dict[str, str]:
        """The case forms recorded for a party."""
        made = (form for form in self._all("form") if form.get("party") == party)
        return {form.get("case", ""): form.get("form", "") for form in made}

    def pairs(self, name: str) -> dict[str, str]:
        """`value` or `dismissed`: key -> value."""
        return {made.get("key", ""): made.get("value", "") for made in self._all(name)}

    def checks(self) -> tuple[Register | None, tuple[str, ...]]:
        """The profile the checks ask for, and the rules switched off."""
        made = next(iter(self._all("checks")), None)
        if made is None:
            return None, ()
        wanted = made.get("profile")
        profile = self.choice(Register, wanted, Register.TREATY) if wanted else None
        return profile, unpack(made.get("unasked", ""))

    def choice(self, kind: type[E], value: str, default: E) -> E:
        """A value of an enumeration, or the default and a note of the damage."""
        try:
            return kind(value)
        except ValueError:
            self.damage.append(f"{kind.__name__} “{value}”")
            return default

    def _origin(self, made: etree._Element) -> Provenance | None:
        agreement, provision = self._uuid(made.get("agreementId")), self._uuid(made.get("provision"))
        if agreement is None or provision is None:
            return None
        return Provenance(
            file=made.get("file", ""),
            sha256=made.get("sha256", ""),
            agreement=made.get("agreement", ""),
            agreement_id=AgreementId(agreement),
            provision=ProvisionId(provision),
            locator=made.get("locator", ""),
            reader=made.get("reader", ""),
            changes=tuple(
                Change(change.get("reason", ""), change.get("old", ""), change.get("new", ""))
                for change in made.iter(own("change"))
            ),
        )

    def _uuid(self, value: str | None) -> UUID | None:
        found = id_of(value)
        if found is None:
            self.damage.append(f"id “{value}”")
        return found

    def _number(self, value: str | None) -> int | None:
        try:
            return None if value is None else int(value)
        except ValueError:
            self.damage.append(f"originals={value}")
            return None

    def _all(self, name: str) -> list[etree._Element]:
        return [] if self.record is None else list(self.record.iterchildren(own(name)))

    def _first(self, name: str) -> etree._Element | None:
        return next(iter(self._all(name)), None)


def party_attributes(party: Party) -> dict[str, str]:
    """What a `TLCOrganization` says of a party in our own namespace."""
    attributes = {own("key"): party.key, own("kind"): party.kind.value}
    if party.state is not None:
        attributes[own("state")] = party.state
    if party.role:
        attributes[own("role")] = party.role
    return attributes


def party(element: etree._Element, desk: Desk) -> Party:
    """The party of a `TLCOrganization`."""
    key = element.get(own("key"), element.get("eId") or "")
    return Party(
        key=key,
        name=element.get("showAs") or "",
        short=element.get("shortForm") or "",
        kind=desk.choice(PartyKind, element.get(own("kind"), PartyKind.STATE.value), PartyKind.OTHER),
        state=element.get(own("state")),
        forms=desk.forms(key),
        role=element.get(own("role"), ""),
    )
