"""The overview of an archive as lines for a person."""

from collections.abc import Iterator
from typing import Protocol

from vanban.archive import Counts, Missing, WorkRow
from vanban.exports.lineage import tree_lines
from vanban.exports.messages import Language, label
from vanban.exports.relations import target_name, work_name
from vanban.model import State
from vanban.rules import Rules
from vanban.timeline import Kin
from vanban.timeline.status import label as state_label

_TITLE = 76
_STATES: tuple[State, ...] = (
    "in-force", "ended-in-part", "suspended-in-part", "suspended", "not-yet", "ended", "unknown",
)  # fmt: skip


class Say(Protocol):
    """Sentences of the table `screen` in one language."""

    rules: Rules
    language: Language

    def __call__(self, key: str, **blanks: object) -> str:
        """The sentence `key` with its blanks filled."""
        ...


def holdings(counts: Counts, say: Say) -> Iterator[str]:
    """What is here: documents by family, references by how far they were resolved, effects."""
    by_family = counts.by_family or {"state": 0}
    families = ", ".join(f"{label('family', name, say.rules, say.language)} {n}" for name, n in by_family.items())
    yield say(
        "overview.works", works=counts.works, texts=counts.texts, families=families, translations=counts.translations
    )
    yield say("overview.references", **counts.references)
    yield say("overview.effects", all=counts.effects, resolved=counts.effects_resolved)


def states(found: dict[str, int], say: Say) -> str:
    """How many documents are in each state, on one line."""
    return " · ".join(
        f"{state_label(state, None, say.rules, say.language)} {found[state]}" for state in _STATES if found.get(state)
    )


def standing(named: Iterator[tuple[WorkRow, State]], say: Say) -> Iterator[str]:
    """One line a document: its state, its name, its title."""
    rows = [(state_label(state, None, say.rules, say.language), work_name(work), work.title) for work, state in named]
    if not rows:
        return
    first, second = (max(len(row[column]) for row in rows) for column in (0, 1))
    for state, name, title in sorted(rows):
        cut = title if len(title) <= _TITLE else title[: _TITLE - 1] + "…"
        yield f"{state:<{first}}  {name:<{second}}  {cut}"


def family_tree(kin: Kin, say: Say) -> Iterator[str]:
    """The lineage of one document."""
    return tree_lines(kin, say.rules, say.language)


def missing(found: tuple[Missing, ...], say: Say) -> Iterator[str]:
    """The acts most cited that are not here, with how many documents cite them."""
    for each in found:
        name = target_name(each.target, say.rules, say.language) or each.key
        yield say("overview.missing-line", works=each.works, times=each.references, name=name)
