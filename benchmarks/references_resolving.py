"""How fast `resolve` answers: references of every kind against 100,000 works in memory, scaled to a million."""

import datetime as dt
import resource
import time
from collections.abc import Iterable, Iterator

from benchmarks.figure import Figure
from vanban.model import Issuer, Reference, Target, Work
from vanban.references import Shelf, WorkFacts, resolve
from vanban.rules import load

_WORKS, _REFERENCES = 100_000, 200_000
_KINDS = (
    ("nghi-dinh", "NĐ-CP", "chinh-phu"),
    ("thong-tu", "TT-BTC", "bo-tai-chinh"),
    ("quyet-dinh", "QĐ-UBND", "ubnd-tinh-ha-nam"),
)


def _works() -> Iterator[WorkFacts]:
    for number in range(_WORKS):
        kind, code, issuer = _KINDS[number % 3]
        year = 1997 + number % 30
        symbol = f"{number // 30 + 1}/{year}/{code}"
        yield WorkFacts(f"w{number}", "state", kind, symbol, f"Quy định số {number}", issuer, dt.date(year, 3, 1))


def _references() -> Iterator[Reference]:
    names = ("Đất đai", "Doanh nghiệp", "Đầu tư", "Nhà ở", "Xây dựng")
    for at in range(_REFERENCES):
        number = (at * 7919) % _WORKS
        kind, code, _ = _KINDS[number % 3]
        year = 1997 + number % 30
        if at % 10 == 0:
            target = Target("luat", title=names[at % 5])
        else:
            day = dt.date(year, 3, 1) if at % 2 else None
            target = Target(kind, f"{number // 30 + 1:02}/{year}/{code}", date=day)
        yield Reference(0, 1, "art_1", "cites", target)


def figures() -> Iterable[Figure]:
    """Seconds for a million references, and the memory that the answering itself adds."""
    rules = load()
    shelf = Shelf(_works())
    citing = Work(
        "here",
        "state",
        "nghi-dinh",
        "",
        "1/2026/NĐ-CP",
        "",
        "1",
        2026,
        Issuer("hdnd-tinh-ha-nam", ""),
        dt.date(2026, 1, 1),
        "",
        "",
    )
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    begun = time.process_time()
    answered = sum(resolve(item, citing, shelf, rules).work is not None for item in _references())
    seconds = (time.process_time() - begun) * 1_000_000 / _REFERENCES
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    yield Figure(
        "resolving 1 million references, 100,000 works",
        seconds,
        _REFERENCES,
        120,
        30,
        unit="s",
        lower_is_better=True,
        note=f"{answered:,} answered",
    )
    yield Figure("memory added by resolving", grown, _REFERENCES, 20, 5, unit="MiB", lower_is_better=True)
