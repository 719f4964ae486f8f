"""The decisions on documents as rows of a sheet: how each is to be handled, and what a list must know first."""

from collections.abc import Iterator

from vanban import archive
from vanban.archive import Store, WorkRow, fact_key
from vanban.archive.subjects import subject_of_review
from vanban.model import Judgement
from vanban.review.decisions import decided
from vanban.review.document_verdicts import words_of_value
from vanban.review.entries import clause_words, printed_day
from vanban.review.judgement_sheet import FIXED, opened
from vanban.review.registered import CONSOLIDATED
from vanban.rules import Rules
from vanban.timeline.archived import ArchivedFacts
from vanban.timeline.lapse import lapse_of
from vanban.timeline.ledger import Ledger


def document_rows(store: Store, rules: Rules, work: str | None = None) -> Iterator[dict[str, str]]:
    """A row for each document: how to handle it (Điều 38); and one for what nobody but a person can tell of it.

    "kind": whether it is normative, where that cannot be told; "lapse": whether it fell with what it details. The note
    of a handling is its reason, the office drafts, the day is the last one: what Mẫu 04 prints.
    """
    said = decided(archive.judgements(store, work))
    ledger = Ledger(ArchivedFacts(store, rules), rules)
    rows = archive.works(store) if work is None else filter(None, [archive.work(store, work)])
    for row in rows:
        if row.language == "en" or row.type == CONSOLIDATED:
            continue
        yield _row(row, "handling", "", said.get(row.id, {}).get("handling"), rules)
        kind = said.get(row.id, {}).get("kind")
        if row.normative is None or kind is not None:
            yield _row(row, "kind", "", kind, rules)
        lapse = lapse_of(row.id, ledger)
        if lapse is not None:
            yield _row(row, "lapse", clause_words(lapse, ledger), said.get(row.id, {}).get("lapse"), rules)


def _row(row: WorkRow, part: str, clause: str, judgement: Judgement | None, rules: Rules) -> dict[str, str]:
    day = f" {printed_day(row.date)}" if row.date else ""
    fixed = {
        "id": fact_key(subject_of_review(row.id, part)), "document": row.id, "what": part, "due": "",
        "where": f"{row.type_name} {row.symbol}{day}".strip(), "words": clause or row.title,
    }  # fmt: skip
    cells = opened(judgement)
    cells["verdict"] = words_of_value(part, cells["verdict"], rules)
    return {**dict.fromkeys(FIXED, ""), **fixed, **cells}
