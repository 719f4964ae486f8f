"""Works that look like one: the same type, symbol and body under different dates."""

from collections import defaultdict
from collections.abc import Iterable, Iterator

from vanban.archive import WorkRow
from vanban.model import Finding
from vanban.rules import Rules
from vanban.timeline.checks import finding


def duplicates(works: Iterable[WorkRow], rules: Rules) -> Iterator[tuple[str, Finding]]:
    """A finding for every work after the first of its type, number and body in the same year, with the first.

    A symbol without a year recurs every year, and of the Party every term: those of other years are no duplicates.
    """
    alike: dict[tuple[str, str, str, int | None], list[WorkRow]] = defaultdict(list)
    for work in works:
        if work.symbol and work.language != "en":
            alike[work.type, work.symbol, work.issuer, work.date.year if work.date else None].append(work)
    for group in alike.values():
        first, *others = sorted(group, key=lambda work: work.id)
        for other in others:
            yield other.id, finding("identity-twice", rules, work=first.id)
