"""A document's own words, clause by clause: what it says itself, without the new wording that it quotes."""

import re
from bisect import bisect_right
from collections import defaultdict

import msgspec

from vanban.effects import quotes
from vanban.model import Level, Provision, Text
from vanban.orthography import fold

# What cuts a clause into sentences. "TT." and "1." are no ends: a capital or a quote must follow a space.
# Lost line breaks are a known fault of files: a capital verb before a unit begins an instruction, unless a type of
# document stands before it ("Luật Sửa đổi, bổ sung …").
_BREAK = re.compile(
    r"\n+|[ \t](?:(?<=\.[ \t])[ \t]*(?=[A-ZĐÀ-ỸƯƠÂĂÊÔ“\"(])|(?=(?:Sửa đổi(?:, bổ sung)?|Bổ sung|Bãi bỏ|"
    r"Thay thế) (?:các )?"
    r"(?:cụm từ|[Kk]hoản|[Đđ]iểm|[Đđ]iều|Chương|Mục) ?[\d“\"a-zđIVX])(?<=[\w”\"][ \t])(?<!luật )(?<!định "
    r")(?<!tư )(?<!lệnh )"
    r"(?<!quyết )(?<!tịch )(?<!Luật ))"
)
# A page breaks the line before each "Điều": "Bổ sung⏎Điều 47a vào sau Điều 47 như sau:" is one sentence.
_RUNS_ON = re.compile(r"(?:\b(?:sua doi|bo sung|bai bo|thay the|tai|cua|va|vao sau|vao truoc)|,)[ \t]*\Z")
_UNIT_NEXT = re.compile(r"(?:cac )?(?:dieu|khoan|diem|chuong|muc|phu luc) (?:so )?[\da-z]")
# The printed number of the clause itself is no target: "Điều 1. Điều 6 Thông tư …".
_HEAD_NUMBER = re.compile(
    r"\s*(?:điều|chương|mục|phần|tiểu mục|phụ lục)\s+(?:thứ\s+)?[\w.]+\s*[.:\-–]?\s*", re.IGNORECASE
)
_NUMBER = re.compile(
    r"\s*(?:điều\s+\w+\s*[.:]|(?:khoản|điểm)\s+\w+\s*[.:)]|\d+[a-zđ]?\d?\s*(?:[.)/]|[-–](?=\s))|\d+(?:\.\d+)+\.?|[a-zđ]\.\d+\s*[).]|[a-zđ]\d?\s*[).]|"
    r"[ivxlc]+\s*[.)\-–]|[-+•*])\s*",
    re.IGNORECASE,
)
_HEADED = frozenset({"part", "chapter", "section", "subsection", "article", "appendix"})


# "[Khoản này được sửa đổi bởi …]"; a footnote mark ("[5]") is no note.
_NOTE = re.compile(r"\[(?=[^\[\]]{0,400}?\b(?:boi|huong dan|hieu luc|dinh chinh)\b)[^\[\]]{15,1500}\]")


# "… thành cụm từ" at the end of a line: the new words follow on the next.
_OPEN_LINE = re.compile(r"\b(?:thanh|bang) (?:cac )?(?:cum tu|tu ngu|tu)\s*$")


class Sentence(msgspec.Struct, frozen=True, array_like=True):
    """`content[start:end]`, a sentence or line of a clause; `start` is past the printed number of the clause."""

    start: int
    end: int


class Clause(msgspec.Struct, frozen=True, gc=False):
    """One provision's own words: number, heading and lead, up to its first child.

    `above` is the place of the clause that holds it (-1: none), `below` those it holds, `quoted` the eids of the units
    of new wording that it quotes. `attached` where it stands in an appendix, a form or an attached document.
    """

    eid: str
    level: Level
    num: str
    start: int
    end: int
    above: int
    below: tuple[int, ...]
    quoted: tuple[str, ...]
    attached: bool


class Wording(msgspec.Struct, frozen=True):
    """A text ready for reading effects: `content`, and `folded`, the same length, quoted words blanked out as "~"."""

    content: str
    folded: str
    clauses: tuple[Clause, ...]
    starts: tuple[int, ...]
    tables: tuple[tuple[int, int], ...] = ()

    def at(self, offset: int) -> int | None:
        """The place of the clause whose own words hold the character at `offset`; None inside quoted units."""
        place = bisect_right(self.starts, offset) - 1
        return place if place >= 0 and offset < self.clauses[place].end else None

    def _is_inside(self, at: int) -> bool:
        """Whether a break at `at` ends no sentence: inside quoted words, or between a change and its new words."""
        return self.folded[at] == "~" or _OPEN_LINE.search(self.folded, max(0, at - 24), at) is not None

    def sentences(self, clause: Clause) -> tuple[Sentence, ...]:
        """The sentences of a clause in order, without blank ones and tables. A stop in quoted words ends nothing."""
        found = []
        begin = clause.start
        for cut in [*_BREAK.finditer(self.content, clause.start, clause.end), None]:
            if cut is not None and (self.folded[cut.start()] == "~" or self._runs_on(cut)):
                continue
            finish = cut.start() if cut else clause.end
            starts_line = begin == clause.start or self.content[begin - 1] == "\n"
            shape = _HEAD_NUMBER if begin == clause.start and clause.level in _HEADED else _NUMBER
            number = shape.match(self.content, begin, finish) if starts_line else None
            first = number.end() if number else begin
            in_table = any(start <= first < end for start, end in self.tables)
            if self.content[first:finish].strip() and not in_table:
                found.append(Sentence(first, finish))
            begin = cut.end() if cut else finish
        return tuple(found)

    def _runs_on(self, cut: re.Match[str]) -> bool:
        """Whether the line goes on after a break: it ends with a verb or "tại", and the next begins with a unit."""
        return (
            cut[0][0] == "\n"
            and _RUNS_ON.search(self.folded, max(0, cut.start() - 16), cut.start()) is not None
            and _UNIT_NEXT.match(self.folded, cut.end()) is not None
        )


def read(text: Text, provisions: tuple[Provision, ...]) -> Wording:
    """The clauses of a text. Quoted units belong to no clause; their words are blanked, as are quotations in a line."""
    content = text.content
    own = [at for at, unit in enumerate(provisions) if not unit.quoted]
    place_of = {provisions[at].eid: place for place, at in enumerate(own)}
    below: defaultdict[int, list[int]] = defaultdict(list)
    quoted: defaultdict[int, list[str]] = defaultdict(list)
    for unit in provisions:
        above = None if unit.parent is None else place_of.get(unit.parent)
        if above is not None and unit.quoted:
            quoted[above].append(unit.eid)
        elif above is not None:
            below[above].append(place_of[unit.eid])
    blanks: list[tuple[int, int]] = [(unit.start, unit.end) for unit in provisions if unit.quoted]
    marks = quotes.marks(content)
    clauses: list[Clause] = []
    for place, at in enumerate(own):
        unit = provisions[at]
        following = provisions[at + 1].start if at + 1 < len(provisions) else unit.end
        end = min(following, unit.end)
        above = -1 if unit.parent is None else place_of.get(unit.parent, -1)
        attached = unit.level in ("appendix", "form") or (above >= 0 and clauses[above].attached)
        below_it, quoted_by_it = tuple(below.get(place, ())), tuple(quoted.get(place, ()))
        clauses.append(Clause(unit.eid, unit.level, unit.num, unit.start, end, above, below_it, quoted_by_it, attached))
        if marks and quotes.any_between(marks, unit.start, end):
            blanks.extend((quote.start, quote.end) for quote in quotes.find(content, unit.start, end))
    folded = _without_notes(_blanked(fold(content), blanks))
    tables = tuple((table.start, table.end) for table in text.tables)
    return Wording(content, folded, tuple(clauses), tuple(clause.start for clause in clauses), tables)


def _without_notes(folded: str) -> str:
    """Editors' notes in square brackets, as commercial sites put them in, are none of the document's words."""
    if "[" not in folded:
        return folded
    return _NOTE.sub(lambda note: " " * len(note.group()), folded)


def _blanked(folded: str, blanks: list[tuple[int, int]]) -> str:
    pieces: list[str] = []
    done = 0
    for start, end in sorted(blanks):
        begin = max(start, done)
        if end > begin:
            pieces += (folded[done:begin], "~" * (end - begin))
            done = end
    pieces.append(folded[done:])
    return "".join(pieces)
