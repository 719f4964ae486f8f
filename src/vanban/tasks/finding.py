"""All tasks of a document, each in the provision that orders it."""

import datetime as dt
import re
from bisect import bisect_right
from itertools import pairwise
from operator import attrgetter

import msgspec

from vanban.model import Provision, Task, Text, Work
from vanban.rules import Rules
from vanban.tasks import hints, items, ordering, tables, wording

# Documents that report, propose or put together lay no duty on anybody.
_TELLING = frozenset(
    {"bao-cao", "to-trinh", "van-ban-hop-nhat", "giay-moi", "bien-ban", "luat", "bo-luat", "phap-lenh"}
)
_start = attrgetter("start")
_BEFORE = ("preface", "toc")
_STOPS = (".", ";", ":", "/")
# A quotation of several lines that begins a line: the words of another act.
_CITED = re.compile(r"\n[ \t]*[“\"](?=[^”\"]{0,400}\n)[^”\"]{40,8000}[”\"]")


def find(
    text: Text, work: Work, provisions: tuple[Provision, ...], rules: Rules, force: dt.date | None = None
) -> tuple[Task, ...]:
    """The duties that a document lays on bodies and posts, in the order of the text; its force begins on `force`.

    A translation, a report, a consolidated text and an act of the National Assembly give none: they tell of duties,
    or set standing powers.
    """
    if work.language != "vi" or work.type in _TELLING:
        return ()
    words = wording.read(text, work, rules, force)
    start, end = _body(provisions, text.content)
    # an act in articles of which nobody knows whether it is normative is read with the stricter rules
    unknown = work.normative is None and any(unit.level == "article" for unit in provisions)
    known = hints.find(words, _articles(provisions, start, end)) if work.normative or unknown else None
    found = list(tables.tasks(words, text))
    spans = known.articles if known else ((start, end),)
    if spans:
        holes = _holes(text, provisions)
        ordered = ordering.tasks(words, items.read(words, spans, holes), known)
        found.extend(task for task in ordered if known is None or not known.is_for_good(task))
    found.sort(key=lambda task: (task.start, task.end))
    return tuple([msgspec.structs.replace(task, within=_eid(provisions, task.start)) for task in found])


def _body(provisions: tuple[Provision, ...], content: str) -> tuple[int, int]:
    """From after the head, or from the lead that ends it ("… yêu cầu:"), to the signature."""
    start, end = 0, len(content)
    for unit in provisions:
        if unit.parent is not None:
            continue
        if unit.eid in _BEFORE:
            start = _lead(content, unit.start, unit.end)
        if unit.eid == "conclusions" or unit.level in ("appendix", "form"):
            return start, unit.start
    return start, end


def _articles(provisions: tuple[Provision, ...], start: int, end: int) -> list[tuple[int, int]]:
    """The body cut at its articles: first what stands before them."""
    cuts = [
        unit.start for unit in provisions if unit.level == "article" and start < unit.start < end and not unit.quoted
    ]
    return list(pairwise([start, *cuts, end]))


def _lead(content: str, start: int, end: int) -> int:
    """Where the paragraph begins that a head ends with, if it is a lead; its lines may be broken."""
    if not content[start:end].rstrip().endswith(":"):
        return end
    at = content.rfind("\n", start, start + len(content[start:end].rstrip()))
    while at > start and content[start:at].rstrip()[-1:] not in (*_STOPS, ""):
        at = content.rfind("\n", start, at)
    return max(at, start)


def _holes(text: Text, provisions: tuple[Provision, ...]) -> list[tuple[int, int]]:
    """What stands in the body and gives no orders of its own: tables, and the words of another act."""
    holes = [(table.start, table.end) for table in text.tables]
    holes += [(unit.start, unit.end) for unit in provisions if unit.quoted]
    holes += [found.span() for found in _CITED.finditer(text.content)]
    return sorted(holes)


def _eid(provisions: tuple[Provision, ...], at: int) -> str:
    """The innermost provision at an offset."""
    for index in range(bisect_right(provisions, at, key=_start) - 1, -1, -1):
        if provisions[index].end > at:
            return provisions[index].eid
    return ""
