"""The periods of force of a document and its provisions as a picture (SVG): one bar a unit, time from left to right.

Colours are the page's own (classes of the states); what a bar says is also its title, and the page has it as a table.
"""

import datetime as dt
from collections.abc import Callable, Iterator, Sequence
from html import escape

from vanban.model import Period

_LABEL, _WIDTH, _ROW, _BAR, _TOP, _FOOT = 230, 1040, 30, 14, 62, 60
_APART = 74  # pixels between two dates that are written out
_MARGIN = 0.05  # of the whole stretch, before the first edge and after the last


def timeline_picture(
    rows: Sequence[tuple[str, Sequence[Period]]],
    on: dt.date,
    day: Callable[[dt.date | None], str],
    state: Callable[[str], str],
    label: str,
) -> str:
    """The picture of `rows` (name, periods). `on` is marked; `day` and `state` are the reader's words."""
    edges = sorted({edge for _, periods in rows for each in periods for edge in _edges(each)})
    if not edges:
        return ""
    scale = _Scale(min(edges[0], on), max(edges[-1], on))
    height = _TOP + _ROW * len(rows) + _FOOT
    body = "".join(_row(at, row, scale, day, state) for at, row in enumerate(rows))
    ticks = "".join(_ticks(edges, on, scale, _TOP + _ROW * len(rows), day))
    return (
        f'<svg class="timeline" viewBox="0 0 {_WIDTH} {height}" width="{_WIDTH}" height="{height}" role="img" '
        f'aria-label="{escape(label)}" xmlns="http://www.w3.org/2000/svg">{ticks}{body}</svg>'
    )


class _Scale:
    """Days to pixels."""

    def __init__(self, first: dt.date, last: dt.date) -> None:
        stretch = max((last - first).days, 30)
        self._first = first.toordinal() - stretch * _MARGIN
        self._per_day = (_WIDTH - _LABEL - 20) / (stretch * (1 + 2 * _MARGIN))

    def x(self, day: dt.date) -> float:
        return round(_LABEL + (day.toordinal() - self._first) * self._per_day, 1)


def _edges(period: Period) -> Iterator[dt.date]:
    yield from (edge for edge in (period.start_on, period.end_before) if edge is not None)


def _row(
    at: int,
    row: tuple[str, Sequence[Period]],
    scale: _Scale,
    day: Callable[[dt.date | None], str],
    state: Callable[[str], str],
) -> str:
    name, periods = row
    y = _TOP + at * _ROW
    bars = []
    for each in periods:
        left = scale.x(each.start_on) if each.start_on else _LABEL
        right = scale.x(each.end_before) if each.end_before else _WIDTH - 4
        told = f"{state(each.state)}: {day(each.start_on)} – {day(each.end_before)}"
        thin = each.state in ("not-yet", "ended", "unknown")
        high = 4 if thin else _BAR
        bars.append(
            f'<rect class="bar {each.state}" x="{left}" y="{y + (_ROW - high) / 2}" width="{max(right - left, 1):.1f}" '
            f'height="{high}" rx="2"><title>{escape(told)}</title></rect>'
        )
    words = name if len(name) <= 34 else name[:33] + "…"
    weight = 400 if at else 600
    text = f'<text x="0" y="{y + _ROW / 2 + 4.5}" font-size="14" font-weight="{weight}">{escape(words)}</text>'
    return text + "".join(bars)


def _ticks(
    edges: Sequence[dt.date], on: dt.date, scale: _Scale, bottom: float, day: Callable[[dt.date | None], str]
) -> Iterator[str]:
    """A line at each edge, its date above and below where there is room; the day asked about in a row of its own."""
    reached = [-1000.0, -1000.0]
    for edge in edges:
        x = scale.x(edge)
        yield f'<line class="tick" x1="{x}" x2="{x}" y1="{_TOP - 6}" y2="{bottom}"/>'
        row = next((row for row, last in enumerate(reached) if x - last >= _APART), None)
        if row is not None:
            for y in (_TOP - 10 - 15 * row, bottom + 15 + 15 * row):
                yield f'<text class="date" x="{x}" y="{y}" font-size="12" text-anchor="middle">{day(edge)}</text>'
            reached[row] = x
    x = scale.x(on)
    yield f'<line class="asked" x1="{x}" x2="{x}" y1="{_TOP - 36}" y2="{bottom + 36}"/>'
    for y in (_TOP - 42, bottom + 50):
        yield f'<text class="asked" x="{x}" y="{y}" font-size="12" text-anchor="middle">{day(on)}</text>'
