"""Cases that a lawyer can read and write (`cases/*.yaml`) -> facts in memory and questions.

A case names its documents by a letter. `from` is the first day in force as the document says; `units` the provisions
that it prints; `clauses` what it does: `in` the acting unit, `does` a verb, `to` a document and perhaps a unit of it.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import msgspec
import yaml

from vanban.model import Effect, Provision, Span, Target
from vanban.rules import Rules
from vanban.timeline.facts import Act, Impact
from vanban.timeline.memory import MemoryFacts
from vanban.timeline.naming import eid_of, parse_provision

CASES = Path(__file__).parent / "cases"


class Scenario(msgspec.Struct, frozen=True):
    name: str
    facts: MemoryFacts
    questions: tuple[dict[str, Any], ...]


def eid(words: str | None, rules: Rules) -> str | None:
    return eid_of(parse_provision(words, rules), rules) if words else None


def split(words: str) -> tuple[str, str | None]:
    """Split "A, Điều 17" into ("A", "Điều 17")."""
    letter, _, unit = words.partition(",")
    return letter.strip(), unit.strip() or None


def scenarios(rules: Rules) -> Iterator[Scenario]:
    for path in sorted(CASES.glob("*.yaml")):
        for raw in yaml.safe_load(path.read_text(encoding="utf-8")):
            yield build(f"{path.stem}: {raw['case']}", raw, rules)


def build(name: str, raw: dict[str, Any], rules: Rules) -> Scenario:
    acts, impacts, units, contents, starts_in = [], [], {}, {}, {}
    for letter, told in raw["documents"].items():
        told = told or {}
        text = told.get("says", "")
        span = Span(0, len(text)) if text else None
        for clause in told.get("clauses", ()):
            target, unit = split(clause["to"])
            path = parse_provision(unit, rules) if unit else ()
            begin = len(text)
            text += clause["says"] + "\n"
            effect = Effect(
                verb=clause["does"],
                within=eid(clause["in"], rules) or "",
                start=begin,
                end=begin + len(clause["says"]),
                target=Target(provision=path),
                start_on=clause.get("from"),
                end_before=clause.get("until"),
                exception=clause.get("except"),
                condition=clause.get("if"),
                new_eids=tuple(
                    f"{eid(clause['in'], rules)}__qstr_1__{eid(new, rules)}" for new in clause.get("new", ())
                ),
            )
            impacts.append(Impact(letter, target, effect, clause.get("waits for")))
        contents[letter] = text
        starts_in[letter] = eid(told.get("start in"), rules) or ""
        if "units" in told:
            units[letter] = printed([*told["units"], *(clause["in"] for clause in told.get("clauses", ()))], rules)
        acts.append(
            Act(
                letter,
                family=told.get("family", "state"),
                type=told.get("type", ""),
                type_name=told.get("name", ""),
                symbol=told.get("symbol", ""),
                issuer=told.get("issuer", ""),
                date=told.get("made"),
                start=told.get("from"),
                start_span=span,
                normative=told.get("normative"),
                present=told.get("present", True),
            )
        )
    return Scenario(
        name,
        MemoryFacts(acts, impacts, provisions=units, contents=contents, starts_in=starts_in),
        tuple(raw["questions"]),
    )


def printed(names: list[str], rules: Rules) -> tuple[Provision, ...]:
    """Provisions with the named units and what holds them; their spans do not matter here."""
    found: dict[str, Provision] = {}
    for name in names:
        path = parse_provision(name, rules)
        above = None
        for depth, unit in enumerate(path, start=1):
            here = eid_of(path[:depth], rules)
            if unit.level == "article" and depth > 1:
                above = eid_of(path[: depth - 1], rules)
            if here not in found:
                found[here] = Provision(here, unit.level, unit.num, "", 0, 0, above)
            above = here
    return tuple(found.values())
