"""What the timeline asks of an archive: who a work is, what acts upon it, and the words that say so.

`Facts` is the whole contract; `memory.MemoryFacts` implements it for tests and small sets, `archived.ArchivedFacts`
over an archive. Nothing in this room asks for anything else, so the same functions answer for both.
"""

import datetime as dt
from typing import Protocol

import msgspec

from vanban.model import Effect, Family, Provision, Span


class Act(msgspec.Struct, frozen=True, gc=False):
    """A work as far as its force needs it.

    `start` is the first day in force as the text itself says (None: it does not), `start_span` the words that say so.
    `normative` is what identification, or a person, says of it (None: undecided).
    `present` is False for a work that is only spoken of: its text is not here.
    """

    work: str
    family: Family = "state"
    type: str = ""
    type_name: str = ""
    symbol: str = ""
    title: str = ""
    issuer: str = ""
    date: dt.date | None = None
    start: dt.date | None = None
    start_span: Span | None = None
    start_rule: str = ""
    normative: bool | None = None
    present: bool = True
    complete: bool = True


class Impact(msgspec.Struct, frozen=True, gc=False):
    """One effect that one work (`acting`) has upon another (`target`), or upon itself. `condition_work` is the work
    whose start an effect waits for, where its condition names one that is known.
    """

    acting: str
    target: str
    effect: Effect
    condition_work: str | None = None


class Tie(msgspec.Struct, frozen=True):
    """A pointer from one work to another that is not an effect: its legal basis, or a succession that it tells."""

    citing: str
    cited: str
    kind: str
    start: int = 0
    end: int = 0


class Facts(Protocol):
    """The reading verbs that this room needs. Every answer may come in any order."""

    def act(self, work: str) -> Act | None:
        """The work of this id; None where nothing at all is known of it."""
        ...

    def upon(self, work: str) -> tuple[Impact, ...]:
        """Every effect upon the work or a part of it, its own upon itself included."""
        ...

    def made_by(self, work: str) -> tuple[Impact, ...]:
        """Every effect that the work has upon any work, itself included."""
        ...

    def provisions(self, work: str) -> tuple[Provision, ...]:
        """The units of the base text; () where the text is not here."""
        ...

    def quote(self, work: str, start: int, end: int) -> str:
        """The words `content[start:end]` of the base text; "" where the text is not here."""
        ...

    def unit_at(self, work: str, offset: int) -> str:
        """The innermost unit of the base text at that character; "" where there is none."""
        ...

    def ties_from(self, work: str) -> tuple[Tie, ...]:
        """The legal bases and successions that the work tells of."""
        ...

    def ties_to(self, work: str) -> tuple[Tie, ...]:
        """The legal bases and successions of other works that point at this one."""
        ...
