"""Which clause wrote each unit of a text, and since when, one line a unit (`vanban blame`)."""

from collections.abc import Iterable, Iterator

from vanban.exports.messages import Language, label
from vanban.exports.reservations import Name
from vanban.model import ExpressedProvision
from vanban.rules import Rules
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import provision_name


def origins(units: Iterable[ExpressedProvision], rules: Rules, name: Name, language: Language = "vi") -> Iterator[str]:
    """One line for each unit: its name, and the clause that wrote its own words and since when, or that they stand as
    enacted.
    """
    for unit in units:
        if unit.by is None:
            told = label("blame", "enacted", rules, language)
        else:
            since = (
                label("text", "since", rules, language).format(day=day_in_words(unit.since, language))
                if unit.since
                else ""
            )
            told = f"{provision_name(unit.by.eid, rules, language)} {name(unit.by.work)}{since}"
        yield f"{provision_name(unit.eid, rules, language)}: {told}"
