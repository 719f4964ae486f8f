"""A draft cut into what the rules of form speak of: head, grounds, body, foot, each as lines with their offsets."""

import re

import msgspec

from vanban.model import Parsed
from vanban.review.part_openings import opens
from vanban.rules import Rules

_FOOT_LINES = 40
_FARTHEST = 60  # lines that the grounds may take


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


def parts(parsed: Parsed, rules: Rules) -> Parts:
    """Cut a draft into its parts. The grounds run to the line that asks for the act ("Theo đề nghị của …")."""
    lines = _lines(parsed.text.content)
    foot = _foot(parsed, lines, rules)
    after = next(
        (place for place, line in enumerate(lines) if place > 2 and opens("body", line.words, rules)), len(lines)
    )
    bases = _grounds(parsed, lines, foot, rules)
    head_end = min(bases[0] if bases else len(lines), after, foot)
    first = bases[-1] + 1 if bases else head_end
    return Parts(
        tuple(lines[:head_end]),
        tuple(lines[place] for place in bases),
        tuple(lines[first:foot]),
        tuple(lines[foot:]),
    )


def _grounds(parsed: Parsed, lines: list[Line], foot: int, rules: Rules) -> list[int]:
    """The lines of the grounds: the legal bases, and what asks for the act between the last of them and the body."""
    starts = {basis.start for basis in parsed.work.legal_bases}
    legal = [
        place for place, line in enumerate(lines[:foot]) if any(line.start <= start < line.end for start in starts)
    ]
    if not legal:
        return []
    behind = range(legal[-1], foot)
    body = next((place for place in behind if opens("body", lines[place].words, rules)), foot)
    asked = [place for place in range(legal[0], body) if opens("request", lines[place].words, rules)]
    return sorted({place for place in (*legal, *asked) if place - legal[0] < _FARTHEST})


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


def _foot(parsed: Parsed, lines: list[Line], rules: Rules) -> int:
    """The line where the signatures and the recipients begin."""
    begins = next((unit.start for unit in parsed.provisions if unit.eid == "conclusions"), len(parsed.text.content))
    structured = next((place for place, line in enumerate(lines) if line.start >= begins), len(lines))
    earliest = max(0, len(lines) - _FOOT_LINES)
    printed = next(
        (
            place
            for place in range(earliest, len(lines))
            if any(opens(part, lines[place].words, rules) for part in ("foot", "recipients"))
        ),
        len(lines),
    )
    return min(structured, printed)
