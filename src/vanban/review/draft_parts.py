"""A draft cut into what the rules of form speak of: head, grounds, body, foot, each as lines with their offsets."""

import re

import msgspec

from vanban.model import Parsed
from vanban.orthography import fold

_ASKED_BY = re.compile(r"(?:theo|xet) de nghi\b")
_BODY = re.compile(r"(?:quyet dinh|quyet nghi|nghi quyet)\s*:?$|dieu \d+|kinh gui|(?:i|1)\.")
_FOOT = re.compile(r"noi nhan\b|(?:tm|kt|tl|tuq|t/m|k/t|t/l)\b")
_FOOT_LINES = 40


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One line: `words` is `content[start:end]` without the white space around it."""

    start: int
    end: int
    words: str


class Parts(msgspec.Struct, frozen=True):
    """The lines of each part; a part that is not there is empty."""

    head: tuple[Line, ...]
    bases: tuple[Line, ...]
    body: tuple[Line, ...]
    foot: tuple[Line, ...]


def parts(parsed: Parsed) -> Parts:
    """Cut a draft into its parts. The grounds run to the line that asks for the act ("Theo đề nghị của …")."""
    lines = _lines(parsed.text.content)
    basis_starts = {basis.start for basis in parsed.work.legal_bases}
    bases = [
        place
        for place, line in enumerate(lines)
        if any(line.start <= start < line.end for start in basis_starts) or _ASKED_BY.match(fold(line.words))
    ]
    foot = _foot(parsed, lines)
    bases = [place for place in bases if place < foot and place - bases[0] < 60]
    after = next((place for place, line in enumerate(lines) if place > 2 and _BODY.match(fold(line.words))), len(lines))
    head_end = min(bases[0] if bases else len(lines), after, foot)
    first = bases[-1] + 1 if bases else head_end
    return Parts(
        tuple(lines[:head_end]),
        tuple(lines[place] for place in bases),
        tuple(lines[first:foot]),
        tuple(lines[foot:]),
    )


def _lines(content: str) -> list[Line]:
    found: list[Line] = []
    at = 0
    for line in content.split("\n"):
        for piece in re.finditer(r"[^\t|]+", line):  # the two columns of a head or a foot are cells of one row
            words = piece.group().strip()
            if words:
                start = at + piece.start() + len(piece.group()) - len(piece.group().lstrip())
                found.append(Line(start, start + len(words), words))
        at += len(line) + 1
    return found


def _foot(parsed: Parsed, lines: list[Line]) -> int:
    """The line where the signatures and the recipients begin."""
    begins = next((unit.start for unit in parsed.provisions if unit.eid == "conclusions"), len(parsed.text.content))
    structured = next((place for place, line in enumerate(lines) if line.start >= begins), len(lines))
    earliest = max(0, len(lines) - _FOOT_LINES)
    printed = next(
        (place for place in range(earliest, len(lines)) if _FOOT.match(fold(lines[place].words))), len(lines)
    )
    return min(structured, printed)
