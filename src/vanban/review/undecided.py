"""What a person must decide before a document can be listed. Nothing of it is ever printed as a fact."""

from collections.abc import Iterator

from vanban.model import Reason
from vanban.review.decisions import Decided, verdict
from vanban.review.endings import Ending, undated
from vanban.review.entries import clause_words, deciding, printed_day
from vanban.review.listed import Document, Doubt, Undecided
from vanban.review.registered import Registered
from vanban.review.window import Window
from vanban.rules import Rules
from vanban.timeline.lapse import lapse_of
from vanban.timeline.ledger import Ledger


def doubts(
    document: Registered, named: Document, ends: tuple[Ending, ...], window: Window, said: Decided, ledger: Ledger
) -> Iterator[Undecided]:
    """The open questions about one document up to the end of a window.

    `ends` go up to the first day after the window: an end on that very day, set by a term, is told, because some
    offices count the last day in force.
    """
    work, rules = document.work, ledger.rules

    def ask(why: Doubt, reason: Reason | None, *, whole: bool = True) -> Undecided:
        day = reason.day if reason is not None else None
        clause = clause_words(reason, ledger) if reason else ""
        return Undecided(named, why, day, _message(why, reason, rules), (reason,) if reason else (), whole, clause)

    over = next((each for each in ends if each.whole and each.kind == "ended" and each.grade != "candidate"), None)
    for each in ends:
        if each.grade == "candidate" and each.day < window.until and each.kind == "ended":
            yield ask("candidate", deciding(each, ledger), whole=each.unit is None)
        elif each.whole and each.kind == "ended" and each.day == window.until and _by_term(each, work, ledger):
            yield ask("last-day", deciding(each, ledger))
    if over is None:
        yield from (ask("undated", reason) for reason in undated(work, ledger) if _made(reason, window, ledger))
        lapse = lapse_of(work, ledger)
        open_ = not verdict(said, work, "lapse")
        if lapse is not None and lapse.day is not None and lapse.day < window.until and open_:
            yield ask("may-lapse", lapse)
        if window.kind == "period" and not document.absent and not _starts(work, ledger):
            yield ask("unknown", None)
    if document.kind is None and (window.kind == "period" or any(each.day < window.until for each in ends)):
        yield ask("kind-unknown", None)


def _by_term(ending: Ending, work: str, ledger: Ledger) -> bool:
    return deciding(ending, ledger).work == work


def _made(reason: Reason, window: Window, ledger: Ledger) -> bool:
    made = ledger.act(reason.work).date
    return made is not None and made < window.until


def _starts(work: str, ledger: Ledger) -> bool:
    return ledger.stated_start(work, None) is not None


def _message(why: Doubt, reason: Reason | None, rules: Rules) -> str:
    row = next(row for row in rules.findings if row.id == f"list-{why}")
    return row.vi.format(day=printed_day(reason.day if reason else None))
