"""Additions under way: one after the other in a thread of their own, each with its progress and what came of it."""

import hashlib
import secrets
import shutil
import tempfile
import threading
from collections import OrderedDict
from pathlib import Path

import msgspec

from vanban.api import Archive
from vanban.api.added import Added
from vanban.archive import AddReport, NotRead, Progress
from vanban.model.errors import VanbanError

_KEPT = 50


class Job(msgspec.Struct):
    """One addition. `report` None: not done yet; `fault` where it could not be done at all."""

    id: str
    files: int
    progress: Progress | None = None
    report: AddReport | None = None
    added: tuple[Added, ...] = ()
    fault: VanbanError | None = None


class JobAnswer(msgspec.Struct, frozen=True):
    """A job as its JSON: how far it is, and at the end what was read, what was not and why, and what came of it."""

    id: str
    files: int
    done: bool
    progress: Progress | None
    report: AddReport | None
    added: tuple[Added, ...]
    fault: str


class Jobs:
    """The additions of this process; the oldest are forgotten, what they added is not."""

    def __init__(self, archive: Archive) -> None:
        self._archive = archive
        self._jobs: OrderedDict[str, Job] = OrderedDict()
        self._turn = threading.Lock()

    def folder(self) -> Path:
        """A new folder to put files into; `start` takes it away at the end."""
        return Path(tempfile.mkdtemp(prefix="vanban-add-"))

    def start(self, folder: Path) -> Job:
        """Add what lies in the folder."""
        files = [path for path in sorted(folder.rglob("*")) if path.is_file()]
        job = Job(secrets.token_urlsafe(12), len(files))
        self._jobs[job.id] = job
        while len(self._jobs) > _KEPT:
            self._jobs.popitem(last=False)
        threading.Thread(target=self._run, args=(job, folder, files), daemon=True).start()
        return job

    def get(self, id: str) -> Job | None:
        """The addition of that id."""
        return self._jobs.get(id)

    def _run(self, job: Job, folder: Path, files: list[Path]) -> None:
        def moved(progress: Progress) -> None:
            job.progress = progress

        try:
            with self._turn:
                hashes = [hashlib.sha256(path.read_bytes()).hexdigest() for path in files]
                report = self._archive.add(folder, workers=1, progress=moved)
                job.added = self._archive.came_of(hashes)
                left = tuple(_named(each, folder) for each in report.not_read)
                job.report = msgspec.structs.replace(report, not_read=left)
        except VanbanError as error:
            job.fault = error
            job.report = AddReport()
        finally:
            shutil.rmtree(folder, ignore_errors=True)


def _named(each: NotRead, folder: Path) -> NotRead:
    """A file by the name that it was sent under, not by where it lay for a moment."""
    name = each.path.removeprefix(str(folder)).lstrip("/")
    return msgspec.structs.replace(each, path=name)
