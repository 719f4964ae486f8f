"""The answer of a search as lines for a person."""

from collections.abc import Iterator

from vanban.exports.overview import Say
from vanban.search.answer import Answer, Result
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import provision_name
from vanban.timeline.status import label

_Line = tuple[str, tuple[tuple[int, int], ...]]


def results(found: Answer, say: Say) -> Iterator[_Line]:
    """Lines, each with the spans of the words found in it: the count, then three lines a result."""
    day = day_in_words(found.on, say.language)
    yield say("search.count", count=found.total, day=day), ()
    if found.read_as:
        yield say("search.read-as", words=found.read_as), ()
    if not found.exact and found.total:
        yield say("search.not-all"), ()
    for result in found.results:
        yield "", ()
        yield _head(result, say), ()
        yield from _quoted(result)


def _head(result: Result, say: Say) -> str:
    work = result.work
    named = work.symbol or work.title
    named = named if named.startswith(work.type_name) else f"{work.type_name} {named}"
    unit = provision_name(result.eid, say.rules, say.language) + " · " if result.eid else ""
    heading = f" {result.heading}" if result.heading else ""
    state = label(result.status, result.eid, say.rules, say.language)
    return f"{unit}{named}{heading if result.eid else ''} [{state}]"


def _quoted(result: Result) -> Iterator[_Line]:
    """The snippet on one line, line ends as blanks, so that the marks stay where they are."""
    yield f"  {result.snippet}".replace("\n", " "), tuple((start + 2, end + 2) for start, end in result.marks)
