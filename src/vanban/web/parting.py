"""Long documents are read part by part, as their own division makes them: chapters, or runs of articles."""

from collections.abc import Iterator
from typing import NamedTuple

from vanban.model import ExpressedProvision, Expression

# Characters of one page: about 60 kB of it travel, gzipped, with the tree beside them.
LONGEST = 110_000


class Part(NamedTuple):
    """Units that are read together; known by the eid of the first."""

    units: tuple[ExpressedProvision, ...]

    @property
    def eid(self) -> str:
        """The eid of the first unit."""
        return self.units[0].eid


def parts_of(made: Expression, longest: int = LONGEST) -> tuple[Part, ...]:
    """The parts of a long document, () of one that fits a page. A unit that is too long alone is opened."""
    if len(made.text) <= longest:
        return ()
    below: dict[str | None, list[ExpressedProvision]] = {}
    for unit in made.provisions:
        below.setdefault(unit.parent, []).append(unit)

    def opened(units: list[ExpressedProvision]) -> Iterator[ExpressedProvision]:
        for unit in units:
            inner = below.get(unit.eid, [])
            if unit.end - unit.start > longest and inner and unit.level != "article":
                yield from opened(inner)
            else:
                yield unit

    parts: list[Part] = []
    run: list[ExpressedProvision] = []
    size = 0
    for unit in opened(below.get(None, [])):
        if run and size + unit.end - unit.start > longest:
            parts.append(Part(tuple(run)))
            run, size = [], 0
        run.append(unit)
        size += unit.end - unit.start
    return (*parts, Part(tuple(run))) if run else tuple(parts)
