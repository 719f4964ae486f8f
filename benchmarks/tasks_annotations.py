"""The annotated sentences of `benchmarks/annotations/tasks`, with the tasks that the finder lays over them.

Three tables, their sentences drawn at random and labelled by reading before the finder had run on the drawn words.
`develop.tsv` was read and mended against; `held.tsv` was drawn last, from lines never shown before, and is only ever
scored. `documents.tsv` is of documents that neither of them touches (see the README). A row is a line (`paragraph` is
the head of its sha256) or the part `from:to` of it. `label`: "task", "none" of it, or "-" (not counted: a heading, a
piece of a task before it, a standing power). `lead` and `join` are the bodies, "|" between them; `deadline` is the
day that it ends before, how it comes back, or "text" where the words alone date none. An empty `lead` and a "?" are
not scored.
"""

import csv
import hashlib
from collections import defaultdict
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Literal

import msgspec

from benchmarks.corpus import root, rows
from vanban import pipeline
from vanban.model import Parsed, Task
from vanban.rules import load

FOLDER = Path(__file__).parent / "annotations/tasks"
Part = Literal["develop", "held", "documents"]


class Labelled(msgspec.Struct, frozen=True):
    """One labelled sentence with its words, and the tasks found in it."""

    path: str
    words: str
    label: str
    lead: str
    join: str
    deadline: str
    found: tuple[Task, ...]

    def leads(self) -> bool:
        """Whether a task found here has the leading bodies as labelled."""
        return any(_same(task.lead, self.lead) for task in self.found)

    def joins(self) -> bool:
        """Whether a task found here has the joining bodies as labelled, none where none is printed."""
        return any(_same(task.join, self.join) for task in self.found)

    def ends(self) -> bool:
        """Whether a task found here has the time limit as labelled, and none where none is printed."""
        limits = [task.deadline for task in self.found]
        if not self.deadline:
            return all(limit is None for limit in limits)
        return any(
            limit is not None and self.deadline in (str(limit.end_before), limit.recurs or "text") for limit in limits
        )


def _same(names: tuple[str, ...], wanted: str) -> bool:
    return [name.casefold() for name in names] == [name.casefold() for name in wanted.split("|") if name]


@cache
def labelled(part: Part) -> tuple[Labelled, ...]:
    """Every labelled sentence of a part. Exits where a document is not the one that was read."""
    administrative = {f"administrative/{row['file']}": row["text_md"] for row in rows("administrative/docs.jsonl.gz")}
    wanted: dict[str, list[dict[str, str]]] = defaultdict(list)
    with (FOLDER / f"{part}.tsv").open(encoding="utf-8") as table:
        for row in csv.DictReader(table, delimiter="\t", quoting=csv.QUOTE_NONE):
            wanted[row["path"]].append(row)
    found: list[Labelled] = []
    for path, labels in wanted.items():
        data = administrative[path].encode() if path in administrative else (root() / path).read_bytes()
        if hashlib.sha256(data).hexdigest() != labels[0]["sha256"]:
            raise SystemExit(f"{path} is not the file that was labelled")
        found += _of_document(path, pipeline.parse(data, Path(path).name, load()), labels)
    return tuple(found)


def _of_document(path: str, parsed: Parsed, labels: list[dict[str, str]]) -> Iterable[Labelled]:
    at = 0
    places: dict[str, tuple[int, str]] = {}
    for words in parsed.text.content.split("\n"):
        places.setdefault(hashlib.sha256(words.encode()).hexdigest()[:16], (at, words))
        at += len(words) + 1
    for label in labels:
        begins, words = places.get(label["paragraph"], (-1, ""))  # a line that the reader no longer gives: missed
        first, last = int(label["from"]), int(label["to"]) or len(words)
        start, end = begins + first, begins + last
        inside = tuple(task for task in parsed.tasks if _lies(task, start, end, label["label"]))
        yield Labelled(path, words[first:last], label["label"], label["lead"], label["join"], label["deadline"], inside)


def _lies(task: Task, start: int, end: int, label: str) -> bool:
    """A task is found where it shares words with the sentence; another sentence is taken for one where it covers it."""
    if label == "task":
        return task.start < end and task.end > start
    return task.start <= (start + end) // 2 < task.end
