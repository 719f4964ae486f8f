"""Effects drawn at random and checked by hand (issue 4): a wrong effect is worse than a missing one.

`python -m benchmarks.effects_sample --draw` prints a fresh seeded draw with the lines that decide; the verdicts
stand in `truth/effects_sample.tsv`, one line an effect: path, start, verb, target, verdict, note. Precision is what was
right as drawn: wrong effects were mended after the draw, so that the share of right ones among those still read alike
only guards against falling back; an effect no longer read, or read otherwise, is in neither of its numbers.
"""

import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from benchmarks import corpus
from benchmarks.figure import Figure
from vanban import pipeline
from vanban.model import Effect, Parsed
from vanban.model.errors import SourceError
from vanban.rules import load
from vanban.structure import Tree

TRUTH = Path(__file__).parent / "truth" / "effects_sample.tsv"
SEED, SIZE = 4, 300


def _documents(names: set[str] | None = None) -> Iterator[tuple[str, Parsed]]:
    rules = load()
    for folder in ("portal/text", "office"):
        for path in sorted((corpus.root() / folder).iterdir()):
            name = f"{folder}/{path.name}"
            if names is not None and name not in names:
                continue
            try:
                yield name, pipeline.parse(path.read_bytes(), path.name, rules)
            except SourceError:
                continue


def target(effect: Effect) -> str:
    """The target in one line: act, then units outermost first."""
    units = " ".join(f"{unit.level}:{unit.num}" for unit in effect.target.provision)
    act = effect.target.symbol or effect.target.title or effect.target.relative or "?"
    return f"{act} {units}".strip()


def draw() -> list[tuple[str, Parsed, Effect]]:
    """The seeded sample; `detail` effects have a measure of their own."""
    every = [
        (name, parsed, effect) for name, parsed in _documents() for effect in parsed.effects if effect.verb != "detail"
    ]
    return random.Random(SEED).sample(every, min(SIZE, len(every)))


def figures() -> Iterable[Figure]:
    rows = [line.split("\t") for line in TRUTH.read_text(encoding="utf-8").splitlines() if line and line[0] != "#"]
    read: set[tuple[str, ...]] = set()
    for name, parsed in _documents({row[0] for row in rows}):
        read.update((name, str(e.start), e.verb, target(e)) for e in parsed.effects)
    still = [row for row in rows if tuple(row[:4]) in read]
    right = sum(row[4] == "right" for row in still)
    note = f"{len(rows) - len(still)} of {len(rows)} are read otherwise now"
    drawn = sum(row[4] == "right" for row in rows)
    yield Figure(
        "effects drawn at random, precision as first drawn",
        drawn / len(rows),
        len(rows),
        0.98,
        0.999,
        note="the verdicts on the day of the draw, before what was wrong was mended",
    )
    yield Figure("effects checked by hand, right of those still read alike", right / len(still), len(still), note=note)


if __name__ == "__main__":
    if "--draw" in sys.argv:
        for name, parsed, effect in draw():
            content, tree = parsed.text.content, Tree(parsed.provisions)
            above = (
                [content[unit.start : unit.end].split("\n")[0][:110] for unit in tree.ancestors(effect.within)][:3]
                if effect.within in tree
                else []
            )
            words = (
                f"{effect.old or ''} -> {effect.new or ''}"[:70]
                if effect.old or effect.new
                else f"{len(effect.new_eids)} new"
            )
            when = (
                f"{effect.start_on or ''}/{effect.end_before or ''} {(effect.exception or '')[:50]} "
                f"{(effect.condition or '')[:50]}"
            )
            quote = " ".join(content[effect.start : effect.end].split())[:200]
            print(
                name, effect.start, effect.verb, target(effect), f"[{words}] {when}", quote, " < ".join(above), sep="\t"
            )
