"""References: what is found, where it points, how fast (issue 3). `python -m benchmarks.references --errors [develop]`."""

import math
import sys
import time
from collections.abc import Iterable

from benchmarks.corpus import root
from benchmarks.figure import Figure
from benchmarks.references_annotations import score
from vanban import identification, references, structure
from vanban.model import Source, Text
from vanban.rules import load


def interval(share: float, count: int) -> str:
    """The 95 % Wilson interval of a share, in words."""
    if not count:
        return ""
    z = 1.96
    centre = (share + z * z / (2 * count)) / (1 + z * z / count)
    half = z * math.sqrt(share * (1 - share) / count + z * z / (4 * count * count)) / (1 + z * z / count)
    return f"95 %: {100 * (centre - half):.1f}–{100 * (centre + half):.1f}"


def figures() -> Iterable[Figure]:
    """Every figure of issue 3 that this benchmark measures."""
    pinpoints, documents, _ = score("score")
    found = pinpoints.right + pinpoints.wrong
    said = pinpoints.right + pinpoints.missed
    yield Figure(
        "pinpoint references, precision (scored half)",
        pinpoints.precision,
        found,
        0.97,
        0.995,
        note=interval(pinpoints.precision, found),
    )
    yield Figure(
        "pinpoint references, recall (scored half)",
        pinpoints.recall,
        said,
        0.96,
        0.995,
        note=interval(pinpoints.recall, said),
    )
    whole = documents.right + documents.wrong
    yield Figure(
        "whole documents, precision (scored half)",
        documents.precision,
        whole,
        note=interval(documents.precision, whole),
    )
    whole = documents.right + documents.missed
    yield Figure(
        "whole documents, recall (scored half)", documents.recall, whole, note=interval(documents.recall, whole)
    )
    right = pinpoints.right + documents.right
    yield Figure(
        "roles of what was found (scored half)", (pinpoints.role_right + documents.role_right) / max(1, right), right
    )
    yield from _speed()


def _speed() -> Iterable[Figure]:
    rules = load()
    parsed = []
    for path in sorted((root() / "portal/text").glob("*.txt")):
        text = Text(path.read_text(encoding="utf-8"), Source("", "text/plain"))
        work, _ = identification.identify(text, rules)
        parsed.append((text, work, structure.parse(text, work, rules)[0]))
    size = sum(len(text.content) for text, _, _ in parsed)
    best = min(_once(parsed) for _ in range(3))
    yield Figure("speed of finding, one core", size / best / 1e6, len(parsed), 12, 30, unit="M chars/s")


def _once(parsed: list) -> float:  # type: ignore[type-arg]
    rules = load()
    begun = time.process_time()
    for text, work, provisions in parsed:
        references.find(text, work, provisions, rules)
    return time.process_time() - begun


def main() -> None:
    """List what went wrong: in the half to develop on, unless the scored half is asked for."""
    half = "score" if "score" in sys.argv else "develop"
    for line in score(half)[2]:
        print(line)


if __name__ == "__main__":
    main()
