"""What the corpus says of laws, codes and ordinances, fact by fact: the raw material of the table `named_acts`.

Kinds of source, counted apart: the registry of the codification (April 2024), the metadata of the collection of enacted
acts, the acts whose own text is in the corpus (also in the collection and beside the consolidated texts), and full
citations ("Luật Đất đai số 31/2024/QH15 ngày …"). Only facts are taken: type, name, number, days.
"""

import datetime as dt
import gzip
import json
import re
import sys
from collections.abc import Iterator
from typing import Literal

import msgspec

from benchmarks.corpus import root, rows
from vanban import effects, identification, reading, references, structure
from vanban.model.errors import SourceError
from vanban.rules import load

TYPES = {"Luật": "luat", "Bộ luật": "bo-luat", "Bộ Luật": "bo-luat", "Pháp lệnh": "phap-lenh"}
_SYMBOL = (
    r"(?:\d{1,4}/(?:19|20)\d\d/(?:QH|UBTVQH|PL-UBTVQH)\d{1,2}|\d{1,3}-?(?:LCT|L|PL|LCT/HĐNN|L/CTN|PL/UBTVQH)[/\w]*)"
)
_DAY = r"ngày (\d{1,2})(?: tháng |/|-)(\d{1,2})(?: năm |/|-)(\d{4})"
# A name in small letters too ("Luật dược số …"); only an amending act's name holds another law's.
_NAME = (
    r"((?:[Ss]ửa đổi|[Bb]ổ sung)(?:(?!, [A-ZĐÀ-Ỵ])[^;.()\n“”\"\[\]]){2,150}?"
    r"|[^\W\d_](?:(?!, [A-ZĐÀ-Ỵ]|(?<!háp )\b[Ll]uật (?!sư)|Pháp lệnh )[^;.()\n“”\"\[\]]){2,150}?)"
)
_START = r"(?: của Quốc hội)?,? có hiệu lực (?:thi hành )?(?:kể )?từ ngày (\d{1,2}) tháng (\d{1,2}) năm (\d{4})"
_CITED = re.compile(rf"\b(Luật|Bộ [Ll]uật|Pháp lệnh) (?:về )?{_NAME},? số ({_SYMBOL})(?:,? {_DAY}(?:{_START})?)?")
_DATED = re.compile(rf"\b(Luật|Bộ [Ll]uật|Pháp lệnh) (?:về )?{_NAME},? {_DAY}")
_RIDER = re.compile(
    rf"(?:sửa đổi|bổ sung)[^.]{{0,60}} (?:bởi|theo|tại|của)(?: Luật số [^ ]+(?:,| và))* Luật số ({_SYMBOL})"
)
_PASSED = re.compile(rf"thông qua {_DAY}")
_IN_FORCE = re.compile(rf"(?:Luật|Bộ luật|Pháp lệnh) này có hiệu lực (?:thi hành )?(?:kể )?từ {_DAY}")
# A name of a law never holds these: another act begins, or the citation goes on.
_NO_NAME = re.compile(
    r"\b(?:số|ngày|năm|này|và Luật|ban hành|về thủ|kèm|quy định tại|được|đã|theo(?! phương thức| hợp đồng)|Nghị"
    r"|Thông tư|Quyết định|Điều|khoản|điểm|Bộ luật|có hiệu lực|Chính phủ,)\b"
)


class Seen(msgspec.Struct, frozen=True):
    """One act as one source tells of it; "" and None: not told. `document` is the source's name in the corpus.

    A "rider" tells only that the number is that of an act that amended others.
    """

    kind: Literal["registry", "metadata", "own text", "citation", "rider"]
    document: str
    type: str
    name: str
    symbol: str
    passed: dt.date | None = None
    start: dt.date | None = None


def all_seen() -> Iterator[Seen]:
    """Every fact of every source, in a fixed order."""
    yield from _registry()
    yield from _metadata()
    yield from _collected()
    yield from _own_texts()
    for document, words in _texts():
        yield from _citations(document, words)


def _registry() -> Iterator[Seen]:
    for row in json.loads((root() / "codification/docs_registry_2024-04.json").read_text(encoding="utf-8")):
        if row["loai"] in TYPES:
            yield Seen(
                "registry", "registry", TYPES[row["loai"]], bare(row.get("ten") or ""), row["so_hieu"],
                _short_day(row.get("ngay_ban_hanh")), _short_day(row.get("ngay_hieu_luc")),
            )  # fmt: skip


def _metadata() -> Iterator[Seen]:
    for path in sorted((root() / "acts").glob("documents_meta_*.json")):
        for row in json.loads(path.read_text(encoding="utf-8")):
            if row["type"] in TYPES:
                passed, start = row.get("issuedDate"), row.get("effectiveDate")
                yield Seen(
                    "metadata", path.name, TYPES[row["type"]], bare(row["title"]), row["number"],
                    dt.date.fromisoformat(passed) if passed else None, dt.date.fromisoformat(start) if start else None,
                )  # fmt: skip


def _collected() -> Iterator[Seen]:
    """The enacted acts of the collection: number, the day of their passing, their first day in force."""
    for row in rows("acts/docs.jsonl.gz"):
        if not re.search(r"/QH\d+$", row["id"]) or "/luat-" not in row["sourceUrl"]:
            continue
        words = "\n".join(article["body"] for article in row["chapters"][-1]["articles"][-6:])
        passed, start = _days(_PASSED, words)[-1:], _days(_IN_FORCE, words)[:1]
        if passed or start:
            yield Seen("own text", row["id"], "luat", "", row["id"], *(passed or [None]), *(start or [None]))


def _own_texts() -> Iterator[Seen]:
    """Acts whose own text is in the corpus: their printed number, title and days."""
    rules = load()
    texts = [*sorted((root() / "portal/text").glob("*.txt")), *sorted((root() / "office").glob("*.docx"))]
    beside = sorted((root() / "consolidation/txt").glob("*Luật*.gz"))
    for path in [*texts, *(path for path in beside if "hợp_nhất" not in path.name)]:
        try:
            data = path.read_bytes() if path.suffix != ".gz" else gzip.decompress(path.read_bytes())
            text, _ = reading.read(data, path.name.removesuffix(".gz"), rules)
            work, _ = identification.identify(text, rules)
            if work.type not in TYPES.values() or not (work.symbol and work.title):
                continue
            provisions, _ = structure.parse(text, work, rules)
            pointers, _ = references.find(text, work, provisions, rules)
            start = effects.find(text, work, provisions, pointers, rules)[1].start_on
        except (SourceError, ValueError) as error:
            print(f"{path.name}: {error}", file=sys.stderr)
            continue
        yield Seen("own text", path.name, work.type, bare(work.title), work.symbol, work.date, start)


def _texts() -> Iterator[tuple[str, str]]:
    """(name of the document, its words) for every text of the corpus that may hold full citations."""
    for path in sorted((root() / "portal/text").glob("*.txt")):
        yield path.name, path.read_text(encoding="utf-8")
    rules = load()
    for path in sorted((root() / "office").glob("*.docx")):
        yield path.name, reading.read(path.read_bytes(), path.name, rules)[0].content
    for path in sorted((root() / "consolidation/txt").glob("*.gz")):
        yield path.name, gzip.decompress(path.read_bytes()).decode()
    for row in rows("acts/docs.jsonl.gz"):
        words = [article["body"] for chapter in row["chapters"] for article in chapter["articles"]]
        yield row["id"], "\n".join(words)
    for row in rows("administrative/docs.jsonl.gz"):
        yield f"administrative {row.get('symbol') or row.get('id')}", "\n".join(str(value) for value in row.values())
    for number, row in enumerate(rows("codification/phapdien_2024-04.dev.jsonl.gz")):
        yield f"codification {number}", "\n".join(str(value) for value in row.values())


def _citations(document: str, words: str) -> Iterator[Seen]:
    for clause in re.split(r"[;\n]", words):
        if "sửa đổi" in clause:
            for match in _RIDER.finditer(clause):
                yield Seen("rider", document, "luat", "", match[1])
        if "uật " in clause or "Pháp lệnh " in clause:
            if "/" in clause or "LCT" in clause:
                yield from _numbered(document, clause)
            if " ngày " in clause:
                yield from _dated(document, clause)


def _numbered(document: str, clause: str) -> Iterator[Seen]:
    for match in _CITED.finditer(clause):
        name = match[2].strip(" ,")
        if _NO_NAME.search(name) or not _one_act(name, clause[max(0, match.start() - 70) : match.start()]):
            continue
        yield Seen(
            "citation", document, TYPES[match[1]], _spelled(name), match[3].rstrip("/"),
            _real_day(match[6], match[5], match[4]), _real_day(match[9], match[8], match[7]),
        )  # fmt: skip


def _dated(document: str, clause: str) -> Iterator[Seen]:
    for match in _DATED.finditer(clause):
        name = match[2].strip(" ,")
        passed = _real_day(match[5], match[4], match[3])
        if passed and not _NO_NAME.search(name) and _one_act(name, clause[max(0, match.start() - 70) : match.start()]):
            yield Seen("citation", document, TYPES[match[1]], _spelled(name), "", passed)


def _one_act(name: str, before: str) -> bool:
    """Whether the name is one act's own: the number after "sửa đổi … của Luật X" belongs to the amending act."""
    if re.search(r"sửa đổi[^;.\n]*$", before, re.IGNORECASE):
        return False
    return "của Luật" not in name or name.lower().startswith(("sửa đổi", "bổ sung"))


def _real_day(year: str | None, month: str | None, day: str | None) -> dt.date | None:
    try:
        return dt.date(int(year), int(month), int(day)) if year and month and day else None
    except ValueError:
        return None


def _days(pattern: re.Pattern[str], words: str) -> list[dt.date]:
    days = (_real_day(match[3], match[2], match[1]) for match in pattern.finditer(words))
    return [day for day in days if day is not None]


def _short_day(words: str | None) -> dt.date | None:
    match = re.fullmatch(r"(\d{2})/(\d{2})/(\d{4})", words or "")
    return dt.date(int(match[3]), int(match[2]), int(match[1])) if match else None


def _spelled(name: str) -> str:
    return re.sub(r"\s+", " ", name)


def bare(title: str) -> str:
    """A title without its type word and without what a registry adds to it."""
    name = _spelled(title).strip(" .")
    name = re.sub(r"\s*\(?(?:đã )?hết hiệu lực.*$", "", name)
    return re.sub(r"^(?:Bộ luật|Luật|Pháp lệnh)\s+", "", name, flags=re.IGNORECASE)
