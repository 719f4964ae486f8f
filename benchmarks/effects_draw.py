"""A seeded draw of effects for a person to judge (`effects_sample` holds what was judged).

`python -m benchmarks.effects_draw SEED SIZE [--fresh]` writes lines without a verdict, with the words that decide.
Documents come at random, and of each at most four effects, so that the errors of one paper do not make the figure.
`--fresh` draws from works of which no draw holds any, so that nobody can have mended a rule by reading them; without it
from the others, but never where an earlier draw judged the same effect or found an error at the same place.

Draws 1 to 6 were drawn from all effects of `portal/text`, `office` and `acts` alike, without that limit. Draws
7 to 9 are half fresh (seed) and half not (seed + 1), as far as fresh works were left; from draw 10 on none are.
"""

import random
import sys
from collections.abc import Iterable

from benchmarks.effects_papers import papers, work_key
from benchmarks.effects_sample import COLUMNS, draws, sha256, target
from vanban.model import Effect, Parsed
from vanban.structure import Tree

_OF_ONE_PAPER = 4
_Drawn = tuple[str, Parsed, Effect]


def drawn(seed: int, size: int, *, fresh: bool, among: Iterable[tuple[str, Parsed]]) -> list[_Drawn]:
    """A draw of so many effects of the documents `among`, in the order in which they were drawn."""
    judged = [row for _, rows in draws() for row in rows]
    known = {row.key for row in judged}
    mended = {(row.path, row.start) for row in judged if row.verdict != "right"}
    paths = {row.path for row in judged}
    everything = list(among)
    seen = {work_key(path, parsed) for path, parsed in everything if path in paths}
    pool: list[list[_Drawn]] = []
    for path, parsed in everything:
        if (work_key(path, parsed) in seen) != fresh:
            of_paper = [
                (path, parsed, effect)
                for effect in parsed.effects
                if (path, effect.start, effect.verb, target(effect)) not in known and (path, effect.start) not in mended
            ]
            pool += [of_paper] if of_paper else []
    chance = random.Random(seed)
    found: list[_Drawn] = []
    for of_paper in chance.sample(pool, len(pool)):
        found += chance.sample(of_paper, min(_OF_ONE_PAPER, len(of_paper)))
        if len(found) >= size:
            break
    return found[:size]


def _shown(parsed: Parsed, effect: Effect) -> str:
    content, tree = parsed.text.content, Tree(parsed.provisions)
    above = [unit.eid for unit in tree.ancestors(effect.within)] if effect.within in tree else []
    lines = [content[tree[eid].start : tree[eid].end].split("\n")[0][:110] for eid in above][:3]
    words = f"{effect.old or ''} -> {effect.new or ''}"[:70] if effect.old or effect.new else str(effect.new_eids[:3])
    when = " ".join(str(each) for each in (effect.start_on, effect.end_before, effect.exception, effect.condition))
    quote = " ".join(content[effect.start : effect.end].split())[:300]
    return "\t".join((f"[{words}]", when, quote, " < ".join(lines)))


if __name__ == "__main__":
    print(*COLUMNS, sep="\t")
    for name, parsed, effect in drawn(int(sys.argv[1]), int(sys.argv[2]), fresh="--fresh" in sys.argv, among=papers()):
        told = _shown(parsed, effect)
        print(name, sha256(parsed), effect.start, effect.end, effect.verb, target(effect), told, sep="\t")
