"""The head of a text as lines with offsets: what every reader of the head works on, folded once."""

import re

import msgspec

from vanban.orthography import fold

HEAD_CHARACTERS = 24_000
HEAD_LINES = 150
_COLUMNS = re.compile(r"\t+| {3,}")
_TRIM = " \t\r\n|*_#>\u00a0\u200b"
_RULE = re.compile(r"[\W_]*")


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One line, or one column of a line: `text` is `content[start:end]`, `folded` the same length."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def capital(self) -> bool:
        """Whether the line is set in capitals (one small letter in ten is a slip of the typist)."""
        small = sum(letter.islower() for letter in self.text)
        return small * 10 <= sum(letter.isalpha() for letter in self.text)


def head_lines(content: str) -> tuple[Line, ...]:
    """The first lines that hold letters or digits, columns apart, frames and emphasis marks trimmed."""
    head = content[:HEAD_CHARACTERS]
    folded = fold(head)
    lines: list[Line] = []
    at = 0
    for raw in head.split("\n"):
        for start, end in _columns(raw):
            text = raw[start:end].strip(_TRIM)
            if text and not _RULE.fullmatch(text):
                begin = at + raw.index(text, start)
                lines.append(Line(begin, begin + len(text), text, folded[begin : begin + len(text)]))
        at += len(raw) + 1
        if len(lines) >= HEAD_LINES:
            break
    return tuple(lines)


def _columns(raw: str) -> list[tuple[int, int]]:
    """The spans of a line's columns: two heads side by side are told by a tab or three spaces."""
    if "\t" not in raw and "   " not in raw.strip():
        return [(0, len(raw))]
    cuts = [match.span() for match in _COLUMNS.finditer(raw)]
    edges = [0, *(edge for cut in cuts for edge in cut), len(raw)]
    return [(edges[index], edges[index + 1]) for index in range(0, len(edges), 2)]
