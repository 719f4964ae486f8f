"""Effects drawn at random and checked by hand (issue 4): a wrong effect is worse than a missing one.

`python -m benchmarks.effects_sample --draw SEED SIZE` writes a seeded draw over `portal/text`, `office` and `acts` as
lines without a verdict, and `--show SEED SIZE` the same with the words that decide. A person fills in the verdict
("right" or "wrong": verb, act, provision, words and days against the clause and the lines above it) and the cause. Each
draw is one file of `annotations/effects`, named by its number and never drawn again; what it says was judged before
anything was mended, so that the last draw is the figure of the code that it was made with. Of the older draws, and of
the last one after it, only that part guards against falling back which is read alike today.
"""

import hashlib
import random
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.effects_unread import documents
from benchmarks.figure import Figure
from vanban.model import Effect, Parsed
from vanban.structure import Tree

DRAWS = Path(__file__).parent / "annotations" / "effects"
COLUMNS = ("path", "sha256", "start", "end", "verb", "target", "verdict", "cause")


class Judged(NamedTuple):
    """One effect of a draw as a person judged it; `sha256` is that of the file, or of the text put together."""

    path: str
    sha256: str
    start: int
    end: int | None
    verb: str
    target: str
    verdict: str
    cause: str

    @property
    def key(self) -> tuple[str, int, str, str]:
        """What must be the same for an effect to be the one that was judged."""
        return self.path, self.start, self.verb, self.target


def target(effect: Effect) -> str:
    """The target in one line: act, then units outermost first."""
    units = " ".join(f"{unit.level}:{unit.num}" for unit in effect.target.provision)
    act = effect.target.symbol or effect.target.title or effect.target.relative or "?"
    return f"{act} {units}".strip()


def drawn(seed: int, size: int) -> list[tuple[str, Parsed, Effect]]:
    """A seeded draw from every effect that is read today."""
    every = [(f"{folder}/{name}", parsed, effect) for folder, name, parsed in documents() for effect in parsed.effects]
    return random.Random(seed).sample(every, min(size, len(every)))


def sha256(parsed: Parsed) -> str:
    """Of the file; of the text where the document was put together from a collection."""
    return parsed.text.source.sha256 or hashlib.sha256(parsed.text.content.encode()).hexdigest()


def draws() -> Iterator[tuple[str, list[Judged]]]:
    """Each draw by its name, in order."""
    for path in sorted(DRAWS.glob("draw-*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        cells = (line.split("\t") for line in lines if line and not line.startswith(("#", "path\t")))
        yield path.stem, [Judged(c[0], c[1], int(c[2]), int(c[3]) if c[3] else None, *c[4:]) for c in cells]


def figures() -> Iterable[Figure]:
    every = list(draws())
    for name, judged in every:
        right = sum(row.verdict == "right" for row in judged)
        last = name == every[-1][0]
        yield Figure(
            f"effects drawn at random, precision, {name}",
            right / len(judged),
            len(judged),
            0.98 if last else None,
            0.999 if last else None,
            note=f"judged as drawn; {len(judged) - right} wrong, mended afterwards where a rule could say it",
        )
    read: set[tuple[str, int, str, str]] = set()
    for folder, name, parsed in documents():
        read.update((f"{folder}/{name}", e.start, e.verb, target(e)) for e in parsed.effects)
    for verdict, better in (("right", True), ("wrong", False)):
        rows = {row.key for _, judged in every for row in judged if row.verdict == verdict}
        still = sum(key in read for key in rows)
        yield Figure(
            f"effects judged {verdict} that are read alike today",
            still / len(rows),
            len(rows),
            lower_is_better=not better,
            note="the others are read otherwise or no longer, rightly or not",
        )


def _shown(parsed: Parsed, effect: Effect) -> str:
    content, tree = parsed.text.content, Tree(parsed.provisions)
    above = [unit.eid for unit in tree.ancestors(effect.within)] if effect.within in tree else []
    lines = [content[tree[eid].start : tree[eid].end].split("\n")[0][:110] for eid in above][:3]
    words = f"{effect.old or ''} -> {effect.new or ''}"[:70] if effect.old or effect.new else str(effect.new_eids[:3])
    when = " ".join(str(each) for each in (effect.start_on, effect.end_before, effect.exception, effect.condition))
    quote = " ".join(content[effect.start : effect.end].split())[:300]
    return "\t".join((f"[{words}]", when, quote, " < ".join(lines)))


if __name__ == "__main__" and sys.argv[1:2] in (["--draw"], ["--show"]):
    print(*COLUMNS, sep="\t")
    for name, parsed, effect in drawn(int(sys.argv[2]), int(sys.argv[3])):
        told = _shown(parsed, effect) if sys.argv[1] == "--show" else "\t"
        print(name, sha256(parsed), effect.start, effect.end, effect.verb, target(effect), told, sep="\t")
