"""Several serving processes over one archive: they answer alike, know each other's work, and end together."""

import os
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import httpx
import pytest

from tests.sample_truth import SAMPLE
from vanban.accounts import Accounts
from vanban.api import Archive
from vanban.model.errors import UsageError
from vanban.web.shelf import Answer, Shelf

DECREE = "/akn/vn/act/nghi-dinh/chinh-phu/2018-05-10/902-2018-nd-cp"


class Served:
    """`vanban serve --workers 2` as a person starts it."""

    def __init__(self, archive: Path, *more: str) -> None:
        with socket.socket() as probe:
            probe.bind(("127.0.0.1", 0))
            self.port = probe.getsockname()[1]
        self.address = f"http://127.0.0.1:{self.port}"
        line = [sys.executable, "-m", "vanban.cli", "serve", "--archive", str(archive), "--port", str(self.port)]
        self.process = subprocess.Popen([*line, "--workers", "2", *more], stdout=subprocess.PIPE, text=True)
        for _ in range(600):
            try:
                httpx.get(f"{self.address}/robots.txt", timeout=10)
                return
            except httpx.TransportError:
                time.sleep(0.1)
        raise AssertionError("the room does not open")

    def children(self) -> list[int]:
        """The serving processes."""
        every = [int(each.name) for each in Path("/proc").glob("[0-9]*")]
        ours = [pid for pid in every if _parent(pid) == self.process.pid]
        return [pid for pid in ours if b"spawn_main" in Path(f"/proc/{pid}/cmdline").read_bytes()]

    def stop(self, told: int = signal.SIGTERM) -> int:
        self.process.send_signal(told)
        return self.process.wait(timeout=40)


def _parent(pid: int) -> int:
    try:
        return int(Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


@pytest.fixture
def archive(tmp_path: Path) -> Iterator[Path]:
    if not sys.platform.startswith("linux"):
        pytest.skip("looks at /proc")
    path = tmp_path / "vanban.db"
    with Archive(path) as made:
        made.add(SAMPLE / "nghi-dinh-902-2018-nd-cp.html", workers=1)
    yield path


def test_an_addition_is_known_to_every_process(archive: Path) -> None:
    served = Served(archive)
    try:
        file = SAMPLE / "nghi-dinh-911-2023-nd-cp.docx"
        answer = httpx.post(f"{served.address}/add", files={"files": (file.name, file.read_bytes())}, timeout=60)
        place = answer.headers["location"]
        for _ in range(600):
            # Each question comes over a new connection, so to any of the processes.
            told = [httpx.get(f"{served.address}{place}.json", timeout=60) for _ in range(8)]
            assert {each.status_code for each in told} == {200}
            if all(each.json()["done"] for each in told):
                break
            time.sleep(0.1)
        assert all(each.json()["report"]["added"] == 1 for each in told)
        page = f"{served.address}{DECREE}?on=2024-02-01"
        assert all("điện tử hoặc" in httpx.get(page, timeout=60).text for _ in range(8))
        time.sleep(Shelf.LAG)
        found = [httpx.get(f"{served.address}/search.json?q=911/2023", timeout=60).json() for _ in range(8)]
        assert {each["results"][0]["work"]["symbol"] for each in found} == {"911/2023/NĐ-CP"}
    finally:
        served.stop()


@pytest.mark.parametrize("told", [signal.SIGTERM, signal.SIGINT, signal.SIGKILL])
def test_all_end_with_the_one_that_was_started(archive: Path, told: int) -> None:
    served = Served(archive)
    children = served.children()
    assert len(children) == 2
    code = served.stop(told)
    assert code == (-signal.SIGKILL if told == signal.SIGKILL else 0)
    for _ in range(300):
        if not any(Path(f"/proc/{pid}").exists() and _parent(pid) for pid in children):
            break
        time.sleep(0.1)
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        probe.bind(("127.0.0.1", served.port))


def test_a_process_that_dies_is_replaced(archive: Path) -> None:
    served = Served(archive)
    try:
        time.sleep(5)
        first, second = served.children()
        os.kill(first, signal.SIGKILL)
        for _ in range(300):
            now = served.children()
            if len(now) == 2 and first not in now:
                break
            time.sleep(0.1)
        assert second in now and first not in now
        assert all(httpx.get(f"{served.address}/about", timeout=60).status_code == 200 for _ in range(8))
    finally:
        served.stop()


def test_a_room_that_is_open_already_is_not_joined(archive: Path) -> None:
    served = Served(archive)
    try:
        line = [sys.executable, "-m", "vanban.cli", "serve", "--archive", str(archive), "--port", str(served.port)]
        again = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
        assert again.returncode == 2 and "--port" in again.stderr
    finally:
        served.stop()


def test_there_is_no_room_without_an_archive(tmp_path: Path) -> None:
    line = [sys.executable, "-m", "vanban.cli", "serve", "--archive", str(tmp_path / "sai.db")]
    told = subprocess.run(line, capture_output=True, text=True, timeout=60, check=False)
    assert told.returncode == 2 and "sai.db" in told.stderr and not list(tmp_path.iterdir())


def test_tries_are_counted_over_all_processes(tmp_path: Path) -> None:
    import datetime as dt

    now = dt.datetime(2026, 11, 1, 8, 0, tzinfo=dt.UTC)
    first, second = Accounts(tmp_path / "a"), Accounts(tmp_path / "a")
    for accounts in (first, second) * 5:
        accounts.count("sign-in", "as an", now)
    with pytest.raises(UsageError, match="too-often"):
        second.count("sign-in", "as an", now)
    second.count("sign-in", "as bình", now)
    first.forgive("sign-in", "as an")
    second.count("sign-in", "as an", now)
    first.count("sign-in", "as an", now + dt.timedelta(minutes=11))
    first.close()
    second.close()


def test_what_is_over_is_told_only_to_those_who_would_wait() -> None:
    shelf, answer = Shelf(1 << 20), Answer("text/html", b"x", b"x", '"x"')
    shelf.sift(1, ())
    shelf.put("home", 1, answer, None)
    shelf.put("act", 1, answer, frozenset({"a"}))
    assert shelf.before("home") is None
    shelf.sift(2, ["a"])
    assert shelf.get("home", 2) is None and shelf.before("home") is answer and shelf.before("home", -1.0) is None
    assert shelf.get("act", 2) is None and shelf.before("act") is None
    shelf.drop_over()
    assert shelf.before("home") is None
