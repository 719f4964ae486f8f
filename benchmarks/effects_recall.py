"""Effects of acts read whole by a person before the reader saw them: what is missed, what is too much.

The draws of `effects_sample` judge what was read; only a whole act tells what was not. Each file `whole-*.tsv` of
`annotations/effects` is one set, written before the first run (its README holds the figures of that run).
`python -m benchmarks.effects_recall --errors` lists what is missed (-), too much (+) or told incompletely (~).
"""

import datetime as dt
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import NamedTuple

from benchmarks import corpus, effects_sample
from benchmarks.acts import assembled
from benchmarks.figure import Figure, interval
from vanban import pipeline
from vanban.identification.symbol import symbol_key
from vanban.model import Effect, Parsed, Target
from vanban.rules import load

SETS = Path(__file__).parent / "annotations" / "effects"


class Owed(NamedTuple):
    """One effect that the line `content[start:end]` of a document says; a row with the verb `read` is the part read.

    `act` is a symbol or "this-work"; `provision` as `effects_sample.target` prints it. `new` is "+" where the document
    prints the new wording as units. `kind`: "transition" where old rules go on for what began under them, "in-part"
    where the words do not say which part is changed.
    """

    path: str
    sha256: str
    start: int
    end: int
    verb: str
    act: str
    provision: str
    old: str
    new: str
    since: str
    until: str
    exception: str
    kind: str


class Compared(NamedTuple):
    """What is owed with the effect that answers it (None: missed), and the effects that nobody owed."""

    answered: tuple[tuple[Owed, Effect | None], ...]
    surplus: tuple[Effect, ...]


def sets() -> Iterator[tuple[str, list[Owed]]]:
    """Each set by its name, in order."""
    for path in sorted(SETS.glob("whole-*.tsv")):
        lines = path.read_text(encoding="utf-8").splitlines()
        cells = (line.split("\t") for line in lines if line and not line.startswith(("#", "path\t")))
        yield path.stem, [Owed(c[0], c[1], int(c[2]), int(c[3]), *c[4:]) for c in cells]


def documents(wanted: set[str]) -> Iterator[tuple[str, Parsed]]:
    """The documents of the given paths as they are read today."""
    rules = load()
    for path in sorted(name for name in wanted if not name.startswith("acts/")):
        file = corpus.root() / path
        yield path, pipeline.parse(file.read_bytes(), file.name, rules)
    for act in assembled():
        if f"acts/{act.symbol}" in wanted:
            yield f"acts/{act.symbol}", act.parsed(rules, None)


def alike(owed: Owed, effect: Effect) -> bool:
    """Whether an effect is the one owed: the same line, verb, act, provision, and words where words are changed."""
    target = effect.target
    own = target.relative == "this-work"
    same_act = own if owed.act == "this-work" else symbol_key(target.symbol) == symbol_key(owed.act)
    units = " ".join(f"{unit.level}:{unit.num}" for unit in target.provision)
    # The sets were written before the verb `apply`; their transitional rows say `continue`.
    verb = "apply" if owed.kind == "transition" else owed.verb
    if not (owed.start <= effect.start < owed.end and effect.verb == verb and same_act):
        return False
    return units.removesuffix(":") == owed.provision and (not owed.old or effect.old == owed.old)


def is_whole(owed: Owed, effect: Effect) -> bool:
    """Whether days, exception, new wording and doubt are told as well."""
    days = all(
        not said or told == dt.date.fromisoformat(said)
        for said, told in ((owed.since, effect.start_on), (owed.until, effect.end_before))
    )
    new = bool(effect.new_eids or effect.new) if owed.new == "+" else not owed.new or effect.new == owed.new
    doubt = owed.kind != "in-part" or effect.grade == "candidate"
    return days and new and doubt and (not owed.exception or (effect.exception or "").startswith(owed.exception))


def compare(owed: list[Owed], effects: Iterable[Effect]) -> Compared:
    """What one document owes against what is read of it, one to one; `detail` is no matter of this set."""
    parts = [(row.start, row.end) for row in owed if row.verb == "read"]
    left = [
        effect
        for effect in effects
        if effect.verb != "detail" and (not parts or any(start <= effect.start < end for start, end in parts))
    ]
    answered: list[tuple[Owed, Effect | None]] = []
    for row in owed:
        if row.verb != "read":
            found = next((effect for effect in left if alike(row, effect)), None)
            if found is not None:
                left.remove(found)
            answered.append((row, found))
    return Compared(tuple(answered), tuple(left))


def own_start(parsed: Parsed) -> Iterator[Effect]:
    """What the document says of its own commencement as a whole, which `force` tells and no effect repeats."""
    basis = parsed.force.basis
    if basis is not None and not any(e.verb == "commence" and e.start == basis.start for e in parsed.effects):
        own = Target(relative="this-work")
        yield Effect("commence", "", basis.start, basis.end, own, start_on=parsed.force.start_on)


def _read(rows: list[Owed]) -> Iterator[tuple[str, Parsed, Compared]]:
    for path, parsed in documents({row.path for row in rows}):
        owed = [row for row in rows if row.path == path]
        assert effects_sample.sha256(parsed) == owed[0].sha256, f"{path} is not the text that was read"
        yield path, parsed, compare(owed, (*own_start(parsed), *parsed.effects))


def figures() -> Iterable[Figure]:
    for name, rows in sets():
        compared = [found for _, _, found in _read(rows)]
        pairs = [pair for found in compared for pair in found.answered if pair[0].kind != "transition"]
        later = [effect for found in compared for row, effect in found.answered if row.kind == "transition"]
        right = sum(effect is not None for _, effect in pairs)
        whole = sum(effect is not None and is_whole(row, effect) for row, effect in pairs)
        lines: dict[tuple[str, int], bool] = {}
        for row, effect in pairs:
            lines[row.path, row.start] = lines.get((row.path, row.start), True) and effect is not None
        clauses, surplus = sum(lines.values()), sum(len(found.surplus) for found in compared)
        read = right + surplus + sum(effect is not None for effect in later)
        for label, value, count in (
            ("recall", right, len(pairs)),
            ("recall with days, exceptions and new wording", whole, len(pairs)),
            ("clauses with nothing missed", clauses, len(lines)),
            ("precision", read - surplus, read),
        ):
            note = interval(value / count, count)
            yield Figure(f"effects of acts read whole, {label}, {name}", value / count, count, note=note)
        if later:
            told = sum(effect is not None for effect in later)
            label = f"old rules that go on for what began under them, told, {name}"
            yield Figure(label, told / len(later), len(later))


def _errors() -> Iterator[str]:
    for _, rows in sets():
        for path, parsed, found in _read(rows):
            content = parsed.text.content
            for row, effect in found.answered:
                if effect is None or not is_whole(row, effect):
                    sign = "-" if effect is None else "~"
                    what = (row.verb, row.act, row.provision, row.old, row.kind)
                    yield " | ".join((sign, path, *what, " ".join(content[row.start : row.end].split())[:160]))
            for effect in found.surplus:
                quote = " ".join(content[effect.start : effect.end].split())[:160]
                yield " | ".join(("+", path, effect.verb, effects_sample.target(effect), effect.old or "", quote))


if __name__ == "__main__" and "--errors" in sys.argv:
    print(*_errors(), sep="\n")
