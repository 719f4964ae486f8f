"""Which box of a page is the document: found by what documents say, not by the names that one site gives its boxes.

Every line is weighed: prose by its length, an opening of a document (a unit, a căn cứ, the motto, table `openings`)
by much more, links by less than nothing. From the outermost box the way goes down as long as one box holds nearly all
the weight and nothing of the header, the căn cứ or the signature block stands outside it.
"""

import re

import msgspec

from vanban.reading.html_blocks import Page
from vanban.reading.wrapping import opening
from vanban.rules import Rules

_KEPT_TOGETHER = frozenset(
    {"motto", "motto-en", "number-line", "place-and-date", "recipients", "addressee", "legal-basis", "decision"}
)
_OPENING_WEIGHT = 300
_PROSE = re.compile(r".{80,}[.;:!?”…]$", re.DOTALL)


class Body(msgspec.Struct, frozen=True):
    """The blocks `first:last` are the document. `signs` counts its openings and its lines of prose."""

    first: int
    last: int
    signs: int


def find_body(page: Page, rules: Rules) -> Body:
    """The document's blocks; `signs` 0 where nothing on the page looks like a document or running prose."""
    weights, kinds, signs = _weigh(page, rules)
    total = [0]
    for weight in weights:
        total.append(total[-1] + weight)
    sign_total = [0]
    for sign in signs:
        sign_total.append(sign_total[-1] + sign)
    children: dict[int, list[int]] = {}
    for index, box in enumerate(page.boxes):
        children.setdefault(box.parent, []).append(index)
    first, last, index = 0, len(page.blocks), -1
    while children.get(index):
        best = max(children[index], key=lambda i: total[page.boxes[i].last] - total[page.boxes[i].first])
        box = page.boxes[best]
        weight = total[box.last] - total[box.first]
        if (
            weight < 0.7 * (total[last] - total[first])
            or weight <= 0
            or _tears(kinds, first, last, box.first, box.last)
        ):
            break
        first, last, index = box.first, box.last, best
    return Body(first, last, sign_total[last] - sign_total[first])


def _weigh(page: Page, rules: Rules) -> tuple[list[int], list[str | None], list[int]]:
    """For each block its weight, the kind of header or signature line it is, and whether it is a sign of a document.

    An opening counts in full only where prose stands on its line or the next one: a table of contents has none.
    """
    weights: list[int] = []
    kinds: list[str | None] = []
    signs: list[int] = []
    prose = [_PROSE.match(block.words) is not None and 2 * block.linked < len(block.words) for block in page.blocks]
    for index, block in enumerate(page.blocks):
        length = len(block.words)
        row = opening(block.words[:200], rules) if 2 * block.linked < length else None
        kinds.append(row.id if row is not None and row.id in _KEPT_TOGETHER else None)
        sure = kinds[-1] is not None or (row is not None and any(prose[index : index + 2]))
        weights.append(max(length - 2 * block.linked, 0) + (_OPENING_WEIGHT if sure else 0))
        signs.append(int(sure or prose[index]))
    return weights, kinds, signs


def _tears(kinds: list[str | None], first: int, last: int, inner_first: int, inner_last: int) -> bool:
    """Whether going into the inner box would leave out a kind of header or signature line that it has none of."""
    if inner_last - inner_first == last - first:
        return False
    inside = set(kinds[inner_first:inner_last])
    outside = set(kinds[first:inner_first]) | set(kinds[inner_last:last])
    return bool(outside - inside - {None})
