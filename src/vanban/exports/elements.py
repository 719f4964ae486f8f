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


# What stands between the numbers of two elements: the rest of the first, the list sign, the unit word of the second.
_SIGNS = re.compile(
    r".*?(?P<sign>(?:\s*[,;]\s*|\s+)(?:(?:và|hoặc|và/hoặc|đến)\s+)?)"
    r"(?P<unit>(?:(?:gạch đầu dòng|tiểu mục|phụ lục|biểu mẫu|chương|điểm|khoản|điều|tiết|phần|đoạn|mục|mẫu|câu)\s+)?"
    r"(?:số\s+)?)",
    re.IGNORECASE | re.DOTALL,
)

P = TypeVar("P", bound=Pointing)


def elements(content: str, references: Iterable[P]) -> Iterator[tuple[int, int, tuple[P, ...]]]:
    """Disjoint spans in the order of the text, each with the references that it stands for.

    A list is cut at its elements: each begins with its own number, or the unit word right before it, and runs to the
    list sign before the next; the first begins with the words, the last ends with them. Targets that no words of their
    own show ("từ khoản 3 đến khoản 14": 4 to 13) go with the element before them. A reference inside the words of
    another (a rider's) is left to the outer one.
    """
    ordered = sorted(references, key=lambda reference: (reference.start, -reference.end))
    reached = 0
    for (start, end), group in groupby(ordered, key=lambda reference: (reference.start, reference.end)):
        if start < reached:
            continue
        reached = end
        yield from _cut(content, start, end, tuple(group))


def _cut(content: str, start: int, end: int, group: tuple[P, ...]) -> Iterator[tuple[int, int, tuple[P, ...]]]:
    begins: list[int] = []
    stops: list[int] = []
    owners: list[list[P]] = []
    after = start
    for reference in group:
        found = _number_at(content, after, end, reference)
        if found is None and owners:
            owners[-1].append(reference)
            continue
        if owners and found is not None:
            signs = _SIGNS.fullmatch(content, after, found[0])
            stops.append(signs.start("sign") if signs else found[0])
            begins.append(signs.start("unit") if signs else found[0])
        else:
            begins.append(start)  # the first element owns the words before it ("các điểm")
        owners.append([reference])
        after = found[1] if found else after
    for begin, stop, of in zip(begins, [*stops, end], owners, strict=True):
        yield begin, stop, tuple(of)


def _number_at(content: str, start: int, end: int, reference: Pointing) -> tuple[int, int] | None:
    if not reference.target.provision:
        return None
    number = re.escape(reference.target.provision[-1].num)
    match = re.compile(rf"(?<!\w){number}(?!\w)", re.IGNORECASE).search(content, start, end)
    return match.span() if match else None
