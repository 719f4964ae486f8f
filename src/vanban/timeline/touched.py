"""Which works can change in a window of days: one pass over the effects, so that only those are asked."""

import datetime as dt
from collections import defaultdict
from collections.abc import Iterable

import msgspec

from vanban.timeline.edges_in_brief import Row
from vanban.timeline.facts import Act


class _Days(msgspec.Struct, rename={"start_on": "from", "end_before": "to"}):
    """As much of an effect as is needed here."""

    start_on: dt.date | None = None
    end_before: dt.date | None = None


_days = msgspec.msgpack.Decoder(_Days)


def touched(start: dt.date, end: dt.date, acts: Iterable[Act], edges: Iterable[Row]) -> list[str]:
    """The works, sorted, that may start, end or change on a day in `[start, end)`; rather too many than too few.

    Touched is a work that begins then, one upon which an effect names a day then, and what a touched work acts upon.
    """

    def within(day: dt.date | None) -> bool:
        return day is not None and start <= day < end

    found = {act.work for act in acts if within(act.start)}
    acted: defaultdict[str, list[str]] = defaultdict(list)
    for acting, target, _, blob in edges:
        days = _days.decode(blob)
        acted[acting].append(target)
        if within(days.start_on) or within(days.end_before):
            found.add(target)
    fresh = set(found)
    while fresh:
        fresh = {target for work in fresh for target in acted.get(work, ())} - found
        found |= fresh
    return sorted(found)
