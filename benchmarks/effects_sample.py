"""Effects drawn at random and checked by hand: a wrong effect is worse than a missing one.

A draw (`effects_draw` makes it) holds effects whose verdict a person filled in ("right" or "wrong": verb, act,
provision, words and days against the clause and the lines above it; from draw 5 on also "incomplete": true as far as it
goes, the new wording missing), the cause, and what is `owed`: what the effect should say ("nothing": there should be
none). Each draw is one file of `annotations/effects`, named by its number and never drawn again; what it says was
judged before anything was mended, so that its precision is that of the code that it was made with. What is read of it
today guards against falling back.
"""

import hashlib
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks.effects_papers import papers
from benchmarks.figure import Figure, interval
from vanban.model import Effect, Parsed

DRAWS = Path(__file__).parent / "annotations" / "effects"
COLUMNS = ("path", "sha256", "start", "end", "verb", "target", "verdict", "cause", "owed")


class Judged(NamedTuple):
    """One effect of a draw as a person judged it; `sha256` is that of the file, or of the text put together.

    `owed` is "field: value" of an effect that should begin where this one does: `new_eids: art_1__cl_3__qstr_1__cl_2`.
    """

    path: str
    sha256: str
    start: int
    end: int | None
    verb: str
    target: str
    verdict: str
    cause: str
    owed: str = ""

    @property
    def key(self) -> tuple[str, int, str, str]:
        """What must be the same for an effect to be the one that was judged."""
        return self.path, self.start, self.verb, self.target


def target(effect: Effect) -> str:
    """The target in one line: act, then units outermost first."""
    units = " ".join(f"{unit.level}:{unit.num}" for unit in effect.target.provision)
    act = effect.target.symbol or effect.target.title or effect.target.relative or "?"
    return f"{act} {units}".strip()


def says(effect: Effect, owed: str) -> bool:
    """Whether an effect says what is owed of its target ("title: …", "target: …" in one line) or in a field of its own.

    "new = …" asks for the very words, "new: …" for words that begin so, "new ~ …" for words that hold them.
    """
    field, _, words = owed.partition(" ~ ")
    if words:
        return words in (getattr(effect, field) or "")
    exactly, _, words = owed.partition(" = ")
    if words:
        return getattr(effect, exactly) == words
    field, _, value = owed.partition(": ")
    if field == "target":
        return target(effect) == value.strip()
    if field in ("symbol", "title", "type"):
        return str(getattr(effect.target, field)).casefold() == value.casefold()
    said = getattr(effect, field)
    return value in said if isinstance(said, tuple) else str(said or "").startswith(value)


def sha256(parsed: Parsed) -> str:
    """Of the file; of the text where the document was put together from a collection."""
    return parsed.text.source.sha256 or hashlib.sha256(parsed.text.content.encode()).hexdigest()


def draws() -> Iterator[tuple[str, list[Judged]]]:
    """Each draw by its name, in order."""
    for path in sorted(DRAWS.glob("draw-*.tsv"), key=lambda path: int(path.stem.removeprefix("draw-"))):
        lines = path.read_text(encoding="utf-8").splitlines()
        cells = (line.split("\t") for line in lines if line and not line.startswith(("#", "path\t")))
        yield path.stem, [Judged(c[0], c[1], int(c[2]), int(c[3]) if c[3] else None, *c[4:]) for c in cells]


def figures() -> Iterable[Figure]:
    """The precision of each draw as it was judged, and what of the draws is read as it should be today."""
    every = list(draws())
    for name, judged in every:
        right = sum(row.verdict == "right" for row in judged)
        wrong = sum(row.verdict == "wrong" for row in judged)
        last = any(row.owed for row in judged)  # the draws judged most strictly, and the newest
        value = right / len(judged)
        note = f"{interval(value, len(judged))}; as drawn, {wrong} wrong"
        if len(judged) > right + wrong:
            note += f", {len(judged) - right - wrong} without their new wording (else {1 - wrong / len(judged):.3f})"
        yield Figure(
            f"effects drawn at random, precision, {name}",
            value,
            len(judged),
            0.98 if last else None,
            0.999 if last else None,
            note=note,
        )
    read: dict[tuple[str, int], list[Effect]] = {}
    for path, parsed in papers():
        for effect in parsed.effects:
            read.setdefault((path, effect.start), []).append(effect)
    yield from _today(every, read)


def _today(every: list[tuple[str, list[Judged]]], read: dict[tuple[str, int], list[Effect]]) -> Iterator[Figure]:
    """What is read today of the effects judged right, of those judged wrong, and of draws that tell what is owed."""

    def alike(row: Judged) -> bool:
        return any((e.verb, target(e)) == (row.verb, row.target) for e in read.get((row.path, row.start), ()))

    def mended(row: Judged) -> bool:
        if row.owed == "nothing":
            return not alike(row)
        return any(says(effect, row.owed) for effect in read.get((row.path, row.start), ()))

    for verdict, better in (("right", True), ("wrong", False)):
        rows = {row.key: row for _, judged in every for row in judged if row.verdict == verdict and not row.owed}
        still = sum(alike(row) for row in rows.values())
        yield Figure(
            f"effects judged {verdict} that are read alike today",
            still / len(rows),
            len(rows),
            lower_is_better=not better,
            note="the others are read otherwise or no longer, rightly or not",
        )
    for name, judged in every:
        if not any(row.owed for row in judged):
            continue
        good = sum(mended(row) if row.owed else row.verdict == "right" and alike(row) for row in judged)
        yield Figure(
            f"effects of {name} read today as judged or as owed",
            good / len(judged),
            len(judged),
            note=f"{interval(good / len(judged), len(judged))}; seen while mending, so no measure of what is not drawn",
        )
