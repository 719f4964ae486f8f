"""Which of several acts of one name a paper means that gives neither number nor day.

The act of that name in force when the paper itself takes effect: a detailing document is issued before the day of its
parent law and takes effect with it (Luật 64/2025/QH15, Điều 53).
"""

import datetime as dt
from collections.abc import Iterable

from vanban.references.catalogue import WorkFacts
from vanban.rules.named_act import NamedAct

# An act passed that starts so soon after the paper may be the one meant: papers prepare for it.
_SOON = dt.timedelta(days=120)
# A law starts within a year of being passed; before that, one whose start nobody told may not have started.
_YEAR = dt.timedelta(days=366)


def meant(
    found: list[WorkFacts], known: Iterable[NamedAct], on: dt.date, in_force: dt.date | None
) -> tuple[WorkFacts, ...]:
    """The acts of `found` that the name can mean on the day `on`; () where the table `known` knows a later one.

    `found`: acts of the name passed by that day. `in_force`: the first day in force of the citing text, if it says so.
    The table guards against an archive that holds the 2003 law but not the 2013 one: silence, not the wrong law.
    Several are given where one may not have started yet.
    """
    dated = [facts for facts in found if facts.date is not None]
    if not dated:
        return tuple(found)
    known = tuple(known)
    starts = {act.symbol: act.force_start for act in known if act.symbol}
    asked = _day_meant(on, in_force)
    ready, soon = [], []
    for facts in dated:
        start = facts.force_start or starts.get(facts.symbol)
        if start is None or start <= asked:
            ready.append(facts)
        elif start <= asked + _SOON:
            soon.append(facts)
    if not ready:
        ready, soon = soon or dated, []
    latest = max(ready, key=lambda facts: facts.date or dt.date.min)
    assert latest.date is not None
    if any(_came_between(act, latest.date, on, asked) for act in known):
        return ()
    chosen = [facts for facts in ready if facts.date == latest.date]
    if (
        len(ready) > len(chosen)
        and not (latest.force_start or starts.get(latest.symbol))
        and asked < latest.date + _YEAR
    ):
        before = max(facts.date for facts in ready if facts.date and facts.date != latest.date)
        chosen += [facts for facts in ready if facts.date == before]
    return (*chosen, *soon)


def _came_between(act: NamedAct, after: dt.date, on: dt.date, asked: dt.date) -> bool:
    """Whether the act was passed after `after`, by the day `on`, and in force on `asked`.

    Of an act whose day the table does not know the year in its number tells: only whole years between count.
    """
    if act.date is not None:
        return after < act.date <= on and (act.force_start or act.date) <= asked
    year = next((int(part) for part in act.symbol.split("/") if len(part) == 4 and part.isdigit()), 0)
    return after.year < year < on.year


def _day_meant(on: dt.date, in_force: dt.date | None) -> dt.date:
    """The day on which the paper takes effect, if that is within a year of its own day; else its own day."""
    return in_force if in_force is not None and on < in_force <= on + _YEAR else on
