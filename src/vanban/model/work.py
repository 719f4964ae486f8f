"""A work: which document this is. Identity only; a work has no status."""

import datetime as dt
from typing import Literal

import msgspec

Family = Literal["state", "party", "other"]
Grade = Literal["explicit", "derived", "candidate"]


class Span(msgspec.Struct, frozen=True, gc=False):
    """A stretch of a text: `content[start:end]`."""

    start: int
    end: int


class Issuer(msgspec.Struct, frozen=True):
    """The body that issued a document: `id` from the table `issuers` (or made from the name), `name` as printed.

    A local body carries the place in its id: "ubnd-tinh-ha-tinh"; joint issuers are joined by "--".
    """

    id: str
    name: str


class Signer(msgspec.Struct, frozen=True):
    """The printed name under a document and the capacity printed above it. Never a key of anything (decision 0016)."""

    name: str
    capacity: str


class LegalBasis(msgspec.Struct, frozen=True, array_like=True):
    """One line of the căn cứ block."""

    start: int
    end: int


class Field(msgspec.Struct, frozen=True):
    """A field of regulation (lĩnh vực), why it was given and how sure that is."""

    id: str
    name: str
    grade: Grade
    basis: str


class Signal(msgspec.Struct, frozen=True):
    """One independent signal for the family of a document: its kind, what it says, where."""

    kind: str
    says: Family
    start: int
    end: int


class Evidence(msgspec.Struct, frozen=True):
    """Where in the text each part of the identity was read; None where it was not printed."""

    type: Span | None = None
    symbol: Span | None = None
    issuer: Span | None = None
    date: Span | None = None
    place: Span | None = None
    title: Span | None = None
    signals: tuple[Signal, ...] = ()


class Work(msgspec.Struct, frozen=True):
    """Which document this is.

    `symbol` is the normalised symbol ("126-QĐ/TW"), `symbol_printed` what the text shows ("126- QĐ/TW"); `number` its
    running number as text ("66.19"); `year` the year in the symbol or else of the date; `type` the id of a row of the
    table `document_types`. `date` is the day of signing, or for laws the day they were passed. Unknown is None or "".
    """

    id: str
    family: Family
    type: str
    type_name: str
    symbol: str
    symbol_printed: str
    number: str
    year: int | None
    issuer: Issuer
    date: dt.date | None
    place: str
    title: str
    language: Literal["vi", "en"] = "vi"
    translation_of: str | None = None
    complete: bool = True
    normative: bool | None = None
    fields: tuple[Field, ...] = ()
    signers: tuple[Signer, ...] = ()
    recipients: tuple[str, ...] = ()
    legal_bases: tuple[LegalBasis, ...] = ()
    evidence: Evidence = Evidence()
