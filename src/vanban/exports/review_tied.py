"""An officer's table tied to an archive, as lines for a person: first the counts, then each row that was not tied."""

from collections.abc import Iterator

from vanban.exports.overview import Say
from vanban.review.tying import Tied

_STATES = ("tied", "differs", "ambiguous", "absent", "unnamed")
_LONGEST = 110


def tied_lines(tied: Tied, say: Say) -> Iterator[str]:
    """How many rows are tied, and which are not, by the reason."""
    for state in _STATES:
        if state in tied.counts:
            yield say(f"tied.{state}", count=tied.counts[state])
        if state == "tied":
            continue
        for each in tied.rows:
            if each.state == state:
                name = each.row.name
                cut = name if len(name) <= _LONGEST else name[:_LONGEST].rsplit(" ", 1)[0] + " …"
                yield f"  {each.row.line}: {cut}"
                yield from (f"     ? {work}" for named in each.named for work in named.candidates)
    if tied.kept:
        yield say("tied.kept", count=tied.kept)
