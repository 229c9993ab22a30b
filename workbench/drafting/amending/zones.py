"""The title, the preamble and the closing as a protocol quotes them whole, and made of such a quotation."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from workbench.agreement.numbering import numbers
from workbench.agreement.text import Text
from workbench.agreement.tree import Agreement, Kind, Provision, Zone, new_id
from workbench.drafting.amending.blocks import blocks, marked_units
from workbench.drafting.amending.manner import Reading

_KINDS = {
    Kind.AGREEING_FORMULA: re.compile(
        r"(?i)(agreed|reached|decided).{0,40}(follow|understanding)|vienojuš\w+ par|домовилис\w+|погодилис\w+"
    ),
    Kind.PARTIES_CLAUSE: re.compile(r"(?i)hereinafter|turpmāk|\bдалі\b|^the .* and the .*,$"),
    Kind.TESTIMONIUM: re.compile(r"(?i)in witness whereof|to apliecinot|на посвідчення"),
    Kind.DONE_AT: re.compile(
        r"(?i)^(done|signed)\b|^(parakstīt|sastādīt|noslēgt)\w*|^(у|в)чинено|^підписано"
    ),
}
_PARTING = (",", ";")
_SIGNS = re.compile(
    r"(?i)^for (?:and on behalf of )?(?:the )?\w|^on behalf of|^[^\n]{3,80} vārdā\W*(?:\n|$)|^(?:за|від) \w"
)
_OPENING = {Zone.PREAMBLE: Kind.RECITAL, Zone.CLOSING: Kind.DONE_AT, Zone.TITLE: Kind.TITLE_LINE}


def quoted(zone: Zone, agreement: Agreement) -> tuple[Text, ...]:
    """A zone as a protocol quotes it."""
    labels = numbers(agreement)
    return tuple(block for unit in agreement.zone(zone) for block in blocks(unit, labels))


def zone_of(
    zone: Zone, content: Sequence[Text], agreement: Agreement, reading: Reading
) -> tuple[Provision, ...]:
    """The units of a zone made of its quotation; what stood there before tells what each is."""
    marked = marked_units(content)
    if marked:
        return marked
    if zone in (Zone.BODY, Zone.ANNEXES):
        return reading.units(content, ())
    old = list(agreement.zone(zone))
    blocks_left = [
        part for block in content if block.plain.strip() for part in _parted(block.stripped(), old)
    ]
    if zone is Zone.CLOSING:
        blocks_left = _signed(blocks_left, old)
    same_row = len(blocks_left) == len(quoted(zone, agreement))
    kinds = [inner.kind for unit in old for inner in unit.walk() if inner.text or inner.heading]
    units: list[Provision] = []
    for index, block in enumerate(blocks_left):
        kind = kinds[index] if same_row and index < len(kinds) else _kind(block, zone, old)
        made = Provision(id=new_id(), kind=kind, text=block, printed="")
        if kind in (Kind.CITATION, Kind.SIGNATORY) and units:
            units[-1] = replace(units[-1], children=(*units[-1].children, made))
        else:
            units.append(made)
            if kind is Kind.SIGNATURE_BLOCK:
                units[-1] = replace(made, text=block)
        if kind is Kind.SIGNATORY and units[-1] is made:
            units[-1] = Provision(id=new_id(), kind=Kind.SIGNATURE_BLOCK, children=(made,), printed="")
    return tuple(_in_blocks(units))


def _parted(block: Text, old: Sequence[Provision]) -> list[Text]:
    """A block cut where words begin or end that stood by themselves: plain text runs on behind a comma."""
    plain = block.plain
    for known in (unit.text.plain for top in old for unit in top.walk()):
        ahead = len(plain) - len(known)
        if not known or ahead <= 0:
            continue
        cut = 0
        if plain.endswith(known) and plain[:ahead].rstrip()[-1:] in _PARTING:
            cut = ahead
        elif plain.startswith(known) and known[-1] in _PARTING and plain[len(known)].isspace():
            cut = len(known)
        if cut:
            first, rest = block.slice(0, cut).stripped(), block.slice(cut, len(block)).stripped()
            return [*_parted(first, old), *_parted(rest, old)]
    return [block]


def _signed(row: Sequence[Text], old: Sequence[Provision]) -> list[Text]:
    """Signatures with the lines below each, where they had several lines before."""
    signing = [unit.text.plain for top in old for unit in top.walk() if unit.kind is Kind.SIGNATORY]
    if not any("\n" in words for words in signing):
        return list(row)
    made: list[Text] = []
    for block in row:
        begins = _SIGNS.search(block.plain)
        if made and not begins and _SIGNS.search(made[-1].plain):
            made[-1] = made[-1] + "\n" + block
        else:
            made.append(block)
    return made


def _kind(block: Text, zone: Zone, old: list[Provision]) -> Kind:
    same = next((u.kind for unit in old for u in unit.walk() if u.text.plain == block.plain), None)
    if same is not None:
        return same
    if zone is Zone.TITLE:
        return Kind.TITLE_LINE
    for kind, cue in _KINDS.items():
        inside = kind in (Kind.TESTIMONIUM, Kind.DONE_AT)
        if inside is (zone is Zone.CLOSING) and cue.search(block.plain):
            return kind
    return Kind.SIGNATORY if zone is Zone.CLOSING else _OPENING[zone]


def _in_blocks(units: list[Provision]) -> list[Provision]:
    """Signatories stand in a signature block."""
    made: list[Provision] = []
    for unit in units:
        signatories = tuple(child for child in unit.children if child.kind is Kind.SIGNATORY)
        if signatories and unit.kind is not Kind.SIGNATURE_BLOCK:
            others = tuple(child for child in unit.children if child.kind is not Kind.SIGNATORY)
            made.append(replace(unit, children=others))
            made.append(Provision(id=new_id(), kind=Kind.SIGNATURE_BLOCK, children=signatories, printed=""))
        else:
            made.append(unit)
    return made
