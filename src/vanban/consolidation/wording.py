"""The new wording that an instruction brings, taken out of the acting text without its quotation marks."""

import datetime as dt
import re
from collections import defaultdict

from vanban.consolidation.draft import grown
from vanban.consolidation.node import Node
from vanban.model import Effect, Parsed, Provision, Writer

# Two single marks stand for a double one in files typed by hand.
_OPENING = re.compile(r"\s*(?:[“\"„‟«]|‘‘|'')\s*")
_CLOSING = re.compile(r"(?:[”\"“»]|’’|'')\s*[.;,]?\s*(?:/\.)?\s*$")
_MARKS = re.compile(r"[“”„‟«»\"]|‘‘|’’")


def span_of(parsed: Parsed, start: int, end: int) -> tuple[int, int]:
    """The stretch `content[start:end]` of quoted wording without the mark that opens it and the mark that closes it.

    A mark at the end is the closing one only where it has no partner inside the stretch ("… gọi là “A”." keeps its
    own). What follows the closing mark (`.”.`, `”;`) belongs to the acting text.
    """
    content = parsed.text.content
    opening = _OPENING.match(content, start, end)
    if opening is not None and _is_outer(content, opening.end(), end):
        start = opening.end()
    closing = _CLOSING.search(content, start, end)
    if closing is not None and _unpaired(content, start, end):
        end = closing.start()
    return start, end


def _is_outer(content: str, start: int, end: int) -> bool:
    """Whether the mark before `start` opens the whole stretch: a number follows, or its partner is not on this line."""
    line = content[start:end].split("\n", 1)[0]
    return re.match(r"(?:Điều\s|\d|[a-zđ]\d?[.)]|Chương\s|Mục\s|Phụ lục)", line) is not None or _balance(line) <= 0


def _unpaired(content: str, start: int, end: int) -> bool:
    return _balance(content[start:end]) < 0 or content.count('"', start, end) % 2 == 1


def _balance(words: str) -> int:
    """Marks that open less marks that close; straight marks do not count."""
    depth = 0
    for mark in _MARKS.findall(words):
        depth += 1 if mark in ("“", "„", "‟", "«", "‘‘") else -1 if mark in ("”", "»", "’’") else 0
    return depth


def _is_a_mark_alone(parsed: Parsed, unit: Provision) -> bool:
    """Whether a quoted unit is nothing but the mark that opens a quotation, on a line of its own."""
    words = parsed.text.content[unit.start : unit.end]
    if any(letter.isalnum() for letter in words):
        return False
    start, end = span_of(parsed, unit.start, unit.end)
    return start >= end


class Acting:
    """An amending act, ready to be asked for its wording."""

    def __init__(self, parsed: Parsed) -> None:
        self.parsed = parsed
        self.work = parsed.work.id
        self._places: dict[str, int] = {}
        self._quoted: defaultdict[str | None, list[str]] = defaultdict(list)
        for at, unit in enumerate(parsed.provisions):
            if unit.quoted and _is_a_mark_alone(parsed, unit):
                continue
            self._places[unit.eid] = at
            if unit.quoted:
                self._quoted[unit.parent].append(unit.eid)

    def __contains__(self, eid: object) -> bool:
        return eid in self._places

    def unit(self, eid: str) -> Provision:
        """The unit of this eid."""
        return self.parsed.provisions[self._places[eid]]

    def below(self, eid: str) -> tuple[str, ...]:
        """The quoted units one level below."""
        return tuple(self._quoted.get(eid, ()))

    def wording_of(self, effect: Effect) -> tuple[str, ...]:
        """The units that may hold the new wording of an effect: those that it names, and all that its clause quotes."""
        named = (eid for eid in effect.new_eids if eid in self)
        return tuple(dict.fromkeys((*named, *self._quoted.get(effect.within, ()))))

    def node(self, eid: str, since: dt.date | None, by: Writer) -> Node:
        """The unit `eid`, with all below it, as a unit of the other document, written by `by`."""
        provisions, place = self.parsed.provisions, self._places[eid]
        unit = provisions[place]
        last = place
        while last + 1 < len(provisions) and provisions[last + 1].start < unit.end:
            last += 1
        start, end = span_of(self.parsed, unit.start, unit.end) if unit.quoted else (unit.start, unit.end)
        pieces = grown(self.parsed.text.content, provisions[place : last + 1], start, end)
        (node,) = (piece for piece in pieces if isinstance(piece, Node))
        for each in node.walk():
            each.eid, each.quoted, each.since, each.by = "", False, since, by
        return node
