"""The lineage of a document (lược đồ) as a picture: what it rests on above, what details it below, what it acts upon
on the left, what acts upon it on the right. The page has the same as a table.
"""

from collections.abc import Callable, Iterator, Sequence
from html import escape
from typing import NamedTuple

from vanban.timeline.lineage import Kin, Relation

_ABOVE: tuple[Relation, ...] = ("based-on", "details")
_BELOW: tuple[Relation, ...] = ("detailed-by", "basis-of")
_LEFT: tuple[Relation, ...] = ("replaces", "repeals", "succeeds", "amends", "suspends")
_WIDE, _HIGH, _GAP, _LANE = 218, 62, 14, 64
_LETTERS, _MOST, _IN_ROW = 29, 8, 4


class Box(NamedTuple):
    """A document on the picture: two lines of words, its address, and whether it is here."""

    name: str
    told: str
    href: str
    present: bool


def lineage_picture(
    kin: Kin,
    name: Callable[[Kin], str],
    told: Callable[[Kin, tuple[Relation, ...]], str],
    address: Callable[[Kin], str],
    more: Callable[[int], str],
    label: str,
) -> str:
    """The picture of a lineage one step far. `more` says how many documents of a side stand only in the table."""
    sides = {side: _boxes(kin, relations, name, told, address) for side, relations in _sides(kin).items()}
    return _Drawing(kin, sides, name, more, label).svg()


def _sides(kin: Kin) -> dict[str, tuple[Relation, ...]]:
    rest = tuple(child.relation for child in kin.children if child.relation not in (*_ABOVE, *_BELOW, *_LEFT))
    return {"above": _ABOVE, "left": _LEFT, "right": tuple(dict.fromkeys(rest)), "below": _BELOW}


def _boxes(
    kin: Kin,
    relations: tuple[Relation, ...],
    name: Callable[[Kin], str],
    told: Callable[[Kin, tuple[Relation, ...]], str],
    address: Callable[[Kin], str],
) -> list[Box]:
    """The documents of one side, each once with all its relations."""
    found: dict[str, list[Kin]] = {}
    for child in kin.children:
        if child.relation in relations:
            found.setdefault(child.work, []).append(child)
    return [
        Box(name(each[0]), told(each[0], tuple(one.relation for one in each)), address(each[0]), each[0].present)
        for each in found.values()
    ]


class _Drawing:
    """The boxes with their places."""

    def __init__(
        self, kin: Kin, sides: dict[str, list[Box]], name: Callable[[Kin], str], more: Callable[[int], str], label: str
    ) -> None:
        self._kin, self._name, self._label = kin, name, label
        self._sides = {side: self._cut(boxes, more) for side, boxes in sides.items()}
        self._out: list[str] = []

    def _cut(self, boxes: list[Box], more: Callable[[int], str]) -> list[Box]:
        if len(boxes) <= _MOST:
            return boxes
        return [*boxes[: _MOST - 1], Box(more(len(boxes) - _MOST + 1), "", "#table", True)]

    def svg(self) -> str:
        above, below = (self._rows(self._sides[side]) for side in ("above", "below"))
        left, right = self._sides["left"], self._sides["right"]
        wide = max(3 if left and right else 2 if left or right else 1, *(len(row) for row in (*above, *below)), 1)
        width = wide * _WIDE + (wide - 1) * _GAP + (2 * _LANE if left or right else 0)
        top = len(above) * (_HIGH + _GAP) + (_LANE - _GAP if above else 0)
        middle = max(len(left), len(right), 1)
        tall = middle * _HIGH + (middle - 1) * _GAP
        height = top + tall + (len(below) * (_HIGH + _GAP) + _LANE - _GAP if below else 0)
        x = 0.0 if not left else width - _WIDE if not right else (width - _WIDE) / 2
        x = (width - _WIDE) / 2 if not left and not right else x
        y = top + (tall - _HIGH) / 2
        for at, row in enumerate(above):
            self._row(row, width, at * (_HIGH + _GAP), x + _WIDE / 2, y, upward=False)
        for at, row in enumerate(below):
            self._row(
                row, width, top + tall + _LANE - 0 + at * (_HIGH + _GAP) - 0, x + _WIDE / 2, y + _HIGH, upward=True
            )
        self._column(left, 0, top, tall, x, y)
        self._column(right, width - _WIDE, top, tall, x + _WIDE, y)
        self._box(Box(self._name(self._kin), self._kin.title, "", True), x, y, "self")
        body = "".join(self._out)
        return (
            f'<svg class="lineage" viewBox="-2 -2 {width + 4:.0f} {height + 4 + (_GAP if below else 0):.0f}" '
            f'width="{width + 4:.0f}" height="{height + 4 + (_GAP if below else 0):.0f}" role="group" '
            f'aria-label="{escape(self._label)}" xmlns="http://www.w3.org/2000/svg">{body}</svg>'
        )

    def _rows(self, boxes: Sequence[Box]) -> list[Sequence[Box]]:
        return [boxes[at : at + _IN_ROW] for at in range(0, len(boxes), _IN_ROW)]

    def _row(self, row: Sequence[Box], width: float, y: float, to_x: float, to_y: float, *, upward: bool) -> None:
        start = (width - len(row) * _WIDE - (len(row) - 1) * _GAP) / 2
        for at, box in enumerate(row):
            x = start + at * (_WIDE + _GAP)
            edge = y if upward else y + _HIGH
            bend = (edge + to_y) / 2
            self._path(f"M{x + _WIDE / 2:.0f} {edge:.0f}V{bend:.0f}H{to_x:.0f}V{to_y:.0f}")
            self._box(box, x, y)

    def _column(self, boxes: Sequence[Box], x: float, top: float, tall: float, to_x: float, to_y: float) -> None:
        high = len(boxes) * _HIGH + (len(boxes) - 1) * _GAP
        start = top + (tall - high) / 2
        for at, box in enumerate(boxes):
            y = start + at * (_HIGH + _GAP)
            edge = x + _WIDE if x < to_x else x
            bend = (edge + to_x) / 2
            self._path(f"M{edge:.0f} {y + _HIGH / 2:.0f}H{bend:.0f}V{to_y + _HIGH / 2:.0f}H{to_x:.0f}")
            self._box(box, x, y)

    def _path(self, path: str) -> None:
        self._out.insert(0, f'<path class="tie" d="{path}"/>')

    def _box(self, box: Box, x: float, y: float, kind: str = "") -> None:
        kinds = " ".join(filter(None, ("box", kind, "" if box.present else "absent")))
        lines = "".join(_lines(box, x + 10, y))
        whole = f"<title>{escape(box.name)}{': ' + escape(box.told) if box.told else ''}</title>"
        drawn = f'{whole}<rect class="{kinds}" x="{x:.0f}" y="{y:.0f}" width="{_WIDE}" height="{_HIGH}" rx="7"/>{lines}'
        self._out.append(f'<a href="{escape(box.href)}">{drawn}</a>' if box.href else f"<g>{drawn}</g>")


def _lines(box: Box, x: float, y: float) -> Iterator[str]:
    """The name, and below it at most two short lines of what is told."""
    below = _wrapped(box.told, _LETTERS + 4, 2)
    first = y + (_HIGH - 17 * (1 + len(below))) / 2 + 13
    cut = box.name if len(box.name) <= _LETTERS else box.name[: _LETTERS - 1] + "…"
    yield f'<text x="{x:.0f}" y="{first:.0f}" font-size="13.5" font-weight="600">{escape(cut)}</text>'
    for at, words in enumerate(below, start=1):
        yield f'<text class="told" x="{x:.0f}" y="{first + 17 * at:.0f}" font-size="12">{escape(words)}</text>'


def _wrapped(words: str, longest: int, lines: int) -> list[str]:
    found = [""]
    for word in words.split():
        joined = f"{found[-1]} {word}".strip()
        if len(joined) <= longest:
            found[-1] = joined
        elif len(found) == lines:
            found[-1] = found[-1][: longest - 1] + "…"
            break
        else:
            found.append(word[:longest])
    return [line for line in found if line]
