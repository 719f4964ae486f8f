"""An event: what one effect came to, on one unit of a work, on one day."""

import datetime as dt

import msgspec

from vanban.model import Reason
from vanban.rules.effect_consequence import ConsequenceKind


class Event(msgspec.Struct, frozen=True, gc=False):
    """From `day` on (None: an unknown day, not before `made`), `kind` happens to `unit` (None: the whole work).

    `until` closes a window; `made` is the day on which the acting document was made; `state` is "unknown" where an
    end is only suspected, "ended" else. `ends_part`: words cease to hold; `revives`: the unit is there again even if
    it had been left out before. `derived`: no clause says so, the law does.
    """

    kind: ConsequenceKind
    unit: str | None
    day: dt.date | None
    reason: Reason
    made: dt.date | None = None
    until: dt.date | None = None
    acting: str = ""
    since: Reason | None = None
    whole_unit: bool = True
    ends_part: bool = False
    revives: bool = False

    @property
    def proof(self) -> tuple[Reason, ...]:
        """The clause that did it, and the one that set the day."""
        return (self.reason,) if self.since is None else (self.reason, self.since)

    @property
    def order(self) -> tuple[str, str, str, int, str, str]:
        """A fixed order that never depends on how the effects were given."""
        reason = self.reason
        return (str(self.day or "~"), str(self.made or "~"), self.acting, 0 if self.unit is None else 1, reason.rule,
                f"{reason.eid} {reason.quote} {self.until}")  # fmt: skip
