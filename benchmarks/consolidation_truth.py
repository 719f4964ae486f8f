"""Official consolidated texts as truth: the text without note marks, the provisions that carry one, what notes say.

Cleaning, by general rules: the footnotes and the authentication stand after the line "XÁC THỰC VĂN BẢN HỢP NHẤT";
`[ID: …]` is an anchor that a crawler printed; a page may print its own title again between paragraphs; a heading, or a
number that carries a mark, that was run into the line of a repealed unit stands on a line of its own.
"""

import re
from typing import NamedTuple

import msgspec

from benchmarks.consolidation_marks import Mark, acts, marks, notes, refers
from vanban import pipeline, reading
from vanban.model import Parsed
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.structure import Tree

_ABOVE = ("part", "chapter", "section", "subsection")
_WHOLE = re.compile(r"(?:phan|chuong|muc|tieu muc) nay")
_ANCHOR = re.compile(r" ?\[ID: \w+\]")
_END = re.compile(r"^[^\n]*XÁC THỰC VĂN BẢN HỢP NHẤT", re.MULTILINE)
_RUN_IN = re.compile(
    r"(\(được bãi bỏ\)) +(?=(?:Phần|Chương|Mục|Tiểu mục|Điều) [\dIVXLĐđ]|(?:\d{1,3}[a-zđ]?\.|[a-zđ]\d?\))\s?[\[\w(])"
)
_NUMBER_RUN_IN = re.compile(r"(?:(?<=\S)|^) (?=(?:\d{1,3}[a-zđ]?\.|[a-zđ]\d?\))$)")


class Changed(NamedTuple):
    """A provision that carries a note mark: its eid, and the acts that its notes name.

    `heading`: the mark stands at the name of a unit above the articles, and no note says that the unit itself changed
    ("Chương này được bổ sung"); then the name is what changed.
    """

    eid: str
    acts: tuple[str, ...]
    heading: bool = False


class Official(NamedTuple):
    """An official consolidated text without its marks and notes."""

    parsed: Parsed
    changed: tuple[Changed, ...]


def official(content: str, name: str, rules: Rules) -> Official:
    """Read one; () changed where its marks cannot be told from other numbers."""
    content = _ANCHOR.sub("", content)
    title, line, rest = content.partition("\n")
    content = title + line + re.sub(rf" ?{re.escape(title.strip())}\.?(?=\s)", "", rest)
    text, findings = reading.read(_RUN_IN.sub("\\1\n", content).encode(), name, rules)
    end = _END.search(text.content)
    body, rest = (text.content[: end.start()], text.content[end.end() :]) if end else (text.content, "")
    said = notes(rest)
    found = marks(body, set(said))
    # Reading comes first: it composes letters, so that places counted before it would not hold after it.
    stripped, places = _without(body, found)
    text = msgspec.structs.replace(text, content=stripped, places=(), repairs=(), tables=(), notes=())
    parsed = pipeline.parse_text(text, findings, rules)
    tree = Tree(parsed.provisions)
    levels = {unit.eid: unit.level for unit in parsed.provisions}
    changed: dict[str, list[str]] = {}
    whole: set[str] = set()
    for mark, place in zip(found, places, strict=True):
        by = acts(said.get(mark.number, ""))
        eid = tree.at(place) if by else None
        if eid is not None and eid not in ("preface", "preamble"):
            changed.setdefault(eid, []).extend(by)
            if levels[eid] not in _ABOVE or _WHOLE.match(fold(said[mark.number])):
                whole.add(eid)
    return Official(
        parsed, tuple(Changed(eid, tuple(dict.fromkeys(by)), eid not in whole) for eid, by in changed.items())
    )


def _without(body: str, found: list[Mark]) -> tuple[str, list[int]]:
    """The body without its marks, and for each mark the place of the last character before it that is no space."""
    kept: list[str] = []
    places: list[int] = []
    at = length = 0
    for mark in found:
        words = body[at : mark.start]
        if not refers(words):
            words = _NUMBER_RUN_IN.sub("\n", words)
        # A number, its mark and the words may be glued: "b)79[79](được bãi bỏ)".
        glued = words[-1:] in ".)" and body[mark.end : mark.end + 1] not in ("", " ", "\n", ",", ";", ".")
        kept.append(words + " " * glued)
        length += len(kept[-1])
        at = mark.end
        before = mark.start
        while before > 0 and body[before - 1].isspace():
            before -= 1
        places.append(max(0, length - 1 - (mark.start - before)))
    kept.append(body[at:])
    return "".join(kept), places
