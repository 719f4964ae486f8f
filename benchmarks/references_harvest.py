"""Harvest the table `named_acts` as facts: `python -m benchmarks.references_harvest > named_acts.yaml`.

The facts come from `named_acts_seen`; here they are weighed. Registries, metadata and an act's own text count for more
than what others cite; citations count from two documents on, or where they agree with one of those. Rows by hand stand
in `named_acts_by_hand.yaml` and win; days that no source of the corpus prints stand in `named_acts_days_by_hand.tsv`,
and a row that rests on one says `sources: 1`.
"""

import collections
import datetime as dt
import json
import re
import sys
from collections.abc import Iterable
from pathlib import Path

from benchmarks.named_acts_seen import Seen, all_seen
from vanban.identification.identifier import slug
from vanban.references.keys import title_key
from vanban.rules.named_act import NamedAct

_OWN_WORD = 100
_LONGEST_NAME = 200


class _Fact:
    def __init__(self, type_id: str, symbol: str) -> None:
        self.type, self.symbol = type_id, symbol
        self.names: collections.Counter[str] = collections.Counter()
        self.days: collections.Counter[dt.date] = collections.Counter()
        self.starts: collections.Counter[dt.date] = collections.Counter()
        self.sources = 0

    @property
    def year(self) -> str:
        """The year in the number: "31/2024/QH15" -> "2024"; "" for an old one."""
        return next((part for part in self.symbol.split("/") if re.fullmatch(r"(?:19|20)\d\d", part)), "")

    def known(self) -> set[str]:
        return {title_key(self.type, name) for name in self.names}

    def take(self, seen: Seen, weight: int) -> None:
        """Add what one source says; a day of another year than the number's is another act's."""
        if seen.name:
            self.names[seen.name] += weight
        if seen.passed is None or not self.year or str(seen.passed.year) == self.year:
            self.days.update({seen.passed: weight} if seen.passed else {})
            self.starts.update({seen.start: weight} if seen.start else {})


def _facts(seen: Iterable[Seen]) -> list[_Fact]:
    facts: dict[tuple[str, str], _Fact] = {}
    cited: dict[tuple[str, str, str], list[Seen]] = collections.defaultdict(list)
    dated: dict[tuple[str, str, dt.date], list[Seen]] = collections.defaultdict(list)
    kinds: dict[tuple[str, str], set[str]] = collections.defaultdict(set)
    for item in seen:
        if item.kind != "citation":
            facts.setdefault((item.type, item.symbol), _Fact(item.type, item.symbol)).take(item, _OWN_WORD)
            kinds[item.type, item.symbol].add(item.kind)
        elif item.symbol:
            cited[item.type, title_key(item.type, item.name), item.symbol].append(item)
        elif item.passed:
            dated[item.type, title_key(item.type, item.name), item.passed].append(item)
    for key, found in kinds.items():
        facts[key].sources = len(found)
    for (type_id, key_of_name, symbol), items in cited.items():
        documents = len({item.document for item in items})
        fact = facts.setdefault((type_id, symbol), _Fact(type_id, symbol))
        agrees = not fact.names or key_of_name in fact.known()
        for item in items:
            fact.take(item, 1)
        if agrees and (documents >= 2 or fact.sources):
            fact.sources += 1
    _take_dated(facts, dated)
    return [fact for fact in facts.values() if fact.names and fact.sources]


def _take_dated(facts: dict[tuple[str, str], _Fact], dated: dict[tuple[str, str, dt.date], list[Seen]]) -> None:
    """Citations by day alone: they confirm a day, or give it to the one act of that name and year without one."""
    by_name: dict[tuple[str, str], list[_Fact]] = collections.defaultdict(list)
    for fact in facts.values():
        if fact.names:
            by_name[fact.type, title_key(fact.type, fact.names.most_common(1)[0][0])].append(fact)
    for (type_id, key_of_name, passed), items in dated.items():
        documents = len({item.document for item in items})
        same = by_name.get((type_id, key_of_name), [])
        exact = [fact for fact in same if fact.days and fact.days.most_common(1)[0][0] == passed]
        open_ones = [fact for fact in same if not fact.days and fact.year == str(passed.year)]
        if exact:
            exact[0].sources += documents >= 2
        elif len(open_ones) == 1:
            open_ones[0].days[passed] += documents
        elif documents >= 2 and not same:
            # a day beside a name that has a number is as often the day of a decree in the same line
            fact = facts.setdefault((type_id, f"{key_of_name} {passed}"), _Fact(type_id, ""))
            fact.names.update(item.name for item in items)
            fact.days[passed] += documents
            fact.sources += 1
            by_name[type_id, key_of_name].append(fact)


def _chosen(names: collections.Counter[str]) -> str:
    """The commonest name; an amending act's own name wins over the name of the act that it amends."""
    best = names.most_common(1)[0][0]
    amending = [name for name, _ in names.most_common() if name.lower().startswith(("sửa đổi", "bổ sung"))]
    return next((name for name in amending if name.lower().endswith(best.lower())), best)


_Days = dict[str, tuple[dt.date | None, dt.date | None]]


def days_by_hand() -> _Days:
    """Number -> (day passed, first day in force), from memory, for days that no source in the corpus prints."""
    days: _Days = {}
    for line in Path(__file__).with_name("named_acts_days_by_hand.tsv").read_text(encoding="utf-8").splitlines():
        symbol, *found = line.split("\t")
        passed, start = (dt.date.fromisoformat(day) if day else None for day in found)
        days[symbol] = passed, start
    return days


def _act(fact: _Fact, by_hand: _Days) -> NamedAct:
    """The act of one fact. A day by hand only fills a gap, and leaves the row with one source."""
    name = _chosen(fact.names)
    passed = fact.days.most_common(1)[0][0] if fact.days else None
    start = fact.starts.most_common(1)[0][0] if fact.starts else None
    remembered = by_hand.get(fact.symbol, (None, None))
    if (passed is None and remembered[0]) or (start is None and remembered[1]):
        passed, start, fact.sources = passed or remembered[0], start or remembered[1], 1
    return NamedAct(
        id=f"{fact.type}-{slug(fact.symbol) or f'{slug(name, 40)}-{passed}'}",
        type=fact.type, name=name, symbol=fact.symbol, date=passed, force_start=start, sources=min(fact.sources, 3),
    )  # fmt: skip


def _without_slips(found: Iterable[NamedAct]) -> list[NamedAct]:
    """Of acts of one name and number whose years or terms differ by one, the best attested: the other is a slip.

    "54/2013/QH13" beside "54/2014/QH13", "30/2009/QH11" beside "30/2009/QH12".
    """
    kept: list[NamedAct] = []
    for act in sorted(found, key=lambda act: (act.sources, act.date is not None), reverse=True):
        number = re.fullmatch(r"(\d+)/(\d{4})/([A-Z-]+?)(\d+)", act.symbol)
        same = [other for other in kept if title_key(other.type, other.name) == title_key(act.type, act.name)]
        others = [re.fullmatch(r"(\d+)/(\d{4})/([A-Z-]+?)(\d+)", other.symbol) for other in same]
        slip = number is not None and any(
            other is not None and other[1] == number[1] and abs(int(other[2]) - int(number[2])) <= 1 for other in others
        )
        if not slip:
            kept.append(act)
    return kept


def harvested(seen: Iterable[Seen], by_hand: _Days) -> list[NamedAct]:
    """The acts that the facts tell of, in the table's order; `replaced_by` is left to the printing."""
    acts = [_act(fact, by_hand) for fact in _facts(seen)]
    acts = _without_slips(act for act in acts if len(act.name) <= _LONGEST_NAME and not act.name.startswith("Dự thảo"))
    return sorted(acts, key=lambda act: (act.type, title_key(act.type, act.name), act.date or dt.date.min, act.symbol))


def _row(act: NamedAct, successor: str | None) -> str:
    parts = [f"id: {act.id}", f"type: {act.type}", f"name: {json.dumps(act.name, ensure_ascii=False)}"]
    parts += [f'symbol: "{act.symbol}"'] if act.symbol else []
    parts += [f"date: {act.date}"] if act.date else []
    parts += [f"force_start: {act.force_start}"] if act.force_start else []
    parts += [f"replaced_by: {successor}"] if successor and act.date else []
    return "- {" + ", ".join([*parts, f"sources: {act.sources}", "reviewed: null"]) + "}"


def main() -> None:
    """Print the table."""
    by_hand = Path(__file__).with_name("named_acts_by_hand.yaml").read_text(encoding="utf-8")
    taken = set(re.findall(r'symbol: "([^"]+)"', by_hand))
    acts = [act for act in harvested(all_seen(), days_by_hand()) if act.symbol not in taken]
    following: dict[str, list[str]] = collections.defaultdict(list)
    for act in acts:
        following[title_key(act.type, act.name)].append(act.id)
    print("# Acts known by name: facts harvested by benchmarks/references_harvest.py; rows above the line are by hand.")
    print(by_hand.rstrip())
    print("# ---- harvested")
    for act in acts:
        same = following[title_key(act.type, act.name)]
        place = same.index(act.id) + 1
        print(_row(act, same[place] if place < len(same) else None))
    print(f"{len(acts)} rows harvested", file=sys.stderr)


if __name__ == "__main__":
    main()
