"""Footnotes of a PDF: the small lines at the foot of a page, moved to the end and tied to their raised signs."""

import re
from collections.abc import Callable, Sequence
from statistics import median

from vanban.model import Note
from vanban.reading.pdf_layout import Printed
from vanban.reading.pdf_lines import LOWERED, RAISED

_RAISED_NUMBER = re.compile(f"{RAISED}(\\d+){LOWERED}")
_NOTE = re.compile(f"(?:{RAISED})?\\[?(\\d{{1,3}})\\]?(?:{LOWERED})?[.)]?\\s*(?=\\D)")

Notes = Callable[[Sequence[int], int], tuple[Note, ...]]


def notes_last(lines: Sequence[Printed]) -> tuple[list[Printed], Notes]:
    """The lines with all footnotes behind the text ("[1] …"), their signs written "[1]", and the maker of the notes.

    The maker takes the offset of every line and the length of the text. A raised number without a note under it
    (m³, a power) is written as plain digits.
    """
    usual = median(line.height for line in lines) if lines else 0.0
    pages: dict[int, list[Printed]] = {}
    for line in lines:
        pages.setdefault(line.page, []).append(line)
    text: list[Printed] = []
    notes: list[Printed] = []
    heads: list[tuple[str, int]] = []  # number and index among `notes` of each note's first line
    signs: list[tuple[int, str]] = []  # index in `text` and number of each sign that has a note
    for page in pages.values():
        first = _first_note(page, usual)
        signs_here = _signs(page[:first])
        numbers: set[str] = set()
        for line in page[first:]:
            begins = _NOTE.match(line.words)
            if begins is not None and begins.group(1) in signs_here - numbers:
                numbers.add(begins.group(1))
                heads.append((begins.group(1), len(notes)))
                line.words = f"[{begins.group(1)}] {line.words[begins.end() :]}"
            notes.append(line)
        for line in page[:first]:
            for sign in _RAISED_NUMBER.findall(line.words):
                if sign in numbers:
                    signs.append((len(text), sign))
            line.words = _signed(line.words, numbers)
            text.append(line)
    for line in notes:
        line.words = line.words.replace(RAISED, "").replace(LOWERED, "")
        line.part = -1
    for line in text:
        line.words = line.words.replace(RAISED, "").replace(LOWERED, "")

    def make(starts: Sequence[int], length: int) -> tuple[Note, ...]:
        found = []
        for (number, head), (index, sign) in zip(heads, signs, strict=False):
            if number != sign:
                continue
            following = next((other for _, other in heads if other > head), len(notes))
            end = starts[len(text) + following] - 1 if following < len(notes) else length
            mark = starts[index] + text[index].words.find(f"[{sign}]")
            found.append(Note(mark, starts[len(text) + head], end, number))
        return tuple(found)

    return [*text, *notes], make


def _signed(words: str, known: set[str]) -> str:
    """The words with the signs of known notes in brackets, other raised numbers plain."""
    return _RAISED_NUMBER.sub(lambda match: f"[{match[1]}]" if match[1] in known else match[1], words)


def _first_note(page: Sequence[Printed], usual: float) -> int:
    """Where the footnotes of a page begin: small lines down to its end, the first with the number of a raised sign."""
    first = len(page)
    while first > 0 and page[first - 1].part == 0 and page[first - 1].height < 0.92 * usual:
        first -= 1
    signs = _signs(page[:first])
    while first < len(page):
        begins = _NOTE.match(page[first].words)
        if begins is not None and begins.group(1) in signs:
            break
        first += 1
    return first


def _signs(lines: Sequence[Printed]) -> set[str]:
    """The raised numbers of some lines."""
    return {sign for line in lines for sign in _RAISED_NUMBER.findall(line.words)}
