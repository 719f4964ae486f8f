"""Harvest the table `named_acts` as facts: `python -m benchmarks.references_harvest > named_acts.yaml`.

Kinds of source, counted apart: the registry of the codification (April 2024), the metadata of the collection of enacted
acts, the laws whose own text is in the corpus, and full citations ("Luật Đất đai số 31/2024/QH15 ngày …") printed in at
least two documents. Only facts are taken: type, name, number, days. What people add or correct by hand stands in
`named_acts_by_hand.yaml` and wins; days that no source prints stand in `named_acts_days_by_hand.tsv`.
"""

import collections
import datetime as dt
import gzip
import json
import re
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks.corpus import root, rows
from vanban import effects, identification, reading, references, structure
from vanban.identification.identifier import slug
from vanban.model.errors import SourceError
from vanban.references.keys import title_key
from vanban.rules import load

_TYPES = {"Luật": "luat", "Bộ luật": "bo-luat", "Pháp lệnh": "phap-lenh"}
_SYMBOL = (
    r"(?:\d{1,4}/(?:19|20)\d\d/(?:QH|UBTVQH|PL-UBTVQH)\d{1,2}|\d{1,3}-?(?:LCT|L|PL|LCT/HĐNN|L/CTN|PL/UBTVQH)[/\w]*)"
)
_DAY_WORDS = r"ngày (\d{1,2})(?: tháng |/|-)(\d{1,2})(?: năm |/|-)(\d{4})"
_NAME = r"((?:[A-ZĐÀ-Ỵ]|sửa đổi|bổ sung)(?:(?!, [A-ZĐÀ-Ỵ])[^;.()\n“”\"\[\]]){2,150}?)"
_CITED = re.compile(rf"\b(Luật|Bộ luật|Pháp lệnh) {_NAME} số ({_SYMBOL})(?:,? {_DAY_WORDS})?")
_DATED = re.compile(rf"\b(Luật|Bộ luật|Pháp lệnh) {_NAME},? {_DAY_WORDS}")
# A name of a law never holds these: another act begins, or the citation goes on.
_NO_NAME = re.compile(
    r"\b(?:số|ngày|năm|này|và Luật|ban hành|về thủ|kèm|quy định tại|được|đã|theo|Nghị|Thông tư"
    r"|Quyết định|Điều|khoản|điểm|Bộ luật|có hiệu lực|Chính phủ,)\b"
)


def _registry() -> Iterator[tuple[str, str, str, dt.date | None, dt.date | None]]:
    for row in json.loads((root() / "codification/docs_registry_2024-04.json").read_text(encoding="utf-8")):
        if row["loai"] in _TYPES:
            yield (
                _TYPES[row["loai"]],
                row.get("ten") or "",
                row["so_hieu"],
                _day(row.get("ngay_ban_hanh")),
                _day(row.get("ngay_hieu_luc")),
            )


def _metadata() -> Iterator[tuple[str, str, str, dt.date | None, dt.date | None]]:
    for path in sorted((root() / "acts").glob("documents_meta_*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            if row["type"] in _TYPES:
                passed, start = row.get("issuedDate"), row.get("effectiveDate")
                yield (
                    _TYPES[row["type"]],
                    row["title"],
                    row["number"],
                    dt.date.fromisoformat(passed) if passed else None,
                    dt.date.fromisoformat(start) if start else None,
                )


def _texts() -> Iterator[tuple[str, str]]:
    """(name of the document, its words) for every text of the corpus that may hold full citations."""
    for path in sorted((root() / "portal/text").glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")
    for row in rows("acts/docs.jsonl.gz"):
        words = [article["body"] for chapter in row["chapters"] for article in chapter["articles"]]
        yield row["id"], "\n".join(words)
    with gzip.open(root() / "codification/phapdien_2024-04.dev.jsonl.gz", "rt", encoding="utf-8") as lines:
        for number, line in enumerate(lines):
            row = json.loads(line)
            yield f"codification {number}", "\n".join(str(value) for value in row.values())


def _identified() -> Iterator[tuple[str, str, str, dt.date | None, dt.date | None]]:
    """Laws whose own text is in the corpus: their printed number, title and day."""
    rules = load()
    for path in [*sorted((root() / "portal/text").glob("*.txt")), *sorted((root() / "office").glob("*.docx"))]:
        try:
            text, _ = reading.read(path.read_bytes(), path.name, rules)
            work, _ = identification.identify(text, rules)
            if work.type not in _TYPES.values():
                continue
            provisions, _ = structure.parse(text, work, rules)
            pointers, _ = references.find(text, work, provisions, rules)
            force = effects.find(text, work, provisions, pointers, rules)[1].start_on
        except (SourceError, ValueError) as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        if work.type in _TYPES.values() and work.symbol and work.title:
            yield work.type, work.title, work.symbol, work.date, force


def _cited() -> dict[tuple[str, str, str], tuple[int, dt.date | None]]:
    """(type, name, symbol) -> (documents that print it, the day that most of them print)."""
    seen: dict[tuple[str, str, str], set[str]] = collections.defaultdict(set)
    days: dict[tuple[str, str, str], collections.Counter[dt.date]] = collections.defaultdict(collections.Counter)
    for document, words in _texts():
        for match in _CITED.finditer(words):
            name = match[2].strip(" ,")
            if _NO_NAME.search(name) or not _one_act(name, words[max(0, match.start() - 70) : match.start()]):
                continue
            key = (_TYPES[match[1]], _spelled(name), match[3])
            seen[key].add(document)
            if match[4]:
                days[key].update(_real_day(match[6], match[5], match[4]))
    return {
        key: (len(documents), days[key].most_common(1)[0][0] if days[key] else None) for key, documents in seen.items()
    }


def _one_act(name: str, before: str) -> bool:
    """Whether the name is one act's own: the number after "sửa đổi … của Luật X" belongs to the amending act."""
    if re.search(r"sửa đổi[^;.\n]*$", before, re.IGNORECASE):
        return False
    return "của Luật" not in name or name.lower().startswith(("sửa đổi", "bổ sung"))


def _real_day(year: str, month: str, day: str) -> Iterator[dt.date]:
    try:
        yield dt.date(int(year), int(month), int(day))
    except ValueError:
        return


def _dated() -> dict[tuple[str, str, dt.date], int]:
    """(type, name, day) -> documents that cite the act so, without its number."""
    seen: dict[tuple[str, str, dt.date], set[str]] = collections.defaultdict(set)
    for document, words in _texts():
        for match in _DATED.finditer(words):
            name = match[2].strip(" ,")
            if not _NO_NAME.search(name) and _one_act(name, words[max(0, match.start() - 70) : match.start()]):
                for day in _real_day(match[5], match[4], match[3]):
                    seen[_TYPES[match[1]], _spelled(name), day].add(document)
    return {key: len(documents) for key, documents in seen.items()}


def _spelled(name: str) -> str:
    return re.sub(r"\s+", " ", name)


def _day(words: str | None) -> dt.date | None:
    match = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", words or "")
    return dt.date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _bare(type_id: str, title: str) -> str:
    name = re.sub(r"\s+", " ", title).strip(" .")
    name = re.sub(r"\s*\(?(?:đã )?hết hiệu lực.*$", "", name)
    return re.sub(r"^(?:Bộ luật|Luật|Pháp lệnh)\s+", "", name, flags=re.IGNORECASE)


def _chosen(names: collections.Counter[str]) -> str:
    """The commonest name; an amending act's own name wins over the name of the act that it amends."""
    best = names.most_common(1)[0][0]
    amending = [name for name, _ in names.most_common() if name.lower().startswith(("sửa đổi", "bổ sung"))]
    return next((name for name in amending if name.lower().endswith(best.lower())), best)


class _Fact:
    def __init__(self, type_id: str, symbol: str) -> None:
        self.type, self.symbol = type_id, symbol
        self.names: collections.Counter[str] = collections.Counter()
        self.days: collections.Counter[dt.date] = collections.Counter()
        self.starts: collections.Counter[dt.date] = collections.Counter()
        self.sources = 0

    def known(self) -> set[str]:
        return {title_key(self.type, name) for name in self.names}


def _facts() -> dict[tuple[str, str], _Fact]:
    facts: dict[tuple[str, str], _Fact] = {}

    def take(source: Iterable[tuple[str, str, str, dt.date | None, dt.date | None]], weight: int) -> None:
        for type_id, name, symbol, passed, start in source:
            fact = facts.setdefault((type_id, symbol), _Fact(type_id, symbol))
            if name:
                fact.names[_bare(type_id, name)] += weight
            fact.sources += 1
            if passed:
                fact.days[passed] += weight
            if start:
                fact.starts[start] += weight

    take(_registry(), 100)
    take(_metadata(), 100)
    take(_identified(), 100)
    by_hand: dict[tuple[str, str], dt.date] = {}
    for line in Path(__file__).with_name("named_acts_days_by_hand.tsv").read_text(encoding="utf-8").splitlines():
        symbol, day = line.split("\t")
        for type_id in _TYPES.values():
            by_hand[type_id, symbol] = dt.date.fromisoformat(day)
    for (type_id, name, symbol), (documents, passed) in _cited().items():
        fact = facts.setdefault((type_id, symbol), _Fact(type_id, symbol))
        known = bool(fact.names)
        fact.names[name] += documents
        if passed:
            fact.days[passed] += documents
        elif not fact.days and (type_id, symbol) in by_hand:
            fact.days[by_hand[type_id, symbol]] += 1
        if (documents >= 2 and not known) or (known and title_key(type_id, name) in fact.known()):
            fact.sources += 1
    by_name: dict[tuple[str, str], list[_Fact]] = collections.defaultdict(list)
    for fact in facts.values():
        if fact.names:
            by_name[fact.type, title_key(fact.type, fact.names.most_common(1)[0][0])].append(fact)
    for (type_id, name, passed), documents in _dated().items():
        same = by_name.get((type_id, title_key(type_id, name)), [])
        exact = [fact for fact in same if fact.days and fact.days.most_common(1)[0][0] == passed]
        open_ones = [fact for fact in same if not fact.days and fact.symbol.split("/")[1:2] == [str(passed.year)]]
        if exact:
            exact[0].sources += 1 if documents >= 2 else 0
        elif len(open_ones) == 1:
            open_ones[0].days[passed] += documents
        elif documents >= 2 and not same:
            # a day beside a name that has a number is as often the day of a decree in the same line
            fact = facts.setdefault((type_id, f"{title_key(type_id, name)} {passed}"), _Fact(type_id, ""))
            fact.names[name] += documents
            fact.days[passed] += documents
            fact.sources += 1
            by_name[type_id, title_key(type_id, name)].append(fact)
    return facts


_Row = tuple[str, str, str, dt.date | None, dt.date | None, int]


def _one_term(found: list[_Row]) -> list[_Row]:
    """Of rows that differ in the term of the National Assembly alone, the best attested: the other is a slip."""
    best: dict[tuple[str, str, str], _Row] = {}
    for row in found:
        number = row[2].rsplit("/", 1)[0] if row[2] else f"{row[3]}"
        key = (row[0], title_key(row[0], row[1]), number)
        if key not in best or (row[3] is not None, row[5]) > (best[key][3] is not None, best[key][5]):
            best[key] = row
    return list(best.values())


def main() -> None:
    """Print the table."""
    by_hand = Path(__file__).with_name("named_acts_by_hand.yaml").read_text(encoding="utf-8")
    taken = set(re.findall(r'symbol: "([^"]+)"', by_hand))
    rows_out: list[tuple[str, str, str, dt.date | None, dt.date | None, int]] = []
    for fact in _facts().values():
        if not fact.names:
            continue
        name = _chosen(fact.names)
        # one careless citation proves nothing: a row needs a registry or two documents
        if fact.sources < 1 or (fact.symbol and fact.symbol in taken) or len(name) > 200:
            continue
        passed = fact.days.most_common(1)[0][0] if fact.days else None
        start = fact.starts.most_common(1)[0][0] if fact.starts else None
        rows_out.append((fact.type, name, fact.symbol, passed, start, min(fact.sources, 3)))
    rows_out = _one_term(rows_out)
    rows_out.sort(key=lambda row: (row[0], title_key(row[0], row[1]), row[3] or dt.date.min, row[2]))
    print("# Acts known by name: facts harvested by benchmarks/references_harvest.py; rows above the line are by hand.")
    print(by_hand.rstrip())
    print("# ---- harvested")
    following: dict[str, list[str]] = collections.defaultdict(list)
    ids = [f"{kind}-{slug(symbol) or f'{slug(name, 40)}-{passed}'}" for kind, name, symbol, passed, *_ in rows_out]
    for at, (kind, name, *_rest) in enumerate(rows_out):
        following[title_key(kind, name)].append(ids[at])
    for at, (kind, name, symbol, passed, start, sources) in enumerate(rows_out):
        same = following[title_key(kind, name)]
        place = same.index(ids[at])
        parts = [f"id: {ids[at]}", f"type: {kind}", f"name: {json.dumps(name, ensure_ascii=False)}"]
        parts += [f'symbol: "{symbol}"'] if symbol else []
        parts += [f"date: {passed}"] if passed else []
        parts += [f"force_start: {start}"] if start else []
        parts += [f"replaced_by: {same[place + 1]}"] if place + 1 < len(same) and passed else []
        print("- {" + ", ".join([*parts, f"sources: {sources}", "reviewed: null"]) + "}")
    print(f"{len(rows_out)} rows harvested", file=sys.stderr)


if __name__ == "__main__":
    main()
