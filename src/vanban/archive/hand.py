"""One reading process: the pipes to it, the jobs it has not answered yet, and the two ways to come by one.

A program that runs a single thread forks it: all is imported and loaded already, so that it reads its first file at
once. Any other program (the reading room, say) starts a process of its own, which takes a second to import.
"""

import contextlib
import os
import signal
import subprocess
import sys
import time
from collections import deque
from collections.abc import Iterable
from pathlib import Path
from typing import IO, Protocol

import msgspec

from vanban.archive import worker
from vanban.archive.frames import write_frame
from vanban.archive.outcome import Job
from vanban.archive.worker import Start

COMMAND = "from vanban.archive.worker import main; main()"
_PIPE_BYTES = 1 << 20
_F_SETPIPE_SZ = 1031  # Linux; elsewhere the pipe keeps its size
_THREADS = Path("/proc/self/task")
_encoder = msgspec.msgpack.Encoder()


class _Process(Protocol):
    """A process that can be ended: `wait` returns when nothing is left of it."""

    def kill(self) -> None: ...

    def wait(self) -> int: ...


class Hand:
    """One process and the jobs it has not answered yet, in order. `ready`: it has loaded what it needs."""

    def __init__(self, process: _Process, jobs: IO[bytes], answers: IO[bytes]) -> None:
        self._process, self._jobs, self.answers = process, jobs, answers
        # The tables go through whole at once, so that the next process starts while this one still loads.
        _widen(jobs.fileno())
        _widen(answers.fileno())
        self.waiting: deque[Job] = deque()
        self.buffer = bytearray()
        self.since = time.monotonic()
        self.ready = False

    def give(self, job: Job) -> None:
        """Send a job: the last of those that wait."""
        if not self.waiting:
            self.since = time.monotonic()
        self.waiting.append(job)
        self.send(_encoder.encode(job))

    def send(self, payload: bytes) -> None:
        """Send one message; a process that has died is told by the end of its answers."""
        with contextlib.suppress(BrokenPipeError):
            write_frame(self._jobs, payload)

    def stop(self) -> None:
        """End the process, whatever it is doing."""
        self._process.kill()
        self._process.wait()
        self.let_go()

    def let_go(self) -> None:
        """Close our ends of the pipes."""
        self.answers.close()
        with contextlib.suppress(BrokenPipeError):
            self._jobs.close()


def hire(start: Start, others: Iterable[Hand]) -> Hand:
    """A new reading process beside the `others`."""
    return _forked(start, others) if _runs_one_thread() else _started(start)


def _runs_one_thread() -> bool:
    """Whether forking is safe: another thread could hold a lock that nobody would ever open in the child.

    Only Linux counts the threads of libraries too; elsewhere the answer is no.
    """
    return _THREADS.is_dir() and sum(1 for _ in _THREADS.iterdir()) == 1


def _started(start: Start) -> Hand:
    """A process that imports and is told everything anew."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    process = subprocess.Popen(
        [sys.executable, "-c", COMMAND], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    )
    assert process.stdin and process.stdout
    hand = Hand(process, process.stdin, process.stdout)
    hand.send(_encoder.encode(start))
    return hand


def _forked(start: Start, others: Iterable[Hand]) -> Hand:
    """A copy of this process, which reads and does nothing else.

    What it inherits, the connection to the database above all, it never uses: it leaves through `os._exit`, so that
    nothing is closed or flushed twice.
    """
    jobs, give = os.pipe()
    take, answers = os.pipe()
    sys.stdout.flush()
    # No Ctrl-C may reach the copy before it has learned to leave that to us.
    blocked = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    number = os.fork()
    if number == 0:
        status = 1
        try:
            os.close(give)
            os.close(take)
            for hand in others:
                hand.let_go()
            worker.leave_interrupts_to_the_parent()
            signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
            os.dup2(2, 1)  # whatever a library prints is no answer
            worker.answer_all(start, os.fdopen(jobs, "rb"), os.fdopen(answers, "wb"))
            status = 0
        finally:
            os._exit(status)
    signal.pthread_sigmask(signal.SIG_SETMASK, blocked)
    os.close(jobs)
    os.close(answers)
    return Hand(_Copy(number), os.fdopen(give, "wb"), os.fdopen(take, "rb"))


class _Copy:
    """A forked process, by its number."""

    def __init__(self, number: int) -> None:
        self._number = number

    def kill(self) -> None:
        with contextlib.suppress(ProcessLookupError):
            os.kill(self._number, signal.SIGKILL)

    def wait(self) -> int:
        return os.waitpid(self._number, 0)[1]


def _widen(pipe: int) -> None:
    if sys.platform == "linux":
        import fcntl

        try:
            fcntl.fcntl(pipe, _F_SETPIPE_SZ, _PIPE_BYTES)
        except OSError:
            pass  # the system's limit is smaller: slower, nothing else
