"""The reading processes of one archive: files in, outcomes out, whatever happens to a process on the way."""

import os
import selectors
import sys
import time
from collections import deque
from collections.abc import Iterable, Iterator
from pathlib import Path

import msgspec

from vanban.archive.frames import take_frames
from vanban.archive.hand import COMMAND, Hand, hire
from vanban.archive.outcome import Job, Outcome
from vanban.archive.worker import Start
from vanban.model.errors import UsageError
from vanban.rules import Rules

# Enough that a process never waits for the parent's transaction, few enough to lose little when one dies.
_IN_FLIGHT = 32
# A second process starts when the first has this many jobs waiting: one file needs one process.
_EAGER = 2
_READ_BYTES = 1 << 20
# A file that takes longer is given up: the slowest honest one seen (a 20 MB PDF) takes under a minute.
PATIENCE_SECONDS = 300.0
_outcomes = msgspec.msgpack.Decoder(Outcome)


def cores() -> int:
    """How many processors this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def outcomes(
    jobs: Iterable[Job], rules: Rules, files: Path, workers: int, patience: float = PATIENCE_SECONDS
) -> Iterator[tuple[Job, Outcome]]:
    """Every job with its outcome, in the order in which they are done, from `workers` parallel processes.

    A process that dies or takes too long on a file costs that file alone (`reader-died`, `reader-too-slow`); the jobs
    behind it are done by a new process. Raises UsageError where a process does not even start.
    """
    start = Start(rules, str(files))
    waiting = iter(jobs)
    again: deque[Job] = deque()
    crew: list[Hand] = []
    selector = selectors.DefaultSelector()

    def one_more() -> Hand:
        hand = hire(start, crew)
        selector.register(hand.answers, selectors.EVENT_READ, hand)
        crew.append(hand)
        return hand

    def dismiss(hand: Hand, code: str) -> Iterator[tuple[Job, Outcome]]:
        selector.unregister(hand.answers)
        crew.remove(hand)
        hand.stop()
        if not hand.ready:
            # Not the fault of a file: no process would start, and every file would be blamed in turn.
            raise UsageError("reader-not-started", command=f"{sys.executable} -c '{COMMAND}'")
        if hand.waiting:
            job = hand.waiting.popleft()
            again.extend(hand.waiting)
            yield job, Outcome(None, code, {"name": job.name})

    try:
        more = True
        while True:
            more = more or bool(again)
            while more and (len(crew) < workers or min(len(hand.waiting) for hand in crew) < _IN_FLIGHT):
                job = again.popleft() if again else next(waiting, None)
                if job is None:
                    more = False
                    break
                hand = min(crew, key=lambda each: len(each.waiting), default=None)
                if hand is None or (len(hand.waiting) >= _EAGER and len(crew) < workers):
                    hand = one_more()
                hand.give(job)
            if not any(hand.waiting for hand in crew):
                return
            for key, _ in selector.select(timeout=1.0):
                hand = key.data
                data = os.read(hand.answers.fileno(), _READ_BYTES)
                if not data:
                    yield from dismiss(hand, "reader-died")
                    continue
                hand.buffer += data
                for frame in take_frames(hand.buffer):
                    hand.since = time.monotonic()
                    if not hand.ready:
                        hand.ready = True
                        continue
                    yield hand.waiting.popleft(), _outcomes.decode(frame)
            now = time.monotonic()
            # Until it is ready a process loads the tables: no file is to blame, and no file's patience counts.
            for hand in [
                each
                for each in crew
                if each.waiting and now - each.since > (patience if each.ready else PATIENCE_SECONDS)
            ]:
                yield from dismiss(hand, "reader-too-slow")
    finally:
        selector.close()
        for hand in crew:
            hand.stop()
