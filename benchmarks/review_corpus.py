"""The ended lists on real acts: `corpus/acts` and the portal's pages in one archive, against what people wrote down.

`truth/effects_ends.tsv` is a hand table of ends read in the acting clauses, before any program ran. The registry of the
codification (April 2024) holds only acts in force then: an act of it that our list calls ended by that day is wrong.
The collection gives texts without heads; a head is put before them from its own metadata: type, symbol, body, day.
`python -m benchmarks.review_corpus --errors` lists what differs.
"""

import datetime as dt
import os
import re
import sys
import tempfile
from collections.abc import Iterable, Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.acts import assembled
from benchmarks.effects_ends import truth as hand_table
from benchmarks.figure import Figure
from vanban.api import Archive
from vanban.api.reviewing import review_lists
from vanban.archive import texts
from vanban.identification import symbol as symbols
from vanban.identification.bodies import by_code
from vanban.identification.symbol import symbol_key
from vanban.review.listed import ReviewLists
from vanban.rules import load

CODIFIED = dt.date(2024, 4, 1)
TODAY = dt.date(2026, 11, 21)
# Acts that the codification still holds although a clause that is here ended them, read by hand (21-11-2026).
SLIPS = {
    symbol_key("15/2013/TT-BCA"): "Thông tư 62/2019/TT-BCA, Điều 44: thay thế, từ 08-01-2020",
    symbol_key("02/2007/QH12"): "Luật 13/2022/QH15, Điều 55: hết hiệu lực từ 01-7-2023",
}
_BODIES = {"QH": "Quốc hội", "UBTVQH": "Ủy ban Thường vụ Quốc hội"}


class End(NamedTuple):
    ended: str
    unit: str
    day: dt.date


@cache
def _registry() -> dict[str, dict[str, str]]:
    return {symbol_key(row["so_hieu"]): row for row in corpus.load("codification/docs_registry_2024-04.json")}


def _named() -> dict[str, dict[str, str]]:
    """What the collection tells of its acts: type and title by the address of the page, day and body where known."""
    found = {}
    for row in corpus.rows("acts/docs.jsonl.gz"):
        slug = row.get("sourceUrl", "").rstrip("/").rpartition("/")[2]
        found[row["id"]] = {"slug": slug}
    return found


def write_documents(folder: Path) -> None:
    """The collection as text files with heads."""
    rules = load()
    slugs = _named()
    names = {row.id: row.name for row in rules.document_types}
    for number, act in enumerate(assembled()):
        symbol = symbols.parse(act.symbol, rules)
        known = _registry().get(symbol_key(act.symbol), {})
        slug = slugs.get(act.symbol, {}).get("slug", "")
        kind = next((name for name in ("bo-luat", "luat", "phap-lenh", "nghi-quyet") if slug.startswith(name)), "")
        kind = kind or (symbol.types[0] if symbol.types else "luat")
        code = symbol.bodies[0] if symbol.bodies else ""
        bodies = by_code(code, rules)
        body = known.get("co_quan") or _BODIES.get(code) or (bodies[0].name if bodies else "")
        day = known.get("ngay_ban_hanh", "")
        printed = f"Hà Nội, ngày {day[:2]} tháng {day[3:5]} năm {day[6:]}" if len(day) == 10 else ""
        head = [body.upper(), "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
        head += [f"Số: {act.symbol}", printed, names.get(kind, "Luật").upper(), known.get("ten", ""), ""]
        (folder / f"act-{number:03d}.txt").write_text("\n".join([*head, act.content]), encoding="utf-8")


def open_corpus(folder: Path) -> Archive:
    """The archive of both collections. VANBAN_BENCH_CORPUS keeps it between runs."""
    kept = os.environ.get("VANBAN_BENCH_CORPUS")
    path = Path(kept) if kept else folder / "corpus.db"
    if path.exists():
        return Archive(path)
    documents = folder / "documents"
    documents.mkdir()
    write_documents(documents)
    archive = Archive(path)
    archive.add(documents, corpus.root() / "portal" / "text")
    return archive


def _lists(archive: Archive) -> ReviewLists:
    return review_lists(archive, today=TODAY, period="1945-2035")


def _ends(lists: ReviewLists) -> Iterator[tuple[End, str, bool]]:
    """The ends of a list as the hand table names them (the article, or "*"), who acts, and whether the act is here."""
    for part in (*lists.ended, *lists.ended_in_part):
        for group in part.groups:
            for row in group.rows:
                for entry in row.entries:
                    for unit in entry.units:
                        article = re.search(r"Điều (\d+\w*)$", unit)
                        if entry.case_name == "amended" and not unit.startswith("Phụ lục"):
                            continue
                        name = article[1] if article else unit or "*"
                        end = End(symbol_key(row.document.symbol), name, entry.day)
                        yield end, entry.reasons[0].work, not row.document.absent


def compare(archive: Archive) -> tuple[set[End], set[End], set[End]]:
    """The ends of the hand table, those of the lists that the table speaks of, and whole ends of codified acts.

    The table speaks of ends of acts of the collection by other acts of it. A document that has ended as a whole is
    listed as a whole only (Mẫu 01).
    """
    here = {symbol_key(act.symbol) for act in assembled()}
    names = {row.id: symbol_key(row.symbol) for row in archive.works()}
    sure = [end for end in hand_table() if end.day is not None and not end.unit.startswith("~")]
    acting = here | {names.get(_page(archive, end.acting), "") for end in sure if end.acting.endswith(".txt")}
    true = {End(end.ended, end.unit, end.day) for end in sure if end.day is not None}
    whole = {end.ended for end in true if end.unit == "*"}
    true = {end for end in true if end.unit == "*" or end.ended not in whole}
    found = list(_ends(_lists(archive)))
    said = {
        end
        for end, by, present in found
        if present and end.ended in here and names.get(by) in acting and names.get(by) != end.ended
    }
    codified = {end for end, *_ in found if end.unit == "*" and end.day <= CODIFIED and end.ended in _registry()}
    return true, said, {end for end in codified if end.ended not in SLIPS}


def _page(archive: Archive, name: str) -> str:
    """The work that a page of the portal was shelved under."""
    for row in archive.works():
        if any(name in origin for text in texts(archive.store, row.id) for origin in text.origins):
            return row.id
    return ""


def figures() -> Iterable[Figure]:
    with tempfile.TemporaryDirectory() as name, open_corpus(Path(name)) as archive:
        true, said, wrong = compare(archive)
        whole = {end for end in said if end.unit == "*"}
        true_whole = {end for end in true if end.unit == "*"}
        yield Figure("acts ended as a whole, hand table: recall", len(true_whole & said) / len(true_whole),
                     len(true_whole), 0.97, 0.995)  # fmt: skip
        yield Figure("acts ended as a whole, hand table: precision", len(true_whole & whole) / max(len(whole), 1),
                     len(whole), 0.99, 0.999)  # fmt: skip
        yield Figure("ends with parts, hand table: recall", len(true & said) / len(true), len(true), 0.97, 0.995)
        listed = sum(1 for end, *_ in _ends(_lists(archive)) if end.unit == "*" and end.day <= CODIFIED)
        yield Figure("whole ends that the codification of April 2024 does not deny", 1 - len(wrong) / max(listed, 1),
                     listed, 0.99, 0.999)  # fmt: skip


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as name, open_corpus(Path(name)) as opened:
        true, said, wrong = compare(opened)
        if "--errors" in sys.argv:
            for end in sorted(true - said):
                print("MISSED", *end, sep=" | ")
            for end in sorted(said - true):
                print("NOT IN TABLE", *end, sep=" | ")
            for end in sorted(wrong):
                print("CODIFIED", *end, sep=" | ")
