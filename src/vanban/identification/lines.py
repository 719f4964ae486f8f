"""The head of a text as lines with offsets: what every reader of the head works on, folded once."""

import re

import msgspec

from vanban.orthography import fold
from vanban.orthography.capitals import CAPITALS, SMALL

HEAD_CHARACTERS = 24_000
HEAD_LINES = 150
_BEHIND_ARTICLE = 8
_ARTICLE = re.compile(r"\s*dieu \d+\b")
# A table of contents before the head names articles too: the head has been seen once one of these has.
_SEEN = re.compile(r"can cu|hanh phuc|dang cong san|kinh gui|ban hanh")
_MOST_HEADS = 9_000
_COLUMNS = re.compile(r"\t+| {3,}| \|+ ")
_TRIM = " \t\r\n|*_#>\u00a0\u200b"
_RULE = re.compile(r"[\W_]*")
# Some copies run the whole head into one line: it is cut at what only stands between parts of a head.
_GLUED_WITHIN = 15
_SEAMS = re.compile(
    r"(?<!NƯỚC )C[ỘO]NG\s+H(?:ÒA|OÀ|OA)\s+X[ÃA]\s+H[ỘO]I\s+CH[ỦU]\s+NGH[ĨI]A\s+VI[ỆE]T\s+NAM|ĐẢNG CỘNG SẢN VIỆT NAM|"
    r"Độc lập\s*[-–]\s*Tự do\s*[-–]\s*Hạnh phúc|[-_*=–]{3,}|\[[^\]]{20,}\]"
)
# What a line with such a seam holds, in its fold: most lines hold none of it, and are searched no further.
_SEAM_SIGNS = re.compile(r"nghia|dang cong|hanh|[-_*=]{3}|\[")
# The date of a head stands behind a place; one inside a title or a citation stands behind a number.
_DATED = re.compile(rf"(?<=[{SMALL}]),\s*ngày\s+\d{{1,2}}\s+tháng\s+\d{{1,2}}\s+năm\s+\d{{4}}(?=\s+[^\W\d_])")
_CAPITALS = re.compile(rf"(?<!\w)[{CAPITALS}]+(?:[\s,;–-]+[{CAPITALS}]+(?!\w))+(?!\w)")


class Line(msgspec.Struct, frozen=True, array_like=True):
    """One line, or one column of a line: `text` is `content[start:end]`, `folded` the same length."""

    start: int
    end: int
    text: str
    folded: str

    @property
    def capital(self) -> bool:
        """Whether the line is set in capitals (one small letter in ten is a slip of the typist)."""
        if self.text.isupper():
            return True
        small = sum(map(str.islower, self.text))
        return small * 10 <= sum(map(str.isalpha, self.text))


class Head(msgspec.Struct, frozen=True):
    """The first lines of a content, and the fold of the stretch that they stand in."""

    lines: tuple[Line, ...]
    folded: str


def read_head(content: str) -> Head:
    """The first lines that hold letters or digits, columns apart, frames and emphasis marks trimmed.

    Ends a little behind the first article: what follows says nothing of the identity.
    """
    for characters in (_MOST_HEADS, HEAD_CHARACTERS):
        folded = fold(content)[:characters]
        lines, whole = _lines(content, folded)
        if whole or len(content) <= characters:
            break
    return Head(lines, folded)


def _lines(content: str, folded: str) -> tuple[tuple[Line, ...], bool]:
    """The lines in the folded stretch, and whether the head ends there."""
    lines: list[Line] = []
    at, most, last = 0, HEAD_LINES, len(folded)
    while at < last and len(lines) < most:
        stop = content.find("\n", at, last)
        if stop < 0:
            stop = last
        raw = content[at:stop]
        glued = len(lines) < _GLUED_WITHIN and ("ngày" in raw or _SEAM_SIGNS.search(folded, at, stop))
        for start, end in _pieces(raw) if glued else _columns(raw):
            text = raw[start:end].strip(_TRIM)
            if text and (text[0].isalnum() or not _RULE.fullmatch(text)):
                begin = at + raw.index(text, start)
                end = begin + len(text)
                lines.append(Line(begin, end, text, folded[begin:end]))
        if most == HEAD_LINES and _ARTICLE.match(folded, at) and _SEEN.search(folded, 0, at):
            most = min(HEAD_LINES, len(lines) + _BEHIND_ARTICLE)
        at = stop + 1
    return tuple(lines), len(lines) >= most


def _columns(raw: str) -> list[tuple[int, int]]:
    """The spans of a line's columns: two heads side by side are told by a tab, a bar or three spaces."""
    if "\t" not in raw and " |" not in raw and "   " not in raw.strip():
        return [(0, len(raw))]
    return _between([match.span() for match in _COLUMNS.finditer(raw)], 0, len(raw))


def _pieces(raw: str) -> list[tuple[int, int]]:
    """The spans of a line's columns, and of the parts of a head that stand in one line without a break."""
    seams = [match.span() for match in _SEAMS.finditer(raw)]
    if not seams and not _DATED.search(raw):
        return _columns(raw)
    # The motto is a part itself: its span stays, the rest is cut around it.
    kept = [span for span in seams if raw[span[0]].isalpha()]
    pieces = sorted([*kept, *_between(seams, 0, len(raw))])
    found: list[tuple[int, int]] = []
    for start, end in pieces:
        dated = _DATED.search(raw, start, end)
        if dated is None or (start, end) in kept or dated.start() - start > 120:
            found.append((start, end))
            continue
        found.append((start, dated.end()))
        found += _runs(raw, dated.end(), end)
    return found


def _runs(raw: str, start: int, end: int) -> list[tuple[int, int]]:
    """What follows a date in the same line: capitals (type and title) apart from running text."""
    capitals = [match.span() for match in _CAPITALS.finditer(raw, start, end)]
    return sorted([*capitals, *_between(capitals, start, end)])


def _between(cuts: list[tuple[int, int]], start: int, end: int) -> list[tuple[int, int]]:
    """What is left of `start:end` when the cuts are taken out."""
    edges = [start, *(edge for cut in cuts for edge in cut), end]
    return [(edges[index], edges[index + 1]) for index in range(0, len(edges), 2) if edges[index] < edges[index + 1]]
