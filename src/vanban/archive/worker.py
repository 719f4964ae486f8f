"""What a reading process does: it takes jobs from a pipe and answers in their order.

A process of our own instead of `multiprocessing`: nothing of the caller's program is imported anew, and when a library
crashes on a file, the one that waits knows which file it was, and goes on.
"""

import gc
import os
import signal
import sys
from pathlib import Path
from typing import IO

import msgspec

from vanban.archive.frames import read_frame, write_frame
from vanban.archive.outcome import Job, read_one
from vanban.rules import Rules

_COLLECT_EVERY = 100


class Start(msgspec.Struct, frozen=True, array_like=True):
    """The first message: the tables, and the folder of the originals."""

    rules: Rules
    files: str


def answer_all(start: Start, jobs: IO[bytes], answers: IO[bytes]) -> None:
    """Say that all is ready (an empty message), then answer every job until the input ends."""
    files = Path(start.files)
    decoder, encoder = msgspec.msgpack.Decoder(Job), msgspec.msgpack.Encoder()
    write_frame(answers, b"")
    # The collector finds nothing while a document is read, and looking for it costs a twelfth of the time.
    gc.freeze()
    gc.disable()
    done = 0
    while (frame := read_frame(jobs)) is not None:
        write_frame(answers, encoder.encode(read_one(decoder.decode(frame), start.rules, files)))
        done += 1
        if done % _COLLECT_EVERY == 0:
            gc.collect()


def leave_interrupts_to_the_parent() -> None:
    """Ctrl-C in a terminal reaches the whole group; the parent decides what becomes of us."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)


def main() -> None:
    """A process that was started for it: the first message says what all jobs need.

    Standard output is kept for answers alone: whatever a library prints goes to standard error.
    """
    leave_interrupts_to_the_parent()
    answers = os.fdopen(os.dup(1), "wb")
    os.dup2(2, 1)
    jobs = sys.stdin.buffer
    first = read_frame(jobs)
    if first is not None:
        answer_all(msgspec.msgpack.decode(first, type=Start), jobs, answers)


if __name__ == "__main__":
    main()
