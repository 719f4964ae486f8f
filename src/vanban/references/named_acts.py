"""Acts known by name, looked up in the table `named_acts`."""

from functools import cache

from vanban.references.keys import title_key
from vanban.rules import Rules
from vanban.rules.named_act import NamedAct


@cache
def _by_key(rules: Rules) -> dict[str, tuple[NamedAct, ...]]:
    index: dict[str, list[NamedAct]] = {}
    for act in rules.named_acts:
        for name in dict.fromkeys((act.name, *act.aliases)):
            index.setdefault(title_key(act.type, name), []).append(act)
    return {key: tuple(acts) for key, acts in index.items()}


def of_name(type_id: str, name: str, rules: Rules) -> tuple[NamedAct, ...]:
    """Every act of that type and name in the table, in the table's order; () for an unknown name."""
    return _by_key(rules).get(title_key(type_id, name), ())
