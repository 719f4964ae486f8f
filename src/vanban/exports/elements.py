"""Where each element of a listed reference stands: in "các điểm a, b khoản 2 Điều 5" the letters a and b.

References give one item per target over the same words; a page wants one link per element.
"""

import re
from collections.abc import Iterable, Iterator
from itertools import groupby
from typing import Protocol, TypeVar

from vanban.model import Target


class Pointing(Protocol):
    """Words that point at something: a reference, or a link that was made of one."""

    @property
    def start(self) -> int:
        """Where the words begin."""
        ...

    @property
    def end(self) -> int:
        """Where they end."""
        ...

    @property
    def target(self) -> Target:
        """What they point at."""
        ...


P = TypeVar("P", bound=Pointing)


def elements(content: str, references: Iterable[P]) -> Iterator[tuple[int, int, tuple[P, ...]]]:
    """Disjoint spans in the order of the text, each with the references that it stands for.

    A list is cut at its elements: each runs from its own number to the next one's, the first from the beginning, the
    last to the end. Targets that no words of their own show ("từ khoản 3 đến khoản 14": 4 to 13) go with the element
    before them. A reference inside the words of another (a rider's) is left to the outer one.
    """
    ordered = sorted(references, key=lambda reference: (reference.start, -reference.end))
    reached = 0
    for (start, end), group in groupby(ordered, key=lambda reference: (reference.start, reference.end)):
        if start < reached:
            continue
        reached = end
        yield from _cut(content, start, end, tuple(group))


def _cut(content: str, start: int, end: int, group: tuple[P, ...]) -> Iterator[tuple[int, int, tuple[P, ...]]]:
    places: list[tuple[int, list[P]]] = []
    after = start
    for reference in group:
        found = _number_at(content, after, end, reference)
        if found is None and places:
            places[-1][1].append(reference)
        else:
            # The first element owns the words before it ("các điểm"); the others begin at their number.
            places.append((start if not places or found is None else found[0], [reference]))
            after = found[1] if found else after
    bounds = [place for place, _ in places[1:]] + [end]
    for (begin, owners), stop in zip(places, bounds, strict=True):
        yield begin, stop, tuple(owners)


def _number_at(content: str, start: int, end: int, reference: Pointing) -> tuple[int, int] | None:
    if not reference.target.provision:
        return None
    number = re.escape(reference.target.provision[-1].num)
    match = re.compile(rf"(?<!\w){number}(?!\w)", re.IGNORECASE).search(content, start, end)
    return match.span() if match else None
