"""When a document says that it starts (Luật 64/2025/QH15, Điều 53). A silent one has no day, only a finding."""

import datetime as dt
import re
from functools import cache

from vanban.effects import dates, phrases
from vanban.effects.wording import Clause, Wording
from vanban.model import Finding, Force, Span, Work
from vanban.orthography import fold
from vanban.orthography.either import either
from vanban.rules import Rules
from vanban.rules.effect_phrases import CommencementPhrase

# Before the document's name these make the words a point of time, not a commencement: "trước ngày Thông tư này …".
_TIME_BEFORE = re.compile(r"\b(?:ngay|khi|thoi diem|truoc|sau|(?<!hieu )luc|den|neu)[ \t]*$")
# Every statement comes to one of these verbs; a rider of some 300 characters can stand between its subject and it.
_VERB = re.compile(r"co +(?:hieu luc|gia tri)|thi hanh")
_FARTHEST = 420
_SUBJECT = "{self}{rider}"  # what rows begin with


def find(wording: Wording, work: Work, rules: Rules) -> tuple[Force, tuple[Finding, ...]]:
    """The day from which the document says it is in force, and the words that say so.

    Where several clauses speak, the document's own type decides ("Quyết định này" before "Quy chế này" of what it
    issues), then the enacting part before attached ones, then the order of the text. Findings: `commencement-missing`
    where a document that needs such a clause has none, `commencement-not-computable` where the words name no day,
    `commencement-before-date` where the day lies before the document's own (a slip, or a retroactive start).
    """
    best: tuple[tuple[int, int], Force, CommencementPhrase] | None = None
    for clause in _speaking(wording):
        for start, end, day, row in _stated(wording, clause, work, rules):
            weight = (0 if _names(wording, start, work) else 1, int(clause.attached))
            if best is None or weight < best[0]:
                best = weight, Force(day, Span(start, end), row.id), row
        if best is not None and best[0] == (0, 0):
            break  # nothing weighs more
    if best is not None:
        if best[1].start_on is None and best[1].basis is not None:
            where = best[1].basis
            quote = wording.content[where.start : where.end]
            return best[1], (Finding("commencement-not-computable", "info", where.start, where.end, {"quote": quote}),)
        if work.date is not None and best[1].start_on is not None and best[1].start_on < work.date:
            where = best[1].basis or Span(0, 0)
            said = {"day": best[1].start_on.isoformat(), "date": work.date.isoformat()}
            return best[1], (Finding("commencement-before-date", "warning", where.start, where.end, said),)
        return best[1], ()
    if needs_commencement(work, rules):
        return Force(), (Finding("commencement-missing", "warning"),)
    return Force(), ()


def needs_commencement(work: Work, rules: Rules) -> bool:
    """Whether the law asks a document of this type for a commencement clause (Luật 64/2025/QH15, Điều 53)."""
    kinds = {row.id: row.kind for row in rules.document_types}
    return work.complete and kinds.get(work.type) == "act" and work.type != "hien-phap"


def _speaking(wording: Wording) -> list[Clause]:
    """The clauses that can hold a commencement, in the order of the text."""
    begins = wording.folded.startswith
    spoken = [at for at in wording.signs.acting if begins("hieu luc", at)]
    return [wording.clauses[place] for place in wording.holding(sorted([*spoken, *wording.signs.commencing]))]


def _names(wording: Wording, start: int, work: Work) -> bool:
    """Whether the subject of the clause is the document by its own type."""
    return bool(work.type_name) and wording.folded.startswith(fold(work.type_name), start)


def _stated(
    wording: Wording, clause: Clause, work: Work, rules: Rules
) -> list[tuple[int, int, dt.date | None, CommencementPhrase]]:
    folded = wording.folded
    found = []
    starts = [at for at in _subjects(folded, clause, rules) if _any_statement(rules).match(folded, at, clause.end)]
    for row, pattern in phrases.compiled(rules, "commencement_phrases") if starts else ():
        assert isinstance(row, CommencementPhrase)
        for start in starts:
            match = pattern.match(folded, start, clause.end)
            if match is not None and not _TIME_BEFORE.search(folded, max(clause.start, start - 12), start):
                found.append((start, match.end(), _day(row, match, work), row))
    # The first statement of the clause; of two rows at one place the longer reading.
    return sorted(found, key=lambda item: (item[0], -item[1]))


@cache
def _any_statement(rules: Rules) -> re.Pattern[str]:
    """All rows as one pattern: at most subjects none stands. The subject that rows begin with is read once for all."""
    rows = [row.pattern for row, _ in phrases.compiled(rules, "commencement_phrases")]
    said = either(phrases.expand(row.removeprefix(_SUBJECT), rules) for row in rows if row.startswith(_SUBJECT))
    others = (phrases.expand(row, rules) for row in rows if not row.startswith(_SUBJECT))
    return either((f"{phrases.expand(_SUBJECT, rules)}(?:{said.pattern})", *others))


def _subjects(folded: str, clause: Clause, rules: Rules) -> list[int]:
    """Where a document is named near enough before the verb of a statement."""
    found: list[int] = []
    done = clause.start
    for verb in _VERB.finditer(folded, clause.start, clause.end):
        names = phrases.type_pattern(rules).finditer(folded, max(done, verb.start() - _FARTHEST), verb.start())
        found += [name.start() for name in names]
        done = verb.start()
    return found


def _day(row: CommencementPhrase, match: re.Match[str], work: Work) -> dt.date | None:
    if row.starts == "day":
        return dates.read(match.group("day"))
    if row.starts in ("signing", "passing"):
        return work.date
    if row.starts == "days-after" and work.date is not None:
        return work.date + dt.timedelta(days=int(match.group("days")))
    return None
