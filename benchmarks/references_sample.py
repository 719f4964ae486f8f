"""Choose the passages of an annotated set, at random, before anybody looks.

`python -m benchmarks.references_sample first|second|third|fourth` prints the draw of that set.

Documents are drawn first (seeded), then paragraphs of each. Two draws: a wide net (any word of a unit before a number
or letter, any type of document, also in their false friends), which shows what is found where nothing is; and a narrow
one of other documents (a unit with its number, spelled in full), which is dense in pinpoints. Neither is our grammar.
Even documents are for development, odd ones are scored.

The second set (the final score) is drawn from documents that the first has not touched, both nets in each; and,
because a third of its lines were headings that cite nothing, from further documents with headings left out. The third,
all of it scored, is from documents that neither has touched: it was drawn and labelled after the last change to the
finder, so that one figure is of texts that nobody had looked at. The fourth was drawn in the same way, larger, and
from the originals of `office` too that no set has touched.
"""

import hashlib
import random
import re
import sys
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import msgspec

from benchmarks.corpus import root
from vanban import reading
from vanban.model.errors import SourceError
from vanban.orthography import fold
from vanban.rules import load

SEED = 20261121
_PORTAL, _OFFICE, _PARAGRAPHS = 48, 12, 9
_NET = re.compile(
    r"(?:dieu|khoan|diem|tiet|muc|chuong|phan|phu luc|mau|mau so|doan|cau)\s[0-9ivxa-h]|"
    r"(?:luat|nghi dinh|thong tu|quyet dinh|nghi quyet|phap lenh|chi thi|ket luan|quy dinh|hien phap)\s(?:nay|so|[a-z])"
)


_DENSE_PORTAL, _DENSE_OFFICE, _DENSE_PARAGRAPHS = 40, 10, 8
_DENSE = re.compile(r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|Mục|Chương|Phụ lục|Mẫu số) (?:[0-9IVX]|[a-zđ][ ,;)])")


class Passage(msgspec.Struct, frozen=True):
    """One paragraph: its document, the hash of the paragraph, where it starts in the text as read, its half."""

    path: str
    sha256: str
    line: str
    start: int
    end: int
    half: str


def passages() -> Iterator[Passage]:
    """The drawn paragraphs, document by document."""
    draw = random.Random(SEED)
    portal = sorted(path for path in (root() / "portal/text").glob("*.txt"))
    office = sorted(path for path in (root() / "office").iterdir() if path.suffix == ".docx")
    chosen = [*draw.sample(portal, _PORTAL), *draw.sample(office, _OFFICE)]
    for number, path in enumerate(chosen):
        yield from _of_document(draw, path, number, _NET, _PARAGRAPHS)
    rest = [path for path in portal if path not in chosen], [path for path in office if path not in chosen]
    for number, path in enumerate([*draw.sample(rest[0], _DENSE_PORTAL), *draw.sample(rest[1], _DENSE_OFFICE)]):
        yield from _of_document(draw, path, number, _DENSE, _DENSE_PARAGRAPHS)


SECOND_SEED = 20261122
_SECOND_PORTAL, _SECOND_OFFICE, _SECOND_DENSE, _SECOND_WIDE = 40, 10, 6, 1
_SECOND_FURTHER = 30
_DENSE_NO_HEADING = re.compile(rf"(?!\W*Điều [0-9]+\w?\s?[.:]).*?(?:{_DENSE.pattern})")


def second_passages() -> Iterator[Passage]:
    """The paragraphs of the second set, from documents that the first has not drawn."""
    drawn = {passage.path for passage in passages()}
    draw = random.Random(SECOND_SEED)
    portal, office = (
        [path for path in sorted((root() / folder).glob(f"*{suffix}")) if _name(path) not in drawn]
        for folder, suffix in (("portal/text", ".txt"), ("office", ".docx"))
    )
    chosen = [*draw.sample(portal, _SECOND_PORTAL), *draw.sample(office, _SECOND_OFFICE)]
    for number, path in enumerate(chosen):
        dense = list(_of_document(draw, path, number, _DENSE, _SECOND_DENSE))
        wide = [item for item in _of_document(draw, path, number, _NET, _SECOND_WIDE) if item not in dense]
        yield from sorted([*dense, *wide], key=lambda item: item.start)
    rest = [path for path in portal if path not in chosen]
    for number, path in enumerate(draw.sample(rest, _SECOND_FURTHER)):
        yield from _of_document(draw, path, number, _DENSE_NO_HEADING, _SECOND_DENSE)


THIRD_SEED = 20261123
_THIRD_PORTAL, _THIRD_PARAGRAPHS = 32, 5


def third_passages() -> Iterator[Passage]:
    """The paragraphs of the third set, all to score."""
    drawn = {passage.path for passage in (*passages(), *second_passages())}
    draw = random.Random(THIRD_SEED)
    portal = [path for path in sorted((root() / "portal/text").glob("*.txt")) if _name(path) not in drawn]
    for path in draw.sample(portal, _THIRD_PORTAL):
        yield from _of_document(draw, path, 1, _DENSE_NO_HEADING, _THIRD_PARAGRAPHS)


FOURTH_SEED = 20261201
_FOURTH_PORTAL, _FOURTH_OFFICE, _FOURTH_PARAGRAPHS = 88, 8, 5


def fourth_passages() -> Iterator[Passage]:
    """The paragraphs of the fourth set, all to score; originals that hold no text (scans) give none."""
    drawn = {path for folder in ("references", "references_second", "references_third") for path in _listed(folder)}
    draw = random.Random(FOURTH_SEED)
    portal, office = (
        [path for path in sorted((root() / folder).iterdir()) if path.suffix in kinds and _name(path) not in drawn]
        for folder, kinds in (("portal/text", {".txt"}), ("office", {".docx", ".pdf"}))
    )
    for path in [*draw.sample(portal, _FOURTH_PORTAL), *draw.sample(office, _FOURTH_OFFICE)]:
        with suppress(SourceError):
            yield from _of_document(draw, path, 1, _DENSE_NO_HEADING, _FOURTH_PARAGRAPHS)


def _listed(folder: str) -> Iterator[str]:
    """The documents of a set that stands."""
    with (Path(__file__).parent / "annotations" / folder / "passages.tsv").open(encoding="utf-8") as lines:
        for line in lines:
            yield line.split("\t", 1)[0]


def _name(path: Path) -> str:
    return str(path.relative_to(root()))


def _of_document(
    draw: random.Random, path: Path, number: int, net: re.Pattern[str], paragraphs: int
) -> Iterator[Passage]:
    data = path.read_bytes()
    sha256 = hashlib.sha256(data).hexdigest()
    content = reading.read(data, path.name, load())[0].content
    lines: list[tuple[int, int]] = []
    at = 0
    for line in content.split("\n"):
        if 40 <= len(line) <= 1500 and _catches(net, line):
            lines.append((at, at + len(line)))
        at += len(line) + 1
    half = "develop" if number % 2 == 0 else "score"
    for start, end in sorted(draw.sample(lines, min(paragraphs, len(lines)))):
        digest = hashlib.sha256(content[start:end].encode()).hexdigest()[:16]
        yield Passage(_name(path), sha256, digest, start, end, half)


def _catches(net: re.Pattern[str], line: str) -> bool:
    if net is _DENSE_NO_HEADING:
        return net.match(line) is not None
    return net.search(line if net is _DENSE else fold(line)) is not None


def main() -> None:
    """Print the list of passages of one set as TSV."""
    draws = {"first": passages, "second": second_passages, "third": third_passages, "fourth": fourth_passages}
    for passage in draws[sys.argv[1]]():
        print("\t".join(str(value) for value in msgspec.structs.astuple(passage)))


if __name__ == "__main__":
    main()
