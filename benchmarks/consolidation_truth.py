"""Official consolidated texts as truth: the text without note marks, the provisions that carry one, what notes say.

Cleaning, by general rules: a mark is a number in square brackets; the footnotes and the authentication stand after the
line "XÁC THỰC VĂN BẢN HỢP NHẤT"; `[ID: …]` is an anchor that a crawler printed. A note is a *change* where it says that
something was amended, added, repealed or replaced "theo quy định tại"; notes that print clauses of commencement or
legal bases change nothing.
"""

import re
from typing import NamedTuple

from vanban import pipeline
from vanban.model import Parsed
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.structure import Tree

_MARK = re.compile(r" ?\[+(\d+)\]+")
_NOTE = re.compile(r"^\[+(\d+)\]+", re.MULTILINE)
_ANCHOR = re.compile(r" ?\[ID: \w+\]")
_END = re.compile(r"^[^\n]*XÁC THỰC VĂN BẢN HỢP NHẤT", re.MULTILINE)
_CHANGES = re.compile(
    r"(?:duoc (?:sua doi|bo sung|bai bo|thay|bo|dinh chinh)|^(?:bo|bai bo)\b)[^:]{0,200}?(?:theo|tai)\b"
)
_SYMBOL = re.compile(r"\d+/\d{4}/[A-ZĐ]+\d*(?:-[A-ZĐ]+)*")


class Changed(NamedTuple):
    """A provision that carries a note mark: its eid, and the acts that its notes name."""

    eid: str
    acts: tuple[str, ...]


class Official(NamedTuple):
    """An official consolidated text without its marks and notes."""

    parsed: Parsed
    changed: tuple[Changed, ...]


def official(content: str, name: str, rules: Rules) -> Official:
    """Read one; () changed where its marks cannot be told from other numbers."""
    content = _ANCHOR.sub("", content)
    title, line, rest = content.partition("\n")
    # The page's own title, printed again between paragraphs.
    content = title + line + re.sub(rf" ?{re.escape(title.strip())}\.?(?=\s)", "", rest)
    end = _END.search(content)
    body, notes = (content[: end.start()], content[end.end() :]) if end else (content, "")
    kept: list[str] = []
    marks: list[tuple[str, str]] = []
    at = length = 0
    for mark in _MARK.finditer(body):
        kept.append(body[at : mark.start()])
        length += mark.start() - at
        # The words before the mark find the place again after reading, which may repair and strip characters.
        marks.append((mark[1], _squeezed("".join(kept))))
        at = mark.end()
    kept.append(body[at:])
    parsed = pipeline.parse("".join(kept).encode(), name, rules)
    tree = Tree(parsed.provisions)
    said = _notes(notes)
    places = _places(parsed.text.content)
    changed: dict[str, list[str]] = {}
    for number, before in marks:
        note = said.get(number, "")
        if not _CHANGES.search(fold(note[:600])):
            continue
        eid = tree.at(places[min(len(before), len(places)) - 1]) if before else None
        if eid is not None and eid not in ("preface", "preamble"):
            changed.setdefault(eid, []).extend(_acts(note))
    return Official(parsed, tuple(Changed(eid, tuple(dict.fromkeys(acts))) for eid, acts in changed.items()))


def _squeezed(words: str) -> str:
    return "".join(words.split())


def _places(content: str) -> list[int]:
    """For each character that is no space, its offset."""
    return [at for at, character in enumerate(content) if not character.isspace()]


def _notes(words: str) -> dict[str, str]:
    found = list(_NOTE.finditer(words))
    ends = [*(match.start() for match in found[1:]), len(words)][: len(found)]
    return {match[1]: words[match.end() : end].strip() for match, end in zip(found, ends, strict=True)}


def _acts(note: str) -> list[str]:
    """The acts that made the changes that a note tells: named after "theo quy định tại", up to the day of force."""
    acts: list[str] = []
    for clause in re.finditer(r"theo quy định tại(.*?)(?:có hiệu lực|$)", note, re.DOTALL):
        first = _SYMBOL.search(clause[1])
        if first:
            acts.append(first[0])
    return acts
