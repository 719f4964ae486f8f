"""Facts in memory: for tests, and for a handful of documents without an archive."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from vanban.model import Provision
from vanban.timeline.facts import Act, Impact, Tie


class MemoryFacts:
    """`Facts` over values given at once.

    `contents` are the texts by work, for quotes (absent: no quotes); `starts_in` names the unit of each work that holds
    its clause of commencement.
    """

    def __init__(
        self,
        acts: Iterable[Act],
        impacts: Iterable[Impact] = (),
        ties: Iterable[Tie] = (),
        provisions: Mapping[str, tuple[Provision, ...]] | None = None,
        contents: Mapping[str, str] | None = None,
        starts_in: Mapping[str, str] | None = None,
    ) -> None:
        self._acts = {act.work: act for act in acts}
        self._upon: defaultdict[str, list[Impact]] = defaultdict(list)
        self._made: defaultdict[str, list[Impact]] = defaultdict(list)
        for impact in impacts:
            self._upon[impact.target].append(impact)
            self._made[impact.acting].append(impact)
        self._from: defaultdict[str, list[Tie]] = defaultdict(list)
        self._to: defaultdict[str, list[Tie]] = defaultdict(list)
        for tie in ties:
            self._from[tie.citing].append(tie)
            self._to[tie.cited].append(tie)
        self._provisions = dict(provisions or {})
        self._contents = dict(contents or {})
        self._starts_in = dict(starts_in or {})

    def works(self) -> tuple[str, ...]:
        """The ids of the works whose text is here, sorted."""
        return tuple(sorted(work for work, act in self._acts.items() if act.present))

    def act(self, work: str) -> Act | None:
        """The work of this id."""
        return self._acts.get(work)

    def upon(self, work: str) -> tuple[Impact, ...]:
        """Every effect upon the work."""
        return tuple(self._upon.get(work, ()))

    def made_by(self, work: str) -> tuple[Impact, ...]:
        """Every effect of the work."""
        return tuple(self._made.get(work, ()))

    def provisions(self, work: str) -> tuple[Provision, ...]:
        """The units of the work."""
        return self._provisions.get(work, ())

    def quote(self, work: str, start: int, end: int) -> str:
        """The words of the text."""
        return self._contents.get(work, "")[start:end]

    def unit_at(self, work: str, offset: int) -> str:
        """The unit that holds the clause of commencement: all that is asked here."""
        return self._starts_in.get(work, "")

    def ties_from(self, work: str) -> tuple[Tie, ...]:
        """Legal bases and successions told by the work."""
        return tuple(self._from.get(work, ()))

    def ties_to(self, work: str) -> tuple[Tie, ...]:
        """Legal bases and successions of others that point at the work."""
        return tuple(self._to.get(work, ()))
