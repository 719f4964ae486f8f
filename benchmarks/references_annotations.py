"""The annotated sets: passages chosen at random, references labelled by reading, scored against what `find` says.

A folder of `benchmarks/annotations/` is a set: `passages.tsv` (what was drawn), `develop.tsv` and `score.tsv`
(labels). `references` is the first set, `references_second` the one of the final score (its README tells how it was
made); there a label of a pointer into its own document also holds the eid of its target. Offsets count from the start
of the paragraph, which is found by its hash, so that a better reader does not move them. The scored half of the first
set was labelled by reading alone, the half to develop on was drafted by the tool, read and corrected; the second set
was read whole before the finder saw it. A label with the role "-" says: do not care. A unit and the document it
belongs to are one reference, also where the title of what is attached stands between: "Mẫu số 01 … ban hành kèm theo
Thông tư này" has no second label. A title or a symbol that agrees makes a document agree; a path agrees whole.
"""

import csv
import hashlib
import sys
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import msgspec

from benchmarks.corpus import root
from vanban import identification, reading, references, structure
from vanban.identification.symbol import symbol_key
from vanban.model import Reference
from vanban.references.keys import title_key
from vanban.rules import load

FOLDER = Path(__file__).parent / "annotations"
FIRST, SECOND, THIRD, FOURTH = (f"references{suffix}" for suffix in ("", "_second", "_third", "_fourth"))


class Label(msgspec.Struct, frozen=True):
    """One reference as a person reads it. `provision` is "article:5 clause:2", outermost first.

    `eid` is the target's, of a pointer into its own document, where the reader noted it.
    """

    start: int
    end: int
    role: str
    relative: str
    type: str
    symbol: str
    title: str
    provision: str
    eid: str = ""


class Passage(msgspec.Struct, frozen=True):
    """One paragraph with its labels and what the finder says of it; offsets within the paragraph."""

    path: str
    words: str
    labels: tuple[Label, ...]
    found: tuple[Reference, ...]


def labels(half: str, name: str) -> dict[tuple[str, str], list[Label]]:
    """(path, paragraph) -> labels."""
    found: dict[tuple[str, str], list[Label]] = defaultdict(list)
    with (FOLDER / name / f"{half}.tsv").open(encoding="utf-8") as lines:
        for row in csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE):
            found[row["path"], row["paragraph"]].append(
                Label(
                    int(row["start"]), int(row["end"]), row["role"], row["relative"], row["type"], row["symbol"],
                    row["title"], row["provision"], row.get("eid") or "",
                )
            )  # fmt: skip
    # two equal paragraphs of one document share their labels, but where the second's are marked ".2"
    return {key: list(dict.fromkeys(items)) for key, items in found.items()}


@cache
def passages(half: str, name: str = SECOND) -> tuple[Passage, ...]:
    """Every drawn paragraph of one half, with labels and predictions."""
    by_path: dict[str, list[tuple[str, int]]] = defaultdict(list)
    with (FOLDER / name / "passages.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            path, _, paragraph, start, _, of_half = line.rstrip("\n").split("\t")
            if of_half == half:
                by_path[path].append((paragraph, int(start)))
    known = labels(half, name)
    return tuple(passage for path, wanted in by_path.items() for passage in _of_document(path, wanted, known))


def _of_document(
    path: str, wanted: list[tuple[str, int]], known: dict[tuple[str, str], list[Label]]
) -> Iterator[Passage]:
    rules = load()
    text, _ = reading.read((root() / path).read_bytes(), Path(path).name, rules)
    work, _ = identification.identify(text, rules)
    provisions, _ = structure.parse(text, work, rules)
    found, _ = references.find(text, work, provisions, rules)
    places: dict[str, list[int]] = defaultdict(list)
    at = 0
    for line in text.content.split("\n"):
        places[hashlib.sha256(line.encode()).hexdigest()[:16]].append(at)
        at += len(line) + 1
    drawn: dict[str, int] = defaultdict(int)
    for paragraph, start in wanted:
        drawn[paragraph] += 1
        marked_so = known.get((path, f"{paragraph}.{drawn[paragraph]}"))
        noted = tuple(marked_so if marked_so is not None else known.get((path, paragraph), ()))
        if not places[paragraph]:  # a paragraph that the reader no longer gives: everything in it is missed
            yield Passage(path, "", noted, ())
            continue
        # of equal paragraphs the one nearest to the place of the draw
        begin = min(places[paragraph], key=lambda place: abs(place - start))
        places[paragraph].remove(begin)
        end = text.content.find("\n", begin)
        words = text.content[begin : end if end >= 0 else None]
        inside = tuple(
            msgspec.structs.replace(item, start=item.start - begin, end=item.end - begin)
            for item in found
            if begin <= item.start < begin + len(words)
        )
        yield Passage(path, words, noted, inside)


def agree(label: Label, found: Reference) -> bool:
    """Whether a prediction is the labelled reference: overlapping words, the same document, the same path."""
    if label.start >= found.end or found.start >= label.end:
        return False
    return _same_path(label, found) and _same_document(label, found)


def _same_path(label: Label, found: Reference) -> bool:
    said = " ".join(f"{unit.level}:{unit.num}" for unit in found.target.provision)
    if label.relative.startswith("this-") and label.relative != "this-work":
        if found.target.relative != label.relative:
            return False
        # the words give the units below "Điều này"; the finder adds which article that is
        return (
            said.endswith(label.provision) if label.provision else len(found.target.provision) <= _OWN[label.relative]
        )
    return said == label.provision


_OWN = {"this-article": 1, "this-clause": 2, "this-point": 3, "this-chapter": 2, "this-section": 3, "this-appendix": 1}


def _same_document(label: Label, found: Reference) -> bool:
    target = found.target
    if label.symbol == "*" or (label.relative.startswith("this-") and label.relative != "this-work"):
        return True
    if label.symbol and target.symbol:
        return symbol_key(label.symbol) == symbol_key(target.symbol)
    if label.title and target.title:
        return title_key(label.type, label.title) == title_key(target.type, target.title)
    if label.symbol or label.title:
        return False
    return not target.symbol and not target.title


class Score(msgspec.Struct):
    """Counts over one kind of reference."""

    right: int = 0
    missed: int = 0
    wrong: int = 0
    role_right: int = 0

    @property
    def precision(self) -> float:
        return self.right / max(1, self.right + self.wrong)

    @property
    def recall(self) -> float:
        return self.right / max(1, self.right + self.missed)


def is_pinpoint(item: Label | Reference) -> bool:
    """Whether it points below the document."""
    if isinstance(item, Label):
        return bool(item.provision) or item.relative not in ("", "this-work")
    return bool(item.target.provision) or item.target.relative not in (None, "this-work", "declared")


def score(half: str, name: str = SECOND) -> tuple[Score, Score, list[str]]:
    """(pinpoints, whole documents, what went wrong as readable lines)."""
    pinpoints, documents, faults = Score(), Score(), []
    for passage in passages(half, name):
        free = list(passage.found)
        for label in passage.labels:
            counted = pinpoints if is_pinpoint(label) else documents
            match = next((item for item in free if agree(label, item)), None)
            if label.role == "-":
                free = [item for item in free if item.start >= label.end or label.start >= item.end]
            elif match is None:
                counted.missed += 1
                faults.append(f"MISSED {passage.path} {passage.words[label.start : label.end]!r} {label}")
            else:
                free.remove(match)
                counted.right += 1
                counted.role_right += match.role == label.role
                if match.role != label.role:
                    faults.append(f"ROLE {match.role} for {label.role} {passage.path} {passage.words[: label.end]!r}")
        for item in free:
            (pinpoints if is_pinpoint(item) else documents).wrong += 1
            faults.append(
                f"WRONG {passage.path} {passage.words[item.start : item.end]!r} {item.target} | {passage.words[:300]}"
            )
    return pinpoints, documents, faults


def inside(half: str, name: str = SECOND) -> Iterator[tuple[bool, str]]:
    """(right, readable line) for every label of a set that holds the eid of its target in its own document."""
    for passage in passages(half, name):
        free = list(passage.found)
        for label in passage.labels:
            match = next((item for item in free if agree(label, item)), None)
            if match is not None:
                free.remove(match)
            if label.eid:
                said = match.target.eid if match is not None else "not found"
                words = passage.words[label.start : label.end]
                yield said == label.eid, f"EID {said} for {label.eid} {passage.path} {words!r}"


def marked(passage: Passage) -> str:
    """The passage in marker-line form: its words, a line of marks under each label, the label's facts beside it."""
    lines = [passage.words]
    for label in passage.labels:
        document = " ".join(part for part in (label.relative, label.type, label.symbol, label.title) if part)
        marks = " " * label.start + "^" * (label.end - label.start)
        lines.append(f"{marks} {label.role}: {document} {label.provision}".rstrip())
    return "\n".join(lines)


def main() -> None:
    """Print one half in marker-line form: `python -m benchmarks.references_annotations [develop|score] [set]`."""
    for passage in passages(*(sys.argv[1:] or ["develop"])):
        if passage.labels:
            print(f"== {passage.path}\n{marked(passage)}\n")


if __name__ == "__main__":
    main()
