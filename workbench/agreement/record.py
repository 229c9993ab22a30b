"""The canonical record of an agreement: versioned JSON, strictly decoded.

Law: `decode(encode(x)) == x` for every tree. Equal trees have equal bytes, so a record can be hashed.
"""

from __future__ import annotations

import hashlib

import msgspec

from workbench.agreement.errors import RecordError, RecordTooNewError
from workbench.agreement.tree import Agreement, Draft

FORMAT = 1


class _Envelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    agreement: Agreement


class _DraftEnvelope(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: int
    draft: Draft


class _Version(msgspec.Struct, frozen=True):
    format: int


_encoder = msgspec.json.Encoder(order="deterministic")
_agreements = msgspec.json.Decoder(_Envelope, strict=True)
_drafts = msgspec.json.Decoder(_DraftEnvelope, strict=True)
_versions = msgspec.json.Decoder(_Version)


def encode(agreement: Agreement) -> bytes:
    """The record of an agreement, as UTF-8 JSON."""
    return _encoder.encode(_Envelope(FORMAT, agreement))


def decode(record: bytes) -> Agreement:
    """The agreement of a record. Raises `RecordError` when it is damaged, `RecordTooNewError` when newer."""
    _refuse_newer(record)
    try:
        return _agreements.decode(record).agreement
    except msgspec.MsgspecError as damage:
        raise RecordError(reason=damage) from damage


def encode_draft(draft: Draft) -> bytes:
    """The record of a draft, as UTF-8 JSON."""
    return _encoder.encode(_DraftEnvelope(FORMAT, draft))


def decode_draft(record: bytes) -> Draft:
    """The draft of a record; errors as `decode`."""
    _refuse_newer(record)
    try:
        return _drafts.decode(record).draft
    except msgspec.MsgspecError as damage:
        raise RecordError(reason=damage) from damage


def digest(agreement: Agreement) -> str:
    """SHA-256 of the record, as lower-case hexadecimal."""
    return hashlib.sha256(encode(agreement)).hexdigest()


def _refuse_newer(record: bytes) -> None:
    try:
        version = _versions.decode(record).format
    except msgspec.MsgspecError as damage:
        raise RecordError(reason=damage) from damage
    if version > FORMAT:
        raise RecordTooNewError(version=version)
