"""Reading: agreement of two readings of one document, broken lines, speed by format, memory.

`python -m benchmarks.reading --errors` lists where two readings differ and which line breaks were taken wrongly.
"""

import random
import resource
import sys
import textwrap
import time
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from difflib import SequenceMatcher
from pathlib import Path

from benchmarks import corpus
from benchmarks.figure import Figure
from vanban import reading
from vanban.model import Text
from vanban.model.errors import SourceError
from vanban.reading.wrapping import regime, soft_breaks
from vanban.rules import load

Breaks = Iterator[tuple[str, str, bool, bool]]  # line, following, taken for soft, is soft


def read(path: Path) -> Text:
    """The text of one file of the corpus."""
    text, _ = reading.read(path.read_bytes(), path.name, load())
    return text


def twins() -> Iterator[tuple[str, str, str]]:
    """Documents that the corpus holds in two forms: the page beside the publisher's text."""
    folder = corpus.root() / "portal"
    for page in sorted((folder / "raw_html").glob("*.html")):
        other = folder / "text" / f"{page.stem}.txt"
        if other.is_file():
            yield page.stem, read(page).content, read(other).content


def party_twin() -> tuple[str, str]:
    """One Party document as PDF and as the layout text of another program."""
    folder = corpus.root() / "party"
    return read(folder / "06-HD-TW.pdf").content, read(folder / "06-HD-TW.txt").content


def similarity(one: str, other: str) -> float:
    """Share of equal characters, by lines first (a difference inside one line costs only its characters)."""
    lines, others = one.split("\n"), other.split("\n")
    equal = 0
    for tag, i1, i2, j1, j2 in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
        ours, theirs = "\n".join(lines[i1:i2]), "\n".join(others[j1:j2])
        if tag == "equal":
            equal += len(ours) + 1
        elif max(len(ours), len(theirs)) < 20_000:
            equal += sum(
                block.size for block in SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks()
            )
    return min(2 * equal / (len(one) + len(other) + 2), 1.0)


def broken(indents: tuple[int, ...], width: int) -> Breaks:
    """Every line break of the portal's texts after wrapping them, and what the reader takes it for.

    With `indents`, first lines are shortened at random as mark-up shortens them in HTML source. Cells of tables, which
    real formats keep apart, are left out: lines without a sentence.
    """
    choose = random.Random(7)
    rules = load()
    for path in sorted((corpus.root() / "portal/text").glob("*.txt"))[::3]:
        lines: list[str] = []
        truth: list[bool] = []
        for paragraph in read(path).content.split("\n"):
            if len(paragraph) < 40 and not paragraph.endswith((".", ";", ":")) and paragraph != paragraph.upper():
                continue
            indent = " " * choose.choice(indents)
            wrapped = [x.strip() for x in textwrap.wrap(paragraph, width, initial_indent=indent) if x.strip()]
            lines += wrapped
            truth += [True] * (len(wrapped) - 1) + [False]
        how = regime(lines)
        if how is None:
            yield from ((a, b, False, soft) for a, b, soft in zip(lines, lines[1:], truth, strict=False) if soft)
            continue
        taken = soft_breaks(lines, [None] * (len(lines) - 1), how, rules)
        yield from zip(lines, lines[1:], taken, truth, strict=False)


def _speed(paths: Iterable[Path], size: Callable[[Text], float], seconds: float = 4.0) -> tuple[float, int]:
    """Size read per second, over as many of the files as fit the time, at least three; the count of files."""
    amount = count = 0.0
    begun = time.process_time()  # the machine may be shared: processor time
    for path in paths:
        data = path.read_bytes()
        try:
            text, _ = reading.read(data, path.name, load())
        except SourceError:
            continue
        amount += size(text)
        count += 1
        if count >= 3 and time.process_time() - begun > seconds:
            break
    return amount / (time.process_time() - begun), int(count)


def _pages(text: Text) -> int:
    return len({place.page for place in text.places})


def not_read() -> Counter[str]:
    """Files of the corpus's folders that cannot be read, by code."""
    found: Counter[str] = Counter()
    for folder in ("office", "party", "scans", "seeds", "portal/raw_html", "legacy-encodings/tcvn3"):
        for path in sorted((corpus.root() / folder).iterdir()):
            try:
                read(path)
                found["read"] += 1
            except SourceError as error:
                found[error.code] += 1
    return found


def figures() -> Iterable[Figure]:
    """The measures of the room."""
    folder = corpus.root()
    pairs = [similarity(one, other) for _, one, other in twins()]
    yield Figure("page against the publisher's text, characters", sum(pairs) / len(pairs), len(pairs), 0.99, 1.0)
    pdf, layout = party_twin()
    same = SequenceMatcher(None, pdf.split("\n"), layout.split("\n"), autojunk=False).ratio()
    yield Figure("PDF against layout text of the same, paragraphs", same, pdf.count("\n") + 1, 0.98, 1.0)
    for name, indents in (("as printed", (0,)), ("as in HTML source", (0, 4, 20, 35, 45))):
        counts = Counter((taken, soft) for _, _, taken, soft in broken(indents, 84))
        soft, hard = counts[True, True] + counts[False, True], counts[False, False] + counts[True, False]
        yield Figure(f"wrapped lines joined, {name}", counts[True, True] / soft, soft, 0.98, 0.995)
        yield Figure(f"paragraph ends kept, {name}", counts[False, False] / hard, hard, 0.98, 0.995)
    texts = sorted((folder / "portal/text").glob("*.txt"))
    load()
    rate, count = _speed(texts, lambda text: len(text.content) / 1e6)
    yield Figure("text", rate, count, 10, 25, "M chars/s")
    rate, count = _speed(sorted((folder / "portal/raw_html").glob("*.html")), lambda text: text.source.size / 1e6)
    yield Figure("HTML", rate, count, 20, 60, "MB/s")
    rate, count = _speed(sorted((folder / "office").glob("*.docx")), lambda _: 1)
    yield Figure("DOCX", rate, count, None, None, "docs/s", note="72,000 characters each on average")
    rate, count = _speed(sorted([*folder.glob("office/*.pdf"), *folder.glob("party/*.pdf")]), _pages)
    yield Figure("PDF", rate, count, 60, 120, "pages/s", note="n: files")
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    for _ in range(2):
        for path in texts:
            read(path)
    grown = (resource.getrusage(resource.RUSAGE_SELF).ru_maxrss - before) / 1024
    yield Figure("memory grown by reading all texts twice more", grown, 2 * len(texts), 20, 5, "MB", True)
    told = not_read()
    yield Figure(
        "files read", told["read"], sum(told.values()), unit="", note=", ".join(f"{c}: {n}" for c, n in told.items())
    )


def errors() -> Iterator[str]:
    """Where two readings differ, and a sample of the line breaks taken wrongly."""
    for name, one, other in twins():
        lines, others = one.split("\n"), other.split("\n")
        for tag, i1, i2, j1, j2 in SequenceMatcher(None, lines, others, autojunk=False).get_opcodes():
            if tag != "equal":
                yield f"{name}\t{tag}\t{lines[i1:i2]!r:.200}\t{others[j1:j2]!r:.200}"
    choose = random.Random(1)
    for name, indents in (("printed", (0,)), ("HTML", (0, 4, 20, 35, 45))):
        wrong = [(taken, a, b) for a, b, taken, soft in broken(indents, 84) if taken != soft]
        for taken, a, b in choose.sample(wrong, min(60, len(wrong))):
            yield f"{name}\t{'joined' if taken else 'parted'}\t{a}\t{b}"


if __name__ == "__main__":
    for line in errors() if "--errors" in sys.argv else (f"{f.name}: {f.value:.4f}" for f in figures()):
        print(line)
