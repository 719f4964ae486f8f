"""Where the time goes on one document: `python -m benchmarks.profile FILE` (`make profile FILE=…`).

First the milliseconds of each stage, the best of five; then the 25 functions in which most time is spent, by cProfile.
"""

import cProfile
import pstats
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from vanban import effects, identification, pipeline, reading, references, structure, tasks
from vanban.rules import Rules, load

T = TypeVar("T")

_PASSES = 5
_HOTTEST = 25


def _best(stage: Callable[[], T]) -> tuple[T, float]:
    """The value of a stage, and the milliseconds of its quickest pass."""
    value, best = stage(), float("inf")
    for _ in range(_PASSES):
        begun = time.perf_counter()
        stage()
        best = min(best, time.perf_counter() - begun)
    return value, 1000 * best


def stages(data: bytes, name: str, rules: Rules) -> dict[str, float]:
    """Milliseconds of each per-document stage, in the order of the pipeline."""
    spent: dict[str, float] = {}
    (text, _), spent["read"] = _best(lambda: reading.read(data, name, rules))
    (work, _), spent["identify"] = _best(lambda: identification.identify(text, rules))
    (units, _), spent["structure"] = _best(lambda: structure.parse(text, work, rules))
    (found, _), spent["references"] = _best(lambda: references.find(text, work, units, rules))
    _, spent["effects"] = _best(lambda: effects.find(text, work, units, found, rules))
    _, spent["tasks"] = _best(lambda: tasks.find(text, work, units, rules))
    return spent


def main(arguments: list[str]) -> int:
    """Print both tables for the one file named; exit code 2 without one."""
    if len(arguments) != 1 or not Path(arguments[0]).is_file():
        print("usage: python -m benchmarks.profile FILE", file=sys.stderr)
        return 2
    path, rules = Path(arguments[0]), load()
    data = path.read_bytes()
    spent = stages(data, path.name, rules)
    for name, milliseconds in spent.items():
        print(f"{name:<12}{milliseconds:>10.2f} ms{milliseconds / sum(spent.values()):>8.1%}")
    print(f"{'together':<12}{sum(spent.values()):>10.2f} ms\n")
    profile = cProfile.Profile()
    profile.runcall(pipeline.parse, data, path.name, rules)
    pstats.Stats(profile).sort_stats("tottime").print_stats(_HOTTEST)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
