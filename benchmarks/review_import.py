"""An officer's own tables: rows tied to documents by name (`corpus/registers/review-list-an-giang`).

Stand-ins for half of the documents named there, drawn by a seed, are made from the cells by a plain search (number,
day, body) that shares no code with the program; two more of each tenth have the number and another year or province.
Every row of a stand-in must be tied to it, no other row to anything.
"""

import csv
import datetime as dt
import random
import re
import tempfile
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.figure import Figure
from vanban.api import Archive
from vanban.api.reviewing import review_import

FOLDER = "registers/review-list-an-giang"
_NAME = re.compile(
    r"^(Nghị quyết|Quyết định|Chỉ thị)\s+(?:số\s*)?(\d+/\d{4}/[A-ZĐ]+-[A-ZĐ]+)\s+"
    r"ngày\s+(\d+)(?:/| tháng )(\d+)(?:/| năm )(\d{4})\s+"
    r"của\s+(Ủy ban nhân dân|Hội đồng nhân dân)\s+tỉnh\s+(An Giang|Kiên Giang)\s+(.{5,200})"
)


class StandIn(NamedTuple):
    kind: str
    symbol: str
    day: dt.date
    body: str
    place: str
    title: str

    def text(self) -> str:
        day = f"ngày {self.day.day:02d} tháng {self.day.month:02d} năm {self.day.year}"
        motto = ("CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc")
        where = (f"Số: {self.symbol}", f"{self.place}, {day}", self.kind.upper())
        head = [f"{self.body} TỈNH {self.place}".upper(), *motto, *where]
        return "\n".join([*head, self.title, "Điều 1. Văn bản này có hiệu lực thi hành kể từ ngày ký."])


def _cells() -> Iterator[tuple[str, int, str]]:
    for path in sorted((corpus.root() / FOLDER).glob("*.csv")):
        with path.open(encoding="utf-8-sig", newline="") as lines:
            for number, cells in enumerate(csv.reader(lines), start=1):
                if len(cells) > 1:
                    yield path.name, number, " ".join(cells[1].split())


def _stand_in(cell: str) -> StandIn | None:
    match = _NAME.match(cell)
    if match is None:
        return None
    kind, symbol, day, month, year, body, place, title = match.groups()
    try:
        return StandIn(kind, symbol, dt.date(int(year), int(month), int(day)), body, place, title)
    except ValueError:
        return None


def measure() -> tuple[int, int, int]:
    """Rows of stand-ins, rows tied to the right one, rows tied at all."""
    chance = random.Random(20261122)
    named = {(name, number): made for name, number, cell in _cells() if (made := _stand_in(cell)) is not None}
    chosen = {made for made in sorted(set(named.values())) if chance.random() < 0.5}
    with tempfile.TemporaryDirectory() as folder:
        documents = Path(folder) / "documents"
        documents.mkdir()
        for at, made in enumerate(sorted(chosen)):
            (documents / f"{at:03d}.txt").write_text(made.text(), encoding="utf-8")
            if at % 10 == 0:
                other = "Kiên Giang" if made.place == "An Giang" else "An Giang"
                later = made._replace(day=made.day.replace(day=min(made.day.day, 27)) + dt.timedelta(days=1))
                for extra, twin in enumerate((made._replace(place=other), later)):
                    if twin not in named.values():
                        (documents / f"{at:03d}-{extra}.txt").write_text(twin.text(), encoding="utf-8")
        with Archive(Path(folder) / "a.db") as archive:
            archive.add(documents)
            rows = {row.id: row for row in archive.works()}
            wanted = {place for place, made in named.items() if made in chosen}
            right = tied = 0
            for path in sorted((corpus.root() / FOLDER).glob("*.csv")):
                for each in review_import(archive, path, at=dt.datetime.now(dt.UTC)).rows:
                    work = each.named[0].work if each.named else None
                    if work is None or each.planned:
                        continue
                    tied += 1
                    made = named.get((path.name, each.row.line))
                    row = rows[work]
                    right += made is not None and (row.symbol, row.date) == (made.symbol, made.day)
    return len(wanted), right, tied


def figures() -> Iterable[Figure]:
    wanted, right, tied = measure()
    yield Figure("officer's table, rows tied: recall", right / max(wanted, 1), wanted)
    yield Figure("officer's table, rows tied: precision", right / max(tied, 1), tied)
