"""The reading room: how soon a page begins, how large it is, and how it stands two hundred readers and one who adds.

Over an archive of the corpus (the portal's texts, `.bench/web.db`, made once). First byte: one reader, pages asked for
before. Load: pages that every serving process has made once; readers who each rest `_REST` seconds between pages, for
`_SECONDS`; meanwhile one adds documents. Wall time, so only true on a quiet machine of which the readers themselves
take a core; the CPU time of the server is told beside it.
"""

import asyncio
import gzip
import random
import shutil
import socket
import statistics
import subprocess
import sys
import time
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path

import httpx

from benchmarks.corpus import root
from benchmarks.figure import Figure
from vanban.api import Archive

_KEPT = Path(".bench/web.db")
_READERS, _REST, _SECONDS = 200, 2.0, 30.0
_QUERIES = ("hanh lang", "điều kiện đăng ký", "trách nhiệm của ủy ban nhân dân", "34/2016/nd-cp", "mức thu phí")


def figures() -> Iterable[Figure]:
    archive = _archive()
    with Archive(archive) as opened:
        works = [work.id for work in opened.works()]
    served = _Served(archive)
    try:
        yield from asyncio.run(_first_bytes(served.address, works))
        _known_to_all(served.address, works)
        yield from asyncio.run(_load(served, works))
    finally:
        served.stop()


def _archive() -> Path:
    """A fresh copy of the kept archive: the load adds to it."""
    if not _KEPT.exists():
        _KEPT.parent.mkdir(exist_ok=True)
        with Archive(_KEPT) as made:
            made.add(root() / "portal" / "text")
            made.index()
    copy = _KEPT.with_name("web-load.db")
    for path in _KEPT.parent.glob("web-load.db*"):
        shutil.rmtree(path) if path.is_dir() else path.unlink()
    for path in _KEPT.parent.glob("web.db*"):
        place = copy.with_name(path.name.replace("web.db", copy.name))
        shutil.copytree(path, place) if path.is_dir() else shutil.copy(path, place)
    return copy


class _Served:
    """The room as `vanban serve` opens it, with as many serving processes as it takes by itself."""

    def __init__(self, archive: Path) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{port}"
        command = [sys.executable, "-m", "vanban.cli", "serve", "--archive", str(archive), "--port", str(port)]
        self.process = subprocess.Popen(command, stdout=subprocess.DEVNULL)
        for _ in range(300):
            try:
                httpx.get(self.address + "/about", timeout=5)
                return
            except httpx.TransportError:
                time.sleep(0.1)
        raise RuntimeError("the server does not start")

    def cpu_seconds(self) -> float:
        """What the server has used so far (Linux: clock ticks of its processes and of those that they have ended)."""
        rows: dict[int, list[str]] = {}
        for stat in Path("/proc").glob("[0-9]*/stat"):
            with suppress(OSError):
                rows[int(stat.parent.name)] = stat.read_text().rpartition(")")[2].split()
        ours = {self.process.pid}
        while more := {pid for pid, row in rows.items() if int(row[1]) in ours} - ours:
            ours |= more
        return sum(int(ticks) for pid in ours if pid in rows for ticks in rows[pid][11:15]) / 100

    def stop(self) -> None:
        self.process.terminate()
        self.process.wait()


async def _first_bytes(address: str, works: list[str]) -> list[Figure]:
    """Each page twice: the second time is the figure. Sizes are those of the first."""
    waits, cold, sizes, packed = [], [], [], []
    async with httpx.AsyncClient(base_url=address, timeout=60) as client:
        for path in [*works, *(f"/search?q={query}" for query in _QUERIES), "/", "/documents"]:
            for times in (cold, waits):
                start = time.perf_counter()
                async with client.stream("GET", path) as answer:
                    times.append((time.perf_counter() - start) * 1000)
                    body = await answer.aread()
            if path in works:
                sizes.append(len(body) / 1000)
                packed.append(len(gzip.compress(body, 5)) / 1000)
    return [
        Figure("first byte, warm, p50", statistics.median(waits), len(waits), 50, unit="ms", lower_is_better=True),
        Figure("first byte, warm, p95", _p(waits, 95), len(waits), 50, unit="ms", lower_is_better=True),
        Figure("first byte, asked for the first time, p95", _p(cold, 95), len(cold), unit="ms", lower_is_better=True),
        Figure("page of a document as it travels (gzip), p95", _p(packed, 95), len(packed), 100, unit="kB",
               lower_is_better=True),
        Figure("page of a document as it travels (gzip), largest", max(packed), len(packed), 100, unit="kB",
               lower_is_better=True),
        Figure("page of a document, unpacked, p50", statistics.median(sizes), len(sizes), unit="kB",
               lower_is_better=True),
    ]  # fmt: skip


def _known_to_all(address: str, works: list[str]) -> None:
    """Ask for every page over several connections, so that each serving process has made it once."""
    for _ in range(6):
        with httpx.Client(base_url=address, timeout=60) as client:
            for path in works:
                client.get(path)


async def _load(served: _Served, works: list[str]) -> list[Figure]:
    chosen = random.Random(7)
    waits: list[float] = []
    errors: list[str] = []
    end = time.monotonic() + _SECONDS
    before = served.cpu_seconds()

    async def read(client: httpx.AsyncClient, picked: random.Random) -> None:
        await asyncio.sleep(picked.random() * _REST)
        while time.monotonic() < end:
            path = picked.choice(
                (picked.choice(works), picked.choice(works), f"/search?q={picked.choice(_QUERIES)}", "/")
            )
            start = time.perf_counter()
            try:
                answer = await client.get(path)
                waits.append((time.perf_counter() - start) * 1000)
                if answer.status_code != 200:
                    errors.append(f"{answer.status_code} {path}")
            except httpx.HTTPError as error:
                errors.append(f"{type(error).__name__} {path}")
            await asyncio.sleep(_REST)

    async def add(client: httpx.AsyncClient) -> None:
        files = sorted((root() / "portal" / "translations").iterdir())
        for path in files:
            if time.monotonic() >= end:
                return
            answer = await client.post("/add", files={"files": (path.name, path.read_bytes())})
            if answer.status_code not in (200, 303):
                errors.append(f"{answer.status_code} /add")
            await asyncio.sleep(3)

    limits = httpx.Limits(max_connections=None, max_keepalive_connections=None)
    async with httpx.AsyncClient(base_url=served.address, timeout=60, limits=limits) as client:
        await asyncio.gather(*(read(client, random.Random(chosen.random())) for _ in range(_READERS)), add(client))
    used = served.cpu_seconds() - before
    return [
        Figure("200 readers and one who adds: errors", len(errors), len(waits), 0, unit="", lower_is_better=True,
               note="; ".join(errors[:3])),
        Figure("the same: whole page, p50", statistics.median(waits), len(waits), unit="ms", lower_is_better=True),
        Figure("the same: whole page, p95", _p(waits, 95), len(waits), 200, unit="ms", lower_is_better=True),
        Figure("the same: CPU of the server a page", 1000 * used / len(waits), len(waits), unit="ms",
               lower_is_better=True),
    ]  # fmt: skip


def _p(values: list[float], share: int) -> float:
    return statistics.quantiles(values, n=100)[share - 1]
