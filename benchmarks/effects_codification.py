"""Amendment records of the official codification against the effects that we read in the amending acts.

A record says: this article was amended by that article of that act, with effect from that day. Measured is recall of
(affected article, amending article, day) on the amending acts whose text is in the corpus, averaged over those acts.
`python -m benchmarks.effects_codification --errors` lists what is not found.
"""

import datetime as dt
import gzip
import re
import sys
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.acts import assembled
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.identification.symbol import symbol_key
from vanban.model import Parsed
from vanban.rules import load
from vanban.structure import Tree


class Record(NamedTuple):
    acting: str
    acting_article: str
    target: str
    target_article: str
    day: dt.date | None

    def __str__(self) -> str:
        return f"{self.acting} Điều {self.acting_article} -> {self.target} Điều {self.target_article} from {self.day}"


class Deed(NamedTuple):
    """An effect as far as a record can tell it: "" for an article that is not said (a whole act, a word everywhere)."""

    acting_article: str
    target: str
    title: str
    target_article: str
    day: dt.date | None


def records() -> Iterator[Record]:
    for row in corpus.rows("codification/amendment_relations_2024-04.dev.jsonl.gz"):
        article = re.fullmatch(r"Điều (\d+\w*)", row["target_unit"].strip())
        acting = re.match(r"Điều (\d+\w*)", row["source_unit"].strip())
        day = _day(row["effective"])
        if article and acting and "/" in row["source_num"]:
            yield Record(
                symbol_key(row["source_num"]), acting.group(1), symbol_key(row["target_num"]), article.group(1), day
            )


def _day(printed: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(printed, "%d/%m/%Y").date()
    except ValueError:
        return None


def texts(wanted: set[str]) -> Iterator[tuple[str, Parsed]]:
    """The amending acts whose text is in the corpus: enacted texts, portal pages, base and amending texts of VBHN."""
    rules = load()
    passed = {
        symbol_key(row["so_hieu"]): _day(row.get("ngay_ban_hanh", ""))
        for row in corpus.load("codification/docs_registry_2024-04.json")
    }
    seen: set[str] = set()
    for act in assembled():
        key = symbol_key(act.symbol)
        if key in wanted and key not in seen:
            seen.add(key)
            yield key, act.parsed(rules, passed.get(key))
    for folder in ("portal/text", "consolidation/txt"):
        for path in sorted((corpus.root() / folder).glob("*.txt*")):
            packed = path.suffix == ".gz"
            data = gzip.decompress(path.read_bytes()) if packed else path.read_bytes()
            parsed = pipeline.parse(data, path.name.removesuffix(".gz"), rules)
            key = symbol_key(parsed.work.symbol) if parsed.work.symbol else ""
            if key in wanted and key not in seen and parsed.work.type != "van-ban-hop-nhat":
                seen.add(key)
                yield key, parsed


def deeds(parsed: Parsed) -> set[Deed]:
    tree = Tree(parsed.provisions)
    starts = {
        e.target.eid: e.start_on for e in parsed.effects if e.verb == "commence" and e.target.relative and e.target.eid
    }
    found = set()
    for effect in parsed.effects:
        if effect.verb in ("detail", "commence", "continue", "apply"):
            continue
        article = tree.enclosing(effect.within, "article") if effect.within in tree else None
        acting = tree[article].num if article else ""
        units = [unit for unit in (effect.within, article) if unit]
        own = next((starts[unit] for unit in units if unit in starts), None)
        day = effect.start_on or own or parsed.force.start_on
        target = next((unit.num for unit in effect.target.provision if unit.level == "article"), "")
        found.add(Deed(acting, symbol_key(effect.target.symbol), effect.target.title, target, day))
    return found


class Result(NamedTuple):
    record: Record
    found: bool
    dated: bool


def results() -> Iterator[Result]:
    wanted: dict[str, set[Record]] = defaultdict(set)
    for record in records():
        wanted[record.acting].add(record)
    for key, parsed in texts(set(wanted)):
        done = deeds(parsed)
        articles = {unit.num for unit in parsed.provisions if unit.level == "article" and not unit.quoted}
        for record in sorted(wanted[key], key=str):
            if record.acting_article not in articles:
                continue  # the text that the collection holds under this number is another paper, or cut
            # A whole-document word change touches every article; an act known by title alone has no symbol to compare.
            near = [
                deed
                for deed in done
                if deed.acting_article == record.acting_article
                and (deed.target == record.target or (not deed.target and deed.title))
                and deed.target_article in (record.target_article, "")
            ]
            exact = [deed for deed in near if deed.target_article == record.target_article]
            use = exact or near
            yield Result(record, bool(use), any(deed.day == record.day for deed in use))


def figures() -> Iterable[Figure]:
    acts: dict[str, list[Result]] = defaultdict(list)
    for result in results():
        acts[result.record.acting].append(result)
    total = sum(map(len, acts.values()))
    for name, right in (("article", lambda r: r.found), ("article and day", lambda r: r.found and r.dated)):
        macro = sum(sum(map(right, of_act)) / len(of_act) for of_act in acts.values()) / len(acts)
        plain = sum(right(result) for of_act in acts.values() for result in of_act)
        note = f"{len(acts)} amending acts; plain {plain} of {total}"
        floors = (0.95, 0.99) if name == "article and day" else (None, None)
        yield Figure(f"codified amendments, {name}: recall by act", macro, total, *floors, note=note)


if __name__ == "__main__":
    if "--errors" in sys.argv:
        for result in results():
            if not (result.found and result.dated):
                print("day" if result.found else "MISSED", result.record)
