"""Memory while a hundred thousand different documents are added in truth: `python -m benchmarks.many [COUNT]`.

Not part of `make bench`: it takes a quarter of an hour or more. The made-up documents (`many_documents`) go through
`archive.add` with its reading processes; the resident memory of the adding process and of the largest reader is taken
on the way, and the archive's size told at the end. Memory is flat where the later marks stay near the one at 1,000.
"""

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from benchmarks.many_documents import document
from vanban.archive import Progress, add, open_archive
from vanban.rules import load

_COUNT, _A_FOLDER = 100_000, 1_000
_MARKS = (1_000, 2_000, 5_000, 10_000, 20_000, 50_000, 75_000, 100_000)


def main() -> None:
    """Write the documents into a folder of their own, then add them in a process that has done nothing else."""
    if sys.argv[1:2] == ["--add"]:
        _add(Path(sys.argv[2]), Path(sys.argv[3]))
        return
    count = int(sys.argv[1]) if len(sys.argv) > 1 else _COUNT
    with tempfile.TemporaryDirectory() as scratch:
        size = _write(Path(scratch) / "documents", count)
        print(
            f"{count:,} documents written, {size / 1e6:,.0f} million characters, {size / count:,.0f} each", flush=True
        )
        command = [sys.executable, "-m", "benchmarks.many", "--add", f"{scratch}/documents", f"{scratch}/many.db"]
        subprocess.run(command, check=True)
        stored = Path(scratch) / "many.db"
        print(f"the archive's file: {stored.stat().st_size / 2**20:,.0f} MiB")


def _write(folder: Path, count: int) -> int:
    size = 0
    for number in range(count):
        if number % _A_FOLDER == 0:
            place = folder / f"{number // _A_FOLDER:04}"
            place.mkdir(parents=True)
        text = document(number)
        size += len(text)
        (place / f"{number:06}.txt").write_text(text, encoding="utf-8")
    return size


def _add(folder: Path, archive: Path) -> None:
    begun = time.perf_counter()
    marks = list(_MARKS)

    def told(progress: Progress) -> None:
        if marks and progress.added >= marks[0]:
            while marks and progress.added >= marks[0]:
                marks.pop(0)
            own, readers = _resident(os.getpid()), [_resident(child) for child in _children()]
            print(
                f"{progress.added:>9,} added: {own:6.1f} MiB the adding process, {max(readers, default=0):6.1f} "
                f"MiB the largest reader; {time.perf_counter() - begun:,.0f} s",
                flush=True,
            )

    with open_archive(archive) as store:
        report = add(store, [folder], load(), progress=told)
    used = [resource.getrusage(who) for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)]
    busy = [1e3 * (each.ru_utime + each.ru_stime) / report.added for each in used]
    peak = [each.ru_maxrss / 1024 for each in used]
    print(
        f"{report.added:,} added, {report.already_here:,} here already, {len(report.not_read)} not read; processor "
        f"time a document: {busy[0]:.2f} ms writing, {busy[1]:.2f} ms reading; "
        f"peaks {peak[0]:.0f} and {peak[1]:.0f} MiB"
    )


def _resident(process: int) -> float:
    """The resident memory of a process in MiB (Linux)."""
    for line in Path(f"/proc/{process}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


def _children() -> list[int]:
    own = os.getpid()
    return [int(child) for child in Path(f"/proc/{own}/task/{own}/children").read_text().split()]


if __name__ == "__main__":
    main()
