"""Tables of a PDF page, by the lines that frame them: which characters stand in which cell."""

from bisect import bisect_right
from collections.abc import Sequence

import msgspec

from vanban.reading.pdf_characters import Character, PdfPage

_NEAR = 3.0  # points: lines that are meant to meet seldom do exactly


class Frame(msgspec.Struct):
    """A framed table: its top edge, the edges of its columns and its cells row by row, merged cells once.

    A cell is its characters.
    """

    top: float
    edges: list[float]
    rows: list[list[list[Character]]]


class _Grid(msgspec.Struct):
    """The raster of one table: where its columns and rows are divided, and by which lines."""

    xs: list[float]
    ys: list[float]
    across: list[tuple[float, float, float]]  # y, left, right
    down: list[tuple[float, float, float]]  # x, bottom, top


def frames_of(page: PdfPage) -> tuple[list[Frame], list[Character]]:
    """The framed tables of the page, and the characters outside them."""
    grids = [grid for grid in map(_grid, _connected(page)) if grid is not None]
    if not grids:
        return [], page.characters
    inside: list[dict[tuple[int, int], list[Character]]] = [{} for _ in grids]
    outside = []
    for character in page.characters:
        x, y = (character.x + character.right) / 2, character.y + 0.25 * character.height
        for grid, cells in zip(grids, inside, strict=True):
            if grid.xs[0] < x < grid.xs[-1] and grid.ys[0] < y < grid.ys[-1]:
                place = (bisect_right(grid.ys, y) - 1, bisect_right(grid.xs, x) - 1)
                cells.setdefault(place, []).append(character)
                break
        else:
            outside.append(character)
    frames = [_frame(grid, cells) for grid, cells in zip(grids, inside, strict=True)]
    return [frame for frame in frames if frame.rows], outside


def _connected(page: PdfPage) -> list[tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]]:
    """The page's lines in groups that touch: (across, down) of each."""
    across = [((b + t) / 2, left, r) for left, b, r, t in page.rules if r - left > t - b]
    down = [((left + r) / 2, b, t) for left, b, r, t in page.rules if r - left <= t - b]
    parent = list(range(len(across) + len(down)))

    def root(i: int) -> int:
        while parent[i] != i:
            parent[i] = parent[parent[i]]
            i = parent[i]
        return i

    for i, (y, left, right) in enumerate(across):
        for j, (x, bottom, top) in enumerate(down, start=len(across)):
            if left - _NEAR <= x <= right + _NEAR and bottom - _NEAR <= y <= top + _NEAR:
                parent[root(i)] = root(j)
    groups: dict[int, tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]] = {}
    for i, line in enumerate(across):
        groups.setdefault(root(i), ([], []))[0].append(line)
    for j, line in enumerate(down, start=len(across)):
        groups.setdefault(root(j), ([], []))[1].append(line)
    return list(groups.values())


def _grid(group: tuple[list[tuple[float, float, float]], list[tuple[float, float, float]]]) -> _Grid | None:
    across, down = group
    xs, ys = _levels([x for x, _, _ in down]), _levels([y for y, _, _ in across])
    if len(xs) < 2 or len(ys) < 2 or len(xs) + len(ys) < 5:
        return None
    return _Grid(xs, ys, across, down)


def _levels(values: Sequence[float]) -> list[float]:
    """The distinct positions among nearly equal ones."""
    found: list[float] = []
    for value in sorted(values):
        if not found or value - found[-1] > _NEAR:
            found.append(value)
    return found


def _frame(grid: _Grid, cells: dict[tuple[int, int], list[Character]]) -> Frame:
    """The cells from top to bottom, those that no line divides taken together."""
    height, width = len(grid.ys) - 1, len(grid.xs) - 1
    owner = {(row, column): (row, column) for row in range(height) for column in range(width)}

    def root(place: tuple[int, int]) -> tuple[int, int]:
        while owner[place] != place:
            place = owner[place]
        return place

    for row in range(height - 1, -1, -1):
        for column in range(width):
            here = (row, column)
            if column + 1 < width and not _divided_down(grid, row, column):
                owner[root((row, column + 1))] = root(here)
            if row > 0 and not _divided_across(grid, row, column):
                owner[root((row - 1, column))] = root(here)
    merged: dict[tuple[int, int], list[Character]] = {}
    for row in range(height - 1, -1, -1):
        for column in range(width):
            merged.setdefault(root((row, column)), []).extend(cells.get((row, column), []))
    rows: dict[int, list[list[Character]]] = {}
    for (row, _column), characters in sorted(merged.items(), key=lambda item: (-item[0][0], item[0][1])):
        rows.setdefault(row, []).append(characters)
    return Frame(grid.ys[-1], grid.xs, [row for row in rows.values() if any(row)])


def _divided_down(grid: _Grid, row: int, column: int) -> bool:
    """Whether a line stands between this cell and the one to its right."""
    x, middle = grid.xs[column + 1], (grid.ys[row] + grid.ys[row + 1]) / 2
    return any(abs(at - x) <= _NEAR and bottom <= middle <= top for at, bottom, top in grid.down)


def _divided_across(grid: _Grid, row: int, column: int) -> bool:
    """Whether a line stands between this cell and the one below it."""
    y, middle = grid.ys[row], (grid.xs[column] + grid.xs[column + 1]) / 2
    return any(abs(at - y) <= _NEAR and left <= middle <= right for at, left, right in grid.across)
