"""Harvest the table `named_acts` as facts: `python -m benchmarks.references_harvest > named_acts.yaml`.

The facts come from `named_acts_seen`; here they are weighed. Registries, metadata and an act's own text count for more
than what others cite; a citation in one document alone counts where its number is well formed and no better source
gives that number to another act (such a row says `sources: 1`). Rows by hand stand
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
from vanban.references.keys import symbol_key, title_key
from vanban.rules.loader import read_table
from vanban.rules.named_act import NamedAct

_OWN_WORD = 100
_LONGEST_NAME = 200
# A number so often cited as amending others is that of an amending act; a name beside it once is a slip.
_OFTEN = 3
# Two acts of one name never follow each other so closely (years).
_CLOSE = 2
# Acts of which the next of the same name takes the place of the one before.
_IN_SERIES = frozenset({"luat", "bo-luat", "phap-lenh"})


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
    riders: dict[str, set[str]] = collections.defaultdict(set)
    for item in seen:
        if item.kind == "rider":
            riders[item.symbol].add(item.document)
        elif item.kind != "citation":
            facts.setdefault((item.type, item.symbol), _Fact(item.type, item.symbol)).take(item, _OWN_WORD)
            kinds[item.type, item.symbol].add(item.kind)
        elif item.symbol:
            cited[item.type, title_key(item.type, item.name), item.symbol].append(item)
        elif item.passed:
            dated[item.type, title_key(item.type, item.name), item.passed].append(item)
    for key, found in kinds.items():
        facts[key].sources = len(found)
    ranked = sorted(cited.items(), key=lambda entry: -len({item.document for item in entry[1]}))
    for (type_id, key_of_name, symbol), items in ranked:
        documents = len({item.document for item in items})
        fact = facts.setdefault((type_id, symbol), _Fact(type_id, symbol))
        agrees = not fact.names or key_of_name in fact.known()
        for item in items:
            fact.take(item, 1)
        alone = len(riders[symbol]) < _OFTEN and _of_its_term(symbol)
        if agrees and (documents >= 2 or fact.sources or alone):
            fact.sources += 1
    _take_dated(facts, dated)
    return [fact for fact in facts.values() if fact.names and fact.sources]


# The years of each Quốc hội, which its numbers carry: a number of another year or term is a slip.
_TERMS = {"9": (1992, 1997), "10": (1997, 2002), "11": (2002, 2007), "12": (2007, 2011), "13": (2011, 2016),
          "14": (2016, 2021), "15": (2021, 2026), "16": (2026, 2031)}  # fmt: skip


def _of_its_term(symbol: str) -> bool:
    """Whether the year and the term in a number agree: "34/2005/QH11" does, "47/2024/QH14" does not."""
    number = re.fullmatch(r"\d{1,3}/(\d{4})/(?:QH|UBTVQH|PL-UBTVQH)(\d{1,2})", symbol)
    if number is None or number[2] not in _TERMS:
        return False
    first, last = _TERMS[number[2]]
    return first <= int(number[1]) <= last


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
    best = next((name for name in amending if name.lower().endswith(best.lower())), best)
    return best if best in amending else best[0].upper() + best[1:]


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

    "54/2013/QH13" beside "54/2014/QH13", "30/2009/QH11" beside "30/2009/QH12". Also one that a single document cites
    close to a better attested act of its name: "Luật Ban hành … số 87/2025/QH15" gives the amending act's number.
    """
    kept: list[NamedAct] = []
    for act in sorted(found, key=lambda act: (act.sources, act.date is not None), reverse=True):
        number = re.fullmatch(r"(\d+)/(\d{4})/([A-Z-]+?)(\d+)", act.symbol)
        same = [other for other in kept if title_key(other.type, other.name) == title_key(act.type, act.name)]
        others = [re.fullmatch(r"(\d+)/(\d{4})/([A-Z-]+?)(\d+)", other.symbol) for other in same]
        slip = number is not None and any(
            other is not None and int(other[1]) == int(number[1]) and abs(int(other[2]) - int(number[2])) <= 1
            for other in others
        )  # fmt: skip
        slip = slip or (
            number is not None and act.sources <= 1 and act.date is None
            and any(other is not None and abs(int(other[2]) - int(number[2])) <= _CLOSE for other in others)
        )  # fmt: skip
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
    parts += [f"aliases: {json.dumps(act.aliases, ensure_ascii=False)}"] if act.aliases else []
    parts += [f'symbol: "{act.symbol}"'] if act.symbol else []
    parts += [f"date: {act.date}"] if act.date else []
    parts += [f"force_start: {act.force_start}"] if act.force_start else []
    parts += [f"replaced_by: {successor}"] if successor and act.date else []
    return "- {" + ", ".join([*parts, f"sources: {act.sources}", "reviewed: null"]) + "}"


def _about(act: NamedAct) -> dt.date:
    """The day of an act; where none is known the end of the year in its number, which no day of it can pass."""
    year = next((part for part in act.symbol.split("/") if re.fullmatch(r"(?:19|20)\d\d", part)), "")
    return act.date or (dt.date(int(year), 12, 31) if year else dt.date.min)


def main() -> None:
    """Print the table."""
    by_hand = read_table(Path(__file__).with_name("named_acts_by_hand.yaml"), NamedAct)
    taken = {symbol_key(act.symbol) for act in by_hand if act.symbol}
    acts = [act for act in harvested(all_seen(), days_by_hand()) if symbol_key(act.symbol) not in taken]
    chains: dict[str, list[str]] = collections.defaultdict(list)
    for act in sorted([*by_hand, *acts], key=_about):
        if act.type in _IN_SERIES:
            chains[title_key(act.type, act.name)].append(act.id)
    print("# Acts known by name: facts harvested by benchmarks/references_harvest.py; rows above the line are by hand.")
    for act in (*by_hand, *acts):
        if act is (acts[0] if acts else None):
            print("# ---- harvested")
        chain = chains[title_key(act.type, act.name)]
        place = chain.index(act.id) + 1 if act.id in chain else len(chain)
        print(_row(act, act.replaced_by or (chain[place] if place < len(chain) else None)))
    print(f"{len(acts)} rows harvested", file=sys.stderr)


if __name__ == "__main__":
    main()
