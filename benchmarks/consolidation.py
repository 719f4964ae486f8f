"""Consolidation: enacted base and amending acts -> the official consolidated text, provision by provision.

Run (a): from the enacted text. Run (b): from one official consolidation of a law to the next by the acts between.
The unit is the smallest provision that carries a note mark; compared without white space. `--errors` lists every
difference.
"""

import sys
import time
from collections import Counter
from collections.abc import Iterator
from typing import Any, NamedTuple

import msgspec

from benchmarks import consolidation_sources as sources
from benchmarks.consolidation_differences import (
    apart_in,
    is_of_the_acts,
    is_source,
    own_words,
    related,
    stretches,
    words_of,
)
from benchmarks.consolidation_differences import kind as kind_of
from benchmarks.consolidation_truth import Official, official
from benchmarks.figure import Figure
from vanban.consolidation import Change, consolidate
from vanban.consolidation.change import acts_of
from vanban.consolidation.slips import suspected
from vanban.model import Expression, Parsed
from vanban.rules import load
from vanban.timeline.naming import eid_of

# Run (b): official text -> the next one of the same law (manifest: number, year).
STEPS = (
    (("07", "2014"), ("17", "2018")), (("17", "2018"), ("12", "2022")), (("12", "2022"), ("95", "2025")),
    (("07", "2024"), ("20", "2025")), (("09", "2020"), ("48", "2023")), (("17", "2024"), ("03", "2025")),
    (("28", "2025"), ("103", "2025")), (("02", "2024"), ("115", "2025")), (("03", "2024"), ("28", "2025")),
    (("06", "2020"), ("26", "2025")), (("10", "2020"), ("112", "2025")), (("03", "2025"), ("131", "2025")),
)  # fmt: skip


class Verdict(NamedTuple):
    """What became of one changed provision."""

    run: str
    text: str
    eid: str
    acts: int
    kind: str  # exact, near, source, refused, missed (no instruction was read), different
    ours: str
    theirs: str
    of_the_acts: bool = False  # wrong, but what the acts print letter for letter
    told: bool = False  # the expression tells a doubt about the unit


def _key(row: dict[str, Any]) -> tuple[str, str, str]:
    return row["vbhn"].split("/")[0], row["year"], row["base"]


def _truth(row: dict[str, Any]) -> Official:
    return official(sources.raw("tvpl-johnpa02/" + row["file"]), "official.txt", load())


def verdicts() -> tuple[list[Verdict], list[tuple[str, Parsed, Expression]]]:
    """Every changed provision of both runs, and the expressions made."""
    rows = sources.manifest()
    truths = {_key(row): _truth(row) for row in rows}
    found: list[Verdict] = []
    made: list[tuple[str, Parsed, Expression]] = []
    for row in rows:
        base = sources.enacted(row["base_files"])
        if base is None:
            continue
        found += _judged("a", row, base, row["amending"], truths[_key(row)], made)
    for before, after in STEPS:
        later = next(row for row in rows if (row["vbhn"].split("/")[0], row["year"]) == after
                     and any(_key(other)[:2] == before and other["base"] == row["base"] for other in rows))  # fmt: skip
        earlier = next(row for row in rows if _key(row) == (*before, later["base"]))
        between = [symbol for symbol in later["amending"] if symbol not in earlier["amending"]]
        found += _judged("b", later, truths[_key(earlier)].parsed, between, truths[_key(later)], made)
    return found, made


def _judged(
    run: str, row: dict[str, Any], base: Parsed, amending: list[str], truth: Official, made: list[Any]
) -> Iterator[Verdict]:
    title = truth.parsed.work.title.removeprefix("Luật ")
    changes: list[Change] = []
    absent: set[str] = set()
    texts: dict[str, str] = {}
    for symbol in amending:
        acting = sources.acting(row["amending_files"].get(symbol, []), base, row["base"], title)
        if acting is None:
            absent.add(symbol)
            continue
        others = sources.copies(row["amending_files"].get(symbol, []), acting)
        changes += sources.changes(acting, row["base"], title, others)
        texts[acting.work.symbol] = "".join(acting.text.content.split())
    expression = consolidate(base, changes)
    slips = suspected(expression, base, acts_of(changes))
    expression = msgspec.structs.replace(expression, doubts=(*expression.doubts, *slips))
    made.append((f"{run} {row['vbhn']} {row['year']}", base, expression))
    ours = {unit.eid: unit for unit in expression.provisions}
    theirs = {unit.eid: unit for unit in truth.parsed.provisions}
    refused = {eid_of(refusal.effect.target.provision, load()) for refusal in expression.refused}
    marked = {changed.eid for changed in truth.changed}
    for changed in truth.changed:
        acts = set(changed.acts)
        if not acts or acts & absent or (run == "b" and not acts & set(amending)):
            continue
        if run == "a" and not acts <= set(amending):
            continue
        unit, other = ours.get(changed.eid), theirs[changed.eid]
        us = words_of(expression.text, unit, expression.provisions, marked) if unit else ""
        them = words_of(truth.parsed.text.content, other, truth.parsed.provisions, marked)
        if changed.heading:
            us = own_words(expression.text, unit, expression.provisions) if unit else ""
            them = own_words(truth.parsed.text.content, other, truth.parsed.provisions)
        kind = kind_of(us, them)
        touched = any(related(changed.eid, at) for applied in expression.applied for at in applied.units)
        if kind != "exact" and any(related(changed.eid, eid) for eid in refused):
            kind = "refused"
        elif kind != "exact" and not touched:
            kind = "missed"
        elif kind != "exact" and unit is not None and is_source(expression, unit, truth.parsed, other, base, marked):
            kind = "source"
        number = len(acts & set(amending)) if run == "b" else len(acts)
        printed = kind in ("near", "different") and unit is not None
        told = any(related(changed.eid, doubt.eid) for doubt in expression.doubts)
        yield Verdict(
            run, f"{row['vbhn']} {row['year']} of {row['base']}", changed.eid, number, kind, us, them,
            printed and unit is not None and is_of_the_acts(expression, unit, truth.parsed, other, base, texts, marked),
            told,
        )  # fmt: skip


def figures() -> Iterator[Figure]:
    """The figures of consolidation."""
    begun = time.process_time()
    found, made = verdicts()
    spent = time.process_time() - begun
    for run, label in (("a", "enacted → official"), ("b", "official → next")):
        for name, chosen in (
            ("one act", [each for each in found if each.run == run and each.acts == 1]),
            ("two or more acts", [each for each in found if each.run == run and each.acts > 1]),
        ):
            counts = Counter(each.kind for each in chosen)
            judged = len(chosen) - counts["source"]
            if not judged:
                continue
            floor, goal = (0.90, 0.99) if run == "a" and name == "one act" else (0.85, 0.98)
            note = ", ".join(f"{kind} {count}" for kind, count in sorted(counts.items()))
            yield Figure(
                f"run {run} ({label}), {name}: exact", counts["exact"] / judged, judged, floor, goal, note=note
            )
    counts = Counter(each.kind for each in found)
    judged = len(found) - counts["source"]
    # The issue has three classes; a provision that differs in case and punctuation alone is in the second. Both counts.
    for name, kinds in (
        ("words", ("missed", "different")),
        ("words, case or punctuation", ("missed", "different", "near")),
    ):
        wrong = [each for each in found if each.kind in kinds]
        note = ", ".join(f"{kind} {counts[kind]}" for kind in kinds)
        note += f"; not what the acts print {sum(not each.of_the_acts for each in wrong)}"
        yield Figure(
            f"wrong and not refused ({name})", len(wrong) / judged, judged, 0.01, 0, lower_is_better=True, note=note
        )
        silent = [each for each in wrong if not each.told]
        borne = sum(_borne_out(each, found) for each in silent)
        note = f"of them as another official text of the same act has it {borne}"
        yield Figure(
            f"wrong, not refused and not told ({name})", len(silent) / judged, judged, lower_is_better=True, note=note
        )
    near = Counter(apart_in(each.ours, each.theirs) for each in found if each.kind == "near")
    told = ", ".join(f"{sign} {count}" for sign, count in near.most_common())
    yield Figure("equal but for case and punctuation", counts["near"] / judged, judged, lower_is_better=True, note=told)
    yield Figure("refused", counts["refused"] / judged, judged, None, 0.01, lower_is_better=True)
    same, untouched = _untouched(made)
    yield Figure("untouched provisions unchanged", same / untouched, untouched, 1.0, 1.0)
    reasons = Counter(refusal.reason for _, _, expression in made for refusal in expression.refused)
    applied = sum(len(expression.applied) for _, _, expression in made)
    yield Figure("effects applied", applied / (applied + reasons.total()), applied + reasons.total(),
                 note=", ".join(f"{reason} {count}" for reason, count in reasons.most_common()))  # fmt: skip
    yield Figure("both runs, reading included, processor time", spent, len(made), unit="s", lower_is_better=True)


def _borne_out(wrong: Verdict, found: list[Verdict]) -> bool:
    """Whether another official text of the same act has our words for the unit: the official texts part."""
    base = wrong.text.rpartition(" of ")[2]
    return any(
        each.kind == "exact"
        and each.eid == wrong.eid
        and each.text.rpartition(" of ")[2] == base
        and "".join(each.ours.split()) == "".join(wrong.ours.split())
        for each in found
    )


def _untouched(made: list[tuple[str, Parsed, Expression]]) -> tuple[int, int]:
    """Provisions that no instruction wrote, and how many of them have their enacted words."""
    same = untouched = 0
    for _, base, expression in made:
        enacted = {unit.eid: base.text.content[unit.start : unit.end].strip() for unit in base.provisions}
        touched = {unit.eid for unit in expression.provisions if unit.by is not None}
        for applied in expression.applied:
            touched |= set(applied.units)
        above = {"__".join(eid.split("__")[:depth]) for eid in touched for depth in range(1, 9)}
        for unit in expression.provisions:
            if unit.level not in ("article", "clause", "point") or unit.by is not None or unit.eid in above:
                continue
            if any(unit.eid.startswith(eid + "__") for eid in touched):
                continue
            untouched += 1
            same += enacted.get(unit.eid) == expression.text[unit.start : unit.end].strip()
    return same, untouched


def errors() -> None:
    """List every changed provision that is not exact, with the words that differ."""
    found, made = verdicts()
    for each in found:
        if each.kind in ("exact",):
            continue
        cause = " as the acts print it" if each.of_the_acts else ""
        print(f"{each.kind:9} {each.run} {each.text} {each.eid} [{each.acts}]{cause}")
        for ours, theirs in stretches(each.ours, each.theirs)[:4]:
            print(f"      ours: {ours[:200]!r}\n    theirs: {theirs[:200]!r}")
    for name, _, expression in made:
        for refusal in expression.refused:
            path = "/".join(f"{unit.level} {unit.num}" for unit in refusal.effect.target.provision)
            print(f"refusal   {name}: {refusal.reason} {refusal.effect.verb} {path} by {refusal.work} "
                  f"{refusal.effect.within} old={refusal.effect.old!r}")  # fmt: skip
        for doubt in expression.doubts:
            taken = "taken" if doubt.taken else "told"
            print(f"doubt     {name}: {taken} {doubt.eid} by {doubt.work}: {doubt.printed!r} | {doubt.other!r}")


if __name__ == "__main__":
    if "--errors" in sys.argv:
        errors()
    else:
        from benchmarks.__main__ import _line

        for figure in figures():
            print(_line(figure))
