"""Additions under way: one after the other, each with its progress and what came of it, known to every process.

They lie in a folder beside the archive (`vanban.db.adding`), one subfolder each: `job.json`, and until the end what
was sent. A browser that asks how far its addition is may be answered by another process than the one that adds.
"""

import fcntl
import hashlib
import os
import secrets
import shutil
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import msgspec

from vanban.api import Archive
from vanban.api.added import Added
from vanban.archive import AddReport, NotRead, Progress
from vanban.model.errors import VanbanError

_KEPT = 50
_TOLD_EVERY_SECONDS, _GRACE_SECONDS = 0.3, 5.0
_JOB, _SENT, _TURN = "job.json", "sent", "turn"


class JobFault(msgspec.Struct, frozen=True):
    """Why an addition could not be done at all: a row of the table `findings` and what fills its sentence."""

    code: str
    details: dict[str, str] = {}


class Job(msgspec.Struct, frozen=True):
    """One addition, by the process `process`. `report` None: not done yet."""

    id: str
    files: int
    process: int
    progress: Progress | None = None
    report: AddReport | None = None
    added: tuple[Added, ...] = ()
    fault: JobFault | None = None


class Jobs:
    """The additions of a room; the oldest are forgotten, what they added is not. `done` is called at each one's end."""

    def __init__(self, archive: Archive, done: Callable[[], None]) -> None:
        self._archive = archive
        self._done = done
        files = archive.store.files
        self._folder = files.with_name(files.name.removesuffix(".files") + ".adding")
        self._threads: list[threading.Thread] = []

    def begin(self) -> tuple[str, Path]:
        """The id of a new addition, and an empty folder to put its files into; `start` takes that away at the end."""
        id = secrets.token_urlsafe(12)
        sent = self._folder / id / _SENT
        self._folder.mkdir(mode=0o700, exist_ok=True)
        sent.mkdir(parents=True)
        return id, sent

    def drop(self, id: str) -> None:
        """Give up an addition that was begun and not started."""
        shutil.rmtree(self._folder / id, ignore_errors=True)

    def start(self, id: str) -> None:
        """Add what lies in the folder of an addition that was begun."""
        files = [path for path in sorted((self._folder / id / _SENT).rglob("*")) if path.is_file()]
        job = Job(id, len(files), os.getpid())
        self._write(job)
        self._forget_the_oldest()
        self._threads = [each for each in self._threads if each.is_alive()]
        thread = threading.Thread(target=self._run, args=(job, files), daemon=True)
        self._threads.append(thread)
        thread.start()

    def close(self) -> None:
        """Wait a little for additions that are about to be done; the others are broken off with the process."""
        end = time.monotonic() + _GRACE_SECONDS
        for thread in self._threads:
            thread.join(max(end - time.monotonic(), 0))

    def get(self, id: str) -> Job | None:
        """The addition of that id; one whose process has died is told as broken off."""
        try:
            job = msgspec.json.decode((self._folder / Path(id).name / _JOB).read_bytes(), type=Job)
        except (OSError, msgspec.MsgspecError):
            return None
        if job.report is None and not _lives(job.process):
            return msgspec.structs.replace(job, report=AddReport(), fault=JobFault("addition-broken-off"))
        return job

    def _run(self, job: Job, files: list[Path]) -> None:
        folder = self._folder / job.id / _SENT
        told = 0.0

        def moved(progress: Progress) -> None:
            nonlocal told
            if time.monotonic() - told >= _TOLD_EVERY_SECONDS:
                told = time.monotonic()
                self._write(msgspec.structs.replace(job, progress=progress))

        try:
            with self._turn():
                hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
                report = self._archive.add(folder, workers=1, progress=moved)
                added = self._archive.came_of(hashes)
                # A search after this finds what was added, and need not take it up first.
                self._archive.index().refresh()
            left = tuple(_named(each, folder) for each in report.not_read)
            done = msgspec.structs.replace(job, report=msgspec.structs.replace(report, not_read=left), added=added)
        except VanbanError as error:
            done = msgspec.structs.replace(job, report=AddReport(), fault=JobFault(error.code, error.details))
        except BaseException:
            done = msgspec.structs.replace(job, report=AddReport(), fault=JobFault("addition-broken-off"))
            raise
        finally:
            self._done()
            self._write(done)
            shutil.rmtree(folder, ignore_errors=True)

    def _write(self, job: Job) -> None:
        """Whole or not at all: another process may be reading."""
        place = self._folder / job.id / _JOB
        draft = place.with_suffix(".new")
        draft.write_bytes(msgspec.json.encode(job))
        draft.replace(place)

    @contextmanager
    def _turn(self) -> Iterator[None]:
        """One addition at a time, of all processes."""
        with (self._folder / _TURN).open("w") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            yield

    def _forget_the_oldest(self) -> None:
        jobs = sorted(self._folder.glob(f"*/{_JOB}"), key=lambda path: path.stat().st_mtime, reverse=True)
        for path in jobs[_KEPT:]:
            job = self.get(path.parent.name)
            if job is None or job.report is not None:
                shutil.rmtree(path.parent, ignore_errors=True)


def _lives(process: int) -> bool:
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    except PermissionError:
        return True
    return True


def _named(each: NotRead, folder: Path) -> NotRead:
    """A file by the name that it was sent under, not by where it lay for a moment."""
    name = each.path.removeprefix(str(folder)).lstrip("/")
    return msgspec.structs.replace(each, path=name)
