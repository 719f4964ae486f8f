"""An expression: a work's wording on a day, every unit with the act that wrote it, and what could not be applied."""

import datetime as dt
from typing import Literal

import msgspec

from vanban.model.effect import Effect
from vanban.model.provision import Level, Provision
from vanban.model.reference import Unit

Refused = Literal[
    "target-absent", "target-ambiguous", "already-there", "wording-absent", "wording-differs", "words-absent",
    "words-ambiguous", "place-unknown", "needs-person", "not-textual", "day-unknown", "rejected",
    "with-another",
]  # fmt: skip


class Writer(msgspec.Struct, frozen=True):
    """The clause that wrote something: the acting work and the eid of its unit."""

    work: str
    eid: str


class ExpressedProvision(msgspec.Struct, frozen=True):
    """A unit of the consolidated text, as `Provision`, and who wrote its own words (not those of its sub-units).

    `since` is the first day of these words and `by` the clause that wrote them; both None: they stand as enacted.
    """

    eid: str
    level: Level
    num: str
    heading: str
    start: int
    end: int
    parent: str | None = None
    quoted: bool = False
    since: dt.date | None = None
    by: Writer | None = None

    @property
    def provision(self) -> Provision:
        """The unit without who wrote it."""
        return Provision(self.eid, self.level, self.num, self.heading, self.start, self.end, self.parent, self.quoted)


class Settled(msgspec.Struct, frozen=True):
    """A person's decision on an instruction: at which unit (`path`, outermost first), in which whole wording (`words`;
    "": the instruction's own), or not at all (`path` is ()). `by` is a post or an account, `note` the reason.
    """

    path: tuple[Unit, ...]
    words: str
    by: str
    note: str


class Applied(msgspec.Struct, frozen=True):
    """An effect that the text shows: whose it is, its first day (None: not said), and the units that it wrote.

    `settled` where a person decided how it is to be applied.
    """

    effect: Effect
    work: str
    since: dt.date | None
    units: tuple[str, ...]
    settled: Settled | None = None


class Refusal(msgspec.Struct, frozen=True):
    """An effect that was not applied, because it or another effect of its instruction could not be: the text is as if
    the instruction had not been given. `reason` belongs to the effect at fault; `candidates` are eids that it may mean.
    """

    effect: Effect
    work: str
    since: dt.date | None
    reason: Refused
    candidates: tuple[str, ...] = ()
    settled: Settled | None = None


class Doubt(msgspec.Struct, frozen=True):
    """A place in the unit `eid` where two texts of the act that wrote it (`work`) part: the text that we read prints
    `printed`, that of the source `source` (sha256) prints `other`. `taken`: the other's words stand in the expression.
    `source` "": no other text, but a suspected slip; `other` is what the acts write everywhere else.
    """

    eid: str
    work: str
    source: str
    printed: str
    other: str
    taken: bool


class Expression(msgspec.Struct, frozen=True):
    """A work's wording: the enacted text with `applied` in order. The provisions tile `text`, as a document's do.

    `absent`: the symbols of acts that are told to have amended the work but are not here; without them it is not whole.
    `doubts`: where the texts of an amending act part, or its words seem to be a slip.
    """

    work: str
    text: str
    provisions: tuple[ExpressedProvision, ...]
    applied: tuple[Applied, ...]
    refused: tuple[Refusal, ...]
    absent: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
