"""What stands before the body: the preface (header, title) and the preamble (legal bases, enacting formula)."""

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from vanban.model import Evidence
from vanban.structure.headings import line_end, strength
from vanban.structure.markers import Marker

_HEADINGS = frozenset(("article", "chapter", "part", "section"))
_LISTS = frozenset(("number", "letter"))
_FIRSTS = frozenset(("1", "I", "A", "a"))

_HEADER_REACH = 500  # characters between the title of a letter, beside its number, and the place and date


class Front(NamedTuple):
    """Where the preamble and the body begin, and the index of the first marker of the body.

    `divided` is False where the body has no unit of its own, as in a short official letter.
    """

    preamble: int
    body: int
    first: int
    divided: bool


def find_front(content: str, folded: str, markers: Sequence[Marker], evidence: Evidence) -> Front:
    """The body begins with the first heading, or in a document without articles with the first item of a list.

    `evidence` is where the identity was read: no unit stands before the end of the title.
    """
    head = _head_end(content, evidence, markers)
    first = _first_unit(content, markers, head)
    if first is not None:
        body = markers[first].start
        bases = [marker.start for marker in markers[:first] if marker.style == "basis"]
        return Front(min(bases[0] if bases else head or body, body), body, first, True)
    body = _address_end(content, folded, head)
    index = next((index for index, marker in enumerate(markers) if marker.start >= body), len(markers))
    return Front(body, body, index, False)


def _head_end(content: str, evidence: Evidence, markers: Sequence[Marker]) -> int:
    """The end of the last line that the header and the title stand on; 0 where nothing was recognised."""
    spans = (evidence.type, evidence.symbol, evidence.title)
    end = max((span.end for span in spans if span is not None), default=0)
    # The date stands beside the header; that of a law may have been read in its closing words, "thông qua ngày …",
    # which in a short law are near enough: then headings stand between.
    date = evidence.date
    if date is not None and (not end or date.start - end < _HEADER_REACH):
        before = takewhile(lambda marker: marker.start < date.start, markers)
        within = (marker for marker in before if end <= marker.start and marker.style in _HEADINGS)
        if not end or not any(strength(content, marker.after) for marker in within):
            end = max(end, date.end)
    return min(line_end(content, end) + 1, len(content)) if end else 0


def _first_unit(content: str, markers: Sequence[Marker], head: int) -> int | None:
    item: int | None = None
    closed = False
    for index, marker in enumerate(markers):
        if marker.quote >= 0 or marker.start < head:
            continue
        if marker.style in _HEADINGS:
            if strength(content, marker.after) and not (closed and item is not None):
                return index
        elif item is None and marker.style in _LISTS and marker.number in _FIRSTS:
            item = index
        elif marker.style == "closing" and item is not None:
            closed = True
    return item


def _address_end(content: str, folded: str, head: int) -> int:
    """After "Kính gửi: …" and the addressees listed below it; `head` where the document addresses nobody."""
    start = folded.find("\nkinh gui", max(head - 1, 0), head + 3000)
    if start < 0:
        return head
    end = min(line_end(content, start + 1) + 1, len(content))
    while end < len(content) and content[end : end + 40].lstrip()[:1] in ("-", "–", "+"):
        end = min(line_end(content, end) + 1, len(content))
    return end
