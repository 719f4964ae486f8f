"""The start of force that the text alone gives, against the portal's date and the codification registry's.

`python -m benchmarks.effects_force --errors` lists every difference with the clause that we read.
"""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus
from benchmarks.acts import assembled
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.model import Parsed
from vanban.rules import load

TRUTH = Path(__file__).parent / "truth" / "effects_force.tsv"
STARTS = "Ngày có hiệu lực"


class Start(NamedTuple):
    name: str
    said: dt.date
    read: dt.date | None
    quote: str

    @property
    def right(self) -> bool:
        return self.said == self.read


def _day(printed: str) -> dt.date | None:
    try:
        return dt.datetime.strptime(printed.strip(), "%d/%m/%Y").date()
    except ValueError:
        return None


def _start(name: str, said: dt.date, parsed: Parsed) -> Start:
    basis = parsed.force.basis
    quote = parsed.text.content[basis.start : basis.end] if basis else ""
    return Start(name, said, parsed.force.start_on, " ".join(quote.split()))


def portal() -> Iterator[Start]:
    """Each Vietnamese page whose date the portal gives."""
    rules = load()
    for row in corpus.rows("portal/vbpl_docs.jsonl.gz"):
        path = corpus.root() / "portal/text" / row["file"].replace(".html", ".txt")
        said = _day(row["dates"].get(STARTS, ""))
        if path.exists() and said is not None:
            yield _start(row["file"], said, pipeline.parse(path.read_bytes(), path.name, rules))


def registry() -> Iterator[Start]:
    """Each enacted text of `acts` that the codification registry dates; texts without closing articles are left out."""
    rules = load()
    dated = {row["so_hieu"]: row for row in corpus.load("codification/docs_registry_2024-04.json")}
    for act in assembled():
        row = dated.get(act.symbol)
        said = _day(row.get("ngay_hieu_luc", "")) if row else None
        if row is None or said is None:
            continue
        passed = _day(row.get("ngay_ban_hanh", ""))
        yield _start(act.symbol, said, act.parsed(rules, passed))


def settled() -> dict[tuple[str, dt.date], dt.date | None]:
    """The differences that were settled by reading the document: (name, day of the source) to the printed day."""
    found = {}
    for line in TRUTH.read_text(encoding="utf-8").splitlines():
        if line and not line.startswith("#"):
            _, name, said, printed, _ = line.split("\t")
            found[name, dt.date.fromisoformat(said)] = dt.date.fromisoformat(printed) if printed else None
    return found


def figures() -> Iterable[Figure]:
    known = settled()
    for name, starts in (("portal", list(portal())), ("codification registry", list(registry()))):
        right = sum(start.right for start in starts)
        wrong = sum(start.read is not None and not start.right for start in starts)
        note = f"{wrong} other day, {len(starts) - right - wrong} silent or not computable"
        yield Figure(
            f"start of force from the text, {name}, raw", right / len(starts), len(starts), 0.98, 0.998, note=note
        )
        printed = [(start, known.get((start.name, start.said), start.said)) for start in starts]
        settled_right = sum(start.read == day for start, day in printed)
        slips = sum(day != start.said for start, day in printed)
        yield Figure(
            f"start of force from the text, {name}, adjudicated",
            settled_right / len(starts), len(starts), 0.98, 0.998, note=f"{slips} slips settled by the printed clause",
        )  # fmt: skip


if __name__ == "__main__":
    if "--errors" in sys.argv:
        for start in (*portal(), *registry()):
            if not start.right:
                print(start.name, f"said {start.said}", f"read {start.read}", start.quote, sep=" | ")
