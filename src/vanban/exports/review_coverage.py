"""Which bodies have issued, as lines for a person."""

from collections.abc import Iterator

from vanban.exports.messages import label
from vanban.exports.one_line import one_line
from vanban.exports.overview import Say
from vanban.review.coverage import CoverageAnswer
from vanban.timeline.explanation import day_in_words
from vanban.timeline.naming import provision_name

_WORDS = 160


def coverage_lines(answer: CoverageAnswer, say: Say) -> Iterator[str]:
    """The clauses that call, each body with its documents, the counts."""
    rules, language = say.rules, say.language
    yield say("coverage.calls", count=len(answer.calls))
    for call in answer.calls:
        yield f"  {provision_name(call.eid, rules, language)}: “{one_line(call.quote, _WORDS)}”"
    for covered in answer.bodies:
        yield f"{covered.body}: {label('coverage-state', covered.state, rules, language)}"
        for each in covered.documents:
            name = " ".join(filter(None, (each.type_name, each.symbol))) or each.title
            tie = label("coverage-tie", each.tie, rules, language)
            yield f"  {name}, {day_in_words(each.date, language)} [{tie}] — “{one_line(each.quote, _WORDS)}”"
    yield say("coverage.counts", **answer.counts)
    if answer.others:
        yield say("coverage.others", count=answer.others)
