"""`meta/identification`: the work, its expression in one language, and this file.

The IRI follows a `Profile`; the default is the style of United Nations documents. Nothing here is taken
from the clock: the same draft gives the same bytes. An agreement without a day is dated 9999-01-01, as the
schema insists on a date.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from workbench.agreement.languages import LANGUAGES
from workbench.agreement.tree import Agreement, Register
from workbench.formats.akn.desk import party_attributes
from workbench.formats.akn.inline import Names, slug
from workbench.formats.akn.values import day_of
from workbench.formats.akn.vocabulary import GUID_PREFIX, akn, own

UNDATED = "9999-01-01"
SOURCE = "#workbench"

# The words by which titles say what an instrument is; the first that occurs in the title counts.
_SUBTYPES = (
    ("protocol", r"protocol|protokol|протокол"),
    ("memorandumOfUnderstanding", r"memorand|меморандум"),
    ("convention", r"convention|konvencij|конвенці"),
    ("treaty", r"\btreaty|\blīgum|\bdohovor|договір|договор"),
    ("arrangement", r"arrangement"),
    ("declaration", r"declaration|deklarācij|декларац"),
    ("agreement", r"agreement|vienošan|nolīgum|угод"),
)


@dataclass(frozen=True, slots=True)
class Profile:
    """How IRIs are made: `/akn/{country}/act/{subtype}/{actors}/{date}/{number}`."""

    country: str = "un"
    pattern: str = "/akn/{country}/act/{subtype}/{actors}/{date}/{number}"


UNITED_NATIONS = Profile()


def subtype(agreement: Agreement) -> str:
    """What kind of instrument the title says this is; by the register where it does not say."""
    title = agreement.title_text.casefold()
    found = [(match.start(), name) for name, words in _SUBTYPES if (match := re.search(words, title))]
    if found:
        return min(found)[1]
    return "memorandumOfUnderstanding" if agreement.register is Register.MOU else "agreement"


def is_subtype(words: str) -> bool:
    """Whether a line of the title says nothing but what kind of instrument this is."""
    line = words.casefold()
    return len(line.split()) <= 3 and any(re.search(pattern, line) for _, pattern in _SUBTYPES)


def iso639_2(code: str) -> str:
    """The three-letter code of a language, as AKN wants it."""
    return LANGUAGES[code].iso639_2 if code in LANGUAGES else code


def from_iso639_2(code: str) -> str:
    """The two-letter code where we know the language."""
    return next((lang.code for lang in LANGUAGES.values() if lang.iso639_2 == code), code)


def day(agreement: Agreement) -> str:
    """The day of the agreement (ISO 8601)."""
    found = day_of(agreement.authenticity.day)
    return UNDATED if found is None else found.isoformat()


@dataclass(frozen=True, slots=True)
class Identity:
    """The IRIs of an agreement."""

    work: str
    expression: str

    @classmethod
    def of(cls, agreement: Agreement, profile: Profile) -> Identity:
        """The identity of an agreement under a profile."""
        work = profile.pattern.format(
            country=profile.country,
            subtype=subtype(agreement),
            actors="-".join(slug(party.key) or "party" for party in agreement.parties) or "parties",
            date=day(agreement),
            number=slug(agreement.title_text)[:60].strip("-") or "untitled",
        )
        when = "" if day(agreement) == UNDATED else day(agreement)
        return cls(work, f"{work}/{slug(iso639_2(agreement.language)) or 'und'}@{when}")


def write(
    meta: etree._Element, agreement: Agreement, profile: Profile, parties: Names, *, component: str
) -> None:
    """Add `identification` to `meta`, for the main text ("main") or an annex ("annex_1")."""
    identity = Identity.of(agreement, profile)
    main = component == "main"
    levels = etree.SubElement(meta, akn("identification"), source=SOURCE)
    work = etree.SubElement(levels, akn("FRBRWork"))
    _core(work, f"{identity.work}/!{component}", identity.work)
    if main:
        title = agreement.title_text
        etree.SubElement(work, akn("FRBRalias"), value=f"{GUID_PREFIX}{agreement.id}", name="workbench")
        if title:
            etree.SubElement(work, akn("FRBRalias"), value=title, name="title")
    _dated(work, agreement, "signature")
    authors = [parties.of(party.key) for party in agreement.parties]
    for author in authors or ["workbench"]:
        made = etree.SubElement(work, akn("FRBRauthor"), href=f"#{author}")
        if authors:
            made.set("as", "#contractingParty")
    etree.SubElement(work, akn("FRBRcountry"), value=profile.country)
    if main:
        etree.SubElement(work, akn("FRBRsubtype"), value=subtype(agreement))
        etree.SubElement(
            work, akn("FRBRprescriptive"), value="true" if agreement.register is Register.TREATY else "false"
        )
        etree.SubElement(work, akn("FRBRauthoritative"), value="false")
    expression = etree.SubElement(levels, akn("FRBRExpression"))
    _core(expression, f"{identity.expression}/!{component}", identity.expression)
    _dated(expression, agreement, "signature")
    etree.SubElement(expression, akn("FRBRauthor"), href=SOURCE).set("as", "#editor")
    etree.SubElement(expression, akn("FRBRlanguage"), language=iso639_2(agreement.language))
    manifestation = etree.SubElement(levels, akn("FRBRManifestation"))
    _core(manifestation, f"{identity.expression}/!{component}.xml", f"{identity.expression}.xml")
    _dated(manifestation, agreement, "signature")
    etree.SubElement(manifestation, akn("FRBRauthor"), href=SOURCE).set("as", "#editor")
    etree.SubElement(manifestation, akn("FRBRformat"), value="application/akn+xml")


def _core(level: etree._Element, this: str, uri: str) -> None:
    etree.SubElement(level, akn("FRBRthis"), value=this)
    etree.SubElement(level, akn("FRBRuri"), value=uri)


def _dated(level: etree._Element, agreement: Agreement, name: str) -> None:
    when = day(agreement)
    etree.SubElement(level, akn("FRBRdate"), date=when, name="undated" if when == UNDATED else name)


def references(meta: etree._Element, agreement: Agreement, parties: Names, terms: Names) -> None:
    """Add the `references` that party names and terms point to; undeclared parties are listed too."""
    made = etree.SubElement(meta, akn("references"), source=SOURCE)
    declared = {party.key: party for party in agreement.parties}
    for key, name in list(parties.ids.items()):
        attributes = {
            "eId": name,
            "href": f"/akn/ontology/organization/{slug(key) or 'unnamed'}",
            "showAs": key,
        }
        if key in declared:
            attributes["showAs"] = declared[key].name
            if declared[key].short:
                attributes["shortForm"] = declared[key].short
            attributes |= party_attributes(declared[key])
        else:
            attributes |= {own("key"): key, own("undeclared"): "true"}
        etree.SubElement(made, akn("TLCOrganization"), attributes)
    us = {"eId": SOURCE[1:], "href": "/akn/ontology/organization/workbench", "showAs": "Treaty Workbench"}
    etree.SubElement(made, akn("TLCOrganization"), us)
    for role, words in (("contractingParty", "Contracting Party"), ("editor", "Editor")):
        etree.SubElement(made, akn("TLCRole"), eId=role, href=f"/akn/ontology/role/{role}", showAs=words)
    for term, name in terms.ids.items():
        href = f"/akn/ontology/term/{slug(term) or 'unnamed'}"
        etree.SubElement(made, akn("TLCTerm"), eId=name, href=href, showAs=term)
