"""Mẫu 04: documents that need handling, from what people decided, and from what the law lets a machine suggest.

A suggestion is marked as one: a person decides the form of Điều 38, the drafting body and the deadline.
"""

from collections.abc import Iterable, Iterator

import msgspec

from vanban import archive
from vanban.archive import Store
from vanban.review.decisions import Decided, verdict
from vanban.review.document import as_document
from vanban.review.entries import printed_day
from vanban.review.list_words import list_words
from vanban.review.listed import Document, HandlingRow
from vanban.review.registered import Registered
from vanban.review.window import Window
from vanban.rules import Rules
from vanban.rules.review_rows import ReviewHandling
from vanban.timeline.explanation import act_name
from vanban.timeline.lapse import lapse_of
from vanban.timeline.ledger import Ledger
from vanban.timeline.moment import standing_ends


def handling(
    store: Store, documents: Iterable[Registered], window: Window, said: Decided, ledger: Ledger
) -> tuple[HandlingRow, ...]:
    """The lines of Mẫu 04 for documents in force: decisions of people first, then suggestions, each in list order."""
    rows = {row.id: row for row in ledger.rules.review_handlings}
    chosen: list[HandlingRow] = []
    suggested: list[HandlingRow] = []
    bases = _ended_bases(store, window, ledger)
    for document in documents:
        named = as_document(document, ledger.rules)
        form = rows.get(verdict(said, document.work, "handling"))
        if form is not None:
            if form.listed:
                chosen.append(_decided(named, form, said, ledger))
            continue
        reasons = [*_lapse(document.work, window, ledger), *bases.get(document.work, ())]
        if reasons:
            words = "; ".join(text for _, text in reasons)
            suggested.append(HandlingRow(0, named, _form(reasons, ledger.rules), words))
    lines = enumerate((*chosen, *suggested), start=1)
    return tuple(msgspec.structs.replace(line, number=number) for number, line in lines)


def _decided(named: Document, form: ReviewHandling, said: Decided, ledger: Ledger) -> HandlingRow:
    """A line that people decided: what parts say of it, else the note, the office and the day of the decision itself.

    Of a document still to be made the form leaves the name empty; the one that called for it stands in the reason.
    """
    decision = said[named.work]["handling"]
    reason = verdict(said, named.work, "reason") or decision.note
    drafting = verdict(said, named.work, "drafting") or decision.office
    deadline = verdict(said, named.work, "deadline") or printed_day(decision.day)
    if form.names_new:
        beside = list_words("new-beside", ledger.rules, name=act_name(ledger.act(named.work)))
        reason = "; ".join(filter(None, (reason, beside)))
    return HandlingRow(0, None if form.names_new else named, form.vi, reason, drafting, deadline, decided=True)


def _form(reasons: list[tuple[str, str]], rules: Rules) -> str:
    """The form that the reason itself names; "" where a person must choose."""
    names = {name for name, _ in reasons if name}
    row = next((row for row in rules.review_handlings if row.id in names), None)
    return row.vi if row is not None and len(reasons) == 1 else ""


def _lapse(work: str, window: Window, ledger: Ledger) -> Iterator[tuple[str, str]]:
    lapse = lapse_of(work, ledger)
    if lapse is not None and lapse.day is not None and lapse.day < window.until:
        parent = act_name(ledger.act(lapse.work))
        day, quote = printed_day(lapse.day), lapse.quote
        yield "announce-lapse", list_words("parent-ended", ledger.rules, day=day, name=parent, quote=quote)


def _ended_bases(store: Store, window: Window, ledger: Ledger) -> dict[str, list[tuple[str, str]]]:
    """By work, the legal bases that had ended as a whole by the last day (Điều 39 khoản 2)."""
    found: dict[str, list[tuple[str, str]]] = {}
    ends: dict[str, str] = {}
    for reference in archive.every_reference(store):
        base = reference.resolution.work
        if reference.role != "legal-basis" or base is None or reference.target.provision:
            continue
        if base not in ends:
            ends[base] = _ended(base, window, ledger)
        if ends[base] and ("", ends[base]) not in found.setdefault(reference.work, []):
            found[reference.work].append(("", ends[base]))
    return found


def _ended(base: str, window: Window, ledger: Ledger) -> str:
    """What Mẫu 04 says of a legal basis that has ended; "" where it has not, or a person must decide."""
    for end in standing_ends((None,), ledger.events(base), window.last):
        if end.day is not None and end.day <= window.last and end.reason.grade != "candidate":
            day, name, by = printed_day(end.day), act_name(ledger.act(base)), act_name(ledger.act(end.reason.work))
            return list_words("basis-ended", ledger.rules, name=name, day=day, by=by)
    return ""
