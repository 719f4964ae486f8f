"""Tasks against sentences drawn at random and labelled by reading (see `tasks_annotations`).

The figures with floors are of the held part, never mended against; those of the part to develop on stand beside them.
`--errors` lists what went wrong in the part to develop on, and in it alone. Scored blind before their errors were read,
the two halves of the part to develop on gave precision .902 and recall .697 (66 tasks), .900 and .600 (75 tasks).
"""

import sys
import time
from collections.abc import Iterable

from benchmarks.corpus import root
from benchmarks.figure import Figure
from benchmarks.tasks_annotations import Part, labelled
from vanban import pipeline, tasks
from vanban.rules import load

_FLOORS: dict[Part, tuple[tuple[float | None, float | None], ...]] = {
    "held": ((0.92, 0.98), (0.88, 0.97), (0.92, 0.98)),
    "documents": ((None, None), (None, None), (None, None)),
    "develop": ((None, None), (None, None), (None, None)),
}


def _speed() -> tuple[float, int]:
    """Milliseconds of processor time a page of 2,000 characters over documents that are mostly no orders; pages."""
    rules = load()
    read = [
        pipeline.parse(path.read_bytes(), path.name, rules) for path in sorted((root() / "portal/text").iterdir())[:40]
    ]
    tasks.find(read[0].text, read[0].work, read[0].provisions, rules)
    begun = time.process_time()
    for parsed in read:
        tasks.find(parsed.text, parsed.work, parsed.provisions, rules)
    pages = sum(len(parsed.text.content) for parsed in read) / 2000
    return (time.process_time() - begun) * 1000 / pages, round(pages)


def _of(part: Part) -> Iterable[Figure]:
    sentences = labelled(part)
    duties = [one for one in sentences if one.label == "task"]
    others = [one for one in sentences if one.label == "none"]
    hit = [one for one in duties if one.found]
    wrong = [one for one in others if one.found]
    named = [one for one in hit if one.lead]
    told = [one for one in hit if one.join != "?"]
    dated = [one for one in hit if one.deadline != "?"]
    precise, complete, exact = _FLOORS[part]
    yield Figure(f"tasks, {part}: precision", len(hit) / max(1, len(hit) + len(wrong)), len(hit) + len(wrong), *precise)
    yield Figure(f"tasks, {part}: recall", len(hit) / max(1, len(duties)), len(duties), *complete)
    yield Figure(f"tasks, {part}: look-alikes left alone", 1 - len(wrong) / max(1, len(others)), len(others))
    yield Figure(
        f"tasks, {part}: leading bodies", sum(one.leads() for one in named) / max(1, len(named)), len(named), *exact
    )
    yield Figure(
        f"tasks, {part}: joining bodies", sum(one.joins() for one in told) / max(1, len(told)), len(told), *exact
    )
    yield Figure(
        f"tasks, {part}: time limit", sum(one.ends() for one in dated) / max(1, len(dated)), len(dated), *exact
    )


def figures() -> Iterable[Figure]:
    """Precision and recall on sentences; of those found the bodies and the time limits, exact; speed."""
    yield from _of("held")
    yield from _of("documents")
    yield from _of("develop")
    speed, pages = _speed()
    yield Figure("tasks: normative acts", speed, pages, unit="ms a page", lower_is_better=True)


def main() -> None:
    """List what went wrong in the part to develop on."""
    for one in labelled("develop"):
        leads = " / ".join(" | ".join(task.lead) for task in one.found)
        if one.label == "task" and not one.found:
            print(f"MISSED {one.path} {one.words[:200]}")
        elif one.label == "none" and one.found:
            print(f"WRONG {one.path} {leads}: {one.words[:200]}")
        elif one.label == "task" and one.lead and not one.leads():
            print(f"BODY {one.path} {leads} for {one.lead}")
        if one.label == "task" and one.found and one.join != "?" and not one.joins():
            print(f"JOIN {one.path} {' / '.join(' | '.join(task.join) for task in one.found)} for {one.join}")
        if one.label == "task" and one.found and one.deadline != "?" and not one.ends():
            limits = [task.deadline for task in one.found]
            print(f"LIMIT {one.path} {limits} for {one.deadline!r}: {one.words[:150]}")


if __name__ == "__main__":
    main() if "--errors" in sys.argv else print("python -m benchmarks.tasks --errors")
