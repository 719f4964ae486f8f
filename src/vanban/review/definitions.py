"""Terms that two documents in force define in different words."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import NamedTuple

from vanban.model import Finding, Parsed
from vanban.orthography import fold
from vanban.rules import Rules
from vanban.timeline.checks import finding

_HEADING = re.compile(r"giai thich (?:tu ngu|thuat ngu)|(?:khai niem|tu ngu|thuat ngu)\b")
_DEFINES = re.compile(
    r"\s*\d+[a-zđ]?[.)]\s*(?P<term>[^\n:;.]{2,80}?)\s+(?:là|được hiểu là|bao gồm)\s+(?P<words>\S[^\n]*)"
)
_FEWEST = 2  # words: a term of one word ("Bộ") is a short name rather than a notion


class Definition(NamedTuple):
    """A term defined in the unit `content[start:end]` of a work."""

    work: str
    term: str
    words: str
    start: int
    end: int


def definitions(parsed: Parsed) -> Iterator[Definition]:
    """The terms that the article on words of a document defines, each in a clause of its own."""
    articles = {
        unit.eid for unit in parsed.provisions
        if unit.level == "article" and not unit.quoted and _HEADING.match(fold(unit.heading))
    }  # fmt: skip
    content = parsed.text.content
    for unit in parsed.provisions:
        if unit.parent not in articles or unit.level != "clause" or unit.quoted:
            continue
        match = _DEFINES.match(content, unit.start, unit.end)
        if match and len(match["term"].split()) >= _FEWEST:
            term = " ".join(match["term"].strip(" “”\"'*_").split())
            yield Definition(parsed.work.id, term, " ".join(match["words"].split()), unit.start, unit.end)


def overlapping(found: Iterable[Definition], rules: Rules) -> Iterator[tuple[str, Finding]]:
    """A finding for each work that defines a term otherwise than an earlier one (by identifier) does, naming it."""
    by_term: dict[str, list[Definition]] = defaultdict(list)
    for each in found:
        by_term[each.term.casefold()].append(each)
    for term in sorted(by_term):
        first, *others = sorted(by_term[term], key=lambda each: (each.work, each.start))
        for other in others:
            if other.work != first.work and _bare(other.words) != _bare(first.words):
                told = finding("definition-differs", rules, term=other.term, work=first.work, words=first.words[:160])
                yield other.work, Finding(told.code, told.severity, other.start, other.end, told.details)


def _bare(words: str) -> str:
    return " ".join(fold(words).strip(" .;").split())
