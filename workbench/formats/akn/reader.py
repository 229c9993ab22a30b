"""Akoma Ntoso into a draft: our own files without loss, and acts, bills, docs and statements of others.

The markup is the truth: wording and structure come from AKN's elements alone, so a file edited elsewhere
reads as edited. What the record of our own adds (notes, provenance, numbering scheme) is tied to units by
GUID. Files of other publishers keep their printed numbers, and their units get ids made from the file's hash
and the position, so that reading the same file again gives the same ids.
"""

from __future__ import annotations

import hashlib
from uuid import NAMESPACE_URL, UUID, uuid5

import msgspec
from lxml import etree

from workbench.agreement.findings import Finding, FindingKind, Severity
from workbench.agreement.quoting import on_one_line
from workbench.agreement.text import Comment, Footnote
from workbench.agreement.tree import Agreement, AgreementId, Draft, Party
from workbench.formats.akn import schema
from workbench.formats.akn.desk import RECORD, Desk, party
from workbench.formats.akn.identification import from_iso639_2, iso639_2
from workbench.formats.akn.inline_reader import Directory, InlineReader, children, name_of, words_of
from workbench.formats.akn.units import UnitReader
from workbench.formats.akn.values import day_of, id_of
from workbench.formats.akn.vocabulary import AKN, own
from workbench.formats.akn.zones import ZoneReader
from workbench.formats.errors import DamagedFileError, FormatError, TooLargeFileError

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
LARGEST = 50_000_000

NOT_STRICT = FindingKind(
    "akn.not-strict",
    Severity.INFO,
    "the file keeps the lenient schema of Akoma Ntoso only ({reason}); it was read all the same",
)
NOT_VALID = FindingKind(
    "akn.not-valid",
    Severity.WARNING,
    "the file breaks the schema of Akoma Ntoso ({reason}); it was read as far as it makes sense",
)
OTHER_DOCUMENT = FindingKind(
    "akn.other-document",
    Severity.WARNING,
    "a <{element}> is no agreement; its words are kept as plain paragraphs",
)
OTHER_VERSION = FindingKind(
    "akn.other-version",
    Severity.INFO,
    "the file is not in the namespace of Akoma Ntoso 3.0 but in another ({namespace}); it was read as 3.0",
)
# What stood before 3.0, and before the standard was OASIS's.
_OLDER = ("http://www.akomantoso.org/", "http://docs.oasis-open.org/legaldocml/ns/akn")
REMOVED = FindingKind(
    "akn.removed",
    Severity.INFO,
    "“{quote}” is marked as removed; it was left out",
)
_DOCUMENTS = ("act", "bill", "doc", "statement")


class NotAknError(FormatError):
    """XML, but not Akoma Ntoso 3.0."""

    code = "akn.not-akn"
    message = "this is XML but not Akoma Ntoso 3.0 (its root is {root}); export it as Akoma Ntoso 3.0"


class UnsafeXmlError(FormatError):
    """The file declares entities, as no agreement does and as attacks do."""

    code = "akn.unsafe"
    message = "the file declares XML entities, which the workbench does not expand; save it without a DOCTYPE"


class ReadAkn(msgspec.Struct, frozen=True):
    """A draft and what was noticed on reading it."""

    draft: Draft
    findings: tuple[Finding, ...] = ()


def looks_like_akn(data: bytes) -> bool:
    """Whether the beginning of a file is that of an Akoma Ntoso document."""
    head = data[:4096]
    return (
        b"akomaNtoso" in head
        or "akomaNtoso".encode("utf-16-le") in head
        or "akomaNtoso".encode("utf-16-be") in head
    )


def from_bytes(data: bytes, *, name: str) -> ReadAkn:
    """Read a file. Raises `FormatError` (damaged, unsafe, too large, not AKN); the rest are findings."""
    findings: list[Finding] = []
    root = parse(data, name=name, findings=findings)
    _against_schema(root, findings)
    return _Document(root, hashlib.sha256(data).hexdigest(), findings).read()


def parse(data: bytes, *, name: str, findings: list[Finding] | None = None) -> etree._Element:
    """The root element in the namespace we write; errors as `from_bytes`.

    That a file is in none or in an older one is added to `findings`.
    """
    if len(data) > LARGEST:
        raise TooLargeFileError(file=name, size=f"{LARGEST // 1_000_000} MB")
    try:
        root = etree.fromstring(data, schema.parser())
    except (etree.XMLSyntaxError, ValueError) as damage:
        if any("<!ENTITY".encode(coding) in data for coding in ("utf-8", "utf-16-le", "utf-16-be")):
            raise UnsafeXmlError(file=name) from damage
        raise DamagedFileError(file=name, reason=on_one_line(str(damage))) from damage
    declared = root.getroottree().docinfo.internalDTD
    if declared is not None and any(True for _ in declared.iterentities()):  # type: ignore[union-attr]  # stubs: may be None
        raise UnsafeXmlError(file=name)
    namespace = etree.QName(root).namespace or ""
    known = namespace.startswith(NAMESPACE) or (
        len(root) > 0 and (not namespace or namespace.startswith(_OLDER))
    )
    if etree.QName(root).localname != "akomaNtoso" or not known:
        raise NotAknError(file=name, root=etree.QName(root).localname)
    if findings is not None and not namespace.startswith(NAMESPACE):
        findings.append(OTHER_VERSION.at("line 1", namespace=namespace or "none"))
    if namespace != AKN:
        for element in root.iter(f"{{{namespace}}}*"):
            element.tag = f"{{{AKN}}}{etree.QName(element).localname}"
    return root


def _against_schema(root: etree._Element, findings: list[Finding]) -> None:
    strict = schema.errors(root)
    if not strict:
        return
    lenient = schema.errors(root, strict=False)
    kind, reasons = (NOT_VALID, lenient) if lenient else (NOT_STRICT, strict)
    reason = reasons[0].replace(f"{{{AKN}}}", "")
    if len(reasons) > 1:
        reason += f"; and {len(reasons) - 1} more"
    findings.append(kind.at(reason.split(":")[0], reason=reason))


class _Document:
    def __init__(self, root: etree._Element, digest: str, findings: list[Finding]) -> None:
        self.root = root
        self.findings = findings
        self.digest = digest
        self._leave_out_removed()
        self.document = self._find_document()
        meta = self.document.find(f"{{{AKN}}}meta")
        self.meta = etree.Element("none") if meta is None else meta
        self.desk = Desk(
            next(
                (p for p in self.meta.iter(f"{{{AKN}}}proprietary") if p.find(own("agreement")) is not None),
                None,
            )
        )
        self.ids: dict[etree._Element, UUID] = {}
        self.parties = self._parties()

    def read(self) -> ReadAkn:
        directory = Directory(
            ours=self.desk.present,
            provisions=self._provisions(),
            terms={e.get("eId", ""): e.get("showAs", "") for e in self.meta.iter(f"{{{AKN}}}TLCTerm")},
            parties={eid: made.key for eid, made in self.parties.items()} | self._undeclared(),
        )
        inline = InlineReader(directory, self.findings.append)
        directory.notes = self._notes(inline)
        if name_of(self.document) not in _DOCUMENTS:
            self.findings.append(OTHER_DOCUMENT.at("line 1", element=name_of(self.document)))
        units = UnitReader(inline, self.ids, self.desk, self.findings.append)
        reader = ZoneReader(units, self._language())
        zones = reader.zones(self.document)
        fields = self.desk.agreement_fields()
        agreement = Agreement(
            id=AgreementId(self._agreement_id()),
            language=self._language(),
            parties=tuple(self.parties.values()),
            marking=reader.marking,
            **zones,
            **fields,  # type: ignore[arg-type]  # each value fits its field
        )
        profile, unasked = self.desk.checks()
        draft = Draft(
            agreement,
            self.desk.pairs("value"),
            self.desk.pairs("dismissed"),
            units.first_ids,
            profile,
            unasked,
        )
        for damage in dict.fromkeys(self.desk.damage):
            self.findings.append(RECORD.at("proprietary", reason=damage))
        return ReadAkn(draft, tuple(self.findings))

    def _leave_out_removed(self) -> None:
        """What an amendment removed is kept in a file to be shown; it is no part of the text."""
        for element in list(self.root.iter("{*}*")):
            above = element.getparent()
            if element.get("status") == "removed" and above is not None:
                self.findings.append(REMOVED.at(f"line {element.sourceline}", quote=words_of(element)[:80]))
                above.remove(element)

    def _find_document(self) -> etree._Element:
        for child in children(self.root):
            if name_of(child) != "components":
                return child
        return self.root

    def _provisions(self) -> dict[str, UUID]:
        """Give every element that may be a provision its id, and list them by eId."""
        seen: set[UUID] = set()
        by_eid: dict[str, UUID] = {}
        for position, element in enumerate(self.root.iter("{*}*")):
            guid = element.get("GUID", "")
            made = (id_of(guid) or uuid5(NAMESPACE_URL, guid)) if guid else None
            if made is None or made in seen:
                made = uuid5(NAMESPACE_URL, f"{self.digest}#{position}")
            seen.add(made)
            self.ids[element] = made
            eid = element.get("eId")
            if eid:
                by_eid.setdefault(eid, made)
        return by_eid

    def _agreement_id(self) -> UUID:
        for alias in self.meta.iter(f"{{{AKN}}}FRBRalias"):
            if alias.get("name") == "workbench" and (made := id_of(alias.get("value"))) is not None:
                return made
        return uuid5(NAMESPACE_URL, self.digest)

    def _language(self) -> str:
        made = next(self.meta.iter(f"{{{AKN}}}FRBRlanguage"), None)
        code = (made.get("language") or "") if made is not None else ""
        own_code = self.desk.language
        if own_code is not None and iso639_2(own_code) == code:
            return own_code
        return from_iso639_2(code) or "en"

    def _parties(self) -> dict[str, Party]:
        """Declared parties by eId: ours say so; in others whoever is the author or named as party."""
        organizations = {
            made.get("eId", ""): made
            for made in self.meta.iter(
                f"{{{AKN}}}TLCOrganization", f"{{{AKN}}}TLCLocation", f"{{{AKN}}}TLCPerson"
            )
        }
        if self.desk.present:
            return {
                eid: party(made, self.desk)
                for eid, made in organizations.items()
                if made.get(own("key")) is not None and made.get(own("undeclared")) is None
            }
        named: list[str] = [
            (author.get("href") or "").removeprefix("#")
            for author in self.meta.iterfind(f"{{{AKN}}}identification/{{{AKN}}}FRBRWork/{{{AKN}}}FRBRauthor")
            if "arty" in (author.get("as") or "")
        ]
        for element in self.document.iter(f"{{{AKN}}}party", f"{{{AKN}}}docProponent"):
            named.extend(name.removeprefix("#") for name in (element.get("refersTo") or "").split())
        return {
            eid: party(organizations[eid], self.desk) for eid in dict.fromkeys(named) if eid in organizations
        }

    def _undeclared(self) -> dict[str, str]:
        return {
            made.get("eId", ""): made.get(own("key"), "")
            for made in self.meta.iter(f"{{{AKN}}}TLCOrganization")
            if made.get(own("undeclared"))
        }

    def _notes(self, inline: InlineReader) -> dict[str, Comment | Footnote]:
        notes: dict[str, Comment | Footnote] = {}
        for made in self.meta.iter(f"{{{AKN}}}note"):
            paragraphs = list(made.iter(f"{{{AKN}}}p"))
            words = inline.read(*paragraphs).plain if paragraphs else words_of(made)
            day = day_of(made.get(own("day")))
            is_comment = made.get("class") == "comment"
            note = Comment(made.get(own("author"), ""), words, day) if is_comment else Footnote(words)
            notes[made.get("eId", "")] = note
        return notes
