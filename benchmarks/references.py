"""References: what is found, where it points, how fast; `python -m benchmarks.references --errors` lists."""

import gc
import re
import sys
import time
from bisect import bisect_left
from collections.abc import Iterable
from statistics import median

from benchmarks import calibration
from benchmarks.corpus import root
from benchmarks.figure import Figure, interval
from benchmarks.references_annotations import FIRST, FOURTH, SECOND, THIRD, inside, score
from vanban import identification, reading, references, structure
from vanban.identification.symbol import normalise, symbol_key
from vanban.model import Provision, Text, Work
from vanban.references import keys
from vanban.references.inside import eid_steps, eids_spelled
from vanban.references.pinpoint import parse_run
from vanban.references.pinpoint_groups import joint_of
from vanban.references.symbols import printed_shapes
from vanban.references.units_said import units_said
from vanban.rules import load


def figures() -> Iterable[Figure]:
    """Every figure that this benchmark measures."""
    yield from _annotated()
    parsed = _parsed()
    yield _numbers(parsed)[0]
    yield from _self_consistent(parsed)
    yield from _speed(parsed)


def _annotated() -> Iterable[Figure]:
    """The scored halves of the annotated sets, the first last: the others were labelled before the finder ran."""
    sets = (
        (SECOND, "scored half"),
        (THIRD, "third set, all of it"),
        (FOURTH, "fourth set, all of it"),
        (FIRST, "scored half of the first set"),
    )
    for name, of in sets:
        pinpoints, documents, _ = score("score", name)
        marks = _NONE if name == FIRST else ((0.97, 0.995), (0.96, 0.995))
        for what, counts, (exact, whole) in (
            ("pinpoint references", pinpoints, marks),
            ("whole documents", documents, _NONE),
        ):
            found, said = counts.right + counts.wrong, counts.right + counts.missed
            for kind, value, of_all, (floor, goal) in (
                ("precision", counts.precision, found, exact),
                ("recall", counts.recall, said, whole),
            ):
                note = interval(value, of_all) + (_FIRST_RUN.get((name, kind), "") if exact[0] else "")
                yield Figure(f"{what}, {kind} ({of})", value, of_all, floor, goal, note=note)
        right = pinpoints.right + documents.right
        yield Figure(
            f"roles of what was found ({of})", (pinpoints.role_right + documents.role_right) / max(1, right), right
        )
    outcomes = [right for half, name in _WITH_TARGETS for right, _ in inside(half, name)]
    share = sum(outcomes) / max(1, len(outcomes))
    note = interval(share, len(outcomes))
    yield Figure("relative references with the right target", share, len(outcomes), 0.98, 0.999, note=note)


_WITH_TARGETS = (("score", SECOND), ("develop", SECOND), ("score", THIRD), ("score", FOURTH))
# What the first run on each set said, before anybody had looked at its errors: the figure to expect of new texts.
_FIRST_RUN = {
    (SECOND, "precision"): "; not blind any more: first run 97.4 %",
    (SECOND, "recall"): "; not blind any more: first run 96.6 %",
    (THIRD, "precision"): "; not blind any more: first run 98.1 %",
    (THIRD, "recall"): "; not blind any more: first run 94.9 %",
    (FOURTH, "precision"): "; not blind any more: first run 97.8 %",
    (FOURTH, "recall"): "; not blind any more: first run 97.8 %",
}
_NONE: tuple[tuple[float | None, float | None], ...] = ((None, None), (None, None))


_Parsed = list[tuple[Text, Work, tuple[Provision, ...]]]
_NUMBER = re.compile(
    r"(?<![\w/.-])\d{1,5}(?:\.\d{1,2})?[a-z]?/(?:(?:19|20)\d\d/)?[A-ZĐ]{2,10}\d{0,2}(?:-[A-ZĐ]{2,12}[a-z]?\d{0,2})+(?![\w/-])"
    r"|(?<![\w/.-])\d{1,5}/(?:19|20)\d\d/(?:QH|UBTVQH)\d\d(?![\w/-])|(?<=số )\d{1,4}-[A-ZĐ]{2,4}/[A-ZĐ]{2,8}(?![\w/-])"
)
_FORM = re.compile(r"(?:[Mm]ẫu|[Bb]iểu|[Pp]hiếu)(?: mẫu)?(?: số)? ?$")


def _parsed() -> _Parsed:
    rules = load()
    parsed: _Parsed = []
    for path in sorted((root() / "portal/text").glob("*.txt")):
        text, _ = reading.read(path.read_bytes(), path.name, rules)
        work, _ = identification.identify(text, rules)
        parsed.append((text, work, structure.parse(text, work, rules)[0]))
    return parsed


def _numbers(parsed: _Parsed) -> tuple[Figure, list[str]]:
    """Every string with the strict shape of a document's number: does a reference over its words give that number?"""
    rules = load()
    right = total = 0
    errors: list[str] = []
    for text, work, provisions in parsed:
        path = text.source.sha256[:12]
        own = work.evidence.symbol
        found = references.find(text, work, provisions, rules)[0]
        printed = sorted((item.start, item.end, symbol_key(item.target.symbol)) for item in found if item.target.symbol)
        longest = max((end - start for start, end, _ in printed), default=0)
        for match in _NUMBER.finditer(text.content):
            header = own is not None and own.start <= match.start() < own.end
            if header or _FORM.search(text.content, max(0, match.start() - 16), match.start()):
                continue
            total += 1
            key = symbol_key(match.group())
            first = bisect_left(printed, (match.start() - longest,))
            last = bisect_left(printed, (match.end(),))
            if any(end > match.start() and said == key for _, end, said in printed[first:last]):
                right += 1
            else:
                errors.append(f"{path} {text.content[max(0, match.start() - 80) : match.end() + 30]!r}")
    return Figure("numbered documents found with the exact number", right / max(1, total), total, 0.998, 1.0), errors


_OUTER = frozenset({"appendix", "form"})


def _self_consistent(parsed: _Parsed) -> Iterable[Figure]:
    """Relative references in a document's own words that name one of its articles or smaller units: is there one?

    This is self-consistency, not truth: the unit found may be another than the words mean. The truth is the eids of
    the second annotated set above; here only that a document and its own pointers agree, over many more.
    """
    rules = load()
    right = total = 0
    for text, work, provisions in parsed:
        quoted = {unit.eid for unit in provisions if unit.quoted}
        for item in references.find(text, work, provisions, rules)[0]:
            target = item.target
            relative = target.relative is not None and target.relative.startswith("this-")
            pointed = bool(target.provision) or target.relative != "this-work"
            absent = any(unit.level in _OUTER for unit in target.provision)  # the portal's pages leave appendices out
            if (
                relative
                and pointed
                and not target.symbol
                and not target.title
                and item.within not in quoted
                and not absent
            ):
                total += 1
                right += target.eid is not None
    yield Figure(
        "relative references answered by some unit (self-consistency)",
        right / max(1, total),
        total,
    )


def _speed(parsed: _Parsed) -> Iterable[Figure]:
    size = sum(len(text.content) for text, _, _ in parsed)
    for name, anew, floor, goal in (
        ("speed of finding, one core, nothing remembered at the start", True, 12, 30),
        ("the same, runs and symbols seen before", False, None, None),
    ):
        loops, passes = [calibration.loop()], []
        for _ in range(_PASSES):
            passes.append(_times(parsed, anew=anew))
            loops.append(calibration.loop())
        # a pass takes a second, the machine's phases last a few: what no neighbour disturbed is each document's least
        least = sum(map(min, zip(*passes, strict=True)))
        whole = sorted(size / sum(times) / 1e6 for times in passes)
        note = (
            f"each document's least of {_PASSES} passes; whole passes {whole[0]:.1f} to {whole[-1]:.1f}, "
            f"calibration loop {min(loops):.3f}-{max(loops):.3f} s"
        )
        yield Figure(name, size / least / 1e6, len(parsed), floor, goal, unit="M chars/s", note=note)
    # the same words in one document twenty times as long: the longest page repeated, against that page alone
    text, work, provisions = max(parsed, key=lambda item: len(item[0].content))
    long = Text(text.content * 20, text.source)
    # as many words both times, one right after the other: the machine's phases touch both alike
    ratios = [sum(_times([(text, work, provisions)] * 20)) / sum(_times([(long, work, provisions)])) for _ in range(5)]
    yield Figure("speed at 20 times the text, against once", median(ratios), 20, 0.9, unit="times", note="median of 5")


_PASSES = 9


def _forget() -> None:
    """Drop what equal words were read as before: the runs and symbols that a bounded memory keeps between documents."""
    for kept in (
        parse_run,
        units_said,
        joint_of,
        eid_steps,
        eids_spelled,
        printed_shapes,
        normalise,
        keys.symbol_key,
        keys.title_key,
    ):
        kept.cache_clear()


def _times(parsed: _Parsed, *, anew: bool = False) -> list[float]:
    """Seconds of processor time that finding takes in each document, in one pass; `anew`: remembering nothing."""
    rules = load()
    if anew:
        _forget()
    gc.collect()
    gc.disable()  # as the reading processes do (`archive.worker`)
    times = []
    for text, work, provisions in parsed:
        begun = time.process_time()
        references.find(text, work, provisions, rules)
        times.append(time.process_time() - begun)
    gc.enable()
    return times


def main() -> None:
    """List what went wrong: in the half to develop on, unless the scored half is asked for."""
    half = "score" if "score" in sys.argv else "develop"
    for name in (FIRST, SECOND, *((THIRD, FOURTH) if half == "score" else ())):
        for line in score(half, name)[2]:
            print(line)
    for of, name in _WITH_TARGETS:
        print(*(line for right, line in inside(of, name) if not right), sep="\n")
    for line in _numbers(_parsed())[1]:
        print("NUMBER", line)


if __name__ == "__main__":
    main()
