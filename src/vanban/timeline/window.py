"""The window of force around a day: when the force that is asked about began and ended, and the clauses of both."""

import datetime as dt

import msgspec

from vanban.model import Grade, Period, Reason, State

_FORCE = ("in-force", "suspended")


class Window(msgspec.Struct, frozen=True):
    """`state` on the day asked; `[start_on, end_before)`; all `reasons`, and those that the state itself rests on."""

    state: State
    start_on: dt.date | None
    end_before: dt.date | None
    reasons: tuple[Reason, ...]
    deciding: tuple[Reason, ...]


def runs(periods: tuple[Period, ...]) -> list[Period]:
    """The periods with changes of mere wording put together; the reasons of a run are all of its periods'."""
    found: list[Period] = []
    for period in periods:
        if found and found[-1].state == period.state:
            reasons = tuple(dict.fromkeys((*found[-1].reasons, *period.reasons)))
            found[-1] = Period(period.state, found[-1].start_on, period.end_before, reasons)
        else:
            found.append(period)
    return found


def window_on(periods: tuple[Period, ...], on: dt.date) -> Window:
    """The window around the day `on`.

    In force and suspended: the run of days in that state. Not yet: the force to come. Ended: the force that was.
    Unknown: no start, and the end where one is known.
    """
    here = next(period for period in periods if period.end_before is None or on < period.end_before)
    every = runs(periods)
    at = next(index for index, run in enumerate(every) if run.end_before is None or on < run.end_before)
    run = every[at]
    later = every[at + 1 :]
    ending = next((each for each in later if each.state == "ended"), None)
    if run.state in _FORCE:
        edge = later[0] if later else None
        reasons = (*here.reasons, *(edge.reasons if edge is not None else ()))
        return Window(run.state, run.start_on, run.end_before, _once(reasons), here.reasons)
    if run.state == "not-yet":
        begun = later[0] if later and later[0].state in _FORCE else None
        reasons = (*run.reasons, *(begun.reasons if begun else ()), *(ending.reasons if ending else ()))
        first = begun.start_on if begun else None
        return Window("not-yet", first, ending.start_on if ending else None, _once(reasons), run.reasons)
    if run.state == "ended":
        before = every[:at]
        force = [each for each in before if each.state in _FORCE]
        first = force[0].start_on if force else None
        reasons = (*(force[0].reasons if force else ()), *run.reasons)
        return Window("ended", first, run.start_on, _once(reasons), run.reasons)
    reasons = (*run.reasons, *(ending.reasons if ending else ()))
    return Window(run.state, None, ending.start_on if ending else None, _once(reasons), run.reasons)


def _once(reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    return tuple(dict.fromkeys(reasons))


def weakest(reasons: tuple[Reason, ...]) -> Grade:
    """The grade of what rests on all these reasons."""
    order: tuple[Grade, ...] = ("explicit", "derived", "candidate")
    return max((reason.grade for reason in reasons), key=order.index, default="explicit")
