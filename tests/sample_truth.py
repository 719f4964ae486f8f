"""The truth about the sample archive (`examples/tinh-song-lam.expected.yaml`)."""

import datetime as dt
from functools import cache
from pathlib import Path

import msgspec

EXAMPLES = Path(__file__).parents[1] / "examples"
SAMPLE = EXAMPLES / "tinh-song-lam"


class Identity(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Who a document is. `issuer` and `title` are compared without case, the type's name in front being free."""

    file: str
    family: str
    type: str
    symbol: str
    date: dt.date
    issuer: str = ""
    title: str = ""
    language: str = "vi"
    translation_of: str | None = None


class Candidate(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"end_before": "to"}):
    """An end that the law may have brought and that a person must decide."""

    end_before: dt.date
    rule: str
    regime: str


class Question(
    msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start_on": "from", "end_before": "to"}
):
    """A status question with its answer; `start` and `end` are [symbol, clause] of the acting words."""

    id: str
    symbol: str
    on: dt.date
    status: str
    why: str
    start_on: dt.date | None
    end_before: dt.date | None
    provision: str | None = None
    start: tuple[str, str] | None = None
    end: tuple[str, str] | None = None
    accept: tuple[str, ...] = ()
    candidate: Candidate | None = None


class Words(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The exact words of a provision on a day."""

    symbol: str
    provision: str
    on: dt.date
    text: str


class Fault(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A fault that must be found ("none": that none may be), at the quoted words."""

    file: str
    fault: str
    why: str
    quote: str = ""


class Duty(msgspec.Struct, frozen=True, forbid_unknown_fields=True, rename={"start_on": "from", "end_before": "to"}):
    """A task at the quoted words: who leads, who joins, by when."""

    file: str
    quote: str
    lead: tuple[str, ...]
    join: tuple[str, ...] = ()
    product: str | None = None
    deadline: str | None = None
    start_on: dt.date | None = None
    end_before: dt.date | None = None
    recurs: str | None = None
    condition: str | None = None


class NoDuty(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """Words that look like a task and are none."""

    file: str
    quote: str
    why: str


class Truth(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """All of it. `effects` is by the acting symbol: verb, target's symbol, place in it ("" is the whole act)."""

    identity: tuple[Identity, ...]
    status: tuple[Question, ...]
    words: tuple[Words, ...]
    effects: dict[str, tuple[tuple[str, str, str], ...]]
    findings: tuple[Fault, ...]
    missing: tuple[str, ...]
    tasks: tuple[Duty, ...]
    no_tasks: tuple[NoDuty, ...]


@cache
def truth() -> Truth:
    """The file, checked."""
    content = (EXAMPLES / "tinh-song-lam.expected.yaml").read_bytes()
    return msgspec.yaml.decode(content, type=Truth)
