"""What the archive answers with: works, texts, references and effects as they are stored."""

import datetime as dt
from typing import Literal

import msgspec

from vanban.model import Effect, Family, Finding, Force, Resolution, Role, Target


class WorkRow(msgspec.Struct, frozen=True):
    """A work in the catalogue. `texts` says how many texts of it are here; unknown is None or "".

    `force` is what the base text itself says of its commencement. `language` "en": only a translation is here, which
    yields neither effects nor status.
    """

    id: str
    family: Family
    type: str
    type_name: str
    symbol: str
    number: str
    year: int | None
    issuer: str
    issuer_name: str
    date: dt.date | None
    title: str
    language: str
    complete: bool
    normative: bool | None
    force: Force
    texts: int = 1


class StoredText(msgspec.Struct, frozen=True):
    """One text of a work: its source, what kind of text it is, whether it is the base text, and what made its facts."""

    work: str
    sha256: str
    base: bool
    kind: str
    language: str
    complete: bool
    media_type: str
    size: int
    origins: tuple[str, ...]
    code_version: str
    rules_version: str
    recorded_at: dt.datetime


class StoredReference(msgspec.Struct, frozen=True, rename={"within": "in"}):
    """A reference from one work to something outside it, and what the archive knows of its target today.

    `seq` is its place in `Parsed.references`. `state`: resolved, ambiguous (candidates listed), waiting (not here).
    """

    work: str
    seq: int
    start: int
    end: int
    within: str
    role: Role
    target: Target
    state: Literal["resolved", "ambiguous", "waiting"]
    resolution: Resolution


class StoredEffect(msgspec.Struct, frozen=True):
    """An effect with the work that it falls on: `work` acts, `on` (None: not here, or several) is acted upon.

    `seq` is its place in `Parsed.effects`; `path` in its target says which provision of `on` is meant.
    """

    work: str
    seq: int
    effect: Effect
    on: str | None
    resolution: Resolution


class StoredFinding(msgspec.Struct, frozen=True):
    """A finding and where it stands: the work, and the source whose text it was seen in."""

    work: str
    sha256: str
    finding: Finding
